"""Two stretches laid side by side: how alike their words are, and which words stand in one another's place."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from twosource.likeness.units import Unit

SAME_FRAME = 0.6
"""Share of words in common from which two stretches are one sentence with a word exchanged: what differs then stands
in the same place. Half the words of a headline; rewordings in one's own words stay below."""
SAME_WORDS = 0.8
"""The same from which they are one sentence in the same words, so that whatever is exchanged was meant to differ."""
LONGEST = 6
"""Most words that stand in one another's place for one of them to be compared with the other."""
REMEMBERED = 4_096
"""Pairs of stretches whose alignment is kept: several checks in a row ask for it."""


class Difference(NamedTuple):
    """What differs (``figure``, ``date``, ``name``, ``negation`` …), how it is told on each side, and its weight."""

    signal: str
    here: str
    there: str
    detail: bool


class Exchange(NamedTuple):
    """Words of one stretch (``a0`` … ``a1 - 1``, counted in its words) in the place of words of the other."""

    a0: int
    a1: int
    b0: int
    b1: int


@lru_cache(maxsize=REMEMBERED)
def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return float(Indel.normalized_similarity(a, b))


def alikeness(a: Unit, b: Unit) -> float:
    """Return the share of words, in order, that the two stretches have in common (0…1)."""
    return _alike(a.words, b.words)


def one_frame(a: Unit, b: Unit) -> bool:
    """Return whether the two stretches are one sentence with words exchanged."""
    return alikeness(a, b) >= SAME_FRAME


def exchanges(a: Unit, b: Unit) -> tuple[Exchange, ...]:
    """Return what stands in whose place where the two stretches are one sentence with words exchanged."""
    return _exchanges(a.words, b.words) if one_frame(a, b) else ()


@lru_cache(maxsize=REMEMBERED)
def _exchanges(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Exchange, ...]:
    found: list[Exchange] = []
    for step in Levenshtein.opcodes(a, b):
        if step.tag == "equal":
            continue
        piece = Exchange(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and found[-1].a1 == piece.a0 and found[-1].b1 == piece.b0:
            piece = Exchange(found[-1].a0, piece.a1, found[-1].b0, piece.b1)
            found.pop()
        found.append(piece)
    return tuple(e for e in found if 0 < e.a1 - e.a0 <= LONGEST and 0 < e.b1 - e.b0 <= LONGEST)
