"""The verbatim and near passages that were found before: what mostly lies in one is not looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.model import Passage, Span

FAMILIAR = 0.6
"""Least share of content words that answer to one another in order (Dice), where the reports share text elsewhere."""
STRANGE = 0.75
"""The same where they do not."""
SHARED_WORDS = 15
"""Words of shared passages from which two reports are taken to share text elsewhere."""
COVERED = 0.5
"""Share of a stretch that lies in a passage of both reports from which it needs no second finding."""


class Before:
    """The passages that were found before, by report.

    :param words: how many words of each passage count as shared text; all of them for None.
    """

    def __init__(self, found: Sequence[Passage], words: Sequence[int] | None = None) -> None:
        self._places: dict[str, dict[int, list[Span]]] = defaultdict(dict)
        told = [min(len(place.text.split()) for place in passage.places) for passage in found]
        self._words = told if words is None else words
        for number, passage in enumerate(found):
            for place in passage.places:
                self._places[place.report].setdefault(number, []).append(place)

    def _common(self, one: str, other: str) -> list[int]:
        return sorted(self._places[one].keys() & self._places[other].keys())

    def least(self, here: Span, there: Span) -> float:
        """Return the likeness that two stretches must have: less where its reports share text elsewhere."""
        return FAMILIAR if self.words(here.report, there.report) >= SHARED_WORDS else STRANGE

    def words(self, one: str, other: str) -> int:
        """Return how many words of passages two reports share."""
        return sum(self._words[number] for number in self._common(one, other))

    def covers(self, here: Span, there: Span) -> bool:
        """Return whether a passage covers half of one stretch, at a place that meets the other stretch."""
        for number in self._common(here.report, there.report):
            one = max(place.overlap(here) for place in self._places[here.report][number])
            other = max(place.overlap(there) for place in self._places[there.report][number])
            share = max(one / (here.end - here.start), other / (there.end - there.start))
            if one and other and share >= COVERED:
                return True
        return False
