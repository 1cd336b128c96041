"""Archives of many reports, read one by one: JSON lines and Parquet. None is loaded whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from twosource.errors import BadRecord, InputError, NotText, OverLimit
from twosource.model import Report, Skipped
from twosource.options import Options
from twosource.reading.decoding import decode
from twosource.reading.inputs import skipped
from twosource.reading.records import (
    BYLINE,
    LANGUAGE,
    OUTLET,
    PUBLISHED,
    TEXT,
    TITLE,
    UPDATED,
    URL,
    parse_record,
    record_text,
)
from twosource.reading.single import read_record

CHUNK_BYTES = 1_000_000
"""Bytes of an over-long line that are passed over at once."""
BATCH_ROWS = 64
"""Rows of a Parquet file that are held at once."""
BUFFER_BYTES = 1 << 20
"""Bytes of each column of a Parquet file that are read ahead; without a buffer a whole group of rows is."""
COLUMNS = frozenset((*TITLE, *TEXT, *URL, *OUTLET, *BYLINE, *PUBLISHED, *UPDATED, *LANGUAGE))
"""Columns of a table that are read; others are left alone."""


def read_lines(
    stream: BinaryIO, id: str, file: str, options: Options, head: tuple[bytes, ...] = (), first: int = 1
) -> Iterator[Report | Skipped]:
    """Yield the report of each line of a JSON lines stream; a line that cannot be read is skipped with its number.

    Ids are ``id:LINE``, counted from 1. Blank lines count but are no records.

    :param head: the first lines, where the caller has taken them from the stream to look at them.
    :param first: the number of the first line, where the stream begins further down in the file.
    """
    read = 0
    for number, line in enumerate(_lines(stream, options.limits.bytes_per_file, head), start=first):
        place = f"{file}:{number}"
        read += len(line or b"")
        if read > options.limits.archive_bytes:
            limit = options.limits.archive_bytes
            yield Skipped(
                place, OverLimit.code, f"the archive is larger than the limit of {limit:,} bytes; read up to here"
            )
            return
        if line is None:
            limit = options.limits.bytes_per_file
            yield Skipped(place, OverLimit.code, f"the line is longer than the limit of {limit:,} bytes")
            continue
        line = line.strip()
        if not line:
            continue
        try:
            decoded = decode(line)
            record = parse_record(decoded.text)
            yield read_record(record, line, f"{id}:{number}", place, options, (decoded.note,))
        except NotText as error:
            yield skipped(error, place)
            if number == 1:  # the file is binary: its other lines are no lines
                return
        except InputError as error:
            yield skipped(error, place)


def _lines(stream: BinaryIO, limit: int, head: tuple[bytes, ...]) -> Iterator[bytes | None]:
    """Yield each line, None for one that is longer than the limit."""
    for line in chain(head, iter(lambda: stream.readline(limit + 1), b"")):
        if len(line) > limit and not line.endswith(b"\n"):
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(CHUNK_BYTES)
            yield None
        else:
            yield line


def read_parquet(
    path: Path, id: str, file: str, options: Options, rows: range | None = None
) -> Iterator[Report | Skipped]:
    """Yield the report of each row of a Parquet file, a few rows at a time.

    Ids are ``id:ROW``, counted from 1. The hash of such a report is that of its text in UTF-8.

    :param rows: the rows to read, counted from 0; all where there are none given.
    :raises InputError: if the file is no Parquet file or over a limit.
    """
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path, buffer_size=BUFFER_BYTES) as table:
            yield from _rows(table, id, file, options, rows or range(table.metadata.num_rows))
    except (pyarrow.ArrowException, OSError) as error:
        raise BadRecord(f"not a Parquet file that can be read: {error}", file) from error


def _rows(table: Any, id: str, file: str, options: Options, rows: range) -> Iterator[Report | Skipped]:
    columns = [name for name in table.schema_arrow.names if name in COLUMNS]
    if not any(name in TEXT for name in columns):
        raise BadRecord('the table has no column "text"', file)
    limit = options.limits.archive_bytes
    read = 0
    for first, batch in _batches(table, columns, rows):
        read += batch.nbytes
        if read > limit:
            raise OverLimit(f"the archive is larger than the limit of {limit:,} bytes; read up to row {first}", file)
        for number, record in enumerate(_records(batch), start=first + 1):
            place = f"{file}:{number}"
            try:
                data = record_text(record).encode("utf-8", "surrogatepass")
                yield read_record(record, data, f"{id}:{number}", place, options)
            except InputError as error:
                yield skipped(error, place)


def _batches(table: Any, columns: list[str], rows: range) -> Iterator[tuple[int, Any]]:
    """Yield a few of the rows at a time, with the number of the first of them, from 0."""
    number = 0
    for group in range(table.num_row_groups):
        size = table.metadata.row_group(group).num_rows
        if number >= rows.stop or number + size <= rows.start:
            number += size
            continue
        for batch in table.iter_batches(batch_size=BATCH_ROWS, row_groups=[group], columns=columns, use_threads=False):
            first, last = max(number, rows.start), min(number + batch.num_rows, rows.stop)
            if first < last:
                yield first, batch.slice(first - number, last - first)
            number += batch.num_rows


def _records(batch: Any) -> list[dict[str, Any]]:
    """Return the rows of a batch; what Python cannot hold (broken UTF-8, a year beyond 9999) is None."""
    try:
        records: list[dict[str, Any]] = batch.to_pylist()
    except (ValueError, OverflowError):
        names = batch.schema.names
        records = [{name: _value(batch.column(name), row) for name in names} for row in range(batch.num_rows)]
    return records


def _value(column: Any, row: int) -> Any:
    try:
        return column[row].as_py()
    except (ValueError, OverflowError):
        return None
