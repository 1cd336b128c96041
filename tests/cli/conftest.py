"""What the tests of the command line share: the program started in this process, and two invented reports."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from twosource.cli import run

FIRST = "\n\n".join(
    (
        "Ferry rammed the quay at Sollum, harbour office says",
        "SOLLUM, 3 May 2031 (Orlen Wire) - A ferry rammed the quay at Sollum on Saturday and 14 people were hurt, the "
        "harbour office said.",
        '"The rudder did not answer," harbour master Ida Quell told the Orlen Wire. "We will inspect every ship of the '
        'line."',
        "The shipping company Marelle denied that the ferry had been overdue for an inspection.\n",
    )
)

SECOND = "\n\n".join(
    (
        "Fourteen hurt as ferry hits quay",
        "May 3, 2031",
        "A ferry rammed the quay at Sollum on Saturday and 14 people were hurt, the harbour office said.",
        "According to the Orlen Wire, harbour master Ida Quell said the rudder had failed. She said every ship of the "
        "line would be inspected.",
        "Teacher Jon Abbet, who stood on the quay, said he had counted 16 injured people.\n",
    )
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one command gave: its exit code, its data, and what it told."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> list[str]:
        """The three lines of the error."""
        lines = self.err.splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith("error ["))
        return lines[start:]


Cli = Callable[..., Result]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Return a function that runs the program with these arguments, and with ``stdin`` to read."""

    def start(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Result(code, captured.out.decode(), captured.err.decode())

    return start


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reports(folder: Path) -> list[str]:
    """Return the names of two reports of one event in the current folder."""
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return ["first.txt", "second.txt"]
