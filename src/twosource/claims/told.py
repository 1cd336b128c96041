"""What each report tells, piece by piece, ready to be compared over the reports of a story.

A paragraph is read once, however many reports carry it, and what is told in one wording is judged once
(:func:`repeats`): two hundred copies of a report cost little more than the report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from twosource.claims.pieces import pieces
from twosource.language.encoder import Encoder, MiniLm, Vectors
from twosource.likeness import Unit, unit, with_vectors
from twosource.likeness.names import key
from twosource.model import Case, Paragraph, PartKind, Source, SourceType, Span, Stance, Statement

PIECES = 6_000
"""Pieces of one story that are compared; 60 reports of 600 words have 2,000. Above it, each report has its
share."""
LEAST_SHARE = 100
"""Pieces of a report that are compared however many reports there are; a report of 600 words has 35."""


def share(reports: int) -> int:
    """Return how many pieces of each report are compared in a story of so many reports."""
    return max(PIECES // max(reports, 1), LEAST_SHARE)


@dataclass(frozen=True, slots=True)
class Told:
    """A piece as it is compared: its place, its unit, its part of the report, its statement, what it points back to.

    ``unit`` is one and the same for all copies of a paragraph; its own span and speakers are those of the first of
    them. ``before`` is the vector of the sentence before, set only where the piece points back to it.
    """

    span: Span
    unit: Unit
    part: PartKind
    statement: Statement | None
    before: Vectors | None = None

    @property
    def report(self) -> str:
        """The id of the report that tells it."""
        return self.span.report

    @property
    def stance(self) -> Stance:
        """The stance of its statement; the report's own voice asserts."""
        return self.statement.stance if self.statement else Stance.ASSERTED

    @property
    def speaker(self) -> str | None:
        """The innermost source of its chain; None in the report's own voice, or where the speaker is not known.

        An official without a name is one and the same in all copies of a paragraph: the one of the first copy.
        """
        return self.unit.speakers[-1] if self.unit.speakers else None


class _Piece(NamedTuple):
    """A piece where it stands, and as it stands in the first copy of its paragraph; ``context``: what it points to."""

    first: _Read
    paragraph: Paragraph
    statement: Statement | None
    context: str


def told(case: Case, reports: Sequence[str], encoder: Encoder | None = None) -> tuple[Told, ...]:
    """Return what the reports tell, in the order of the reports and their texts; of each the first ``share`` pieces.

    :raises ModelError: if the encoder cannot be loaded.
    """
    reader = _Reader(case)
    found = [piece for id in reports for piece in islice(reader.pieces(id), share(len(reports)))]
    distinct = tuple(dict.fromkeys(piece.first for piece in found))
    units = dict(zip(distinct, with_vectors((first.unit for first in distinct), encoder), strict=True))
    pointed = tuple(dict.fromkeys(piece.context for piece in found if piece.context))
    vectors = dict(zip(pointed, (encoder or MiniLm()).encode(pointed), strict=True))
    return tuple(
        Told(first.span_in(paragraph), units[first], paragraph.part, statement, vectors.get(context))
        for first, paragraph, statement, context in found
    )


