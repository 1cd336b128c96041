"""The steps from reports to matches, over tables of Spark."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt
from typing import TYPE_CHECKING

import pyarrow as pa

from twosource.scale import steps
from twosource.scale.schema import CARRIED, HOT, MATCHES, PAIRS, PRINTS, REPORTS, TEXTS
from twosource.scale.spark.frames import PART, beside, by, each

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Keep = Callable[["DataFrame"], "DataFrame"]
"""Keeps a table on the workers' disks, so that it is not made again each time it is read."""

READ = pa.schema([REPORTS.field(name) for name in ("read_key", "text", "parts")])
OWNED = pa.schema([REPORTS.field(name) for name in ("report", "read_key", "text", "parts")])
PAIRED = pa.schema([field.with_nullable(True) for field in (*PAIRS, *HOT)])
"""One row a pair or a fingerprint that many texts have; the columns of the other are null."""


def texts(reports: DataFrame, parts: int) -> DataFrame:
    """Return each text of the reports once (:data:`~twosource.scale.schema.TEXTS`)."""
    return by(each(reports, steps.texts, READ, TEXTS), ["text_key"], parts, steps.distinct_texts, TEXTS, TEXTS)


def carried(reports: DataFrame) -> DataFrame:
    """Return which report carries which text (:data:`~twosource.scale.schema.CARRIED`)."""
    return each(reports, steps.carried, OWNED, CARRIED)


def matches(texts: DataFrame, parts: int, keep: Keep) -> DataFrame:
    """Return the stretches that texts share (:data:`~twosource.scale.schema.MATCHES`).

    The fingerprints that very many texts have are brought to the driver and sent to all workers: eight bytes each, and
    few of them in any archive.

    :param texts: it is read twice: kept by the caller.
    """
    prints = each(texts, steps.prints, TEXTS, PRINTS)
    paired = keep(by(prints, ["print"], parts, _paired, PRINTS, PAIRED))
    hot = texts.sparkSession.sparkContext.broadcast(_hot(paired))
    pairs = paired.where("a IS NOT NULL").select(*PAIRS.names)
    found = keep(by(pairs, ["a", "b"], parts, steps.candidates, PAIRS, PAIRS))

    def compared(pairs: pa.Table, texts: pa.Table) -> pa.Table:
        return steps.matches(pairs, steps.distinct_texts(texts), hot.value)  # which also puts them in their order

    side = grid(parts)
    cell = f"CAST(pmod(xxhash64(a), {side}) * {side} + pmod(xxhash64(b), {side}) AS INT) AS {PART}"
    placed = found.selectExpr(*PAIRS.names, cell)
    asked = placed.selectExpr(PART, "a AS text_key").union(placed.selectExpr(PART, "b AS text_key")).distinct()
    brought = asked.join(texts, "text_key").select(PART, *TEXTS.names)
    return beside(placed, brought, compared, (PAIRS, TEXTS), MATCHES)


def grid(parts: int) -> int:
    """Return the side of the square of cells that pairs of texts are compared in.

    A pair is compared in the cell of its two keys, so a text is sent to twice the side of cells at most, however many
    others it is compared with, and a text that very many others resemble fills no cell alone.
    """
    return max(1, isqrt(4 * parts))


def _paired(prints: pa.Table) -> pa.Table:
    pairs, hot = steps.pairs_and_hot(prints)
    return pa.concat_tables([PAIRED.empty_table(), pairs, hot], promote_options="default")


def _hot(paired: DataFrame) -> pa.Table:
    return paired.where("a IS NULL").select(*HOT.names).toArrow().cast(HOT)
