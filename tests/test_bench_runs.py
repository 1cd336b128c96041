"""The measurements over real coverage and of speed: what they count as a failure, and how they fit growth."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench import coverage, speed

TEXT = "“The dam holds,” engineer Ila Voss said.\n\n“We watch it day and night,” she told the Orlen Wire."


def stored(folder: Path, name: str, text: str) -> None:
    report = {"title": "Dam holds", "text": text, "outlet": name, "published": "2031-05-03"}
    event = {"newsCluster": {"Event": "dam"}}
    (folder / f"{name}.json").write_text(json.dumps(report | event), encoding="utf-8")


def test_an_archive_that_runs_through_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Courier", "Echo"):
        stored(tmp_path, name, TEXT)
    assert coverage.main(["--data", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "statements   2 reports  failed 0  words 40  statements 4" in out
    assert "trace        1 stories  failed 0  words 40  statements 4" in out


def test_a_report_that_cannot_be_read_and_a_record_with_a_mismatch_are_failures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(tmp_path, "Courier", TEXT)
    (tmp_path / "Echo.json").write_text('{"title": "Dam holds", "newsCluster": {"Event": "dam"}}', encoding="utf-8")
    assert coverage.main(["--data", str(tmp_path)]) == 1
    assert "failed Echo.json: skipped" in capsys.readouterr().out
    stored(tmp_path, "Echo", TEXT)
    monkeypatch.setattr(coverage, "verify", lambda record: ("the span 3:2 is empty",))
    assert coverage.main(["--data", str(tmp_path), "--only", "trace"]) == 1
    assert "Mismatch: the span 3:2 is empty" in capsys.readouterr().out


def test_a_missing_archive_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().err


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_growth_is_found(power: float) -> None:
    cases = [speed.Cost(2, words, {"a": 0.01 * words**power, "b": 0.02 * words**power}, 1.0) for words in (5, 50, 900)]
    assert speed.exponent(cases) == pytest.approx(power)


def test_no_paragraph_of_a_retold_report_is_that_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It broke the dam.\n\nSo the mill stood still.\n", encoding="utf-8")
    same, copy = speed.retold([path], 5, tmp_path)
    assert same == path
    assert not set(path.read_text(encoding="utf-8").split("\n\n")) & set(copy.read_text(encoding="utf-8").split("\n\n"))


def test_a_process_is_measured_and_its_failure_told() -> None:
    run = speed.timed([sys.executable, "-c", "x = b'x' * 200_000_000"])
    assert run.processor > 0
    assert 190 < run.peak < 5_000
    with pytest.raises(RuntimeError, match="ended with 3: no dam"):
        speed.timed([sys.executable, "-c", "import sys; sys.stderr.write('no dam'); sys.exit(3)"])
