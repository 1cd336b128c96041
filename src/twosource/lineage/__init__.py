"""Who had what from whom: each pair of reports that share text, each passage, and how many reports are independent.

Likeness alone never tells a direction. What does is written in the reports: a credit line, a name beside the passage,
"told the Selm Post" left in, quotation marks; the time only rules directions out. Where that is thin the answer is
"undecided".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.lineage.answers import UPSTREAM, Answer, Weighed, choose
from twosource.lineage.copies import copies, told, weigh_all
from twosource.lineage.credited import Credited
from twosource.lineage.dependence import Dependence, dependent_reports
from twosource.lineage.facts import Facts, facts, likely_origins
from twosource.lineage.relays import ONE_RELAY, Relays
from twosource.lineage.shared import CROWD, Shared, Stretch, shared
from twosource.lineage.voice import voices
from twosource.lineage.weights import DECIDED, QUOTED
from twosource.model import Case, Decision, Lineage, Passage, Reason

__all__ = [
    "DECIDED", "Dependence", "Shared", "Stretch", "copies", "dependent_reports", "lineage", "shared",
]  # fmt: skip


def lineage(case: Case) -> Case:
    """Decide who is upstream of each pair and each passage, and count the independent reports of each story.

    An exact copy adds none, and reports that share a substantial part of their own-voice text count as one.
    Statements and sources are used where the case has them: who is said to have said a passage.
    """
    voice_of = voices(case.reports)
    inside = {place.report for passage in case.passages for place in passage.places}
    known = facts((report for report in case.reports if report.id in inside), voice_of)
    relays = Relays(case)
    pairs = shared(case.passages, lambda reports: likely_origins(known, reports))
    weighed = weigh_all(pairs, known, lambda pair: relays.between(pair, known))
    case = case.with_(copies=told(weighed))
    groups = dependent_reports(case, voice_of)
    deciding = _Passages(known, groups, relays, weighed)
    found = tuple(replace(passage, lineage=deciding.of(passage)) for passage in case.passages)
    return _counted(case.with_(passages=found), groups)


def _counted(case: Case, groups: Sequence[Dependence]) -> Case:
    """Return the case with the independent reports of each story counted, and the reasons kept."""
    story_of = {report: number for number, story in enumerate(case.stories) for report in story.reports}
    inside: dict[int | None, list[Dependence]] = {}
    for group in groups:
        inside.setdefault(story_of.get(group.reports[0]), []).append(group)
    stories = []
    for number, story in enumerate(case.stories):
        joined = [group for group in inside.get(number, ()) if set(group.reports) <= set(story.reports)]
        fewer = sum(len(group.reports) - 1 for group in joined)
        reasons = tuple(reason for group in joined for reason in group.reasons)
        count = len(story.reports) - fewer
        stories.append(replace(story, independent_reports=count, reasons=(*story.reasons, *reasons)))
    return case.with_(stories=tuple(stories))


class _Passages:
    """Decides where a passage comes from, by the evidence of the pairs that share it."""

    def __init__(
        self,
        known: Mapping[str, Facts],
        groups: Sequence[Dependence],
        relays: Relays,
        weighed: Mapping[Shared, Weighed],
    ) -> None:
        self._known = known
        self._group_of = {report: number for number, group in enumerate(groups) for report in group.reports}
        self._relays = relays
        self._pairs = {(pair.a, pair.b): found for pair, found in weighed.items()}
        self._credited = Credited(it.witness for it in known.values())

    def of(self, passage: Passage) -> Lineage:
        """Return the lineage of a passage."""
        if all(self._known[place.report].voice.quoted_share(place) >= QUOTED for place in passage.places):
            reason = Reason("quotation marks", "the words stand between marks in every report", 1.0)
            return Lineage(None, Decision.QUOTATION, (reason,))
        reports = sorted({place.report for place in passage.places})
        answers = self._of_pair(reports) if len(reports) == 2 else self._of_many(reports)
        verdict = choose((*answers, *self._relays.through(passage.places)))
        return Lineage(verdict.origin, verdict.decision, verdict.reasons)

    def _of_pair(self, reports: Sequence[str]) -> list[Answer]:
        """Return what the pair shows; that some other passage came through a relay says nothing of this one."""
        found = self._pairs[reports[0], reports[1]].answers
        return [it for it in found if not any(reason.signal == ONE_RELAY for reason in it.reasons)]

    def _of_many(self, reports: Sequence[str]) -> list[Answer]:
        """Return what stands behind all, and each report from which every other one shows that it took it."""
        answers = []
        if behind := self._credited.behind(reports, self._group_of):
            answers.append(Answer(UPSTREAM, (behind[1],), behind[0]))
        origins = reports if len(reports) <= CROWD else likely_origins(self._known, reports)
        for origin in origins:
            if shown := self._taken_from(origin, reports):
                answers.append(Answer(origin, shown))
        return answers

    def _taken_from(self, origin: str, reports: Sequence[str]) -> tuple[Reason, ...]:
        """Return what speaks for every other report having it from this one; none where one shows nothing.

        The weights are shared out over the takers, so that each must show it.
        """
        takers = [name for name in reports if name != origin]
        found: list[Reason] = []
        for name in takers:
            pair = self._pairs.get((min(origin, name), max(origin, name)))
            toward = pair.toward(origin) if pair else ()
            if not toward:
                return ()
            found += [replace(reason, weight=round(reason.weight / len(takers), 4)) for reason in toward]
        return tuple(found)
