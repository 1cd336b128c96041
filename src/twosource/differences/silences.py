"""Something that was not mentioned, against a hint that it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from twosource.claims.told import Told
from twosource.differences.finding import Finding, side, spoken
from twosource.differences.scene import Scene
from twosource.differences.words import REFERENCE, SAYING
from twosource.likeness.verdict import has_word
from twosource.likeness.words import NEGATIONS
from twosource.model import Reason, Span, Stance, Statement, Strength

TOPIC = 0.4
"""Least cosine between what was not mentioned and what was hinted; with one meaning word in common, ``NEAR_TOPIC``."""
NEAR_TOPIC = 0.3
MOST = 60
"""Most pieces of a story of either kind that are looked at; a story has a handful."""


def silences(scene: Scene) -> Iterator[Finding]:
    """Find "there was no mention of …" against a hint at the same topic."""
    silent = list(islice((n for n, item in enumerate(scene.items) if _no_mention(item)), MOST))
    hints = list(islice((n for n, item in enumerate(scene.items) if _hints(item)), MOST))
    for hint in hints:
        for number in silent:
            found = _against(scene, number, hint)
            if found:
                yield found


def _no_mention(item: Told) -> bool:
    """Return whether a piece says so: "no mention of", "did not mention", "said nothing about"."""
    unit = item.unit
    if unit.negated_words & REFERENCE or (unit.negated and REFERENCE & unit.content):
        return True
    words = set(unit.words)
    return (unit.negated and unit.predicate in REFERENCE) or (
        unit.predicate in SAYING and "nothing" in words and bool(words & NEGATIONS)
    )


def _hints(item: Told) -> bool:
    statement = item.statement
    return statement is not None and statement.stance is Stance.HINTED and not item.unit.negated


def _against(scene: Scene, silent: int, hint: int) -> Finding | None:
    a, b = scene.items[silent], scene.items[hint]
    if a.unit.vector is None or b.unit.vector is None or b.statement is None or a.span.overlap(b.span):
        return None
    near = float(a.unit.vector @ b.unit.vector)
    shared = sorted(word for word in b.unit.content if has_word(word, a.unit.content))
    if near < (NEAR_TOPIC if shared else TOPIC):
        return None
    reasons = [Reason("topic", f"cosine {near:.2f}", round(near, 2))]
    if shared:
        reasons.append(Reason("words", ", ".join(shared)))
    return Finding(
        kind="no mention against a hint",
        strength=Strength.MEDIUM,
        a=side(scene, a),
        b=spoken(scene, b.statement, _with_frame(scene, b.statement, b.span)),
        gloss="one tells that nothing was mentioned, the other hints at it: perhaps of two occasions",
        reasons=tuple(reasons),
        topic=("silence", scene.claim_of.get(silent, -1 - silent), scene.claim_of.get(hint, -1 - hint)),
        rank=(float(a.report != b.report), -near),
    )


def _with_frame(scene: Scene, statement: Statement, span: Span) -> Span:
    """Return a content with the source and the cue before it, where they stand in one sentence."""
    paragraph = scene.paragraph(span)
    starts = [part.start for part in (statement.source, statement.cue) if part is not None and part.start < span.start]
    if not starts or paragraph is None or min(starts) < paragraph.start:
        return span
    if any(min(starts) < paragraph.start + s.start <= span.start for s in paragraph.parse.sentences):
        return span
    return scene.report(span.report).span(min(starts), span.end)
