"""Dates counted and written: the day that an expression means, as ISO 8601 / EDTF text, without the clock.

Every function takes the day it counts from; where that is None, the answer is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1, 9999
"""The years that the calendar of the standard library knows."""


SOON_MONTHS = 2
"""A day or month that lies so many months ahead in the same year is that one even in a past frame, and a day that lies
so many back even in a frame that looks ahead: of a day almost a year off a report names the year. Not so for months in
the first months of a year, when reports look back on the year gone by."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is resolved by: the anchor day, the tense around it, and the last point in time before it.

    ``ahead`` is True in a frame that looks ahead, False in a past one, None where neither shows.
    ``previous`` is the value of the nearest dated expression before this one in the same paragraph; ``period`` the
    latest quarter or half of a year that the text has reported on so far, which "a year earlier" is compared with;
    ``alone`` says whether the text has named no day before but that of its anchor.
    """

    day: date | None = None
    ahead: bool | None = None
    previous: str | None = None
    period: str | None = None
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means.

    ``text`` is ISO 8601 / EDTF or None; ``anchored`` says whether it was counted from the anchor day; ``length`` is an
    ISO 8601 duration where the expression is one or spans one; ``note`` is what the text cannot carry: a part of the
    day, "early", the kind of a vague word.
    """

    text: str | None
    anchored: bool = False
    length: str | None = None
    note: str = ""


UNRESOLVED = Value(None, anchored=True)
"""An expression that needs a day to count from where there is none."""


