"""Rules for lengths of time: "five years", "a two-day visit", "for weeks", "the next hundred years"."""

from __future__ import annotations

from twosource.times import dates, lexicon
from twosource.times.dates import Frame, Value
from twosource.times.lexicon import words
from twosource.times.rules import AFTER, BACK, BEFORE, FORTH, Hit, Read, Rule, rule

OLD = frozenset({"old", "olds"})
BARE_LEADS = frozenset(
    words("for within in over after during through of following follows followed lasted lasting spent took past")
)
"""Words before a unit in the plural that stands for a length of its own: "for weeks"."""

OFTEN = frozenset({"once", "twice", "times"})
"""Before "a week" these tell how often something comes again."""

SOME_DAY = frozenset({"could", "will", "may", "might", "would", "can"})
"""Before "one day" these make it some day or other."""

LASTING = SOME_DAY | frozenset(words("to not should must 'll t does did cannot"))
"""Before "last 22 days" these make it a verb."""

APPROXIMATION = r"(?:x(?=[NDYah]))?"
COUNT = r"(?:q(?=N))?(?P<n>[NDYqah])"
RANGE = r"(?:[-&](?P<n2>[ND]))?"
"""Pieces of patterns: "about" before a count, a count, and the second count of "two to three"."""


def plural(word: str | None) -> bool:
    """Return whether a unit stands in the plural."""
    return word is not None and word.endswith("s")


def count_of(hit: Hit) -> float | None:
    """Return how many units, None where the words do not say."""
    word = hit.word("n")
    if word is None or word.letter == "q" or hit.word("n2") or "qN" in hit.match[0]:
        return None
    base = 1.0 if word.letter == "a" else hit.number("n")
    if word.letter == "h":
        return 0.5
    return base + 0.5 if base is not None and (hit.word("h") or hit.word("h2")) else base


def length_of(count: float | None, unit: str) -> str:
    """Return so many units as an ISO 8601 duration, with an X where the words do not say how many."""
    if count is None:
        return (
            f"PT{'X'}{unit[1]}"
            if unit.startswith("T")
            else f"PX{ {'C': 'C', 'E': 'E', 'F': 'W', 'WE': 'W'}.get(unit, unit) }"
        )
    return dates.duration_text(count, unit)


def a_rate(hit: Hit) -> bool:
    """Return whether a figure stands before "a year", or how often: "$30,000 a year", "twice a week"."""
    earlier = hit.near(-1)
    return earlier is not None and (earlier.letter in "ND" or earlier.lower in OFTEN | lexicon.FIGURES)


def _is_age(hit: Hit) -> bool:
    following, second = hit.near(0), hit.near(1)
    if following is None:
        return False
    if following.lower in OLD:
        return True
    if following.lower == "-" and second is not None and second.lower in OLD:
        return True
    return following.lower == "of" and second is not None and second.lower == "age"


def _duration(hit: Hit) -> Read | None:
    count, unit = count_of(hit), hit.code("u") or ""
    word = hit.word("n")
    if hit.lower("n") == "one" and unit == "D" and hit.before() in SOME_DAY:
        return None
    if word and word.letter == "a" and a_rate(hit):
        return None
    joint, turned = hit.near(0), hit.near(1)
    if joint and turned and joint.letter == "-" and turned.lower in ("ago", "earlier"):
        return None  # "a year-ago loss" is read without its article
    if _is_age(hit) or (unit == "Q" and hit.after() == "of") or unit == "WE":
        return None
    if word and word.letter == "Y" and not plural(hit.lower("u")):
        return None
    length = length_of(count, unit)
    if hit.before() == "in" and count is not None and not hit.word("the") and not unit.startswith("T"):

        def read(frame: Frame) -> Value:
            text = dates.moved(frame.day, unit, count) if frame.ahead and frame.day else None
            return Value(text or length, anchored=text is not None, length=length)

        return read
    value = Value(None if count is None else length, length=length)
    return lambda frame: value


def _bare(hit: Hit) -> Read | None:
    if not plural(hit.lower("u")) or hit.before() not in BARE_LEADS or _is_age(hit):
        return None
    value = Value(None, length=length_of(None, hit.code("u") or ""))
    return lambda frame: value


def _long(hit: Hit) -> Read | None:
    if hit.line.words[hit.match.end() - 1].lower != "long":
        return None
    count = None if plural(hit.lower("u")) else 1.0
    value = Value(None, length=length_of(count, hit.code("u") or ""))
    return lambda frame: value


def _turned_count(hit: Hit) -> Read | None:
    count, unit, turn = count_of(hit), hit.code("u") or "", hit.lower("l") or ""
    length = length_of(count, unit)
    sign = -1 if turn in BACK | BEFORE else 1 if turn in FORTH | AFTER else 0
    if turn == "last" and hit.before() in LASTING:
        return None  # "it will last 22 days"
    if not sign or count is None or unit.startswith("T"):
        value = Value(None if count is None else length, length=length)
        return lambda frame: value

    def read(frame: Frame) -> Value:
        if frame.day is None or turn in BEFORE | AFTER:
            return Value(None, anchored=True, length=length)
        return Value(dates.interval_text(frame.day, unit, sign * int(count)), anchored=True, length=length)

    return read


LENGTHS: tuple[Rule, ...] = (
    rule(
        "duration",
        rf"{APPROXIMATION}(?P<the>T(?![NDY]-))?{COUNT}{RANGE}(?:-?&-?a-?(?P<h>h))?F?(?:(?<=h)a)?-?F?(?P<u>U)(?:&a(?P<h2>h))?(?:-?F)?Z?\+?",
        _duration,
    ),
    rule("duration", r"a(?P<n>[ND])-(?P<u>U)-?Z", _duration),
    rule("duration", r"(?P<u>U)", _bare),
    rule("duration", r"(?P<u>U)-F", _long),
    rule("duration", rf"T?(?P<l>[LO])x?(?P<n>[NDYq]){RANGE}F?-?(?P<u>U)\+?", _turned_count),
)
"""Rules for lengths of time."""
