"""All that one run of the bench measured, as JSON."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.archive.pairs import Paired
from bench.archive.retelling import Retelling
from bench.archive.running import OURS, Run, told
from bench.metrics import Count


@dataclass(slots=True)
class Results:
    """What was measured.

    :param texts: what the documents are made of.
    :param machine: what it ran on, by its class.
    :param settings: how each tool was set up, and what it does to a candidate.
    :param missing: tools that were left out, and why.
    """

    texts: dict[str, Any]
    machine: dict[str, Any]
    settings: dict[str, tuple[str, str]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    pairs: list[Paired] = field(default_factory=list)
    retelling: Retelling | None = None
    missing: dict[str, str] = field(default_factory=dict)

    def sizes(self) -> list[int]:
        """Return the sizes that were run."""
        return sorted({run.size for run in self.runs})

    def tools(self) -> list[str]:
        """Return the tools that were run, in the order in which they came."""
        return list(dict.fromkeys(run.tool for run in self.runs))

    def run(self, tool: str, size: int) -> Run | None:
        """Return what a tool made of a size, or None."""
        return next((run for run in self.runs if (run.tool, run.size) == (tool, size)), None)

    def ratio(self, tool: str, size: int, ours: str = OURS) -> float | None:
        """Return how many times as many documents a second ours takes as a tool does."""
        one, other = self.run(ours, size), self.run(tool, size)
        return one.speed / other.speed if one and other else None

    def growth(self, tool: str, small: int, large: int) -> float | None:
        """Return how much more processor time a document takes in a large set than in a small one."""
        one, other = self.run(tool, small), self.run(tool, large)
        return one.speed / other.speed if one and other else None


def machine() -> dict[str, Any]:
    """Return the class of this machine: never its name."""
    info = Path("/proc/cpuinfo")
    flags = info.read_text(encoding="utf-8") if info.is_file() else ""
    wide = [name for name in ("avx2", "avx512f") if f" {name} " in flags]
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "wide": wide,
        "python": platform.python_version(),
    }


def dumps(results: Results) -> str:
    """Return the results as JSON."""
    return json.dumps(asdict(results), indent=1, ensure_ascii=False) + "\n"


def loads(text: str) -> Results:
    """Return results from JSON."""
    row = json.loads(text)
    pairs = [Paired(**it | {name: Count(*it[name]) for name in ("recall", "false")}) for it in row["pairs"]]
    counts = ("planted", "missed", "found", "precision")
    retelling = row["retelling"]
    return Results(
        row["texts"],
        row["machine"],
        {name: (of, how) for name, (of, how) in row["settings"].items()},
        [told(it) for it in row["runs"]],
        pairs,
        Retelling(**retelling | {name: Count(*retelling[name]) for name in counts}) if retelling else None,
        row["missing"],
    )
