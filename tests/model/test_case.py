"""A case refuses a span that does not point at its text, whichever field it comes in with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.support import plain_report
from twosource.errors import SpanError
from twosource.model import (
    Act,
    Anchor,
    Case,
    Claim,
    Decision,
    Future,
    FutureClass,
    Lineage,
    Mention,
    Passage,
    PassageKind,
    Reason,
    Relation,
    Silence,
    Source,
    SourceType,
    Span,
    Stance,
    Statement,
    StatementKind,
    Strength,
    Tension,
    Time,
    Variant,
)
from twosource.model.case import FINDINGS, NAMES

TEXT = "The lock gate gave way, Runa Osk said."
GOOD = Span("a.txt", 24, 32, "Runa Osk")
BAD = {
    "of other words": Span("a.txt", 24, 32, "Runa Ask"),
    "beyond the end": Span("a.txt", 34, 42, "Runa Osk"),
    "of no report": Span("b.txt", 24, 32, "Runa Osk"),
}


def statement(**spans: Any) -> Statement:
    return Statement(
        **{"content": (GOOD,), "cue": None, "source": None, **spans},
        id="st-1",
        report="a.txt",
        kind=StatementKind.DIRECT,
        act=Act.SPEECH,
        stance=Stance.ASSERTED,
        confidence=1.0,
        reasons=(Reason("construct", "invented", 1.0),),
    )


def findings(span: Span) -> list[tuple[str, Any]]:
    """Return every place of a finding in which a span can stand, with the field of the case that it belongs to."""
    return [
        ("times", Time(span, None, Anchor.NONE, "event")),
        ("sources", Source("so-1", "Osk", SourceType.PERSON, ("Osk",), (GOOD, span))),
        ("statements", statement(content=(GOOD, span))),
        ("statements", statement(cue=span)),
        ("statements", statement(source=span)),
        ("statements", statement(addressee_span=span)),
        ("statements", statement(quoted=(span,))),
        ("passages", Passage("pa-1", PassageKind.VERBATIM, (GOOD, span), 1.0, Lineage(None, Decision.UNDECIDED))),
        ("claims", Claim("cl-1", TEXT, (Mention(span, None, Relation.VERBATIM),), ("a.txt",), ())),
        ("variants", Variant(None, (span,), (), "wording")),
        ("tensions", Tension("denial", Strength.STRONG, span, GOOD, "invented")),
        ("tensions", Tension("denial", Strength.STRONG, GOOD, span, "invented")),
        ("silences", Silence("a.txt", "cl-1", span, 0.5, False)),
        ("future", Future(span, FutureClass.PLAN, None, None)),
    ]


def case() -> Case:
    """Return a case with a right finding in every field."""
    found: dict[str, Any] = {}
    for name, finding in findings(GOOD):
        found[name] = (*found.get(name, ()), finding)
    return Case(reports=(plain_report(TEXT),), **found)


@pytest.mark.parametrize("why", BAD)
@pytest.mark.parametrize("number", range(len(findings(GOOD))))
def test_a_bad_span_in_a_changed_field_is_refused(number: int, why: str) -> None:
    name, finding = findings(BAD[why])[number]
    for changes in ({name: (finding,)}, {"notices": (), name: (*getattr(case(), name), finding)}):
        with pytest.raises(SpanError):
            case().with_(**changes)
        with pytest.raises(SpanError):
            replace(case(), **changes)


def test_there_is_a_bad_span_for_every_field_of_findings() -> None:
    assert {name for name, _ in findings(GOOD)} == set(FINDINGS)
    assert set(FINDINGS) < NAMES


@pytest.mark.parametrize("name", FINDINGS)
def test_changed_reports_are_checked_against_findings_that_stay(name: str) -> None:
    own = Case(reports=(plain_report(TEXT),), **{name: getattr(case(), name)})
    for reports in ((), (plain_report(TEXT.replace("Osk", "Ask")),), (plain_report(TEXT, id="b.txt"),)):
        with pytest.raises(SpanError):
            own.with_(reports=reports)
        assert own.with_(reports=reports, **{name: ()}).reports == reports


@pytest.mark.parametrize("name", sorted(NAMES - {"reports", "options"}))
def test_a_changed_copy_is_what_the_constructor_would_make(name: str) -> None:
    whole = case()
    changes: dict[str, Any] = {name: ()}
    assert whole.with_(**changes) == replace(whole, **changes)
    assert whole == case()


def test_a_field_that_a_case_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError):
        case().with_(clames=())


def test_all_spans_are_told() -> None:
    whole = case()
    assert set(whole.spans()) == {GOOD}
    fewer = whole.with_(tensions=())
    assert len(list(whole.spans())) == len(list(fewer.spans())) + 2 * len(whole.tensions)
