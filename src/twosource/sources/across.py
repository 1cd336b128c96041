"""One identity over the reports of a story: who of one report is who of another, and why. A doubt keeps them apart.

Two identities of one report are never joined here: that the report itself keeps them apart is evidence. Nor is anybody
whom a report leaves open, nor a description that many could answer to: the same vague words make no one source.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from twosource.model import SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.bodies import same_body, shortened
from twosource.sources.clusters import Cluster, join_copied, join_equal, join_pairs
from twosource.sources.identity import Identity
from twosource.sources.kinds import BODILY
from twosource.sources.name_evidence import given_gender
from twosource.sources.names import body_key, is_full, person_words, same_person, same_places, short_of, words_of
from twosource.sources.state_media import join_state_media


def join_reports(
    identities: Iterable[Identity], places: frozenset[str], bearers: frozenset[str] = frozenset()
) -> list[Cluster]:
    """Join the identities of a story's reports, the surest evidence first.

    :param places: folded words of the places and peoples named in the story.
    :param bearers: the full names of all persons named in the story, whether they speak or not.
    """
    clusters = [Cluster((identity,)) for identity in identities if not identity.members]
    clusters = join_copied(clusters)
    clusters = join_equal(clusters, "same full name", _full_name_keys)
    clusters = join_equal(clusters, "same name", _body_name_keys)
    clusters = join_pairs(clusters, "spelling", _full_name_spelt)
    clusters = join_pairs(clusters, "initials", _initials)
    clusters = join_pairs(clusters, "without its place", lambda a, b: _without_place(a, b, places))
    clusters = join_pairs(clusters, "surname", lambda a, b: _surname(a, b, bearers))
    clusters = join_equal(clusters, "same description", _description_keys)
    clusters = join_pairs(clusters, "same description", _same_description)
    return join_state_media(clusters)


def join_joint(joints: Iterable[Identity], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join joint sources that have the same members."""
    home = {id(part): number for number, cluster in enumerate(clusters) for part in cluster.parts}
    found: dict[tuple[int, ...], list[Identity]] = {}
    for joint in joints:
        found.setdefault(tuple(sorted(home[id(member)] for member in joint.members)), []).append(joint)
    return [Cluster(tuple(parts)) for parts in found.values()]


def _person(cluster: Cluster) -> bool:
    return cluster.type is SourceType.PERSON


def _maybe_person(cluster: Cluster) -> bool:
    """Return whether it is a person, or a name that the parser alone takes for a body."""
    return _person(cluster) or (cluster.guessed and cluster.type in {SourceType.ORGANISATION, SourceType.GROUP})


def _bodies(a: Cluster, b: Cluster) -> bool:
    return a.type in BODILY and b.type in BODILY and bool(a.names) and bool(b.names)


def _full_name_keys(cluster: Cluster) -> Iterator[tuple[Hashable, str]]:
    if _maybe_person(cluster):
        yield from ((person_words(name), name) for name in cluster.full_names)


def _body_name_keys(cluster: Cluster) -> Iterator[tuple[Hashable, str]]:
    if not _person(cluster) or cluster.guessed:
        names = [name for name in _telling(cluster.names) if not _person(cluster) or is_full(name)]
        yield from ((body_key(name), name) for name in names)


def _telling(names: Sequence[str]) -> list[str]:
    """Return the names that tell a body from others: "Times" says little beside the full name it is short for."""
    full = [name for name in names if set(words_of(name)) - lists.GENERAL]
    return full or list(names)


def _full_name_spelt(a: Cluster, b: Cluster) -> str:
    """Persons whose full names differ in spelling, an initial, a middle name, a second surname or a title of respect.

    Every pair of names must agree.
    """
    if not (_maybe_person(a) and _maybe_person(b)) or not a.full_names or not b.full_names:
        return ""
    if all(same_person(x, y) or _longer(x, y) for x in a.full_names for y in b.full_names):
        return f"“{a.full_names[0]}” and “{b.full_names[0]}” can be one name"
    return ""


def _longer(a: str, b: str) -> bool:
    """Return whether one name is the other with one word more at an end ("Odo Lanz Ferrin", "Haji Odo Lanz")."""
    short, long = sorted((person_words(a), person_words(b)), key=len)
    whole = len(short) > 1 and min(map(len, short)) > 1 and not {*short, *long} & lists.SUFFIXES
    return whole and len(long) == len(short) + 1 and (long[:-1] == short or long[1:] == short)


def _initials(a: Cluster, b: Cluster) -> str:
    pairs = [(x, y) for x in _telling(a.names) for y in _telling(b.names) if same_body(x, y)]
    return f"“{pairs[0][0]}” and “{pairs[0][1]}”" if _bodies(a, b) and pairs else ""


def _without_place(a: Cluster, b: Cluster, places: frozenset[str]) -> str:
    """Join "Kesh Bank" and "Torvian Kesh Bank", but no "Foreign Ministry": every country has one."""
    pairs = [(x, y) for x in a.names for y in b.names if shortened(x, y, places) and set(words_of(x)) - lists.GENERAL]
    return f"“{pairs[0][0]}” is “{pairs[0][1]}” without its place" if _bodies(a, b) and pairs else ""


def _surname(a: Cluster, b: Cluster, bearers: frozenset[str]) -> str:
    """Join a bare surname and its only bearer in the story, or two bare surnames; other roles keep them apart."""
    if not (_maybe_person(a) and _maybe_person(b)) or a.full_names or not (_person(a) or _person(b)):
        return ""
    if a.heads and b.heads and not a.heads & b.heads:
        return ""
    for name in a.names:
        if b.full_names and any(short_of(name, full) for full in b.full_names):
            others = [other for other in bearers if short_of(name, other) and not _one_of(other, b.full_names)]
            others = [other for other in others if given_gender([other]) in a.genders or not _told(a, other)]
            return "" if others else f"“{name}” and “{b.full_names[0]}”, its only bearer in the story"
        if not b.full_names and any(person_words(name) == person_words(other) for other in b.names):
            known = [other for other in bearers if short_of(name, other)]
            several = any(not _one_of(other, known[:1]) for other in known[1:])
            return "" if several else f"“{name}” in both, and no other bearer in the story"
    return ""


def _told(cluster: Cluster, name: str) -> bool:
    """Return whether a given name tells a man or a woman, and the report whether the cluster is one."""
    return bool(cluster.genders) and bool(given_gender([name]))


def _one_of(name: str, others: Sequence[str]) -> bool:
    return any(
        same_person(name, other) or _longer(name, other) or person_words(name) == person_words(other)
        for other in others
    )


def _description_keys(cluster: Cluster) -> Iterator[tuple[Hashable, str]]:
    """Yield the words of bodies and groups without a name; the same words are one source only with a name in them."""
    if not cluster.names:
        yield from (((cluster.type, part.key), min(part.variants)) for part in cluster.parts if part.key)


def _same_description(a: Cluster, b: Cluster) -> str:
    """Bodies and groups without a name, described alike with the same places in the description."""
    if a.names or b.names or a.type is not b.type:
        return ""
    for x in a.parts:
        for y in b.parts:
            if x.key[:1] == y.key[:1] and len(x.key) == len(y.key) and same_places(x.key[1:], y.key[1:]):
                return f"“{min(x.variants)}” and “{min(y.variants)}”"
    return ""
