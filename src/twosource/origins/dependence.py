"""Which reports share text that neither can be said to have found for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from twosource.lineage import dependent_reports
from twosource.model import Case, Decision, Passage, PassageKind, Span, joined

SHARED_WORDS = 20
"""Least words that two reports share, word for word or nearly, outside what both quote, for it to be open whether one
drew on the other; shorter stretches are shared by chance and by stock phrases."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """Why two reports may be one voice; ``sure`` where they share a substantial part of their own words."""

    why: str
    sure: bool


def dependence(case: Case) -> Mapping[frozenset[str], Dependence]:
    """Return the pairs of reports that depend on one another, surely or perhaps, with the reason in words."""
    found = {pair: Dependence(why, sure=False) for pair, why in _sharing(case).items()}
    for group in dependent_reports(case):
        why = f"{joined(group.reports)} share a substantial part of their own words"
        for a, b in combinations(group.reports, 2):
            found[frozenset((a, b))] = Dependence(why, sure=True)
    return found


def _sharing(case: Case) -> Mapping[frozenset[str], str]:
    """Return the pairs of reports that share some text, with the number of words."""
    words: dict[frozenset[str], int] = {}
    for passage in case.passages:
        if passage.kind is PassageKind.REWORDED or passage.lineage.decision is Decision.QUOTATION:
            continue
        for a, b in _pairs(passage):
            pair = frozenset((a.report, b.report))
            words[pair] = words.get(pair, 0) + min(len(a.text.split()), len(b.text.split()))
    return {
        pair: f"{' and '.join(sorted(pair))} share {count} words in the same order"
        for pair, count in words.items()
        if count >= SHARED_WORDS
    }


def _pairs(passage: Passage) -> Iterator[tuple[Span, Span]]:
    return ((a, b) for a, b in combinations(passage.places, 2) if a.report != b.report)
