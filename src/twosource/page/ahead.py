"""Dates on the page: the time line of what happened, and what the reports look ahead to."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Anchor, Span, Time
from twosource.page.book import Book, Number, Step, Tag, Why, whys
from twosource.page.phrases import FUTURE
from twosource.page.wording import Piece

AROUND = 45
"""Characters shown on either side of a time expression."""
ON_THE_LINE = frozenset({"event", "saying"})
"""Roles of expressions that date something told; the others date the page, a caption, or last a while."""


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time expression among the words around it, and what is not as usual about it."""

    tag: Tag
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FutureView:
    """A look ahead."""

    number: Number
    place: str
    kind: str
    text: str
    tag: Tag
    value: str | None
    who: Step
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """The time line by value, the expressions that could not be resolved, and those of another role."""

    line: tuple[tuple[str, tuple[TimeView, ...]], ...]
    open: tuple[TimeView, ...]
    other: tuple[TimeView, ...]


def dates(book: Book) -> Dates:
    """Return the time expressions of the case, those that date something told in the order of their values."""
    told = [it for it in book.case.times if it.role in ON_THE_LINE]
    line: dict[str, list[TimeView]] = {}
    for it in told:
        if it.value is not None:
            line.setdefault(it.value, []).append(_time(book, it))
    return Dates(
        line=tuple((value, tuple(line[value])) for value in sorted(line)),
        open=tuple(_time(book, it) for it in told if it.value is None),
        other=tuple(_time(book, it) for it in book.case.times if it.role not in ON_THE_LINE),
    )


def looks_ahead(book: Book) -> tuple[FutureView, ...]:
    """Return what the reports look ahead to, what is dated first."""
    views = []
    for key, it in enumerate(book.case.future):
        number = book.number("future", key)
        who = book.source_step(it.source) if it.source else Step("source not named")
        view = FutureView(
            number, f"#{number.place(0)}", FUTURE[it.klass], it.span.text, book.tags[it.span.report], it.value, who,
            whys(it.reasons),
        )  # fmt: skip
        views.append(view)
    return tuple(sorted(views, key=lambda view: view.number.value))


def _time(book: Book, time: Time) -> TimeView:
    notes = [] if time.role == "event" else [time.role]
    if time.anchor is Anchor.OTHER_REPORT:
        notes.append("counted from the date of another report")
    if time.anchor is Anchor.OTHER_REPORT or time.value is None:
        notes += [reason.detail for reason in time.reasons]
    return TimeView(book.tags[time.span.report], _around(book, time.span), tuple(notes))


def _around(book: Book, span: Span) -> tuple[Piece, ...]:
    """Return a span among the words of its line, as many as fit on either side."""
    text = book.reports[span.report].text
    start = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    stop = len(text) if stop < 0 else stop
    before, after = text[start : span.start], text[span.end : stop]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2].rjust(1)
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    pieces = (Piece(before), Piece(span.text, changed=True), Piece(after))
    return tuple(piece for piece in pieces if piece.text)
