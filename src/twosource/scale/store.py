"""The work folder of a run: pieces that are there whole or not at all, named by what they were made from.

A task writes its tables as Arrow files and, last, a small record that says it is done. The name of each holds the key
of the task: a hash of its step, its inputs, the options and the version. So a run that was stopped at any moment finds
what is finished and does the rest, and what was made from other inputs is never taken for it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.ipc

from twosource import __version__
from twosource.errors import OutputError
from twosource.files import replacing, write_bytes

FORMAT = 1
"""Raised whenever a step writes other tables from the same inputs, or a piece is laid out in another way."""
LOCK = "lock"
_SUFFIXES = (".arrow", ".json", ".tmp", ".parquet", ".spool")
_WRITE = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
_READ = pa.ipc.IpcReadOptions(use_threads=False)


def digest(*parts: object) -> str:
    """Return the key of a piece of work: 128 bits over its parts, this version and the format, as hex digits."""
    record = json.dumps([__version__, FORMAT, *parts], sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.blake2b(record.encode(), digest_size=16).hexdigest()


def write_table(path: Path, schema: pa.Schema, tables: Iterable[pa.Table | pa.RecordBatch]) -> int:
    """Write one record batch for each table, whole or not at all; return the number of rows.

    :raises OutputError: if it cannot be written.
    """
    rows = 0
    with (
        replacing(path, force=True) as temporary,
        temporary.open("wb") as file,
        pa.ipc.new_file(file, schema, options=_WRITE) as writer,
    ):
        for table in tables:
            rows += table.num_rows
            writer.write_batch(_one_batch(table, schema))
    return rows


def read_table(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Return all batches of a piece as one table, or some of its columns."""
    return pa.Table.from_batches(list(iter_batches(path, columns)), schema=_schema(path, columns))


def iter_batches(path: Path, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """Yield the batches of a piece one at a time."""
    with _opened(path, columns) as reader:
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)


def read_part(paths: Iterable[Path], part: int) -> pa.Table:
    """Return one partition of several pieces as one table: the batch of that number of each."""
    batches = []
    for path in paths:
        with _opened(path, None) as reader:
            batches.append(reader.get_batch(part))
    return pa.Table.from_batches(batches)


def split(table: pa.Table, part: np.ndarray[Any, np.dtype[np.int64]], parts: int) -> Iterator[pa.Table]:
    """Yield the rows of each partition in turn, in the order that they have in the table.

    :param part: the partition of each row.
    """
    order = np.argsort(part, kind="stable")
    ends = np.searchsorted(part[order], np.arange(parts + 1))
    ordered = table.take(pa.array(order))
    for first, last in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        yield ordered.slice(first, last - first)


def _one_batch(table: pa.Table | pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    if isinstance(table, pa.RecordBatch):
        return table
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=schema)


def _schema(path: Path, columns: Sequence[str] | None) -> pa.Schema:
    with _opened(path, columns) as reader:
        return reader.schema


@contextmanager
def _opened(path: Path, columns: Sequence[str] | None) -> Iterator[pa.ipc.RecordBatchFileReader]:
    with pa.OSFile(str(path), "rb") as file:
        reader = pa.ipc.open_file(file, options=_READ)
        if columns is not None:
            fields = sorted(reader.schema.get_field_index(name) for name in columns)
            options = pa.ipc.IpcReadOptions(use_threads=False, included_fields=fields)
            reader = pa.ipc.open_file(file, options=options)
        yield reader


class Store:
    """The work folder of one run.

    :param folder: it is made where it is missing.
    :raises OutputError: if it cannot be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError(
                f"the work folder cannot be made: {reason}", str(folder), "choose another place"
            ) from error

    def piece(self, step: str, key: str, name: str) -> Path:
        """Return where a table of a piece of work is."""
        return self.folder / f"{step}-{key}.{name}.arrow"

    def done(self, step: str, key: str) -> dict[str, int] | None:
        """Return the counts of a piece of work that is finished, or None."""
        try:
            record = json.loads((self.folder / f"{step}-{key}.json").read_bytes())
        except (OSError, ValueError):
            return None
        return record if isinstance(record, dict) else None

    def finish(self, step: str, key: str, counts: Mapping[str, int]) -> None:
        """Say that a piece of work is finished: its tables are there, and stay."""
        data = json.dumps(dict(sorted(counts.items()))).encode()
        write_bytes(self.folder / f"{step}-{key}.json", data, force=True)

    def clean(self) -> None:
        """Remove what a stopped run has left half written."""
        for path in self.folder.iterdir():
            if path.suffix == ".tmp":
                path.unlink(missing_ok=True)

    def previous(self, name: str) -> dict[str, str]:
        """Return the story of each report in an earlier result that was set aside; none for no name."""
        if not name:
            return {}
        table = read_table(self.folder / name)
        return dict(zip(table["report"].to_pylist(), table["story"].to_pylist(), strict=True))

    def keep_only(self, keys: Iterable[str], steps: Iterable[str]) -> None:
        """Remove every piece but those of these keys and steps."""
        kept, wanted = set(keys), set(steps)
        for path in self.folder.iterdir():
            step, _, rest = path.name.partition("-")
            if path.suffix in _SUFFIXES and not (step in wanted and rest.split(".")[0] in kept):
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the folder to this run. The system lets go of it whenever the process ends, however it ends.

        :raises OutputError: if another run is at work in it.
        """
        with (self.folder / LOCK).open("ab") as file:
            if not _take(file):
                raise OutputError(
                    "another run is at work in this folder", str(self.folder), "wait for it, or choose another folder"
                )
            yield


def _take(file: IO[bytes]) -> bool:
    """Take the lock of an open file, and say whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
