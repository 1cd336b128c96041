"""Figures, dates and places that differ where the same thing is told, and counts of one group that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from twosource.claims.told import Told
from twosource.differences.context import Contexts
from twosource.differences.counts import Count, counts
from twosource.differences.finding import Finding, apart, detail
from twosource.differences.scene import Scene, share_name
from twosource.differences.tolls import met, tolls
from twosource.differences.words import ABOARD, CREW, EVENTS, STATUSES
from twosource.likeness.checks import SAME_FRAME, alikeness, differences
from twosource.likeness.thesaurus import akin
from twosource.likeness.units import SUBJECTS
from twosource.likeness.words import MEASURES
from twosource.model import Span, Strength, Time

CALENDAR = frozenset({"date", "place"})
"""Signals of the differences that are told as another day, or another place."""
LIKE = -0.3
"""Log-odds of ``twosource.likeness`` from which two mentions tell the same thing but for a figure."""
RATIO = 10.0
"""Most that two figures may be apart, as a quotient, unless nearly all words around them are the same."""
MOST_SIZES = 6
"""Most sizes of a group in a story; with more there is more than one group."""
RARE = 6
"""Most counts of a thing in a story, copies left out, for "none" and "one" of it to speak of the same."""


def details(scene: Scene) -> Iterator[Finding]:
    """Find details that differ between two mentions of one thing, and counts of one group that differ."""
    distinct = {id(item.unit): item for item in reversed(scene.items)}
    of_unit = {unit: counts(scene, item) for unit, item in distinct.items()}
    told = [of_unit[id(item.unit)] for item in scene.items]
    contexts = Contexts(scene)
    for i, j in scene.pairs:
        if apart(scene, i, j):
            yield from _calendar(scene, i, j)
            yield from _figures(scene, contexts, i, j, told[i], told[j])
    yield from tolls(scene, told, contexts)
    yield from _wholes(scene, told, tuple(count for own in of_unit.values() for count in own))


def _one_act(a: Told, b: Told) -> bool:
    return akin(a.unit.predicate, b.unit.predicate) or alikeness(a.unit, b.unit) >= SAME_FRAME


def _calendar(scene: Scene, i: int, j: int) -> Iterator[Finding]:
    """Find dates and places that differ in two mentions of one claim."""
    a, b = scene.items[i], scene.items[j]
    if a.report == b.report or not _has_calendar(a, b):
        return
    found = differences(a.unit, b.unit)
    if len({item.signal for item in found}) != 1:  # another day, and another figure: another event
        return
    if found[0].signal not in CALENDAR or not _one_act(a, b) or scene.judge(i, j).same is not True:
        return
    for item in found:
        place = item.signal == "place"
        if not place and _one_day(scene, a.span, b.span):
            continue
        if place and (alikeness(a.unit, b.unit) < SAME_FRAME or _one_place(a, b)):
            continue
        gloss = "another place, or one inside the other" if place else ""
        strength = Strength.WEAK if place else Strength.MEDIUM
        yield detail(scene, i, j, item.signal, (item.here, item.there), strength, gloss)


def _has_calendar(a: Told, b: Told) -> bool:
    """Return whether a date or a place of two pieces can differ at all: most pairs have neither, and go unjudged."""
    if any(a.unit.dates.differences(b.unit.dates)):
        return True
    left, right = a.unit.names, b.unit.names
    return bool(left and right) and any(name.kind == "place" for name in (*left, *right))


def _one_place(a: Told, b: Told) -> bool:
    """Return whether both pieces name one and the same place or body beside those that differ."""
    named = [[n for n in x.unit.names if n.slot[0] not in SUBJECTS and n.kind != "person"] for x in (a, b)]
    return any(x.agrees(y) for x in named[0] for y in named[1])


def _one_day(scene: Scene, a: Span, b: Span) -> bool:
    """Return whether the dates of two mentions, once resolved, can be one; unresolved ones can."""
    left, right = (_values(scene.times_of(span.report), span) for span in (a, b))
    return not left or not right or any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _values(times: Sequence[Time], span: Span) -> set[str]:
    return {t.value for t in times if t.value and t.role in {"event", "saying"} and span.contains(t.span)}


def _figures(
    scene: Scene, contexts: Contexts, i: int, j: int, left: Sequence[Count], right: Sequence[Count]
) -> Iterator[Finding]:
    """Find the figures of two like pieces that cannot both be right, or of which one is only told vaguely."""
    a, b = scene.items[i], scene.items[j]
    if not left or not right or a.unit.modality is not b.unit.modality:
        return
    for one in left:
        for other in right:
            if one.what in STATUSES or not one.compares(other) or not _same_occasion(scene, contexts, i, j, one):
                continue
            if met(one, right, (b,)) or met(other, left, (a,)):
                continue
            least, most = sorted((one.low or one.high, other.low or other.high))
            if most > RATIO * least and alikeness(a.unit, b.unit) < SAME_FRAME:
                continue
            if not one.agrees(other):
                vague = one.vague or other.vague
                if not vague or scene.same_claim(i, j):
                    yield _count(scene, i, j, one, other, Strength.WEAK if vague else Strength.MEDIUM)
                    return
            elif one.vague != other.vague and (one.exact or other.exact) and not one.what.startswith("count "):
                yield detail(
                    scene, i, j, "detail", (one.text, other.text), Strength.WEAK, "compatible, one side is more exact"
                )
                return


def _same_occasion(scene: Scene, contexts: Contexts, i: int, j: int, one: Count) -> bool:
    """Return whether two pieces tell so much of the same that their figures should agree."""
    a, b = scene.items[i], scene.items[j]
    here, there = contexts(i, whole=True), contexts(j, whole=True)
    if not here.one_time(there) or not here.one_place(there):
        return False
    both = a.unit.agent.known and b.unit.agent.known
    if not ((one.what == AGE and both) or _one_agent(a, b)):
        return False
    found = differences(a.unit, b.unit)
    if any(item.signal in {"date", "place"} for item in found):
        return False
    if scene.judge(i, j).same is True:
        return True
    if scene.judge(i, j).score < LIKE or not _one_act(a, b):
        return False
    return all(item.detail for item in found)


AGE = "time of life"
"""What the counts of years of life are called: an age names the person by itself."""


def _one_agent(a: Told, b: Told) -> bool:
    """Return whether one and the same may act in both: "it" and "he" may be anybody, and are taken for nobody."""
    left, right = a.unit.agent, b.unit.agent
    persons = [[name for name in x.unit.names if name.kind == "person"] for x in (a, b)]
    if persons[0] and persons[1] and not any(x.agrees(y) for x in persons[0] for y in persons[1]):
        return False
    if not (left.known and right.known):
        return share_name(a.unit, b.unit)
    meet = any(x.agrees(y) for x in left.names for y in right.names) or akin(left.lemma, right.lemma)
    return meet or alikeness(a.unit, b.unit) >= SAME_FRAME


def _count(scene: Scene, i: int, j: int, one: Count, other: Count, strength: Strength) -> Finding:
    what = one.what.removeprefix("count ")
    found = detail(scene, i, j, "figure", (one.text, other.text), strength, f"another figure ({what})")
    if one.what != AGE:
        return found
    years = frozenset({round(count.low / MEASURES["year"][1]) for count in (one, other)})
    return replace(found, topic=("age", years))


def _wholes(scene: Scene, told: Sequence[Sequence[Count]], every: Sequence[Count]) -> Iterator[Finding]:
    """Find sizes of one whole group that differ ("a crew of 14", "eleven sailors on board"), wherever they stand.

    :param told: the counts of each piece.
    :param every: all counts, those of copies once.
    """
    passengers = any(count.noun == "passenger" for count in every)
    events = _none_and_some(every)
    sizes: dict[str, dict[float, tuple[int, Count]]] = {}
    for number, own in enumerate(told):
        for count in own:
            what = CREW if count.what == ABOARD and not passengers else count.what
            sized = count.exact and count.whole and not count.part and what in {CREW, ABOARD}
            if sized or what in events:
                known = sizes.setdefault(what, {})
                if count.low not in known or _better(scene, number, known[count.low][0]):
                    known[count.low] = (number, count)
    for what in sorted(sizes):
        if len(sizes[what]) > MOST_SIZES:
            continue
        for low, high in combinations(sorted(sizes[what]), 2):
            (i, one), (j, other) = sizes[what][low], sizes[what][high]
            if apart(scene, i, j) and scene.items[i].unit.modality is scene.items[j].unit.modality:
                yield _count(scene, i, j, one, other, Strength.STRONG if low == 0 else Strength.MEDIUM)


def _better(scene: Scene, number: int, before: int) -> bool:
    """Return whether a piece tells a size more plainly: with a source, and shortly."""
    a, b = scene.items[number], scene.items[before]
    return (a.statement is None, len(a.span.text)) < (b.statement is None, len(b.span.text))


def _none_and_some(every: Sequence[Count]) -> frozenset[str]:
    """Return the events that are told not to be at one place and counted at few others: "without a shot"."""
    own: dict[str, list[Count]] = {}
    for count in every:
        if count.noun in EVENTS:
            own.setdefault(count.what, []).append(count)
    return frozenset(
        what
        for what, counts in own.items()
        if len(counts) <= RARE and any(c.high == 0 for c in counts) and any(c.low > 0 for c in counts)
    )
