"""Text that stands in two or more reports: verbatim, with few words changed, or reworded.

Verbatim and near passages are found by words alone (seeds, runs, chains, then a judgement), in any order of the text
and in any language; reworded ones by :mod:`twosource.likeness` over parsed sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from twosource.model import Case, Decision, Lineage, Passage, PassageKind, Span, stable_id
from twosource.passages.align import Region, regions
from twosource.passages.blocks import Text, texts
from twosource.passages.grouping import Stretch, groups, pairs
from twosource.passages.judge import Match, match

BOILERPLATE_STORIES = 3
"""Stories from which on a shared stretch is boilerplate: an agency's standing paragraph, a phrase of the house."""


def passages(case: Case) -> Case:
    """Find the text that the reports share. Its lineage is undecided here; the stage ``lineage`` decides it."""
    found = texts(case.reports)
    story_of = {report: story.id for story in case.stories for report in story.reports}
    stretches = groups(_matches(found))
    inside = {stretch for places in stretches for stretch in places}
    stretches += [places for places in _whole_texts(found) if not inside.issuperset(places)]
    made = [_passage(places, found) for places in stretches]
    kept = [passage for passage in made if not _boilerplate(passage, story_of)]
    return case.with_(passages=tuple(sorted(kept, key=lambda passage: passage.places)))


def _matches(found: Sequence[Text]) -> Iterator[tuple[int, int, Match]]:
    """Yield every judged match of two texts of different reports."""
    for i, j in pairs(found):
        a, b = found[i], found[j]
        if len({block.report.id for text in (a, b) for block in text.blocks}) < 2:
            continue
        for region in regions(a, b):
            judged = match(a.block, b.block, region)
            if judged:
                yield i, j, judged


def _whole_texts(found: Sequence[Text]) -> Iterator[tuple[Stretch, ...]]:
    """Yield each text that stands word for word in several reports, where it is long enough to be a passage."""
    for number, text in enumerate(found):
        if len({block.report.id for block in text.blocks}) > 1:
            length = len(text.block)
            if match(text.block, text.block, Region(0, length, 0, length)):
                yield (Stretch(number, 0, length),)


def _passage(places: Sequence[Stretch], found: Sequence[Text]) -> Passage:
    """Return the passage of these stretches: in every report that has the text of one."""
    spans = sorted(
        {block.span(place.start, place.end) for place in places for block in found[place.text].blocks},
    )
    first, *others = (found[place.text].block.numbers[place.start : place.end].tolist() for place in places)
    similarity = min((_alike(first, other) for other in others), default=1.0)
    kind = PassageKind.VERBATIM if similarity == 1 else PassageKind.NEAR
    return passage(kind, spans, similarity)


def passage(kind: PassageKind, places: Sequence[Span], similarity: float) -> Passage:
    """Return a passage whose lineage is yet to be decided."""
    return Passage(
        id=stable_id("passage", kind, *(f"{place.report}:{place.start}:{place.end}" for place in places)),
        kind=kind,
        places=tuple(places),
        similarity=round(similarity, 4),
        lineage=Lineage(None, Decision.UNDECIDED),
    )


def _alike(a: Sequence[int], b: Sequence[int]) -> float:
    """Return the share of words in common, in order (Dice)."""
    return 2 * LCSseq.similarity(a, b) / (len(a) + len(b))


def _boilerplate(found: Passage, story_of: dict[str, str]) -> bool:
    """Return whether a passage stands in reports of many stories, so that it tells nothing of any of them."""
    return len({story_of.get(place.report, "") for place in found.places}) >= BOILERPLATE_STORIES
