"""Reading one shard: its reports and what could not be read, one at a time."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from twosource.errors import InputError
from twosource.model import Report, Skipped
from twosource.options import Options
from twosource.reading import read_entry
from twosource.reading.archives import read_lines, read_parquet
from twosource.reading.inputs import skipped
from twosource.scale.plan import Shard


def read_shard(shard: Shard, options: Options) -> Iterator[Report | Skipped]:
    """Yield the reports of a shard, and why what is missing could not be read.

    :raises InputError: if the file is no longer what it was when the shards were made.
    """
    if shard.kind == "lines":
        yield from _lines(shard, options)
    elif shard.kind == "rows":
        yield from _rows(shard, options)
    elif shard.kind == "whole":
        with Path(shard.source).open("rb") as file:
            yield from read_entry(shard.entries[0], options, file)
    else:
        for entry in shard.entries:
            yield from (_noted(item, entry.notes) for item in read_entry(entry, options))


def _noted(item: Report | Skipped, notes: tuple[str, ...]) -> Report | Skipped:
    """Return a report with the notes of its file."""
    return item if isinstance(item, Skipped) or not notes else replace(item, notes=(*item.notes, *notes))


def _lines(shard: Shard, options: Options) -> Iterator[Report | Skipped]:
    (entry,) = shard.entries
    with Path(shard.source).open("rb", buffering=0) as file:
        stretch = _Stretch(file, shard.start, shard.end)
        stream = io.BufferedReader(stretch, 1 << 16)
        for item in read_lines(stream, entry.id, entry.given, options, first=shard.first):
            yield _noted(item, entry.notes)
        while stream.read(1 << 20):
            pass  # what the reader left, a line over the limit at the end, belongs to what is compared
        if stretch.content.hexdigest() != shard.content:
            raise InputError(
                "the file changed while it was read", entry.given, "run the same command again when it is at rest"
            )


def _rows(shard: Shard, options: Options) -> Iterator[Report | Skipped]:
    (entry,) = shard.entries
    try:
        path = Path(entry.given)
        for item in read_parquet(path, entry.id, entry.given, options, range(shard.start, shard.end)):
            yield _noted(item, entry.notes)
    except InputError as error:
        yield skipped(error, entry.given)


class _Stretch(io.RawIOBase):
    """A range of bytes of an open file, as a file of its own that hashes what is read of it."""

    def __init__(self, file: io.FileIO, start: int, end: int) -> None:
        super().__init__()
        file.seek(start)
        self._file, self._left = file, end - start
        self.content = hashlib.blake2b(digest_size=16)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read on into the buffer; return how many bytes were read."""
        view = memoryview(buffer)[: self._left]
        count = self._file.readinto(view) if len(view) else 0
        self._left -= count or 0
        self.content.update(view[:count])
        return count or 0
