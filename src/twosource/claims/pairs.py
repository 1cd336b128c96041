"""Which pieces of two reports may be one claim, and whether they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from twosource.claims.told import Told
from twosource.language.encoder import Vectors
from twosource.language.pairs import PairModel
from twosource.likeness import Verdict, verdicts
from twosource.likeness.aligned import alikeness
from twosource.model import Passage, PassageKind, Reason, Relation, Source, SourceType, Span, Stance

MEANING = 0.4
"""Least cosine of two sentence vectors for a pair to be looked at."""
NEIGHBOURS = 3
"""Pieces of each other report, and of its own, that a piece is compared with: the nearest ones."""
MOST_NEIGHBOURS = 16
"""Pieces that a piece is compared with in all: the pairs grow with the pieces, not with their square."""
RARE = 3
"""Most pieces of a story that hold a word for it to be rare: two shared rare words make a pair worth looking at."""
CONTEXT = 0.5
"""Least cosine of the sentences that two pieces point back to."""
IN_PASSAGE = {PassageKind.VERBATIM: 1.5, PassageKind.NEAR: 1.5, PassageKind.REWORDED: 0.8}
"""Log-odds that standing at the same place of one shared passage adds."""
SAME_PERSON = 0.35
"""Log-odds that one person's saying both adds; chosen by reading the eleven pairs of six stories that came near."""
PLACE_DIGITS = 2
"""Decimals to which a place in a passage is told; copies of one sentence stand at one place."""
SAME_PLACE = 0.4
"""Least overlap (shared part of both stretches together) of two pieces' places in a passage, measured as shares of its
length."""

DENYING = frozenset({Stance.DENIED, Stance.REFUSED})
ASKING = frozenset({Stance.ASKED, Stance.DEMANDED})
SUPPOSING = frozenset({Stance.CONDITIONAL})
"""Stances of a saying that may yet come: "if the court says that …" supports nothing."""
OWN = frozenset({Stance.DENIED, Stance.REFUSED, Stance.PLANNED, Stance.PROMISED, Stance.FEARED, Stance.DEMANDED})
"""Stances to a content that belong to who takes them: two speakers' denials are two things told."""
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us", "myself", "ourselves"})
SPEAKER_DIFFERS = "speaker differs"
ONE_TEXT = 0.8
"""Share of words in common, in order, from which two stretches of speech are one text,"""
ONE_TEXT_WORDS = 8
"""and the least words of each: short ones ("we are ready") are said by many."""

Pair = tuple[int, int]


def candidates(items: Sequence[Told]) -> tuple[Pair, ...]:
    """Return the pairs of pieces that are worth comparing: near in meaning, or sharing rare words; in order."""
    if len(items) < 2:
        return ()
    near = _cosines([item.unit.vector for item in items])
    found: set[Pair] = set(_sharing_rare_words(items))
    numbers = {report: number for number, report in enumerate(dict.fromkeys(item.report for item in items))}
    home = np.array([numbers[item.report] for item in items])
    places = [np.flatnonzero(home == number) for number in range(len(numbers))]
    np.fill_diagonal(near, -1.0)
    for i in range(len(items)):
        nearest = np.concatenate([there[np.argsort(-near[i, there], kind="stable")[:NEIGHBOURS]] for there in places])
        nearest = nearest[np.argsort(-near[i, nearest], kind="stable")[:MOST_NEIGHBOURS]]
        found.update((min(i, j), max(i, j)) for j in nearest[near[i, nearest] >= MEANING].tolist())
    return tuple(sorted(found))


def _cosines(vectors: Sequence[Vectors | None]) -> Vectors:
    matrix = np.stack([vector for vector in vectors if vector is not None])
    product: Vectors = matrix @ matrix.T
    return product


def _sharing_rare_words(items: Sequence[Told]) -> Iterator[Pair]:
    holders: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        for word in sorted(item.unit.content | {" ".join(name.key) for name in item.unit.names}):
            holders.setdefault(word, []).append(i)
    shared: dict[Pair, int] = {}
    for places in holders.values():
        if len(places) <= RARE:
            for n, j in enumerate(places):
                for i in places[:n]:
                    shared[i, j] = shared.get((i, j), 0) + 1
    return (pair for pair, count in shared.items() if count >= 2)


