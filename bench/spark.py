"""What a cluster costs beside one machine: both over the same archives, processor time of all their processes.

``python -m bench.spark --sizes 1000,5000,20000`` prints a line for each run, and writes ``bench/sizing.json``, from
which ``python -m bench.sizing`` computes. The cluster is that of the tests: a standalone master and two workers of one
core each on this machine, so it shows what Spark adds, not what more machines bring.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.shared import SHARED

SIZES = "1000,5000,20000"
SEED = 7
FILE_ROWS = 5_000
HELD = 5_000
"""Reports up to which it is also measured what every table holds: all of it in one process."""
REPORTS_A_DAY = 400
OUTLETS = 60
FIRST_DAY = date(2031, 3, 1)
RESULTS = Path(__file__).parent / "sizing.json"
LOOK_SECONDS = 0.25
"""Pause between two looks at the processes; what one of them did after the last look is missed."""
KILOBYTE = 1024


@dataclass(slots=True)
class Run:
    """A run over an archive: seconds of the clock, of processors, and megabytes of the largest process of each kind.

    ``steps`` are seconds of processor time by step, of one machine with one process.
    """

    runner: str
    reports: int
    wall: float
    cpu: float
    peaks: dict[str, float]
    steps: dict[str, float] = field(default_factory=dict)


def write(folder: Path, size: int, data: Path) -> list[str]:
    """Write an archive of so many reports as tables; return their paths."""
    import pyarrow as pa
    import pyarrow.parquet

    from bench.archive.sources import pool
    from bench.archive.synonyms import WORDNET, thesaurus
    from bench.archive.texts import Maker

    folder.mkdir(parents=True)
    _, blocks = Maker(pool(data, SEED), thesaurus(WORDNET), SEED).make(size)
    records: list[dict[str, Any]] = []
    paths: list[str] = []
    for number, text in enumerate(text for block in blocks for text in block):
        records.append(
            {
                "title": " ".join(text.split()[:8]),
                "text": text,
                "outlet": f"Outlet {number % OUTLETS}",
                "published": str(FIRST_DAY + timedelta(days=number // REPORTS_A_DAY)),
            }
        )
        if len(records) == FILE_ROWS or number == size - 1:
            paths.append(str(folder / f"part-{len(paths):05}.parquet"))
            pa.parquet.write_table(pa.Table.from_pylist(records), paths[-1], row_group_size=1_000)
            records = []
    return paths


class _Watch:
    """Adds up the processor time of all processes of some sessions, and notes how large they become."""

    def __init__(self) -> None:
        self.cpu: dict[tuple[int, str], float] = {}
        self.peaks: dict[str, float] = {}

    def look(self, sessions: set[int]) -> None:
        tick = os.sysconf("SC_CLK_TCK")
        for place in Path("/proc").iterdir():
            if not place.name.isdigit():
                continue
            try:
                name, _, rest = (place / "stat").read_text(encoding="utf-8").partition("(")[2].rpartition(")")
                fields = rest.split()
                if int(fields[3]) not in sessions:
                    continue
                self.cpu[int(place.name), fields[19]] = (int(fields[11]) + int(fields[12])) / tick
                status = (place / "status").read_text(encoding="utf-8")
            except (OSError, IndexError, ValueError):
                continue  # it has ended since
            peak = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
            kind = "java" if name == "java" else "python"
            self.peaks[kind] = max(self.peaks.get(kind, 0.0), peak / KILOBYTE)

    @property
    def total(self) -> float:
        return sum(self.cpu.values())


def one(inputs: Sequence[str], folder: Path, workers: int) -> dict[str, Any]:
    """Run an archive in this process; return its costs by step."""
    from twosource.options import Limits, Options
    from twosource.scale.archive import Settings, archive

    steps: dict[str, float] = {}
    last = "plan"
    since = time.process_time()

    def told(step: str, done: int, total: int) -> None:
        nonlocal last, since
        now = time.process_time()
        steps[last] = steps.get(last, 0.0) + now - since
        last, since = step, now

    found = archive(inputs, folder, Options(Limits()), progress=told, settings=Settings(workers=workers))
    told("end", 0, 0)
    return {"steps": steps, "reports": found.reports, "stories": found.stories}


def measured(command: Sequence[str], watch: _Watch, sessions: set[int], env: dict[str, str], log: Path) -> str:
    """Run a program and watch it; return what it wrote.

    :raises SystemExit: with the end of what it wrote, if it failed.
    """
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=env, start_new_session=True)
    while process.poll() is None:
        watch.look(sessions | {process.pid})
        time.sleep(LOOK_SECONDS)
    written = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode:
        raise SystemExit(written[-3000:])
    return written


def on_one_machine(inputs: Sequence[str], folder: Path, workers: int) -> Run:
    """Return what a run costs on one machine."""
    watch = _Watch()
    env = {**os.environ, "OMP_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "bench.spark", "--one", str(workers), "--to", str(folder), *inputs]
    start = time.monotonic()
    written = measured(command, watch, set(), env, folder.with_suffix(".log"))
    wall = time.monotonic() - start
    told = json.loads(written.splitlines()[-1])
    steps = told["steps"] if workers == 1 else {}
    return Run(f"one machine, {workers}", told["reports"], wall, watch.total, watch.peaks, steps)


def on_a_cluster(inputs: Sequence[str], folder: Path, memory: str) -> Run:
    """Return what a run costs on a cluster of two workers."""
    from tests.scale.cluster import Cluster

    watch = _Watch()
    with Cluster(folder / "cluster", memory=memory) as cluster:
        assert cluster.master is not None
        sessions = {member.process.pid for member in (cluster.master, *cluster.members)}
        settings = folder / "cluster" / "conf" / "spark-defaults.conf"
        text = settings.read_text(encoding="utf-8").replace("512m", memory)
        settings.write_text(text, encoding="utf-8")
        jobs = json.dumps([{"inputs": list(inputs), "output": str(folder / "out")}])
        command = [sys.executable, "-m", "tests.scale.driver", cluster.url, jobs]
        start = time.monotonic()
        written = measured(command, watch, sessions, {**cluster.environment, **_path()}, folder / "driver.log")
        wall = time.monotonic() - start
    lines = [line.split() for line in written.splitlines() if line.startswith("step ")]
    reports = next(int(line[2]) for line in lines if line[1] == "all:")
    return Run("cluster, 2 x 1", reports, wall, watch.total, watch.peaks)


def _path() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent.parent), *filter(None, sys.path)])}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.spark", description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help="reports, parted by commas")
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="folder with real texts")
    parser.add_argument("--memory", default="1g", help="of each executor, and of the driver")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the results go")
    parser.add_argument("--one", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--to", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("inputs", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(one(options.inputs, options.to, options.one)))
        return 0
    runs: list[Run] = []
    held: list[Any] = []
    with tempfile.TemporaryDirectory() as name:
        for size in map(int, options.sizes.split(",")):
            inputs = write(Path(name) / f"in-{size}", size, options.data)
            if size <= HELD:
                command = [sys.executable, "-m", "bench.held", *inputs]
                held.append(json.loads(subprocess.check_output(command).splitlines()[-1]))
            for run in (
                on_one_machine(inputs, Path(name) / f"alone-{size}", 1),
                on_a_cluster(inputs, _made(Path(name) / f"cluster-{size}"), options.memory),
            ):
                runs.append(run)
                print(json.dumps(asdict(run)), file=sys.stderr, flush=True)
                _keep(options.json, runs, held)
    return 0


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _keep(place: Path, runs: Sequence[Run], held: Sequence[Any]) -> None:
    found = {"runs": [asdict(run) for run in runs], "held": held}
    place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
