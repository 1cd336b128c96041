"""How much each signal of a pair counts: weights fitted on real coverage, kept in ``fitted.json``.

``python -m training.stories`` fits them (logistic regression) and writes the file; ``python -m bench.stories`` says
what they reach on events that they were not fitted on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of the signals in their order, what counts before anything is seen, and what makes one story.

    Scores are log-odds. Two groups of reports are one story where the mean score between them is at least ``join``;
    and, if both have several reports, at least ``base + close × `` the mean score within the looser of the two.
    """

    weights: tuple[float, ...]
    intercept: float
    join: float
    base: float
    close: float


@cache
def fitted(with_vectors: bool) -> Fitted:
    """Return the weights for reports that have vectors, or for those that have none."""
    told: dict[str, Any] = json.loads((files(__package__) / "fitted.json").read_text("utf-8"))
    row = told["with vectors" if with_vectors else "without vectors"]
    return Fitted(tuple(row["weights"].values()), row["intercept"], row["join"], row["base"], row["close"])
