"""Who speaks: one identity per source within a report and over the reports of a story, and every statement's chain.

The stage reads each report from top to bottom (``within``), joins the identities of a story's reports where the text
shows that they are one (``across``), and writes the chains (``chains``). Each join keeps its evidence in
:attr:`Source.reasons`; a mention that nothing certain explains stays a source of its own with the reason
``unresolved``. A spokesman and his body stay two sources; the reason ``speaks for`` holds the body's id.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Case, Paragraph, Source, Statement
from twosource.sources.chains import from_body, with_chains
from twosource.sources.identity import SPEAKS_FOR, UNRESOLVED, Identity
from twosource.sources.listing import Listing, list_sources, merged
from twosource.sources.names import same_person, short_of, words_of
from twosource.sources.within import Resolved, resolve_report

__all__ = ["SPEAKS_FOR", "UNRESOLVED", "name_of", "same_person", "short_of", "sources", "speaks_for"]


def sources(case: Case) -> Case:
    """Give every statement its chain, and the case its sources."""
    outlets = frozenset(words_of(report.outlet) for report in case.reports if report.outlet)
    statements: dict[str, list[Statement]] = {report.id: [] for report in case.reports}
    paragraphs: dict[str, list[Paragraph]] = {report.id: [] for report in case.reports}
    for statement in case.statements:
        statements[statement.report].append(statement)
    for paragraph in case.paragraphs:
        paragraphs[paragraph.report].append(paragraph)
    resolved = {
        report.id: resolve_report(report, paragraphs[report.id], statements[report.id], outlets)
        for report in case.reports
    }
    listings = [_list(scope, [resolved[report] for report in reports]) for scope, reports in _stories(case)]
    ids = {identity: id_ for listing in listings for identity, id_ in listing.ids.items()}
    chained = {
        statement.id: statement
        for report in case.reports
        for statement in _chained(resolved[report.id], statements[report.id], ids)
    }
    return case.with_(
        sources=merged(listings), statements=tuple(chained[statement.id] for statement in case.statements)
    )


def _stories(case: Case) -> list[tuple[str, list[str]]]:
    """Return what tells each story from others, and its reports; a report of no story is a story of its own."""
    stories: list[tuple[str, list[str]]] = []
    seen: set[str] = set()
    for story in sorted(case.stories, key=lambda story: story.id):
        reports = sorted(set(story.reports) - seen)
        seen.update(reports)
        stories.append((story.id, reports))
    return stories + [(report.id, [report.id]) for report in case.reports if report.id not in seen]


def _list(scope: str, resolved: Sequence[Resolved]) -> Listing:
    places = frozenset(word for one in resolved for word in one.reading.places)
    return list_sources(scope, [identity for one in resolved for identity in one.identities], places)


def _chained(resolved: Resolved, statements: Sequence[Statement], ids: dict[Identity, str]) -> list[Statement]:
    """Return a report's statements with their chains and addressees."""
    of = {place: ids[identity] for place, identity in resolved.of.items()}
    own = {s.id: of[s.source.start, s.source.end] for s in statements if s.source}
    told = {s.id: of[s.addressee_span.start, s.addressee_span.end] for s in statements if s.addressee_span}
    return from_body(resolved.reading, with_chains(statements, own, told))


def name_of(case: Case, id: str) -> str:
    """Return the name of a source.

    :raises KeyError: if the case has no source of this id.
    """
    for source in case.sources:
        if source.id == id:
            return source.name
    raise KeyError(id)


def speaks_for(source: Source) -> str | None:
    """Return the id of the body that a source speaks for, where the text shows one."""
    return next((reason.detail for reason in source.reasons if reason.signal == SPEAKS_FOR), None)
