"""What speaks for and against two reports being of one event, in words: the parts of a score."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from twosource.model import Reason, Report
from twosource.stories.blocks import block
from twosource.stories.features import HEAD, NAME, NO_DAY, PHRASE, Features, terms_of
from twosource.stories.fitted import fitted
from twosource.stories.signals import SIGNALS, signals

SHOWN_WORDS = 6
"""Shared words named in a reason."""

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "shared words": ("words", "other words"),
    "like headlines": ("headlines",),
    "like leads": ("leads",),
    "names": ("names", "names differ"),
    "phrases": ("phrases",),
    "figures": ("figures agree", "figures differ"),
    "dates": (
        "days",
        "late",
        "names if late",
        "words if late",
        "one undated",
        "words if one undated",
        "both undated",
        "words if both undated",
    ),
    "sentence vectors": ("vectors",),
    "before anything is seen": ("length",),
}
"""Which signals make each reason; the last has the intercept too."""
ONE_EVENT = frozenset({*GROUPS, "same text"})
"""Signals of the reasons why reports are of one event; the other reasons of a story say why some of them count once."""


@dataclass(frozen=True, slots=True)
class Link:
    """What speaks for and against two reports being of one event; ``score`` is the sum of the reasons' weights.

    Weights are log-odds: 0 is even, 3 is twenty to one for it.
    """

    score: float
    reasons: tuple[Reason, ...]


def link(first: Report, second: Report, a: Features, b: Features) -> Link:
    """Return the link between two reports with its reasons in words, the strongest first."""
    pair = block([a, b])
    model = fitted(pair.vectors is not None)
    row = signals(pair, np.array([0]), np.array([1]))[0]
    weight = {name: w * float(x) for name, w, x in zip(SIGNALS, model.weights, row, strict=True)}
    named = terms_of(first)
    told: dict[str, Callable[[], str]] = {
        "shared words": lambda: _shared(a, b, named, lambda kind: not kind & PHRASE),
        "like headlines": lambda: _shared(a, b, named, lambda kind: bool(kind & HEAD) and not kind & PHRASE),
        "like leads": lambda: "headlines and first sentences",
        "names": lambda: _shared(a, b, named, lambda kind: bool(kind & NAME) and not kind & PHRASE),
        "phrases": lambda: _shared(a, b, named, lambda kind: bool(kind & PHRASE)),
        "figures": lambda: "numbers told of the same things",
        "dates": lambda: _apart(a.day, b.day),
        "sentence vectors": lambda: f"cosine {float(row[SIGNALS.index('vectors')]):.2f}",
        "before anything is seen": lambda: "most pairs of reports are of two events",
    }
    reasons = []
    for signal, parts in GROUPS.items():
        value = math.fsum(weight[part] for part in parts)
        if signal == "before anything is seen":
            value += model.intercept
        if abs(value) >= 0.00005:
            reasons.append(Reason(signal, told[signal](), round(value, 4)))
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.signal))
    return Link(round(math.fsum(reason.weight for reason in reasons), 4), tuple(reasons))


def _shared(a: Features, b: Features, named: Mapping[int, str], wanted: Callable[[int], bool]) -> str:
    """Return the heaviest shared terms of some kind, in words."""
    terms, i, j = np.intersect1d(a.terms, b.terms, assume_unique=True, return_indices=True)
    products = a.weights[i] * b.weights[j]
    rows = [k for k in range(len(terms)) if wanted(int(a.kinds[i[k]]) & int(b.kinds[j[k]]))]
    best = sorted(rows, key=lambda k: (-products[k], int(terms[k])))[:SHOWN_WORDS]
    return ", ".join(named.get(int(terms[k]), "?") for k in best) or "none"


def _apart(day: int, other: int) -> str:
    if NO_DAY in (day, other):
        return "no report has a date of its own" if day == other else "one report has no date of its own"
    return f"{abs(day - other)} days apart" if day != other else "the same day"
