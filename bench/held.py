"""What the steps of an archive hold for each report: bytes of every table, and of the one step that lists all ids.

``python -m bench.held INPUT…`` runs the steps in one process, each over the whole archive, and prints JSON.
"""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from twosource.model import Report
from twosource.options import Options
from twosource.scale import steps
from twosource.scale.plan import plan
from twosource.scale.rows import report_rows
from twosource.scale.shards import read_shard
from twosource.stories import NO_DAY


def held(inputs: Sequence[str]) -> dict[str, Any]:
    """Return the bytes for each report of the tables between the steps, and of what ``members`` allocates."""
    options = Options()
    shards = plan(inputs, options).shards
    found: dict[str, pa.Table] = {}
    found["reports"] = pa.concat_tables(
        [report_rows(it for it in read_shard(shard, options) if isinstance(it, Report)) for shard in shards]
    )
    found["texts"] = steps.distinct_texts(steps.texts(found["reports"]))
    found["prints"] = steps.prints(found["texts"])
    found["pairs"], found["hot"] = steps.pairs_and_hot(found["prints"])
    found["candidates"] = steps.candidates(found["pairs"])
    found["matches"] = steps.matches(found["candidates"], found["texts"], found["hot"])
    features, found["dated"] = steps.features(found["reports"])
    found["features"] = steps.standing(features)
    found["links"] = steps.links(found["features"], NO_DAY, None)
    bins = steps.bins(found["links"], 1)
    tied = found["features"].filter(pc.is_in(found["features"]["text"], bins["text"]))
    found["labels"] = steps.settled(tied, found["links"])
    tracemalloc.start()
    steps.members(found["dated"], found["labels"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    reports = found["reports"].num_rows
    return {
        "reports": reports,
        "bytes": {name: table.nbytes / reports for name, table in found.items()},
        "rows": {name: table.num_rows / reports for name, table in found.items()},
        "listing": peak / reports,
    }


if __name__ == "__main__":
    print(json.dumps(held(sys.argv[1:])))
