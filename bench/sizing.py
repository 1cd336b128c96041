"""What larger archives will need, computed from what was measured: ``python -m bench.sizing``.

``bench/sizing.json`` holds the measurements (``python -m bench.spark``, ``python -m bench.held``). Nothing here is
measured: each figure of the tables is a measurement at the largest size, continued by the growth between the two
largest sizes, where it grew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from bench.spark import RESULTS
from twosource.stories import WINDOW

SIZES = (100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000)
YEARS = 10
"""Over how many years the reports of a computed archive are spread, evenly."""
MACHINE = (2, 16)
CLUSTER = (16, 64, 256)
"""Cores of the machines and clusters that hours are computed for."""
SHUFFLED = ("reports", "texts", "prints", "pairs", "candidates", "matches", "features", "dated", "links", "labels")
"""Tables that lie on the disks of the workers while a run is at work."""
HOUR, GIGABYTE = 3_600, 1e9


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost: what a run takes before the first report, then so much a report at ``size``, more by ``growth``.

    ``growth`` is the exponent by which the share of a report grows with the size; 0 where it did not grow.
    """

    fixed: float
    each: float
    size: int
    growth: float

    def at(self, reports: int) -> float:
        """Return the cost of an archive of so many reports."""
        return self.fixed + reports * self.each * float(max(1.0, reports / self.size) ** self.growth)


def cost(measured: Mapping[int, float]) -> Cost:
    """Return the cost that was measured at three sizes or more, in any unit.

    The fixed part is what the line through the two smallest sizes leaves at none.
    """
    sizes = sorted(measured)
    least, next_ = sizes[:2]
    slope = (measured[next_] - measured[least]) / (next_ - least)
    fixed = max(0.0, measured[least] - slope * least)
    before, last = sizes[-2:]
    shares = [(measured[size] - fixed) / size for size in (before, last)]
    growth = max(0.0, log(shares[1] / shares[0]) / log(last / before)) if min(shares) > 0 else 0.0
    return Cost(fixed, shares[1], last, growth)


def share(measured: Mapping[int, float]) -> Callable[[int], float]:
    """Return, for any size, what a report holds, from what it held at two sizes or more."""
    before, last = sorted(measured)[-2:]
    found = [measured[before], measured[last]]
    growth = max(0.0, log(found[1] / found[0]) / log(last / before)) if min(found) > 0 else 0.0
    return lambda reports: found[1] * float(max(1.0, reports / last) ** growth)


def crossing(alone: Cost, spread: Cost, machine: int, cluster: int) -> float | None:
    """Return the reports from which on the cluster is done first; None where it never is.

    What the cluster takes before the first report is counted as if nothing of it went on side by side.
    """
    gain = alone.each / machine - spread.each / cluster
    return None if gain <= 0 else spread.fixed / gain


def lines(found: Mapping[str, Any]) -> list[str]:
    """Return the tables, as Markdown."""
    by_runner: dict[str, dict[int, float]] = {}
    told = [
        "Measured:",
        "",
        "| reports | runner | CPU seconds | CPU ms a report | wall seconds | largest processes, MB |",
    ]
    told.append("|---:|---|---:|---:|---:|---|")
    for run in found["runs"]:
        by_runner.setdefault(run["runner"], {})[run["reports"]] = run["cpu"]
        peaks = ", ".join(f"{name} {size:,.0f}" for name, size in sorted(run["peaks"].items()))
        each = 1_000 * run["cpu"] / run["reports"]
        told.append(
            f"| {run['reports']:,} | {run['runner']} | {run['cpu']:,.0f} | {each:,.1f} | {run['wall']:,.0f} | {peaks} |"
        )
    alone, spread = (
        cost(next(costs for name, costs in by_runner.items() if name.startswith(kind)))
        for kind in ("one machine", "cluster")
    )
    told += ["", *_fitted("one machine", alone), *_fitted("cluster", spread), ""]
    told += ["Computed: reports from which on a cluster is done before one machine.", ""]
    told += [f"| | {' | '.join(f'cluster of {cores}' for cores in CLUSTER)} |", "|---|" + "---:|" * len(CLUSTER)]
    for machine in MACHINE:
        cells = [crossing(alone, spread, machine, cluster) for cluster in CLUSTER]
        shown = ("never" if cell is None else f"{cell:,.0f}" for cell in cells)
        told.append(f"| machine of {machine} cores | {' | '.join(shown)} |")
    return [*told, "", *_sizing(found["held"], alone, spread)]


def _fitted(name: str, cost: Cost) -> list[str]:
    return [
        f"- {name}: {cost.fixed:,.1f} s, and {1_000 * cost.each:,.2f} ms a report at {cost.size:,}, "
        f"growing with the size to the power of {cost.growth:.3f}"
    ]


def _sizing(held: Sequence[Mapping[str, Any]], alone: Cost, spread: Cost) -> list[str]:
    sizes = {name: share({row["reports"]: row["bytes"][name] for row in held}) for name in held[0]["bytes"]}
    listing = share({row["reports"]: row["listing"] for row in held})
    window = min(1.0, 2 * WINDOW / (YEARS * 365))
    columns = [
        *(f"hours, machine of {cores}" for cores in MACHINE),
        *(f"hours, cluster of {cores}" for cores in CLUSTER),
        "disk, GB",
        "links of a window, GB",
        "all links, GB",
        "all ids, GB",
    ]
    told = [f"Computed, for reports spread evenly over {YEARS} years:", ""]
    told += [f"| reports | {' | '.join(columns)} |", "|---:|" + "---:|" * len(columns)]
    for reports in SIZES:
        cells = [
            *(alone.at(reports) / cores / HOUR for cores in MACHINE),
            *((spread.fixed + (spread.at(reports) - spread.fixed) / cores) / HOUR for cores in CLUSTER),
            reports * sum(sizes[name](reports) for name in SHUFFLED) / GIGABYTE,
            reports * window * sizes["features"](reports) / GIGABYTE,
            reports * sizes["links"](reports) / GIGABYTE,
            reports * listing(reports) / GIGABYTE,
        ]
        told.append(f"| {reports:,} | {' | '.join(_shown(cell) for cell in cells)} |")
    return told


def _shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 10 else f"{figure:.1f}" if figure >= 1 else f"{figure:.2f}"


def main() -> int:
    """Print the tables."""
    if not RESULTS.is_file():
        print(f"skipped: nothing was measured yet, there is no {RESULTS.name}: python -m bench.spark", file=sys.stderr)
        return 1
    print("\n".join(lines(json.loads(RESULTS.read_text(encoding="utf-8")))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
