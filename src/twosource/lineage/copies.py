"""Who is upstream of whom: one finding for each pair of reports that share text, and what it says of their passages.

Plain functions over reports and matches: no grammar, statement or source is needed, so that an archive can ask the
same of each of its stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from twosource.lineage.answers import UPSTREAM, Answer, Verdict, Weighed
from twosource.lineage.facts import Facts, facts
from twosource.lineage.shared import Shared, Stretch
from twosource.lineage.weighing import weigh
from twosource.lineage.weights import HELD, ONE_BEHIND_BOTH
from twosource.model import Copy, Decision, Reason, Report, stable_id

Relays = Callable[[Shared], Sequence[Answer]]
"""What a case knows of a pair besides: the agencies and outlets that its statements came through."""


def copies(reports: Iterable[Report], pairs: Iterable[Shared]) -> tuple[Copy, ...]:
    """Return who is the likelier upstream of each pair of reports, in the order of their ids.

    :param reports: the reports of the pairs at least; ids are distinct.
    :param pairs: what each pair shares, in code points; each pair once, its first report before its second.
    """
    pairs = tuple(pairs)
    inside = {name for pair in pairs for name in (pair.a, pair.b)}
    known = facts(report for report in reports if report.id in inside)
    return told(weigh_all(pairs, known))


def weigh_all(
    pairs: Iterable[Shared], known: Mapping[str, Facts], relays: Relays | None = None
) -> dict[Shared, Weighed]:
    """Weigh every pair by itself, and then again where a third report is found to stand behind both."""
    found = {}
    for pair in sorted(pairs):
        weighed = weigh(pair, known.__getitem__)
        if relays and not weighed.quotation and (more := relays(pair)):
            weighed = Weighed((*weighed.answers, *more))
        found[pair] = weighed
    return _with_third(found, known)


def _with_third(found: Mapping[Shared, Weighed], known: Mapping[str, Facts]) -> dict[Shared, Weighed]:
    """Add, to pairs that are undecided, the report from which both took what they share."""
    taken: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(dict)
    for pair, weighed in found.items():
        verdict = weighed.verdict()
        if verdict.decision is Decision.COPIED:
            taker = pair.b if verdict.origin == pair.a else pair.a
            taken[taker][str(verdict.origin)] = [_place(it, taker == pair.a) for it in pair.stretches]
    after = dict(found)
    for pair, weighed in found.items():
        if weighed.quotation or weighed.verdict().decision is not Decision.UNDECIDED:
            continue
        one, two = taken.get(pair.a, {}), taken.get(pair.b, {})
        for origin in sorted(one.keys() & two.keys()):
            here, there = ([_place(it, first) for it in pair.stretches] for first in (True, False))
            if _covered(here, one[origin]) and _covered(there, two[origin]):
                outlet = known[origin].report.outlet or origin
                told = Reason("one behind both", f"both have it from {origin}", ONE_BEHIND_BOTH)
                after[pair] = Weighed((*weighed.answers, Answer(UPSTREAM, (told,), outlet)))
                break
    return after


def _place(stretch: Stretch, first: bool) -> tuple[int, int]:
    return (stretch.a_start, stretch.a_end) if first else (stretch.b_start, stretch.b_end)


def _covered(places: Sequence[tuple[int, int]], by: Sequence[tuple[int, int]]) -> bool:
    """Return whether half of what the places hold lies in the others."""
    whole = sum(end - start for start, end in places)
    inside = sum(
        max((min(end, last) - max(start, first) for first, last in by if first < end and start < last), default=0)
        for start, end in places
    )
    return inside >= HELD * whole


def told(weighed: Mapping[Shared, Weighed]) -> tuple[Copy, ...]:
    """Return the findings, in the order of the pairs."""
    return tuple(_copy(pair, weighed[pair].verdict()) for pair in sorted(weighed))


def _copy(pair: Shared, verdict: Verdict) -> Copy:
    passages = tuple(dict.fromkeys(it.passage for it in pair.stretches if it.passage))
    return Copy(
        id=stable_id("copy", pair.a, pair.b),
        a=pair.a,
        b=pair.b,
        origin=verdict.origin,
        decision=verdict.decision,
        upstream=verdict.upstream,
        passages=passages,
        reasons=verdict.reasons,
    )
