"""Bytes to words: the compiled functions behind :mod:`twosource.passages.tokens`, one pass over the text.

A text is read character by character; a word of ASCII that is followed by a gap, as most are, is read at once.
"""

from __future__ import annotations

import numpy as np

from twosource.passages import letters as table
from twosource.passages.compiled import MULTIPLIER, Array, compiled, mixed, whole
from twosource.passages.lexicon import ABBREVIATION, FUNCTION, TOLD, TRADE, Lexicon, entry_of
from twosource.passages.telling import (
    CLOSED,
    CONTENT,
    ENDS_CLOSED,
    OPENED,
    PARAGRAPH,
    PHRASE,
    PLAIN,
    SENTENCE,
)

_SEED = np.uint64(0x243F6A8885A308D3)
_LOW = np.uint64(0xFFFFFFFF)
_SAID = table.NEWLINE | table.STOP | table.CLAUSE | table.SPACE | table.OPENER | table.OPENING
_LEAD, _MORE, _ANY, _POINT, _CLOSES = (1 << n for n in range(14, 19))
"""Of the characters between two words so far: only such as may stand before a closing mark, more than one, any, a full
stop is the first, a closing quotation mark is the first of the others."""
_PLAIN = table.SPACE | _ANY
"""One space between two words."""
_NAMING = table.CAPITAL | table.DIGIT
_FAR = np.uint64(29)
_FULL_STOP = ord(".")
_BLANK = ord(" ")
_LETTER = 16 | FUNCTION | ABBREVIATION
"""What is known of a word of one letter or digit."""
_CHARACTER = 80
"""How much a word of one character tells in a script without spaces: three of them make about a word."""

Tables = tuple[Array, ...]


@compiled
def _decoded(data: Array, p: int, stop: int) -> tuple[int, int]:
    """Return the code point at byte ``p`` and its length in bytes; what is broken is a character of no word."""
    first = whole(data[p])
    if first < 0x80:
        return first, 1
    size = 2 if first < 0xE0 else (3 if first < 0xF0 else 4)
    if first < 0xC2 or first > 0xF4 or p + size > stop:
        return 0, 1
    point = first & (0xFF >> (size + 1))
    for q in range(p + 1, p + size):
        byte = whole(data[q])
        if byte & 0xC0 != 0x80:
            return 0, 1
        point = (point << 6) | (byte & 0x3F)
    return (point, size) if point < table.POINTS else (0, 1)


@compiled
def pages(data: Array, at: Array, seen: Array) -> None:
    """Mark the pages of code points that start at these bytes."""
    for k in range(len(at)):
        point, _ = _decoded(data, at[k], len(data))
        seen[point >> 8] = True


@compiled
def _added(value: np.uint64, point: int, form: Array, forms: Array) -> np.uint64:
    """Return the hash of a word with one more character; marks that combine count in any order."""
    folded = whole(form[point])
    if folded > 0:
        return _with(value, folded)
    for k in range(-folded + 1, -folded + 1 + forms[-folded]):
        value = _with(value, whole(forms[k]))
    return value


@compiled
def _with(value: np.uint64, folded: int) -> np.uint64:
    if folded & table.COMBINING:
        return value + mixed(np.uint64(folded))
    return (value ^ np.uint64(folded)) * MULTIPLIER


@compiled
def _between(gap: int, entry: int, point: int) -> int:
    """Return what stands between two words, with one more character."""
    if gap & _ANY:
        gap |= _MORE
    elif point == _FULL_STOP:
        gap |= _POINT
    if gap & _LEAD and not entry & table.BEFORE:
        gap ^= _LEAD
        if entry & table.CLOSING:
            gap |= _CLOSES
    return (gap & ~table.OPENING) | (entry & _SAID) | _ANY


@compiled
def _starts(gap: int, head: int, previous: int) -> int:
    """Return whether a paragraph, a sentence, a clause starts between two words."""
    if gap & table.NEWLINE:
        return PARAGRAPH | SENTENCE | PHRASE
    ended = gap & table.STOP and gap & table.SPACE and not (gap & _POINT and previous & ABBREVIATION)
    if ended and (head & (table.CAPITAL | table.DIGIT) or gap & table.OPENER):
        return SENTENCE | PHRASE
    return PHRASE if gap & table.CLAUSE else 0


@compiled
def _noted(gap: int, head: int, entry: int, previous: int) -> int:
    """Return what is noted of a word; ``previous`` is the entry of the one before it, -1 for none."""
    noted = PARAGRAPH | SENTENCE | PHRASE if previous < 0 else _starts(gap, head, previous)
    if gap & _CLOSES and previous >= 0:
        noted |= CLOSED
    if gap & table.OPENING and (gap & _MORE or previous < 0):
        noted |= OPENED
    return noted | _kind(entry, head & (table.DIGIT if noted & SENTENCE else _NAMING))


@compiled
def _kind(entry: int, naming: int) -> int:
    """Return whether a word is a content word, and a plain one; without a branch, for nothing foretells it."""
    content = (entry & FUNCTION) == 0
    plain = content & ((entry & TRADE) == 0) & (naming == 0)
    return CONTENT * content + PLAIN * plain


