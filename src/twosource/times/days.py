"""Rules for days, months and times of day: "14 September 2023", "13.09.2023", "late on Thursday", "3 p.m. GMT"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from twosource.times import dates, lexicon
from twosource.times.dates import UNRESOLVED, Frame, Value
from twosource.times.lexicon import words
from twosource.times.rules import AFTER, BACK, BEFORE, FORTH, SAME, VAGUE_TURNS, Hit, Read, Rule, fixed, full_year, rule

HOUR_LEADS = lexicon.PREPOSITIONS | frozenset(words("around about past nearly almost to"))
"""Words before "noon" and "midnight" that make them a time of day."""

CLOCK_LEADS = lexicon.PREPOSITIONS | {"around", "about", "of"}
"""Words before bare figures ("at 12:30") that make them a time of day of the report's own date."""

LATE = 5
"""Hours of the night after this one lie before midnight."""

YEAR = timedelta(days=366)
"""Within so many days a weekday may tell which year is meant."""

WEEKDAY_NAMES = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

FIRST_SHORT_YEAR = 1900
"""A date in figures names a year from here on; before it the figures are something else."""

MONTH_LEADS = lexicon.PREPOSITIONS | frozenset(
    words("of to through for last next this past early late mid each every and between as over mid- ended ending")
)
"""Words before a month that could also be a name."""


NO_DAY = "the calendar has no such day"
"""What is noted of "31 June" and of 29 February in a year that has none."""


def _iso(hit: Hit) -> Read | None:
    text = hit.code("i") or ""
    return fixed(text) if dates.start_of(text) else None


def _numeric(hit: Hit) -> Read | None:
    word = hit.word("j")
    parts = word.value if word else None
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if word and "." in word.lower:
        return (
            fixed(dates.day_text(year, second, first))
            if 0 < second <= 12 and first and year > FIRST_SHORT_YEAR
            else None
        )
    day_first = dates.day_text(year, second, first) if 0 < second <= 12 and first else None
    month_first = dates.day_text(year, first, second) if 0 < first <= 12 and second else None
    if day_first and month_first and day_first != month_first:
        return lambda frame: Value(None, note="day or month first")
    return fixed(day_first or month_first)


def _day_of_month(hit: Hit) -> Read | None:
    month, day = int(hit.number("m") or 0), int(hit.number("d") or 0)
    if not 1 <= day <= 31:
        return None
    if not dates.day_text(2000, month, day):
        return lambda frame: Value(None, note=NO_DAY)
    last = int(hit.number("d2") or 0)
    named = hit.word("w")
    number = int(named.value) if named and isinstance(named.value, int | float) else None
    given = full_year(hit, "y") or full_year(hit, "yy")
    if given is not None:
        value = _checked(_days(given, month, day, last), number)
        return lambda frame: value

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        year = dates.day_year(frame.day, month, day, frame.ahead)
        if dates.day_text(year, month, day) is None:  # 29 February: the leap year beside it, if there is one
            year = next((y for y in (year - 1, year + 1) if dates.day_text(y, month, day)), year)
        elif number is not None and not last:
            year = _fitting(frame.day, year, month, day, number)
        return replace(_checked(_days(year, month, day, last), number), anchored=True)

    return read


def _fitting(here: date, year: int, month: int, day: int, number: int) -> int:
    """Return the year in which a day falls on the weekday that is named with it: ``year`` or one within a year."""
    for other in (year, year - 1, year + 1):
        text = dates.day_text(other, month, day)
        if text and date.fromisoformat(text).weekday() == number and abs(date.fromisoformat(text) - here) < YEAR:
            return other
    return year


def _checked(text: str | None, number: int | None) -> Value:
    """Return a date as a value: uncertain where another weekday is named with it, none where there is no such day."""
    if text is None:
        return Value(None, note=NO_DAY)
    day = dates.start_of(text)
    if number is None or day is None or "/" in text or day.weekday() == number:
        return Value(text)
    return Value(text + "?", note=f"the day was a {WEEKDAY_NAMES[day.weekday()]}")


def _days(year: int, month: int, day: int, last: int) -> str | None:
    first = dates.day_text(year, month, day)
    if not last or first is None:
        return first
    end = dates.day_text(year, month, last)
    return f"{first}/{end}" if end and end > first else None


