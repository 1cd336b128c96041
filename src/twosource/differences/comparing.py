"""Which pieces of a story are compared, and how alike two of them are; each pair is judged once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice, product

from twosource.claims.pairs import Pair, candidates, whose
from twosource.claims.told import Told
from twosource.likeness import Verdict, verdicts

COPIES = 3
"""Pieces of one wording that are compared with those of another, and reports in which both stand that are looked at;
further copies pull no harder."""


class Judge:
    """Compares the pieces of a story: what they tell, and whether who tells it makes them two things."""

    def __init__(self, items: Sequence[Told]) -> None:
        self._items = items
        self._seen: dict[Pair, Verdict] = {}

    def __call__(self, i: int, j: int) -> Verdict:
        """Return whether the pieces ``i`` and ``j`` tell the same thing."""
        pair = (min(i, j), max(i, j))
        if pair not in self._seen:
            self.ask([pair])
        return self._seen[pair]

    def ask(self, pairs: Sequence[Pair]) -> None:
        """Judge the pairs (the lower number first) all at once, which takes less time than one after the other."""
        told = [(self._items[i], self._items[j]) for i, j in pairs]
        judged = verdicts([(a.unit, b.unit) for a, b in told])
        for pair, (a, b), verdict in zip(pairs, told, judged, strict=True):
            objection = whose(a, b)
            if objection is not None:
                verdict = Verdict(False, None, verdict.score, (objection, *verdict.reasons))
            self._seen[pair] = verdict


def pairs(items: Sequence[Told]) -> tuple[Pair, ...]:
    """Return the pairs of pieces worth comparing, in order; of the copies of a wording only a few."""
    groups = _wordings(items)
    near = candidates([items[group[0]] for group in groups])
    found = {pair for g, h in near for pair in _members(items, groups[g], groups[h])}
    return tuple(sorted(found))


def _wordings(items: Sequence[Told]) -> list[list[int]]:
    """Return the pieces by wording and by who tells it."""
    groups: dict[Hashable, list[int]] = {}
    for number, item in enumerate(items):
        stance = item.statement.stance if item.statement else None
        alone = number if item.before is not None or not item.unit.words else None
        groups.setdefault((item.unit.words, item.speaker, stance, alone), []).append(number)
    return list(groups.values())


def _members(items: Sequence[Told], left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    """Yield the first copies of two wordings with one another, and the first that stand in one report."""
    for i, j in product(left[:COPIES], right[:COPIES]):
        yield min(i, j), max(i, j)
    at: dict[str, int] = {}
    for i in left:
        at.setdefault(items[i].report, i)
    beside = ((at[items[j].report], j) for j in right if items[j].report in at)
    for i, j in islice(((i, j) for i, j in beside if i != j), COPIES):
        yield min(i, j), max(i, j)
