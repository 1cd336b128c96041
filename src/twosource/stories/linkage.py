"""Compiled clustering: connected components, and average linkage of a table of probabilities."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]


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
def average(alike: NDArray[np.float64], sizes: NDArray[np.float64], join: float) -> Ints:
    """Return the groups of average linkage (UPGMA) cut at ``join``, by chains of nearest neighbours (Murtagh 1983).

    A group whose nearest neighbour is below ``join`` is done: no later average can be above the greater of its parts.
    Overwrites ``alike``, the mean probabilities of all pairs, and ``sizes``, the number of reports of each.
    """
    n = len(sizes)
    labels = np.arange(n)
    active = np.ones(n, np.bool_)
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
            _merge(min(tip, best), max(tip, best), alike, sizes, active, labels)
            length -= 2
        else:
            chain[length] = best
            length += 1


@njit(cache=True)
def _nearest(row: NDArray[np.float64], active: NDArray[np.bool_], tip: int, before: int) -> int:
    """Return the nearest active neighbour: of equals the one that the chain came from, so that it ends; -1 for none."""
    best = before
    for other in range(len(row)):
        if active[other] and other != tip and (best < 0 or row[other] > row[best]):
            best = other
    return best


@njit(cache=True)
def _merge(
    low: int,
    high: int,
    alike: NDArray[np.float64],
    sizes: NDArray[np.float64],
    active: NDArray[np.bool_],
    labels: Ints,
) -> None:
    """Let ``low`` take in ``high``; what others have in common with it is the mean over all pairs."""
    total = sizes[low] + sizes[high]
    for other in range(len(sizes)):
        if active[other] and other not in (low, high):
            mean = (sizes[low] * alike[low, other] + sizes[high] * alike[high, other]) / total
            alike[low, other] = alike[other, low] = mean
        if labels[other] == high:
            labels[other] = low
    sizes[low] = total
    active[high] = False
