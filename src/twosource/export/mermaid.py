"""A graph as a Mermaid flowchart, for Markdown and slides. Whatever a label holds, it stays one quoted string."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.export.graph import Edge, EdgeKind, Graph, Node, NodeKind
from twosource.export.words import cut, harmless

LABEL_LENGTH = 80
"""Characters of a label; Mermaid breaks none of them over lines by itself."""
REASON_LENGTH = 70
"""Characters of the first reason on an edge."""

HARMLESS = frozenset(" .,:;/()'’“”–—-?!")
"""Marks that stay themselves in a quoted label."""
SHAPES = {
    NodeKind.CLAIM: ('(["', '"])'),
    NodeKind.REPORT: ('["', '"]'),
    NodeKind.SOURCE: ('("', '")'),
    NodeKind.UPSTREAM: ('{{"', '"}}'),
}
ARROWS = {
    EdgeKind.TOLD_BY: "-->",
    EdgeKind.THROUGH: "-->",
    EdgeKind.JOINED: "===",
    EdgeKind.OPEN: "-.-",
    EdgeKind.EITHER: "-.-",
    EdgeKind.COPIED: "-.->",
}
WORDS = {
    EdgeKind.JOINED: "one origin",
    EdgeKind.OPEN: "may be one origin",
    EdgeKind.EITHER: "or with this one",
    EdgeKind.COPIED: "text from",
}
"""What an edge says; of those that join, the first reason is told too."""


def mermaid(graph: Graph) -> str:
    """Return a graph as a Mermaid flowchart. Voices of one origin are joined by thick lines, open ones by dotted."""
    return "".join(f"{line}\n" for line in _lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    yield "flowchart LR"
    yield f"%% {_plain(graph.title)}"
    ids = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        opened, closed = SHAPES[node.kind]
        yield f"  {ids[node.id]}{opened}{label(_node(node))}{closed}"
    for edge in graph.edges:
        words = _edge(edge)
        said = f'|"{label(words)}"|' if words else ""
        yield f"  {ids[edge.tail]} {ARROWS[edge.kind]}{said} {ids[edge.head]}"
    voices = [ids[node.id] for node in graph.nodes if node.origin is not None]
    if voices:
        yield "  classDef origin stroke-width:3px"
        yield f"  class {','.join(voices)} origin"


def _node(node: Node) -> str:
    words = cut(node.label, LABEL_LENGTH)
    if node.kind is NodeKind.CLAIM:
        return f"{words} ({node.about})"
    return words if node.origin is None else f"{words} (origin {node.origin})"


def _edge(edge: Edge) -> str:
    words = WORDS.get(edge.kind, "")
    if edge.kind is EdgeKind.THROUGH:
        return f"{edge.count}" if edge.count > 1 else ""
    if words and edge.kind is not EdgeKind.COPIED and edge.reasons:
        return f"{words}: {cut(edge.reasons[0], REASON_LENGTH)}"
    return words


def label(text: str) -> str:
    """Return a text as it may stand in a quoted Mermaid label: what could end it, or become markup, as a code.

    Mermaid reads ``#35;`` as the character with that number; letters, figures and harmless marks stay as they are.
    """
    plain = _plain(text)
    first = len(plain) - len(plain.lstrip("0123456789"))  # "1. …" and "- …" would become lists
    return "".join(
        it if it.isalnum() or (it in HARMLESS and number != first) else f"#{ord(it)};"
        for number, it in enumerate(plain)
    )


def _plain(text: str) -> str:
    """Return a text on one line without what steers a terminal, and without the braces of a Mermaid directive."""
    return " ".join(harmless(text).split()).replace("%%{", "% %{")