@compiled
def _entry(code: np.uint32, head: int, length: int, words: Lexicon) -> int:
    """Return what is known of a word; one letter is a function word, and may be an initial."""
    if length > 1:
        return entry_of(code, words)
    return _CHARACTER if head & table.KIND == table.SINGLE else _LETTER


@compiled
def _joins(data: Array, p: int, stop: int, about: Array) -> bool:
    """Return whether an apostrophe before byte ``p`` stands inside a word: a letter or its mark follows."""
    if p >= stop:
        return False
    kind = whole(about[_decoded(data, p, stop)[0]]) & table.KIND
    return kind == table.LETTER or kind == table.MARK


@compiled
def _kind_of(entry: int, joined: bool) -> int:
    """Return the kind of a character; an apostrophe is a letter where it joins two parts of a word, else a gap."""
    kind = entry & table.KIND
    if kind == table.APOSTROPHE:
        return whole(table.LETTER if joined else table.GAP)
    return kind


@compiled
def _is(byte: int, about: Array, kind: int) -> bool:
    """Return whether a byte is a character of ASCII of this kind."""
    return byte < 0x80 and whole(about[byte]) & table.KIND == kind


@compiled
def _letters(data: Array, p: int, stop: int, about: Array, form: Array, value: np.uint64) -> tuple[int, np.uint64]:
    """Take in the letters of ASCII from byte ``p`` on; return where they end, and the hash of the word."""
    while p < stop:
        byte = data[p]
        if not _is(byte, about, table.LETTER):
            break
        value = (value ^ np.uint64(form[byte])) * MULTIPLIER
        p += 1
    return p, value


@compiled
def _put(
    value: np.uint64, place: tuple[int, int], head: int, gap: int, previous: int, key: np.uint64,
    words: Lexicon, out: Tables, n: int,
) -> tuple[int, np.uint64]:  # fmt: skip
    """Write a word; return what is known of it, and the key of the text so far."""
    code, start, end, told, marks = out
    value = mixed(value)
    code[n] = value & _LOW
    start[n], end[n] = place
    known = _entry(code[n], head, place[1] - place[0], words)
    told[n] = known & TOLD
    marks[n] = _kind(known, head & _NAMING) if gap == _PLAIN and previous >= 0 else _noted(gap, head, known, previous)
    return known, (key ^ value) * MULTIPLIER ^ (key >> _FAR)


@compiled
def _close(marks: Array, n: int, closes: bool) -> None:
    if closes:
        marks[n - 1] |= ENDS_CLOSED


@compiled
def _one(
    data: Array, first: int, stop: int, letters: Tables, words: Lexicon, out: Tables, n: int
) -> tuple[int, np.uint64]:
    """Write the words of one text from ``n`` on; return where they end, and the key of the text."""
    about, form, forms = letters
    p, q = first, whole(0)
    begin, last, head, inside, value = whole(-1), whole(0), whole(0), False, _SEED
    gap, previous, key = whole(_LEAD), whole(-1), _SEED
    ended = whole(table.GAP)
    while True:
        if begin < 0 and p < stop and _is(data[p], about, table.LETTER):  # the commonest word: ASCII, then a gap
            ahead, value = _letters(data, p, stop, about, form, _SEED)
            head, last = whole(about[data[p]]), q + ahead - p
            if ahead < stop and _is(data[ahead], about, table.GAP):
                previous, key = _put(value, (q, last), head, gap, previous, key, words, out, n)
                n, gap, inside, p, q = n + 1, whole(_LEAD), False, ahead, last
                if data[p] == _BLANK:
                    gap, p, q = whole(_PLAIN), p + 1, q + 1
                continue
            begin, ended, inside, p, q = q, whole(table.LETTER), True, ahead, last
        point, size = _decoded(data, p, stop) if p < stop else (0, 1)
        entry = whole(about[point])
        apart = entry & table.KIND != table.APOSTROPHE or not inside or ended == table.SINGLE
        kind = _kind_of(entry, not apart and _joins(data, p + size, stop, about))
        if begin >= 0 and (kind == table.GAP or kind == table.SINGLE or (ended == table.SINGLE and kind != table.MARK)):
            previous, key = _put(value, (begin, last), head, gap, previous, key, words, out, n)
            n, begin, gap = n + 1, whole(-1), whole(_LEAD)
        if p >= stop:
            break
        if kind == table.GAP:
            gap, inside = _between(gap, entry, point), False
        else:
            inside = True
            if begin < 0 and kind != table.MARK:
                begin, head, ended, value = q, entry, kind, _SEED
            if begin >= 0:
                value = _added(value, point, form, forms)
                if not entry & table.INVISIBLE:
                    last = q + 1
                if kind == table.LETTER:
                    ahead, value = _letters(data, p + size, stop, about, form, value)
                    q, p = q + ahead - p - size, ahead - size
                    last = q + 1
        p, q = p + size, q + 1
    _close(out[4], n, previous >= 0 and gap & _CLOSES != 0)
    return n, mixed(key)


@compiled
def cut(data: Array, offsets: Array, letters: Tables, words: Lexicon, out: Tables, where: Array, key: Array) -> None:
    """Write the words of all texts, where those of each end, and its key."""
    n = whole(0)
    for t in range(len(offsets) - 1):
        n, key[t] = _one(data, offsets[t], offsets[t + 1], letters, words, out, n)
        where[t + 1] = n
