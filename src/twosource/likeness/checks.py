"""The hard checks: what makes two stretches of text say different things, however alike their words are.

Each check is one function from two units to the differences that it sees. A difference in a *detail* (a figure, a
date, a place, something told beside the main thing) leaves room for the same thing told with another detail; every
other difference does not. Acts are compared with acts, names with names in the same part of a sentence, and words that
stand at the same place of two sentences of nearly the same words with one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.likeness.aligned import SAME_FRAME, SAME_WORDS, Difference, alikeness, exchanges
from twosource.likeness.deeds import (
    MOST_ACTS,
    agents_differ,
    modality_differs,
    negation_differs,
    numbers_differ,
    others_meant,
)
from twosource.likeness.governing import DOUBTING, TELLING
from twosource.likeness.names import Named, spelled_alike
from twosource.likeness.opposites import direction_differs, quantity_differs, status_differs
from twosource.likeness.thesaurus import akin
from twosource.likeness.tree import SUBJECTS
from twosource.likeness.units import Unit
from twosource.likeness.words import (
    CURRENCIES,
    EMPTY_LEMMAS,
    MEASURES,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ORDINALS,
    RELATIVE_DAYS,
    SHORT_MONTHS,
    WEEKDAYS,
)

__all__ = ["CHECKS", "SAME_FRAME", "Difference", "alikeness", "differences", "others_meant"]


_TOLD_APART = frozenset(
    {
        *CURRENCIES,
        *MEASURES,
        *NUMBER_WORDS,
        *MULTIPLIERS,
        *ORDINALS,
        *WEEKDAYS,
        *MONTHS,
        *SHORT_MONTHS,
        *RELATIVE_DAYS,
    }
)
"""Words that the checks of figures and dates compare."""


def figures_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield figures of one kind that stand on one side only, where the other side has another figure of that kind."""
    left = [f for f in a.figures if not any(f.agrees(g) and f.comparable(g) for g in b.figures)]
    right = [g for g in b.figures if not any(g.agrees(f) and g.comparable(f) for f in a.figures)]
    for f in left:
        for g in right:
            if f.comparable(g):
                yield Difference("figure", f.text, g.text, detail=True)
    for one, other, flip in ((a, b, False), (b, a, True)):
        for f in one.sizes:
            told = [*other.sizes, *(g for g in other.figures if g.measure.startswith("count"))]
            if told and not one.figures and not any(f.agrees(g) for g in told):
                here, there = (told[0].text, f.text) if flip else (f.text, told[0].text)
                yield Difference("figure", here, there, detail=True)
                return
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

    The same part: the same relation to the same word, or the same place in two stretches of nearly the same words.
    """
    left, right = _alone(a, b), _alone(b, a)
    if not left or not right:
        return
    swapped = exchanges(a, b)
    for x in left:
        for y in right:
            placed = any(_within(a, x, e.a0, e.a1) and _within(b, y, e.b0, e.b1) for e in swapped)
            other_kind = bool(x.kind and y.kind and x.kind != y.kind)
            if not (placed or _same_part(x, y)) or (other_kind and not (placed and alikeness(a, b) >= SAME_WORDS)):
                continue
            place = "place" in (x.kind, y.kind)
            grave = x.kind == y.kind == "person" and not _speaks(x) and not spelled_alike(x.key, y.key)
            grave = grave and (placed or (len(a.acts) <= MOST_ACTS and len(b.acts) <= MOST_ACTS))
            yield Difference("place" if place else "name", x.surface, y.surface, detail=not grave)
            return


_TURNING = frozenset({"from", "to", "into", "than", "against", "by", "over", "behind", "after", "before", "for"})
"""Prepositions that say which of two things is which end of a way, or the measure of the other."""
_BY = frozenset({"by", "was", "were", "is", "are", "been", "being", "has", "have", "had"})
"""Words of the passive: with them two things may change places and stay who they are."""
_LITTLE = frozenset({"the", "a", "an", "his", "her", "its", "their", "'s", "s"})
_JOINED = frozenset({"and", "or", "with", "nor"})


def places_changed(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two stretches of words that have changed places in one sentence: who does it to whom, what moves where."""
    steps = exchanges(a, b)
    sides = [(frozenset(a.words[e.a0 : e.a1]) - _LITTLE, frozenset(b.words[e.b0 : e.b1]) - _LITTLE, e) for e in steps]
    for n, (here, there, e) in enumerate(sides):
        for other, back, f in sides[n + 1 :]:
            if not here or not there or here != back or there != other or _TURNING & (here | there):
                continue
            if all(word[0].isdigit() for word in here | there):
                continue  # years and figures in another order
            between = frozenset(a.words[e.a1 : f.a0])
            if between <= _JOINED | _LITTLE or _BY & (set(a.words) ^ set(b.words)):
                continue
            told = (" ".join(a.words[e.a0 : e.a1]), " ".join(b.words[e.b0 : e.b1]))
            yield Difference("agent", *told, detail=False)
            return


