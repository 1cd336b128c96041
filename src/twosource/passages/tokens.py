"""Texts as arrays of word numbers, in one pass over their bytes: what everything about passages is computed on.

The words are those of :func:`twosource.stories.words.words`; only in scripts that write no spaces each character is a
word. Equal words in their normal form (case, apostrophes, composed or decomposed, invisible characters) have equal
codes, in every run and on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.passages import letters as table
from twosource.passages.compiled import frozen
from twosource.passages.cutting import cut, pages
from twosource.passages.lexicon import Lexicon, indexed, listed

_LEAD_BYTE = 0xC0
"""Bytes from here on start a character of several bytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a batch of texts, as arrays: those of text ``t`` are ``offsets[t]`` … ``offsets[t + 1] - 1``.

    :ivar code: a hash of the word's normal form, by word.
    :ivar start: where the word starts in its text, in code points.
    :ivar end: where it ends.
    :ivar told: how much the word tells, 0…250 (250: a rare word; 16: "the").
    :ivar marks: what is noted of it (see :mod:`twosource.passages.telling`).
    :ivar offsets: by text, one more than there are texts.
    :ivar key: by text, a hash of its sequence of words: equal for texts that differ in writing alone.
    """

    code: NDArray[np.uint32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    told: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    key: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.key)


def tokenise(texts: Sequence[str]) -> Tokens:
    """Return the words of texts. Characters that cannot be encoded (lone surrogates) stand between words."""
    return tokenise_utf8(*joined(texts))


def tokenise_utf8(data: NDArray[np.uint8], offsets: NDArray[np.integer]) -> Tokens:
    """Return the words of texts that lie one after the other in UTF-8, as in the buffers of an Arrow string array.

    :param data: the bytes of all texts.
    :param offsets: where each text starts in them, and where the last ends. Broken bytes never reach another text.
    """
    return _tokenised(data, offsets, _lexicon())


@cache
def _lexicon() -> Lexicon:
    """Return the table of common words, their codes made by the same pass as those of any text."""
    words, entries = listed()
    found = _tokenised(*joined(words), indexed([], []))
    return indexed(found.code.tolist(), entries)


def joined(texts: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the bytes of texts, one after the other, and where each starts and the last ends."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(encoded) + 1, np.int64)
    np.cumsum([len(data) for data in encoded], out=offsets[1:])
    return np.frombuffer(b"".join(encoded), np.uint8), offsets


def _tokenised(data: NDArray[np.uint8], offsets: NDArray[np.integer], words: Lexicon) -> Tokens:
    data, offsets = frozen(data, np.uint8), frozen(offsets, np.int64)
    letters = table.letters()
    seen = np.zeros(table.POINTS // table.PAGE, np.bool_)
    pages(data, np.flatnonzero(data >= _LEAD_BYTE), seen)
    letters.fill(np.flatnonzero(seen).tolist())
    size = (int(offsets[-1] - offsets[0]) + len(offsets)) // 2 + 1 if len(offsets) else 0
    code, told, marks = np.empty(size, np.uint32), np.empty(size, np.uint8), np.empty(size, np.uint8)
    start, end = np.empty(size, np.int32), np.empty(size, np.int32)
    where, key = np.zeros(max(len(offsets), 1), np.int64), np.empty(max(len(offsets) - 1, 0), np.uint64)
    tables = letters.about, letters.form, letters.forms
    cut(data, offsets, tables, words, (code, start, end, told, marks), where, key)
    n = int(where[-1])
    return Tokens(code[:n], start[:n], end[:n], told[:n], marks[:n], where, key)
