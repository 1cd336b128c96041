"""The features of many reports as columns: what kernels read, and what a table stores.

A block holds each column of :class:`~twosource.stories.features.Features` end to end, with offsets per report. Its rows
stand in one canonical order, by day and text, whatever order the reports came in: all that follows is the same then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.stories.features import NO_DAY, Features

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The features of ``n`` reports.

    Per report: ``texts`` (uint64, hash of the text), ``days`` (int32, 0 for none), ``lengths`` (int32, words);
    ``vectors`` (float32, one row each) or None. Report ``i`` has the terms ``starts[i]:starts[i + 1]`` of ``terms``
    (uint32), ``weights``, ``heads`` (float32) and ``kinds`` (uint8), and the counted things ``figure_starts[i]:
    figure_starts[i + 1]`` of ``units`` and ``figures`` (uint32).
    """

    texts: NDArray[np.uint64]
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
    vectors: NDArray[np.float32] | None = None

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self.texts)

    def take(self, rows: Ints) -> Block:
        """Return the block of these reports, in this order."""
        terms, starts = _rows(self.starts, rows)
        figures, figure_starts = _rows(self.figure_starts, rows)
        return Block(
            self.texts[rows],
            self.days[rows],
            self.lengths[rows],
            starts,
            self.terms[terms],
            self.weights[terms],
            self.heads[terms],
            self.leads[terms],
            self.kinds[terms],
            figure_starts,
            self.units[figures],
            self.figures[figures],
            None if self.vectors is None else self.vectors[rows],
        )

    def order(self) -> Ints:
        """Return the rows in the canonical order: by day, those without one first, then by text."""
        return np.lexsort((self.texts, self.days)).astype(np.int64)


def block(features: Sequence[Features]) -> Block:
    """Return the block of these reports, in the order given.

    ``vectors`` are there only if every report has one.
    """
    vectors = [f.vector for f in features if f.vector is not None]
    return Block(
        np.array([f.text for f in features], np.uint64),
        np.array([f.day for f in features], np.int32),
        np.array([f.length for f in features], np.int32),
        offsets([len(f.terms) for f in features]),
        _joined([f.terms for f in features], np.uint32),
        _joined([f.weights for f in features], np.float32),
        _joined([f.heads for f in features], np.float32),
        _joined([f.leads for f in features], np.float32),
        _joined([f.kinds for f in features], np.uint8),
        offsets([len(f.units) for f in features]),
        _joined([f.units for f in features], np.uint32),
        _joined([f.figures for f in features], np.uint32),
        np.stack(vectors) if features and len(vectors) == len(features) else None,
    )


def distinct(texts: NDArray[np.uint64], days: NDArray[np.int32]) -> Ints:
    """Return for each row the row that stands for its text: the earliest dated one, else the first without a date.

    A text is one text on whatever day it stands again, so a late copy belongs to the story of its first day. Of equal
    rows the first one is taken, which makes no difference.
    """
    dated_first = np.where(days == NO_DAY, np.iinfo(np.int32).max, days)
    rank = np.lexsort((np.arange(len(texts)), dated_first, texts))
    new = np.concatenate([np.ones(min(1, len(rank)), bool), texts[rank][1:] != texts[rank][:-1]])
    stands = np.empty(len(texts), np.int64)
    stands[rank] = rank[np.flatnonzero(new)[np.cumsum(new) - 1]]
    return stands


def offsets(lengths: Sequence[int] | Ints) -> Ints:
    """Return where each row of a column of lists starts, and where the last one ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.asarray(lengths, np.int64))])


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *parts]).astype(kind, copy=False)


def _rows(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the places of the elements of these rows in a column of lists, and where each row starts then."""
    lengths = starts[rows + 1] - starts[rows]
    new = offsets(lengths)
    return np.repeat(starts[rows] - new[:-1], lengths) + np.arange(new[-1]), new
