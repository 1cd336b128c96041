"""Which reports depend on one another: a good part of what they say in their own voice is the same text."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from twosource.lineage.voice import Range, Voice, voices
from twosource.lineage.weights import CREDIT_LINE, CREDITED
from twosource.model import Case, Copy, Decision, Passage, Reason
from twosource.stories.words import normal

DEPENDENT_SHARE = 0.25
"""Share of the shorter report's own words that stand in passages of both from which the two are joined. On 47 real
events, pairs that credit one agency share 0.3 to 1.0; pairs that quote the same people share 0.2 at most."""
DEPENDENT_WORDS = 20
"""Least own words that they must share: a brief of thirty words shares a quarter of them with anyone."""
MANY_WORDS = 100
"""Own words from which two reports are joined whatever their share: a long report that takes in a copied page."""
BRIEF_WORDS = 40
"""Own words below which a report may be too short for a passage; whole copies of such reports are looked for apart."""

CROWD = 12
"""Reports of one passage that are not yet one up to which all their pairs are added up."""
FOLLOWING = 4
"""Reports that each is added up with in a crowd: those that follow it in order. Reports that are copies share more than
one passage, and so meet."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Dependence:
    """Reports that are joined by text they share, and what joins them; a reason's weight is the share in common."""

    reports: tuple[str, ...]
    reasons: tuple[Reason, ...]


class _Groups:
    """Reports in groups that are joined two at a time (union-find)."""

    def __init__(self, names: Iterable[str]) -> None:
        self._root = {name: name for name in names}

    def find(self, name: str) -> str:
        """Return the first name of the group that a report is in."""
        while self._root[name] != name:
            self._root[name] = self._root[self._root[name]]
            name = self._root[name]
        return name

    def join(self, a: str, b: str) -> bool:
        """Join two groups; return whether they were two."""
        first, last = sorted((self.find(a), self.find(b)))
        self._root[last] = first
        return first != last


def dependent_reports(case: Case, told: Mapping[str, Voice] | None = None) -> tuple[Dependence, ...]:
    """Return the groups of two or more reports of one story that share a substantial part of their own-voice text.

    Text between quotation marks does not count: two reporters may hear one speaker. Which report took from which is
    another question (:func:`twosource.lineage.lineage`); either way the group is one voice.

    :param told: the voice of each report, where they are known already.
    """
    told = told or voices(case.reports)
    story_of = {report: story.id for story in case.stories for report in story.reports}
    groups = _Groups(told)
    copies = [(a, b) for a, b in _copies(case, told, story_of) if groups.join(a, b)]
    joins = [(a, Reason("same text", f"{a} and {b} have one text", 1.0)) for a, b in copies]
    joins += [(a, _reason(a, b, shared, told)) for a, b, shared in _joined(case.passages, told, story_of, groups)]
    joins += [(copy.a, reason) for copy, reason in _credited(case, told, story_of, groups)]
    members: dict[str, list[str]] = {}
    for name in told:
        members.setdefault(groups.find(name), []).append(name)
    return tuple(
        Dependence(tuple(sorted(group)), tuple(reason for a, reason in joins if groups.find(a) == first))
        for first, group in sorted(members.items())
        if len(group) > 1
    )


