"""The inputs of an archive in shards: what one task reads, so that all cores read and a stop costs little.

A ``.jsonl`` file is cut at line ends into ranges of bytes, a ``.parquet`` file into ranges of rows, and single files
are taken together in slices whose ends depend on their names alone: a line added at the end or a file added anywhere
changes one shard, and the others are not read again.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from twosource.errors import BadRecord, InputError, NotFound, NotText, OverLimit
from twosource.model import Skipped
from twosource.options import Options
from twosource.reading import is_lines
from twosource.reading.decoding import decode
from twosource.reading.inputs import STDIN, Entry, expand, skipped
from twosource.scale.store import digest

SHARD_BYTES = 8_000_000
"""Bytes of input that one task reads: some thousand reports, some seconds of work. Never changed by the size of the
archive, so that a shard stays the same shard when the archive grows."""
SHARD_ROWS = 4_000
"""Rows of a Parquet file that one task reads."""
SLICE_FILES = 512
"""Single files that one task reads at most."""
SLICE_ENDS = 128
"""One file name in so many ends a slice."""
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """What one task reads: some ``files``; or of one file the ``lines`` or ``rows`` in a range.

    ``source`` is the file to open for lines. ``start`` and ``end`` are bytes, or rows from 0. ``first`` is the number
    of the first line. ``key`` depends on everything that its reports depend on but the options; ``content`` is the
    hash of the bytes of lines. ``records`` and ``size`` (bytes) are about how much there is to read.
    """

    kind: str
    entries: tuple[Entry, ...]
    key: str
    records: int
    size: int
    source: str = ""
    start: int = 0
    end: int = 0
    first: int = 1
    content: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards of all inputs in order, and the inputs that cannot be read."""

    shards: tuple[Shard, ...]
    skipped: tuple[Skipped, ...]

    @property
    def size(self) -> int:
        """Bytes of input, uncompressed."""
        return sum(shard.size for shard in self.shards)

    @property
    def records(self) -> int:
        """About how many reports there are."""
        return sum(shard.records for shard in self.shards)


