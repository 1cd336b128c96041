"""The drawings of the page: where a claim comes from, and what all reports rest on, each box a way to its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.export.drawing import claim_drawing, story_drawing
from twosource.export.graph import EdgeKind, Node, NodeKind
from twosource.export.paths import claim_graph, story_graph
from twosource.export.sheet import Box, Drawing
from twosource.model import Claim
from twosource.page.book import Book

TELLING = 3
"""Boxes of a drawing that says no more than its claim's first line: one origin, and two reports that rest on it."""
COPIES_TOLD = 12
"""Ways of copied text told in words below the drawing of the story; the passages tell all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the place on the page that each of its boxes leads to (None: nowhere)."""

    drawing: Drawing
    boxes: tuple[tuple[Box, str | None], ...]


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """The drawing of all reports, and from where they have text, in words."""

    picture: Picture
    copies: tuple[str, ...]


def picture(book: Book, claim: Claim) -> Picture | None:
    """Return the drawing of a claim, or None where it would show nothing."""
    drawing = claim_drawing(claim_graph(book.case, claim), _names(book))
    number = book.number("claim", claim.id)
    places: dict[str, str] = {}
    for index, mention in enumerate(claim.mentions):
        places.setdefault(mention.span.report, f"#{number.place(index)}")

    def href(kind: str, node: Node) -> str | None:
        if kind == "origin":
            return f"#o{number.value}"
        return places.get(node.ref) if node.kind is NodeKind.REPORT else book.source_step(node.ref).href

    return _picture(drawing, href) if drawing and len(drawing.boxes) > TELLING else None


def story_picture(book: Book) -> StoryPicture | None:
    """Return the drawing of all reports, or None where there are fewer than two."""
    graph = story_graph(book.case)
    drawing = story_drawing(graph, _names(book))
    if drawing is None:
        return None

    def href(kind: str, node: Node) -> str | None:
        if kind == "report":
            return book.tags[node.ref].href
        return book.source_step(node.ref).href if node.kind is NodeKind.SOURCE else "#passages"

    nodes = {node.id: node for node in graph.nodes}
    copies = [
        f"{book.tags[nodes[it.tail].ref].letter} has text from {book.tags[nodes[it.head].ref].letter}: "
        f"{it.count} {'passage' if it.count == 1 else 'passages'}"
        for it in graph.of_kind(EdgeKind.COPIED)
        if nodes[it.head].kind is NodeKind.REPORT
    ]
    shared = [book.lettered(it.reasons[0]) for it in graph.of_kind(EdgeKind.JOINED) if it.reasons]
    told = (*shared, *copies)
    more = [f"and {len(told) - COPIES_TOLD} more, among the shared text"] if len(told) > COPIES_TOLD else []
    return StoryPicture(_picture(drawing, href), (*told[:COPIES_TOLD], *more))


def _picture(drawing: Drawing, href: Callable[[str, Node], str | None]) -> Picture:
    boxes = tuple((box, href(box.kind, box.nodes[0]) if len(box.nodes) == 1 or box.kind == "origin" else None)
                  for box in drawing.boxes)  # fmt: skip
    return Picture(drawing, boxes)


def _names(book: Book) -> dict[str, tuple[str, str]]:
    return {id: (tag.letter, tag.label) for id, tag in book.tags.items()}
