"""Stretches that two texts share: seeds joined, run together, chained over a few changed words (seed, extend, score).

The method is that of local alignment by seed chaining, as in MUMmer (Delcher et al. 1999) and, for text reuse, passim
(Smith et al. 2014): exact runs are found by hash, and runs that follow one another in both texts with small gaps are
chained by dynamic programming. Shared stretches may stand in any order in the two texts. All pairs of a batch are
chained in one call, on arrays; the work on a pair grows with its two texts, whatever stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import Array, allocating, compiled, frozen, grown, longest, put_in_order, whole
from twosource.passages.prints import grams
from twosource.passages.seeds import GRAM, ROOM, indexed, met
from twosource.passages.telling import UNIT

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
"""Runs of one pair that are chained, the longest; two news reports have some tens."""
_FINE = 64
_MOST_VALUE = 1 << 40
"""Chains are put in order by their values in 64ths, as whole numbers of which none exceeds the second."""


@dataclass(frozen=True, slots=True, eq=False)
class Chains:
    """Chains of runs of equal words, of a batch of pairs of texts.

    :ivar pair: by chain, the number of its pair.
    :ivar offsets: where the runs of each chain start; one more than there are chains.
    :ivar start: by run, its first word in the first text of the pair.
    :ivar other: its first word in the second text.
    :ivar length: its words.
    """

    pair: NDArray[np.int64]
    offsets: NDArray[np.int64]
    start: NDArray[np.int32]
    other: NDArray[np.int32]
    length: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.pair)


def chains(
    code: NDArray[np.uint32],
    marks: NDArray[np.uint8],
    told: NDArray[np.uint8],
    offsets: NDArray[np.int64],
    a: NDArray[np.int64],
    b: NDArray[np.int64],
) -> Chains:
    """Return the chains of the pairs of texts ``a[n]`` and ``b[n]``: unjudged, those of each pair the best first.

    Pairs that follow one another with the same ``a`` share its seeds, so sort them by it.

    :param code: by word; ``marks`` and ``told`` as in :class:`~twosource.passages.tokens.Tokens`.
    """
    texts = (frozen(code, np.uint32), frozen(marks, np.uint8), frozen(told, np.uint8), frozen(offsets, np.int64))
    return Chains(*_chained(texts, frozen(a, np.int64), frozen(b, np.int64)))


@compiled
def _run(code: Array, place: tuple[int, int, int, int], i: int, j: int) -> tuple[int, int, int]:
    """Return the longest run of equal words around word ``i`` of one text and ``j`` of the other."""
    first, stop, second, end = place
    p, q = first + i, second + j
    while p > first and q > second and code[p - 1] == code[q - 1]:
        p, q = p - 1, q - 1
    length = first + i - p
    while p + length < stop and q + length < end and code[p + length] == code[q + length]:
        length += 1
    return p - first, q - second, length


@compiled
def _fewer(runs: tuple[Array, ...], n: int, least: int) -> int:
    """Keep the runs of at least so many words; return how many they are."""
    start, other, length = runs
    kept = 0
    for k in range(n):
        if length[k] >= least:
            start[kept], other[kept], length[kept] = start[k], other[k], length[k]
            kept += 1
    return kept


@compiled
def _runs(
    code: Array, place: tuple[int, int, int, int], table: tuple[Array, ...], slots: Array, count: int,
    reached: Array, runs: tuple[Array, ...],
) -> int:  # fmt: skip
    """Write the runs that hold a seed, each once; return how many they are. ``reached`` is 0, and left so."""
    _, heads, times, uses, before, _ = table
    start, other, length = runs
    n, least, shift = whole(0), 0, place[3] - place[2]
    for j in range(count):
        slot = slots[j]
        if slot < 0 or times[slot] > REPEATS or uses[slot] > REPEATS:
            continue
        i = heads[slot]
        while i >= 0:
            if i >= reached[i - j + shift]:  # not inside the last run of these two words' diagonal
                p, q, words = _run(code, place, i, j)
                reached[i - j + shift] = p + words
                if words >= least:
                    start[n], other[n], length[n] = p, q, words
                    n += 1
                while n == MOST_RUNS:
                    least += 1
                    n = _fewer(runs, n, least)
            i = before[i]
    for j in range(count):
        slot = slots[j]
        if slot >= 0:
            uses[slot] = 0
            if times[slot] <= REPEATS:
                i = heads[slot]
                while i >= 0:
                    reached[i - j + shift] = 0
                    i = before[i]
    return n


@compiled
def _link(
    runs: tuple[Array, ...], order: Array, k: int, value: float, best: Array, ending: Array, earlier: Array
) -> tuple[float, int]:
    """Return the best value of a chain that ends with a run of this value, and the run before it, -1 for none."""
    start, other, length = runs
    run, link, own = order[k], -1, value
    for end in range(max(start[run] - GAP, 0), start[run] + OVERLAP + 1):
        p = ending[end]
        while p >= 0:
            last = order[p]
            gap, apart = start[run] - end, other[run] - other[last] - length[last]
            if -OVERLAP <= apart <= GAP and start[last] < start[run] and other[last] < other[run]:
                cost = GAP_COST * max(gap, apart, 0) + SHIFT_COST * abs(gap - apart)
                if best[p] + own - cost > value:
                    value, link = best[p] + own - cost, p
            p = earlier[p]
    return value, link


@allocating
def _linked(
    told: Array, first: int, runs: tuple[Array, ...], n: int, order: Array, ending: Array
) -> tuple[Array, Array]:
    """Return, by run in order, the value of the best chain that ends with it, and the run before it there."""
    start, _, length = runs
    best, back, earlier = np.zeros(n), np.full(n, -1, np.int64), np.empty(n, np.int64)
    for k in range(n):
        run = order[k]
        value = 0.0
        for p in range(first + start[run], first + start[run] + length[run]):
            value += told[p]
        best[k], back[k] = _link(runs, order, k, value / UNIT, best, ending, earlier)
        end = start[run] + length[run]
        earlier[k], ending[end] = ending[end], k
    for k in range(n):
        ending[start[order[k]] + length[order[k]]] = -1
    return best, back


@allocating
def _written(
    runs: tuple[Array, ...], n: int, order: Array, linked: tuple[Array, Array], keys: Array,
    out: tuple[Array, ...], at: int, first: int,
) -> tuple[int, int]:  # fmt: skip
    """Write the chains of a pair, the best first, each run in one; return where runs end, and how many chains."""
    start, other, length = runs
    offsets, starts, others, lengths = out
    best, back = linked
    used, found = np.zeros(n, np.bool_), 0
    for k in range(n):
        keys[k] = (_MOST_VALUE - whole(best[k] * _FINE)) * (MOST_RUNS + 1) + k
    put_in_order(keys, 0, n)
    for rank in range(n):
        last = keys[rank] % (MOST_RUNS + 1)
        words, links, k = 0, 0, last
        while k >= 0 and not used[k]:
            used[k] = True
            words += length[order[k]]
            links += 1
            k = back[k]
        if words >= LEAST_WORDS:
            k = last
            for p in range(at + links - 1, at - 1, -1):
                starts[p], others[p], lengths[p] = start[order[k]], other[order[k]], length[order[k]]
                k = back[k]
            at += links
            found += 1
            offsets[first + found] = at
    return at, found


@allocating
def _chained(texts: tuple[Array, ...], a: Array, b: Array) -> tuple[Array, Array, Array, Array, Array]:
    """Return the chains of all pairs: by chain its pair, where its runs end, and the runs."""
    code, marks, told, where = texts
    most = longest(where)
    size = 4
    while size < ROOM * most:
        size *= 2
    table = (
        np.zeros(size, np.uint64), np.empty(size, np.int32), np.empty(size, np.int32), np.empty(size, np.int32),
        np.empty(most + 1, np.int32), np.empty(most + 1, np.int32),
    )  # fmt: skip
    own, values = np.empty(most + 2, np.uint64), np.empty(most + 2, np.uint64)
    slots = np.empty(most + 1, np.int32)
    reached, ending = np.zeros(2 * most + 2, np.int32), np.full(most + OVERLAP + 2, -1, np.int32)
    room = np.empty(MOST_RUNS + 1, np.int64), np.empty(MOST_RUNS + 1, np.int64), np.empty(MOST_RUNS + 1, np.int64)
    pair, offsets = np.empty(len(a) + 1, np.int64), np.zeros(len(a) + 2, np.int64)
    starts, others, lengths = np.empty(16, np.int32), np.empty(16, np.int32), np.empty(16, np.int32)
    order, keys = np.empty(MOST_RUNS + 1, np.int64), np.empty(MOST_RUNS + 1, np.int64)
    last, at, n, slots_used = -1, whole(0), whole(0), whole(0)
    for k in range(len(a)):
        place = (where[a[k]], where[a[k] + 1], where[b[k]], where[b[k] + 1])
        if a[k] != last:
            last = a[k]
            slots_used = indexed(code, marks, place[0], place[1], table, own)
        count = grams(code, marks, place[2], place[3], whole(GRAM), True, values)
        met(table, slots_used, own, values, count, slots)
        runs = _runs(code, place, table, slots, count, reached, room)
        if not runs:
            continue
        for r in range(runs):
            order[r] = room[0][r] * (MOST_RUNS + 1) + r
        put_in_order(order, 0, runs)
        for r in range(runs):
            order[r] %= MOST_RUNS + 1
        linked = _linked(told, place[0], room, runs, order, ending)
        starts, others, lengths = grown(starts, at + runs), grown(others, at + runs), grown(lengths, at + runs)
        pair, offsets = grown(pair, n + runs), grown(offsets, n + runs + 1)
        at, found = _written(room, runs, order, linked, keys, (offsets, starts, others, lengths), at, n)
        for r in range(found):
            pair[n + r] = k
        n += found
    return pair[:n], offsets[: n + 1], starts[:at], others[:at], lengths[:at]
