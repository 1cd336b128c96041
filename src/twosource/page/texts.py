"""The reports in full: each line of the stored text, cut into the stretches that carry the same marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from twosource.export.certainty import Certainty, certainty
from twosource.export.words import count, origins_in_words
from twosource.model import READ, Claim, Part, PartKind, Passage, Report, Stance, Statement, StatementKind
from twosource.page.book import Book, Number, Tag, web_address
from twosource.page.phrases import KIND_LETTER, PASSAGE, verb

LANES = 5
"""Underlines that are drawn below one another; of those that lie deeper the last lane shows one (the margin all)."""

_KIND_CLASS = {StatementKind.DIRECT: "q", StatementKind.INDIRECT: "r", StatementKind.MIXED: "m"}
_PART_WORDS = {
    PartKind.HEADLINE: "headline",
    PartKind.DATELINE: "date line",
    PartKind.BYLINE: "byline",
    PartKind.SUBHEAD: "subheading",
    PartKind.CAPTION: "caption",
    PartKind.CREDIT: "credit",
    PartKind.FURNITURE: "masked",
}


@dataclass(frozen=True, slots=True)
class Layer:
    """A finding where it stands: half-open offsets in the stored text, its number, and how it is marked.

    ``kind`` is the class of the mark: ``q`` quotation, ``r`` retold, ``m`` mixed, ``c`` copied passage, ``w`` claim of
    several reports, ``a`` an anchor without a mark.
    """

    start: int
    end: int
    number: Number
    anchor: str
    kind: str
    last: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a stretch: its class, its number, and whether it begins and ends here (a screen reader says so)."""

    classes: str
    number: Number
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that carries the same marks throughout; ``anchors`` stand before it, ``numbers`` after it."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    numbers: tuple[tuple[Number, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of a finding beside its paragraph."""

    number: Number
    kind: str
    letter: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the report with its marks and margin; masked lines come together with the reason."""

    kind: str
    words: str
    why: str
    depth: int = 0
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[Note, ...] = ()
    masked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A report in full, with what is known of it."""

    tag: Tag
    report: Report
    link: str | None
    blocks: tuple[Block, ...]
    masked: int
    left: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = field(default=())


def texts(book: Book) -> tuple[Text, ...]:
    """Return every report in full, in the order of the reports."""
    layers: dict[str, list[Layer]] = {report: [] for report in book.reports}
    for report, layer in _layers(book):
        layers[report].append(layer)
    return tuple(_text(book, report, layers[report.id]) for report in book.case.reports)


def _text(book: Book, report: Report, layers: list[Layer]) -> Text:
    sweep = _Sweep(layers)
    blocks: list[Block] = []
    for masked, group in groupby(_lines(report), key=lambda line: line[2].kind is PartKind.FURNITURE):
        if masked:
            rows = tuple((report.text[start:end], part.why) for start, end, part in group)
            blocks.append(Block("furniture", "masked", "", masked=rows))
        else:
            blocks += [_block(book, report, sweep, start, end, part) for start, end, part in group]
    facts = [
        ("outlet", report.outlet), ("by", report.byline), ("published", report.published), ("updated", report.updated),
        ("language", report.language), ("credits", "; ".join(report.credits)), ("file", report.file),
        ("SHA-256", report.sha256), *(("note", note) for note in report.notes),
    ]  # fmt: skip
    hidden = sum(len(block.masked) for block in blocks)
    known = tuple((name, value) for name, value in facts if value)
    return Text(book.tags[report.id], report, web_address(report.url), tuple(blocks), hidden, sweep.left(), known)


def _lines(report: Report) -> Iterator[tuple[int, int, Part]]:
    """Yield each line that is not blank, with the part that it belongs to; text outside any part counts as body."""
    parts = list(report.parts)
    done = 0
    for part in (*parts, None):
        gap_end = part.start if part else len(report.text)
        if report.text[done:gap_end].strip():
            yield from _cut(report.text, Part(PartKind.BODY, done, gap_end, ""))
        if part:
            yield from _cut(report.text, part)
            done = part.end


