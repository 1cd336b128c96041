"""Ages of one person and sizes of one thing that differ, wherever they are told: "Wick, 34", "a 30m-high tower"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from twosource.claims.told import Told
from twosource.differences.comparing import COPIES
from twosource.differences.context import Contexts
from twosource.differences.finding import Finding, detail
from twosource.differences.scene import Scene
from twosource.differences.words import CHILDREN, DIMENSIONS, MORE_MEASURES, SIZED
from twosource.likeness.names import Named
from twosource.likeness.thesaurus import akin
from twosource.likeness.words import APPROXIMATIONS, MEASURES, NUMBER_WORDS
from twosource.model import Strength, Token
from twosource.times.dates import start_of

OLDEST = 115
"""Most years of an age."""
SHARED = {"age": 3, "size": 2}
"""Meaning words and names in common from which "a girl of six" and "a girl of seven" are one girl, and a thing one
thing."""
MOST_VALUES = 3
"""Most ages of girls, or sizes of towers, in a story; with more there are several of them."""
MOST = 150
"""Most ages, or sizes, of a story that are compared: 11,000 pairs."""
BIRTHDAY_DAYS = 20
"""Days between two reports from which a year of difference may be a birthday."""
BIRTHDAY = 1
"""Years by which two ages may differ where a report has no date."""
SLACK = 0.08
"""Share by which two sizes may differ: one may be rounded, or come from another unit."""
HOLDER_WORDS = 4
"""Words behind an age or a size within which its holder stands: "a 6-year-old local girl"."""
FULL_NAME = 2
"""Least words of a name that tells one person from another."""
AGE, SIZE = "age", "size"

_NUMBER = r"(?P<number>\d{1,3}|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)"
_OLD = re.compile(rf"(?<![\w.,-]){_NUMBER}[- ]years?[- ]old\b", re.IGNORECASE)
_COMMA = re.compile(r"(?<=, )(?P<number>\d{1,3})(?=[,.)]|$)")
_SIZE = re.compile(
    r"(?<![\w.,$€£-])(?P<number>\d{1,6}(?:,\d{3})?(?:\.\d{1,2})?)(?P<gap>[- ]?)(?P<unit>[A-Za-z]{1,10})\b"
    rf"(?:[- ](?P<way>{'|'.join(sorted(DIMENSIONS))})\b)?"
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An age (in years) or a size (in base units) of a holder, a noun or a full name, and the piece that tells it.

    ``way`` is the dimension that is told ("deep"), "" where none is.
    """

    item: int
    what: str
    value: float
    text: str
    noun: str
    name: Named | None = None
    way: str = ""

    def same_holder(self, other: Attribute) -> bool:
        """Return whether both may be of one holder, by its name or its noun."""
        if self.name is not None or other.name is not None:
            return self.name is not None and other.name is not None and self.name.agrees(other.name)
        if self.way and other.way and self.way != other.way:
            return False
        both = {self.noun, other.noun}
        return akin(self.noun, other.noun) or (both <= CHILDREN and both != {"boy", "girl"})


def attributes(scene: Scene) -> Iterator[Finding]:
    """Find ages and sizes of one holder that differ between two reports."""
    contexts = Contexts(scene)
    groups: dict[tuple[str, bool], list[Attribute]] = defaultdict(list)
    copies: Counter[tuple[int, str]] = Counter()
    for number, item in enumerate(scene.items):
        for one in (*_ages(number, item, _tokens(scene, item)), *_sizes(number, item, _tokens(scene, item))):
            copies[id(item.unit), one.text] += 1
            if copies[id(item.unit), one.text] <= COPIES:
                groups[one.what, one.name is not None].append(one)
    for (what, _), own in sorted(groups.items()):
        for a, b in combinations(own[:MOST], 2):
            if _pull(scene, contexts, own, a, b):
                words = f"another {what} ({a.name.surface if a.name else a.noun})"
                found = detail(scene, a.item, b.item, "figure", (a.text, b.text), Strength.MEDIUM, words)
                values = frozenset({round(a.value), round(b.value)} if what == AGE else {a.value, b.value})
                yield replace(found, topic=(what, a.name.key[-1], values) if a.name else (what, values))


def _pull(scene: Scene, contexts: Contexts, own: list[Attribute], a: Attribute, b: Attribute) -> bool:
    here, there = scene.items[a.item], scene.items[b.item]
    if here.report == there.report or not a.same_holder(b) or not _apart(scene, a, b):
        return False
    if a.name is not None:
        return True
    if len({round(one.value, 1) for one in own if one.same_holder(a)}) > MOST_VALUES:
        return False
    one, other = contexts(a.item, whole=True), contexts(b.item, whole=True)
    return one.one_time(other) and one.one_place(other) and one.shared(other) >= SHARED[a.what]


