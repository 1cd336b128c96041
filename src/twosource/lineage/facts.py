"""What is known of each report before any two are compared: whom it credits and cites, when it was out, its voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from twosource.lineage.cited import Cite, cites
from twosource.lineage.evidence import Witness, witness
from twosource.lineage.outlets import Outlets
from twosource.lineage.voice import Voice, voices
from twosource.model import Report

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of where its text comes from; its voice; whom it cites.

    ``houses`` has, by outlet, where that outlet is cited; ``crediting`` the outlets that a credit line names. Only
    outlets of the reports that are looked at together count.
    """

    witness: Witness
    voice: Voice
    cites: tuple[Cite, ...]
    houses: Mapping[str, tuple[Cite, ...]]
    crediting: frozenset[str]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.witness.report

    def cited(self, outlet: str | None) -> tuple[Cite, ...]:
        """Return where the report cites this outlet."""
        return self.houses.get(outlet or "", ())


def facts(reports: Iterable[Report], told: Mapping[str, Voice] | None = None) -> dict[str, Facts]:
    """Return what is known of each report, by its id; what copies cite is looked for once.

    :param told: the voice of each report, where they are known already.
    """
    reports = tuple(reports)
    told = told or voices(reports)
    outlets = Outlets({report.outlet for report in reports if report.outlet})
    found: dict[int, tuple[tuple[Cite, ...], dict[str, tuple[Cite, ...]]]] = {}  # copies have one voice
    known = {}
    for report in reports:
        voice = told[report.id]
        if id(voice) not in found:
            cited = cites(report)
            found[id(voice)] = cited, _houses(cited, outlets)
        cited, houses = found[id(voice)]
        seen = witness(report)
        crediting = frozenset(outlet for credit in seen.credits for outlet in outlets.called(credit.told))
        known[report.id] = Facts(seen, voice, cited, houses, crediting)
    return known


def _houses(cited: Iterable[Cite], outlets: Outlets) -> dict[str, tuple[Cite, ...]]:
    found: dict[str, list[Cite]] = defaultdict(list)
    for cite in cited:
        for outlet in sorted(outlets.called(cite.name)):
            found[outlet].append(cite)
    return {outlet: tuple(places) for outlet, places in found.items()}


def likely_origins(known: Mapping[str, Facts], reports: Sequence[str]) -> list[str]:
    """Return the reports of a crowded passage that may be the origin of all: the first out, then the most cited."""
    order = sorted(reports, key=lambda name: (known[name].witness.first or _NEVER, name))
    first_of: dict[str, str] = {}
    for name in order:
        first_of.setdefault(known[name].report.outlet or "", name)
    heard = Counter(outlet for name in reports for outlet in {*known[name].houses, *known[name].crediting})
    cited = sorted(heard.keys() & first_of.keys(), key=lambda outlet: (-heard[outlet], outlet))
    return list(dict.fromkeys((order[0], *(first_of[outlet] for outlet in cited))))
