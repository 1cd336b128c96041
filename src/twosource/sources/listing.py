"""From identities to the sources of a case: canonical names, stable ids, variants, mentions and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model import Reason, Source, SourceType, stable_id
from twosource.sources import vocabulary as lists
from twosource.sources.across import join_joint, join_reports
from twosource.sources.clusters import Cluster
from twosource.sources.identity import SPEAKS_FOR, Identity
from twosource.sources.names import body_key, fold, is_full, is_initialism, person_words, words_of

_LONGEST_VARIANT = 80
"""Code points of the longest variant that is listed: a longer mention is a descriptor with its whole clause."""
_OFTEN = 0.25
"""Least share of the uses of a person's commonest full name that a fuller one must have to be the canonical name: a
word that the parser ran into a name once does not count."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The sources of one story, and the id of every identity in it."""

    sources: tuple[Source, ...]
    ids: dict[Identity, str]


def list_sources(
    scope: str,
    identities: Sequence[Identity],
    places: frozenset[str],
    bearers: frozenset[str],
    copies: Mapping[str, Sequence[str]],
) -> Listing:
    """Join the identities of a story's reports and list them as sources.

    :param scope: what tells this story from others, for the ids of names that are not full.
    :param places: folded words of the places and peoples named in the story.
    :param bearers: the full names of all persons named in the story.
    :param copies: for each report whose identities are given, the ids of all reports of the same text, its own too.
    """
    clusters = join_reports(identities, places, bearers)
    ids: dict[Identity, str] = {}
    taken: Counter[str] = Counter()
    for cluster in clusters:
        id_ = _id(scope, cluster)
        taken[id_] += 1
        if taken[id_] > 1:  # one name, two sources that the text keeps apart
            id_ = stable_id("source", id_, *sorted(cluster.reports))
        ids.update(dict.fromkeys(cluster.parts, id_))
    joints = join_joint([identity for identity in identities if identity.members], clusters)
    for joint in joints:
        members = sorted({ids[member] for part in joint.parts for member in part.members})
        ids.update(dict.fromkeys(joint.parts, stable_id("source", "joint", *members)))
    names = {ids[cluster.parts[0]]: _name(cluster) for cluster in clusters}
    listed = [_source(cluster, ids, names, copies) for cluster in [*clusters, *joints]]
    return Listing(tuple(listed), ids)


def merged(listings: Iterable[Listing]) -> tuple[Source, ...]:
    """Return the sources of all stories, sorted by id; the same full name in two stories is one source."""
    found: dict[str, Source] = {}
    for source in [source for listing in listings for source in listing.sources]:
        other = found.get(source.id)
        if other is not None:
            source = Source(
                source.id,
                min(other.name, source.name),
                other.type,
                tuple(sorted({*other.variants, *source.variants})),
                tuple(sorted({*other.mentions, *source.mentions})),
                other.members,
                tuple(dict.fromkeys([*other.reasons, *source.reasons])),
            )
        found[source.id] = source
    return tuple(found[id_] for id_ in sorted(found))


def _id(scope: str, cluster: Cluster) -> str:
    """Return an id made of the full name where there is one, else of the story or the report and what is known."""
    first = cluster.parts[0]
    if cluster.type is SourceType.PERSON and cluster.full_names:
        return stable_id("source", "person", *person_words(_name(cluster)))
    if cluster.names:
        key = body_key(_name(cluster))
        if len(key) > 1 and cluster.type is not SourceType.PERSON and set(key) - lists.GENERAL:
            return stable_id("source", "body", *key)
        if not first.local:
            return stable_id("source", scope, *key)
    if first.local or not first.settled:
        return stable_id("source", first.report, first.type.value, *(first.key or words_of(_name(cluster))))
    key = min(part.key for part in cluster.parts)
    return stable_id("source", scope, first.type.value, *key)


def _name(cluster: Cluster) -> str:
    """Return the canonical name: the fullest proper name, else the words of the fullest description.

    A pronoun is nobody's name: whom it leaves open is called so.
    """
    if cluster.parts[0].pronoun:
        return f"unresolved “{cluster.parts[0].pronoun}”"
    counts: Counter[str] = Counter()
    for part in cluster.parts:
        counts.update({_untitled(name, part.type): count for name, count in part.names.items()})
    if counts and cluster.type is SourceType.PERSON:
        often = _OFTEN * max(count for name, count in counts.items() if is_full(name) or not any(map(is_full, counts)))
        return min(
            counts, key=lambda name: (not is_full(name), counts[name] < often, -_fullness(name), -counts[name], name)
        )
    if counts:
        return min(counts, key=lambda name: (-_fullness(name), is_initialism(name), -counts[name], name))
    variants = {variant for part in cluster.parts for variant in part.variants}
    name = min(variants, key=lambda variant: (-len(words_of(variant)), not variant[:1].islower(), variant), default="")
    return name.removesuffix("’s").removesuffix("'s").rstrip(" ,")


def _fullness(name: str) -> int:
    return sum(len(word) > 1 for word in set(words_of(name)))  # "MIRA TOLL Mira Toll" is no fuller than "Mira Toll"


def _untitled(name: str, type_: SourceType) -> str:
    words = name.split()
    person = type_ is SourceType.PERSON
    while len(words) > 1:
        first = fold(words[0]).rstrip(".")
        titled = person and (first in lists.HONORIFICS or (first in lists.ROLES and len(words) > 2))
        if not titled and first != "the":
            break
        del words[0]
    return " ".join(words)


def _source(
    cluster: Cluster, ids: Mapping[Identity, str], names: Mapping[str, str], copies: Mapping[str, Sequence[str]]
) -> Source:
    members = tuple(dict.fromkeys(ids[member] for part in cluster.parts for member in part.members))
    members = tuple(sorted(members, key=lambda id_: (names[id_], id_)))
    name = " and ".join(names[id_] for id_ in members) if members else _name(cluster)
    variants = {
        variant
        for part in cluster.parts
        for variant in [*part.names, *part.glosses, *part.variants]
        if len(variant) <= _LONGEST_VARIANT
    }
    reasons = [reason for part in cluster.parts for reason in part.reasons.values()]
    reasons += [Reason(signal, detail) for signal, detail in cluster.reasons]
    reasons = list(dict.fromkeys(reasons))
    own = ids[cluster.parts[0]]
    bodies = [part.speaks_for for part in cluster.parts if part.speaks_for]
    known = [ids[body] for body in bodies if body.named] or [ids[body] for body in bodies]
    reasons += [Reason(SPEAKS_FOR, body) for body in dict.fromkeys(known) if body != own]
    mentions = {
        replace(mention, report=report)
        for part in cluster.parts
        for mention in part.mentions
        for report in copies[part.report]
    }
    return Source(
        own, name, cluster.type, tuple(sorted({*variants, name})), tuple(sorted(mentions)), members, tuple(reasons)
    )
