"""From matches of two texts to passages of many: which places are one passage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SAME_PLACE = 0.75
"""Share of two overlapping stretches of one text (their overlap by their union) from which they are one place."""


class Stretch(NamedTuple):
    """Words ``start`` … ``end - 1`` of the text with this number."""

    text: int
    start: int
    end: int


def groups(matches: Iterable[tuple[Stretch, Stretch]]) -> list[tuple[Stretch, ...]]:
    """Join matches into passages: stretches that match, or that are nearly the same stretch of one text.

    A passage that lies wholly inside another, in the same texts, is left out. Stretches are in order.
    """
    root: dict[Stretch, Stretch] = {}

    def find(stretch: Stretch) -> Stretch:
        while root[stretch] != stretch:
            root[stretch] = root[root[stretch]]
            stretch = root[stretch]
        return stretch

    counts: Counter[Stretch] = Counter()
    for a, b in matches:
        for stretch in (a, b):
            root.setdefault(stretch, stretch)
            counts[stretch] += 1
        root[find(b)] = find(a)
    for a, b in _same_places(sorted(root)):
        root[find(b)] = find(a)
    clusters: dict[Stretch, list[Stretch]] = defaultdict(list)
    for stretch in sorted(root):
        clusters[find(stretch)].append(stretch)
    return _outermost([_places(cluster, counts) for cluster in clusters.values()])


def _same_places(stretches: Sequence[Stretch]) -> Iterable[tuple[Stretch, Stretch]]:
    """Yield the pairs of stretches of one text that are nearly the same; ``stretches`` are in order."""
    for number, a in enumerate(stretches):
        for b in stretches[number + 1 :]:
            if b.text != a.text or b.start - a.start > (1 - SAME_PLACE) * (b.end - a.start):
                break
            overlap = min(a.end, b.end) - b.start
            if overlap >= SAME_PLACE * (max(a.end, b.end) - a.start):
                yield a, b


def _places(cluster: Sequence[Stretch], counts: Counter[Stretch]) -> tuple[Stretch, ...]:
    """Return one stretch for each place of a cluster: where stretches overlap, the one most matches speak for."""
    places: list[list[Stretch]] = []
    for stretch in cluster:
        if places and places[-1][-1].text == stretch.text and stretch.start < max(s.end for s in places[-1]):
            places[-1].append(stretch)
        else:
            places.append([stretch])
    return tuple(max(place, key=lambda s: (counts[s], s.end - s.start, -s.start)) for place in places)


def _outermost(found: Sequence[tuple[Stretch, ...]]) -> list[tuple[Stretch, ...]]:
    """Return the passages that do not lie wholly inside another one."""
    around: list[set[int] | None] = [None] * len(found)  # by passage: those that lie around all its places so far
    everywhere = sorted(
        ((place, number) for number, places in enumerate(found) for place in places),
        key=lambda item: (item[0].text, item[0].start, -item[0].end, item[1]),
    )
    open_: list[tuple[Stretch, int]] = []  # those that start before this place and may reach beyond it
    for place, number in everywhere:
        open_ = [(other, n) for other, n in open_ if other.text == place.text and other.end > place.start]
        here = {n for other, n in open_ if other.end >= place.end and n != number}
        known = around[number]
        around[number] = here if known is None else known & here
        open_.append((place, number))
    return sorted(places for places, outside in zip(found, around, strict=True) if not outside)
