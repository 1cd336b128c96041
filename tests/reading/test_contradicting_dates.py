"""Dates of one report that contradict one another: one is used, and the report says which."""

from __future__ import annotations

import json

import pytest

from twosource.model import PartKind, Report
from twosource.options import Options
from twosource.reading import read_json, read_page


def dated(line: str = "", **fields: str) -> Report:
    """Return the report of a record with these dates, and with this line under its headline."""
    text = f"{line}\n\nThe ferry to Sarn was late on Monday, and nobody said why.".strip()
    record = {"title": "Ferry to Sarn was late again", "text": text, **fields}
    return read_json(json.dumps(record).encode(), "a.json", "a.json", Options(language="en"))


def notes(report: Report) -> list[str]:
    return [note for note in report.notes if note.startswith("date")]


def test_a_line_that_contradicts_what_is_declared_is_said() -> None:
    report = dated("Published 9 April 2030", published="2031-03-04T10:00:00+00:00")
    assert report.published == "2031-03-04T10:00:00Z"
    assert notes(report) == [
        "date: declared as 2031-03-04, a line of the text says 2030-04-09; the declared one is used"
    ]


@pytest.mark.parametrize("line", ["Published 3 March 2031", "Published 4 March 2031", "Published 5 March 2031", ""])
def test_a_day_more_or_less_is_another_clock(line: str) -> None:
    assert notes(dated(line, published="2031-03-04")) == []


def test_an_update_before_the_publication_is_said() -> None:
    assert notes(dated(published="2031-03-04", updated="2031-03-06")) == []
    assert notes(dated(published="2031-03-04", updated="2030-01-01")) == [
        "date: updated 2030-01-01, before it was published"
    ]


def test_an_update_alone_contradicts_nothing() -> None:
    assert notes(dated("Updated 1 January 2029")) == []


def page(ld: str, meta: str, time: str) -> Report:
    """Return the report of a page that declares these dates of publication."""
    node = json.dumps({"@type": "NewsArticle", "headline": "Ferry to Sarn was late again", "datePublished": ld})
    head = (
        f'<meta property="article:published_time" content="{meta}"><script type="application/ld+json">{node}</script>'
    )
    body = f'<h1>Ferry to Sarn was late again</h1><time itemprop="datePublished" datetime="{time}">then</time>'
    text = "<p>The ferry to Sarn was late on Monday, and nobody at the pier said why it was so.</p>" * 3
    html = f"<html><head>{head}</head><body><article>{body}{text}</article></body></html>"
    return read_page(html.encode(), "p.html", "p.html", Options(language="en"))


def test_dates_that_a_page_declares_apart_are_all_said() -> None:
    report = page("2031-03-04", "2030-04-09", "2031-03-05")
    assert report.published == "2031-03-04"
    assert notes(report) == [
        "date: the page declares several dates of publication, JSON-LD 2031-03-04, metadata 2030-04-09, "
        "a <time> element 2031-03-05; the first is used"
    ]


def test_dates_of_a_page_that_agree_are_not_noted() -> None:
    assert notes(page("2031-03-04", "2031-03-04T10:00:00Z", "2031-03-05")) == []


@pytest.mark.parametrize("line", ["By Dec 19, 2023", "Until 19 December 2023", "Opens 19 December 2023"])
def test_a_line_that_tells_a_deadline_dates_no_report(line: str) -> None:
    report = dated(line)
    assert report.published is None
    assert not [part for part in report.parts if part.kind is PartKind.DATELINE]
