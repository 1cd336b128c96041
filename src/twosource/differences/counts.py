"""How much and how many: the figures of a piece as ranges, with what they count, so that two can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.claims.told import Told
from twosource.differences.scene import Scene
from twosource.differences.words import (
    ABOARD,
    CREW,
    GROWING,
    MORE_MEASURES,
    NO_COUNT,
    OPENING,
    PART_AFTER,
    PART_BEFORE,
    PEOPLE,
    STATUS_OF,
    STATUSES,
    TOLL,
    VAGUE,
    WHOLE,
)
from twosource.likeness.figures import Figure
from twosource.likeness.thesaurus import akin
from twosource.likeness.words import APPROXIMATIONS, MEASURES, WEEKDAYS
from twosource.model import Token

NEAR = 6
"""Words around a figure within which a word of its status ("killed", "hurt") is looked for."""
BEFORE = 3
"""Words before a figure that may open it ("at least", "no more than")."""
SLACK = 0.05
"""Share by which two figures may differ that are told in different units, or with many digits: one may be rounded."""
ROUGHLY = 0.1
"""The same for a figure that says itself that it is rounded ("about 200")."""
DIGITS = 100
"""Figures from this size on are often rounded."""
OBJECT_BEFORE = 12
"""Words before "at 14" within which the object that it sizes is looked for."""
NONE = "no"
PERCENT = "percent"
OLDEST = 115
"""Most years of life that a number behind a name ("Wick, 34,") may tell."""

_CLAUSE = frozenset({",", ";", "and", "or", "but"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as a range: what of, the least and the most it says, its words, and the noun that it counts.

    ``what`` is a measure ("length"), what befell people ("dead"), ``crew``, ``aboard``, or ``count`` and the noun.
    ``exact`` where the words are a plain number. ``whole`` where they mean a whole group ("a crew of 14", "no shot").
    ``part`` where they mean a part of one ("20 others", "four of the").
    """

    what: str
    low: float
    high: float
    text: str
    noun: str = ""
    exact: bool = True
    whole: bool = False
    part: bool = False
    vague: bool = False

    def compares(self, other: Count) -> bool:
        """Return whether both say how much of the same kind of thing."""
        if self.part or other.part:
            return False
        if self.what == other.what and self.what in STATUSES:
            return self.noun == other.noun or not (self._of_some(other) or other._of_some(self))
        if self.what == other.what == PERCENT:
            return akin(self.noun, other.noun)
        if self.what.startswith("count ") and other.what.startswith("count "):
            return akin(self.noun, other.noun)
        return self.what == other.what

    def _of_some(self, other: Count) -> bool:
        """Return whether this may count a part of what the other counts: "10 tourists killed" of "12 killed"."""
        return self.low <= other.low and bool(self.noun) and self.noun not in PEOPLE

    def agrees(self, other: Count) -> bool:
        """Return whether both can be right."""
        rounded = min(self.low, other.low) >= DIGITS or self.noun != other.noun
        slack = SLACK * max(self.low, other.low) if rounded else 0.0
        return self.low <= other.high + slack and other.low <= self.high + slack


def counts(scene: Scene, item: Told) -> tuple[Count, ...]:
    """Return the figures of a piece that can be compared."""
    paragraph = scene.paragraph(item.span)
    if paragraph is None:
        return ()
    start, end = item.span.start - paragraph.start, item.span.end - paragraph.start
    every = paragraph.parse.tokens
    inside = [n for n, token in enumerate(every) if start <= token.start and token.end <= end]
    if not inside:
        return ()
    first, last = inside[0], inside[-1] + 1
    return (
        *_figures(item.unit.figures, every, first, last),
        *_vague(every, first, last),
        *_none(every, first, last),
    )


def _figures(figures: Sequence[Figure], tokens: Sequence[Token], first: int, last: int) -> Iterator[Count]:
    at = first
    for figure in figures:
        opening = figure.text.split()[0]
        at = next((n for n in range(at, last) if tokens[n].text == opening), at)
        before = [token.text.lower() for token in tokens[max(first, at - BEFORE) : at]]
        low, high = _bounds(figure.value, before)
        what, noun = _what(figure, tokens, at, first, last)
        if not what:
            continue
        whole = what in {CREW, ABOARD} and (not figure.unit or before[-1:] == ["all"] or bool(set(before[-1:]) & WHOLE))
        whole = whole or (what == CREW and _on_board(tokens, at, last))
        size = MORE_MEASURES.get(figure.unit, ("", 1.0))[1]
        text = f"{_opener(before, low == high)}{figure.text}"
        text = text if size == 1.0 else f"{text} {figure.unit}"
        part = _is_part(tokens, at, first, last)
        yield Count(what, low * size, high * size, text, noun, low == high, whole, part)


