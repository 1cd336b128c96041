"""How well a judge of pairs tells what was said of pairs that it has not learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.judge.examples import Pair
from twosource.language.models import session
from twosource.language.pairs import Compared, MiniLmPairs


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs, and how the judge did on them, yes from log-odds 0 on."""

    pairs: int
    precision: float
    recall: float
    right: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(model: Path, pairs: Sequence[Pair], score: Callable[[Compared], float]) -> Measured:
    """Return how the judge of a model file does on pairs of which it is known whether they tell the same thing.

    :param score: the log-odds of an answer by which it says yes.
    """
    judge = MiniLmPairs(session(model.read_bytes()))
    told = [score(it) > 0 for it in judge.compare([(pair.a, pair.b) for pair in pairs])]
    hits = sum(found and bool(pair.same) for found, pair in zip(told, pairs, strict=True))
    wanted = sum(bool(pair.same) for pair in pairs)
    right = sum(found == pair.same for found, pair in zip(told, pairs, strict=True))
    return Measured(len(pairs), hits / max(sum(told), 1), hits / max(wanted, 1), right / max(len(pairs), 1))
