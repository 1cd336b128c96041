"""Dates on the page: the time line of what happened over all reports, and what the reports look ahead to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twosource.export.words import cut
from twosource.model import Anchor, Claim, Future, Span, Time, joined
from twosource.page.book import Book, Number, Step, Tag, Why
from twosource.page.phrases import FUTURE
from twosource.page.wording import Piece, plain

AROUND = 160
"""Most characters of a sentence shown on either side of a time expression."""
LOOK_AHEAD = 120
"""Characters of a plan on the time line; its whole text stands among the looks ahead."""
ON_THE_LINE = frozenset({"event", "saying"})
"""Roles of expressions that date something told; the others date the page, a caption, or last a while."""

_END = re.compile(r"[.!?…][\"'”’»)]{0,3}\s+(?=[\"'“‘«(]{0,3}[A-Z0-9ÀÁÂÄÅÇÈÉÊËÍÎÑÓÔÖØÚÛÜ])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time expression in its sentence, who else dates it so, what dates it, and the claim that it belongs to."""

    tags: tuple[tuple[Tag, str | None], ...]
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    claim: Number | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A look ahead at the date by which it can be checked."""

    number: Number
    kind: str
    text: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of the time line: how long after the one before, which reports appeared, what is told, what is due."""

    value: str
    after: str
    issued: tuple[tuple[Tag, str], ...]
    told: tuple[TimeView, ...]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class FutureView:
    """A look ahead."""

    number: Number
    place: str
    kind: str
    pieces: tuple[Piece, ...]
    tag: Tag
    value: str | None
    who: Step
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """The time line by value, the expressions that could not be resolved, and those of another role."""

    line: tuple[Moment, ...]
    open: tuple[TimeView, ...]
    other: tuple[TimeView, ...]


def dates(book: Book) -> Dates:
    """Return the dates of the case in order: what happened, what was published, and by when plans can be checked."""
    places = _Places(book)
    told = [it for it in book.case.times if it.role in ON_THE_LINE]
    values: dict[str, list[Time]] = {}
    for it in told:
        if it.value is not None:
            values.setdefault(it.value, []).append(it)
    due: dict[str, list[Due]] = {}
    for key, look in enumerate(book.case.future):
        if look.value is not None:
            due.setdefault(look.value, []).append(_due(book, key, look))
    issued: dict[str, list[tuple[Tag, str]]] = {}
    for report in book.case.reports:
        if report.date:
            word = "published" if report.published else "updated"
            issued.setdefault(report.date, []).append((book.tags[report.id], word))
    line, before = [], ""
    for value in sorted({*values, *due, *issued}):
        entries = tuple(_entries(book, places, values.get(value, ())))
        here = tuple(issued.get(value, ())), entries, tuple(due.get(value, ()))
        line.append(Moment(value, _after(before, value), *here))
        before = value if _DAY.match(value) else before
    rest = [it for it in book.case.times if it.role not in ON_THE_LINE]
    return Dates(
        line=tuple(line),
        open=tuple(_time(book, places, it) for it in told if it.value is None),
        other=tuple(_time(book, places, it, aloud=it.role) for it in rest),
    )


def looks_ahead(book: Book) -> tuple[FutureView, ...]:
    """Return what the reports look ahead to, what is dated first."""
    views = []
    for key, it in enumerate(book.case.future):
        number = book.number("future", key)
        who = book.source_step(it.source) if it.source else Step("source not named")
        tag, words = book.tags[it.span.report], plain(it.span.text)
        why = book.whys(it.reasons)
        views.append(FutureView(number, f"#{number.place(0)}", FUTURE[it.klass], words, tag, it.value, who, why))
    return tuple(sorted(views, key=lambda view: view.number.value))


