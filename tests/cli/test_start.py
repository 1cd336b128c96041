"""The program starts at once: nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

import twosource
from twosource.cli.commands import program

_HEAVY = "jinja2 lxml numba numpy onnxruntime pyarrow rapidfuzz rich spacy sqlite3 tokenizers trafilatura"
HEAVY = frozenset(_HEAVY.split())

HELP_SECONDS = 0.3
"""Processor time that a help text may take, the interpreter's own start included."""


def python(*arguments: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    ).stdout


def test_the_command_line_imports_nothing_heavy() -> None:
    loaded = python("-c", "import sys, twosource.cli; print(*sys.modules)").split()
    assert "click" in loaded
    assert sorted(set(loaded) & HEAVY) == []


@pytest.mark.parametrize("command", [[], *([name] for name in program.commands)])
def test_help_answers_at_once(command: list[str]) -> None:
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "Usage: twosource" in python("-m", "twosource", *command, "--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    assert min(taken) < HELP_SECONDS


def test_the_version_is_told() -> None:
    assert python("-m", "twosource", "--version") == f"twosource {twosource.__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    assert "twosource" in python("-m", "twosource", _TWOSOURCE_COMPLETE=f"{shell}_source")
