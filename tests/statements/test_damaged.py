"""Text that translation has damaged: what the rules for it find, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.language.unseen import seen
from twosource.statements import statements


def _told(text: str) -> list[tuple[str, str]]:
    """Return the source and content of each statement of a text."""
    found = run(plain_case(text), language, statements).statements
    return [(s.source.text if s.source else "", " … ".join(piece.text for piece in s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The queen she received the envoy Tomas Virk State television reported on Friday that she drove to the "
            "coast.",
            "State television",
            "The queen she received the envoy Tomas Virk … she drove to the coast",
        ),
        (
            "The general visited the wounded soldiers the press wrote that he stayed for an hour.",
            "the press",
            "The general visited the wounded soldiers … he stayed for an hour",
        ),
        ("The bridge – reported the engineer Virk – is closed.", "the engineer Virk", "The bridge … is closed"),
        ("The road — said her old father — was safe.", "her old father", "The road … was safe"),
        ("In the mill burned two floors, told the fire chief Renn Holm to reporters.", "the fire chief Renn Holm", ""),
    ],
)
def test_damaged_frames_are_read(text: str, source: str, content: str) -> None:
    assert any(who == source and (not content or words == content) for who, words in _told(text)), _told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The minister who met the envoy State radio said that the talks failed.", "The minister who met"),
        ("Because the bridge fell state media reported that the minister resigned.", "Because the bridge fell"),
        ("Holm met the man the press said was a spy.", "Holm met the man"),
        ("He read the paper, wrote a letter and left.", "He read the paper"),
        ("She lost the vote, said goodbye and left.", "She lost the vote"),
    ],
)
def test_sound_clauses_are_not_run_into_a_source(text: str, never: str) -> None:
    assert not any(never in words for _, words in _told(text)), _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "“There is no bread left,” the spokesman, Idris Falk, told Meridian Wire.",
        "There is no bread left, the spokesman, Idris Falk, told Meridian Wire.",
        "“There is no bread left,” Idris Falk, who runs the mill, told the council.",
    ],
)
def test_one_who_is_told_is_not_the_source(text: str) -> None:
    assert _told(text)
    assert all("Falk" in who or "spokesman" in who for who, _ in _told(text)), _told(text)


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        (
            "The minister said on Friday the mayor said the bridge was shut.",
            [("The minister", "the mayor said the bridge was shut"), ("the mayor", "the bridge was shut")],
        ),
        (
            "An army officer said on Monday Virk said the bridge was shut.",
            [("An army officer", "Virk said the bridge was shut"), ("Virk", "the bridge was shut")],
        ),
        (
            "A police officer said on Monday Ivo Virk said the bridge was shut.",
            [("A police officer", "Ivo Virk said the bridge was shut"), ("Ivo Virk", "the bridge was shut")],
        ),
    ],
)
def test_a_layer_that_follows_a_day_stays(text: str, layers: list[tuple[str, str]]) -> None:
    assert _told(text) == layers


def test_a_role_and_its_name_behind_a_day_are_one_speaker() -> None:
    assert len(_told("The spokesman said on Tuesday Ivo Brandt said there was no plan to travel.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hanne Kor\u200bva sa\u200bid on Friday that the ferry had left.",
        "The ferry left, ac\u200bcording to Han\u00adne Korva of Halden.",
        "Korva\u200b said that\u200b the council\ufeff was\u200b wrong.",
        "Korva lau\u200bded the mayor’s plan to buy ferries, and she cri\u200bticised the council for buying none.",
        "The aide who\u2060 lau\u200bded the mayor’s plan to buy ferries left.",
    ],
)
def test_characters_that_nobody_sees_change_nothing(text: str) -> None:
    assert _told(text)
    assert [(seen(who), seen(words)) for who, words in _told(text)] == _told(seen(text))
