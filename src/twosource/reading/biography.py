"""The author's biography after the last paragraph of a report.

A report may itself be about a reporter, so one sign is not enough: the paragraph must speak of an occupation or follow
the author's name, give a second sign (contact, career), and be about somebody whom the report has not told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.reading.lines import Line, ends_sentence, is_prose, quotes_words

SIGNS = 2
"""Signs that a paragraph must give to be a biography."""
NAME_WORDS = 5
"""Words that a line with the author's name may have."""
QUOTED_WORDS = 4
"""Words between double marks that make a paragraph somebody's words."""

_NAME = re.compile(r"(?P<name>[A-Z][\w.'’-]{0,30}(?: (?:(?:de|van|von|der|al|el|bin) )?[A-Z][\w.'’-]{0,30}){0,3})")
_ROLE = re.compile(
    r"\b(?:is|was|works as|has been)\b[^.!?]{0,120}?\b(?:reporter|correspondent|editor|journalist|writer"
    r"|columnist|producer"
    r"|contributor|freelancer|photographer|fellow|intern|anchor|critic|blogger|bureau chief|author|enthusiast)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\S@\S+\.\w{2}|(?<!\w)@\w{2,30}|\bget in touch\b|\b(?:reach|follow|contact|e-?mail|tweet) (?:him|her"
    r"|them|me|[A-Z]\w{1,30})\b",
    re.IGNORECASE,
)
_CAREER = re.compile(
    r"\bbased in\b|\b(?:covers|covered|covering|writes (?:about|on|for)|reports on|specialis|specializ|written for)"
    r"|\b(?:graduate of|graduated from|degree (?:in|from)|studied)\b|\bpreviously (?:worked|wrote|reported)\b"
    r"|\bjoined [^.]{1,60} (?:in \d{4}|from)\b|\b(?:his|her|their) (?:focus|beat|work|passion|interests)\b"
    r"|\baward-winning\b|\byears of experience\b|\blives in\b|\bliving in\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"(?:he|she|they|prior to|before joining|his|her|their|you can)\b", re.IGNORECASE)


def biography(found: Sequence[Line], last: int, author: str | None) -> tuple[int, ...]:
    """Return the lines, by index, that are the author's biography.

    :param found: the paragraphs of the report.
    :param last: index of the last line that is no furniture by itself.
    :param author: the author's name, as the byline gives it.
    """
    index = last
    more: list[int] = []
    while index > 0 and _continues(found[index].text):
        more.append(index)
        index -= 1
    if index <= 0:
        return ()
    text = found[index].text
    before = found[index - 1].text
    match = _NAME.match(text)
    name = match["name"] if match else ""
    named = bool(name) and len(before.split()) <= NAME_WORDS and _same_name(before, name)
    by_author = bool(name and author) and _same_name(author or "", name)
    if not name or quotes_words(text, QUOTED_WORDS):
        return ()
    signs = bool(_ROLE.search(text)) + bool(_CONTACT.search(text)) + (named or by_author)
    signs += min(2, len({hit.group().lower() for hit in _CAREER.finditer(text)}))
    occupied = bool(_ROLE.search(text)) or named or by_author
    first = index - 1 if named else index
    if not occupied or signs < SIGNS or _told_of(name, found[:first], by_author):
        return ()
    return tuple(sorted({first, index, *more}))


def _continues(text: str) -> bool:
    """Return whether a paragraph can carry a biography on: "She covers …", and it has a sign of one itself."""
    if not is_prose(text) and not ends_sentence(text):
        return False
    if _CONTINUES.match(text) is None or quotes_words(text, QUOTED_WORDS):
        return False
    return bool(_CAREER.search(text) or _CONTACT.search(text))


def _same_name(line: str, name: str) -> bool:
    plain = line.casefold().removeprefix("by ").strip(" ,.:|-–—")
    return plain == name.casefold() or plain.startswith((name.casefold() + ",", name.casefold() + " "))


def _told_of(name: str, lines: Sequence[Line], by_author: bool) -> bool:
    """Return whether the report tells of a person: its prose has the name, or the last word of it."""
    if by_author:
        return False
    last = re.compile(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)")
    return any(is_prose(line.text) and last.search(line.text) for line in lines)
