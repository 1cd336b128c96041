"""In which language a report is written, where it has enough words to tell."""

from __future__ import annotations

from functools import cache
from typing import Any

LEAST_WORDS = 20
"""Words below which a detector's answer is chance."""
LEAST_CONFIDENCE = 0.8
"""Normalised probability below which the answer is not taken; news paragraphs reach 0.99."""
CODE_LETTERS = 2
"""Letters of an ISO 639-1 code. The detector's longer codes (creoles, Scots) are what it gives for odd English."""
SAMPLE_CHARACTERS = 5_000
"""Characters that are looked at: more change nothing in running text."""


def tongue(text: str) -> str | None:
    """Return the language of running text as an ISO 639-1 code, or None where that cannot be told.

    Method: py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin, langid.py, ACL 2012).
    """
    sample = text[:SAMPLE_CHARACTERS]
    if len(sample.split()) < LEAST_WORDS:
        return None
    language, confidence = _identifier().classify(sample)
    known = confidence >= LEAST_CONFIDENCE and len(language) == CODE_LETTERS
    return str(language) if known else None


@cache
def _identifier() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
