"""Who said what: the statements of each report, with content, cue, source, kind, stance and what they stand inside.

Rules over grammar, marks and layout propose frames, and so does a trained reader; both together decide how likely
each is. Frames that explain the same words compete; a quotation that runs over paragraphs is put together; what stands
inside another's content becomes its child, so that no layer of "Voss said …, the agency reported" is lost.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.language.attributions import Attribution, MiniLmReader, Reader
from twosource.language.pool import each
from twosource.model import Case, Paragraph, PartKind, Reason, Report, Statement, StatementKind, stable_id
from twosource.statements.clauses import clause_frames
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.labels import label, label_frames, transcript_frame
from twosource.statements.learned import learned_frames
from twosource.statements.merging import nested, settled
from twosource.statements.phrases import phrase_frames
from twosource.statements.runs import Run, headline_quotation, runs, unframed
from twosource.statements.saying import dated
from twosource.statements.weighing import weighed

PLACES = 2
"""Decimal places of a confidence and of what adds up to it: more would claim more than is known."""
TRANSCRIPT_LABELS = 2
"""Labelled lines that make a report, or a part of it, a transcript: one alone may be a heading."""
MARKS_AROUND = 24
"""Quotations that begin before a content and are looked at for one that runs into it: no real one holds as many."""

_PICTURES = frozenset({"So", "Sk", "Cf"})
"""Unicode's categories of pictures, of their shades, and of what joins them or is not seen."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A distinct paragraph with the frames that rules and reader find in it, whatever the report around it."""

    block: Block
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A frame of a distinct text, in the text's offsets, with all that a statement of any copy takes from the text.

    ``parent`` is the place of the frame around it among the frames of the text.
    """

    frame: Frame
    kind: StatementKind
    quoted: tuple[Range, ...]
    reasons: tuple[Reason, ...]
    parent: int | None


def statements(case: Case, reader: Reader | None = None) -> Case:
    """Find the statements of every report. What several reports carry, a paragraph or a whole text, is read once."""
    reader = reader or MiniLmReader()
    parses = {id(paragraph.parse): paragraph.parse for paragraph in case.paragraphs}
    attributed = each(reader.read, [parse.text for parse in parses.values()])
    read = {
        key: _read(Block(parse), attributions)
        for (key, parse), attributions in zip(parses.items(), attributed, strict=True)
    }
    by_report: dict[str, list[Paragraph]] = {report.id: [] for report in case.reports}
    for paragraph in case.paragraphs:
        by_report[paragraph.report].append(paragraph)
    told: dict[Hashable, tuple[_Told, ...]] = {}
    found: list[Statement] = []
    for report in case.reports:
        own = by_report[report.id]
        key = (report.text, *((p.start, p.part, id(p.parse)) for p in own))
        if key not in told:
            told[key] = tuple(_of_text(report.text, [(p, read[id(p.parse)]) for p in own]))
        found.extend(_statements(report, told[key]))
    return case.with_(statements=dated(found, case.times, {report.id: report.text for report in case.reports}))


def _read(block: Block, attributions: Sequence[Attribution]) -> _Read:
    rules = settled(block, [*clause_frames(block), *phrase_frames(block)])
    return _Read(block, tuple(weighed(rules, learned_frames(block, attributions))))


def _of_text(text: str, placed: list[tuple[Paragraph, _Read]]) -> Iterator[_Told]:
    speakers = frozenset(
        read.block.text[f.source[0] : f.source[1]].lower() for _, read in placed for f in read.frames if f.source
    )
    blocks = [(paragraph.start, read.block) for paragraph, read in placed]
    labelled = sum(label(block) is not None for _, block in blocks)
    frames: list[Frame] = []
    for paragraph, read in placed:
        block = read.block
        headline = paragraph.part == PartKind.HEADLINE
        laid_out = [*label_frames(block, headline, speakers)]
        if labelled >= TRANSCRIPT_LABELS and label(block) is not None and not headline:
            laid_out = [frame for frame in [transcript_frame(block), *laid_out] if frame]
        frames.extend(frame.shifted(paragraph.start) for frame in settled(block, [*laid_out, *read.frames]))
    linked = runs(blocks)
    frames = [_whole(frame, linked) for frame in frames]
    frames.extend(unframed(blocks, frames, linked))
    heads = [(p.start, read.block) for p, read in placed if p.part == PartKind.HEADLINE]
    frames.extend(headline_quotation(heads, frames))
    marks = {(start + q.start, start + q.end) for start, block in blocks for q in block.quotations}
    frames.sort(key=lambda f: (f.content[0][0], -f.content[-1][1]))
    by_start = sorted(marks, key=lambda r: (r[0], -r[1]))
    for frame, parent in zip(frames, nested(frames), strict=True):
        kind, quoted = kind_of(text, frame.content, by_start)
        reasons = frame.reasons or (Reason("construct", frame.rule, frame.trust),)
        rounded = tuple(replace(reason, weight=round(reason.weight, PLACES)) for reason in reasons)
        yield _Told(frame, kind, quoted, rounded, parent)


def _whole(frame: Frame, linked: dict[Range, Run]) -> Frame:
    """Give a frame the rest of a quotation that runs on into other paragraphs, or began in one before."""
    for piece in frame.content:
        run = linked.get(piece)
        if run:
            others = [r for r in frame.content if r not in run]
            return frame.with_content(tuple(sorted([*others, *run])))
    return frame


def _statements(report: Report, told: tuple[_Told, ...]) -> Iterator[Statement]:
    ids = [stable_id("statement", report.id, it.frame.content, it.frame.cue, it.frame.source) for it in told]
    for it, id in zip(told, ids, strict=True):
        frame = it.frame
        yield Statement(
            id=id,
            report=report.id,
            content=tuple(report.span(*r) for r in frame.content),
            cue=report.span(*frame.cue) if frame.cue else None,
            source=report.span(*_undecorated(report.text, frame.source)) if frame.source else None,
            kind=it.kind,
            act=frame.act,
            stance=frame.stance,
            confidence=round(sum(reason.weight for reason in it.reasons), PLACES),
            reasons=it.reasons,
            parent=ids[it.parent] if it.parent is not None else None,
            addressee_span=report.span(*frame.addressee) if frame.addressee else None,
            quoted=tuple(report.span(*r) for r in it.quoted),
        )


def _undecorated(text: str, place: Range) -> Range:
    """Return the place of a source without pictures at its ends, which are no part of a name; all of pictures alone."""
    start, end = place
    while start < end and _is_picture(text[start]):
        start += 1
    while start < end and _is_picture(text[end - 1]):
        end -= 1
    return (start, end) if start < end else place


def _is_picture(character: str) -> bool:
    return not character.isascii() and (
        character.isspace() or character == "\ufe0f" or unicodedata.category(character) in _PICTURES
    )


def kind_of(text: str, content: tuple[Range, ...], marks: list[Range]) -> tuple[StatementKind, tuple[Range, ...]]:
    """Return whether content is given between marks, retold, or both, and its words between marks.

    Marks around the whole content of an enclosing statement do not count: "he would go" inside one long quotation is
    still retold by the one who is quoted.

    :param marks: the quotations of the report, without their marks, in order, the outer first.
    """
    inside: list[Range] = []
    for start, end in content:
        first = bisect_left(marks, (start,))
        for opens, closes in marks[max(0, first - MARKS_AROUND) : bisect_left(marks, (end,))]:
            if closes <= start or (opens < start and end < closes and (opens, closes) not in content):
                continue
            if inside and opens < inside[-1][1]:
                continue  # marks inside marks: the outer ones count
            inside.append((max(start, opens), min(end, closes)))
    if not inside:
        return StatementKind.INDIRECT, ()
    words = sum(character.isalnum() for start, end in content for character in text[start:end])
    quoted = sum(character.isalnum() for start, end in inside for character in text[start:end])
    return (StatementKind.DIRECT if quoted == words else StatementKind.MIXED), tuple(inside)
