"""Who said what: the statements of each report, with content, cue, source, kind, stance and what they stand inside.

Rules over the grammar propose frames; frames that explain the same words compete, and what stands inside another's
content becomes its child, so that no layer of "Voss said …, the agency reported" is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.model import (
    Case,
    Paragraph,
    PartKind,
    Reason,
    Report,
    Span,
    Statement,
    StatementKind,
    stable_id,
)
from twosource.statements.clauses import clause_frames
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.labels import label_frames
from twosource.statements.phrases import phrase_frames


def statements(case: Case) -> Case:
    """Find the statements of every report."""
    found: list[Statement] = []
    blocks: dict[int, Block] = {}
    for report in case.reports:
        paragraphs = [p for p in case.paragraphs if p.report == report.id]
        found.extend(_of_report(report, paragraphs, blocks))
    return case.with_(statements=tuple(found))


def _of_report(report: Report, paragraphs: list[Paragraph], blocks: dict[int, Block]) -> Iterator[Statement]:
    kept: list[tuple[Paragraph, Block, list[Frame]]] = []
    for paragraph in paragraphs:
        block = blocks.setdefault(id(paragraph.parse), Block(paragraph.parse))
        frames = [*clause_frames(block), *phrase_frames(block)]
        kept.append((paragraph, block, frames))
    speakers = frozenset(
        block.text[f.source[0] : f.source[1]].lower() for _, block, frames in kept for f in frames if f.source
    )
    for paragraph, block, frames in kept:
        frames.extend(label_frames(block, paragraph.part == PartKind.HEADLINE, speakers))
        yield from _nested(report, paragraph, block, competing(frames))


def competing(frames: Iterable[Frame]) -> list[Frame]:
    """Of frames that explain the same words by the same cue, or by the same source, keep the most trusted."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (-f.trust, -_size(f), f.content)):
        if not any(_same(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda f: (f.content[0][0], -f.content[-1][1], not f.relays))


def _same(a: Frame, b: Frame) -> bool:
    if a.cue and b.cue:
        if a.cue[0] < b.cue[1] and b.cue[0] < a.cue[1]:
            return True
        if any(s <= x.cue[0] < e for x, y in ((a, b), (b, a)) for s, e in y.content if x.cue):
            return False  # a layer inside the other
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
    return shared >= 0.8 * max(_size(a), _size(b)) and not (a.relays or b.relays)


def _size(frame: Frame) -> int:
    return sum(end - start for start, end in frame.content)


def _inside(child: Frame, parent: Frame) -> bool:
    if parent.relays and not child.relays and child.content == parent.content:
        return True
    pieces = [*child.content, *([child.cue] if child.cue else []), *([child.source] if child.source else [])]
    return child is not parent and all(any(s <= a and b <= e for s, e in parent.content) for a, b in pieces)


def _nested(report: Report, paragraph: Paragraph, block: Block, frames: list[Frame]) -> Iterator[Statement]:
    ids = [_id(report, paragraph, frame) for frame in frames]
    for frame, id in zip(frames, ids, strict=True):
        around = [i for i, other in enumerate(frames) if _inside(frame, other)]
        parent = ids[min(around, key=lambda i: _size(frames[i]))] if around else None
        kind, quoted = kind_of(block, frame.content)
        reasons = (Reason("construct", frame.rule, frame.trust),)

        def span(r: Range) -> Span:
            return report.span(paragraph.start + r[0], paragraph.start + r[1])

        yield Statement(
            id=id,
            report=report.id,
            content=tuple(map(span, frame.content)),
            cue=span(frame.cue) if frame.cue else None,
            source=span(frame.source) if frame.source else None,
            kind=kind,
            act=frame.act,
            stance=frame.stance,
            confidence=frame.trust,
            reasons=reasons,
            parent=parent,
            addressee_span=span(frame.addressee) if frame.addressee else None,
            quoted=tuple(map(span, quoted)),
        )


def _id(report: Report, paragraph: Paragraph, frame: Frame) -> str:
    return stable_id("statement", report.id, paragraph.start, frame.content, frame.cue, frame.source)


def kind_of(block: Block, content: tuple[Range, ...]) -> tuple[StatementKind, tuple[Range, ...]]:
    """Return whether content is given between marks, retold, or both, and the words between marks in it."""
    inside = [
        (max(s, q.start), min(e, q.end))
        for s, e in content
        for q in block.quotations
        if q.depth == 0 and q.start < e and s < q.end and not (q.start < s and e < q.end)
    ]
    marked = sum(e - s for s, e in inside)
    if not marked:
        return StatementKind.INDIRECT, ()
    bare = "".join(block.text[s:e] for s, e in content)
    outside = sum(c.isalnum() for c in bare) - sum(c.isalnum() for s, e in inside for c in block.text[s:e])
    whole = not outside
    return (StatementKind.DIRECT if whole else StatementKind.MIXED), tuple(inside)
