"""Which pairs of reports share text, and where: from passages, or from matches that an archive has in hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from twosource.model import Passage

CROWD = 12
"""Reports of one passage up to which all their pairs are looked at. Beyond it each is looked at beside the few that may
be the origin of all and beside the next in order, so that 500 copies make some 2,000 pairs and not 125,000."""
ANCHORS = 4
"""Reports of a crowded passage that are looked at beside all others: the first to be out, and the most cited."""


class Stretch(NamedTuple):
    """Where a passage stands in two reports, in code points of their stored texts, and the passage's id."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    passage: str = ""


class Shared(NamedTuple):
    """Two reports, ``a`` before ``b``, and the text that stands in both."""

    a: str
    b: str
    stretches: tuple[Stretch, ...]


def shared(passages: Iterable[Passage], anchors: Callable[[Sequence[str]], Sequence[str]]) -> list[Shared]:
    """Return the pairs of reports that share passages, in order, each with all that it shares.

    Of several places of a passage in one report each is paired with the first of the other report, and the other way
    round.

    :param anchors: given the reports of a crowded passage, those that may be the origin of all, in order of time.
    """
    found: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    for passage in passages:
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place in passage.places:
            places[place.report].append((place.start, place.end))
        for a, b in _pairs(sorted(places), anchors):
            here, there = sorted(places[a]), sorted(places[b])
            met = {(at, there[0]) for at in here} | {(here[0], at) for at in there}
            found[a, b] += [Stretch(*x, *y, passage.id) for x, y in met]
    return [Shared(a, b, tuple(sorted(stretches))) for (a, b), stretches in sorted(found.items())]


def _pairs(reports: Sequence[str], anchors: Callable[[Sequence[str]], Sequence[str]]) -> Iterator[tuple[str, str]]:
    if len(reports) <= CROWD:
        yield from combinations(reports, 2)
        return
    seen = set(pairwise(reports))
    for anchor in anchors(reports)[:ANCHORS]:
        seen |= {(min(anchor, other), max(anchor, other)) for other in reports if other != anchor}
    yield from sorted(seen)
