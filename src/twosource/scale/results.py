"""The results of a run as files: the same bytes for the same rows, whoever found them and in how many pieces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from twosource.export import dumps
from twosource.files import replacing
from twosource.model import Skipped
from twosource.scale.outcomes import nested
from twosource.scale.rows import skipped_rows
from twosource.scale.schema import LINEAGE, MEMBERSHIPS, PASSAGES, SKIPPED, STORIES
from twosource.scale.store import iter_batches

TABLES = {"stories": STORIES, "memberships": MEMBERSHIPS, "passages": PASSAGES, "lineage": LINEAGE}
"""The tables of the result that have rows for each story."""
FILES = (*(f"{name}.parquet" for name in TABLES), "skipped.parquet", "stories.json")
"""The files of a result."""
GROUP_ROWS = 16_384
"""Rows of a group in a Parquet file, whatever pieces they came in."""


def write_results(folder: Path, outcomes: Sequence[Path], skipped: Sequence[Skipped]) -> None:
    """Write every file of the result.

    :param outcomes: the pieces of :data:`~twosource.scale.schema.OUTCOMES`, in the order of their stories.
    :raises OutputError: if one cannot be written.
    """
    for name, schema in TABLES.items():
        write_parquet(folder / f"{name}.parquet", schema, _rows(outcomes, name))
    write_parquet(folder / "skipped.parquet", SKIPPED, [skipped_rows(skipped)])
    with replacing(folder / "stories.json", force=True) as temporary, temporary.open("wb") as file:
        for text in story_lines(outcomes, skipped):
            file.write(text.encode("utf-8", "backslashreplace"))


def write_parquet(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """Write rows as one Parquet file, in groups of a fixed number of rows and with nothing that tells of the run.

    :raises OutputError: if it cannot be written.
    """
    with (
        replacing(path, force=True) as temporary,
        temporary.open("wb") as file,
        pa.parquet.ParquetWriter(file, schema, compression="zstd", store_schema=False) as writer,
    ):
        held: list[pa.Table] = []
        rows = 0
        for table in tables:
            held.append(table)
            rows += table.num_rows
            if rows >= GROUP_ROWS:
                whole = pa.concat_tables(held)
                for first in range(0, rows - GROUP_ROWS + 1, GROUP_ROWS):
                    writer.write_table(whole.slice(first, GROUP_ROWS).combine_chunks(), row_group_size=GROUP_ROWS)
                held = [whole.slice(rows - rows % GROUP_ROWS).combine_chunks()]
                rows %= GROUP_ROWS
        rest = pa.concat_tables([schema.empty_table(), *held]).combine_chunks()
        writer.write_table(rest, row_group_size=GROUP_ROWS)


def story_lines(outcomes: Iterable[Path], skipped: Sequence[Skipped]) -> Iterator[str]:
    """Yield the lines of the result as one JSON object: ``{"stories": […], "skipped": […]}``."""
    first = True
    yield '{\n "stories": ['
    for path in outcomes:
        for batch in iter_batches(path, ["json"]):
            for text in batch["json"].to_pylist():
                yield "\n" if first else ",\n"
                yield "\n".join(nested(text, 2))
                first = False
    yield "],\n" if first else "\n ],\n"
    told = [{"file": it.file, "code": it.code, "reason": it.reason} for it in skipped]
    head, *rest = nested(dumps(told), 1)
    yield "\n".join([f' "skipped": {head.lstrip()}', *rest])
    yield "\n}\n"


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of each file of the result that is there."""
    found = {}
    for name in FILES:
        try:
            with (folder / name).open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            continue
    return found


def _rows(outcomes: Iterable[Path], name: str) -> Iterator[pa.Table]:
    """Yield the rows of one result, story by story."""
    schema = TABLES[name]
    for path in outcomes:
        columns = schema.names if name == "stories" else [name]
        for batch in iter_batches(path, columns):
            if name == "stories":
                yield pa.Table.from_batches([batch]).select(schema.names).cast(schema)
            else:
                yield _flat(batch.column(0), schema)


def _flat(lists: Any, schema: pa.Schema) -> pa.Table:
    """Return the structs of a column of lists as a table."""
    structs = lists.flatten()
    return pa.table(dict(zip(schema.names, structs.flatten(), strict=True))).cast(schema)


def read_json(path: Path) -> Any:
    """Return the object in a JSON file, or None where there is none that can be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
