"""What each report tells, piece by piece, ready to be compared over the reports of a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.claims.pieces import pieces
from twosource.language.encoder import Encoder, MiniLm, Vectors
from twosource.likeness import Unit, unit, with_vectors
from twosource.likeness.names import key
from twosource.model import Case, Paragraph, PartKind, Source, Span, Statement


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
    def speaker(self) -> str | None:
        """The innermost source of its chain; None in the report's own voice, or where the speaker is not known."""
        return self.unit.speakers[-1] if self.unit.speakers else None


def told(case: Case, reports: Sequence[str], encoder: Encoder | None = None) -> tuple[Told, ...]:
    """Return what the reports tell, in the order of the reports and their texts.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found = tuple(item for id in reports for item in _of_report(case, id))
    units = with_vectors((item.unit for item, _ in found), encoder)
    pointed = tuple(dict.fromkeys(text for _, text in found if text))
    vectors = dict(zip(pointed, (encoder or MiniLm()).encode(pointed), strict=True))
    return tuple(
        replace(item, unit=read, before=vectors.get(text)) for (item, text), read in zip(found, units, strict=True)
    )


def _of_report(case: Case, id: str) -> Iterator[tuple[Told, str]]:
    """Yield each piece of a report with the sentence that it points back to ("" where it stands for itself)."""
    report = case.report(id)
    statements = [statement for statement in case.statements if statement.report == id]
    known = identities(case.sources)
    before = ""
    for paragraph in case.paragraphs:
        if paragraph.report != id:
            continue
        for piece in pieces(report, paragraph, statements):
            speakers = piece.statement.chain if piece.statement else ()
            read = unit(paragraph, piece.span, speakers, known)
            context = _sentence_before(paragraph, piece.span) or before if piece.points_back else ""
            yield Told(read, paragraph.part, piece.statement), context
        before = _last_sentence(paragraph)


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