def _copies(case: Case, told: Mapping[str, Voice], story_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the reports of one story that say the same from first to last, in a row; marks and case do not count."""
    groups: dict[Hashable, list[str]] = {}
    for report in case.reports:
        if report.id in story_of and told[report.id].own_words < BRIEF_WORDS:
            same = story_of[report.id], tuple(_WORD.findall(normal(report.text)))
            groups.setdefault(same, []).append(report.id)
    for names in groups.values():
        yield from pairwise(sorted(names))


def _joined(
    passages: Sequence[Passage], told: Mapping[str, Voice], story_of: Mapping[str, str], groups: _Groups
) -> Iterator[tuple[str, str, int]]:
    """Join the reports that share enough, in ``groups``; yield each pair that was joined and the words it shares.

    A passage that is enough by itself joins its reports in a row, so that 200 copies make 199 pairs; only what is
    still apart is added up over passages, in a crowd each report with the few that follow it.
    """
    found = [_ranges(passage, told) for passage in passages]
    for ranges in found:
        own = {report: told[report].own(held) for report, held in ranges.items()}
        for a, b in pairwise(sorted(own)):
            shared = min(own[a], own[b])
            if story_of.get(a) == story_of.get(b) and _enough(shared, a, b, told) and groups.join(a, b):
                yield a, b, shared
    covered: dict[tuple[str, str], list[Range]] = {}
    for ranges in found:
        for a, b in _still_apart(ranges, groups):
            if story_of.get(a) == story_of.get(b):
                covered.setdefault((a, b), []).extend(ranges[a])
                covered.setdefault((b, a), []).extend(ranges[b])
    for a, b in sorted(covered):
        if a < b and groups.find(a) != groups.find(b):
            shared = min(told[a].own(covered[a, b]), told[b].own(covered[b, a]))
            if _enough(shared, a, b, told) and groups.join(a, b):
                yield a, b, shared


def _credited(
    case: Case, told: Mapping[str, Voice], story_of: Mapping[str, str], groups: _Groups
) -> Iterator[tuple[Copy, Reason]]:
    """Join the reports that credit one agency and share words of it: two lengths of its text are one voice.

    It is asked of the copies that the case has; before they are found nothing is joined here.
    """
    places = {passage.id: passage.places for passage in case.passages}
    for copy in case.copies:
        a, b = copy.a, copy.b
        whole = any(reason.signal == CREDIT_LINE and reason.weight >= CREDITED for reason in copy.reasons)
        if copy.decision is not Decision.COMMON_UPSTREAM or not whole or story_of.get(a) != story_of.get(b):
            continue
        shared = [place for id in copy.passages for place in places.get(id, ()) if place.report in (a, b)]
        own = [
            told[name].own(told[name].range(place.start, place.end) for place in shared if place.report == name)
            for name in (a, b)
        ]
        if min(own) >= DEPENDENT_WORDS and groups.join(a, b):
            least = min(told[a].own_words, told[b].own_words)
            weight = round(min(1.0, min(own) / least), 4)
            yield copy, Reason("one agency", f"{a} and {b} have {copy.upstream} behind them", weight)


def _still_apart(names: Iterable[str], groups: _Groups) -> Iterator[tuple[str, str]]:
    """Yield the pairs of reports that are not in one group, each in order."""
    members: dict[str, list[str]] = {}
    for name in sorted(names):
        members.setdefault(groups.find(name), []).append(name)
    if sum(map(len, members.values())) > CROWD:
        first = [of[0] for of in members.values()]  # beside one of a group stands the group
        for step in range(1, FOLLOWING + 1):
            for a, b in zip(first, first[step:], strict=False):
                yield min(a, b), max(a, b)
        return
    for here, there in combinations(members.values(), 2):
        for a, b in product(here, there):
            yield min(a, b), max(a, b)


def _ranges(passage: Passage, told: Mapping[str, Voice]) -> dict[str, list[Range]]:
    """Return, by report, which of its words stand in the passage's places."""
    found: dict[str, list[Range]] = {}
    for place in passage.places:
        found.setdefault(place.report, []).append(told[place.report].range(place.start, place.end))
    return found


def enough(shared: int, one: int, other: int) -> bool:
    """Return whether so many shared own words make two reports one voice, given how many own words each has."""
    least = min(one, other)
    return shared >= DEPENDENT_WORDS and (shared >= DEPENDENT_SHARE * least or shared >= MANY_WORDS)


def _enough(shared: int, a: str, b: str, told: Mapping[str, Voice]) -> bool:
    return enough(shared, told[a].own_words, told[b].own_words)


def _reason(a: str, b: str, shared: int, told: Mapping[str, Voice]) -> Reason:
    shorter = min((a, b), key=lambda name: (told[name].own_words, name))
    total = told[shorter].own_words
    detail = f"{a} and {b} share {shared} of the {total} words that {shorter} says in its own voice"
    return Reason("shared text", detail, round(min(1.0, shared / total), 4))
