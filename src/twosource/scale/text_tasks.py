"""The tasks from inputs to matches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from twosource.model import Report, Skipped
from twosource.scale import steps
from twosource.scale.rows import report_rows, skipped_rows
from twosource.scale.schema import ASKED, CARRIED, HOT, MATCHES, PAIRS, PRINTS, REPORTS, SKIPPED, TEXTS
from twosource.scale.shards import read_shard
from twosource.scale.store import Store, iter_batches, read_part, read_table, split
from twosource.scale.task import BATCH_REPORTS, Counts, Task, cut, own, scatter, write

BATCH_CHARACTERS = 4_000_000
"""Characters of reports that a task holds at once."""


def read(task: Task, store: Store) -> Counts:
    """Read a shard."""
    if task.shard is None or task.options is None:
        raise ValueError("a shard is read by its options")
    lost: list[Skipped] = []
    characters = 0

    def tables() -> Iterator[pa.Table]:
        nonlocal characters
        here: list[Report] = []
        held = 0
        for item in read_shard(task.shard, task.options):  # type: ignore[arg-type]  # checked above
            if isinstance(item, Skipped):
                lost.append(item)
                continue
            here.append(item)
            held += len(item.text)
            if len(here) >= BATCH_REPORTS or held >= BATCH_CHARACTERS:
                characters += held
                yield report_rows(here)
                here, held = [], 0
        characters += held
        if here:
            yield report_rows(here)

    reports = write(task, store, "reports", REPORTS, tables())
    write(task, store, "skipped", SKIPPED, [skipped_rows(lost)])
    return {"reports": reports, "skipped": len(lost), "characters": characters}


def texts(task: Task, store: Store) -> Counts:
    """Send the distinct texts of a shard to their partitions."""
    found = [
        steps.texts(pa.Table.from_batches([batch]))
        for path in task.inputs(store, "read", "reports")
        for batch in iter_batches(path, ["read_key", "text", "parts"])
    ]
    texts = steps.distinct_texts(pa.concat_tables([TEXTS.empty_table(), *found]))
    columns = ["report", "read_key", "text", "parts"]
    carried = (
        steps.carried(pa.Table.from_batches([batch]))
        for path in task.inputs(store, "read", "reports")
        for batch in iter_batches(path, columns)
    )
    write(task, store, "carried", CARRIED, carried)
    return {"texts": scatter(task, store, "texts", texts, steps.numbers(texts, "text_key"), TEXTS)}


def prints(task: Task, store: Store) -> Counts:
    """Take the texts of one partition together, each once, and send their fingerprints to their partitions."""
    texts = steps.distinct_texts(read_part(task.inputs(store, "texts", "texts"), task.part))
    prints = steps.prints(texts)
    write(task, store, "texts", TEXTS, cut(texts))
    scatter(task, store, "prints", prints, steps.numbers(prints, "print"), PRINTS)
    return {"texts": texts.num_rows, "prints": prints.num_rows}


def pairs(task: Task, store: Store) -> Counts:
    """Pair the texts that share a fingerprint of one partition."""
    found, hot = steps.pairs_and_hot(read_part(task.inputs(store, "prints", "prints"), task.part))
    keys = steps.pair_keys(steps.numbers(found, "a"), steps.numbers(found, "b"))
    write(task, store, "hot", HOT, [hot])
    return {"pairs": scatter(task, store, "pairs", found, keys, PAIRS), "hot": hot.num_rows}


def candidates(task: Task, store: Store) -> Counts:
    """Add up what the pairs of one partition share; ask for the texts of those that are to be compared."""
    found = steps.candidates(read_part(task.inputs(store, "pairs", "pairs"), task.part))
    a, b = steps.numbers(found, "a"), steps.numbers(found, "b")
    scatter(task, store, "pairs", found, a, PAIRS)
    asked = np.unique(np.stack([b, steps.part_of(a, task.parts)]), axis=1)
    table = pa.table({"text_key": asked[0], "part": asked[1]}, schema=ASKED)
    scatter(task, store, "asked", table, asked[0], ASKED)
    return {"candidates": found.num_rows}


def deliver(task: Task, store: Store) -> Counts:
    """Send the texts of one partition to those that asked for them."""
    asked = read_part(task.inputs(store, "candidates", "asked"), task.part)
    keys, parts = np.unique(np.stack([steps.numbers(asked, "text_key"), steps.numbers(asked, "part")]), axis=1)
    texts = read_table(own(task.inputs(store, "prints", "texts"), task.part))
    places = np.searchsorted(steps.numbers(texts, "text_key"), keys)
    sent = split(pa.table({"place": places}), parts, task.parts)
    tables = (texts.take(table["place"]) for table in sent)
    return {"texts": write(task, store, "texts", TEXTS, tables)}


def matches(task: Task, store: Store) -> Counts:
    """Compare the pairs whose first text is of one partition."""
    pairs = read_part(task.inputs(store, "candidates", "pairs"), task.part)
    wanted = pa.array(np.unique(steps.numbers(pairs, "a")))
    here = [
        batch.filter(pc.is_in(batch["text_key"], wanted))
        for batch in iter_batches(own(task.inputs(store, "prints", "texts"), task.part))
    ]
    others = read_part(task.inputs(store, "deliver", "texts"), task.part)
    texts = steps.distinct_texts(pa.concat_tables([pa.Table.from_batches(here, schema=TEXTS), others]))
    hot = pa.concat_tables([read_table(path) for path in task.inputs(store, "pairs", "hot")])
    found = steps.matches(pairs, texts, hot)
    return {"matches": write(task, store, "matches", MATCHES, [found])}
