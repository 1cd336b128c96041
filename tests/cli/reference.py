"""The help texts in ``docs/cli.md``: ``python -m tests.cli.reference`` writes them anew, a test compares them."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from twosource.cli.commands import program

REFERENCE = Path(__file__).parents[2] / "docs" / "cli.md"

WIDTH = 80
"""Columns of the help texts in the document."""

_BLOCK = re.compile(
    r"^```console\n\$ twosource ?(?P<command>[a-z]{0,20}) --help\n(?P<help>(?:(?!```).*\n)*)```$", re.MULTILINE
)


def help_of(command: str) -> str:
    """Return what ``twosource COMMAND --help`` prints; of the program itself for an empty command."""
    arguments = [command, "--help"] if command else ["--help"]
    return CliRunner().invoke(program, arguments, prog_name="twosource", terminal_width=WIDTH).output.rstrip("\n")


def blocks(text: str) -> dict[str, str]:
    """Return the help texts of a document by their command."""
    return {found["command"]: found["help"] for found in _BLOCK.finditer(text)}


def renewed(text: str) -> str:
    """Return the document with every help text as the program prints it now."""

    def block(found: re.Match[str]) -> str:
        command = found["command"]
        return f"```console\n$ twosource {f'{command} ' if command else ''}--help\n{help_of(command)}\n```"

    return _BLOCK.sub(block, text)


if __name__ == "__main__":
    REFERENCE.write_text(renewed(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")
