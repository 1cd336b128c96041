"""Whom a report names as where it has something from: "told the Selm Post", "the Orrin Wire reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from twosource.lineage.names import NAME
from twosource.model import PartKind, Report
from twosource.sources.names import words_of
from twosource.sources.vocabulary import PAPER_NAMES
from twosource.stories.words import RARE, share

CUE_CHARACTERS = 60
"""Characters before and after a name, in its line, in which a word of saying makes it one that is cited."""
_SAID_IN = frozenset({PartKind.HEADLINE, PartKind.SUBHEAD, PartKind.BODY})
"""Kinds of part in which a report cites: a caption names who took the picture."""

_CUE = re.compile(
    r"\b(?:according|article|cited|citing|claim(?:s|ed)?|column|interview\w*|newspaper|obtained|per|profile|published"
    r"|quot(?:ed|ing)|report(?:s|ed|edly|ing)?|reveal(?:s|ed)|said|says|sent to|spoke|speaking|statement|story"
    r"|tells|told|via|wrote)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)? (?:with|by)|spoke to|speaking to|statement to|sent to) (?:the |a )?$",
    re.IGNORECASE,
)
"""What stands before the name of the newsroom that heard it itself."""
TOLD_CHARACTERS = 24
"""Characters that are enough for the longest of these."""


class Cite(NamedTuple):
    """A name that a report cites, where it stands, and whether it is of the newsroom that was told."""

    name: str
    start: int
    end: int
    told: bool


def cites(report: Report) -> tuple[Cite, ...]:
    """Return the names that a report cites, in order. Whose they are (an outlet's, anybody's) is not asked here."""
    parts = [part for part in report.parts if part.kind in _SAID_IN]
    found = [cite for part in parts for cite in _cites(report, part.start, part.end)]
    full = {cite.name.split()[-1]: cite.name for cite in reversed(found) if len(words_of(cite.name)) > 1}
    return tuple(cite._replace(name=full.get(cite.name, cite.name)) if _short(cite.name) else cite for cite in found)


def _short(name: str) -> bool:
    """Return whether a name is what many papers are called in short ("the Times"): the report itself says which."""
    return " " not in name and name.lower() in PAPER_NAMES


def _begins(line: str, match: re.Match[str]) -> bool:
    """Return whether a name may be no name: one common word that begins a sentence ("People said …")."""
    if " " in match[0] or share(match[0].lower()) <= RARE:
        return False
    ahead = line[: match.start()].rstrip(" \"'“”‘’([")
    return not ahead or ahead[-1] in ".!?:…"


def _cites(report: Report, start: int, end: int) -> Iterator[Cite]:
    at = start
    for line in report.text[start:end].split("\n"):
        if _CUE.search(line):
            for match in NAME.finditer(line):
                first, last = match.span()
                if _begins(line, match):
                    continue
                told = _TOLD.search(line[max(0, first - TOLD_CHARACTERS) : first]) is not None
                around = line[max(0, first - CUE_CHARACTERS) : first], line[last : last + CUE_CHARACTERS]
                if told or any(map(_CUE.search, around)):
                    yield Cite(match[0], at + first, at + last, told)
        at += len(line) + 1
