"""Counts of what befell people (the dead, the hurt, the arrested) that cannot both be right, and those that grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from twosource.claims.told import Told
from twosource.differences.comparing import COPIES
from twosource.differences.context import Contexts
from twosource.differences.counts import Count
from twosource.differences.finding import Finding, apart, detail
from twosource.differences.scene import Scene
from twosource.differences.words import STATUSES
from twosource.model import UPDATE, Strength

RATIO = 5.0
"""Most that two counts of one status may be apart, as a quotient: beyond, they are of two events."""
MOST = 150
"""Most counts of one status in a story, copies left out, that are compared: 11,000 pairs."""
SHARED = 2
"""Least meaning words and names that two counts of one status must share, beside the status, to be of one event."""
LIKE = -0.3
"""Log-odds of ``twosource.likeness`` from which one of them is enough."""

Counted = tuple[int, Count]
"""A piece, by its number, and one of its counts."""


def tolls(scene: Scene, told: Sequence[Sequence[Count]], contexts: Contexts) -> Iterator[Finding]:
    """Find counts of one status that differ where both tell of one event.

    :param told: the counts of each piece.
    """
    of_status: dict[str, list[Counted]] = {}
    copies: Counter[tuple[int, str]] = Counter()
    for number, own in enumerate(told):
        item = scene.items[number]
        for count in own:
            if count.what in STATUSES and not count.part and not count.vague:
                copies[id(item.unit), count.text] += 1
                if copies[id(item.unit), count.text] > COPIES:
                    continue
                of_status.setdefault(count.what, []).append((number, count))
    for status in sorted(of_status):
        for one, other in combinations(of_status[status][:MOST], 2):
            differ = not one[1].agrees(other[1]) and one[1].compares(other[1]) and apart(scene, one[0], other[0])
            if differ and _one_event(scene, told, contexts, one, other):
                yield _toll(scene, one, other)


def _one_event(scene: Scene, told: Sequence[Sequence[Count]], contexts: Contexts, one: Counted, other: Counted) -> bool:
    """Return whether two counts are of one event, and neither is a part of the other, or met beside it."""
    (i, a), (j, b) = one, other
    least, most = sorted((a.low or a.high, b.low or b.high))
    if least > 0 and most > RATIO * least:
        return False
    if scene.items[i].unit.modality is not scene.items[j].unit.modality:
        return False
    here, there = contexts(i), contexts(j)
    if not here.one_time(there) or not here.one_place(there):
        return False
    shared = here.shared(there)
    if shared < SHARED and not (shared and scene.judge(i, j).score >= LIKE):
        return False
    return not any(
        met(count, [c for n in contexts.beside(k) for c in told[n]], [scene.items[n] for n in contexts.beside(k)])
        for count, k in ((a, j), (b, i))
    )


def met(count: Count, others: Sequence[Count], around: Sequence[Told]) -> bool:
    """Return whether the other side has the same number too, of whatever, or parts that make it up."""
    if any(not other.vague and other.low == count.low for other in others):
        return True
    if any(figure.value in {count.low, count.high} for item in around for figure in item.unit.figures):
        return True
    return len(others) > 1 and count.exact and sum(other.low for other in others if not other.vague) == count.low


def _toll(scene: Scene, one: Counted, other: Counted) -> Finding:
    """Return two counts as a finding; a higher one on a later day brings the lower up to date."""
    (i, a), (j, b) = one, other
    gloss = f"another figure ({a.what})"
    found = detail(scene, i, j, "figure", (a.text, b.text), Strength.MEDIUM, gloss)
    topic = ("toll", a.what, frozenset({a.low or a.high, b.low or b.high}))
    days = found.a.when, found.b.when
    if found.kind != UPDATE and days[0] and days[1] and days[0][:10] != days[1][:10]:
        earlier, later = (a, b) if days[0] < days[1] else (b, a)
        if (later.low or later.high) >= (earlier.low or earlier.high):
            words = f"{a.text} / {b.text}: the later report counts more, as such figures grow from day to day"
            return replace(found, kind=UPDATE, strength=Strength.WEAK, gloss=words, topic=topic)
    return replace(found, topic=topic)
