"""The case: the reports of a run and everything found in them, every span checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from twosource.errors import SpanError
from twosource.model.atoms import Span
from twosource.model.findings import Claim, Future, Passage, Source, Statement, Story, Tension, Time, Variant
from twosource.model.parse import Paragraph
from twosource.model.report import Report, Skipped
from twosource.options import Options


@dataclass(frozen=True, slots=True)
class Case:
    """The reports of a run and everything found in them. Reports are kept in the order of their ids.

    :raises SpanError: if any span of any finding does not point at the text that it carries.
    """

    reports: tuple[Report, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    options: Options = field(default_factory=Options)
    paragraphs: tuple[Paragraph, ...] = ()
    stories: tuple[Story, ...] = ()
    times: tuple[Time, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    variants: tuple[Variant, ...] = ()
    tensions: tuple[Tension, ...] = ()
    future: tuple[Future, ...] = ()
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        texts = {report.id: report.text for report in self.reports}
        for span in self.spans():
            text = texts.get(span.report)
            if text is None or text[span.start : span.end] != span.text:
                raise SpanError(f"span {span.start}:{span.end} does not point at its text in report {span.report!r}")

    def spans(self) -> Iterator[Span]:
        """Yield every span of every finding."""
        for name in FINDINGS:
            yield from _spans(getattr(self, name))

    def report(self, id: str) -> Report:
        """Return the report with this id.

        :raises KeyError: if the case has none.
        """
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    def with_(self, **changes: Any) -> Case:
        """Return a copy of the case with these fields changed."""
        return replace(self, **changes)


FINDINGS = ("times", "sources", "statements", "passages", "claims", "variants", "tensions", "future")
"""The fields of a case that hold findings with spans."""


def _spans(thing: object) -> Iterator[Span]:
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _spans(item)
    elif hasattr(thing, "__dataclass_fields__"):
        for entry in fields(thing):  # type: ignore[arg-type]  # checked to be a dataclass in the line above
            yield from _spans(getattr(thing, entry.name))
