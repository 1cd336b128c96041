"""Looks ahead: their class, their span, the date they can be checked by, and their source."""

from __future__ import annotations

import pytest

from tests.support import plain_report, run
from twosource.future import future
from twosource.language import language
from twosource.model import Act, Case, FutureClass, Part, PartKind, Report, Stance, Statement, StatementKind
from twosource.times import times

PUBLISHED = "2023-09-14"  # a Thursday


def looks(text: str, published: str | None = PUBLISHED, headline: bool = False) -> list[tuple[str, str, str | None]]:
    """Return class, span text and value of every look ahead of a report."""
    case = run(Case(reports=(plain_report(text, published=published, headline=headline),)), language, times, future)
    return [(str(one.klass), one.span.text, one.value) for one in case.future]


@pytest.mark.parametrize(
    ("text", "klass", "span", "value"),
    [
        (
            "Foreign Minister Mara Tull will visit Dorlin for talks next month, the palace said.",
            "plan",
            "Foreign Minister Mara Tull will visit Dorlin for talks next month",
            "2023-10",
        ),
        (
            "Orrin said Tull now planned to inspect two shipyards and to open a bridge in Dorlin.",
            "plan",
            "Tull now planned to inspect two shipyards and to open a bridge in Dorlin",
            None,
        ),
        (
            "Norwire reported that Tull left Pellar and was expected to visit a shipyard on Saturday.",
            "plan",
            "was expected to visit a shipyard on Saturday",
            "2023-09-16",
        ),
        ("The ferry is due to leave on Friday.", "plan", "The ferry is due to leave on Friday", "2023-09-15"),
        (
            "She repeated her willingness to share the harbour for the next fifty years, Norwire said.",
            "plan",
            "her willingness to share the harbour for the next fifty years",
            "2023/2073",
        ),
        ("On Friday, the council will meet.", "plan", "the council will meet", "2023-09-15"),
        ("The palace said it would close the harbour in May.", "plan", "it would close the harbour in May", "2024-05"),
        ("The talks resume on Friday.", "plan", "The talks resume on Friday", "2023-09-15"),
        (
            'Tull said she was "certain that the fleet will prevail".',
            "prediction",
            "the fleet will prevail",
            None,
        ),
        ("“I am sure Pellar will defeat hunger”, she told Orrin.", "prediction", "Pellar will defeat hunger", None),
        ("Prices are likely to rise in 2024.", "prediction", "Prices are likely to rise in 2024", "2024"),
        (
            "The ministry said Pellar “will not hesitate” to raise tolls if Dorlin breaks the treaty.",
            "condition",
            "Pellar “will not hesitate” to raise tolls if Dorlin breaks the treaty",
            None,
        ),
        (
            "If the river rises, the mayor will close the school.",
            "condition",
            "If the river rises, the mayor will close the school",
            None,
        ),
        (
            "The spokesman said there was no plan for Tull to visit Pellar.",
            "negated-plan",
            "there was no plan for Tull to visit Pellar",
            None,
        ),
        ("Tull has no intention of leaving Dorlin.", "negated-plan", "Tull has no intention of leaving Dorlin", None),
        ("Tull ruled out a visit to Pellar.", "negated-plan", "Tull ruled out a visit to Pellar", None),
        ("Tull does not plan to resign.", "negated-plan", "Tull does not plan to resign", None),
        ("The palace called off the summit.", "negated-plan", "The palace called off the summit", None),
        (
            "Tull invited Orrin to visit Dorlin at a convenient time.",
            "invitation",
            "to visit Dorlin at a convenient time",
            None,
        ),
        ("Orrin accepted the invitation to visit Dorlin.", "invitation", "to visit Dorlin", None),
        (
            "A ferry larger than any that sails today is scheduled to leave on Friday.",
            "plan",
            "A ferry larger than any that sails today is scheduled to leave on Friday",
            "2023-09-15",
        ),
        ("The voyage will last 22 days.", "prediction", "The voyage will last 22 days", None),
        ("The mill threatens to collapse.", "prediction", "The mill threatens to collapse", None),
        (
            "The council promised on Thursday to repair the gate.",
            "plan",
            "The council promised on Thursday to repair the gate",
            None,
        ),
        (
            "The council promised on Thursday to repair the gate in May.",
            "plan",
            "The council promised on Thursday to repair the gate in May",
            "2024-05",
        ),
        ("Tull will leave in under an hour.", "plan", "Tull will leave in under an hour", None),
    ],
)
def test_class_span_and_value(text: str, klass: str, span: str, value: str | None) -> None:
    assert looks(text) == [(klass, span, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Tull visited Dorlin on Wednesday.",
        "When asked if Pellar would help, Tull smiled.",
        "Will the bridge hold?",
        "The will of the people counts.",
        "Tull said that the plan had failed.",
        "Tull had planned to leave.",
        "They decided to leave the hall.",
        "The aim is to learn.",
        "You agree to receive our letters.",
        "The council meets in a barn.",
        "Tull did not say that she would resign.",
        "She said the mill would have burned.",
        "Orrin said Tull would've been proud.",
        "Guards are setting up fences to keep the square open.",
        "The reason for the fence is to keep the square open.",
    ],
)
def test_no_look_ahead(text: str) -> None:
    assert looks(text) == []


