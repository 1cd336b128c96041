"""Other words between the marks: what is shown, what is none, and how grave it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.differences.making import story, wordings
from twosource.differences.grading import MEANING, SYNONYM, UNDECIDED


def agency(words: str) -> str:
    """Return a report in which one and the same agency says the words between marks."""
    return (
        f"Mayor Ilse Brandt has taken the offer, the Torvian News Agency (TNA) reported on Monday.\n"
        f'"{words}," the agency said.'
    )


PLEASURE = "Brandt took the offer with pleasure and renewed her will to carry the ferry line forward"
JOY = "Brandt took the offer with joy and renewed her will to continue the ferry line"


def test_one_utterance_in_two_wordings_is_shown_word_by_word() -> None:
    case = story(agency(PLEASURE), agency(JOY))
    (variant,) = case.variants
    assert [place.report for place in variant.places] == ["a.txt", "b.txt"]
    assert ("with pleasure", "with joy") in variant.differences
    assert any("carry" in here and "continue" in there for here, there in variant.differences)
    assert variant.source in {source.id for source in case.sources if "TNA" in source.variants}
    assert variant.places[0].text == f"{PLEASURE},"


@pytest.mark.parametrize(
    "other",
    [
        PLEASURE,
        f"So {PLEASURE}",
        PLEASURE.upper(),
        PLEASURE.replace("pleasure and", "pleasure, and"),
        PLEASURE.replace("with pleasure and", "with pleasure [...] and"),
        PLEASURE.replace("her will", "[the mayor's] her will"),
    ],
)
def test_marks_case_and_open_changes_are_no_variant(other: str) -> None:
    assert story(agency(PLEASURE), agency(other)).variants == ()


def test_american_and_british_spelling_are_one() -> None:
    here = agency("The harbour's going to honour the organised co-operation of its neighbours")
    there = agency("The harbor is going to honor the organized cooperation of its neighbors")
    assert story(here, there).variants == ()


def test_a_quotation_in_part_is_no_variant() -> None:
    part = (
        'Mayor Ilse Brandt spoke on Monday.\nShe said the town would "carry the ferry line forward" whatever it cost.'
    )
    whole = (
        "Mayor Ilse Brandt spoke on Monday.\n"
        '"We will carry the ferry line forward for our children and for theirs," Brandt said.'
    )
    assert story(part, whole).variants == ()


def test_two_sentences_of_one_speaker_are_no_variant() -> None:
    one = 'Mayor Ilse Brandt spoke on Monday.\n"The pier must be closed before the winter storms," Brandt said.'
    two = 'Mayor Ilse Brandt spoke on Monday.\n"The school boat will sail until the summer holidays," Brandt said.'
    assert story(one, two).variants == ()


def test_a_refrain_within_one_report_is_no_variant() -> None:
    text = (
        "Mayor Ilse Brandt spoke on Monday.\n"
        '"We heard the news of the closed pier from the harbour," Brandt said.\n'
        '"We heard the news of the closed school from the harbour," Brandt said.'
    )
    assert story(text, "The pier of Sarn is closed.").variants == ()


def test_a_headline_that_changes_the_words_of_its_own_report_is_shown() -> None:
    text = (
        "“She gladly accepted the offer”\n"
        "Mayor Ilse Brandt accepted the offer, the Torvian News Agency (TNA) reported.\n"
        "“Brandt accepted the offer with pleasure,” the agency said."
    )
    case = story(text, "The pier of Sarn is closed.", headline=True)
    (variant,) = wordings(case, "gladly", "with pleasure")
    assert variant.grade in {SYNONYM, UNDECIDED}
    assert not case.tensions


def test_a_retelling_in_the_third_person_may_be_the_same_utterance() -> None:
    long = (
        "Mayor Ilse Brandt spoke at a dinner on Monday.\n"
        "Brandt said she was “certain that the Sarnish people and its sailors will overcome the evil storm that the "
        "cruel winter sends against the harbour.”"
    )
    short = "Brandt spoke at a dinner.\nMayor Ilse Brandt said: “I am sure Sarn will overcome the evil storm in March.”"
    case = story(long, short)
    assert wordings(case, "certain that", "I am sure")


@pytest.mark.parametrize(
    ("here", "there", "grade"),
    [
        ("the ship was stopped with care by the guards", "the vessel was halted with care by the guards", SYNONYM),
        ("we found nine sailors alive on the wreck", "we found twelve sailors alive on the wreck", MEANING),
        ("we will pay the families of the crew", "we will not pay the families of the crew", MEANING),
        ("we can pay the families of the crew", "we must pay the families of the crew", MEANING),
        ("the guards treated the crew with respect", "the guards treated the frightened crew with respect", MEANING),
        ("the threats of pirates on the sea", "the threats of the pirates on the sea", SYNONYM),
    ],
)
def test_grades(here: str, there: str, grade: str) -> None:
    case = story(agency(here.capitalize()), agency(there.capitalize()))
    assert [variant.grade for variant in case.variants] == [grade]
    assert all(variant.reasons for variant in case.variants)


def test_one_wording_in_many_reports_is_one_variant() -> None:
    case = story(agency(PLEASURE), agency(JOY), agency(PLEASURE), agency(JOY))
    (variant,) = case.variants
    assert sorted(place.report for place in variant.places) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert {variant.places[0].text, variant.places[1].text} == {f"{PLEASURE},", f"{JOY},"}


def test_two_speakers_saying_nearly_the_same_are_two_utterances() -> None:
    one = 'Ilse Brandt spoke on Monday.\n"We want to settle the quarrel over the pier this year," Brandt said.'
    two = 'Jon Aldis spoke on Monday.\n"We want to end the quarrel over the boats next year," Aldis said.'
    assert story(one, two).variants == ()


WORDS = "the a of pier storm ship guards will not closed open nine twelve with care we they".split()


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
)
def test_any_two_wordings_give_places_that_hold_their_words(here: list[str], there: list[str]) -> None:
    case = story(agency(" ".join(here)), agency(" ".join(there)))
    for variant in case.variants:
        assert len(variant.places) >= 2
        assert variant.differences
        first, second = variant.places[:2]
        for left, right in variant.differences:
            assert left in first.text
            assert right in second.text
            assert left != right
