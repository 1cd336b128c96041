"""A graph laid out as a drawing: that of a claim, and that of all reports. What many share is folded into one box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.export.graph import EdgeKind, Graph, Node, NodeKind
from twosource.export.sheet import (
    BOX_HEIGHT,
    BOX_WIDTH,
    BULGE,
    COLUMN,
    MARGIN,
    MOST_ROWS,
    Drawing,
    Names,
    Row,
    Sheet,
    folded,
    with_rest,
)
from twosource.export.words import count
from twosource.model import joined

LEVELS = 3
"""Layers of speakers behind an origin that are drawn; a chain of more is all but unknown in news."""
SENTENCE_PARTS = 30
"""Boxes told in the words of a drawing."""


def claim_drawing(graph: Graph, names: Names | None = None) -> Drawing | None:
    """Return the drawing of a claim: speakers, origins, reports, from left to right. None where it would show nothing.

    A box of the middle is one origin, however many voices are joined in it: the drawing has as many as the claim has
    origins at most.

    :param names: letters and names of reports, by their ids, in the order in which they are drawn.
    """
    told = {edge.head for edge in graph.of_kind(EdgeKind.TOLD_BY)}
    order = {id: place for place, id in enumerate(names or ())}
    reports = sorted((node for node in graph.nodes if node.id in told), key=lambda node: order.get(node.ref, 0))
    origins = graph.groups(EdgeKind.JOINED)
    if not origins or len(reports) < 2:
        return None
    home = {node.id: number for number, group in enumerate(origins) for node in group}
    rests = _rests(graph, reports, home)
    rows = folded(reports, lambda node: frozenset(rests[node.id]))
    middle = with_rest(list(origins))
    layers = _speakers(graph, set(home))
    sheet = Sheet(names or {}, max(len(rows), len(middle), *(len(layer) for layer in layers), 1))
    for number, layer in enumerate(reversed(layers)):
        sheet.column(number, layer, "speaker", lambda row: _first(row, "speaker"))
    sheet.column(len(layers), middle, "origin", lambda row: _origin_name(sheet, row, home),
                 lambda node: f"o{home[node.id]}")  # fmt: skip
    sheet.column(len(layers) + 1, rows, "report", sheet.name)
    for node in reports:
        for number in sorted(rests[node.id]):
            sheet.line(f"o{number}", node.id)
    for edge in graph.of_kind(EdgeKind.THROUGH):
        right = f"o{home[edge.tail]}" if edge.tail in home else edge.tail
        if edge.head in sheet.at and right in sheet.at:
            sheet.line(edge.head, right)
    parts = []
    for number, group in enumerate(origins):
        where = [sheet.label(node) for node in reports if number in rests[node.id]]
        parts.append(f"{_origin_name(sheet, group, home)}: in {_some(where)}")
    return sheet.drawing(len(layers) + 2, _sentence("Where the claim comes from", parts), tie=_ties(sheet, graph, home))


def story_drawing(graph: Graph, names: Names | None = None) -> Drawing | None:
    """Return the drawing of all reports: what two or more of them rest on at the left, the reports at the right.

    A line is the thicker, the more claims a report has from there. Reports that share their text stand together within
    a bracket. None where there are fewer than two reports.
    """
    reports = [node for node in graph.nodes if node.kind is NodeKind.REPORT]
    if len(reports) < 2:
        return None
    groups = _dependent(graph, reports)
    ordered = [node for group in groups for node in group]
    group_of = {node.id: number for number, group in enumerate(groups) for node in group}
    rows = folded(ordered, lambda node: group_of[node.id])
    users = _users(graph)
    nodes = {node.id: node for node in graph.nodes}
    row_of = {node.id: number for number, row in enumerate(rows) for node in row}
    shared = sorted(
        (id for id, by in users.items() if len(by) > 1), key=lambda id: (-len(users[id]), -sum(users[id].values()), id)
    )
    left = with_rest([(nodes[id],) for id in shared])
    if len(left) == len(shared):  # each beside its reports, so that few lines cross
        left.sort(key=lambda row: (sum(map(row_of.__getitem__, by := users[row[0].id])) / len(by), row[0].id))
    sheet = Sheet(names or {}, max(len(rows), len(left), 1))
    sheet.column(0, left, "origin", lambda row: _source_name(sheet, row, users, nodes))
    sheet.column(1, rows, "report", sheet.name)
    for id in shared:
        for report, number in users[id].items():
            sheet.line(id, report, number)
    right = MARGIN + BULGE + COLUMN + BOX_WIDTH
    bracket = "".join(_bracket(sheet, group, right + 8) for group in groups if len(group) > 1)
    alone = {node.id: sum(1 for by in users.values() if set(by) == {node.id}) for node in reports}
    notes = [
        (right + 20, sheet.at[row[0].id][1] + 18, f"+ {count(number, 'source')} of its own")
        for row in rows
        if len(row) == 1 and (number := alone[row[0].id])
    ]
    told = {id: [sheet.label(nodes[report]) for report in users[id]] for id in shared}
    parts = [f"{_source_name(sheet, (nodes[id],), users, nodes)}: in {_some(told[id])}" for id in shared]
    parts += [f"{_some([sheet.label(node) for node in group])} share their text" for group in groups if len(group) > 1]
    return sheet.drawing(2, _sentence("What the reports rest on", parts), bracket=bracket, notes=notes)


def _users(graph: Graph) -> dict[str, dict[str, int]]:
    """Return, by source, the reports that rest on it and how many of their claims; texts upstream that meet are one."""
    users: dict[str, dict[str, int]] = {}
    for edge in graph.of_kind(EdgeKind.THROUGH):
        users.setdefault(edge.head, {})[edge.tail] = edge.count
    upstream: dict[str, dict[str, int]] = {}
    for edge in graph.of_kind(EdgeKind.COPIED):
        if edge.head.startswith("upstream:"):
            upstream.setdefault(edge.head, {})[edge.tail] = edge.count
    merged: list[tuple[str, dict[str, int]]] = []
    for id, by in upstream.items():
        meeting = [pair for pair in merged if pair[1].keys() & by.keys()]
        merged = [pair for pair in merged if pair not in meeting]
        for _, other in meeting:
            by = {report: by.get(report, 0) + other.get(report, 0) for report in (*by, *other)}
        merged.append((meeting[0][0] if meeting else id, by))
    order = {node.id: number for number, node in enumerate(graph.nodes)}
    return users | {id: {report: by[report] for report in sorted(by, key=order.__getitem__)} for id, by in merged}


def _source_name(sheet: Sheet, row: Row, users: Mapping[str, Mapping[str, int]], nodes: Mapping[str, Node]) -> str:
    """Return what a source of several reports is called; a text upstream by the reports that have text from it."""
    if len(row) > 1:
        return count(len(row), "more source")
    if row[0].kind is NodeKind.UPSTREAM:
        return f"a text behind {_some([sheet.letter(nodes[report]) for report in users[row[0].id]])}"
    return row[0].label


def _rests(graph: Graph, reports: Iterable[Node], home: Mapping[str, int]) -> dict[str, set[int]]:
    """Return the origins that each report rests on: those of the sources that it gives, and of its own voice."""
    rests: dict[str, set[int]] = {node.id: set() for node in reports}
    for edge in graph.of_kind(EdgeKind.THROUGH):
        if edge.tail in rests and edge.head in home:
            rests[edge.tail].add(home[edge.head])
    by_ref = {node.ref: node.id for node in reports}
    for node in graph.nodes:
        if node.kind is NodeKind.REPORT and node.id in home and node.ref in by_ref:
            rests[by_ref[node.ref]].add(home[node.id])
    return rests


def _speakers(graph: Graph, voices: set[str]) -> list[list[Row]]:
    """Return those who are heard through the origins, layer by layer, the nearest first."""
    nodes = {node.id: node for node in graph.nodes if node.kind is NodeKind.SOURCE}
    through = [(edge.tail, edge.head) for edge in graph.of_kind(EdgeKind.THROUGH)]
    seen, here = set(voices), voices
    layers: list[list[Row]] = []
    while len(layers) < LEVELS:
        found = dict.fromkeys(head for tail, head in through if tail in here and head in nodes and head not in seen)
        if not found:
            break
        seen |= set(found)
        here = set(found)
        layers.append(with_rest([(nodes[id],) for id in found]))
    return layers


def _origin_name(sheet: Sheet, row: Row, home: Mapping[str, int]) -> str:
    """Return what an origin is called: its first source, or the own account of its reports."""
    inside = {home[node.id] for node in row}
    if len(inside) > 1:
        return f"{len(inside)} more origins"
    named = [node.label for node in row if node.kind is NodeKind.SOURCE]
    own = [sheet.letter(node) for node in row if node.kind is NodeKind.REPORT]
    return named[0] if named else f"own account of {_some(own)}"


def _first(row: Row, noun: str) -> str:
    return row[0].label if len(row) == 1 else f"{count(len(row), 'more ' + noun)}"


def _some(names: Sequence[str]) -> str:
    """Return a list of names, of many the first and how many more."""
    names = list(dict.fromkeys(names))
    if len(names) <= MOST_ROWS:
        return joined(names)
    return f"{', '.join(names[: MOST_ROWS - 1])} and {len(names) - MOST_ROWS + 1} more"


def _sentence(about: str, parts: Sequence[str]) -> str:
    """Return a drawing in words, for those who do not see it."""
    more = [f"and {len(parts) - SENTENCE_PARTS} more"] if len(parts) > SENTENCE_PARTS else []
    return f"{about}. {'; '.join((*parts[:SENTENCE_PARTS], *more))}."


def _ties(sheet: Sheet, graph: Graph, home: Mapping[str, int]) -> str:
    """Return the arcs between origins that may be one, as few as say which hang together."""
    head = {number: number for number in home.values()}
    arcs: dict[str, None] = {}
    for edge in (*graph.of_kind(EdgeKind.OPEN), *graph.of_kind(EdgeKind.EITHER)):
        a, b = home[edge.tail], home[edge.head]
        while head[a] != a:
            a = head[a]
        while head[b] != b:
            b = head[b]
        if a != b:
            head[b] = a
            arcs[sheet.arc(f"o{home[edge.tail]}", f"o{home[edge.head]}")] = None
    return "".join(arcs)


def _dependent(graph: Graph, reports: Sequence[Node]) -> list[Row]:
    """Return the reports in groups that share their text, in the order of the first of each."""
    found: dict[str, list[Node]] = {node.id: [node] for node in reports}
    for edge in graph.of_kind(EdgeKind.JOINED):
        a, b = found[edge.tail], found[edge.head]
        if a is not b:
            a += b
            for node in b:
                found[node.id] = a
    return [tuple(group) for group in {id(group): group for group in found.values()}.values()]


def _bracket(sheet: Sheet, group: Row, x: int) -> str:
    """Return a bracket beside the boxes of a group; none where they are folded into one box."""
    rows = sorted({sheet.at[node.id][1] for node in group})
    if len(rows) < 2:
        return ""
    top, bottom = rows[0] + 4, rows[-1] + BOX_HEIGHT - 4
    return f"M{x - 5} {top}L{x} {top}L{x} {bottom}L{x - 5} {bottom}"
