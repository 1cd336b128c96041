"""The case: the reports of a run and everything found in them, every span checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass, field, fields, replace
from typing import Any

from twosource.errors import SpanError
from twosource.model.atoms import Span
from twosource.model.findings import (
    Claim,
    Copy,
    Future,
    Passage,
    Silence,
    Source,
    Statement,
    Story,
    Tension,
    Time,
    Variant,
)
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
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    variants: tuple[Variant, ...] = ()
    tensions: tuple[Tension, ...] = ()
    silences: tuple[Silence, ...] = ()
    future: tuple[Future, ...] = ()
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._check(FINDINGS)

    def _check(self, names: Collection[str]) -> None:
        """Check the spans of these findings.

        :raises SpanError: if one does not point at the text that it carries.
        """
        texts = {report.id: report.text for report in self.reports}
        for span in self._spans(names):
            text = texts.get(span.report)
            if text is None or text[span.start : span.end] != span.text:
                raise SpanError(f"span {span.start}:{span.end} does not point at its text in report {span.report!r}")

    def spans(self) -> Iterator[Span]:
        """Yield every span of every finding."""
        return iter(self._spans(FINDINGS))

    def _spans(self, names: Collection[str]) -> list[Span]:
        found: list[Span] = []
        for name in FINDINGS:
            if name in names:
                _gather(getattr(self, name), found)
        return found

    def report(self, id: str) -> Report:
        """Return the report with this id.

        :raises KeyError: if the case has none.
        """
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    def with_(self, **changes: Any) -> Case:
        """Return a copy of the case with these fields changed.

        Only the changed findings are looked at again: the others were checked against the same reports when this case
        was made. With other reports, every finding is.

        :raises SpanError: if any span of the copy does not point at the text that it carries.
        :raises TypeError: if a case has no such field.
        """
        if not changes.keys() <= NAMES - {"reports"}:
            return replace(self, **changes)
        made = copy(self)  # not by the constructor, which would check all findings
        for name, value in changes.items():
            object.__setattr__(made, name, value)
        made._check(changes)
        return made


NAMES = frozenset(entry.name for entry in fields(Case))
"""The fields of a case."""
FINDINGS = ("times", "sources", "statements", "passages", "claims", "variants", "tensions", "silences", "future")
"""The fields of a case that hold findings with spans."""


_PLAIN = (str, int, float, type(None))
"""Types of values that hold no spans: most of what findings are made of."""


def _gather(thing: object, into: list[Span]) -> None:
    if isinstance(thing, Span):
        into.append(thing)
        return
    inner = (
        thing if isinstance(thing, tuple) else (getattr(thing, n) for n in getattr(thing, "__dataclass_fields__", ()))
    )
    for value in inner:
        if not isinstance(value, _PLAIN):
            _gather(value, into)
