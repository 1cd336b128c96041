"""One identity over the reports of a story: who of one report is who of another, and why. A doubt keeps them apart.

Two identities of one report are never joined here: that the report itself keeps them apart is evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.model import SourceType
from twosource.sources import words as lists
from twosource.sources.bodies import same_body, shortened
from twosource.sources.identity import Identity
from twosource.sources.kinds import BODILY
from twosource.sources.names import (
    body_key,
    initials_of,
    person_words,
    same_person,
    same_place,
    short_of,
    spelling,
    words_of,
)

_STATE = frozenset({"state", "news", "official", "run", "owned"})
"""Words beside "media" or "agency" that name no country."""


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """The identities of several reports that are one source, with what joined them.

    ``blocks`` are the keys under which alone a partner is looked for, so that time grows with the names, not with
    their pairs.
    """

    parts: tuple[Identity, ...]
    reasons: tuple[tuple[str, str], ...] = ()
    type: SourceType = field(init=False)
    reports: frozenset[str] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    full_names: tuple[str, ...] = field(init=False)
    heads: frozenset[str] = field(init=False)
    blocks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = tuple(sorted({name for part in self.parts for name in [*part.names, *part.glosses]}))
        kind = _type([part.type for part in self.parts])
        values = {
            "type": kind,
            "reports": frozenset(part.report for part in self.parts),
            "names": names,
            "full_names": tuple(sorted({name for part in self.parts for name in part.full_names})),
            "heads": frozenset(head for part in self.parts for head, _ in part.heads),
            "blocks": _blocks(kind, names, self.parts),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)


Test = Callable[[Cluster, Cluster], str]
"""Return why two clusters are one source, or nothing where they are not."""


def _type(types: list[SourceType]) -> SourceType:
    """Return what most of the parts are; an agency or an outlet is called an organisation by some."""
    for telling in (SourceType.AGENCY, SourceType.OUTLET):
        if telling in types and set(types) <= {telling, SourceType.ORGANISATION}:
            return telling
    return min(types, key=lambda type_: (-types.count(type_), type_.value))


def _blocks(kind: SourceType, names: Sequence[str], parts: Sequence[Identity]) -> frozenset[str]:
    if any(part.local or not part.settled for part in parts):
        return frozenset()  # it joins nothing
    if not names:
        return frozenset(f"#{part.key[0]}" for part in parts if part.key)
    if kind is SourceType.PERSON:
        return frozenset(spelling(word) for name in names for word in person_words(name) if len(word) > 1)
    words = {word for name in names for word in body_key(name)}
    return frozenset(words | {initials_of(name).casefold().removeprefix("the ") for name in names if " " in name})


def join_reports(identities: Iterable[Identity], places: frozenset[str]) -> list[Cluster]:
    """Join the identities of a story's reports, the surest evidence first.

    :param places: folded words of the places and peoples named in the story.
    """
    clusters = [Cluster((identity,)) for identity in identities if not identity.members]
    clusters = _join(clusters, "same full name", _same_full_name, equal=True)
    clusters = _join(clusters, "same name", _same_body_name, equal=True)
    clusters = _join(clusters, "spelling", _full_name_spelt)
    clusters = _join(clusters, "initials", _initials)
    clusters = _join(clusters, "without its place", lambda a, b: _without_place(a, b, places))
    clusters = _join(clusters, "surname", _surname)
    clusters = _join(clusters, "same description", _same_description)
    return _join_state_media(clusters)


def join_joint(joints: Iterable[Identity], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join joint sources that have the same members."""
    home = {id(part): number for number, cluster in enumerate(clusters) for part in cluster.parts}
    found: dict[tuple[int, ...], list[Identity]] = {}
    for joint in joints:
        found.setdefault(tuple(sorted(home[id(member)] for member in joint.members)), []).append(joint)
    return [Cluster(tuple(parts)) for parts in found.values()]


