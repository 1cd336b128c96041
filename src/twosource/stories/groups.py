"""Which reports are one story, from their links: components, then average linkage within each.

Two groups are one story where their reports score at least ``join`` on average over all pairs, and, if both have
several reports, well enough beside what holds each of them together (:func:`~twosource.stories.linkage.average`). No
such groups can lie in two components of the links that reach ``join``, so each component is settled by itself, and the
result is the same in whatever order or parts the links came. All of it stands in the canonical order of the reports.

A component above :data:`MOST` reports is first cut at higher scores. What holds together even at :data:`SURE` is
settled in runs of :data:`MOST` along the canonical order, and then the groups of the runs among each other by samples:
the work grows with the number of reports, not with its square.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.stories.blocks import Block, Ints, offsets
from twosource.stories.fitted import Fitted, fitted
from twosource.stories.kernels import Columns, Model, table
from twosource.stories.linkage import average, connect
from twosource.stories.links import Links
from twosource.stories.signals import columns, numbers

MOST: Final = 1000
"""Reports of a component up to which every pair is scored."""
SURE: Final = 4.0
STEP: Final = 0.5
"""Log-odds up to which an oversized component is cut, and the steps of that."""
SAMPLE: Final = 4
"""Reports that stand for a group when groups are compared: those with the least text hash."""
MOST_GROUPS: Final = 250
"""Groups that are compared at once."""


def groups(block: Block, links: Links, join: float | None = None) -> Ints:
    """Return the label of each report: the row of the founder of its story (earliest dated, then least text hash).

    :param join: the log-odds that make one story, where they are not those that were fitted.
    """
    order = block.order()
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    here = block.take(order)
    model = fitted(block.vectors is not None)
    model = model if join is None else replace(model, join=join)
    settling = _Settling(here.texts, columns(here), numbers(model), model, np.arange(len(order)))
    low, high = np.sort(np.stack([place[links.first], place[links.second]]), axis=0)
    settling.settle(np.arange(len(order)), low, high, links.scores, model.join)
    return order[_founders(settling.labels, here.days)][place]


def components(n: int, first: Ints, second: Ints) -> Ints:
    """Return the label of each of ``n`` things: the least number of its connected component."""
    labels = np.arange(n)
    connect(np.asarray(first, np.int64), np.asarray(second, np.int64), labels)
    return labels


@dataclass(frozen=True, slots=True)
class _Settling:
    """Reports in canonical order whose ``labels`` are being written."""

    texts: NDArray[np.uint64]
    columns: Columns
    model: Model
    fitted: Fitted
    labels: Ints

    def settle(self, members: Ints, low: Ints, high: Ints, found: NDArray[np.float32], bar: float) -> None:
        """Label these members, which these links above this bar tie together."""
        low, high = np.searchsorted(members, low), np.searchsorted(members, high)
        parts = components(len(members), low, high)
        rank = np.argsort(parts, kind="stable")
        sizes = np.bincount(parts, minlength=len(members))
        start = 0
        for size in sizes[sizes > 0].tolist():
            rows = rank[start : start + size]
            start += size
            if size == 1:
                continue
            inside = members[rows]
            if size <= MOST:
                self.labels[inside] = inside[self.joined(inside)]
            elif bar + STEP <= SURE:
                kept = (parts[low] == parts[rows[0]]) & (found >= bar + STEP)
                self.settle(inside, members[low[kept]], members[high[kept]], found[kept], bar + STEP)
            else:
                self.labels[inside] = self.crowd(inside)

    def joined(self, members: Ints, starts: Ints | None = None, sizes: Ints | None = None) -> Ints:
        """Return the group of each member or group of members, as the number of the first in it."""
        starts = np.arange(len(members) + 1) if starts is None else starts
        weights = np.ones(len(starts) - 1) if sizes is None else sizes.astype(np.float64)
        alike = table(members, starts, self.columns, self.model)
        return average(alike, weights, self.fitted.join, self.fitted.base, self.fitted.close)

    def crowd(self, members: Ints) -> Ints:
        """Return the labels of more members than can be compared in pairs: runs first, then the groups of the runs."""
        labels = members.copy()
        for start in range(0, len(members), MOST):
            run = members[start : start + MOST]
            labels[start : start + MOST] = run[self.joined(run)]
        while True:
            heads, which, sizes = np.unique(labels, return_inverse=True, return_counts=True)
            rank = np.lexsort((self.texts[members], which))
            nth = np.arange(len(rank)) - offsets(sizes)[which[rank]]
            sampled = members[rank[nth < SAMPLE]]
            starts = offsets(np.minimum(sizes, SAMPLE))
            found = heads.copy()
            for start in range(0, len(heads), MOST_GROUPS):
                run = heads[start : start + MOST_GROUPS]
                part = starts[start : start + len(run) + 1]
                found[start : start + len(run)] = run[self.joined(sampled, part, sizes[start : start + len(run)])]
            if np.array_equal(found, heads):
                return labels
            labels = found[which]


def _founders(labels: Ints, days: NDArray[np.int32]) -> Ints:
    """Return each label as the first dated report of its group, else as its first; rows are in canonical order."""
    rank = np.lexsort((np.arange(len(labels)), days == 0, labels))
    new = np.concatenate([np.ones(min(1, len(rank)), bool), labels[rank][1:] != labels[rank][:-1]])
    founders = np.empty(len(labels), np.int64)
    founders[rank] = rank[np.flatnonzero(new)[np.cumsum(new) - 1]]
    return founders
