"""The calendar words of a stretch: weekdays, days, months, years, clock times, seasons, "last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from twosource.likeness.words import (
    CALENDAR_UNITS,
    CURRENCIES,
    MONTHS,
    RELATIVE_DAYS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
    WHICH,
)
from twosource.model import Token

_MONTH_OF = {word: number for number, word in enumerate(MONTHS, 1)} | SHORT_MONTHS
_PLAIN: dict[str, tuple[str, str]] = (
    {word: ("weekdays", word) for word in WEEKDAYS}
    | {word: ("relative", word) for word in RELATIVE_DAYS}
    | {"tonight": ("relative", "today")}
    | {word: ("seasons", word) for word in SEASONS}
)
"""Words that tell one thing wherever they stand: the field of :class:`Dates`, and the value."""
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, slots=True)
class Dates:
    """The calendar words of a stretch: what is said, not what it resolves to."""

    weekdays: frozenset[str] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()  # (month, day)
    months: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    clock: frozenset[tuple[int, int]] = frozenset()
    relative: frozenset[str] = frozenset()
    seasons: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()  # "last year"

    def differences(self, other: Dates) -> tuple[tuple[str, str], ...]:
        """Return the pairs of calendar words that cannot both be right."""
        pairs: tuple[tuple[frozenset[object], frozenset[object]], ...] = (
            (frozenset(self.weekdays), frozenset(other.weekdays)),
            (frozenset(self.days), frozenset(other.days)),
            (frozenset(self.months), frozenset(other.months)),
            (frozenset(self.years), frozenset(other.years)),
            (frozenset(self.clock), frozenset(other.clock)),
            (frozenset(self.relative), frozenset(other.relative)),
            (frozenset(self.seasons), frozenset(other.seasons)),
            (frozenset(self.spans), frozenset(other.spans)),
        )
        return tuple((_told(a), _told(b)) for a, b in pairs if a - b and b - a)


def _told(values: frozenset[object]) -> str:
    return ", ".join(sorted("-".join(map(str, v)) if isinstance(v, tuple) else str(v) for v in values))


def is_year(tokens: Sequence[Token], at: int, value: float) -> bool:
    """Return whether the number at ``at`` is a year, not a count of something."""
    token = tokens[at]
    if not (re.fullmatch(r"\d{4}", token.text) and 1800 <= value <= 2100):
        return False
    if any(_month(near) is not None for near in tokens[max(at - 3, 0) : at]):
        return True  # "13 September 2011", "May 3, 2011"
    before = tokens[at - 1].text.lower() if at else ""
    return before not in CURRENCIES and token.dep not in {"nummod", "quantmod"}


def _month(token: Token) -> int | None:
    if not token.text[:1].isupper():
        return None
    word = token.text.lower().rstrip(".")
    return None if word in {"may", "march"} and token.pos in {"AUX", "VERB"} else _MONTH_OF.get(word)


def _day(token: Token) -> int | None:
    if not token.text[:1].isdigit():
        return None
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", token.text.lower())
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def dated(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the number at ``at`` is the day of a month ("13 September", "Sept. 13") or a clock time."""
    if ":" in tokens[at].text and _CLOCK.fullmatch(tokens[at].text):
        return True
    near = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return _day(tokens[at]) is not None and any(_month(token) is not None for token in near)


def dates(tokens: Sequence[Token]) -> Dates:
    """Return the calendar words of a run of tokens."""
    found: dict[str, set[Any]] = {field.name: set() for field in fields(Dates)}
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if word in _PLAIN:
            name, value = _PLAIN[word]
            found[name].add(value)
        elif word in CALENDAR_UNITS:
            which = tokens[at - 1].text.lower() if at else ""
            if which in WHICH:
                found["spans"].add(f"{WHICH[which]} {word}")
        elif word[:1].isdigit():
            _numeral(tokens, at, found)
        elif word.rstrip(".") in _MONTH_OF and (month := _month(token)) is not None:
            found["months"].add(month)
            near = (tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens))
            found["days"].update((month, day) for other in near if (day := _day(other)) is not None)
    return Dates(**{name: frozenset(values) for name, values in found.items()})


def _numeral(tokens: Sequence[Token], at: int, found: dict[str, set[Any]]) -> None:
    text = tokens[at].text
    if ":" in text and (time := _CLOCK.fullmatch(text)):
        found["clock"].add((int(time[1]), int(time[2])))
    elif re.fullmatch(r"\d{4}", text) and is_year(tokens, at, float(text)):
        found["years"].add(int(text))
