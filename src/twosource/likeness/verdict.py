"""The verdict over two units: the same thing told, another thing, or undecided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from twosource.language.encoder import Vectors
from twosource.language.pairs import Compared, MiniLmPairs, PairModel
from twosource.likeness.checks import Difference, alikeness, differences, others_meant
from twosource.likeness.thesaurus import akin
from twosource.likeness.units import Unit
from twosource.model import Reason, Relation

PROPOSED: dict[str, float] = {
    "before any feature": -8.6,
    "meaning": 3.4,  # cosine of the two sentence vectors
    "predicate": 1.7,  # the same main verb, or what "is" says, or a synonym
    "predicate told": 0.6,  # one's main verb stands elsewhere in the other
    "figure": 1.6,  # a figure of one kind and value in both
    "words": 2.9,  # share of words in common, in order
    "shared": 3.5,  # log(1 + meaning words and names in common), six of them at most
}
"""Log-odds by which a pair is proposed to the trained judge; each feature is in 0…1, ``shared`` apart. Logistic
regression (``python -m training.judge.weigh``) on the pieces of two reports that are compared in the tuned stories of
``bench/cases``, by whether people put them into one claim, on the invented rewordings of the tuned half of
``bench/lookalikes`` and of ``tests/likeness``, and on the nearest pairs of those that tell two things; rounded."""
ASKED = -2.5
"""Log-odds from which the judge is asked: far below even, since it can lift a pair that few words connect."""
JUDGED: dict[str, float] = {
    "before any feature": -6.4,
    "meaning": 2.0,
    "predicate": 1.6,
    "predicate told": 0.5,
    "figure": 1.4,
    "words": 1.6,
    "shared": 3.5,
    "paraphrase": 0.2,  # log-odds that people would call one a paraphrase of the other
}
"""The same once the judge was asked; the constant is set where pairs over whole stories are joined best."""
EXCHANGED = frozenset({"figure", "unit", "date", "quantity", "place", "name"})
"""Details that are made the same before the judge reads: it tells whether the rest is."""
DETAILS = frozenset({"figure", "unit", "date", "quantity", "place"})
"""Those with which two stretches may still be one claim, told with another detail. With another name or word in one
place they are left undecided: "a mayor was shot" and "a bishop was shot" do not corroborate one another."""
UNDECIDED = -0.8
"""Log-odds from which a pair is left undecided; from 0 it is the same."""
MOST_SHARED = 6
"""Words in common beyond which more do not make it likelier."""
NEAR = 0.8
"""Share of words in common, in order, from which a rewording is called near."""
REMEMBERED = 65_536
"""Pairs of words, and of a word and the words of a stretch, whose comparison is kept in memory: those of a story meet
again and again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two stretches tell the same thing (None: undecided), how their words relate, and why.

    ``score`` is in log-odds (0: even) and is the sum of the weights of ``reasons``. A difference that the checks found
    is a reason of weight 0: it rules the pair out, or marks the detail that differs, by itself. ``relation`` is None
    unless the two tell the same thing.
    """

    same: bool | None
    relation: Relation | None
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pair before the trained judge: what differs, what is in common, and what the judge is asked (None: nothing)."""

    found: tuple[Difference, ...]
    values: dict[str, float]
    asked: tuple[str, str] | None


_WORD_FOR_WORD = Verdict(True, Relation.VERBATIM, 1.0, (Reason("words", "word for word the same", 1.0),))


def judge(a: Unit, b: Unit, model: PairModel | None = None) -> Verdict:
    """Return whether two units tell the same thing: :func:`verdicts` of one pair."""
    return verdicts([(a, b)], model)[0]


def verdicts(pairs: Sequence[tuple[Unit, Unit]], model: PairModel | None = None) -> list[Verdict]:
    """Return for each pair of units whether they tell the same thing.

    Equal words are the same thing, unless who does it stands before them and differs. Else the checks come first
    (negation, modality, direction, agent and names rule a pair out; a figure, date or place that differs is a detail).
    What is left and has something in common is read by the trained judge, in which a detail that differs is made the
    same: it tells whether the rest is. The order of the two does not matter.

    :raises ModelError: if the judge cannot be loaded.
    """
    found = [None if _equal(a, b) else prepared(a, b) for a, b in pairs]
    asked = [it.asked for it in found if it is not None and it.asked is not None]
    answers = iter((model or MiniLmPairs()).compare(asked) if asked else ())
    return [
        _WORD_FOR_WORD if it is None else _decide(it, next(answers) if it.asked is not None else None) for it in found
    ]


