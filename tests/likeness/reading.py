"""Read invented sentences as units, for the tests of likeness."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language.parser import SpacyParser
from twosource.likeness import Unit, unit, with_vectors
from twosource.model import Paragraph, PartKind, Span


def units(texts: Sequence[str], vectors: bool = True) -> tuple[Unit, ...]:
    """Return each text as one unit."""
    found = tuple(
        unit(Paragraph(f"{number}.txt", 0, PartKind.BODY, parse), Span(f"{number}.txt", 0, len(text), text))
        for number, (text, parse) in enumerate(zip(texts, SpacyParser().parse(texts), strict=True))
    )
    return with_vectors(found) if vectors else found
