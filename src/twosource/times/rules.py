"""What every rule is made of: a pattern over class letters, and a reader of the tokens that matched it.

A reader returns what the words mean as a function of the frame, or None where they are something else after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from twosource.times import lexicon
from twosource.times.dates import Frame, Value
from twosource.times.tokens import Line
from twosource.times.word import Word

Read = Callable[[Frame], Value]

BACK = frozenset({"last", "past", "recent", "latest"})
FORTH = frozenset({"next", "coming", "upcoming", "ensuing"})
HERE = frozenset({"this", "current", "present"})
SAME = frozenset({"that", "same"})
BEFORE = frozenset({"previous", "preceding", "before", "earlier", "prior"})
AFTER = frozenset({"following", "after", "later", "afterwards"})
"""Words that turn a unit back, forth or nowhere from the day of speaking; SAME, BEFORE and AFTER turn it from a time
that the text has named before."""

SENTENCE = 40
"""Tokens on either side in which a sentence is searched for its figures."""

ENDS = frozenset({".", "?", "!", "\n", ";"})
"""Tokens that end a sentence."""

VAGUE_TURNS = frozenset({"those", "these", "recent", "latest", "present"})
"""Words that turn a unit and make no date of a weekday, a month, a season."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that matched in a line of tokens."""

    line: Line
    match: re.Match[str]

    def word(self, group: str) -> Word | None:
        """Return the first token of a group, None where the group did not take part."""
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.line.words[at] if at >= 0 and self.match.end(group) > at else None

    def lower(self, group: str) -> str | None:
        """Return the first token of a group in small letters."""
        word = self.word(group)
        return word.lower if word else None

    def number(self, group: str) -> float | None:
        """Return the number of a group's first token."""
        word = self.word(group)
        return float(word.value) if word and isinstance(word.value, int | float) else None

    def code(self, group: str) -> str | None:
        """Return the code of a group's first token: of a unit, a part of the day, a zone."""
        word = self.word(group)
        return word.value if word and isinstance(word.value, str) else None

    def near(self, steps: int) -> Word | None:
        """Return the token so many steps before the match (negative) or from its end on (0 is the next)."""
        at = self.match.start() + steps if steps < 0 else self.match.end() + steps
        return self.line.words[at] if 0 <= at < len(self.line.words) else None

    def glued(self) -> bool:
        """Return whether a hyphen hangs on the match without a space: "1995-model"."""
        following = self.near(0)
        return following is not None and following.letter == "-" and following.start == self.near_end()

    def near_end(self) -> int:
        """Return where the last matched token ends in the text."""
        return self.line.words[self.match.end() - 1].end

    def compares(self) -> bool:
        """Return whether the sentence tells figures of a business: only there "a year ago" is a quarter's."""
        words = self.line.words
        for steps in (range(self.match.start() - 1, -1, -1), range(self.match.end(), len(words))):
            for at in steps[:SENTENCE]:
                if words[at].lower in ENDS:
                    break
                if words[at].lower in lexicon.FIGURES:
                    return True
        return False

    def capital(self) -> bool:
        """Return whether the match begins with a capital inside a sentence."""
        return self.line.words[self.match.start()].capital and self.before() not in ENDS | {""}

    def before(self) -> str:
        """Return the word before the match in small letters, empty at the start."""
        word = self.near(-1)
        return word.lower if word else ""

    def after(self) -> str:
        """Return the word after the match in small letters, empty at the end."""
        word = self.near(0)
        return word.lower if word else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over class letters, the kind of expression it finds, and its reader."""

    kind: str
    pattern: re.Pattern[str]
    read: Callable[[Hit], Read | None]


def rule(kind: str, pattern: str, read: Callable[[Hit], Read | None]) -> Rule:
    """Return a rule with its pattern compiled."""
    return Rule(kind, re.compile(pattern), read)


def fixed(text: str | None, note: str = "") -> Read | None:
    """Return a meaning that no frame changes, None for None."""
    value = Value(text, note=note)
    return (lambda frame: value) if text else None


def full_year(hit: Hit, group: str) -> int | None:
    """Return the year of a group, of two figures the one between 1950 and 2049."""
    number = hit.number(group)
    if number is None:
        return None
    word = hit.word(group)
    if word and word.letter in "YN":
        return int(number)
    return int(number) + (2000 if number < 50 else 1900)
