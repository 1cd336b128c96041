"""Figures with their units, as they stand in a stretch of text: 10,000, ten thousand and 10k are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.likeness.calendars import Dates, dated, dates, is_year
from twosource.likeness.words import (
    APPROXIMATIONS,
    CURRENCIES,
    DIMENSIONS,
    LEAST_WORDS,
    MEASURES,
    MOST_WORDS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ORDINALS,
    SIZE_WORDS,
    WEEKDAYS,
)
from twosource.model import Token

__all__ = ["Bound", "Dates", "Figure", "dates", "figures", "sizes"]

ROUNDING = 0.1
"""Share by which two figures may differ where one of them is said to be approximate, and is round: "about 200"."""
NEARLY = 0.05
"""The same where neither is round: "about 214"."""
BEYOND = 0.5
"""Share by which a figure can lie above "more than 200", or below "up to 200"."""
SIZES = 12.0
"""How many dozens, hundreds or thousands "dozens", "hundreds" or "thousands" can be."""
CONVERSION = 0.03
"""Share by which two figures in different units of one measure may differ (10 km, 6.2 miles)."""

_DIGITS = re.compile(
    r"(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,10})?)(st|nd|rd|th|k|m|mn|bn|b|tn|%|km|kg|cm|mm|ft|lb|lbs|mph|kph|am|pm)?",
    re.IGNORECASE,
)


class Bound(StrEnum):
    """What a number is to the figure that it tells: the figure itself, its least, its most, or the size of it."""

    NONE = ""
    LEAST = "least"
    MOST = "most"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts or measures.

    ``value`` is in base units where ``measure`` is one of the measures of ``words.MEASURES``, so that 60 minutes is an
    hour. ``measure`` is otherwise ``money <currency>``, ``ordinal``, ``count <what is counted>`` or ``count``.
    ``bound`` says that the number is the least, the most, or of what size it is ("more than 200", "dozens").
    """

    value: float
    measure: str
    text: str
    unit: str = ""
    rounded: bool = False
    bound: Bound = Bound.NONE

    def agrees(self, other: Figure) -> bool:
        """Return whether the two figures can be the same number."""
        if self.measure.startswith("money") and other.measure.startswith("money") and self.measure != other.measure:
            return False
        gap = abs(self.value - other.value)
        largest = max(abs(self.value), abs(other.value))
        if gap <= 1e-9 * largest:
            return {self.bound, other.bound} != {Bound.LEAST, Bound.MOST}
        if self.bound or other.bound:
            low, high = self._reach()
            least, most = other._reach()
            return low <= most and least <= high
        if self.rounded or other.rounded:
            return gap <= (ROUNDING if self._is_round() or other._is_round() else NEARLY) * largest
        return self.unit != other.unit and self.measure == other.measure and gap <= CONVERSION * largest

    def _reach(self) -> tuple[float, float]:
        """Return the least and the most that the number can be."""
        if self.bound is Bound.LEAST:
            return self.value, self.value * (1 + BEYOND)
        if self.bound is Bound.MOST:
            return self.value * (1 - BEYOND), self.value
        if self.bound is Bound.SIZE:
            return self.value, self.value * SIZES
        slack = self.value * (ROUNDING if self.rounded else 0.0)
        return self.value - slack, self.value + slack

    def _is_round(self) -> bool:
        """Return whether the number as it is written has one or two digits that say something."""
        digits = _DIGITS.match(self.text)
        return digits is None or len(digits[1].replace(",", "").replace(".", "").strip("0")) <= 1

    def comparable(self, other: Figure) -> bool:
        """Return whether the two figures say how much of the same kind of thing: if they differ, they contradict."""
        return self.measure.split(" ")[0] == other.measure.split(" ")[0]


def _number(text: str) -> tuple[float, str] | None:
    """Return a token's value and suffix ("10k" → 10, "k"), or None where it is no number."""
    word = text.lower()
    if word in NUMBER_WORDS:
        return float(NUMBER_WORDS[word]), ""
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in NUMBER_WORDS and ones in NUMBER_WORDS:
            return float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones]), ""
    found = _DIGITS.fullmatch(word) if word[:1].isdigit() else None
    return (float(found[1].replace(",", "")), (found[2] or "").lower()) if found else None


def figures(tokens: Sequence[Token], counted: Sequence[str | None]) -> tuple[Figure, ...]:
    """Return the figures of a run of tokens; ``counted[i]`` is the lemma of what token ``i`` counts, where known."""
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        word = tokens[at].text.lower()
        if word in ORDINALS and tokens[at].pos in {"ADJ", "ADV"}:
            found.append(Figure(ORDINALS[word], "ordinal", tokens[at].text))
        number = _number(word)
        bare = word in MULTIPLIERS and len(word) > 2 and at and tokens[at - 1].lemma in {"a", "next", "last", "past"}
        pronoun = word == "one" and tokens[at].dep != "nummod"
        if (number is None and not bare) or pronoun or dated(tokens, at):
            at += 1
            continue
        figure, at = _figure(tokens, counted, at, number or (1.0, ""))
        if figure is not None:
            found.append(figure)
    return tuple(found)


