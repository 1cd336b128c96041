"""Rules for what is counted from another time: "three days ago", "last week", "the day before", "the end of the month".

The words that name no date ("now", "recently") and those that recur ("every Tuesday") stand here too.
"""

from __future__ import annotations

from twosource.times import dates, lexicon
from twosource.times.dates import UNRESOLVED, Frame, Value
from twosource.times.lengths import APPROXIMATION, COUNT, RANGE, a_rate, count_of, length_of, plural
from twosource.times.lexicon import words
from twosource.times.periods import COMPARED, ENDED, PERIODS, the_quarter, the_year
from twosource.times.rules import AFTER, BACK, BEFORE, FORTH, HERE, SAME, Hit, Read, Rule, rule

BESIDE = frozenset(words("before after since until when to leading following preceding"))
"""After "in the week" these tell that another time is meant than that of the report."""

THEREAFTER = frozenset({"after", "before", "afterward", "afterwards", "thereafter"})
"""After "soon" these name another time to count from."""

HOLDS = frozenset({"of", "for", "during", "in", "over", "on"})
"""Words before "the day", "the week", "the month" that make it a time."""

STOPS = frozenset({"", ",", ".", ";", ":", ")", "\n", '"', "”", "—", "and", "but", "when", "in", "at", "on", "by"})
"""What may follow "three days before" where it stands alone, without "the vote"."""


def _ago(hit: Hit) -> Read | None:
    count, unit, turn = count_of(hit), hit.code("u") or "", hit.lower("g") or ""
    if turn in ("before", "after", "prior", "afterwards") and hit.after() not in STOPS:
        return None
    if turn in ("early", "late", "mid") or hit.after() == "than" or "-" in hit.match[0][-2:]:
        return None  # "a year-ago loss" is read without its article
    sign = -1 if turn in BEFORE or turn == "ago" else 1
    narrative = turn in BEFORE | AFTER
    if count is None:
        return lambda frame: Value(None, length=length_of(None, unit), note="PAST_REF" if sign < 0 else "FUTURE_REF")

    compared = unit == "Y" and count == 1 and sign < 0 and hit.compares()

    def read(frame: Frame) -> Value:
        if compared and frame.period:
            return Value(dates.years_from(frame.period, -1), anchored=True, note=COMPARED)
        day = dates.start_of(frame.previous) if narrative else None
        if day is None and (not narrative or unit in ("Y", "E", "C")):
            day = frame.day
        if day is None:
            return UNRESOLVED
        return Value(dates.moved(day, unit, sign * count), anchored=True)

    return read


def _turned(hit: Hit) -> Read | None:
    turn, unit, early = hit.lower("l") or "", hit.code("u") or "", hit.lower("e") or ""
    if turn in ("that", "this", "same") and plural(hit.lower("u")):
        return None
    if turn in ("those", "these") or plural(hit.lower("u")):
        note = "PAST_REF" if turn in BACK | BEFORE else "FUTURE_REF" if turn in FORTH else ""
        return lambda frame: Value(None, length=length_of(None, unit), note=note)
    if unit.startswith("T"):
        return None
    the = hit.word("the") is not None
    if turn == "past" and unit != "WE":
        return lambda frame: Value(
            dates.interval_text(frame.day, unit, -1) if frame.day else None, anchored=True, length=length_of(1, unit)
        )
    narrative = turn in BEFORE | AFTER | SAME or (turn == "next" and the and unit == "D")
    count = -1 if turn in BACK | BEFORE else 1 if turn in FORTH | AFTER else 0
    if turn == "recent" or (turn == "latest" and unit not in ("Q", "W", "M", "Y")):
        return None

    def read(frame: Frame) -> Value:
        day = frame.day
        if day and unit == "WE" and turn in HERE and frame.ahead is False and day.weekday() < 4:
            return Value(dates.unit_text(day, unit, -1), anchored=True)  # "this weekend" told in the past on a Monday
        if narrative:
            day = dates.start_of(frame.previous) or (frame.day if unit == "Y" else None)
        return Value(dates.unit_text(day, unit, count) if day else None, anchored=True, note=early)

    return read


def _day_before(hit: Hit) -> Read | None:
    turn, unit = hit.lower("g") or "", hit.code("u") or ""
    if hit.after() not in STOPS or turn not in BEFORE | AFTER or unit.startswith("T"):
        return None
    sign = -1 if turn in BEFORE else 1

    def read(frame: Frame) -> Value:
        day = dates.start_of(frame.previous)
        return Value(dates.unit_text(day, unit, sign) if day else None, anchored=True)

    return read


def _the_unit(hit: Hit) -> Read | None:
    unit, early = hit.code("u") or "", hit.lower("e") or ""
    if plural(hit.lower("u")) or unit not in ("WE", "Y", "Q", "W", "M", "D") or hit.after() in ("of", "that", "-"):
        return None
    if unit == "Q" and not early:
        return the_quarter(hit)
    if unit == "Y" and not early and (hit.after() in ENDED or hit.line.words[hit.match.start() + 1].lower == "full"):
        return the_year(hit)
    edge, beyond = hit.near(-2), hit.near(1)
    if hit.after() in ("before", "after") and beyond is not None and beyond.letter in "HWwtDMm":
        return None  # "the week before Christmas" is one
    if hit.before() == "of" and edge is not None and edge.letter == "B":
        early = early or "part"
    closing = unit == "D" and hit.before() in ("end", "ends", "ended", "ending", "close", "closed", "closing")
    if unit in ("D", "W", "M") and not (early or closing) and hit.before() not in HOLDS:
        return None
    if unit in ("D", "W") and hit.after() not in BESIDE and (closing or hit.before() in ("for", "in") or early):
        return _this_one(unit, early)
    return lambda frame: Value(
        _latest(frame, unit) if frame.day and (early or unit == "WE") else None, anchored=True, note=early
    )


