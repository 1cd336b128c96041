"""Who speaks: one identity per source within a report and over the reports of a story, and every statement's chain.

The stage reads each report from top to bottom (``within``), joins the identities of a story's reports where the text
shows that they are one (``across``), and writes the chains (``chains``). Each join keeps its evidence in
:attr:`Source.reasons`; a mention that nothing certain explains stays a source of its own with the reason
``unresolved``. A spokesman and his body stay two sources; the reason ``speaks for`` holds the body's id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.model import Case, Paragraph, Source, Statement
from twosource.sources.chains import from_body, with_chains
from twosource.sources.copies import by_value, like, told
from twosource.sources.identity import SPEAKS_FOR, UNRESOLVED, Identity
from twosource.sources.listing import Listing, list_sources, merged
from twosource.sources.names import same_person, short_of, words_of
from twosource.sources.uses import full_names_of, surnames_of
from twosource.sources.within import Resolved, resolve_report

__all__ = ["SPEAKS_FOR", "UNRESOLVED", "name_of", "same_person", "short_of", "sources", "speaks_for", "unresolved"]


def sources(case: Case) -> Case:
    """Give every statement its chain, and the case its sources."""
    outlets = frozenset(words_of(report.outlet) for report in case.reports if report.outlet)
    statements: dict[str, list[Statement]] = {report.id: [] for report in case.reports}
    paragraphs: dict[str, list[Paragraph]] = {report.id: [] for report in case.reports}
    for statement in case.statements:
        statements[statement.report].append(statement)
    for paragraph in case.paragraphs:
        paragraphs[paragraph.report].append(paragraph)
    read = {report.id: told(report, paragraphs[report.id], statements[report.id]) for report in case.reports}
    listings: list[Listing] = []
    chained: dict[str, Statement] = {}
    for scope, reports in _stories(case):
        groups = by_value([read[report] for report in reports])
        models = [group[0] for group in groups]
        distinct = {paragraph.parse.text: paragraph for model in models for paragraph in model.paragraphs}
        surnames, full = surnames_of(distinct.values()), full_names_of(distinct.values())
        resolved = [resolve_report(model, outlets, surnames, full) for model in models]
        copies = {group[0].report.id: tuple(one.report.id for one in group) for group in groups}
        listing = _list(scope, resolved, copies)
        listings.append(listing)
        for one, group in zip(resolved, groups, strict=True):
            own = {s.id: s for s in _chained(one, group[0].statements, listing.ids)}
            for copy in group:
                chained.update({s.id: s for s in like(group[0].statements, own, copy)})
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


def _list(scope: str, resolved: Sequence[Resolved], copies: Mapping[str, Sequence[str]]) -> Listing:
    places = frozenset(word for one in resolved for word in one.reading.places)
    bearers = frozenset(name for one in resolved for name in one.persons)
    identities = [identity for one in resolved for identity in one.identities]
    return list_sources(scope, identities, places, bearers, copies)


def _chained(resolved: Resolved, statements: Sequence[Statement], ids: Mapping[Identity, str]) -> list[Statement]:
    """Return a report's statements with their chains and addressees."""
    of = {place: ids[identity] for place, identity in resolved.of.items()}
    own = {s.id: of[s.source.start, s.source.end] for s in statements if s.source}
    addressees = {s.id: of[s.addressee_span.start, s.addressee_span.end] for s in statements if s.addressee_span}
    return from_body(resolved.reading, with_chains(statements, own, addressees))


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


def unresolved(source: Source) -> bool:
    """Return whether a source is a mention that the report leaves open: it may be any other source, or none."""
    return any(reason.signal == UNRESOLVED for reason in source.reasons)
