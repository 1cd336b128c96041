"""The parts of a stored text: every paragraph in order, with its kind and the reason for it.

Masking is by general rules, and for running text it takes more than one sign: a sentence of the report that is masked
is lost to every later stage, a label that is left costs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Part, PartKind
from twosource.reading.biography import biography
from twosource.reading.captions import Piece, caption, galleries, is_sure_caption, text_credit, trailing_credit
from twosource.reading.dating import stamp_line
from twosource.reading.furniture import by_label, is_author_heading, is_list_heading, is_title_like, repeated, teaser
from twosource.reading.heads import byline, looks_like_headline, normal, wire_dateline
from twosource.reading.lines import Line, ends_sentence, is_prose, lines, quoted_stretches, word_count, word_set

HEAD_LINES = 30
"""Lines before the first paragraph in which headline, byline and dates stand; a text without paragraphs has no more."""
SUBHEAD_WORDS = 9
"""Words that a line between two paragraphs may have to be taken for a subhead; longer ones read like sentences."""
QUESTION_WORDS = 6
"""Words that a subhead which asks may have."""
BIOGRAPHIES = 6
"""Authors whose biographies may stand at the end of one report."""
_VERBS = word_set(
    """was were is are am be been has had have did does do said says told will would can could may might must shall
    should"""
)
"""Words that make a short line a sentence (or the caption of a picture) and no subhead."""
_OPENERS = word_set("the a an this that these those he she it they his her its their there we i you")
"""Words that captions and sentences begin with, subheads of more than four words hardly ever."""
_QUESTIONS = word_set("what why how who whom whose when where which")
"""Words that a subhead which asks begins with; other questions may be the report's own sentences."""


class Layout(NamedTuple):
    """What the text itself says of the report, beside its parts."""

    parts: tuple[Part, ...]
    title: str | None
    byline: str | None
    published: str | None
    updated: str | None
    credits: tuple[str, ...]


class _Reading:
    """The state of one reading: what each line was found to be, and what the lines told of the report."""

    def __init__(self, text: str, title_end: int, author: str | None) -> None:
        found = lines(text)
        self.titles = [line for line in found if line.start < title_end]
        self.lines = [line for line in found if line.start >= title_end]
        self.pieces: dict[int, tuple[Piece, ...]] = {}
        self.title: str | None = text[:title_end].strip() or None
        self.author = author
        self.published: str | None = None
        self.updated: str | None = None
        self.credits: list[str] = []
        self.labels = repeated(self.lines)

    def mark(self, index: int, kind: PartKind, why: str) -> None:
        line = self.lines[index]
        self.pieces[index] = (Piece(kind, line.start, line.end, why),)

    def is_open(self, index: int) -> bool:
        return index not in self.pieces


def layout(text: str, title_end: int = 0, author: str | None = None) -> Layout:
    """Return the parts of a stored text, and what its head and credits say.

    :param text: the stored text of the report.
    :param title_end: where the declared title ends with which the text begins; 0 where none was declared.
    :param author: the declared author, who tells the biography from the news.
    """
    reading = _Reading(text, title_end, author)
    _by_own_words(reading)
    first = next((i for i, line in enumerate(reading.lines) if reading.is_open(i) and is_prose(line.text)), None)
    _head(reading, min(HEAD_LINES, len(reading.lines) if first is None else first))
    last = max((i for i, line in enumerate(reading.lines) if reading.is_open(i) and is_prose(line.text)), default=-1)
    _credits(reading, -1 if first is None else first, last)
    _after_headings(reading)
    _biography(reading)
    _wire(reading)
    _subheads(reading)
    return Layout(
        _parts(reading),
        reading.title,
        reading.author,
        reading.published,
        reading.updated,
        tuple(dict.fromkeys(credit for credit in reading.credits if credit)),
    )


