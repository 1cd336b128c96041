"""Variants that change the meaning, as tensions: one speaker's words between the marks, and they are not the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.differences.finding import Finding, Side
from twosource.differences.grading import MEANING, Grade
from twosource.differences.scene import Scene
from twosource.model import Span, Strength, Variant

GRAVE = frozenset(
    f"{what} {how}"
    for what, hows in (
        ("figure", ("differs", "added", "left out")),
        ("name", ("differs", "added", "left out")),
        ("unit", ("differs",)),
        ("date", ("differs",)),
        ("place", ("differs",)),
        ("negation", ("differs",)),
        ("direction", ("differs",)),
    )
    for how in hows
)
"""What a reader would stop at, if one speaker's words between the marks differ in it."""
QUOTATION = "quotation"
"""How the topics of these findings begin."""
SHOWN = 2
"""Most differences that the reading names."""


def quotations(scene: Scene, graded: Iterable[tuple[Variant, Grade]]) -> Iterator[Finding]:
    """Return the variants between two reports that change the meaning."""
    for number, (variant, told) in enumerate(graded):
        a, b = variant.places[:2]
        if told.grade != MEANING or a.report == b.report:
            continue
        grave = [reason for reason in told.reasons if reason.signal in GRAVE]
        by_words = variant.reasons[0].signal == "words"
        pairs = "; ".join(f"“{here or '–'}” / “{there or '–'}”" for here, there in variant.differences[:SHOWN])
        yield Finding(
            kind="words between the marks",
            strength=Strength.STRONG if grave and by_words else Strength.MEDIUM if by_words else Strength.WEAK,
            a=_side(scene, a),
            b=_side(scene, b),
            gloss=f"the words between the marks differ: {pairs}",
            reasons=(variant.reasons[0], *(grave or told.reasons)),
            topic=(QUOTATION, a.report, number),
        )


def _side(scene: Scene, span: Span) -> Side:
    """Return a place with the chain and the day of the statement whose words stand there."""
    around = [
        statement
        for statement in scene.statements.get(span.report, ())
        if any(span.overlap(quoted) == len(span.text) for quoted in statement.quoted)
    ]
    inner = max(around, key=lambda s: (len(s.chain), s.id), default=None)
    day = scene.report(span.report).date
    return Side(span, inner.chain if inner else (), (inner.when if inner else None) or day)
