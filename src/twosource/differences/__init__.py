"""Where the reports of a story differ: other words between the marks, and mentions that do not sit easily together.

Nothing here is called a lie. A variant lays two wordings of one utterance side by side, word by word. A tension names
both sides with their speakers and dates, says how hard they pull, and why.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.differences.quotations import quotations
from twosource.differences.scene import scene
from twosource.differences.tensions import tensions
from twosource.differences.variants import variants
from twosource.language.encoder import Encoder
from twosource.model import Case, Tension, Variant

__all__ = ["differences"]


def differences(case: Case, encoder: Encoder | None = None) -> Case:
    """Find the variants and the tensions of each story, within its reports and between them.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found: list[Variant] = []
    pulling: list[Tension] = []
    for reports in _stories(case):
        told = scene(case, reports, encoder)
        graded = variants(told)
        found.extend(variant for variant, _ in graded)
        pulling.extend(tensions(told, tuple(quotations(told, graded))))
    return case.with_(variants=tuple(found), tensions=tuple(pulling))


def _stories(case: Case) -> Sequence[tuple[str, ...]]:
    """Return the reports of each story, by id; a report in none is a story of its own."""
    grouped = {report for story in case.stories for report in story.reports}
    told = [tuple(sorted(story.reports)) for story in case.stories]
    return sorted([*told, *((report.id,) for report in case.reports if report.id not in grouped)])
