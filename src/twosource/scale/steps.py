"""The steps of an archive run as pure functions from Arrow tables to Arrow tables: no files, no clock, no order.

A runner only moves tables. For each step it must bring certain rows together; how many partitions it makes of them, in
which order they come and who works on which is its own affair and changes no result:

======================  =================================================  =====================================
step                    rows that must be in one call                      result
======================  =================================================  =====================================
:func:`distinct_texts`  all reports of one ``text_key``                    one row a distinct text
:func:`prints`          none: text by text                                 the fingerprints of each text
:func:`pairs`           all rows of one ``print``                          pairs of texts, counted so far
:func:`candidates`      all rows of one (``a``, ``b``)                     the pairs that are worth comparing
:func:`matches`         a pair, and both its texts                         the stretches that answer to one another
======================  =================================================  =====================================

:func:`part_of` is the rule by which the one-machine runner chooses the partition of a key; another runner may shuffle
by the column instead. Every function sorts what it returns where order could show.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from twosource.model import Report, Story
from twosource.scale import passages_now, stories_now
from twosource.scale.outcomes import Outcome, outcome
from twosource.scale.rows import report_of
from twosource.scale.schema import MATCHES, MEMBERS, OUTCOMES, PAIRS, PRINTS, TEXTS

Keys = NDArray[np.int64]

STORIES_AT_ONCE = 256
"""Stories that are told in one table."""

_MIX = np.uint64(0x9E3779B97F4A7C15)


def part_of(keys: Keys, parts: int) -> NDArray[np.int64]:
    """Return the partition, 0 … ``parts - 1``, of each key: equal ranges of its upper 32 bits."""
    return ((keys.view(np.uint64) >> np.uint64(32)) * np.uint64(parts) >> np.uint64(32)).astype(np.int64)


def pair_keys(a: Keys, b: Keys) -> Keys:
    """Return one key for each pair of keys, by which pairs are partitioned."""
    mixed = (a.view(np.uint64) * _MIX) ^ b.view(np.uint64)
    return ((mixed ^ (mixed >> np.uint64(29))) * _MIX).view(np.int64)


def numbers(table: pa.Table, column: str) -> Keys:
    """Return a column of whole numbers without nulls as an array."""
    return np.asarray(table[column].to_numpy(), np.int64)


def distinct_texts(reports: pa.Table) -> pa.Table:
    """Return each text once (:data:`~twosource.scale.schema.TEXTS`), by its key.

    :param reports: the columns ``text_key``, ``text`` and ``parts`` of reports or of texts. All rows of one
        ``text_key`` must be in the call; they are the same by construction.
    """
    _, rows = np.unique(numbers(reports, "text_key"), return_index=True)
    return reports.select(TEXTS.names).take(pa.array(rows)).cast(TEXTS)


def prints(texts: pa.Table) -> pa.Table:
    """Return the fingerprints of each text, each once a text (:data:`~twosource.scale.schema.PRINTS`)."""
    return passages_now.prints(texts).cast(PRINTS)


def pairs(prints: pa.Table) -> pa.Table:
    """Return the pairs of texts that share a fingerprint, with how many of these (:data:`~…schema.PAIRS`).

    A fingerprint that stands in very many texts is thinned by one rule that depends on its own texts alone.

    :param prints: all rows of each ``print`` in it.
    """
    return passages_now.pairs(prints).cast(PAIRS)


def candidates(pairs: pa.Table) -> pa.Table:
    """Return the pairs that share enough fingerprints to be compared, with their number, in order.

    :param pairs: all rows of each (``a``, ``b``) in it.
    """
    summed = pairs.group_by(["a", "b"], use_threads=False).aggregate([("shared", "sum")])
    enough = summed.filter(pc.greater_equal(summed["shared_sum"], passages_now.LEAST_SHARED))
    renamed = enough.rename_columns(["a", "b", "shared"]).select(PAIRS.names)
    return renamed.cast(PAIRS).sort_by([("a", "ascending"), ("b", "ascending")])


def matches(pairs: pa.Table, texts: pa.Table) -> pa.Table:
    """Return the stretches that answer to one another in the two texts of each pair, in order.

    :param texts: both texts of every pair (:data:`~twosource.scale.schema.TEXTS`); others do no harm.
    """
    return passages_now.matches(pairs, texts).cast(MATCHES)


def members(reports: pa.Table) -> pa.Table:
    """Return the story of each report (:data:`~twosource.scale.schema.MEMBERS`), stories in the order of the results.

    :param reports: all reports.
    """
    return stories_now.members(reports).cast(MEMBERS)


def story_parts(index: Keys, parts: int) -> Keys:
    """Return the partition of each report by the number of its story: ranges of stories with about as many reports.

    :param index: by report, the number of its story; ascending.
    """
    _, first, place = np.unique(index, return_index=True, return_inverse=True)
    return (first * parts // max(len(index), 1))[place].astype(np.int64)


def outcomes(members: pa.Table, reports: pa.Table) -> Iterator[pa.Table]:
    """Yield what is found in each story (:data:`~twosource.scale.schema.OUTCOMES`), some stories at a time, in order.

    :param members: the rows of whole stories.
    :param reports: their reports.
    """
    rows = {row["report"]: row for row in members.to_pylist()}
    here: dict[int, list[Report]] = {}
    for row in reports.to_pylist():
        here.setdefault(rows[row["report"]]["index"], []).append(report_of(row))
    reasons = {row["id"]: row["reasons"] for row in rows.values()}
    names = {row["index"]: row["story"] for row in rows.values()}
    told: list[Outcome] = []
    for index in sorted(here):
        ids = tuple(sorted(report.id for report in here[index]))
        told.append(outcome(index, Story(names[index], ids, len(ids)), here[index], reasons))
        if len(told) >= STORIES_AT_ONCE:
            yield pa.Table.from_pylist(told, schema=OUTCOMES)
            told = []
    if told:
        yield pa.Table.from_pylist(told, schema=OUTCOMES)
