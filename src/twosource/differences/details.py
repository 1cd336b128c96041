"""Figures, dates and places that differ where the same thing is told, and counts of one group that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from twosource.claims.told import Told
from twosource.differences.counts import Count, counts
from twosource.differences.finding import Finding, apart, detail
from twosource.differences.scene import Scene, share_name
from twosource.differences.words import ABOARD, CREW, EVENTS, STATUSES
from twosource.likeness.checks import SAME_FRAME, alikeness, differences
from twosource.likeness.units import SUBJECTS
from twosource.likeness.verdict import has_word, same_word
from twosource.model import Span, Strength, Time
from twosource.times.dates import last_day, start_of

LIKE = -0.3
"""Log-odds of ``twosource.likeness`` from which two mentions tell the same thing but for a figure."""
STATUS_LIKE = -1.0
"""The same where both tell what befell people: the status is already one half of the evidence."""
RATIO = 5.0
"""Most that two counts of one status may be apart, as a quotient: beyond, they are of two events."""
MOST_SIZES = 6
"""Most sizes of a group in a story; with more there is more than one group."""
RARE = 6
"""Most counts of a thing in a story, copies left out, for "none" and "one" of it to speak of the same."""
MUCH = 4
"""Meaning words and names in common that stand for likeness where two pieces tell one status, with ``FAR_LIKE``."""
FAR_LIKE = -2.0
SHARED = 2
"""Least meaning words and names that two counts of one status must share."""


def details(scene: Scene) -> Iterator[Finding]:
    """Find details that differ between two mentions of one thing, and counts of one group that differ."""
    distinct = {id(item.unit): item for item in reversed(scene.items)}
    of_unit = {unit: counts(scene, item) for unit, item in distinct.items()}
    told = [of_unit[id(item.unit)] for item in scene.items]
    for i, j in scene.pairs:
        if apart(scene, i, j):
            yield from _calendar(scene, i, j)
            yield from _figures(scene, i, j, told[i], told[j])
    yield from _wholes(scene, told, tuple(count for own in of_unit.values() for count in own))


def _one_act(a: Told, b: Told) -> bool:
    return same_word(a.unit.predicate, b.unit.predicate) or alikeness(a.unit, b.unit) >= SAME_FRAME


def _calendar(scene: Scene, i: int, j: int) -> Iterator[Finding]:
    """Find dates and places that differ in two mentions of one claim."""
    a, b = scene.items[i], scene.items[j]
    verdict = scene.judge(i, j)
    if verdict.same is not True or a.report == b.report or not _one_act(a, b):
        return
    for item in differences(a.unit, b.unit):
        if item.signal not in {"date", "place"} or (item.signal == "date" and _one_day(scene, a.span, b.span)):
            continue
        place = item.signal == "place"
        if place and (alikeness(a.unit, b.unit) < SAME_FRAME or _one_place(a, b)):
            continue
        gloss = "another place, or one inside the other" if place else ""
        strength = Strength.WEAK if place else Strength.MEDIUM
        yield detail(scene, i, j, item.signal, (item.here, item.there), strength, gloss)


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


def _figures(scene: Scene, i: int, j: int, left: Sequence[Count], right: Sequence[Count]) -> Iterator[Finding]:
    """Find the figures of two like pieces that cannot both be right, or of which one is only told vaguely."""
    a, b = scene.items[i], scene.items[j]
    if not left or not right or a.unit.modality is not b.unit.modality:
        return
    for one in left:
        for other in right:
            if not one.compares(other) or not _same_occasion(scene, i, j, one, other):
                continue
            if _met(one, right) or _met(other, left):
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


def _met(count: Count, others: Sequence[Count]) -> bool:
    """Return whether the other side has the same number too, of whatever, or parts that make it up."""
    if any(not other.vague and other.low == count.low for other in others):
        return True
    return len(others) > 1 and count.exact and sum(other.low for other in others if not other.vague) == count.low


def _same_occasion(scene: Scene, i: int, j: int, one: Count, other: Count) -> bool:
    """Return whether two pieces tell so much of the same that their figures should agree."""
    a, b = scene.items[i], scene.items[j]
    score = scene.judge(i, j).score
    if not _one_time(scene, a.span, b.span):
        return False
    if one.what in STATUSES:
        least = min(one.low, other.low)
        far = least > 0 and max(one.low, other.low) > RATIO * least
        shared = _shared(a, b)
        return not far and ((score >= STATUS_LIKE and shared >= SHARED) or (score >= FAR_LIKE and shared >= MUCH))
    both = a.unit.agent.known and b.unit.agent.known
    if not ((one.what == AGE and both) or _one_agent(a, b)):
        return False
    if scene.judge(i, j).same is True:
        return True
    if score < LIKE or not _one_act(a, b):
        return False
    return all(item.detail for item in differences(a.unit, b.unit))


ABOUT = 31
"""Most days between two times that may be told of one event."""
AGE = "time of life"
"""What the counts of years of life are called: an age names the person by itself."""


def _shared(a: Told, b: Told) -> int:
    words = sum(has_word(lemma, b.unit.content) for lemma in a.unit.content)
    names = sum(any(name.agrees(x) for x in b.unit.names) for name in a.unit.names)
    return words + names


def _one_agent(a: Told, b: Told) -> bool:
    """Return whether one and the same may act in both: "it" and "he" may be anybody, and are taken for nobody."""
    left, right = a.unit.agent, b.unit.agent
    if not (left.known and right.known):
        return share_name(a.unit, b.unit)
    meet = any(x.agrees(y) for x in left.names for y in right.names) or same_word(left.lemma, right.lemma)
    return meet or alikeness(a.unit, b.unit) >= SAME_FRAME


def _one_time(scene: Scene, a: Span, b: Span) -> bool:
    """Return whether two mentions may tell of one time: what they name, else about the day of their report."""
    left, right = (_days(scene, span) for span in (a, b))
    if not left or not right:
        return True
    return any((max(s, t) - min(e, f)).days <= ABOUT for s, e in left for t, f in right)


def _days(scene: Scene, span: Span) -> list[tuple[date, date]]:
    """Return the first and the last day of each time that a mention names, else those of its report's day."""
    values = sorted(_values(scene.times_of(span.report), scene.sentence(span))) or [
        scene.report(span.report).date or ""
    ]
    found = [(start_of(value), last_day(value)) for value in values]
    return [(first, last) for first, last in found if first and last]


def _count(scene: Scene, i: int, j: int, one: Count, other: Count, strength: Strength) -> Finding:
    what = one.what.removeprefix("count ")
    return detail(scene, i, j, "figure", (one.text, other.text), strength, f"another figure ({what})")


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
