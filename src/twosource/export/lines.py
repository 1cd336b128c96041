"""The smaller records of the command line: one line a report, the shared passages, the stories of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.export.record import Writer
from twosource.model import Case, Source, Statement


def statement_lines(case: Case) -> Iterator[dict[str, Any]]:
    """Yield one object a report: ``{"report": …, "sources": […], "statements": […]}``, in the order of the reports.

    A line stands for itself: it holds every source that its statements name, with the places in this report alone.
    """
    write = Writer()
    sources = {source.id: source for source in case.sources}
    of_report: dict[str, list[Statement]] = {report.id: [] for report in case.reports}
    for statement in case.statements:
        of_report[statement.report].append(statement)
    for report in case.reports:
        statements = of_report[report.id]
        used = _used(statements, sources)
        named = [write.source(source) for source in case.sources if source.id in used]
        for entry in named:
            entry["mentions"] = [place for place in entry["mentions"] if place["report"] == report.id]
        yield {
            "report": write.report(report),
            "sources": named,
            "statements": [write.statement(statement) for statement in statements],
        }


def passages_record(case: Case) -> dict[str, Any]:
    """Return ``{"reports": […], "passages": […]}``, with what was not read beside it."""
    write = Writer()
    return {
        "reports": [write.report(report) for report in case.reports],
        "passages": [write.passage(passage) for passage in case.passages],
        "skipped": [{"file": it.file, "code": it.code, "reason": it.reason} for it in case.skipped],
    }


def group_record(case: Case) -> dict[str, Any]:
    """Return ``{"stories": [{"id", "reports", "independent_reports", "passages"}]}``: which reports are of one event.

    The passages of a story are those whose places all stand in its reports.
    """
    write = Writer()
    stories = []
    for story in case.stories:
        inside = set(story.reports)
        passages = [it for it in case.passages if all(place.report in inside for place in it.places)]
        stories.append({**write.story(story), "passages": [write.passage(passage) for passage in passages]})
    return {
        "stories": stories,
        "skipped": [{"file": it.file, "code": it.code, "reason": it.reason} for it in case.skipped],
    }


def _used(statements: list[Statement], sources: dict[str, Source]) -> set[str]:
    """Return the ids of the sources in the statements' chains, those spoken to, and the members of joint ones."""
    used: set[str] = set()
    waiting = [name for statement in statements for name in (*statement.chain, statement.addressee) if name]
    while waiting:
        name = waiting.pop()
        if name in sources and name not in used:
            used.add(name)
            waiting.extend(sources[name].members)
    return used
