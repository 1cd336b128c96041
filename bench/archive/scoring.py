"""How well a tool finds pairs of documents that share text: recall by kind of edit, precision over all it names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.archive.edits import EDITS
from bench.archive.texts import Truth
from bench.metrics import Count

Pairs = NDArray[np.int64]
"""Pairs of documents by their places, two columns, in any order; a pair may come twice and counts once."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a tool found.

    :param recall: by kind of edit; those of real text alone are in ``real``.
    :param precision: planted pairs among all that it names.
    :param standing: pairs that it names for a standing paragraph alone.
    """

    recall: dict[str, Count]
    real: dict[str, Count]
    precision: Count
    standing: int


def score(found: Pairs, truth: Truth) -> Score:
    """Compare the pairs that a tool names with those that were planted."""
    named = keys(found, truth.size)
    planted = {
        (kind, real): keys(
            np.array([(it.source, it.partner) for it in truth.pairs if (it.kind, it.real) == (kind, real)]), truth.size
        )
        for kind in EDITS
        for real in (True, False)
    }
    hits = {key: Count(int(np.isin(pairs, named).sum()), len(pairs)) for key, pairs in planted.items()}
    right = sum(count.right for count in hits.values())
    group = np.full(truth.size, -1, np.int64)
    for number, places in enumerate(truth.standing):
        group[places] = number
    first, second = np.divmod(named, truth.size)
    return Score(
        recall={kind: hits[kind, True] + hits[kind, False] for kind in EDITS},
        real={kind: hits[kind, True] for kind in EDITS},
        precision=Count(right, len(named)),
        standing=int(((group[first] >= 0) & (group[first] == group[second])).sum()),
    )


def keys(pairs: Pairs, size: int) -> NDArray[np.int64]:
    """Return one number for each distinct pair, whatever its order; a document and itself are no pair."""
    pairs = np.asarray(pairs, np.int64).reshape(-1, 2)
    first, second = pairs.min(axis=1), pairs.max(axis=1)
    return np.unique((first * size + second)[first != second])