def _what(figure: Figure, tokens: Sequence[Token], at: int, first: int, last: int) -> tuple[str, str]:
    """Return what a figure says how much of, and the noun or unit; two empty strings where nothing tells."""
    if not figure.measure.startswith("count"):
        if figure.measure == "ordinal":
            return "", ""
        role = _role_of_time(tokens, at, last) if figure.measure == "time" else ""
        unit = _compared(tokens, at) if figure.measure == PERCENT else figure.unit
        return f"{figure.measure}{role}", unit
    if figure.unit in MORE_MEASURES:
        return MORE_MEASURES[figure.unit][0], figure.unit
    if _is_age(figure, tokens, at):
        return "", ""
    noun = "" if figure.unit in WEEKDAYS else figure.unit or _noun_around(tokens, at)
    status = _status(tokens, at, first, last)
    if status:
        return status, noun
    if noun in CREW_NOUNS:
        return CREW, noun
    if (noun in PEOPLE or not noun) and _on_board(tokens, at, last):
        return ABOARD, noun
    return (f"count {noun}", noun) if noun else ("", "")


CREW_NOUNS = frozenset("crew sailor seaman mariner crewman crewmember".split())
"""Nouns for those who man a vessel."""


def _compared(tokens: Sequence[Token], at: int) -> str:
    """Return what a share is a share more of ("30 percent brighter"); the word for the share itself otherwise."""
    head = tokens[at].head
    up = tokens[head].head
    return tokens[up].lemma if tokens[up].pos in {"ADJ", "ADV"} and up > head else PERCENT


def _is_age(figure: Figure, tokens: Sequence[Token], at: int) -> bool:
    """Return whether a bare number stands behind a name, between commas: "Wick, 34, …"."""
    if figure.value > OLDEST or at < 2 or tokens[at - 1].text != ",":
        return False
    ends = at + 1 == len(tokens) or not tokens[at + 1].text[:1].isalnum()
    return ends and (tokens[at - 2].pos == "PROPN" or tokens[at - 2].text in {")", '"', "”"})


def _role_of_time(tokens: Sequence[Token], at: int, last: int) -> str:
    """Return what a length of time is there for: an age, a time ago, or a duration (nothing)."""
    after = {token.text.lower() for token in tokens[at + 1 : min(last, at + 5)]}
    return " of life" if {"old", "aged"} & after else " ago" if {"ago", "earlier", "later"} & after else ""


def _on_board(tokens: Sequence[Token], at: int, last: int) -> bool:
    after = [token.text.lower() for token in tokens[at + 1 : min(last, at + 5)]]
    return "aboard" in after or any(pair == ("on", "board") for pair in pairwise(after))


