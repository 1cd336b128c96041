"""What speaks for one way a passage may have come to its reports: credits, datelines, names beside it, and time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from twosource.model import Reason, Report, Span, joined
from twosource.stories.words import normal

CREDITED = 0.7
"""Weight of one agency, or one writer, credited for the text of every report of a passage."""
CREDITED_BY_SOME = 0.5
"""Weight of an agency that some of the reports credit, where the others share a good part of their text with those:
its text stands behind them too, however it came there."""
CREDITED_APART = 0.2
"""Weight where they share this passage and little else: the agency may have it from where the others have it."""
CONTRIBUTED = 0.3
"""Weight where a credit only says that the agency contributed (any part of the report may be its), or only a copyright
line names it in a report whose outlet is not known (the name may be the outlet's)."""
CREDITS_OUTLET = 0.6
"""Weight of a report that credits the other's outlet for its text."""
NAMES_OUTLET = 0.5
"""Weight of the other's outlet named as a source in the paragraph that the passage stands in."""
SAME_RELAY = 0.5
"""Weight of one agency or outlet given as the source of the passage in every report: the words came through it."""
SAME_OUTLET = 0.4
"""Weight of two reports of one outlet: a newsroom uses its own text again."""
NAME_WORDS = 4
"""Most words of an outlet's name that is looked for beside a passage."""
NEAR_CHARACTERS = 400
"""Characters around a passage in which a name counts as beside it, in its paragraph."""
REMEMBERED = 256
"""Paragraphs whose names are kept in memory: copies of one come one after the other."""
EARLIER = 0.2
"""Weight of the other report being out before this one, for certain. By itself it decides nothing."""
CLOCK_SLACK = timedelta(hours=14)
"""How far a time without a zone, or a date, may be from the same reading in UTC."""

Name = tuple[str, ...]

_PART = r"[A-Z](?:[\w&'’-]|\.(?=\w)){0,40}"
_NAME = re.compile(rf"(?<![\w'’.&-]){_PART}(?:[ ]{_PART}){{0,5}}")
_WORD = re.compile(r"\w+")
_PLACED = re.compile(r"\b(?:in|from|at) $")
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"copyright|©", re.IGNORECASE)
_CONTRIBUTED = re.compile(r"\b(?:contribut|additional|agencies|with (?:reporting|files|material))", re.IGNORECASE)
_CUE = re.compile(r"\b(?:according|cited|citing|quoted|reported|reports|said|says|told|wrote)\b", re.IGNORECASE)
_CREDIT_WORDS = """
a additional all and by contributed copyright credit editing edited for from in of on please photo published reporting
permissions reserved rights source terms text the this to use visit website with writing written
"""
_EMPTY = frozenset(_CREDIT_WORDS.split())
PHOTO = "photo: "
"""How a credit begins that is for a picture alone."""


class Credit(NamedTuple):
    """A name credited for a report's text, as compared and as written, and its weight where no other report has it."""

    name: Name
    told: str
    alone: float


@dataclass(frozen=True, slots=True)
class Witness:
    """What a report says of where its text comes from, and when it was out.

    ``first`` and ``last`` are before and after when its text was not written (None: unknown).
    """

    report: Report
    outlet: Name
    credits: tuple[Credit, ...]
    first: datetime | None
    last: datetime | None


def witness(report: Report) -> Witness:
    """Return what a report says of its text."""
    outlet = name_in(report.outlet or "")
    found: dict[Name, Credit] = {}
    lines = [(credit, False) for credit in report.credits if not credit.startswith(PHOTO)]
    for line, byline in [*lines, (report.byline or "", True)]:
        alone = 0.0 if byline or _BY.search(line) else CREDITED_BY_SOME  # a writer may be the outlet's own
        if alone and (_CONTRIBUTED.search(line) or (_COPYRIGHT.search(line) and not outlet)):
            alone = CONTRIBUTED
        for match in _NAME.finditer(line):
            name = name_in(match[0])
            placed = _PLACED.search(line[max(0, match.start() - 6) : match.start()])
            if name and not placed and not same(name, outlet) and (name not in found or found[name].alone < alone):
                found[name] = Credit(name, match[0], alone)
    first, last = _times(report)
    return Witness(report, outlet, tuple(sorted(found.values())), first, last)


def name_in(text: str) -> Name:
    """Return a name as it is compared: its words in lower case, without those that every credit line has."""
    return tuple(word for word in _WORD.findall(normal(text)) if word not in _EMPTY)


