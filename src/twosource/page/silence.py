"""What each report leaves out: claims of the others, those of most independent origins first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.export.words import count, cut, origins_in_words, silence_in_words
from twosource.model import Claim, Silence
from twosource.page.book import Book, Number, Tag

SHOWN = 8
"""Claims that are named of one report; the table shows the rest."""
LENGTH = 110
"""Characters of a claim that is named here; the whole text stands with the claim."""
NEAREST_LENGTH = 180
"""Characters of the sentence that comes nearest to it; the whole stands in the report."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that a report does not mention: what it rests on, and who tells it.

    ``state`` says whether it is surely not mentioned, ``nearest`` is the report's sentence that comes nearest; both are
    empty where the case does not tell.
    """

    number: Number
    text: str
    origins: str
    tellers: tuple[Tag, ...]
    tag: Tag
    state: str
    nearest: str


@dataclass(frozen=True, slots=True)
class LeavesOut:
    """What one report leaves out: its claims, how many more of them, and those that one other tells beside them."""

    tag: Tag
    words: str
    claims: tuple[LeftOut, ...]
    more: int
    more_href: str
    alone: int


def silences(book: Book) -> tuple[LeavesOut, ...]:
    """Return what each report leaves out: claims of several others; where there are none, those that one other tells.

    A report that leaves out nothing is not among them.
    """
    told = {(it.report, it.claim): it for it in book.case.silences}
    found = []
    for report, tag in book.tags.items():
        several = [claim for claim in book.shared if report in claim.silent]
        alone = [claim for claim in book.alone if report in claim.silent]
        missing = several or alone
        if missing:
            missing.sort(key=lambda it: (-it.independent_origins, -len(it.reports), book.number("claim", it.id).value))
            shown = tuple(_left_out(book, claim, told.get((report, claim.id))) for claim in missing[:SHOWN])
            more = len(missing) - len(shown)
            href, rest = ("#claims", len(alone)) if several else ("#single", 0)
            found.append(LeavesOut(tag, _words(missing), shown, more, href, rest))
    return tuple(found)


def _words(missing: Sequence[Claim]) -> str:
    """Return how many claims are left out, and how many of them rest on several origins."""
    if len(missing[0].reports) == 1:
        return f"{count(len(missing), 'claim')} that one other report tells alone"
    several = sum(claim.independent_origins > 1 for claim in missing)
    return count(len(missing), "claim") + (f", {several} of them on several origins" if several else "")


def _left_out(book: Book, claim: Claim, silence: Silence | None) -> LeftOut:
    tellers = tuple(book.tags[report] for report in book.tags if report in set(claim.reports))
    return LeftOut(
        book.number("claim", claim.id), cut(claim.text, LENGTH), origins_in_words(claim), tellers,
        book.tags[claim.mentions[0].span.report], silence_in_words(silence) if silence else "",
        cut(silence.nearest.text, NEAREST_LENGTH) if silence and silence.nearest else "",
    )  # fmt: skip
