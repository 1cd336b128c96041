"""The two sides of a pair: where each report has what both share, and how much of that is its own voice."""

from __future__ import annotations

from typing import NamedTuple

from twosource.lineage.cited import Cite
from twosource.lineage.dependence import enough
from twosource.lineage.evidence import Witness
from twosource.lineage.facts import Facts
from twosource.lineage.shared import Shared
from twosource.lineage.weights import QUOTED

NEAR_CHARACTERS = 400
"""Characters around a passage in which a name counts as beside it, in its paragraph."""

Place = tuple[int, int]


class Held(NamedTuple):
    """The words that a pair shares, each counted once: all, own in both, and quoted in both."""

    words: int
    own: int
    quoted: int
    good: bool


class Side(NamedTuple):
    """One report of the pair, where it has what both share, and where that is not merely quoted."""

    facts: Facts
    places: tuple[Place, ...]
    spoken: tuple[Place, ...]

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.facts.report.id

    @property
    def witness(self) -> Witness:
        """What the report says of its text."""
        return self.facts.witness

    def beside(self, cite: Cite) -> bool:
        """Return whether a name stands in the paragraph of something that is shared and not merely quoted."""
        return any(beside(self.facts.report.text, place, cite) for place in self.spoken)

    def inside(self, cite: Cite) -> bool:
        """Return whether a name stands within what is shared."""
        return any(start <= cite.start and cite.end <= end for start, end in self.places)


def sides(pair: Shared, one: Facts, two: Facts) -> tuple[Side, Side]:
    """Return the two reports of a pair with their places, stretch by stretch."""
    here = tuple((it.a_start, it.a_end) for it in pair.stretches)
    there = tuple((it.b_start, it.b_end) for it in pair.stretches)
    own = [not (all_quoted(one, x) and all_quoted(two, y)) for x, y in zip(here, there, strict=True)]
    return (
        Side(one, here, tuple(place for place, spoken in zip(here, own, strict=True) if spoken)),
        Side(two, there, tuple(place for place, spoken in zip(there, own, strict=True) if spoken)),
    )


def held_by(a: Side, b: Side) -> Held:
    """Return how many words the two share, and whose voice they are."""
    one, two = a.facts.voice, b.facts.voice
    x, y = [one.range(*place) for place in a.places], [two.range(*place) for place in b.places]
    own, quoted = (one.own(x), two.own(y)), (one.quoted(x), two.quoted(y))
    words = min(own[0] + quoted[0], own[1] + quoted[1])
    return Held(words, min(own), min(quoted), enough(min(own), one.own_words, two.own_words))


def all_quoted(facts: Facts, place: Place) -> bool:
    """Return whether nearly all words of a place are quoted."""
    first, last = facts.voice.range(*place)
    return facts.voice.quoted(((first, last),)) >= QUOTED * (last - first)


def beside(text: str, place: Place, cite: Cite) -> bool:
    """Return whether a name stands within a place, or in its paragraph and near it."""
    start, end = place
    if start <= cite.start < end:
        return True
    if not start - NEAR_CHARACTERS <= cite.start <= end + NEAR_CHARACTERS:
        return False
    between = text[cite.end : start] if cite.start < start else text[end : cite.start]
    return "\n" not in between
