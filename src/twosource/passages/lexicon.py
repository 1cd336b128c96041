"""What is known of common words, as a table by their code: how much each tells, whether it tells anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import Array, compiled, whole
from twosource.passages.stock import ABBREVIATIONS
from twosource.passages.weight import weight
from twosource.stories.words import FUNCTION as FUNCTION_WORDS
from twosource.stories.words import NEWSROOM, _ranks

UNIT = 250
"""How much a word tells that weighs 1: that of a rare word. A byte holds it."""
TOLD = 0xFF
FUNCTION, TRADE, ABBREVIATION = 1 << 8, 1 << 9, 1 << 10
"""An entry: in its low byte how much the word tells; a function word; a word of the news trade; an abbreviation."""
_FREE = np.uint32(0)
_ROOM = 2
"""Slots of the table for each word, at least: so that a word that is not in it is found missing at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A hash table with open addresses: ``codes`` (0: free) and, beside each, the entry of its word."""

    codes: NDArray[np.uint32]
    entries: NDArray[np.uint16]


def listed() -> tuple[list[str], list[int]]:
    """Return the words of which anything is known, in order, and the entry of each."""
    common = _ranks()
    endings = {word + ending for word in common for ending in ("s", "'s", "s's")}
    found = sorted({*common, *endings, *FUNCTION_WORDS, *NEWSROOM, *ABBREVIATIONS})
    return found, [_entry(word) for word in found]


def _entry(word: str) -> int:
    return (
        round(weight(word) * UNIT)
        | (FUNCTION if word in FUNCTION_WORDS else 0)
        | (TRADE if word in NEWSROOM else 0)
        | (ABBREVIATION if word in ABBREVIATIONS else 0)
    )


def indexed(codes: Sequence[int], entries: Sequence[int]) -> Lexicon:
    """Return the table of these words."""
    size = 2
    while size < _ROOM * (len(codes) + 1):
        size *= 2
    lexicon = Lexicon(np.zeros(size, np.uint32), np.zeros(size, np.uint16))
    for code, entry in zip(codes, entries, strict=True):
        slot = code & (size - 1)
        while lexicon.codes[slot] not in (0, code):
            slot = (slot + 1) & (size - 1)
        lexicon.codes[slot], lexicon.entries[slot] = code, entry
    return lexicon


@compiled
def entry_of(code: np.uint32, codes: Array, entries: Array) -> int:
    """Return the entry of the word with this code; of a word that is not listed, that it is rare."""
    last = len(codes) - 1
    slot = whole(code) & last
    while codes[slot] != _FREE:
        if codes[slot] == code:
            return whole(entries[slot])
        slot = (slot + 1) & last
    return whole(UNIT)
