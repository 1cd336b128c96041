"""Stretches that two texts share: seeds joined, run together, chained over a few changed words (seed, extend, score).

The method is that of local alignment by seed chaining, as in MUMmer (Delcher et al. 1999) and, for text reuse, passim
(Smith et al. 2014): exact runs are found by hash, and runs that follow one another in both texts with small gaps are
chained by dynamic programming. Shared stretches may stand in any order in the two texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from twosource.passages.blocks import GRAM, Grams, Numbers, Text

GAP = 8
"""Most changed words between two shared runs: "has expended vast stocks in" for "has used up large amounts of"."""
GAP_COST = 0.12
"""Cost of a word in a gap, in weights of words (a rare word weighs 1): a gap of 8 costs about one rare word."""
SHIFT_COST = 0.1
"""Cost of each word that the gap is longer on one side: words put in or left out."""
OVERLAP = 2
"""Words that two runs may share on one side: "of the the" against "of the"."""
LEAST_WORDS = 5
"""Words in the runs of a chain: three words in a row are shared by any two texts."""
REPEATS = 6
"""Times that a seed may stand in one text and still be a seed there: a refrain says nothing about copying."""
MOST_RUNS = 20_000
"""Runs of one pair that are chained, the longest first; two news reports have some tens."""


class Region(NamedTuple):
    """Words ``start`` … ``end - 1`` of one text that answer to ``other_start`` … ``other_end - 1`` of another."""

    start: int
    end: int
    other_start: int
    other_end: int


class Run(NamedTuple):
    """Words that are the same in two texts, from ``start`` in one and from ``other`` in the other."""

    start: int
    other: int
    length: int
    weight: float


class Chain(NamedTuple):
    """Runs that follow one another in both texts with small gaps."""

    runs: tuple[Run, ...]

    @property
    def region(self) -> Region:
        """The stretches from the start of the first run to the end of the last."""
        first, last = self.runs[0], self.runs[-1]
        return Region(first.start, last.start + last.length, first.other, last.other + last.length)


def chains(a: Text, b: Text) -> list[Chain]:
    """Return the stretches that two texts share, unjudged, in the order of the first."""
    return _chains(_runs(a, b))


def _runs(a: Text, b: Text) -> list[Run]:
    """Return the maximal runs of equal words that hold a seed, in the order of both texts."""
    starts, others = _seeds(a.grams, b.grams)
    if not len(starts):
        return []
    diagonal = starts - others
    order = np.lexsort((starts, diagonal))
    starts, others, diagonal = starts[order], others[order], diagonal[order]
    # a seed without a content word is left out, so that runs are joined over a gap of such seeds where words agree
    new = np.ones(len(starts), np.bool_)
    new[1:] = (diagonal[1:] != diagonal[:-1]) | (starts[1:] > starts[:-1] + GRAM)
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(starts)) - 1
    before = np.concatenate(([0.0], np.cumsum(a.block.weight)))
    begins, ends, others = starts[first], starts[last] + GRAM, others[first]
    weights = before[ends] - before[begins]
    if len(begins) > MOST_RUNS:
        keep = np.sort(np.argsort(-(ends - begins), kind="stable")[:MOST_RUNS])
        begins, ends, others, weights = begins[keep], ends[keep], others[keep], weights[keep]
    found: list[Run] = []
    covered = (0, 0)  # the diagonal of the last run, and its end there: a run inside it is that run again
    for start, end, other, weight in zip(
        begins.tolist(), ends.tolist(), others.tolist(), weights.tolist(), strict=True
    ):
        if found and start - other == covered[0] and start < covered[1]:
            continue
        run = Run(*_extended(a.block.numbers, b.block.numbers, start, other, end - start), weight)
        covered = run.start - run.other, run.start + run.length
        found.append(run)
    return sorted(found)


def _extended(a: Numbers, b: Numbers, start: int, other: int, length: int) -> tuple[int, int, int]:
    """Return the run made longer by the equal words on both sides."""
    while start and other and a[start - 1] == b[other - 1]:
        start, other, length = start - 1, other - 1, length + 1
    while start + length < len(a) and other + length < len(b) and a[start + length] == b[other + length]:
        length += 1
    return start, other, length


def _seeds(a: Grams, b: Grams) -> tuple[Numbers, Numbers]:
    """Return the places of the seeds that stand in both texts, not too often in either: an inverted join."""
    left, right = _seldom(a), _seldom(b)
    order = np.argsort(b[right], kind="stable")
    right = right[order]
    keys = b[right]
    low = np.searchsorted(keys, a[left], "left")
    counts = np.searchsorted(keys, a[left], "right") - low
    starts = np.repeat(left, counts)
    offsets = np.arange(len(starts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return starts, right[np.repeat(low, counts) + offsets]


def _seldom(grams: Grams) -> Numbers:
    """Return the places of the seeds that tell something and do not stand too often in the text."""
    _, place, count = np.unique(grams, return_inverse=True, return_counts=True)
    return np.flatnonzero((grams != 0) & (count[place] <= REPEATS))


def _chains(runs: Sequence[Run]) -> list[Chain]:
    """Chain runs that follow one another in both texts, the best chain first; each run is in one chain."""
    best: list[float] = []
    back: list[int] = []
    ending: dict[int, list[int]] = {}  # runs by the word they end before: only those near it can stand before a run
    for k, run in enumerate(runs):
        value, link = run.weight, -1
        for end in range(run.start - GAP, run.start + OVERLAP + 1):
            for p in ending.get(end, ()):
                before = runs[p]
                gap, other = run.start - end, run.other - before.other - before.length
                if -OVERLAP <= other <= GAP and before.start < run.start and before.other < run.other:
                    cost = GAP_COST * max(gap, other, 0) + SHIFT_COST * abs(gap - other)
                    if best[p] + run.weight - cost > value:
                        value, link = best[p] + run.weight - cost, p
        best.append(value)
        back.append(link)
        ending.setdefault(run.start + run.length, []).append(k)
    used = [False] * len(runs)
    found = []
    for k in sorted(range(len(runs)), key=lambda k: (-best[k], k)):
        chain = []
        while k >= 0 and not used[k]:
            used[k] = True
            chain.append(runs[k])
            k = back[k]
        if sum(run.length for run in chain) >= LEAST_WORDS:
            found.append(Chain(tuple(reversed(chain))))
    return sorted(found)
