"""Changes to a text: in one thing that matters (another figure, name, day, a "not" …), or in none (a synonym).

People's paraphrase lists hold few pairs that differ in one small thing only, and from them alone a judge learns that
many words in common mean one thing told. Changed copies of their sentences teach it to look at the one word.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from training.judge.change_words import (
    DIGITS,
    FIRST,
    LAST,
    MODALS,
    NEGATED,
    NUMBER_WORDS,
    OPPOSITES,
    SPELLINGS,
)
from twosource.likeness.thesaurus import GROUPS
from twosource.likeness.words import MONTHS, WEEKDAYS

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Swap:
    """Put one word (or run of words) for another, wherever it stands."""

    old: str
    new: str

    def __call__(self, text: str) -> str:
        """Return the text with the new word."""
        return re.sub(rf"(?<![\w.,]){re.escape(self.old)}(?![\w]|[.,]\d)", lambda _: self.new, text)


_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
_NAME = re.compile(r"(?<=[\w,;:”\"')] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}")
_WORD = re.compile(r"[A-Za-z']+")
_NO_NAMES = frozenset(w.capitalize() for w in (*WEEKDAYS, *MONTHS)) | frozenset(
    "The This That These Those His Her Its Their Our And But For With Mr Mrs Ms Dr President".split()
)


def invented_name(chance: random.Random, words: int) -> str:
    """Return a name of so many words that nobody bears."""
    return " ".join(chance.choice(FIRST) + chance.choice(LAST) for _ in range(words))


def _cased(new: str, like: str) -> str:
    return new[:1].upper() + new[1:] if like[:1].isupper() else new


def _pairs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in OPPOSITES.split():
        a, b = pair.split("/")
        found.setdefault(a, []).append(b)
        found.setdefault(b, []).append(a)
    return found


def _alike() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in GROUPS.strip().splitlines():
        group = line.split()
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other != word)
    return found


_OPPOSITE = _pairs()
_ALIKE = _alike()


def figures(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes of a figure, written in digits or as a word."""
    for match in _NUMBER.finditer(text):
        old = match[0].rstrip(",")
        value = float(old.replace(",", ""))
        if not value:
            continue
        if "." in old:
            places = len(old.split(".")[1])
            step = max(0.1, round(value * chance.choice((0.1, 0.3, 0.6)), 1))
            new = f"{value + chance.choice((-1, 1)) * step:,.{places}f}"
        elif 1900 <= value <= 2100:
            new = f"{int(value) + chance.choice((-3, -2, -1, 1, 2, 3))}"
        else:
            step = max(1, int(value * chance.choice((0.1, 0.25, 0.5, 1.0))))
            new = f"{max(1, int(value) + chance.choice((-1, 1)) * step):,}"
        if new != old and not new.startswith("-"):
            yield Swap(old, new)
    for match in _WORD.finditer(text):
        if match[0].lower() in NUMBER_WORDS:
            other = chance.choice([it for it in NUMBER_WORDS if it != match[0].lower()])
            yield Swap(match[0], _cased(other, match[0]))


def names(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes of a name to an invented one."""
    for match in _NAME.finditer(text):
        name = match[0]
        if _NO_NAMES.isdisjoint(name.split()):
            yield Swap(name, invented_name(chance, len(name.split())))


def swapped(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield an exchange of two names that stand apart: who did it, and to whom."""
    found = [m for m in _NAME.finditer(" , " + text) if _NO_NAMES.isdisjoint(m[0].split())]
    for a, b in pairwise(found):
        between = (" , " + text)[a.end() : b.start()].lower()
        if a[0] in b[0] or b[0] in a[0] or not re.search(r"\w{3,}", between.replace("and", "")):
            continue

        def change(it: str, a: str = a[0], b: str = b[0]) -> str:
            return it.replace(a, "\0").replace(b, a).replace("\0", b)

        yield change


def days(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes of a weekday or a month."""
    for names_ in (WEEKDAYS, MONTHS):
        for match in _WORD.finditer(text):
            word = match[0].lower()
            if word in names_ and (word != "may" or match[0] == "May"):
                yield Swap(match[0], _cased(chance.choice([it for it in names_ if it != word]), match[0]))


def negation(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes that put a "not" in, or take it out."""
    for word in NEGATED:
        if re.search(rf"\b{word} not\b", text):
            yield Swap(f"{word} not", word)
        elif re.search(rf"\b{word}\b(?!n't| n't| to\b)", text):
            yield Swap(word, f"{word} {chance.choice(('not', 'not', 'never'))}")
    if re.search(r"\w+n't\b", text):
        yield lambda it: re.sub(r"(\w+)n't\b", r"\1", it)


def modals(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes of how sure or how needed a thing is."""
    for word, others in MODALS.items():
        if re.search(rf"\b{word}\b", text):
            yield Swap(word, chance.choice(others))


def opposites(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes of a word to its opposite, or to another step of the same business."""
    for match in _WORD.finditer(text):
        others = _OPPOSITE.get(match[0].lower())
        if others:
            yield Swap(match[0], _cased(chance.choice(others), match[0]))


def synonyms(text: str, chance: random.Random) -> Iterator[Change]:
    """Yield changes that leave what is told: a synonym, "%" for "percent", a "the" less."""
    for match in _WORD.finditer(text):
        others = _ALIKE.get(match[0])
        if others:
            yield Swap(match[0], chance.choice(others))
    for old, new in SPELLINGS:
        if old in text:
            yield Swap(old, new)
    for match in _NUMBER.finditer(text):
        if match[0] in DIGITS:
            yield Swap(match[0], DIGITS[match[0]])


TELLING = (figures, figures, names, names, swapped, days, negation, modals, opposites, opposites)
"""Kinds of change that make another thing told; those named twice are drawn twice as often."""
SHARED = (figures, names, days)
"""Those that leave a pair as it was when both texts are changed in the same way."""


def changed(text: str, beside: str, chance: random.Random) -> str | None:
    """Return ``text`` with one thing changed, so that it tells another thing than ``beside``; None where none fits.

    What is exchanged stands in both texts, so that leaving it out is no difference.
    """
    for kind in chance.sample(TELLING, len(TELLING)):
        found = [
            change(text)
            for change in kind(text, chance)
            if change(beside) != beside or kind in (negation, modals, swapped)
        ]
        found = [it for it in found if it not in (text, beside)]
        if found:
            return chance.choice(found)
    return None


def changed_in_both(a: str, b: str, chance: random.Random) -> tuple[str, str] | None:
    """Return both texts with the same thing changed in the same way, or None where nothing stands in both."""
    for kind in chance.sample(SHARED, len(SHARED)):
        found = [(change(a), change(b)) for change in kind(a, chance) if change(a) != a and change(b) != b]
        if found:
            return chance.choice(found)
    return None


def reworded(text: str, chance: random.Random) -> str | None:
    """Return ``text`` with one or two words put otherwise, or None where none can be."""
    found = list(synonyms(text, chance))
    if not found:
        return None
    for change in chance.sample(found, min(2, len(found))):
        text = change(text)
    return re.sub(r"  +", " ", text).strip()
