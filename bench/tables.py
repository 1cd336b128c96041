"""How figures are laid out: as aligned lines to be read, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.metrics import Count
from bench.scoring import Figures

BARE_SHARES = " token F1"
"""Figures whose count, of single words, is told in the JSON alone."""


def rows(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, the first its head: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        cells = [first.ljust(widths[0]), *(cell.rjust(size) for cell, size in zip(rest, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def cell(name: str, count: Count) -> str:
    """Return a figure as it stands in a table: its share with the count behind it; of nothing a dash."""
    if not count.of:
        return "-"
    if name == "failed":
        return str(count)
    return f"{count.share:.3f}" if name.endswith(BARE_SHARES) else f"{count.share:.3f} {count}"


def figures_table(columns: Sequence[str], by_method: Mapping[str, Figures]) -> Iterator[str]:
    """Yield the figures of methods, a method a line."""
    head = ["", *(name.replace(BARE_SHARES, "") for name in columns)]
    lines = [[method, *(cell(name, figures[name]) for name in columns)] for method, figures in by_method.items()]
    yield from rows([head, *lines])


def plain(figures: Mapping[str, Count]) -> dict[str, Any]:
    """Return figures for JSON: of each its value and the two counts behind it."""
    return {name: {"value": count.share, "right": count.right, "of": count.of} for name, count in figures.items()}
