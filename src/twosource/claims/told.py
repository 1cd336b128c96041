"""What each report tells, piece by piece, ready to be compared over the reports of a story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from twosource.claims.pieces import pieces
from twosource.language.encoder import Encoder, MiniLm, Vectors
from twosource.likeness import Unit, unit, with_vectors
from twosource.likeness.names import key
from twosource.model import Case, Paragraph, PartKind, Source, Span, Stance, Statement

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
    """A piece as it is compared: its unit, its part of the report, its statement, and what it points back to.

    ``before`` is the vector of the sentence before, set only where the piece points back to it.
    """

    unit: Unit
    part: PartKind
    statement: Statement | None
    before: Vectors | None = None

    @property
    def span(self) -> Span:
        """The piece itself."""
        return self.unit.span

    @property
    def report(self) -> str:
        """The id of the report that tells it."""
        return self.unit.span.report

    @property
    def stance(self) -> Stance:
        """The stance of its statement; the report's own voice asserts."""
        return self.statement.stance if self.statement else Stance.ASSERTED

    @property
    def speaker(self) -> str | None:
        """The innermost source of its chain; None in the report's own voice, or where the speaker is not known."""
        return self.unit.speakers[-1] if self.unit.speakers else None


def told(case: Case, reports: Sequence[str], encoder: Encoder | None = None) -> tuple[Told, ...]:
    """Return what the reports tell, in the order of the reports and their texts; of each the first ``share`` pieces.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found = tuple(item for id in reports for item in islice(_of_report(case, id), share(len(reports))))
    units = with_vectors((item.unit for item, _ in found), encoder)
    pointed = tuple(dict.fromkeys(text for _, text in found if text))
    vectors = dict(zip(pointed, (encoder or MiniLm()).encode(pointed), strict=True))
    return tuple(
        replace(item, unit=read, before=vectors.get(text)) for (item, text), read in zip(found, units, strict=True)
    )


def repeats(items: Sequence[Told]) -> tuple[tuple[Told, ...], ...]:
    """Return the pieces with those that repeat them word for word, told by the same: each group is judged once."""
    groups: dict[Hashable, list[Told]] = {}
    for number, item in enumerate(items):
        parties = tuple(name.key for party in (item.unit.agent, item.unit.patient) for name in party.names)
        alone = number if item.before is not None or not item.unit.words else None
        groups.setdefault((item.unit.words, item.speaker, item.stance, parties, alone), []).append(item)
    return tuple(tuple(group) for group in groups.values())


def _of_report(case: Case, id: str) -> Iterator[tuple[Told, str]]:
    """Yield each piece of a report with the sentence that it points back to ("" where it stands for itself)."""
    report = case.report(id)
    statements = [statement for statement in case.statements if statement.report == id]
    known = identities(case.sources)
    before = ""
    paragraphs = [paragraph for paragraph in case.paragraphs if paragraph.report == id]
    for paragraph, here in zip(paragraphs, _by_paragraph(paragraphs, statements), strict=True):
        for piece in pieces(report, paragraph, here):
            speakers = piece.statement.chain if piece.statement else ()
            read = unit(paragraph, piece.span, speakers, known)
            context = _sentence_before(paragraph, piece.span) or before if piece.points_back else ""
            yield Told(read, paragraph.part, piece.statement), context
        before = _last_sentence(paragraph)


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
