"""Fingerprints, candidates and matches of texts by the functions that two reports are compared with."""

from __future__ import annotations

import hashlib
from itertools import combinations, pairwise

import numpy as np
import pyarrow as pa

from twosource.model import Report
from twosource.passages.align import chains
from twosource.passages.blocks import GRAM, Text
from twosource.passages.blocks import texts as blocks_of
from twosource.passages.grouping import CROWD
from twosource.passages.judge import judge
from twosource.scale.rows import Row, parts_of
from twosource.scale.schema import MATCHES, PAIRS, PRINTS

LEAST_SHARED = 2
"""Fingerprints that two texts must share to be compared."""


def _report(row: Row) -> Report:
    return Report(str(row["text_key"]), "", "", row["text"], parts=parts_of(row["parts"]))


def _prints(text: Text) -> set[int]:
    block = text.block
    norms = [word.norm for word in block.words]
    found = set()
    for i in range(len(norms) - GRAM + 1):
        if block.content[i : i + GRAM].any():
            digest = hashlib.blake2b(" ".join(norms[i : i + GRAM]).encode("utf-8", "surrogatepass"), digest_size=8)
            found.add(int.from_bytes(digest.digest(), "little", signed=True))
    return found


def prints(texts: pa.Table) -> pa.Table:
    """Return the fingerprints of each text: the seeds of its blocks."""
    rows: list[tuple[int, int]] = []
    for row in texts.to_pylist():
        found = sorted({p for text in blocks_of([_report(row)]) for p in _prints(text)})
        rows.extend((p, row["text_key"]) for p in found)
    return pa.table({"print": [p for p, _ in rows], "text_key": [k for _, k in rows]}, schema=PRINTS)


def pairs(prints: pa.Table) -> pa.Table:
    """Return the pairs of texts that share a fingerprint; a crowd is compared in a row."""
    keys = prints["print"].to_numpy()
    owners = prints["text_key"].to_numpy()
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    shared: dict[tuple[int, int], int] = {}
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    for start, end in zip(starts, [*starts[1:], len(keys)], strict=True):
        here = owners[start:end].tolist()
        if len(here) <= CROWD:
            found = list(combinations(here, 2))
        else:
            found = [*pairwise(here), *((here[0], it) for it in here[2:])]
        for pair in found:
            shared[pair] = shared.get(pair, 0) + 1
    rows = sorted(shared)
    return pa.table(
        {"a": [a for a, _ in rows], "b": [b for _, b in rows], "shared": [shared[row] for row in rows]}, schema=PAIRS
    )


def matches(pairs: pa.Table, texts: pa.Table) -> pa.Table:
    """Return the judged stretches of each pair, as offsets in the stored texts."""
    reports = {row["text_key"]: _report(row) for row in texts.to_pylist()}
    rows = []
    for pair in pairs.to_pylist():
        a, b = pair["a"], pair["b"]
        both = blocks_of([reports[a], reports[b]])
        for i, first in enumerate(both):
            for second in both[i + 1 :]:
                if {str(a), str(b)} != {first.block.report.id, second.block.report.id}:
                    continue
                one, two = (first, second) if first.block.report.id == str(a) else (second, first)
                for chain in chains(one, two):
                    for m in judge(one.block, two.block, chain):
                        s, t = one.block.span(m.start, m.end), two.block.span(m.other_start, m.other_end)
                        rows.append((a, b, s.start, s.end, t.start, t.end, m.similarity))
    rows.sort()
    return pa.table({name: [row[k] for row in rows] for k, name in enumerate(MATCHES.names)}, schema=MATCHES)