def day_text(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return a date as text, as far as it is given; None if the calendar has no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def shift_days(day: date, days: int) -> date | None:
    """Return the day so many days on, None where that leaves the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(year: int, month: int, months: int) -> tuple[int, int] | None:
    """Return year and month so many months on, None where that leaves the calendar."""
    year, month = divmod(12 * year + month - 1 + months, 12)
    return (year, month + 1) if FIRST_YEAR <= year <= LAST_YEAR else None


def week_text(day: date) -> str:
    """Return the ISO week of a day, ``2023-W37``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekend_text(day: date) -> str | None:
    """Return the Saturday and Sunday of the ISO week of a day as an interval."""
    saturday = shift_days(day, 5 - day.weekday())
    sunday = shift_days(day, 6 - day.weekday())
    return f"{saturday.isoformat()}/{sunday.isoformat()}" if saturday and sunday else None


def weekday(day: date, number: int, ahead: bool | None, turn: str | None) -> date | None:
    """Return the day of the week ``number`` (Monday is 0) that a report of ``day`` means.

    Without a turn it is the latest such day up to and with ``day``, in a frame that looks ahead the next one from
    ``day`` on. ``last`` and ``next`` never mean ``day`` itself; ``this`` is the one of the same week.
    """
    back = (day.weekday() - number) % 7
    forth = (number - day.weekday()) % 7
    if turn in ("last", "past", "previous"):
        return shift_days(day, -(back or 7))
    if turn in ("next", "coming", "following", "upcoming"):
        return shift_days(day, forth or 7)
    if turn in ("this", "current"):
        return shift_days(day, number - day.weekday())
    return shift_days(day, forth if ahead else -back)


def month_year(day: date, month: int, ahead: bool | None, turn: str | None) -> int:
    """Return the year of the month that a report of ``day`` means.

    In a past frame it is the latest such month, in one that looks ahead the next; else the nearest to ``day``.
    """
    distance = month - day.month
    if turn in ("last", "past", "previous"):
        return day.year - (distance >= 0)
    if turn in ("next", "coming", "following", "upcoming"):
        return day.year + (distance <= 0)
    if turn in ("this", "current"):
        return day.year
    if ahead is None:
        return day.year - (distance > 6) + (distance < -6)
    if ahead is False and day.month > SOON_MONTHS and 0 < distance <= SOON_MONTHS:
        return day.year
    return day.year + (distance < 0) if ahead else day.year - (distance > 0)


def day_year(day: date, month: int, number: int, ahead: bool | None) -> int:
    """Return the year of the day of a month that a report of ``day`` means: as for a month, but to the day."""
    after = (month, number) > (day.month, day.day)
    near = month - day.month if ahead is False else day.month - month
    if ahead is None or (after is not ahead and 0 <= near <= SOON_MONTHS):
        return month_year(day, month, None, None)
    return day.year + (not after and (month, number) != (day.month, day.day)) if ahead else day.year - after


def unit_text(day: date, unit: str, count: int) -> str | None:
    """Return the unit (its code) that is ``count`` such units from the one with ``day`` in it: "last week" is -1."""
    if unit in ("D", "W", "F", "WE"):
        moved = shift_days(day, count * {"D": 1, "W": 7, "F": 14, "WE": 7}[unit])
        if moved is None:
            return None
        return moved.isoformat() if unit == "D" else weekend_text(moved) if unit == "WE" else week_text(moved)
    if unit in ("M", "Q"):
        pair = shift_months(day.year, day.month, count * (1 if unit == "M" else 3))
        if pair is None:
            return None
        return day_text(*pair) if unit == "M" else quarter_text(pair[0], (pair[1] + 2) // 3)
    year = day.year + count * {"Y": 1, "E": 10, "C": 100}.get(unit, 0)
    if not FIRST_YEAR <= year <= LAST_YEAR or unit not in ("Y", "E", "C"):
        return None
    return f"{year:04d}" if unit == "Y" else f"{year // 10:03d}X" if unit == "E" else f"{year // 100:02d}XX"


def quarter_text(year: int, quarter: int) -> str:
    """Return a quarter of a year in EDTF, where the quarters are 33 to 36."""
    return f"{year:04d}-{32 + quarter}"


def is_period(text: str | None) -> bool:
    """Return whether a value is a quarter or a half of a year."""
    return text is not None and len(text) == 7 and text[:5].endswith("-") and text[5:] in _PERIOD_MONTHS


def years_from(period: str, years: int) -> str | None:
    """Return the same quarter or half so many years on (back where negative)."""
    year = int(period[:4]) + years
    return f"{year:04d}{period[4:]}" if FIRST_YEAR <= year <= LAST_YEAR else None


def interval_text(day: date, unit: str, count: int) -> str | None:
    """Return the interval of ``count`` units from ``day`` on (back where negative), as exact as the unit is."""
    if unit in ("E", "C"):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    if unit == "Q":
        unit, count = "M", 3 * count
    here = unit_text(day, "D" if unit in ("W", "F", "WE") else unit, 0)
    if unit in ("W", "F", "WE"):
        unit, count = "D", count * (14 if unit == "F" else 7)
    there = unit_text(day, unit, count)
    if here is None or there is None:
        return None
    return f"{here}/{there}" if count > 0 else f"{there}/{here}"


def moved(day: date, unit: str, count: float) -> str | None:
    """Return the date so many units from a day on (back where negative), as exact as the unit is."""
    if unit == "F":
        unit, count = "D", 14 * count
    if unit == "W" and count == int(count):
        unit, count = "D", 7 * count
    if unit in ("E", "C") and count == int(count):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    if unit == "Y" and count != int(count):
        unit, count = "M", 12 * count
    if unit == "Q":
        return unit_text(day, "Q", int(count))
    if unit.startswith("T") or count != int(count):
        return day.isoformat() if unit == "TH" and abs(count) < 6 else None
    return unit_text(day, unit, int(count))


def duration_text(count: float, unit: str) -> str:
    """Return so many units as an ISO 8601 duration; a fortnight is two weeks, a decade ten years."""
    scale, code = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "WE": (2, "D")}.get(unit, (1, unit))
    figure = f"{count * scale:g}" if count * scale < 1e6 else f"{count * scale:.0f}"
    return f"PT{figure}{code[1]}" if code.startswith("T") else f"P{figure}{code}"


def start_of(text: str | None) -> date | None:
    """Return the first day of an EDTF date as far as it names one, None for anything else."""
    if text is None:
        return None
    try:
        if len(text) >= 10 and text[4] == "-" and text[7] == "-":
            return date.fromisoformat(text[:10])
        if len(text) == 7 and text[4] == "-" and text[5:].isdigit() and int(text[5:]) <= 12:
            return date(int(text[:4]), int(text[5:]), 1)
        if len(text) == 8 and text[5] == "W":
            return date.fromisocalendar(int(text[:4]), int(text[6:]), 1)
        if len(text) == 4 and text.isdigit():
            return date(int(text), 1, 1)
    except ValueError:
        return None
    return None


def last_day(text: str | None) -> date | None:
    """Return the last day that an EDTF date or interval covers, None for a duration or what names no year."""
    if text is None:
        return None
    text = text.rpartition("/")[2]
    first = start_of(text)
    if first is None:
        return _last_of_code(text)
    if len(text) >= 10:
        return first
    if len(text) == 8:
        return shift_days(first, 6)
    months = 12 if len(text) == 4 else 1
    following = shift_months(first.year, first.month, months)
    return shift_days(date(*following, 1), -1) if following else date.max


_PERIOD_MONTHS = {"33": 3, "34": 6, "35": 9, "36": 12, "40": 6, "41": 12}
"""Last months of the EDTF quarters and halves of a year."""

_LAST_MONTHS = {"21": 5, "22": 8, "23": 11, "24": 12} | _PERIOD_MONTHS
"""Last months of the EDTF seasons, quarters and halves of a year; a winter is counted to its year's end."""


def _last_of_code(text: str) -> date | None:
    if len(text) == 7 and text[4] == "-" and text[:4].isdigit() and text[5:] in _LAST_MONTHS:
        following = shift_months(int(text[:4]), _LAST_MONTHS[text[5:]], 1)
        return shift_days(date(*following, 1), -1) if following and int(text[:4]) else None
    if len(text) == 4 and text.endswith("X"):
        figures = text.rstrip("X")
        return date(int(figures.ljust(4, "9")), 12, 31) if figures.isdigit() else None
    return None
