"""Where a shared stretch starts and ends: at the edge of a sentence or clause that it covers most of.

Compiled functions over the words of two texts. ``sides`` are where the words of one text start and stop in the arrays
of the batch, and those of the other; a *region* is four numbers: words from and to of the one, from and to of the
other. ``mates`` hold by word of the one the word of the other that answers to it, -1 for none, and the reverse.
"""

from __future__ import annotations

from twosource.passages.compiled import Array, compiled, whole
from twosource.passages.telling import CLOSED, CONTENT, ENDS_CLOSED, OPENED, PARAGRAPH, PHRASE, SENTENCE

MOST = 0.6
"""Share of the weight of a sentence or clause that must be shared for the stretch to take in the whole of it."""
MISSING_IN_SENTENCE = 3
MISSING_IN_CLAUSE = 7
MISSING_SHARE = 0.35
"""Words, and part of the stretch's length, that may be missing to the edge of the sentence or clause it stands in."""
SCRAP_WORDS = 5
"""A piece of a sentence of fewer words at the edge of a longer stretch is cut off: "The minister" begins many."""
LONG_SENTENCE = 120
"""Words after which a sentence is not followed to its edge: no news sentence is as long, but hostile text is."""

Sides = tuple[int, int, int, int]
Region = tuple[int, int, int, int]
Words = tuple[Array, Array, Array]
"""By word its code, what is noted of it, how much it tells."""
Mates = tuple[Array, Array]

_EDGE = PARAGRAPH | SENTENCE | PHRASE


@compiled
def starts(marks: Array, first: int, stop: int, word: int, kind: int) -> bool:
    """Return whether a paragraph, sentence or clause (``kind``) starts before a word, or the text ends there."""
    return first + word >= stop or whole(marks[first + word]) & kind != 0


@compiled
def before(marks: Array, first: int, stop: int, word: int, kind: int) -> int:
    """Return the last start of this kind up to a word, or the word where that is too far away."""
    for k in range(word, max(word - LONG_SENTENCE, 0) - 1, -1):
        if starts(marks, first, stop, k, kind):
            return k
    return word


@compiled
def after(marks: Array, first: int, stop: int, word: int, kind: int) -> int:
    """Return the first start of this kind from a word on, or the word where that is too far away."""
    for k in range(word, min(word + LONG_SENTENCE, stop - first + 1)):
        if starts(marks, first, stop, k, kind):
            return k
    return word


@compiled
def wide(marks: Array, sides: Sides, region: Region) -> Region:
    """Return the region with the whole of the sentences that it starts and ends in."""
    first, stop, second, end = sides
    return (
        before(marks, first, stop, region[0], whole(SENTENCE)),
        after(marks, first, stop, region[1], whole(SENTENCE)),
        before(marks, second, end, region[2], whole(SENTENCE)),
        after(marks, second, end, region[3], whole(SENTENCE)),
    )


@compiled
def _covered(told: Array, mate: Array, first: int, start: int, end: int) -> float:
    """Return the share of the weight of words ``start`` … ``end - 1`` that is shared."""
    shared, total = whole(0), whole(0)
    for k in range(start, end):
        total += told[first + k]
        if mate[k] >= 0:
            shared += told[first + k]
    return shared / total if total else 0.0


@compiled
def _few(missing: int, most: int, region: Region) -> bool:
    return missing <= min(float(most), MISSING_SHARE * min(region[1] - region[0], region[3] - region[2]))


@compiled
def _grown_start(
    words: Words, sides: Sides, mates: Mates, region: Region, kind: int, missing: int
) -> tuple[bool, int, int]:
    """Return whether the region covers most of the sentences, or clauses, that it starts in, and where they start."""
    _, marks, told = words
    first, stop, second, end = sides
    i, j = region[0], region[2]
    p, q = before(marks, first, stop, i, kind), before(marks, second, end, j, kind)
    here = _covered(told, mates[0], first, p, after(marks, first, stop, i + 1, kind))
    there = _covered(told, mates[1], second, q, after(marks, second, end, j + 1, kind))
    return min(here, there) >= MOST or _few(max(i - p, j - q), missing, region), p, q


@compiled
def _grown_end(
    words: Words, sides: Sides, mates: Mates, region: Region, kind: int, missing: int
) -> tuple[bool, int, int]:
    """Return whether the region covers most of the sentences, or clauses, that it ends in, and where they end."""
    _, marks, told = words
    first, stop, second, end = sides
    i, j = region[1], region[3]
    p, q = after(marks, first, stop, i, kind), after(marks, second, end, j, kind)
    here = _covered(told, mates[0], first, before(marks, first, stop, i - 1, kind), p)
    there = _covered(told, mates[1], second, before(marks, second, end, j - 1, kind), q)
    return min(here, there) >= MOST or _few(max(p - i, q - j), missing, region), p, q


