"""Who somebody is: one driver, pilot or gunman under two names, and one name in two spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from twosource.differences.comparing import COPIES
from twosource.differences.context import Contexts
from twosource.differences.finding import Finding, detail
from twosource.differences.scene import Scene
from twosource.differences.words import IDENTIFYING, ROLES
from twosource.likeness.checks import SAME_FRAME, alikeness, differences
from twosource.likeness.names import Named
from twosource.model import Strength

FULL_NAME = 2
"""Least words of a name that is compared."""
SHARED = 2
"""Least meaning words and names in common for two drivers to be one."""
CHANGED = 2
"""Most letters by which two spellings of one name differ."""
LETTERS = 5
"""Least letters of a word for a letter of it to be a matter of spelling."""
MOST = 80
"""Most persons of a story whose names are compared."""
_VOWELS = frozenset("aeiouy")


def identified(scene: Scene) -> Iterator[Finding]:
    """Find one person under two names."""
    yield from _by_verb(scene)
    yield from _by_role(scene)
    yield from _spelled(scene)


def _by_verb(scene: Scene) -> Iterator[Finding]:
    """Find "identified the driver as …" with two names."""
    for i, j in scene.pairs:
        a, b = scene.items[i], scene.items[j]
        if a.report == b.report or not {a.unit.predicate, b.unit.predicate} <= IDENTIFYING:
            continue
        found = differences(a.unit, b.unit)
        if [item.signal for item in found] == ["name"] and alikeness(a.unit, b.unit) >= SAME_FRAME:
            yield detail(scene, i, j, "name", (found[0].here, found[0].there), Strength.MEDIUM)


def _by_role(scene: Scene) -> Iterator[Finding]:
    """Find "the driver, Jon Aldis," against "the driver, Marek Toll,": a name that the other report never tells."""
    contexts = Contexts(scene)
    held: dict[str, list[tuple[int, Named]]] = {}
    copies: Counter[int] = Counter()
    for number, item in enumerate(scene.items):
        copies[id(item.unit)] += 1
        for name in item.unit.names:
            relation, role = name.slot
            first = copies[id(item.unit)] <= COPIES
            if first and relation == "appos" and role in ROLES and len(name.key) >= FULL_NAME:
                held.setdefault(role, []).append((number, name))
    told = _by_report(scene)
    for role in sorted(held):
        for (i, one), (j, other) in combinations(held[role][:MOST], 2):
            here, there = scene.items[i].report, scene.items[j].report
            if here == there or one.agrees(other) or _near(one, other):
                continue
            if any(one.agrees(x) for x in told[there]) or any(other.agrees(x) for x in told[here]):
                continue
            a, b = contexts(i, whole=True), contexts(j, whole=True)
            if a.one_time(b) and a.one_place(b) and a.shared(b) >= SHARED:
                yield detail(scene, i, j, "name", (one.surface, other.surface), Strength.MEDIUM, f"another {role}")


def _by_report(scene: Scene) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {report: [] for report in scene.reports}
    for item in scene.items:
        found[item.report].extend(item.unit.names)
    return found


def _spelled(scene: Scene) -> Iterator[Finding]:
    """Find full names of persons that differ in a letter or two of one word, each in its own reports only."""
    first: dict[tuple[str, ...], tuple[int, Named]] = {}
    where: dict[tuple[str, ...], set[str]] = {}
    for number, item in enumerate(scene.items):
        for name in item.unit.names:
            if len(name.key) >= FULL_NAME and name.kind == "person":
                first.setdefault(name.key, (number, name))
                where.setdefault(name.key, set()).add(item.report)
    for one, other in combinations(sorted(first)[:MOST], 2):
        (i, a), (j, b) = first[one], first[other]
        if where[one].isdisjoint(where[other]) and _near(a, b):
            yield detail(
                scene, i, j, "name", (a.surface, b.surface), Strength.WEAK, "one name in two spellings, or two"
            )


def _near(a: Named, b: Named) -> bool:
    """Return whether two names differ in the spelling of one word; "Mario" and "Maria" are two."""
    if len(a.key) != len(b.key):
        return False
    changed = [(x, y) for x, y in zip(a.key, b.key, strict=True) if x != y]
    if len(changed) != 1 or min(map(len, changed[0])) < LETTERS:
        return False
    x, y = changed[0]
    if (x[:-1] == y[:-1] and {x[-1], y[-1]} <= _VOWELS) or x.startswith(y) or y.startswith(x):
        return False
    return Levenshtein.distance(x, y) <= CHANGED
