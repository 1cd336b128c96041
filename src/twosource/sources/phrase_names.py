"""The proper name inside a phrase: "Ivo Brandt" of "trade minister Ivo Brandt", "TNA" of "the TNA news agency"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.sources import vocabulary as lists
from twosource.sources.cutting import Range, Word, role_of, singular
from twosource.sources.names import is_initialism

_SURNAMED = frozenset({"mr", "mrs", "ms", "miss", "dr", "dame", "sir"})
"""Titles that a surname follows at once."""
_AGENCIES = frozenset({"agency", "service", "wire"})
_NEWS = frozenset({"news", "press", "wire"})
_STATE_RUN = frozenset({"state", "run", "state-run", "state-owned", "press", "wire", "daily", "weekly", "online"})
"""Words between an outlet's name and its kind that say nothing else of it."""
_UNSEEN = 2
"""Most words before a person's name, as the parser sees it, that are taken for the start of the name."""


class NameContext(NamedTuple):
    """What the report knows of its names: where persons and bodies stand, all names, and the words of places."""

    persons: Sequence[Range]
    bodies: Sequence[Range]
    known: frozenset[str]
    places: frozenset[str]

    def whole_body(self, words: list[Word]) -> list[Word]:
        """Return the words where they are an organisation's name with a small word in it: "Citizens for the Lake"."""
        joined = any(word.low in {"for", "of", "to", "and"} for word in words)
        whole = any(start <= words[0].start and words[-1].end == end for start, end in self.bodies) if words else False
        return words if joined and whole and words[0].capital else []

    def inside_body(self, word: Word) -> bool:
        """Return whether a word stands inside an organisation's name, and not at its start."""
        return any(start < word.start and word.end < end for start, end in self.bodies)


def name_tail(words: list[Word], context: NameContext) -> list[Word]:
    """Return the proper name at the end of the words."""
    if not words:
        return []
    for start, end in context.persons:
        inside = [word for word in words if start <= word.start and word.end <= end]
        if (
            len(inside) > 1
            and inside[-1] is words[-1]
            and all(word.capital or word.low in lists.PARTICLES for word in inside)
        ):
            inside = _without_seat(words, inside)
            kept = [word for i, word in enumerate(inside) if i == len(inside) - 1 or not is_title(words, word)]
            return _with_start(words, kept, context)
    if len(words) == 1 and words[0].capital and words[0].low in context.known:
        return words  # a surname that is a role elsewhere: "Dean", "King"
    tail: list[Word] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        joining = word.low in {"of", "for", "on", "and", "the", "a", "&"} and tail
        office = place > 0 and is_title(words, words[place - 1])
        in_body = joining and not office and (context.inside_body(word) or ends_in_body(words[:place]))
        particle = word.low in lists.PARTICLES and tail and not word.capital
        if not (in_body or particle or (word.capital and not is_title(words, word))):
            break
        tail.insert(0, word)
    while tail and not tail[0].capital:
        del tail[0]
    common = len(tail) == 1 and tail[0] is words[0] and tail[0].tag in {"NN", "NNS"} and tail[0].text.istitle()
    if common and tail[0].low not in context.known:
        return []  # a common noun at the start of its sentence
    if tail and not words[-1].capital:
        return []
    if tail and singular(tail[-1]) != tail[-1].low and singular(tail[-1]) in lists.ROLES | lists.DOCUMENTS:
        return []  # a headline's "Torvian Officials"
    return _without_seat(words, tail)


def _without_seat(words: list[Word], name: list[Word]) -> list[Word]:
    """Return a name without the place of the office before it: "Mayor of Kesh Odo Brandt"."""
    at = words.index(name[0]) if len(name) > 1 else 0
    seat = at > 0 and words[at - 1].low == "of" and (at == 1 or is_title(words, words[at - 2]))
    return name[1:] if seat else name


def _with_start(words: list[Word], name: list[Word], context: NameContext) -> list[Word]:
    """Return a person's name with the given name that the parser passed over: "Idor" of "Idor Porrin Lasko".

    The words before it must reach to the start of the phrase or to a title, and none may be a place's, a body's or a
    title's.
    """
    at = words.index(name[0])
    first = at
    while first and at - first < _UNSEEN and _can_be_given(words, words[first - 1], context):
        first -= 1
    whole = first == 0 or is_title(words, words[first - 1])
    return [*words[first:at], *name] if whole else name


def _can_be_given(words: list[Word], word: Word, context: NameContext) -> bool:
    common = lists.GENERAL | lists.HONORIFICS | lists.FORMER | lists.RANKS | lists.POSSESSIVE | lists.DEFINITE
    inside = any(start <= word.start < end for start, end in context.bodies)
    known = word.low in context.known or word.low in context.places
    plain = word.text[:1].isupper() and word.text[1:].islower() and word.tag == "NNP"
    return plain and not (inside or known or word.low in common or is_title(words, word))


def ends_in_body(words: list[Word]) -> bool:
    """Return whether the words end in a body's name that can go on with "of" or "and"."""
    for word in reversed(words):
        if singular(word) in lists.BODIES and word.capital:
            return True
        if not (word.capital or word.low in {"of", "for", "the", "a", "and"}):
            return False
    return False


def named_thing(words: list[Word], context: NameContext) -> list[Word]:
    """Return the name inside "the TNA news agency" or "the Kesh Courier newspaper": a name before its own kind."""
    if not words or words[-1].capital or singular(words[-1]) not in lists.PAPERS | _AGENCIES:
        return []
    run: list[Word] = []
    between: set[str] = set()
    for word in words[:-1]:
        if word.capital and not between and not (word.tag.startswith("JJ") or word.pos == "ADJ"):
            run.append(word)
        elif run and word.low in {"'s", "’s"}:
            return []  # "Torvia's news agency" is owned, not named
        elif run:
            between.add(word.low)
    if not run or is_person(run, context) or not between <= lists.ON_AIR | _STATE_RUN:
        return []  # "the UN health agency" is one of several
    if len(run) > 1:
        return run
    letters = is_initialism(run[0].text) and run[0].low not in lists.TOPICS
    of_news = singular(words[-1]) in _AGENCIES and bool(between & _NEWS)
    return run if letters or (of_news and run[0].low not in context.places) else []


def is_title(words: list[Word], word: Word) -> bool:
    """Return whether a word is a title or a role before a name, and no surname ("Mr King")."""
    place = words.index(word)
    if place and words[place - 1].low in _SURNAMED and word.capital:
        return False
    role, _ = role_of(word.low)
    return word.low in lists.HONORIFICS or role in lists.ROLES or (word.low in lists.PAPERS and not word.capital)


def is_person(words: list[Word], context: NameContext) -> bool:
    """Return whether the words stand inside a name that the parser takes for a person's."""
    return any(start <= words[0].start and words[-1].end <= end for start, end in context.persons)