def _cut(text: str, part: Part) -> Iterator[tuple[int, int, Part]]:
    start = part.start
    while start < part.end:
        stop = text.find("\n", start, part.end)
        end = part.end if stop < 0 else stop
        if text[start:end].strip():
            yield start, end, part
        start = end + 1


def _layers(book: Book) -> Iterator[tuple[str, Layer]]:
    """Yield every finding at every place where it stands."""
    for claim in (*book.shared, *book.alone):
        number = book.number("claim", claim.id)
        kind = "w" if len(claim.reports) > 1 else "a"
        for index, mention in enumerate(claim.mentions):
            span = mention.span
            yield span.report, Layer(span.start, span.end, number, number.place(index), kind)
    for statement in book.case.statements:
        number = book.number("statement", statement.id)
        for index, span in enumerate(statement.content):
            last = index == len(statement.content) - 1
            kind = _KIND_CLASS[statement.kind]
            yield span.report, Layer(span.start, span.end, number, number.place(index), kind, last)
    for passage in book.case.passages:
        number = book.number("passage", passage.id)
        for index, span in enumerate(passage.places):
            yield span.report, Layer(span.start, span.end, number, number.place(index), "c")
    for kind, pairs in (
        ("tension", [(it.a, it.b) for it in book.case.tensions]),
        ("variant", [it.places for it in book.case.variants]),
        ("future", [(it.span,) for it in book.case.future]),
    ):
        for key, spans in enumerate(pairs):
            number = book.number(kind, key)
            for index, span in enumerate(spans):
                yield span.report, Layer(span.start, span.end, number, number.place(index), "a")


class _Sweep:
    """Hands out the layers that touch a line, for lines that come in order: each layer is looked at near it alone."""

    def __init__(self, layers: Iterable[Layer]) -> None:
        self._ahead = sorted(layers, key=lambda it: (it.start, -it.end, it.number.value), reverse=True)
        self._open: list[Layer] = []
        self._waiting = dict.fromkeys(layer.anchor for layer in reversed(self._ahead))

    def of(self, start: int, end: int) -> list[Layer]:
        """Return the layers that overlap a line which begins no earlier than the line before, in reading order."""
        while self._ahead and self._ahead[-1].start < end:
            self._open.append(self._ahead.pop())
        self._open = [layer for layer in self._open if layer.end > start]
        return self._open

    def anchors(self, layers: Iterable[Layer]) -> tuple[str, ...]:
        """Return the anchors of these layers that were not handed out before."""
        found = tuple(dict.fromkeys(layer.anchor for layer in layers if layer.anchor in self._waiting))
        for anchor in found:
            del self._waiting[anchor]
        return found

    def left(self) -> tuple[str, ...]:
        """Return the anchors that no line has taken: of findings that stand in masked text alone."""
        return tuple(self._waiting)


def _block(book: Book, report: Report, sweep: _Sweep, start: int, end: int, part: Part) -> Block:
    here = sweep.of(start, end)
    drawn = [layer for layer in here if layer.kind not in "aw"]
    lanes = _lanes(drawn)
    words = _PART_WORDS.get(part.kind, "")
    if part.kind not in READ and part.kind is not PartKind.SUBHEAD:
        words = f"{words}, not read for findings"
    return Block(
        kind=str(part.kind),
        words=words,
        why=part.why,
        depth=max(lanes, default=-1) + 1,
        stretches=tuple(_stretches(report.text, start, end, sweep, dict(zip(map(id, drawn), lanes, strict=True)))),
        notes=tuple(_notes(book, here, start)),
    )


