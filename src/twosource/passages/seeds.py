"""The seeds that two texts share: runs of a few words, looked up in a table of those of the first text."""

from __future__ import annotations

import numpy as np

from twosource.passages.compiled import Array, compiled, whole
from twosource.passages.prints import grams

GRAM = 3
"""Words of a seed: the shortest stretch that two texts must share to be looked at. Three words find a sentence in
which every fourth word was changed; two would seed on any "of the"."""
ROOM = 4
"""Slots of the table of seeds for each, at least: most seeds that the other text does not have meet a free slot."""


@compiled
def indexed(code: Array, marks: Array, first: int, stop: int, table: tuple[Array, ...], values: Array) -> int:
    """Fill the table of seeds of a text: by slot its seed, the last word it starts at, how often; return its size."""
    seeds, heads, times, uses, before, own = table
    count = grams(code, marks, first, stop, whole(GRAM), True, values)
    values[count] = 0
    size = 4
    while size < ROOM * count:
        size *= 2
    for slot in range(size):
        seeds[slot] = 0
    for i in range(count):
        if values[i] == 0:
            continue
        slot = whole(values[i] & np.uint64(size - 1))
        while seeds[slot] != 0 and seeds[slot] != values[i]:
            slot = (slot + 1) & (size - 1)
        if seeds[slot] == 0:
            seeds[slot], heads[slot], times[slot], uses[slot] = values[i], -1, 0, 0
        before[i], heads[slot], own[i] = heads[slot], i, slot
        times[slot] += 1
    return size


@compiled
def met(table: tuple[Array, ...], size: int, first: Array, values: Array, count: int, slots: Array) -> None:
    """Write the slot of each seed of the other text, -1 where the first text does not have it, and count them.

    ``first`` are the seeds of the first text. Where texts are alike, the next seed is mostly the next one there too.
    """
    seeds, heads, _, uses, _, own = table
    place = whole(-1)
    for j in range(count):
        slots[j] = -1
        if place >= 0 and values[j] and first[place + 1] == values[j]:
            place += 1
            slot = whole(own[place])
        else:
            place = whole(-1)
            if values[j] == 0:
                continue
            slot = whole(values[j] & np.uint64(size - 1))
            while seeds[slot] != 0 and seeds[slot] != values[j]:
                slot = (slot + 1) & (size - 1)
            if seeds[slot] == 0:
                continue
            place = whole(heads[slot])
        slots[j] = slot
        uses[slot] += 1
