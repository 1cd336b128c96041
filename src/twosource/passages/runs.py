"""Which links between the sentences of two reports stand in a run with enough evidence to be a retelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from twosource.passages.retelling import LEAST_LINK, MOST_READ, MOST_SENTENCES, Link
from twosource.passages.sentences import Sentence

ALONE, IN_RUN = 2.3, 1.4
"""Evidence that one link must have, and a run of several, in two reports that share no text elsewhere."""
FAMILIAR_WORDS = 40
"""Words of shared text elsewhere from which one link is enough; with fewer, the bar lies between."""
LEAD, OPENING = 1.25, 2
"""What a sentence costs that is among the first ``OPENING`` of its report: those tell what everyone tells."""
LEAST_THINGS = 7
"""Least things answered to, by one pair alone."""
LEAST_PLAIN, MANY_THINGS = 4, 11
"""Least of them that are no names, by one pair alone: who, where and an office are told alike by everyone; unless many
things are answered to."""
MOST_GAP, GAP = 3, 0.4
"""Sentences that may be left out between two links of a run, and what each costs."""


def accepted(found: Sequence[Sentence], made: Sequence[Link], shared: Callable[[str, str], int]) -> list[Link]:
    """Return the links that stand in a run with enough evidence, the surest first.

    :param shared: words of the text that two reports share elsewhere.
    """
    by_reports: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in made:
        by_reports[found[link.a[0]].span.report, found[link.b[0]].span.report].append(link)
    kept = []
    for (one, other), own in sorted(by_reports.items()):
        strange = max(0.0, 1 - shared(one, other) / FAMILIAR_WORDS)
        kept += _in_runs(found, own, strange)
    return sorted(kept, key=lambda link: (-link.evidence, link.a, link.b))


def _in_runs(found: Sequence[Sentence], own: Sequence[Link], strange: float) -> list[Link]:
    """Return the links of two reports whose best run has enough evidence: forth to the link, and on from it."""
    worth = {link: link.evidence - strange * LEAD * _leads(found, link) for link in own}
    ordered = sorted(own, key=lambda link: (link.a, link.b))
    before, after = (_gathered(found, run, worth) for run in (ordered, ordered[::-1]))
    kept = []
    for link in ordered:
        beside = before[link] + after[link]
        bar = LEAST_LINK + strange * ((IN_RUN if beside else ALONE) - LEAST_LINK)
        if worth[link] + beside >= bar and (beside or _enough(link)):
            kept.append(link)
    return kept


def _enough(link: Link) -> bool:
    return link.things >= MANY_THINGS or (link.things >= LEAST_THINGS and link.plain >= LEAST_PLAIN)


def _gathered(found: Sequence[Sentence], run: Sequence[Link], worth: dict[Link, float]) -> dict[Link, float]:
    """Return for each link the most evidence that a run ending next to it can bring along, at least 0."""
    best: dict[Link, float] = {}
    for number, link in enumerate(run):
        best[link] = 0.0
        for other in reversed(run[:number][-MOST_READ * MOST_SENTENCES * (MOST_GAP + 2) :]):
            gap = _gap(found, link, other)
            if gap is not None:
                best[link] = max(best[link], worth[other] + best[other] - GAP * gap)
    return best


def _gap(found: Sequence[Sentence], link: Link, other: Link) -> int | None:
    """Return how many sentences lie between two links, on the side where more do; None if they are not in order."""
    first, second = sorted((link, other), key=lambda it: it.a)
    gaps = (
        found[second.a[0]].number - found[first.a[-1]].number - 1,
        found[second.b[0]].number - found[first.b[-1]].number - 1,
    )
    return max(gaps) if min(gaps) >= 0 and max(gaps) <= MOST_GAP else None


def _leads(found: Sequence[Sentence], link: Link) -> int:
    return sum(found[own[0]].number < OPENING for own in (link.a, link.b))
