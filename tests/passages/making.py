"""Invented texts of any length, told apart by their seed, and known edits of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

SYLLABLES = ("ba", "dor", "fen", "gul", "kir", "lam", "mos", "nev", "pal", "ros", "sil", "tor", "vun", "zel")


def chance(seed: int) -> random.Random:
    """Return the same numbers for the same seed in every run."""
    return random.Random(seed)  # noqa: S311  # invented noise, no secret


def words(seed: int, count: int) -> list[str]:
    """Return invented words, hardly one of them twice."""
    draw = chance(seed)
    return ["".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))) for _ in range(count)]


def paragraph(seed: int, count: int = 60) -> str:
    """Return sentences of twelve words."""
    made = words(seed, count)
    sentences = (" ".join(made[k : k + 12]).capitalize() + "." for k in range(0, count, 12))
    return " ".join(sentences)


def report(seed: int, paragraphs: int = 5) -> list[str]:
    """Return the paragraphs of an invented report."""
    return [paragraph(1000 * seed + k) for k in range(paragraphs)]


def text(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as one text."""
    return "\n\n".join(paragraphs)


def reworded(original: str, share: float, seed: int) -> str:
    """Return a text in which this share of the words is another, or gone."""
    draw, made = chance(seed), []
    for word in original.split(" "):
        if draw.random() >= share:
            made.append(word)
        elif draw.random() < 0.7:
            made.append(draw.choice(SYLLABLES) + "x")
    return " ".join(made)
