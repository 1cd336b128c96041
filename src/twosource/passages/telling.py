"""What is noted of each word of a text, and how much a word tells."""

from __future__ import annotations

import math

from twosource.stories.words import RARE, share

CONTENT, PLAIN, PARAGRAPH, SENTENCE, PHRASE, OPENED, CLOSED, ENDS_CLOSED = (1 << n for n in range(8))
"""What is noted of a word, as bits: it is a content word; one that is no figure, no word of the trade, no name; a
paragraph, a sentence, a clause starts before it; a quotation mark opens, or closes, before it; one closes after it,
where it is the last."""
UNIT = 250
"""How much a word tells that weighs 1, that of a rare word, in the whole numbers of a byte."""


def weight(norm: str) -> float:
    """Return how much a word tells: the logarithm of its rarity in news at large, 0…1."""
    return math.log(share(norm)) / math.log(RARE)
