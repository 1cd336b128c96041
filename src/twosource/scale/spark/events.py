"""The steps from reports to stories, over tables of Spark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from twosource.scale import steps
from twosource.scale.run import day_edges
from twosource.scale.schema import BINS, DATED, FEATURES, LABELS, LINKS, MEMBERS, REPORTS
from twosource.scale.spark.frames import PART, beside, by, each, parted
from twosource.scale.spark.shared import Keep
from twosource.stories import NO_DAY, WINDOW

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

READ = pa.schema(
    [
        *(field.with_nullable(True) for field in FEATURES),
        *(DATED.field(name).with_nullable(True) for name in ("report", "id")),
    ]
)
"""One row a text and day with its features, or a report with its text and day; the columns of the other are null."""
KNOWN = DATED.append(pa.field("previous", pa.string()))
"""One row a report, and the id of the story that it was in before, null where it was in none."""
SAMPLE = 100_000
"""Days by which the parts of an archive's days are cut; more of them would cut no better."""

Span = tuple[int, int | None]


def members(reports: DataFrame, parts: int, keep: Keep, previous: DataFrame | None = None) -> DataFrame:
    """Return the story of each report (:data:`~twosource.scale.schema.MEMBERS`).

    :param previous: memberships of an earlier run, whose stories keep their ids.

    Three tasks hold what grows with the archive: the links of a part of its days, which have the features of a window
    before it; the components of all links, 20 bytes each; and the ids of all reports.
    """
    found = keep(each(reports, _features, REPORTS, READ))
    dated = found.where("report IS NOT NULL").select(*DATED.names)
    own = found.where("report IS NULL").select(*FEATURES.names)
    features = keep(by(own, ["text"], parts, steps.standing, FEATURES, FEATURES))
    links = keep(_links(features, _spans(dated, parts)))
    bins = keep(by(links, [], 1, lambda table: steps.bins(table, parts), LINKS, BINS)).withColumnRenamed("part", PART)
    brought = features.join(bins, "text").select(PART, *FEATURES.names)
    tied = links.join(bins.withColumnRenamed("text", "a"), "a").select(PART, *LINKS.names)
    labels = beside(brought, tied, steps.settled, (FEATURES, LINKS), LABELS)
    if previous is None:
        known = dated.selectExpr("*", "CAST(NULL AS STRING) AS previous")
    else:
        known = dated.join(previous.selectExpr("report AS id", "story AS previous"), "id", "left")
    return beside(_whole(known), _whole(labels), _members, (KNOWN, LABELS), MEMBERS)


def _features(reports: pa.Table) -> pa.Table:
    features, dated = steps.features(reports)
    return pa.concat_tables([READ.empty_table(), features, dated], promote_options="default")


def _members(known: pa.Table, labels: pa.Table) -> pa.Table:
    ids, stories = known["id"].to_pylist(), known["previous"].to_pylist()
    previous = {id: story for id, story in zip(ids, stories, strict=True) if story is not None}
    return steps.members(known.select(DATED.names), labels, previous)


def _spans(dated: DataFrame, parts: int) -> list[Span]:
    """Return the first and the last day of each part that the days of an archive are cut into."""
    rows = dated.groupBy("day").count().collect()
    scale = max(1, sum(count for _, count in rows) // SAMPLE)
    days = np.repeat(np.array([day for day, _ in rows], np.int64), [-(-count // scale) for _, count in rows])
    edges = day_edges(days, parts)
    return list(zip((NO_DAY, *edges), (*(edge - 1 for edge in edges), None), strict=True))


def _links(features: DataFrame, spans: Iterable[Span]) -> DataFrame:
    """Return the links of all parts; each is handed its days, the window before them, and what has no date."""
    spans = tuple(spans)

    def linked(part: int, features: pa.Table) -> pa.Table:
        return steps.links(features, *spans[part])

    wanted = (
        f"IF(day = {NO_DAY} OR day >= {first - WINDOW}{'' if last is None else f' AND day <= {last}'}, {part}, NULL)"
        for part, (first, last) in enumerate(spans)
    )
    copies = features.selectExpr(f"explode(array_compact(array({', '.join(wanted)}))) AS {PART}", *FEATURES.names)
    return parted(copies, linked, FEATURES, LINKS)


def _whole(frame: DataFrame) -> DataFrame:
    """Return a table as one part."""
    return frame.selectExpr(f"0 AS {PART}", "*")
