"""A text read once: paragraphs with their sentences, grammar and names.

A paragraph is parsed once, however many reports carry it: the parse belongs to the text, its place to the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.parser import Parser, SpacyParser
from twosource.model import READ, Case, Paragraph, Parse, PartKind, Report


def language(case: Case, parser: Parser | None = None) -> Case:
    """Parse every paragraph of the parts that are read, each distinct text once; English reports only."""
    limit = case.options.limits.paragraph_characters
    places = [
        (report.id, start, end, kind)
        for report in case.reports
        if report.language in (None, "en")
        for start, end, kind in _paragraphs(report, limit)
    ]
    texts = {report.id: report.text for report in case.reports}
    distinct = dict.fromkeys(texts[report][start:end] for report, start, end, _ in places)
    parses: dict[str, Parse] = dict(zip(distinct, (parser or SpacyParser()).parse(distinct), strict=True))
    return case.with_(
        paragraphs=tuple(
            Paragraph(report, start, kind, parses[texts[report][start:end]]) for report, start, end, kind in places
        )
    )


def _paragraphs(report: Report, limit: int) -> Iterator[tuple[int, int, PartKind]]:
    """Yield start, end and kind of each paragraph: a part that is read, cut where it is over the limit."""
    for part in report.parts:
        if part.kind not in READ:
            continue
        start = part.start
        while start < part.end:
            end = part.end
            if end - start > limit:
                gap = report.text.rfind(" ", start + 1, start + limit)
                end = gap if gap > start else start + limit
            stripped = report.text[start:end].strip()
            if stripped:
                begin = start + report.text[start:end].index(stripped)
                yield begin, begin + len(stripped), part.kind
            start = end
