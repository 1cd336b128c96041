"""Claims on the page: the table of claims by reports, and each claim with its wordings and origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.differences import side_against
from twosource.export.paths import NO_SUPPORT, OPEN
from twosource.export.words import STANCE, count, cut, origin_names, origins_in_words, stance_in_words
from twosource.model import Claim, Mention, Origin, Reason, Relation, Report, Stance, Statement
from twosource.page.book import Book, Number, Step, Tag, Why
from twosource.page.graph import Picture, picture
from twosource.page.phrases import RELATION
from twosource.page.wording import Piece, aligned

SAYS, REPEATS, DIFFERS, DENIES, SILENT = "says", "repeats", "differs", "denies", "silent"
"""What a report does with a claim: the class of the cell; the style adds a sign to each."""
WORDS = {SILENT: "not mentioned"}
"""The words of a cell where they are not its class."""

WORDINGS_SHOWN = 50
"""Wordings of one claim side by side; the table leads to all, and more cannot be read at a glance."""
ROW_LENGTH = 140
"""Characters of a claim in the table; the whole text stands with the claim."""


ORIGIN_WORDS = {"": "one origin", "separate": "apart", OPEN: "open", NO_SUPPORT: "not counted"}
"""What the reasons of an origin do, by their signals: they join it, set it apart, leave it open, or keep it out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report does with one claim: the state and its words, where to read it, and through whom."""

    tag: Tag
    state: str
    words: str
    href: str | None
    via: str


@dataclass(frozen=True, slots=True)
class Teller:
    """One mention of a claim: where it stands, through whom the report has it, and what its source does to it."""

    tag: Tag
    anchor: str
    steps: tuple[Step, ...]
    does: str
    statement: Number | None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one or several mentions, with those that differ marked, and how they relate to the claim's."""

    pieces: tuple[Piece, ...]
    relation: str
    details: tuple[str, ...]
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin of a claim: its name, its path, the places that rest on it, and why it is one, apart, or open."""

    name: Step
    path: tuple[str, ...]
    places: tuple[tuple[Tag, str], ...]
    why: tuple[tuple[str, tuple[Why, ...]], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as the page shows it."""

    number: Number
    text: str
    short: str
    tag: Tag
    told: str
    origins_words: str
    origin_names: tuple[str, ...]
    single: bool
    bounds: str
    wordings: tuple[Wording, ...]
    more_wordings: int
    origins: tuple[OriginView, ...]
    silent: tuple[Tag, ...]
    picture: Picture | None
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim of the table with one cell for each report."""

    claim: ClaimView
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The claims of one story, or of several where claims reach over them, by its reports."""

    tags: tuple[Tag, ...]
    rows: tuple[Row, ...]


def tables(book: Book) -> tuple[Table, ...]:
    """Return the claims of two or more reports as a table a story, the largest story first.

    A claim belongs to the story of its first mention; its other reports get a column too, whatever their story.
    """
    home = {report: story for story in book.case.stories for report in story.reports}
    groups: dict[str, list[Claim]] = {}
    for claim in book.shared:
        story = home.get(claim.mentions[0].span.report)
        groups.setdefault(story.id if story else "", []).append(claim)
    members = {story.id: set(story.reports) for story in book.case.stories}
    found = []
    for id, claims in groups.items():
        inside = members.get(id, set()) | {mention.span.report for claim in claims for mention in claim.mentions}
        reports = [report for report in book.case.reports if report.id in inside]
        rows = tuple(Row(_claim(book, it), _cells(book, it, reports)) for it in claims)
        found.append(Table(tuple(book.tags[report.id] for report in reports), rows))
    return tuple(sorted(found, key=lambda table: -len(table.tags)))


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
    wordings = tuple(_wordings(book, claim, base))
    told = {reason.detail for origin in claim.origins for reason in origin.reasons}
    return ClaimView(
        number=book.number("claim", claim.id),
        text=claim.text.rstrip(" ,;"),
        short=cut(claim.text, ROW_LENGTH),
        tag=book.tags[claim.mentions[base].span.report],
        told=count(len(claim.reports), "report"),
        origins_words=origins_in_words(claim),
        origin_names=origin_names(book.case, claim),
        single=bool(claim.origins) and claim.most_origins == 1,
        bounds=_bounds(claim),
        wordings=wordings[:WORDINGS_SHOWN],
        more_wordings=sum(len(it.tellers) for it in wordings[WORDINGS_SHOWN:]),
        origins=tuple(_origins(book, claim)),
        silent=tuple(book.tags[report] for report in claim.silent),
        picture=picture(book, claim) if len(claim.reports) > 1 else None,
        why=book.whys([reason for reason in claim.reasons if reason.detail not in told]),
    )


def _bounds(claim: Claim) -> str:
    """Return what the least and the most origins mean, where they differ."""
    if claim.most_origins <= claim.independent_origins:
        return ""
    return (
        f"At least {claim.independent_origins}, if all that is open below is one; at most {claim.most_origins}, if "
        "nothing of it is."
    )


def _base(claim: Claim) -> int:
    """Return which mention the others are compared with: the one that gave the claim its words, else the first."""
    same = (index for index, mention in enumerate(claim.mentions) if mention.span.text == claim.text)
    return next(same, 0)