def sizes(tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """Return what tells only the size of a number: "dozens", "hundreds of people", "tens of thousands"."""
    sized = [at for at, token in enumerate(tokens) if token.text.lower() in SIZE_WORDS]
    return tuple(_of_size(tokens, at) for at in sized if not (at + 2 in sized and tokens[at + 1].text.lower() == "of"))


def _of_size(tokens: Sequence[Token], at: int) -> Figure:
    value = SIZE_WORDS[tokens[at].text.lower()]
    if at >= 2 and tokens[at - 1].text.lower() == "of" and tokens[at - 2].text.lower() in SIZE_WORDS:
        value *= SIZE_WORDS[tokens[at - 2].text.lower()]
    return Figure(value, "count", tokens[at].text, "", False, Bound.SIZE)


def _bound(tokens: Sequence[Token], first: int) -> Bound:
    """Return what the words before a number make of it: "more than", "at least", "up to", "fewer than"."""
    before = tuple(token.text.lower() for token in tokens[max(first - 2, 0) : first])
    before = tuple(word for word in before if word not in CURRENCIES)
    if before[-2:] in LEAST_WORDS or before[-1:] in LEAST_WORDS:
        return Bound.LEAST
    return Bound.MOST if before[-2:] in MOST_WORDS or before[-1:] in MOST_WORDS else Bound.NONE


def _figure(
    tokens: Sequence[Token], counted: Sequence[str | None], at: int, number: tuple[float, str]
) -> tuple[Figure | None, int]:
    """Read one figure from token ``at``; return it (None for a year) and the index after it."""
    first = at
    value, suffix = number
    if suffix in {"st", "nd", "rd", "th"}:
        return Figure(value, "ordinal", tokens[at].text), at + 1
    if is_year(tokens, at, value):
        return None, at + 1
    if tokens[at].text.lower() not in MULTIPLIERS:
        at += 1
    value *= 1.0 if _metres(tokens, at, suffix) else MULTIPLIERS.get(suffix, 1.0)
    before = tokens[first - 1].text.lower() if first else ""
    while at < len(tokens):
        word = tokens[at].text.lower()
        more = _number(word)
        if word in MULTIPLIERS and (len(word) > 2 or before in CURRENCIES):  # "£80 m"
            value *= MULTIPLIERS[word]
        elif more and word in NUMBER_WORDS and value >= 20 and NUMBER_WORDS[word] < 10 and value % 10 == 0:
            value += more[0]  # "twenty five", "one hundred five"
        elif not (word == "-" and at + 1 < len(tokens) and tokens[at + 1].text.lower() in NUMBER_WORDS):
            break
        at += 1
    rounded = before in APPROXIMATIONS or (first > 1 and tokens[first - 2].text.lower() in APPROXIMATIONS)
    bound = _bound(tokens, first)
    shown = " ".join(token.text for token in tokens[first:at])
    unit, after = _unit(tokens, at, before, suffix)
    if unit in MEASURES:
        measure, size = MEASURES[unit]
        return Figure(value * size, measure, f"{shown} {unit}", unit, rounded, bound), after
    if unit:
        return Figure(value, f"money {unit}", f"{shown} {unit}", unit, rounded, bound), after
    thing = next((counted[i] for i in range(first, at) if counted[i] and counted[i] not in WEEKDAYS), None)
    if thing in MEASURES:
        measure, size = MEASURES[thing]
        return Figure(value * size, measure, f"{shown} {thing}", thing, rounded, bound), at
    if thing in CURRENCIES:
        return Figure(value, f"money {CURRENCIES[thing]}", f"{shown} {thing}", CURRENCIES[thing], rounded, bound), at
    return Figure(value, f"count {thing}" if thing else "count", shown, thing or "", rounded, bound), at


def _metres(tokens: Sequence[Token], at: int, suffix: str) -> bool:
    """Return whether "m" is metres: what follows it says which way it is measured ("80m deep", "80m-deep")."""
    written = suffix == "m" or (at < len(tokens) and tokens[at].text == "m")
    first = at + (suffix != "m")
    following = [token.text.lower() for token in tokens[first : first + 2] if token.text != "-"]
    return written and following[:1] != [] and following[0] in DIMENSIONS


def _unit(tokens: Sequence[Token], at: int, before: str, suffix: str) -> tuple[str, int]:
    """Return the unit that a number's neighbours name ("" for none), and the index after it."""
    if before in CURRENCIES:
        return CURRENCIES[before], at
    if _metres(tokens, at, suffix):
        return "metre", at if suffix == "m" else at + 1
    if suffix in MEASURES:
        return suffix, at
    step = at + 1 if at < len(tokens) and tokens[at].text == "-" else at
    if step < len(tokens):
        word, lemma = tokens[step].text.lower(), tokens[step].lemma
        for form in (word, lemma):
            if form in MEASURES:
                return form, step + 1
            if form in CURRENCIES:
                return CURRENCIES[form], step + 1
        if word == "per" and step + 1 < len(tokens) and tokens[step + 1].text.lower() == "cent":
            return "percent", step + 2
    return "", at
