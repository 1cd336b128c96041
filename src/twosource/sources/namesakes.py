"""Persons who share a surname with somebody of the report and whom the parser took for nobody, or for a body.

They may never speak; but where one stands in the report, a bare surname can mean either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.model import Token
from twosource.sources import vocabulary as lists
from twosource.sources.cutting import role_of
from twosource.sources.names import fold, is_full, is_initialism, words_of
from twosource.sources.reading import ReportReading
from twosource.sources.uses import NameUse

_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    ).split()
)


def namesakes(
    reading: ReportReading, persons: Sequence[NameUse], sources: Sequence[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the full names, each with its offset and paragraph, that end in the surname of a person named in full.

    :param persons: the names that are persons' by the parser.
    :param sources: the names of the persons who are sources.
    """
    full = [words_of(name) for name in [*(use.text for use in persons), *sources] if is_full(name)]
    surnames = {words[-1] for words in full if len(words) > 1 and not is_initialism(words[-1])}
    taken = {place for use in persons if is_full(use.text) for place in range(use.start, use.end)}
    for index, paragraph in enumerate(reading.paragraphs):
        tokens = paragraph.parse.tokens
        for before, token in pairwise(tokens):
            start = before.start + paragraph.start
            beside = token.start == before.end + 1 and token.start + paragraph.start not in taken
            if beside and fold(token.text) in surnames and token.text[:1].isupper() and _is_given(reading, before):
                yield paragraph.parse.text[before.start : token.end], start, index


def _is_given(reading: ReportReading, token: Token) -> bool:
    """Return whether a word before a surname can be a given name: no title, no day, and no name of something else."""
    low = fold(token.text).rstrip(".")
    role, _ = role_of(low)
    common = lists.GENERAL | lists.HONORIFICS | lists.FORMER | lists.RANKS | lists.PARTICLES | _CALENDAR
    named = reading.kind_of(token.text) in {"place", "people", "organisation"}
    return token.tag == "NNP" and token.text.istitle() and role not in common and low not in common and not named
