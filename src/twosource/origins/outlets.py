"""What an outlet may be called, and which sources of a report are its own house: the paper itself, its own people."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.model import Report, Source, SourceType
from twosource.sources.names import person_words, words_of

ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
"""Words of a description that tell nothing of whom it describes."""
SUFFIXES = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})
"""Second parts of a domain that belong to its end: "paper.co.uk", "paper.com.au"."""
SHORTEST = 3
"""Least letters of a domain's name that can stand for a name of several words ("npost" for "North Post")."""
_WHOLE_PARTS = 4
"""Least letters of the last word of a name that its short form must give in full, if it is no initialism."""

_OWN_HOUSE = re.compile(
    r"(?:this|our)(?: own)? (?:newspaper|paper|magazine|website|site|channel|station|broadcaster|network|outlet"
    r"|reporters?|correspondents?|journalists?|photographers?|team)$",
    re.IGNORECASE,
)
"""How a report calls its own outlet and its own people."""
_OUTLETS = frozenset({SourceType.OUTLET, SourceType.AGENCY, SourceType.ORGANISATION})


def plain(name: str) -> str:
    """Return a name's words as one, without articles: "The Ollvik Ledger" → "ollvikledger"."""
    return "".join(word for word in words_of(name) if word not in ARTICLES)


def names_of(source: Source) -> frozenset[str]:
    """Return the names of a source, each as one word."""
    return frozenset(plain(name) for name in (source.name, *source.variants)) - {""}


@lru_cache(maxsize=4_096)
def outlet_names(outlet: str) -> frozenset[str]:
    """Return what an outlet may be called, each as one word; of a domain its name: "news.ollvik-post.co.uk"."""
    labels = [label for label in outlet.lower().split(".") if label]
    if len(labels) < 2 or " " in outlet.strip():
        return frozenset({plain(outlet)} - {""})
    del labels[-1]
    while len(labels) > 1 and labels[-1] in SUFFIXES:
        del labels[-1]
    bare = labels[-1].replace("-", "")
    return frozenset({plain(outlet), bare, bare.removeprefix("the")} - {"", "www"})


def is_outlet(source: Source, outlet: str | None) -> bool:
    """Return whether a source is this outlet, under its name, its domain or what is short for it."""
    if not outlet:
        return False
    called = outlet_names(outlet)
    if names_of(source) & called:
        return True
    if source.type not in _OUTLETS:
        return False
    names = [name for name in (source.name, *source.variants) if name[:1].isupper()]
    return any(short_for(short, name) for name in names for short in called)


def short_for(short: str, name: str) -> bool:
    """Return whether a word is made of the beginnings of a name's words: "oltimes" of "The Old Lane Times", "olt".

    The last word is given in full, or every word by its first letter.
    """
    words = [word for word in words_of(name) if word not in ARTICLES]
    if len(words) < 2 or len(short) < SHORTEST:
        return False
    if short == "".join(word[0] for word in words):
        return True
    last = words[-1]
    if len(last) < _WHOLE_PARTS or not short.endswith(last):
        return False
    return _beginnings(short[: -len(last)], tuple(words[:-1]))


def _beginnings(letters: str, words: tuple[str, ...]) -> bool:
    """Return whether the letters are beginnings of all the words, one after the other, none of them empty."""
    reached = {0}
    for word in words:
        step = set()
        for at in reached:
            length = 1
            while length <= len(word) and letters[at : at + length] == word[:length]:
                step.add(at + length)
                length += 1
        reached = {at for at in step if at <= len(letters)}
    return len(letters) in reached


def own_house(source: Source, report: Report) -> bool:
    """Return whether a source of a report is its own outlet, or one of its own people: such a layer is no source."""
    if any(_OWN_HOUSE.match(name) for name in (source.name, *source.variants)):
        return {mention.report for mention in source.mentions} <= {report.id}
    if is_outlet(source, report.outlet):
        return True
    writers = report.byline or ""
    return _of_the_outlet(source, report.outlet) or (source.type is SourceType.PERSON and _writes(source, writers))


def _of_the_outlet(source: Source, outlet: str | None) -> bool:
    """Return whether a source is called somebody of this outlet: "the Ledger's Maren Voss", "Ledger reporter Voss"."""
    if not outlet or source.type in {SourceType.AGENCY, SourceType.OUTLET}:
        return False
    called = outlet_names(outlet)
    for name in source.variants:
        for match in re.finditer(r"['’]s? |\breporter\b|\bcorrespondent\b", name):
            if plain(name[: match.start()]) in called:
                return True
    return False


def _writes(source: Source, byline: str) -> bool:
    """Return whether the byline names this person in full."""
    name = person_words(source.name)
    words = words_of(byline)
    return len(name) > 1 and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
