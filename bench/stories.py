"""Which reports are of one event: B³ on real coverage of 47 events and on the look-alike events of ECB+.

``python -m bench.stories`` prints one line a set and a method. Whatever a method fits, weights or thresholds, is fitted
on four fifths of the events (of ECB+: of the topics, so that look-alikes stay together) and judged on the others; the
whole set is grouped each time, so that an unseen event stands among all the others. Beside twosource stand

- TF-IDF cosines with a factor for time, average linkage;
- the cosine of the package's own sentence encoder over headline and lead, average linkage;
- StoryGraph's rule (Nwala, Weigle, Nelson: "365 Dots in 2019", 2020): names shared by two reports, weighted Jaccard and
  overlap coefficient in equal parts, linked above a threshold, connected components. Its names are ours.

The stage itself is printed too, with the weights that ship, which were fitted on these events. ``--speed`` adds reports
per second for links and groups on recombined reports at growing sizes.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.story_sets import Item, b_cubed, laid_out, sets
from training.stories.fit import JOINS, LOOSEST, Sample, b_cubed_each, crossed, f1, fit, labels, linked, sample
from twosource.language.encoder import MiniLm
from twosource.model import Case
from twosource.stories import Block, block, components, distinct, features, groups, lead, links, stories
from twosource.stories.features import NAME

__all__ = ["Item", "b_cubed", "laid_out", "main"]

DATA = Path("..") / "shared" / "data"
SIZES = (1_000, 10_000, 100_000)
MIXED = 3
"""Real reports that a recombined one takes its terms from."""
_WORD = re.compile(r"\w+")
Scores = NDArray[np.float64]


def ours(items: Sequence[Item]) -> list[tuple[str, ...]]:
    """Return the groups that the stage makes."""
    reports = sorted((item.report for item in items), key=lambda report: report.id)
    return [story.reports for story in stories(Case(reports=tuple(reports)), together=False).stories]


def tfidf(items: Sequence[Item], one: Sample) -> Scores:
    """Return the cosines of TF-IDF vectors over the set, less where two reports are days apart."""
    counts = [Counter(word.lower() for word in _WORD.findall(item.report.text)) for item in items]
    frequency = Counter(word for count in counts for word in count)
    number = {word: n for n, word in enumerate(frequency)}
    table = np.zeros((len(items), len(number)), np.float32)
    for row, count in zip(table, counts, strict=True):
        for word, n in count.items():
            row[number[word]] = (1 + math.log(n)) * math.log(len(items) / frequency[word])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    days = block([features(item.report) for item in items]).days
    apart = np.abs(days[one.first] - days[one.second])
    near = np.where((days[one.first] > 0) & (days[one.second] > 0), 0.5 + 0.5 * np.exp(-apart / 14), 1.0)
    return np.asarray((table @ table.T)[one.first, one.second] * near, np.float64)


def storygraph(items: Sequence[Item], one: Sample) -> Scores:
    """Return the likeness of the names of two reports: weighted Jaccard and overlap in equal parts."""
    named = []
    for item in items:
        found = features(item.report)
        names = found.kinds & NAME > 0
        named.append(dict(zip(found.terms[names].tolist(), found.weights[names].tolist(), strict=True)))
    out = np.zeros(len(one.first))
    for k, (i, j) in enumerate(zip(one.first.tolist(), one.second.tolist(), strict=True)):
        a, b = named[i], named[j]
        shared = a.keys() & b.keys()
        if shared:
            least = sum(min(a[t], b[t]) for t in shared)
            most = sum(max(a.get(t, 0.0), b.get(t, 0.0)) for t in a.keys() | b.keys())
            out[k] = 0.5 * least / most + 0.5 * len(shared) / min(len(a), len(b))
    return out


def by_threshold(
    scores: Sequence[Scores], group: Callable[[Sample, Scores, float], NDArray[np.int64]], samples: Sequence[Sample]
) -> list[tuple[float, float, float]]:
    """Return what a peer reaches, its threshold fitted for each set by itself on the other folds: that favours it."""
    at = [float(t) for t in np.arange(0.04, 0.9, 0.02)]
    found = []
    for one, values in zip(samples, scores, strict=True):
        judged = [b_cubed_each(one.events, group(one, values, t)) for t in at]

        def grouping(
            fold: int, one: Sample = one, values: Scores = values, judged: list[tuple[Scores, Scores]] = judged
        ) -> Callable[[Sample], NDArray[np.int64]]:
            learned = one.folds != fold
            best = max(
                range(len(at)),
                key=lambda n: f1(float(judged[n][0][learned].mean()), float(judged[n][1][learned].mean())),
            )
            return lambda sample: group(sample, values, at[best])

        found += crossed([one], grouping)
    return found


def connected(one: Sample, scores: Scores, threshold: float) -> NDArray[np.int64]:
    """Return the connected components of the pairs above a threshold."""
    above = scores >= threshold
    return components(len(one.events), one.first[above], one.second[above])


def learned(samples: Sequence[Sample], vectors: bool, loosest: float) -> list[tuple[float, float, float]]:
    """Return what twosource reaches on the folds that it was not fitted on: one fit for all sets."""

    def fitting(fold: int) -> Callable[[Sample], NDArray[np.int64]]:
        model = fit(samples, fold, vectors, loosest)
        return lambda one: labels(one, model)

    return crossed(samples, fitting)


def recombined(items: Sequence[Item], n: int) -> Block:
    """Return ``n`` invented reports: terms of some real ones each, spread over days so that a day has a hundred."""
    found = [features(item.report) for item in items]
    chance = np.random.default_rng(5)
    made = []
    for number in range(n):
        parts = [found[k] for k in chance.integers(0, len(found), MIXED)]
        kept = [chance.random(len(part.terms)) < 1 / MIXED for part in parts]
        terms = np.concatenate([part.terms[k] for part, k in zip(parts, kept, strict=True)])
        terms, first = np.unique(terms, return_index=True)
        weights, heads, leads, kinds = (
            np.concatenate([getattr(part, name)[k] for part, k in zip(parts, kept, strict=True)])[first]
            for name in ("weights", "heads", "leads", "kinds")
        )
        # most words of another report are others: two in three are renamed, so that reports differ as in an archive
        new = chance.random(len(terms)) < 2 / 3
        terms = np.where(new, chance.integers(0, 1 << 20, len(terms)), terms).astype(np.uint32)
        rank = np.argsort(terms)
        length = np.linalg.norm(weights) or 1.0
        made.append(
            type(found[0])(
                number,
                730_000 + number // 100,
                parts[0].length,
                terms[rank],
                (weights[rank] / length).astype(np.float32),
                heads[rank],
                leads[rank],
                kinds[rank],
                parts[0].units,
                parts[0].figures,
            )
        )
    return block(made)


def speed(items: Sequence[Item]) -> None:
    """Print reports per CPU second for links and groups, at growing sizes."""
    groups(small := recombined(items, 100), links(small))  # compiled
    for n in SIZES:
        here = recombined(items, n)
        start = time.process_time()
        rows = np.unique(distinct(here.texts, here.days))
        one = here.take(rows)
        found = links(one)
        linking = time.process_time() - start
        groups(one, found)
        seconds = time.process_time() - start
        print(
            f"speed      {n:7} reports  {n / seconds:8.0f} a CPU second, {1e6 * seconds / n:.0f} µs each  "
            f"links {linking:.2f} s, groups {seconds - linking:.2f} s, {len(found) / n:.1f} links a report"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; say which set is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder that holds stories/ and ecbplus/")
    parser.add_argument("--speed", action="store_true", help="measure links and groups at growing sizes too")
    given = parser.parse_args(arguments)
    found = sets(given.data)
    for name in {"coverage", "ECB+"} - found.keys():
        print(f"{name:10} skipped: its folder is not in {given.data}", file=sys.stderr)
    if not found:
        return 0
    items = list(found.values())
    vectors = [MiniLm().encode([lead(item.report) for item in one]) for one in items]
    plain = [sample(one) for one in items]
    rich = [sample(one, rows) for one, rows in zip(items, vectors, strict=True)]
    cosines = [
        np.asarray((rows @ rows.T)[one.first, one.second], np.float64) for rows, one in zip(vectors, plain, strict=True)
    ]
    methods = {
        "twosource": learned(plain, False, LOOSEST),
        "twosource, loosest": learned(plain, False, min(JOINS)),
        "twosource with vectors": learned(rich, True, LOOSEST),
        "with vectors, loosest": learned(rich, True, min(JOINS)),
        "TF-IDF + time": by_threshold([tfidf(*pair) for pair in zip(items, plain, strict=True)], linked, plain),
        "MiniLM": by_threshold(cosines, linked, plain),
        "StoryGraph's rule": by_threshold(
            [storygraph(*pair) for pair in zip(items, plain, strict=True)], connected, plain
        ),
        "the stage, as shipped": [b_cubed(one, ours(one)) for one in items],
    }
    for number, (name, one) in enumerate(found.items()):
        events = Counter(item.event for item in one)
        print(
            f"{name}: {len(one)} reports, {len(events)} events, {sum(n == 1 for n in events.values())} of one report; "
            f"folds of {np.bincount(plain[number].folds).tolist()} reports"
        )
        for method, results in methods.items():
            print("  {:24} B³ precision {:.3f} recall {:.3f} F1 {:.3f}".format(method, *results[number]))
    if given.speed:
        speed(items[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