def _apart(scene: Scene, a: Attribute, b: Attribute) -> bool:
    """Return whether two values cannot both be right; a year may be a birthday, a size may be rounded."""
    gap = abs(a.value - b.value)
    if a.what == SIZE:
        return gap > SLACK * max(a.value, b.value)
    days = [start_of(scene.report(scene.items[one.item].report).date or "") for one in (a, b)]
    if days[0] and days[1]:
        between = abs((days[0] - days[1]).days)
        return gap > (between + 365 - BIRTHDAY_DAYS) // 365
    return gap > BIRTHDAY


def _tokens(scene: Scene, item: Told) -> list[tuple[int, Token]]:
    """Return the tokens of a piece with their offsets in it."""
    paragraph = scene.paragraph(item.span)
    if paragraph is None:
        return []
    start, end = item.span.start - paragraph.start, item.span.end - paragraph.start
    return [(t.start - start, t) for t in paragraph.parse.tokens if start <= t.start and t.end <= end]


def _ages(number: int, item: Told, tokens: list[tuple[int, Token]]) -> Iterator[Attribute]:
    text = item.span.text
    for found in _OLD.finditer(text):
        value = _value(found["number"])
        if value is not None and value <= OLDEST:
            noun = _holder(tokens, found.end()) or (item.unit.agent.lemma if _is_told(tokens, found.start()) else "")
            if noun:
                yield Attribute(number, AGE, value, found[0], noun)
    for found in _COMMA.finditer(text):
        name = _name_before(item, text, found.start() - 2)
        if name is not None and float(found["number"]) <= OLDEST:
            yield Attribute(number, AGE, float(found["number"]), f"{name.surface}, {found[0]}", "", name)


def _name_before(item: Told, text: str, end: int) -> Named | None:
    """Return the full name that ends there; places and bodies have no age."""
    for name in item.unit.names:
        if len(name.key) >= FULL_NAME and name.kind in {"person", ""} and text[:end].endswith(name.surface):
            return name
    return None


def _value(word: str) -> float | None:
    low = word.lower()
    if low.isdigit():
        return float(low)
    tens, _, ones = low.partition("-")
    if tens in NUMBER_WORDS and (not ones or ones in NUMBER_WORDS):
        return float(NUMBER_WORDS[tens] + (NUMBER_WORDS[ones] if ones else 0))
    return None


def _holder(tokens: list[tuple[int, Token]], end: int) -> str:
    """Return the noun behind an age or a size, before any mark: "6-year-old local girl"."""
    noun = ""
    for _, token in [one for one in tokens if one[0] >= end][:HOLDER_WORDS]:
        if noun and (token.pos == "PROPN" or token.lemma in {"name", "call"}):
            return ""  # of somebody who has a name
        if token.pos == "NOUN":
            noun = "" if token.lemma in {"male", "female"} else token.lemma
        elif token.text == "-" or (token.pos in {"ADJ", "PROPN", "NUM"} and not noun):
            continue
        else:
            break
    return noun


def _is_told(tokens: list[tuple[int, Token]], start: int) -> bool:
    """Return whether "is" stands right before: "the tower was (about) 30 metres high"."""
    before = [token for offset, token in tokens if offset < start]
    while before and before[-1].text.lower() in APPROXIMATIONS | {"only", "just"}:
        before.pop()
    return bool(before) and before[-1].lemma == "be"


def _sizes(number: int, item: Told, tokens: list[tuple[int, Token]]) -> Iterator[Attribute]:
    for found in _SIZE.finditer(item.span.text):
        unit, way = found["unit"].lower(), found["way"] or ""
        measure = MEASURES.get(unit) or MEASURES.get(unit.removesuffix("s")) or MORE_MEASURES.get(unit)
        measure = MEASURES["foot"] if unit == "feet" else measure
        if measure is None or measure[0] not in {"length", "weight"}:
            continue
        noun = _holder(tokens, found.end())
        if not noun and way and _is_told(tokens, found.start()):
            noun = item.unit.agent.lemma
        if noun and (way or noun in SIZED or (found["gap"] == "-" and unit != "m")):
            value = float(found["number"].replace(",", "")) * measure[1]
            yield Attribute(number, SIZE, value, found[0], noun, way=way or measure[0] * (measure[0] == "weight"))
