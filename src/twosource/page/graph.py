"""The way of a claim as a small drawing: who spoke, through which origin, into which reports."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from twosource.export.words import cut
from twosource.model import Claim
from twosource.page.book import Book

BOX_WIDTH = 206
BOX_HEIGHT = 30
ROW = 50
"""Distance of two boxes from top to top, in units of the drawing (1 = 1 px at full size)."""
COLUMN = 280
"""Distance of two columns from left to left."""
NAME_LENGTH = 27
"""Characters of a name that fit a box; the whole name stands beside the drawing."""
MOST_ROWS = 14
"""A drawing with more boxes in a column says less than the list beside it, and is left out."""
MARGIN = 1
"""Room around the boxes for their borders."""
TIE = 20
"""Distance of a tie from the left side of its boxes."""
TIED = "may be one origin"
"""What the tie between two origins says."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the drawing: its corner, its words (cut to fit), and what it stands for."""

    x: int
    y: int
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing: its size, boxes, the lines between them as SVG paths, the words at the ties, and all in a sentence."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    flow: str
    tie: str
    ties: tuple[tuple[int, int, str], ...]
    words: str


def graph(book: Book, claim: Claim) -> Graph | None:
    """Return the drawing of a claim, or None where it would show nothing or too much.

    From left to right: the speaker where one stands behind the origin, the origin, the reports. Origins that may
    depend on one another are tied by a dotted line.
    """
    edges: dict[tuple[str, str], None] = {}
    speakers: dict[str, None] = {}
    origins: dict[str, str] = {}
    for index, origin in enumerate(claim.origins):
        node = f"o{index}"
        origins[node] = book.origin_step(claim, origin).words
        for number in origin.mentions:
            mention = claim.mentions[number]
            chain = book.mention_chain(mention)
            if len(chain) > 1 and chain[-1] != origin.source:
                speakers[chain[-1]] = None
                edges[chain[-1], node] = None
            edges[node, mention.span.report] = None
    told = {mention.span.report for mention in claim.mentions}
    reports = [report for report in book.tags if report in told]
    tallest = max(len(speakers), len(origins), len(reports))
    if not origins or len(reports) < 2 or tallest > MOST_ROWS:
        return None
    at: dict[str, tuple[int, int]] = {}
    boxes: list[Box] = []
    first = 1 if speakers else 0

    def column(number: int, nodes: list[str], kind: str) -> None:
        top = MARGIN + (tallest - len(nodes)) * ROW // 2
        for row, node in enumerate(nodes):
            at[node] = (MARGIN + number * COLUMN, top + row * ROW)
            name = book.tags[node].letter + " " + book.tags[node].label if kind == "report" else origins.get(node)
            boxes.append(Box(*at[node], cut(name or book.name(node), NAME_LENGTH), kind))

    column(0, list(speakers), "speaker")
    column(first, list(origins), "origin")
    column(first + 1, reports, "report")
    flow = "".join(_curve(at[left], at[right]) for left, right in edges)
    tied = list(pairwise(origins)) if claim.most_origins > claim.independent_origins else []
    tie = "".join(_tie(at[a], at[b]) for a, b in tied)
    ties = tuple((at[a][0] + TIE + 8, at[a][1] + BOX_HEIGHT + 14, TIED) for a, _ in tied)
    width = MARGIN * 2 + (first + 1) * COLUMN + BOX_WIDTH
    height = MARGIN * 2 + (tallest - 1) * ROW + BOX_HEIGHT
    return Graph(width, height, tuple(boxes), flow, tie, ties, _sentence(book, claim, origins))


def _curve(left: tuple[int, int], right: tuple[int, int]) -> str:
    """Return a level curve from the right side of one box to the left side of another."""
    x, y = left[0] + BOX_WIDTH, left[1] + BOX_HEIGHT // 2
    to, down = right[0], right[1] + BOX_HEIGHT // 2
    middle = (x + to) // 2
    return f"M{x} {y}C{middle} {y} {middle} {down} {to} {down}"


def _tie(above: tuple[int, int], below: tuple[int, int]) -> str:
    """Return a straight line between two boxes of one column."""
    x = above[0] + TIE
    return f"M{x} {above[1] + BOX_HEIGHT}L{x} {below[1]}"


def _sentence(book: Book, claim: Claim, origins: dict[str, str]) -> str:
    """Return the drawing in words, for those who do not see it."""
    told = []
    for origin, name in zip(claim.origins, origins.values(), strict=True):
        reports = dict.fromkeys(book.tags[claim.mentions[it].span.report].label for it in origin.mentions)
        told.append(f"{name}: in {', '.join(reports)}")
    return "Where the claim comes from. " + "; ".join(told) + "."
