"""When a report was published and updated: from declared stamps and from the lines at its head.

A small explicit grammar, on purpose: general date parsers fill in what an expression does not say from today's clock,
and choose a reading of ``03/04/2024``. Here a date has a day, a month and a year, or it is no date; a numeric date
that can be read in two ways stays unresolved.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ZONES = {
    "z": "Z", "utc": "Z", "gmt": "Z",
    "edt": "-04:00", "est": "-05:00", "mdt": "-06:00", "pdt": "-07:00", "pst": "-08:00",
    "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
"""Names of time zones that mean one offset everywhere; ET, CST, IST and BST do not, and leave a time without one."""
YEARS = (1800, 2199)
"""Years that a report can be of; outside them four digits are something else."""
STAMP_CHARACTERS = 160
"""A longer line is no line of dates."""
PLACE_WORDS = 3
"""Words beside a full date that may name the place of a dateline."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = (
    re.compile(rf"(?<![\d/.-]){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?![\d/-])"),
    re.compile(rf"(?<![\w.]){_DAY}[ -]{{0,2}}(?:of )?{_MONTH},?[ -]{{0,2}}{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<!\w){_MONTH} {{0,2}}{_DAY},? {{0,2}}{_YEAR}", re.IGNORECASE),
)
_NUMERIC = re.compile(rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}")
_NAMED = _MONTH.replace("?P<month>", "?:")
_PARTIAL = re.compile(
    rf"(?<!\w)(?:{_NAMED} {{0,2}}\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {{0,2}}{_NAMED})(?!\w)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.])(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,]\d{1,6})?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour12>\d{1,2}) ?(?P<half12>[ap])\.?m\b\.?"
    r"|(?P<clock>\d{4})(?= ?(?:gmt|utc|hrs|hours)\b))(?![\d:])",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?P<base>utc|gmt)? ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)"
    r"|(?<![a-z])(?P<name>[a-z]{1,4})\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<updated>(?:last |recently )?(?:updated|modified|revised)|last update|update)\b|"
    r"\b(?P<published>(?:first |originally )?(?:published|posted|issued|released|created)|publish(?:ed)? date"
    r"|publication date|date published|pub ?date|date)\b",
    re.IGNORECASE,
)
_HINT = re.compile(rf"\d{{4}}|\d[:.h]\d|\bago\b|\d ?[ap]\.?m\b|{_NAMED}", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three) (?:second|sec|minute|min|hour|hr|day|week|month)s? ago\b", re.IGNORECASE
)
_READ_TIME = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?[ -]read\b|\bhrs\b|\bhours\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:on|at|the|of|and|local time|time|o'clock)\b", re.IGNORECASE)
_DEADLINES = frozenset("by until till before after since from due ends starts begins opens closes expires".split())
"""Words beside a date that make it the date of something told, and no stamp: "By Dec 19, 2031"."""
_CLOCK = re.compile(r"\b\d{4} [A-Z]{2,4}\b")  # "0545 HKT": a time in a second zone
_ZONE_WORD = re.compile(r"\b(?:[A-Z]{2,4}T|UTC|GMT|Z|[A-Z][a-z]+ time)\b")
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(Z"
    r"|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)


class Stamps(NamedTuple):
    """The dates that a line at the head gives: ISO 8601, or None where it gives none that is certain."""

    published: str | None
    updated: str | None


def declared_stamp(value: object) -> str | None:
    """Return a declared date (a string, a date, or seconds since 1970) as ISO 8601, or None where it is no full date.

    Midnight to the second is what stores write for "time not known": it is given as the day alone.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_1970(float(value))
    if isinstance(value, datetime | date):
        value = value.isoformat()
    if not isinstance(value, str):
        return None
    value = value.strip()
    iso = _ISO.match(value)
    if iso:
        year, month, day, hour, minute, second, zone = iso.groups()
        return _joined(_day(int(year), int(month), int(day)), hour, minute, second, _offset(zone), midnight=False)
    return find_stamp(value[:STAMP_CHARACTERS])


def find_stamp(text: str) -> str | None:
    """Return the one full date in a short text, with its time where it has one, as ISO 8601; None if none is sure."""
    day, rest = _take_date(text)
    if day is None:
        return None
    return _with_time(day, rest)


def stamp_line(text: str, place: bool = True) -> Stamps | None:
    """Return the dates of a line that holds nothing but labels, dates and times; None for any other line.

    :param place: up to three capitalised words beside a full date may name a place ("Halden, 3 March 2024").
    """
    if len(text) > STAMP_CHARACTERS or _HINT.search(text) is None:
        return None
    labels = list(_LABEL.finditer(text))
    cuts = [0, *(label.start() for label in labels[1:] if text[: label.start()].strip()), len(text)]
    published = updated = None
    dated = False
    for start, end in pairwise(cuts):
        segment = text[start:end]
        day, rest = _take_date(segment)
        label = _LABEL.search(segment)
        partial = day is None and (_PARTIAL.search(rest) or _NUMERIC.search(rest))
        known = bool(day or partial or _AGO.search(rest) or (label and _TIME.search(rest)))
        if not known or not _nothing_else(rest, place=place and bool(day)):
            return None
        dated = True
        stamp = _with_time(day, rest) if day else None
        if label and label["updated"]:
            updated = updated or stamp
        else:
            published = published or stamp
    return Stamps(published, updated) if dated else None


def _take_date(text: str) -> tuple[date | None, str]:
    """Return the first full date of a text, and the text with that date blanked out."""
    for pattern in _DATES:
        match = pattern.search(text)
        if match:
            month = match["month"]
            number = int(month) if month.isdigit() else 1 + MONTHS.index(month[:3].lower())
            day = _day(int(match["year"]), number, int(match["day"]))
            return day, text[: match.start()] + " | " + text[match.end() :]
    match = _NUMERIC.search(text)
    if match:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        readings = {_day(year, month, day) for day, month in ((first, second), (second, first))} - {None}
        if len(readings) == 1:
            return readings.pop(), text[: match.start()] + " | " + text[match.end() :]
    return None, text


def _nothing_else(rest: str, place: bool) -> bool:
    """Return whether a line has nothing left but what belongs to a stamp; a place only beside a full date."""
    for pattern in (_LABEL, _PARTIAL, _NUMERIC, _AGO, _READ_TIME, _TIME, _WEEKDAY, _CLOCK, _ZONE_WORD, _FILLER):
        rest = pattern.sub(" ", rest)
    rest = re.sub(r"[+-] ?\d{1,2}(?::?\d{2})?(?!\d)", " ", rest)
    words = re.findall(r"[^\s|•·,;:/()\[\]–—.-]+", rest)
    if any(word.casefold() in _DEADLINES for word in words):
        return False
    return not words or (place and len(words) <= PLACE_WORDS and all(word[0].isupper() for word in words))


def _with_time(day: date, rest: str) -> str:
    match = _TIME.search(rest)
    if match is None:
        return day.isoformat()
    if match["clock"]:
        hour, minute = int(match["clock"][:2]), int(match["clock"][2:])
    else:
        hour, minute = int(match["hour"] or match["hour12"]), int(match["minute"] or 0)
    half = (match["half"] or match["half12"] or "").lower()
    if half and not 1 <= hour <= 12:
        return day.isoformat()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _ZONE.search(rest, match.end()) if rest[match.end() :].strip() else None
    offset = ""
    if zone and not rest[match.end() : zone.start()].strip(" (,"):
        if zone["name"]:
            offset = ZONES.get(zone["name"].lower(), "")
        else:
            offset = _offset(f"{zone['sign']}{int(zone['hours']):02}{zone['minutes'] or '00'}")
    return _joined(day, f"{hour:02}", f"{minute:02}", match["second"], offset, midnight=True) or day.isoformat()


def _joined(
    day: date | None, hour: str | None, minute: str | None, second: str | None, offset: str, midnight: bool
) -> str | None:
    if day is None:
        return None
    if hour is None or minute is None:
        return day.isoformat()
    if not midnight and int(hour) == int(minute) == int(second or 0) == 0:
        return day.isoformat()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return day.isoformat()
    return f"{day.isoformat()}T{hour}:{minute}{f':{second}' if second else ''}{offset}"


def _offset(zone: str | None) -> str:
    """Return an offset as ``+hh:mm``, ``Z`` for none from UTC, empty where it is unknown or impossible."""
    if not zone:
        return ""
    if zone in "Zz":
        return "Z"
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 14 or minutes > 59:
        return ""
    return "Z" if hours == minutes == 0 else f"{zone[0]}{hours:02}:{minutes:02}"


def _day(year: int, month: int, day: int) -> date | None:
    if not YEARS[0] <= year <= YEARS[1]:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _since_1970(value: float) -> str | None:
    seconds = value / 1000 if value > 1e11 else value  # above it only milliseconds give a year of this age
    if not 0 < seconds < 7e9:
        return None
    stamp = datetime.fromtimestamp(seconds, UTC)
    return _joined(stamp.date(), f"{stamp:%H}", f"{stamp:%M}", f"{stamp:%S}", "Z", midnight=False)
