"""The functions of stories over arrays, from tables to tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from twosource.scale.rows import report_of
from twosource.scale.schema import BINS, DATED, FEATURES, LABELS, LINKS, MEMBERS
from twosource.stories import Block, block, components, distinct, groups, inherited, nearest, story_id
from twosource.stories import features as features_of
from twosource.stories import links as links_of
from twosource.stories.features import Features
from twosource.stories.links import Links

Keys = NDArray[np.int64]


def features(reports: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return the features of each text and day (FEATURES), and which report has which (DATED)."""
    known: dict[tuple[int, str | None], Features] = {}
    keys: list[int] = []
    dated: list[dict[str, Any]] = []
    for row in reports.to_pylist():
        report = report_of(row)
        own = row["read_key"], report.date
        if own not in known:
            known[own] = features_of(report)
            keys.append(row["read_key"])
        found = known[own]
        text = int(np.uint64(found.text).view(np.int64))
        dated.append({"report": row["report"], "id": row["id"], "text": text, "day": found.day})
    table = feature_table(block(list(known.values())), np.array(keys, np.int64))
    return table, pa.Table.from_pylist(dated, schema=DATED)


def standing(features: pa.Table) -> pa.Table:
    """Return the one row that stands for each text, in the order of the texts."""
    order = features.sort_by([("text", "ascending"), ("day", "ascending"), ("read_key", "ascending")])
    found = distinct(_unsigned(order, "text"), np.asarray(order["day"].to_numpy(), np.int32))
    return order.take(pa.array(np.unique(found)))


def links(features: pa.Table, first_day: int, last_day: int | None) -> pa.Table:
    """Return the links whose later report is of these days."""
    here = feature_block(features)
    found = links_of(here, first_day, last_day)
    keys = here.texts.view(np.int64)
    a, b = keys[found.first], keys[found.second]
    low, high = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((high, low))
    return pa.table({"a": low[order], "b": high[order], "score": found.scores[order]}, schema=LINKS)


def bins(links: pa.Table, parts: int) -> pa.Table:
    """Return in which of some partitions each text that has links is settled: a component is settled in one."""
    a, b = (np.asarray(links[name].to_numpy(), np.int64) for name in ("a", "b"))
    texts = np.unique(np.concatenate([a, b]))
    labels = components(len(texts), np.searchsorted(texts, a), np.searchsorted(texts, b))
    sizes = np.bincount(labels, minlength=len(texts))
    before = np.cumsum(sizes) - sizes
    part = before[labels] * parts // max(len(texts), 1)
    return pa.table({"text": texts, "part": part}, schema=BINS)


def settled(features: pa.Table, links: pa.Table) -> pa.Table:
    """Return the founder of the story of each text, and the text that it is nearest to, of whole components."""
    here = feature_block(features.sort_by("text"))
    keys = here.texts.view(np.int64)
    order = np.argsort(keys)
    a, b = (order[np.searchsorted(keys[order], links[name].to_numpy())] for name in ("a", "b"))
    score = np.asarray(links["score"].to_numpy(), np.float32)
    first, second = np.minimum(a, b), np.maximum(a, b)
    rank = np.lexsort((second, first))
    found = Links(first[rank], second[rank], score[rank])
    labels = groups(here, found)
    fellow = nearest(here, found, labels)
    columns = {"text": keys, "founder": keys[labels], "founder_day": here.days[labels], "fellow": keys[fellow]}
    return pa.table(columns, schema=LABELS)


