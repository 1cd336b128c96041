"""Candidate pairs of texts to matches: which words answer to which, scored, in words and in code points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.chains import chains
from twosource.passages.compiled import Array, allocating, frozen
from twosource.passages.judge import judged
from twosource.passages.prints import RUN, Prints
from twosource.passages.tokens import Tokens

STANDING = 0.5
"""Share of a match's prints that stand in many texts from which it is a standing paragraph, not a copy …"""
WHOLE = 0.5
"""… unless the pair's matches make so much of the shorter text: then the texts are copies of one, however many are."""


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Stretches that pairs of texts share, in the order of the pairs.

    ``a`` and ``b`` are the numbers of the texts; ``a_first`` … ``a_last - 1`` the words, ``a_start`` … ``a_end - 1``
    the code points in text ``a``, and so for ``b``.

    :ivar shared: words that answer to one another, in order.
    :ivar similarity: their share of all words of both stretches (Dice; 1: equal).
    :ivar verbatim: whether the words are equal.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    a_first: NDArray[np.int32]
    a_last: NDArray[np.int32]
    b_first: NDArray[np.int32]
    b_last: NDArray[np.int32]
    a_start: NDArray[np.int32]
    a_end: NDArray[np.int32]
    b_start: NDArray[np.int32]
    b_end: NDArray[np.int32]
    shared: NDArray[np.int32]
    similarity: NDArray[np.float32]
    verbatim: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.a)


def verify(
    tokens: Tokens,
    a: NDArray[np.integer],
    b: NDArray[np.integer],
    prints: Prints | None = None,
    hot: NDArray[np.uint64] | None = None,
) -> Matches:
    """Return what the pairs of texts ``a[n]`` and ``b[n]`` share, where it is enough to be a passage.

    :param prints: the prints of the texts; with ``hot``, what tells a standing paragraph from a copy.
    :param hot: the prints that stand in many texts, sorted, of all partitions.
    """
    order = np.lexsort((b, a))
    first, second = frozen(np.asarray(a)[order], np.int64), frozen(np.asarray(b)[order], np.int64)
    return _verified(tokens, first, second, _crowded(tokens, prints, hot))


def _verified(tokens: Tokens, a: NDArray[np.int64], b: NDArray[np.int64], crowded: NDArray[np.int32]) -> Matches:
    found = chains(tokens.code, tokens.marks, tokens.told, tokens.offsets, a, b)
    passages = judged(tokens.code, tokens.marks, tokens.told, tokens.offsets, a, b, found)
    standing = _standing(
        crowded, frozen(tokens.offsets, np.int64), a, b, passages.pair, passages.region, passages.shared
    )
    keep = np.flatnonzero(~standing)
    first, last, other_first, other_last = passages.region[:, keep]
    pair, shared = passages.pair[keep], passages.shared[keep]
    left, right = tokens.offsets[a[pair]], tokens.offsets[b[pair]]
    return Matches(
        a=a[pair],
        b=b[pair],
        a_first=first,
        a_last=last,
        b_first=other_first,
        b_last=other_last,
        a_start=tokens.start[left + first],
        a_end=tokens.end[left + last - 1],
        b_start=tokens.start[right + other_first],
        b_end=tokens.end[right + other_last - 1],
        shared=shared,
        similarity=passages.similarity[keep].astype(np.float32),
        verbatim=(shared == last - first) & (shared == other_last - other_first),
    )


def _crowded(tokens: Tokens, prints: Prints | None, hot: NDArray[np.uint64] | None) -> NDArray[np.int32]:
    """Return by word, summed up from the start, the prints that start before it: all of them, and the hot ones."""
    counts = np.zeros((2, len(tokens.code) + 1), np.int32)
    if prints is not None and hot is not None and len(hot):
        at = tokens.offsets[prints.text] + prints.position + 1
        place = np.searchsorted(hot, prints.hash)
        counts[0, at] = 1
        counts[1, at] = hot[np.minimum(place, len(hot) - 1)] == prints.hash
        np.cumsum(counts, axis=1, out=counts)
    return counts


@allocating
def _standing(crowded: Array, where: Array, a: Array, b: Array, pair: Array, regions: Array, shared: Array) -> Array:
    """Return which regions are standing paragraphs: most of their prints are hot, and they make little of the texts."""
    found = np.zeros(len(pair), np.bool_)
    n = 0
    while n < len(pair):
        stop, words = n, 0
        while stop < len(pair) and pair[stop] == pair[n]:
            words += shared[stop]
            stop += 1
        first = where[a[pair[n]]]
        shorter = min(where[a[pair[n]] + 1] - first, where[b[pair[n]] + 1] - where[b[pair[n]]])
        if words < WHOLE * shorter:
            for k in range(n, stop):
                start, end = first + regions[0, k], first + max(regions[1, k] - RUN + 1, regions[0, k])
                count = crowded[0, end] - crowded[0, start]
                found[k] = count and crowded[1, end] - crowded[1, start] >= STANDING * count
        n = stop
    return found