def _month(hit: Hit) -> Read | None:
    month = int(hit.number("m") or 0)
    early = hit.lower("e") or ""
    if hit.word("y"):
        return fixed(dates.day_text(full_year(hit, "y") or 0, month), early)
    word, turn = hit.word("m"), hit.lower("l")
    nextword = hit.near(0)
    named = hit.before() not in MONTH_LEADS or (nextword and nextword.capital and nextword.letter == ".")
    if word and word.letter == "m" and not (turn or early) and named:
        return None
    shift = {"last": -1, "this": 0, "next": 1}.get(hit.lower("l2") or "")
    if turn in SAME | VAGUE_TURNS:
        return None

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        year = frame.day.year + shift if shift is not None else dates.month_year(frame.day, month, frame.ahead, turn)
        return Value(dates.day_text(year, month), anchored=True, note=early)

    return read


def _weekday(hit: Hit) -> Read | None:
    number, turn = int(hit.number("w") or 0), hit.lower("l")
    note = hit.code("p") or hit.lower("e") or ""
    shift = {"last": -7, "this": 0, "next": 7}.get(hit.lower("l2") or "")
    if turn in SAME | VAGUE_TURNS:
        return None
    earlier = hit.near(-2)
    ends = hit.before() in ("to", "through", "until", "till", "-") and earlier is not None and earlier.letter in "Ww"
    limit = hit.before() in ("until", "till")

    def read(frame: Frame) -> Value:
        here, ahead = frame.day, frame.ahead
        if turn in BEFORE | AFTER or ends:  # "the following Friday" is counted from the day told before
            here = dates.start_of(frame.previous) if frame.previous and len(frame.previous) >= 10 else None
        if here is None:
            return UNRESOLVED
        day = (
            dates.shift_days(here, shift + number - here.weekday())
            if shift is not None
            else dates.weekday(here, number, ends or (limit and ahead is None) or ahead, turn)
        )
        return Value(day.isoformat() if day else None, anchored=True, note=note)

    return read


def _day_word(hit: Hit) -> Read | None:
    distance = int(hit.number("t") or 0)
    note = hit.code("p") or ("TNI" if hit.lower("t") == "tonight" else hit.lower("e") or "")
    if hit.lower("e") in ("before", "after") or (hit.match[0] == "t" and _of_a_name(hit)):
        return None

    def read(frame: Frame) -> Value:
        day = dates.shift_days(frame.day, distance) if frame.day else None
        return Value(day.isoformat() if day else None, anchored=True, note=note)

    return read


def _of_a_name(hit: Hit) -> bool:
    """Return whether "Today" with a capital follows an abbreviation in capitals: a paper, a programme."""
    word, previous, earlier = hit.word("t"), hit.near(-1), hit.near(-2)
    if word is None or previous is None or not word.capital or word.start - previous.end != 1:
        return False
    name, before = (hit.line.text[one.start : one.end] if one else "" for one in (previous, earlier))
    return name.isalpha() and len(name) > 1 and name.isupper() and not (before.isupper() and before.isalpha())


def _part_of_day(hit: Hit) -> Read | None:
    turn, part = hit.lower("l") or hit.lower("g") or "", hit.code("p") or ""
    if turn in VAGUE_TURNS:
        return None

    def read(frame: Frame) -> Value:
        day = frame.day
        if turn in BEFORE | AFTER | SAME or (turn in FORTH):
            day = dates.start_of(frame.previous) if frame.previous and len(frame.previous) >= 10 else None
        distance = -1 if turn in BEFORE | BACK else 1 if turn in AFTER | FORTH else 0
        day = dates.shift_days(day, distance) if day else None
        return Value(day.isoformat() if day else None, anchored=True, note=part)

    return read


def clock_text(hit: Hit) -> str | None:
    """Return the time of day of a match as ISO 8601 with its zone: ``T14:23``, ``T15``, ``T08:00Z``."""
    word = hit.word("k")
    value = word.value if word else None
    if not isinstance(value, tuple):
        return None
    hour, minute = value[0], value[1]
    joint, other = hit.near(0), hit.near(1)
    if joint and other and joint.letter in "&-" and other.letter == "K" and isinstance(other.value, tuple):
        afternoon = other.value[0] >= 12 and not set("ap") & set(word.lower if word else "")
        hour += 12 if afternoon and hour + 12 <= other.value[0] else 0  # "between 1:30 and 4 p.m."
    return f"T{hour:02d}:{max(minute, 0):02d}" + (hit.code("z") or "")


