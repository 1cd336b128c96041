"""Claims on the page: the table of claims by reports, and each claim with its wordings and origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.export.words import count, cut, origin_names, origins_in_words
from twosource.model import Claim, Mention, Origin, Relation, Report
from twosource.page.book import Book, Number, Step, Tag, Why, whys
from twosource.page.graph import Graph, graph
from twosource.page.phrases import RELATION
from twosource.page.wording import Piece, compared, plain

SAYS, REPEATS, DIFFERS, SILENT = "says", "repeats", "differs", "not mentioned"
SYMBOL = {SAYS: "●", REPEATS: "◐", DIFFERS: "≠", SILENT: "–"}

ROW_LENGTH = 140
"""Characters of a claim in the table; the whole text stands with the claim."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report does with one claim: the state in words and as a sign, where to read it, and through whom."""

    tag: Tag
    state: str
    symbol: str
    href: str | None
    via: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One mention of a claim, with the words that stand here only."""

    tag: Tag
    anchor: str
    pieces: tuple[Piece, ...]
    relation: str
    path: tuple[Step, ...]
    named: str
    statement: Number | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin of a claim: its name, its path, the places that rest on it, and what joined or separated it."""

    name: Step
    path: tuple[str, ...]
    places: tuple[tuple[Tag, str], ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as the page shows it."""

    id: str
    number: Number
    text: str
    short: str
    language: str | None
    told: str
    origins_words: str
    origin_names: tuple[str, ...]
    single: bool
    undecided: bool
    cells: tuple[Cell, ...]
    wordings: tuple[Wording, ...]
    origins: tuple[OriginView, ...]
    silent: tuple[Tag, ...]
    graph: Graph | None
    why: tuple[Why, ...]


def shared_claims(book: Book) -> tuple[ClaimView, ...]:
    """Return the claims of two or more reports, those of most reports first."""
    return tuple(_claim(book, claim) for claim in book.shared)


def single_claims(book: Book) -> tuple[tuple[Tag, tuple[ClaimView, ...]], ...]:
    """Return what only one report tells, report by report; a report that tells nothing alone is left out."""
    groups = []
    for report, tag in book.tags.items():
        own = tuple(_claim(book, claim) for claim in book.alone if claim.reports[0] == report)
        if own:
            groups.append((tag, own))
    return tuple(groups)


def _claim(book: Book, claim: Claim) -> ClaimView:
    base = _base(claim)
    return ClaimView(
        id=claim.id,
        number=book.number("claim", claim.id),
        text=claim.text.rstrip(" ,;"),
        short=cut(claim.text, ROW_LENGTH),
        language=book.tags[claim.mentions[base].span.report].language,
        told=f"told in {count(len(claim.reports), 'report')}",
        origins_words=origins_in_words(claim),
        origin_names=origin_names(book.case, claim),
        single=claim.most_origins == 1,
        undecided=claim.most_origins > claim.independent_origins,
        cells=tuple(_cell(book, claim, report) for report in book.case.reports) if len(claim.reports) > 1 else (),
        wordings=tuple(_wordings(book, claim, base)),
        origins=tuple(_origin(book, claim, origin) for origin in claim.origins),
        silent=tuple(book.tags[report] for report in claim.silent),
        graph=graph(book, claim),
        why=whys(claim.reasons),
    )


def _base(claim: Claim) -> int:
    """Return which mention the others are compared with: the one that gave the claim its words, else the first."""
    same = (index for index, mention in enumerate(claim.mentions) if mention.span.text == claim.text)
    return next(same, 0)


def _cell(book: Book, claim: Claim, report: Report) -> Cell:
    """Say what a report does with a claim.

    "Repeats" means that what it tells rests on the same origin as another report's mention, whoever was first.
    """
    tag = book.tags[report.id]
    here = [index for index, mention in enumerate(claim.mentions) if mention.span.report == report.id]
    if not here:
        return Cell(tag, SILENT, SYMBOL[SILENT], None, "")
    origins = [origin for origin in claim.origins if set(here) & set(origin.mentions)]
    state = SAYS
    if any(claim.mentions[index].relation is Relation.DETAIL_DIFFERS for index in here):
        state = DIFFERS
    elif any(claim.mentions[other].span.report != report.id for origin in origins for other in origin.mentions):
        state = REPEATS
    via = ", ".join(dict.fromkeys(book.name(it.source) for it in origins))
    return Cell(tag, state, SYMBOL[state], f"#{book.number('claim', claim.id).place(here[0])}", via)


def _wordings(book: Book, claim: Claim, base: int) -> Iterator[Wording]:
    number = book.number("claim", claim.id)
    words = claim.mentions[base].span.text
    order = [base, *(index for index in range(len(claim.mentions)) if index != base)]
    for index in order:
        mention = claim.mentions[index]
        pieces = plain(words)
        relation = "the others are compared with it" if len(order) > 1 else ""
        if index != base:
            pieces = compared(words, mention.span.text)[1]
            relation = RELATION[mention.relation]
        chain = book.mention_chain(mention)
        yield Wording(
            tag=book.tags[mention.span.report],
            anchor=f"#{number.place(index)}",
            pieces=pieces,
            relation=relation,
            path=book.path(mention.span.report, chain),
            named="source named" if chain else "source not named",
            statement=_statement_number(book, mention),
        )


def _statement_number(book: Book, mention: Mention) -> Number | None:
    return book.number("statement", mention.statement) if mention.statement in book.statements else None


def _origin(book: Book, claim: Claim, origin: Origin) -> OriginView:
    number = book.number("claim", claim.id)
    places = tuple((book.tags[claim.mentions[it].span.report], f"#{number.place(it)}") for it in origin.mentions)
    own = "the report’s own account" if len({tag.id for tag, _ in places}) == 1 else "the reports’ own account"
    name = book.source_step(origin.source) if origin.source else Step(own)
    return OriginView(name, origin.path, places, whys(origin.reasons))
