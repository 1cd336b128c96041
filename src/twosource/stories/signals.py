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
    "headline in text",
    "names",
    "other words",
    "phrases",
    "names of one in other",
    "names differ",
    "words if names differ",
    "figures agree",
    "figures differ",
    "days",
    "late",
    "names if late",
    "words if late",
    "one undated",
    "both undated",
    "words if one undated",
    "words if both undated",
    "length",
    "vectors",
)
"""The signals of a pair, in the order of a row.

Cosines of all words, of headlines, how much of either headline stands in the other text, of names, of words that are no
names, of phrases; how much of the names of the one stands in the other, the lesser of both ways; logarithms of how many
counted things agree and differ, of the days apart beyond one; whether one or both have no date; ...
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
        block.kinds,
        block.figure_starts,
        block.units,
        block.figures,
        np.empty((0, 0), np.float32) if block.vectors is None else block.vectors,
        norms,
    )


def numbers(fitted: Fitted) -> Model:
    """Return fitted weights as the compiled functions take them."""
    return Model(np.array(fitted.weights), fitted.intercept, fitted.least)


def signals(block: Block, first: Ints, second: Ints) -> NDArray[np.float64]:
    """Return the signals of the pairs, one row each in the order of :data:`SIGNALS`."""
    out = np.zeros((len(first), N_SIGNALS))
    fill_all(np.asarray(first, np.int64), np.asarray(second, np.int64), columns(block), out)
    return out
