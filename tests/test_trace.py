"""The pipeline as a whole: its order is checked, each stage can be run alone, and laws that no stage may break."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from twosource.export.record import dumps, record
from twosource.export.verify import verify
from twosource.model import Case
from twosource.trace import STAGES, check, only, run, trace

FIRE = """Forty houses lost in Skerrow fire

Skerrow, 4 March 2025

A fire in the old harbour of Skerrow destroyed 40 houses on Monday night, the fire brigade said.

“We will rebuild every house,” Mayor Hanne Okko told the Lowmere Echo.
"""
BURNS = """Skerrow harbour burns

4 March 2025

The fire in the old harbour of Skerrow on Monday night destroyed 60 houses, the governor, Ulf Brandt, said.

Mayor Hanne Okko promised that every house would be rebuilt.
"""
MARKET = """Brannock bank cuts its rate

2 June 2024

The Bank of Brannock cut its main rate to two per cent on Sunday, its board said in a statement.
"""


@pytest.fixture
def written(tmp_path: Path) -> dict[str, str]:
    """Return the paths of the invented reports by name."""
    paths = {}
    for name, text in {"fire": FIRE, "burns": BURNS, "market": MARKET, "copy": FIRE}.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths[name] = str(path)
    return paths


def test_every_stage_finds_what_it_reads() -> None:
    check()


def test_a_stage_out_of_order_is_named() -> None:
    with pytest.raises(ValueError, match=f"stage {STAGES[-2].name} reads"):
        check(STAGES[-2:])


def test_only_the_stages_that_are_needed_run() -> None:
    names = [stage.name for stage in only("statements")]
    assert names == ["stories", "language", "times", "statements", "sources"]
    assert only() == STAGES


def test_each_stage_writes_what_it_declares_and_nothing_else(written: dict[str, str]) -> None:
    case = trace([written["fire"], written["burns"]])
    before = Case(reports=case.reports, skipped=case.skipped, options=case.options)
    for stage in STAGES:
        after = stage.run(before)
        for name in Case.__dataclass_fields__:
            if name not in stage.writes:
                assert getattr(after, name) == getattr(before, name), (stage.name, name)
        before = after
    assert dumps(record(before)) == dumps(record(case))


def test_progress_names_each_stage(written: dict[str, str]) -> None:
    told: list[str] = []
    trace([written["fire"]], progress=told.append)
    assert [name for name in told if name in {stage.name for stage in STAGES}] == [stage.name for stage in STAGES]


def test_the_order_of_the_inputs_changes_nothing(written: dict[str, str]) -> None:
    there = trace([written["fire"], written["burns"], written["market"]])
    back = trace([written["market"], written["burns"], written["fire"]])
    assert dumps(record(there)) == dumps(record(back))


def test_an_exact_copy_adds_no_origin_and_no_independent_report(written: dict[str, str]) -> None:
    alone = trace([written["fire"], written["burns"]])
    copied = trace([written["fire"], written["burns"], written["copy"]])
    assert [s.independent_reports for s in copied.stories] == [s.independent_reports for s in alone.stories]
    before = {claim.text: claim.independent_origins for claim in alone.claims}
    for claim in copied.claims:
        assert claim.independent_origins <= before.get(claim.text, 1), claim.text


def test_an_unrelated_report_changes_nothing_about_the_others(written: dict[str, str]) -> None:
    alone = trace([written["fire"], written["burns"]])
    more = trace([written["fire"], written["burns"], written["market"]])
    kept = [s for s in more.statements if not s.report.startswith("market")]
    assert [replace(s, chain=()) for s in kept] == [replace(s, chain=()) for s in alone.statements]
    assert {c.text for c in alone.claims} <= {c.text for c in more.claims}
    assert all("market.txt" not in claim.silent for claim in more.claims)
    assert len(more.stories) == 2


def test_another_figure_is_a_tension_and_no_support(written: dict[str, str]) -> None:
    case = trace([written["fire"], written["burns"]])
    told = [claim for claim in case.claims if len(claim.reports) == 2 and "houses" in claim.text]
    assert all(claim.independent_origins == 1 for claim in told)
    assert any({"40", "60"} <= set((t.a.text + " " + t.b.text).split()) for t in case.tensions)


def test_an_empty_case_runs_through() -> None:
    assert verify(record(run(Case()))) == ()
