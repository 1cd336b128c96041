"""What was done, will be, could be, should be and was asked for are told apart; so is what was not done."""

import pytest

from tests.likeness.reading import units
from twosource.likeness.modality import Modality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the pier.", Modality.FACT),
        ("The council closes the pier.", Modality.FACT),
        ("The council has closed the pier.", Modality.FACT),
        ("The council will close the pier.", Modality.FUTURE),
        ("The council is going to close the pier.", Modality.FUTURE),
        ("The council plans to close the pier.", Modality.FUTURE),
        ("The council is expected to close the pier.", Modality.FUTURE),
        ("The council would close the pier.", Modality.FUTURE),
        ("There is a plan to close the pier.", Modality.FUTURE),
        ("The council could close the pier.", Modality.POSSIBLE),
        ("The council may close the pier.", Modality.POSSIBLE),
        ("Perhaps the council closed the pier.", Modality.POSSIBLE),
        ("The council must close the pier.", Modality.DUTY),
        ("The council has to close the pier.", Modality.DUTY),
        ("Fishermen asked the council to close the pier.", Modality.ASKED),
        ("The council will close the pier if the storm comes.", Modality.CONDITION),
    ],
)
def test_modality_is_read(text: str, expected: Modality) -> None:
    (read,) = units([text], vectors=False)
    assert read.modality is expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The council closed the pier.", False),
        ("The council did not close the pier.", True),
        ("The council never closed the pier.", True),
        ("No council closed the pier.", True),
        ("The council found no money for the pier.", True),
        ("The council failed to close the pier.", True),
        ("The council denied that it had closed the pier.", True),
        ("The council did not fail to close the pier.", False),
        ("There was no plan to close the pier.", True),
        ("Not only did the council close the pier.", False),
    ],
)
def test_negation_is_read(text: str, negated: bool) -> None:
    (read,) = units([text], vectors=False)
    assert read.negated is negated


def test_a_negation_beside_the_main_verb_is_kept_apart() -> None:
    (read,) = units(["The envoy left without naming the captain."], vectors=False)
    assert not read.negated
    assert "name" in read.negated_words
