"""Who judges whether two texts tell the same thing: twosource as the product does it, and plain peers beside it.

A peer is a likeness between 0 and 1 with a threshold, chosen where its F1 on the tuning pairs of a set is best.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from bench.claim_sets import Pair, texts
from twosource.language.encoder import MiniLm
from twosource.language.pairs import Compared, MiniLmPairs
from twosource.language.parser import SpacyParser
from twosource.likeness import Unit, Verdict, unit, verdicts, with_vectors
from twosource.likeness.verdict import features
from twosource.model import Paragraph, PartKind, Relation, Span

OURS = "twosource"
BY_SCORE = "twosource, by its score"
"""Our score with a threshold chosen like a peer's, whatever the product decides by it."""
BY_FEATURES = "twosource, features learned"
"""What our judge sees in a pair, weighed anew by a classifier that learns from the tuning pairs."""
STRENGTH = 0.05
"""Inverse of the regularisation (``C``) of a classifier: some hundred pairs, some forty features; on ClaimDiff a tenth
or ten times of it is no better."""
RULED_OUT = -10.0
"""Added to the score of a pair that a hard check rules out: it comes after all others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What our judge says of a pair.

    :param same: None where it is undecided.
    :param named: whether the two are joined with the detail named in which they differ.
    :param features: what the judge saw in the pair, by name: more for the same reason is more.
    """

    same: bool | None
    score: float
    named: bool = False
    features: Mapping[str, float] = field(default_factory=dict)


def answers(pairs: Sequence[Pair]) -> list[Answer]:
    """Return what the product's judge says of each pair. The one place where it is called."""
    read = _units(texts(pairs))
    both = [(read[pair.first], read[pair.second]) for pair in pairs]
    compared = MiniLmPairs().compare([(a.reading, b.reading) for a, b in both])
    judged = zip(both, verdicts(both), compared, strict=True)
    return [_answer(a, b, verdict, answer) for (a, b), verdict, answer in judged]


def classifier(*, balanced: bool) -> Any:
    """Return a logistic regression over features by name, to be fitted; ``balanced``: both answers weigh the same.

    :raises ImportError: if scikit-learn is not installed.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    weight = "balanced" if balanced else None
    learner = LogisticRegression(C=STRENGTH, class_weight=weight, max_iter=2000)
    return make_pipeline(DictVectorizer(sparse=False), StandardScaler(), learner)


def _units(distinct: Sequence[str]) -> dict[str, Unit]:
    """Return each text as the product takes it apart: one stretch, its whole paragraph."""
    units = []
    for number, (text, parse) in enumerate(zip(distinct, SpacyParser().parse(distinct), strict=True)):
        report = str(number)
        paragraph = Paragraph(report, 0, PartKind.BODY, parse)
        units.append(unit(paragraph, Span(report, 0, len(text), text)))
    return dict(zip(distinct, with_vectors(units), strict=True))


def _answer(a: Unit, b: Unit, verdict: Verdict, compared: Compared) -> Answer:
    told = [reason for reason in verdict.reasons if reason.signal.endswith(" differs")]
    ruled_out = bool(told) and verdict.same is False
    seen = features(a, b) | {reason.signal: 1.0 for reason in told} | compared._asdict()
    return Answer(
        verdict.same,
        verdict.score + (RULED_OUT if ruled_out else 0.0),
        verdict.relation is Relation.DETAIL_DIFFERS,
        seen,
    )


# --- peers ---------------------------------------------------------------------------------------------------------


def letters(pairs: Sequence[Pair]) -> list[float]:
    """Return the ratio of ``difflib.SequenceMatcher`` on the texts in lower case, the same both ways."""
    both = (sorted((pair.first.lower(), pair.second.lower())) for pair in pairs)
    return [SequenceMatcher(None, a, b).ratio() for a, b in both]


def words(pairs: Sequence[Pair]) -> list[float]:
    """Return the cosine of TF-IDF vectors (scikit-learn, as it comes), weighed on the texts of the pairs.

    :raises ImportError: if scikit-learn is not installed.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    known = texts(pairs)
    places = {text: number for number, text in enumerate(known)}
    rows = TfidfVectorizer().fit_transform(known)
    first = rows[[places[pair.first] for pair in pairs]]
    second = rows[[places[pair.second] for pair in pairs]]
    return [float(value) for value in first.multiply(second).sum(axis=1).A1]


def meaning(pairs: Sequence[Pair]) -> list[float]:
    """Return the cosine of the sentence vectors of the small encoder that the product proposes pairs with."""
    known = texts(pairs)
    vectors = dict(zip(known, MiniLm().encode(known), strict=True))
    return [float(vectors[pair.first] @ vectors[pair.second]) for pair in pairs]


PEERS: dict[str, Callable[[Sequence[Pair]], list[float]]] = {
    "TF-IDF cosine": words,
    "MiniLM cosine": meaning,
    "difflib ratio": letters,
}


def threshold(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """Return the score from which a yes has the best F1; the highest of several. Infinite where nothing is wanted."""
    best, least = 0.0, float("inf")
    right = 0
    ranked = sorted(zip(scores, wanted, strict=True), reverse=True)
    for number, (score, yes) in enumerate(ranked, 1):
        right += yes
        if number < len(ranked) and ranked[number][0] == score:
            continue
        reached = 2 * right / (number + sum(wanted))
        if reached > best:
            best, least = reached, score
    return least


def said(scores: Sequence[float], least: float) -> list[bool]:
    """Return a yes for each score from the threshold up."""
    return [score >= least for score in scores]
