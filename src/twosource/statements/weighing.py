"""How sure an attribution is: what the rules and the trained reader make of it together, as one probability."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, log

from twosource.language.attributions import Attribution
from twosource.model import Act, Reason
from twosource.statements.frames import Frame, Range
from twosource.statements.learned import UNNAMED
from twosource.statements.merging import nested

LEAST = 0.5
"""Probability from which an attribution is told: below it, it is more likely wrong than right."""
WEIGHTS: dict[str, float] = {
    "bias": -0.995,
    "rule": 0.030,
    "cue": 0.458,
    "content": 0.320,
    "thought": -0.302,
    "intention": -0.581,
}
"""Weights of a logistic regression over :func:`features`. ``python -m training.calibrate`` fits them on PolNeAR's dev
part, and prints how well they hold on documents that they were not fitted on."""
UNREAD = 0.75
"""Share of its trust that a construct keeps where the reader sees nothing. Set by hand: low enough for most such finds
to be told as uncertain, not so low that wires and translations, which the reader was hardly taught on, lose them."""
READ_EDGES = frozenset({"clause", "quotation after", "to", "object", "named"})
"""Constructs in which the reader's edges of content are taken, chosen by hand after a look at PolNeAR's dev part; in
the others marks or layout show the edges."""
SURE = 0.8
"""Probability of a cue from which the reader's source stands where rule and reader name another one."""
_FAR = 6.0
"""Log-odds at which a probability is cut off: the reader's own are too sure of themselves."""
_NEIGHBOURS = 24
"""Frames before and after one, in the order of the text, that it is compared with; real paragraphs have fewer."""
Read = tuple[Frame, Attribution]
"""What the reader sees: as a frame by our rules, and as it was read."""


def weighed(rules: Sequence[Frame], read: Iterable[Read]) -> list[Frame]:
    """Return the frames of a paragraph that are more likely right than not, each with the reasons for it.

    What a rule and the reader both see becomes one frame. Layers that the rules find are left to them: the reader was
    taught on texts in which only one attribution of several that hold one another is marked. What it sees alone and
    without a source is left out, being often wrong, unless a passive hides the source.

    :param rules: what the rules found and settled.
    :param read: what the reader found.
    """
    told = [(rule, judged(rule, seen, layered=layered)) for rule, seen, layered in paired(rules, read)]
    kept = [(rule, frame) for rule, frame in told if frame.trust >= LEAST]
    around = _around([frame for _, frame in kept])
    return [
        _before_others(rule, frame, near)
        for (rule, frame), near in zip(kept, around, strict=True)
        if rule or ((frame.source or frame.rule == UNNAMED) and not any(_crosses(frame, other) for other in near))
    ]


