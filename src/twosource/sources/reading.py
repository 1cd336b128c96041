"""One report as the source readers see it: every place's paragraph, sentence and words, and the names in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model import Name, Paragraph, Report, Span, Statement, StatementKind, Token
from twosource.sources import words as lists
from twosource.sources.cutting import Word
from twosource.sources.mention import Described, describe
from twosource.sources.names import fold, is_initialism, same_place, words_of

_HYPHENS = frozenset("-‐‑")
_LONGEST_NAME = 4
"""Words of the longest name that is read after a title."""
_AFTER = 80
"""Code points after a mention in which a wish for anonymity is looked for: a short relative clause."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name where it stands: its place, what the parser takes it for, and how strongly it is placed.

    ``subject`` says that it is the grammatical subject, ``quoted`` that it stands between quotation marks.
    """

    text: str
    start: int
    end: int
    kind: str
    paragraph: int
    sentence: tuple[int, int]
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class ReportReading:
    """The paragraphs of a report with the names in them, ready to be asked about places in the stored text.

    ``kinds`` says what each name is in this report, ``sure_places`` which are places by more than the parser's
    word; ``marked`` are the ranges between quotation marks.
    """

    report: Report
    paragraphs: tuple[Paragraph, ...]
    names: tuple[NameUse, ...]
    kinds: dict[str, str] = field(default_factory=dict)
    sure_places: frozenset[str] = frozenset()
    marked: tuple[tuple[int, int], ...] = ()

    def paragraph_at(self, offset: int) -> int | None:
        """Return the index of the paragraph around an offset of the stored text, or None."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return index if index >= 0 and offset < self.paragraphs[index].end else None

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence around an offset; the offset alone outside every paragraph."""
        index = self.paragraph_at(offset)
        if index is None:
            return offset, offset + 1
        return _sentence(self.paragraphs[index], offset)

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets."""
        index = self.paragraph_at(start)
        return [] if index is None else words_in(self.paragraphs[index], start, end)

    def places_of(self, kind: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the places of the names of one kind between two offsets."""
        return [
            (name.start, name.end)
            for name in self.names
            if name.kind == kind and start <= name.start and name.end <= end
        ]

    def describe(self, span: Span) -> Described:
        """Read a mention of this report."""
        start, end = span.start, span.end
        persons, bodies = (self.places_of(kind, start, end) for kind in ("person", "organisation"))
        return describe(span, self.words(start, end), persons, bodies, frozenset(self.kinds))

    def after(self, offset: int) -> str:
        """Return the text that follows an offset, up to the end of its sentence."""
        return self.report.text[offset : min(self.sentence_at(max(0, offset - 1))[1], offset + _AFTER)]

    @property
    def places(self) -> frozenset[str]:
        """The folded words of the places and peoples named in the report."""
        kinds = {"place", "people"}
        return frozenset(word for name, kind in self.kinds.items() if kind in kinds for word in name.split())

    def antecedent(self, offset: int) -> tuple[int, int] | None:
        """Return the place of the noun phrase that a relative pronoun at an offset hangs on, or None."""
        index = self.paragraph_at(offset)
        if index is None:
            return None
        paragraph = self.paragraphs[index]
        tokens = paragraph.parse.tokens
        at = next((i for i, token in enumerate(tokens) if token.start + paragraph.start == offset), None)
        while at is not None and tokens[at].head != at and tokens[at].dep not in {"relcl", "acl"}:
            at = tokens[at].head
        if at is None or tokens[at].head == at or tokens[tokens[at].head].start + paragraph.start >= offset:
            return None
        noun = tokens[at].head
        first = noun
        while first and tokens[first - 1].head in range(first, noun + 1):
            first -= 1
        return tokens[first].start + paragraph.start, tokens[noun].end + paragraph.start

    def in_marks(self, offset: int) -> bool:
        """Return whether an offset lies between quotation marks."""
        return any(start <= offset < end for start, end in self.marked)

    def kind_of(self, name: str) -> str | None:
        """Return what the report takes a name for, by all places where the name stands; None where nothing tells."""
        words = words_of(name)
        return self.kinds.get(" ".join(words)) or (self.kinds.get(words[-1]) if len(words) == 1 else None)


def words_in(paragraph: Paragraph, start: int, end: int) -> list[Word]:
    """Return the words of a paragraph between two offsets of the stored text; hyphenated words are one."""
    words: list[Word] = []
    tokens = [t for t in paragraph.parse.tokens if start < t.end + paragraph.start and t.start + paragraph.start < end]
    for token in tokens:
        here = Word(
            token.text, token.start + paragraph.start, token.end + paragraph.start, token.lemma, token.pos, token.tag
        )
        if words and words[-1].end == here.start and (token.text in _HYPHENS or words[-1].text[-1] in _HYPHENS):
            last = words.pop()
            here = here._replace(text=last.text + here.text, start=last.start)
            if token.text in _HYPHENS:
                here = here._replace(lemma=last.lemma, pos=last.pos, tag=last.tag)
        words.append(here)
    return words


def read_report(report: Report, paragraphs: Iterable[Paragraph], statements: Sequence[Statement]) -> ReportReading:
    """Read the names of a report: the parser's, clipped where a source starts inside one."""
    ordered = tuple(sorted(paragraphs, key=lambda paragraph: paragraph.start))
    quoted = _quoted(statements)
    sources = [statement.source for statement in statements if statement.source]
    names: list[NameUse] = []
    for index, paragraph in enumerate(ordered):
        for name in [*paragraph.parse.names, *_titled(paragraph)]:
            start, end = _clipped(name.start + paragraph.start, name.end + paragraph.start, sources)
            text = report.text[start:end].strip(" ,'’\"“”")
            if not text:
                continue
            start += report.text[start:end].index(text)
            end = start + len(text)
            text = text.removesuffix("'s").removesuffix("’s")
            names.append(
                NameUse(
                    text,
                    start,
                    start + len(text),
                    name.kind,
                    index,
                    _sentence(paragraph, start),
                    _is_subject(paragraph, start, end),
                    any(here <= start and end <= there for here, there in quoted),
                )
            )
    kinds, places = _kinds(ordered, names)
    return ReportReading(report, ordered, tuple(names), kinds, places, tuple(quoted))


def _titled(paragraph: Paragraph) -> list[Name]:
    """Return the names after a title that the parser took for no name at all: "King Edmar Toll"."""
    tokens = paragraph.parse.tokens
    covered = [(name.start, name.end) for name in paragraph.parse.names]
    found = []
    for place, token in enumerate(tokens):
        low = fold(token.text).rstrip(".")
        if low not in lists.TITLES or not token.text[:1].isupper():
            continue
        last = place
        while last + 1 < len(tokens) and last - place < _LONGEST_NAME and _is_name_word(tokens[last + 1]):
            last += 1
        start, end = tokens[min(place + 1, last)].start, tokens[last].end
        if last > place and not any(start < there and here < end for here, there in covered):
            found.append(Name(start, end, "person"))
    return found


def _is_name_word(token: Token) -> bool:
    low = fold(token.text)
    return token.tag == "NNP" and token.text[:1].isupper() and low not in lists.ROLES | lists.BODIES


def _quoted(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    places = [(span.start, span.end) for statement in statements for span in statement.quoted]
    direct = [s for s in statements if s.kind is StatementKind.DIRECT and not s.quoted]
    return places + [(span.start, span.end) for statement in direct for span in statement.content]


def _clipped(start: int, end: int, sources: Sequence[Span]) -> tuple[int, int]:
    """Return a name's range without the source that begins inside it: the parser runs names of neighbours together."""
    for source in sources:
        if start < source.start < end < source.end:
            end = source.start
    return start, end


def _sentence(paragraph: Paragraph, offset: int) -> tuple[int, int]:
    for sentence in paragraph.parse.sentences:
        if offset < sentence.end + paragraph.start:
            return sentence.start + paragraph.start, sentence.end + paragraph.start
    return paragraph.start, paragraph.end


def _is_subject(paragraph: Paragraph, start: int, end: int) -> bool:
    """Return whether a word of the range is a subject whose head stands outside it."""
    tokens = paragraph.parse.tokens
    inside = [i for i, t in enumerate(tokens) if start <= t.start + paragraph.start and t.end + paragraph.start <= end]
    return any(tokens[i].dep in {"nsubj", "nsubjpass"} and tokens[i].head not in inside for i in inside)


def _kinds(paragraphs: Sequence[Paragraph], names: Sequence[NameUse]) -> tuple[dict[str, str], frozenset[str]]:
    """Return what each name of the report is, by majority, and which are surely places."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        words = words_of(name.text)
        if words and words[0] == "the":
            words = words[1:]
        votes.setdefault(" ".join(words), Counter())[name.kind] += 1
        if name.kind == "person" and len(words) > 1 and not is_initialism(words[-1]):
            for word in {words[0], words[-1]}:
                votes.setdefault(word, Counter())["person"] += 1
    proper = {fold(t.text) for p in paragraphs for t in p.parse.tokens if t.tag == "NNP" and t.text[:1].isupper()}
    sure = _sure_places(paragraphs, sorted({*votes, *proper}))
    for name_ in sure:
        votes.setdefault(name_, Counter())["place"] += (
            2  # worth more than one guess of the parser, less than a name seen often
        )
    order = ("person", "organisation", "place", "people")
    kinds = {name: max(order, key=lambda kind: (found[kind], -order.index(kind))) for name, found in votes.items()}
    return kinds, sure


def _sure_places(paragraphs: Sequence[Paragraph], names: Iterable[str]) -> frozenset[str]:
    """Return the names that have a people of their own in the report ("Torvian") or stand after "in"."""
    by_start: dict[str, list[str]] = {}
    for adjective in sorted(
        {fold(t.text) for p in paragraphs for t in p.parse.tokens if t.tag.startswith("JJ") and t.text.istitle()}
    ):
        by_start.setdefault(adjective[:3], []).append(adjective)
    after_in = {
        fold(token.text)
        for before, token in _pairs(paragraphs)
        if before.text.casefold() in {"in", "near", "outside"} and token.text[:1].isupper()
    }
    return frozenset(
        name
        for name in names
        if name in after_in or any(a != name and same_place(name, a) for a in by_start.get(name[:3], []))
    )


def _pairs(paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Token, Token]]:
    for paragraph in paragraphs:
        yield from zip(paragraph.parse.tokens, paragraph.parse.tokens[1:], strict=False)
