"""What is installed is whole: it has every file of the source tree, and its licence."""

from __future__ import annotations

import tomllib
from importlib.metadata import metadata, version
from importlib.resources import as_file, files
from pathlib import Path

import twosource

ROOT = Path(__file__).parent.parent


def contents(folder: Path) -> dict[str, int]:
    """Return every file below a folder with its size."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_installed_package_has_every_file_of_the_source_tree() -> None:
    with as_file(files("twosource")) as installed:
        assert contents(Path(installed)) == contents(ROOT / "src" / "twosource")


def test_the_package_ships_its_data_and_its_types() -> None:
    there = contents(ROOT / "src" / "twosource")
    assert "py.typed" in there
    for ending in (".html", ".css", ".schema.json", "weights/MODEL_CARD.md"):
        assert any(name.endswith(ending) and size for name, size in there.items()), ending


def test_the_metadata_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert version("twosource") == twosource.__version__
    assert metadata("twosource")["License-Expression"] == project["license"] == "Apache-2.0"
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {twosource.__version__}\n" in citation
    assert "license: Apache-2.0\n" in citation
