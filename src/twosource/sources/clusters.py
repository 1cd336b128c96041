"""Identities of several reports put together: what a join may never do, and how joins are found among many."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.model import SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.identity import Identity
from twosource.sources.names import body_key, initials_of, person_words, spelling

PEOPLE = frozenset({SourceType.PERSON, SourceType.ANONYMOUS})
"""Types of single people; no body, group or paper is ever joined with one."""
_UNCERTAIN = SourceType.ORGANISATION
"""What an agency, an outlet or anything else is called by a report that does not know better."""


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """The identities of several reports that are one source, with what joined them.

    ``blocks`` are the keys under which alone a partner is looked for, so that time grows with the names, not with
    their pairs. ``open`` says that a part is known within its report alone, or unresolved there: it joins nothing.
    """

    parts: tuple[Identity, ...]
    reasons: tuple[tuple[str, str], ...] = ()
    type: SourceType = field(init=False)
    reports: frozenset[str] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    full_names: tuple[str, ...] = field(init=False)
    heads: frozenset[str] = field(init=False)
    genders: frozenset[str] = field(init=False)
    open: bool = field(init=False)
    blocks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = tuple(sorted({name for part in self.parts for name in [*part.names, *part.glosses]}))
        kind = _type(self.parts)
        closed = any(part.local or not part.settled for part in self.parts)
        values = {
            "type": kind,
            "reports": frozenset(part.report for part in self.parts),
            "names": names,
            "full_names": tuple(sorted({name for part in self.parts for name in part.full_names})),
            "heads": frozenset(head for part in self.parts for head, _ in part.heads) - lists.ADDRESS,
            "genders": frozenset(part.gender for part in self.parts if part.gender),
            "open": closed,
            "blocks": frozenset() if closed else _blocks(kind, names, self.parts),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def guessed(self) -> bool:
        """Whether nothing but a guess of the parser says what kind of thing it is."""
        return all(part.guessed for part in self.parts)


Test = Callable[[Cluster, Cluster], str]
"""Return why two clusters are one source, or nothing where they are not."""
Keys = Callable[[Cluster], Iterable[tuple[Hashable, str]]]
"""Return the keys of a cluster, each with the words to be shown for it: two clusters that share a key are one."""


def _type(parts: Sequence[Identity]) -> SourceType:
    """Return what most of the parts are; an agency or an outlet is called an organisation by some.

    A part that the text itself shows to be a person, a body or an agency counts before the parser's guesses.
    """
    types = [part.type for part in parts if not part.guessed] or [part.type for part in parts]
    for telling in (SourceType.AGENCY, SourceType.OUTLET):
        if telling in types and set(types) <= {telling, _UNCERTAIN}:
            return telling
    return min(types, key=lambda type_: (-types.count(type_), type_.value))


def _blocks(kind: SourceType, names: Sequence[str], parts: Sequence[Identity]) -> frozenset[str]:
    if not names:
        return frozenset(f"#{part.key[0]}" for part in parts if part.key)
    words = {spelling(word) for name in names for word in person_words(name) if len(word) > 1}
    if kind is SourceType.PERSON:
        return frozenset(words)
    guessed = words if any(part.guessed for part in parts) else set()
    words = {word for name in names for word in body_key(name)}
    letters = {initials_of(name).casefold().removeprefix("the ") for name in names if " " in name}
    return frozenset(words | letters | guessed)


def apart(a: Cluster, b: Cluster) -> bool:
    """Return whether something forbids the join.

    One report keeps them apart, a part is unresolved, one is a man and the other a woman, or one a person and the
    other a thing, unless a mere guess of the parser says so.
    """
    if a.open or b.open or len(a.genders | b.genders) > 1 or a.reports & b.reports:
        return True
    return (a.type in PEOPLE) != (b.type in PEOPLE) and not (a.guessed or b.guessed)


def join_equal(clusters: list[Cluster], signal: str, keys: Keys) -> list[Cluster]:
    """Join the clusters that share a key, in rounds, any number at once."""
    while True:
        homes: dict[Hashable, list[tuple[Cluster, str]]] = {}
        for cluster in clusters:
            if not cluster.open:
                for key, words in keys(cluster):
                    homes.setdefault(key, []).append((cluster, words))
        joined: dict[int, Cluster | None] = {}
        for home in homes.values():
            free = [(cluster, words) for cluster, words in home if id(cluster) not in joined]
            for group in _compatible([cluster for cluster, _ in free]):
                words = min(words for cluster, words in free if cluster is group[-1])
                _replace(group, signal, f"“{words}” in both", joined)
        if not joined:
            return clusters
        clusters = _after(clusters, joined)


def _compatible(clusters: Sequence[Cluster]) -> Iterator[list[Cluster]]:
    """Yield the groups of two or more that nothing keeps apart, each cluster in the first group that takes it."""
    groups: list[tuple[list[Cluster], set[str], set[str]]] = []
    for cluster in {id(cluster): cluster for cluster in clusters}.values():
        for group, reports, genders in groups:
            one_gender = len(genders | cluster.genders) < 2
            if one_gender and not reports & cluster.reports and not apart(group[0], cluster):
                group.append(cluster)
                reports |= cluster.reports
                genders |= cluster.genders
                break
        else:
            groups.append(([cluster], set(cluster.reports), set(cluster.genders)))
    yield from (group for group, _, _ in groups if len(group) > 1)


def join_copied(clusters: list[Cluster]) -> list[Cluster]:
    """Join what is known within its report alone where the very same paragraph stands in another: it is a copy."""
    homes: dict[Hashable, list[Cluster]] = {}
    for cluster in clusters:
        first = cluster.parts[0]
        if cluster.open and first.anchor:
            homes.setdefault((first.anchor, first.type, first.settled), []).append(cluster)
    joined: dict[int, Cluster | None] = {}
    for home in homes.values():
        alone = {report: [c for c in home if report in c.reports] for cluster in home for report in cluster.reports}
        group = [found[0] for found in alone.values() if len(found) == 1]
        if len(group) > 1:
            _replace(group, "same paragraph", "the same words in the same paragraph of both", joined)
    return _after(clusters, joined)


def join_pairs(clusters: list[Cluster], signal: str, test: Test) -> list[Cluster]:
    """Join the pairs that pass a test, in rounds, until none is left.

    A pair is joined only where every other partner of either side fits the other side too: else one of them is wrong.
    """
    while True:
        partners: dict[int, dict[int, str]] = {}
        for x, y in _candidates(clusters):
            a, b = clusters[x], clusters[y]
            if not apart(a, b) and (why := test(a, b) or test(b, a)):
                partners.setdefault(x, {})[y] = why
                partners.setdefault(y, {})[x] = why
        joined: dict[int, Cluster | None] = {}
        for x in sorted(partners):
            for y, why in sorted(partners[x].items()):
                taken = id(clusters[x]) in joined or id(clusters[y]) in joined
                alone = partners[x].keys() - {y} == partners[y].keys() - {x}
                if x < y and not taken and alone:
                    _replace([clusters[x], clusters[y]], signal, why, joined)
        if not joined:
            return clusters
        clusters = _after(clusters, joined)


def _candidates(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Return the pairs that share a block, in the order of the clusters, each once."""
    homes: dict[str, list[int]] = {}
    for number, cluster in enumerate(clusters):
        for block in sorted(cluster.blocks):
            homes.setdefault(block, []).append(number)
    return sorted({pair for home in homes.values() for pair in combinations(home, 2)})


def _replace(group: Sequence[Cluster], signal: str, why: str, joined: dict[int, Cluster | None]) -> None:
    """Note the one cluster that stands for a group from now on, in the place of the first."""
    reasons = [reason for cluster in group for reason in cluster.reasons]
    parts = tuple(part for cluster in group for part in cluster.parts)
    joined.update({id(cluster): None for cluster in group})
    joined[id(group[0])] = Cluster(parts, tuple(dict.fromkeys([*reasons, (signal, why)])))


def _after(clusters: Sequence[Cluster], joined: dict[int, Cluster | None]) -> list[Cluster]:
    after = [joined.get(id(cluster), cluster) for cluster in clusters]
    return [cluster for cluster in after if cluster is not None]
