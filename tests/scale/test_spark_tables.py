"""What of the Spark runner needs no cluster: schemas, tables handed over, cells, and what goes wrong before a run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scale.cluster import missing
from twosource.errors import TwosourceError
from twosource.options import Options
from twosource.scale import schema
from twosource.scale.spark import session
from twosource.scale.spark.cluster import SparkError
from twosource.scale.spark.frames import declared, handed, shaped
from twosource.scale.spark.reading import READ, read
from twosource.scale.spark.shared import grid

SCHEMAS = [it for name, it in sorted(vars(schema).items()) if isinstance(it, pa.Schema)]


@pytest.mark.parametrize("known", [*SCHEMAS, READ], ids=lambda it: it.names[0])
def test_every_table_of_an_archive_can_be_declared_handed_over_and_taken_back(known: pa.Schema) -> None:
    table = known.empty_table()
    assert declared(known).count("`") >= 2 * len(known)
    assert shaped(handed(table, known), known).schema == known


def test_a_schema_says_what_can_be_null() -> None:
    known = pa.schema([pa.field("a", pa.int64(), nullable=False), ("b", pa.list_(pa.struct([("c", pa.string())])))])
    assert declared(known) == "`a` BIGINT NOT NULL, `b` ARRAY<STRUCT<`c`: STRING>>"


def test_rows_are_the_same_after_they_were_handed_over() -> None:
    rows: list[dict[str, Any]] = [{"story": "s", "reports": ["a", "b"], "independent_reports": 1, "reasons": []}]
    rows[0] |= {"first": None, "last": "2031-01-01", "reasons": [{"signal": "x", "detail": "y", "weight": 0.5}]}
    table = pa.Table.from_pylist(rows, schema=schema.STORIES)
    assert shaped(handed(table, schema.STORIES), schema.STORIES).to_pylist() == table.to_pylist()


@given(st.integers(1, 5_000))
def test_a_text_is_sent_to_few_cells(parts: int) -> None:
    side = grid(parts)
    assert side * side <= 4 * parts < (side + 1) ** 2


def test_paths_and_addresses_are_not_mixed() -> None:
    spark: Any = None
    with pytest.raises(TwosourceError, match="mixed"):
        read(spark, ["reports.parquet", "file:///reports.parquet"], Options())


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_machine_without_java_is_told_so(tmp_path: Path) -> None:
    program = "from twosource.scale.spark import session\nwith session('local[1]'):\n    pass\n"
    env = {**os.environ, "JAVA_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "SparkError: Spark does not start" in done.stderr


def test_a_machine_without_pyspark_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.scale.spark.cluster.NEEDED", ("no_such_package",))
    with pytest.raises(SparkError, match="no_such_package is not installed"), session():
        pass
