"""What holds for every claim: no order, no copy and no stranger changes a count, and a name is only a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.making import source
from tests.origins.making import AGENCY, RUSK, VOSS, WORDS, numbers, speaking_for, told
from twosource.model import Claim, PassageKind, Source, SourceType
from twosource.origins.grouping import grouped

LEDGER = source("Ollvik Ledger", SourceType.OUTLET)
SHEET = source("Grey Sheet", SourceType.OUTLET)
OFFICIALS = source("officials", SourceType.ANONYMOUS)
RESIDENTS = source("residents", SourceType.GROUP)
MINISTRY = source("Harbour Ministry of Tarn", SourceType.ORGANISATION)
SPOKESMAN = speaking_for(source("Imre Zold"), MINISTRY)
BOTH = source("Maren Voss and Pavel Rusk", SourceType.GROUP, members=(VOSS.id, RUSK.id))
PEOPLE = (VOSS, RUSK, MINISTRY)

CHAINS = st.sampled_from(
    [
        None,
        (AGENCY,),
        (AGENCY, VOSS),
        (VOSS,),
        (RUSK,),
        (LEDGER,),
        (SHEET,),
        (LEDGER, RUSK),
        (OFFICIALS,),
        (RESIDENTS,),
        (MINISTRY,),
        (SPOKESMAN,),
        (BOTH,),
    ]
)
REPORTS = {
    "a.txt": ("Ollvik Ledger", "2031-03-04T10:00:00Z", ()),
    "b.txt": ("Grey Sheet", None, ("Torvian Press Agency",)),
    "c.txt": (None, "2031-03-06T10:00:00Z", ("photo: Torvian Press Agency",)),
    "d.txt": ("Tarn Echo", "2031-03-02T10:00:00Z", ("Torvian Press Agency contributed to this report.",)),
}
"""The outlet, the date and the credits of each report."""


class Teller(NamedTuple):
    """A mention: in which report, by which chain, in which words."""

    report: str
    chain: tuple[Source, ...] | None
    words: str


TELLERS = st.lists(
    st.builds(Teller, st.sampled_from(sorted(REPORTS)), CHAINS, st.sampled_from(WORDS)), min_size=1, max_size=5
)
KINDS = st.sampled_from([None, *PassageKind])


def counted(
    tellers: Sequence[Teller],
    passage: PassageKind | None = None,
    others: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    people: Sequence[Source] = PEOPLE,
) -> Claim:
    """Return the claim of these mentions; ``names`` are other ids for the reports."""
    order = list(dict.fromkeys(teller.report for teller in tellers))
    facts = {name: REPORTS.get(name) or (None, *REPORTS[name.removeprefix("copy-")][1:]) for name in order}
    return told(
        *[teller.chain for teller in tellers],
        words=[teller.words for teller in tellers],
        reports=[(names or {}).get(teller.report, teller.report) for teller in tellers],
        outlets=[facts[name][0] for name in order],
        published={n: str(facts[name][1]) for n, name in enumerate(order) if facts[name][1]},
        credits={n: facts[name][2] for n, name in enumerate(order)},
        sources=people,
        passage=passage,
        others=others,
    )


@given(TELLERS, KINDS)
@settings(deadline=None)
def test_the_least_is_no_more_than_the_most_and_the_sources(tellers: list[Teller], passage: PassageKind | None) -> None:
    claim = counted(tellers, passage)
    least, most = numbers(claim)
    outermost = {member for t in tellers if t.chain for member in t.chain[0].members or (t.chain[0].id,)}
    own = {t.report for t in tellers if t.chain is None or t.chain[0] in {LEDGER, SHEET}}
    assert 1 <= least <= most == len(claim.origins)
    assert most <= len(outermost) + len(own)
    assert {m for origin in claim.origins for m in origin.mentions} == set(range(len(tellers)))
    assert most == 1 or all(origin.reasons for origin in claim.origins)


@given(TELLERS, KINDS, st.permutations(["e.txt", "f.txt", "g.txt", "h.txt"]), st.randoms())
@settings(deadline=None)
def test_the_order_of_reports_and_mentions_changes_nothing(
    tellers: list[Teller], passage: PassageKind | None, names: list[str], dice: object
) -> None:
    there = counted(tellers, passage)
    shuffled = list(tellers)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its random source as an object
    back = counted(shuffled, passage, names=dict(zip(REPORTS, names, strict=True)))
    assert numbers(there) == numbers(back)


@given(TELLERS, st.sampled_from(sorted(REPORTS)))
@settings(deadline=None)
def test_an_exact_copy_adds_no_origin(tellers: list[Teller], copied: str) -> None:
    copy = [teller._replace(report=f"copy-{copied}") for teller in tellers if teller.report == copied]
    assert numbers(counted([*tellers, *copy])) == numbers(counted(tellers))


@given(
    TELLERS, KINDS, st.sampled_from(["Rain is forecast for maren and rusk, voss and tarn.", "Ollvik Ledger: 12 pages."])
)
@settings(deadline=None)
def test_a_report_that_does_not_tell_it_changes_nothing(
    tellers: list[Teller], passage: PassageKind | None, other: str
) -> None:
    alone, beside = counted(tellers, passage), counted(tellers, passage, others=[other])
    assert alone.origins == beside.origins
    assert numbers(alone) == numbers(beside)


@given(TELLERS, KINDS)
@settings(deadline=None)
def test_another_name_for_a_source_is_only_another_name(tellers: list[Teller], passage: PassageKind | None) -> None:
    new = replace(source("Ilse Brandt"), id=VOSS.id)
    renamed = [t._replace(chain=t.chain and tuple(new if s == VOSS else s for s in t.chain)) for t in tellers]
    old, then = counted(tellers, passage), counted(renamed, passage, people=(new, *PEOPLE[1:]))
    assert numbers(old) == numbers(then)
    assert sorted(origin.mentions for origin in old.origins) == sorted(origin.mentions for origin in then.origins)
    if len({teller.chain for teller in tellers}) == 1:  # of several that are equal but for it, the name decides
        paths = [tuple(step.replace("Maren Voss", "Ilse Brandt") for step in origin.path) for origin in old.origins]
        assert paths == [origin.path for origin in then.origins]


@given(
    st.lists(st.booleans(), min_size=1, max_size=7),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12),
    st.randoms(),
)
def test_how_many_groups_there_are_does_not_depend_on_order(
    ends: list[bool], ties: list[tuple[int, int]], dice: object
) -> None:
    joins = list(dict.fromkeys((min(i, j), max(i, j)) for i, j in ties if i != j and max(i, j) < len(ends)))
    other = list(joins)
    dice.shuffle(other)  # type: ignore[attr-defined]  # hypothesis types its random source as an object
    groups = grouped(ends, joins)
    assert len(groups) == len(grouped(ends, other))
    assert sorted(i for group in groups for i in group) == list(range(len(ends)))
    firm = grouped(ends, [(i, j) for i, j in joins if ends[i] and ends[j]])
    whose = {i: number for number, group in enumerate(firm) for i in group}
    for group in groups:  # what merely rests ties no two ends together
        assert len({whose[i] for i in group if ends[i]}) <= 1


def test_a_chain_of_those_that_rest_goes_to_one_end() -> None:
    chain = [(0, 1), (1, 2), (2, 3)]
    assert grouped([True, False, False, True], chain) == ((0, 1, 2), (3,))
    assert grouped([False, False, False, False], chain) == ((0, 1, 2, 3),)
    assert grouped([True, False, False, True], [*chain, (0, 3)]) == ((0, 1, 2, 3),)


def test_who_cites_one_of_two_sources_of_a_report_joins_neither() -> None:
    claim = counted(
        [
            Teller("a.txt", (AGENCY,), WORDS[0]),
            Teller("a.txt", (VOSS,), WORDS[0]),
            Teller("b.txt", (LEDGER,), WORDS[0]),
            Teller("copy-a.txt", (AGENCY,), WORDS[0]),
            Teller("copy-a.txt", (VOSS,), WORDS[0]),
        ]
    )
    assert numbers(claim) == (2, 2)


def groups(numbers: range, pairs: Sequence[tuple[int, int]]) -> int:
    """Return in how many groups these pairs tie the numbers."""
    home = {number: {number} for number in numbers}
    for a, b in pairs:
        if home[a] is not home[b]:
            home[a] |= home[b]
            home.update(dict.fromkeys(home[b], home[a]))
    return len({id(group) for group in home.values()})


@given(TELLERS, KINDS)
@settings(deadline=None)
def test_the_joins_tie_what_the_counts_say(tellers: list[Teller], passage: PassageKind | None) -> None:
    claim = counted(tellers, passage)
    least, _ = numbers(claim)
    for origin in claim.origins:
        inside = [(origin.mentions.index(join.a), join.b) for join in origin.joins if join.sure]
        tied = [(a, origin.mentions.index(b)) for a, b in inside]
        assert groups(range(len(origin.mentions)), tied) == 1
    pairs = [
        (one, other)
        for one, origin in enumerate(claim.origins)
        for join in origin.joins
        for other, beside in enumerate(claim.origins)
        if not join.sure and one != other
        if any((it.a, it.b, it.reason) == (join.b, join.a, join.reason) for it in beside.joins)
    ]
    assert groups(range(len(claim.origins)), pairs) <= least
