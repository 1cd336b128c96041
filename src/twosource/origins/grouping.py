"""From joins of two voices to origins: voices that rest on others tie no two sources together.

A report that copies what the police say to one paper and what a witness says to another has no origin of its own. Were
it a link in a chain, the police and the witness would be one. So what merely rests on others is laid to one of them,
after all others are joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class _Join(Protocol):
    @property
    def rests(self) -> bool: ...


def grouped(ends: Sequence[bool], joins: Mapping[tuple[int, int], _Join]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of the voices 0 … ``len(ends) - 1``, by their first member.

    How many there are does not depend on the order of the joins: each group of those that rest goes to one end, however
    many it may rest on.

    :param ends: whether a voice is where a path ends: a source that is named, and not the report of another outlet.
    """
    head = list(range(len(ends)))
    has_end = list(ends)

    def first(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    for rests in (False, True):
        for (i, j), join in joins.items():
            low, high = sorted((first(i), first(j)))
            if join.rests is rests and low != high and not (rests and has_end[low] and has_end[high]):
                head[high] = low
                has_end[low] |= has_end[high]
    groups: dict[int, list[int]] = {}
    for i in range(len(ends)):
        groups.setdefault(first(i), []).append(i)
    return tuple(tuple(group) for group in groups.values())
