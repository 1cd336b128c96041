"""What stands between marks, sentence by sentence, with who says it: ready to be laid side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from twosource.differences.scene import Scene
from twosource.differences.words import CONTRACTED, FUNCTION_POS, MODALS
from twosource.likeness.words import NUMBER_WORDS
from twosource.model import Paragraph, PartKind, Span, Statement, Token

LEAST_WORDS = 3
"""Least words between marks to be compared: less is a name, a title or a scare quote."""
LEAST_CONTENT = 2
"""Least meaning words among them."""
MOST_WORDS = 400
"""Most words of a sentence between marks that are compared; the alignment's memory grows with both lengths."""
HEADS = frozenset({PartKind.HEADLINE, PartKind.CAPTION})
"""Parts that repeat, shortened, what the body says."""

_SPELLING = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("our", "or"),
    ("tre", "ter"),
)
"""Endings that the two spellings of English write differently."""


class Word(NamedTuple):
    """A word between marks: its offsets in the report, its key for comparing, lemma and part of speech.

    ``content`` tells words that carry meaning; ``editorial`` those that the report put in brackets.
    """

    start: int
    end: int
    key: str
    lemma: str
    pos: str
    content: bool
    editorial: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence between marks. ``voices`` are all who stand behind its chain; none where nobody is named."""

    span: Span
    words: tuple[Word, ...]
    chain: tuple[str, ...]
    voices: frozenset[str]
    heading: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(word.key for word in self.words)

    def cut(self, first: int, last: int, text: str) -> Quoted:
        """Return its words ``first`` … ``last - 1`` alone; marks at an end that is kept stay with it."""
        start = self.span.start if first == 0 else self.words[first].start
        end = self.span.end if last == len(self.words) else self.words[last - 1].end
        span = Span(self.span.report, start, end, text[start:end])
        return Quoted(span, self.words[first:last], self.chain, self.voices, self.heading)


def quoted(scene: Scene) -> tuple[Quoted, ...]:
    """Return the sentences between marks of a story that are long enough to compare, in the order of the text."""
    found: list[Quoted] = []
    for report in scene.reports:
        for span, chain in _marked(scene.statements.get(report, ())):
            paragraph = scene.paragraph(span)
            if paragraph is not None:
                found.extend(_sentences(scene, paragraph, span, chain))
    return tuple(sorted(found, key=lambda one: one.span))


def _marked(statements: Sequence[Statement]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield each stretch between marks once, with the longest chain around it, the narrowest of equals."""
    around: dict[Span, list[Statement]] = {}
    for statement in statements:
        for span in statement.quoted:
            around.setdefault(span, []).append(statement)
    for span in sorted(around):
        inner = min(around[span], key=lambda s: (-len(s.chain), sum(c.end - c.start for c in s.content), s.id))
        yield span, inner.chain


def _sentences(scene: Scene, paragraph: Paragraph, span: Span, chain: tuple[str, ...]) -> Iterator[Quoted]:
    report = scene.report(span.report)
    for sentence in paragraph.parse.sentences:
        start = max(span.start, paragraph.start + sentence.start)
        end = min(span.end, paragraph.start + sentence.end)
        if start >= end:
            continue
        words = words_in(paragraph, start, end)
        if LEAST_WORDS <= len(words) <= MOST_WORDS and sum(word.content for word in words) >= LEAST_CONTENT:
            yield Quoted(report.span(start, end), words, chain, scene.voices(chain), paragraph.part in HEADS)


def words_in(paragraph: Paragraph, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of a paragraph between two offsets of its report; marks are no words."""
    found: list[Word] = []
    bracket = False
    for token in paragraph.parse.tokens:
        at = paragraph.start + token.start
        if at < start or paragraph.start + token.end > end:
            continue
        if token.text in "[]":
            bracket = token.text == "["
            continue
        if any(character.isalnum() for character in token.text):
            found.append(_word(token, paragraph.start, bracket))
    return tuple(found)


def _word(token: Token, offset: int, editorial: bool) -> Word:
    low = token.text.lower().replace("’", "'").replace("‘", "'").replace(".", "")
    if low == "'s" and token.pos in {"AUX", "VERB"}:
        low = "has" if token.lemma == "have" else "is"
    low = CONTRACTED.get(low, low)
    content = low in MODALS or not (token.pos in FUNCTION_POS or token.lemma == "be")
    return Word(offset + token.start, offset + token.end, _key(low), token.lemma, token.pos, content, editorial)


def _key(word: str) -> str:
    word = word.replace("-", "").replace("ae", "e")
    if word in NUMBER_WORDS:
        return str(NUMBER_WORDS[word])
    for one, other in _SPELLING:
        if len(word) > len(one) + 2 and word.endswith((one, f"{one}s")):
            cut = len(one) + word.endswith(f"{one}s")
            return word[:-cut] + other + word[len(word) - cut + len(one) :]
    return word.replace(",", "") if word[:1].isdigit() else word
