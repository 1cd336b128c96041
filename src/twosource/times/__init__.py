"""Times: every time expression of a report, what date it means, by which anchor, and what it is there for.

A relative expression ("Thursday", "next month") is counted from the report's own date; where the report gives none,
from the dates of the other reports of its story, if they all lead to the same answer; else it stays unresolved. A
caption, a biography or the clock is never an anchor.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.model import Anchor, Case, Paragraph, Part, PartKind, Reason, Report, Span, Time
from twosource.times.dates import Frame, Value, is_period, start_of
from twosource.times.find import DATED, Expression, find
from twosource.times.frame import dates_a_saying, looks_ahead

NEAR_DAYS = 3
"""Without stories, reports dated within so many days of one another are taken for one story's."""

ZONES = timedelta(days=1)
"""The date of one publication may differ so far from zone to zone."""

NAMED = 3
"""Anchoring reports that a reason names one by one."""

PART_ROLES = {
    PartKind.CAPTION: "caption",
    PartKind.FURNITURE: "furniture",
    PartKind.CREDIT: "furniture",
    PartKind.DATELINE: "published",
    PartKind.BYLINE: "published",
}
"""Roles that follow from the part alone."""

RUNNING = frozenset({PartKind.HEADLINE, PartKind.BODY})
"""Parts that make one running text: the quarter that one names is the one that the next compares with."""

_UPDATED = re.compile(r"(?<!\w)(?:updated|modified|revised|edited|corrected)(?!\w)", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?<!\w)(?:published|posted|created|issued|first)(?!\w)", re.IGNORECASE)

_VAGUE = {
    "PRESENT_REF": "names the time of writing and no date",
    "PAST_REF": "names a time gone by and no date",
    "FUTURE_REF": "names a time to come and no date",
    "recurring": "recurs, so it has no single date",
}


@dataclass(frozen=True, slots=True)
class _Anchors:
    """The days that a report's relative expressions may be counted from, and the other reports that give them."""

    kind: Anchor
    days: tuple[date, ...]
    reports: tuple[str, ...]


def times(case: Case) -> Case:
    """Find the time expressions of every report and resolve them; what copies share is read once."""
    paragraphs: dict[str, list[Paragraph]] = {}
    for paragraph in case.paragraphs:
        paragraphs.setdefault(paragraph.report, []).append(paragraph)
    anchors = _anchors(case)
    read: dict[Hashable, tuple[Time, ...]] = {}
    found: list[Time] = []
    for report in case.reports:
        if report.language in (None, "en"):
            own = sorted(paragraphs.get(report.id, ()), key=lambda paragraph: paragraph.start)
            parsed = tuple((paragraph.start, id(paragraph.parse)) for paragraph in own)
            same = report.text, report.parts, parsed, anchors[report.id]
            if same not in read:
                read[same] = tuple(_report_times(report, own, anchors[report.id]))
            found.extend(_in_report(time, report.id) for time in read[same])
    return case.with_(times=tuple(found))


def _in_report(time: Time, report: str) -> Time:
    """Return a time of a report as that of its copy."""
    span = time.span
    return time if span.report == report else replace(time, span=Span(report, span.start, span.end, span.text))


def anchor_days(case: Case) -> Mapping[str, tuple[date, ...]]:
    """Return for each report the days that its relative expressions are counted from: its own, else its story's."""
    return {report: anchors.days for report, anchors in _anchors(case).items()}


def _report_times(report: Report, paragraphs: list[Paragraph], anchors: _Anchors) -> Iterator[Time]:
    starts = [paragraph.start for paragraph in paragraphs]
    days: tuple[date | None, ...] = anchors.days or (None,)
    periods: list[str | None] = [None] * len(days)
    alone = [True] * len(days)
    for part in report.parts or (Part(PartKind.BODY, 0, len(report.text), "no parts given"),) * bool(report.text):
        previous: list[str | None] = [None] * len(days)
        if part.kind not in RUNNING:
            periods, alone = [None] * len(days), [True] * len(days)
        end = part.start
        for expression in find(report.text, part.start, part.end):
            if "\n" in report.text[end : expression.start]:
                previous = [None] * len(days)
            end = expression.end
            at = bisect_right(starts, expression.start) - 1
            paragraph = paragraphs[at] if at >= 0 and paragraphs[at].end >= expression.end else None
            ahead = looks_ahead(paragraph, report.text, expression.core)
            known = zip(days, previous, periods, alone, strict=True)
            frames = [Frame(day, ahead, last, period, one) for day, last, period, one in known]
            values = [expression.read(frame) for frame in frames]
            yield _time(report, part, paragraph, expression, values, anchors, ahead)
            if expression.kind in DATED:
                if not ahead:
                    periods = [_period(v.text, last) for v, last in zip(values, periods, strict=True)]
                alone = [_no_other(v.text, day) and one for v, day, one in zip(values, days, alone, strict=True)]
                previous = [
                    value.text if start_of(value.text) else last for value, last in zip(values, previous, strict=True)
                ]


def _period(value: str | None, last: str | None) -> str | None:
    """Return the quarter or half that the text reports on after a value: the latest that it has named."""
    return value if is_period(value) and value is not None and value >= (last or "") else last


def _no_other(value: str | None, day: date | None) -> bool:
    """Return whether a value names no day but that of the anchor."""
    return value is None or len(value) < 10 or (day is not None and value.startswith(day.isoformat()))


