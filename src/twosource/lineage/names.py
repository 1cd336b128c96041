"""Names of outlets, agencies and writers as they are compared: by their words, never by spelling alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from twosource.stories.words import normal

Name = tuple[str, ...]
"""A name's words in lower case, without those that every credit line has."""

PART = r"[A-Z](?:[\w&'’-]|\.(?=\w)){0,40}"
NAME = re.compile(rf"(?<![\w'’.&-]){PART}(?:[ ]{PART}){{0,5}}")
"""A name as it is written: up to six words that each begin with a capital."""
_WORD = re.compile(r"\w+")
_CREDIT_WORDS = """
a additional all and by contributed copyright credit editing edited for from in of on please photo published reporting
permissions reserved rights source terms text the this to use visit website with writing written
"""
_EMPTY = frozenset(_CREDIT_WORDS.split())
REMEMBERED = 65_536
"""Comparisons of two names that are kept in memory."""


def name_in(text: str) -> Name:
    """Return a name as it is compared: its words in lower case, without those that every credit line has."""
    return tuple(word for word in _WORD.findall(normal(text)) if word not in _EMPTY)


@lru_cache(maxsize=REMEMBERED)
def same(a: Name, b: Name) -> bool:
    """Return whether two names are one: equal, one the initials of the other, one the start of the other, a domain."""
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short == long or (len(short) > 1 and long[: len(short)] == short):
        return True
    for name, other in ((a, b), (b, a)):
        if "".join(name) in other and (len(name) > 1 or other[0] == "www"):
            return True
    return len(short) == 1 and 1 < len(long) == len(short[0]) and "".join(word[0] for word in long) == short[0]


class Names:
    """Many names, so indexed that those which are :func:`same` as one are found without comparing all."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by: dict[tuple[str, str], set[Name]] = defaultdict(set)
        for name in names:
            for key in _own_keys(name):
                self._by[key].add(name)

    def like(self, name: Name) -> frozenset[Name]:
        """Return the names that are this one."""
        found = {it for key in _asked_keys(name) for it in self._by.get(key, ())}
        return frozenset(it for it in found if same(name, it))


def _own_keys(name: Name) -> Iterator[tuple[str, str]]:
    whole = "".join(name)
    yield "whole", whole
    yield "start", " ".join(name[:2])
    yield "initials", "".join(word[0] for word in name)
    for word in set(name):
        yield "word", word


def _asked_keys(name: Name) -> Iterator[tuple[str, str]]:
    """Yield the keys under which a name that is this one must stand: the ways of :func:`same`, each both ways."""
    whole = "".join(name)
    yield "start", " ".join(name[:2])
    for kind in ("whole", "word", "initials"):
        yield kind, whole
    yield "whole", "".join(word[0] for word in name)
    for word in set(name):
        yield "whole", word
