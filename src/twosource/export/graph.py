"""Where claims come from, as a graph: the one model behind the page's drawings, Mermaid, GraphML and JSON.

A node is a claim, a report, a source, or a text upstream that no report holds. A *voice* is a node that tells a claim
as its origin: the outermost source that a report gives for it, or the report itself. Voices that are one origin are
joined, so that a claim has as many groups of joined voices as it has origins at most; an open edge stands between two
that may be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NodeKind(StrEnum):
    """What a node stands for."""

    CLAIM = "claim"
    REPORT = "report"
    SOURCE = "source"
    UPSTREAM = "upstream"


class EdgeKind(StrEnum):
    """What an edge says.

    ``told-by`` leads from a claim to a report, ``through`` from a report to the source that it gives, and on from a
    relay to the one who is heard through it; ``copied`` from a report to where it has text from. ``joined`` and
    ``open`` have no direction: both ends are one origin, or may be. ``either`` ties a voice to a second source that
    it may rest on in place of the one that it is open to.
    """

    TOLD_BY = "told-by"
    THROUGH = "through"
    JOINED = "joined"
    OPEN = "open"
    EITHER = "either"
    COPIED = "copied"


@dataclass(frozen=True, slots=True)
class Node:
    """A node. ``about`` says what more is known of it; ``ref`` is the id of what it stands for.

    ``origin`` is the number, from 1, of the claim's origin whose voice it is; None where it is none. ``counted`` is
    False for a voice that does not support the claim as worded.
    """

    id: str
    kind: NodeKind
    label: str
    about: str
    ref: str
    origin: int | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes, by their ids; ``count`` is how many mentions, claims or passages make it."""

    tail: str
    head: str
    kind: EdgeKind
    count: int = 1
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph. Both numbers of origins are those of its claim, and None in the graph of a whole case."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    independent_origins: int | None = None
    most_origins: int | None = None

    def of_kind(self, kind: EdgeKind) -> Iterator[Edge]:
        """Yield the edges of one kind."""
        return (edge for edge in self.edges if edge.kind is kind)

    def groups(self, *kinds: EdgeKind) -> tuple[tuple[Node, ...], ...]:
        """Return the voices, grouped by the edges of these kinds; the graph of all reports has none."""
        found: dict[str, list[Node]] = {node.id: [node] for node in self.nodes if node.origin is not None}
        for edge in self.edges:
            if edge.kind in kinds and found.get(edge.tail) is not found.get(edge.head):
                found[edge.tail] += found[edge.head]
                for node in found[edge.head]:
                    found[node.id] = found[edge.tail]
        return tuple({id(group): tuple(group) for group in found.values()}.values())


def as_record(graph: Graph) -> dict[str, Any]:
    """Return a graph as one JSON object: the counts, the nodes, and the edges with their reasons."""
    return {
        "title": graph.title,
        "independent_origins": graph.independent_origins,
        "most_origins": graph.most_origins,
        "nodes": [
            {"id": it.id, "kind": str(it.kind), "label": it.label, "about": it.about, "ref": it.ref,
             "origin": it.origin, "counted": it.counted}
            for it in graph.nodes
        ],
        "edges": [
            {"from": it.tail, "to": it.head, "kind": str(it.kind), "count": it.count, "reasons": list(it.reasons)}
            for it in graph.edges
        ],
    }  # fmt: skip
