"""When something goes wrong: three lines, the right exit code, no traceback, no half-written file."""

from __future__ import annotations

import importlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from twosource.cli.telling import ADVICE, Progress, printable
from twosource.errors import InputError, ModelError

stages = importlib.import_module("twosource.trace")
"""The module; its name in the package may be that of the function."""


def three_lines(err: str, code: str) -> bool:
    lines = err.splitlines()
    return (
        len(lines) == 3
        and lines[0].startswith(f"error [{code}]: ")
        and lines[1].startswith("  where: ")
        and lines[2].startswith("  try:   ")
        and all(len(line) > 9 for line in lines)
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["trce", "a.txt"],
        ["trace"],
        ["trace", "a.txt", "--jsn"],
        ["trace", "a.txt", "-o"],
        ["trace", "a.txt", "--language", "english"],
        ["trace", "a.txt", "--language", "é1"],
        ["trace", "a.txt", "-o", "x.html", "--case", "x.html"],
        ["check"],
        ["check", "a", "b"],
        ["--nothing"],
    ],
)
def test_wrong_usage_is_code_2(cli: Cli, folder: Path, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert three_lines(result.err, "usage")
    assert "--help" in result.err


def test_without_a_command_the_help_is_shown_as_wrong_usage(cli: Cli) -> None:
    result = cli()
    assert (result.code, result.out) == (2, "")
    assert "Usage: twosource" in result.err


@pytest.mark.parametrize("command", ["trace", "statements", "passages", "group"])
def test_no_usable_input_is_code_3(cli: Cli, folder: Path, command: str) -> None:
    result = cli(command, "missing.txt")
    assert (result.code, result.out) == (3, "")
    assert three_lines(result.err, "not-found")
    assert "missing.txt" in result.err


def test_of_several_unusable_inputs_each_is_told(cli: Cli, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    result = cli("trace", "missing.txt", "empty.txt", "--json")
    assert result.code == 3
    told = [line for line in result.err.splitlines() if line.startswith("skipped [")]
    assert len(told) == 2
    assert "none of 2 inputs" in result.error[0]


def test_a_limit_is_code_4(cli: Cli, folder: Path) -> None:
    (folder / "long.txt").write_text("a " * 6_000_000)
    result = cli("trace", "long.txt")
    assert result.code == 4
    assert three_lines(result.err, "over-limit")


@pytest.mark.parametrize("place", ["none/case.html", "first.txt/case.html", ".", "/proc/none.html"])
def test_an_output_that_cannot_be_written_is_code_4_before_any_work(
    cli: Cli, reports: list[str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "run", None)  # would fail if it were called
    result = cli("trace", *reports, "-o", place)
    assert (result.code, result.out) == (4, "")
    assert three_lines(result.err, "output")


def test_an_error_that_nobody_foresaw_is_code_5_without_a_traceback(
    cli: Cli, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise LookupError("a\nstrange \x1b[31mthing")

    monkeypatch.setattr(stages, "run", fail)
    result = cli("trace", *reports)
    assert (result.code, result.out) == (5, "")
    assert three_lines(result.err, "internal")
    assert "Traceback" not in result.err
    assert "\x1b" not in result.err
    assert "--debug" in result.err
    assert "Traceback" in cli("trace", *reports, "--debug").err


def test_a_foreseen_error_has_its_traceback_only_with_debug(
    cli: Cli, reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ModelError("the model is missing", "package some-model", "install it")

    monkeypatch.setattr(stages, "run", fail)
    result = cli("trace", *reports)
    assert (result.code, three_lines(result.err, "model")) == (5, True)
    assert "Traceback" in cli("--debug", "trace", *reports).err


def test_ctrl_c_is_quiet_and_leaves_nothing(
    cli: Cli, reports: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stages, "run", stop)
    result = cli("trace", *reports, "-o", "case.html", "--case", "a.case")
    assert (result.code, result.out, result.err) == (130, "", "")
    assert sorted(path.name for path in folder.iterdir()) == reports


def test_ctrl_c_while_a_file_is_written_leaves_nothing(
    cli: Cli, reports: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    assert cli("statements", *reports, "-o", "out.txt").code == 130
    assert sorted(path.name for path in folder.iterdir()) == reports


def test_advice_is_ready_for_every_code_of_an_input() -> None:
    assert {kind.code for kind in InputError.__subclasses__()} == set(ADVICE)


def test_what_is_printed_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\nc\u202ed é“ 🚢\ud800") == "a\\x1b[2Jb\\nc\\u202ed é“ 🚢\\ud800"


@pytest.mark.parametrize("command", [["trace"], ["statements"], ["passages"], ["group"], ["trace", "--json"]])
def test_a_report_cannot_steer_the_terminal(cli: Cli, folder: Path, command: list[str]) -> None:
    text = "The \x1b[2Jship \u202esank\x07 near \x9b2JSollum, harbour master Ida \x1b]0;Quell\x07 said on Saturday.\n"
    plain = "The harbour master said that the ship had sunk.\n" * 30  # too many control characters would be no text
    (folder / "a\x1b[2J.txt").write_text(text + plain)
    (folder / "b.txt").write_text(text + plain)
    result = cli(command[0], "a\x1b[2J.txt", "b.txt", "c\x1b[2J.txt", *command[1:])
    assert result.code == 1
    for sign in "\x1b\x07" if "--json" in command else "\x1b\x07\x9b\u202e":
        assert sign not in result.out + result.err


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(("term", "shown"), [("xterm-256color", True), ("dumb", False)])
def test_progress_names_each_stage_on_a_terminal(term: str, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(shown=True)
    progress.expect(2, 3)
    progress("language")
    progress("statements")
    progress.close()
    assert ("1/2 language · 3 reports" in terminal.getvalue()) is shown
    assert ("2/2 statements" in terminal.getvalue()) is shown
    assert terminal.getvalue().endswith("\r\033[K") is shown


def test_progress_is_silent_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, wanted in ((io.StringIO(), True), (Terminal(), False)):
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress(shown=wanted)
        progress("language")
        progress.close()
        assert stream.getvalue() == ""


def a_case(folder: Path) -> Path:
    from tests.test_case import a_record

    path = folder / "case.json"
    path.write_text(json.dumps(a_record()), encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", [["--help"], ["check", "case.json"]])
def test_a_closed_pipe_is_no_error(folder: Path, arguments: list[str]) -> None:
    a_case(folder)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "twosource", *arguments], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_code_4(folder: Path) -> None:
    a_case(folder)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "twosource", "check", "case.json"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 4
    assert three_lines(done.stderr.decode(), "output")
