"""An archive from its inputs to its results on a cluster: the steps of one machine, over tables that Spark cuts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from twosource.errors import OutputError
from twosource.model import Skipped
from twosource.options import Options
from twosource.scale import steps
from twosource.scale.archive import Unusable
from twosource.scale.results import TABLES
from twosource.scale.schema import MEMBERS, OUTCOMES, REPORTS, SKIPPED, WITHIN
from twosource.scale.spark import events, shared
from twosource.scale.spark.cluster import SparkError
from twosource.scale.spark.frames import PART, beside
from twosource.scale.spark.reading import read, reports_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

REPORTS_PER_PART = 20_000
"""Reports for which there is one partition: what a Python worker holds at once is some hundred megabytes."""
LEAST_PARTS = 4
"""Partitions at least, so that a small archive still shows whether the work can be cut."""
SHUFFLED = "spark.sql.shuffle.partitions"
"""The setting of Spark by which joins and groups are cut. Its default, 200, is 200 tasks for what two would do."""

Progress = Callable[[str, int, int], None]
"""Is told the name of a step, how many reports' worth of its work is done, and of how many."""


@dataclass(frozen=True, slots=True)
class Written:
    """The results of a run: where they are, how many reports there are in how many stories, and what was skipped."""

    output: str
    reports: int
    stories: int
    skipped: tuple[Skipped, ...]


def archive(
    spark: SparkSession,
    inputs: Sequence[str],
    output: str,
    options: Options | None = None,
    progress: Progress | None = None,
    parts: int = 0,
    *,
    previous: str = "",
    force: bool = False,
    strict: bool = False,
) -> Written:
    """Group an archive into stories, as :func:`twosource.scale.archive.archive` does, on the cluster of a session.

    The tables ``stories``, ``memberships``, ``passages``, ``lineage`` and ``skipped`` go to ``output`` as folders of
    Parquet files, with the rows that one machine writes, stories in the same order.

    :param inputs: paths that every worker can open, or addresses of Parquet tables that Spark reads, not both.
    :param output: a path, or an address that Spark writes to.
    :param progress: told which step begins, and when it ends.
    :param parts: partitions of the work; where it is 0, one for each core, or for every 20,000 reports where these are
        more. The results are the same for any.
    :param previous: where the results of an earlier run are; its stories keep their ids. Not the output.
    :param force: replace results that are there.
    :param strict: write nothing if anything cannot be read.
    :raises Unusable: if there is not one report, or, under ``strict``, one input could not be read.
    :raises OutputError: if there is something at the output, and no ``force``.
    :raises SparkError: if the cluster gives up: what a worker could not do, it could not do four times.
    """
    from pyspark.errors import PySparkException

    run = _Run(spark, progress or (lambda step, done, total: None))
    try:
        if not force:
            run.check(output)
        return run.all(inputs, output, options or Options(), parts, previous, strict=strict)
    except PySparkException as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        told = next((line for line in reversed(lines) if line.startswith("twosource.")), lines[0] if lines else "")
        raise SparkError(f"the run failed on the cluster: {told}") from error
    finally:
        run.release()


