"""The passages of one story, from the matches of its texts: which places of its reports are one passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from twosource.model import Passage, PassageKind, Report, Span
from twosource.passages import passage
from twosource.passages.grouping import Stretch, groups
from twosource.passages.judge import WORDS
from twosource.scale.rows import Row, texts_of
from twosource.stories.words import words

Places = Mapping[int, Sequence[tuple[Report, int]]]


def passages_of(reports: Iterable[Report], matches: Iterable[Row]) -> tuple[Passage, ...]:
    """Return the passages that reports share, in order.

    :param reports: the reports of one story.
    :param matches: rows of :data:`~twosource.scale.schema.MATCHES`; those of other texts are passed over.
    """
    places: dict[int, list[tuple[Report, int]]] = {}
    text_of: dict[int, str] = {}
    for report in reports:
        for key, start, text in texts_of(report):
            places.setdefault(key, []).append((report, start))
            text_of[key] = text
    keys = sorted(text_of)
    number = {key: place for place, key in enumerate(keys)}
    told = [_told(row, number) for row in matches if row["a"] in number and row["b"] in number]
    found = groups(sorted(set(told)))
    covered = {stretch for stretches in found for stretch in stretches}
    for key in keys:
        whole = Stretch(number[key], 0, len(text_of[key]))
        if len(places[key]) > 1 and whole not in covered and len(words(text_of[key])) >= WORDS:
            found.append((whole,))
    made = (_passage(stretches, [text_of[key] for key in keys], [places[key] for key in keys]) for stretches in found)
    return tuple(sorted((it for it in made if it is not None), key=lambda it: (it.places, it.kind)))


def _told(row: Row, number: Mapping[int, int]) -> tuple[Stretch, Stretch]:
    here = Stretch(number[row["a"]], row["a_start"], row["a_end"])
    return here, Stretch(number[row["b"]], row["b_start"], row["b_end"])


def _passage(
    stretches: Sequence[Stretch], texts: Sequence[str], places: Sequence[Sequence[tuple[Report, int]]]
) -> Passage | None:
    """Return the passage of these stretches, in every report that has the text of one; None if that is one report."""
    spans: list[Span] = sorted(
        {
            report.span(offset + stretch.start, offset + stretch.end)
            for stretch in stretches
            for report, offset in places[stretch.text]
        }
    )
    if len({span.report for span in spans}) < 2:
        return None
    first, *others = ([word.norm for word in words(texts[s.text], s.start, s.end)] for s in stretches)
    if all(first == other for other in others):
        return passage(PassageKind.VERBATIM, spans, 1.0)
    alike = min(2 * LCSseq.similarity(first, other) / (len(first) + len(other)) for other in others)
    return passage(PassageKind.NEAR, spans, alike)
