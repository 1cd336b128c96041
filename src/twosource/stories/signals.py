"""What speaks for and against two reports being of one event, as a row of numbers with names."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.stories.blocks import Block, Ints
from twosource.stories.fitted import Fitted
from twosource.stories.kernels import N_SIGNALS, Columns, Model, fill_all, name_parts

SIGNALS: Final = (
    "words",
    "headlines",
    "leads",
    "names",
    "other words",
    "phrases",
    "names differ",
    "figures agree",
    "figures differ",
    "days",
    "late",
    "names if late",
    "words if late",
    "one undated",
    "words if one undated",
    "both undated",
    "words if both undated",
    "length",
    "vectors",
)
"""The signals of a pair, in the order of a row: cosines of all words, of headlines, of headline and lead
(the first 60 words), of names, of words that are no names, of phrases; how far the names differ (0 … 1, where both give
some); how many counted things agree and differ, as logarithms; the days apart beyond one, as a logarithm, and how late
that is (0 … 1); whether one or both have no date; the length of the shorter report, as a logarithm; the cosine of the
vectors. "If" marks a product of two of them.
"""


def columns(block: Block) -> Columns:
    """Return the columns of a block as the compiled functions take them."""
    norms = np.zeros((len(block), 2))
    name_parts(block.starts, block.weights, block.kinds, norms)
    return Columns(
        block.days,
        block.lengths,
        block.starts,
        block.terms,
        block.weights,
        block.heads,
        block.leads,
        block.kinds,
        block.figure_starts,
        block.units,
        block.figures,
        np.empty((0, 0), np.float32) if block.vectors is None else block.vectors,
        norms,
    )


def numbers(fitted: Fitted) -> Model:
    """Return fitted weights as the compiled functions take them."""
    return Model(np.array(fitted.weights), fitted.intercept, fitted.join)


def signals(block: Block, first: Ints, second: Ints) -> NDArray[np.float64]:
    """Return the signals of the pairs, one row each in the order of :data:`SIGNALS`."""
    out = np.zeros((len(first), N_SIGNALS))
    fill_all(np.asarray(first, np.int64), np.asarray(second, np.int64), columns(block), out)
    return out
