"""Two wordings of one thing, word by word: which words stand in both, and which only here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

MOST_WORDS = 1500
"""Words of a text that are compared; the alignment's memory grows with the product of both lengths."""
ALIKE = 0.4
"""Share of words that must be the same before the others are marked: below it, marks would cover the whole text."""

_WORD = re.compile(r"\w+(?:['’.,]\w+){0,20}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``changed`` if these words stand here only."""

    text: str
    changed: bool = False


def plain(text: str) -> tuple[Piece, ...]:
    """Return a text as one piece without marks."""
    return (Piece(text),)


def compared(base: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, with the words that differ marked on both sides.

    Case, white space and marks are not compared. Texts with too few words in common come back unmarked.
    """
    mine, theirs = _words(base), _words(other)
    found = _differing(base, mine, other, theirs)
    if found is None:
        return plain(base), plain(other)
    return _pieces(base, mine, found[0]) or plain(base), _pieces(other, theirs, found[1]) or plain(other)


def aligned(texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Return several texts in pieces, each compared with the first.

    In the first those words are marked that another of them has otherwise, in the others those that the first has not.
    """
    base = texts[0]
    mine, gone = _words(base), set[int]()
    rest = []
    for other in texts[1:]:
        theirs = _words(other)
        found = _differing(base, mine, other, theirs)
        gone |= found[0] if found else set()
        rest.append(_pieces(other, theirs, found[1]) if found and found[1] else plain(other))
    return (_pieces(base, mine, gone) if gone else plain(base), *rest)


def _differing(
    base: str, mine: list[tuple[int, int]], other: str, theirs: list[tuple[int, int]]
) -> tuple[set[int], set[int]] | None:
    """Return the words of each text that the other has not, by their numbers; None for too little in common."""
    if max(len(mine), len(theirs)) > MOST_WORDS or not mine or not theirs:
        return None
    keys = [base[start:end].casefold() for start, end in mine], [other[start:end].casefold() for start, end in theirs]
    gone, come, same = set[int](), set[int](), 0
    for step in Indel.opcodes(*keys):
        if step.tag == "equal":
            same += step.src_end - step.src_start
        else:  # an empty range on one side is a word that was put in or left out
            gone.update(range(step.src_start, step.src_end))
            come.update(range(step.dest_start, step.dest_end))
    return None if same < ALIKE * max(len(mine), len(theirs)) else (gone, come)


def _words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text)]


def _pieces(text: str, words: list[tuple[int, int]], marked: set[int]) -> tuple[Piece, ...]:
    """Cut a text so that each run of marked words, with what stands between them, is one piece."""
    pieces: list[Piece] = []
    done = 0
    index = 0
    while index < len(words):
        if index not in marked:
            index += 1
            continue
        last = index
        while last + 1 in marked and last + 1 < len(words):
            last += 1
        start, end = words[index][0], words[last][1]
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], changed=True))
        done, index = end, last + 1
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return tuple(pieces)
