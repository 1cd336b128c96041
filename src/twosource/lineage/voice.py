"""Which words of a report are its own voice, and which stand between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.model import READ, Report, Span
from twosource.statements.marks import quotations
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


def voice(report: Report) -> Voice:
    """Return the voice of a report; each line of a part that is read is a paragraph."""
    starts: list[int] = []
    quoted: list[bool] = []
    for part in report.parts:
        if part.kind not in READ:
            continue
        at = part.start
        for line in report.text[part.start : part.end].split("\n"):
            here = words(line)
            flags = np.zeros(len(here), np.bool_)
            offsets = np.array([word.start for word in here], np.int64)
            for quotation in quotations(line):
                if quotation.depth == 0:
                    first, last = np.searchsorted(offsets, (quotation.start, quotation.end))
                    if last - first >= QUOTED_WORDS:
                        flags[first:last] = True
            starts.extend(at + word.start for word in here)
            quoted.extend(flags.tolist())
            at += len(line) + 1
    return Voice(np.array(starts, np.int64), np.array(quoted, np.bool_))
