"""From whom a passage comes: one report, a text behind them all, a speaker they all quote, or undecided.

Likeness alone never tells a direction. What does is written in the reports: a credit line, a name beside the passage,
quotation marks; the time only rules directions out. Where that is thin the answer is "undecided".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from twosource.lineage.dependence import Dependence, dependent_reports
from twosource.lineage.evidence import SAME_RELAY, Witness, names_beside, taken, upstream, witness
from twosource.lineage.voice import Voice, voices
from twosource.model import Case, Decision, Lineage, Passage, Reason, SourceType, Span, Statement

__all__ = ["Dependence", "dependent_reports", "lineage"]

DECIDED = 0.5
"""Least weight of the evidence for one answer."""
CLEAR = 0.1
"""Weight by which the evidence for one origin must beat that for any other."""
QUOTED = 0.8
"""Share of the words of each place that must stand between marks for a passage to be a quotation."""
HELD = 0.5
"""Share of a place that a statement must hold for the statement's source to be the source of the passage."""
UPSTREAM = "upstream"
"""Origin of a passage that comes from a text which is none of the reports."""
MOST_ORIGINS = 20
"""Reports of one passage that are tried as its origin, the first to be out first."""
_NEVER = datetime.max.replace(tzinfo=UTC)
RELAYS = frozenset({SourceType.AGENCY, SourceType.OUTLET})
"""Types of source that pass on what others said, in words of their own."""


def lineage(case: Case) -> Case:
    """Decide where each passage comes from, and count the independent reports of each story.

    An exact copy adds none, and reports that share a substantial part of their own-voice text count as one.
    Statements and sources are used where the case has them: who is said to have said a passage.
    """
    told = voices(case.reports)
    witnesses = {report.id: witness(report) for report in case.reports}
    groups = dependent_reports(case, told)
    known = _Known(case, groups)
    found = tuple(replace(p, lineage=_lineage(p, told, witnesses, known)) for p in case.passages)
    return _counted(case.with_(passages=found), groups)


def _counted(case: Case, groups: Sequence[Dependence]) -> Case:
    """Return the case with the independent reports of each story counted, and the reasons kept."""
    stories = []
    for story in case.stories:
        joined = [group for group in groups if set(group.reports) <= set(story.reports)]
        fewer = sum(len(group.reports) - 1 for group in joined)
        reasons = tuple(reason for group in joined for reason in group.reasons)
        count = len(story.reports) - fewer
        stories.append(replace(story, independent_reports=count, reasons=(*story.reasons, *reasons)))
    return case.with_(stories=tuple(stories))


class _Known:
    """What the case knows of the reports: which depend on one another, and through whom their words came."""

    def __init__(self, case: Case, groups: Sequence[Dependence]) -> None:
        self.group_of = {report: number for number, group in enumerate(groups) for report in group.reports}
        self._names = {source.id: source.name for source in case.sources if source.type in RELAYS}
        self._statements: dict[str, list[Statement]] = {}
        for statement in case.statements:
            self._statements.setdefault(statement.report, []).append(statement)

    def relay(self, places: Sequence[Span]) -> tuple[str, ...]:
        """Return the agencies and outlets that are given as the outermost source of all the places."""
        common: set[str] | None = None
        for place in places:
            here = {
                statement.chain[0]
                for statement in self._statements.get(place.report, ())
                if statement.chain and statement.chain[0] in self._names
                if sum(content.overlap(place) for content in statement.content) >= HELD * (place.end - place.start)
            }
            common = here if common is None else common & here
        return tuple(sorted(self._names[source] for source in common or ()))


def _lineage(passage: Passage, told: Mapping[str, Voice], witnesses: Mapping[str, Witness], known: _Known) -> Lineage:
    if all(told[place.report].quoted_share(place) >= QUOTED for place in passage.places):
        reason = Reason("quotation marks", "the words stand between marks in every report", 1.0)
        return Lineage(None, Decision.QUOTATION, (reason,))
    places = {place.report: place for place in reversed(passage.places)}  # of several in one report the first
    reports = sorted(places)
    answers: list[tuple[float, str, tuple[Reason, ...]]] = []
    behind = upstream([witnesses[name] for name in reports], known.group_of)
    if relays := known.relay(passage.places):
        detail = f"every report gives {' and '.join(relays)} as its source"
        behind = (*behind, Reason("one relay", detail, SAME_RELAY))
    if behind:
        answers.append((_sum(behind), UPSTREAM, behind))
    possible = _possible_origins(reports, witnesses)
    named = {name: names_beside(witnesses[name].report.text, place) for name, place in places.items() if possible}
    for name in possible:
        shown = _taken_from(name, reports, witnesses, named)
        if shown:
            answers.append((_sum(shown), name, shown))
    answers.sort(key=lambda answer: (-answer[0], answer[1]))
    if not answers:
        return Lineage(None, Decision.UNDECIDED)
    score, origin, reasons = answers[0]
    if score < DECIDED or any(score - other < CLEAR for other, _, _ in answers[1:]):
        return Lineage(None, Decision.UNDECIDED, reasons)
    return Lineage(origin, Decision.COMMON_UPSTREAM if origin == UPSTREAM else Decision.COPIED, reasons)


def _possible_origins(reports: Sequence[str], witnesses: Mapping[str, Witness]) -> list[str]:
    """Return the reports that can be an origin: those with a named outlet, of very many the first to be out."""
    known = [name for name in reports if witnesses[name].outlet]
    return sorted(known, key=lambda name: (witnesses[name].first or _NEVER, name))[:MOST_ORIGINS]


def _taken_from(
    origin: str,
    reports: Sequence[str],
    witnesses: Mapping[str, Witness],
    named: Mapping[str, frozenset[tuple[str, ...]]],
) -> tuple[Reason, ...]:
    """Return what speaks for every other report having the passage from this one; none where one cannot have.

    The weights are shared out over the takers, so that each must show it.
    """
    takers = [name for name in reports if name != origin]
    found: list[Reason] = []
    for name in takers:
        shown = taken(witnesses[origin], witnesses[name], named[name])
        if shown is None:
            return ()
        found += [replace(reason, weight=round(reason.weight / len(takers), 4)) for reason in shown]
    return tuple(found)


def _sum(reasons: Sequence[Reason]) -> float:
    return round(sum(reason.weight for reason in reasons), 4)
