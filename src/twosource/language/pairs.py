"""A trained judge of pairs: how likely two stretches of text tell the same thing, read together by a small encoder.

It sees words alone: who speaks, which figure stands where, and what was said before are for those who ask it.
``weights/MODEL_CARD.md`` tells what it was trained on and how well it judges.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from twosource.language.models import WEIGHTS, checked, session, tokenizer
from twosource.language.pool import each

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

PAIRS_SHA256 = "93e4b11b5bc99cb5d966f5c9703e21b4eefea1e210a36433b16974f469aa4d00"
PAIRS_MODEL = WEIGHTS / "pairs.int8.onnx"
MAX_PIECES = 128
"""Word pieces of a pair that are read, the longer text cut first; the length the judge was trained at."""
KEPT_PAIRS = 65_536
"""Judged pairs kept in memory: several stages ask about the same sentences."""
_FIRST, _BETWEEN = 101, 102
"""Word pieces that mark the start of a pair and the end of each text."""


class Compared(NamedTuple):
    """What the judge makes of two texts.

    ``same`` and ``paraphrase`` are log-odds (0: even): that both tell the same thing in every detail, and that people
    would call one a paraphrase of the other, who let a detail pass. The others are probabilities that sum to 1:
    ``entailed``, the second follows from the first; ``opposed``, both cannot be so.
    """

    same: float
    paraphrase: float
    entailed: float
    neutral: float
    opposed: float


class PairModel(Protocol):
    """Anything that compares two texts: the seam at which another judge can take the place of ours."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what the texts of each pair are to one another; the same for both orders, whatever else is asked."""


class MiniLmPairs:
    """The judge that comes with the package, loaded once a process; or one with another model."""

    def __init__(self, model: InferenceSession | None = None) -> None:
        self._model = model

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what the texts of each pair are to one another; the same for both orders, whatever else is asked.

        :raises ModelError: if the model file is missing or damaged, or the library cannot be loaded.
        """
        ordered = [(a, b) if a <= b else (b, a) for a, b in pairs]
        if self._model is None:
            return each(_compare, ordered)
        return [_run(self._model, pair) for pair in ordered]


@lru_cache(maxsize=KEPT_PAIRS)
def _compare(pair: tuple[str, str]) -> Compared:
    return _run(_shipped(), pair)


@cache
def _shipped() -> InferenceSession:
    return session(checked(PAIRS_MODEL, PAIRS_SHA256))


def _run(model: InferenceSession, pair: tuple[str, str]) -> Compared:
    """Compare two texts alone: the scales of 8-bit numbers, and so the results, depend on what is read together."""
    left, right = (tokenizer().encode(text, add_special_tokens=False).ids for text in pair)
    room = MAX_PIECES - 3
    left = left[: max(room // 2, room - len(right))]
    right = right[: room - len(left)]
    ids = np.array([[_FIRST, *left, _BETWEEN, *right, _BETWEEN]], dtype=np.int64)
    kinds = np.zeros_like(ids)
    kinds[0, len(left) + 2 :] = 1
    same, paraphrase, relation = model.run(None, {"ids": ids, "kinds": kinds})
    scores: Any = np.asarray(relation, dtype=np.float64)[0]
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    told = (float(np.asarray(score)[0]) for score in (same, paraphrase))
    return Compared(*told, *(float(share) for share in shares))
