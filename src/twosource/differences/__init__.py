"""Where the reports of a story differ: other words between the marks, and mentions that do not sit easily together.

Nothing here is called a lie. A variant lays two wordings of one utterance side by side, word by word. A tension names
both sides with their speakers and dates, says how hard they pull, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.differences.quotations import quotations
from twosource.differences.scene import scene
from twosource.differences.tensions import tensions
from twosource.differences.variants import variants
from twosource.language.encoder import Encoder
from twosource.model import Case, Claim, Span, Tension, Variant

__all__ = ["differences", "side_against"]


def differences(case: Case, encoder: Encoder | None = None) -> Case:
    """Find the variants and the tensions of each story, within its reports and between them.

    A report that speaks against a claim is not silent on it: it leaves the claim's ``silent``.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found: list[Variant] = []
    pulling: list[Tension] = []
    for reports in _stories(case):
        told = scene(case, reports, encoder)
        graded = variants(told)
        found.extend(variant for variant, _ in graded)
        pulling.extend(tensions(told, tuple(quotations(told, graded))))
    claims = tuple(_heard(claim, pulling) for claim in case.claims)
    return case.with_(variants=tuple(found), tensions=tuple(pulling), claims=claims)


def _heard(claim: Claim, pulling: Sequence[Tension]) -> Claim:
    """Return the claim without the reports that speak against it among the silent ones."""
    against = {side.report for tension in pulling if (side := side_against(claim, tension))}
    silent = tuple(report for report in claim.silent if report not in against)
    return replace(claim, silent=silent) if len(silent) < len(claim.silent) else claim


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