def _hour(hit: Hit) -> Read | None:
    """Read "four o'clock" and "4 in the morning"; without a part of the day the half of it stays open."""
    hour, part = int(hit.number("n") or 0), hit.code("p") or hit.code("p2") or ""
    if not 1 <= hour <= 12:
        return None
    late = part in ("TAF", "TEV") or (part == "TNI" and hour > LATE)
    text = f"T{hour % 12 + 12 * late:02d}:00" if part else ""

    def read(frame: Frame) -> Value:
        day = (frame.previous or "")[:10]
        if len(day) < 10 or "/" in day:
            day = frame.day.isoformat() if frame.day and frame.alone else ""
        return Value(day + text if day and text else None, anchored=True, note=text)

    return read


def _clock(hit: Hit) -> Read | None:
    text = clock_text(hit)
    word = hit.word("k")
    if text is None or word is None or hit.before() == "|":  # "| 0:38" is the length of a film
        return None
    if word.lower in lexicon.NAMED_HOURS and not hit.word("z"):  # "high noon", "midnight blue"
        following = hit.near(0)
        if hit.before() not in HOUR_LEADS and (following is None or following.letter not in "WwtMmi,"):
            return None

    late = word.lower == "midnight"  # the first or the last hour of the day
    told = hit.word("z") or hit.before() in CLOCK_LEADS or set("apn") & set(hit.lower("k") or "")

    def read(frame: Frame) -> Value:
        day = (frame.previous or "")[:10]
        if len(day) < 10 or "/" in day:  # no day in the paragraph: that of the report, if none else has been told
            sure = told and frame.alone and not late
            day = frame.day.isoformat() if frame.day and sure else ""
        return Value(day + text if day else None, anchored=True, note=text)

    return read


DAYS: tuple[Rule, ...] = (
    rule("date", r"(?:[Ww],?)?(?P<i>I)", _iso),
    rule("date", r"(?:[Ww],?)?(?P<j>J)", _numeric),
    rule("date", r"(?:(?P<w>[Ww]),?)?(?P<m>[Mm])T?(?P<d>[DO])(?:,?(?P<y>[Yy]))?", _day_of_month),
    rule("date", r"(?:(?P<w>[Ww]),?)?T?(?P<d>[DO])[o-]?(?P<m>[Mm])(?:[,-]?(?P<y>[Yy])|-(?P<yy>[DN]))?", _day_of_month),
    rule("date", r"(?P<m>[Mm])(?P<d>[DO])[-&](?P<d2>[DO])(?:,?(?P<y>[Yy]))?", _day_of_month),
    rule("date", r"(?P<d>[DO])[-&](?P<d2>[DO])o?(?P<m>[Mm])(?:,?(?P<y>[Yy]))?", _day_of_month),
    rule("month", r"(?:(?P<e>E)-?)?(?P<m>[Mm])[,o]?(?P<y>[Yy])", _month),
    rule("month", r"(?:(?P<e>E)-?)?(?:T?(?P<l>L))?(?P<m>[Mm])(?:,?o?T?(?P<l2>L)(?P<u>U))?", _month),
    rule("day", r"(?P<e>E)?(?:T?L?(?P<l>L))?E?(?P<w>W)(?P<p>P)?(?:,?o?(?P<l2>L)U)?", _weekday),
    rule("day", r"(?:(?P<e>E)-?)?(?:(?P<p>P)(?=t))?(?P<t>t)", _day_word),
    rule("day", r"(?P<e>E)?(?P<t>t)(?P<p>P)", _day_word),
    rule("day", r"(?P<e>E)?T?E?(?P<l>L)E?(?P<p>P)", _part_of_day),
    rule("day", r"T(?P<p>P)(?P<g>G)", _part_of_day),
    rule("clock", r"(?P<k>K)(?P<z>z)?", _clock),
    rule("clock", r"(?P<n>[DN])(?:c(?:iT(?P<p>P))?|iT(?P<p2>P))", _hour),
)
"""Rules for days, months and times of day."""
