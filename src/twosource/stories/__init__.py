"""Which reports are of one event: words weighted by rarity, headlines and dates, joined by average likeness.

No grammar is needed, so that an archive of thousands of reports can be grouped. A missed join is preferred to a
wrong one: who, where, what *and when* must agree, and the same actors months later are another story.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Mapping, Sequence

from twosource.model import Case, Reason, Report, Story, stable_id
from twosource.stories.features import Features, features
from twosource.stories.links import link, scores

JOIN = 0.135
"""Least average score between two groups of reports that makes them one story. Set on 47 real events (215 reports,
``python -m bench.stories``): B³ precision 0.986, recall 0.889, F1 0.935; at 0.13 0.961, 0.897, 0.928."""


def stories(case: Case) -> Case:
    """Group the reports into stories; each report is in one, alone where nothing joins it.

    ``independent_reports`` is the number of reports here; :func:`twosource.lineage.lineage` corrects it.
    """
    reports = sorted(case.reports, key=lambda report: (_content_hash(report), report.id))
    same: dict[tuple[str, str | None], list[Report]] = {}
    for report in reports:
        same.setdefault((report.text, report.date), []).append(report)
    copies = list(same.values())
    texts = [fellows[0] for fellows in copies]
    found = features(texts)
    pairs = scores(texts, found)
    groups = _join([len(fellows) for fellows in copies], pairs)
    made = [_story(group, copies, found, pairs) for group in groups]
    return case.with_(stories=tuple(sorted(made, key=lambda story: story.reports)))


def _story(
    group: Sequence[int],
    copies: Sequence[Sequence[Report]],
    found: Sequence[Features],
    pairs: Mapping[tuple[int, int], float],
) -> Story:
    """Return the story of these texts, with the link of each report to the fellow that it is nearest to."""
    reasons: list[tuple[str, list[Reason]]] = []
    for i in group:
        first, *others = copies[i]
        fellows = [j for j in group if j != i]
        if fellows:
            j = max(fellows, key=lambda j: (pairs.get((min(i, j), max(i, j)), 0.0), -j))
            best = link(first, copies[j][0], found[i], found[j])
            where = f"{first.id} with {copies[j][0].id}"
            reasons.append((first.id, [Reason(r.signal, f"{where}: {r.detail}", r.weight) for r in best.reasons]))
        for other in others:
            reasons.append((other.id, [Reason("same text", f"{other.id} with {first.id}: the text and the date", 1.0)]))
    reports = [report for i in group for report in copies[i]]
    return Story(
        id=stable_id("story", *sorted(_content_hash(report) for report in reports)),
        reports=tuple(sorted(report.id for report in reports)),
        independent_reports=len(reports),
        reasons=tuple(reason for _, found_for in sorted(reasons, key=lambda item: item[0]) for reason in found_for),
    )


def _content_hash(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()


def _join(sizes: Sequence[int], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Join texts bottom up by average linkage (UPGMA) over the sparse pairs, the strongest first.

    :param sizes: how many reports carry each text.

    A pair that is not listed counts as 0, so that a chain of half-alike reports does not run away.
    """
    groups = {i: [i] for i in range(len(sizes))}
    weight = dict(enumerate(sizes))
    near: dict[int, dict[int, float]] = {i: {} for i in groups}
    for (i, j), score in pairs.items():
        near[i][j] = near[j][i] = score
    queue = [(-score, i, j) for (i, j), score in pairs.items() if score >= JOIN]
    heapq.heapify(queue)
    while queue:
        negative, i, j = heapq.heappop(queue)
        if i not in groups or j not in groups or near[i].get(j) != -negative:
            continue  # one of the two has been joined since, or their average has changed
        size, other = weight[i], weight[j]
        weight[i] += other
        groups[i].extend(groups.pop(j))
        theirs = near.pop(j)
        near[i].pop(j)
        theirs.pop(i)
        for k in sorted(near[i].keys() | theirs.keys()):
            score = (size * near[i].get(k, 0.0) + other * theirs.get(k, 0.0)) / (size + other)
            near[i][k] = near[k][i] = score
            near[k].pop(j, None)
            if score >= JOIN:
                heapq.heappush(queue, (-score, min(i, k), max(i, k)))
    return [sorted(group) for _, group in sorted(groups.items())]
