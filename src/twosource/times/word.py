"""The token of the time rules, and number words read as one number: "one hundred and twenty", "nineteen ten"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.times import lexicon as lex

RUN = 8
"""Number words that are read as one number at most: "one hundred and twenty-five thousand" has six."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its range in the text, its class letter, and its value where it has one.

    ``value`` is a number, a code or a pair, as the class says; ``lower`` is the text in small letters.
    """

    start: int
    end: int
    letter: str
    lower: str
    capital: bool = False
    value: float | str | tuple[int, ...] | None = None


def numbers(words: list[Word]) -> Iterator[Word]:
    """Yield the tokens with each run of number words as one: a number, or a year that is spoken in two halves."""
    at = 0
    while at < len(words):
        stop = _number_run(words, at)
        if stop == at:
            yield words[at]
            at += 1
            continue
        run = [word.lower for word in words[at:stop] if word.letter not in "-a"]
        year = _spoken_year(run)
        total = year or _total(run)
        letter = "Y" if year else "N"
        first, last = words[at], words[stop - 1]
        yield Word(first.start, last.end, letter, " ".join(run), first.capital, float(total))
        at = stop


def _is_number(word: Word) -> bool:
    return word.lower in lex.SMALL_NUMBERS or word.lower in lex.TENS or word.lower in lex.POWERS


def _number_run(words: list[Word], at: int) -> int:
    """Return where the run of number words from ``at`` ends; ``at`` where there is none."""
    stop = at
    if words[at].lower == "a" and at + 1 < len(words) and words[at + 1].lower in lex.POWERS:
        stop += 1
    while stop < len(words) and stop - at < RUN and _is_number(words[stop]):
        stop += 1
        joins = stop + 1 < len(words) and stop - at < RUN - 1 and _is_number(words[stop + 1])
        if joins and (words[stop].lower, words[stop - 1].lower in lex.TENS) in (("-", True), ("and", False)):
            stop += 1
    return stop


def _spoken_year(run: list[str]) -> int | None:
    """Return the year of "nineteen ninety-seven", None where the run is no year."""
    if len(run) < 2 or run[0] not in lex.SMALL_NUMBERS | lex.TENS:
        return None
    century = _total(run[:1])
    rest = run[1:]
    if not 15 <= century <= 20 or any(word in lex.POWERS or word == "and" for word in rest):
        return None
    years = _total(rest)
    return 100 * century + years if 10 <= years <= 99 else None


def _total(run: list[str]) -> int:
    total = part = 0
    for word in run:
        if word in lex.POWERS:
            part = max(part, 1) * lex.POWERS[word]
            if lex.POWERS[word] >= 1000:
                total, part = total + part, 0
        elif word != "and":
            part += lex.SMALL_NUMBERS.get(word, 0) + lex.TENS.get(word, 0)
    return total + part
