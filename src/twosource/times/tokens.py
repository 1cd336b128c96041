"""Text to tokens that carry the class letters of the lexicon: one linear scan, safe on any input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.times import lexicon as lex
from twosource.times.word import Word, numbers

DIGITS = 9
"""Digits of the longest number that is read as one; a longer one is never a time."""

_MERIDIEM = r"[ap](?:\.m\b\.?|m\b)"
_TOKEN = re.compile(
    rf"""
    (?P<iso>\d{{4}}[-/]\d{{2}}[-/]\d{{2}}
        (?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d{{1,9}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?)(?![\w-])
  | (?P<numeric>\d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?P=sign)\d{{2,4}})(?![\w/-])(?!\.\d)
  | (?P<clock>\d{{1,2}}(?:[:.]\d{{2}})?\s?{_MERIDIEM} | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]) |
        \d{{4}}(?=\s(?:GMT|UTC|hours)\b))
  | (?P<short>['’‘]\d\ds?)\b
  | (?P<fraction>\d{{1,3}}(?:\s\d/\d|\s?[½¼¾]))(?![\w/])
  | (?P<number>\d++(?:[.,]\d++)*+)(?![^\W_])
  | (?P<chunk>\w+(?:['’](?:s|S)\b)?)
  | (?P<line>\n)
  | (?P<mark>--++|\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a stretch of text, and their class letters as one string for the grammar."""

    text: str
    words: tuple[Word, ...]
    letters: str = field(default="")


def tokens(text: str, start: int = 0, end: int | None = None) -> Line:
    """Return the tokens of ``text[start:end]``; offsets count in ``text``."""
    found = list(_scan(text, start, len(text) if end is None else end))
    words = tuple(_phrases(numbers(found)))
    return Line(text, words, "".join(word.letter for word in words))


def _scan(text: str, start: int, end: int) -> Iterator[Word]:
    last = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < last:  # the full stop of "Sept." belongs to the month
            continue
        kind = match.lastgroup if match.lastgroup != "sign" else "numeric"
        raw = match[0]
        lower = raw.lower().replace("’", "'")
        if kind == "chunk":
            for word in _chunk(match.start(), raw, text):
                last = word.end
                yield word
        elif kind == "fraction":
            yield Word(match.start(), match.end(), "N", lower, value=_fraction(lower))
        elif kind == "number":
            yield Word(match.start(), match.end(), *_figure(raw), value=_whole(raw))
        elif kind == "iso":
            yield Word(match.start(), match.end(), "I", lower, value=raw.replace("/", "-").replace(" ", "T"))
        elif kind == "numeric":
            yield Word(match.start(), match.end(), "J", lower, value=_parts(raw))
        elif kind == "clock":
            clock = _clock(lower)
            yield Word(match.start(), match.end(), "K" if clock else ".", lower, value=clock)
        elif kind == "short":
            letter = "C" if lower.endswith("s") else "y"
            yield Word(match.start(), match.end(), letter, lower, value=int(lower[1:3]))
        elif kind == "line":
            yield Word(match.start(), match.end(), "|", lower)
        else:
            letter = {"-": "-", "–": "-", "—": ".", ",": ",", "(": "(", ")": ")"}.get(raw, ".")
            yield Word(match.start(), match.end(), letter, lower)


def _figure(raw: str) -> tuple[str, str]:
    """Return the class letter of a number in figures, and its text."""
    if not raw.isascii() or len(raw) > DIGITS or "." in raw:
        return ("N" if len(raw) <= DIGITS and raw.isascii() else "."), raw
    if "," in raw:
        return "N", raw
    if len(raw) == 4 and 1000 <= int(raw) <= 2199:
        return "Y", raw
    return ("D" if len(raw) <= 2 and 1 <= int(raw) <= 31 else "N"), raw


def _fraction(raw: str) -> float | None:
    """Return the number of "5 1/2" and "2½", None where nothing is divided."""
    whole, part = int(re.split(r"\D", raw, maxsplit=1)[0]), raw[-3:].strip()
    if "/" not in part:
        return whole + {"½": 0.5, "¼": 0.25, "¾": 0.75}[raw[-1]]
    over, under = int(part[0]), int(part[-1])
    return whole + over / under if 0 < over < under else None


def _whole(raw: str) -> float | None:
    plain = raw.replace(",", "")
    if len(plain) > DIGITS or not plain.isascii() or plain.count(".") > 1:
        return None
    return float(plain)


def _parts(raw: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[./-]", raw))


def _clock(lower: str) -> tuple[int, ...] | None:
    """Return hour and minute (and second) of a time of day, None where the figures are no time."""
    figures = [int(part) for part in re.findall(r"\d{1,2}", lower)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else -1
    half = re.search(r"[ap]", lower)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return (hour, minute, *figures[2:3])


_CHUNK = re.compile(
    r"(?P<number>\d{1,4})(?P<tail>st|nd|rd|th|s|'s)$|q(?P<quarter>[1-4])$|fy'?(?P<fiscal>\d{2}|(?:19|20)\d\d)$"
)


def _chunk(start: int, raw: str, text: str) -> Iterator[Word]:
    """Yield the token of a word; a possessive s becomes a token of its own."""
    lower = raw.lower().replace("’", "'")
    capital = raw[0].isupper()
    end = start + len(raw)
    match = _CHUNK.match(lower)
    if match and match["quarter"]:
        yield Word(start, end, "Q", lower, value=float(match["quarter"]))
    elif match and match["fiscal"]:
        number = int(match["fiscal"])
        yield Word(start, end, "Y", lower, value=number if number > 99 else number + (1900 if number > 49 else 2000))
    elif match and match["tail"] in ("s", "'s"):
        number = int(match["number"])
        if number % 10 == 0 and (len(match["number"]) == 4 or (len(match["number"]) == 2 and number >= 20)):
            yield Word(start, end, "C", lower, value=number)
        else:
            yield Word(start, end, ".", lower)
    elif match and int(match["number"]) < 100:
        yield Word(start, end, "O", lower, value=float(match["number"]))
    elif lower.endswith("'s"):
        yield _word(start, start + len(raw) - 2, lower[:-2], capital, text)
        yield Word(end - 2, end, "s", "'s")
    else:
        yield _word(start, end, lower, capital, text)


def _lexicon() -> dict[str, str]:
    letters: dict[str, str] = {}
    for letter, words in lex.WORD_CLASSES.items():
        for word in words.split():
            letters.setdefault(word, letter)
    letters.update(dict.fromkeys(lex.PREPOSITIONS - letters.keys(), "i"))
    return letters


_LETTERS = _lexicon()


def _word(start: int, end: int, lower: str, capital: bool, text: str) -> Word:
    dotted = text[end : end + 1] == "."
    if capital and lower in lex.MONTHS:
        short = lower != "may" and len(lower) <= 4 and lower not in ("july", "june")
        sure = lower in lex.SURE_MONTHS or (short and dotted)
        stop = end + 1 if short and dotted else end
        return Word(start, stop, "M" if sure else "m", lower, capital, lex.MONTHS[lower])
    if capital and lower in lex.WEEKDAYS:
        full = lower.endswith("day")
        stop = end + 1 if dotted and not full else end
        return Word(start, stop, "W" if full else "w", lower, capital, lex.WEEKDAYS[lower])
    if capital and lower.endswith("days") and lower[:-1] in lex.WEEKDAYS:
        return Word(start, end, "v", lower, False, "W")
    if lower in _LETTERS:
        return Word(start, end, _LETTERS[lower], lower, capital, _value(lower))
    unit = lex.UNITS.get(lower) or lex.IRREGULAR_PLURALS.get(lower)
    if unit:
        return Word(start, end, "U", lower, capital, unit)
    if lower.endswith("s") and lower[:-1] in lex.UNITS:
        return Word(start, end, "U", lower, capital, lex.UNITS[lower[:-1]])
    if lower in lex.DECADE_WORDS:
        return Word(start, end, "C", lower, capital, lex.DECADE_WORDS[lower])
    return Word(start, end, ".", lower, capital)


def _value(lower: str) -> float | str | tuple[int, ...] | None:
    if lower in lex.ORDINALS:
        return float(lex.ORDINALS[lower])
    if lower in ("noon", "midday"):
        return (12, 0)
    if lower == "midnight":
        return (24, -1)
    for table in (lex.PARTS_OF_DAY, lex.SEASONS, lex.DAY_WORDS, lex.ZONES, lex.EACH):
        if lower in table:
            return table[lower]
    return None


_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _letter in (*lex.PHRASES, *((phrase, "H") for phrase in lex.HOLIDAYS)):
    _BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _letter))


def _phrases(words: Iterator[Word]) -> Iterator[Word]:
    """Yield the tokens with each group of words that counts as one as one."""
    listed = list(words)
    plain = [word.lower for word in listed]
    at = 0
    while at < len(listed):
        for phrase, letter in _BY_FIRST.get(plain[at], ()):
            stop = at + len(phrase)
            if tuple(plain[at:stop]) == phrase:
                first, last = listed[at], listed[stop - 1]
                value: float | tuple[int, ...] | None = {"2": 2.0}.get(letter) or lex.HOLIDAYS.get(phrase)
                yield Word(first.start, last.end, "N" if letter == "2" else letter, " ".join(phrase), value=value)
                at = stop
                break
        else:
            yield listed[at]
            at += 1
