"""The stretches of two sentences whose content words answer to one another, thing by thing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from twosource.likeness.thesaurus import akin
from twosource.model import Span
from twosource.passages.blocks import CLAUSE_MARKS
from twosource.passages.sentences import Sentence, Thing

LEAST_THINGS = 7
"""Least content words that must answer to one another: fewer are told alike by chance."""
LEAST_PLAIN = 4
"""Least of them that are no names: who, where and an office are told alike by everyone."""
MOST_THINGS = 60
"""Most content words of a sentence that is aligned; no news sentence is longer, hostile text is."""
MISS = 0.5
"""Cost of a content word that nothing answers to, where a word that is answered to is worth 1."""
EDGE_CHARACTERS = 60
"""Characters to the edge of the sentence or clause up to which a stretch is made longer."""


class Pair(NamedTuple):
    """Two stretches of two sentences that answer to one another, and how well (Dice)."""

    a: Sentence
    b: Sentence
    here: Span
    there: Span
    alike: float


def aligned(a: Sentence, b: Sentence) -> Pair | None:
    """Return the stretches of two sentences whose content words answer to one another best, or None if too few do.

    Local alignment (Smith and Waterman 1981) over content words: they answer to one another where they are equal,
    forms of one word, or synonyms.
    """
    x, y = a.things, b.things
    scores = [[0.0] * (len(y) + 1) for _ in range(len(x) + 1)]
    best = (0.0, 0, 0)
    for i, thing in enumerate(x, 1):
        for j, other in enumerate(y, 1):
            same = thing.lemma == other.lemma or _same_word(thing.lemma, other.lemma)
            score = max(0.0, scores[i - 1][j] - MISS, scores[i][j - 1] - MISS)
            if same:
                score = max(score, scores[i - 1][j - 1] + 1)
            scores[i][j] = score
            best = max(best, (score, i, j))
    _, end, other_end = best
    i, j, matched, plain = end, other_end, 0, 0
    while scores[i][j] > 0:
        if scores[i][j] == scores[i - 1][j] - MISS:
            i -= 1
        elif scores[i][j] == scores[i][j - 1] - MISS:
            j -= 1
        else:
            i, j, matched = i - 1, j - 1, matched + 1
            plain += not x[i].name
    if matched < LEAST_THINGS or plain < LEAST_PLAIN:
        return None
    here, there = _stretch(a, x[i], x[end - 1]), _stretch(b, y[j], y[other_end - 1])
    return Pair(a, b, here, there, 2 * matched / (end - i + other_end - j))


def _stretch(sentence: Sentence, first: Thing, last: Thing) -> Span:
    """Return the span from one content word to another, made longer to the edge of the clause where it is near."""
    text = sentence.span.text
    begin, end = first.start, last.end
    for place in range(begin, max(begin - EDGE_CHARACTERS, 0) - 1, -1):
        if place == 0 or text[place - 1] in CLAUSE_MARKS:
            begin = place + len(text[place:begin]) - len(text[place:begin].lstrip())
            break
    for place in range(end, min(end + EDGE_CHARACTERS, len(text)) + 1):
        if place == len(text) or (text[place] in CLAUSE_MARKS and not text[place + 1 : place + 2].isdigit()):
            end = len(text[:place].rstrip())
            break
    return sentence.stretch(begin, end)


@lru_cache(maxsize=65_536)
def _same_word(a: str, b: str) -> bool:
    return akin(a, b)
