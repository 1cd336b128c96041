"""Join mentions into claims: the surest pairs first, and no drifting from one wording to the next.

Agglomerative clustering, the surest pair first. Two groups are joined only if no pair across them is ruled out, and
most pairs across them tell the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.pairs import Judge, Pair

AGREEING = 0.6
"""Least share of the pairs across two groups that must tell the same thing."""

ASKED = 8
"""Members of a group that are asked before it is joined with another: claims with more wordings than this are rare, and
hostile input must not make the work grow with the square of a group."""
CENTRAL = 0.75
"""Share of the best connected member's agreements from which a member can speak for its group."""


def groups(count: int, pairs: Sequence[Pair], judge: Judge) -> tuple[tuple[int, ...], ...]:
    """Return the groups of the pieces 0 … ``count - 1``, each in order, the groups by their first piece."""
    same = [pair for pair in pairs if judge(*pair).same]
    edges = sorted(same, key=lambda pair: (-judge(*pair).score, judge.words(*pair), pair))  # no file's name decides
    group: list[list[int]] = [[i] for i in range(count)]
    where = list(range(count))
    for i, j in edges:
        a, b = where[i], where[j]
        if a != b and _fit(group[a], group[b], judge):
            group[a].extend(group[b])
            for member in group[b]:
                where[member] = a
            group[b] = []
    return tuple(sorted(tuple(sorted(members)) for members in group if members))


def _fit(a: Sequence[int], b: Sequence[int], judge: Judge) -> bool:
    a, b = some(a), some(b)
    verdicts = [judge(i, j) for i in a for j in b]
    if any(v.same is False and any(r.weight == 0 for r in v.reasons) for v in verdicts):
        return False
    return sum(v.same is True for v in verdicts) >= AGREEING * len(verdicts)


def central(members: Sequence[int], judge: Judge) -> tuple[int, ...]:
    """Return the members that agree with most of the others: one of them can speak for the group."""
    asked = some(members)
    agreeing = {i: sum(judge(i, j).same is True for j in asked if j != i) for i in asked}
    most = max(agreeing.values())
    return tuple(i for i in asked if agreeing[i] >= CENTRAL * most)


def some(members: Sequence[int]) -> tuple[int, ...]:
    """Return the members in order, or ``ASKED`` of them, evenly spread, where there are more."""
    ordered = sorted(members)
    if len(ordered) <= ASKED:
        return tuple(ordered)
    return tuple(ordered[number * len(ordered) // ASKED] for number in range(ASKED))
