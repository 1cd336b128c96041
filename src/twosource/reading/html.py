"""An HTML page to its main text and what it declares, with a note of everything that may be missing.

The page is parsed by lxml without network and entities, and never run. A first pass counts elements and depth without
building a tree, since parsers drop what lies too deep without a word. Hidden elements are taken out before the main
text is looked for (trafilatura), and afterwards the page's visible paragraphs are compared with what was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from twosource.errors import Empty, InputError, OverLimit
from twosource.options import Limits
from twosource.reading.assemble import Declared
from twosource.reading.declared import declared

FAST_ELEMENTS = 5_000
"""Elements above which the extractor runs without its rival extractors, which take time by the square of them."""
EXTRACTED_ELEMENTS = 50_000
"""Elements above which the main text is the page's paragraphs: the extractor would take longer than ten seconds."""
ATTRIBUTES = 1_000
"""Attributes of one element, which parsers compare with one another; elements of real pages have some twenty."""
PARAGRAPH_CHARACTERS = 80
"""Characters from which a paragraph of the page is running text, whose absence from the main text is worth a note."""
KEY_CHARACTERS = 60
"""Characters by which a paragraph is looked for in the main text."""
_PARTS_OF_PAGE = frozenset({"nav", "footer", "aside", "form", "header", "button", "select", "figure", "noscript"})
_NEVER_SHOWN = ("script", "style", "template", "noscript", "iframe", "object", "svg")
_HIDING = re.compile(
    r"display:none|visibility:hidden|font-size:0(?:px|em|rem|pt|%)?(?:;|!|$)|(?:left|top|text-indent):-\d{4}"
    r"|(?:^|;)opacity:0(?:\.0+)?(?:;|!|$)|clip:rect\(0"
)
_ROOTS = frozenset({"html", "body", "main", "article"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page, paragraphs apart by blank lines, what the page declares, and notes of the reading."""

    text: str
    declared: Declared
    notes: tuple[str, ...]


def page(source: str, limits: Limits) -> Page:
    """Return the main text of a page and what it declares.

    :raises OverLimit: if it has too many elements, or nests them too deeply.
    :raises Empty: if it has no text.
    """
    if not source.strip():
        raise Empty("there is nothing to read in it")
    counted = _count(source, limits)
    tree = _tree(source)
    found = declared(tree)
    notes = []
    hidden = _drop_hidden(tree)
    if hidden:
        notes.append(f"hidden text left out: {hidden:,} characters")
    visible = _paragraphs(tree)
    text = None if counted > EXTRACTED_ELEMENTS else _main_text(tree, fast=counted > FAST_ELEMENTS)
    if text is None:
        text = "\n\n".join(visible)
        why = (
            "the page is too large to look for its main text"
            if counted > EXTRACTED_ELEMENTS
            else "no main text was found"
        )
        notes.append(f"{why}; all visible paragraphs of the page are kept")
    if not text.strip():
        raise Empty("the page has no text", advice="pages that scripts fill in must be saved after they have loaded")
    missing = _missing(visible, text)
    if missing:
        notes.append(
            f"{len(missing)} of {len(visible)} visible paragraphs ({sum(map(len, missing)):,} characters)"
            " are not in the main text"
        )
    return Page(text, found, tuple(notes))


class _Counter:
    """Parser target that counts elements and depth, and stops at the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.elements = 0
        self.depth = 0

    def start(self, tag: str, attributes: Any) -> None:
        self.elements += 1
        self.depth += 1
        if len(attributes) > ATTRIBUTES:
            raise OverLimit(
                f"an element of the page has more than {ATTRIBUTES:,} attributes", advice="save the report's text alone"
            )
        if self.elements > self.limits.html_elements:
            raise OverLimit(
                f"the page has more than {self.limits.html_elements:,} elements",
                advice="save the report's text alone",
            )
        if self.depth > self.limits.html_depth:
            raise OverLimit(
                f"the page nests its elements more than {self.limits.html_depth} deep",
                advice="save the report's text alone",
            )

    def end(self, tag: str) -> None:
        self.depth -= 1

    def data(self, text: str) -> None:
        pass

    def close(self) -> int:
        return self.elements


def _count(source: str, limits: Limits) -> int:
    parser = etree.HTMLParser(target=_Counter(limits), huge_tree=True, no_network=True, encoding="utf-8")
    try:
        count: Any = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise Empty("the page has no elements") from error
    return int(count)


def _tree(source: str) -> HtmlElement:
    """Return the page as a tree; deep pages were refused before, so nothing is dropped here."""
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        return document_fromstring(source.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Empty("the page has no elements") from error


def _drop_hidden(tree: HtmlElement) -> int:
    """Remove what a browser does not show; return how many characters of text were hidden by style or attribute.

    The root of the page and its main element are exempt: pages hide these until their scripts have run.
    """
    hidden = 0
    for element in list(tree.iter(*_NEVER_SHOWN)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter(etree.Element)):
        if element.tag in _ROOTS or element.getparent() is None or not _is_hidden(element):
            continue
        hidden += len(_SPACE.sub(" ", element.text_content()).strip())
        element.drop_tree()
    return hidden


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    style = element.get("style")
    return bool(style) and _HIDING.search(_SPACE.sub("", style).lower()) is not None


def _paragraphs(tree: HtmlElement) -> list[str]:
    """Return the visible paragraphs outside the page's navigation."""
    found = []
    for element in tree.iter("p", "blockquote", "li"):
        if element.tag != "p" and element.find(".//p") is not None:
            continue
        if any(above.tag in _PARTS_OF_PAGE for above in element.iterancestors()):
            continue
        text = _SPACE.sub(" ", element.text_content()).strip()
        if text and (element.tag != "li" or len(text) >= PARAGRAPH_CHARACTERS):
            found.append(text)
    return found


def _main_text(tree: HtmlElement, fast: bool) -> str | None:
    try:
        from trafilatura import extract
    except ImportError as error:
        raise InputError(
            f"the extractor of main text cannot be loaded: {error}",
            advice='reinstall twosource; old versions of pip leave out "lxml_html_clean"',
        ) from error
    text = extract(tree, fast=fast, include_comments=False, include_tables=False, output_format="txt")
    if not text or not text.strip():
        return None
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _missing(visible: list[str], text: str) -> list[str]:
    """Return the long visible paragraphs whose beginning is not in the main text."""
    flat = "".join(text.split())
    return [
        paragraph
        for paragraph in visible
        if len(paragraph) >= PARAGRAPH_CHARACTERS and "".join(paragraph.split())[:KEY_CHARACTERS] not in flat
    ]