def repeats(items: Sequence[Told]) -> tuple[tuple[Told, ...], ...]:
    """Return the pieces with those that repeat them word for word, told by the same: each group is judged once."""
    groups: dict[Hashable, list[Told]] = {}
    for number, item in enumerate(items):
        parties = tuple(name.key for party in (item.unit.agent, item.unit.patient) for name in party.names)
        alone = number if item.before is not None or not item.unit.words else None
        groups.setdefault((item.unit.words, item.speaker, item.stance, parties, alone), []).append(item)
    return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A piece of a distinct paragraph, read where the paragraph stands first.

    ``start`` counts from the start of the paragraph. ``statement`` is the number of its statement among those of the
    paragraph (None: the report's own voice). ``before`` is the sentence before it in the paragraph, "" for none.
    """

    unit: Unit
    start: int
    statement: int | None
    points_back: bool
    before: str

    def span_in(self, paragraph: Paragraph) -> Span:
        """Return the place of the piece in a copy of its paragraph."""
        start, text = paragraph.start + self.start, self.unit.span.text
        return Span(paragraph.report, start, start + len(text), text)


class _Reader:
    """Reads the paragraphs of a case, each distinct one once: its text, and the statements that stand in it."""

    def __init__(self, case: Case) -> None:
        self._reports = {report.id: report for report in case.reports}
        self._known = identities(case.sources)
        self._names = {source.id: source.name for source in case.sources}
        self._persons = {source.id: source.name for source in case.sources if source.type is SourceType.PERSON}
        self._read: dict[Hashable, tuple[_Read, ...]] = {}
        self._paragraphs: dict[str, list[Paragraph]] = {report: [] for report in self._reports}
        self._statements: dict[str, list[Statement]] = {report: [] for report in self._reports}
        for paragraph in case.paragraphs:
            self._paragraphs[paragraph.report].append(paragraph)
        for statement in case.statements:
            self._statements[statement.report].append(statement)

    def pieces(self, id: str) -> Iterator[_Piece]:
        """Yield the pieces of a report in the order of its text."""
        before = ""
        paragraphs = self._paragraphs[id]
        for paragraph, here in zip(paragraphs, _by_paragraph(paragraphs, self._statements[id]), strict=True):
            for first in self._first(paragraph, here):
                statement = None if first.statement is None else here[first.statement]
                yield _Piece(first, paragraph, statement, (first.before or before) if first.points_back else "")
            before = _last_sentence(paragraph)

    def _first(self, paragraph: Paragraph, here: Sequence[Statement]) -> tuple[_Read, ...]:
        """Return the pieces of a paragraph as they were read where it stood first, with the same statements in it."""
        told = tuple(self._shape(statement, paragraph.start) for statement in here)
        same = id(paragraph.parse), paragraph.part, told
        if same not in self._read:
            self._read[same] = tuple(self._pieces(paragraph, here))
        return self._read[same]

    def _pieces(self, paragraph: Paragraph, here: Sequence[Statement]) -> Iterator[_Read]:
        number = {statement.id: n for n, statement in enumerate(here)}
        for piece in pieces(self._reports[paragraph.report], paragraph, here):
            statement = piece.statement
            chain = statement.chain if statement else ()
            yield _Read(
                unit(paragraph, piece.span, chain, self._known, self._persons.get(chain[-1], "") if chain else ""),
                piece.span.start - paragraph.start,
                number[statement.id] if statement else None,
                piece.points_back,
                _sentence_before(paragraph, piece.span),
            )

    def _shape(self, statement: Statement, start: int) -> Hashable:
        """Return what a paragraph that starts there is read by: where a statement stands in it, and who is named."""
        parts = (*statement.content, statement.cue, statement.source)
        places = tuple((part.start - start, part.end - start) if part else None for part in parts)
        return places, tuple(self._names.get(source, source) for source in statement.chain)


def _by_paragraph(paragraphs: Sequence[Paragraph], statements: Sequence[Statement]) -> list[list[Statement]]:
    """Return for each paragraph, in the order of the text, the statements with content in it."""
    starts = [paragraph.start for paragraph in paragraphs]
    found: list[list[Statement]] = [[] for _ in paragraphs]
    for statement in statements:
        for number in dict.fromkeys(bisect_right(starts, span.start) - 1 for span in statement.content):
            if number >= 0:
                found[number].append(statement)
    return found


def _sentence_before(paragraph: Paragraph, span: Span) -> str:
    ended = [s for s in paragraph.parse.sentences if paragraph.start + s.end <= span.start]
    return paragraph.parse.text[ended[-1].start : ended[-1].end] if ended else ""


def _last_sentence(paragraph: Paragraph) -> str:
    sentences = paragraph.parse.sentences
    return paragraph.parse.text[sentences[-1].start : sentences[-1].end] if sentences else ""


def identities(sources: Sequence[Source]) -> Mapping[tuple[str, ...], str]:
    """Return the source that each name means, left out where two sources share the name."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for source in sources:
        for variant in (source.name, *source.variants):
            if variant[:1].isupper() or any(c.isupper() for c in variant):
                owners.setdefault(key(variant.split()), set()).add(source.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if name and len(ids) == 1}
