"""Rules for a part of a longer time: "the last week of March", "the first Monday in May", "the final quarter of 2009".

A week belongs to the month that its Thursday lies in, as ISO 8601 does it for weeks and years.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from twosource.times import dates
from twosource.times.dates import FIRST_YEAR, LAST_YEAR, UNRESOLVED, Frame, Value
from twosource.times.lengths import length_of, plural
from twosource.times.rules import Hit, Read, Rule, full_year, rule

LAST = frozenset({"last", "final", "closing"})
FIRST = frozenset({"first", "opening"})
"""Words for the ends of a longer time, beside the ordinals."""

THURSDAY = 3
SATURDAY = 5

DAYS_OF = {"W": THURSDAY, "WE": SATURDAY}
"""The weekday that tells which month a week, a weekend belongs to."""


def _month_of(hit: Hit, frame: Frame) -> tuple[int, int] | None:
    """Return year and month of the longer time where it is a month, None where it cannot be told."""
    number = hit.number("m")
    if number is None:
        return (frame.day.year, frame.day.month) if frame.day else None
    given = full_year(hit, "y")
    if given is None and frame.day is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}.get(hit.lower("l2") or "")
    if given is None and frame.day is not None:
        here = frame.day
        given = here.year + shift if shift is not None else dates.month_year(here, int(number), frame.ahead, None)
    return (given, int(number)) if given is not None and FIRST_YEAR < given < LAST_YEAR else None


def _which(hit: Hit) -> int | None:
    """Return 1, 2, 3 … for the first, second, third …, -1 for the last; None for another word."""
    word = hit.lower("o") or ""
    if word in LAST | FIRST:
        return -1 if word in LAST else 1
    number = hit.number("o")
    return int(number) if number is not None else None


def _day_of_month(month: tuple[int, int], which: int, weekday: int | None) -> date | None:
    """Return the first, second … last day of a month, or the first … last such weekday in it."""
    count = calendar.monthrange(*month)[1]
    days = [date(*month, number) for number in range(1, count + 1)]
    fitting = [day for day in days if weekday is None or day.weekday() == weekday]
    at = which - 1 if which > 0 else which
    return fitting[at] if at < len(fitting) else None


def _of_month(hit: Hit) -> Read | None:
    which, unit = _which(hit), hit.code("u") or ""
    named = hit.number("w")
    if which is None or plural(hit.lower("u")) or (named is None and unit not in ("D", "W", "WE")):
        return None
    if hit.word("m") is None and hit.code("u2") != "M":
        return None

    def read(frame: Frame) -> Value:
        month = _month_of(hit, frame)
        if month is None:
            return UNRESOLVED
        weekday = int(named) if named is not None else DAYS_OF.get(unit)
        day = _day_of_month(month, which, weekday)
        text = None if day is None else day.isoformat()
        if day is not None and unit == "WE":
            text = dates.weekend_text(day)
        elif day is not None and unit == "W":
            text = dates.week_text(day)
        return Value(text, anchored=hit.word("y") is None)

    return read


def _of_year(hit: Hit) -> Read | None:
    which, unit, year = _which(hit), hit.code("u") or "", int(hit.number("y") or 0)
    if which is None or plural(hit.lower("u")) or not FIRST_YEAR < year < LAST_YEAR:
        return None
    last = {"D": 365 + calendar.isleap(year), "M": 12, "Q": 4, "h": 2}.get("h" if hit.word("h") else unit)
    if last is None:
        return None
    number = which if which > 0 else last
    if number > last:
        return None
    text = dates.quarter_text(year, number) if unit == "Q" else dates.day_text(year, number)
    if unit == "D":
        text = (date(year, 1, 1) + timedelta(days=number - 1)).isoformat()
    elif hit.word("h"):
        text = f"{year:04d}-{39 + number}"
    return lambda frame: Value(text)


def _some_of_year(hit: Hit) -> Read | None:
    """Read "the last three months of 2009": an interval of its months, or what its words count."""
    which, unit, count = _which(hit), hit.code("u") or "", int(hit.number("n") or 0)
    months = {"M": 1, "Q": 3}.get(unit, 0) * count
    if which not in (1, -1) or not 0 < count <= 12:
        return None
    length = length_of(float(count), unit)
    if not 0 < months < 12:
        return lambda frame: Value(length, length=length)
    given, shift = full_year(hit, "y"), {"last": -1, "this": 0, "next": 1}.get(hit.lower("l") or "this")
    if shift is None:
        return lambda frame: Value(length, length=length)

    def read(frame: Frame) -> Value:
        if given is None and frame.day is None:
            return Value(None, anchored=True, length=length)
        year = given if given is not None else (frame.day.year if frame.day else 0) + shift
        first, last = (1, months) if which == 1 else (13 - months, 12)
        text = f"{dates.day_text(year, first)}/{dates.day_text(year, last)}" if dates.day_text(year, 1) else None
        return Value(text, anchored=given is None, length=length)

    return read


WITHIN: tuple[Rule, ...] = (
    rule(
        "point", r"T?(?P<o>[LOf])F?(?:(?P<u>U)|(?P<w>W))[oi]E?-?(?P<m>[Mm])(?:,?o?(?P<y>Y)|oT?(?P<l2>L)U)?", _of_month
    ),
    rule("point", r"T?(?P<o>[LOf])F?(?:(?P<u>U)|(?P<w>W))[oi]T(?P<u2>U)", _of_month),
    rule("point", r"T?(?P<o>[LOf])F?(?:(?P<u>U)|(?P<h>h))oF?(?P<y>Y)", _of_year),
    rule("duration", r"T?(?P<o>[LOf])x?(?P<n>[ND])F?-?(?P<u>U)o(?:F?(?P<y>Y)|T?(?P<l>L)F?U|TF?U)", _some_of_year),
)
"""Rules for parts of a month and of a year."""
