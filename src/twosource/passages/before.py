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
    """The passages that were found before, by report."""

    def __init__(self, found: Sequence[Passage]) -> None:
        self._places: dict[str, dict[int, list[Span]]] = defaultdict(dict)
        self._words = [min(len(place.text.split()) for place in passage.places) for passage in found]
        for number, passage in enumerate(found):
            for place in passage.places:
                self._places[place.report].setdefault(number, []).append(place)

    def _common(self, here: Span, there: Span) -> list[int]:
        return sorted(self._places[here.report].keys() & self._places[there.report].keys())

    def least(self, here: Span, there: Span) -> float:
        """Return the likeness that two stretches must have: less where its reports share text elsewhere."""
        shared = sum(self._words[number] for number in self._common(here, there))
        return FAMILIAR if shared >= SHARED_WORDS else STRANGE

    def covers(self, here: Span, there: Span) -> bool:
        """Return whether a passage covers half of one stretch, at a place that meets the other stretch."""
        for number in self._common(here, there):
            one = max(place.overlap(here) for place in self._places[here.report][number])
            other = max(place.overlap(there) for place in self._places[there.report][number])
            share = max(one / (here.end - here.start), other / (there.end - there.start))
            if one and other and share >= COVERED:
                return True
        return False
