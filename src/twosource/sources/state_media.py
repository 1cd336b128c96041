"""State media: which agency a report means by "state media", where the story shows one and no other."""

from __future__ import annotations

from itertools import combinations

from twosource.model import SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.clusters import Cluster
from twosource.sources.names import same_place, same_places


def join_state_media(clusters: list[Cluster]) -> list[Cluster]:
    """Join "state media" with the one agency that the story calls the state media of that country.

    Without a country beside it, the report that says "state media" must name that agency itself, and no other state
    media may occur in the story.
    """
    called = [cluster for cluster in clusters if cluster.names and _state_words(cluster)]
    bare = [cluster for cluster in clusters if not cluster.names and _state_words(cluster)]
    countries = [words for cluster in clusters for words in _state_words(cluster) if words - lists.STATE]
    one_country = all(
        same_places(x - lists.STATE, y - lists.STATE) for x, y in combinations(dict.fromkeys(countries), 2)
    )
    home: dict[int, list[tuple[Cluster, str]]] = {}
    for cluster in bare:
        beside = [words - lists.STATE for words in _state_words(cluster)]
        fitting = [
            other
            for other in called
            if all(
                any(all(any(same_place(w, k) for k in known) for w in words) for known in _state_words(other))
                for words in beside
            )
        ]
        unowned = any(not words for words in beside)
        if len(fitting) != 1 or (unowned and not (one_country and cluster.reports <= fitting[0].reports)):
            continue
        if any(not part.settled for part in cluster.parts):
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
