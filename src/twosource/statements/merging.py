"""Which of several frames to keep, and which stands inside which."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.statements.cues import ROLES
from twosource.statements.frames import Block, Frame

_SAME = 0.8
"""Share of the larger content that two frames have in common when they explain the same words."""


def competing(frames: Iterable[Frame]) -> list[Frame]:
    """Of frames that explain the same words by the same cue, keep the most trusted, then the longest."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (-f.trust, -size(f), f.content)):
        if not any(_same(frame, other) for other in kept):
            kept.append(frame)
    return _without_borrowed(sorted(kept, key=lambda f: (f.content[0][0], -f.content[-1][1])))


def _without_borrowed(frames: list[Frame]) -> list[Frame]:
    """Take from an interrupted quotation the part that another frame has as its own: “…,” said A. “…,” said B."""
    clean = []
    for frame in frames:
        own = [
            r
            for number, r in enumerate(frame.content)
            if number == 0 or not any(f.content[0] == r and not _inside(f, frame) for f in frames if f is not frame)
        ]
        clean.append(frame.with_content(tuple(own)))
    return clean


def cut_at_outer(frames: list[Frame]) -> list[Frame]:
    """Cut a frame's content where an outer frame closes the sentence: "Voss said it held, the agency reported"."""
    cut = []
    for frame in frames:
        for outer in frames:
            if outer is frame or not (outer.cue and frame.cue) or len(frame.content) > 1:
                continue
            (start, end), stop = frame.content[0], outer.content[0][1]
            holds = start <= outer.cue[0] < end and start < stop < outer.cue[0]
            if holds and outer.content[0][0] <= frame.cue[0] < stop:
                frame = frame.with_content(((start, stop),))
        cut.append(frame)
    return cut


def _same(a: Frame, b: Frame) -> bool:
    if a.cue and b.cue:
        if a.cue[0] < b.cue[1] and b.cue[0] < a.cue[1]:
            return True
        if any(s <= x.cue[0] < e for x, y in ((a, b), (b, a)) for s, e in y.content if x.cue):
            return False  # a layer inside the other
    if a.passed_on != b.passed_on:
        return False
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
    return shared >= _SAME * max(size(a), size(b))


def size(frame: Frame) -> int:
    """Return how many characters a frame's content has."""
    return sum(end - start for start, end in frame.content)


def said_twice(block: Block, frames: list[Frame]) -> list[Frame]:
    """Join the two halves of "The spokesman said on Tuesday Ivo Brandt said …", the mark of damaged translation.

    A role without a name says, on a day, what a name says with the same verb and no "that" between: one speaker.
    """
    kept = list(frames)
    for outer in frames:
        for inner in frames:
            if outer is inner or not (outer.cue and inner.cue and outer.source and inner.source):
                continue
            follows = outer.cue[1] < inner.source[0] and inner.source[1] <= inner.cue[0]
            same_verb = block.text[slice(*outer.cue)] == block.text[slice(*inner.cue)]
            between = block.text[outer.cue[1] : inner.source[0]].split()
            dated = 1 <= len(between) <= 3 and between[0].lower() in {
                "on",
                "at",
                "in",
                "late",
                "early",
                "yesterday",
                "today",
            }
            role = block.text[slice(*outer.source)].split()[-1].lower() in ROLES
            if follows and same_verb and dated and role and outer in kept:
                kept.remove(outer)
    return kept


def nested(frames: list[Frame]) -> list[int | None]:
    """Return for each frame the index of the smallest frame whose content holds all of it, None for the outermost.

    :param frames: in the order of their starts, the longer first.
    """
    parents: list[int | None] = []
    open_frames: list[int] = []
    for index, frame in enumerate(frames):
        start = min(r[0] for r in _pieces(frame))
        open_frames = [i for i in open_frames if frames[i].content[-1][1] > start]
        around = [
            i for i in [*open_frames, *range(index + 1, min(index + 3, len(frames)))] if _inside(frame, frames[i])
        ]
        parents.append(min(around, key=lambda i: (size(frames[i]), -i)) if around else None)
        open_frames.append(index)
    return parents


def _pieces(frame: Frame) -> list[tuple[int, int]]:
    return [*frame.content, *([frame.cue] if frame.cue else []), *([frame.source] if frame.source else [])]


def _inside(child: Frame, parent: Frame) -> bool:
    if child is parent:
        return False
    if child.passed_on and not parent.passed_on and child.content == parent.content:
        return True
    return all(any(s <= a and b <= e for s, e in parent.content) for a, b in _pieces(child))
