"""On how many independent origins does a claim rest? The least number that the evidence supports, each with its path.

A claim's voices are joined pair by pair (``rules``); of many that repeat one another a few are asked. Sure joins make
the origins that are listed, and their number is the most. Open ones, where the evidence shows neither one origin nor
two, lower the least number, and are told in the reasons of the origins that they touch:

* two named sources are two, unless a rule connects them, or one of them has no name;
* a report's own voice beside a source that another report names, or beside another report's own voice, is open: each
  may have it from where the other has it, and nobody can show two;
* a report's own voice beside a news agency that another report relays is a second origin, like two agencies;
* who merely rests on others (a copy, a citation, a headline without its source) adds no origin, and ties none together
  (``grouping``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from twosource.model import Case, Claim, Join, Mention, Origin, Reason, Relation, Statement
from twosource.origins.grouping import grouped, tying
from twosource.origins.rules import Join as Answer
from twosource.origins.rules import joined, why_apart
from twosource.origins.scene import Scene, scene
from twosource.origins.voices import Voice, voices

ASKED = 4
"""Voices that repeat one another that are compared with all others, the first ones; the rest say what these say."""

LATEST = "9999"
"""Sorts a report without a date behind all others."""

TOLD = 5
"""Reasons of one kind that an origin gives; three hundred outlets without a source need not be told pair by pair."""


def origins(case: Case) -> Case:
    """Give every claim its origins and the number of them that are independent."""
    seen = scene(case)
    statements = {statement.id: statement for statement in case.statements}
    return case.with_(claims=tuple(_with_origins(seen, claim, statements) for claim in case.claims))


def _with_origins(seen: Scene, claim: Claim, statements: Mapping[str, Statement]) -> Claim:
    found = voices(seen, claim, statements)
    joins = _joins(seen, found)
    ends = [voice.end for voice in found]
    sure = grouped(ends, [pair for pair, join in joins.items() if join.sure])
    least = grouped(ends, joins)
    home = {i: number for number, group in enumerate(sure) for i in group}
    told: list[list[Reason]] = [[reason for i in group for reason in found[i].told] for group in sure]
    near: list[set[int]] = [set() for _ in sure]
    for (i, j), join in joins.items():
        here, there = home[i], home[j]
        reason = join.reason if join.sure else Reason(f"open: {join.reason.signal}", join.reason.detail)
        told[here].append(reason)
        near[here].add(there)
        if here != there:
            told[there].append(reason)
            near[there].add(here)
    for number, group in enumerate(sure):
        others = (other for other in range(len(sure)) if other != number and other not in near[number])
        told[number].extend(why_apart(seen, found[group[0]], found[sure[other][0]]) for other in others)
    apart = {i: detail for i, voice in enumerate(found) if (detail := _other_detail(claim.mentions[voice.mention]))}
    for number, group in enumerate(sure):
        if all(i in apart for i in group):
            told[number].append(Reason("another detail", f"{apart[group[0]]}: no support for the claim as worded"))
    supporting = sum(any(i not in apart for i in group) for group in least)
    ties = _ties(found, joins, home, len(sure))
    listed = tuple(_origin(seen, found, *one) for one in zip(sure, told, ties, strict=True))
    reasons = (*claim.reasons, *_few(join.reason for join in joins.values() if not join.sure))
    return replace(
        claim, origins=listed, independent_origins=max(1, supporting), most_origins=len(sure), reasons=reasons
    )


def _ties(
    found: Sequence[Voice], joins: Mapping[tuple[int, int], Answer], home: Mapping[int, int], origins: int
) -> list[tuple[Join, ...]]:
    """Return the joins of each origin: those that tie its voices together, and what leaves it open to others.

    Of the open ones those come first that make the least number; of each signal an origin gives ``TOLD`` others.
    """
    ends = [voice.end for voice in found]
    made = tying(ends, sorted(joins, key=lambda pair: not joins[pair].sure))
    sure = tying(ends, [pair for pair, join in joins.items() if join.sure])
    apart = [pair for pair in (*made, *joins) if not joins[pair].sure and home[pair[0]] != home[pair[1]]]
    needed = set(made)
    ties: list[list[Join]] = [[] for _ in range(origins)]
    told: Counter[tuple[int, str]] = Counter()
    for i, j in dict.fromkeys((*sure, *apart)):
        reason, certain = joins[i, j]
        heads = {(home[i], reason.signal), (home[j], reason.signal)}
        if not certain and (i, j) not in needed and any(told[head] >= TOLD for head in heads):
            continue
        told.update(heads)
        for a, b in ((i, j),) if certain else ((i, j), (j, i)):
            ties[home[a]].append(Join(found[a].mention, found[b].mention, reason, certain))
    return [tuple(dict.fromkeys(own)) for own in ties]


def _other_detail(mention: Mention) -> str:
    """Return the figure, date or place that a mention tells otherwise ("figure differs: 40 / 60"), or nothing.

    One who says sixty does not support one who says forty: it stays an origin that is listed, and is never counted
    toward the least number.
    """
    if mention.relation is not Relation.DETAIL_DIFFERS:
        return ""
    return next((f"{r.signal}: {r.detail}" for r in mention.reasons if r.signal.endswith(" differs")), "")


def _few(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the distinct reasons, of each signal the first ``TOLD`` and how many more there are."""
    by_signal: dict[str, dict[Reason, None]] = {}
    for reason in reasons:
        by_signal.setdefault(reason.signal, {})[reason] = None
    kept: list[Reason] = []
    for signal, distinct in by_signal.items():
        kept.extend(islice(distinct, TOLD))
        if len(distinct) > TOLD:
            kept.append(Reason(signal, f"and {len(distinct) - TOLD:,} more like it"))
    return tuple(kept)