def _this_one(unit: str, early: str) -> Read:
    """Return the day or week that the paragraph told of last, else that of the report: "it ended the day lower"."""

    def read(frame: Frame) -> Value:
        exact = frame.previous is not None and len(frame.previous) >= 10 and "/" not in frame.previous
        day = (dates.start_of(frame.previous) if exact else None) or frame.day
        return Value(dates.unit_text(day, unit, 0) if day else None, anchored=True, note=early)

    return read


def _latest(frame: Frame, unit: str) -> str | None:
    if frame.day is None:
        return None
    started = frame.day.weekday() >= 5 or frame.ahead
    return dates.unit_text(frame.day, unit, 0 if unit != "WE" or started else -1)


def _year_end(hit: Hit) -> Read | None:
    unit = hit.code("u") or ""
    if unit not in ("Y", "M", "W") or hit.lower("b") != "end":
        return None
    return lambda frame: Value(dates.unit_text(frame.day, unit, 0) if frame.day else None, anchored=True, note="end")


def _or_two(hit: Hit) -> Read | None:
    length = length_of(None, hit.code("u") or "")
    return lambda frame: Value(None, length=length)


def _vague(hit: Hit) -> Read | None:
    word = hit.lower("v") or ""
    if word == "then":
        if hit.before() not in ("until", "since", "by", "till", "from"):
            return None
        return lambda frame: Value(frame.previous, anchored=True)
    if word in ("soon", "shortly") and hit.after() in THEREAFTER:
        return None
    following = hit.near(0)
    counted = following is not None and following.letter in "NDYqx"
    if (hit.match[0] == "TL" and (word != "past" or counted)) or (
        word in ("soon", "shortly") and "as" in (hit.before(), hit.after())
    ):
        return None
    note = "PRESENT_REF" if word in lexicon.PRESENT else "FUTURE_REF" if word in lexicon.AHEAD else "PAST_REF"
    told = "PAST_REF" if word in ("soon", "shortly") else note  # "he was soon released"
    return lambda frame: Value(None, note=told if frame.ahead is False else note)


def _recurring(hit: Hit) -> Read | None:
    unit = hit.code("u")
    count = hit.number("n") or 1.0
    length = length_of(count, unit) if unit else "P1W" if hit.word("w") else "P1D" if hit.word("p") else "P1Y"
    return lambda frame: Value(None, note="recurring", length=length)


def _often(hit: Hit) -> Read | None:
    if not a_rate(hit) or plural(hit.lower("u")):
        return None
    length = length_of(1.0, hit.code("u") or "")
    return lambda frame: Value(None, note="recurring", length=length)


def _from_day(hit: Hit) -> Read | None:
    """Read "a week from Friday", "two weeks from today"."""
    number, count = hit.number("w") or 0.0, hit.number("n") or 1.0
    word = hit.word("w")
    if hit.line.words[hit.match.end() - 2].lower != "from" or word is None or hit.code("u") not in ("D", "W", "F"):
        return None

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        if word.letter == "t":
            day = dates.shift_days(frame.day, int(number))
        else:
            day = dates.weekday(frame.day, int(number), True, None)
        return Value(dates.moved(day, hit.code("u") or "", count) if day else None, anchored=True)

    return read


def _each(hit: Hit) -> Read | None:
    if (hit.capital() and hit.match[0] == "v" and hit.lower("v") in lexicon.EACH) or hit.before() == "average":
        return None  # a newspaper's name; "the average daily volume"
    length = length_of(1.0, hit.code("v") or "")
    return lambda frame: Value(None, note="recurring", length=length)


RELATIVE: tuple[Rule, ...] = (
    rule("point", rf"{APPROXIMATION}{COUNT}{RANGE}(?:&a(?P<h>h))?F?-?(?P<u>U)\+?-?(?P<g>[GE])", _ago),
    rule("point", r"(?P<e>E)?(?P<the>T)?(?P<l>L)F?(?P<u>U)", _turned),
    rule("point", r"T(?P<u>U)(?P<g>[GEL])", _day_before),
    rule("point", r"(?:(?P<e>E)i)?TF?(?P<u>U)", _the_unit),
    rule("point", r"(?P<u>U)(?:s|-)?(?P<b>B)", _year_end),
    rule("point", rf"{APPROXIMATION}a(?P<n>N)?-?(?P<u>U)&N(?!U)", _or_two),
    rule("vague", r"(?P<v>V)", _vague),
    rule("vague", r"T(?P<v>L)", _vague),
    rule("recurring", r"R(?P<n>[NDO])?(?:F?(?P<u>U)|(?P<w>W)P?|(?P<m>M)|(?P<p>P)|S)(?!-)", _recurring),
    rule("recurring", r"(?P<v>v)", _each),
    rule("recurring", r"a(?P<u>U)", _often),
    rule("point", r"(?P<n>[aN])(?P<u>U)i(?P<w>[Wt])", _from_day),
    *PERIODS,
)
"""Rules for times that are counted from another."""
