"""What the tests of archives share: runs in this process, and results to look into."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from twosource.options import Options
from twosource.scale.archive import Archive, Settings, archive
from twosource.scale.results import FILES

ALONE = Settings(workers=1)


def run(inputs: Iterable[Path | str], folder: Path, settings: Settings = ALONE, **more: Any) -> Archive:
    """Run an archive."""
    return archive([str(it) for it in inputs], folder, Options(), settings=settings, **more)


def results(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a result."""
    return {name: (folder / name).read_bytes() for name in FILES}


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of one table of a result."""
    found: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def write_lines(path: Path, records: Iterable[Mapping[str, Any] | str]) -> Path:
    """Write records as JSON lines; a string is a line as it is."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def stories_of(folder: Path) -> dict[str, str]:
    """Return the story of each report."""
    return {row["report"]: row["story"] for row in rows(folder, "memberships")}
