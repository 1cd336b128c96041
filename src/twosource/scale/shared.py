"""The functions of passages over arrays, from tables to tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from twosource.model import Report
from twosource.passages.archive import enough, numbered
from twosource.passages.candidates import Pairs, merge
from twosource.passages.candidates import candidates as paired
from twosource.passages.prints import fingerprints
from twosource.passages.tokens import Tokens, tokenise_utf8
from twosource.passages.verify import Matches, verify
from twosource.scale.rows import parts_of, texts_of
from twosource.scale.schema import CARRIED, HOT, MATCHES, PAIRS, PRINTS, TEXTS

Keys = NDArray[np.uint64]


def texts(reports: pa.Table) -> pa.Table:
    """Return the texts of reports, from their columns ``text`` and ``parts``."""
    found: dict[int, str] = {}
    for row in reports.to_pylist():
        report = Report("", "", "", row["text"], parts=parts_of(row["parts"]))
        found.update((key, text) for key, _, text in texts_of(report))
    return pa.table({"text_key": list(found), "text": list(found.values())}, schema=TEXTS)


def carried(reports: pa.Table) -> pa.Table:
    """Return which report carries which text, from the columns ``report``, ``read_key``, ``text`` and ``parts``."""
    keys: dict[int, list[int]] = {}
    rows: list[tuple[int, int]] = []
    for row in reports.to_pylist():
        if row["read_key"] not in keys:
            report = Report("", "", "", row["text"], parts=parts_of(row["parts"]))
            keys[row["read_key"]] = sorted({key for key, _, _ in texts_of(report)})
        rows.extend((row["report"], key) for key in keys[row["read_key"]])
    return pa.table({"report": [it for it, _ in rows], "text_key": [it for _, it in rows]}, schema=CARRIED)


def prints(texts: pa.Table) -> pa.Table:
    """Return the prints of each text, each once a text."""
    found = fingerprints(_tokens(texts))
    rows = np.unique(np.stack([found.text.astype(np.uint64), found.hash]), axis=1)
    keys = _unsigned(texts, "text_key")[rows[0].astype(np.int64)]
    return pa.table({"print": _signed(rows[1]), "text_key": _signed(keys)}, schema=PRINTS)


def pairs(prints: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return the pairs of texts that share prints, and the hot prints."""
    found = paired(_unsigned(prints, "print"), _unsigned(prints, "text_key"))
    return _pair_table(found.pairs), pa.table({"print": _signed(found.hot)}, schema=HOT)


def candidates(pairs: pa.Table) -> pa.Table:
    """Return the pairs that share enough, what they share summed up."""
    return _pair_table(enough(merge([_pairs(pairs)])))


def matches(pairs: pa.Table, texts: pa.Table, hot: pa.Table) -> pa.Table:
    """Return the matches of the pairs."""
    keys, first = np.unique(_unsigned(texts, "text_key"), return_index=True)
    a, b = numbered(_pairs(pairs), keys, first)
    tokens = _tokens(texts)
    found = verify(tokens, a, b, fingerprints(tokens), np.unique(_unsigned(hot, "print")))
    return _match_table(found, _unsigned(texts, "text_key"))


def _match_table(found: Matches, keys: Keys) -> pa.Table:
    """Return matches by the keys of their texts, the lesser key first."""
    a, b = keys[found.a], keys[found.b]
    turned = a > b
    columns: dict[str, Any] = {"a": _signed(np.minimum(a, b)), "b": _signed(np.maximum(a, b))}
    for edge in ("start", "end"):
        here, there = getattr(found, f"a_{edge}"), getattr(found, f"b_{edge}")
        columns[f"a_{edge}"], columns[f"b_{edge}"] = np.where(turned, there, here), np.where(turned, here, there)
    columns |= {name: getattr(found, name) for name in ("shared", "similarity", "verbatim")}
    order = np.lexsort([columns[name] for name in ("b_start", "b_end", "a_end", "a_start", "b", "a")])
    return pa.table({name: columns[name][order] for name in MATCHES.names}, schema=MATCHES)


def _tokens(texts: pa.Table) -> Tokens:
    """Return the words of the texts, from the very bytes that the table holds."""
    column = texts["text"].combine_chunks().cast(pa.large_string())
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays([*column.chunks, pa.array([], pa.large_string())])
    if not len(column):
        return tokenise_utf8(np.empty(0, np.uint8), np.zeros(1, np.int64))
    _, places, data = column.buffers()
    offsets = np.frombuffer(places, np.int64)[column.offset : column.offset + len(column) + 1]
    held = np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8)
    return tokenise_utf8(held[offsets[0] : offsets[-1]], offsets - offsets[0])


def _pairs(table: pa.Table) -> Pairs:
    shared, common = (np.asarray(table[name].to_numpy(), np.int32) for name in ("shared", "common"))
    return Pairs(_unsigned(table, "a"), _unsigned(table, "b"), shared, common)


def _pair_table(pairs: Pairs) -> pa.Table:
    columns = {"a": _signed(pairs.a), "b": _signed(pairs.b), "shared": pairs.shared, "common": pairs.common}
    return pa.table(columns, schema=PAIRS)


def _unsigned(table: pa.Table, column: str) -> Keys:
    return np.asarray(table[column].to_numpy(), np.int64).view(np.uint64)


def _signed(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    return np.asarray(keys, np.uint64).view(np.int64)