def _time(
    report: Report,
    part: Part,
    paragraph: Paragraph | None,
    expression: Expression,
    values: list[Value],
    anchors: _Anchors,
    ahead: bool | None,
) -> Time:
    value = values[0]
    agreed = all(other.text == value.text for other in values)
    role = _role(report, part, paragraph, expression)
    if not agreed:
        value = replace(value, text=None)
    if value.anchored and part.kind is PartKind.FURNITURE:
        value = replace(value, text=None)
    reasons = (*_reasons(value, anchors, part, agreed), *_order(value, ahead, anchors, part))
    anchor = anchors.kind if value.anchored and value.text else Anchor.NONE
    return Time(report.span(expression.start, expression.end), value.text, anchor, role, reasons)


def _reasons(value: Value, anchors: _Anchors, part: Part, agreed: bool) -> Iterator[Reason]:
    if value.note in _VAGUE:
        yield Reason("vague", f"{value.note}: {_VAGUE[value.note]}")
    elif value.note:
        yield Reason("detail", value.note)
    if value.length:
        yield Reason("length", value.length)
    if not value.anchored:
        if value.text is not None:
            length = "length" if value.length else "date"
            yield Reason("anchor", f"the words give the {length} by themselves")
        return
    days = ", ".join(day.isoformat() for day in sorted(set(anchors.days)))
    if part.kind is PartKind.FURNITURE:
        yield Reason("anchor", "furniture is not dated by the report's date")
    elif anchors.kind is Anchor.NONE:
        yield Reason("anchor", "the report gives no date of its own, and no other report of its story does")
    elif anchors.kind is Anchor.REPORT and not agreed:
        yield Reason("anchor", f"the report gives several dates of its own ({days}), which give different days")
    elif anchors.kind is Anchor.REPORT:
        yield Reason(
            "anchor", f"counted from the report's own date, {days}" if value.text else "no date fits the words"
        )
    else:
        named = ", ".join(anchors.reports[:NAMED]) + (" and more" if len(anchors.reports) > NAMED else "")
        if agreed:
            yield Reason("anchor", f"the report gives no date of its own; counted from {days}, the date of {named}")
        else:
            yield Reason("anchor", f"the dates of the other reports of the story ({days}: {named}) give different days")


def _order(value: Value, ahead: bool | None, anchors: _Anchors, part: Part) -> Iterator[Reason]:
    """Yield the contradiction of a day that is told as past and lies after the report's own date."""
    if part.kind in RUNNING and ahead is False and anchors.kind is Anchor.REPORT and len(value.text or "") == 10:
        day = start_of(value.text)
        if day is not None and day - max(anchors.days) > ZONES:
            yield Reason("order", f"told as past, but after the report's own date, {max(anchors.days).isoformat()}")


def _role(report: Report, part: Part, paragraph: Paragraph | None, expression: Expression) -> str:
    if part.kind in (PartKind.DATELINE, PartKind.BYLINE):
        head = report.text[part.start : expression.start].rpartition("\n")[2]
        updated = max((match.end() for match in _UPDATED.finditer(head)), default=-1)
        published = max((match.end() for match in _PUBLISHED.finditer(head)), default=-1)
        return "updated" if updated > published else "published"
    if part.kind in PART_ROLES:
        return PART_ROLES[part.kind]
    if expression.kind == "duration":
        return "duration"
    if expression.kind in ("vague", "recurring"):
        return "event"
    saying = dates_a_saying(paragraph, report.text, expression.start, expression.end)
    return "saying" if saying else "event"


def _anchors(case: Case) -> Mapping[str, _Anchors]:
    """Return the anchors of each report: its own day, else those of the other reports of its stories."""
    days = {report.id: _day(report) for report in case.reports}
    stories: dict[str, list[int]] = {report: [] for report in days}
    for number, story in enumerate(case.stories):
        for report in story.reports:
            stories[report].append(number)
    beside: dict[tuple[int, ...], _Anchors] = {}
    found: dict[str, _Anchors] = {}
    for reported in case.reports:
        report, day = reported.id, days[reported.id]
        if day:
            found[report] = _Anchors(Anchor.REPORT, (day, *_other_days(reported, day)), ())
            continue
        own = tuple(stories[report])
        if own not in beside:  # reports without a day have the same ones beside them, and none is its own
            there = {other for number in own for other in case.stories[number].reports}
            dated = [(d, other) for other, d in days.items() if d and (other in there or not case.stories)]
            beside[own] = _of_others(dated, strictly=not case.stories)
        found[report] = beside[own]
    return found


def _of_others(dated: Sequence[tuple[date, str]], strictly: bool) -> _Anchors:
    """Return the anchors that other reports give; ``strictly``: none if their days are not near one another."""
    distinct = tuple(sorted({day for day, _ in dated}))
    if not distinct or (strictly and (distinct[-1] - distinct[0]).days > NEAR_DAYS):
        return _Anchors(Anchor.NONE, (), ())
    return _Anchors(Anchor.OTHER_REPORT, distinct, tuple(identity for _, identity in dated))


def _other_days(report: Report, own: date) -> tuple[date, ...]:
    """Return the days that the lines at a report's head name for its publication beside its own: a contradiction."""
    others: set[date] = set()
    for part in report.parts:
        if part.kind is PartKind.BODY:
            break
        if part.kind in (PartKind.DATELINE, PartKind.BYLINE):
            for expression in find(report.text, part.start, part.end):
                value = expression.read(Frame())
                day = start_of(value.text) if value.text and len(value.text) >= 10 and not value.anchored else None
                if day and _role(report, part, None, expression) == "published" and abs(day - own) > ZONES:
                    others.add(day)
    return tuple(sorted(others))


def _day(report: Report) -> date | None:
    """Return the report's own day; a date that names no day (a month, a year) is none."""
    try:
        return date.fromisoformat(report.date or "")
    except ValueError:
        return None
