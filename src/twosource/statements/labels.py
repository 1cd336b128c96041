"""Attributions by layout: a headline's colon both ways, a transcript's labels, a dash before or after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Act, Stance
from twosource.statements.cues import DOCUMENTS, ROLES
from twosource.statements.frames import Block, Frame, Range

_LABEL_WORDS = frozenset(
    """update breaking exclusive analysis opinion live watch video photos gallery explainer explained factbox timeline
    interview review recap report world politics sports business read more related correction editorial podcast listen
    question answer note warning source related topics tags q a""".split()
)
"""Headings that a colon follows and that say nothing themselves."""
_BODIES = frozenset("police officials report reports study survey poll sources media court ministry agency army".split())
_LEAD = re.compile(r"[^:\n]{1,60}(?=:\s)")
_TAIL = re.compile(r"(?<=:)\s[^:\n]{1,50}$")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z.'’ -]{1,40}(?=:\s)")
_DASH_TAIL = re.compile(r"\s[—–―-]\s?(?=[A-Z][^—–.!?\n]{2,60}$)")


def label_frames(block: Block, headline: bool, speakers: frozenset[str]) -> Iterator[Frame]:
    """Yield the frames of a headline or a labelled line.

    :param speakers: names and roles that the report's body has as sources, in lower case: a headline's "Voss: …" is an
        attribution only where Voss is one who can speak.
    """
    text = block.text
    lead = _LEAD.match(text)
    transcript = _TRANSCRIPT.match(text)
    if transcript and not headline and not _LABEL_WORDS & set(transcript.group().lower().split()):
        if len(transcript.group().split()) <= 4 and len(text) > transcript.end() + 3:
            yield _frame(block, "transcript", transcript.span(), (transcript.end() + 1, len(text)), transcript.end())
            return
    if lead and _may_speak(lead.group(), speakers) and (headline or block.quotation_from(lead.end() + 1)):
        yield _frame(block, "colon after the source", lead.span(), (lead.end() + 1, len(text)), lead.end())
        return
    if headline:
        tail = _TAIL.search(text)
        if tail and _may_speak(tail.group(), speakers):
            start = block.skip(tail.start())
            yield _frame(block, "colon before the source", (start, len(text)), (0, tail.start() - 1), tail.start() - 1)
            return
    q = next((q for q in block.outer if q.outer_start == 0), None)
    dash = _DASH_TAIL.search(text, q.outer_end if q else 0) if q or headline else None
    if dash and (_may_speak(text[dash.end() :], speakers) or (q and dash.start() <= q.outer_end + 1 and _named(text[dash.end() :]))):
        content = (q.start, q.end) if q else (0, dash.start())
        yield _frame(block, "dash before the source", (dash.end(), len(text)), content, dash.start())


def _frame(block: Block, rule: str, source: Range, content: Range, cue: int) -> Frame:
    q = block.quotation_from(content[0])
    trimmed = block.trimmed(*content) or content
    if q and q.outer_end >= block.back(content[1]) - 1:
        trimmed = (q.start, q.end)
    at = block.skip(cue)
    return Frame(rule, 0.85, (trimmed,), (at, at + 1), block.trimmed(*source) or source, Act.SPEECH, Stance.ASSERTED)


def _named(words: str) -> bool:
    parts = words.split(",")[0].split()
    return 2 <= len(parts) <= 5 and all(part[0].isupper() or part.lower() in {"of", "the", "de", "van"} for part in parts)


def _may_speak(label: str, speakers: frozenset[str]) -> bool:
    words = label.strip(" \t“”\"'‘’").lower()
    if not words or words in _LABEL_WORDS or len(words.split()) > 6:
        return False
    last = words.split()[-1]
    known = words in speakers or any(words in name.split() for name in speakers)
    return known or last in ROLES or last in _BODIES or last in DOCUMENTS or last.rstrip("s") in ROLES
