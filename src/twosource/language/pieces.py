"""Where a paragraph that is too long for one parse is cut: behind a sentence, outside a quotation, where it can be."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from twosource.reading.lines import quoted_stretches

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+")
_WORD_END = re.compile(r"\s+")
EARLIEST = 0.5
"""Share of the limit that a piece has at least, so that a text without a good place to cut is not cut to shreds."""


def pieces(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of ``text[start:end]``, each of ``limit`` characters at most, without a gap between them.

    A cut is made behind the last end of a sentence that stands in no quotation; else behind the last end of a sentence;
    else of a word; else at the limit. Time is linear in the length.
    """
    if end - start <= limit:
        yield start, end
        return
    stretches = quoted_stretches(text[start:end])
    opens = [start + opened for opened, _ in stretches]
    closes = [start + closed for _, closed in stretches]
    while end - start > limit:
        cut = _cut(text, start + max(1, int(limit * EARLIEST)), start + limit, opens, closes)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, first: int, last: int, opens: list[int], closes: list[int]) -> int:
    """Return where in ``text[first:last]`` to cut."""
    ends = list(_SENTENCE_END.finditer(text, first, last))
    for end in reversed(ends):
        around = bisect_right(opens, end.start()) - 1
        if around < 0 or closes[around] < end.end():
            return end.end()
    if ends:
        return ends[-1].end()
    words = list(_WORD_END.finditer(text, first, last))
    if words:
        return words[-1].end()
    return next((at for at in range(last, first, -1) if not unicodedata.combining(text[at])), last)