def _joins(seen: Scene, found: Sequence[Voice]) -> dict[tuple[int, int], Answer]:
    """Return the joins of the voices, by their numbers.

    Of the voices of one source in one report, and of those that tell it in the same words in reports that share their
    text, a few are compared with all others. The rest hang on the first of them, and on those of their own report.
    """
    here = _repeated(range(len(found)), lambda n: (found[n].report, found[n].source, found[n].inner, found[n].joint))
    own = sorted(number for group in here for number in group[:ASKED])
    there = _repeated(own, lambda n: _telling(seen, found[n]))
    asked = sorted(number for group in there for number in group[:ASKED])
    by_report: dict[str, list[int]] = {}
    for number in own:
        by_report.setdefault(found[number].report, []).append(number)
    pairs = [(i, j) for n, j in enumerate(asked) for i in asked[:n]]
    for group in there:
        for number in group[ASKED:]:
            beside = {group[0], *by_report[found[number].report]} - {number}
            pairs += [(min(i, number), max(i, number)) for i in sorted(beside)]
    pairs += [(group[0], number) for group in here for number in group[ASKED:]]
    joins = ((pair, joined(seen, found[pair[0]], found[pair[1]])) for pair in pairs)
    return {pair: join for pair, join in joins if join is not None}


def _repeated(numbers: Iterable[int], same: Callable[[int], Hashable]) -> list[list[int]]:
    """Return the voices that are the same in this respect, in order."""
    groups: dict[Hashable, list[int]] = {}
    for number in numbers:
        groups.setdefault(same(number), []).append(number)
    return list(groups.values())


def _telling(seen: Scene, voice: Voice) -> Hashable:
    """Return what is equal for voices that the rules treat alike: source, words, whose text, which outlet."""

    def known(source: str) -> str:
        return seen.name(source) if seen.unnamed(source) else source

    chain = tuple(known(source) for source in (voice.source, *voice.inner) if source)
    beside = frozenset(map(known, voice.beside))
    whose = seen.dependent.group(voice.report), seen.marks[voice.report]
    return voice.source is None, chain, voice.joint, beside, voice.leads, voice.words, whose


def _origin(
    seen: Scene, found: Sequence[Voice], group: Sequence[int], reasons: Iterable[Reason], joins: tuple[Join, ...]
) -> Origin:
    """Return the origin of a group of voices: the source where their paths end, else a report, else who is cited.

    Of reports the one that cites no other of them comes first; then who is told with the fullest chain, on the earliest
    day. What is left equal is decided by names and words, so that no file's name decides what an origin is called.
    """
    outlets = {seen.reports[found[i].report].outlet for i in group}
    takers = {report for report, outlet in seen.citing if outlet in outlets and outlet != seen.reports[report].outlet}

    def rank(i: int) -> tuple[Any, ...]:
        voice, report = found[i], seen.reports[found[i].report]
        own = voice.source is None
        name = seen.name(voice.source) if voice.source else ""
        told = -len(voice.path), report.date or LATEST, name, report.outlet or "", voice.span.text
        return not voice.end, not own, own and voice.report in takers, *told, i

    first = found[min(group, key=rank)]
    mentions = tuple(sorted({found[i].mention for i in group}))
    return Origin(first.source, first.path, mentions, _few(reasons), joins)
