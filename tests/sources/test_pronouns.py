"""Whom a pronoun means: resolved where a careful reader has no doubt, left open where one hesitates."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, named, told
from twosource.sources import sources, unresolved

HE, SHE, IT, THEY, WE = (f"unresolved “{word}”" for word in ("he", "she", "it", "they", "we"))


def last(text: str, *says: Say) -> str:
    """Return the innermost name of the last statement's chain."""
    return told(text, list(says))[-1][-1]


def nested(frame: str, pronoun: str, inner: str, speaker: str = "Tilo Marsh") -> tuple[str, list[Say]]:
    """Return a text in which ``speaker`` says ``frame``, and a pronoun inside it says ``inner``."""
    return f"{speaker} said {frame}.", [Say(frame, speaker, "said"), Say(inner, pronoun, parent=0, after=frame)]


@pytest.mark.parametrize(
    ("frame", "pronoun", "inner", "who"),
    [
        ("Odo Brandt had lied when he told reporters the dam was safe", "he", "the dam was safe", HE),
        ("the mayor had known it because he told the council the dam was cracked", "he", "the dam was cracked", HE),
        (
            "his wife feared what he told the council, that the dam was cracked",
            "he",
            "the dam was cracked",
            "Tilo Marsh",
        ),
        ("the water was high and he had told the council it would rise", "he", "it would rise", "Tilo Marsh"),
        ("Mira Toll had lied when she told reporters the dam was safe", "she", "the dam was safe", "Mira Toll"),
        ("Odo Brandt and Ivo Lanz met before he told reporters the dam was safe", "he", "the dam was safe", HE),
    ],
)
def test_a_clause_with_a_subject_of_its_own(frame: str, pronoun: str, inner: str, who: str) -> None:
    text, says = nested(frame, pronoun, inner, "Mr. Tilo Marsh")
    assert last(text, *says) == who


def test_between_marks_the_person_spoken_of_is_he() -> None:
    text = "Ivo Lanz came late. “Odo Brandt is a liar and he told me the dam was safe,” Tilo Marsh said."
    content = "Odo Brandt is a liar and he told me the dam was safe,"
    says = [Say(content, "Tilo Marsh", "said", quoted=True), Say("the dam was safe", "he", "told", parent=0)]
    assert last(text, *says) == "Odo Brandt"


def test_two_spoken_of_between_marks_leave_he_open() -> None:
    text = "“Odo Brandt met Ivo Lanz and he told me the dam was safe,” Tilo Marsh said."
    content = "Odo Brandt met Ivo Lanz and he told me the dam was safe,"
    says = [Say(content, "Tilo Marsh", "said", quoted=True), Say("the dam was safe", "he", "told", parent=0)]
    assert last(text, *says) == HE


def test_a_saying_told_by_she_is_not_given_to_a_third() -> None:
    text = "Mira Toll said the lock was shut. Ada Quill said her sons had heard a bang, she wrote later."
    says = [
        Say("the lock was shut", "Mira Toll", "said"),
        Say("Ada Quill said her sons had heard a bang", "she", "wrote"),
        Say("her sons had heard a bang", "Ada Quill", "said", parent=1),
    ]
    assert told(text, says)[1] == [SHE]


def test_they_are_no_group_behind_which_other_people_came() -> None:
    text = "Residents said the lock leaked. Engineers came from Kesh on Friday. They said the gate was bent."
    says = [Say("the lock leaked", "Residents", "said"), Say("the gate was bent", "They", "said")]
    assert last(text, *says) == "Engineers"


def test_they_between_two_peoples_stay_open() -> None:
    text = "Residents said the lock leaked. Engineers met fishermen while divers waited. They said the gate was bent."
    says = [Say("the lock leaked", "Residents", "said"), Say("the gate was bent", "They", "said")]
    assert last(text, *says) == THEY


def test_they_are_the_people_of_the_clause_before() -> None:
    text = "While engineers were still looking for the leak, they said the gate was bent."
    assert last(text, Say("the gate was bent", "they", "said")) == "engineers"


def test_they_are_two_persons_side_by_side() -> None:
    text = "Residents said the lock leaked. Maren Voss and Tilo Marsh came on Friday. They said the gate was bent."
    says = [Say("the lock leaked", "Residents", "said"), Say("the gate was bent", "They", "said")]
    case = sources(case_of({"a": (text, says)}))
    names = {source.id: source for source in case.sources}
    pair = names[case.statements[1].chain[0]]
    assert {names[member].name for member in pair.members} == {"Maren Voss", "Tilo Marsh"}


