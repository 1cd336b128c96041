"""Rules for what is longer than a month: seasons, quarters, years, decades, centuries, and feasts of the year."""

from __future__ import annotations

from twosource.times import dates, lexicon
from twosource.times.dates import UNRESOLVED, Frame, Value
from twosource.times.lexicon import words
from twosource.times.rules import (
    AFTER,
    BACK,
    BEFORE,
    FORTH,
    HERE,
    SAME,
    VAGUE_TURNS,
    Hit,
    Read,
    Rule,
    fixed,
    full_year,
    rule,
)

YEAR_FROM, YEAR_TO = 1500, 2100
"""Four figures outside these years need "the year" before them, or a month."""

PLAIN_YEAR_FROM, PLAIN_YEAR_TO = 1900, 2040
"""Four figures that may stand as a year without a preposition."""

YEAR_LEADS = lexicon.PREPOSITIONS | frozenset(
    words(
        "of to through for over than between around about early late mid spring summer autumn fall "
        "winter and or fiscal circa"
    )
)
"""Words before a year."""

AGES = frozenset({"his", "her", "their", "my", "your", "our", "its"})
"""Before a decade these mean a decade of a life."""


def _season(hit: Hit) -> Read | None:
    season, turn = int(hit.number("s") or 0), hit.lower("l")
    early = hit.lower("e") or ""
    if hit.word("y"):
        return fixed(f"{full_year(hit, 'y'):04d}-{season}", early)
    if not (turn or early or hit.word("the") or hit.before() in ("in", "by", "since", "until", "during")):
        return None
    if hit.after() == "of" or turn in VAGUE_TURNS:
        return None
    if not turn and not hit.word("the") and not early and hit.lower("s") == "fall":
        return None
    middle = {21: 4, 22: 7, 23: 10, 24: 1}[season]

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        year = dates.month_year(frame.day, middle, frame.ahead, None if turn in SAME else turn)
        return Value(f"{year:04d}-{season}", anchored=True, note=early)

    return read


def _year(hit: Hit) -> Read | None:
    year = full_year(hit, "y") or 0
    word = hit.word("y")
    early = hit.lower("e") or ""
    if hit.word("u"):
        return fixed(dates.day_text(year), early) if hit.lower("u") == "year" and year >= YEAR_FROM else None
    before, after = hit.before(), hit.after()
    if before in ("$", "£", "€", "¥", "#", "+", "/", ".", "no", "nos", "number") or after in ("%", "°", "/"):
        return None
    if hit.glued():
        return None
    following = hit.near(0)
    if after in lexicon.COUNTED or (following and following.letter in "UKM"):
        return None
    licensed = before in YEAR_LEADS or early or hit.word("f")
    if not (YEAR_FROM <= year <= YEAR_TO if licensed else PLAIN_YEAR_FROM <= year <= PLAIN_YEAR_TO):
        return None
    previous = hit.near(-1)
    spoken = word is not None and " " in word.lower
    if (
        not licensed
        and not spoken
        and previous
        and (previous.letter == "-" or (previous.capital and previous.letter == "." and hit.near(-2)))
    ):
        return None
    return fixed(dates.day_text(year), early)


def _short_year(hit: Hit) -> Read | None:
    if hit.before() not in lexicon.PREPOSITIONS | {"of"} or hit.glued():
        return None
    return fixed(f"{full_year(hit, 'y'):04d}")


def _years(hit: Hit) -> Read | None:
    first, last = int(hit.number("y") or 0), int(hit.number("y2") or 0)
    if hit.before() == "-" or hit.glued():
        return None
    if last < 100:
        last += first - first % 100
    if not (YEAR_FROM <= first < last <= YEAR_TO) or last - first > 200 or hit.after() in lexicon.COUNTED:
        return None
    return fixed(f"{first:04d}/{last:04d}")


def _decade(hit: Hit) -> Read | None:
    number = int(hit.number("c") or 0)
    word = hit.word("c")
    figures = bool(word and word.lower[0].isdigit())
    if hit.before() in AGES or (number < 100 and not (hit.word("the") or (word and word.lower[0] == "'"))):
        return None
    if number >= 1000 and not 1500 <= number <= 2100:
        return None
    early = hit.lower("e") or ""
    if figures and number % 100 == 0 and number < 2000:
        return fixed(f"{number // 100:02d}XX", early)
    century = 1900 if number < 100 else 0
    return fixed(f"{(century + number) // 10:03d}X", early)