class _Run:
    """One run: its session, whom it tells how far it is, and the tables that it keeps on the workers' disks."""

    def __init__(self, spark: SparkSession, progress: Progress) -> None:
        self._spark = spark
        self._progress = progress
        self._kept: list[DataFrame] = []
        self._shuffled = str(spark.conf.get(SHUFFLED))
        self._least = max(LEAST_PARTS, spark.sparkContext.defaultParallelism)
        spark.conf.set(SHUFFLED, str(self._least))

    def all(
        self, inputs: Sequence[str], output: str, options: Options, parts: int, previous: str, *, strict: bool
    ) -> Written:
        """Do all steps, one after the other."""
        earlier = self._spark.read.parquet(_place(previous, "memberships")) if previous else None
        reading = read(self._spark, inputs, options)
        with self._step("read", reading.expected):
            everything = self._keep(reading.table)
            skipped = reading.skipped(everything)
            reports = reports_of(everything)
            count = reports.count()
        if not count or (strict and skipped):
            raise Unusable(skipped)
        parts = parts or max(self._least, -(-count // REPORTS_PER_PART))
        self._spark.conf.set(SHUFFLED, str(parts))
        with self._step("matches", count):
            matches = self._keep(shared.matches(self._keep(shared.texts(reports, parts)), parts, self._keep))
            matches.count()
        with self._step("group", count):
            members = self._keep(events.members(reports, parts, self._keep, earlier))
            stories = 1 + int(members.selectExpr("max(index)").collect()[0][0])
        with self._step("tell", count):
            outcomes = self._keep(_outcomes(members, reports, _within(matches, shared.carried(reports), members)))
            outcomes.count()
        with self._step("write", count):
            for name, schema in TABLES.items():
                rows = outcomes.sort("index")
                if name != "stories":
                    rows = outcomes.selectExpr("index", f"posexplode({name}) AS (place, row)").sort("index", "place")
                    rows = rows.select("row.*")
                _write(rows.select(*schema.names), output, name)
            table = pa.Table.from_pylist([_row(it) for it in skipped], schema=SKIPPED)
            _write(self._spark.createDataFrame(table), output, "skipped")
        return Written(output, count, stories, skipped)

    def release(self) -> None:
        """Let go of what is kept on the workers, and leave the session as it was."""
        self._spark.conf.set(SHUFFLED, self._shuffled)
        for frame in self._kept:
            frame.unpersist()

    def _keep(self, frame: DataFrame) -> DataFrame:
        from pyspark import StorageLevel

        self._kept.append(frame.persist(StorageLevel.DISK_ONLY))
        return frame

    @contextmanager
    def _step(self, name: str, reports: int) -> Iterator[None]:
        self._progress(name, 0, reports)
        yield
        self._progress(name, reports, reports)

    def check(self, output: str) -> None:
        """Check that nothing would be replaced.

        :raises OutputError: if there is anything at the output.
        """
        jvm, context = self._spark.sparkContext._jvm, self._spark.sparkContext._jsc
        place = jvm.org.apache.hadoop.fs.Path(output)
        if place.getFileSystem(context.hadoopConfiguration()).exists(place):
            raise OutputError(
                "there is something at the output", output, "give a new place, or replace it with --force"
            )


def _within(matches: DataFrame, carried: DataFrame, members: DataFrame) -> DataFrame:
    """Return each match once for each story that carries both its texts (:data:`~twosource.scale.schema.WITHIN`).

    What :func:`~twosource.scale.steps.homes` and :func:`~twosource.scale.steps.within` do is a join by equal numbers:
    it is left to Spark, which can cut it where a text is carried by very many.
    """
    homes = carried.join(members.select("report", "index"), "report").select("text_key", "index").distinct()
    first, second = (homes.withColumnRenamed("text_key", name) for name in ("a", "b"))
    return matches.join(first, "a").join(second, ["b", "index"]).select(*WITHIN.names)


def _outcomes(members: DataFrame, reports: DataFrame, within: DataFrame) -> DataFrame:
    """Return what is found in each story (:data:`~twosource.scale.schema.OUTCOMES`)."""
    part = f"CAST(index DIV {steps.STORIES_AT_ONCE} AS INT) AS {PART}"
    owned = members.select("report", *_MEMBER).join(reports.drop("id"), "report")
    return beside(owned.selectExpr("*", part), within.selectExpr("*", part), _told, (_OWNED, WITHIN), OUTCOMES)


_MEMBER = [name for name in MEMBERS.names if name != "report"]
_OWNED = pa.schema([*MEMBERS, *(field for field in REPORTS if field.name not in MEMBERS.names)])
"""One row a report and the story that it is in."""


def _told(owned: pa.Table, within: pa.Table) -> pa.Table:
    found = steps.outcomes(owned.select(MEMBERS.names), owned.select(REPORTS.names), within)
    return pa.concat_tables([OUTCOMES.empty_table(), *found])


def _row(skipped: Skipped) -> dict[str, str]:
    return {"file": skipped.file, "code": skipped.code, "reason": skipped.reason}


def _write(frame: DataFrame, output: str, name: str) -> None:
    frame.write.mode("overwrite").parquet(_place(output, name))


def _place(output: str, name: str) -> str:
    return f"{output.rstrip('/')}/{name}.parquet"
