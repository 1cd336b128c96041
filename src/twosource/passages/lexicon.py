"""What is known of common words, as a table by their code: how much each tells, whether it tells anything at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import compiled, whole
from twosource.passages.stock import ABBREVIATIONS
from twosource.passages.telling import UNIT, weight
from twosource.stories.words import FUNCTION as FUNCTION_WORDS
from twosource.stories.words import NEWSROOM, _ranks

TOLD = 0xFF
FUNCTION, TRADE, ABBREVIATION = 1 << 8, 1 << 9, 1 << 10
"""An entry: in its low byte how much the word tells; a function word; a word of the news trade; an abbreviation."""
_ENTRY_BITS = 16
_ENTRY = np.uint64(0xFFFF)
_SHIFT = np.uint64(_ENTRY_BITS)
_MOVES = 1000
"""Words that are moved to make room for one before the table is made larger."""

Lexicon = NDArray[np.uint64]
"""A hash table in which a word has two places where it may stand (Pagh and Rodler 2001), so that it is looked up
without a choice that a processor would have to guess: its code above ``_ENTRY_BITS`` bits that hold its entry."""


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
    size = 16
    while size < 2 * len(codes) or (table := _filled(codes, entries, size)) is None:
        size *= 2
    return np.array(table, np.uint64)


def _filled(codes: Sequence[int], entries: Sequence[int], size: int) -> list[int] | None:
    """Return a table of this size, or None if the words do not find room in it."""
    table = [0] * size
    for code, entry in zip(codes, entries, strict=True):
        row, first = code << _ENTRY_BITS | entry, True
        for _ in range(_MOVES):
            own = row >> _ENTRY_BITS
            slot = own % size if first else (own >> _ENTRY_BITS) % size
            row, table[slot] = table[slot], row
            if not row:
                break
            first = slot != (row >> _ENTRY_BITS) % size  # who had to leave goes to its other place
        else:
            return None
    return table


@compiled
def entry_of(code: np.uint32, lexicon: Lexicon) -> int:
    """Return the entry of the word with this code; of a word that is not listed, that it is rare."""
    own, last = np.uint64(code), np.uint64(len(lexicon) - 1)
    first, second = lexicon[own & last], lexicon[(own >> _SHIFT) & last]
    found = first if first >> _SHIFT == own else second
    return whole(found & _ENTRY) if found >> _SHIFT == own else UNIT