def _holiday(hit: Hit) -> Read | None:
    word = hit.word("h")
    if not word or not isinstance(word.value, tuple):
        return None
    month, day = word.value
    alone = " " not in word.lower and "day" not in word.lower and not hit.word("l")
    if alone and hit.before() not in lexicon.PREPOSITIONS and not hit.word("y"):
        return None  # "the Christmas lights"
    if hit.word("y"):
        return fixed(dates.day_text(full_year(hit, "y") or 0, month, day))
    turn = hit.lower("l")

    def read(frame: Frame) -> Value:
        if frame.day is None:
            return UNRESOLVED
        year = (
            dates.month_year(frame.day, month, frame.ahead, turn)
            if turn
            else dates.day_year(frame.day, month, day, frame.ahead)
        )
        return Value(dates.day_text(year, month, day), anchored=True)

    return read


def _ordinal(hit: Hit) -> Read | None:
    number, unit, half = int(hit.number("o") or 0), hit.code("u") or "", hit.word("h") is not None
    if unit == "C":
        return (lambda frame: Value(f"{number - 1:02d}XX")) if 1 <= number <= 22 else None
    if not half and unit != "Q":
        return None
    if not 1 <= number <= (2 if half else 4) or (hit.lower("u") or "").endswith("s"):
        return None
    whole = hit.code("u2")
    if (half and not (hit.word("y") or hit.word("l") or whole)) or whole not in (None, "Y"):
        return None
    fixed = hit.number("y")
    shift = {-1: BACK | BEFORE, 1: FORTH | AFTER, 0: HERE}
    turn = hit.lower("l")
    adjective = "-" in hit.match[0]
    move = next((step for step, words in shift.items() if turn in words), None)

    def read(frame: Frame) -> Value:
        if fixed is not None:
            return Value(_part_of_year(int(fixed), number, half))
        if frame.day is None:
            return UNRESOLVED
        year = frame.day.year
        if move is not None:
            year += move
        elif not whole:
            here = (frame.day.month + 2) // 3
            year += (number < here) if frame.ahead and not adjective else -(number > here)
        return Value(_part_of_year(year, number, half), anchored=True)

    return read


def _part_of_year(year: int, number: int, half: bool) -> str:
    return f"{year:04d}-{39 + number}" if half else dates.quarter_text(year, number)


def _short_quarter(hit: Hit) -> Read | None:
    number, fixed = int(hit.number("q") or 0), hit.number("y")
    if fixed is not None:
        return lambda frame: Value(dates.quarter_text(int(fixed), number))
    return lambda frame: (
        Value(dates.quarter_text(frame.day.year - (number > (frame.day.month + 2) // 3), number), anchored=True)
        if frame.day
        else UNRESOLVED
    )


YEARS: tuple[Rule, ...] = (
    rule("season", r"(?P<the>T)?(?:(?P<e>E)-?T?)?(?P<l>L)?(?P<s>S)(?:o?(?P<y>Y))?", _season),
    rule("year", r"(?:(?P<e>E)-?)?(?P<y>Y)", _year),
    rule("year", r"(?P<y>y)", _short_year),
    rule("year", r"T?(?:F?(?P<u>U)(?=[YN])|(?P<f>F))(?P<y>[YN])", _year),
    rule("years", r"(?P<y>Y)-(?P<y2>[YDN])", _years),
    rule("decade", r"(?P<the>T)?(?:(?P<e>E)-?)?(?P<c>C)", _decade),
    rule("day", r"T?(?P<l>L)?(?P<h>H)(?:,?(?P<y>Y))?", _holiday),
    rule("point", r"T?(?P<l>L)(?:U)s?F?-?(?P<o>O)-?(?:(?P<u>U)|(?P<h>h))", _ordinal),
    rule("point", r"(?:T(?!F?-?O-))?(?P<y>Y)?s?F?-?(?P<o>O)-?F?(?:(?P<u>U)|(?P<h>h))", _ordinal),
    rule("point", r"T?F?-?(?P<o>O)-?(?:(?P<u>U)|(?P<h>h))(?:oF?(?P<y>Y)|oT?(?P<l>L)F?U|oTF?(?P<u2>U))", _ordinal),
    rule("point", r"(?P<q>Q)o?(?P<y>Y)?", _short_quarter),
)
"""Rules for years, their parts and their groups."""