def same(a: Name, b: Name) -> bool:
    """Return whether two names are one: equal, one the initials of the other, one the start of the other, a domain."""
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short == long or (len(short) > 1 and long[: len(short)] == short):
        return True
    for name, other in ((a, b), (b, a)):
        if "".join(name) in other and (len(name) > 1 or other[0] == "www"):
            return True
    return len(short) == 1 and 1 < len(long) == len(short[0]) and "".join(word[0] for word in long) == short[0]


def _times(report: Report) -> tuple[datetime | None, datetime | None]:
    """Return before and after when the report's text was not written; an update may have changed any of it."""
    published, updated = _bounds(report.published), _bounds(report.updated)
    last = max((bounds[1] for bounds in (published, updated) if bounds), default=None)
    return (published[0] if published else None), last


def _bounds(stamp: str | None) -> tuple[datetime, datetime] | None:
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
    return moment - CLOCK_SLACK, moment + whole_day + CLOCK_SLACK


def before(a: Witness, b: Witness) -> bool:
    """Return whether ``a`` was out, updates and all, before ``b`` was, for certain."""
    return a.last is not None and b.first is not None and a.last < b.first


def upstream(witnesses: Sequence[Witness], group_of: Mapping[str, int]) -> tuple[Reason, ...]:
    """Return what speaks for a text behind all these reports that is none of them: the best of their credits.

    :param group_of: the number of the group of dependent reports that a report is in.
    """
    best: Reason | None = None
    for credit in sorted({credit for w in witnesses for credit in w.credits}):
        if any(same(credit.name, w.outlet) for w in witnesses):
            continue  # the credited text may be that report itself
        having = {w.report.id: c.alone for w in witnesses for c in w.credits if same(c.name, credit.name)}
        weight = max(having.values())
        if len(having) == len(witnesses):
            weight = CREDITED_BY_SOME if 0 < weight < CREDITED_BY_SOME else CREDITED
        elif not _one_group([w.report.id for w in witnesses], group_of):
            weight = min(weight, CREDITED_APART)
        verb = "credits" if len(having) == 1 else "credit"
        reason = Reason("credit line", f"{joined(sorted(having))} {verb} {credit.told} for the text", weight)
        if weight and (best is None or weight > best.weight):
            best = reason
    return (best,) if best else ()


def _one_group(reports: Sequence[str], group_of: Mapping[str, int]) -> bool:
    groups = {group_of.get(report) for report in reports}
    return len(groups) == 1 and None not in groups


def taken(source: Witness, taker: Witness, named: frozenset[Name]) -> tuple[Reason, ...] | None:
    """Return what speaks for ``taker`` having the passage from ``source``; None where the time order rules it out.

    :param named: what :func:`names_beside` the passage in ``taker``.
    """
    if before(taker, source):
        return None
    a, b = source.report, taker.report
    found: list[Reason] = []
    if not source.outlet:
        return ()
    if any(same(name, source.outlet) for name, _, _ in taker.credits):
        found.append(Reason("credit line", f"{b.id} credits {a.outlet} for the text", CREDITS_OUTLET))
    elif source.outlet == taker.outlet:
        found.append(Reason("one outlet", f"{a.id} and {b.id} are both of {a.outlet}", SAME_OUTLET))
    elif source.outlet in named:
        found.append(Reason("named beside it", f"{b.id} names {a.outlet} in the paragraph", NAMES_OUTLET))
    if found and before(source, taker):
        found.append(Reason("time order", f"{a.id} was out before {b.id}", EARLIER))
    return tuple(found)


def names_beside(text: str, place: Span) -> frozenset[Name]:
    """Return every run of a few words in the paragraph of a place, if a word of saying is in it: a name may be one."""
    return _runs(_paragraph(text, place))


@lru_cache(maxsize=REMEMBERED)
def _runs(paragraph: str) -> frozenset[Name]:
    if not _CUE.search(paragraph):
        return frozenset()
    words = name_in(paragraph)
    return frozenset(words[i : i + n] for n in range(1, NAME_WORDS + 1) for i in range(len(words) - n + 1))


def _paragraph(text: str, place: Span) -> str:
    start = max(text.rfind("\n", 0, place.start), place.start - NEAR_CHARACTERS)
    end = text.find("\n", place.end)
    return text[max(start, 0) : min(end if end >= 0 else len(text), place.end + NEAR_CHARACTERS)]
