"""Pages: main text, what the page declares, and what hostile pages do not get away with."""

from __future__ import annotations

import json
import random
import socket
import time

import pytest

from twosource.errors import Empty, NotText, OverLimit
from twosource.model import Report
from twosource.options import Limits, Options
from twosource.reading import read_page

PARAGRAPHS = (
    "The dam above Halden held through the night, the town's engineers said on Tuesday, after three days of rain.",
    "Mayor Ilse Torrin told the council that nobody had been hurt and that the road would reopen before the weekend.",
    "“We were lucky this time,” she said, and promised a new wall before the next winter comes to the upper valley.",
)


def page(head: str = "", body: str | None = None, attributes: str = "") -> bytes:
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{inside}</body></html>".encode()


def load(data: bytes, limits: Limits | None = None) -> Report:
    return read_page(data, "p.html", "p.html", Options(limits=limits or Limits()))


def article(*extra: str) -> str:
    return "<article>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + "".join(extra) + "</article>"


def test_title_blank_line_and_main_text() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
    report = load(
        page("<title>Halden dam holds</title>", menu + article() + "<footer><p>Imprint of the Post</p></footer>")
    )
    assert report.text == "\n\n".join(("Halden dam holds", *PARAGRAPHS))
    assert report.title == "Halden dam holds"


def test_json_ld_inside_a_graph_counts_first() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Halden Post online"},
            {
                "@type": ["NewsArticle", "Article"],
                "headline": "Halden dam holds &amp; rain ends",
                "datePublished": "2031-03-03T09:30:00+01:00",
                "dateModified": "2031-03-03T11:00:00+01:00",
                "author": [{"@type": "Person", "name": "Orla Venn"}, {"name": "Tam Brask"}],
                "publisher": {"@type": "Organization", "name": "Halden Post"},
                "inLanguage": "en",
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script><meta property="og:title" content="Other">'
    report = load(page(head))
    assert report.title == "Halden dam holds & rain ends"
    assert (report.published, report.updated) == ("2031-03-03T09:30:00+01:00", "2031-03-03T11:00:00+01:00")
    assert (report.byline, report.outlet) == ("Orla Venn, Tam Brask", "Halden Post")


def test_meta_tags_and_the_title_without_the_outlet() -> None:
    report = load(
        page(
            "<title>Halden dam holds | Halden Post</title>"
            '<meta property="og:site_name" content="Halden Post">'
            '<meta property="article:published_time" content="2031-03-03T09:30:00Z">'
            '<meta property="article:modified_time" content="2031-03-04T09:30:00Z">'
            '<meta name="author" content="Orla Venn">'
            '<link rel="canonical" href="https://post.example/dam">'
        )
    )
    assert (report.title, report.outlet, report.byline) == ("Halden dam holds", "Halden Post", "Orla Venn")
    assert (report.published, report.updated) == ("2031-03-03T09:30:00Z", "2031-03-04T09:30:00Z")
    assert report.url == "https://post.example/dam"


def test_a_time_element_that_says_what_it_is() -> None:
    body = '<time itemprop="datePublished" datetime="2031-03-03T09:30">Monday</time>' + article()
    assert load(page(body=body)).published == "2031-03-03T09:30"


def test_dates_of_other_reports_and_of_prose_do_not_count() -> None:
    aside = '<aside><time datetime="2029-01-01">old</time><time datetime="2028-01-01">older</time></aside>'
    prose = (
        "<p>The dam was opened on March 3, 1961, and has been rebuilt twice since then, the town's records show.</p>"
    )
    report = load(page(body=aside + article(prose)))
    assert (report.published, report.updated) == (None, None)


@pytest.mark.parametrize("script", ["{broken", "[" * 50_000, '"text"', "null", '{"@graph": 3}', '{"@type": {"x": 1}}'])
def test_broken_metadata_costs_the_metadata_only(script: str) -> None:
    report = load(page(f'<title>Dam</title><script type="application/ld+json">{script}</script>'))
    assert PARAGRAPHS[0] in report.text


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">{}</p>', '<p hidden>{}</p>', '<div aria-hidden="true"><p>{}</p></div>',
        '<p style="visibility:hidden">{}</p>', '<p style="FONT-SIZE : 0">{}</p>',
        '<p style="position:absolute;left:-9999px">{}</p>',
        "<!-- <p>{}</p> -->", "<template><p>{}</p></template>", "<script>var x = '{}';</script>",
        '<p style="opacity:0">{}</p>',
    ],
)  # fmt: skip
def test_hidden_text_is_never_in_the_report(hidden: str) -> None:
    lie = "The mayor confessed that she had known of the cracks in the wall for years, she told nobody at all about it."
    report = load(page(body=article(hidden.format(lie))))
    assert "confessed" not in report.text
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)


