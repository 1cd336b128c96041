"""Where a shared stretch starts and ends: at the edge of a sentence or clause that it covers most of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from twosource.passages.align import Chain, Region, Run
from twosource.passages.blocks import Block, Flags, Numbers

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


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Two texts and which of their words answer to one another: word ``i[k]`` to word ``j[k]``, in both orders."""

    a: Block
    b: Block
    i: Numbers
    j: Numbers

    def inside(self, region: Region) -> slice:
        """Return the range of the pairs that lie in a region."""
        first = max(np.searchsorted(self.i, region.start), np.searchsorted(self.j, region.other_start))
        last = min(np.searchsorted(self.i, region.end), np.searchsorted(self.j, region.other_end))
        return slice(int(first), max(int(first), int(last)))

    def covered(self, start: int, end: int) -> float:
        """Return the share of the weight of words ``start`` … ``end - 1`` of the first text that is shared."""
        return _share(self.a, self.i, start, end)

    def other_covered(self, start: int, end: int) -> float:
        """Return the same for the second text."""
        return _share(self.b, self.j, start, end)


def _share(block: Block, shared: Numbers, start: int, end: int) -> float:
    total = float(block.weight[start:end].sum())
    first, last = np.searchsorted(shared, (start, end))
    return float(block.weight[shared[first:last]].sum()) / total if total else 0.0


def align(a: Block, b: Block, chain: Chain) -> Aligned:
    """Return the words that answer to one another in a chain, in its gaps, and on to the ends of its sentences.

    The runs are kept as they are; in a gap it is the longest common subsequence. So the work grows with the text.
    """
    wide = _wide(a, b, chain.region)
    i, j = wide.start, wide.other_start
    left: list[Numbers] = []
    right: list[Numbers] = []
    for run in (*chain.runs, Run(wide.end, wide.other_end, 0, 0.0)):
        skip = max(0, i - run.start, j - run.other)  # what the run before has taken
        for step in LCSseq.opcodes(a.numbers[i : run.start].tolist(), b.numbers[j : run.other].tolist()):
            if step.tag == "equal":
                left.append(np.arange(i + step.src_start, i + step.src_end))
                right.append(np.arange(j + step.dest_start, j + step.dest_end))
        i, j = max(i, run.start + run.length), max(j, run.other + run.length)
        left.append(np.arange(run.start + skip, run.start + run.length))
        right.append(np.arange(run.other + skip, run.other + run.length))
    return Aligned(a, b, np.concatenate(left), np.concatenate(right))


def aligned_to_itself(block: Block) -> Aligned:
    """Return the alignment of a text with itself."""
    words = np.arange(len(block))
    return Aligned(block, block, words, words)


def _wide(a: Block, b: Block, region: Region) -> Region:
    """Return the region with the whole of the sentences that it starts and ends in."""
    return Region(
        _before(a.sentence, region.start),
        _after(a.sentence, region.end),
        _before(b.sentence, region.other_start),
        _after(b.sentence, region.other_end),
    )


def edges(aligned: Aligned, region: Region) -> Region | None:
    """Return the region with its edges set, or None if nothing is left of it.

    Each edge moves out to that of the sentence, else of the clause, where most of it is shared in both texts; else a
    scrap of a further sentence is cut off; and function words that dangle are ("… of the").
    """
    start, other_start = _start(aligned, region)
    end, other_end = _end(aligned, region)
    return _trimmed(aligned.a, aligned.b, Region(start, end, other_start, other_end))


def _start(aligned: Aligned, region: Region) -> tuple[int, int]:
    a, b = aligned.a, aligned.b
    if a.opened[region.start] and b.opened[region.other_start]:
        return region.start, region.other_start  # what is quoted is shared; who says so, and how, need not be
    grown = _grown_start(aligned, region, a.sentence, b.sentence, MISSING_IN_SENTENCE)
    cut = _past_scrap(aligned, region)
    if grown or cut != (region.start, region.other_start):
        return grown or cut
    return _grown_start(aligned, region, a.clause, b.clause, MISSING_IN_CLAUSE) or cut


def _end(aligned: Aligned, region: Region) -> tuple[int, int]:
    a, b = aligned.a, aligned.b
    if a.closed[region.end] and b.closed[region.other_end]:
        return region.end, region.other_end
    grown = _grown_end(aligned, region, a.sentence, b.sentence, MISSING_IN_SENTENCE)
    cut = _before_scrap(aligned, region)
    if grown or cut != (region.end, region.other_end):
        return grown or cut
    return _grown_end(aligned, region, a.clause, b.clause, MISSING_IN_CLAUSE) or cut


def _grown_start(aligned: Aligned, region: Region, left: Flags, right: Flags, missing: int) -> tuple[int, int] | None:
    """Return the start of the sentences, or clauses, that the region starts in, if it covers most of both."""
    i, j = region.start, region.other_start
    first, second = _before(left, i), _before(right, j)
    here = aligned.covered(first, _after(left, i + 1))
    there = aligned.other_covered(second, _after(right, j + 1))
    few = max(i - first, j - second) <= min(missing, MISSING_SHARE * _length(region))
    return (first, second) if min(here, there) >= MOST or few else None


def _grown_end(aligned: Aligned, region: Region, left: Flags, right: Flags, missing: int) -> tuple[int, int] | None:
    """Return the end of the sentences, or clauses, that the region ends in, if it covers most of both."""
    i, j = region.end, region.other_end
    last, second = _after(left, i), _after(right, j)
    here = aligned.covered(_before(left, i - 1), last)
    there = aligned.other_covered(_before(right, j - 1), second)
    few = max(last - i, second - j) <= min(missing, MISSING_SHARE * _length(region))
    return (last, second) if min(here, there) >= MOST or few else None


def _length(region: Region) -> int:
    return min(region.end - region.start, region.other_end - region.other_start)


def _before(flags: Flags, word: int) -> int:
    """Return the last flagged word up to this one, or this word where that is too far away."""
    found = np.flatnonzero(flags[max(word - LONG_SENTENCE, 0) : word + 1])
    return max(word - LONG_SENTENCE, 0) + int(found[-1]) if len(found) else word


def _after(flags: Flags, end: int) -> int:
    """Return the first flagged place from this one on, or this place where that is too far away."""
    found = np.flatnonzero(flags[end : end + LONG_SENTENCE])
    return end + int(found[0]) if len(found) else end


def _past_scrap(aligned: Aligned, region: Region) -> tuple[int, int]:
    """Return where the region starts without a scrap of a sentence that ends in it."""
    for k in range(*aligned.inside(region).indices(len(aligned.i))):
        i, j = int(aligned.i[k]), int(aligned.j[k])
        if i - region.start >= SCRAP_WORDS:
            break
        if i > region.start and j > region.other_start and (aligned.a.sentence[i] or aligned.b.sentence[j]):
            return i, j
    return region.start, region.other_start


def _before_scrap(aligned: Aligned, region: Region) -> tuple[int, int]:
    """Return where the region ends without a scrap of a sentence that starts in it."""
    for k in reversed(range(*aligned.inside(region).indices(len(aligned.i)))):
        i, j = int(aligned.i[k]), int(aligned.j[k])
        if region.end - i >= SCRAP_WORDS:
            break
        if i > region.start and j > region.other_start and (aligned.a.sentence[i] or aligned.b.sentence[j]):
            return i, j
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
