"""How much a word tells."""

from __future__ import annotations

import math

from twosource.stories.words import RARE, share


def weight(norm: str) -> float:
    """Return how much a word tells: the logarithm of its rarity in news at large, 0…1."""
    return math.log(share(norm)) / math.log(RARE)
