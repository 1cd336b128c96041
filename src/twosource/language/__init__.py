"""A text read once: paragraphs with their sentences, grammar and names.

A paragraph is parsed once, however many reports carry it: the parse belongs to the text, its place to the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.parser import Parser, SpacyParser
from twosource.language.pieces import pieces
from twosource.language.unseen import restored, seen
from twosource.model import READ, Case, Paragraph, Parse, PartKind, Report


def language(case: Case, parser: Parser | None = None) -> Case:
    """Parse every paragraph of the parts that are read, each distinct text once; English reports only.

    Characters that nobody sees (:mod:`twosource.language.unseen`) are in the text of a parse, but not in its words.
    """
    limit = case.options.limits.paragraph_characters
    places = [
        (report.id, start, end, kind)
        for report in case.reports
        if report.language in (None, "en")
        for start, end, kind in _paragraphs(report, limit)
    ]
    texts = {report.id: report.text for report in case.reports}
    distinct = dict.fromkeys(texts[report][start:end] for report, start, end, _ in places)
    parsed = (parser or SpacyParser()).parse(seen(text) for text in distinct)
    parses: dict[str, Parse] = {text: restored(parse, text) for text, parse in zip(distinct, parsed, strict=True)}
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
        for start, end in pieces(report.text, part.start, part.end, limit):
            piece = report.text[start:end]
            if seen(piece).strip():
                begin = start + len(piece) - len(piece.lstrip())
                yield begin, start + len(piece.rstrip()), part.kind
