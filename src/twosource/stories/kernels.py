"""The compiled inner loops: the signals and the score of a pair, candidates by an inverted index, a table of all pairs.

All of them stand in one module, because numba keeps what it compiled per file: a change here is seen by every caller.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from twosource.stories.features import NAME, PHRASE

Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]

N_SIGNALS: Final = 19
SAME_DAYS: Final = 3
"""Days between two reports that are not late at all: an event is written about for some days."""
HALF_LIFE: Final = 14.0
"""Days after which half of what can be late is late."""
NAMES_AGREE: Final = 0.1
"""Cosine of the names of two reports from which on they speak of the same people and places."""
FEW_NAMES: Final = 5
"""Names that both reports must give before their differing says all that it can."""


class Columns(NamedTuple):
    """The columns of a block (:class:`~twosource.stories.blocks.Block`), and what is computed from them once.

    ``norms``: per report the part of its names in the square of its length 1, and how many names it gives.
    """

    days: NDArray[np.int32]
    lengths: NDArray[np.int32]
    starts: Ints
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    heads: NDArray[np.float32]
    leads: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    figure_starts: Ints
    units: NDArray[np.uint32]
    figures: NDArray[np.uint32]
    vectors: NDArray[np.float32]
    norms: Numbers


class Model(NamedTuple):
    """The weights of the signals, what counts before anything is seen, and the least score that matters."""

    weights: Numbers
    intercept: float
    least: float


class Index(NamedTuple):
    """The inverted index over the probe terms; reports are counted by their place in the canonical order.

    Where the entries of each report start; the place of each entry in the lists of the terms, which stand end to end;
    then along the lists: where the list begins, the report, the weight.
    """

    starts: Ints
    places: Ints
    begins: Ints
    owners: Ints
    weights: NDArray[np.float32]


@njit(cache=True)
def fill(i: int, j: int, c: Columns, out: Numbers) -> None:  # noqa: C901  # one merge of two lists, and what it sums
    """Write the signals of the pair ``i``, ``j`` into ``out``. The same whichever comes first."""
    body = head = lead = names = phrases = 0.0
    a, b = c.starts[i], c.starts[j]
    a_end, b_end = c.starts[i + 1], c.starts[j + 1]
    while a < a_end and b < b_end:
        if c.terms[a] < c.terms[b]:
            a += 1
        elif c.terms[a] > c.terms[b]:
            b += 1
        else:
            x, y = float(c.weights[a]), float(c.weights[b])
            if c.kinds[a] & PHRASE or c.kinds[b] & PHRASE:
                phrases += x * y
            else:
                body += x * y
                head += float(c.heads[a]) * float(c.heads[b])
                lead += float(c.leads[a]) * float(c.leads[b])
                if c.kinds[a] & NAME and c.kinds[b] & NAME:
                    names += x * y
            a += 1
            b += 1
    same = differ = 0
    a, b = c.figure_starts[i], c.figure_starts[j]
    a_end, b_end = c.figure_starts[i + 1], c.figure_starts[j + 1]
    while a < a_end and b < b_end:
        unit = c.units[a]
        if unit < c.units[b]:
            a += 1
        elif unit > c.units[b]:
            b += 1
        else:
            a_next, b_next, shared = a, b, 0
            while a_next < a_end and c.units[a_next] == unit:
                a_next += 1
            while b_next < b_end and c.units[b_next] == unit:
                b_next += 1
            for k in range(a, a_next):
                for m in range(b, b_next):
                    if c.figures[k] == c.figures[m]:
                        shared += 1
            if shared:
                same += 1
            else:
                differ += 1
            a, b = a_next, b_next
    rest = math.sqrt((1 - c.norms[i, 0]) * (1 - c.norms[j, 0]))
    with_names = math.sqrt(c.norms[i, 0] * c.norms[j, 0])
    named = names / with_names if with_names > 0 else 0.0
    out[:] = 0.0
    out[0] = body
    out[1] = head
    out[2] = lead
    out[3] = named
    out[4] = max(0.0, body - names) / rest if rest > 0 else 0.0
    out[5] = phrases
    few = min(c.norms[i, 1], c.norms[j, 1]) / FEW_NAMES
    out[6] = max(0.0, 1 - named / NAMES_AGREE) * min(1.0, few)
    out[7] = math.log1p(same)
    out[8] = math.log1p(differ)
    if c.days[i] and c.days[j]:
        apart = abs(c.days[i] - c.days[j])
        late = 1 - 0.5 ** (max(0, apart - SAME_DAYS) / HALF_LIFE)
        out[9] = math.log1p(max(0, apart - 1))
        out[10] = late
        out[11] = late * named
        out[12] = late * body
    elif c.days[i] or c.days[j]:
        out[13] = 1.0
        out[14] = body
    else:
        out[15] = 1.0
        out[16] = body
    out[17] = math.log(1 + min(c.lengths[i], c.lengths[j]))
    if len(c.vectors):
        for k in range(c.vectors.shape[1]):
            out[18] += float(c.vectors[i, k]) * float(c.vectors[j, k])


@njit(cache=True)
def name_parts(starts: Ints, weights: NDArray[np.float32], kinds: NDArray[np.uint8], out: Numbers) -> None:
    """Write the ``norms`` of :class:`Columns`."""
    for i in range(len(out)):
        for k in range(starts[i], starts[i + 1]):
            if kinds[k] & NAME and not kinds[k] & PHRASE:
                out[i, 0] += float(weights[k]) ** 2
                out[i, 1] += 1
        out[i, 0] = min(1.0, out[i, 0])


@njit(cache=True)
def fill_all(first: Ints, second: Ints, c: Columns, out: Numbers) -> None:
    """Write the signals of the pairs, one row each."""
    for k in range(len(first)):
        fill(first[k], second[k], c, out[k])


@njit(cache=True)
def score(i: int, j: int, c: Columns, model: Model, row: Numbers) -> float:
    """Return the score of two rows; ``row`` is room for their signals."""
    fill(i, j, c, row)
    total = model.intercept
    for k in range(len(row)):
        total += model.weights[k] * row[k]
    return float(total)


@njit(cache=True)
def score_all(first: Ints, second: Ints, c: Columns, model: Model, out: NDArray[np.float32]) -> None:
    """Write the scores of the pairs."""
    row = np.zeros(N_SIGNALS)
    for k in range(len(first)):
        out[k] = score(first[k], second[k], c, model, row)


@njit(cache=True)
def propose(k: int, days: NDArray[np.int32], index: Index, window: int, crowd: int, sums: Numbers, seen: Ints) -> int:
    """Sum the shared probe weights of report ``k`` with those before it; return how many are ``seen``."""
    count = 0
    oldest = max(1, days[k] - window) if days[k] else 0
    for entry in range(index.starts[k], index.starts[k + 1]):
        at = index.places[entry]
        own = float(index.weights[at])
        begin = index.begins[at]
        q = at - 1
        stop = max(begin, at - crowd)
        while q >= stop and days[index.owners[q]] >= oldest:
            other = index.owners[q]
            if sums[other] == 0.0:
                seen[count] = other
                count += 1
            sums[other] += own * index.weights[q]
            q -= 1
        if days[k]:
            q = begin
            stop = min(at, begin + crowd)
            while q < stop and days[index.owners[q]] == 0:
                other = index.owners[q]
                if sums[other] == 0.0:
                    seen[count] = other
                    count += 1
                sums[other] += own * index.weights[q]
                q += 1
    return count


@njit(cache=True)
def find(
    order: Ints,
    index: Index,
    days: tuple[int, int],
    rule: tuple[int, int, float],
    c: Columns,
    model: Model,
) -> tuple[Ints, Ints, NDArray[np.float32]]:
    """Return the pairs that score ``model.least`` or more, the earlier report first, and their scores.

    :param days: the first and the last day of the later report of a pair.
    :param rule: the window in days, the crowd, and the least sum of shared probe weights.
    """
    n = len(order)
    own_days = c.days[order]
    window, crowd, least_probe = rule
    sums = np.zeros(n)
    seen = np.empty(n, np.int64)
    row = np.zeros(N_SIGNALS)
    size = 1024
    first = np.empty(size, np.int64)
    second = np.empty(size, np.int64)
    found = np.empty(size, np.float32)
    number = 0
    for k in range(n):
        if own_days[k] < days[0] or own_days[k] > days[1]:
            continue
        count = propose(k, own_days, index, window, crowd, sums, seen)
        for s in range(count):
            other = seen[s]
            total = sums[other]
            sums[other] = 0.0
            if total < least_probe:
                continue
            value = score(order[k], order[other], c, model, row)
            if value < model.least:
                continue
            if number == size:
                size *= 2
                first = np.concatenate((first, np.empty(number, np.int64)))
                second = np.concatenate((second, np.empty(number, np.int64)))
                found = np.concatenate((found, np.empty(number, np.float32)))
            first[number] = order[other]
            second[number] = order[k]
            found[number] = value
            number += 1
    return first[:number], second[:number], found[:number]


@njit(cache=True)
def table(members: Ints, starts: Ints, c: Columns, model: Model) -> Numbers:
    """Return the mean scores between groups of rows, ``starts[g]:starts[g + 1]`` of the members, and within each."""
    n = len(starts) - 1
    row = np.zeros(N_SIGNALS)
    alike = np.zeros((n, n))
    for a in range(n):
        for b in range(a + 1):
            total = 0.0
            pairs = 0
            for i in range(starts[a], starts[a + 1]):
                for j in range(starts[b], starts[b + 1]):
                    if a != b or j < i:
                        total += score(members[i], members[j], c, model, row)
                        pairs += 1
            if pairs:
                alike[a, b] = alike[b, a] = total / pairs
    return alike
