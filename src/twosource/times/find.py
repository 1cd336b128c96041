"""Time expressions in a text: every rule tried at every token, the longest match taken, neighbours joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.times import lexicon
from twosource.times.dates import Frame, Value, shift_days, start_of, unit_text
from twosource.times.days import DAYS
from twosource.times.lengths import LENGTHS
from twosource.times.relative import RELATIVE
from twosource.times.rules import Hit, Read, Rule
from twosource.times.tokens import Line, tokens
from twosource.times.within import WITHIN
from twosource.times.years import YEARS

RULES: tuple[Rule, ...] = DAYS + YEARS + LENGTHS + RELATIVE + WITHIN
STARTS = frozenset("IJMmWwDOYyTEPLtSKCHFUNqahxVARQvf")
"""Class letters that some rule begins with."""

DATED = frozenset({"date", "month", "day", "season", "year", "point"})
"""Kinds that "the end of" and a part of the day can be joined to."""

DAY_KINDS = frozenset({"date", "day"})
"""Kinds that a clock time can be joined to."""

ROUGHLY = frozenset({"about", "around", "approximately", "roughly"})
"""Words that loosen a point in time and stand inside its core."""

AROUND = {
    "of": frozenset({"week", "weekend"}),
    "before": frozenset({"day", "week"}),
    "after": frozenset({"day", "week"}),
}
"""Units that are counted from a day by the word between: "the week of March 6", "the day after tomorrow"."""

_DAYS = re.compile(r"P(\d{1,3})([DW])")
_COUNTED = re.compile(r"[aND]U")  # not "eight trading days"

POINT_KINDS = DATED | {"years", "decade", "clock"}
"""Kinds whose span takes in the preposition before them."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its range in the text, the start of its core without the preposition, and what it means.

    ``kind`` is that of its rule: date, month, day, clock, season, year, years, decade, point, duration, vague or
    recurring.
    """

    start: int
    core: int
    end: int
    kind: str
    read: Read


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression as a range of tokens, before the preposition is added."""

    first: int
    last: int
    kind: str
    read: Read


