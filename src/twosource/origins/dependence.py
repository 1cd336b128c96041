"""Which reports share text that neither can be said to have found for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from twosource.model import Case, Decision, Passage, PassageKind, Span

SHARED_WORDS = 20
"""Least words that two reports share, word for word or nearly, outside what both quote, for one to depend on the other
or both on one text; shorter stretches are shared by chance and by stock phrases."""


def dependence(case: Case) -> Mapping[frozenset[str], str]:
    """Return the pairs of reports that depend on one another, with the reason in words."""
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