def _is_part(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    """Return whether a figure counts a part: "20 others", "another four", "two of the dead"."""
    after = [token.text.lower() for token in tokens[at + 1 : min(last, at + 3)]]
    before = [token.text.lower() for token in tokens[max(first, at - 2) : at]]
    if "than" in before:
        before = [word for word in before if word != "more"]
    return bool(PART_AFTER & set(after) or PART_BEFORE & set(before)) or after[:1] in (["of"], ["from"])


def _bounds(value: float, before: Sequence[str]) -> tuple[float, float]:
    """Return the least and the most that a figure says with the words before it."""
    words = set(before)
    if "least" in words or "over" in words or {"more", "than"} <= words:
        return value, float("inf")
    if "most" in words or "under" in words or {"up", "to"} <= words or {"as", "many"} <= words:
        return 0.0, value
    if "than" in words and words & {"fewer", "less"}:
        return 0.0, value
    return ((1 - ROUGHLY) * value, (1 + ROUGHLY) * value) if words & APPROXIMATIONS else (value, value)


def _opener(before: Sequence[str], exact: bool) -> str:
    """Return the words that open a figure ("at least "), nothing where it is plain."""
    if exact:
        return ""
    opening = [n for n, word in enumerate(before) if word in OPENING or word in APPROXIMATIONS]
    return " ".join((*before[opening[0] :], "")) if opening else ""


def _vague(tokens: Sequence[Token], first: int, last: int) -> Iterator[Count]:
    """Yield "several hours", "dozens of people": a range, not a number."""
    for n in range(first, last):
        word = tokens[n].text.lower()
        if word not in VAGUE:
            continue
        low, high = VAGUE[word]
        head = tokens[n].head
        noun = tokens[head].lemma if tokens[n].dep == "amod" and first <= head < last else ""
        if not noun:
            noun = next((t.lemma for t in tokens[n + 1 : min(last, n + 4)] if t.pos == "NOUN"), "")
        if noun in MEASURES:
            measure, size = MEASURES[noun]
            yield Count(measure, low * size, high * size, f"{word} {noun}s", noun, exact=False, vague=True)
        elif noun:
            yield Count(f"count {noun}", low, high, f"{word} {noun}s", noun, exact=False, vague=True)


def _none(tokens: Sequence[Token], first: int, last: int) -> Iterator[Count]:
    """Yield "no injuries", "without a shot" as counts of none."""
    for n in range(first, last):
        token = tokens[n]
        if token.pos != "NOUN" or token.lemma in NO_COUNT:
            continue
        below = [i for i in range(max(first, n - BEFORE), n) if tokens[i].head == n]
        no = any(tokens[i].text.lower() == NONE for i in below)
        without = tokens[token.head].text.lower() == "without" and first <= token.head < n
        if no or (without and any(tokens[i].text.lower() in {"a", "any", "single", "one"} for i in below)):
            what = STATUS_OF.get(token.lemma) or f"count {token.lemma}"
            yield Count(what, 0.0, 0.0, f"{NONE} {token.lemma}", token.lemma, whole=True)


def _status(tokens: Sequence[Token], at: int, first: int, last: int) -> str:
    """Return what befell those that a figure counts: by their verb, else the nearest word of it in the same clause."""
    noun = tokens[at].head
    verb = tokens[noun].head
    if tokens[noun].dep in {"nsubjpass", "nsubj", "dobj"} and first <= verb < last and tokens[verb].lemma in STATUS_OF:
        return STATUS_OF[tokens[verb].lemma]
    near = sorted(
        (abs(n - at), n)
        for n in range(max(first, at - NEAR), min(last, at + NEAR))
        if tokens[n].lemma in STATUS_OF
        and n != at
        and not (tokens[n].dep == "compound" and tokens[n].lemma == "rescue")
    )
    for _, n in near:
        between = tokens[min(n, at) + 1 : max(n, at)]
        if not any(token.text.lower() in _CLAUSE for token in between):
            return STATUS_OF[tokens[n].lemma]
    return _toll(tokens, at, first)


def _toll(tokens: Sequence[Token], at: int, first: int) -> str:
    """Return whose toll a figure is: "the death toll from the floods rose to 26"."""
    verbs = [n for n in range(max(first, at - NEAR), at) if tokens[n].lemma in GROWING and tokens[n].pos == "VERB"]
    if not verbs or any(token.text.lower() in _CLAUSE for token in tokens[verbs[-1] + 1 : at]):
        return ""
    subject = [token.lemma for token in tokens[first : verbs[-1]]]
    told = next((STATUS_OF[lemma] for lemma in subject if lemma in STATUS_OF), "dead")
    return told if TOLL in subject else ""


def _noun_around(tokens: Sequence[Token], at: int) -> str:
    """Return the noun that a bare figure counts by its place: "a crew of 14", "puts the crew at 14"."""
    preposition = tokens[at].head
    if tokens[at].dep != "pobj" or tokens[preposition].lemma not in {"of", "at"}:
        return ""
    above = tokens[preposition].head
    if tokens[above].pos == "NOUN":
        return tokens[above].lemma
    objects = (
        t.lemma
        for t in tokens[max(0, at - OBJECT_BEFORE) : at]
        if t.head == above and t.dep == "dobj" and t.pos == "NOUN"
    )
    return next(objects, "")
