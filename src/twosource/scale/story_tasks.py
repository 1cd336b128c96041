"""The tasks from reports to stories, and what is found in each."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from twosource.scale import steps
from twosource.scale.schema import (
    BINS,
    DATED,
    FEATURES,
    HOMES,
    LABELS,
    LINKS,
    MEMBERS,
    OUTCOMES,
    PLACES,
    REPORTS,
    WITHIN,
)
from twosource.scale.store import Store, iter_batches, read_part, read_table, split
from twosource.scale.task import Counts, Task, cut, own, scatter, write
from twosource.stories import NO_DAY, WINDOW


def features(task: Task, store: Store) -> Counts:
    """Compute the features of a shard, each text and day once, and send them to the partitions of their texts."""
    made = [
        steps.features(pa.Table.from_batches([batch]))
        for path in task.inputs(store, "read", "reports")
        for batch in iter_batches(path)
    ]
    found = pa.concat_tables([FEATURES.empty_table(), *(it for it, _ in made)])
    write(task, store, "dated", DATED, (dated for _, dated in made))
    return {"features": scatter(task, store, "features", found, steps.numbers(found, "text"), FEATURES)}


def stand(task: Task, store: Store) -> Counts:
    """Keep the features that stand for each text of one partition, and send them to the parts of their days."""
    found = steps.standing(read_part(task.inputs(store, "features", "features"), task.part))
    days = steps.numbers(found, "day")
    part = np.where(days == NO_DAY, len(task.edges) + 1, np.searchsorted(task.edges, days, "right"))
    write(task, store, "features", FEATURES, split(found, part, len(task.edges) + 2))
    return {"texts": found.num_rows}


def links(task: Task, store: Store) -> Counts:
    """Link the texts whose later one is of one part of the days."""
    paths = task.inputs(store, "stand", "features")
    first = task.edges[task.part - 1] if task.part else NO_DAY
    last = task.edges[task.part] - 1 if task.part < len(task.edges) else None
    wanted = [part for part in range(task.part + 1) if part == task.part or task.edges[part] > first - WINDOW] + [
        len(task.edges) + 1
    ]
    table = pa.concat_tables([read_part(paths, part) for part in wanted])
    days = steps.numbers(table, "day")
    table = table.filter(pa.array((days == NO_DAY) | (days >= first - WINDOW)))
    return {"links": write(task, store, "links", LINKS, cut(steps.links(table, first, last)))}


def bins(task: Task, store: Store) -> Counts:
    """Say where each component of links is settled, and send the links there."""
    found = pa.concat_tables([read_table(path) for path in task.inputs(store, "links", "links")])
    where = steps.bins(found, task.parts)
    texts, parts = steps.numbers(where, "text"), steps.numbers(where, "part")
    write(task, store, "bins", BINS, [where])
    part = parts[np.searchsorted(texts, steps.numbers(found, "a"))]
    return {"links": write(task, store, "links", LINKS, split(found, part, task.parts))}


def bring(task: Task, store: Store) -> Counts:
    """Send the features of one partition of texts to where they are settled."""
    (path,) = task.inputs(store, "bins", "bins")
    where = read_table(path)
    texts, parts = steps.numbers(where, "text"), steps.numbers(where, "part")
    found = read_table(own(task.inputs(store, "stand", "features"), task.part))
    own_texts = steps.numbers(found, "text")
    place = np.searchsorted(texts, own_texts)
    linked = texts[np.minimum(place, len(texts) - 1)] == own_texts if len(texts) else np.zeros(len(place), np.bool_)
    tables = split(found.filter(pa.array(linked)), parts[place[linked]], task.parts)
    return {"texts": write(task, store, "features", FEATURES, tables)}


def settle(task: Task, store: Store) -> Counts:
    """Settle the stories of one partition of components."""
    found = read_part(task.inputs(store, "bring", "features"), task.part)
    tied = read_part(task.inputs(store, "bins", "links"), task.part)
    return {"texts": write(task, store, "labels", LABELS, [steps.settled(found, tied)])}


def group(task: Task, store: Store) -> Counts:
    """Give all stories their numbers, and say where each is told."""
    dated = pa.concat_tables([read_table(path) for path in task.inputs(store, "features", "dated")])
    labels = pa.concat_tables([read_table(path) for path in task.inputs(store, "settle", "labels")])
    members = steps.members(dated, labels, store.previous(task.previous))
    parts = steps.story_parts(steps.numbers(members, "index"), task.parts)
    write(task, store, "members", MEMBERS, split(members, parts, task.parts))
    places = pa.table({"report": members["report"], "part": parts}, schema=PLACES).sort_by("report")
    write(task, store, "places", PLACES, [places])
    carried = pa.concat_tables([read_table(path) for path in task.inputs(store, "texts", "carried")])
    texts, index = steps.homes(carried, members)
    numbers, first = np.unique(steps.numbers(members, "index"), return_index=True)
    part = parts[first[np.searchsorted(numbers, index)]]
    write(task, store, "homes", HOMES, [pa.table({"text_key": texts, "index": index, "part": part}, schema=HOMES)])
    return {"stories": len(numbers)}


def sort(task: Task, store: Store) -> Counts:
    """Send the reports of a shard to the partitions of their stories."""
    (where,) = task.inputs(store, "group", "places")
    places = read_table(where)
    keys, parts = steps.numbers(places, "report"), steps.numbers(places, "part")
    (path,) = task.inputs(store, "read", "reports")
    reports = read_table(path)
    rows = np.searchsorted(keys, steps.numbers(reports, "report"))
    return {"reports": write(task, store, "reports", REPORTS, split(reports, parts[rows], task.parts))}


def within(task: Task, store: Store) -> Counts:
    """Send the matches of one partition to the partitions of the stories that carry both texts."""
    matches = read_table(own(task.inputs(store, "matches", "matches"), task.part))
    homes = pa.concat_tables([read_table(path) for path in task.inputs(store, "group", "homes")])
    found = steps.within(matches, homes)
    index, first = np.unique(steps.numbers(homes, "index"), return_index=True)
    parts = steps.numbers(homes, "part")[first[np.searchsorted(index, steps.numbers(found, "index"))]]
    return {"matches": write(task, store, "matches", WITHIN, split(found, parts, task.parts))}


def tell(task: Task, store: Store) -> Counts:
    """Tell what is found in the stories of one partition."""
    members = read_part(task.inputs(store, "group", "members"), task.part)
    reports = read_part(task.inputs(store, "sort", "reports"), task.part)
    matches = read_part(task.inputs(store, "within", "matches"), task.part)
    return {"stories": write(task, store, "outcomes", OUTCOMES, steps.outcomes(members, reports, matches))}
