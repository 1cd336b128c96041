"""Steps over Spark's tables: which rows a step is handed together, and nothing else.

A step is a function from Arrow tables to an Arrow table. Spark cuts, sorts, sends and repeats as it likes; since a
step's result does not depend on how its rows were cut or ordered, a task that is run again on another worker gives the
same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PART = "part"
"""Column of the partition that a row belongs to, where two tables are brought together."""
BATCH_ROWS = 4096
"""Rows of the record batches that a step hands back."""

Step = Callable[[pa.Table], pa.Table]
_NAMES = {
    pa.int64(): "BIGINT",
    pa.int32(): "INT",
    pa.int8(): "TINYINT",
    pa.string(): "STRING",
    pa.float64(): "DOUBLE",
    pa.float32(): "FLOAT",
    pa.bool_(): "BOOLEAN",
    pa.binary(): "BINARY",
}


def declared(schema: pa.Schema) -> str:
    """Return a schema in the words of SQL, as Spark takes it.

    :raises KeyError: for a type that no table of an archive has.
    """
    return ", ".join(f"`{it.name}` {_declared(it.type)}{'' if it.nullable else ' NOT NULL'}" for it in schema)


def _declared(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"ARRAY<{_declared(kind.value_type)}>"
    if pa.types.is_struct(kind):
        fields = (kind.field(number) for number in range(kind.num_fields))
        return f"STRUCT<{', '.join(f'`{field.name}`: {_declared(field.type)}' for field in fields)}>"
    return _NAMES[kind]


def handed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the columns of a schema in the types that Spark takes.

    Within lists and structs it knows nothing that cannot be null, and items have a name of its own.
    """
    return table.select(schema.names).cast(pa.schema([pa.field(it.name, _plain(it.type)) for it in schema]))


def _plain(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_list(kind):
        return pa.list_(pa.field("element", _plain(kind.value_type)))
    if pa.types.is_struct(kind):
        fields = (kind.field(number) for number in range(kind.num_fields))
        return pa.struct([pa.field(field.name, _plain(field.type)) for field in fields])
    return kind


def shaped(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the columns of a schema, as the schema has them: Spark forgets which can be null, and names list items."""
    return table.select(schema.names).cast(schema)


def each(frame: DataFrame, step: Step, takes: pa.Schema, gives: pa.Schema) -> DataFrame:
    """Return what a step makes of a table a few rows at a time, whichever come together."""

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _batches(step(shaped(pa.Table.from_batches([batch]), takes)), gives)

    return frame.select(*takes.names).mapInArrow(work, declared(gives))


def by(
    frame: DataFrame, columns: Sequence[str], parts: int, step: Step, takes: pa.Schema, gives: pa.Schema
) -> DataFrame:
    """Return what a step makes of a table in ``parts`` partitions; rows with the same ``columns`` come together.

    A worker holds one whole partition of the table at a time.
    """

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        here = list(batches)
        if here:
            yield from _batches(step(shaped(pa.Table.from_batches(here), takes)), gives)

    return frame.select(*takes.names).repartition(parts, *columns).mapInArrow(work, declared(gives))


def parted(
    frame: DataFrame, step: Callable[[int, pa.Table], pa.Table], takes: pa.Schema, gives: pa.Schema
) -> DataFrame:
    """Return what a step makes of the rows that have the same value of the column ``part``, which it is told.

    A worker holds all rows of one ``part`` at a time.
    """

    def work(key: tuple[pa.Scalar, ...], here: pa.Table) -> pa.Table:
        return handed(step(key[0].as_py(), shaped(here, takes)), gives)

    return frame.select(PART, *takes.names).groupBy(PART).applyInArrow(work, declared(gives))


def beside(
    first: DataFrame,
    second: DataFrame,
    step: Callable[[pa.Table, pa.Table], pa.Table],
    takes: tuple[pa.Schema, pa.Schema],
    gives: pa.Schema,
) -> DataFrame:
    """Return what a step makes of the rows of two tables that have the same value of the column ``part``.

    A worker holds all rows of one ``part``, of both tables, at a time.
    """

    def work(here: pa.Table, there: pa.Table) -> pa.Table:
        return handed(step(shaped(here, takes[0]), shaped(there, takes[1])), gives)

    sides = []
    for number, (frame, schema) in enumerate(zip((first, second), takes, strict=True)):
        # every column is named anew: where both sides come from one table, Spark could not tell theirs apart
        columns = (f"`{name}` AS `{name}`" for name in schema.names)
        sides.append(frame.selectExpr(f"{PART} AS {PART}_{number}", *columns).groupBy(f"{PART}_{number}"))
    return sides[0].cogroup(sides[1]).applyInArrow(work, declared(gives))


def _batches(table: pa.Table, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    yield from handed(table, schema).combine_chunks().to_batches(max_chunksize=BATCH_ROWS)
