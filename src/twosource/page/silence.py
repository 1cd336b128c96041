"""What each report leaves out: claims of the others, those of most independent origins first."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.export.words import count, cut, origins_in_words
from twosource.model import Claim
from twosource.page.book import Book, Number, Tag

SHOWN = 8
"""Claims of several reports that are named of one report; the table shows the rest."""
LENGTH = 110
"""Characters of a claim that is named here; the whole text stands with the claim."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that a report does not mention: what it rests on, and who tells it."""

    number: Number
    text: str
    origins: str
    tellers: tuple[Tag, ...]
    tag: Tag


@dataclass(frozen=True, slots=True)
class Silence:
    """What one report leaves out: claims of several others, how many more of them, and those that one other tells."""

    tag: Tag
    words: str
    claims: tuple[LeftOut, ...]
    more: int
    alone: int


def silences(book: Book) -> tuple[Silence, ...]:
    """Return what each report leaves out; a report that leaves out nothing of several others is not among them."""
    found = []
    for report, tag in book.tags.items():
        missing = [claim for claim in book.shared if report in claim.silent]
        missing.sort(key=lambda it: (-it.independent_origins, -len(it.reports), book.number("claim", it.id).value))
        if missing:
            several = sum(claim.independent_origins > 1 for claim in missing)
            words = count(len(missing), "claim") + (f", {several} of them on several origins" if several else "")
            shown = tuple(_left_out(book, claim) for claim in missing[:SHOWN])
            alone = sum(report in claim.silent for claim in book.alone)
            found.append(Silence(tag, words, shown, len(missing) - len(shown), alone))
    return tuple(found)


def _left_out(book: Book, claim: Claim) -> LeftOut:
    tellers = tuple(book.tags[report] for report in book.tags if report in set(claim.reports))
    return LeftOut(
        book.number("claim", claim.id), cut(claim.text, LENGTH), origins_in_words(claim), tellers,
        book.tags[claim.mentions[0].span.report],
    )  # fmt: skip