def test_a_headline_without_a_finite_verb_is_a_plan() -> None:
    assert looks("Tull to visit Dorlin in May: palace\nThe palace spoke.", headline=True) == [
        ("plan", "Tull to visit Dorlin in May", "2024-05")
    ]


def test_without_any_date_there_is_no_value() -> None:
    assert looks("Tull will visit Dorlin next month.", published=None) == [
        ("plan", "Tull will visit Dorlin next month", None)
    ]


def test_a_date_gone_by_is_not_the_date_to_check_by() -> None:
    assert looks("Tull will visit the mill that burned in 2019.")[0][2] is None


def test_furniture_is_not_read() -> None:
    text = "The gate fell.\nTull will visit Dorlin."
    cut = text.index("\n") + 1
    parts = (Part(PartKind.BODY, 0, cut, "test"), Part(PartKind.FURNITURE, cut, len(text), "test"))
    report = Report("a.txt", "a.txt", "0", text, parts=parts)
    assert run(Case(reports=(report,)), language, times, future).future == ()


def statement(report: Report, words: str, chain: tuple[str, ...], id: str) -> Statement:
    """Return a statement with these words as its content."""
    start = report.text.index(words)
    return Statement(
        id=id,
        report=report.id,
        content=(report.span(start, start + len(words)),),
        cue=None,
        source=None,
        kind=StatementKind.INDIRECT,
        act=Act.SPEECH,
        stance=Stance.ASSERTED,
        confidence=1.0,
        reasons=(),
        chain=chain,
    )


def test_the_source_is_the_last_of_the_innermost_statement_around_it() -> None:
    report = plain_report("Norwire said Orrin said Tull will visit Dorlin. The bridge will open.", published=PUBLISHED)
    inner = statement(report, "Tull will visit Dorlin", ("norwire", "orrin"), "s2")
    outer = statement(report, "Orrin said Tull will visit Dorlin", ("norwire",), "s1")
    case = run(Case(reports=(report,), statements=(outer, inner)), language, times, future)
    assert [(one.span.text, one.source) for one in case.future] == [
        ("Tull will visit Dorlin", "orrin"),
        ("The bridge will open", None),
    ]


def test_every_look_ahead_says_what_opened_it() -> None:
    case = run(
        Case(reports=(plain_report("Tull will visit Dorlin in May.", published=PUBLISHED),)), language, times, future
    )
    assert case.future[0].klass is FutureClass.PLAN
    assert [(reason.signal, reason.detail) for reason in case.future[0].reasons] == [
        ("marker", "will"),
        ("date", "in May is 2024-05: it can be checked by 2024-05-31"),
    ]


def test_a_list_of_plans_is_not_read_one_inside_another() -> None:
    found = looks("She plans to announce that the ferry will sail.")
    assert [(klass, span) for klass, span, _ in found] == [("plan", "She plans to announce that the ferry will sail")]


def test_a_report_dated_after_the_event_takes_no_date_gone_by() -> None:
    assert looks("Tull will visit Dorlin on 14 September 2023.", published="2024-01-05") == [
        ("plan", "Tull will visit Dorlin on 14 September 2023", None)
    ]


@pytest.mark.parametrize("day", ["31 June 2024", "29 February 2023"])
def test_a_day_that_cannot_be_is_no_date_to_check_by(day: str) -> None:
    assert looks(f"Tull will visit Dorlin on {day}.") == [("plan", f"Tull will visit Dorlin on {day}", None)]


def test_a_thousand_plans_have_a_date_each() -> None:
    text = " ".join(f"Tull will visit Dorlin on {1 + n % 28} May {2024 + n % 9}." for n in range(1_000))
    found = looks(text)
    assert [value for _, _, value in found] == [f"{2024 + n % 9}-05-{1 + n % 28:02d}" for n in range(1_000)]
