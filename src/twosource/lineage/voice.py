"""Which words of a report are its own voice, and which stand between quotation marks or in a post that it shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.model import READ, Part, Report, Span
from twosource.statements.marks import MARKS, quotations
from twosource.stories.words import words

Numbers = NDArray[np.int64]
Range = tuple[int, int]
"""Words ``first`` … ``last - 1`` of a report."""

QUOTED_WORDS = 4
"""Least words between marks that count as a quotation: fewer are a title, a nickname, a word kept at a distance."""
DATED_CHARACTERS = 40
"""Characters after a post's signature that may be its date."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’ʼ＇](?=[^\W_]))*")
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Categories of marks that belong to the letter before them."""
_SIGNED = re.compile(r"[—–-] ?[^()\n@]{1,60}\(@\w{1,30}\)")
"""How a post that a page shows is signed: "— Selm Harbour (@selmharbour)". The line before it is the post."""


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Where the read words of a report start, in order, and how many of those before each are quoted."""

    starts: Numbers
    before: Numbers

    @property
    def own_words(self) -> int:
        """How many words the report says in its own voice."""
        return len(self.starts) - int(self.before[-1])

    def range(self, start: int, end: int) -> Range:
        """Return which words start in ``start`` … ``end - 1`` of the text."""
        first, last = np.searchsorted(self.starts, (start, end)).tolist()
        return first, last

    def quoted(self, ranges: Iterable[Range]) -> int:
        """Return how many words of the ranges are quoted, each counted once."""
        return sum(int(self.before[last] - self.before[first]) for first, last in merged(ranges))

    def own(self, ranges: Iterable[Range]) -> int:
        """Return how many words of the ranges are the report's own voice, each counted once."""
        return sum(last - first - int(self.before[last] - self.before[first]) for first, last in merged(ranges))

    def quoted_share(self, span: Span) -> float:
        """Return the share of the words in the span that are quoted."""
        first, last = self.range(span.start, span.end)
        return self.quoted(((first, last),)) / (last - first) if last > first else 0.0


def merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """Yield the ranges in order, those that overlap as one."""
    begun: Range | None = None
    for first, last in sorted(ranges):
        if begun is None or first > begun[1]:
            if begun is not None:
                yield begun
            begun = first, last
        else:
            begun = begun[0], max(begun[1], last)
    if begun is not None:
        yield begun


def voices(reports: Iterable[Report]) -> dict[str, Voice]:
    """Return the voice of each report, by its id; copies have one."""
    found: dict[tuple[str, tuple[Part, ...]], Voice] = {}
    of: dict[str, Voice] = {}
    for report in reports:
        same = report.text, report.parts
        if same not in found:
            found[same] = voice(report)
        of[report.id] = found[same]
    return of


def voice(report: Report) -> Voice:
    """Return the voice of a report; each line of a part that is read is a paragraph."""
    starts: list[int] = []
    marked: list[tuple[int, int]] = []
    for part in report.parts:
        if part.kind in READ:
            starts.extend(word_starts(report.text, part.start, part.end))
            marked.extend(_marked(report.text, part))
    return _voice(starts, marked)


def word_starts(text: str, start: int, end: int) -> list[int]:
    """Return where the words of ``text[start:end]`` start: those of :func:`twosource.stories.words.words`.

    Most texts hold no mark that belongs to the letter before it; their words are found by the pattern alone.
    """
    stretch = text[start:end]
    if not stretch.isascii() and any(unicodedata.category(letter) in _JOINED for letter in set(stretch)):
        return [word.start for word in words(text, start, end)]
    return [start + match.start() for match in _WORD.finditer(stretch)]


def _marked(text: str, part: Part) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a part that are another's words: between marks, or in a post that is shown."""
    at = part.start
    for line in text[part.start : part.end].split("\n"):
        signed = _SIGNED.search(line) if "(@" in line else None
        if signed:
            dated = len(line) if len(line) - signed.end() <= DATED_CHARACTERS else signed.end()
            yield at, at + dated
        if not MARKS.isdisjoint(line):
            yield from ((at + q.start, at + q.end) for q in quotations(line) if q.depth == 0)
        at += len(line) + 1


def _voice(starts: Sequence[int], marked: Sequence[tuple[int, int]]) -> Voice:
    offsets = np.array(starts, np.int64)
    first, last = np.searchsorted(offsets, np.array(marked, np.int64).reshape(-1, 2)).T
    long = last - first >= QUOTED_WORDS
    steps = np.zeros(len(offsets) + 1, np.int64)
    np.add.at(steps, first[long], 1)
    np.add.at(steps, last[long], -1)
    return Voice(offsets, np.concatenate(([0], np.cumsum(np.cumsum(steps)[:-1] > 0))))
