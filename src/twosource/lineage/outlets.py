"""What an outlet may be called, and whether a name in a text is one: "Selm Post" is read at selmpost.example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from twosource.sources.names import words_of
from twosource.sources.vocabulary import AGENCY_NAMES, AGENCY_PHRASES, OUTLET_NAMES, PAPER_NAMES

ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
"""Words of a description that tell nothing of whom it describes."""
SUFFIXES = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})
"""Second parts of a domain that belong to its end: "paper.co.uk", "paper.com.au"."""
HOUSES = frozenset({"ac", "edu", "gov"})
"""Parts of a domain that tell an institution's own site: what it publishes of itself is nobody else's report."""
SHORTEST = 3
"""Least letters of a domain's name that can stand for a name of several words ("npost" for "North Post")."""
_WHOLE_PARTS = 4
"""Least letters of the last word of a name that its short form must give in full, if it is no initialism."""
REMEMBERED = 65_536
"""Comparisons of a name with an outlet that are kept in memory."""


def plain(name: str) -> str:
    """Return a name's words as one, without articles: "The Ollvik Ledger" → "ollvikledger"."""
    return "".join(word for word in words_of(name) if word not in ARTICLES)


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


def short_for(short: str, name: str) -> bool:
    """Return whether a word is made of the beginnings of a name's words: "oltimes" of "The Old Lane Times", "olt".

    The last word is given in full, or every word by its first letter.
    """
    return _short_for(short, tuple(word for word in words_of(name) if word not in ARTICLES))


def _short_for(short: str, words: tuple[str, ...]) -> bool:
    if len(words) < 2 or len(short) < SHORTEST or short[0] != words[0][0]:
        return False
    if short == "".join(word[0] for word in words):
        return True
    last = words[-1]
    if len(last) < _WHOLE_PARTS or not short.endswith(last):
        return False
    return _beginnings(short[: -len(last)], words[:-1])


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


@lru_cache(maxsize=REMEMBERED)
def is_called(outlet: str, name: str) -> bool:
    """Return whether a name in a text, or its end or beginning, is this outlet's: "Friday's Selm Post" is Selm Post.

    One of two letters must be written in capitals: a domain is no reason to take "Go" for it.
    """
    called = outlet_names(outlet)
    keys, runs = _forms(name)
    if keys & called or any(_short_for(short, run) for short in called for run in runs):
        return True
    return is_institution(outlet) and not called.isdisjoint(word for run in runs for word in run)


class Outlets:
    """The outlets of many reports, so indexed that a name is compared with the few that it may be."""

    def __init__(self, outlets: Iterable[str]) -> None:
        self._by: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, frozenset[str]] = {}
        for outlet in outlets:
            for short in outlet_names(outlet):
                self._by[short].add(outlet)
                self._by[_ending(short)].add(outlet)

    def called(self, name: str) -> frozenset[str]:
        """Return the outlets that a name in a text is the name of."""
        if name not in self._known:
            keys, runs = _forms(name)
            asked = {*keys, *(word for run in runs for word in run)}
            for run in runs:
                asked |= {_ending(run[-1]), "".join(word[0] for word in run)}
            self._known[name] = frozenset(it for key in asked for it in self._by.get(key, ()) if is_called(it, name))
        return self._known[name]


def _ending(word: str) -> str:
    return f"…{word[-_WHOLE_PARTS:]}"


@lru_cache(maxsize=4_096)
def _forms(name: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return each beginning and each end of a name, as one word and as its words without articles."""
    words = name.split()
    ends, beginnings = [words[at:] for at in range(len(words))], [words[:at] for at in range(1, len(words))]
    keys, runs = set(), []
    for part in (*ends, *beginnings):
        run = tuple(word for word in words_of(" ".join(part)) if word not in ARTICLES)
        if run:
            runs.append(run)
            if len("".join(run)) >= SHORTEST or all(word.isupper() for word in part):
                keys.add("".join(run))
    return frozenset(keys), tuple(runs)


def is_institution(outlet: str) -> bool:
    """Return whether an outlet is an institution's own site, by its domain: what it tells is its own."""
    labels = outlet.lower().split(".")
    return " " not in outlet and len(labels) > 1 and not HOUSES.isdisjoint(labels[-2:])


def is_press(name: str) -> bool:
    """Return whether a name is an outlet's or an agency's by its own words: "The Selm Post", "Orrin News Agency"."""
    words = [word for word in words_of(name) if word not in ARTICLES]
    if len(words) < 2:
        return bool(words) and words[0] in AGENCY_NAMES | OUTLET_NAMES
    told = f" {' '.join(words)} "
    return words[-1] in PAPER_NAMES or any(f" {phrase} " in told for phrase in AGENCY_PHRASES)