def _around(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Return for each frame those next to it in the order of the text, before and after."""
    order = sorted(range(len(frames)), key=lambda i: (frames[i].content[0][0], -frames[i].content[-1][1]))
    placed = [frames[i] for i in order]
    near = {
        i: placed[max(0, at - _NEIGHBOURS) : at] + placed[at + 1 : at + 1 + _NEIGHBOURS] for at, i in enumerate(order)
    }
    return [near[i] for i in range(len(frames))]


def _crosses(frame: Frame, other: Frame) -> bool:
    """Return whether two contents share words and neither holds the other: what is told by two is told in layers."""
    pieces, others = ([*it.content, *filter(None, (it.cue, it.source))] for it in (frame, other))
    if not any(_meet(a, b) for a in frame.content for b in other.content):
        return False
    return not (all(_holds(other.content, it) for it in pieces) or all(_holds(frame.content, it) for it in others))


def _before_others(own: Frame | None, frame: Frame, others: Sequence[Frame]) -> Frame:
    """Give a frame the rule's own edges where the reader's run on into another saying."""
    if own is None or own.content == frame.content:
        return frame
    for other in others:
        if other.cue and _holds(frame.content, other.cue) and not _holds(own.content, other.cue):
            return frame.with_content(own.content)
    return frame


def _holds(content: Sequence[Range], place: Range) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in content)


def paired(rules: Sequence[Frame], read: Iterable[Read]) -> list[tuple[Frame | None, Read | None, bool]]:
    """Return what a rule found beside what the reader found with the same cue, and whether the rule's has layers."""
    ordered = sorted(rules, key=lambda frame: (frame.content[0][0], -frame.content[-1][1]))
    left = sorted(read, key=_cue)
    starts = [_cue(it)[0] for it in left]
    taken: set[int] = set()
    parents = nested(ordered)
    outer = set(parents)
    pairs: list[tuple[Frame | None, Read | None, bool]] = []
    for number, (rule, parent) in enumerate(zip(ordered, parents, strict=True)):
        last = bisect_left(starts, rule.cue[1]) if rule.cue else 0
        near = range(max(0, last - _NEIGHBOURS), last)
        at = next((i for i in near if i not in taken and rule.cue and _meet(rule.cue, _cue(left[i]))), None)
        if at is not None:
            taken.add(at)
        pairs.append((rule, None if at is None else left[at], parent is not None or number in outer))
    return [*pairs, *((None, it, False) for i, it in enumerate(left) if i not in taken)]


def _cue(read: Read) -> Range:
    """Return the cue of what the reader found, an empty one at the start for none."""
    return read[0].cue or (0, 0)


def _meet(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def judged(rule: Frame | None, seen: Read | None, *, layered: bool = False) -> Frame:
    """Return the frame of what a rule, the reader, or both see, with its probability.

    Act, stance and addressee are the rule's, edges the reader's; all is the rule's where the reader sees it only
    faintly, or where it is a layer.

    :param layered: whether the rule's frame holds another, or stands in one.
    :raises ValueError: if neither sees anything.
    """
    frame = _joined(rule, seen)
    alone = _alone(rule, layered) if rule else 0.0
    sure = probability(features(rule, seen)) if seen else alone
    if rule and (layered or sure < alone):
        frame, sure = rule, max(sure, alone)
    told = "does not see it"
    if seen:
        told = f"sees it: cue {seen[1].cue_probability:.2f}, content {seen[1].content_probability:.2f}"
    reasons = Reason("construct", frame.rule, alone), Reason("reader", told, sure - alone)
    return replace(frame, trust=sure, reasons=reasons)


def _alone(rule: Frame, layered: bool) -> float:
    """Return how likely a rule's find is without the reader."""
    return rule.trust if layered else rule.trust * UNREAD


def _joined(rule: Frame | None, seen: Read | None) -> Frame:
    if rule is None or seen is None:
        only = rule or (seen[0] if seen else None)
        if only is None:
            raise ValueError("neither a rule nor the reader sees an attribution")
        return only
    read = seen[0]
    if not any(_meet(a, b) for a in rule.content for b in read.content):
        return rule  # one cue with two layers: "…, the agency reported, citing two officers"
    other = read.source and not (rule.source and _meet(rule.source, read.source))
    source = read.source if other and seen[1].cue_probability >= SURE else rule.source
    whole = len(rule.content) == 1  # else a rule has put together what a source parts: "The bridge, Ness said, is …"
    content = read.content if whole and rule.rule in READ_EDGES else rule.content
    return replace(rule, content=content, source=source or read.source)


def features(rule: Frame | None, seen: Read) -> dict[str, float]:
    """Return what the probability depends on, by the names of :data:`WEIGHTS`; the network's shares as log-odds."""
    frame = _joined(rule, seen)
    return {
        "bias": 1.0,
        "rule": float(rule is not None),
        "cue": _log_odds(seen[1].cue_probability),
        "content": _log_odds(seen[1].content_probability),
        "thought": float(frame.act == Act.THOUGHT),
        "intention": float(frame.act == Act.INTENTION),
    }


def probability(found: dict[str, float]) -> float:
    """Return how likely it is that an attribution with these features is right."""
    return 1 / (1 + exp(-sum(WEIGHTS[name] * value for name, value in found.items())))


def _log_odds(share: float) -> float:
    return max(-_FAR, min(_FAR, log(max(share, 1e-9) / max(1 - share, 1e-9))))
