"""Attributions by layout: a headline's colon both ways, a transcript's labels, a dash before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from twosource.model import Act, Stance
from twosource.statements.cues import BODIES, DOCUMENTS, PEOPLE, ROLES
from twosource.statements.frames import Block, Frame, Range

_HEADINGS = frozenset(
    """update updated breaking exclusive analysis opinion live watch video videos photo photos picture pictures gallery
    explainer explained factbox timeline interview review recap world politics sports business read more related
    correction editorial podcast listen note topics tags subject re ps what why how when where who here""".split()
)
"""Words of headings that a colon follows and that say nothing themselves."""
_SPEAKING = frozenset(
    """police officials reports sources media court ministry agency army coastguard inspectors prosecutors experts
    doctors scientists researchers authorities government union unions company firm hospital university council
    parliament opposition rebels military navy residents witnesses survivors relatives lawyers campaigners analysts
    economists investigators rescuers firefighters farmers students teachers workers un eu wire times post
    tribune herald news tv radio television""".split()
)
"""Words for bodies and groups that a headline quotes without a name."""
_LEAD = re.compile(r"[^:\n]{1,60}(?=:\s)")
_TAIL = re.compile(r"[:–—―-]\s(?=[^:–—―\n]{2,50}$)")
_LABEL = re.compile(r"[“\"]?(?P<who>[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){0,3}):\s")
_SIGNATURE = re.compile(r"[\s”\"’']\s?[—–―-]{1,2}\s?(?=[A-Z][^—–―.!?:\n]{2,60}$)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
TRUST = {
    "transcript": 0.9,
    "colon after the source": 0.9,
    "colon before the source": 0.85,
    "dash before the source": 0.85,
}
"""As in :data:`twosource.statements.clauses.TRUST`."""


def label(block: Block) -> str | None:
    """Return the label that opens a line like "WARREN: …" or "Q: …", None where there is none."""
    found = _LABEL.match(block.text)
    if found is None or _HEADINGS & set(found["who"].lower().split()):
        return None
    if not any(character.isalpha() for character in block.text[found.end() :]):
        return None  # "Arvale: 312", a line of a table
    return found["who"]


def transcript_frame(block: Block) -> Frame | None:
    """Return the frame of a transcript's line; the caller knows that the report has several."""
    found = _LABEL.match(block.text)
    if found is None:
        return None
    content = block.trimmed(found.end(), len(block.text)) or (found.end(), len(block.text))
    end = len(block.text) if block.text[content[1] : len(block.text)] in {".", "?", "!"} else content[1]
    return _frame("transcript", found.span("who"), (content[0], end), found.end("who"))


def label_frames(block: Block, headline: bool, speakers: frozenset[str]) -> Iterator[Frame]:
    """Yield the frames of a headline, or of a line with a name before or after its quotation.

    :param speakers: sources of the report's body, in lower case: "Voss: …" in a headline is an attribution where
        Voss is one who speaks below, or where the label alone shows that it names somebody.
    """
    text = block.text
    lead = _LEAD.match(text)
    if lead:
        marked = block.quotation_from(lead.end() + 1)
        who, topic = _who_on_what(lead.group())
        if _may_speak(block, who, speakers, bool(marked)) and (headline or (marked and not topic)):
            content = (marked.start, marked.end) if marked else (lead.end() + 1, len(text))
            yield _frame(
                "colon after the source", (0, len(who)), block.trimmed(*content) or content, lead.end(), marked
            )
            return
    q = block.quotation_from(0)
    tail = _TAIL.search(text) if headline else None
    if tail and _may_speak(block, text[tail.end() :], speakers, bool(q)):
        content = (q.start, q.end) if q and q.outer_end >= block.back(tail.start()) else (0, block.back(tail.start()))
        yield _frame("colon before the source", (tail.end(), len(text)), content, tail.start())
        return
    signature = _SIGNATURE.search(text, q.end) if q else None
    if q and signature and block.back(signature.end(), " —–―-") <= q.outer_end and _signed(text[signature.end() :]):
        dash = block.skip(q.outer_end)
        yield _frame("dash before the source", (signature.end(), len(text)), (q.start, q.end), dash)


def _part_of_one(words: frozenset[str], speakers: frozenset[str]) -> bool:
    """Return whether all of these words stand in the name of one of the speakers."""
    by_word = _by_word(speakers)
    rarest = min((by_word.get(word, []) for word in words), key=len)
    return any(words <= known for known in rarest)


@lru_cache(maxsize=1)  # asked for every line of a report, of which there may be as many as speakers
def _by_word(speakers: frozenset[str]) -> dict[str, list[frozenset[str]]]:
    """Return the words of the speakers' names, by each of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for known in map(frozenset, map(str.split, sorted(speakers))):
        for word in known:
            found.setdefault(word, []).append(known)
    return found


def _frame(rule: str, source: Range, content: Range, cue: int, marked: object = None) -> Frame:
    trust = TRUST[rule] + (0.05 if marked else 0)
    return Frame(rule, trust, (content,), (cue, cue + 1), source, Act.SPEECH, Stance.ASSERTED)


def _who_on_what(lead: str) -> tuple[str, bool]:
    """Split "Farrant on the closure" into the one who speaks and whether a topic follows."""
    who, on, _ = lead.partition(" on ")
    return who, bool(on)


def _signed(words: str) -> bool:
    """Return whether a line ends in a name: "… —Jorun Fell, nurse"."""
    parts = words.split(",")[0].split()
    return 1 <= len(parts) <= 5 and all(
        part[0].isupper() or part.lower() in {"of", "the", "de", "van", "von"} for part in parts
    )


def _may_speak(block: Block, name: str, speakers: frozenset[str], marked: bool) -> bool:
    """Return whether a label names someone who can say something, and is no heading."""
    name = name.strip(" \t“”\"'‘’")
    words = name.lower().split()
    if not words or _HEADINGS & set(words) or len(words) > 6:
        return False
    at = block.text.find(name)
    within = range(block.tree.at(at), block.tree.at(at + len(name) - 1) + 1)
    if any(block.tree.tokens[i].pos in {"VERB", "AUX"} and block.tree.tokens[i].text.islower() for i in within):
        return False
    if name.lower() in speakers or _part_of_one(frozenset(words), speakers):
        return True
    last = words[-1]
    if last in _SPEAKING or last in ROLES or last in DOCUMENTS or last.rstrip("s") in ROLES or words[0] in BODIES:
        return True
    if marked and name.split()[-1][0].isupper() and any(part in ROLES | PEOPLE for w in words for part in w.split("-")):
        return True  # "ex-treasurer Menk"
    capitals = all(part[0].isupper() or part.lower() in {"of", "the", "and", "for"} for part in name.split())
    if _ACRONYM.fullmatch(name) or (marked and capitals and len(words) <= 4):
        return True
    named = any(n.start <= at < n.end and n.kind in {"person", "organisation"} for n in block.parse.names)
    return named and capitals and len(words) <= 4 and len(words) >= 2
