"""What is found in one story: its shared passages, where they come from, how many of its reports are independent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from twosource.export import dumps
from twosource.export.record import Writer
from twosource.lineage import lineage
from twosource.model import Case, Copy, Lineage, Passage, Reason, Report, Story
from twosource.scale.found import passages_of
from twosource.scale.rows import Row, reason_rows
from twosource.stories import Features, features, link

Outcome = dict[str, Any]


def outcome(
    index: int, story: Story, reports: Sequence[Report], matches: Sequence[Row], fellows: Mapping[str, str | None]
) -> Outcome:
    """Return what is found in a story, as a row of :data:`~twosource.scale.schema.OUTCOMES`.

    :param index: the place of the story among the results.
    :param reports: the reports of the story.
    :param matches: the matches of their texts.
    :param fellows: by the id of a report, the report of the story that it is nearest to.
    """
    reports = sorted(reports, key=lambda report: report.id)
    why = _reasons(reports, fellows)
    told_first = tuple(reason for report in reports for reason in why[report.id])
    case = Case(reports=tuple(reports), stories=(replace(story, reasons=told_first),))
    if len(reports) > 1:
        case = lineage(case.with_(passages=passages_of(reports, matches)))
    (told,) = case.stories
    dates = sorted(report.date for report in reports if report.date)
    write = Writer()
    record = {**write.story(told), "passages": [write.passage(passage) for passage in case.passages]}
    return {
        "index": index,
        "story": told.id,
        "reports": list(told.reports),
        "independent_reports": told.independent_reports,
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "reasons": reason_rows(told.reasons),
        "memberships": [_membership(told, report, why[report.id]) for report in reports],
        "passages": [row for passage in case.passages for row in _places(told, passage)],
        "lineage": [
            *(_lineage(told, passage=it.id, found=it.lineage) for it in case.passages),
            *(_lineage(told, report=it.a, other=it.b, upstream=it.upstream, found=it) for it in case.copies),
        ],
        "json": dumps(record),
    }


def _reasons(reports: Sequence[Report], fellows: Mapping[str, str | None]) -> dict[str, list[Reason]]:
    """Return why each report is in the story: what links it to the report that it is nearest to."""
    by_id = {report.id: report for report in reports}
    known: dict[str, Features] = {}
    found: dict[str, list[Reason]] = {}
    for report in reports:
        other = by_id.get(fellows[report.id] or "")
        if other is None:
            found[report.id] = []
        elif other.text == report.text:
            found[report.id] = [Reason("same text", f"{report.id} with {other.id}: the text", 1.0)]
        else:
            for it in (report, other):
                known[it.id] = known.get(it.id) or features(it)
            told = link(report, other, known[report.id], known[other.id]).reasons
            where = f"{report.id} with {other.id}"
            found[report.id] = [Reason(r.signal, f"{where}: {r.detail}", r.weight) for r in told]
    return found


def _membership(story: Story, report: Report, reasons: Sequence[Reason]) -> dict[str, Any]:
    kept = ("file", "sha256", "title", "outlet", "published", "updated", "language")
    row = {name: getattr(report, name) for name in kept}
    return row | {"story": story.id, "report": report.id, "reasons": reason_rows(reasons), "notes": list(report.notes)}


def _places(story: Story, passage: Passage) -> Iterator[dict[str, Any]]:
    for place in passage.places:
        yield {
            "passage": passage.id,
            "story": story.id,
            "kind": str(passage.kind),
            "similarity": passage.similarity,
            "report": place.report,
            "start": place.start,
            "end": place.end,
            "text": place.text,
        }


def _lineage(story: Story, found: Lineage | Copy, **about: str | None) -> dict[str, Any]:
    """Return the row of one decision, about a passage or about a pair of reports."""
    row: dict[str, Any] = dict.fromkeys(("passage", "report", "other", "upstream"))
    decided = {"origin": found.origin, "decision": str(found.decision), "reasons": reason_rows(found.reasons)}
    return row | about | decided | {"story": story.id}


def nested(text: str, levels: int) -> Iterable[str]:
    """Yield the lines of a JSON text as they stand ``levels`` deeper in another."""
    return (" " * levels + line for line in text.split("\n"))
