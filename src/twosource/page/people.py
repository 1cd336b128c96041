"""Who said what: each source with its names, its statements report by report, and what it passed on."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.export.certainty import Certainty, certainty
from twosource.export.words import count, stance_in_words
from twosource.model import Source, Statement
from twosource.page.book import Book, Number, Step, Tag, Why
from twosource.page.phrases import KIND, KIND_LETTER, verb


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as the page shows it."""

    number: Number
    place: str
    letter: str
    kind: str
    does: str
    verb: str
    texts: tuple[str, ...]
    through: tuple[Step, ...]
    inside: Number | None
    to: Step | None
    when: str | None
    certainty: Certainty
    confidence: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as the page shows it; without ``source`` those statements whose source is not named."""

    anchor: str
    name: str
    type: str
    variants: tuple[str, ...]
    members: tuple[Step, ...]
    told: str
    statements: tuple[tuple[Tag, tuple[StatementView, ...]], ...]
    passed_on: tuple[Number, ...]
    mentions: tuple[tuple[Tag, int], ...]
    why: tuple[Why, ...]


def speakers(book: Book) -> tuple[SourceView, ...]:
    """Return the sources that say or pass on something: those in most reports first, the unnamed last."""
    said: dict[str | None, list[Statement]] = {}
    passed: dict[str, list[Statement]] = {}
    for statement in book.case.statements:
        said.setdefault(statement.chain[-1] if statement.chain else None, []).append(statement)
        for id in statement.chain[:-1]:
            passed.setdefault(id, []).append(statement)
    active = [source for source in book.case.sources if source.id in said or source.id in passed]

    def rank(source: Source) -> tuple[int, int, str]:
        all_of = [*said.get(source.id, ()), *passed.get(source.id, ())]
        return -len({it.report for it in all_of}), -len(all_of), source.id

    views = [_source(book, it, said.get(it.id, []), passed.get(it.id, [])) for it in sorted(active, key=rank)]
    if None in said:
        views.append(
            SourceView("s0", "source not named", "", (), (), _told(said[None], []), _grouped(book, said[None]),
                       (), (), ())
        )  # fmt: skip
    return tuple(views)


def quiet_sources(book: Book) -> tuple[SourceView, ...]:
    """Return the sources that are named and joined, but that no statement comes from."""
    active = {id for statement in book.case.statements for id in statement.chain}
    return tuple(_source(book, it, [], []) for it in book.case.sources if it.id not in active)


def _source(book: Book, source: Source, said: list[Statement], passed: list[Statement]) -> SourceView:
    places = [place.report for place in source.mentions]
    return SourceView(
        anchor=book.source_anchor(source.id),
        name=source.name,
        type=str(source.type),
        variants=tuple(name for name in source.variants if name != source.name),
        members=tuple(book.source_step(id) for id in source.members),
        told=_told(said, passed),
        statements=_grouped(book, said),
        passed_on=tuple(book.number("statement", it.id) for it in passed),
        mentions=tuple((book.tags[report], places.count(report)) for report in dict.fromkeys(places)),
        why=book.whys(source.reasons),
    )


def _told(said: list[Statement], passed: list[Statement]) -> str:
    reports = len({it.report for it in (*said, *passed)})
    told = count(len(said), "statement") if said or not passed else "passes on what others say"
    return f"{told} in {count(reports, 'report')}"


def _grouped(book: Book, statements: list[Statement]) -> tuple[tuple[Tag, tuple[StatementView, ...]], ...]:
    groups = []
    for report, tag in book.tags.items():
        own = sorted((it for it in statements if it.report == report), key=lambda it: (it.start, -it.end))
        if own:
            groups.append((tag, tuple(statement_view(book, it) for it in own)))
    return tuple(groups)


def statement_view(book: Book, statement: Statement) -> StatementView:
    """Return one statement as the page shows it."""
    number = book.number("statement", statement.id)
    return StatementView(
        number=number,
        place=f"#{number.place(0)}",
        letter=KIND_LETTER[statement.kind],
        kind=KIND[statement.kind],
        does=stance_in_words(statement, statement.content[0]),
        verb=verb(statement),
        texts=tuple(span.text for span in statement.content),
        through=book.steps(statement.chain[:-1]),
        inside=book.number("statement", statement.parent) if statement.parent in book.statements else None,
        to=book.source_step(statement.addressee) if statement.addressee else None,
        when=statement.when,
        certainty=certainty(statement),
        confidence=f"{statement.confidence:.2f}",
        why=book.whys(statement.reasons),
    )
