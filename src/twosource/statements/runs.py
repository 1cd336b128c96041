"""Quotations over several paragraphs, and quotations that stand without a frame of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from twosource.model import Act, Stance
from twosource.statements.cues import VERBS
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.marks import Quotation
from twosource.statements.speakers import speaker
from twosource.statements.unsaid import unsaid
from twosource.statements.voices import Speaker, informs

Run = tuple[Range, ...]
"""The pieces of one quotation that runs over paragraphs, in report offsets."""
_TAKEN_UP = frozenset("he she they it we i".split())
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
    introduced = list(_introduced(blocks, frames, linked))
    yield from introduced
    frames = [*frames, *introduced]
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


def _introduced(blocks: list[tuple[int, Block]], frames: list[Frame], linked: dict[Range, Run]) -> Iterator[Frame]:
    """Yield a frame for each saying that ends its paragraph in a colon, before one that a quotation opens.

    Where the next paragraph names a speaker of its own, that whole paragraph is what is passed on.
    """
    cued = {frame.cue for frame in frames if frame.cue}
    quoted = {r: frame.source for frame in frames if frame.source for r in frame.content}
    for (start, block), (after, following) in pairwise(blocks):
        opening = following.quotation_from(0)
        if not block.text.rstrip().endswith(":") or opening is None:
            continue
        verb, who = _saying(block) or (None, None)
        if verb is None or who is None:
            continue
        cue = (start + block.tree.tokens[verb].start, start + block.tree.tokens[verb].end)
        if cue in cued:
            continue
        piece = (after + opening.start, after + opening.end)
        whole = following.trimmed(0, len(following.text)) or (0, len(following.text))
        content = linked.get(piece, (piece,))
        source = block.tokens_range(who.first, who.last)
        by = quoted.get(piece)
        if by and by[0] >= after:
            last = following.text[by[0] - after : by[1] - after].split()[-1].lower()
            if last in _TAKEN_UP or last == block.text[slice(*source)].split()[-1].lower():
                continue  # the one who is introduced, named again behind the quotation
            content = ((after + whole[0], after + whole[1]),)
        reading = VERBS[block.tree.tokens[verb].lemma]["quote"]
        place = (start + source[0], start + source[1])
        yield Frame("quotation in the next paragraph", 0.85, content, cue, place, reading.act, reading.stance)


def _saying(block: Block) -> tuple[int, Speaker] | None:
    """Return the one verb of saying of a paragraph's last sentence that has a speaker and no content, and that one."""
    tree = block.tree
    sentence = tree.parse.sentences[-1]
    found = []
    for verb in range(sentence.first, sentence.last):
        token = tree.tokens[verb]
        if token.pos != "VERB" or "quote" not in VERBS.get(token.lemma, {}) or block.quotation_at(token.start):
            continue
        who = speaker(tree, verb)
        lifeless = who is not None and tree.tokens[who.head].pos == "NOUN" and not informs(tree, who.head)
        if who is not None and not lifeless and tree.child(verb, "ccomp") is None and not unsaid(tree, verb):
            found.append((verb, who))
    return found[0] if len(found) == 1 else None


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