def _by_own_words(reading: _Reading) -> None:
    """Mark what a line's own words show: labels, teasers, captions, copies of the headline."""
    title = normal(reading.title) if reading.title else ""
    items = galleries(reading.lines)
    for index, line in enumerate(reading.lines):
        if title and normal(line.text) == title:
            reading.mark(index, PartKind.FURNITURE, "repeats the headline")
        elif title and _copy_with_stamp(reading, index):
            continue
        elif index in items:
            reading.mark(index, PartKind.CAPTION, "item of a picture gallery")
        elif line.text in reading.labels:
            reading.mark(index, PartKind.FURNITURE, "short line repeated in the report")
        elif why := by_label(line):
            reading.mark(index, PartKind.FURNITURE, why)
        elif index == 0 and not title and not is_sure_caption(line):
            continue  # the headline, whatever it looks like: "Video: …", "… (TNA)"
        elif masked := teaser(line):
            reading.pieces[index] = tuple(
                Piece(PartKind.BODY if stretch.keep else PartKind.FURNITURE, stretch.start, stretch.end, stretch.why)
                for stretch in masked
            )
        elif trailing_credit(line) is None and (pieces := caption(line)):
            reading.pieces[index] = pieces
            reading.credits.extend(piece.credit for piece in pieces)


def _head(reading: _Reading, first: int) -> None:
    """Read the lines before the body: headline, dateline, byline. Dates come from here and from nowhere else."""
    for index in range(first):
        line = reading.lines[index]
        if not reading.is_open(index):
            continue
        stamps = stamp_line(line.text, place=reading.title is not None)
        if stamps:
            reading.mark(index, PartKind.DATELINE, "line of date and time")
            reading.published = reading.published or stamps.published
            reading.updated = reading.updated or stamps.updated
        elif name := byline(line, head=reading.title is not None):
            reading.mark(index, PartKind.BYLINE, "names the author")
            reading.author = reading.author or name
        elif reading.title is None and looks_like_headline(line):
            reading.mark(index, PartKind.HEADLINE, "first line, written like a headline")
            reading.title = line.text
            _copies(reading, index)


def _copies(reading: _Reading, headline: int) -> None:
    title = normal(reading.lines[headline].text)
    for index, line in enumerate(reading.lines):
        if index != headline and reading.is_open(index) and normal(line.text) == title:
            reading.mark(index, PartKind.FURNITURE, "repeats the headline")


def _copy_with_stamp(reading: _Reading, index: int) -> bool:
    """Mark a line that repeats the declared headline and goes on with date and time."""
    line = reading.lines[index]
    title = reading.title or ""
    if not title or not line.text.casefold().startswith(title.casefold()) or len(line.text) <= len(title) + 1:
        return False
    rest = Line(line.start + len(title), line.end, line.text[len(title) :])
    stamp_text, credit = rest.text, ""
    if stamp_text.endswith(")") and "(" in stamp_text:
        stamp_text, credit = stamp_text[: stamp_text.rindex("(")], stamp_text[stamp_text.rindex("(") + 1 : -1]
    stamps = stamp_line(stamp_text)
    if stamps is None:
        return False
    begin = rest.start + len(rest.text) - len(rest.text.lstrip())
    reading.pieces[index] = (
        Piece(PartKind.FURNITURE, line.start, line.start + len(title), "repeats the headline"),
        Piece(PartKind.DATELINE, begin, line.end, "line of date and time"),
    )
    reading.published = reading.published or stamps.published
    reading.updated = reading.updated or stamps.updated
    reading.credits.append(credit)
    return True


def _credits(reading: _Reading, first: int, last: int) -> None:
    """Mark the credits of the text, bylines below the head, and lines of date and time among the paragraphs."""
    for index, line in enumerate(reading.lines):
        if not reading.is_open(index):
            continue
        if pieces := text_credit(line, edge=index < first or index > last):
            reading.pieces[index] = pieces
            reading.credits.extend(piece.credit for piece in pieces)
        elif piece := trailing_credit(line, last=index >= last):
            end = line.start + len(line.text[: piece.start - line.start].rstrip())
            reading.pieces[index] = (Piece(PartKind.BODY, line.start, end, "prose"), piece)
            reading.credits.append(piece.credit)
        elif index > first and not is_prose(line.text):
            if byline(line, head=False):
                reading.mark(index, PartKind.BYLINE, "names the author")
            elif stamp_line(line.text, place=False):
                reading.mark(index, PartKind.DATELINE, "line of date and time")


