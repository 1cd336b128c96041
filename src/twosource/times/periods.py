"""Rules for the periods that a business reports on: "the quarter", "the year-ago period", "the year ended March 31".

A report names its quarter once ("third-quarter profit"); what it compares that with ("from $4 million a year earlier")
is the same quarter of another year.
"""

from __future__ import annotations

from twosource.times import dates
from twosource.times.dates import UNRESOLVED, Frame, Value
from twosource.times.lengths import plural
from twosource.times.rules import BACK, Hit, Read, Rule, rule

ENDED = frozenset({"ended", "ending"})
"""After "the quarter" and "the year" these tell when it ends."""

COMPARED = "the same period of another year"
"""What is noted where "a year ago" is compared with the quarter that a text has reported on."""


def the_quarter(hit: Hit) -> Read:
    """Return the quarter that a report is about: that which ends with a month named here, else the one last named."""
    month, year = hit.near(1), hit.near(4)
    number = int(month.value) if month and month.letter in "Mm" and isinstance(month.value, int) else 0
    if hit.after() in ENDED and number % 3 == 0 and number:
        given = int(year.value) if year and year.letter == "Y" and isinstance(year.value, int | float) else None

        def read(frame: Frame) -> Value:
            if given is not None:
                return Value(dates.quarter_text(given, number // 3))
            if frame.day is None:
                return UNRESOLVED
            return Value(dates.quarter_text(dates.month_year(frame.day, number, None, None), number // 3), True)

        return read
    return lambda frame: Value(frame.period, anchored=True)


def the_year(hit: Hit) -> Read:
    """Return the twelve months that end with a month named here, or the full year that a report is about."""
    if hit.after() in ENDED:
        return _months_to(hit)

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        return Value(frame.period[:4] if frame.period else f"{frame.day.year:04d}", anchored=True)

    return read


def _months_to(hit: Hit) -> Read:
    month, day, year = hit.near(1), hit.near(2), hit.near(3)
    number = int(month.value) if month and month.letter in "Mm" and isinstance(month.value, int) else 0
    year = hit.near(4) if year and year.letter == "," else year if day and day.letter == "D" else day
    given = int(year.value) if year and year.letter == "Y" and isinstance(year.value, int | float) else None

    def read(frame: Frame) -> Value:
        if not number or (given is None and frame.day is None):
            return Value(None, anchored=True, length="P1Y")
        last = given or (dates.month_year(frame.day, number, None, None) if frame.day else 0)
        first = dates.shift_months(last, number, -11)
        text = f"{dates.day_text(*first)}/{dates.day_text(last, number)}" if first else None
        return Value(text, anchored=given is None, length="P1Y")

    return read


def _year_ago(hit: Hit) -> Read | None:
    if hit.code("u") != "Y" or hit.lower("g") not in ("ago", "earlier"):
        return None
    quarter, number = hit.code("u2") == "Q", int(hit.number("o") or 0)
    if number > 4 or (number and not quarter):
        return None

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        here = (frame.day.month + 2) // 3
        if number:
            return Value(dates.quarter_text(frame.day.year - 1 - (number > here), number), anchored=True)
        if frame.period:
            return Value(dates.years_from(frame.period, -1), anchored=True, note=COMPARED)
        return Value(dates.unit_text(frame.day, "Q" if quarter else "Y", -5 if quarter else -1), anchored=True)

    return read


def _period(hit: Hit) -> Read | None:
    turn = hit.lower("l") or hit.lower("l2")
    back = turn in BACK or hit.code("u") == "Y"
    if not back and (turn is not None or hit.line.words[hit.match.start() + 1].lower != "latest"):
        return None

    def read(frame: Frame) -> Value:
        if not back:
            return Value(frame.period, anchored=True)
        year = dates.unit_text(frame.day, "Y", -1) if frame.day else None
        month = dates.start_of(frame.previous) if frame.previous and len(frame.previous) == 7 else None
        if month and frame.previous and month.year == int(frame.previous[:4]):
            return Value(dates.day_text(month.year - 1, month.month), anchored=True, note=COMPARED)
        if frame.period:
            return Value(dates.years_from(frame.period, -1), anchored=True, note=COMPARED)
        return Value(year, anchored=True)

    return read


def _year_period(hit: Hit) -> Read | None:
    if plural(hit.lower("u")):
        return None  # "the 2000 years" are counted
    year = int(hit.number("y") or 0)
    text = dates.day_text(year)
    if not text:
        return None
    return lambda frame: Value(f"{year:04d}{frame.period[4:]}", True) if frame.period else Value(text)


def _quarter_ago(hit: Hit) -> Read | None:
    if (hit.code("q"), hit.code("u")) != ("Q", "Y") or plural(hit.lower("q")):
        return None
    return lambda frame: Value(dates.years_from(frame.period, -1) if frame.period else None, True, note=COMPARED)


def _years_quarter(hit: Hit) -> Read | None:
    shift = {"last": -1, "this": 0, "next": 1}.get(hit.lower("l") or "")
    if shift is None or hit.code("u") != "Y" or hit.code("u2") != "Q" or plural(hit.lower("u2")):
        return None

    def read(frame: Frame) -> Value:
        if not frame.period or frame.day is None:
            return Value(str(frame.day.year + shift) if frame.day else None, anchored=True)
        return Value(f"{frame.day.year + shift:04d}{frame.period[4:]}", anchored=True, note=COMPARED)

    return read


PERIODS: tuple[Rule, ...] = (
    rule("point", r"(?:T(?=U-[GE][FO-]{0,4}[UZ]))?(?P<u>U)-(?P<g>[GE])F?-?(?:(?P<o>O)-?)?(?P<u2>[UZ])?", _year_ago),
    rule("point", r"(?P<l>L)(?P<u>U)sF?(?P<u2>U)", _years_quarter),
    rule("point", r"T[LF]Z(?:oT?(?P<l>L)U|(?P<l2>L)U|a(?P<u>U)[GE])?", _period),
    rule("point", r"T(?P<q>U)a(?P<u>U)[GE]", _quarter_ago),
    rule("point", r"T(?P<y>Y)F?(?:Z|(?P<u>U))", _year_period),
)
"""Rules for periods of account."""
