"""Text that stands in two or more reports: verbatim, with few words changed, or reworded.

Verbatim and near passages are found by words alone (seeds, runs, chains, then a judgement), in any order of the text
and in any language; reworded ones by :mod:`twosource.likeness` over parsed sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from twosource.language.encoder import Encoder
from twosource.model import Case, Decision, Lineage, Passage, PassageKind, Span, stable_id
from twosource.passages.blocks import Text, texts
from twosource.passages.grouping import Stretch, groups
from twosource.passages.reworded import reworded

BOILERPLATE_STORIES = 3
"""Stories from which on a shared stretch is boilerplate: an agency's standing paragraph, a phrase of the house."""


def passages(case: Case, encoder: Encoder | None = None) -> Case:
    """Find the text that the reports share. Its lineage is undecided here; the stage ``lineage`` decides it.

    :raises ModelError: if there are sentences to judge and the encoder cannot be loaded.
    """
    from twosource.passages.compared import matches, worth  # compiled functions, which take a moment to load

    found = texts(case.reports)
    story_of = {report: story.id for story in case.stories for report in story.reports}
    likeness = matches(found)
    stretches = _run_together(groups(likeness), found)
    inside = {stretch for places in stretches for stretch in places}
    stretches += [places for places in _whole_texts(found, worth) if not inside.issuperset(places)]
    made = [_passage(places, found, likeness) for places in stretches]
    made = [it for it in made if not _boilerplate(it, story_of)]
    retold = reworded(case.paragraphs, made, story_of, encoder)
    made += [passage(PassageKind.REWORDED, places, likeness) for places, likeness in retold]
    return case.with_(passages=tuple(sorted(made, key=lambda it: (it.places, it.kind))))


def _whole_texts(found: Sequence[Text], worth: Callable[[Text], bool]) -> Iterator[tuple[Stretch, ...]]:
    """Yield each text that stands word for word in several reports, where it is long enough to be a passage."""
    for number, text in enumerate(found):
        if len({block.report.id for block in text.blocks}) > 1 and worth(text):
            yield (Stretch(number, 0, len(text.block)),)


def _run_together(stretches: Sequence[tuple[Stretch, ...]], found: Sequence[Text]) -> list[tuple[Stretch, ...]]:
    """Join verbatim passages that follow one another in just the same texts: paragraphs copied in a row."""
    by_start = {tuple((s.text, s.start) for s in places): places for places in stretches if _verbatim(places, found)}
    for key in sorted(by_start, reverse=True):  # from the last to the first, so that a run is joined from its end
        places = by_start[key]
        follower = by_start.pop(tuple((s.text, s.end) for s in places), None)
        if follower:
            by_start[key] = tuple(Stretch(s.text, s.start, t.end) for s, t in zip(places, follower, strict=True))
    near = [places for places in stretches if not _verbatim(places, found)]
    return sorted([*near, *by_start.values()])


def _verbatim(places: Sequence[Stretch], found: Sequence[Text]) -> bool:
    """Return whether the words of all stretches are the same."""
    first, *others = (found[s.text].block.numbers[s.start : s.end] for s in places)
    return all(len(first) == len(other) and bool((first == other).all()) for other in others)


def _passage(
    places: Sequence[Stretch], found: Sequence[Text], likeness: Mapping[tuple[Stretch, Stretch], float]
) -> Passage:
    """Return the passage of these stretches: in every report that has the text of one."""
    spans = sorted(
        {block.span(place.start, place.end) for place in places for block in found[place.text].blocks},
    )
    first, *others = places
    alike = [likeness.get((first, other)) or _alike(first, other, found) for other in others]
    kind = PassageKind.VERBATIM if _verbatim(places, found) else PassageKind.NEAR
    return passage(kind, spans, min(alike, default=1.0) if kind is PassageKind.NEAR else 1.0)


def passage(kind: PassageKind, places: Sequence[Span], similarity: float) -> Passage:
    """Return a passage whose lineage is yet to be decided."""
    return Passage(
        id=stable_id("passage", kind, *(f"{place.report}:{place.start}:{place.end}" for place in places)),
        kind=kind,
        places=tuple(places),
        similarity=round(similarity, 4),
        lineage=Lineage(None, Decision.UNDECIDED),
    )


def _alike(a: Stretch, b: Stretch, found: Sequence[Text]) -> float:
    """Return the share of words in common, in order (Dice)."""
    here, there = (found[s.text].block.numbers[s.start : s.end].tolist() for s in (a, b))
    return 2 * LCSseq.similarity(here, there) / (len(here) + len(there))


def _boilerplate(found: Passage, story_of: dict[str, str]) -> bool:
    """Return whether a passage stands in reports of many stories, so that it tells nothing of any of them."""
    return len({story_of.get(place.report, "") for place in found.places}) >= BOILERPLATE_STORIES