def test_they_are_the_several_who_are_not_named() -> None:
    text = "Two people familiar with the talks said the mill was sold. They said nothing was signed."
    says = [
        Say("the mill was sold", "Two people familiar with the talks", "said"),
        Say("nothing was signed", "They", "said"),
    ]
    assert last(text, *says) == "Two people familiar with the talks"


def test_they_after_a_body_and_its_spokesman_stay_open() -> None:
    text = "The harbour police said a barge had sunk. A spokesman said it was early. They said a man was held."
    says = [
        Say("a barge had sunk", "The harbour police", "said"),
        Say("it was early", "A spokesman", "said"),
        Say("a man was held", "They", "said"),
    ]
    assert last(text, *says) == THEY


def test_it_is_no_body_behind_which_another_is_the_subject() -> None:
    text = (
        "The Torvian Trade Ministry said exports had doubled. Lanternbank cut its forecast. Growth was slow, it said."
    )
    says = [Say("exports had doubled", "The Torvian Trade Ministry", "said"), Say("Growth was slow", "it", "said")]
    assert last(text, *says) != "Torvian Trade Ministry"


def test_it_is_the_document_that_was_cited_last() -> None:
    text = "The indictment said the mill had been sold twice. It named no buyer, it said."
    says = [Say("the mill had been sold twice", "The indictment", "said"), Say("It named no buyer", "it", "said")]
    assert last(text, *says) == "The indictment"


def test_we_of_a_spokesman_is_the_body_he_speaks_for() -> None:
    text = "“We told the farmers to leave,” a spokesman for the Kesh Port Authority said."
    says = [
        Say("We told the farmers to leave,", "a spokesman for the Kesh Port Authority", "said", quoted=True),
        Say("to leave", "We", "told", parent=0),
    ]
    assert last(text, *says) == "Kesh Port Authority"


def test_we_of_one_person_stays_open() -> None:
    text = "“We told the farmers to leave,” Maren Voss said."
    says = [Say("We told the farmers to leave,", "Maren Voss", "said", quoted=True), Say("to leave", "We", parent=0)]
    assert last(text, *says) == WE


def test_we_of_a_group_is_the_group() -> None:
    text = "“We told the farmers to leave,” residents said."
    says = [Say("We told the farmers to leave,", "residents", "said", quoted=True), Say("to leave", "We", parent=0)]
    assert last(text, *says) == "residents"


def test_i_with_a_mark_run_into_it() -> None:
    text = "Maren Voss said: “He asked me. ’I told him to wait.”"
    says = [
        Say("He asked me. ’I told him to wait.", "Maren Voss", "said", quoted=True),
        Say("to wait", "’I", "told", parent=0),
    ]
    case = sources(case_of({"a": (text, [says[0]])}))
    assert [source.name for source in case.sources] == ["Maren Voss"]


def test_i_in_a_retelling_stays_open() -> None:
    text = "Maren Voss said I told them to stop."
    says = [Say("I told them to stop", "Maren Voss", "said"), Say("to stop", "I", "told", parent=0)]
    assert last(text, *says) == "unresolved “i”"


def test_a_pronoun_is_nobodys_name() -> None:
    case = sources(case_of({"a": ("It was late, she said.", [Say("It was late", "she", "said")])}))
    (source,) = case.sources
    assert source.name == SHE
    assert source.variants == (SHE,)
    assert [mention.text for mention in source.mentions] == ["she"]
    assert unresolved(source)


def test_he_before_a_title_of_the_story_is_the_person_of_that_title() -> None:
    """The parser may take a rare name for a body; a title before it, in this report or another, tells a person."""
    first = "President Quorrim came to Kesh. Mr. Quorrim said the lock was shut."
    second = "But Ivo Lanz went on testing. Quorrim answered sharply. On Friday he said the lock was open."
    case = sources(
        case_of(
            {
                "a": (first, [Say("the lock was shut", "Mr. Quorrim", "said")]),
                "b": (second, [Say("the lock was open", "he", "said")]),
            }
        )
    )
    assert named(case, "Quorrim").type.value == "person"
    assert case.statements[0].chain == case.statements[1].chain


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_country_with_a_ministry_is_nobody_whom_a_pronoun_can_mean(mark: str) -> None:
    text = (
        "Foreign Minister Ivar Rostan invited Kesh to talks in March.\n\n"
        "“The door to our house stands open,” the agency quoted him as saying.\n\n"
        f"Kesh{mark}s foreign ministry said it would answer."
    )
    says = [
        Say("The door to our house stands open", "him", "quoted"),
        Say("it would answer", f"Kesh{mark}s foreign ministry", "said"),
    ]
    assert told(text, says)[0] == ["Ivar Rostan"]
