"""Do two stretches of text tell the same thing? Vectors propose, words decide, and each answer carries its reasons."""

from __future__ import annotations

from twosource.likeness.units import Unit, unit, with_vectors
from twosource.likeness.verdict import Verdict, judge, verdicts

__all__ = ["Unit", "Verdict", "judge", "unit", "verdicts", "with_vectors"]
