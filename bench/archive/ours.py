"""twosource over a set of documents: in memory, and in partitions on disk as a run over an archive works.

Both go the whole way: words, fingerprints, candidate pairs, and every pair verified.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bench.archive import store
from bench.archive.scoring import Pairs as Found
from twosource.passages.archive import enough, matches_utf8, numbered
from twosource.passages.candidates import Pairs, candidates, merge
from twosource.passages.prints import fingerprints
from twosource.passages.tokens import Tokens, tokenise_utf8
from twosource.passages.verify import Matches, verify

if TYPE_CHECKING:
    import pyarrow as pa

PART_DOCUMENTS = 50_000
"""Documents for which there is one partition: what bounds the memory."""
_RANGE = np.uint64(32)

Keys = NDArray[np.uint64]
Rows = NDArray[np.int64]


def buffers(texts: pa.StringArray) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Return the bytes of an Arrow array of texts and where each starts, as they lie in memory."""
    _, offsets, data = texts.buffers()
    first = texts.offset
    return np.frombuffer(data, np.uint8), np.frombuffer(offsets, np.int32)[first : first + len(texts) + 1]


def tokens_of(texts: pa.StringArray) -> Tokens:
    """Return the words of an Arrow array of texts, from its own buffers."""
    return tokenise_utf8(*buffers(texts))


def in_memory(texts: pa.StringArray) -> Found:
    """Return the pairs of documents that share a passage."""
    return named(matches_utf8(*buffers(texts)))


def named(found: Matches) -> Found:
    """Return the pairs that have a match."""
    return np.stack([found.a, found.b], axis=1)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Rows of numbers on disk, each in the partition of its key."""

    folder: Path
    name: str
    count: int

    def add(self, keys: Keys, *columns: NDArray[np.generic]) -> None:
        """Send rows to the partitions of their keys."""
        parts = (keys >> _RANGE) * np.uint64(self.count) >> _RANGE
        order = np.argsort(parts, kind="stable")
        ends = np.searchsorted(parts[order], np.arange(self.count + 1))
        for part in range(self.count):
            rows = order[ends[part] : ends[part + 1]]
            for number, column in enumerate(columns):
                with self._path(part, number).open("ab") as file:
                    np.ascontiguousarray(column[rows]).tofile(file)

    def read(self, part: int, *kinds: type[np.generic]) -> list[NDArray[np.generic]]:
        """Return the columns of a partition."""
        paths = [self._path(part, number) for number in range(len(kinds))]
        return [
            np.fromfile(path, kind) if path.is_file() else np.empty(0, kind)
            for path, kind in zip(paths, kinds, strict=True)
        ]

    def _path(self, part: int, number: int) -> Path:
        return self.folder / f"{self.name}-{part}-{number}"


def on_disk(folder: Path) -> Found:
    """Return the pairs of documents of a set that share a passage; only a partition is in memory at any time."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        return _on_disk(folder, Path(name))


def _on_disk(folder: Path, work: Path) -> Found:
    blocks = []
    size = store.size(folder)
    count = max(-(-size // PART_DOCUMENTS), 1)
    prints = _Parts(work, "prints", count)
    for batch in _joined(store.batches(folder)):
        tokens = tokens_of(batch)
        found = fingerprints(tokens)
        prints.add(found.hash, found.hash, tokens.key[found.text])
        blocks.append(tokens.key)
    keys, first = np.unique(np.concatenate(blocks), return_index=True)
    shared, hot = _Parts(work, "pairs", count), []
    for part in range(count):
        hashes, owners = prints.read(part, np.uint64, np.uint64)
        here = candidates(hashes.astype(np.uint64, copy=False), owners.astype(np.uint64, copy=False))
        pairs = here.pairs
        shared.add(pairs.a, pairs.a, pairs.b, pairs.shared, pairs.common)
        hot.append(here.hot)
    chosen = [_summed(shared, part, keys, first) for part in range(count)]
    _deliver(folder, work, chosen)
    crowded = np.sort(np.concatenate(hot))
    return np.concatenate([_compared(work, part, *pairs, crowded) for part, pairs in enumerate(chosen)])


def _joined(batches: Iterable[pa.RecordBatch], rows: int = 8_192) -> Iterator[pa.StringArray]:
    """Yield the texts in larger arrays."""
    import pyarrow as pa

    held: list[pa.Array] = []
    for batch in batches:
        held.append(batch.column(0))
        if sum(map(len, held)) >= rows:
            yield pa.concat_arrays(held)
            held = []
    if held:
        yield pa.concat_arrays(held)


def _summed(shared: _Parts, part: int, keys: Keys, first: Rows) -> tuple[Rows, Rows]:
    """Return the pairs of one partition that share enough, by the numbers of their documents."""
    a, b, few, many = shared.read(part, np.uint64, np.uint64, np.int32, np.int32)
    pairs = enough(merge([Pairs(*(np.asarray(it) for it in (a, b, few, many)))]))
    return numbered(pairs, keys, first)


def _deliver(folder: Path, work: Path, chosen: list[tuple[Rows, Rows]]) -> None:
    """Bring the texts of each partition's pairs together."""
    import pyarrow as pa

    wanted = [np.unique(np.concatenate(pairs)) for pairs in chosen]
    schema = pa.schema([("text", pa.string())])
    writers = [pa.ipc.new_file(pa.OSFile(str(work / f"texts-{n}"), "wb"), schema) for n in range(len(chosen))]
    start = 0
    for batch in store.batches(folder):
        for rows, writer in zip(wanted, writers, strict=True):
            low, high = np.searchsorted(rows, (start, start + batch.num_rows))
            if low < high:
                writer.write_batch(batch.take(pa.array(rows[low:high] - start)))
        start += batch.num_rows
    for writer in writers:
        writer.close()


def _compared(work: Path, part: int, a: Rows, b: Rows, hot: Keys) -> Found:
    """Return the pairs of one partition that share a passage."""
    import pyarrow as pa

    with pa.OSFile(str(work / f"texts-{part}"), "rb") as source, pa.ipc.open_file(source) as reader:
        arrays = [reader.get_batch(number).column(0) for number in range(reader.num_record_batches)]
    if not arrays:
        return np.empty((0, 2), np.int64)
    numbers = np.unique(np.concatenate([a, b]))
    tokens = tokens_of(pa.concat_arrays(arrays))
    found = verify(tokens, np.searchsorted(numbers, a), np.searchsorted(numbers, b), fingerprints(tokens), hot)
    return numbers[named(found)]
