"""Fits the weights of the signals of a pair, and the thresholds of a story, on some events, to measure them on others.

A logistic regression over pairs of reports, whose weights keep the sign that their meaning demands; then the thresholds
that reach the best B³ F1 on the same events. Each set is learned from as it is and, at less weight, three times over:
with dates hidden, with look-alike events of an undated set laid months apart, and cut after the lead. So the weights
know what a missing date, a late report and a short one are worth.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

from bench.story_sets import Item
from twosource.model import Report
from twosource.stories import block, features
from twosource.stories.fitted import Fitted
from twosource.stories.linkage import average
from twosource.stories.signals import SIGNALS, signals

FOLDS = 5
STRENGTH = 0.02
"""Inverse strength of the penalty on large weights (on signals of variance 1): of 0.02, 0.1 and 1 the best unseen."""
VARIED = 0.3
"""Weight of a pair whose dates or texts were changed."""
CUT = 400
"""Characters of a report after which it is cut for learning what short ones are like."""
AGAINST = frozenset(
    "names differ,figures differ,days,late,names if late,words if late,one undated,both undated,length".split(",")
)
"""Signals that may only speak against one event; those in :data:`EITHER` may do both, all others only for it."""
EITHER = frozenset({"words if one undated", "words if both undated"})
AT_MOST = {"names differ": -5.0}
"""Weights that are held: two like events on one day, each with its own people and places, hardly occur in these sets,
and are what must not be joined."""
LOOSEST = -1.5
"""Least mean score at which reports may be joined. A looser one, down to -4.5, reaches more on these sets, where hardly
any report is alone, and joins what only shares its actors: a missed join is preferred."""
BASE = -2.0
JOINS = tuple(np.arange(-4.5, 0.1, 0.5).tolist())
CLOSE = (0.3, 0.4, 0.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A set of reports with known events: its pairs, their signals as they are and varied, each report's fold."""

    events: NDArray[Any]
    folds: NDArray[np.int64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    rows: tuple[Floats, ...]

    @property
    def same(self) -> NDArray[np.bool_]:
        """Whether the two reports of each pair are of one event."""
        return np.asarray(self.events[self.first] == self.events[self.second])


def number(key: str) -> int:
    """Return a number that depends on the key alone."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16)


def fold_of(items: Sequence[Item]) -> NDArray[np.int64]:
    """Return the fold of each report: all of an event, and look-alike events of one topic, are in one."""
    topics = [item.event.rstrip("+") for item in items]
    order = sorted(set(topics), key=lambda topic: (number(topic), topic))
    return np.array([order.index(topic) % FOLDS for topic in topics])


def sample(items: Sequence[Item], vectors: NDArray[np.float32] | None = None) -> Sample:
    """Return the sample of a set."""
    given = [None] * len(items) if vectors is None else list(vectors)
    first, second = np.triu_indices(len(items), 1)
    here = block([features(item.report, vector) for item, vector in zip(items, given, strict=True)])
    cut = block([features(_cut(item.report), vector) for item, vector in zip(items, given, strict=True)])
    undated = not here.days.any()
    apart = np.array([730_000 + number(item.event) % 600 + number(item.report.id) % 3 for item in items], np.int32)
    days = apart if undated else here.days
    hidden = np.where([number(item.report.id) % 2 == 0 for item in items], 0, days).astype(np.int32)
    varied = [dataclasses.replace(here, days=hidden), dataclasses.replace(cut, days=days)]
    if undated:
        varied.append(dataclasses.replace(here, days=days))
    rows = tuple(signals(one, first, second) for one in (here, *varied))
    events = np.array([item.event for item in items])
    return Sample(events, fold_of(items), first.astype(np.int64), second.astype(np.int64), rows)


def fit(samples: Sequence[Sample], out: int | None, with_vectors: bool, loosest: float = LOOSEST) -> Fitted:
    """Return what is fitted on all folds but one, or on all."""
    rows, same, weights = [], [], []
    for one in samples:
        kept = (one.folds[one.first] != out) & (one.folds[one.second] != out)
        size = Counter(one.events.tolist())
        fellows = np.array([max(1, size[event] - 1) for event in one.events.tolist()])
        worth = np.where(one.same, 1 / np.sqrt(fellows[one.first]), 1.0)  # much told events make most pairs
        for nth, x in enumerate(one.rows):
            rows.append(x[kept])
            same.append(one.same[kept])
            weights.append(worth[kept] * (VARIED if nth else 1.0))
    columns = [n for n, name in enumerate(SIGNALS) if with_vectors or name != "vectors"]
    slopes, intercept = _regression(
        np.concatenate(rows)[:, columns], np.concatenate(same), np.concatenate(weights), [SIGNALS[n] for n in columns]
    )
    whole = np.zeros(len(SIGNALS))
    whole[columns] = slopes
    best = Fitted(tuple(np.round(whole, 4).tolist()), round(float(intercept), 4), 0.0, BASE, 0.0)

    def reached(model: Fitted) -> float:
        total = 0.0
        for one in samples:
            p, r = b_cubed_each(one.events, labels(one, model))
            learned = one.folds != out
            total += f1(float(p[learned].mean()), float(r[learned].mean()))
        return total

    tried = [
        dataclasses.replace(best, join=join, close=close)
        for join, close in product([join for join in JOINS if join >= loosest], CLOSE)
    ]
    return max(tried, key=reached)


def labels(one: Sample, model: Fitted) -> NDArray[np.int64]:
    """Return the story of each report of the sample: average linkage over all pairs."""
    return linked(one, one.rows[0] @ np.array(model.weights) + model.intercept, model.join, model.base, model.close)


def linked(one: Sample, scores: Floats, join: float, base: float = -np.inf, close: float = 0.0) -> NDArray[np.int64]:
    """Return the groups of average linkage over these scores of the pairs."""
    n = len(one.events)
    alike = np.zeros((n, n))
    alike[one.first, one.second] = alike[one.second, one.first] = scores
    return average(alike, np.ones(n), join, base, close)


def b_cubed_each(events: NDArray[Any], found: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Return B³ precision and recall of each report (Bagga and Baldwin 1998)."""
    together = found[:, None] == found[None]
    same = events[:, None] == events[None]
    both = (together & same).sum(1)
    return both / together.sum(1), both / same.sum(1)


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall)


