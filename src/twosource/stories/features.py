"""What a report is about, without a grammar: its weighted words, and its headline beside them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import READ, PartKind, Report
from twosource.stories.words import Word, share, stem, words

BACKGROUND = 100
"""Imagined background reports that every run is added to, so that "rare" means something in a run of two: measured
alike from 50 to 300 on runs of 2 and of 215 reports."""
LEAD = 60
"""Words at the start of a report that count double: the five Ws stand there."""
LEAST_WEIGHT = 0.3
"""Terms that weigh less (natural logarithm of inverse document frequency) are left out: they stand everywhere."""
NAME_SHARE = 0.02
"""A word is taken for a name where it always has a capital and is rarer than this share of news reports."""
TOPIC_FLOOR = 0.3
"""Part of its background weight that a term keeps however many reports of the run it stands in: a run may be one
story, and then the words that all its reports share are just what the story is."""
HEADLINE_WORDS = 16
"""Words taken for a headline where a report has none."""


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of one report: unit vectors over stems.

    Of the whole text and of the headline; of the names alone; of the whole text and the headline without names.
    """

    body: dict[str, float]
    head: dict[str, float]
    names: dict[str, float]
    rest: dict[str, float]
    head_rest: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Counts:
    terms: Counter[str]
    head: tuple[str, ...]
    names: frozenset[str]


def features(reports: Sequence[Report]) -> tuple[Features, ...]:
    """Return the features of each report.

    A term weighs (1 + log tf) × log of its inverse document frequency, counted over this run *and* over imagined
    background reports in which each word is as frequent as in news at large: in a run of two the background decides,
    in a run of thousands the run does.
    """
    shares: dict[str, float] = {}
    counts = [_count(report, shares) for report in reports]
    frequency: Counter[str] = Counter()
    for count in counts:
        frequency.update(count.terms.keys())
    total = len(reports) + BACKGROUND
    weights = {
        term: max(math.log(total / (n + BACKGROUND * shares[term])), -TOPIC_FLOOR * math.log(shares[term]))
        for term, n in frequency.items()
    }
    return tuple(_features(count, weights) for count in counts)


def _features(count: _Counts, weights: dict[str, float]) -> Features:
    body = {t: (1 + math.log(n)) * weights[t] for t, n in count.terms.items() if weights[t] > LEAST_WEIGHT}
    head = {t: weights[t] for t in count.head if weights[t] > LEAST_WEIGHT}
    return Features(
        body=_unit(body),
        head=_unit(head),
        names=_unit({t: weight for t, weight in body.items() if t in count.names}),
        rest=_unit({t: weight for t, weight in body.items() if t not in count.names}),
        head_rest=_unit({t: weight for t, weight in head.items() if t not in count.names}),
    )


def _count(report: Report, shares: dict[str, float]) -> _Counts:
    """Count the terms of the parts that are read; note in ``shares`` how common each is in news at large."""
    found: list[Word] = []
    head: list[str] = []
    for part in report.parts:
        if part.kind in READ:
            here = words(report.text, part.start, part.end)
            found.extend(here)
            if part.kind is PartKind.HEADLINE:
                head.extend(stem(word.norm) for word in here)
    small = {word.norm for word in found if not word.capital}
    names: set[str] = set()
    terms: Counter[str] = Counter()
    stems: dict[str, str] = {}
    for number, word in enumerate(found):
        term = stems.get(word.norm)
        if term is None:
            term = stems[word.norm] = stem(word.norm)
            common = share(word.norm)
            shares[term] = max(shares.get(term, 0.0), common)
            if word.capital and common <= NAME_SHARE and word.norm not in small:
                names.add(term)
        terms[term] += 2 if number < LEAD else 1
    if not head:
        head = [stem(word.norm) for word in found[:HEADLINE_WORDS]]
    return _Counts(terms, tuple(dict.fromkeys(head)), frozenset(names))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    """Return the vector at length 1, its terms in the order of their weight, the heaviest first."""
    length = math.sqrt(math.fsum(x * x for x in vector.values()))
    return {term: x / length for term, x in sorted(vector.items(), key=lambda item: (-item[1], item[0]))}


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the cosine of two unit vectors, the same whichever comes first."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(x * b[term] for term, x in a.items() if term in b)