def _cells(book: Book, claim: Claim, reports: Sequence[Report]) -> tuple[Cell, ...]:
    """Say what each report does with a claim; who speaks against it is looked up once for all of them."""
    against: dict[str, Cell] = {}
    for key, tension in enumerate(book.case.tensions):
        side = side_against(claim, tension)
        if side is not None and side.report not in against:
            state = DENIES if "deni" in tension.kind or "negation" in tension.kind else DIFFERS
            place = book.number("tension", key).place(0 if side == tension.a else 1)
            against[side.report] = Cell(book.tags[side.report], state, state, f"#{place}", "")
    return tuple(_cell(book, claim, report, against.get(report.id)) for report in reports)


def _cell(book: Book, claim: Claim, report: Report, against: Cell | None) -> Cell:
    """Say what a report does with a claim; ``against``: what it is where the report does not tell it.

    "Repeats" means that what it tells rests on the same origin as another report's mention, whoever was first.
    """
    tag = book.tags[report.id]
    here = [index for index, mention in enumerate(claim.mentions) if mention.span.report == report.id]
    if not here:
        return against or Cell(tag, SILENT, WORDS[SILENT], None, "")
    origins = [origin for origin in claim.origins if set(here) & set(origin.mentions)]
    state = SAYS
    mentions = [claim.mentions[index] for index in here]
    if all(_denied(book.statements.get(it.statement or ""), it) for it in mentions):
        state = DENIES
    elif any(claim.mentions[index].relation is Relation.DETAIL_DIFFERS for index in here):
        state = DIFFERS
    elif any(claim.mentions[other].span.report != report.id for origin in origins for other in origin.mentions):
        state = REPEATS
    via = ", ".join(dict.fromkeys(book.name(_named_by(book, it)) for it in mentions))
    return Cell(tag, state, state, f"#{book.number('claim', claim.id).place(here[0])}", via)


def _named_by(book: Book, mention: Mention) -> str | None:
    """Return the outermost source that the report itself names at a mention, whatever others name for it."""
    statement = book.statements.get(mention.statement or "")
    return statement.chain[0] if statement is not None and statement.chain else None


def _denied(statement: Statement | None, mention: Mention) -> bool:
    return statement is not None and stance_in_words(statement, mention.span) == STANCE[Stance.DENIED]


def _wordings(book: Book, claim: Claim, base: int) -> Iterator[Wording]:
    """Yield the wordings of a claim, its own first; mentions in the same words and relation are one."""
    number = book.number("claim", claim.id)
    order = [base, *(index for index in range(len(claim.mentions)) if index != base)]
    groups: dict[tuple[str, str], list[int]] = {}
    for index in order:
        mention = claim.mentions[index]
        same = " ".join(mention.span.text.split())
        differs = str(mention.relation) if mention.relation is Relation.DETAIL_DIFFERS else ""
        groups.setdefault((same, differs), []).append(index)
    texts = aligned([claim.mentions[group[0]].span.text for group in groups.values()])
    for group, pieces in zip(groups.values(), texts, strict=True):
        first = claim.mentions[group[0]]
        relation = "" if base in group or len(order) == 1 else RELATION[first.relation]
        if base in group and len(groups) > 1:
            relation = "the others are compared with it"
        elif base in group and len(group) > 1:
            relation = "the same words in each"
        yield Wording(pieces, relation, _details(first), tuple(_teller(book, number, claim, it) for it in group))


def _details(mention: Mention) -> tuple[str, ...]:
    """Return the details that a mention tells otherwise: "figure differs: 40 / 60"."""
    if mention.relation is not Relation.DETAIL_DIFFERS:
        return ()
    return tuple(f"{it.signal}: {it.detail}" for it in mention.reasons if it.signal.endswith(" differs"))


def _teller(book: Book, number: Number, claim: Claim, index: int) -> Teller:
    mention = claim.mentions[index]
    return Teller(
        tag=book.tags[mention.span.report],
        anchor=f"#{number.place(index)}",
        steps=book.steps(book.mention_chain(mention)),
        does=stance_in_words(book.statements.get(mention.statement or ""), mention.span),
        statement=book.number("statement", mention.statement) if mention.statement in book.statements else None,
    )


def _origins(book: Book, claim: Claim) -> Iterator[OriginView]:
    """Yield the origins of a claim; what concerns two of them (apart, open) is told at the first, not twice."""
    told: set[tuple[str, ...]] = set()
    for origin in claim.origins:
        keys = {reason: (_kind(reason), *sorted(reason.detail.split())) for reason in origin.reasons}
        new = tuple(reason for reason in origin.reasons if keys[reason] not in told)
        told.update(keys.values())
        yield _origin(book, claim, replace(origin, reasons=new))


def _origin(book: Book, claim: Claim, origin: Origin) -> OriginView:
    number = book.number("claim", claim.id)
    places = tuple((book.tags[claim.mentions[it].span.report], f"#{number.place(it)}") for it in origin.mentions)
    kinds: dict[str, list[Reason]] = {}
    for reason in origin.reasons:
        kinds.setdefault(_kind(reason), []).append(reason)
    why = tuple((words, book.whys(kinds[words])) for words in ORIGIN_WORDS.values() if words in kinds)
    said = 2 if origin.source else 1  # the report and the origin, which stand here already
    path = tuple(book.lettered(step) for step in origin.path) if len(origin.path) > said else ()
    return OriginView(book.origin_step(claim, origin), path, places, why)


def _kind(reason: Reason) -> str:
    """Return what a reason does for its origin, in words."""
    if reason.signal.startswith(OPEN):
        return ORIGIN_WORDS[OPEN]
    return ORIGIN_WORDS.get(reason.signal, ORIGIN_WORDS[""])
