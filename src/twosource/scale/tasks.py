"""The work of one task: it opens what it needs, calls the steps, and writes its tables whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from twosource.model import Report, Skipped
from twosource.options import Options
from twosource.scale import steps
from twosource.scale.plan import Shard
from twosource.scale.rows import report_rows, skipped_rows
from twosource.scale.schema import (
    ASKED,
    CARRIED,
    HOMES,
    HOT,
    MATCHES,
    MEMBERS,
    OUTCOMES,
    PAIRS,
    PLACES,
    PRINTS,
    REPORTS,
    SKIPPED,
    TEXTS,
    WITHIN,
)
from twosource.scale.shards import read_shard
from twosource.scale.store import Store, iter_batches, read_part, read_table, split, write_table

BATCH_REPORTS = 512
BATCH_CHARACTERS = 4_000_000
"""Reports, and characters of their texts, that a task holds at once."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a ``part`` of a step, with the keys of the pieces that it is made from, by their step.

    ``key`` depends on all of this; ``reports`` says about how many reports it is a share of the work for.
    """

    step: str
    key: str
    folder: str
    made_from: tuple[tuple[str, tuple[str, ...]], ...] = ()
    part: int = 0
    parts: int = 1
    shard: Shard | None = None
    options: Options | None = None
    reports: int = 0

    def inputs(self, store: Store, step: str, name: str) -> list[Path]:
        """Return the tables of this name that an earlier step has made for this task."""
        return [store.piece(step, key, name) for key in dict(self.made_from)[step]]


def perform(task: Task) -> Counts:
    """Do a task and say that it is done; return its counts.

    :raises OutputError: if the work folder cannot be written.
    """
    store = Store(Path(task.folder))
    counts = WORK[task.step](task, store)
    store.finish(task.step, task.key, counts)
    return counts


def _read(task: Task, store: Store) -> Counts:
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

    reports = _write(task, store, "reports", REPORTS, tables())
    _write(task, store, "skipped", SKIPPED, [skipped_rows(lost)])
    return {"reports": reports, "skipped": len(lost), "characters": characters}


def _texts(task: Task, store: Store) -> Counts:
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
    _write(task, store, "carried", CARRIED, carried)
    return {"texts": _scatter(task, store, "texts", texts, steps.numbers(texts, "text_key"), TEXTS)}


def _prints(task: Task, store: Store) -> Counts:
    """Take the texts of one partition together, each once, and send their fingerprints to their partitions."""
    texts = steps.distinct_texts(read_part(task.inputs(store, "texts", "texts"), task.part))
    prints = steps.prints(texts)
    _write(task, store, "texts", TEXTS, _cut(texts))
    _scatter(task, store, "prints", prints, steps.numbers(prints, "print"), PRINTS)
    return {"texts": texts.num_rows, "prints": prints.num_rows}


def _pairs(task: Task, store: Store) -> Counts:
    """Pair the texts that share a fingerprint of one partition."""
    found, hot = steps.pairs_and_hot(read_part(task.inputs(store, "prints", "prints"), task.part))
    keys = steps.pair_keys(steps.numbers(found, "a"), steps.numbers(found, "b"))
    _write(task, store, "hot", HOT, [hot])
    return {"pairs": _scatter(task, store, "pairs", found, keys, PAIRS), "hot": hot.num_rows}


def _candidates(task: Task, store: Store) -> Counts:
    """Add up what the pairs of one partition share; ask for the texts of those that are to be compared."""
    found = steps.candidates(read_part(task.inputs(store, "pairs", "pairs"), task.part))
    a, b = steps.numbers(found, "a"), steps.numbers(found, "b")
    _scatter(task, store, "pairs", found, a, PAIRS)
    asked = np.unique(np.stack([b, steps.part_of(a, task.parts)]), axis=1)
    table = pa.table({"text_key": asked[0], "part": asked[1]}, schema=ASKED)
    _scatter(task, store, "asked", table, asked[0], ASKED)
    return {"candidates": found.num_rows}


def _deliver(task: Task, store: Store) -> Counts:
    """Send the texts of one partition to those that asked for them."""
    asked = read_part(task.inputs(store, "candidates", "asked"), task.part)
    keys, parts = np.unique(np.stack([steps.numbers(asked, "text_key"), steps.numbers(asked, "part")]), axis=1)
    texts = read_table(_own(task.inputs(store, "prints", "texts"), task.part))
    places = np.searchsorted(steps.numbers(texts, "text_key"), keys)
    sent = split(pa.table({"place": places}), parts, task.parts)
    tables = (texts.take(table["place"]) for table in sent)
    return {"texts": _write(task, store, "texts", TEXTS, tables)}


def _matches(task: Task, store: Store) -> Counts:
    """Compare the pairs whose first text is of one partition."""
    pairs = read_part(task.inputs(store, "candidates", "pairs"), task.part)
    wanted = pa.array(np.unique(steps.numbers(pairs, "a")))
    own = [
        batch.filter(pa.compute.is_in(batch["text_key"], wanted))
        for batch in iter_batches(_own(task.inputs(store, "prints", "texts"), task.part))
    ]
    others = read_part(task.inputs(store, "deliver", "texts"), task.part)
    texts = steps.distinct_texts(pa.concat_tables([pa.Table.from_batches(own, schema=TEXTS), others]))
    hot = pa.concat_tables([read_table(path) for path in task.inputs(store, "pairs", "hot")])
    found = steps.matches(pairs, texts, hot)
    return {"matches": _write(task, store, "matches", MATCHES, [found])}


def _group(task: Task, store: Store) -> Counts:
    """Group all reports into stories, and number these."""
    batches = [b for path in task.inputs(store, "read", "reports") for b in iter_batches(path)]
    members = steps.members(pa.Table.from_batches(batches, schema=REPORTS))
    parts = steps.story_parts(steps.numbers(members, "index"), task.parts)
    places = pa.table({"report": members["report"], "part": parts}, schema=PLACES).sort_by("report")
    carried = pa.concat_tables([read_table(path) for path in task.inputs(store, "texts", "carried")])
    texts, index = steps.homes(carried, members)
    index_of, first = np.unique(steps.numbers(members, "index"), return_index=True)
    part = parts[first[np.searchsorted(index_of, index)]]
    _write(task, store, "homes", HOMES, [pa.table({"text_key": texts, "index": index, "part": part}, schema=HOMES)])
    _write(task, store, "members", MEMBERS, split(members, parts, task.parts))
    _write(task, store, "places", PLACES, [places])
    return {"stories": int(steps.numbers(members, "index").max()) + 1}


def _sort(task: Task, store: Store) -> Counts:
    """Send the reports of a shard to the partitions of their stories."""
    (where,) = task.inputs(store, "group", "places")
    places = read_table(where)
    keys, parts = steps.numbers(places, "report"), steps.numbers(places, "part")
    (path,) = task.inputs(store, "read", "reports")
    reports = read_table(path)
    rows = np.searchsorted(keys, steps.numbers(reports, "report"))
    return {"reports": _write(task, store, "reports", REPORTS, split(reports, parts[rows], task.parts))}


def _within(task: Task, store: Store) -> Counts:
    """Send the matches of one partition to the partitions of the stories that carry both texts."""
    matches = read_table(_own(task.inputs(store, "matches", "matches"), task.part))
    homes = pa.concat_tables([read_table(path) for path in task.inputs(store, "group", "homes")])
    found = steps.within(matches, homes)
    index, first = np.unique(steps.numbers(homes, "index"), return_index=True)
    parts = steps.numbers(homes, "part")[first[np.searchsorted(index, steps.numbers(found, "index"))]]
    return {"matches": _write(task, store, "matches", WITHIN, split(found, parts, task.parts))}


def _tell(task: Task, store: Store) -> Counts:
    """Tell what is found in the stories of one partition."""
    members = read_part(task.inputs(store, "group", "members"), task.part)
    reports = read_part(task.inputs(store, "sort", "reports"), task.part)
    matches = read_part(task.inputs(store, "within", "matches"), task.part)
    return {"stories": _write(task, store, "outcomes", OUTCOMES, steps.outcomes(members, reports, matches))}


WORK: dict[str, Callable[[Task, Store], Counts]] = {
    "read": _read,
    "texts": _texts,
    "prints": _prints,
    "pairs": _pairs,
    "candidates": _candidates,
    "deliver": _deliver,
    "matches": _matches,
    "group": _group,
    "sort": _sort,
    "within": _within,
    "tell": _tell,
}
"""What each step does."""


def _own(paths: Sequence[Path], part: int) -> Path:
    """Return the piece of one partition, where a step has made one for each."""
    return paths[part]


def _cut(table: pa.Table) -> Iterator[pa.Table]:
    """Yield a table of texts a few at a time."""
    for first in range(0, table.num_rows, BATCH_REPORTS):
        yield table.slice(first, BATCH_REPORTS)


def _scatter(task: Task, store: Store, name: str, table: pa.Table, keys: steps.Keys, schema: pa.Schema) -> int:
    """Write a table in one batch for each partition of its keys."""
    return _write(task, store, name, schema, split(table, steps.part_of(keys, task.parts), task.parts))


def _write(task: Task, store: Store, name: str, schema: pa.Schema, tables: Iterable[pa.Table]) -> int:
    return write_table(store.piece(task.step, task.key, name), schema, tables)