def plan(
    inputs: Sequence[str],
    options: Options,
    spool: Callable[[], Path] | None = None,
    shard_bytes: int = SHARD_BYTES,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """Return the shards of the inputs: the same for the same files, in whatever order they are named.

    :param spool: gives a file with all of standard input, where that is an input.
    :param progress: told how many bytes of archives have been looked at, and of how many.
    """
    entries, failed = expand(inputs, options.limits.bytes_per_file)
    found: list[Shard] = []
    lost = list(failed)
    singles: list[tuple[Entry, os.stat_result]] = []
    archives: list[tuple[Entry, str]] = []
    for entry in sorted(entries, key=lambda entry: (entry.id, entry.given)):
        try:
            source = str(spool()) if entry.given == STDIN and spool is not None else entry.given
            status = Path(source).stat()
            if entry.format == "jsonl" or (entry.format is None and _holds_lines(source, options)):
                archives.append((replace(entry, format="jsonl"), source))
            elif entry.format == "parquet":
                archives.append((entry, source))
            elif entry.given == STDIN:
                found.append(_whole(entry, source, status))
            else:
                singles.append((entry, status))
        except InputError as error:
            lost.append(skipped(error, entry.given))
        except (OSError, ValueError):
            singles.append((entry, os.stat_result((0,) * 10)))  # reading it says what is wrong
    lines = [source for entry, source in archives if entry.format == "jsonl"]
    counted = _Counted(sum(Path(source).stat().st_size for source in lines), progress)
    for entry, source in archives:
        try:
            if entry.format == "jsonl":
                found.extend(_line_shards(entry, source, options, shard_bytes, counted))
            else:
                found.extend(_row_shards(entry, options))
        except InputError as error:
            lost.append(skipped(error, entry.given))
        except OSError as error:
            lost.append(Skipped(entry.given, NotFound.code, f"cannot be read: {error.strerror or error}"))
    names = {entry.id for entry, _ in archives}
    found.extend(_slices([(_apart(entry, names), status) for entry, status in singles], shard_bytes))
    return Plan(tuple(found), tuple(sorted(lost, key=lambda it: (it.file, it.code, it.reason))))


class _Counted:
    """Tells how many bytes have been looked at."""

    def __init__(self, total: int, progress: Callable[[int, int], None] | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def add(self, size: int) -> None:
        self._done += size
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _holds_lines(source: str, options: Options) -> bool:
    with Path(source).open("rb") as file:
        return is_lines(file, options)


def _apart(entry: Entry, archives: set[str]) -> Entry:
    """Return the entry with an id that is no line's: a file may be named like a line of an archive."""
    name, _, number = entry.id.rpartition(":")
    return replace(entry, id=f"{entry.id}#2") if name in archives and number.isdigit() else entry


def _whole(entry: Entry, source: str, status: os.stat_result) -> Shard:
    content = _content(source)
    key = digest("whole", entry.id, entry.given, entry.notes, content)
    return Shard("whole", (entry,), key, 1, status.st_size, source, content=content)


def _content(source: str) -> str:
    with Path(source).open("rb") as file:
        return hashlib.file_digest(file, _blake).hexdigest()


def _blake() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)


def _slices(singles: Iterable[tuple[Entry, os.stat_result]], shard_bytes: int) -> Iterator[Shard]:
    """Yield single files in slices whose ends depend on the names of the files."""
    here: list[tuple[Entry, os.stat_result]] = []
    size = 0
    for entry, status in sorted(singles, key=lambda item: item[0].given):
        here.append((entry, status))
        size += status.st_size
        mark = hashlib.blake2b(entry.given.encode("utf-8", "surrogatepass"), digest_size=4).digest()
        if int.from_bytes(mark, "little") % SLICE_ENDS == 0 or len(here) >= SLICE_FILES or size >= shard_bytes:
            yield _slice(here, size)
            here, size = [], 0
    if here:
        yield _slice(here, size)


def _slice(here: Sequence[tuple[Entry, os.stat_result]], size: int) -> Shard:
    stamps = [(e.id, e.given, e.format, e.notes, status.st_size, status.st_mtime_ns) for e, status in here]
    return Shard("files", tuple(entry for entry, _ in here), digest("files", stamps), len(here), size)


def _line_shards(entry: Entry, source: str, options: Options, shard_bytes: int, counted: _Counted) -> Iterator[Shard]:
    """Yield the ranges of a file of JSON lines, each from the start of a line to the end of one.

    :raises InputError: if it is over a limit, or no text.
    """
    limit = options.limits.archive_bytes
    with Path(source).open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise OverLimit(f"the archive is larger than the limit of {limit:,} bytes", entry.given)
        _check_text(file, entry, options)
        file.seek(0)
        for start, end, first, lines, content in _ranges(file, shard_bytes, counted):
            key = digest("lines", entry.id, entry.given, entry.notes, first, content)
            yield Shard("lines", (entry,), key, lines, end - start, source, start, end, first, content)


def _check_text(file: io.FileIO, entry: Entry, options: Options) -> None:
    """Look at the first line: of a binary file no other line is a line.

    :raises NotText: if it is binary.
    """
    first = file.readline(options.limits.bytes_per_file)
    try:
        decode(first.strip())
    except NotText as error:
        raise NotText(error.what, f"{entry.given}:1", error.advice) from error


def _ranges(file: io.FileIO, shard_bytes: int, counted: _Counted) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield start, end, number of the first line, lines, and content hash of each range of lines."""
    start = position = 0
    first, lines = 1, 0
    content = _blake()
    while chunk := file.read(CHUNK_BYTES):
        counted.add(len(chunk))
        begin = 0
        while True:
            wanted = max(begin, start + shard_bytes - position - 1)
            cut = chunk.find(b"\n", wanted) if wanted < len(chunk) else -1
            if cut < 0:
                break
            piece = chunk[begin : cut + 1]
            content.update(piece)
            lines += piece.count(b"\n")
            end = position + cut + 1
            yield start, end, first, lines, content.hexdigest()
            start, first, lines, content, begin = end, first + lines, 0, _blake(), cut + 1
        content.update(chunk[begin:])
        lines += chunk.count(b"\n", begin)
        position += len(chunk)
    if position > start or not position:
        yield start, position, first, lines + 1, content.hexdigest()


def _row_shards(entry: Entry, options: Options) -> Iterator[Shard]:
    """Yield ranges of rows of a Parquet file, none of them over the end of a group of rows.

    :raises InputError: if pyarrow is not installed, or it is no Parquet file, or over a limit.
    """
    import pyarrow
    import pyarrow.parquet

    path = Path(entry.given)
    try:
        status = path.stat()
        data = pyarrow.parquet.read_metadata(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise BadRecord(f"not a Parquet file that can be read: {error}", entry.given) from error
    groups = [data.row_group(number) for number in range(data.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    if size > options.limits.archive_bytes:
        limit = options.limits.archive_bytes
        raise OverLimit(f"the archive is larger than the limit of {limit:,} bytes", entry.given)
    stamp = (entry.id, entry.given, entry.notes, status.st_size, status.st_mtime_ns)
    start = 0
    for group in groups:
        for first in range(start, start + group.num_rows, SHARD_ROWS):
            last = min(first + SHARD_ROWS, start + group.num_rows)
            key = digest("rows", *stamp, first, last)
            share = group.total_byte_size * (last - first) // max(group.num_rows, 1)
            yield Shard("rows", (entry,), key, last - first, share, entry.given, first, last)
        start += group.num_rows
    if not start:
        yield Shard("rows", (entry,), digest("rows", *stamp, 0, 0), 0, 0, entry.given)
