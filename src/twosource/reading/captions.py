"""Captions of pictures, and the credits of pictures and of text.

A caption may tell something about the event, so it stays a part that is read; its dates never date the report. A credit
says where a text or a picture came from: it is no sentence of the report, but the strongest sign of a common upstream.
Credits are told by their shape (``/Agency)``, ``(AGENCY)``, "Reporting by"), never by a list of agencies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import PartKind
from twosource.reading.furniture import labels_only
from twosource.reading.lines import Line, ends_sentence, quotes_words, word_set

PHOTO = "photo: "
"""What a picture's credit begins with in a report's credits, so that no one takes it for the text's."""
TAIL_CHARACTERS = 200
"""Characters at the end of a caption in which its credit is looked for."""
CREDIT_CHARACTERS = 400
"""A longer line is no credit, but for notices of copyright."""
QUOTED_WORDS = 4
"""Words between marks that make a line somebody's words, whatever it looks like."""

_NAME = r"[A-Z][\w.'’&-]{0,30}"
_NAMES = rf"{_NAME}(?: (?:(?:of|for|the|and|via|de|la) )?{_NAME}){{0,5}}"
_PICTURE = (
    r"(?:photos?|pictures?|pics?|images?|photographs?|photography|illustration|graphic|video|screenshot|screengrab"
    r"|handout)"
)
_WRAPPED = re.compile(
    rf"[(\[](?:cover|file|caption|courtesy|credit|inset|left|right|above|below|pictured"
    rf"|{_PICTURE})\b[^()\[\]]{{0,600}}[)\]]\.?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:FILE(?: PHOTO| PICTURE| IMAGE| -| –| —)|File (?:photo|picture|image)|"
    r"(?:Cover|Main|Top|Lead|Featured|Header) (?:photo|image|picture)|"
    r"(?:Image|Media|Video|Photo|Picture) caption|Image (?:copyright|source|credit)|Enlarge this image|"
    r"(?:Photos?|Images?|Pictures?|Pics?|Cover|Caption|Illustration|Graphic|Screenshot|Screengrab|Pictured"
    r"|Above|Inset)(?= ?[:|]))"
    r"\s?[:|–—-]?\s+(?=\S)|©(?! ?\d{4})",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?:in this(?: [\w.,]{1,12}){0,7} (?:file )?(?:photo|image|picture|photograph|frame grab|video grab"
    r"|screengrab)\b"
    r"|(?:this|an?|the)(?: [\w’'-]{1,15}){0,3} (?:photo|image|picture|photograph|frame grab|video grab"
    r"|screengrab|handout)"
    r"(?: (?:taken|released|provided|made|posted|obtained|from|of|by)\b[^.]{0,150})? (?:shows|showing"
    r"|released by|provided by|taken (?:on|by|from))\b"
    r"|(?:grab|still|screenshot) (?:from|of|taken from) an? )",
    re.IGNORECASE,
)
_GALLERY = re.compile(r".{0,600}\bHide Caption \d{1,3} of \d{1,3}$|\d{1,3} show all\b", re.DOTALL)
_NUMBERED = re.compile(r"\d{1,3} ?/ ?(?P<of>\d{1,3})\s+\S")
GALLERY_ITEMS = 3
"""Lines numbered "2/30" that make a gallery; two can be the halves of a message."""
_CREDIT_WORD = re.compile(
    rf"(?:^|(?<=[\s.(\[|]))[(\[]?(?:(?:{_PICTURE} )?(?:credits?|courtesy(?: of)?|copyright|source)"
    rf"|{_PICTURE}(?: by)?|©)(?: ?[:/] ?| by )"
    r"(?P<name>[^.()\[\]]{2,80})[)\]]?\.?$",
    re.IGNORECASE,
)
_PERSON = r"(?:[A-Z]{2,6}|(?:[A-Z][\w'’-]{1,30} (?:[A-Z]\. )?)?[A-Z][\w'’-]{1,30})"
_IN_BRACKETS = re.compile(
    rf"[(\[](?!(?i:cover|file|caption|courtesy|credit|inset|left|right|above|below|{_PICTURE}): )"
    r"(?P<name>[A-Z][^()\[\]/]{1,80}(?:/[^()\[\]/]{1,60}){1,2})[)\]]\.?$"
)
_SLASHED = re.compile(rf"(?:(?<=[\s.])|^)(?P<name>{_PERSON} ?/ ?{_NAMES}(?: ?/ ?{_NAMES})?)$")
_BARE_SLASH = re.compile(rf"(?<=[\s.])/ ?(?P<name>{_NAMES})[)\]]?$")
_BRACKETED = re.compile(r"\((?P<name>(?:(?:courtesy|courtesy of|via|handout|by) )?[A-Z][^()\[\]/]{1,60})\)$")
_VIA = re.compile(rf"(?P<name>{_NAMES} via {_NAMES})$")
_SHARE_ROW = re.compile(
    r"(?:(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Reddit|Email|Share|Print|Tweet) ){2,8}(?=[A-Z])"
)
_REPORTERS = re.compile(
    r"[(\[–—-]{0,2} ?(?:[A-Z][\w.'’&-]{0,30}(?: [A-Z][\w.'’&-]{0,30}){0,3},? (?=with ))?"
    r"(?:(?:with |and )?(?:additional |further )?(?:reporting|editing|writing"
    r"|assistance) (?:by|from|in)"
    r"|with (?:additional )?(?:files?|inputs?|contributions?|material|information) (?:by|from)"
    r"|(?:with|from) (?:our )?(?:news |wire )?(?:agencies|wires|wire services|agency reports|staff reports)"
    r"|(?:compiled|written|edited|translated|rewritten) by)\b",
    re.IGNORECASE,
)
_CREDIT_GLUE = word_set(
    """and in by of the de la from with additional further editing writing reporting edited written translated compiled
    contributed to for this report story at on von van al el bin our agencies agency wires wire services reports staff
    news desk correspondent correspondents reporter editor files inputs"""
)
"""Lower-case words that a credit may hold beside names; any other word makes the line a sentence."""
_CONTRIBUTED = re.compile(
    r".{2,300}\bcontributed (?:(?:reporting )?(?:to|from|for) (?:this|the) (?:report|story|article|piece)"
    r"|(?:reporting )?from [A-Z][^,]{1,40}|reporting|to the reporting)[)\]]?\.?$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:copyright (?:©|\(c\)|\d{4}|by )|(?:©|\(c\)) ?(?:copyright|\d{4})|all rights reserved)", re.IGNORECASE
)
_SOURCE_LINE = re.compile(r"(?:sources?|information from|agency|via) ?: ?(?P<name>\S.{1,100})$", re.IGNORECASE)
SOURCE_WORDS = 10
"""Words that a line "Source: …" may have; a longer one tells something."""
_INITIALS = re.compile(r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,4} ?(?:\((?P<name>[^()]{2,60})\))?$")
_AGENCIES = re.compile(
    rf"[(\[]?(?P<name>{_NAME}(?: {_NAME}){{0,3}}(?: ?[/,] ?{_NAME}(?: {_NAME}){{0,2}}){{0,3}})[)\]]?$"
)
_DASHED = re.compile(rf"{_NAME}(?: ?[/–-] ?{_NAME}){{1,4}}$")
_SIGNED = re.compile(rf"[–—-]{{1,2}} ?(?P<name>{_NAME}(?: {_NAME}){{0,2}})$")
_ARTICLES = word_set("the a an this these his her its their")
CAPTION_WORDS = 4
"""Words that a line must have before a name in brackets for the two to be a caption and its credit."""
_TRAILING_NAME = re.compile(rf"[.!?][\"”'’]{{0,2}}\s(?P<credit>[(\[]{_NAME}(?: {_NAME}){{0,2}}[)\]])$")
_TRAILING = re.compile(
    r"\s(?P<credit>[(\[](?:additional |writing and )?(?:reporting|editing|writing|compiled"
    r"|edited) by [^()\[\]]{2,300}[)\]])\.?$",
    re.I,
)


class Piece(NamedTuple):
    """A stretch of a line with its kind, the reason, and the credit that it gives (empty where none)."""

    kind: PartKind
    start: int
    end: int
    why: str
    credit: str = ""


def caption(line: Line) -> tuple[Piece, ...]:
    """Return the pieces of a caption: what it says, and who took the picture; empty where the line is no caption."""
    text = line.text
    if len(text) < 3:
        return ()
    why = _caption_why(text)
    cut, name = _picture_credit(text, sure=bool(why))
    if why is None and cut is None:
        return ()
    if (
        why is None
        and (quotes_words(text[:cut], QUOTED_WORDS) or ends_sentence(text))
        and not text.endswith((")", "]"))
    ):
        return ()
    row = _SHARE_ROW.match(text)
    begin = row.end() if row else 0
    end = len(text) if cut is None else max(begin, len(text[:cut].rstrip(" |([")))
    pieces = []
    if row:
        pieces.append(
            Piece(PartKind.FURNITURE, line.start, line.start + len(row.group().rstrip()), "label of the page")
        )
    if len(text[begin:end].split()) > 1 or cut is None:
        labels = labels_only(text[begin:end])
        kind = PartKind.FURNITURE if labels else PartKind.CAPTION
        why = "label of the page" if labels else why or "ends with a picture's credit"
        pieces.append(Piece(kind, line.start + begin, line.start + end, why))
    else:
        cut = begin
    if cut is not None:
        pieces.append(Piece(PartKind.CREDIT, line.start + cut, line.end, "credit of a picture", PHOTO + _once(name)))
    return tuple(pieces)


def _once(name: str) -> str:
    """Return a credit that a page gives twice in a row once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def galleries(found: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines that are items of a numbered picture gallery ("2/30 The harbour at dawn")."""
    items: dict[str, list[int]] = {}
    for index, line in enumerate(found):
        match = _NUMBERED.match(line.text)
        if match:
            items.setdefault(match["of"], []).append(index)
    return frozenset(index for group in items.values() if len(group) >= GALLERY_ITEMS for index in group)


def _caption_why(text: str) -> str | None:
    if _WRAPPED.match(text):
        return "in brackets with the label of a picture"
    if _LABELLED.match(text):
        return "begins with the label of a picture"
    if _SHOWN.match(text):
        return "says what a picture shows"
    if _GALLERY.match(text):
        return "item of a picture gallery"
    return None


def _picture_credit(text: str, sure: bool) -> tuple[int | None, str]:
    """Return where the credit at the end of a caption begins, and its name; ``sure``: the line is known as a caption.

    In a line not known as one, only shapes count that running text does not end with: no full stop behind them.
    """
    begin = max(0, len(text) - TAIL_CHARACTERS)
    tail = text[begin:]
    patterns = [_IN_BRACKETS, _CREDIT_WORD, _SLASHED, _VIA] + ([_BARE_SLASH] if sure else []) + [_BRACKETED]
    for pattern in patterns:
        match = pattern.search(tail)
        if match and _credits(pattern, text, begin + match.start(), match["name"], sure):
            return begin + match.start(), " ".join(match["name"].split())
    return None, ""


def _credits(pattern: re.Pattern[str], text: str, start: int, name: str, sure: bool) -> bool:
    """Return whether a match stands for a credit: names alone, and no sentence that runs into it."""
    before = text[:start].rstrip()
    if pattern is _CREDIT_WORD:
        apart = not before or ends_sentence(before) or text[start] in "([" or text[start].isupper()
        table = not before and text.lower().startswith("source")  # the source of a table, not of a picture
        return apart and not table and (bool(before) or _only_names(name)) and name.split()[0].lower() not in _ARTICLES
    if pattern is _BRACKETED:
        if _spells(before, name) or name.isdigit():
            return False
        said = name.lower().startswith(("courtesy", "handout"))
        return sure or said or (not ends_sentence(before) and len(before.split()) >= CAPTION_WORDS)
    return sure or not text.endswith((".", "!", "?"))


def _spells(before: str, name: str) -> bool:
    """Return whether a name in brackets is the short form of the words before it ("Halden Water Board (HWB)")."""
    capitals = "".join(word[0] for word in before.split()[-2 * len(name) :] if word[0].isupper())
    return name.isupper() and capitals.endswith(name)


def text_credit(line: Line, edge: bool) -> tuple[Piece, ...]:
    """Return the credit that the line is ("Reporting by …", "(AGENCY)"); empty where it is none.

    :param edge: the line stands before the first or after the last paragraph of the body, where shorter shapes count.
    """
    text = line.text
    if quotes_words(text, QUOTED_WORDS):
        return ()
    if _NOTICE.match(text):
        return (Piece(PartKind.CREDIT, line.start, line.end, "notice of copyright", text[:CREDIT_CHARACTERS]),)
    if len(text) > CREDIT_CHARACTERS:
        return ()
    if _CONTRIBUTED.match(text) or (_REPORTERS.match(text) and _only_names(text)):
        return (Piece(PartKind.CREDIT, line.start, line.end, "credit of the text", text.strip("()[]")),)
    source = _SOURCE_LINE.match(text)
    if source and len(text.split()) <= SOURCE_WORDS:
        return (Piece(PartKind.CREDIT, line.start, line.end, "credit of a source", source["name"] if edge else ""),)
    match = _INITIALS.match(text)
    if match and edge and (match["name"] or "/" in text):
        return (Piece(PartKind.CREDIT, line.start, line.end, "credit of the text", match["name"] or ""),)
    if edge and len(text) <= 60:
        bracketed = text[0] in "([" and text[-1] in ")]"
        match = _AGENCIES.match(text) if bracketed else (_SIGNED.match(text) or _DASHED.match(text))
        if match:
            name = match.groupdict().get("name") or text
            return (Piece(PartKind.CREDIT, line.start, line.end, "credit of the text", name),)
    return ()


def _only_names(text: str) -> bool:
    """Return whether a line has only names and the few words that stand between names in a credit."""
    words = [word.strip("()[];,.:–—-") for word in text.split()]
    return all(not word or not word[0].islower() or word.lower() in _CREDIT_GLUE for word in words)


def trailing_credit(line: Line, last: bool = False) -> Piece | None:
    """Return the bracket "(Reporting by …)" that ends a paragraph, or None.

    :param last: the paragraph is the last of the body, where a name alone in brackets is the wire's.
    """
    begin = max(0, len(line.text) - CREDIT_CHARACTERS)
    match = _TRAILING.search(line.text, begin) or (_TRAILING_NAME.search(line.text, begin) if last else None)
    if match is None:
        return None
    credit = match["credit"].strip("()[]")
    return Piece(PartKind.CREDIT, line.start + match.start("credit"), line.end, "credit of the text", credit)


def is_sure_caption(line: Line) -> bool:
    """Return whether a line shows by its beginning that it is a caption."""
    return _caption_why(line.text) is not None
