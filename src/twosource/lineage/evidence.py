"""What a report says of where its text comes from, by credits and bylines, and when it was out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from twosource.lineage.names import NAME, Name, name_in, same
from twosource.model import Report
from twosource.reading.assemble import is_wire

__all__ = ["CREDITED_BY_SOME", "Credit", "Name", "Witness", "before", "name_in", "same", "witness"]

CREDITED_BY_SOME = 0.5
"""Weight of an agency that some of the reports credit, where the others share a good part of their text with those:
its text stands behind them too, however it came there."""
CONTRIBUTED = 0.3
"""Weight where a credit only says that the agency contributed (any part of the report may be its), where it leads to a
page that told something, where it stands beside the outlet's own writers, or where only a copyright line names it in a
report whose outlet is not known."""
CLOCK_SLACK = timedelta(hours=14)
"""How far a time without a zone, or a date, may be from the same reading in UTC."""
PHOTO = "photo: "
"""How a credit begins that is for a picture alone."""

_PLACED = re.compile(r"\b(?:in|from|at) $")
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"copyright|©", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"https?://|\b(?:contribut|additional|agencies|information from|with (?:reporting|files|material))", re.IGNORECASE
)
_UNNAMED = re.compile(r"\b(?:agencies|wires|wire (?:services?|reports?|staff)|news services)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;/|&]|\band\b")
_FOR = re.compile(r"\w [fF]or [A-Z]\w")
"""How a byline gives a writer to his outlet ("Imre Zold for Selm Post"): what stands beside him gave but a part."""
_POSTED = re.compile(r"([A-Z]\w{2,20}) [iI]n [A-Z]\w")
"""A byline of one word and a place ("Orrin in Selm"): writers have two names, an agency's desk has one."""


class Credit(NamedTuple):
    """A name credited for a report's text, as compared and as written, and its weight where no other report has it."""

    name: Name
    told: str
    alone: float


@dataclass(frozen=True, slots=True)
class Witness:
    """What a report says of where its text comes from, and when it was out.

    ``first`` and ``last`` are before and after when its text was not written (None: unknown); ``clock`` is the same
    as its outlet's own clock reads it. ``unnamed`` tells of a credit to agencies without a name.
    """

    report: Report
    outlet: Name
    credits: tuple[Credit, ...]
    first: datetime | None
    last: datetime | None
    clock: tuple[datetime | None, datetime | None] = (None, None)
    unnamed: bool = False


def witness(report: Report) -> Witness:
    """Return what a report says of its text."""
    outlet = name_in(report.outlet or "")
    found: dict[Name, Credit] = {}
    for line, alone in _credit_lines(report, outlet):
        for match in NAME.finditer(line):
            name = name_in(match[0])
            placed = _PLACED.search(line[max(0, match.start() - 6) : match.start()])
            if name and not placed and not same(name, outlet) and (name not in found or found[name].alone < alone):
                found[name] = Credit(name, match[0], alone)
    first, last = _times(report, CLOCK_SLACK)
    unnamed = any(_UNNAMED.search(line) for line in report.credits)
    return Witness(report, outlet, tuple(sorted(found.values())), first, last, _times(report, timedelta(0)), unnamed)


def _credit_lines(report: Report, outlet: Name) -> Iterator[tuple[str, float]]:
    """Yield each line that credits somebody for the text, and how much it says of the text when it stands alone."""
    for line in report.credits:
        if line.startswith(PHOTO):
            continue
        if _BY.search(line):
            yield line, 0.0  # a writer may be the outlet's own
        elif _CONTRIBUTED.search(line) or (_COPYRIGHT.search(line) and not outlet):
            yield line, CONTRIBUTED
        else:
            yield line, CREDITED_BY_SOME
    writers = [part.strip() for part in _PARTS.split(report.byline or "") if part.strip()]
    weight = CONTRIBUTED if any(_FOR.search(part) for part in writers) else CREDITED_BY_SOME
    for part in writers:
        if desk := _POSTED.match(part):
            yield desk[1], weight
        else:
            yield part, weight if is_wire(part) else 0.0


def _times(report: Report, slack: timedelta) -> tuple[datetime | None, datetime | None]:
    """Return before and after when the report's text was not written; an update may have changed any of it."""
    published, updated = _bounds(report.published, slack), _bounds(report.updated, slack)
    last = max((bounds[1] for bounds in (published, updated) if bounds), default=None)
    return (published[0] if published else None), last


def _bounds(stamp: str | None, slack: timedelta) -> tuple[datetime, datetime] | None:
    """Return the earliest and the latest moment that a stamp can mean."""
    try:
        moment = datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None
    if stamp is None or moment is None:
        return None
    if moment.tzinfo is not None:
        return moment, moment
    moment = moment.replace(tzinfo=UTC)
    whole_day = timedelta(days=1) if len(stamp) <= len("2000-01-01") else timedelta(0)
    try:
        return moment - slack, moment + whole_day + slack
    except OverflowError:  # the first or the last day that there is
        return None


def before(a: Witness, b: Witness) -> bool:
    """Return whether ``a`` was out, updates and all, before ``b`` was, for certain.

    Two reports of one outlet are told by one clock, whatever its zone.
    """
    if _earlier(a.last, b.first):
        return True
    zones = {_zoned(stamp) for w in (a, b) for stamp in (w.report.published, w.report.updated) if stamp}
    return bool(a.outlet) and a.outlet == b.outlet and len(zones) == 1 and _earlier(a.clock[1], b.clock[0])


def _earlier(last: datetime | None, first: datetime | None) -> bool:
    return last is not None and first is not None and last < first


def _zoned(stamp: str) -> bool:
    return stamp.endswith("Z") or "+" in stamp[10:] or "-" in stamp[10:]
