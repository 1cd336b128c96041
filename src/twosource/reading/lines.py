"""The paragraphs of a text, with their places: the units that the rules of this package look at.

In text from pages a paragraph is a line. In text that somebody wrapped at a column (mail, old wires) it is a block of
lines; a block counts as wrapped only where every line is full, that is, where the next line's first word would not
have fitted any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_ANY_MARK = re.compile('["“”„«»]')
_OPENING = '"“„«'
_CLOSING = '"”“»'

FULL_LINES = 4
"""Lines of a block that must all be full before a text counts as wrapped; fewer are full by chance."""
WRAP_COLUMNS = (40, 120)
"""Columns at which people and programs wrap text; outside them a line is a paragraph."""
PROSE_WORDS = 8
"""A line of this many words that ends like a sentence is prose: the shortest that no label or title in use reaches."""
LONG_WORDS = 25
"""A line of this many words is prose however it ends: headlines and labels stay below it."""


class Line(NamedTuple):
    """A paragraph: its place in the text, without the white space around it, and its characters."""

    start: int
    end: int
    text: str


def lines(text: str) -> tuple[Line, ...]:
    """Return the paragraphs of a text in order; blank lines fall away."""
    found = tuple(_stripped(match.start(), match.group()) for match in _LINE.finditer(text) if match.group().strip())
    return tuple(_unwrapped(found, text))


def _stripped(start: int, raw: str) -> Line:
    words = raw.strip().strip("\ufeff").strip()
    if not words:  # nothing but a stray byte order mark
        words = raw.strip()
    offset = start + raw.index(words)
    return Line(offset, offset + len(words), words)


def _unwrapped(found: tuple[Line, ...], text: str) -> Iterator[Line]:
    """Join the lines of wrapped blocks; yield everything else as it is."""
    blocks: list[list[Line]] = []
    for line in found:
        if blocks and text.count("\n", blocks[-1][-1].end, line.start) == 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    column = max((_column(block) for block in blocks if len(block) >= FULL_LINES), default=0)
    for block in blocks:
        if column and len(block) > 1 and _full(block, column) and max(len(line.text) for line in block) <= column:
            start, end = block[0].start, block[-1].end
            yield Line(start, end, text[start:end])
        else:
            yield from block


def _column(block: list[Line]) -> int:
    """Return the column at which a block is wrapped, or 0."""
    column = max(len(line.text) for line in block)
    low, high = WRAP_COLUMNS
    return column if low <= column <= high and _full(block, column) else 0


def _full(block: list[Line], column: int) -> bool:
    return all(
        len(line.text) + 1 + len(following.text.split(None, 1)[0]) > column for line, following in pairwise(block)
    )


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(words.split())


def word_count(text: str) -> int:
    """Return the number of words, counted by white space."""
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Return whether the text ends with the mark of a sentence, closing marks aside."""
    return _SENTENCE_END.search(text[-5:]) is not None


def is_prose(text: str) -> bool:
    """Return whether a paragraph reads as running text: long enough, and ended like a sentence, or very long."""
    count = word_count(text)
    return count >= LONG_WORDS or (count >= PROSE_WORDS and ends_sentence(text))


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches between double marks, by one scan; an unclosed mark opens a stretch to the end."""
    if _ANY_MARK.search(text) is None:
        return ()
    found = []
    opened = -1
    for index, character in enumerate(text):
        if opened < 0:
            if character in _OPENING:
                opened = index
        elif character in _CLOSING:
            found.append((opened + 1, index))
            opened = -1
    if opened >= 0:
        found.append((opened + 1, len(text)))
    return tuple(found)


def quotes_words(text: str, least: int) -> bool:
    """Return whether ``least`` words or more stand together between double marks."""
    return any(word_count(text[start:end]) >= least for start, end in quoted_stretches(text))
