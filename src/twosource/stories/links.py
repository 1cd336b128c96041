"""How strongly two reports look like reports of one event, and why: shared words, like headlines, dates apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

import numpy as np

from twosource.model import Reason, Report
from twosource.stories.features import Features, cosine

HEADLINE = 0.25
"""Part of the headlines in the score of a pair; the whole texts have the rest. Set on 47 real events (215 reports):
B³ F1 rose by 0.02 to 0.025 from no headline to a part of 0.2 or 0.3."""
NAMES_AGREE = 0.1
"""Cosine of the names of two reports from which on they speak of the same people and places."""
FEW_NAMES = 5
"""Names that both reports must give before their differing says anything."""
NAMES_FLOOR = 0.4
"""What remains of the score where no name is shared: like events of different people in different places."""
FRESH_DAYS = 1
FRESH = 1.1
"""Days within which two reports are news of one day, and what that is worth."""
SAME_DAYS = 3
"""Days between two reports that cost nothing: an event is written about for some days."""
HALF_LIFE = 14.0
"""Days after which half of what time can take away is taken."""
LATE = 0.6
"""What the words that are no names count in the score of two reports that are far apart: their names count nothing, so
that a late copy still joins and the same actors do not."""
UNDATED = 0.7
"""What remains where a report has no date: it joins by strong content only."""
PROBES = 40
"""Heaviest terms of a report by which its candidates are found."""
CROWD = 200
"""Reports that a term may stand in and still propose candidates; commoner terms still count in the score."""
TINY_RUN = 60
"""Reports up to which every pair is a candidate."""
SMALL_RUN = 1000
"""Reports up to which every pair that shares a probe term is a candidate, however common the term."""
LEAST_PROBE = 0.03
"""Cosine over the probe terms below which a pair is not looked at: the least score that can matter is far above."""
LEAST_LINK = 0.03
"""Score below which a pair counts as having nothing in common."""
SHOWN_WORDS = 6
"""Shared words named in a reason."""


@dataclass(frozen=True, slots=True)
class Link:
    """What speaks for and against two reports being of one event; ``score`` is the sum of the reasons' weights."""

    score: float
    reasons: tuple[Reason, ...]


def scores(reports: Sequence[Report], features: Sequence[Features]) -> dict[tuple[int, int], float]:
    """Return the score of every pair of reports that has any: ``{(i, j): score}`` with ``i < j``."""
    days = [_day(report) for report in reports]
    found = {}
    for i, j in _candidates(features):
        score = _evidence(features[i], features[j], days[i], days[j]).score
        if score >= LEAST_LINK:
            found[i, j] = score
    return found


def link(first: Report, second: Report, a: Features, b: Features) -> Link:
    """Return the link between two reports with its reasons in words."""
    days = _day(first), _day(second)
    found = _evidence(a, b, *days)
    reasons = [Reason("shared words", _shared(a.body, b.body) or "none", round(found.words, 4))]
    if found.head:
        reasons.append(Reason("like headlines", _shared(a.head, b.head), round(found.head, 4)))
    if found.names:
        reasons.append(Reason("names", f"{_shared(a.names, b.names) or 'none'} shared", round(found.names, 4)))
    if found.dates:
        reasons.append(Reason("dates", _apart(*days), round(found.dates, 4)))
    return Link(round(math.fsum(reason.weight for reason in reasons), 4), tuple(reasons))


class _Evidence(NamedTuple):
    """What the parts of a score are worth; those of names and dates take away."""

    words: float
    head: float
    names: float
    dates: float

    @property
    def score(self) -> float:
        return math.fsum(self)


def _evidence(a: Features, b: Features, day: int | None, other: int | None) -> _Evidence:
    words = (1 - HEADLINE) * cosine(a.body, b.body)
    head = HEADLINE * cosine(a.head, b.head)
    who = 1.0
    if min(len(a.names), len(b.names)) >= FEW_NAMES:
        who = NAMES_FLOOR + (1 - NAMES_FLOOR) * min(1.0, cosine(a.names, b.names) / NAMES_AGREE)
    near = (words + head) * who
    score = near
    if day is None or other is None:
        score *= UNDATED
    elif abs(day - other) <= FRESH_DAYS:
        score *= FRESH
    elif (over := abs(day - other) - SAME_DAYS) > 0:
        fresh = 0.5 ** (over / HALF_LIFE)
        late = LATE * who * ((1 - HEADLINE) * cosine(a.rest, b.rest) + HEADLINE * cosine(a.head_rest, b.head_rest))
        score = fresh * near + (1 - fresh) * min(near, late)
    return _Evidence(words, head, (words + head) * (who - 1), score - near)


def _shared(a: dict[str, float], b: dict[str, float]) -> str:
    """Return the heaviest shared terms of two vectors, in words."""
    return ", ".join(sorted((t for t in a if t in b), key=lambda t: (-a[t] * b[t], t))[:SHOWN_WORDS])


def _candidates(features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough of their heaviest terms, in order.

    An inverted index over the probe terms: pairs are made per term and summed as arrays, so that the work grows with
    the pairs that share a rare word and not with all pairs.
    """
    postings: dict[str, list[tuple[int, float]]] = {}
    for number, feature in enumerate(features):
        for vector in (feature.body, feature.head):
            for term in list(vector)[:PROBES]:
                posting = postings.setdefault(term, [])
                if not posting or posting[-1][0] != number:
                    posting.append((number, feature.body.get(term, 0.0)))
    total = len(features)
    if total <= TINY_RUN:
        yield from combinations(range(total), 2)
        return
    crowd = CROWD if total > SMALL_RUN else SMALL_RUN
    keys, products = [np.empty(0, np.int64)], [np.empty(0)]
    for posting in postings.values():
        if 2 <= len(posting) <= crowd:
            numbers = np.array([number for number, _ in posting], np.int64)
            weights = np.array([weight for _, weight in posting])
            first, second = np.triu_indices(len(posting), 1)
            keys.append(numbers[first] * total + numbers[second])
            products.append(weights[first] * weights[second])
    pairs, place = np.unique(np.concatenate(keys), return_inverse=True)
    sums = np.bincount(place, np.concatenate(products), minlength=len(pairs))
    for key in pairs[sums >= LEAST_PROBE].tolist():
        yield divmod(key, total)


def _day(report: Report) -> int | None:
    """Return the report's own date as a day number."""
    try:
        return date.fromisoformat(report.date).toordinal() if report.date else None
    except ValueError:  # a partial date, such as a year and month: too coarse to count days by
        return None


def _apart(day: int | None, other: int | None) -> str:
    if day is None or other is None:
        return "a report has no date of its own"
    apart = abs(day - other)
    return f"{apart} days apart: names count less" if apart > FRESH_DAYS else f"{apart} days apart"