WORD_FRAME = 0.75
"""Share of words in common from which words in one place were exchanged, not put otherwise."""


def words_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield words that mean two things, in one place of two stretches that are else the same words."""
    if alikeness(a, b) < WORD_FRAME:
        return
    mine, theirs = _agreeing(a, b), _agreeing(b, a)
    for e in exchanges(a, b):
        left, right = _telling(a, e.a0, e.a1), _telling(b, e.b0, e.b1)
        ones, others = mine.intersection(left), theirs.intersection(right)
        if ones and others and not _one_name(" ".join(sorted(ones)), " ".join(sorted(others))):
            yield Difference("word", " ".join(sorted(ones)), " ".join(sorted(others)), detail=True)
        left, right = ([w for w in own if w not in _named(it)] for own, it in ((left, a), (right, b)))
        here = [word for word in left if not any(akin(word, other) for other in right)]
        there = [word for word in right if not any(akin(word, other) for other in left)]
        if here and there:
            yield Difference("word", " ".join(here), " ".join(there), detail=True)


def _telling(unit: Unit, first: int, last: int) -> list[str]:
    """Return the lemmas with a meaning among some words, but for those of figures and dates."""
    told = [(unit.lemmas[i].lower(), unit.words[i]) for i in range(first, last)]
    return [
        lemma
        for lemma, word in told
        if lemma not in EMPTY_LEMMAS and _TOLD_APART.isdisjoint((lemma, word)) and not word[0].isdigit()
    ]


def _one_name(a: str, b: str) -> bool:
    """Return whether two different words of two names that agree else may be one: "Tom" and "Tomas", a misspelling."""
    return a.startswith(b) or b.startswith(a) or spelled_alike((a,), (b,))


def _named(unit: Unit) -> frozenset[str]:
    """Return the words of the names of a stretch, which other checks compare."""
    return frozenset(w for name in unit.names for w in name.key)


def _agreeing(unit: Unit, other: Unit) -> frozenset[str]:
    """Return the words of the names that a name of the other stretch can mean."""
    return frozenset(w for name in unit.names if any(name.agrees(it) for it in other.names) for w in name.key)


def _within(unit: Unit, name: Named, first: int, last: int) -> bool:
    """Return whether a name begins among the words ``first`` … ``last - 1`` of a stretch."""
    return name.first <= unit.places[last - 1] and unit.places[first] < name.last


def _same_part(x: Named, y: Named) -> bool:
    """Return whether two names stand in the same relation to the same word."""
    return bool(x.slot[1]) and x.slot[0] == y.slot[0] and akin(x.slot[1], y.slot[1]) and not _speaks(x)


def _speaks(name: Named) -> bool:
    """Return whether a name is the subject of a verb of saying: who tells a thing is not what is told."""
    return name.slot[0] in SUBJECTS and (name.slot[1] in TELLING or name.slot[1] in DOUBTING)


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


def turned(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two things that have changed places: "from Karsk to Ollvik" and "from Ollvik to Karsk"."""
    common = [(x, y) for x in a.names for y in b.names if x.agrees(y)]
    for x, y in common:
        if x.slot == y.slot:
            continue
        for p, q in common:
            if p is not x and q is not y and x.slot == q.slot and y.slot == p.slot and x.slot[0] != p.slot[0]:
                roles = [role.removeprefix("pobj ") for role in (x.slot[0], y.slot[0])]
                if not _TURNING.issuperset(roles) or p.agrees(x):
                    continue
                yield Difference("direction", f"{roles[0]} {x.surface}", f"{roles[1]} {y.surface}", detail=False)
                return


CHECKS: tuple[Callable[[Unit, Unit], Iterator[Difference]], ...] = (
    negation_differs,
    modality_differs,
    direction_differs,
    status_differs,
    agents_differ,
    numbers_differ,
    places_changed,
    turned,
    quantity_differs,
    names_differ,
    figures_differ,
    dates_differ,
    words_differ,
)


def differences(a: Unit, b: Unit) -> tuple[Difference, ...]:
    """Return everything the checks see, the gravest first."""
    return tuple(found for check in CHECKS for found in check(a, b))
