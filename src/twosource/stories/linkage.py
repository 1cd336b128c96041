"""Compiled clustering: connected components, and average linkage of a table of scores."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]


@njit(cache=True)
def connect(first: Ints, second: Ints, labels: Ints) -> None:
    """Write into ``labels``, which count from 0, the least member of each connected component."""
    for k in range(len(first)):
        a, b = first[k], second[k]
        while labels[a] != a:
            labels[a] = labels[labels[a]]
            a = labels[a]
        while labels[b] != b:
            labels[b] = labels[labels[b]]
            b = labels[b]
        if a < b:
            labels[b] = a
        else:
            labels[a] = b
    for a in range(len(labels)):
        labels[a] = labels[labels[a]]  # a root is less than what hangs on it, so it is settled before


@njit(cache=True)
def average(alike: Numbers, sizes: Numbers, join: float, base: float, close: float) -> Ints:
    """Return the groups of average linkage (UPGMA) over mean scores, by chains of nearest neighbours (Murtagh 1983).

    Two groups are joined where their mean score is at least ``join``; and, where both have several members, at least
    ``base + close ×`` the mean score within the looser one: two tight groups want more than two loose ones. A group
    whose nearest neighbour is below ``join`` is done: no later mean can be above the greater of its parts. What a join
    that fails ties together stays apart, and so does all that the linkage would join to it.

    Overwrites ``alike``, the mean scores between all, on its diagonal within each, and ``sizes``.
    """
    n = len(sizes)
    labels = np.arange(n)
    active = np.ones(n, np.bool_)
    whole = np.ones(n, np.bool_)
    chain = np.empty(n + 1, np.int64)
    length = 0
    first = 0
    while True:
        if length == 0:
            while first < n and not active[first]:
                first += 1
            if first == n:
                return labels
            chain[0] = first
            length = 1
        tip = chain[length - 1]
        before = chain[length - 2] if length > 1 else -1
        best = _nearest(alike[tip], active, tip, before)
        if best < 0 or alike[tip, best] < join:
            active[tip] = False
            length -= 1
        elif best == before:
            low, high = min(tip, best), max(tip, best)
            tight = base + close * min(alike[low, low], alike[high, high])
            several = sizes[low] > 1 and sizes[high] > 1
            whole[low] = whole[low] and whole[high] and (not several or alike[low, high] >= tight)
            if whole[low]:
                labels[labels == high] = low
            _merge(low, high, alike, sizes, active)
            length -= 2
        else:
            chain[length] = best
            length += 1


@njit(cache=True)
def _nearest(row: Numbers, active: NDArray[np.bool_], tip: int, before: int) -> int:
    """Return the nearest active neighbour: of equals the one that the chain came from, so that it ends; -1 for none."""
    best = before
    for other in range(len(row)):
        if active[other] and other != tip and (best < 0 or row[other] > row[best]):
            best = other
    return best


@njit(cache=True)
def _merge(low: int, high: int, alike: Numbers, sizes: Numbers, active: NDArray[np.bool_]) -> None:
    """Let ``low`` take in ``high``: means over all pairs, with the others and within."""
    one, two = sizes[low], sizes[high]
    for other in range(len(sizes)):
        if active[other] and other not in (low, high):
            alike[low, other] = alike[other, low] = (one * alike[low, other] + two * alike[high, other]) / (one + two)
    inside, between = one * (one - 1) / 2, one * two
    within = two * (two - 1) / 2
    total = inside * alike[low, low] + within * alike[high, high] + between * alike[low, high]
    alike[low, low] = total / (inside + within + between)
    sizes[low] = one + two
    active[high] = False
