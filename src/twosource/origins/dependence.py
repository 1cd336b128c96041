"""Which reports share text that neither can be said to have found for itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from twosource.lineage import dependent_reports
from twosource.model import Case, Decision, PassageKind, joined

SHARED_WORDS = 20
"""Least words that two reports share, word for word or nearly, outside what both quote, for it to be open whether one
drew on the other; shorter stretches are shared by chance and by stock phrases."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """Why two reports may be one voice; ``sure`` where they share a substantial part of their own words."""

    why: str
    sure: bool


class Dependences:
    """What joins the reports of a case, told pair by pair when asked: two hundred copies make 20,000 pairs."""

    def __init__(self, case: Case) -> None:
        groups = dependent_reports(case)
        self._group = {report: number for number, group in enumerate(groups) for report in group.reports}
        self._sure = tuple(
            Dependence(f"{joined(group.reports)} share a substantial part of their own words", sure=True)
            for group in groups
        )
        self._words: dict[str, dict[int, list[int]]] = {}
        """By report and passage: how many words each place of it there has."""
        for number, passage in enumerate(case.passages):
            if passage.kind is PassageKind.REWORDED or passage.lineage.decision is Decision.QUOTATION:
                continue
            for place in passage.places:
                own = self._words.setdefault(place.report, {})
                own.setdefault(number, []).append(len(place.text.split()))

    def between(self, a: str, b: str) -> Dependence | None:
        """Return whether two reports depend on one another, surely or perhaps, with the reason in words."""
        if self.group(a) == self.group(b):
            return self._sure[self._group[a]] if a in self._group else None
        here, there = self._words.get(a, {}), self._words.get(b, {})
        count = sum(min(x, y) for number in here.keys() & there.keys() for x in here[number] for y in there[number])
        if count < SHARED_WORDS:
            return None
        return Dependence(f"{' and '.join(sorted((a, b)))} share {count} words in the same order", sure=False)

    def group(self, report: str) -> Hashable:
        """Return what is equal for reports that surely depend on one another, a report alone among them."""
        return self._group.get(report, report)
