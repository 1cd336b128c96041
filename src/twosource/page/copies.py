"""Who has text from whom, report by report: each pair of reports that shares text, those with one answer together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.lineage.outlets import plain
from twosource.model import Copy, Decision
from twosource.page.book import Book, Number, Tag, Why

ORDER = (Decision.COPIED, Decision.COMMON_UPSTREAM, Decision.QUOTATION, Decision.UNDECIDED)
"""The decided ones first."""
COPIES_FIRST = 8
"""Rows that are shown unfolded."""
NUMBERS = 6
"""Passages that a row leads to; each of them leads to its places."""


@dataclass(frozen=True, slots=True)
class CopyView:
    """What is known of the way of text between some reports.

    ``tags`` are the reports that have the text, ``origin`` the one that they have it from; ``words`` say which of the
    decisions it is, with the agency or outlet upstream where it is credited; it is ``decided`` where somebody copied.
    """

    tags: tuple[Tag, ...]
    origin: Tag | None
    decided: bool
    words: str
    passages: tuple[Number, ...]
    more: int
    why: tuple[Why, ...]


def copies(book: Book) -> tuple[CopyView, ...]:
    """Return the answers, the decided ones first, then those that rest on most passages."""
    groups: dict[tuple[str, ...], list[Copy]] = {}
    for it in book.case.copies:
        groups.setdefault(_same(it), []).append(it)
    shown = sorted(groups.values(), key=lambda them: (ORDER.index(them[0].decision), -len(_passages(them)), them[0].id))
    return tuple(_view(book, them) for them in shown)


def _same(copy: Copy) -> tuple[str, ...]:
    """Return what pairs have in common that are told in one row: one report upstream, or one agency."""
    if copy.decision is Decision.COPIED and copy.origin:
        return copy.decision, copy.origin
    if copy.decision is Decision.COMMON_UPSTREAM and copy.upstream:
        return copy.decision, plain(copy.upstream)
    return copy.decision, copy.a, copy.b


def _view(book: Book, them: Sequence[Copy]) -> CopyView:
    first = them[0]
    origin = first.origin if first.decision is Decision.COPIED else None
    reports = dict.fromkeys(id for it in them for id in (it.a, it.b) if id != origin)
    numbers = sorted((book.number("passage", id) for id in _passages(them)), key=lambda number: number.value)
    reasons = dict.fromkeys(reason for it in them for reason in it.reasons)
    return CopyView(
        tags=tuple(sorted((book.tags[id] for id in reports), key=lambda tag: (len(tag.letter), tag.letter))),
        origin=book.tags[origin] if origin else None,
        decided=first.decision in (Decision.COPIED, Decision.COMMON_UPSTREAM),
        words=_words(first, len(reports)),
        passages=tuple(numbers[:NUMBERS]),
        more=max(0, len(numbers) - NUMBERS),
        why=book.whys(tuple(reasons)),
    )


def _passages(them: Iterable[Copy]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for it in them for id in it.passages))


def _words(copy: Copy, reports: int) -> str:
    if copy.decision is Decision.COPIED and copy.origin:
        return "has text from" if reports == 1 else "have text from"
    if copy.decision is Decision.COMMON_UPSTREAM:
        every = "both have" if reports == 2 else "all have"
        return f"{every} text from {copy.upstream}" if copy.upstream else f"{every} a text that is none of them"
    if copy.decision is Decision.QUOTATION:
        return "quote the same words; that is no copying"
    return "share text; which from which is undecided"
