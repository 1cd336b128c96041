"""The sizing table continues what was measured, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.sizing import SIZES, cost, crossing, lines, share
from bench.spark import RESULTS

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "spark.md"


def test_a_cost_that_grows_in_line_is_continued_in_line() -> None:
    found = cost({1_000: 30.0, 5_000: 70.0, 20_000: 220.0})
    assert found.fixed == pytest.approx(20.0)
    assert found.growth == pytest.approx(0.0)
    assert found.at(1_000_000) == pytest.approx(20.0 + 10_000.0)


def test_a_cost_that_grows_faster_goes_on_growing_faster() -> None:
    found = cost({1_000: 10.0, 10_000: 100.0, 100_000: 2_000.0})
    assert found.growth == pytest.approx(0.301, abs=0.001)
    assert found.at(1_000_000) == pytest.approx(40_000.0)


def test_what_a_report_holds_is_never_taken_to_fall() -> None:
    assert share({1_000: 200.0, 5_000: 100.0})(1_000_000) == pytest.approx(100.0)
    assert share({1_000: 100.0, 10_000: 200.0})(100_000) == pytest.approx(400.0)


def test_a_cluster_is_done_first_only_where_its_cores_make_up_for_what_it_adds() -> None:
    alone = cost({1_000: 10.0, 2_000: 20.0, 4_000: 40.0})
    spread = cost({1_000: 120.0, 2_000: 140.0, 4_000: 180.0})
    assert crossing(alone, spread, 2, 4) is None
    at = crossing(alone, spread, 2, 16)
    assert at is not None
    assert alone.at(int(at)) / 2 == pytest.approx(spread.fixed + (spread.at(int(at)) - spread.fixed) / 16, rel=0.01)


def test_every_size_stands_in_the_table() -> None:
    tables = ("features", "links", "reports", "texts", "prints", "pairs", "candidates", "matches", "dated", "labels")
    held = [{"reports": size, "bytes": dict.fromkeys(tables, 1_000.0), "listing": 500.0} for size in (1_000, 5_000)]
    runs = [
        {"runner": runner, "reports": size, "wall": 1.0, "cpu": fixed + size / 100, "peaks": {"python": 400.0}}
        for runner, fixed in (("one machine, 1", 5.0), ("cluster, 2 x 1", 80.0))
        for size in (1_000, 5_000, 20_000)
    ]
    told = lines({"runs": runs, "held": held})
    assert all(any(line.startswith(f"| {size:,} |") for line in told) for size in SIZES)
    thirty = next(line for line in told if line.startswith("| 30,000,000 |"))
    assert thirty.split("|")[2].strip() == f"{(5 + 300_000) / 2 / 3_600:,.0f}"


def test_the_document_holds_the_tables_that_are_computed() -> None:
    told = lines(json.loads(RESULTS.read_text(encoding="utf-8")))
    document = DOCUMENT.read_text(encoding="utf-8").splitlines()
    assert [line for line in told if line.startswith("|") and line not in document] == []
