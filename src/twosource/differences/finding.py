"""What a rule finds, how findings that say the same become one, and the sentence that a reader reads."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from twosource.claims.told import Told
from twosource.differences.scene import Scene
from twosource.model import UPDATE, Reason, Span, Statement, Strength, Tension

SHOWN = 140
"""Most characters of a mention in a reading; the spans lead to the whole."""
LISTED = 3
"""Most further places that a reason names one by one."""
_Place = tuple[str, str, str, Span]
_RANK = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tension: its place, who says it (source ids, outermost first), and on which day."""

    span: Span
    chain: tuple[str, ...] = ()
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A tension that a rule sees. ``gloss`` says what a reader should see in it.

    ``topic`` is equal for findings that say the same; the one of least ``rank`` stands for them all.
    """

    kind: str
    strength: Strength
    a: Side
    b: Side
    gloss: str
    reasons: tuple[Reason, ...]
    topic: Hashable
    rank: tuple[float, ...] = ()


def side(scene: Scene, item: Told, span: Span | None = None) -> Side:
    """Return a piece as a side of a tension."""
    statement = item.statement
    when = statement.when if statement else None
    return Side(span or item.span, statement.chain if statement else (), when or scene.report(item.report).date)


def spoken(scene: Scene, statement: Statement, span: Span) -> Side:
    """Return a span of a statement as a side of a tension."""
    return Side(span, statement.chain, statement.when or scene.report(statement.report).date)


class _Order:
    """What sorts findings: how hard they pull, their rank, then their words and days, and at last their places.

    Of findings that say the same, the one that is shown must not hang on how files are called.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def __call__(self, finding: Finding) -> tuple[int, tuple[float, ...], tuple[_Place, ...]]:
        return _RANK[finding.strength], finding.rank, self.places(finding)

    def places(self, finding: Finding) -> tuple[_Place, ...]:
        """Return both sides in order: text, day, outlet, and the place itself."""
        return tuple(sorted(self._place(side.span) for side in (finding.a, finding.b)))

    def _place(self, span: Span) -> _Place:
        report = self._scene.report(span.report)
        return span.text, report.date or "", report.outlet or "", span


def tensions_of(scene: Scene, findings: Iterable[Finding]) -> tuple[Tension, ...]:
    """Return the findings as tensions, the hardest first; those with one topic are one."""
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.topic), []).append(finding)
    order = _Order(scene)
    groups = _once(groups, order)
    chosen = [_tension(scene, sorted(own, key=order)) for own in groups.values()]
    return tuple(sorted(chosen, key=lambda t: (_RANK[t.strength], t.kind, t.a, t.b)))


def _once(groups: dict[Hashable, list[Finding]], order: _Order) -> dict[Hashable, list[Finding]]:
    """Return the groups without those whose sides stand inside the sides of one that pulls at least as hard."""
    first = {topic: min(own, key=order) for topic, own in groups.items()}
    ordered = sorted(
        first, key=lambda topic: (_RANK[first[topic].strength], -_length(first[topic]), order.places(first[topic]))
    )
    kept: list[Hashable] = []
    for topic in ordered:
        told = first[topic]
        if not any(_covers(first[other], told) and first[other].kind != told.kind for other in kept):
            kept.append(topic)
    return {topic: groups[topic] for topic in kept}


def _length(finding: Finding) -> int:
    return len(finding.a.span.text) + len(finding.b.span.text)


def _covers(wide: Finding, told: Finding) -> bool:
    """Return whether both sides of a finding stand, for the most part, inside the sides of another."""
    return any(
        all(2 * big.span.overlap(small.span) > len(small.span.text) for big, small in zip(order, sides, strict=True))
        for sides in ((told.a, told.b),)
        for order in ((wide.a, wide.b), (wide.b, wide.a))
    )


def _tension(scene: Scene, own: Sequence[Finding]) -> Tension:
    first = own[0]
    others = {
        place
        for finding in own[1:]
        for place in (finding.a.span, finding.b.span)
        if not place.overlap(first.a.span) and not place.overlap(first.b.span)
    }
    reasons = list(first.reasons)
    if others:
        named = [f"{place.report} “{_short(place.text)}”" for place in sorted(others)[:LISTED]]
        more = f" and {len(others) - LISTED} more" if len(others) > LISTED else ""
        reasons.append(Reason("also", "; ".join(named) + more))
    return Tension(
        first.kind, first.strength, first.a.span, first.b.span, reading(scene, first), tuple(dict.fromkeys(reasons))
    )


def reading(scene: Scene, finding: Finding) -> str:
    """Return the sentence that tells both sides, with their speakers and dates, and what to see in it."""
    told = [f"{who(scene, one)} ({one.when or 'no date'}): “{_short(one.span.text)}”" for one in (finding.a, finding.b)]
    return f"{told[0]}; {told[1]} – {finding.gloss}"


def who(scene: Scene, side: Side) -> str:
    """Return who says a side, in words: the speaker, with the relay behind "through", or the report itself."""
    names = [scene.sources[id].name for id in side.chain if id in scene.sources]
    if not names:
        report = scene.report(side.span.report)
        return f"the report {report.outlet or report.id} itself"
    return f"{names[-1]}, through {', '.join(names[:-1])}" if len(names) > 1 else names[0]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"


def apart(scene: Scene, i: int, j: int) -> bool:
    """Return whether two pieces are told by different reports, or by different sources of one."""
    a, b = scene.items[i], scene.items[j]
    return not a.span.overlap(b.span) and (a.report != b.report or scene.tellers(a) != scene.tellers(b))


def detail(
    scene: Scene, i: int, j: int, what: str, words: tuple[str, str], strength: Strength, gloss: str = ""
) -> Finding:
    """Return a detail that differs between two pieces; what one source tells on two days is an update."""
    a, b = scene.items[i], scene.items[j]
    left, right = side(scene, a), side(scene, b)
    update = bool(
        left.chain and left.chain[-1:] == right.chain[-1:] and left.when and right.when and left.when != right.when
    )
    if update:
        gloss = "one source on two days, so the later may bring the earlier up to date"
    return Finding(
        kind=UPDATE if update else what,
        strength=Strength.WEAK if update else strength,
        a=left,
        b=right,
        gloss=f"{words[0]} / {words[1]}: {gloss or f'another {what}'}",
        reasons=(Reason(f"{what} differs", f"{words[0]} / {words[1]}"),),
        topic=(what, frozenset(words)),
        rank=(-scene.judge(i, j).score,),
    )
