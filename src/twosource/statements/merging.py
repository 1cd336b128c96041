"""Which of several frames to keep, and which stands inside which.

Only frames that touch are compared, and of those the next few in the order of the text: time grows with the number of
frames, whatever a paragraph is made of.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.statements.cues import ROLES
from twosource.statements.frames import Block, Frame, Range

_SAME = 0.8
"""Share of the larger content that two frames have in common when they explain the same words."""
_ARTICLES = frozenset("the a an".split())
_NEIGHBOURS = 24
"""Frames in text order that one is compared with; a sentence of real news has at most ten."""


def settled(block: Block, frames: Iterable[Frame]) -> list[Frame]:
    """Return the frames of a paragraph that stand: competitors chosen between, contents cut to what is their own."""
    kept = _chosen(sorted(frames, key=_order))
    kept = [_within_outer(frame, near) for frame, near in _with_neighbours(kept)]
    kept = [_without_borrowed(frame, near) for frame, near in _with_neighbours(kept)]
    doubled = {id(frame) for frame, near in _with_neighbours(kept) if any(_said_twice(block, frame, f) for f in near)}
    kept = [frame for frame in kept if id(frame) not in doubled]
    return [_with_speaker(block, frame, near) for frame, near in _with_neighbours(kept)]


def _order(frame: Frame) -> tuple[int, int]:
    return frame.content[0][0], -frame.content[-1][1]


def _with_neighbours(frames: list[Frame]) -> list[tuple[Frame, list[Frame]]]:
    """Return each frame with those around it in text order."""
    half = _NEIGHBOURS // 2
    return [(frame, frames[max(0, at - half) : at] + frames[at + 1 : at + 1 + half]) for at, frame in enumerate(frames)]


def _chosen(frames: list[Frame]) -> list[Frame]:
    """Of frames that explain the same words by the same cue, keep the most trusted, then the longest."""
    order = sorted(range(len(frames)), key=lambda i: (-frames[i].trust, -size(frames[i]), frames[i].content))
    kept: set[int] = set()
    for at in order:
        around = range(max(0, at - _NEIGHBOURS), min(len(frames), at + _NEIGHBOURS + 1))
        if not any(other in kept and _same(frames[at], frames[other]) for other in around):
            kept.add(at)
    return [frames[at] for at in sorted(kept)]


def _same(a: Frame, b: Frame) -> bool:
    """Return whether two frames explain the same words: by one cue, or one content seen twice."""
    if a.cue and b.cue:
        if a.cue[0] < b.cue[1] and b.cue[0] < a.cue[1]:
            return True
        if any(s <= x.cue[0] < e for x, y in ((a, b), (b, a)) for s, e in y.content if x.cue):
            return False  # a layer inside the other
    if a.passed_on != b.passed_on:
        return False
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
    return shared >= _SAME * max(size(a), size(b))


def _within_outer(frame: Frame, near: list[Frame]) -> Frame:
    """Cut a frame's content where an outer frame closes the sentence: "Voss said it held, the agency reported"."""
    for outer in near:
        if not (outer.cue and frame.cue) or len(frame.content) > 1:
            continue
        (start, end), stop = frame.content[0], outer.content[0][1]
        group = min(outer.cue[0], outer.source[0]) if outer.source else outer.cue[0]
        holds = start <= group < end and start < stop <= group
        if holds and outer.content[0][0] <= frame.cue[0] < stop:
            frame = frame.with_content(((start, stop),))
    return frame


def _without_borrowed(frame: Frame, near: list[Frame]) -> Frame:
    """Take from an interrupted quotation the part that another frame has as its own: “…,” said A. “…,” said B."""
    if len(frame.content) == 1:
        return frame
    others = [f for f in near if not _inside(f, frame)]
    own = [r for at, r in enumerate(frame.content) if at == 0 or not any(f.content[0] == r for f in others)]
    return frame.with_content(tuple(own))


def _with_speaker(block: Block, outer: Frame, near: list[Frame]) -> Frame:
    """Give a content that begins with another's verb its speaker, where the parser took the name for the day's.

    "An officer said on Monday Ivo Virk said …".
    """
    start, end = outer.content[0]
    for inner in near:
        if inner.cue and inner.source and outer.cue and inner.cue[0] == start and outer.cue[1] < inner.source[0]:
            beside = inner.source[1] < start and not block.text[inner.source[1] : start].strip()
            if beside:
                return outer.with_content(((inner.source[0], end), *outer.content[1:]))
    return outer


def _said_twice(block: Block, outer: Frame, inner: Frame) -> bool:
    """Return whether two frames are the halves of "The spokesman said on Tuesday Ivo Brandt said …".

    In text damaged by translation a role without a name says, on a day, what a name says with the same verb and no
    "that" between: it is one speaker, and the name's frame has the content. The role is a certain one ("the …"), and
    the name stands alone: "the mayor said" inside it, or "A police officer said" around it, is a layer of its own.
    """
    if not (outer.cue and inner.cue and outer.source and inner.source):
        return False
    if not (outer.cue[1] < inner.source[0] and inner.source[1] <= inner.cue[0]):
        return False
    between = block.text[outer.cue[1] : inner.source[0]].split()
    dated = 1 <= len(between) <= 3 and between[0].lower() in {"on", "at", "in", "late", "early", "yesterday", "today"}
    words = block.text[slice(*outer.source)].lower().split()
    role = words[0] == "the" and words[-1] in ROLES
    name = block.text[slice(*inner.source)].split()
    bare = all(word[0].isupper() and word.lower() not in ROLES | _ARTICLES for word in name)
    return dated and role and bare and block.text[slice(*outer.cue)] == block.text[slice(*inner.cue)]


def size(frame: Frame) -> int:
    """Return how many characters a frame's content has."""
    return sum(end - start for start, end in frame.content)


def nested(frames: list[Frame]) -> list[int | None]:
    """Return for each frame the index of the smallest frame whose content holds all of it, None for the outermost.

    :param frames: in the order of their starts, the longer first.
    """
    parents: list[int | None] = []
    open_frames: list[int] = []
    for index, frame in enumerate(frames):
        start = min(r[0] for r in _pieces(frame))
        open_frames = [i for i in open_frames if frames[i].content[-1][1] > start][-_NEIGHBOURS:]
        ahead = range(index + 1, min(index + 3, len(frames)))
        around = [i for i in [*open_frames, *ahead] if _inside(frame, frames[i])]
        parents.append(min(around, key=lambda i: (size(frames[i]), -i)) if around else None)
        open_frames.append(index)
    return parents


def _pieces(frame: Frame) -> list[Range]:
    return [*frame.content, *([frame.cue] if frame.cue else []), *([frame.source] if frame.source else [])]


def _inside(child: Frame, parent: Frame) -> bool:
    if child is parent:
        return False
    if child.passed_on and not parent.passed_on and child.content == parent.content:
        return True
    return all(any(s <= a and b <= e for s, e in parent.content) for a, b in _pieces(child))
