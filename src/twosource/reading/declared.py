"""What a page declares about itself: JSON-LD, OpenGraph and article meta tags, ``<time>``, ``<title>``; never prose."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

from twosource.reading.assemble import Declared
from twosource.reading.dating import declared_stamp
from twosource.reading.records import name_of

NESTING = 8
"""Levels of JSON-LD that are searched for the article."""
SCRIPT_CHARACTERS = 1_000_000
"""Characters of one JSON-LD script that are parsed; longer ones are no metadata."""
_ARTICLE_TYPES = frozenset({"report", "blogposting", "liveblogposting", "socialmediaposting"})
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_META_TITLE = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
_META_OUTLET = ("og:site_name", "dc.publisher", "application-name", "article:publisher", "twitter:site")
_META_BYLINE = ("author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl")
_META_URL = ("og:url",)
_META_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "publishdate", "pubdate",
    "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.created", "dc.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_META_UPDATED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "lastmod",
    "last-modified", "article:updated_time",
)  # fmt: skip
_TITLE_MARKS = (" | ", " - ", " – ", " — ", " :: ", " » ")


def declared(tree: HtmlElement) -> Declared:
    """Return what the page declares; JSON-LD counts before meta tags, these before elements of the page."""
    meta = _meta(tree)
    first = _json_ld(tree, _get(meta, _META_TITLE))
    outlet = first.outlet or _plain(_get(meta, _META_OUTLET))
    dates = tuple(_dates(tree, meta, first.published))
    title = first.title or _get(meta, _META_TITLE) or _heading(tree) or _title(tree)
    return Declared(
        title=_without_outlet(title, outlet),
        outlet=outlet,
        byline=first.byline or _plain(_get(meta, _META_BYLINE)),
        url=_address(_get(meta, _META_URL)) or _address(_link(tree)) or first.url,
        published=dates[0][1] if dates else None,
        updated=first.updated or _stamp(meta, _META_UPDATED) or _time(tree, "datemodified", "updated"),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or first.language,
        dates=dates,
    )


def _dates(tree: HtmlElement, meta: Mapping[str, str], first: str | None) -> Iterator[tuple[str, str]]:
    """Yield where the page declares when it was published, and the date; what counts most comes first."""
    found = (
        ("JSON-LD", first),
        ("metadata", _stamp(meta, _META_PUBLISHED)),
        ("a <time> element", _time(tree, "datepublished", "pubdate")),
    )
    yield from ((where, stamp) for where, stamp in found if stamp)


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), html.unescape(content))
    return found


def _get(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _stamp(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((stamp for name in names if (stamp := declared_stamp(meta.get(name)))), None)


def _plain(name: str | None) -> str | None:
    """Return a name, or None where the page gives an address or a handle in its place."""
    return None if name is None or "://" in name or name.startswith(("@", "www.", "/")) else name


def _address(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None


def _link(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").strip().lower() == "canonical":
            return (element.get("href") or "").strip() or None
    return None


def _heading(tree: HtmlElement) -> str | None:
    """Return the one main heading of the page, None where it has several."""
    found = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    found = [text for text in found if text]
    return found[0] if len(found) == 1 else None


def _title(tree: HtmlElement) -> str | None:
    for element in tree.iter("title"):
        text = " ".join((element.text or "").split())
        if text:
            return text
    return None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the outlet's name behind it, as pages write it for the browser's tab."""
    title = " ".join((title or "").split())
    for mark in _TITLE_MARKS:
        head, _, tail = title.rpartition(mark)
        if head and outlet and tail.casefold() == outlet.casefold():
            return head.strip()
    return title or None


def _time(tree: HtmlElement, *properties: str) -> str | None:
    """Return the stamp of the ``<time>`` elements that name themselves as one of the properties, if they agree."""
    found = set()
    for element in tree.iter("time", "meta", "span", "abbr"):
        marks = (element.get("itemprop") or "").lower().split()
        if element.tag == "time" and element.get("pubdate") is not None:
            marks.append("pubdate")
        if any(mark in properties for mark in marks):
            stamp = declared_stamp(element.get("datetime") or element.get("content") or element.get("title"))
            found.add(stamp)
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _json_ld(tree: HtmlElement, title: str | None) -> Declared:
    """Return what the JSON-LD node of the article says: the one with the page's title, else the first."""
    nodes = [node for script in _scripts(tree) for node in _articles(script, 0)]
    best = next((node for node in nodes if title and _headline(node) == title), nodes[0] if nodes else None)
    if best is None:
        return Declared()
    place = best.get("url") or best.get("@id")
    found = Declared(
        title=_headline(best),
        outlet=_plain(name_of(best.get("publisher"))),
        byline=_plain(name_of(best.get("author") or best.get("creator"))),
        url=_address(place if isinstance(place, str) else None),
        published=declared_stamp(best.get("datePublished") or best.get("dateCreated")),
        updated=declared_stamp(best.get("dateModified")),
        language=name_of(best.get("inLanguage")),
    )
    return replace(found, updated=None) if found.updated == found.published else found


def _headline(node: Mapping[str, Any]) -> str | None:
    headline = node.get("headline") or node.get("name")
    if not isinstance(headline, str):
        return None
    return " ".join(html.unescape(headline).split()) or None


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in (element.get("type") or "").lower() or len(text) > SCRIPT_CHARACTERS:
            continue
        text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken metadata costs the metadata, never the page


def _articles(node: Any, level: int) -> Iterator[Mapping[str, Any]]:
    if level > NESTING:
        return
    if isinstance(node, list):
        for item in node:
            yield from _articles(item, level + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _is_article(kind) for kind in kinds):
            yield node
        for name in _INSIDE:
            yield from _articles(node.get(name), level + 1)


def _is_article(kind: str) -> bool:
    kind = kind.rpartition("/")[2].rpartition(":")[2].lower()
    return kind.endswith("article") or kind in _ARTICLE_TYPES