def test_hidden_text_is_counted_in_a_note() -> None:
    report = load(page(body=article('<p style="display:none">twelve chars</p>')))
    assert "hidden text left out: 12 characters" in report.notes


def test_a_body_that_scripts_reveal_is_read() -> None:
    data = page().replace(b"<body>", b'<body style="opacity:0">')
    assert PARAGRAPHS[0] in load(data).text


def test_paragraphs_that_the_main_text_lacks_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: PARAGRAPHS[0])
    missing = sum(map(len, PARAGRAPHS[1:]))
    notes = load(page(body=article())).notes
    assert f"2 of 3 visible paragraphs ({missing} characters) are not in the main text" in notes


def test_a_page_without_main_text_is_read_by_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
    report = load(page(body="<nav><p>Menu of the page</p></nav>" + article()))
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert "no main text was found; all visible paragraphs of the page are kept" in report.notes


def test_no_entity_and_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    data = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "http://post.example/">]>'
        b"<html><head><link rel='stylesheet' href='http://post.example/a.css'></head><body>&x;&y;"
        + article().encode()
        + b"<img src='http://post.example/a.png'></body></html>"
    )
    assert PARAGRAPHS[1] in load(data).text


def test_five_thousand_nested_elements_are_refused() -> None:
    with pytest.raises(OverLimit, match="200 deep"):
        load(page(body="<div>" * 5_000 + PARAGRAPHS[0]))


@pytest.mark.parametrize("depth", [10, 150, 190])
def test_text_below_the_limit_of_depth_is_not_lost(depth: int) -> None:
    body = "<div>" * depth + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</div>" * depth
    report = load(page(body=body))
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)


def test_a_hundred_thousand_paragraphs_end_in_a_clear_answer() -> None:
    start = time.process_time()
    with pytest.raises(OverLimit, match="100,000 elements"):
        load(page(body="<p>x</p>" * 100_000))
    report = load(page(body="<p>x</p>" * 60_000))
    assert any("too large to look for its main text" in note for note in report.notes)
    assert time.process_time() - start < 20  # a bound against a hang, not a measure of speed


def test_an_element_with_endless_attributes_is_refused() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(50_000))
    with pytest.raises(OverLimit, match="attributes"):
        load(page(body=f"<p {attributes}>text</p>"))


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"<!-- only this -->", b"<script>x()</script>"])
def test_a_page_without_text(data: bytes) -> None:
    with pytest.raises(Empty):
        load(data)


def test_random_bytes_are_no_page() -> None:
    with pytest.raises(NotText):
        load(random.Random(3).randbytes(100_000))  # noqa: S311  # fixed bytes for a test, no secret


@pytest.mark.parametrize(
    "body",
    [
        "<p>unclosed <b>tags <i>everywhere" * 50, "<table>" * 100 + "x", "<p>" + "&" * 10_000, "<p>\x00nul</p>",
        "<?xml version='1.0' encoding='utf-16'?><p>said utf-16</p>", "<p>" + "<" * 10_000, "]]>" * 1_000 + "text",
    ],
)  # fmt: skip
def test_broken_markup_ends_in_an_answer(body: str) -> None:
    try:
        assert load(page(body=body)).text
    except (Empty, OverLimit) as error:
        assert error.code in {"empty", "over-limit"}  # noqa: PT017  # either answer is clear