def find(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the time expressions of ``text[start:end]`` in order; they never overlap, and none crosses a line end."""
    line = tokens(text, start, end)
    found = _joined(line, _all(line))
    return [_expression(line, item) for item in found]


def _all(line: Line) -> list[_Found]:
    found: list[_Found] = []
    at = 0
    while at < len(line.words):
        best = _best(line, at) if line.letters[at] in STARTS else None
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.last
    return found


def _best(line: Line, at: int) -> _Found | None:
    best: _Found | None = None
    for rule in RULES:
        match = rule.pattern.match(line.letters, at)
        if match is None or (best is not None and match.end() <= best.last):
            continue
        read = rule.read(Hit(line, match))
        if read is not None:
            best = _Found(at, match.end(), rule.kind, read)
    return best


def _expression(line: Line, item: _Found) -> Expression:
    core = line.words[item.first].start
    start = core
    if item.kind in POINT_KINDS and item.first > 0:
        before = line.words[item.first - 1]
        if before.lower in lexicon.PREPOSITIONS:
            start = before.start
    return Expression(start, core, line.words[item.last - 1].end, item.kind, item.read)


def _joined(line: Line, found: list[_Found]) -> list[_Found]:
    """Return the expressions with clock and day, "the end of" and date, part of the day and date as one each."""
    joined: list[_Found] = []
    for item in found:
        item = _with_edge(line, item, joined[-1].last if joined else 0)
        pair = _pair(line, joined[-1], item) if joined else None
        if pair:
            joined[-1] = pair
            continue
        if item.kind in DAY_KINDS:  # "at 10:35 a.m. (0735 GMT) on Friday"
            at = len(joined) - 1
            while at >= 0 and len(joined) - at <= 2 and _in_brackets(line, joined[at], (*joined[at + 1 :], item)[0]):
                joined[at] = replace(joined[at], read=_at_clock(item.read, joined[at].read))
                at -= 1
        joined.append(item)
    return joined


def _in_brackets(line: Line, clock: _Found, following: _Found) -> bool:
    """Return whether a time of day is told twice, once in brackets, before what follows it."""
    between = line.letters[clock.last : following.first]
    return clock.kind == "clock" and between in ("(", ")", ")i", "),")


def _pair(line: Line, first: _Found, second: _Found) -> _Found | None:
    between = [word.lower for word in line.words[first.last : second.first]]
    if first.kind == "clock" and second.kind in DAY_KINDS and between in ([], [","], ["on"], [",", "on"], ["of"]):
        return _Found(first.first, second.last, "date", _at_clock(second.read, first.read))
    if first.kind in DAY_KINDS and second.kind == "clock" and between in ([], [","], ["at"], [",", "at"], ["around"]):
        return _Found(first.first, second.last, "date", _at_clock(first.read, second.read))
    turn = {"before": -1, "after": 1}.get("".join(between), 0)
    if (
        first.kind == "duration"
        and second.kind in DAY_KINDS
        and turn
        and _COUNTED.fullmatch(line.letters[first.first : first.last])
    ):
        return _Found(first.first, second.last, "date", _shifted(first.read, second.read, turn))
    return None


def _shifted(length: Read, day: Read, turn: int) -> Read:
    """Read "two days before Saturday"."""

    def read(frame: Frame) -> Value:
        value, here = day(frame), None
        count = _DAYS.fullmatch(length(frame).length or "")
        if count and len(value.text or "") >= 10:
            here = start_of(value.text)
        moved = shift_days(here, turn * int(count[1]) * (7 if count[2] == "W" else 1)) if here and count else None
        return replace(value, text=moved.isoformat() if moved else None, note="")

    return read


def _at_clock(day: Read, clock: Read) -> Read:
    def read(frame: Frame) -> Value:
        value, time = day(frame), clock(frame)
        if value.text is None or len(value.text) != 10 or not time.note.startswith("T"):
            return value
        return replace(value, text=value.text + time.note, note="")

    return read


def _with_edge(line: Line, item: _Found, floor: int) -> _Found:
    """Return the expression with "the end of", "early in", "the night of" before it taken in."""
    at = item.first
    letters = line.letters
    if (
        item.kind in ("date", "clock", "month", "day", "year")
        and at - 1 >= floor
        and line.words[at - 1].lower in ROUGHLY
    ):
        return replace(item, first=at - 1)
    if item.kind not in DATED:
        return item
    if at - 2 >= floor and letters[at - 2] == "U" and item.kind in DAY_KINDS:
        around = _around(line, item, floor)
        if around:
            return around
    if at - 2 >= floor and letters[at - 1] == "o" and letters[at - 2] in "BP":
        first = at - 2
        note = line.words[first]
        if note.letter == "P" and item.kind not in DAY_KINDS:
            return item
        while first > floor and letters[first - 1] in "EOF-":
            first -= 1
        if first - 1 > floor and line.words[first - 1].lower == "very" and letters[first - 2] == "T":
            first -= 1
        first -= first > floor and letters[first - 1] == "T"
        code = str(note.value) if note.letter == "P" else note.lower
        return _Found(first, item.last, item.kind, _noted(item.read, code))
    if at - 2 >= floor and letters[at - 2] == "E" and line.words[at - 1].lower == "in":
        return _Found(at - 2, item.last, item.kind, _noted(item.read, line.words[at - 2].lower))
    return item


def _around(line: Line, item: _Found, floor: int) -> _Found | None:
    """Return "the week of March 6", "the day after tomorrow" as one, None where something else stands before."""
    at = item.first
    unit, turn = line.words[at - 2], line.words[at - 1].lower
    if turn not in ("of", "before", "after") or unit.lower not in AROUND[turn]:
        return None
    first = at - 2
    if first > floor and line.letters[first - 1] == "T":
        first -= 1
    elif turn != "of" and first > floor and line.letters[first - 1] != "|":
        return None  # "two days after", "a day after": a length and a day
    code = str(unit.value)
    count = {"before": -1, "after": 1}.get(turn, 0)

    def read(frame: Frame) -> Value:
        value = item.read(frame)
        day = start_of(value.text)
        exact = day is not None and len(value.text or "") >= 10
        text = unit_text(day, code, count) if day is not None and exact else None
        return replace(value, text=text, note="")

    return _Found(first, item.last, item.kind, read)


def _noted(inner: Read, note: str) -> Read:
    def read(frame: Frame) -> Value:
        return replace(inner(frame), note=note)

    return read
