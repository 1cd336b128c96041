"""The steps of an archive run as pure functions from Arrow tables to Arrow tables: no files, no clock, no order.

A runner only moves tables. For each step it must bring certain rows together; how many partitions it makes of them, in
which order they come and who works on which is its own affair and changes no result:

======================  =================================================  =====================================
step                    rows that must be in one call                      result
======================  =================================================  =====================================
:func:`texts`           none: report by report                             the texts of each report
:func:`distinct_texts`  all rows of one ``text_key``                       each text once
:func:`prints`          none: text by text                                 the fingerprints of each text
:func:`pairs`           all rows of one ``print``                          pairs of texts, counted so far
:func:`hot`             all rows of one ``print``                          fingerprints that many texts have
:func:`candidates`      all rows of one (``a``, ``b``)                     the pairs that are worth comparing
:func:`matches`         a pair, both its texts, and all of ``hot``         the stretches that answer to one another
:func:`features`        none: report by report                             the features of each text and day
:func:`standing`        all features of one ``text``                       one row for each text
:func:`links`           the texts of some days, and 400 days before        pairs of texts that may be of one event
:func:`bins`            all links                                          which texts are settled together
:func:`settled`         whole components, and their links                  the founder of the story of each text
:func:`carried`         none: report by report                             which report carries which text
:func:`members`         all of ``dated``, and all labels                                      the story of each report
:func:`homes`           all of ``carried`` and ``members``                 which text is carried in which story
:func:`within`          a match, and all ``homes`` of its texts            the matches of each story
:func:`outcomes`        whole stories                                      what is found in each
======================  =================================================  =====================================

:func:`part_of` is the rule by which the one-machine runner chooses the partition of a key; another runner may shuffle
by the column instead. Every function sorts what it returns where order could show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from twosource.model import Report, Story
from twosource.scale import events, shared
from twosource.scale.outcomes import Outcome, outcome
from twosource.scale.rows import Row, report_of
from twosource.scale.schema import OUTCOMES, TEXTS, WITHIN

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


def distinct(first: Keys, second: Keys) -> tuple[Keys, Keys]:
    """Return pairs of numbers, each pair once, in order."""
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    new = np.ones(len(first), np.bool_)
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return first[new], second[new]


def texts(reports: pa.Table) -> pa.Table:
    """Return the texts of reports (:data:`~twosource.scale.schema.TEXTS`), each once.

    :param reports: the columns ``read_key``, ``text`` and ``parts`` of reports; reports of one ``read_key`` are looked
        at once.
    """
    _, rows = np.unique(numbers(reports, "read_key"), return_index=True)
    return distinct_texts(shared.texts(reports.select(["text", "parts"]).take(pa.array(rows))))


def carried(reports: pa.Table) -> pa.Table:
    """Return which report carries which text (:data:`~twosource.scale.schema.CARRIED`).

    :param reports: the columns ``report``, ``read_key``, ``text`` and ``parts`` of reports.
    """
    return shared.carried(reports)


def distinct_texts(texts: pa.Table) -> pa.Table:
    """Return each text once (:data:`~twosource.scale.schema.TEXTS`), in the order of the keys.

    :param texts: all rows of each ``text_key`` in it; they are the same by construction.
    """
    _, rows = np.unique(numbers(texts, "text_key"), return_index=True)
    return texts.take(pa.array(rows)).cast(TEXTS)


def prints(texts: pa.Table) -> pa.Table:
    """Return the fingerprints of each text, each once a text (:data:`~twosource.scale.schema.PRINTS`)."""
    return shared.prints(texts)


def pairs(prints: pa.Table) -> pa.Table:
    """Return the pairs of texts that share fingerprints, with how many (:data:`~twosource.scale.schema.PAIRS`).

    What very many texts have in common is thinned by one rule that looks at the texts of one fingerprint alone.

    :param prints: all rows of each ``print`` in it.
    """
    return shared.pairs(prints)[0]


def hot(prints: pa.Table) -> pa.Table:
    """Return the fingerprints that very many texts have (:data:`~twosource.scale.schema.HOT`).

    :param prints: all rows of each ``print`` in it.
    """
    return shared.pairs(prints)[1]


def pairs_and_hot(prints: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return what :func:`pairs` and :func:`hot` return, in one go."""
    return shared.pairs(prints)


def candidates(pairs: pa.Table) -> pa.Table:
    """Return the pairs that share enough fingerprints to be compared, with their numbers, in order.

    :param pairs: all rows of each (``a``, ``b``) in it.
    """
    return shared.candidates(pairs)


def matches(pairs: pa.Table, texts: pa.Table, hot: pa.Table) -> pa.Table:
    """Return the stretches that answer to one another in the two texts of each pair, in order.

    :param texts: both texts of every pair (:data:`~twosource.scale.schema.TEXTS`); others do no harm.
    :param hot: what :func:`hot` returns, of all partitions.
    """
    return shared.matches(pairs, texts, hot)


