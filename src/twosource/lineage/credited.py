"""The agency or writer whom many reports credit for their text: each name is compared once, however many carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.lineage.evidence import CREDITED_BY_SOME, Credit, Witness
from twosource.lineage.names import Name, Names
from twosource.lineage.weights import CREDIT_LINE, CREDITED, CREDITED_APART
from twosource.model import Reason, joined

MOST_NAMED = 8
"""Reports that a reason names; of more it gives the number."""


class Credited:
    """The credits of many reports, so arranged that a passage in 500 of them is looked at in one go."""

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self._of = {it.report.id: it for it in witnesses}
        names = sorted({credit.name for it in self._of.values() for credit in it.credits})
        outlets = {it.outlet for it in self._of.values()} - {()}
        every = Names({*names, *outlets})
        self._same = {name: every.like(name) for name in names}
        """By name: all names of credits and outlets that are this one."""

    def behind(self, reports: Sequence[str], group_of: Mapping[str, int]) -> tuple[str, Reason] | None:
        """Return the name, and what speaks for it, that stands behind all these reports: the best of their credits.

        :param group_of: the number of the group of dependent reports that a report is in.
        """
        every = [self._of[report] for report in reports]
        outlets = {it.outlet for it in every}
        one_house = len(outlets) == 1 and () not in outlets
        best: tuple[str, Reason] | None = None
        for credit in self._candidates(every):
            names = self._same[credit.name]
            if not names.isdisjoint(outlets):
                continue  # the credited text may be that report itself
            having = {it.report.id: max(c.alone for c in it.credits if c.name in names)
                      for it in every if any(c.name in names for c in it.credits)}  # fmt: skip
            weight = max(having.values())
            if len(having) == len(every):
                if weight == 0 and one_house:
                    continue  # the outlet's own writer
                weight = CREDITED_BY_SOME if 0 < weight < CREDITED_BY_SOME else CREDITED
            elif not _one_group(reports, group_of):
                weight = min(weight, CREDITED_APART)
            if weight and (best is None or weight > best[1].weight):
                verb = "credits" if len(having) == 1 else "credit"
                told = f"{_listed(sorted(having))} {verb} {credit.told} for the text"
                best = credit.told, Reason(CREDIT_LINE, told, weight)
        return best

    def _candidates(self, every: Sequence[Witness]) -> list[Credit]:
        """Return one credit a name that may stand behind all: those of one report, and agencies of any."""
        fewest = min(every, key=lambda it: (len(it.credits), it.report.id))
        found = {*fewest.credits, *(credit for it in every for credit in it.credits if credit.alone)}
        best: dict[Name, Credit] = {}
        for credit in sorted(found, key=lambda it: (-it.alone, it)):
            best.setdefault(credit.name, credit)
        return sorted(best.values(), key=lambda it: (-len(it.name), it))


def _one_group(reports: Sequence[str], group_of: Mapping[str, int]) -> bool:
    groups = {group_of.get(report) for report in reports}
    return len(groups) == 1 and None not in groups


def _listed(names: Sequence[str]) -> str:
    return joined(names) if len(names) <= MOST_NAMED else f"{len(names)} of the reports"
