"""From a stored text and what its container declares to a :class:`~twosource.model.Report`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from twosource.errors import Empty, OverLimit
from twosource.model import PartKind, Report
from twosource.options import Options
from twosource.reading.parts import Layout, layout
from twosource.reading.tongue import tongue

READ_LANGUAGE = "en"
"""The language whose statements are read."""
REPLACEMENT = "\ufffd"
REMEMBERED = 256
"""Texts whose layout is remembered, so that copies are laid out once."""
REMEMBERED_CHARACTERS = 10_000
"""Characters of a text whose layout is remembered: with the number above, what bounds the memory it takes."""
_WIRE = re.compile(
    r"(?:The )?(?:[A-Z][\w.'’&-]{0,30} ){1,4}(?:Press|Agency|Wire|Newswire|News Service)(?: \([A-Z]{2,5}\))?|[A-Z]{2,4}"
)
"""Bylines that name an agency: a name ending in a word for one ("Orrin Wire"), or its initials."""


_DAY = len("2031-03-04")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page's metadata or a record's fields say of the report; None where they say nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    """Every date of publication that a page declares, with the place of the page that says so, the one used first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which report a text is: its id in the run, its file as given, and the SHA-256 of the bytes it was read from."""

    id: str
    file: str
    sha256: str


def assemble(
    place: Place,
    text: str,
    options: Options,
    declared: Declared | None = None,
    notes: tuple[str, ...] = (),
) -> Report:
    """Return the report of a stored text.

    :param text: the stored text; where ``declared.title`` is set, it begins with that title and two newlines.
    :raises Empty: if there is nothing to read in it.
    :raises OverLimit: if it has more characters than a report may have.
    """
    declared = declared or Declared()
    if not text.strip().strip("\ufeff"):
        raise Empty("there is nothing to read in it", place.file)
    limit = options.limits.characters_per_report
    if len(text) > limit:
        raise OverLimit(
            f"the text has {len(text):,} characters, the limit is {limit:,}",
            place.file,
            "split the file into single reports",
        )
    text, broken = _storable(text)
    title_end = len(declared.title) if declared.title and declared.title.strip() else 0
    found = _laid_out(text, title_end, declared.byline)
    language = options.language or tongue(_body(text, found)) or _language_code(declared.language)
    published, updated = declared.published or found.published, declared.updated or found.updated
    dates = (
        *_declared_notes(declared.dates),
        *_date_notes(declared.published, found.published, published, updated),
    )
    notes = (*notes, *broken, *dates, *_language_notes(language, declared.language, options))
    byline = declared.byline or found.byline
    wire = (byline,) if byline and is_wire(byline) and byline != declared.outlet else ()
    return Report(
        id=place.id,
        file=place.file,
        sha256=place.sha256,
        text=text,
        title=found.title,
        outlet=declared.outlet,
        byline=byline,
        url=declared.url,
        published=published,
        updated=updated,
        language=language,
        credits=tuple(dict.fromkeys((*found.credits, *wire))),
        parts=found.parts,
        notes=notes,
    )


def titled(title: str | None, text: str) -> str:
    """Return the stored text of a report whose title is known apart: title, blank line, text, both unchanged."""
    return text if title is None else f"{title}\n\n{text}"


def is_wire(byline: str) -> bool:
    """Return whether a byline names an agency, by its shape: such a line credits the text, as "(Orrin Wire)" does."""
    return _WIRE.fullmatch(byline.removeprefix("By ").removeprefix("by ").strip()) is not None


def _storable(text: str) -> tuple[str, tuple[str, ...]]:
    """Replace what no UTF-8 file can hold, one character by one, and say so."""
    lone = sum(1 for character in text if "\ud800" <= character <= "\udfff")
    if not lone:
        return text, ()
    kept = "".join(REPLACEMENT if "\ud800" <= character <= "\udfff" else character for character in text)
    return kept, (f"{lone} half characters (lone surrogates) shown as U+FFFD",)


def _laid_out(text: str, title_end: int, author: str | None) -> Layout:
    long = len(text) > REMEMBERED_CHARACTERS
    return layout(text, title_end, author) if long else _remembered(text, title_end, author)


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str, title_end: int, author: str | None) -> Layout:
    return layout(text, title_end, author)


def _body(text: str, found: Layout) -> str:
    return "\n".join(text[part.start : part.end] for part in found.parts if part.kind is PartKind.BODY)


def _language_code(declared: str | None) -> str | None:
    """Return the ISO 639-1 part of a language tag ("en-US" gives "en")."""
    code = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _date_notes(declared: str | None, told: str | None, published: str | None, updated: str | None) -> tuple[str, ...]:
    """Say where the dates of a report contradict one another; a day more or less is another place's clock."""
    notes = []
    if declared and told and _days_between(declared, told) not in {-1, 0, 1}:
        here, there = declared[:_DAY], told[:_DAY]
        notes.append(f"date: declared as {here}, a line of the text says {there}; the declared one is used")
    if published and updated and _days_between(published, updated) < -1:
        notes.append(f"date: updated {updated[:_DAY]}, before it was published")
    return tuple(notes)


def _declared_notes(dates: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Say which dates a page declares where one of them lies more than a day from the one that is used."""
    if all(_days_between(dates[0][1], stamp) in {-1, 0, 1} for _, stamp in dates):
        return ()
    told = ", ".join(f"{where} {stamp[:_DAY]}" for where, stamp in dates)
    return (f"date: the page declares several dates of publication, {told}; the first is used",)


def _days_between(first: str, second: str) -> int:
    return (date.fromisoformat(second[:_DAY]) - date.fromisoformat(first[:_DAY])).days


def _language_notes(language: str | None, declared: str | None, options: Options) -> tuple[str, ...]:
    notes = []
    code = _language_code(declared)
    if code and language and code != language and not options.language:
        notes.append(f"language: declared as {code}, reads as {language}")
    if language and language != READ_LANGUAGE:
        notes.append(f"language: {language}; the text is kept, but statements are read in English only")
    return tuple(notes)
