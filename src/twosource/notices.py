"""What a reader should know of the whole case before anything else, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Case, joined

READ_LANGUAGES = frozenset({None, "en"})
"""Languages whose statements are read; None is a text too short to tell, which is read as English."""

NAMED = 4
"""Reports that a notice names; more are counted."""


def notices(case: Case) -> Case:
    """Say what limits the whole result: a single report, several stories, one text twice, no dates, other languages."""
    found = (*_alone(case), *_stories(case), *_same(case), *_undated(case), *_languages(case))
    return case.with_(notices=(*case.notices, *found))


def _alone(case: Case) -> Iterator[str]:
    if len(case.reports) == 1:
        yield "This is one report: there is nothing to compare it with."


def _stories(case: Case) -> Iterator[str]:
    if len(case.stories) < 2:
        return
    largest, *others = sorted(case.stories, key=lambda story: (-len(story.reports), story.reports))
    if len(largest.reports) == 1:
        yield f"These reports do not look like one story: each of the {len(case.stories)} tells of another event."
        return
    elsewhere = tuple(report for story in others for report in story.reports)
    verb = "tells" if len(elsewhere) == 1 else "tell"
    yield (
        f"These reports do not look like one story: {len(largest.reports)} of {len(case.reports)} tell of one event; "
        f"{_named(elsewhere, 'others')} {verb} of something else."
    )


def _same(case: Case) -> Iterator[str]:
    of_text: dict[str, list[str]] = {}
    for report in case.reports:
        of_text.setdefault(report.text, []).append(report.id)
    for reports in of_text.values():
        if len(reports) > 1:
            yield f"{_named(tuple(reports))} hold the same text, word for word."


def _undated(case: Case) -> Iterator[str]:
    undated = tuple(report.id for report in case.reports if report.date is None)
    if len(case.reports) < 2 or not undated:
        return
    if len(undated) == len(case.reports):
        yield "None of the reports gives its date: days are left open, and nothing says which of them came first."
        return
    verb, whose = ("gives", "its") if len(undated) == 1 else ("give", "their")
    yield (
        f"{_named(undated)} {verb} no date: {whose} days are counted from the dates of other reports, "
        "where they can be."
    )


def _languages(case: Case) -> Iterator[str]:
    of_language: dict[str, list[str]] = {}
    for report in case.reports:
        if report.language not in READ_LANGUAGES:
            of_language.setdefault(str(report.language), []).append(report.id)
    for language, reports in sorted(of_language.items()):
        verb, texts = ("is", "its text is kept") if len(reports) == 1 else ("are", "their texts are kept")
        yield f"{_named(tuple(reports))} {verb} not in English ({language}): {texts}, but no statements are read."


def _named(reports: tuple[str, ...], noun: str = "reports") -> str:
    return joined(reports) if len(reports) <= NAMED else f"{len(reports)} {noun}"
