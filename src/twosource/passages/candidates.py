"""Which texts may share a passage: pairs of texts by the prints that stand in both, an inverted join on integers.

A bucket is all texts that have one print. In a bucket of up to ``CROWD`` texts every pair shares that print. A larger
one is *crowded*: a standing paragraph, an agency's text, a phrase of everyday. Each of its texts is then paired only
with the first of them, in the order of the texts' keys, and with the ``NEIGHBOURS`` next ones, and what they share is
counted apart. The rule looks at the bucket alone, so it is the same whatever the order of the input, its partitions, or
who runs it; and its cost grows with the bucket, not with its square. Texts that share much stand in the same buckets in
the same order, so all of these propose the same few pairs: three hundred copies of one text with small edits stay
connected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import Array, allocating, compiled, frozen, put_in_order, whole

CROWD = 16
"""Texts of a bucket up to which all pairs are counted. The copies of one text in one story are rarely more; a phrase
that more texts share says little about any two of them."""
STANDING = 50
"""Texts of a bucket above which its print is one of a standing paragraph: more than the outlets of one country that
print one agency's paragraph within their own texts, fewer than the texts that carry a standing note."""
NEIGHBOURS = 1
"""Texts after it with which each text of a crowded bucket is paired, beside the first: one pair that fails then breaks
no chain of copies."""
_SMALL = 1 << 18
"""Rows below which two digits tell nearly all prints apart."""
_DIGIT = 11
"""Bits by which rows are sorted at a time: a table of 2,048 counts stays in the fastest memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of texts, in order, each once.

    :ivar a: the key of one text.
    :ivar b: the key of the other, greater than ``a``.
    :ivar shared: prints that both have and few others do.
    :ivar common: prints that both have and more than ``CROWD`` texts do, counted where the rule pairs the two.
    """

    a: NDArray[np.uint64]
    b: NDArray[np.uint64]
    shared: NDArray[np.int32]
    common: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.a)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """What one partition of prints tells: pairs of texts, and which prints stand in more than ``STANDING`` texts."""

    pairs: Pairs
    hot: NDArray[np.uint64]


def candidates(hash: NDArray[np.uint64], text_key: NDArray[np.uint64]) -> Candidates:
    """Return the pairs of texts that share prints, with how many they share.

    :param hash: the prints, in any order; all rows of a print must be there, so that a partition holds whole prints.
    :param text_key: by print, the key of its text: the same text has the same key in every partition and every run.
    """
    keys, hashes, rank = _in_order(np.asarray(hash, np.uint64), np.asarray(text_key, np.uint64))
    for shift in range(0, _DIGIT * (2 if len(rank) < _SMALL else 3), _DIGIT):
        hashes, rank = _sorted_by(hashes, rank, shift)
    bits = np.uint64((1 << shift + _DIGIT) - 1)
    members, ends, hot = _buckets(hashes, rank, bits, STANDING)
    starts = _followers(members, ends, len(keys), CROWD, NEIGHBOURS)
    b, shared, common = np.empty(starts[-1], np.uint32), np.empty(starts[-1], np.int32), np.empty(starts[-1], np.int32)
    counts = np.empty(len(keys), np.int64)
    n = _pairs(members, ends, starts, CROWD, NEIGHBOURS, (b, shared, common), counts)
    pairs = Pairs(np.repeat(keys, counts), keys[b[:n]], shared[:n].copy(), common[:n].copy())
    return Candidates(pairs, np.sort(hot))


def merge(found: Sequence[Pairs]) -> Pairs:
    """Return the pairs of several partitions, what each shares summed: the same as from one partition with all rows."""
    a, b = (np.concatenate([getattr(pairs, side) for pairs in found] or [np.empty(0, np.uint64)]) for side in "ab")
    order = np.lexsort((b, a))
    a, b = a[order], b[order]
    new = np.ones(len(a), np.bool_)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    first = np.flatnonzero(new)
    summed = []
    for name in ("shared", "common"):
        counts = np.concatenate([getattr(pairs, name) for pairs in found] or [np.empty(0, np.int32)])[order]
        summed.append(np.add.reduceat(counts, first, dtype=np.int32) if len(first) else counts)
    return Pairs(a[first], b[first], *summed)


def _in_order(
    hashes: NDArray[np.uint64], text_key: NDArray[np.uint64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint32]]:
    """Return the keys in order, and the prints in the order of their texts' keys, each with the place of its key.

    The prints of a text mostly stand in a row: only these rows are sorted.
    """
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(text_key), 1), np.bool_), text_key[1:] != text_key[:-1])))
    lengths = np.diff(np.append(starts, len(text_key)))
    keys, place = np.unique(text_key[starts], return_inverse=True)
    order = np.argsort(place, kind="stable")
    rank = np.repeat(place[order].astype(np.uint32), lengths[order])
    out = np.empty(len(hashes), np.uint64)
    _gathered(frozen(hashes, np.uint64), frozen(starts[order], np.int64), frozen(lengths[order], np.int64), out)
    return keys, out, rank


@compiled
def _gathered(values: Array, starts: Array, lengths: Array, out: Array) -> None:
    """Write stretches of an array one after the other."""
    n = 0
    for k in range(len(starts)):
        for p in range(starts[k], starts[k] + lengths[k]):
            out[n] = values[p]
            n += 1


