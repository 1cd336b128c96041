"""What somebody is to do, told with other details: weak, for one report may only tell more than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from twosource.claims.told import Told
from twosource.differences.comparing import COPIES
from twosource.differences.finding import Finding, apart, detail
from twosource.differences.scene import Scene
from twosource.likeness.modality import Modality
from twosource.likeness.names import Named
from twosource.likeness.verdict import has_word
from twosource.likeness.words import LIGHT_VERBS
from twosource.model import Strength

COMMON = 12
"""Most looks ahead of a story with one verb, copies left out; a commoner verb tells no plan from another."""


def plan_details(scene: Scene) -> Iterator[Finding]:
    """Find two tellings of what one and the same person is to do, with other objects: weak, for one may tell more."""
    acts: dict[str, list[tuple[int, frozenset[str]]]] = {}
    copies: Counter[int] = Counter()
    for number, item in enumerate(scene.items):
        copies[id(item.unit)] += 1
        if item.unit.modality is Modality.FUTURE and not item.unit.negated and copies[id(item.unit)] <= COPIES:
            for verb, objects in _objects(item).items():
                acts.setdefault(verb, []).append((number, objects))
    for verb, own in acts.items():
        if len({id(scene.items[number].unit) for number, _ in own}) > COMMON or verb in LIGHT_VERBS:
            continue
        for (i, objects), (j, others) in combinations(own, 2):
            if objects != others and apart(scene, i, j) and _one_plan(scene, i, j, verb):
                words = _told(scene.items[i], objects), _told(scene.items[j], others)
                gloss = f"what is to come ({verb}), with other details"
                yield detail(scene, i, j, "detail", words, Strength.WEAK, gloss)


def _one_plan(scene: Scene, i: int, j: int, verb: str) -> bool:
    """Return whether two pieces name one actor and share a meaning word beside the verb, and are no claim already."""
    a, b = scene.items[i].unit, scene.items[j].unit
    actors = [[name for name in _actors(scene, n) if name.kind == "person"] for n in (i, j)]
    if scene.same_claim(i, j) or not any(x.agrees(y) for x in actors[0] for y in actors[1]):
        return False
    return any(has_word(word, b.content - {verb}) for word in a.content - {verb})


def _told(item: Told, objects: frozenset[str]) -> str:
    """Return the objects with the words that describe them."""
    around = {up: set[str]() for up in objects}
    for lemma, dep, up in item.unit.slots:
        if up in around and dep in {"amod", "compound"}:
            around[up].add(lemma)
    return ", ".join(" ".join((*sorted(around[up]), up)) for up in sorted(objects))


def _actors(scene: Scene, number: int) -> tuple[Named, ...]:
    """Return the names of who is to act; a clause after "and" has its subject in the piece before."""
    unit = scene.items[number].unit
    named = (*unit.agent.names, *unit.patient.names)
    if named or not number or scene.items[number - 1].report != scene.items[number].report:
        return named
    before = scene.items[number - 1].unit
    linked = any(dep == "conj" and up == before.predicate for _, dep, up in unit.slots)
    return before.agent.names if linked else ()


def _objects(item: Told) -> dict[str, frozenset[str]]:
    """Return the objects of each verb of a piece that has some."""
    found: dict[str, set[str]] = {}
    for lemma, dep, up in item.unit.slots:
        if dep == "dobj":
            found.setdefault(up, set()).add(lemma)
    return {verb: frozenset(objects) for verb, objects in sorted(found.items())}
