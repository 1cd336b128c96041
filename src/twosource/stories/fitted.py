"""How much each signal of a pair counts: weights fitted on real coverage, kept in ``fitted.json``.

``python -m training.stories`` fits them (logistic regression) and writes the file; ``python -m bench.stories`` says
what they reach on events that they were not fitted on.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of the signals in their order, what counts before anything is seen, and what makes one story.

    ``join`` is the least average probability between two groups of reports that makes them one story.
    """

    weights: tuple[float, ...]
    intercept: float
    join: float

    @property
    def least(self) -> float:
        """The least score (log-odds) that can matter: no average reaches ``join`` without a pair that does."""
        return math.log(self.join / (1 - self.join))


@cache
def fitted(with_vectors: bool) -> Fitted:
    """Return the weights for reports that have vectors, or for those that have none."""
    told: dict[str, Any] = json.loads((files(__package__) / "fitted.json").read_text("utf-8"))
    row = told["with vectors" if with_vectors else "without vectors"]
    return Fitted(tuple(row["weights"].values()), row["intercept"], row["join"])
