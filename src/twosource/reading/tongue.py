"""In which language a report is written, where it has enough words to tell."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

LEAST_WORDS = 20
"""Words below which a detector's answer is chance."""
LEAST_CONFIDENCE = 0.8
"""Normalised probability below which the answer is not taken; news paragraphs reach 0.99."""
CODE_LETTERS = 2
"""Letters of an ISO 639-1 code. The detector's longer codes (creoles, Scots) are what it gives for odd English."""
SAMPLE_CHARACTERS = 5_000
"""Characters that are looked at: more change nothing in running text."""
REMEMBERED = 256
"""Samples whose language is remembered, so that it is told once for all copies of a report."""


def tongue(text: str) -> str | None:
    """Return the language of running text as an ISO 639-1 code, or None where that cannot be told.

    Method: py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin, langid.py, ACL 2012).
    """
    return _of_sample(text[:SAMPLE_CHARACTERS])


@lru_cache(maxsize=REMEMBERED)
def _of_sample(sample: str) -> str | None:
    letters = [character for character in sample if character.isalpha()]
    if sum(_latin(letter) for letter in letters) * 2 < len(letters):
        return _written_elsewhere(sample)
    if len(sample.split()) < LEAST_WORDS:
        return None
    language, confidence = _identifier().classify(sample)
    known = confidence >= LEAST_CONFIDENCE and len(language) == CODE_LETTERS
    return str(language) if known else None


def _latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


def _written_elsewhere(sample: str) -> str:
    """Return the language of a text in another script than ours, "und" (undetermined) where that cannot be told.

    However short it is, such a text is not English, and must not be read as if it were.
    """
    language, confidence = _identifier().classify(sample)
    known = confidence >= LEAST_CONFIDENCE and len(language) == CODE_LETTERS and language != "en"
    return str(language) if known else "und"


@cache
def _identifier() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
