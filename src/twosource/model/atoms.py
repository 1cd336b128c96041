"""The atoms of every finding: a span of a report, a reason, an id that depends on content alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a report's stored text, with the text that stands there.

    :raises SpanError: if the range is empty, negative, or not as long as its text.
    """

    report: str
    start: int
    end: int
    text: str = field(compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span {self.start}:{self.end} of report {self.report!r} is empty or negative")
        if len(self.text) != self.end - self.start:
            raise SpanError(f"span {self.start}:{self.end} of report {self.report!r} does not fit its text")

    def overlap(self, other: Span) -> int:
        """Return how many code points the two spans share (0 in different reports)."""
        if self.report != other.report:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence behind a decision: what was seen, in words, and how much it counted.

    Where a decision has a score, the weights of its reasons sum to that score.
    """

    signal: str
    detail: str
    weight: float = 0.0


def stable_id(prefix: str, *parts: object) -> str:
    """Return an id that depends on ``parts`` alone: the same input gives the same id in every run and every order."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


def joined(words: Iterable[str]) -> str:
    """Return the words as an English list: "a", "a and b", "a, b and c"."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
