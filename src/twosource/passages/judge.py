"""Is a shared stretch a passage? Its words are aligned, its edges set to sentences, then it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.chains import Chains
from twosource.passages.compiled import Array, allocating, compiled, frozen, grown, longest, whole
from twosource.passages.edges import LONG_SENTENCE, Mates, Region, Sides, Words, edges, starts, wide
from twosource.passages.telling import CONTENT, PARAGRAPH, PLAIN, SENTENCE, UNIT

WORDS = 8
"""Least shared words of a passage. Shorter stretches are shared by writers who never read one another."""
SENTENCE_WORDS = 6
"""Least shared words where the passage is a whole sentence in both texts."""
CONTENTS = 4
"""Least shared content words."""
SENTENCE_CONTENTS = 3
"""Least shared content words of a whole sentence."""
PLAINS = 3
SENTENCE_PLAINS = 2
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


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The passages that chains hold.

    :ivar pair: by passage, the number of its pair of texts.
    :ivar region: in four rows: words from and to in the first text, from and to in the other.
    :ivar shared: the words that answer to one another, in order.
    """

    pair: NDArray[np.int64]
    region: NDArray[np.int32]
    shared: NDArray[np.int32]

    @property
    def similarity(self) -> NDArray[np.float64]:
        """The share of words in common, in order (Dice; 1: equal)."""
        first, last, other_first, other_last = self.region
        found: NDArray[np.float64] = 2.0 * self.shared / (last - first + other_last - other_first)
        return found


def judged(
    code: NDArray[np.uint32],
    marks: NDArray[np.uint8],
    told: NDArray[np.uint8],
    offsets: NDArray[np.int64],
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    found: Chains,
) -> Judged:
    """Return the passages that the chains of pairs of texts hold, in the order of the chains: one a paragraph.

    A paragraph that is too little by itself goes with the next one.
    """
    words = frozen(code, np.uint32), frozen(marks, np.uint8), frozen(told, np.uint8)
    pairs = frozen(offsets, np.int64), frozen(a, np.int64), frozen(b, np.int64)
    runs = found.pair, found.offsets, found.start, found.other, found.length
    pair, rows, n = _judged(words, pairs, runs)
    return Judged(pair[:n], np.ascontiguousarray(rows[: 5 * n].reshape(n, 5).T[:4]), rows[4 : 5 * n : 5].copy())


@compiled
def enough(sentence: bool, shared: int, content: int, plain: int, weight: int) -> bool:
    """Return whether the words that two stretches share make a passage; whole sentences need fewer."""
    if sentence:
        return (
            shared >= SENTENCE_WORDS
            and content >= SENTENCE_CONTENTS
            and plain >= SENTENCE_PLAINS
            and weight >= SENTENCE_WEIGHT * UNIT
        )
    return shared >= WORDS and content >= CONTENTS and plain >= PLAINS and weight >= WEIGHT * UNIT


@compiled
def _subsequence(code: Array, sides: Sides, gap: Region, mates: Mates, table: Array) -> None:
    """Join the words of a gap that answer to one another: a longest common subsequence."""
    i, i_stop, j, j_stop = gap
    width = j_stop - j + 1
    for p in range(i_stop - i + 1):
        table[p * width] = 0
    for q in range(width):
        table[q] = 0
    for p in range(1, i_stop - i + 1):
        for q in range(1, width):
            if code[sides[0] + i + p - 1] == code[sides[2] + j + q - 1]:
                table[p * width + q] = table[(p - 1) * width + q - 1] + 1
            else:
                table[p * width + q] = max(table[(p - 1) * width + q], table[p * width + q - 1])
    p, q = i_stop - i, width - 1
    while p > 0 and q > 0:
        if code[sides[0] + i + p - 1] == code[sides[2] + j + q - 1]:
            p, q = p - 1, q - 1
            mates[0][i + p], mates[1][j + q] = j + q, i + p
        elif table[(p - 1) * width + q] >= table[p * width + q - 1]:
            p -= 1
        else:
            q -= 1


@compiled
def _join(
    code: Array, sides: Sides, around: Region, runs: Words, limits: tuple[int, int], mates: Mates, table: Array
) -> None:
    """Note which words of a chain answer to one another: in its runs, in its gaps, on to the ends of its sentences."""
    start, other, length = runs
    i, j = around[0], around[2]
    for k in range(limits[0], limits[1] + 1):
        p, q, words = around[1], around[3], whole(0)
        if k < limits[1]:
            p, q, words = whole(start[k]), whole(other[k]), whole(length[k])
        if i < p and j < q:
            _subsequence(code, sides, (i, p, j, q), mates, table)
        for step in range(max(0, i - p, j - q), words):  # what the run before has taken is skipped
            mates[0][p + step], mates[1][q + step] = q + step, p + step
        i, j = max(i, p + words), max(j, q + words)


