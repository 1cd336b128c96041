"""A task: one piece of work, and how it finds its tables and writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from twosource.options import Options
from twosource.scale import steps
from twosource.scale.plan import Shard
from twosource.scale.store import Store, split, write_table

BATCH_REPORTS = 512
"""Rows of long tables that are held at once."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a ``part`` of a step, with the keys of the pieces that it is made from, by their step.

    ``key`` depends on all of this; ``previous`` names the grouping whose ids go on;
    ``edges`` are the first days of all but the first part of the archive's days;
    ``reports`` says about how many reports it is a share of the work for.
    """

    step: str
    key: str
    folder: str
    made_from: tuple[tuple[str, tuple[str, ...]], ...] = ()
    part: int = 0
    parts: int = 1
    shard: Shard | None = None
    options: Options | None = None
    edges: tuple[int, ...] = ()
    previous: str = ""
    reports: int = 0

    def inputs(self, store: Store, step: str, name: str) -> list[Path]:
        """Return the tables of this name that an earlier step has made for this task."""
        return [store.piece(step, key, name) for key in dict(self.made_from)[step]]


def own(paths: Sequence[Path], part: int) -> Path:
    """Return the piece of one partition, where a step has made one for each."""
    return paths[part]


def cut(table: pa.Table) -> Iterator[pa.Table]:
    """Yield a table of texts a few at a time."""
    for first in range(0, table.num_rows, BATCH_REPORTS):
        yield table.slice(first, BATCH_REPORTS)


def scatter(task: Task, store: Store, name: str, table: pa.Table, keys: steps.Keys, schema: pa.Schema) -> int:
    """Write a table in one batch for each partition of its keys."""
    return write(task, store, name, schema, split(table, steps.part_of(keys, task.parts), task.parts))


def write(task: Task, store: Store, name: str, schema: pa.Schema, tables: Iterable[pa.Table]) -> int:
    """Write a table of a task, one batch for each of the tables given; return the number of rows."""
    return write_table(store.piece(task.step, task.key, name), schema, tables)
