"""Which words of a report are its own voice, and which stand between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.model import READ, Part, Report, Span
from twosource.statements.marks import MARKS, quotations
from twosource.stories.words import words

Numbers = NDArray[np.int64]

QUOTED_WORDS = 4
"""Least words between marks that count as a quotation: fewer are a title, a nickname, a word kept at a distance."""


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Where the read words of a report start, in order, and which of them stand between quotation marks."""

    starts: Numbers
    quoted: NDArray[np.bool_]

    @property
    def own_words(self) -> int:
        """How many words the report says in its own voice."""
        return int((~self.quoted).sum())

    def own_in(self, span: Span) -> Numbers:
        """Return which words of its own voice start in the span, by number."""
        first, last = self._range(span)
        return first + np.flatnonzero(~self.quoted[first:last])

    def quoted_share(self, span: Span) -> float:
        """Return the share of the words in the span that stand between marks."""
        first, last = self._range(span)
        return float(self.quoted[first:last].mean()) if last > first else 0.0

    def _range(self, span: Span) -> tuple[int, int]:
        first, last = np.searchsorted(self.starts, (span.start, span.end))
        return int(first), int(last)


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
            starts.extend(word.start for word in words(report.text, part.start, part.end))
            at = part.start
            for line in report.text[part.start : part.end].split("\n"):
                if not MARKS.isdisjoint(line):
                    marked.extend((at + q.start, at + q.end) for q in quotations(line) if q.depth == 0)
                at += len(line) + 1
    offsets = np.array(starts, np.int64)
    first, last = np.searchsorted(offsets, np.array(marked, np.int64).reshape(-1, 2)).T
    long = last - first >= QUOTED_WORDS
    steps = np.zeros(len(offsets) + 1, np.int64)
    np.add.at(steps, first[long], 1)
    np.add.at(steps, last[long], -1)
    return Voice(offsets, np.cumsum(steps)[:-1] > 0)
