"""What is known of each report before any two are compared: whom it credits and cites, when it was out, its voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from twosource.lineage.cited import Cite, cites
from twosource.lineage.evidence import Witness, witness
from twosource.lineage.outlets import is_called
from twosource.lineage.voice import Voice, voices
from twosource.model import Report

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of where its text comes from; its voice; whom it cites."""

    witness: Witness
    voice: Voice
    cites: tuple[Cite, ...]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.witness.report

    def cited(self, outlet: str | None) -> tuple[Cite, ...]:
        """Return where the report cites this outlet."""
        return tuple(cite for cite in self.cites if is_called(outlet, cite.name)) if outlet else ()


def facts(reports: Iterable[Report], told: Mapping[str, Voice] | None = None) -> dict[str, Facts]:
    """Return what is known of each report, by its id; what copies cite is looked for once.

    :param told: the voice of each report, where they are known already.
    """
    reports = tuple(reports)
    told = told or voices(reports)
    found: dict[int, tuple[Cite, ...]] = {}  # copies have one voice
    known = {}
    for report in reports:
        voice = told[report.id]
        if id(voice) not in found:
            found[id(voice)] = cites(report)
        known[report.id] = Facts(witness(report), voice, found[id(voice)])
    return known


def likely_origins(known: Mapping[str, Facts], reports: Sequence[str]) -> list[str]:
    """Return the reports of a crowded passage that may be the origin of all: the first out, then the most cited."""
    first = min(reports, key=lambda name: (known[name].witness.first or _NEVER, name))
    houses: dict[str, list[str]] = {}
    for name in reports:
        if outlet := known[name].report.outlet:
            houses.setdefault(outlet, []).append(name)
    names = Counter(name for report in reports for name in _named(known[report]))
    heard: Counter[str] = Counter()
    for name, count in names.items():
        for outlet, inside in houses.items():
            if is_called(outlet, name):
                heard[min(inside, key=lambda it: (known[it].witness.first or _NEVER, it))] += count
    cited = sorted(heard, key=lambda name: (-heard[name], name))
    return list(dict.fromkeys((first, *cited)))


def _named(report: Facts) -> set[str]:
    return {cite.name for cite in report.cites} | {credit.told for credit in report.witness.credits}