@compiled
def _sentence_at(marks: Array, sides: Sides, mates: Mates, region: Region, i: int) -> int:
    """Return the word that answers to ``i`` if both lie within the region and a sentence starts there, else -1."""
    first, stop, second, end = sides
    j = whole(mates[0][i])
    if i <= region[0] or j <= region[2] or j >= region[3]:
        return -1
    new = starts(marks, first, stop, i, whole(SENTENCE)) or starts(marks, second, end, j, whole(SENTENCE))
    return j if new else -1


@compiled
def _past_scrap(marks: Array, sides: Sides, mates: Mates, region: Region) -> tuple[int, int]:
    """Return where the region starts without a scrap of a sentence that ends in it."""
    for i in range(region[0], min(region[0] + SCRAP_WORDS, region[1])):
        j = _sentence_at(marks, sides, mates, region, i)
        if j >= 0:
            return i, j
    return region[0], region[2]


@compiled
def _before_scrap(marks: Array, sides: Sides, mates: Mates, region: Region) -> tuple[int, int]:
    """Return where the region ends without a scrap of a sentence that starts in it."""
    for i in range(region[1] - 1, max(region[1] - SCRAP_WORDS, region[0] - 1), -1):
        j = _sentence_at(marks, sides, mates, region, i)
        if j >= 0:
            return i, j
    return region[1], region[3]


@compiled
def _sought(step: int) -> tuple[int, int]:
    """Return the edge that is looked for, first that of a sentence, and the words that may be missing to it."""
    if step == 0:
        return whole(SENTENCE), whole(MISSING_IN_SENTENCE)
    return whole(PHRASE), whole(MISSING_IN_CLAUSE)


@compiled
def _start(words: Words, sides: Sides, mates: Mates, region: Region) -> tuple[int, int]:
    marks = words[1]
    if marks[sides[0] + region[0]] & OPENED and marks[sides[2] + region[2]] & OPENED:
        return region[0], region[2]  # what is quoted is shared; who says so, and how, need not be
    cut = _past_scrap(marks, sides, mates, region)
    for step in range(2 if cut[0] == region[0] and cut[1] == region[2] else 1):
        grown, p, q = _grown_start(words, sides, mates, region, *_sought(step))
        if grown:
            return p, q
    return cut


@compiled
def _closes(marks: Array, first: int, stop: int, word: int) -> bool:
    """Return whether a quotation mark closes before a word, or after the last."""
    if first + word < stop:
        return whole(marks[first + word]) & CLOSED != 0
    return whole(marks[stop - 1]) & ENDS_CLOSED != 0


@compiled
def _end(words: Words, sides: Sides, mates: Mates, region: Region) -> tuple[int, int]:
    marks = words[1]
    if _closes(marks, sides[0], sides[1], region[1]) and _closes(marks, sides[2], sides[3], region[3]):
        return region[1], region[3]
    cut = _before_scrap(marks, sides, mates, region)
    for step in range(2 if cut[0] == region[1] and cut[1] == region[3] else 1):
        grown, p, q = _grown_end(words, sides, mates, region, *_sought(step))
        if grown:
            return p, q
    return cut


@compiled
def _dangles(words: Words, sides: Sides, i: int, j: int) -> bool:
    code, marks, _ = words
    return not marks[sides[0] + i] & CONTENT and code[sides[0] + i] == code[sides[2] + j]


@compiled
def edges(words: Words, sides: Sides, mates: Mates, region: Region) -> Region:
    """Return the region with its edges set; it is empty if nothing is left of it.

    Each edge moves out to that of the sentence, else of the clause, where most of it is shared in both texts; else a
    scrap of a further sentence is cut off; and function words that dangle are ("… of the").
    """
    marks = words[1]
    start, other_start = _start(words, sides, mates, region)
    end, other_end = _end(words, sides, mates, region)
    while start < end and other_start < other_end:
        if starts(marks, sides[0], sides[1], start, whole(_EDGE)) or not _dangles(words, sides, start, other_start):
            break
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end:
        if starts(marks, sides[0], sides[1], end, whole(_EDGE)) or not _dangles(words, sides, end - 1, other_end - 1):
            break
        end, other_end = end - 1, other_end - 1
    return start, end, other_start, other_end