def _equal(a: Unit, b: Unit) -> bool:
    return bool(a.words) and a.words == b.words and not others_meant(a, b)


def prepared(a: Unit, b: Unit, asked: float = ASKED) -> Prepared:
    """Return what the verdict over a pair is made of, but for the judge's answer.

    :param asked: log-odds from which the judge is asked.
    """
    first, second = (a, b) if a.span <= b.span else (b, a)
    found = differences(first, second)
    values = features(first, second)
    if any(not item.detail for item in found) or _weighed(values, PROPOSED)[0] < asked:
        return Prepared(found, values, None)
    turned = second.words < first.words  # by their words, so that no file's name decides which of them is changed
    kept, text = (second.reading, first.reading) if turned else (first.reading, second.reading)
    for item in found:
        if item.signal in EXCHANGED:
            text = _put(text, item.here, item.there) if turned else _put(text, item.there, item.here)
    return Prepared(found, values, (kept, text))


def _put(text: str, old: str, new: str) -> str:
    """Return the text with one detail put for another, where it stands in it word for word."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text, count=1, flags=re.IGNORECASE)


def _decide(pair: Prepared, answer: Compared | None) -> Verdict:
    told = tuple(Reason(f"{item.signal} differs", f"{item.here} / {item.there}") for item in pair.found)
    if answer is None:
        score, reasons = _weighed(pair.values, PROPOSED)
        return Verdict(False, None, score, (*told, *reasons))
    score, reasons = _weighed({**pair.values, "paraphrase": answer.paraphrase}, JUDGED)
    reasons = (*told, *reasons)
    if score < 0:
        return Verdict(None if score >= UNDECIDED else False, None, score, reasons)
    if any(item.signal not in DETAILS for item in pair.found):
        return Verdict(None, None, score, reasons)
    if told:
        return Verdict(True, Relation.DETAIL_DIFFERS, score, reasons)
    return Verdict(True, Relation.NEAR if pair.values["words"] >= NEAR else Relation.REWORDED, score, reasons)


def _weighed(values: dict[str, float], weights: dict[str, float]) -> tuple[float, tuple[Reason, ...]]:
    reasons = tuple(
        Reason(name, f"{values[name]:.2f}", round(weight * values[name], 4))
        for name, weight in weights.items()
        if values[name]
    )
    return sum(reason.weight for reason in reasons), reasons


def features(a: Unit, b: Unit) -> dict[str, float]:
    """Return what two units have in common, by the names of the weights; each value is in 0…1, ``shared`` apart."""
    figures = any(f.agrees(g) and f.comparable(g) for f in a.figures for g in b.figures)
    shared = min(_covered(a, b), _covered(b, a), MOST_SHARED)
    return {
        "before any feature": 1.0,
        "meaning": _cosine(a.vector, b.vector),
        "predicate": float(akin(a.predicate, b.predicate)),
        "predicate told": float(has_word(a.predicate, b.content) or has_word(b.predicate, a.content)),
        "figure": float(figures),
        "words": alikeness(a, b),
        "shared": log1p(shared),
    }


def _cosine(x: Vectors | None, y: Vectors | None) -> float:
    return 0.0 if x is None or y is None else float(x @ y)


def _covered(a: Unit, b: Unit) -> int:
    """Return how many meaning words and names of ``a`` stand in ``b`` too."""
    words = sum(has_word(lemma, b.content) for lemma in a.content)
    return words + sum(any(name.agrees(other) for other in b.names) for name in a.names)


@lru_cache(maxsize=REMEMBERED)
def has_word(lemma: str, others: frozenset[str]) -> bool:
    """Return whether ``others`` holds the lemma, another form of its word ("invite", "invitation"), or a synonym."""
    return lemma in others or any(akin(lemma, other) for other in others)
