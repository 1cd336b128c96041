"""The sheet that a graph is drawn on: boxes in columns, lines between them, what is too much folded into one box."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from twosource.export.graph import Node, NodeKind

BOX_WIDTH = 206
BOX_HEIGHT = 28
ROW = 38
"""Distance of two boxes from top to top, in units of the drawing (1 = 1 px at full size)."""
COLUMN = 270
"""Distance of two columns from left to left."""
NAME_LENGTH = 27
"""Characters of a name that fit a box; the whole name stands in the words of the drawing."""
MOST_ROWS = 12
"""Boxes of a column; of more, those with the same lines are folded into one, and then the last ones into a rest."""
MARGIN = 8
"""Room around the boxes for their borders and for what is drawn beside them."""
ASIDE = 170
"""Room for notes at the right of the reports."""
BULGE = 16
"""How far a tie stands out from the boxes that it connects."""
MAY_BE_ONE = "dotted: may be one origin"
COUNT_ONCE = "bracket: share their text, count once"
THICK = (1, 4, 10)
"""Claims or passages from which a line is drawn thin, medium and thick."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its corner, its words (cut to fit), what it stands for, and whether it stands for several (``folded``)."""

    x: int
    y: int
    words: str
    kind: str
    nodes: tuple[Node, ...]

    @property
    def folded(self) -> bool:
        """Whether the box stands for several things."""
        return len(self.nodes) > 1 and self.kind == "report"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: its size, boxes, lines by thickness as SVG paths, ties and brackets, notes, and all in a sentence."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, str], ...]
    tie: str
    bracket: str
    notes: tuple[tuple[int, int, str], ...]
    words: str


Row = tuple[Node, ...]
"""What a box stands for: one node, or those that are folded into it."""
Names = Mapping[str, tuple[str, str]]
"""Letters and names of reports, by their ids, where they are called otherwise than in the graph."""


def short(name: str, length: int = NAME_LENGTH) -> str:
    """Return a name cut to a length, with a mark where it was longer."""
    name = " ".join(name.split())
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"


class Sheet:
    """Places columns of rows and draws lines between them."""

    def __init__(self, names: Names, height: int) -> None:
        self.names = names
        self.height = height
        self.boxes: list[Box] = []
        self.at: dict[str, tuple[int, int]] = {}
        self.flow: dict[int, dict[str, None]] = {}

    def column(
        self,
        number: int,
        rows: Sequence[Row],
        kind: str,
        name: Callable[[Row], str],
        key: Callable[[Node], str] = lambda node: node.id,
    ) -> None:
        """Place rows one below another, in the middle of the drawing's height; lines find them by their keys."""
        y = MARGIN + (self.height - len(rows)) * ROW // 2
        for row in rows:
            corner = (MARGIN + BULGE + number * COLUMN, y)
            for node in row:
                self.at[key(node)] = corner
            self.boxes.append(Box(*corner, short(name(row)), kind, row))
            y += ROW

    def label(self, node: Node) -> str:
        """Return what a report or a source is called."""
        letter, label = self.names.get(node.ref, ("", node.label)) if node.kind is NodeKind.REPORT else ("", node.label)
        return f"{letter} {label}".strip()

    def letter(self, node: Node) -> str:
        """Return the letter of a report, or its name where it has none."""
        return self.names.get(node.ref, ("", ""))[0] or self.label(node)

    def name(self, row: Row) -> str:
        """Return what a box of reports is called."""
        if len(row) == 1:
            return self.label(row[0])
        more = f" and {len(row) - 1} more"
        return f"{short(self.label(row[0]), NAME_LENGTH - len(more))}{more}"

    def line(self, left: str, right: str, number: int = 1) -> None:
        """Draw a level curve from the right side of one box to the left side of another."""
        (x, y), (to, down) = self.at[left], self.at[right]
        if x >= to:
            return
        x, y, down = x + BOX_WIDTH, y + BOX_HEIGHT // 2, down + BOX_HEIGHT // 2
        middle = (x + to) // 2
        width = sum(number >= least for least in THICK)
        self.flow.setdefault(width, {})[f"M{x} {y}C{middle} {y} {middle} {down} {to} {down}"] = None

    def arc(self, one: str, other: str) -> str:
        """Return an arc on the left side of two boxes of one column."""
        (x, y), (_, down) = sorted((self.at[one], self.at[other]), key=lambda corner: corner[1])
        y, down = y + BOX_HEIGHT // 2, down + BOX_HEIGHT // 2
        return f"M{x} {y}C{x - BULGE} {y} {x - BULGE} {down} {x} {down}" if y < down else ""

    def drawing(
        self, columns: int, words: str, tie: str = "", bracket: str = "", notes: Sequence[tuple[int, int, str]] = ()
    ) -> Drawing:
        """Return the drawing, with a line of words below it where a sign needs to be told."""
        beside = ASIDE if notes or bracket else 0
        notes = list(notes)
        height = MARGIN + self.height * ROW + MARGIN
        signs = [sign for sign, drawn in ((MAY_BE_ONE, tie), (COUNT_ONCE, bracket)) if drawn]
        if signs:
            notes.append((MARGIN + BULGE, height + 8, "; ".join(signs)))
            height += ROW // 2
        width = 2 * MARGIN + BULGE + (columns - 1) * COLUMN + BOX_WIDTH + beside
        flow = tuple((thick, "".join(paths)) for thick, paths in sorted(self.flow.items()))
        return Drawing(width, height, tuple(self.boxes), flow, tie, bracket, tuple(notes), words)


def folded(nodes: Sequence[Node], key: Callable[[Node], Hashable], most: int = MOST_ROWS) -> list[Row]:
    """Return the rows of a column: each node one, or, where they are too many, those with the same key in one."""
    if len(nodes) <= most:
        return [(node,) for node in nodes]
    groups: dict[Hashable, list[Node]] = {}
    for node in nodes:
        groups.setdefault(key(node), []).append(node)
    rows: list[Row] = []
    for group in groups.values():
        rows += [tuple(group)] if len(group) > 1 else [(group[0],)]
    if len(rows) > most:
        rows = [*rows[: most - 1], tuple(node for row in rows[most - 1 :] for node in row)]
    return rows


def with_rest(rows: list[Row]) -> list[Row]:
    """Return the rows, those beyond the last that fits folded into it."""
    if len(rows) <= MOST_ROWS:
        return rows
    return [*rows[: MOST_ROWS - 1], tuple(node for row in rows[MOST_ROWS - 1 :] for node in row)]
