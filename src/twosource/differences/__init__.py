"""Where the reports of a story differ: other words between marks, mentions in tension, and what a report leaves out.

Nothing here is called a lie. A variant lays two wordings of one utterance side by side, word by word. A tension names
both sides with their speakers and dates, says how hard they pull, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.differences.left_out import left_out
from twosource.differences.quotations import quotations
from twosource.differences.scene import scene
from twosource.differences.tensions import tensions
from twosource.differences.variants import variants
from twosource.language.encoder import Encoder
from twosource.model import Case, Claim, Silence, Span, Tension, Variant

__all__ = ["differences", "side_against"]


def differences(case: Case, encoder: Encoder | None = None) -> Case:
    """Find the variants and the tensions of each story, within its reports and between them, and what each leaves out.

    A report that speaks against a claim is not silent on it: it leaves the claim's ``silent``.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found: list[Variant] = []
    pulling: list[Tension] = []
    missing: list[Silence] = []
    claims = case.claims
    for reports in _stories(case):
        told = scene(case, reports, encoder)
        graded = variants(told)
        found.extend(variant for variant, _ in graded)
        own = tensions(told, tuple(quotations(told, graded)))
        pulling.extend(own)
        claims = _heard(claims, own)
        missing.extend(left_out(told, claims))
    return case.with_(variants=tuple(found), tensions=tuple(pulling), silences=tuple(missing), claims=claims)


def _heard(claims: Sequence[Claim], pulling: Sequence[Tension]) -> tuple[Claim, ...]:
    """Return the claims without the reports that speak against them among the silent ones."""
    sides: dict[str, list[tuple[Span, Span]]] = {}
    for tension in pulling:
        for told, other in ((tension.a, tension.b), (tension.b, tension.a)):
            sides.setdefault(told.report, []).append((told, other))
    heard = []
    for claim in claims:
        against = {
            other.report
            for mention in claim.mentions
            for told, other in sides.get(mention.span.report, ())
            if _same_place(told, mention.span)
        }
        silent = tuple(report for report in claim.silent if report not in against)
        heard.append(replace(claim, silent=silent) if len(silent) < len(claim.silent) else claim)
    return tuple(heard)


def side_against(claim: Claim, tension: Tension) -> Span | None:
    """Return the words that speak against a claim in a tension; None where the tension is about something else."""
    for told, other in ((tension.a, tension.b), (tension.b, tension.a)):
        if any(_same_place(told, mention.span) for mention in claim.mentions):
            return other
    return None


def _same_place(a: Span, b: Span) -> bool:
    return a.overlap(b) * 2 >= min(a.end - a.start, b.end - b.start)


def _stories(case: Case) -> Sequence[tuple[str, ...]]:
    """Return the reports of each story, by id; a report in none is a story of its own."""
    grouped = {report for story in case.stories for report in story.reports}
    told = [tuple(sorted(story.reports)) for story in case.stories]
    return sorted([*told, *((report.id,) for report in case.reports if report.id not in grouped)])
