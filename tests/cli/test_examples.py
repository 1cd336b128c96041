"""The examples in the documents run as they stand."""

from __future__ import annotations

import io
import json
import re
import runpy
import sqlite3
from contextlib import closing, redirect_stdout
from pathlib import Path

from tests.cli.conftest import FIRST, SECOND, Cli

ROOT = Path(__file__).parents[2]


def example(document: str, language: str) -> str:
    """Return the one block of this language in a document."""
    text = (ROOT / document).read_text(encoding="utf-8")
    (block,) = re.findall(rf"^```{language}\n((?:(?!```).*\n)*)```$", text, re.MULTILINE)
    return str(block)


def printed_by(code: str, folder: Path) -> list[str]:
    """Return what the code prints, line by line."""
    (folder / "example.py").write_text(code, encoding="utf-8")
    with redirect_stdout(io.StringIO()) as out:
        runpy.run_path(str(folder / "example.py"))
    return out.getvalue().splitlines()


def test_the_library_as_the_readme_uses_it(folder: Path) -> None:
    (folder / "first.html").write_text(f"<article>{FIRST.replace(chr(10) * 2, '<p>')}</article>", encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    lines = printed_by(example("README.md", "python"), folder)
    assert lines
    assert all(re.match(r"\d+ \w", line) for line in lines)


def test_the_json_as_its_document_reads_it(cli: Cli, reports: list[str], folder: Path) -> None:
    assert cli("trace", *reports, "-o", "case.json").code == 0
    lines = printed_by(example("docs/json.md", "python"), folder)
    assert any("Ida Quell" in line and "rudder" in line for line in lines)


def test_the_case_file_as_the_document_asks_it(cli: Cli, reports: list[str], folder: Path) -> None:
    found = json.loads(cli("trace", *reports, "--json", "--case", "ferry.case").out)
    with closing(sqlite3.connect(folder / "ferry.case")) as base:
        rows = base.execute(example("docs/json.md", "sql")).fetchall()
    assert [number for _, number in rows] == sorted((number for _, number in rows), reverse=True)
    assert sorted(rows) == sorted((claim["text"], claim["independent_origins"]) for claim in found["claims"])
