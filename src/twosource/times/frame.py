"""What stands around a time expression: whether its clause looks ahead or back, and whether it dates a saying.

The parse is asked where there is one; in parts that are not parsed the nearest telling word before the expression is.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from twosource.model import Paragraph, Parse, PartKind
from twosource.times.lexicon import words

CLIMB = 10
"""Steps from a word up to its verb: deeper attachments are the parser's errors; the bound keeps long lists linear."""

WINDOW = 120
"""Characters before an expression in which an unparsed part is searched for a telling word: about one clause."""

AHEAD_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "should", "must"})
AHEAD_HEADS = frozenset(
    words(
        "plan due set expect schedule hope intend aim agree want wish slate vow promise pledge prepare "
        "propose threaten invite urge ask order demand call decide likely unlikely certain sure ready "
        "payable bound poised deadline plans prospect promise intention offer await return suppose"
    )
)
"""Words that turn an infinitive that hangs on them to the time to come."""

SCHEDULED = frozenset(words("plan due set expect schedule slate likely payable bound poised suppose await"))
"""Of these the ones that turn their own adverbial ahead too, as participle or adjective: "due on Friday"."""

REPORTING = frozenset(
    words(
        "say report tell add announce state declare write note claim warn reveal confirm deny comment "
        "acknowledge insist publish release inform quote disclose allege argue explain stress admit "
        "tweet post reiterate testify concede suggest emphasize emphasise remark reply respond"
    )
)
"""Verbs of saying and writing whose adverbial dates the saying."""

TIMETABLE = frozenset(
    words(
        "open begin start resume meet visit leave arrive depart close launch convene vote travel fly expire end "
        "reopen gather march strike host attend"
    )
)
"""Verbs whose plain present with a day tells of what is arranged: "the talks resume on Friday"."""

_SAID = re.compile(
    r"(?<!\w)(?:sa(?:id|ys?)|reported|reports|told|announced|stated|declared|wrote|added|noted|claimed|warned|confirmed|"
    r"denied|tweeted|posted)(?:\s[\w.'’-]{1,20}){0,2}\s*,?\s*$",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"(?<!\w)(?:until|till|through|by|to|before)\s$")
"""A limit may lie ahead of a past act: "it extended the offer to May 3"; not so "Until Friday, they had …"."""

_AHEAD = re.compile(
    r"(?<!\w)(?:will|shall|would|plans?|planned|due|set|expected|scheduled|going|slated|hopes?|intends?|payable)(?!\w)",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?<!\w)(?:was|were|had|said|has|did|held|met|took|\w{2,20}ed)(?!\w)", re.IGNORECASE)


def token_at(paragraph: Paragraph, offset: int) -> int | None:
    """Return the index of the token that covers an offset of the report's text, or the next one; None past the end."""
    inside = offset - paragraph.start
    tokens = paragraph.parse.tokens
    at = bisect_right(tokens, inside, key=lambda token: token.start) - 1
    if at >= 0 and tokens[at].end > inside:
        return at
    return at + 1 if at + 1 < len(tokens) else None


def looks_ahead(paragraph: Paragraph | None, text: str, start: int) -> bool | None:
    """Return whether the clause around ``text[start:]`` looks ahead (True), back (False), or shows neither.

    ``start`` is that of the expression without its preposition.
    """
    if paragraph is None:
        ahead = _by_words(text[max(0, start - WINDOW) : start])
    else:
        at = token_at(paragraph, start)
        ahead = None if at is None else _by_parse(paragraph.parse, at, paragraph.part)
    return None if ahead is False and _LIMIT.search(text[max(0, start - 10) : start]) else ahead


def dates_a_saying(paragraph: Paragraph | None, text: str, start: int, end: int) -> bool:
    """Return whether the expression tells when something was said or written."""
    said = _SAID.search(text[max(0, start - WINDOW) : start].rpartition("\n")[2])
    if said and (paragraph is None or " " not in said[0].strip()):
        return True
    if paragraph is None:
        return False
    at = token_at(paragraph, start)
    if at is None:
        return False
    tokens = paragraph.parse.tokens
    last = end - paragraph.start
    for _ in range(CLIMB):
        head = tokens[at].head
        if head == at:
            return False
        at = head
        token = tokens[at]
        if token.start >= start - paragraph.start and token.end <= last:
            continue
        if token.pos == "ADP":
            continue
        return token.pos == "VERB" and token.lemma in REPORTING
    return False


def _by_words(before: str) -> bool | None:
    clause = before.rpartition("\n")[2]
    ahead = max((match.end() for match in _AHEAD.finditer(clause)), default=-1)
    back = max((match.end() for match in _BACK.finditer(clause)), default=-1)
    return None if ahead == back else ahead > back


def _by_parse(parse: Parse, at: int, part: PartKind) -> bool | None:
    tokens = parse.tokens
    open_end = None  # "Vale to visit Orrin in May": only a headline's infinitive looks ahead by itself
    for _ in range(CLIMB):
        token = tokens[at]
        if token.lemma in SCHEDULED and token.tag in ("VBN", "JJ"):
            return True
        if token.pos in ("VERB", "AUX"):
            tense = _tense(parse, at)
            if tense is not None:
                return tense
            if part is PartKind.HEADLINE and token.tag == "VB":
                open_end = True
            if token.tag in ("VBZ", "VBP"):  # "meets on Friday"; headlines and captions tell the past in the present
                return True if part is PartKind.BODY and token.lemma in TIMETABLE else None
        if token.head == at:
            return open_end
        at = token.head
    return open_end


def _tense(parse: Parse, at: int) -> bool | None:
    """Return the frame that a verb opens: True ahead, False back, None where its form does not tell."""
    tokens = parse.tokens
    verb = tokens[at]
    helpers = [
        tokens[i] for i in range(max(0, at - CLIMB), at) if tokens[i].head == at and tokens[i].dep.startswith("aux")
    ]
    forms = {helper.lemma for helper in helpers} | {helper.text.lower() for helper in helpers}
    if forms & AHEAD_AUXILIARIES:
        return True
    if "to" in forms:
        head = tokens[verb.head]
        if (
            head.lemma in AHEAD_HEADS
            or (head.lemma == "go" and head.tag == "VBG")
            or (head.lemma == "be" and verb.head < at)
        ):
            return True
        return None
    if verb.tag in ("VBD", "VBN"):
        return False
    return False if forms & {"was", "were", "had", "did"} else None
