"""Candidate pairs of texts to matches: which words answer to which, scored, in words and in code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.passages.chains import chains
from twosource.passages.compiled import Array, allocating, compiled, frozen, whole
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
    return _verified(tokens, first, second, _known(tokens, prints, hot))


def _verified(tokens: Tokens, a: NDArray[np.int64], b: NDArray[np.int64], known: Known) -> Matches:
    found = chains(tokens.code, tokens.marks, tokens.told, tokens.offsets, a, b)
    passages = judged(tokens.code, tokens.marks, tokens.told, tokens.offsets, a, b, found)
    standing = _standing(known, frozen(tokens.offsets, np.int64), a, b, passages.pair, passages.region, passages.shared)
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


Known = tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int64], NDArray[np.uint64]]
"""The prints, where each stands in its text, where those of each text start, and which prints are standing ones."""


def _known(tokens: Tokens, prints: Prints | None, hot: NDArray[np.uint64] | None) -> Known:
    if prints is None or hot is None:
        nothing = frozen([], np.uint64)
        return nothing, frozen([], np.int32), frozen(np.zeros(len(tokens) + 1), np.int64), nothing
    starts = frozen(np.searchsorted(prints.text, np.arange(len(tokens) + 1)), np.int64)
    return frozen(prints.hash, np.uint64), frozen(prints.position, np.int32), starts, frozen(hot, np.uint64)


@compiled
def _at(values: Array, first: int, stop: int, value: Any) -> int:
    """Return where a value stands in an ordered stretch of an array, or would stand."""
    while first < stop:
        middle = (first + stop) // 2
        if values[middle] < value:
            first = middle + 1
        else:
            stop = middle
    return first


@compiled
def _carries(known: Known, text: int, start: int, end: int) -> bool:
    """Return whether a stretch of a text is mostly standing prints."""
    hashes, position, starts, hot = known
    if not len(hot):
        return False
    first = _at(position, starts[text], starts[text + 1], start)
    stop = _at(position, first, starts[text + 1], max(end - RUN + 1, start))
    standing = whole(0)
    for k in range(first, stop):
        place = _at(hot, whole(0), len(hot), hashes[k])
        standing += place < len(hot) and hot[place] == hashes[k]
    return stop > first and standing >= STANDING * (stop - first)


@allocating
def _standing(known: Known, where: Array, a: Array, b: Array, pair: Array, regions: Array, shared: Array) -> Array:
    """Return which regions are standing paragraphs: most of their prints are, and they make little of the texts."""
    found = np.zeros(len(pair), np.bool_)
    n = whole(0)
    while n < len(pair):
        stop, words = n, whole(0)
        while stop < len(pair) and pair[stop] == pair[n]:
            words += shared[stop]
            stop += 1
        text, other = a[pair[n]], b[pair[n]]
        shorter = min(where[text + 1] - where[text], where[other + 1] - where[other])
        if words < WHOLE * shorter:
            for k in range(n, stop):
                found[k] = _carries(known, text, whole(regions[0, k]), whole(regions[1, k]))
        n = stop
    return found