def _lanes(layers: list[Layer]) -> list[int]:
    """Return the lane of each layer: the shortest lie nearest to the text, and no two in one lane overlap."""
    order = sorted(range(len(layers)), key=lambda i: (layers[i].end - layers[i].start, layers[i].start, i))
    taken: list[list[Layer]] = [[] for _ in range(LANES)]
    lanes = [0] * len(layers)
    for index in order:
        layer = layers[index]
        free = (
            lane
            for lane in range(LANES)
            if all(other.end <= layer.start or layer.end <= other.start for other in taken[lane])
        )
        lanes[index] = next(free, LANES - 1)
        taken[lanes[index]].append(layer)
    return lanes


def _stretches(text: str, start: int, end: int, sweep: _Sweep, lane_of: dict[int, int]) -> Iterator[Stretch]:
    """Yield the line in stretches, from one border of a layer to the next."""
    here = sweep.of(start, end)
    inner = (border for layer in here for border in (layer.start, layer.end) if start < border < end)
    borders = sorted({start, end, *inner})
    for begin, stop in pairwise(borders):
        over = [layer for layer in here if layer.start <= begin and stop <= layer.end]
        washed = next((layer for layer in over if layer.kind == "w"), None)
        of_lane = {lane_of[id(layer)]: layer for layer in over if layer.kind not in "aw"}
        marked = [of_lane[lane] for lane in sorted(of_lane)]
        if washed:  # one wash, however many claims lie here: their numbers stand where each ends
            marked.insert(0, washed)
        yield Stretch(
            text=text[begin:stop],
            marks=tuple(_mark(layer, lane_of.get(id(layer)), begin, stop) for layer in marked),
            anchors=sweep.anchors(over),
            numbers=tuple(_ending(over, stop, end)),
        )


def _mark(layer: Layer, lane: int | None, begin: int, stop: int) -> Mark:
    drawn = lane is not None  # a claim is washed, not underlined: its number stands behind it
    return Mark(
        classes=layer.kind if lane is None else f"{layer.kind}{lane}",
        number=layer.number,
        begins=drawn and layer.start == begin,
        ends=drawn and layer.end == stop,
    )


def _ending(over: Iterable[Layer], stop: int, end: int) -> Iterator[tuple[Number, str]]:
    """Yield the numbers of the claims of several reports and of the statements that end here."""
    found: dict[int, tuple[Number, str]] = {}
    for layer in over:
        if layer.last and min(layer.end, end) == stop and layer.kind in "wqrm":
            found[layer.number.value] = (layer.number, "claim" if layer.kind == "w" else "statement")
    yield from (found[value] for value in sorted(found))


def _notes(book: Book, here: list[Layer], start: int) -> Iterator[Note]:
    """Yield what the margin says of the findings that begin in this line, each once."""
    seen: set[int] = set()
    for layer in here:
        value = layer.number.value
        if value in seen or layer.start < start:
            continue
        seen.add(value)
        finding = book.findings.get(value)
        if isinstance(finding, Statement):
            yield _statement_note(book, layer.number, finding)
        elif isinstance(finding, Claim):
            if len(finding.reports) > 1:  # what one report tells alone stands in the list of such claims
                told = count(len(finding.reports), "report")
                yield Note(layer.number, "w", "C", f"told in {told}, {origins_in_words(finding)}")
        elif isinstance(finding, Passage):
            others = dict.fromkeys(place.report for place in finding.places)
            letters = ", ".join(book.tags[report].letter for report in others)
            yield Note(layer.number, "c", "=", f"{PASSAGE[finding.kind]} in {letters}")


def _statement_note(book: Book, number: Number, statement: Statement) -> Note:
    """Say through whom a statement comes, what its source does if more than to say, and where that is uncertain."""
    words = " → ".join(book.name(id) for id in statement.chain) or "source not named"
    if statement.stance is not Stance.ASSERTED:
        words = f"{words} {verb(statement)}"
    if certainty(statement) is Certainty.UNCERTAIN:
        words = f"{words}, {Certainty.UNCERTAIN}"
    return Note(number, _KIND_CLASS[statement.kind], KIND_LETTER[statement.kind], words)