class _Places:
    """Finds the claim that a time expression stands in, and the way to its words."""

    def __init__(self, book: Book) -> None:
        self.spans: dict[str, list[tuple[int, int, Claim, int]]] = {id: [] for id in book.reports}
        for claim in (*book.shared, *book.alone):
            for index, mention in enumerate(claim.mentions):
                self.spans[mention.span.report].append((mention.span.start, mention.span.end, claim, index))

    def claim(self, span: Span) -> tuple[Claim, int] | None:
        """Return the shortest mention around a span, as its claim and its number there."""
        around = [
            (end - start, index, claim)
            for start, end, claim, index in self.spans[span.report]
            if start <= span.start and span.end <= end
        ]
        _, index, claim = min(around, key=lambda it: (it[0], it[1], it[2].id), default=(0, 0, None))
        return (claim, index) if claim else None


def _entries(book: Book, places: _Places, times: Iterable[Time]) -> Iterator[TimeView]:
    """Yield what is told of one date: once for each claim of several reports, and for each sentence."""
    groups: dict[object, list[Time]] = {}
    for time in times:
        found = places.claim(time.span)
        start, end = _sentence(book, time.span)
        words = " ".join(book.reports[time.span.report].text[start:end].casefold().split())
        groups.setdefault(
            ("claim", found[0].id) if found and len(found[0].reports) > 1 else ("words", words), []
        ).append(time)
    for group in groups.values():
        yield _time(book, places, *group)


def _time(book: Book, places: _Places, *times: Time, aloud: str = "") -> TimeView:
    first = times[0]
    notes = [*([aloud] if aloud else []), *_anchors(book, times)]
    found = places.claim(first.span)
    tags: dict[str, tuple[Tag, str | None]] = {}
    for time in times:
        there = places.claim(time.span)
        href = f"#{book.number('claim', there[0].id).place(there[1])}" if there else None
        tags.setdefault(time.span.report, (book.tags[time.span.report], href))
    number = book.number("claim", found[0].id) if found else None
    return TimeView(tuple(tags.values()), _around(book, first.span), tuple(filter(None, notes)), number)


def _anchors(book: Book, times: Iterable[Time]) -> Iterator[str]:
    """Yield what values were counted from; nothing for words that give the date by themselves."""
    own: dict[str, dict[str, None]] = {}
    for time in times:
        if time.value is not None and time.anchor is Anchor.REPORT:
            own.setdefault(" ".join(time.span.text.split()), {})[book.tags[time.span.report].letter] = None
    for words, letters in own.items():
        yield f"“{words}” counted from the {'date' if len(letters) == 1 else 'dates'} of {joined(letters)}"
    rest: dict[str, None] = {}
    for time in times:
        words = "; ".join(book.lettered(why.detail) for why in time.reasons)
        if time.value is None:
            rest[words] = None
        elif time.anchor is Anchor.OTHER_REPORT:
            rest[words if "counted from" in words else f"counted from the {words or 'date of another report'}"] = None
    yield from filter(None, rest)


def _due(book: Book, key: int, look: Future) -> Due:
    text = cut(look.span.text, LOOK_AHEAD)
    return Due(book.number("future", key), FUTURE[look.klass], text, book.tags[look.span.report])


def _after(before: str, value: str) -> str:
    """Return how many days lie between two dates: "3 days later"; nothing where either is no day."""
    if not (_DAY.match(before) and _DAY.match(value)):
        return ""
    try:
        days = (date.fromisoformat(value[:10]) - date.fromisoformat(before[:10])).days
    except ValueError:
        return ""
    return f"{days} days later" if days > 1 else "a day later" if days == 1 else ""


def _sentence(book: Book, span: Span) -> tuple[int, int]:
    """Return where the sentence around a span begins and ends, within its line."""
    text = book.reports[span.report].text
    start = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    stop = len(text) if stop < 0 else stop
    ends = [start, *(found.end() for found in _END.finditer(text, start, stop)), stop]
    at = bisect_right(ends, span.start) - 1
    return ends[at], next((end for end in ends[at + 1 :] if end >= span.end), stop)


def _around(book: Book, span: Span) -> tuple[Piece, ...]:
    """Return a span in its sentence, of a long one as many words as fit on either side."""
    text = book.reports[span.report].text
    start, stop = _sentence(book, span)
    before, after = text[start : span.start].lstrip(), text[span.end : stop].rstrip()
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2].rjust(1)
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    pieces = (Piece(before), Piece(span.text, changed=True), Piece(after))
    return tuple(piece for piece in pieces if piece.text)