def features(reports: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return the features of each text and day, and which report has which.

    :param reports: rows of :data:`~twosource.scale.schema.REPORTS`.
    :return: :data:`~twosource.scale.schema.FEATURES` and :data:`~twosource.scale.schema.DATED`.
    """
    return events.features(reports)


def standing(features: pa.Table) -> pa.Table:
    """Return the one row of features that stands for each text (:data:`~twosource.scale.schema.FEATURES`).

    :param features: all rows of each ``text`` in it.
    """
    return events.standing(features)


def links(features: pa.Table, first_day: int, last_day: int | None) -> pa.Table:
    """Return the pairs of texts that may be of one event (:data:`~twosource.scale.schema.LINKS`), in order.

    :param features: what stands for each text of the days from ``first_day - WINDOW`` to ``last_day`` (None: to the
        end), and of all texts without a day.
    :param first_day: links are kept whose later text is of this day or a later one.
    """
    return events.links(features, first_day, last_day)


def bins(links: pa.Table, parts: int) -> pa.Table:
    """Return in which of some partitions each text is settled (:data:`~twosource.scale.schema.BINS`), by its component.

    :param links: all links.
    """
    return events.bins(links, parts)


def settled(features: pa.Table, links: pa.Table) -> pa.Table:
    """Return the founder of the story of each text (:data:`~twosource.scale.schema.LABELS`).

    :param features: what stands for the texts of whole components.
    :param links: all links of these.
    """
    return events.settled(features, links)


def members(dated: pa.Table, labels: pa.Table, previous: Mapping[str, str] | None = None) -> pa.Table:
    """Return the story of each report (:data:`~twosource.scale.schema.MEMBERS`), stories in the order of the results.

    :param dated: all reports (:data:`~twosource.scale.schema.DATED`).
    :param labels: all texts that have links (:data:`~twosource.scale.schema.LABELS`).
    :param previous: by the ids of reports, the stories of an earlier grouping, whose ids go on.
    """
    return events.members(dated, labels, previous or {})


def story_parts(index: Keys, parts: int) -> Keys:
    """Return the partition of each report by the number of its story: ranges of stories with about as many reports.

    :param index: by report, the number of its story; ascending.
    """
    _, first, place = np.unique(index, return_index=True, return_inverse=True)
    return (first * parts // max(len(index), 1))[place].astype(np.int64)


def homes(carried: pa.Table, members: pa.Table) -> tuple[Keys, Keys]:
    """Return the keys of texts and the numbers of the stories that they are carried in, each once, in order.

    :param carried: the texts of the reports (:data:`~twosource.scale.schema.CARRIED`).
    :param members: the stories of all these reports.
    """
    reports, index = numbers(members, "report"), numbers(members, "index")
    order = np.argsort(reports)
    rows = order[np.searchsorted(reports[order], numbers(carried, "report"))]
    return distinct(numbers(carried, "text_key"), index[rows])


def within(matches: pa.Table, homes: pa.Table) -> pa.Table:
    """Return each match once for each story that carries both its texts (:data:`~twosource.scale.schema.WITHIN`).

    :param homes: all stories of both texts of each match (:data:`~twosource.scale.schema.HOMES`), by ``text_key`` and
        ``index``.
    """
    keys, index = numbers(homes, "text_key"), numbers(homes, "index")
    a, b = numbers(matches, "a"), numbers(matches, "b")
    first, last = np.searchsorted(keys, a, "left"), np.searchsorted(keys, a, "right")
    rows = np.repeat(np.arange(len(a)), last - first)
    place = np.arange(len(rows)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    story = index[first[rows] + place]
    names = np.unique(keys)
    stories = int(index.max(initial=0)) + 1
    there = np.isin(np.searchsorted(names, b[rows]) * stories + story, np.searchsorted(names, keys) * stories + index)
    return matches.take(pa.array(rows[there])).append_column(WITHIN.field("index"), pa.array(story[there]))


def outcomes(members: pa.Table, reports: pa.Table, matches: pa.Table) -> Iterator[pa.Table]:
    """Yield what is found in each story (:data:`~twosource.scale.schema.OUTCOMES`), some stories at a time, in order.

    :param members: the rows of whole stories.
    :param reports: their reports.
    :param matches: the matches of their texts (:data:`~twosource.scale.schema.WITHIN`).
    """
    shared_in: dict[int, list[Row]] = {}
    for row in matches.to_pylist():
        shared_in.setdefault(row["index"], []).append(row)
    rows = {row["report"]: row for row in members.to_pylist()}
    here: dict[int, list[Report]] = {}
    for row in reports.to_pylist():
        here.setdefault(rows[row["report"]]["index"], []).append(report_of(row))
    fellows = {row["id"]: row["fellow"] for row in rows.values()}
    names = {row["index"]: row["story"] for row in rows.values()}
    told: list[Outcome] = []
    for index in sorted(here):
        ids = tuple(sorted(report.id for report in here[index]))
        story = Story(names[index], ids, len(ids))
        told.append(outcome(index, story, here[index], shared_in.get(index, []), fellows))
        if len(told) >= STORIES_AT_ONCE:
            yield pa.Table.from_pylist(told, schema=OUTCOMES)
            told = []
    if told:
        yield pa.Table.from_pylist(told, schema=OUTCOMES)
