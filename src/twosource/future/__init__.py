"""Looks ahead: plans, forecasts, conditions, plans called off and invitations, with the date they can be checked by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from twosource.future.find import Look, looks, sentence_start
from twosource.model import Case, Future, Paragraph, Reason, Report, Span, Statement, Time
from twosource.times import anchor_days
from twosource.times.dates import last_day

AROUND = 0.5
"""Share of a look ahead that must lie in a statement's content for the statement to stand around it."""


LEAD = 25
"""Words before a look ahead in which an adverbial of time may stand: "On Friday, after the vote, Vale will …"."""


def future(case: Case) -> Case:
    """Find the looks ahead of every paragraph that is read, with the date and the source of each."""
    places = _Places(case.paragraphs)
    times: dict[int, list[Time]] = {}
    for time in case.times:
        for at in places.of(time.span):
            times.setdefault(at, []).append(time)
    statements: dict[int, list[Statement]] = {}
    for statement in case.statements:
        touched = {at for content in statement.content for at in places.of(content)}
        for at in sorted(touched):
            statements.setdefault(at, []).append(statement)
    reports = {report.id: report for report in case.reports}
    days = {report.id: max(anchor_days(case, report), default=None) for report in case.reports}
    found: list[Future] = []
    for at, paragraph in enumerate(case.paragraphs):
        report = reports[paragraph.report]
        found.extend(_paragraph(report, paragraph, times.get(at, []), days[report.id], statements.get(at, [])))
    return case.with_(future=tuple(found))


class _Places:
    """Which paragraphs a span touches, by bisection."""

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self._by_report: dict[str, list[tuple[int, int, int]]] = {}
        for at, paragraph in enumerate(paragraphs):
            self._by_report.setdefault(paragraph.report, []).append((paragraph.start, paragraph.end, at))
        for places in self._by_report.values():
            places.sort()

    def of(self, span: Span) -> list[int]:
        """Return the indices of the paragraphs that share characters with a span."""
        places = self._by_report.get(span.report, [])
        at = max(0, bisect_right(places, span.start, key=lambda place: place[0]) - 1)
        found = []
        while at < len(places) and places[at][0] < span.end:
            if places[at][1] > span.start:
                found.append(places[at][2])
            at += 1
        return found


def _paragraph(
    report: Report, paragraph: Paragraph, times: list[Time], day: date | None, statements: list[Statement]
) -> Iterable[Future]:
    def ahead(start: int, end: int) -> bool:
        return _dated(times, paragraph.start + start, paragraph.start + end, day, strictly=True) is not None

    tokens = paragraph.parse.tokens
    for look in looks(paragraph.parse, paragraph.part, ahead):
        span = report.span(paragraph.start + tokens[look.first].start, paragraph.start + tokens[look.last].end)
        time = _dated(times, *_reach(paragraph, look), day, strictly=False)
        yield Future(
            span=span,
            klass=look.klass,
            value=time.value if time else None,
            source=_source(span, statements),
            reasons=tuple(_reasons(look, time)),
        )


def _reasons(look: Look, time: Time | None) -> Iterable[Reason]:
    yield Reason("marker", look.marker)
    if time:
        yield Reason("date", f"{time.span.text} is {time.value}")


def _reach(paragraph: Paragraph, look: Look) -> tuple[int, int]:
    """Return the characters in which the date of a look ahead may stand: what opens its sentence counts."""
    tokens = paragraph.parse.tokens
    start = sentence_start(paragraph.parse, look.first)
    lead = tokens[start : look.first]
    opens = len(lead) <= LEAD and any(token.text == "," for token in lead)
    if not opens or any(token.pos in ("VERB", "AUX") for token in lead):
        start = look.first
    return paragraph.start + tokens[start].start, paragraph.start + tokens[look.last].end


def _dated(times: list[Time], start: int, end: int, day: date | None, strictly: bool) -> Time | None:
    """Return the first time in a range that does not lie before ``day`` (``strictly``: that ends after it)."""
    if day is None:
        return None
    for time in times:
        if start <= time.span.start and time.span.end <= end:
            last = last_day(time.value)
            if last is not None and (last > day or (last == day and not strictly)):
                return time
    return None


def _source(span: Span, statements: list[Statement]) -> str | None:
    """Return the last source in the chain of the innermost statement around a span, None in the report's own voice."""
    around = [
        statement
        for statement in statements
        if statement.chain
        and sum(content.overlap(span) for content in statement.content) >= AROUND * (span.end - span.start)
    ]
    if not around:
        return None
    inner = min(around, key=lambda one: (-len(one.chain), sum(c.end - c.start for c in one.content), one.id))
    return inner.chain[-1]
