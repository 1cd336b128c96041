"""The ways in which text may have come to two reports, what speaks for each, and the choice between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from twosource.lineage.outlets import is_press
from twosource.lineage.weights import CLEAR, DECIDED
from twosource.model import Decision, Reason

UPSTREAM = "upstream"
"""Origin of text that comes from a text which is none of the reports."""


class Answer(NamedTuple):
    """One way in which the text may have come to both, and what speaks for it; ``upstream`` is a name, if known."""

    origin: str
    reasons: tuple[Reason, ...]
    upstream: str | None = None

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return round(sum(reason.weight for reason in self.reasons), 4)


class Verdict(NamedTuple):
    """What was decided, and why: ``origin`` is a report, ``"upstream"``, or None."""

    origin: str | None
    decision: Decision
    reasons: tuple[Reason, ...] = ()
    upstream: str | None = None


class Weighed(NamedTuple):
    """All that speaks for any answer about a pair; ``quotation`` is set where the words are another's anyway."""

    answers: tuple[Answer, ...]
    quotation: Verdict | None = None

    def verdict(self) -> Verdict:
        """Return what the pair's evidence comes to."""
        return self.quotation or choose(self.answers)

    def toward(self, origin: str) -> tuple[Reason, ...]:
        """Return what speaks for this report as the origin."""
        return next((answer.reasons for answer in self.answers if answer.origin == origin), ())


def choose(answers: Iterable[Answer]) -> Verdict:
    """Return the answer that is strong enough and clearly stronger than any other way; else undecided.

    Two names for what stands behind both are one way: the stronger of them is told.
    """
    ranked = sorted(answers, key=lambda it: (-it.score, it.origin, _least(it.upstream)))
    if not ranked:
        return Verdict(None, Decision.UNDECIDED)
    best = ranked[0]
    rival = max((it.score for it in ranked if it.origin != best.origin), default=0.0)
    if not _decides(best, rival):
        return Verdict(None, Decision.UNDECIDED, best.reasons)
    if best.origin == UPSTREAM:
        enough = [it for it in ranked if it.origin == UPSTREAM and _decides(it, rival)]
        best = next((it for it in enough if is_press(it.upstream or "")), best)  # sooner a newsroom than its writer
        return Verdict(UPSTREAM, Decision.COMMON_UPSTREAM, best.reasons, best.upstream)
    return Verdict(best.origin, Decision.COPIED, best.reasons)


def _decides(answer: Answer, rival: float) -> bool:
    return answer.score >= DECIDED and round(answer.score - rival, 4) >= CLEAR


def _least(name: str | None) -> tuple[int, str]:
    return -len(name or ""), name or ""  # of two names the fuller one
