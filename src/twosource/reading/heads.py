"""The head of a report: headline and its copies, byline, the dateline of a wire before the first words."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.reading.dating import find_stamp
from twosource.reading.lines import Line, ends_sentence, quoted_stretches, word_set

HEADLINE_WORDS = 30
"""Words that a headline may have; the longest of news sites have some 25."""
BYLINE_WORDS = 14
"""Words that a byline may have."""
WIRE_CHARACTERS = 140
"""Characters at the start of a body in which its dateline ends."""

_BY = re.compile(
    r"(?:[–—-] ?)?(?:(?:written|reported|posted|published|story|report|words|article|text|analysis"
    r"|author)s? ?(?:by)?:?|by:?) +",
    re.IGNORECASE,
)
_BY_WORD = re.compile(r"(?:^|\b)by\b|^authors?:", re.IGNORECASE)
_NAME_GLUE = word_set(
    """and & in for with of the at de la van von der al el bin from | , staff reporter reporters correspondent writer
    writers editor editors bureau chief special political senior foreign world city news desk agencies agency"""
)
_NAME_WORD = re.compile(r"[A-Z][\w.'’-]{0,30}$")
_FULL_NAME = re.compile(
    r"[A-Z][\w'’-]{1,30}(?: [A-Z]\.)?(?: (?:de|van|von|der|al|el|bin))?(?: [A-Z][\w'’.-]{1,30}){1,2}"
)
_COMMA_BYLINE = re.compile(_FULL_NAME.pattern + r", (?P<rest>[A-Z][^,;:!?]{2,60})$")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]{1,30}(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.'’]{0,30}){0,3}"
_TITLED = r"[A-ZÀ-Þ][\w.'’-]{1,30}(?:[ -][A-ZÀ-Þ][\w.'’-]{1,30}){0,3}"
_REGION = r"(?:, [A-ZÀ-Þ][\w.'’]{1,30}(?: [A-ZÀ-Þ][\w.'’]{1,30}){0,2}){0,2}"
_CREDIT = r"[(\[](?P<credit>[A-ZÀ-Þ][^()\[\]\n]{1,50})[)\]]"
_DASH = r"\s?(?:--|[-–—―])\s?"
_WIRES = (
    re.compile(rf"(?:{_CAPITALS}|{_TITLED}){_REGION}(?:, (?P<day>{_DAY}))?,? ?{_CREDIT}{_DASH}"),
    re.compile(rf"{_CAPITALS}{_REGION}, (?P<day>{_DAY}){_DASH}"),
    re.compile(rf"{_CREDIT}{_DASH}"),
)
_BARE_WIRE = re.compile(rf"{_CAPITALS}{_REGION}\s?(?:--|[–—―]|-(?= ))\s?(?=[A-Z0-9\"“'‘])")
_ASIDE = re.compile(r"\s(?:--|[–—―-])\s")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Wire(NamedTuple):
    """The dateline before a report's first words: where it ends, its credit and its date, empty where it has none."""

    end: int
    credit: str
    date: str | None


def normal(text: str) -> str:
    """Return a text as titles are compared: lower case, straight marks, single spaces, no marks around it."""
    plain = text.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return _EDGES.sub("", " ".join(plain.replace("\u2013", "-").replace("\u2014", "-").split()))


def looks_like_headline(line: Line) -> bool:
    """Return whether a first line can be a headline: not too long, no full stop, not a name with a colon alone."""
    text = line.text
    if "\n" in text or len(text.split()) > HEADLINE_WORDS or not any(character.isalpha() for character in text):
        return False
    return not ends_sentence(text) or text[-1] in "?!" or _quoted_whole(text)


def _quoted_whole(text: str) -> bool:
    stretches = quoted_stretches(text)
    return len(stretches) == 1 and stretches[0] == (1, len(text) - 1)


def byline(line: Line, head: bool) -> str | None:
    """Return the name or names that a byline gives, or None where the line is none.

    :param head: the line stands before the body, where a name with an outlet behind it is a byline without "By".
    """
    text = line.text
    words = text.split()
    if len(words) > BYLINE_WORDS or (ends_sentence(text) and not text.endswith(".")) or quoted_stretches(text):
        return None
    match = _BY.match(text)
    if match and _BY_WORD.search(match.group()):
        rest = text[match.end() :].strip()
        names = [word.strip(",|•·()") for word in rest.split()]
        if (
            names
            and _is_name(names[0])
            and all(_is_name(word) or word.casefold() in _NAME_GLUE or not word for word in names)
        ):
            return rest.rstrip(".,|•· ") if head or len(words) <= 6 else None
    outlet = _COMMA_BYLINE.match(text) if head and not ends_sentence(text) else None
    if outlet and all(_is_name(word) or word.casefold() in _NAME_GLUE for word in outlet["rest"].split()):
        return text
    return None


def _is_name(word: str) -> bool:
    return _NAME_WORD.match(word) is not None


def wire_dateline(line: Line) -> Wire | None:
    """Return the dateline that a first paragraph begins with ("HALDEN, March 3 (Orrin Wire) - "), or None."""
    begin = line.text[:WIRE_CHARACTERS]
    for pattern in _WIRES:
        match = pattern.match(begin)
        if match and _starts_words(line.text[match.end() :]):
            groups = match.groupdict()
            return Wire(line.start + match.end(), groups.get("credit") or "", find_stamp(groups.get("day") or ""))
    match = _BARE_WIRE.match(begin)
    # "NAME — the maker of it — said": an aside has its second dash, a dateline has one
    if match and _starts_words(line.text[match.end() :]) and not _ASIDE.search(begin, match.end()):
        return Wire(line.start + match.end(), "", None)
    return None


def _starts_words(rest: str) -> bool:
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“‘'")
