"""A graph as GraphML, for Gephi, yEd, networkx: every attribute is declared with its type, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from twosource.export.graph import EdgeKind, Graph
from twosource.export.svg import xml_text

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_LOCATION = f"{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"

KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("about", "node", "string"),
    ("ref", "node", "string"),
    ("origin", "node", "int"),
    ("counted", "node", "boolean"),
    ("kind", "edge", "string"),
    ("weight", "edge", "double"),
    ("reasons", "edge", "string"),
    ("title", "graph", "string"),
    ("independent_origins", "graph", "int"),
    ("most_origins", "graph", "int"),
)
"""The attributes: name, what they are of, type. Gephi takes ``label`` for a node's name, ``weight`` for an edge's."""


def graphml(graph: Graph) -> str:
    """Return a graph as a GraphML document. The edges of claim, path and copy are directed, the others not."""
    root = ET.Element("graphml", {"xmlns": NAMESPACE, "xmlns:xsi": _XSI, "xsi:schemaLocation": _LOCATION})
    for name, of, type in KEYS:
        ET.SubElement(root, "key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": type})
    body = ET.SubElement(root, "graph", {"id": "twosource", "edgedefault": "directed"})
    _data(body, "graph", (
        ("title", graph.title), ("independent_origins", graph.independent_origins),
        ("most_origins", graph.most_origins),
    ))  # fmt: skip
    ids = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        entry = ET.SubElement(body, "node", {"id": ids[node.id]})
        _data(entry, "node", (
            ("label", node.label), ("kind", str(node.kind)), ("about", node.about), ("ref", node.ref),
            ("origin", node.origin), ("counted", node.counted),
        ))  # fmt: skip
    for number, edge in enumerate(graph.edges):
        directed = "false" if edge.kind in (EdgeKind.JOINED, EdgeKind.OPEN, EdgeKind.EITHER) else "true"
        entry = ET.SubElement(body, "edge", {
            "id": f"e{number}", "source": ids[edge.tail], "target": ids[edge.head], "directed": directed,
        })  # fmt: skip
        _data(entry, "edge", (
            ("kind", str(edge.kind)), ("weight", float(edge.count)), ("reasons", "; ".join(edge.reasons)),
        ))  # fmt: skip
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _data(parent: ET.Element, of: str, values: Iterable[tuple[str, object]]) -> None:
    """Write what is known: an attribute without a value is left out."""
    for name, value in values:
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else xml_text(str(value))
            ET.SubElement(parent, "data", {"key": f"{of}-{name}"}).text = text
