"""What stands at a person's name and tells of its bearer: an age, a title, a given name of men or of women."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.sources import vocabulary as lists
from twosource.sources.given_names import FEMALE_NAMES, MALE_NAMES
from twosource.sources.names import person_words
from twosource.sources.reading import ReportReading
from twosource.sources.uses import AGE_BEFORE, AGE_BEHIND, NameUse

_REACH = 60
"""Code points before and behind a name in which an age is looked for."""
_TITLE = 15
"""Code points before a name in which its title stands."""


def age_of(reading: ReportReading, use: NameUse) -> int:
    """Return the age right behind a name ("Mira Toll, 45,") or before it ("45-year-old nurse Mira Toll"), or 0."""
    text = reading.report.text
    found = AGE_BEHIND.match(text, use.end, min(len(text), use.end + _REACH))
    if found is None:
        found = AGE_BEFORE.search(text, max(use.sentence[0], use.start - _REACH), use.start)
    return int(found.group(1)) if found else 0


def title_gender(reading: ReportReading, start: int) -> str:
    """Return "he" or "she" by the title at an offset or right before it ("Mr", "Lady"), or nothing."""
    title = reading.words(max(0, start - _TITLE), start)[-1:]
    first = reading.words(start, start + _TITLE)[:1]
    for word in [*title, *first]:
        if word.low in lists.MALE | lists.FEMALE and word.low in lists.HONORIFICS | lists.TITLES | lists.ROLES:
            return "he" if word.low in lists.MALE else "she"
    return ""


def given_gender(names: Iterable[str]) -> str:
    """Return "he" or "she" where the given names are borne by men or by women almost alone, or nothing."""
    given = {person_words(name)[0] for name in names}
    if given & MALE_NAMES and not given & FEMALE_NAMES:
        return "he"
    return "she" if given & FEMALE_NAMES and not given & MALE_NAMES else ""
