"""Inputs to reports, by the workers: files that all of them can open, or tables at any address that Spark reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pyarrow as pa

from twosource.errors import BadRecord, Empty, InputError, TwosourceError
from twosource.model import Report, Skipped
from twosource.options import Options
from twosource.reading.archives import COLUMNS
from twosource.reading.inputs import skipped
from twosource.reading.records import TEXT, record_text
from twosource.reading.single import read_record
from twosource.scale.plan import Plan, Shard, plan
from twosource.scale.rows import report_rows, skipped_rows
from twosource.scale.schema import REPORTS, SKIPPED
from twosource.scale.shards import read_shard
from twosource.scale.spark.frames import declared

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ADDRESS = "://"
"""What tells an address (``s3a://…``, ``hdfs://…``, ``file:///…``) from a path."""
BATCH_REPORTS = 256
"""Reports that are handed on at once."""
_LOST = "skipped_"
READ = pa.schema(
    [
        pa.field("shard", pa.int64()),
        *(field.with_nullable(True) for field in REPORTS),
        *(pa.field(f"{_LOST}{field.name}", field.type) for field in SKIPPED),
    ]
)
"""One row a report or a thing that could not be read; the columns of the other are null. ``shard`` is the number of the
shard that it was read from, 0 where there are none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A table of :data:`READ`, yet to be read, and what the inputs tell before.

    ``expected`` is about how many reports there are, 0 where that is not known.
    """

    table: DataFrame
    planned: Plan

    @property
    def expected(self) -> int:
        """About how many reports there are; 0 where that is not known."""
        return self.planned.records

    def skipped(self, read: DataFrame) -> tuple[Skipped, ...]:
        """Return everything that was skipped, in order, from what was read."""
        rows = read.where("report IS NULL").select(*(f"{_LOST}{name}" for name in SKIPPED.names)).collect()
        found = [*self.planned.skipped, *(Skipped(*row) for row in rows)]
        counts = dict(read.groupBy("shard").count().collect())
        given: dict[str, int] = {}
        for number, shard in enumerate(self.planned.shards):
            if shard.kind in ("lines", "rows"):
                name = shard.entries[0].given
                given[name] = given.get(name, 0) + counts.get(number, 0)
        found += [
            Skipped(name, Empty.code, "the archive holds no record") for name, count in given.items() if not count
        ]
        return tuple(sorted(found, key=lambda it: (it.file, it.code, it.reason)))


def read(spark: SparkSession, inputs: Sequence[str], options: Options) -> Reading:
    """Return the reading of the inputs: nothing is read yet but how they are cut.

    :raises TwosourceError: if paths and addresses are mixed, or an address leads to no table of reports.
    """
    addresses = [given for given in inputs if ADDRESS in given]
    if not addresses:
        planned = plan(inputs, options)
        return Reading(_files(spark, planned.shards, options), planned)
    if len(addresses) < len(inputs):
        raise TwosourceError(
            "paths and addresses are mixed", advice="give every input as an address; file:///… is one of a path"
        )
    return Reading(_tables(spark, addresses, options), Plan((), ()))


def reports_of(read: DataFrame) -> DataFrame:
    """Return the reports of what was read (:data:`~twosource.scale.schema.REPORTS`)."""
    return read.where("report IS NOT NULL").select(*REPORTS.names)


def _files(spark: SparkSession, shards: Sequence[Shard], options: Options) -> DataFrame:
    """Return the reports of files, a shard a task: every worker opens them at the path that they have here."""
    known = spark.sparkContext.broadcast(tuple(shards))

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for number in batch.column("id").to_pylist():
                yield from _batches(read_shard(known.value[number], options), number)

    return spark.range(0, len(shards), 1, max(1, len(shards))).mapInArrow(work, declared(READ))


def _tables(spark: SparkSession, addresses: Sequence[str], options: Options) -> DataFrame:
    """Return the reports of Parquet tables, with the ids that their rows have on one machine: file and row."""
    table = spark.read.option("mergeSchema", "true").parquet(*addresses)
    columns = [name for name in table.columns if name in COLUMNS]
    if not any(name in TEXT for name in columns):
        raise BadRecord('the table has no column "text"', addresses[0])
    times = Counter(unquote(address.rpartition("/")[2]) for address in table.inputFiles())
    several = frozenset(name for name, count in times.items() if count > 1)

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _batches(_records(batch.to_pylist(), several, options), 0)

    place = ("_metadata.file_path AS _path", "_metadata.file_name AS _name", "_metadata.row_index AS _row")
    return table.selectExpr(*(f"`{name}`" for name in columns), *place).mapInArrow(work, declared(READ))


def _records(rows: Iterable[dict[str, Any]], several: frozenset[str], options: Options) -> Iterator[Report | Skipped]:
    for row in rows:
        path, name = (unquote(row.pop(column)) for column in ("_path", "_name"))  # both come as parts of an address
        number = row.pop("_row") + 1
        place = f"{path}:{number}"
        try:
            data = record_text(row).encode("utf-8", "surrogatepass")
            yield read_record(row, data, f"{path if name in several else name}:{number}", place, options)
        except InputError as error:
            yield skipped(error, place)


def _batches(items: Iterator[Report | Skipped], shard: int) -> Iterator[pa.RecordBatch]:
    while here := list(islice(items, BATCH_REPORTS)):
        found = report_rows(it for it in here if isinstance(it, Report))
        lost = skipped_rows(it for it in here if isinstance(it, Skipped))
        lost = lost.rename_columns([f"{_LOST}{name}" for name in lost.column_names])
        rows = pa.concat_tables([READ.empty_table(), found, lost], promote_options="default").select(READ.names)
        rows = rows.set_column(0, READ.field("shard"), pa.repeat(pa.scalar(shard, pa.int64()), rows.num_rows))
        yield from rows.cast(READ).combine_chunks().to_batches()
