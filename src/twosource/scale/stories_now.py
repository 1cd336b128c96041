"""Stories by the function that the reports of one case are grouped with."""

from __future__ import annotations

import pyarrow as pa

from twosource.model import Case
from twosource.scale.rows import reason_rows, report_of
from twosource.scale.schema import MEMBERS
from twosource.stories import stories


def members(reports: pa.Table) -> pa.Table:
    """Return the story of each report, in the order of the least id of its reports."""
    rows = {row["id"]: row for row in reports.to_pylist()}
    case = stories(Case(reports=tuple(report_of(rows[id]) for id in sorted(rows))))
    found = []
    for index, story in enumerate(sorted(case.stories, key=lambda story: story.reports)):
        for id in story.reports:
            row = {name: rows[id][name] for name in ("report", "id")}
            reasons = [it for it in story.reasons if it.detail.startswith(f"{id} with ")]
            found.append(row | {"index": index, "story": story.id, "reasons": reason_rows(reasons)})
    return pa.Table.from_pylist(found, schema=MEMBERS)
