"""Figures with their units, and dates, as they stand in a stretch of text: 10,000, ten thousand and 10k are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.likeness.words import (
    APPROXIMATIONS,
    CURRENCIES,
    MEASURES,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ORDINALS,
    RELATIVE_DAYS,
    SHORT_MONTHS,
    WEEKDAYS,
)
from twosource.model import Token

ROUNDING = 0.05
"""Share by which two figures may differ where one of them is said to be approximate."""
CONVERSION = 0.03
"""Share by which two figures in different units of one measure may differ (10 km, 6.2 miles)."""

_DIGITS = re.compile(
    r"(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,10})?)(st|nd|rd|th|k|m|mn|bn|b|tn|%|km|kg|am|pm)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts or measures.

    ``value`` is in base units where ``measure`` is one of the measures of ``words.MEASURES``, so that 60 minutes is an
    hour. ``measure`` is otherwise ``money <currency>``, ``ordinal``, ``count <what is counted>`` or ``count``.
    """

    value: float
    measure: str
    text: str
    unit: str = ""
    rounded: bool = False

    def agrees(self, other: Figure) -> bool:
        """Return whether the two figures can be the same number."""
        if self.measure.startswith("money") and other.measure.startswith("money") and self.measure != other.measure:
            return False
        gap = abs(self.value - other.value)
        largest = max(abs(self.value), abs(other.value))
        if gap <= 1e-9 * largest:
            return True
        if self.rounded or other.rounded:
            return gap <= ROUNDING * largest
        return self.unit != other.unit and self.measure == other.measure and gap <= CONVERSION * largest

    def comparable(self, other: Figure) -> bool:
        """Return whether the two figures say how much of the same kind of thing: if they differ, they contradict."""
        return self.measure.split(" ")[0] == other.measure.split(" ")[0]


@dataclass(frozen=True, slots=True)
class Dates:
    """The calendar words of a stretch: what is said, not what it resolves to."""

    weekdays: frozenset[str] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()  # (month, day)
    months: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    clock: frozenset[tuple[int, int]] = frozenset()
    relative: frozenset[str] = frozenset()

    def differences(self, other: Dates) -> tuple[tuple[str, str], ...]:
        """Return the pairs of calendar words that cannot both be right."""
        pairs: tuple[tuple[frozenset[object], frozenset[object]], ...] = (
            (frozenset(self.weekdays), frozenset(other.weekdays)),
            (frozenset(self.days), frozenset(other.days)),
            (frozenset(self.months), frozenset(other.months)),
            (frozenset(self.years), frozenset(other.years)),
            (frozenset(self.clock), frozenset(other.clock)),
            (frozenset(self.relative), frozenset(other.relative)),
        )
        return tuple((_told(a), _told(b)) for a, b in pairs if a and b and not a & b)


def _told(values: frozenset[object]) -> str:
    return ", ".join(sorted("-".join(map(str, v)) if isinstance(v, tuple) else str(v) for v in values))


def _number(text: str) -> tuple[float, str] | None:
    """Return a token's value and suffix ("10k" → 10, "k"), or None where it is no number."""
    word = text.lower()
    if word in NUMBER_WORDS:
        return float(NUMBER_WORDS[word]), ""
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in NUMBER_WORDS and ones in NUMBER_WORDS:
            return float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones]), ""
    found = _DIGITS.fullmatch(word)
    return (float(found[1].replace(",", "")), (found[2] or "").lower()) if found else None