def _join(clusters: list[Cluster], signal: str, test: Test, *, equal: bool = False) -> list[Cluster]:
    """Join the clusters that pass a test, in rounds, until none is left.

    An ``equal`` test may join any number; any other joins a pair only where no second partner of either side speaks
    against it.
    """
    while True:
        pairs = [
            (a, b, why)
            for a, b in _candidates(clusters)
            if not a.reports & b.reports and not _apart(a, b) and (why := test(a, b) or test(b, a))
        ]
        joined: dict[int, Cluster | None] = {}
        for a, b, why in pairs:
            if id(a) in joined or id(b) in joined or not (equal or _alone(a, b, pairs)):
                continue
            joined[id(a)] = Cluster((*a.parts, *b.parts), (*a.reasons, *b.reasons, (signal, why)))
            joined[id(b)] = None
        if not joined:
            return clusters
        after = [joined.get(id(cluster), cluster) for cluster in clusters]
        clusters = [cluster for cluster in after if cluster is not None]


def _candidates(clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    """Yield the pairs that share a block, in the order of the clusters, each once."""
    homes: dict[str, list[int]] = {}
    for number, cluster in enumerate(clusters):
        for block in sorted(cluster.blocks):
            homes.setdefault(block, []).append(number)
    pairs = {pair for home in homes.values() for pair in combinations(home, 2)}
    for x, y in sorted(pairs):
        yield clusters[x], clusters[y]


def _alone(a: Cluster, b: Cluster, pairs: Sequence[tuple[Cluster, Cluster, str]]) -> bool:
    """Return whether every other partner of either side fits the other side too: else one of them is wrong."""
    fitting = {frozenset((id(x), id(y))) for x, y, _ in pairs}
    for one, other in ((a, b), (b, a)):
        rivals = [y if x is one else x for x, y, _ in pairs if x is one or y is one]
        if any(rival is not other and frozenset((id(rival), id(other))) not in fitting for rival in rivals):
            return False
    return True


def _apart(a: Cluster, b: Cluster) -> bool:
    """Return whether something forbids the join: local or unsettled parts, a man and a woman, persons and things."""
    if any(part.local or not part.settled for part in [*a.parts, *b.parts]):
        return True
    genders = {part.gender for part in [*a.parts, *b.parts] if part.gender}
    people = {SourceType.PERSON, SourceType.ANONYMOUS}
    return len(genders) > 1 or (a.type in people) != (b.type in people)


def _persons(a: Cluster, b: Cluster) -> bool:
    return a.type is SourceType.PERSON and b.type is SourceType.PERSON


def _bodies(a: Cluster, b: Cluster) -> bool:
    return a.type in BODILY and b.type in BODILY and bool(a.names) and bool(b.names)


def _same_full_name(a: Cluster, b: Cluster) -> str:
    keys = {person_words(name) for name in a.full_names}
    same = [name for name in b.full_names if person_words(name) in keys]
    return f"“{same[0]}” in both" if _persons(a, b) and same else ""


def _same_body_name(a: Cluster, b: Cluster) -> str:
    keys = {body_key(name) for name in _telling(a.names)}
    same = [name for name in _telling(b.names) if body_key(name) in keys]
    return f"“{same[0]}” in both" if not _persons(a, b) and same and a.names and b.names else ""


def _telling(names: Sequence[str]) -> list[str]:
    """Return the names that tell a body from others: "Times" says little beside the full name it is short for."""
    full = [name for name in names if set(words_of(name)) - lists.GENERAL]
    return full or list(names)


def _full_name_spelt(a: Cluster, b: Cluster) -> str:
    """Persons whose full names differ in spelling, an initial or a middle name; every pair of names must agree."""
    if not _persons(a, b) or not a.full_names or not b.full_names:
        return ""
    if all(same_person(x, y) for x in a.full_names for y in b.full_names):
        return f"“{a.full_names[0]}” and “{b.full_names[0]}” can be one name"
    return ""


def _initials(a: Cluster, b: Cluster) -> str:
    pairs = [(x, y) for x in _telling(a.names) for y in _telling(b.names) if same_body(x, y)]
    return f"“{pairs[0][0]}” and “{pairs[0][1]}”" if _bodies(a, b) and pairs else ""


def _without_place(a: Cluster, b: Cluster, places: frozenset[str]) -> str:
    """Join "Kesh Bank" and "Torvian Kesh Bank", but no "Foreign Ministry": every country has one."""
    pairs = [(x, y) for x in a.names for y in b.names if shortened(x, y, places) and set(words_of(x)) - lists.GENERAL]
    return f"“{pairs[0][0]}” is “{pairs[0][1]}” without its place" if _bodies(a, b) and pairs else ""


def _surname(a: Cluster, b: Cluster) -> str:
    """Join a bare surname and its only bearer in the story, or two bare surnames; other roles keep them apart."""
    if not _persons(a, b) or a.full_names:
        return ""
    if a.heads and b.heads and not a.heads & b.heads:
        return ""
    for name in a.names:
        if b.full_names and any(short_of(name, full) for full in b.full_names):
            return f"“{name}” and “{b.full_names[0]}”, its only bearer in the story"
        if not b.full_names and any(person_words(name) == person_words(other) for other in b.names):
            return f"“{name}” in both, and no other bearer in the story"
    return ""


def _same_description(a: Cluster, b: Cluster) -> str:
    """Bodies and groups without a name, described alike with the same places in the description."""
    if a.names or b.names or a.type is not b.type:
        return ""
    for x in a.parts:
        for y in b.parts:
            if x.key[:1] == y.key[:1] and len(x.key) == len(y.key) and _same_words(x.key[1:], y.key[1:]):
                return f"“{min(x.variants)}” and “{min(y.variants)}”"
    return ""


def _same_words(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    return all(any(same_place(p, q) for q in y) for p in x) and all(any(same_place(p, q) for p in x) for q in y)


def _join_state_media(clusters: list[Cluster]) -> list[Cluster]:
    """Join "state media" with the one agency that the story calls the state media of that country.

    Without a country beside it, the report that says "state media" must name that agency itself, and no other state
    media may occur in the story.
    """
    called = [cluster for cluster in clusters if cluster.names and _state_words(cluster)]
    bare = [cluster for cluster in clusters if not cluster.names and _state_words(cluster)]
    home: dict[int, list[tuple[Cluster, str]]] = {}
    for cluster in bare:
        beside = [words - _STATE for words in _state_words(cluster)]
        fitting = [
            other
            for other in called
            if all(
                any(all(any(same_place(w, k) for k in known) for w in words) for known in _state_words(other))
                for words in beside
            )
        ]
        countries = [words for other in clusters for words in _state_words(other) if words - _STATE]
        open_ = any(not words for words in beside)
        one_country = all(_same_words(tuple(x - _STATE), tuple(y - _STATE)) for x, y in combinations(countries, 2))
        if len(fitting) != 1 or (open_ and not (one_country and cluster.reports <= fitting[0].reports)):
            continue
        variant = min(variant for part in cluster.parts for variant in part.variants)
        why = f"“{variant}”: “{fitting[0].names[0]}” is the only agency that the story calls so"
        home.setdefault(id(fitting[0]), []).append((cluster, why))
    gone = {id(cluster) for joins in home.values() for cluster, _ in joins}
    result = []
    for cluster in clusters:
        for other, why in home.get(id(cluster), []):
            cluster = Cluster((*cluster.parts, *other.parts), (*cluster.reasons, *other.reasons, ("state media", why)))
        if id(cluster) not in gone:
            result.append(cluster)
    return result


def _state_words(cluster: Cluster) -> list[frozenset[str]]:
    """Return the words beside "state media" or "state news agency" in the descriptors of an agency."""
    if cluster.type is not SourceType.AGENCY:
        return []
    found = {
        words
        for part in cluster.parts
        for head, words in [*part.heads, *((part.key[0], frozenset(part.key[1:])) for _ in part.key[:1])]
        if head in lists.AGENCY_HEADS and "state" in words
    }
    return sorted(found, key=sorted)
