"""A report as read, its parts, and the inputs that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.errors import SpanError
from twosource.model.atoms import Span
from twosource.model.enums import PartKind


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report's stored text of one kind, and why it was taken for that."""

    kind: PartKind
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published piece by one outlet, as read.

    ``text`` is the stored text that every offset counts in; for a plain-text input it is the decoded file, unchanged.
    ``published`` and ``updated`` are ISO 8601 (a date, or a date and time) or None where the report does not say.
    ``notes`` says what the reader should know of the reading: the encoding and how it was decided, text that may be
    missing.

    :raises SpanError: if the parts are not in order, overlap, or leave the text.
    """

    id: str
    file: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for part in self.parts:
            if not last <= part.start < part.end <= len(self.text):
                raise SpanError(
                    f"part {part.kind} {part.start}:{part.end} of report {self.id!r} overlaps or leaves the text"
                )
            last = part.end

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]``.

        :raises SpanError: if the range is empty or leaves the text.
        """
        if end > len(self.text):
            raise SpanError(f"span {start}:{end} leaves report {self.id!r} of {len(self.text)} characters")
        return Span(self.id, start, end, self.text[start:end] if 0 <= start < end else "")

    @property
    def date(self) -> str | None:
        """The report's own date, ``YYYY-MM-DD``: of publication, else of its last update."""
        stamp = self.published or self.updated
        return stamp[:10] if stamp else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a part of one, that could not be read: a finding, never a silence."""

    file: str
    code: str
    reason: str
