"""The hard checks: what makes two stretches of text say different things, however alike their words are.

Each check is one function from two units to the differences that it sees. A difference in a *detail* (a figure, a
date, a place) leaves room for the same thing told with another detail; every other difference does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

from twosource.likeness.modality import Modality
from twosource.likeness.names import Named
from twosource.likeness.units import Party, Unit
from twosource.likeness.words import OPPOSITES, REFUSALS, SPEECH_ACTS

SAME_FRAME = 0.6
"""Share of words in common from which two stretches are one sentence with a word exchanged: what differs then stands
in the same place. Half the words of a headline; rewordings in one's own words stay below."""


class Difference(NamedTuple):
    """What differs (``figure``, ``date``, ``name``, ``negation`` …), how it is told on each side, and its weight."""

    signal: str
    here: str
    there: str
    detail: bool


def _sides() -> dict[str, list[tuple[int, int]]]:
    sides: dict[str, list[tuple[int, int]]] = {}
    for number, (left, right) in enumerate(OPPOSITES):
        for side, words in enumerate((left, right)):
            for word in words.split():
                sides.setdefault(word, []).append((number, side))
    return sides


_SIDES = _sides()


def figures_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield figures of one kind that stand on one side only, where the other side has another figure of that kind."""
    left = [f for f in a.figures if not any(f.agrees(g) and f.comparable(g) for g in b.figures)]
    right = [g for g in b.figures if not any(g.agrees(f) and g.comparable(f) for f in a.figures)]
    for f in left:
        for g in right:
            if f.comparable(g):
                yield Difference("figure", f.text, g.text, detail=True)
    units = {(f.text, g.text) for f in a.figures for g in b.figures if f.value == g.value and not f.comparable(g)}
    if len(a.figures) == len(b.figures) == 1:
        for here, there in sorted(units):
            yield Difference("unit", here, there, detail=True)


def dates_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield calendar words that cannot both be right."""
    for here, there in a.dates.differences(b.dates):
        yield Difference("date", here, there, detail=True)


def names_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two names in the same part of the two stretches that cannot be one.

    The same part: the same relation to the same word, or two stretches of nearly the same words.
    """
    left, right = _alone(a, b), _alone(b, a)
    alike = alikeness(a, b) >= SAME_FRAME
    for x in left:
        for y in right:
            if alike or x.slot == y.slot or _same_where(x, y):
                places = "place" in (x.kind, y.kind) and x.slot[0] not in {"nsubj", "nsubjpass"}
                yield Difference("place" if places else "name", x.surface, y.surface, detail=places)
                return


def _same_where(x: Named, y: Named) -> bool:
    """Return whether two names are places behind the same preposition: "from Karsk", "from Ollvik"."""
    return x.kind == y.kind == "place" and x.slot[0] == y.slot[0] and x.slot[0].startswith("pobj ")


def _alone(a: Unit, b: Unit) -> list[Named]:
    """Return the names of ``a`` that nothing in ``b`` can mean, by its names or by its plain words."""
    words = {form for word in b.words for form in (word, word.removesuffix("'s"))}
    return [
        name
        for name in a.names
        if not any(name.agrees(other) for other in b.names)
        and not set(name.key) <= words
        and not (a.title_case and not name.kind)
    ]


def alikeness(a: Unit, b: Unit) -> float:
    """Return the share of words, in order, that the two stretches have in common (0…1)."""
    return float(Indel.normalized_similarity(a.words, b.words))


def _parties_differ(a: Party, b: Party) -> bool:
    """Return whether both parties are named and no name of one can mean the other."""
    return bool(a.names and b.names) and not any(x.agrees(y) for x in a.names for y in b.names)


def agents_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield who does one and the same act, or whom it is done to, where both are named and cannot be one."""
    if a.title_case or b.title_case:
        return
    for one, other in _doers(a, b):
        if not _parties_differ(one, other):
            continue
        here, there = (", ".join(name.surface for name in party.names) for party in (one, other))
        if _meet(a.agent, b.patient) or _meet(b.agent, a.patient):
            if a.patient.known and b.patient.known:  # else a headline's passive: "Arvale arrested"
                yield Difference("agent", here, there, detail=False)
        elif a.predicate == b.predicate or alikeness(a, b) >= SAME_FRAME:
            yield Difference("agent", here, there, detail=False)


