"""Where a shared stretch starts and ends: at the edge of a sentence or clause that it covers most of."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from twosource.passages.align import Region
from twosource.passages.blocks import Block, Flags

MOST = 0.6
"""Share of the weight of a sentence or clause that must be shared for the stretch to take in the whole of it."""
MISSING_IN_SENTENCE = 3
MISSING_IN_CLAUSE = 7
MISSING_SHARE = 0.35
"""Words, and part of the stretch's length, that may be missing to the edge of the sentence or clause it stands in."""
SCRAP_WORDS = 5
"""A piece of a sentence of fewer words at the edge of a longer stretch is cut off: "The minister" begins many."""
LONG_SENTENCE = 120
"""Words after which a sentence is not followed to its edge: no news sentence is as long, but hostile text is."""


class Aligned(NamedTuple):
    """Which words of two stretches answer to one another, in order: as pairs, and as flags over each block."""

    pairs: list[tuple[int, int]]
    left: Flags
    right: Flags


def align(a: Block, b: Block, region: Region) -> Aligned:
    """Return the longest common subsequence of the words of two stretches."""
    left, right = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    first, second = a.numbers[region.start : region.end], b.numbers[region.other_start : region.other_end]
    pairs: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(first.tolist(), second.tolist()):
        if step.tag == "equal":
            start, other = region.start + step.src_start, region.other_start + step.dest_start
            for k in range(step.src_end - step.src_start):
                pairs.append((start + k, other + k))
                left[start + k] = right[other + k] = True
    return Aligned(pairs, left, right)


def edges(a: Block, b: Block, region: Region) -> Region | None:
    """Return the region with its edges set, or None if nothing is left of it.

    Each edge moves out to that of the sentence, else of the clause, where most of it is shared in both texts; else a
    scrap of a further sentence is cut off; and function words that dangle are ("… of the").
    """
    wide = Region(
        _before(a.sentence, region.start),
        _after(a.sentence, region.end),
        _before(b.sentence, region.other_start),
        _after(b.sentence, region.other_end),
    )
    aligned = align(a, b, wide)
    start, other_start = _start(a, b, region, aligned)
    end, other_end = _end(a, b, region, aligned)
    return _trimmed(a, b, Region(start, end, other_start, other_end))


def _start(a: Block, b: Block, region: Region, aligned: Aligned) -> tuple[int, int]:
    if a.opened[region.start] and b.opened[region.other_start]:
        return region.start, region.other_start  # what is quoted is shared; who says so, and how, need not be
    grown = _grown_start(a, b, region, aligned, a.sentence, b.sentence, MISSING_IN_SENTENCE)
    cut = _past_scrap(a, b, region, aligned)
    if grown or cut != (region.start, region.other_start):
        return grown or cut
    return _grown_start(a, b, region, aligned, a.clause, b.clause, MISSING_IN_CLAUSE) or cut


def _end(a: Block, b: Block, region: Region, aligned: Aligned) -> tuple[int, int]:
    if a.closed[region.end] and b.closed[region.other_end]:
        return region.end, region.other_end
    grown = _grown_end(a, b, region, aligned, a.sentence, b.sentence, MISSING_IN_SENTENCE)
    cut = _before_scrap(a, b, region, aligned)
    if grown or cut != (region.end, region.other_end):
        return grown or cut
    return _grown_end(a, b, region, aligned, a.clause, b.clause, MISSING_IN_CLAUSE) or cut


def _grown_start(
    a: Block, b: Block, region: Region, aligned: Aligned, left: Flags, right: Flags, missing: int
) -> tuple[int, int] | None:
    """Return the start of the sentences, or clauses, that the region starts in, if it covers most of both."""
    i, j = region.start, region.other_start
    first, second = _before(left, i), _before(right, j)
    here = _covered(a, aligned.left, first, _after(left, i + 1))
    there = _covered(b, aligned.right, second, _after(right, j + 1))
    few = max(i - first, j - second) <= min(missing, MISSING_SHARE * _length(region))
    return (first, second) if min(here, there) >= MOST or few else None


def _grown_end(
    a: Block, b: Block, region: Region, aligned: Aligned, left: Flags, right: Flags, missing: int
) -> tuple[int, int] | None:
    """Return the end of the sentences, or clauses, that the region ends in, if it covers most of both."""
    i, j = region.end, region.other_end
    last, second = _after(left, i), _after(right, j)
    here = _covered(a, aligned.left, _before(left, i - 1), last)
    there = _covered(b, aligned.right, _before(right, j - 1), second)
    few = max(last - i, second - j) <= min(missing, MISSING_SHARE * _length(region))
    return (last, second) if min(here, there) >= MOST or few else None


def _length(region: Region) -> int:
    return min(region.end - region.start, region.other_end - region.other_start)


def _before(flags: Flags, word: int) -> int:
    """Return the last flagged word up to this one, or this word where that is too far away."""
    for start in range(word, max(word - LONG_SENTENCE, -1), -1):
        if flags[start]:
            return start
    return word


def _after(flags: Flags, end: int) -> int:
    """Return the first flagged place from this one on, or this place where that is too far away."""
    for place in range(end, min(end + LONG_SENTENCE, len(flags))):
        if flags[place]:
            return place
    return end


def _covered(block: Block, flags: Flags, start: int, end: int) -> float:
    """Return the share of the weight of these words that is shared."""
    total = float(block.weight[start:end].sum())
    return float(block.weight[start:end][flags[start:end]].sum()) / total if total else 0.0


def _past_scrap(a: Block, b: Block, region: Region, aligned: Aligned) -> tuple[int, int]:
    """Return where the region starts without a scrap of a sentence that ends in it."""
    for i, j in aligned.pairs:
        if i > region.start and j > region.other_start and (a.sentence[i] or b.sentence[j]):
            if i < region.end and j < region.other_end and i - region.start < SCRAP_WORDS:
                return i, j
            break
    return region.start, region.other_start


def _before_scrap(a: Block, b: Block, region: Region, aligned: Aligned) -> tuple[int, int]:
    """Return where the region ends without a scrap of a sentence that starts in it."""
    for i, j in reversed(aligned.pairs):
        if i < region.end and j < region.other_end and (a.sentence[i] or b.sentence[j]):
            if i > region.start and j > region.other_start and region.end - i < SCRAP_WORDS:
                return i, j
            break
    return region.end, region.other_end


def _trimmed(a: Block, b: Block, region: Region) -> Region | None:
    """Return the region without function words that dangle at its edges ("… of the"), or None if nothing is left."""
    start, end, other_start, other_end = region
    while start < end and other_start < other_end and _dangles(a, b, start, other_start, a.clause[start]):
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and _dangles(a, b, end - 1, other_end - 1, a.clause[end]):
        end, other_end = end - 1, other_end - 1
    return Region(start, end, other_start, other_end) if start < end and other_start < other_end else None


def _dangles(a: Block, b: Block, i: int, j: int, edge: np.bool_) -> bool:
    return bool(not edge and not a.content[i] and a.numbers[i] == b.numbers[j])
