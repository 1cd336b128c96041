"""One report as the source readers see it: every place's paragraph, sentence and words, and the names in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.model import Paragraph, Report, Span, Statement, StatementKind, Token
from twosource.sources import vocabulary as lists
from twosource.sources.cutting import Word
from twosource.sources.mention import Described
from twosource.sources.mention_reading import describe
from twosource.sources.names import fold, words_of
from twosource.sources.uses import NameUse, read_uses, sentence_of
from twosource.sources.wider_words import DOERS, NO_DOERS

_HYPHENS = frozenset("-‐‑")
_AFTER = 80
"""Code points after a mention in which a wish for anonymity is looked for: a short relative clause."""


@dataclass(frozen=True, slots=True)
class ReportReading:
    """The paragraphs of a report with the names in them, ready to be asked about places in the stored text.

    ``names`` stand in text order. ``kinds`` says what each name is in this report, ``sure_places`` which are places by
    more than the parser's word; ``marked`` are the ranges between quotation marks, in order and apart.
    ``known`` are the names, ``places`` the words of the places and peoples among them.
    """

    report: Report
    paragraphs: tuple[Paragraph, ...]
    names: tuple[NameUse, ...]
    kinds: dict[str, str] = field(default_factory=dict)
    sure_places: frozenset[str] = frozenset()
    marked: tuple[tuple[int, int], ...] = ()
    known: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def names_between(self, start: int, end: int) -> tuple[NameUse, ...]:
        """Return the names that start between two offsets."""
        low = bisect_left(self.names, start, key=lambda name: name.start)
        return self.names[low : bisect_left(self.names, end, key=lambda name: name.start)]

    def paragraph_at(self, offset: int) -> int | None:
        """Return the index of the paragraph around an offset of the stored text, or None."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return index if index >= 0 and offset < self.paragraphs[index].end else None

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence around an offset; the offset alone outside every paragraph."""
        index = self.paragraph_at(offset)
        if index is None:
            return offset, offset + 1
        return sentence_of(self.paragraphs[index], offset)

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets."""
        index = self.paragraph_at(start)
        return [] if index is None else words_in(self.paragraphs[index], start, end)

    def places_of(self, kind: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the places of the names of one kind between two offsets."""
        return [
            (name.start, name.end) for name in self.names_between(start, end) if name.kind == kind and name.end <= end
        ]

    def describe(self, span: Span) -> Described:
        """Read a mention of this report."""
        start, end = span.start, span.end
        persons, bodies = (self.places_of(kind, start, end) for kind in ("person", "organisation"))
        return describe(span, self.words(start, end), persons, bodies, self.known, self.places)

    def after(self, offset: int) -> str:
        """Return the text that follows an offset, up to the end of its sentence."""
        return self.report.text[offset : min(self.sentence_at(max(0, offset - 1))[1], offset + _AFTER)]

    def strangers(self, paragraph: int, offset: int) -> list[int]:
        """Return where names are subjects before an offset of a paragraph that the parser took for nothing at all."""
        here = self.paragraphs[paragraph]
        known = [(name.start, name.end) for name in self.names_between(here.start, here.end)]
        starts = [
            token.start + here.start
            for token in here.parse.tokens
            if token.dep in {"nsubj", "nsubjpass"} and token.tag == "NNP" and token.start + here.start < offset
        ]
        return [
            start
            for start in starts
            if not self.in_marks(start) and not any(first <= start < last for first, last in known)
        ]

    def people_between(self, start: int, end: int) -> list[int]:
        """Return where several people without a name are the subject between two offsets, outside marks."""
        return [
            place
            for place, token in self._subjects(start, end)
            if token.tag == "NNS" and _is_somebody(token.lemma) and not self.in_marks(place)
        ]

    def somebody_between(self, start: int, end: int, gender: str) -> list[int]:
        """Return where somebody without a name is the subject between two offsets: a man or a woman, as is asked."""
        other = lists.FEMALE if gender == "he" else lists.MALE
        return [
            place
            for place, token in self._subjects(start, end)
            if token.tag == "NN" and _is_somebody(token.lemma) and fold(token.lemma) not in other
        ]

    def _subjects(self, start: int, end: int) -> Iterator[tuple[int, Token]]:
        index = self.paragraph_at(start)
        while index is not None and index < len(self.paragraphs) and self.paragraphs[index].start < end:
            paragraph = self.paragraphs[index]
            tokens = paragraph.parse.tokens
            low = bisect_left(tokens, start - paragraph.start, key=lambda token: token.start)
            for token in tokens[low : bisect_left(tokens, end - paragraph.start, key=lambda token: token.start)]:
                if token.dep in {"nsubj", "nsubjpass"}:
                    yield token.start + paragraph.start, token
            index += 1

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
        return _phrase(paragraph, tokens[at].head)

    def phrase_at(self, offset: int) -> tuple[int, int] | None:
        """Return the place of the noun phrase whose head stands at an offset, up to its head."""
        index = self.paragraph_at(offset)
        if index is None:
            return None
        paragraph = self.paragraphs[index]
        at = bisect_left(paragraph.parse.tokens, offset - paragraph.start, key=lambda token: token.start)
        return _phrase(paragraph, at)

    def in_marks(self, offset: int) -> bool:
        """Return whether an offset lies between quotation marks."""
        place = bisect_right(self.marked, offset, key=lambda marks: marks[0]) - 1
        return place >= 0 and offset < self.marked[place][1]

    def kind_of(self, name: str) -> str | None:
        """Return what the report takes a name for, by all places where the name stands; None where nothing tells."""
        words = words_of(name)
        words = words[1:] if words[:1] == ("the",) else words
        return self.kinds.get(" ".join(words)) or (self.kinds.get(words[-1]) if len(words) == 1 else None)


def _phrase(paragraph: Paragraph, noun: int) -> tuple[int, int]:
    tokens = paragraph.parse.tokens
    first = noun
    while first and tokens[first - 1].head in range(first, noun + 1):
        first -= 1
    return tokens[first].start + paragraph.start, tokens[noun].end + paragraph.start


def _is_somebody(lemma: str) -> bool:
    low = fold(lemma)
    return low in lists.ROLES or (low.endswith(DOERS) and low not in NO_DOERS)


def words_in(paragraph: Paragraph, start: int, end: int) -> list[Word]:
    """Return the words of a paragraph between two offsets of the stored text; hyphenated words are one."""
    words: list[Word] = []
    low = bisect_right(paragraph.parse.tokens, start - paragraph.start, key=lambda token: token.end)
    high = bisect_left(paragraph.parse.tokens, end - paragraph.start, key=lambda token: token.start)
    for token in paragraph.parse.tokens[low:high]:
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


def read_report(
    report: Report, paragraphs: Sequence[Paragraph], statements: Sequence[Statement], surnames: frozenset[str]
) -> ReportReading:
    """Read the names of a report: the parser's, clipped where a source starts inside one.

    :param paragraphs: in text order.
    :param surnames: folded surnames of the persons of the story.
    """
    ordered = tuple(paragraphs)
    marked = tuple(_quoted(statements))
    sources = [statement.source for statement in statements if statement.source]
    names, kinds, places = read_uses(report, ordered, sources, marked, surnames)
    named = frozenset(word for name, kind in kinds.items() if kind in {"place", "people"} for word in name.split())
    return ReportReading(report, ordered, names, kinds, places, marked, frozenset(kinds), named)


def _quoted(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    places = [(span.start, span.end) for statement in statements for span in statement.quoted]
    direct = [s for s in statements if s.kind is StatementKind.DIRECT and not s.quoted]
    places += [(span.start, span.end) for statement in direct for span in statement.content]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
