"""The sentences of the reports with their content words, and which pairs of them share rare words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from typing import NamedTuple

from twosource.likeness.words import EMPTY_LEMMAS
from twosource.model import Paragraph, Parse, PartKind, Span
from twosource.model import Sentence as Parsed
from twosource.passages.telling import weight
from twosource.stories.words import stem

PROBE_WEIGHT = 2.0
"""Weight of the content words, equal up to their endings, that two sentences must share to be compared: 1 is that of a
rare word, a common one weighs about half."""
PROBE_CROWD = 24
"""Sentences in which a word may stand and still propose candidates, copies left out."""
COPIES = 3
"""Copies of a sentence that are compared with others; the further ones stand where these do."""
OPENING, CLOSING = frozenset('"“„«'), frozenset('"”»')
"""Marks around a speaker's words; single ones are left out, since an apostrophe looks like one."""
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})


class Thing(NamedTuple):
    """A content word: its lemma, where it stands in its sentence, whether it is (part of) a name, and a speaker's."""

    lemma: str
    start: int
    end: int
    name: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence where it stands: the ``number``-th of its report's body.

    ``things`` are one and the same object for all copies of a paragraph.
    """

    paragraph: Paragraph
    span: Span
    things: tuple[Thing, ...]
    number: int

    def stretch(self, begin: int, end: int) -> Span:
        """Return a stretch of the sentence, counted from its start."""
        start = self.span.start
        return Span(self.span.report, start + begin, start + end, self.span.text[begin:end])


def sentences(paragraphs: Iterable[Paragraph]) -> Iterator[Sentence]:
    """Yield the sentences of the reports' bodies, with their content words in order."""
    read: dict[tuple[int, int], tuple[Thing, ...]] = {}
    numbers: dict[str, int] = defaultdict(int)
    for paragraph in paragraphs:
        if paragraph.part is not PartKind.BODY:
            continue
        marked = quoted(paragraph.parse.text)
        for sentence in paragraph.parse.sentences:
            same = id(paragraph.parse), sentence.first
            if same not in read:
                read[same] = tuple(_things(paragraph.parse, sentence, marked))
            text = paragraph.parse.text[sentence.start : sentence.end]
            start = paragraph.start + sentence.start
            span = Span(paragraph.report, start, start + len(text), text)
            yield Sentence(paragraph, span, read[same], numbers[paragraph.report])
            numbers[paragraph.report] += 1


def _things(parse: Parse, sentence: Parsed, marked: Sequence[tuple[int, int]]) -> Iterator[Thing]:
    for t in parse.tokens[sentence.first : sentence.last]:
        if t.pos in CONTENT and t.lemma not in EMPTY_LEMMAS and t.text[:1].isalnum():
            name = t.pos in ("PROPN", "NUM")
            yield Thing(t.lemma, t.start - sentence.start, t.end - sentence.start, name, within(marked, t.start))


def within(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether a place lies in one of the stretches, which are in order."""
    number = bisect_left(stretches, (place, 0)) - 1
    return number >= 0 and place < stretches[number][1]


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a paragraph between quotation marks; one that is not closed runs to the end."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for place, mark in enumerate(text):
        if opened is None and mark in OPENING:
            opened = place
        elif opened is not None and mark in CLOSING:
            found.append((opened, place))
            opened = None
    return found if opened is None else [*found, (opened, len(text))]


def copies(found: Sequence[Sentence]) -> list[list[int]]:
    """Return the numbers of the sentences, those of one distinct paragraph's sentence together."""
    groups: dict[int, list[int]] = {}
    for number, sentence in enumerate(found):
        groups.setdefault(id(sentence.things), []).append(number)
    return list(groups.values())


def candidates(found: Sequence[Sentence], same: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs of sentences of different reports that share enough words, in order: an inverted join.

    Copies of a sentence count once, and the first few of them stand for all.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, float] = {}
    for group, own in enumerate(same):
        terms = {stem(thing.lemma): thing.lemma for thing in found[own[0]].things}
        for term, lemma in sorted(terms.items()):
            postings[term].append(group)
            weights[term] = min(weights.get(term, 1.0), weight(lemma))
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for term, posting in postings.items():
        if len(posting) <= PROBE_CROWD:
            for g, h in combinations_with_replacement(posting, 2):
                if g != h or len(same[g]) > 1:
                    shared[g, h] += weights[term]
    return sorted(
        {
            (min(i, j), max(i, j))
            for (g, h), total in shared.items()
            if total >= PROBE_WEIGHT
            for i, j in product(same[g][:COPIES], same[h][:COPIES])
            if found[i].span.report != found[j].span.report
        }
    )
