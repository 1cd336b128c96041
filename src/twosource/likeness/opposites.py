"""Checks on words that exclude one another: directions that are opposite, and what befell someone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from twosource.likeness.acts import Act
from twosource.likeness.aligned import Difference, exchanges
from twosource.likeness.contraries import BEFALLEN, CONVERSE, COUNTED, OPPOSED, SOFT, apart
from twosource.likeness.units import Unit

_Sides = dict[str, tuple[tuple[int, int], ...]]


class _Clash(NamedTuple):
    here: str
    there: str
    grave: bool


def direction_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two words in the same part of the two stretches that are opposites, or two steps of one business."""
    clash = _clash(a, b, OPPOSED)
    if clash is not None:
        yield Difference("direction", clash.here, clash.there, detail=not clash.grave)


def status_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two words in the same part for what befell someone, or became of something, that exclude one another."""
    clash = _clash(a, b, BEFALLEN)
    if clash is not None:
        yield Difference("status", clash.here, clash.there, detail=not clash.grave)


def quantity_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield two shares or numbers of times in the same place of one sentence: all, half, some; once, twice."""
    left, right = _alone(a, b, COUNTED), _alone(b, a, COUNTED)
    if left and right:
        for clash in _exchanged(a, b, COUNTED, left, right):
            yield Difference("quantity", clash.here, clash.there, detail=False)
            return


def _clash(a: Unit, b: Unit, sides: _Sides) -> _Clash | None:
    left, right = _alone(a, b, sides), _alone(b, a, sides)
    if not left or not right:
        return None
    found = [
        _Clash(x.lemma, y.lemma, True)
        for x in a.acts
        for y in b.acts
        if x.main
        and y.main
        and x.negated == y.negated
        and x.lemma in left
        and y.lemma in right
        and apart(sides, x.lemma, y.lemma)
        and not _converse(x, y)
    ]
    found.extend(_exchanged(a, b, sides, left, right))
    if not found:
        slots = {(lemma, dep, up) for lemma, dep, up in b.slots if lemma in right}
        for lemma, dep, up in sorted(a.slots):
            if lemma in left:
                for other, role, over in sorted(slots):
                    if (dep, up) == (role, over) and dep != "ROOT" and apart(sides, lemma, other):
                        found.append(_Clash(lemma, other, False))
    return found[0] if found else None


def _exchanged(a: Unit, b: Unit, sides: _Sides, left: set[str], right: set[str]) -> Iterator[_Clash]:
    for e in exchanges(a, b):
        for i in range(e.a0, e.a1):
            for j in range(e.b0, e.b1):
                for here, there in ((a.lemmas[i], b.lemmas[j]), (a.words[i], b.words[j])):
                    if here in left and there in right and apart(sides, here, there) and _alike_told(a, b, here, there):
                        yield _Clash(here, there, here not in SOFT)


def _alike_told(a: Unit, b: Unit, here: str, there: str) -> bool:
    """Return whether neither or both of two words are negated, and they are not one act from its two ends."""
    x = next((act for act in a.acts if act.lemma == here), None)
    y = next((act for act in b.acts if act.lemma == there), None)
    if x is not None and y is not None and _converse(x, y):
        return False
    return (x.negated if x else here in a.negated_words) == (y.negated if y else there in b.negated_words)


def _converse(x: Act, y: Act) -> bool:
    """Return whether two acts are one, told from its two ends: another agent buys what the first one sells."""
    if frozenset({x.lemma, y.lemma}) not in CONVERSE:
        return False
    return x.agent.known and y.agent.known and not x.agent.is_like(y.agent)


def _alone(a: Unit, b: Unit, sides: _Sides) -> set[str]:
    """Return the words of ``a`` that have a contrary, where ``b`` has neither them nor another of their side."""
    own = {form: word for word, lemma in zip(a.words, a.lemmas, strict=True) for form in (lemma, word) if form in sides}
    if not own:
        return set()
    shared = set(b.words)
    there = {*shared, *b.lemmas, *(act.lemma for act in b.acts)}
    taken = {side for word in there & sides.keys() for side in sides[word]}
    return {
        form for form, word in own.items() if word not in shared and form not in there and not set(sides[form]) <= taken
    }