def _is_year(tokens: Sequence[Token], at: int, value: float) -> bool:
    token = tokens[at]
    if not (re.fullmatch(r"\d{4}", token.text) and 1800 <= value <= 2100):
        return False
    if any(_month(near) is not None for near in tokens[max(at - 3, 0) : at]):
        return True  # "13 September 2011", "May 3, 2011"
    before = tokens[at - 1].text.lower() if at else ""
    return before not in CURRENCIES and token.dep not in {"nummod", "quantmod"}


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
        if (number is None and not bare) or pronoun or _dated(tokens, at):
            at += 1
            continue
        figure, at = _figure(tokens, counted, at, number or (1.0, ""))
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _figure(
    tokens: Sequence[Token], counted: Sequence[str | None], at: int, number: tuple[float, str]
) -> tuple[Figure | None, int]:
    """Read one figure from token ``at``; return it (None for a year) and the index after it."""
    first = at
    value, suffix = number
    if suffix in {"st", "nd", "rd", "th"}:
        return Figure(value, "ordinal", tokens[at].text), at + 1
    if _is_year(tokens, at, value):
        return None, at + 1
    if tokens[at].text.lower() not in MULTIPLIERS:
        at += 1
    value *= MULTIPLIERS.get(suffix, 1.0)
    while at < len(tokens):
        word = tokens[at].text.lower()
        more = _number(word)
        if word in MULTIPLIERS and len(word) > 2:
            value *= MULTIPLIERS[word]
        elif more and word in NUMBER_WORDS and value >= 20 and NUMBER_WORDS[word] < 10 and value % 10 == 0:
            value += more[0]  # "twenty five", "one hundred five"
        elif not (word == "-" and at + 1 < len(tokens) and tokens[at + 1].text.lower() in NUMBER_WORDS):
            break
        at += 1
    before = tokens[first - 1].text.lower() if first else ""
    rounded = before in APPROXIMATIONS or (first > 1 and tokens[first - 2].text.lower() in APPROXIMATIONS)
    shown = " ".join(token.text for token in tokens[first:at])
    unit, after = _unit(tokens, at, before, suffix)
    if unit in MEASURES:
        measure, size = MEASURES[unit]
        return Figure(value * size, measure, f"{shown} {unit}", unit, rounded), after
    if unit:
        return Figure(value, f"money {unit}", f"{shown} {unit}", unit, rounded), after
    thing = next((counted[i] for i in range(first, at) if counted[i]), None)
    if thing in MEASURES:
        measure, size = MEASURES[thing]
        return Figure(value * size, measure, f"{shown} {thing}", thing, rounded), at
    if thing in CURRENCIES:
        return Figure(value, f"money {CURRENCIES[thing]}", f"{shown} {thing}", CURRENCIES[thing], rounded), at
    return Figure(value, f"count {thing}" if thing else "count", shown, thing or "", rounded), at


def _unit(tokens: Sequence[Token], at: int, before: str, suffix: str) -> tuple[str, int]:
    """Return the unit that a number's neighbours name ("" for none), and the index after it."""
    if before in CURRENCIES:
        return CURRENCIES[before], at
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


def _month(token: Token) -> int | None:
    word = token.text.lower().rstrip(".")
    if not token.text[:1].isupper():
        return None
    if word in SHORT_MONTHS:
        return SHORT_MONTHS[word]
    if word in MONTHS and not (word in {"may", "march"} and token.pos in {"AUX", "VERB"}):
        return MONTHS.index(word) + 1
    return None


def _day(token: Token) -> int | None:
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", token.text.lower())
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the number at ``at`` is the day of a month ("13 September", "Sept. 13") or a clock time."""
    if _CLOCK.fullmatch(tokens[at].text) and ":" in tokens[at].text:
        return True
    near = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return _day(tokens[at]) is not None and any(_month(token) is not None for token in near)


def dates(tokens: Sequence[Token]) -> Dates:
    """Return the calendar words of a run of tokens."""
    weekdays, days, months, years = set(), set(), set(), set()
    clock, relative = set(), set()
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if word in WEEKDAYS:
            weekdays.add(word)
        elif word in RELATIVE_DAYS:
            relative.add("today" if word == "tonight" else word)
        elif (month := _month(token)) is not None:
            months.add(month)
            for near in (at - 1, at + 1):
                if 0 <= near < len(tokens) and (day := _day(tokens[near])) is not None:
                    days.add((month, day))
        elif time := _CLOCK.fullmatch(token.text):
            if ":" in token.text:
                clock.add((int(time[1]), int(time[2])))
        elif re.fullmatch(r"\d{4}", word) and _is_year(tokens, at, float(word)):
            years.add(int(word))
    return Dates(
        frozenset(weekdays), frozenset(days), frozenset(months), frozenset(years), frozenset(clock), frozenset(relative)
    )
