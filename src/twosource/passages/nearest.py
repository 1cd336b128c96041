"""Texts of different reports whose vectors lie nearest to one another: what may be one text in other words.

Exact blocked dot products, no index: within a time window they cost about the same. The result depends on the vectors
alone, whatever the block, the machine's arithmetic or the number of threads: numbers of a vector are rounded to whole
ones so small that every sum of their products is a whole number that 32-bit arithmetic holds exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
"""Numbers of texts (rows of the vectors), or one whole number a text."""
Scores = NDArray[np.float32]
"""One number a pair."""

WINDOW = 3
"""Days that may lie between two reports: what is translated or rewritten follows within days, or not at all."""
LEAST_COSINE = 0.66
"""Cosine from which two texts are proposed: nearly all of the invented re-translations of the tuned half of
``bench/reworded`` lie above it, as do half of the reports that tell the same event in their own words."""
MOST_NEAREST = 4
"""Nearest texts of a text that are looked at: what is proposed grows with the texts, not with their pairs."""
BLOCK = 1024
"""Rows and columns of the products that are held at once (4 MB)."""
UNDATED = -(2**40)
"""The day of a report whose date is not known: it is near every day."""
_SCALE = 4000
"""What a vector's numbers are multiplied by before they are rounded: a cosine is off by some 0.0001 at most, and
``(_SCALE + sqrt(width) / 2) ** 2``, the largest sum, stays below ``2 ** 24``, up to which 32 bits are exact."""
_EXACT = 2**24
_LOW = 2**32 - 1


class Near(NamedTuple):
    """Pairs of texts, ``i < j``, in order, and their likeness (a cosine, or what the function says)."""

    i: Places
    j: Places
    score: Scores


def nearest(
    vectors: NDArray[np.float32],
    reports: Places,
    days: Places | None = None,
    *,
    window: int = WINDOW,
    least: float = LEAST_COSINE,
    most: int = MOST_NEAREST,
    block: int = BLOCK,
) -> Near:
    """Return the pairs of texts of different reports that are among the nearest of one another.

    Memory: ``most`` numbers a text and one block, beside the vectors; those may lie on disk (``numpy.memmap``).

    :param vectors: one row of unit length a text (:class:`twosource.language.encoder.Encoder`), float32.
    :param reports: the number of the report of each text.
    :param days: the day of each report, as a whole number (:data:`UNDATED` where it is not known); None for no window.
    :param window: days that may lie between the two, both ends included.
    :param least: least cosine of a pair, above 0.
    :param most: a pair is kept where each text is among the ``most`` nearest of the other.
    :raises ValueError: if the arrays do not fit one another, a row is longer than 1, or ``least`` is not in 0…1.
    """
    count = len(vectors)
    if len(reports) != count or (days is not None and len(days) != count):
        raise ValueError(f"{count} vectors, {len(reports)} reports and {count if days is None else len(days)} days")
    if not 0 < least <= 1:
        raise ValueError(f"a least cosine of {least}")
    best = np.zeros((count, most), np.int64)
    bar = int(np.ceil(least * _SCALE * _SCALE))
    for i, j, product in _alike(vectors, _blocks(count, days, block), days, window, bar):
        apart = reports[i] != reports[j]
        if days is not None:
            apart &= _near(days[i], days[j], window)
        i, j, product = i[apart], j[apart], product[apart]
        _keep(best, np.concatenate((i, j)), np.concatenate((j, i)), np.concatenate((product, product)))
    rows, columns = np.nonzero(best)
    keys = best[rows, columns]
    found = np.stack((rows, _LOW - (keys & _LOW)))
    pairs = np.stack((found.min(axis=0), found.max(axis=0), keys >> 32), axis=1)
    pairs, times = np.unique(pairs, axis=0, return_counts=True)
    pairs = pairs[times == 2]  # once from either side
    return Near(pairs[:, 0], pairs[:, 1], (pairs[:, 2] / (_SCALE * _SCALE)).astype(np.float32))


def _blocks(count: int, days: Places | None, block: int) -> list[Places]:
    """Return the numbers of the texts in blocks, by day, those without a day in blocks of their own at the end."""
    if days is None:
        runs = [np.arange(count)]
    else:
        order = np.argsort(days, kind="stable")
        undated = int(np.searchsorted(days[order], UNDATED, "right"))
        runs = [order[undated:], order[:undated]]
    return [run[start : start + block] for run in runs for start in range(0, len(run), block)]


def _near(a: Places, b: Places, window: int) -> NDArray[np.bool_]:
    """Return which days lie within the window of one another; a day that is not known is near every day."""
    near: NDArray[np.bool_] = (a == UNDATED) | (b == UNDATED) | (np.abs(a - b) <= window)
    return near


def _alike(
    vectors: NDArray[np.float32], blocks: Sequence[Places], days: Places | None, window: int, bar: int
) -> Iterator[tuple[Places, Places, Places]]:
    """Yield the pairs of texts whose product reaches the bar, each pair once; blocks too far apart are passed over."""
    for number, ours in enumerate(blocks):
        rows = _whole(vectors[ours])
        for theirs in blocks[number:]:
            if days is not None and days[theirs[0]] - days[ours[-1]] > window:  # never so of texts without a day
                continue
            products = rows @ (rows if theirs is ours else _whole(vectors[theirs])).T
            row, column = np.nonzero(products >= bar)
            if theirs is ours:
                row, column = row[column > row], column[column > row]
            yield ours[row], theirs[column], products[row, column].astype(np.int64)


def _whole(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors in whole numbers."""
    scaled: NDArray[np.float32] = np.rint(np.asarray(vectors, np.float32) * np.float32(_SCALE))
    if len(scaled) and float(np.einsum("ij,ij->i", scaled, scaled, dtype=np.float64).max()) >= _EXACT:
        raise ValueError("a vector is longer than 1")
    return scaled


def _keep(best: Places, rows: Places, others: Places, products: Places) -> None:
    """Put pairs to the best of their rows. A pair is one number, by which equal products are told apart too."""
    most = best.shape[1]
    keys = (products << 32) | (_LOW - others)
    order = np.lexsort((-keys, rows))
    rows, keys = rows[order], keys[order]
    touched, first, where = np.unique(rows, return_index=True, return_inverse=True)
    rank = np.arange(len(rows)) - first[where]
    new = np.zeros((len(touched), most), np.int64)
    kept = rank < most
    new[where[kept], rank[kept]] = keys[kept]
    best[touched] = -np.sort(-np.concatenate((best[touched], new), axis=1), axis=1)[:, :most]
