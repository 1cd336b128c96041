"""Is a shared stretch a passage? Its edges are set to sentences where it covers most of one, then it is weighed."""

from __future__ import annotations

from typing import NamedTuple

from twosource.passages.align import Chain, Region
from twosource.passages.blocks import Block
from twosource.passages.edges import Aligned, align, edges

WORDS = 8
"""Least shared words of a passage. Shorter stretches are shared by writers who never read one another."""
SENTENCE_WORDS = 6
"""Least shared words where the passage is a whole sentence in both texts."""
CONTENT = 4
"""Least shared content words."""
SENTENCE_CONTENT = 3
"""Least shared content words of a whole sentence."""
PLAIN = 3
SENTENCE_PLAIN = 2
"""Least shared content words that are neither names nor figures: an office with a long name is no passage."""
WEIGHT = 3.0
"""Least weight of the shared words, in rare words."""
SENTENCE_WEIGHT = 2.2
"""The same for a whole sentence."""
ALIKE = 0.6
ALIKE_SHORT = 0.8
"""Least share of words in common, in order, of a passage with changed words (Dice): of 20 shared words and more, and of
the fewest. Two writers share half the words of "12 killed in ferry fire off Tarn Island" by chance."""
LONG = 20
"""Shared words from which the lower share is enough; between, the share falls evenly."""
ALIKE_WEIGHT = 0.55
"""Least share of the weight in common: shared function words alone make no near copy."""


class Match(NamedTuple):
    """A judged pair of places: word ranges in two blocks, and the share of words in common, in order (1: equal)."""

    start: int
    end: int
    other_start: int
    other_end: int
    similarity: float


def judge(a: Block, b: Block, chain: Chain) -> list[Match]:
    """Return the passages that a chain holds, their edges set: one a paragraph, none if it is too little.

    A paragraph that is too little by itself goes with the next one.
    """
    aligned = align(a, b, chain)
    found = edges(aligned, chain.region)
    if found is None or weigh(aligned, found) is None:
        return []
    matches: list[Match] = []
    start, other_start = found.start, found.other_start
    for end, other_end in _breaks(aligned, found):
        match = weigh(aligned, Region(start, end, other_start, other_end))
        if match:
            matches.append(match)
            start, other_start = end, other_end
    if matches and start < found.end:
        last = matches[-1]
        longer = weigh(aligned, Region(last.start, found.end, last.other_start, found.other_end))
        matches[-1] = longer or last
    return matches


def _breaks(aligned: Aligned, region: Region) -> list[tuple[int, int]]:
    """Return the places at which a paragraph ends in both texts, the end of the region last."""
    inside = aligned.inside(region)
    i, j = aligned.i[inside], aligned.j[inside]
    new = aligned.a.paragraph[i] & aligned.b.paragraph[j] & (i > region.start) & (j > region.other_start)
    return [*zip(i[new].tolist(), j[new].tolist(), strict=True), (region.end, region.other_end)]


def weigh(aligned: Aligned, region: Region) -> Match | None:
    """Return the region as a match if enough is shared, and little enough is not."""
    a, b = aligned.a, aligned.b
    start, end, other_start, other_end = region
    shared = aligned.i[aligned.inside(region)]
    if not len(shared):
        return None
    similarity = 2 * len(shared) / (end - start + other_end - other_start)
    weight = float(a.weight[shared].sum())
    total = float(a.weight[start:end].sum() + b.weight[other_start:other_end].sum())
    whole = bool(a.sentence[start] and a.sentence[end] and b.sentence[other_start] and b.sentence[other_end])
    enough = (
        len(shared) >= (SENTENCE_WORDS if whole else WORDS)
        and int(a.content[shared].sum()) >= (SENTENCE_CONTENT if whole else CONTENT)
        and int(a.plain[shared].sum()) >= (SENTENCE_PLAIN if whole else PLAIN)
        and weight >= (SENTENCE_WEIGHT if whole else WEIGHT)
    )
    slack = min(1.0, max(0.0, (len(shared) - SENTENCE_WORDS) / (LONG - SENTENCE_WORDS)))
    if not enough or similarity < ALIKE_SHORT - slack * (ALIKE_SHORT - ALIKE) or 2 * weight < ALIKE_WEIGHT * total:
        return None
    return Match(start, end, other_start, other_end, similarity)