def _after_headings(reading: _Reading) -> None:
    """Mask the titles that stand under the heading of a list of links, up to the next paragraph of prose."""
    listed = False
    for index, line in enumerate(reading.lines):
        if is_list_heading(line):
            listed = True
        elif listed and reading.is_open(index):
            listed = is_title_like(line.text) and not (is_prose(line.text) and ends_sentence(line.text))
            if listed:
                reading.mark(index, PartKind.FURNITURE, "title in a list of links")


def _biography(reading: _Reading) -> None:
    """Mask the author's biography, found upwards from the end; under its own heading it needs no other sign."""
    open_lines = [i for i in range(len(reading.lines)) if reading.is_open(i)]
    for _ in range(BIOGRAPHIES):
        if not open_lines:
            return
        kept = [reading.lines[i] for i in open_lines]
        marked = biography(kept, len(kept) - 1, reading.author)
        if not marked and _headed(reading, open_lines[-1]):
            marked = (len(open_lines) - 1,)
        if not marked:
            return
        for position in marked:
            reading.mark(open_lines[position], PartKind.FURNITURE, "biography of the author")
        open_lines = open_lines[: marked[0]]


def _headed(reading: _Reading, index: int) -> bool:
    return index > 0 and is_author_heading(reading.lines[index - 1])


def _wire(reading: _Reading) -> None:
    """Split the dateline of a wire off the first paragraph of the body."""
    first = next((i for i, line in enumerate(reading.lines) if reading.is_open(i) and ends_sentence(line.text)), None)
    if first is None:
        return
    line = reading.lines[first]
    wire = wire_dateline(line)
    if wire is None:
        return
    dash = line.text[: wire.end - line.start].rstrip()
    reading.pieces[first] = (
        Piece(PartKind.DATELINE, line.start, line.start + len(dash), "place and wire before the first words"),
        Piece(PartKind.BODY, wire.end, line.end, "prose"),
    )
    reading.credits.insert(0, wire.credit)
    reading.published = reading.published or wire.date


def _subheads(reading: _Reading) -> None:
    """Mark short titles between two paragraphs of the body."""
    body = [i for i in range(len(reading.lines)) if reading.is_open(i) or _is_body(reading.pieces[i])]
    for before, index, after in zip(body, body[1:], body[2:], strict=False):
        if reading.is_open(index) and _is_subhead(reading.lines[index].text):
            above, below = reading.lines[before].text, reading.lines[after].text
            if is_prose(above) and ends_sentence(above) and is_prose(below):
                reading.mark(index, PartKind.SUBHEAD, "short title between two paragraphs")


def _is_body(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind is PartKind.BODY for piece in pieces)


def _is_subhead(text: str) -> bool:
    words = text.casefold().replace("’", "'").split()
    if not words or len(words) > SUBHEAD_WORDS or text[0].islower() or text[-1] in ".!:;,…)\"”'’":
        return False
    if any(mark in text[:-1] for mark in (". ", "? ", "! ", "; ", ": ", ", ")) or quoted_stretches(text):
        return False
    if words[0] in _OPENERS and len(words) > 4:
        return False
    if text.endswith("?"):
        return words[0] in _QUESTIONS and len(words) <= QUESTION_WORDS
    return not any(word in _VERBS or word.endswith("n't") for word in words)


def _parts(reading: _Reading) -> tuple[Part, ...]:
    parts = [Part(PartKind.HEADLINE, line.start, line.end, "the declared title") for line in reading.titles]
    for index, line in enumerate(reading.lines):
        pieces = reading.pieces.get(index)
        if pieces is None:
            why = "prose" if word_count(line.text) > SUBHEAD_WORDS else "no sign that it is furniture"
            pieces = (Piece(PartKind.BODY, line.start, line.end, why),)
        parts.extend(Part(piece.kind, piece.start, piece.end, piece.why) for piece in pieces if piece.start < piece.end)
    return tuple(parts)
