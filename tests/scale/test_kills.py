"""A run that is killed at any moment goes on where it was: no torn file, and the same bytes in the end."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pytest

from bench.invented import write_archive
from bench.kills import differing, kill, torn
from twosource.scale.store import write_table

KILLS = 8


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups to kill a run with its workers")
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    outcome = kill(write_archive(tmp_path / "archive", 160, files=3), tmp_path, KILLS)
    assert outcome.kills == KILLS
    assert outcome.wrong == []
    assert len(outcome.steps) > 1


def test_the_check_finds_a_torn_file_and_one_that_differs(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        for file in ("stories", "memberships", "passages", "lineage", "skipped"):
            (tmp_path / name / f"{file}.parquet").write_bytes(b"the same")
        (tmp_path / name / "stories.json").write_text("{}")
    assert list(differing(tmp_path / "one", tmp_path / "other")) == []
    (tmp_path / "one" / "lineage.parquet").write_bytes(b"not the same")
    assert list(differing(tmp_path / "one", tmp_path / "other")) == ["lineage.parquet differs"]
    piece = tmp_path / "pieces" / "a.arrow"
    piece.parent.mkdir()
    table = pa.table({"key": list(range(1000))})
    write_table(piece, table.schema, [table])
    assert list(torn(piece.parent)) == []
    piece.write_bytes(piece.read_bytes()[:-40])
    assert len(list(torn(piece.parent))) == 1
