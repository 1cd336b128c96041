"""Which reports are of one event: who, where, what *and when*, from plain columns, for two reports or millions.

No grammar is needed. A missed join is preferred to a wrong one, and the same actors later are another story. Five pure
functions make stories; :func:`stories` is the stage that runs them on a case, and an archive runs the same ones:

- ``features(report) -> Features``: from one report alone, so that they can be stored and used again. Plain columns:
  ``text``, ``day``, ``length``, and lists of numbers (``terms``, ``weights``, ``heads``, ``leads``, ``kinds``,
  ``units``, ``figures``, ``vector``).
- ``block(features) -> Block``: the same columns of many reports, end to end. ``distinct(texts, days)`` says which row
  stands for each text: go on with those alone (``block.take``), copies have the label of theirs.
- ``links(block) -> Links``: arrays ``first, second, scores`` of the pairs that matter. For a part of an archive:
  ``links(block, first_day, last_day)``, where the block holds the days from ``first_day - WINDOW`` and all that have no
  date; the parts' pairs together are those of the whole.
- ``groups(block, links) -> labels``: the row of each report's founder. ``components(n, first, second)`` cuts an archive
  into parts that can be settled apart: ``groups`` of each part alone gives the same as of the whole.
- ``story_id(text, day)`` of the founder names the story; ``inherited(stories, previous)`` keeps the names of an earlier
  grouping when reports were added.

What links, groups and ids come out does not depend on the order of the reports, on their ids, or on how they are cut
into parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import Case, Reason, Report, Story
from twosource.stories.blocks import Block, Ints, block, distinct
from twosource.stories.features import NO_DAY, Features, day_of, features, lead, text_hash
from twosource.stories.groups import components, groups
from twosource.stories.ids import inherited, members, story_id
from twosource.stories.links import WINDOW, Links, links, scores
from twosource.stories.reasons import Link, link
from twosource.stories.together import FEW, TOGETHER, all_pairs, whatever_day

__all__ = [
    "NO_DAY",
    "TOGETHER",
    "WINDOW",
    "Block",
    "Features",
    "Link",
    "Links",
    "block",
    "components",
    "day_of",
    "distinct",
    "features",
    "groups",
    "inherited",
    "lead",
    "link",
    "links",
    "nearest",
    "scores",
    "stories",
    "story_id",
    "text_hash",
]


def stories(case: Case, vectors: Mapping[str, NDArray[np.float32]] | None = None, *, together: bool = True) -> Case:
    """Group the reports into stories; each report is in one, alone where nothing joins it.

    ``independent_reports`` is the number of reports here; :func:`twosource.lineage.lineage` corrects it.

    :param vectors: report id → vector of its :func:`lead`, where the caller has one for every report.
    :param together: the reports were given as those of one event, so that less is enough to make them one story; an
        archive's were not.
    """
    reports = sorted(case.reports, key=lambda report: report.id)
    if not reports:
        return case.with_(stories=())
    found = [features(report, None if vectors is None else vectors[report.id]) for report in reports]
    whole = block(found)
    stands = distinct(whole.texts, whole.days)
    rows = np.unique(stands)
    texts = whole.take(rows)
    few = together and len(texts) <= FEW
    pairs = all_pairs(texts) if few else links(texts)
    labels = groups(texts, pairs, TOGETHER if together else None)
    if few:
        labels = whatever_day(texts, labels)
    best = rows[nearest(texts, pairs, labels)]
    fellow = {int(row): int(other) for row, other in zip(rows, best, strict=True)}
    founder = rows[labels][np.searchsorted(rows, stands)].tolist()
    made = [
        _story(founder, group, [int(row) for row in stands], fellow, reports, found)
        for founder, group in members(founder).items()
    ]
    return case.with_(stories=tuple(sorted(made, key=lambda story: story.reports)))


def nearest(block: Block, links: Links, labels: Ints) -> Ints:
    """Return for each report the fellow of its story with the strongest link to it, itself where there is none.

    Of equals the first in the canonical order, so that the answer depends on the reports alone.
    """
    order = block.order()
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    inside = labels[links.first] == labels[links.second]
    one = np.concatenate([links.first[inside], links.second[inside]])
    other = np.concatenate([links.second[inside], links.first[inside]])
    strength = np.concatenate([links.scores[inside], links.scores[inside]])
    rank = np.lexsort((place[other], -strength, one))
    found = np.arange(len(block))
    rows, first = np.unique(one[rank], return_index=True)
    found[rows] = other[rank][first]
    return found


def _story(
    founder: int,
    group: Sequence[int],
    stands: Sequence[int],
    fellow: Mapping[int, int],
    reports: Sequence[Report],
    found: Sequence[Features],
) -> Story:
    """Return the story of these reports, with the link of each to the fellow that it is nearest to."""
    reasons: list[Reason] = []
    for row in group:
        own, text = reports[row].id, stands[row]
        if text != row:
            reasons.append(Reason("same text", f"{own} with {reports[text].id}: the text", 1.0))
        elif fellow[row] != row:
            other = fellow[row]
            where = f"{own} with {reports[other].id}"
            told = link(reports[row], reports[other], found[row], found[other]).reasons
            reasons.extend(Reason(r.signal, f"{where}: {r.detail}", r.weight) for r in told)
    return Story(
        id=story_id(found[founder].text, found[founder].day),
        reports=tuple(reports[row].id for row in group),
        independent_reports=len(group),
        reasons=tuple(reasons),
    )
