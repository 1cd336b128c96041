"""What becomes of a text that is taken over: each edit is a plain function from paragraphs to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.archive.synonyms import Thesaurus
from twosource.stories.words import FUNCTION

LIGHT = 0.03
"""Share of the words that a light edit touches: another word, a word left out, case, punctuation."""
TRUNCATED = (0.3, 0.6)
"""Least and most of a text's words that are left of it."""
REWORDED = 0.15
"""Share of the words that random other words are put for."""
SYNONYMS = (0.25, 0.40)
"""Least and most of the content words that synonyms are put for, as far as there are any."""
_TOKEN = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)

Paragraphs = Sequence[str]


@dataclass(frozen=True, slots=True)
class Material:
    """What an edit draws on: any other words, synonyms, and another text that a passage is put into."""

    words: Sequence[str]
    thesaurus: Thesaurus
    carrier: Paragraphs


Edit = Callable[[Paragraphs, Material, np.random.Generator], list[str]]


def light(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return the text with few changes, and its typographic marks plain."""
    tokens, lengths = _tokens(paragraphs)
    for number, at in enumerate(_chosen(len(tokens), LIGHT, rng)):
        before, word, after = _parts(tokens[at])
        change = number % 4
        if change == 0:
            word = _other(material, rng)
        elif change == 1:
            word = word.swapcase() if word.isalpha() else word.upper()
        elif change == 2:
            after = "" if after else ","
        else:
            before = word = after = ""
        tokens[at] = before + word + after
    plain = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})
    return [" ".join(it.split()).translate(plain) for it in _paragraphs(tokens, lengths)]


def truncated(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return the first part of the text."""
    tokens, lengths = _tokens(paragraphs)
    kept = round(len(tokens) * rng.uniform(*TRUNCATED))
    return [it for it in _paragraphs(tokens[:kept], lengths) if it]


def shuffled(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return the paragraphs in another order, as far as there are two."""
    order = rng.permutation(len(paragraphs))
    while len(order) > 1 and (order == np.arange(len(order))).all():
        order = rng.permutation(len(paragraphs))
    return [paragraphs[at] for at in order.tolist()]


def reworded(
    paragraphs: Paragraphs, material: Material, rng: np.random.Generator, share: float = REWORDED
) -> list[str]:
    """Return the text with random words put for a share of its words."""
    tokens, lengths = _tokens(paragraphs)
    for at in _chosen(len(tokens), share, rng):
        before, word, after = _parts(tokens[at])
        other = _other(material, rng)
        while other == word.lower():
            other = _other(material, rng)
        tokens[at] = before + (other.capitalize() if word[:1].isupper() else other) + after
    return _paragraphs(tokens, lengths)


def embedded(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return another text with one paragraph of this one inside it."""
    passage = paragraphs[int(rng.integers(len(paragraphs)))]
    at = int(rng.integers(1, max(len(material.carrier), 2)))
    return [*material.carrier[:at], passage, *material.carrier[at:]]


def synonyms(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return the text with synonyms put for a share of its content words."""
    tokens, lengths = _tokens(paragraphs)
    content, open_ = [], []
    for at, token in enumerate(tokens):
        word = _parts(token)[1]
        if is_content(word):
            content.append(at)
            if word.islower() and material.thesaurus.instead(word):
                open_.append(at)
    wanted = round(len(content) * rng.uniform(*SYNONYMS))
    for pick in rng.permutation(len(open_))[:wanted].tolist():
        before, word, after = _parts(tokens[open_[pick]])
        tokens[open_[pick]] = before + (material.thesaurus.instead(word) or word) + after
    return _paragraphs(tokens, lengths)


def embedded_synonyms(paragraphs: Paragraphs, material: Material, rng: np.random.Generator) -> list[str]:
    """Return another text with one paragraph of this one inside it, in other words."""
    passage = paragraphs[int(rng.integers(len(paragraphs)))]
    return embedded(synonyms([passage], material, rng), material, rng)


EDITS: dict[str, Edit] = {
    "light": light,
    "truncated": truncated,
    "shuffled": shuffled,
    "reworded 15 %": reworded,
    "embedded": embedded,
    "synonyms": synonyms,
    "embedded synonyms": embedded_synonyms,
}
"""Every edit by its name in the tables."""


def is_content(word: str) -> bool:
    """Return whether a word tells something: letters alone, and no word that binds others."""
    return word.isalpha() and word.lower() not in FUNCTION


def changed_content(before: Paragraphs, after: Paragraphs) -> tuple[int, int]:
    """Return how many content words differ between two texts of as many words, and how many there are."""
    pairs = zip(_tokens(before)[0], _tokens(after)[0], strict=True)
    words = [(_parts(a)[1], _parts(b)[1]) for a, b in pairs]
    content = [(a, b) for a, b in words if is_content(a)]
    return sum(a != b for a, b in content), len(content)


def _tokens(paragraphs: Paragraphs) -> tuple[list[str], list[int]]:
    """Return all words of the paragraphs, and how many each has."""
    split = [paragraph.split(" ") for paragraph in paragraphs]
    return [token for tokens in split for token in tokens], [len(tokens) for tokens in split]


def _paragraphs(tokens: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """Return the words as paragraphs of these lengths, as far as they go."""
    ends = np.cumsum(lengths).tolist()
    return [" ".join(tokens[end - length : end]) for end, length in zip(ends, lengths, strict=True)]


def _parts(token: str) -> tuple[str, str, str]:
    """Return the marks before a word, the word, and the marks after it."""
    match = _TOKEN.match(token)
    assert match is not None
    return match[1], match[2], match[3]


def _chosen(count: int, share: float, rng: np.random.Generator) -> list[int]:
    chosen: list[int] = rng.permutation(count)[: round(count * share)].tolist()
    return chosen


def _other(material: Material, rng: np.random.Generator) -> str:
    return material.words[int(rng.integers(len(material.words)))]
