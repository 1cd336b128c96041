"""The order of two events, told the other way round: "sounded after the explosion", "sounded before the explosion"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.differences.comparing import COPIES
from twosource.differences.finding import Finding, detail
from twosource.differences.scene import Scene
from twosource.likeness.modality import Modality
from twosource.likeness.verdict import has_word
from twosource.likeness.words import NEGATIONS
from twosource.model import Strength, Token

PREPOSITIONS = {"before": True, "after": False}
"""Words of order, and whether what they follow comes first."""
MOST = 120
"""Most such tellings of a story that are compared: 7,000 pairs."""
LEAST = 3
"""Least words that the two events of one telling must share with those of the other."""
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "prt"})
_TIMES = frozenset("day week month year hour minute time night morning noon midnight dawn dusk now then".split())


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two events in the order in which a piece tells them, each by its meaning words, and the word that says so."""

    item: int
    first: frozenset[str]
    second: frozenset[str]
    words: str

    def turned(self, other: Ordered) -> bool:
        """Return whether the other tells both events the other way round."""
        crossed = _alike(self.first, other.second), _alike(self.second, other.first)
        return min(crossed) > 0 and sum(crossed) >= LEAST and not _alike(self.first, other.first)


def _alike(a: frozenset[str], b: frozenset[str]) -> int:
    """Return how many words two events share; 0 where less than the whole of the shorter."""
    short, long = sorted((a, b), key=lambda words: (len(words), sorted(words)))
    shared = sum(has_word(word, long) for word in sorted(short))
    return shared if shared == len(short) else 0


def order(scene: Scene) -> Iterator[Finding]:
    """Find two events that are told in one order here, and in the other there."""
    found: list[Ordered] = []
    copies: Counter[int] = Counter()
    for number, item in enumerate(scene.items):
        copies[id(item.unit)] += 1
        if copies[id(item.unit)] > COPIES or item.unit.modality is not Modality.FACT:
            continue
        found.extend(_ordered(scene, number))
    for a, b in combinations(found[:MOST], 2):
        if scene.items[a.item].report != scene.items[b.item].report and a.turned(b):
            words = a.words, b.words
            yield detail(scene, a.item, b.item, "order", words, Strength.MEDIUM, "what came first is told both ways")


def _ordered(scene: Scene, number: int) -> Iterator[Ordered]:
    item = scene.items[number]
    paragraph = scene.paragraph(item.span)
    if paragraph is None or not NEGATIONS.isdisjoint(item.unit.words):
        return
    tokens = paragraph.parse.tokens
    start, end = item.span.start - paragraph.start, item.span.end - paragraph.start
    for n, token in enumerate(tokens):
        word = token.text.lower()
        if not (start <= token.start and token.end <= end) or word not in PREPOSITIONS:
            continue
        main, other = _ends(tokens, n)
        if main < 0 or other < 0:
            continue
        here, there = _event(tokens, main), _event(tokens, other)
        if here and there and not there <= _TIMES:
            first, second = (here, there) if PREPOSITIONS[word] else (there, here)
            yield Ordered(number, first, second, f"{word} {tokens[other].text}")


def _ends(tokens: Sequence[Token], n: int) -> tuple[int, int]:
    """Return the heads of the two events that a word of order links; -1 where one is not there."""
    token = tokens[n]
    if token.dep == "mark":
        return (tokens[token.head].head, token.head) if tokens[token.head].head != token.head else (-1, -1)
    objects = [i for i in range(n + 1, len(tokens)) if tokens[i].head == n and tokens[i].dep in {"pobj", "pcomp"}]
    return (token.head, objects[0]) if token.dep == "prep" and objects else (-1, -1)


def _event(tokens: Sequence[Token], head: int) -> frozenset[str]:
    """Return the meaning words of an event: its verb or noun, with subject and object."""
    parts = [i for i, token in enumerate(tokens) if token.head == head and i != head and token.dep in _PARTS]
    own = [tokens[i] for i in (head, *parts)]
    return frozenset(token.lemma.lower() for token in own if token.pos in {"NOUN", "PROPN", "VERB", "ADJ"})