@compiled
def _weighed(words: Words, sides: Sides, mates: Mates, region: Region) -> int:
    """Return the words that a region shares if they are enough and the rest is not too much, else 0."""
    _, marks, told = words
    first, stop, second, end = sides
    shared, content, plain, weight, total = whole(0), whole(0), whole(0), whole(0), whole(0)
    for k in range(region[0], region[1]):
        total += told[first + k]
        if region[2] <= mates[0][k] < region[3]:
            shared += 1
            weight += told[first + k]
            content += (marks[first + k] & CONTENT) != 0
            plain += (marks[first + k] & PLAIN) != 0
    for k in range(region[2], region[3]):
        total += told[second + k]
    sentence = (
        starts(marks, first, stop, region[0], whole(SENTENCE))
        and starts(marks, first, stop, region[1], whole(SENTENCE))
        and starts(marks, second, end, region[2], whole(SENTENCE))
        and starts(marks, second, end, region[3], whole(SENTENCE))
    )
    slack = min(1.0, max(0.0, (shared - SENTENCE_WORDS) / (LONG - SENTENCE_WORDS)))
    alike = ALIKE_SHORT - slack * (ALIKE_SHORT - ALIKE)
    near = 2 * shared >= alike * (region[1] - region[0] + region[3] - region[2]) and 2 * weight >= ALIKE_WEIGHT * total
    return shared if near and enough(sentence, shared, content, plain, weight) else 0


@compiled
def _note(rows: Array, n: int, region: Region, shared: int) -> None:
    rows[5 * n], rows[5 * n + 1], rows[5 * n + 2], rows[5 * n + 3] = region
    rows[5 * n + 4] = shared


@compiled
def _parts(words: Words, sides: Sides, mates: Mates, found: Region, rows: Array, n: int) -> int:
    """Write the passages that a region holds from ``n`` on: one a paragraph; return where they end."""
    marks, made = words[1], n
    start, other_start = found[0], found[2]
    for i in range(found[0] + 1, found[1] + 1):
        j = whole(mates[0][i]) if i < found[1] else found[3]
        if i < found[1]:
            if not found[2] < j < found[3]:
                continue
            if not (
                starts(marks, sides[0], sides[1], i, whole(PARAGRAPH))
                and starts(marks, sides[2], sides[3], j, whole(PARAGRAPH))
            ):
                continue
        shared = _weighed(words, sides, mates, (start, i, other_start, j))
        if shared:
            _note(rows, made, (start, i, other_start, j), shared)
            made, start, other_start = made + 1, i, j
    if made > n and start < found[1]:
        last = 5 * (made - 1)
        longer = whole(rows[last]), found[1], whole(rows[last + 2]), found[3]
        shared = _weighed(words, sides, mates, longer)
        if shared:
            _note(rows, made - 1, longer, shared)
    return made


@allocating
def _judged(words: Words, pairs: tuple[Array, Array, Array], chains: tuple[Array, ...]) -> tuple[Array, Array, int]:
    """Return the passages of all chains: by passage its pair, and in rows of five its region and what it shares."""
    where, a, b = pairs
    pair, offsets, start, other, length = chains
    size = longest(where) + 2
    mates = np.full(size, -1, np.int32), np.full(size, -1, np.int32)
    table = np.empty((2 * LONG_SENTENCE + 2) * (2 * LONG_SENTENCE + 2), np.int16)
    owner, rows = np.empty(len(pair) + 1, np.int64), np.empty(5 * len(pair) + 5, np.int32)
    n = whole(0)
    for k in range(len(pair)):
        sides = (where[a[pair[k]]], where[a[pair[k]] + 1], where[b[pair[k]]], where[b[pair[k]] + 1])
        first, last = offsets[k], offsets[k + 1] - 1
        region = (
            whole(start[first]), whole(start[last] + length[last]),
            whole(other[first]), whole(other[last] + length[last]),
        )  # fmt: skip
        around = wide(words[1], sides, region)
        _join(words[0], sides, around, (start, other, length), (first, last + 1), mates, table)
        found = edges(words, sides, mates, region)
        if found[0] < found[1] and found[2] < found[3] and _weighed(words, sides, mates, found):
            most = n + (found[1] - found[0]) // SENTENCE_WORDS + 2
            owner, rows = grown(owner, most), grown(rows, 5 * most)
            made = _parts(words, sides, mates, found, rows, n)
            for p in range(n, made):
                owner[p] = pair[k]
            n = made
        for p in range(around[0], around[1]):
            mates[0][p] = -1
        for q in range(around[2], around[3]):
            mates[1][q] = -1
    return owner, rows, n
