"""Which pairs of reports may be of one event, and how strongly: an inverted index, then the score of each candidate.

The one rule for crowded terms: for each of its probe terms a report is compared with the :data:`CROWD` reports that
came last before it, in the canonical order and within :data:`WINDOW` days, and with the first :data:`CROWD` undated
ones. So the work per report is bounded, and a pair depends on nothing but the reports of its window: a part of an
archive that holds the days ``first_day - WINDOW … last_day`` and all undated reports gives the very links of its days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.stories.blocks import Block, Ints, offsets
from twosource.stories.features import NO_DAY, PROBE
from twosource.stories.fitted import fitted
from twosource.stories.kernels import Index, find, score_all
from twosource.stories.signals import columns, numbers

WINDOW: Final = 400
"""Days between two reports beyond which they are no candidates: what is taken up again later is another story. A copy
of the very text is known whenever it comes (:func:`twosource.stories.blocks.distinct`)."""
CROWD: Final = 64
"""Reports with a term, before a report that has it too, that it is compared with for that term."""
LEAST_PROBE: Final = 0.02
"""Sum of the products of shared probe terms' weights below which a pair is not scored."""


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Pairs of reports that may be of one event: rows of a block (int64, ``first < second``), with log-odds."""

    first: Ints
    second: Ints
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.first)


def links(block: Block, first_day: int = NO_DAY, last_day: int | None = None) -> Links:
    """Return the pairs that score enough to matter, sorted by their rows.

    The pairs are the same in whatever order the reports stand. Give each text once
    (:func:`~twosource.stories.blocks.distinct`): copies would only fill the lists.

    :param first_day: keep the pairs whose later report, in the canonical order, is of this day or a later one …
    :param last_day: … and of this day or an earlier one; None for no end.
    """
    end = np.iinfo(np.int32).max if last_day is None else last_day
    order = block.order()
    rule = (WINDOW, CROWD, LEAST_PROBE)
    model = numbers(fitted(block.vectors is not None))
    first, second, found = find(order, _index(block, order), (first_day, end), rule, columns(block), model)
    low, high = np.minimum(first, second), np.maximum(first, second)
    rank = np.lexsort((high, low))
    return Links(low[rank], high[rank], found[rank])


def scores(block: Block, first: Ints, second: Ints) -> NDArray[np.float32]:
    """Return the scores of these pairs of rows: log-odds of being of one event."""
    out = np.empty(len(first), np.float32)
    model = numbers(fitted(block.vectors is not None))
    score_all(np.asarray(first, np.int64), np.asarray(second, np.int64), columns(block), model, out)
    return out


def _index(block: Block, order: Ints) -> Index:
    """Return the inverted index over the probe terms, in the canonical order."""
    here = block.take(order)
    probe = (here.kinds & PROBE) > 0
    starts = offsets(probe.astype(np.int64))[here.starts]
    terms = here.terms[probe]
    rank = np.argsort(terms, kind="stable")
    places = np.empty(len(terms), np.int64)
    places[rank] = np.arange(len(terms))
    listed = terms[rank]
    new = np.concatenate([np.ones(min(1, len(listed)), bool), listed[1:] != listed[:-1]])
    begins = np.flatnonzero(new)[np.cumsum(new) - 1] if len(listed) else places
    owners = np.repeat(np.arange(len(order)), np.diff(starts))
    return Index(starts, places, begins, owners[rank], here.weights[probe][rank])
