"""Invented reports and what they share, so that each kind of evidence is tested alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.support import plain_report
from twosource.lineage import Shared, Stretch, copies
from twosource.model import Copy, Report

DAM = "The dam above Tarvik was opened for eleven minutes on Sunday night after a sluice gate jammed in the flood"
TOWN = "Some two hundred families in the lower town carried their furniture up the hill to the school and the chapel"
MILL = "The old mill lost its wheel and half of its roof, and the road to Brenn stayed under water until Tuesday"
WIRE = (f"{DAM}.", f"{TOWN}.", f"{MILL}.")
"""Three sentences that nobody says: the own voice of whoever wrote them."""
SAID = "We opened the gate by hand because nobody could tell us how high the water at the bridge would rise"
OWN = (
    "The council of Brenn meets on Friday to talk about a second road along the river.",
    "Nobody in the valley has forgotten the flood of forty years ago, which took the station with it.",
)
FIRST, LATER = "2031-04-02T09:00:00Z", "2031-04-03T09:00:00Z"


def report(id: str, *lines: str, outlet: str | None = None, published: str | None = None, **more: object) -> Report:
    """Return a report of these lines."""
    plain = plain_report("\n".join(lines), id=id, outlet=outlet, published=published)
    return replace(plain, **more)  # type: ignore[arg-type]  # the fields of a report, by name


def between(a: Report, b: Report, *shared: str | tuple[str, str]) -> Shared:
    """Return what the two share: stretches of words, or pairs of stretches (there, here) where the words differ."""
    a, b = sorted((a, b), key=lambda it: it.id)
    pairs = [(words, words) if isinstance(words, str) else words for words in shared]
    stretches = []
    for there, here in pairs:
        at, other = a.text.index(there), b.text.index(here)
        stretches.append(Stretch(at, at + len(there), other, other + len(here), "p"))
    return Shared(a.id, b.id, tuple(stretches))


def copied(a: Report, b: Report, *shared: str | tuple[str, str]) -> Copy:
    """Return who is upstream of two reports."""
    (found,) = copies([a, b], [between(a, b, *shared)])
    return found


def way(found: Copy) -> tuple[str | None, str]:
    """Return from where, and how."""
    return found.origin, str(found.decision)


def signals(found: Copy) -> Sequence[str]:
    """Return what speaks for it."""
    return [reason.signal for reason in found.reasons]
