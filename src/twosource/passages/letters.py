"""What each character is to the words of a text, as tables: kind, folded form, and what it says between two words.

The tables hold every code point, but are filled by pages of 256 when a text first uses one: a text in English fills
two. They follow :func:`twosource.stories.words.words`: the same characters make words, the same forms are equal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

POINTS = 0x110000
PAGE = 256
"""Code points of a page."""

GAP, LETTER, MARK, APOSTROPHE, SINGLE = range(5)
"""Kinds: between words; a letter or digit; a mark that belongs to the word before it; an apostrophe, which joins two
parts of a word; a character of a script that writes no spaces, which is a word by itself."""
KIND = 7
"""The bits of an entry that hold the kind."""
CAPITAL, INVISIBLE, DIGIT = 8, 16, 32
NEWLINE, STOP, CLAUSE, SPACE, OPENER, OPENING, CLOSING, BEFORE = (1 << n for n in range(6, 14))
"""What a character between words says: a new paragraph, the end of a sentence, of a clause, a space, a mark that opens,
a quotation mark that opens, one that closes, a mark that may stand before one that closes."""

SENTENCE_MARKS = frozenset(".!?…。！？")
CLAUSE_MARKS = frozenset(',;:—–―()[]"“”„«»‘’\n')
CLOSERS = frozenset('"”’»)]')
OPENERS = frozenset('"“„‘«([')
CLOSING_QUOTES = frozenset('"”»')
OPENING_QUOTES = frozenset('"“„‘«')
BEFORE_CLOSING = frozenset(".,!?…")
APOSTROPHES = frozenset("'’＇")
COMBINING = 1 << 24
"""Marks a folded form that combines with the letter before it; such marks count in any order."""

_SPACELESS = (
    (0x0E00, 0x0E80),  # Thai
    (0x0E80, 0x0F00),  # Lao
    (0x1000, 0x10A0),  # Myanmar
    (0x1780, 0x1800),  # Khmer
    (0x2E80, 0x2FE0),  # radicals
    (0x3005, 0x3008),
    (0x3021, 0x3100),  # Hiragana, Katakana
    (0x31F0, 0x3200),
    (0x3400, 0x4DC0),  # Han
    (0x4E00, 0xA000),
    (0xF900, 0xFB00),
    (0xFF66, 0xFFA0),
    (0x20000, 0x33480),
)
"""Ranges of scripts that set no space between words."""


@dataclass(slots=True, eq=False)
class Letters:
    """The tables. ``about`` and ``form`` have one entry a code point; ``forms`` holds what is longer than one point.

    An entry of ``form`` is the folded code point (with ``COMBINING``), 0 for nothing, or ``-n`` where the folded form
    stands in ``forms`` from ``n`` on, its length first.
    """

    about: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(POINTS, np.uint16))
    form: NDArray[np.int32] = field(default_factory=lambda: np.zeros(POINTS, np.int32))
    forms: NDArray[np.int32] = field(default_factory=lambda: np.zeros(1, np.int32))
    filled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(POINTS // PAGE, np.bool_))

    def fill(self, pages: Iterable[int]) -> None:
        """Fill the entries of these pages, where they are not yet."""
        longer: list[int] = []
        for page in pages:
            if self.filled[page]:
                continue
            for point in range(page * PAGE, (page + 1) * PAGE):
                character = chr(point)
                self.about[point] = _about(character)
                if self.about[point] & KIND != GAP:
                    form = _form(character)
                    if len(form) > 1:
                        self.form[point] = -(len(self.forms) + len(longer))
                        longer += [len(form), *form]
                    elif form:
                        self.form[point] = form[0]
            self.filled[page] = True
        if longer:
            self.forms = np.concatenate((self.forms, np.array(longer, np.int32)))


@cache
def letters() -> Letters:
    """Return the tables of this process, the page of ASCII filled."""
    found = Letters()
    found.fill([0])
    return found


def _about(character: str) -> int:
    """Return the entry of a character: its kind and what else it says."""
    category = unicodedata.category(character)
    said = _said(character)
    if category in ("Mn", "Mc", "Me", "Cf"):
        return MARK | (INVISIBLE if category == "Cf" else 0) | said
    if character in APOSTROPHES:
        return APOSTROPHE | said
    if not character.isalnum():
        return GAP | said
    point = ord(character)
    kind = SINGLE if any(first <= point < end for first, end in _SPACELESS) else LETTER
    return kind | (CAPITAL if character.isupper() else 0) | (DIGIT if character.isdigit() else 0)


def _said(character: str) -> int:
    return (
        (NEWLINE if character == "\n" else 0)
        | (STOP if character in SENTENCE_MARKS else 0)
        | (CLAUSE if character in CLAUSE_MARKS else 0)
        | (SPACE if character.isspace() else 0)
        | (OPENER if character in OPENERS else 0)
        | (OPENING if character in OPENING_QUOTES else 0)
        | (CLOSING if character in CLOSING_QUOTES else 0)
        | (BEFORE if character in BEFORE_CLOSING else 0)
    )


def _form(character: str) -> list[int]:
    """Return the folded form of a character, decomposed: the same for composed and decomposed text."""
    plain = unicodedata.normalize("NFKC", character)
    plain = "".join("'" if c in APOSTROPHES or c == "ʼ" else c for c in plain)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", plain.casefold()))
    return [ord(c) | (COMBINING if unicodedata.combining(c) else 0) for c in folded if unicodedata.category(c) != "Cf"]
