"""``twosource group`` into a folder, and what it refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Cli
from twosource.cli.steps import Steps


def test_an_ending_that_does_not_fit_is_wrong_usage(cli: Cli, reports: list[str], folder: Path) -> None:
    for command, output in (("group", "a.parquet"), ("group", "a.html"), ("trace", "a.parquet"), ("trace", "a.csv")):
        result = cli(command, *reports, "-o", output)
        assert (result.code, result.out) == (2, "")
        assert "a." in result.error[0]
        assert not (folder / output).exists()


def test_a_folder_of_other_things_is_refused(cli: Cli, reports: list[str]) -> None:
    result = cli("group", *reports, "-o", ".")
    assert result.code == 4
    assert "holds other things" in result.error[0]


def test_a_folder_holds_the_tables_and_the_json(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("group", *reports, "missing.txt", "-o", "out/")
    assert (result.code, result.out) == (1, "")
    assert "read 3 · kept 2 · skipped 1 (1 not-found)" in result.err
    printed = cli("group", *reports, "missing.txt", "--json").out
    assert (folder / "out" / "stories.json").read_text(encoding="utf-8") == printed
    assert pq.read_table(folder / "out" / "memberships.parquet")["report"].to_pylist() == reports
    again = cli("group", *reports, "missing.txt", "-o", "out/", "--json")
    assert again.out == printed
    assert "nothing has changed" in again.err


def test_a_file_holds_the_json_or_the_lines(cli: Cli, reports: list[str], folder: Path) -> None:
    assert cli("group", *reports, "-o", "stories.json").code == 0
    assert (folder / "stories.json").read_text(encoding="utf-8") == cli("group", *reports, "--json").out
    assert cli("group", *reports, "-o", "stories.txt").code == 0
    assert (folder / "stories.txt").read_text(encoding="utf-8") == cli("group", *reports).out
    assert cli("group", *reports, "-o", "stories.txt").code == 4


def test_standard_input_is_read_in_pieces(cli: Cli, folder: Path) -> None:
    record = {"title": "Kiln shut", "text": "The kiln of Orrem is shut."}
    lines = "\n".join([json.dumps(record), "", json.dumps({**record, "text": "The mill of Selm is open."})])
    told = json.loads(cli("group", "-", "--json", stdin=lines.encode()).out)
    assert sorted(id for story in told["stories"] for id in story["reports"]) == ["-:1", "-:3"]
    alone = json.loads(cli("group", "-", "--json", stdin=b"The kiln of Orrem is shut.").out)
    assert [story["reports"] for story in alone["stories"]] == [["-"]]


def test_strict_writes_nothing_where_an_input_fails(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("group", *reports, "missing.txt", "--strict", "-o", "out/")
    assert result.code == 3
    assert [path.name for path in (folder / "out").iterdir()] == ["work"]


def test_progress_is_a_line_now_and_then_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 2.0, 11.0, 13.0, 20.0])
    monkeypatch.setattr("twosource.cli.steps.time.monotonic", lambda: next(clock))
    shown = Steps(shown=True)
    for done in (0, 200, 1100, 1300, 2000):
        shown("read", done, 2000)
    shown.close()
    assert capsys.readouterr().err.splitlines() == [
        "reading: 1,100 of 2,000 reports, 100 a second, 0:09 left",
        "reading: 2,000 of 2,000 reports, 100 a second",
    ]
    quiet = Steps(shown=False)
    quiet("read", 1, 2)
    assert capsys.readouterr().err == ""


def test_progress_is_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = Steps(shown=True)
    shown("read", 0, 20)
    shown("read", 10, 20)
    shown("matches", 0, 20)
    shown.close()
    err = capsys.readouterr().err
    assert "reading" in err
    assert "0/20" in err