@allocating
def _sorted_by(hashes: Array, rank: Array, shift: int) -> tuple[Array, Array]:
    """Return the rows sorted by one digit of the hash; rows of one digit stay in their order (a radix sort's step)."""
    by, mask = np.uint64(shift), np.uint64((1 << _DIGIT) - 1)
    place = np.zeros((1 << _DIGIT) + 1, np.int64)
    for k in range(len(hashes)):
        place[whole((hashes[k] >> by) & mask) + 1] += 1
    for d in range(1 << _DIGIT):
        place[d + 1] += place[d]
    sorted_hashes, sorted_rank = np.empty_like(hashes), np.empty_like(rank)
    for k in range(len(hashes)):
        d = whole((hashes[k] >> by) & mask)
        sorted_hashes[place[d]], sorted_rank[place[d]] = hashes[k], rank[k]
        place[d] += 1
    return sorted_hashes, sorted_rank


@compiled
def _settle(hashes: Array, rank: Array, first: int, stop: int) -> None:
    """Sort the few rows by the whole of their hash that are equal in the digits sorted by."""
    for k in range(first + 1, stop):
        value, owner, p = hashes[k], rank[k], k
        while p > first and hashes[p - 1] > value:
            hashes[p], rank[p] = hashes[p - 1], rank[p - 1]
            p -= 1
        hashes[p], rank[p] = value, owner


@allocating
def _buckets(hashes: Array, rank: Array, bits: np.uint64, standing: int) -> tuple[Array, Array, Array]:
    """Return the texts of each print that several have, one bucket after the other; where each ends; standing prints.

    The first of the ends is 0, where the first bucket starts.
    """
    members, ends = np.empty_like(rank), np.zeros(len(rank) // 2 + 2, np.int64)
    hot = np.empty(len(rank) // (standing + 1) + 1, np.uint64)
    n, buckets, noted, k = whole(0), whole(0), whole(0), whole(0)
    while k < len(hashes):
        stop, same = k + 1, True
        while stop < len(hashes) and (hashes[stop] ^ hashes[k]) & bits == 0:
            same &= hashes[stop] == hashes[k]
            stop += 1
        if not same:
            _settle(hashes, rank, k, stop)
        while k < stop:
            n, k = _bucket(hashes, rank, k, stop, members, n)
            if n - ends[buckets] < 2:
                n = ends[buckets]
                continue
            if n - ends[buckets] > standing:
                hot[noted] = hashes[k - 1]
                noted += 1
            buckets += 1
            ends[buckets] = n
    return members[:n], ends[: buckets + 1], hot[:noted]


@compiled
def _bucket(hashes: Array, rank: Array, k: int, stop: int, members: Array, n: int) -> tuple[int, int]:
    """Write the distinct texts of the print at row ``k``; return where they, and the print's rows, end."""
    value, first = hashes[k], n
    while k < stop and hashes[k] == value:
        if n == first or members[n - 1] != rank[k]:
            members[n] = rank[k]
            n += 1
        k += 1
    return n, k


@compiled
def _reach(place: int, size: int, crowd: int, neighbours: int) -> int:
    """Return with how many of the texts after it in its bucket the text at this place is paired."""
    after = size - 1 - place
    return after if size <= crowd or place == 0 else min(after, neighbours)


@allocating
def _followers(members: Array, ends: Array, texts: int, crowd: int, neighbours: int) -> Array:
    """Return where the partners of each text start, if they are written one after the other."""
    starts = np.zeros(texts + 1, np.int64)
    for bucket in range(len(ends) - 1):
        first, stop = ends[bucket], ends[bucket + 1]
        for p in range(first, stop):
            starts[whole(members[p]) + 1] += _reach(p - first, stop - first, crowd, neighbours)
    for t in range(texts):
        starts[t + 1] += starts[t]
    return starts


@allocating
def _pairs(
    members: Array, ends: Array, starts: Array, crowd: int, neighbours: int, out: tuple[Array, ...], counts: Array
) -> int:
    """Write the partners of each text with what they share, and how many it has; return how many there are in all."""
    b, shared, common = out
    texts, mark = len(counts), np.uint32(1 << 31)  # the mark of a partner from a crowded bucket
    at = starts.copy()
    for bucket in range(len(ends) - 1):
        first, stop = ends[bucket], ends[bucket + 1]
        for p in range(first, stop):
            a = whole(members[p])
            for q in range(p + 1, p + 1 + _reach(p - first, stop - first, crowd, neighbours)):
                b[at[a]] = members[q] | mark if stop - first > crowd else members[q]
                at[a] += 1
    few, many = np.zeros(texts, np.int32), np.zeros(texts, np.int32)
    n = whole(0)
    for a in range(texts):
        first = n
        for p in range(starts[a], starts[a + 1]):  # the distinct partners take the place of what is read already
            other, crowded = b[p] & ~mark, b[p] >= mark
            if few[other] == 0 and many[other] == 0:
                b[n] = other
                n += 1
            few[other] += not crowded
            many[other] += crowded
        counts[a] = n - first
        _flushed(b, shared, common, few, many, first, n)
    return n


@compiled
def _flushed(b: Array, shared: Array, common: Array, few: Array, many: Array, first: int, stop: int) -> None:
    """Bring the partners of one text into order, write what they share, and set the counts back to 0."""
    put_in_order(b, first, stop)
    for p in range(first, stop):
        other = b[p]
        shared[p], common[p] = few[other], many[other]
        few[other], many[other] = 0, 0