def _doers(a: Unit, b: Unit) -> tuple[tuple[Party, Party], ...]:
    """Return the two agents, or, where a passive names none on either side, those it is done to."""
    if a.agent.known or b.agent.known:
        return ((a.agent, b.agent),)
    return ((a.patient, b.patient),)


def others_meant(a: Unit, b: Unit) -> bool:
    """Return whether two stretches of equal words are about two: who does it, or suffers it, is named before them."""
    return _parties_differ(a.agent, b.agent) or _parties_differ(a.patient, b.patient)


def numbers_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield who does it, or to whom it is done, where it is the same word, once in the singular, once in the plural."""
    for one, other in ((a.agent, b.agent), (a.patient, b.patient)):
        subject = (one is a.agent) or not (a.agent.known or b.agent.known)  # of a passive
        if subject and one.lemma and one.lemma == other.lemma and one.plural != other.plural:
            here, there = (f"{'several' if party.plural else 'one'} {party.lemma}" for party in (one, other))
            yield Difference("agent", here, there, detail=False)


def speakers_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield an act of speech of which only one side says whose it is: two people may confirm one thing."""
    if a.predicate != b.predicate or a.predicate not in SPEECH_ACTS or _meet(a.agent, b.agent):
        return
    if a.agent.names or b.agent.names or a.agent.lemma != b.agent.lemma:
        here, there = (
            ", ".join(name.surface for name in party.names) or party.lemma or "not named"
            for party in (a.agent, b.agent)
        )
        yield Difference("speaker", here, there, detail=False)


def _meet(a: Party, b: Party) -> bool:
    return any(x.agrees(y) for x in a.names for y in b.names)


def negation_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield a negation on one side of what the other side tells as so."""
    if a.negated != b.negated and not {a.predicate, b.predicate} <= REFUSALS:
        yield Difference("negation", _yes(a.negated), _yes(b.negated), detail=False)
        return
    for one, other, flip in ((a, b, False), (b, a, True)):
        for word in sorted(one.negated_words - other.negated_words):
            if not other.negated_words and word in other.content | {other.predicate}:
                here, there = f"not {word}", word
                yield Difference("negation", *((there, here) if flip else (here, there)), detail=False)
                return


def _yes(negated: bool) -> str:
    return "negated" if negated else "not negated"


def modality_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield the two modalities where they differ: what was done, will be, could be and should be are four things."""
    if a.modality is not b.modality:
        yield Difference("modality", Modality(a.modality).value, Modality(b.modality).value, detail=False)


def direction_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two words in the same part of the two stretches that are opposites, or two steps of one business."""
    alike = alikeness(a, b) >= SAME_FRAME
    left = _told_alone(a, b, alike)
    right = _told_alone(b, a, alike)
    for here, slot in left:
        for there, other in right:
            placed = alike or slot == other or (here == a.predicate and there == b.predicate)
            if placed and any(n == m and s != t for n, s in _SIDES[here] for m, t in _SIDES[there]):
                yield Difference("direction", here, there, detail=False)
                return


def _told_alone(a: Unit, b: Unit, alike: bool) -> list[tuple[str, tuple[str, str]]]:
    """Return the words with an opposite that stand in ``a`` alone, with their part in the sentence."""
    others = {lemma for lemma, _, _ in b.slots} | set(b.words) | {b.predicate}
    found = [(lemma, (dep, up)) for lemma, dep, up in sorted(a.slots) if lemma not in others]
    if a.predicate not in others:
        found.append((a.predicate, ("ROOT", "")))
    if alike:
        found.extend((word, ("", "")) for word in sorted(set(a.words) - set(b.words)))
    return [(lemma, slot) for lemma, slot in found if lemma in _SIDES]


CHECKS: tuple[Callable[[Unit, Unit], Iterator[Difference]], ...] = (
    negation_differs,
    modality_differs,
    direction_differs,
    agents_differ,
    numbers_differ,
    speakers_differ,
    names_differ,
    figures_differ,
    dates_differ,
)


def differences(a: Unit, b: Unit) -> tuple[Difference, ...]:
    """Return everything the checks see, the gravest first."""
    return tuple(found for check in CHECKS for found in check(a, b))
