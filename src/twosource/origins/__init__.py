"""On how many independent origins does a claim rest? The least number that the evidence supports, each with its path.

A claim's voices are joined pair by pair (``rules``). Sure joins make the origins that are listed; open ones lower the
least number, and are told in the reasons of the origins that they touch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import Case, Claim, Origin, Reason, Statement
from twosource.origins.dependence import dependence
from twosource.origins.rules import Join, joined, why_apart
from twosource.origins.voices import Scene, Voice, scene, voices


def origins(case: Case) -> Case:
    """Give every claim its origins and the number of them that are independent."""
    seen = scene(case, dependence(case))
    statements = {statement.id: statement for statement in case.statements}
    return case.with_(claims=tuple(_with_origins(seen, claim, statements) for claim in case.claims))


def _with_origins(seen: Scene, claim: Claim, statements: Mapping[str, Statement]) -> Claim:
    found = voices(seen, claim, statements)
    numbers = range(len(found))
    joins = {(i, j): join for j in numbers for i in range(j) if (join := joined(seen, found[i], found[j])) is not None}
    sure = _grouped(len(found), [pair for pair, join in joins.items() if join.sure])
    least = _grouped(len(found), list(joins))
    listed = tuple(_origin(seen, found, group, sure, joins) for group in sure)
    reasons = tuple(dict.fromkeys(join.reason for join in joins.values() if not join.sure))
    return replace(
        claim,
        origins=listed,
        independent_origins=len(least),
        most_origins=len(sure),
        reasons=(*claim.reasons, *reasons),
    )


def _grouped(count: int, pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the connected groups of 0 … ``count - 1``, by their first member."""
    head = list(range(count))
    for i, j in pairs:
        low, high = sorted((head[i], head[j]))
        head = [low if h == high else h for h in head]
    return tuple(tuple(i for i in range(count) if head[i] == h) for h in sorted(set(head)))


def _origin(
    seen: Scene,
    found: Sequence[Voice],
    group: Sequence[int],
    groups: Sequence[Sequence[int]],
    joins: Mapping[tuple[int, int], Join],
) -> Origin:
    """Return the origin of a group of voices: named after the first of them that names a source."""
    first = found[next((i for i in group if found[i].source is not None), group[0])]
    reasons: dict[Reason, None] = {}
    for (i, j), join in joins.items():
        if i in group or j in group:
            reasons[join.reason if join.sure else Reason(f"open: {join.reason.signal}", join.reason.detail)] = None
    for other in groups:
        if other is not group and not any(_touch(pair, group, other) for pair in joins):
            reasons[why_apart(seen, found[group[0]], found[other[0]])] = None
    mentions = tuple(sorted({found[i].mention for i in group}))
    return Origin(first.source, first.path, mentions, tuple(reasons))


def _touch(pair: tuple[int, int], group: Sequence[int], other: Sequence[int]) -> bool:
    i, j = pair
    return (i in group and j in other) or (j in group and i in other)
