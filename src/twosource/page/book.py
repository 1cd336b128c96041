"""What every part of the page looks up: letters of reports, numbers of findings, names of sources, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from twosource.export.words import statement_at
from twosource.model import (
    UPDATE,
    Case,
    Claim,
    Mention,
    Origin,
    Passage,
    Reason,
    Report,
    Source,
    Span,
    Statement,
    Strength,
)

_T = TypeVar("_T")
_HARDEST = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2}
REASONS_SHOWN = 6
"""Reasons of one decision on the page; the case's data holds all of them."""
FIGURES = frozenset({"figure", "number"})
"""Kinds of tension that come first: readers look for figures."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path, and the place on the page that tells more of it (None: nowhere)."""

    words: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One reason as the page shows it."""

    signal: str
    detail: str
    weight: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A report in short: its letter, the outlet (or the file, where no outlet is known), and its headline."""

    letter: str
    id: str
    label: str
    title: str
    date: str | None
    language: str | None

    @property
    def href(self) -> str:
        """The anchor of the report's text."""
        return f"#{self.letter}"


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a finding on the page; ``anchor`` is the id of the element that tells it."""

    value: int

    @property
    def anchor(self) -> str:
        """The id of the finding's element."""
        return f"f{self.value}"

    @property
    def href(self) -> str:
        """A link to the finding."""
        return f"#{self.anchor}"

    def place(self, index: int) -> str:
        """Return the id of the ``index``-th place of the finding in the texts of the reports."""
        return f"f{self.value}-{index}"


def letter(index: int) -> str:
    """Return the letter of the report at ``index``: A to Z, then AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _ordered(findings: Sequence[_T], rank: Callable[[_T], tuple[object, ...]]) -> list[int]:
    """Return the indices of findings in the order of their rank; of equals, the first stays first."""
    ranks = [rank(it) for it in findings]
    return sorted(range(len(findings)), key=lambda index: (*ranks[index], index))


def web_address(url: str | None) -> str | None:
    """Return an address that may become a link: http or https, with a host, and nothing that hides in it."""
    if not url or any(ord(sign) <= ord(" ") or ord(sign) == 0x7F for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


class Book:
    """The lookups of one case. Numbers run through the whole page, in its order, so that "14" is one finding."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.reports: dict[str, Report] = {report.id: report for report in case.reports}
        self.tags: dict[str, Tag] = {
            report.id: Tag(
                letter(index), report.id, (report.outlet or report.id).removeprefix("www."), report.title or report.id,
                report.date, report.language,
            )
            for index, report in enumerate(case.reports)
        }  # fmt: skip
        self.sources: dict[str, Source] = {source.id: source for source in case.sources}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in case.statements}
        self.spoken: Counter[str] = Counter(it.chain[-1] for it in case.statements if it.chain)
        self.shared: tuple[Claim, ...] = tuple(sorted(
            (it for it in case.claims if len(it.reports) > 1), key=lambda it: (-len(it.reports), -len(it.mentions))
        ))  # fmt: skip
        self.alone: tuple[Claim, ...] = tuple(it for it in case.claims if len(it.reports) == 1)
        self._numbers: dict[tuple[str, object], Number] = {}
        self._number("claim", (it.id for it in self.shared))
        self._number("claim", (it.id for it in self.alone))
        self._number(
            "tension",
            _ordered(case.tensions, lambda it: (it.kind == UPDATE, _HARDEST[it.strength], it.kind not in FIGURES)),
        )
        self._number("variant", range(len(case.variants)))
        places = {id: place for place, id in enumerate(self.tags)}
        said = sorted(case.statements, key=lambda it: (places[it.report], it.start, -it.end, it.id))
        self._number("statement", (it.id for it in said))
        longest = sorted(case.passages, key=lambda it: (it.places[0].start - it.places[0].end, it.id))
        self._number("passage", (it.id for it in longest))
        self._number("future", _ordered(case.future, lambda it: (it.value is None, it.value or "")))
        self.findings: dict[int, Claim | Statement | Passage] = {
            **{self.number("claim", it.id).value: it for it in case.claims},
            **{self.number("statement", it.id).value: it for it in case.statements},
            **{self.number("passage", it.id).value: it for it in case.passages},
        }
        ids = sorted((it for it in self.tags if any(sign in it for sign in "./")), key=lambda it: (-len(it), it))
        self._ids = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, ids))})(?![\w/-])") if ids else None
        self._source_anchor = {source.id: f"s{index + 1}" for index, source in enumerate(case.sources)}

    def _number(self, kind: str, keys: Iterable[object]) -> None:
        for key in keys:
            self._numbers[kind, key] = Number(len(self._numbers) + 1)

    def number(self, kind: str, key: object) -> Number:
        """Return the number of a finding.

        :raises KeyError: if the case has no such finding.
        """
        return self._numbers[kind, key]

    def source_anchor(self, id: str) -> str:
        """Return the id of the element that tells of a source."""
        return self._source_anchor[id]

    def name(self, id: str | None) -> str:
        """Return a source's name; "source not named" for None."""
        if id is None:
            return "source not named"
        return self.sources[id].name if id in self.sources else id

    def lettered(self, words: str) -> str:
        """Return words of ours with the letters of reports in place of their ids."""
        return self._ids.sub(lambda found: self.tags[found[0]].letter, words) if self._ids else words

    def whys(self, reasons: Sequence[Reason], shown: int = REASONS_SHOWN) -> tuple[Why, ...]:
        """Return the reasons of a decision as the page shows them; a weight of 0 is no weight."""
        told = [
            Why(it.signal, self.lettered(it.detail), f"{it.weight:+.2f}" if it.weight else "") for it in reasons[:shown]
        ]
        more = len(reasons) - shown
        return (*told, Why("…", f"and {more} more in the data", "")) if more > 0 else tuple(told)

    def source_step(self, id: str) -> Step:
        """Return a source as a step of a path, linked to where the page tells of it."""
        return Step(self.name(id), f"#{self._source_anchor[id]}" if id in self._source_anchor else None)

    def origin_step(self, claim: Claim, origin: Origin) -> Step:
        """Return an origin in words: its source, or that the reports speak in their own voice."""
        if origin.source:
            return self.source_step(origin.source)
        reports = {claim.mentions[number].span.report for number in origin.mentions}
        return Step("the report’s own account" if len(reports) == 1 else "the reports’ own account")

    def steps(self, chain: Sequence[str]) -> tuple[Step, ...]:
        """Return the sources of a chain, outermost first."""
        return tuple(self.source_step(id) for id in chain)

    def mention_chain(self, mention: Mention) -> tuple[str, ...]:
        """Return the chain of the statement around a mention; empty where the report speaks in its own voice."""
        statement = self.statements.get(mention.statement or "")
        return statement.chain if statement else ()

    def statement_at(self, span: Span) -> Statement | None:
        """Return the innermost statement around a span."""
        return statement_at(self.case.statements, span)
