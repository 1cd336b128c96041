"""One surname, several people: a bare name is given to one of them only where the text decides."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, chains, told
from twosource.sources import sources, unresolved

PADDING = "Experts met in the evening and looked at the plans of the bridge for several hours."


def which(first: str, second: str, bare: str) -> int | None:
    """Return which of two speakers of one surname the bare name behind them is, or None for neither."""
    text = f"{first} said the bridge was safe. {second} said it was not. {bare} said it would be shut."
    says = [
        Say("the bridge was safe", first, "said", nth=0),
        Say("it was not", second, "said", nth=0),
        Say("it would be shut", bare, "said"),
    ]
    one, two, three = (statement.chain for statement in sources(case_of({"a": (text, says)})).statements)
    assert one != two
    return 0 if three == one else 1 if three == two else None


@pytest.mark.parametrize(
    ("first", "second", "bare", "wanted"),
    [
        ("Mr. Voss", "Mrs. Voss", "Voss", None),
        ("Mr. Voss", "Mrs. Voss", "Mrs. Voss", 1),
        ("Mr. Voss", "Mrs. Voss", "Mr. Voss", 0),
        ("Ivo Brandt", "His daughter, Mira Brandt,", "Brandt", None),
        ("Ivo Brandt", "His daughter, Mira Brandt,", "Ms. Brandt", None),
        ("Mr. Ivo Brandt", "His daughter, Mira Brandt,", "Ms. Brandt", 1),
        ("Ivo Brandt", "His brother, Odo Brandt,", "Brandt", None),
        ("Ivo Brandt", "His brother, Odo Brandt,", "Odo Brandt", 1),
        ("Mr. Ivo Brandt", "His wife, Mrs. Mira Brandt,", "Mrs. Brandt", 1),
    ],
)
def test_two_of_one_name(first: str, second: str, bare: str, wanted: int | None) -> None:
    assert which(first, second, bare) == wanted


def test_a_mr_and_a_mrs_of_one_name_are_two_sources() -> None:
    text = "Mr. Voss said the bridge was safe. Mrs. Voss said it was not. Voss said it would be shut."
    says = [
        Say("the bridge was safe", "Mr. Voss", "said"),
        Say("it was not", "Mrs. Voss", "said"),
        Say("it would be shut", "Voss", "said"),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert len({statement.chain for statement in case.statements}) == 3
    open_ = {source.id for source in case.sources if unresolved(source)}
    assert [statement.chain[0] in open_ for statement in case.statements] == [False, False, True]


def test_the_one_who_was_named_last_and_alone() -> None:
    text = (
        f"Maren Voss said the bridge was safe. Her brother Tilo Voss said it was not.\n\n{PADDING}\n\n{PADDING}\n\n"
        "Tilo Voss came back at night. “It leaks,” Voss said."
    )
    says = [
        Say("the bridge was safe", "Maren Voss", "said"),
        Say("it was not", "Tilo Voss", "said"),
        Say("It leaks,", "Voss", "said", quoted=True),
    ]
    assert told(text, says)[2] == ["Tilo Voss"]


def test_a_relative_named_in_passing_takes_no_words_from_the_speaker_before() -> None:
    text = (
        "Maren Voss said the bridge was safe.\n\n"
        "Her husband, Tilo Voss, was away that day, and nobody had asked the skippers. “It holds,” Voss said."
    )
    says = [Say("the bridge was safe", "Maren Voss", "said"), Say("It holds,", "Voss", "said", quoted=True)]
    assert told(text, says)[1] != ["Tilo Voss"]


@pytest.mark.parametrize(
    "passing",
    [
        "Ulf Okko, her brother, sat behind her.",
        "She had sold the mill to Ulf Okko.",
        "Her late father, Nils Okko, built the mill.",
    ],
)
def test_a_namesake_who_never_speaks_keeps_the_surname_open(passing: str) -> None:
    text = f"Mayor Hanne Okko said the mill was safe. {passing} “It leaks,” Okko said."
    says = [Say("the mill was safe", "Mayor Hanne Okko", "said"), Say("It leaks,", "Okko", "said", quoted=True)]
    assert told(text, says) == [["Hanne Okko"], ["Okko"]]


@pytest.mark.parametrize("before", ["On Monday Voss", "Mayor Voss", "Sgt. Voss", "In Kesh, Voss"])
def test_a_day_or_a_title_before_a_surname_is_no_namesake(before: str) -> None:
    text = f"Maren Voss said the mill was safe. {before} said it leaked."
    says = [Say("the mill was safe", "Maren Voss", "said"), Say("it leaked", "Voss", "said")]
    assert told(text, says)[1] == ["Maren Voss"]


def test_a_namesake_of_another_report_keeps_a_bare_surname_alone() -> None:
    reports = {
        "a": ("Maren Voss said the lock was shut.", [Say("the lock was shut", "Maren Voss", "said")]),
        "b": ("Tilo Voss was not asked. It rained in Kesh.", []),
        "c": ("On Monday Voss said the lock was open.", [Say("the lock was open", "Voss", "said")]),
    }
    assert chains(sources(case_of(reports))) == [["Maren Voss"], ["Voss"]]


def test_titles_tell_two_of_one_name_apart_over_reports() -> None:
    reports = {
        "a": (
            "Mr. Tilo Voss said the lock was shut. Mrs. Maren Voss said it was not.",
            [Say("the lock was shut", "Mr. Tilo Voss", "said"), Say("it was not", "Mrs. Maren Voss", "said")],
        ),
        "b": ("On Monday Mrs. Voss said the gate was bent.", [Say("the gate was bent", "Mrs. Voss", "said")]),
    }
    case = sources(case_of(reports))
    assert case.statements[2].chain != case.statements[0].chain


def test_the_first_of_two_surnames_is_his_name() -> None:
    text = "Odo Lanz Ferrin said the lock was shut. It leaked, Mr. Lanz said."
    says = [Say("the lock was shut", "Odo Lanz Ferrin", "said"), Say("It leaked", "Mr. Lanz", "said")]
    assert told(text, says) == [["Odo Lanz Ferrin"], ["Odo Lanz Ferrin"]]


def test_a_name_and_the_same_name_with_a_second_surname_over_reports() -> None:
    reports = {
        "a": ("Odo Lanz said the lock was shut.", [Say("the lock was shut", "Odo Lanz", "said")]),
        "b": ("Odo Lanz Ferrin said it leaked.", [Say("it leaked", "Odo Lanz Ferrin", "said")]),
    }
    case = sources(case_of(reports))
    assert case.statements[0].chain == case.statements[1].chain


def test_a_surname_before_the_only_full_name_of_the_report_where_the_story_has_another() -> None:
    report = (
        "Voss said the bridge was safe. She had crossed it twice.\n\n"
        "Tilo Voss, her father, built it. Nobody asked him.",
        [Say("the bridge was safe", "Voss", "said")],
    )
    other = ("Maren Voss said it was old.", [Say("it was old", "Maren Voss", "said")])
    assert chains(sources(case_of({"a": report})))[0] == ["Tilo Voss"]
    assert chains(sources(case_of({"a": report, "b": other})))[0] != ["Tilo Voss"]
