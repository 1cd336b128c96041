"""Looks ahead: plans, forecasts, conditions, plans called off and invitations, with the date they can be checked by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from twosource.future.find import Look, looks, sentence_start
from twosource.model import Case, Future, FutureClass, Paragraph, Parse, PartKind, Reason, Span, Statement, Time
from twosource.times import anchor_days
from twosource.times.dates import last_day

AROUND = 0.5
"""Share of a look ahead that must lie in a statement's content for the statement to stand around it."""


CLIMB = 6
"""Words from a date up to the verb that it belongs to."""

LEAD = 25
"""Words before a look ahead in which an adverbial of time may stand: "On Friday, after the vote, Vale will …"."""


def future(case: Case) -> Case:
    """Find the looks ahead of every paragraph that is read, with the date and the source of each.

    A paragraph that stands in many reports, with the same times in it, is looked through once.
    """
    places = _Places(case.paragraphs)
    times: dict[int, list[Time]] = {}
    for time in sorted(case.times, key=lambda time: time.span.start):
        for at in places.of(time.span):
            times.setdefault(at, []).append(time)
    statements: dict[int, list[Statement]] = {}
    for statement in case.statements:
        touched = {at for content in statement.content for at in places.of(content)}
        for at in sorted(touched):
            statements.setdefault(at, []).append(statement)
    reports = {report.id: report for report in case.reports}
    days = {report: max(own, default=None) for report, own in anchor_days(case).items()}
    read: dict[Hashable, tuple[_Ahead, ...]] = {}
    found: list[Future] = []
    for at, paragraph in enumerate(case.paragraphs):
        dates = tuple(_Date.of(time, paragraph) for time in times.get(at, ()))
        same = id(paragraph.parse), paragraph.part, dates, days[paragraph.report]
        if same not in read:
            read[same] = tuple(_ahead(paragraph.parse, paragraph.part, dates, days[paragraph.report]))
        for look in read[same]:
            span = reports[paragraph.report].span(paragraph.start + look.start, paragraph.start + look.end)
            source = _source(span, statements.get(at, []))
            found.append(Future(span, look.klass, look.value, source, look.reasons))
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


class _Date(NamedTuple):
    """A time expression of a paragraph: its range, counted from the paragraph's start, its words and its value."""

    start: int
    end: int
    text: str
    value: str | None

    @classmethod
    def of(cls, time: Time, paragraph: Paragraph) -> _Date:
        """Return a time as it stands in a paragraph."""
        return cls(time.span.start - paragraph.start, time.span.end - paragraph.start, time.span.text, time.value)


class _Ahead(NamedTuple):
    """A look ahead of a distinct paragraph: its range, counted from the paragraph's start, its class and its date."""

    start: int
    end: int
    klass: FutureClass
    value: str | None
    reasons: tuple[Reason, ...]


def _told_then(parse: Parse, look: Look, time: _Date) -> bool:
    """Return whether a date is that of the promise and not of what is promised: "vowed on Friday to leave"."""
    tokens = parse.tokens
    if not look.marker.endswith(" to") or tokens[look.verb].tag != "VBD":
        return False
    at = bisect_right(tokens, time.end - 1, key=lambda token: token.start) - 1
    for _ in range(CLIMB):
        if at == look.verb:
            return True
        if at < 0 or tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


def _ahead(parse: Parse, part: PartKind, dates: Sequence[_Date], day: date | None) -> Iterator[_Ahead]:
    def later(start: int, end: int) -> bool:
        return _dated(dates, start, end, day, strictly=True) is not None

    for look in looks(parse, part, later):
        reach = _reach(parse, look)
        own = [date for date in _within(dates, *reach) if not _told_then(parse, look, date)]
        time = _dated(own, *reach, day, strictly=True) or _dated(own, *reach, day, strictly=False)
        value = time.value if time else None
        start, end = parse.tokens[look.first].start, parse.tokens[look.last].end
        yield _Ahead(start, end, look.klass, value, tuple(_reasons(look, time)))


def _reasons(look: Look, time: _Date | None) -> Iterator[Reason]:
    yield Reason("marker", look.marker)
    last = last_day(time.value) if time else None
    if time and last:
        yield Reason("date", f"{time.text} is {time.value}: it can be checked by {last.isoformat()}")


def _reach(parse: Parse, look: Look) -> tuple[int, int]:
    """Return the characters in which the date of a look ahead may stand: what opens its sentence counts."""
    tokens = parse.tokens
    start = sentence_start(parse, look.first)
    lead = tokens[start : look.first]
    opens = len(lead) <= LEAD and any(token.text == "," for token in lead)
    if not opens or any(token.pos in ("VERB", "AUX") for token in lead):
        start = look.first
    return tokens[start].start, tokens[look.last].end


def _dated(times: Sequence[_Date], start: int, end: int, day: date | None, strictly: bool) -> _Date | None:
    """Return the first time in a range that does not lie before ``day`` (``strictly``: that ends after it)."""
    if day is None:
        return None
    for time in _within(times, start, end):
        last = last_day(time.value)
        if last is not None and (last > day or (last == day and not strictly)):
            return time
    return None


def _within(times: Sequence[_Date], start: int, end: int) -> Iterator[_Date]:
    """Yield the times of a range; they are in order."""
    at = bisect_left(times, start, key=lambda time: time.start)
    while at < len(times) and times[at].start < end:
        if times[at].end <= end:
            yield times[at]
        at += 1


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
