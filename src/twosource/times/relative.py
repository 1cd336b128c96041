"""Rules for what is counted from another time: "three days ago", "last week", "the day before", "the end of the month".

The words that name no date ("now", "recently") and those that recur ("every Tuesday") stand here too.
"""

from __future__ import annotations

from twosource.times import dates, lexicon
from twosource.times.dates import UNRESOLVED, Frame, Value
from twosource.times.lengths import APPROXIMATION, COUNT, RANGE, count_of, length_of, plural
from twosource.times.rules import AFTER, BACK, BEFORE, FORTH, HERE, SAME, Hit, Read, Rule, rule

STOPS = frozenset({"", ",", ".", ";", ":", ")", "\n", '"', "”", "—", "and", "but", "when", "in", "at", "on", "by"})
"""What may follow "three days before" where it stands alone, without "the vote"."""


def _ago(hit: Hit) -> Read | None:
    count, unit, turn = count_of(hit), hit.code("u") or "", hit.lower("g") or ""
    if turn in ("before", "after", "prior", "afterwards") and hit.after() not in STOPS:
        return None
    if turn in ("early", "late", "mid") or hit.after() == "than":
        return None
    sign = -1 if turn in BEFORE or turn == "ago" else 1
    narrative = turn in BEFORE | AFTER
    if count is None:
        return lambda frame: Value(None, length=length_of(None, unit), note="PAST_REF" if sign < 0 else "FUTURE_REF")

    def read(frame: Frame) -> Value:
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
    edge = hit.near(-2)
    if hit.before() == "of" and edge is not None and edge.letter == "B":
        early = early or "part"
    if unit in ("D", "W", "M") and not early and hit.before() not in ("of", "for", "during", "in", "over", "on"):
        return None
    return lambda frame: Value(
        _latest(frame, unit) if frame.day and (early or unit == "WE") else None, anchored=True, note=early
    )


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


def _year_ago(hit: Hit) -> Read | None:
    if hit.code("u") != "Y" or hit.lower("g") not in ("ago", "earlier"):
        return None
    unit = "Q" if hit.code("u2") == "Q" else "Y"

    def read(frame: Frame) -> Value:
        return Value(dates.unit_text(frame.day, unit, -4 if unit == "Q" else -1) if frame.day else None, anchored=True)

    return read


def _period(hit: Hit) -> Read | None:
    turn = hit.lower("l")
    back = turn == "last" or hit.code("u") == "Y"
    if not back and (turn is not None or hit.line.words[hit.match.start() + 1].lower != "latest"):
        return None

    def read(frame: Frame) -> Value:
        return Value(dates.unit_text(frame.day, "Y", -1) if frame.day and back else None, anchored=True)

    return read


def _year_period(hit: Hit) -> Read | None:
    if plural(hit.lower("u")):
        return None  # "the 2000 years" are counted
    text = dates.day_text(int(hit.number("y") or 0))
    return (lambda frame: Value(text)) if text else None


def _vague(hit: Hit) -> Read | None:
    word = hit.lower("v") or ""
    if word == "then":
        if hit.before() not in ("until", "since", "by", "till", "from"):
            return None
        return lambda frame: Value(frame.previous, anchored=True)
    if word in ("soon", "shortly") and hit.after() in ("after", "before"):
        return None
    if (hit.match[0] == "TL" and word != "past") or (
        word in ("soon", "shortly") and "as" in (hit.before(), hit.after())
    ):
        return None
    note = "PRESENT_REF" if word in lexicon.PRESENT else "FUTURE_REF" if word in lexicon.AHEAD else "PAST_REF"
    return lambda frame: Value(None, note=note)


def _recurring(hit: Hit) -> Read | None:
    return lambda frame: Value(None, note="recurring")


RELATIVE: tuple[Rule, ...] = (
    rule("point", rf"{APPROXIMATION}{COUNT}{RANGE}(?:&a(?P<h>h))?F?-?(?P<u>U)\+?-?(?P<g>[GE])", _ago),
    rule("point", r"(?P<e>E)?(?P<the>T)?(?P<l>L)F?(?P<u>U)", _turned),
    rule("point", r"T(?P<u>U)(?P<g>[GE])", _day_before),
    rule("point", r"(?:(?P<e>E)i)?TF?(?P<u>U)", _the_unit),
    rule("point", r"(?P<u>U)(?:s|-)?(?P<b>B)", _year_end),
    rule("point", rf"{APPROXIMATION}a(?P<n>N)?-?(?P<u>U)&N(?!U)", _or_two),
    rule("point", r"(?:T(?=U-[GE][FO-]{0,4}[UZ]))?(?P<u>U)-(?P<g>[GE])F?-?(?:O-?)?(?P<u2>[UZ])?", _year_ago),
    rule("point", r"T[LF]Z(?:o?(?P<l>L)U|a(?P<u>U)[GE])?", _period),
    rule("point", r"T(?P<y>Y)F?(?:Z|(?P<u>U))", _year_period),
    rule("vague", r"(?P<v>V)", _vague),
    rule("vague", r"T(?P<v>L)", _vague),
    rule("recurring", r"R(?:[NDO])?(?:F?U|W|M|P|S)(?!-)", _recurring),
)
"""Rules for times that are counted from another."""
