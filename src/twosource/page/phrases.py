"""The words of the page for each kind, stance, relation and state: plain, and without a verdict."""

from __future__ import annotations

import re

from twosource.export.certainty import CERTAIN_FROM, LIKELY_FROM, Certainty
from twosource.export.words import STANCE
from twosource.model import Act, FutureClass, PassageKind, Relation, Stance, Statement, StatementKind, Strength

KIND = {
    StatementKind.DIRECT: "quotation",
    StatementKind.INDIRECT: "retold",
    StatementKind.MIXED: "retold, some words in marks",
}
CERTAINTY = {
    Certainty.CERTAIN: f"direct speech that a rule and the reader both see, from {CERTAIN_FROM:.2f} up",
    Certainty.LIKELY: f"all others from {LIKELY_FROM:.2f} up",
    Certainty.UNCERTAIN: f"below {LIKELY_FROM:.2f}",
}
KIND_LETTER = {StatementKind.DIRECT: "Q", StatementKind.INDIRECT: "R", StatementKind.MIXED: "M"}
ACT = {Act.WRITING: "writes", Act.THOUGHT: "thinks", Act.INTENTION: "intends"}
RELATION = {
    Relation.VERBATIM: "the same words",
    Relation.NEAR: "nearly the same words",
    Relation.REWORDED: "in other words",
    Relation.DETAIL_DIFFERS: "differs in a detail",
}
PASSAGE = {
    PassageKind.VERBATIM: "word for word",
    PassageKind.NEAR: "a few words changed",
    PassageKind.REWORDED: "in other words",
}
GRADE = {
    "synonym": "little words or synonyms differ",
    "undecided": "other words; whether they mean the same is undecided",
    "meaning": "the meaning differs",
}
"""What a grade of a variant says; others stand as they are."""
STRENGTH = {Strength.STRONG: "strong", Strength.MEDIUM: "medium", Strength.WEAK: "weak"}
FUTURE = {
    FutureClass.PLAN: "planned",
    FutureClass.PREDICTION: "foretold",
    FutureClass.CONDITION: "on a condition",
    FutureClass.NEGATED_PLAN: "not planned",
    FutureClass.INVITATION: "invited",
}
NUMBER = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")

MONTH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PART_OF_DAY = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
SEASON = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""Seasons as EDTF numbers them, in the place of a month."""
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DECADE = re.compile(r"(\d{3})X")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:(T[A-Z]{2})|T(\d\d:\d\d).{0,30})?)?)?")


def day(value: str | None) -> str | None:
    """Return a date as it is spoken: "1 March 2031", "May 2031", "1 March 2031, night". Other values stay as they are.

    >>> day("2031-03-01TNI"), day("2031-24"), day("2031-W07"), day("203X"), day("2031-03-01/2031-03-04")
    ('1 March 2031, night', 'winter 2031', 'week 7 of 2031', '2030s', '1 March 2031 to 4 March 2031')
    """
    first, slash, last = (value or "").partition("/")
    if slash and first and last:
        return f"{day(first)} to {day(last)}"
    if found := _WEEK.fullmatch(value or ""):
        return f"week {int(found[2])} of {found[1]}"
    if found := _DECADE.fullmatch(value or ""):
        return f"{found[1]}0s"
    found = _DATE.fullmatch(value or "")
    if not found or (found[2] and not 1 <= int(found[2]) <= len(MONTH) and found[2] not in SEASON):
        return value
    year, month, number, part, clock = found.groups()
    named = SEASON.get(month) or (month and MONTH[int(month) - 1])
    words = " ".join(filter(None, (number and str(int(number)), named, year)))
    return ", ".join(filter(None, (words, PART_OF_DAY.get(part or ""), clock)))


def verb(statement: Statement) -> str:
    """Return what the source does: its stance, or its act where it only states."""
    if statement.stance is Stance.ASSERTED:
        return ACT.get(statement.act, STANCE[Stance.ASSERTED])
    return STANCE[statement.stance]


def number(value: int) -> str:
    """Return a small number as a capitalised word, a large one in figures."""
    return NUMBER[value] if 0 <= value < len(NUMBER) else str(value)