def members(dated: pa.Table, labels: pa.Table, previous: Mapping[str, str]) -> pa.Table:
    """Return the story of each report, and its fellow; stories in the order of the least id of their reports."""
    ids = dated["id"].to_pylist()
    texts, days = np.asarray(dated["text"].to_numpy(), np.int64), np.asarray(dated["day"].to_numpy(), np.int32)
    by_id = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    stands = by_id[distinct(texts.view(np.uint64)[by_id], days[by_id])]
    stands[by_id] = stands.copy()
    of_text = dict(zip(texts[stands].tolist(), stands.tolist(), strict=True))
    founder = {text: (text, int(days[row])) for text, row in of_text.items()}
    near: dict[int, int] = {}
    for row in labels.to_pylist():
        founder[row["text"]] = row["founder"], row["founder_day"]
        near[row["text"]] = row["fellow"]
    stories: dict[tuple[int, int], list[int]] = {}
    for row in by_id.tolist():
        stories.setdefault(founder[int(texts[row])], []).append(row)
    names = {own: story_id(int(np.int64(own[0]).view(np.uint64)), own[1]) for own in stories}
    if previous:
        kept = inherited({names[own]: [ids[row] for row in rows] for own, rows in stories.items()}, previous)
        names = {own: kept[name] for own, name in names.items()}
    fellow = [_fellow(row, int(stands[row]), texts, near, of_text) for row in range(len(ids))]
    rows = [row for group in stories.values() for row in group]
    index = np.repeat(np.arange(len(stories)), [len(group) for group in stories.values()])
    reports = dated["report"].to_numpy()
    columns = {
        "report": reports[rows],
        "id": [ids[row] for row in rows],
        "index": index,
        "story": [names[own] for own, group in stories.items() for _ in group],
        "fellow": [None if fellow[row] == row else ids[fellow[row]] for row in rows],
    }
    return pa.table(columns, schema=MEMBERS)


def _fellow(row: int, stand: int, texts: Keys, near: Mapping[int, int], of_text: Mapping[int, int]) -> int:
    """Return the report that a report is nearest to: the one that stands for its text, or that of the text nearest."""
    text = int(texts[row])
    return stand if stand != row else of_text[near.get(text, text)]


def feature_table(features: Block, keys: Sequence[int] | Keys) -> pa.Table:
    """Return features as a table; ``keys`` are the ``read_key`` of the rows."""

    def lists(values: NDArray[Any], starts: Keys) -> pa.ListArray:
        return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), pa.array(values))

    columns = {
        "text": features.texts.view(np.int64),
        "day": features.days,
        "read_key": np.asarray(keys, np.int64),
        "length": features.lengths,
        "terms": lists(features.terms.view(np.int32), features.starts),
        "weights": lists(features.weights, features.starts),
        "heads": lists(features.heads, features.starts),
        "leads": lists(features.leads, features.starts),
        "kinds": lists(features.kinds.view(np.int8), features.starts),
        "units": lists(features.units.view(np.int32), features.figure_starts),
        "figures": lists(features.figures.view(np.int32), features.figure_starts),
    }
    return pa.table(columns, schema=FEATURES)


def feature_block(table: pa.Table) -> Block:
    """Return the features of a table as a block, in the same order."""

    def values(name: str, kind: type[np.generic]) -> NDArray[Any]:
        return np.concatenate([np.empty(0, kind), *(c.flatten().to_numpy().view(kind) for c in table[name].chunks)])

    def starts(name: str) -> Keys:
        lengths = [np.diff(c.offsets.to_numpy()) for c in table[name].chunks]
        return np.cumsum(np.concatenate([np.zeros(1, np.int64), *lengths]), dtype=np.int64)

    return Block(
        texts=_unsigned(table, "text"),
        days=np.array(table["day"].to_numpy(), np.int32),
        lengths=np.array(table["length"].to_numpy(), np.int32),
        starts=starts("terms"),
        terms=values("terms", np.uint32),
        weights=values("weights", np.float32),
        heads=values("heads", np.float32),
        leads=values("leads", np.float32),
        kinds=values("kinds", np.uint8),
        figure_starts=starts("units"),
        units=values("units", np.uint32),
        figures=values("figures", np.uint32),
    )


def _unsigned(table: pa.Table, column: str) -> NDArray[np.uint64]:
    return np.array(table[column].to_numpy(), np.int64).view(np.uint64)
