"""What the rules may look at in one story: the pieces that its reports tell, which are near, and who tells them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from twosource.claims.pairs import Pair
from twosource.claims.told import Told, told
from twosource.differences.comparing import Judge, pairs
from twosource.language.encoder import Encoder
from twosource.likeness import Unit
from twosource.likeness.verdict import has_word
from twosource.model import Case, Paragraph, Report, Source, Span, Statement, Time
from twosource.sources import speaks_for

_Placed = TypeVar("_Placed", Paragraph, Statement)


@dataclass(frozen=True, slots=True)
class Scene:
    """One story, laid out for comparison.

    ``items`` are the pieces in the order of reports and texts, ``pairs`` those worth comparing, ``judge`` compares
    them. ``claim_of`` gives each piece's claim, ``members`` each claim's pieces, ``plain`` the pieces that tell their
    claim most plainly.
    """

    case: Case
    reports: tuple[str, ...]
    items: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    judge: Judge
    claim_of: Mapping[int, int]
    members: Mapping[int, tuple[int, ...]]
    plain: frozenset[int]
    paragraphs: Mapping[str, tuple[Paragraph, ...]]
    statements: Mapping[str, tuple[Statement, ...]]
    sources: Mapping[str, Source]
    texts: Mapping[str, Report]
    times: Mapping[str, tuple[Time, ...]]
    encoder: Encoder | None = None

    def report(self, id: str) -> Report:
        """Return a report of the story."""
        return self.texts[id]

    def paragraph(self, span: Span) -> Paragraph | None:
        """Return the paragraph that a span starts in."""
        own = self.paragraphs.get(span.report, ())
        at = bisect_right(own, span.start, key=lambda paragraph: paragraph.start) - 1
        return own[at] if at >= 0 and span.start < own[at].end else None

    def sentence(self, span: Span) -> Span:
        """Return the sentence that a span starts in; the span itself where it is in none."""
        paragraph = self.paragraph(span)
        for sentence in paragraph.parse.sentences if paragraph else ():
            if paragraph and paragraph.start + sentence.start <= span.start < paragraph.start + sentence.end:
                return self.texts[span.report].span(paragraph.start + sentence.start, paragraph.start + sentence.end)
        return span

    def paragraphs_up_to(self, span: Span) -> tuple[Paragraph, ...]:
        """Return the paragraph that a span starts in and the one before it, the nearer first."""
        own = self.paragraphs.get(span.report, ())
        at = bisect_right(own, span.start, key=lambda paragraph: paragraph.start)
        return own[max(0, at - 2) : at][::-1]

    def times_of(self, report: str) -> tuple[Time, ...]:
        """Return the time expressions of a report."""
        return self.times.get(report, ())

    def voices(self, chain: Sequence[str]) -> frozenset[str]:
        """Return everyone who stands behind a chain: its sources, their members, and the bodies they speak for."""
        found: set[str] = set()
        for id in chain:
            found.add(id)
            source = self.sources.get(id)
            if source is not None:
                found.update(source.members)
                body = speaks_for(source)
                if body:
                    found.add(body)
        return frozenset(found)

    def tellers(self, item: Told) -> frozenset[str]:
        """Return who answers for a piece: the speakers of its chain, or its report where no source is given."""
        return self.voices(item.unit.speakers[-1:]) or frozenset({item.report})

    def same_claim(self, i: int, j: int) -> bool:
        """Return whether two pieces are mentions of one claim."""
        return i in self.claim_of and self.claim_of.get(i) == self.claim_of.get(j)

    def mates(self, i: int) -> tuple[int, ...]:
        """Return the pieces of a piece's claim, itself among them."""
        return self.members.get(self.claim_of.get(i, -1), (i,))


def scene(case: Case, reports: Sequence[str], encoder: Encoder | None = None) -> Scene:
    """Return one story laid out.

    :raises ModelError: if the encoder cannot be loaded.
    """
    wanted = frozenset(reports)
    items = told(case, reports, encoder)
    at = {(item.span.report, item.span.start, item.span.end): number for number, item in enumerate(items)}
    claim_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    plain: set[int] = set()
    for number, claim in enumerate(case.claims):
        for mention in claim.mentions:
            place = at.get((mention.span.report, mention.span.start, mention.span.end))
            if place is not None:
                claim_of[place] = number
                members.setdefault(number, []).append(place)
                if mention.span.text == claim.text:
                    plain.add(place)
    return Scene(
        case=case,
        reports=tuple(reports),
        items=items,
        pairs=pairs(items),
        judge=Judge(items),
        claim_of=claim_of,
        members={claim: tuple(own) for claim, own in members.items()},
        plain=frozenset(plain),
        paragraphs=_by_report(wanted, sorted(case.paragraphs, key=lambda p: (p.report, p.start))),
        statements=_by_report(wanted, case.statements),
        texts={report.id: report for report in case.reports},
        sources={source.id: source for source in case.sources},
        times=_times(case.times),
        encoder=encoder,
    )


def _times(times: Sequence[Time]) -> Mapping[str, tuple[Time, ...]]:
    found: dict[str, list[Time]] = {}
    for time in times:
        found.setdefault(time.span.report, []).append(time)
    return {report: tuple(own) for report, own in found.items()}


def _by_report(wanted: frozenset[str], things: Sequence[_Placed]) -> Mapping[str, tuple[_Placed, ...]]:
    found: dict[str, list[_Placed]] = {report: [] for report in sorted(wanted)}
    for thing in things:
        if thing.report in found:
            found[thing.report].append(thing)
    return {report: tuple(own) for report, own in found.items()}


def held(a: Unit, b: Unit, others: frozenset[str] = frozenset()) -> float:
    """Return the share of ``a``'s meaning words and names that ``b``, or the words of ``others``, has too (0…1)."""
    words = b.content | others | {b.predicate}
    parts = [has_word(lemma, words) for lemma in sorted(a.content)]
    named = (*b.names, *b.agent.names)
    parts += [any(name.agrees(other) for other in named) for name in a.names]
    return sum(parts) / len(parts) if parts else 0.0


def share_name(a: Unit, b: Unit) -> bool:
    """Return whether a name of one, or of who does it there, can mean a name of the other."""
    return any(name.agrees(other) for name in (*a.names, *a.agent.names) for other in (*b.names, *b.agent.names))