class Judge:
    """Compares pieces of a story, each pair once.

    :param groups: the pieces, each with those that repeat it word for word (:func:`twosource.claims.told.repeats`).
    :param sources: those of the case, whom the ids of speakers mean.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[Told]],
        passages: Sequence[Passage],
        sources: Sequence[Source] = (),
        model: PairModel | None = None,
    ) -> None:
        self._groups = groups
        self._items = [group[0] for group in groups]
        self._places = _places(groups, passages)
        self._sources = {source.id: source for source in sources}
        self._model = model
        self._seen: dict[Pair, Verdict] = {}

    def __call__(self, i: int, j: int) -> Verdict:
        """Return whether the pieces ``i`` and ``j`` tell the same thing; who tells it is taken into account."""
        pair = (min(i, j), max(i, j))
        if pair not in self._seen:
            self.ask([pair])
        return self._seen[pair]

    def words(self, i: int, j: int) -> tuple[tuple[str, ...], ...]:
        """Return the words of two pieces, those first that sort first: they order pairs that are equally sure."""
        return tuple(sorted((self._items[i].unit.words, self._items[j].unit.words)))

    def ask(self, pairs: Sequence[Pair]) -> None:
        """Judge the pairs (the lower number first) all at once, which takes less time than one after the other."""
        open_: list[Pair] = []
        for pair in pairs:
            objection = self.objection(*pair)
            if objection is None:
                open_.append(pair)
            else:
                self._seen[pair] = Verdict(False, None, 0.0, (objection,))
        units = [(self._items[i].unit, self._items[j].unit) for i, j in open_]
        for pair, verdict in zip(open_, verdicts(units, self._model), strict=True):
            self._seen[pair] = self._helped(pair, verdict)

    def objection(self, i: int, j: int) -> Reason | None:
        """Return why two pieces are two things whatever their words: who says them, the context, an overlap."""
        a, b = self._items[i], self._items[j]
        owner = whose(a, b)
        if owner is not None and owner.signal == SPEAKER_DIFFERS and self._one_text(a, b):
            owner = None
        return owner or _pointing(a, b) or _one_sentence(self._groups[i], self._groups[j])

    def _one_text(self, a: Told, b: Told) -> bool:
        """Return whether one text stands in both, which two reports give to "a statement" and to who made it.

        Two persons are never one, nor are two whom nobody names.
        """
        types = [self._sources[it].type for it in (a.speaker, b.speaker) if it in self._sources]
        if SourceType.ANONYMOUS in types or types == [SourceType.PERSON, SourceType.PERSON]:
            return False
        return min(len(a.unit.words), len(b.unit.words)) >= ONE_TEXT_WORDS and alikeness(a.unit, b.unit) >= ONE_TEXT

    def _helped(self, pair: Pair, verdict: Verdict) -> Verdict:
        differs = any(r.weight == 0 for r in verdict.reasons)
        if verdict.same or (verdict.same is False and differs):
            return verdict
        helps = tuple(self._helps(*pair))
        score = verdict.score + sum(reason.weight for reason in helps)
        reasons = (*verdict.reasons, *helps)
        if not helps or score < 0:
            return replace(verdict, score=score, reasons=reasons)
        return Verdict(True, Relation.DETAIL_DIFFERS if differs else Relation.REWORDED, score, reasons)

    def _helps(self, i: int, j: int) -> Iterator[Reason]:
        """Yield what speaks for a pair besides its words: one passage, one person."""
        kind = self._shared_passage(i, j)
        if kind is not None:
            yield Reason("passage", f"at the same place of a {kind} passage", IN_PASSAGE[kind])
        speaker = self._sources.get(self._items[i].speaker or "")
        if speaker is not None and speaker.type is SourceType.PERSON and speaker.id == self._items[j].speaker:
            yield Reason("person", f"{speaker.name} says both", SAME_PERSON)

    def _shared_passage(self, i: int, j: int) -> PassageKind | None:
        for passage, kind, start, end in self._places[i]:
            for other, _, begin, finish in self._places[j]:
                if passage == other and min(end, finish) - max(start, begin) >= SAME_PLACE * (
                    max(end, finish) - min(start, begin)
                ):
                    return kind
        return None


Place = tuple[str, PassageKind, float, float]
"""A passage's id and kind, and where a piece starts and ends in it as shares of its length."""


def _places(groups: Sequence[Sequence[Told]], passages: Sequence[Passage]) -> list[tuple[Place, ...]]:
    """Return for each group of pieces the places in passages where they stand."""
    by_report: dict[str, list[tuple[Passage, Span]]] = {}
    for passage in passages:
        for place in passage.places:
            by_report.setdefault(place.report, []).append((passage, place))
    return [
        tuple(
            dict.fromkeys(
                _place(passage, place, item.span)
                for item in group
                for passage, place in by_report.get(item.report, ())
                if place.overlap(item.span)
            )
        )
        for group in groups
    ]


def _place(passage: Passage, place: Span, span: Span) -> Place:
    length = place.end - place.start
    start, end = (round((at - place.start) / length, PLACE_DIGITS) for at in (span.start, span.end))
    return passage.id, passage.kind, start, end


def whose(a: Told, b: Told) -> Reason | None:
    """Return why two pieces are two things told although their words agree: a denial is not a claim, and so on."""
    left, right = a.stance, b.stance
    apart = (DENYING, ASKING, SUPPOSING)
    if any((left in stances) != (right in stances) for stances in apart):
        return Reason("stance differs", f"{left} / {right}")
    if a.speaker is None or b.speaker is None or a.speaker == b.speaker:
        return None
    if left in OWN or right in OWN or _first_person(a) or _first_person(b):
        return Reason(SPEAKER_DIFFERS, f"{a.speaker} / {b.speaker}")
    return None


def _first_person(item: Told) -> bool:
    return not FIRST_PERSON.isdisjoint(item.unit.words)


def _pointing(a: Told, b: Told) -> Reason | None:
    """Return why pieces that point back to other sentences are two things: those sentences are not alike."""
    if a.before is None and b.before is None:
        return None
    if a.before is None or b.before is None or float(a.before @ b.before) < CONTEXT:
        return Reason("context differs", "one points back to a sentence unlike the other's")
    return None


def _one_sentence(a: Sequence[Told], b: Sequence[Told]) -> Reason | None:
    """Return why pieces that touch in one report are two things: a sentence does not tell one thing twice."""
    spans: dict[str, list[Span]] = {}
    for item in a:
        spans.setdefault(item.report, []).append(item.span)
    if any(span.overlap(item.span) for item in b for span in spans.get(item.report, ())):
        return Reason("overlap", "one stands inside the other")
    return None
