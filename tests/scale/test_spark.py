"""A run on a cluster gives what one machine gives, row for row, also where workers die in the middle of it."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

from bench.invented import records, write_archive
from tests.scale.cluster import REQUIRED, Cluster, Member, missing, watched
from twosource.scale.archive import Settings, archive
from twosource.scale.results import TABLES
from twosource.scale.schema import SKIPPED

REPORTS = 120
"""Reports of the archive that is given as JSON lines, and half as many as a table."""
RUN_SECONDS = 900.0
"""Longest that a run may take, so that one that hangs is told: about half a minute on two idle cores."""
KEYS = {
    "stories": ("story",),
    "memberships": ("report",),
    "passages": ("passage", "report", "start"),
    "lineage": ("story", "passage", "report", "other"),
    "skipped": ("file", "code", "reason"),
}
"""Columns that tell the rows of a result apart."""

Rows = list[dict[str, Any]]


def rows(folder: Path, name: str) -> Rows:
    """Return the rows of a result, by their keys; a file and a folder of files are read alike."""
    schema = {**TABLES, "skipped": SKIPPED}[name]
    table = pa.parquet.read_table(folder / f"{name}.parquet").select(schema.names).cast(schema)
    return sorted(table.to_pylist(), key=lambda row: [str(row[column]) for column in KEYS[name]])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if reason := missing():
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with Cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the paths of an archive: a folder of JSON lines, some of them broken, and a table."""
    folder = tmp_path_factory.mktemp("archive")
    table = folder / "more reports.parquet"
    rows = list(records(REPORTS // 2, seed=8))
    pa.parquet.write_table(pa.Table.from_pylist([*rows, *rows[:3]]), table, row_group_size=REPORTS // 4)
    return [str(write_archive(folder / "lines", REPORTS, files=3)), str(table)]


@pytest.fixture(scope="module")
def one_machine(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one")
    archive(inputs, folder, settings=Settings(workers=1))
    return folder


def run(cluster: Cluster, folder: Path, *jobs: dict[str, Any]) -> Any:
    """Start a program that does the jobs on the cluster."""
    command = [sys.executable, "-m", "tests.scale.driver", cluster.url, json.dumps(jobs)]
    return watched(command, folder, cluster.environment | {"PYTHONPATH": os.pathsep.join(map(str, sys.path))})


def finish(driver: Member) -> str:
    """Wait for the program; return its log."""
    code = driver.process.wait(RUN_SECONDS)
    log = driver.log.read_text(encoding="utf-8", errors="replace")
    assert code == 0, log[-5000:]
    return log


def test_a_cluster_gives_what_one_machine_gives(
    cluster: Cluster, inputs: list[str], one_machine: Path, tmp_path: Path
) -> None:
    by_address = f"file://{inputs[1]}"
    for given in (inputs, inputs[1:]):  # the second run, over a part, goes on from the ids of the first
        archive(given, tmp_path / "one", settings=Settings(workers=1))
    with run(
        cluster,
        tmp_path / "driver",
        {"inputs": inputs, "output": str(tmp_path / "many")},
        {
            "inputs": [by_address],
            "output": f"file://{tmp_path / 'address'}",
            "parts": 7,
            "previous": str(tmp_path / "many"),
        },
    ) as driver:
        finish(driver)
    for name in KEYS:
        expected = rows(one_machine, name)
        assert expected, name
        assert rows(tmp_path / "many", name) == expected, name
        expected = rows(tmp_path / "one", name)
        found = rows(tmp_path / "address", name)
        for row in found:
            if "file" in row:
                row["file"] = re.sub("^file:/+", "/", row["file"])
        assert found == expected, name
    order = pa.parquet.read_table(tmp_path / "many" / "stories.parquet")["story"].to_pylist()
    assert order == pa.parquet.read_table(one_machine / "stories.parquet")["story"].to_pylist()


def test_workers_that_die_in_the_middle_change_nothing(
    cluster: Cluster, inputs: list[str], one_machine: Path, tmp_path: Path
) -> None:
    first, second = cluster.members[:2]
    with run(cluster, tmp_path / "driver", {"inputs": inputs, "output": str(tmp_path / "many")}) as driver:
        driver.found("step read: 0 of", RUN_SECONDS)
        first.started(RUN_SECONDS)  # it reads: what it has read is lost with it
        first.kill()
        cluster.begin_worker()
        driver.found("step tell: 0 of", RUN_SECONDS)
        second.kill()  # it kept half of what was read
        log = finish(driver)
    assert log.count("Lost executor") >= 2
    for name in KEYS:
        assert rows(tmp_path / "many", name) == rows(one_machine, name), name
