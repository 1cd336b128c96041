"""Where the reports differ and what they share: tensions, variants between marks, passages."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.export.words import lineage_in_words, stance_in_words, tension_in_words
from twosource.model import UPDATE, Passage, Span
from twosource.page.book import Book, Number, Step, Tag, Why
from twosource.page.phrases import GRADE, PASSAGE, STRENGTH
from twosource.page.wording import Piece, compared, plain


@dataclass(frozen=True, slots=True)
class Side:
    """One place of a comparison: the words with what stands here only, the report, who says it, when."""

    tag: Tag
    anchor: str
    pieces: tuple[Piece, ...]
    steps: tuple[Step, ...]
    does: str
    when: str | None


@dataclass(frozen=True, slots=True)
class TensionView:
    """Two mentions that do not sit easily together."""

    number: Number
    kind: str
    strength: str
    reading: str
    sides: tuple[Side, Side]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """One utterance in several wordings."""

    number: Number
    speaker: Step
    grade: str
    sides: tuple[Side, ...]
    differences: tuple[tuple[str, str], ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """Text that stands in several places."""

    number: Number
    kind: str
    similarity: str
    lineage: str
    places: tuple[Side, ...]
    same: bool
    why: tuple[Why, ...]


def tensions(book: Book) -> tuple[TensionView, ...]:
    """Return the tensions, the hardest first, figures first among those that pull equally hard; no updates."""
    return _tensions(book, updates=False)


def updates(book: Book) -> tuple[TensionView, ...]:
    """Return what brings an earlier telling up to date, which is no difference."""
    return _tensions(book, updates=True)


def _tensions(book: Book, updates: bool) -> tuple[TensionView, ...]:
    views: list[TensionView] = []
    for key, it in enumerate(book.case.tensions):
        if (it.kind == UPDATE) is not updates:
            continue
        number = book.number("tension", key)
        a, b = compared(it.a.text, it.b.text)
        sides = (_side(book, it.a, number.place(0), a), _side(book, it.b, number.place(1), b))
        views.append(
            TensionView(number, it.kind, STRENGTH[it.strength], tension_in_words(it), sides, book.whys(it.reasons))
        )
    return tuple(sorted(views, key=lambda view: view.number.value))


def variants(book: Book) -> tuple[VariantView, ...]:
    """Return the variants, each wording compared with the first."""
    views = []
    for key, it in enumerate(book.case.variants):
        number = book.number("variant", key)
        speaker = book.source_step(it.source) if it.source else Step("source not named")
        views.append(
            VariantView(
                number,
                speaker,
                GRADE.get(it.grade, it.grade),
                _sides(book, it.places, number),
                it.differences,
                book.whys(it.reasons),
            )
        )
    return tuple(views)


def passages(book: Book) -> tuple[PassageView, ...]:
    """Return the passages, the longest first."""
    return tuple(sorted((_passage(book, it) for it in book.case.passages), key=lambda view: view.number.value))


def _passage(book: Book, passage: Passage) -> PassageView:
    number = book.number("passage", passage.id)
    same = len({" ".join(place.text.split()) for place in passage.places}) == 1
    return PassageView(
        number, PASSAGE[passage.kind], f"{passage.similarity:.0%}", lineage_in_words(passage.lineage),
        _sides(book, passage.places, number), same, book.whys(passage.lineage.reasons),
    )  # fmt: skip


def _sides(book: Book, places: tuple[Span, ...], number: Number) -> tuple[Side, ...]:
    """Return the places side by side; with two, the words are marked on both sides."""
    base = places[0].text
    first = compared(base, places[1].text)[0] if len(places) == 2 else plain(base)
    rest = (compared(base, place.text)[1] for place in places[1:])
    return tuple(
        _side(book, place, number.place(index), pieces)
        for index, (place, pieces) in enumerate(zip(places, (first, *rest), strict=True))
    )


def _side(book: Book, span: Span, anchor: str, pieces: tuple[Piece, ...]) -> Side:
    statement = book.statement_at(span)
    return Side(
        tag=book.tags[span.report],
        anchor=f"#{anchor}",
        pieces=pieces,
        steps=book.steps(statement.chain if statement else ()),
        does=stance_in_words(statement, span),
        when=(statement.when if statement else None) or book.tags[span.report].date,
    )
