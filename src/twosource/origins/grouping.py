"""From joins of two voices to origins: voices that rest on others tie no two sources together.

A report that copies what the police say to one paper and what a witness says to another has no origin of its own. Were
it a link in a chain, the police and the witness would be one. So the sources where paths end are joined first, by what
connects them with each other. What merely rests on them, the own voices and those who cite another report, is then laid
to one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence


def grouped(ends: Sequence[bool], joins: Collection[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of the voices 0 … ``len(ends) - 1``, by their first member.

    How many there are does not depend on the order of the joins: voices that rest go to one end, however many they may
    rest on, and those that are connected with no end are a group of their own.

    :param ends: whether a voice is where a path ends: a source that is named, and not the report of another outlet.
    """
    return _tied(ends, joins)[0]


def tying(ends: Sequence[bool], joins: Collection[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the joins that make the groups: without the others, which tie what is tied already, they are the same."""
    return _tied(ends, joins)[1]


def _tied(
    ends: Sequence[bool], joins: Collection[tuple[int, int]]
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, int], ...]]:
    head = list(range(len(ends)))
    has_end = list(ends)
    made: list[tuple[int, int]] = []

    def first(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    between_ends = [pair for pair in joins if ends[pair[0]] and ends[pair[1]]]
    for pairs, tying_ends in ((between_ends, True), (joins, False)):
        for i, j in pairs:
            low, high = sorted((first(i), first(j)))
            if low != high and (tying_ends or not (has_end[low] and has_end[high])):
                head[high] = low
                has_end[low] |= has_end[high]
                made.append((i, j))
    groups: dict[int, list[int]] = {}
    for i in range(len(ends)):
        groups.setdefault(first(i), []).append(i)
    return tuple(tuple(group) for group in groups.values()), tuple(made)