def crossed(
    samples: Sequence[Sample], fitting: Callable[[int], Callable[[Sample], NDArray[np.int64]]]
) -> list[tuple[float, float, float]]:
    """Return B³ precision, recall and F1 of each sample, each report judged by what the other folds taught.

    The whole sample is grouped each time, so that an unseen event stands among all the others.

    :param fitting: from the fold that is left out to what groups a sample.
    """
    sums = [(np.zeros(len(one.events)), np.zeros(len(one.events))) for one in samples]
    for fold in range(FOLDS):
        grouping = fitting(fold)
        for one, (precision, recall) in zip(samples, sums, strict=True):
            p, r = b_cubed_each(one.events, grouping(one))
            unseen = one.folds == fold
            precision[unseen], recall[unseen] = p[unseen], r[unseen]
    means = [(float(p.mean()), float(r.mean())) for p, r in sums]
    return [(p, r, f1(p, r)) for p, r in means]


def _cut(report: Report) -> Report:
    """Return the report with the parts that its first characters reach into."""
    length, parts = 0, []
    for part in report.parts:
        if length <= CUT:
            parts.append(part)
        length += part.end - part.start
    return dataclasses.replace(report, parts=tuple(parts))


def _regression(rows: Floats, same: NDArray[np.bool_], weights: Floats, names: Sequence[str]) -> tuple[Floats, float]:
    """Return the weights and the intercept of a weighted logistic regression under constraints of sign."""
    scale = rows.std(0) + 1e-9
    x = rows / scale
    target = np.where(same, 1.0, -1.0)

    def loss(v: Floats) -> tuple[float, Floats]:
        z = target * (x @ v[:-1] + v[-1])
        e = np.exp(-np.abs(z))
        value = weights @ (np.log1p(e) + np.maximum(0, -z)) + v[:-1] @ v[:-1] / (2 * STRENGTH)
        slope = -weights * target * np.where(z > 0, e / (1 + e), 1 / (1 + e))
        return float(value), np.append(x.T @ slope + v[:-1] / STRENGTH, slope.sum())

    free: tuple[float | None, float | None] = (None, None)
    most = [AT_MOST.get(name, 0.0) * one for name, one in zip(names, scale.tolist(), strict=True)]
    bounds = [
        free if name in EITHER else (None, least) if name in AGAINST else (0.0, None)
        for name, least in zip(names, most, strict=True)
    ]
    start = np.array([*most, 0.0])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, free], options={"maxiter": 400})
    return found.x[:-1] / scale, float(found.x[-1])
