"""A set of documents on disk: its texts as Arrow record batches, what is known of it as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.archive.texts import Maker, Pair, Truth

if TYPE_CHECKING:
    import pyarrow as pa

TEXTS, TRUTH = "texts.arrow", "truth.json"


def write(maker: Maker, size: int, folder: Path) -> None:
    """Make a set of documents and write it."""
    import pyarrow as pa

    folder.mkdir(parents=True, exist_ok=True)
    truth, blocks = maker.make(size)
    schema = pa.schema([("text", pa.string())])
    with pa.OSFile(str(folder / TEXTS), "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
        for block in blocks:
            writer.write_batch(pa.record_batch([pa.array(block, pa.string())], schema=schema))
    (folder / TRUTH).write_text(json.dumps(asdict(truth)), encoding="utf-8")


def batches(folder: Path) -> Iterator[pa.RecordBatch]:
    """Yield the texts as record batches with one column, ``text``; not mapped, so that they count as memory."""
    import pyarrow as pa

    with pa.OSFile(str(folder / TEXTS), "rb") as source, pa.ipc.open_file(source) as reader:
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)


def size(folder: Path) -> int:
    """Return how many texts there are."""
    return sum(batch.num_rows for batch in batches(folder))


def characters(folder: Path) -> int:
    """Return how many characters all texts have together."""
    import pyarrow.compute as pc

    return sum(pc.sum(pc.utf8_length(batch.column(0))).as_py() for batch in batches(folder))


def array(folder: Path) -> pa.StringArray:
    """Return the texts as one Arrow array."""
    import pyarrow as pa

    return pa.concat_arrays([batch.column(0) for batch in batches(folder)])


def texts(folder: Path) -> list[str]:
    """Return the texts."""
    return [text for batch in batches(folder) for text in batch.column(0).to_pylist()]


def truth(folder: Path) -> Truth:
    """Return what is known of the set."""
    row: dict[str, Any] = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    return Truth(row["size"], [Pair(**it) for it in row["pairs"]], row["standing"], row["real_alone"])
