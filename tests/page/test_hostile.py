"""Text from strangers in every field: it may be read, but it may not become a part of the page."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from lxml import etree, html  # type: ignore[import-untyped]  # the package ships no types

from tests.support_case import CASE
from twosource.model import (
    Case,
    Claim,
    Copy,
    Mention,
    Origin,
    Part,
    PartKind,
    Relation,
    Report,
    Skipped,
    Source,
    SourceType,
    Span,
)
from twosource.page import page
from twosource.page.book import web_address
from twosource.page.render import embedded

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<!--<script>",
    "]]><iframe src=//evil.example>",
    "{{ 7 * 7 }}{% for it in view %}",
    "<a href='javascript:alert(1)'>x</a>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "\u202e<b>txt.exe\u2066 \u2028\u2029 \x00\x1b \ud800",
    "&lt;script&gt;&#x3c;img&#x3e;",
)
ELEMENTS = frozenset(
    "html head meta title style body a header p section h1 h2 h3 h4 ul ol li bdi span b i em strong cite time div dl "
    "dt dd details summary nav main table thead tbody tr th td small article figure svg path rect use defs text "
    "blockquote mark sup s br footer kbd script".split()
)
ATTRIBUTES = frozenset(
    "lang charset http-equiv content name class id href rel open tabindex aria-label aria-labelledby aria-hidden role "
    "scope dir title data-a data-b data-e type viewbox viewBox width height x y rx d".split()
)
FIXED = frozenset(
    {"id", "report", "statement", "source", "chain", "parent", "addressee", "reports", "silent", "members"}
)
"""Fields that hold ids: the findings must still know one another."""


def _poisoned(thing: Any, payload: str, name: str = "") -> Any:
    """Return a copy of a case in which every free field holds the payload; spans and ids keep their sense."""
    if isinstance(thing, Span | PartKind) or name in FIXED:
        return thing
    if type(thing) is str:
        return f"{thing}{payload}"
    if isinstance(thing, tuple):
        return tuple(_poisoned(item, payload) for item in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        skip = {"options"}
        if isinstance(thing, Report):
            skip |= {"text", "parts"}
        elif isinstance(thing, Copy):
            skip |= {"a", "b", "origin", "passages"}
        changes = {
            f.name: _poisoned(getattr(thing, f.name), payload, f.name) for f in fields(thing) if f.name not in skip
        }
        return replace(thing, **changes)
    return thing


def _names(payload: str) -> Case:
    """Return a case in which the ids of reports and sources and the text itself hold the payload too."""
    text = f"Head {payload}\n\nBody {payload} end."
    line = text.index("\n")
    parts = (Part(PartKind.HEADLINE, 0, line, payload), Part(PartKind.FURNITURE, line, len(text), payload))
    report = Report(f"r{payload}", payload, "0" * 64, text, title=payload, url=f"https://x.example/{payload}")
    other = replace(report, id=f"s{payload}", url=f"javascript:{payload}", parts=parts, language='en"><script>')
    source = Source(f"s{payload}", payload, SourceType.PERSON, (payload,), (report.span(0, 4),))
    mentions = tuple(Mention(it.span(0, 4), None, Relation.VERBATIM) for it in (report, other))
    origins = (Origin(source.id, (payload,), (0,)), Origin(None, (payload,), (1,)))
    claim = Claim(f"c{payload}", payload, mentions, (report.id, other.id), (), origins, 1, 2)
    skipped = (Skipped(payload, payload, payload),)
    return Case(reports=(report, other), sources=(source,), claims=(claim,), skipped=skipped)


def _foreign(source: str) -> list[str]:
    """Return every element, attribute and link of a page that it should not have."""
    tree = html.document_fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    found = []
    for element in tree.iter():
        if isinstance(element, etree._Comment) or element.tag not in ELEMENTS:
            found.append(f"<{element.tag}>")
            continue
        found += [f"{element.tag}@{name}" for name in element.keys() if name not in ATTRIBUTES]  # noqa: SIM118  # lxml
        href = element.get("href", "#")
        if not href.startswith(("#", "https://")):
            found.append(f"href={href}")
    found += ["more than two scripts"] * (len(tree.xpath("//script")) != 2)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_can_put_anything_into_the_page(payload: str) -> None:
    for case in (_poisoned(CASE, payload), _names(payload)):
        source = page(case)
        assert _foreign(source) == []
        source.encode("utf-8")


def test_the_check_itself_finds_what_is_foreign() -> None:
    assert _foreign("<p onclick=x><img src=x><a href='javascript:x'>x</a><!-- x --></p>") != []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_data_cannot_end_its_block_and_reads_back_the_same(payload: str) -> None:
    data = embedded(_poisoned(CASE, payload))
    assert not set(data) & set("<>&\u2028\u2029")
    assert json.loads(data)["skipped"][0]["reason"].endswith(payload)


NO_ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "//evil.example", "https:evil", "https://", "http://[::1", " https://x.example", "https://x.example/\nx",
    "ftp://x.example", "https://x.example/\x7f", "", None,
)  # fmt: skip


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_web_address_becomes_no_link(url: str | None) -> None:
    assert web_address(url) is None


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address("https://x.example/a?b=1&c=%22") == "https://x.example/a?b=1&c=%22"
    assert web_address("HTTP://x.example/") == "HTTP://x.example/"


def test_text_that_html_does_not_allow_is_shown_as_missing() -> None:
    report = Report("a.txt", "a.txt", "0" * 64, "One\x00two\x1bthree \ud800 four")
    source = page(Case(reports=(report,)))
    assert "One\ufffdtwo\ufffdthree \ufffd four" in source
