"""Quotations over several paragraphs, and quotations that stand without a frame of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from twosource.model import Act, Stance
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.marks import Quotation

Run = tuple[Range, ...]
"""The pieces of one quotation that runs over paragraphs, in report offsets."""
_SPEECH_WORDS = 4
"""Words from which a paragraph that is all quotation, or a headline between marks, is speech and not a title."""


def runs(blocks: list[tuple[int, Block]]) -> dict[Range, Run]:
    """Return every piece of a quotation over several paragraphs with all its pieces.

    By the custom of print, a quotation that goes on is not closed at the paragraph's end and is opened again at the
    next paragraph's start.
    """
    linked: dict[Range, Run] = {}
    current: list[Range] = []
    before: list[Range] = []
    for (start, block), following in zip(blocks, [*blocks, None][1:], strict=True):
        opening = block.quotation_from(0)
        if before and not current and opening is not None and _alone(block):
            before.append((start + opening.start, start + opening.end))
            continue
        if len(before) > 1:
            linked.update(dict.fromkeys(before, tuple(before)))
        said = _left_open(block)
        before = [(start + said.start, start + said.end)] if said else []
        if current and opening is None:
            current = []
        last = block.outer[-1] if block.outer else None
        goes_on = (
            last is not None
            and not last.closed
            and following is not None
            and following[1].text[:1] == block.text[last.outer_start : last.outer_start + 1]
        )
        if current and opening is not None:
            current.append((start + opening.start, start + opening.end))
            if not (goes_on and last is opening):
                linked.update(dict.fromkeys(current, tuple(current)))
                current = []
        if goes_on and last is not None and not current:
            current = [(start + last.start, start + last.end)]
    if len(before) > 1:
        linked.update(dict.fromkeys(before, tuple(before)))
    return linked


def _alone(block: Block) -> bool:
    """Return whether a paragraph is one closed quotation and nothing else, and long enough to be speech."""
    q = block.outer[0] if len(block.outer) == 1 else None
    alone = q is not None and q.closed and q.outer_start == 0 and not block.text[q.outer_end :].strip(" .")
    return alone and len(block.text.split()) >= _SPEECH_WORDS


def _left_open(block: Block) -> Quotation | None:
    """Return the quotation of a paragraph that one alone in the next paragraph goes on with.

    That is the only one, or one that ends the paragraph; not a question, which somebody else may answer.
    """
    q = block.outer[-1] if block.outer else None
    if q is None or not q.closed or len(block.text[q.start : q.end].split()) < _SPEECH_WORDS:
        return None
    framed = len(block.outer) == 1 or not block.text[q.outer_end :].strip(" .")
    asked = "?" in block.text[max(q.start, q.end - 2) : q.outer_end]
    return q if framed and not asked and not _alone(block) else None


def unframed(blocks: list[tuple[int, Block]], frames: list[Frame], linked: dict[Range, Run]) -> Iterator[Frame]:
    """Yield a frame for each paragraph that is all quotation and follows one by a speaker who can only be meant.

    Only where the paragraph directly before ends with that speaker's own quotation or his frame; the marks must close.
    """
    taken = sorted(r for frame in frames for r in frame.content)
    reach = list(accumulate((end for _, end in taken), max))
    by_block = _by_block(blocks, frames)
    previous: Frame | None = None
    for (start, block), here in zip(blocks, by_block, strict=True):
        q = block.outer[0] if _alone(block) else None
        if q:
            content = (start + q.start, start + q.end)
            ahead = bisect_left(taken, (content[1],))
            free = ahead == 0 or reach[ahead - 1] <= content[0]
            if free and previous and content not in linked:
                yield Frame(
                    "quotation of the last speaker",
                    0.75,
                    (content,),
                    None,
                    previous.source,
                    Act.SPEECH,
                    Stance.ASSERTED,
                )
                continue
        outermost = [f for f in here if f.act in {Act.SPEECH, Act.WRITING} and f.cue]
        previous = max(outermost, key=lambda f: f.content[-1][1]) if len({f.source for f in outermost}) == 1 else None
        if previous and (not _quoted(block, start, previous) or previous.stance is Stance.ASKED):
            previous = None


def _by_block(blocks: list[tuple[int, Block]], frames: list[Frame]) -> list[list[Frame]]:
    """Return for each block the frames with a source whose content ends in it, in their order."""
    starts = [start for start, _ in blocks]
    found: list[list[Frame]] = [[] for _ in blocks]
    for frame in frames:
        begin, end = frame.content[-1]
        at = bisect_right(starts, begin) - 1
        if frame.source and at >= 0 and end <= starts[at] + len(blocks[at][1].text):
            found[at].append(frame)
    return found


def _quoted(block: Block, start: int, frame: Frame) -> bool:
    return any((start + q.start, start + q.end) in frame.content for q in block.outer)


def headline_quotation(heads: list[tuple[int, Block]], frames: list[Frame]) -> Iterator[Frame]:
    """Yield a frame without a source for a headline that is all quotation and a sentence: who says it is told below."""
    framed = {r for frame in frames for r in frame.content}
    for start, block in heads:
        q = block.outer[0] if len(block.outer) == 1 else None
        if q is None or not q.closed or q.outer_start or block.text[q.outer_end :].strip():
            continue
        verb = any(token.pos in {"VERB", "AUX"} and token.tag != "VBG" for token in block.tree.tokens)
        content = (start + q.start, start + q.end)
        if verb and len(block.text.split()) >= _SPEECH_WORDS and content not in framed:
            yield Frame("headline between marks", 0.7, (content,), None, None, Act.SPEECH, Stance.ASSERTED)
