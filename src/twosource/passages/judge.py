"""Is a shared stretch a passage? Its edges are set to sentences where it covers most of one, then it is weighed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from twosource.passages.align import Region
from twosource.passages.blocks import Block
from twosource.passages.edges import align, edges

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


def judge(a: Block, b: Block, region: Region) -> list[Match]:
    """Return the passages that a shared region holds, their edges set: one a paragraph, none if it is too little.

    A paragraph that is too little by itself goes with the next one.
    """
    found = edges(a, b, region)
    if found is None or weigh(a, b, found) is None:
        return []
    matches: list[Match] = []
    start, other_start = found.start, found.other_start
    for end, other_end in _breaks(a, b, found):
        match = weigh(a, b, Region(start, end, other_start, other_end))
        if match:
            matches.append(match)
            start, other_start = end, other_end
    if matches and start < found.end:
        last = matches[-1]
        longer = weigh(a, b, Region(last.start, found.end, last.other_start, found.other_end))
        matches[-1] = longer or last
    return matches


def _breaks(a: Block, b: Block, region: Region) -> list[tuple[int, int]]:
    """Return the places at which a paragraph ends in both texts, the end of the region last."""
    inside = [(i, j) for i, j in align(a, b, region).pairs if a.paragraph[i] and b.paragraph[j]]
    return [(i, j) for i, j in inside if i > region.start and j > region.other_start] + [(region.end, region.other_end)]


def weigh(a: Block, b: Block, region: Region) -> Match | None:
    """Return the region as a match if enough is shared, and little enough is not."""
    start, end, other_start, other_end = region
    pairs = align(a, b, region).pairs
    shared = np.array([i for i, _ in pairs], np.int64)
    if not len(shared):
        return None
    similarity = 2 * len(pairs) / (end - start + other_end - other_start)
    weight = float(a.weight[shared].sum())
    total = float(a.weight[start:end].sum() + b.weight[other_start:other_end].sum())
    whole = bool(a.sentence[start] and a.sentence[end] and b.sentence[other_start] and b.sentence[other_end])
    content = int(a.content[shared].sum())
    plain = int(a.plain[shared].sum())
    enough = (
        len(pairs) >= (SENTENCE_WORDS if whole else WORDS)
        and content >= (SENTENCE_CONTENT if whole else CONTENT)
        and plain >= (SENTENCE_PLAIN if whole else PLAIN)
        and weight >= (SENTENCE_WEIGHT if whole else WEIGHT)
    )
    slack = min(1.0, max(0.0, (len(pairs) - SENTENCE_WORDS) / (LONG - SENTENCE_WORDS)))
    if not enough or similarity < ALIKE_SHORT - slack * (ALIKE_SHORT - ALIKE) or 2 * weight < ALIKE_WEIGHT * total:
        return None
    return Match(start, end, other_start, other_end, similarity)
