"""Kill a run over an invented archive at random moments, go on each time, and compare the end with a run left alone.

``python -m bench.kills --times 100`` prints how often the run was killed in which state and exits 1 where a file was
torn or a result differs by a byte.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet

from bench.invented import write_archive

RESULTS = (
    "stories.parquet", "memberships.parquet", "passages.parquet", "lineage.parquet", "skipped.parquet", "stories.json",
)  # fmt: skip
"""The files of a result."""


MOMENTS = 0.1, 0.7
"""When a run is killed, in lengths of a run left alone: one that goes on where another was killed is shorter."""


@dataclass(slots=True)
class Outcome:
    """What the kills did: how many there were, at which steps, and everything that was wrong."""

    kills: int = 0
    ended: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def command(archive: Path, folder: Path, workers: int) -> list[str]:
    """Return the command line of a run."""
    given = ["group", str(archive), "-o", f"{folder}/", "--workers", str(workers), "--quiet"]
    return [sys.executable, "-m", "twosource", *given]


def left_alone(archive: Path, folder: Path, workers: int) -> float:
    """Run to the end; return the seconds that it took.

    :raises RuntimeError: if it fails.
    """
    start = time.monotonic()
    done = subprocess.run(command(archive, folder, workers), capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr}")
    return time.monotonic() - start


def killed(archive: Path, folder: Path, workers: int, seconds: float) -> bool:
    """Start a run and kill all its processes after some seconds; return whether it was still running."""
    process = subprocess.Popen(
        command(archive, folder, workers), start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def torn(folder: Path) -> Iterator[str]:
    """Yield every file that is there under its own name but is not whole."""
    for path in sorted(folder.rglob("*")):
        try:
            if path.suffix == ".arrow":
                with pa.OSFile(str(path)) as file:
                    reader = pa.ipc.open_file(file)
                    for number in range(reader.num_record_batches):
                        reader.get_batch(number)
            elif path.suffix == ".parquet":
                pa.parquet.read_table(path)
            elif path.suffix == ".json" and not path.read_bytes().rstrip().endswith(b"}"):
                yield f"{path.name}: cut off"
        except (pa.ArrowException, OSError) as error:
            yield f"{path.name}: {error}"


def differing(folder: Path, whole: Path) -> Iterator[str]:
    """Yield every file of a result that is not, byte by byte, that of another."""
    for name in RESULTS:
        if (folder / name).read_bytes() != (whole / name).read_bytes():
            yield f"{name} differs"


def kill(archive: Path, work: Path, times: int, workers: int = 2, a_run: int = 8, seed: int = 1) -> Outcome:
    """Kill runs ``times`` times in all, up to ``a_run`` times each before one is let come to its end.

    :param work: an empty folder for the results.
    """
    chance = np.random.default_rng(seed)
    outcome = Outcome()
    whole = work / "whole"
    seconds = left_alone(archive, whole, workers)
    longer = 1.0  # on a machine that is busy by turns, a run may be killed before it has done anything at all
    for number in range(times * 4):
        folder = work / f"run-{number}"
        for _ in range(a_run):
            if outcome.kills >= times:
                break
            start = time.monotonic()
            if not killed(archive, folder, workers, float(chance.uniform(*MOMENTS)) * seconds * longer):
                outcome.ended += 1
                seconds = min(seconds, time.monotonic() - start)  # the first run compiled what the others find
                break
            outcome.kills += 1
            outcome.wrong += torn(folder)
            steps = [path.name.split("-")[0] for path in (folder / "work").glob("*.json")]
            outcome.steps[max(steps, key=steps_in_order().index, default="nothing")] += 1
            longer = 1.0 if steps else 1.4 * longer
        left_alone(archive, folder, workers)
        outcome.wrong += [*torn(folder), *differing(folder, whole)]
        outcome.wrong += [f"{path.name} left behind" for path in folder.rglob("*.tmp")]
        if outcome.kills >= times:
            break
    return outcome


def steps_in_order() -> list[str]:
    """Return the names of the steps, in the order of a run."""
    from twosource.scale.tasks import WORK

    return list(WORK)


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill runs and print what came of it; return 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="kills in all")
    parser.add_argument("--reports", type=int, default=2_000, help="reports of the archive")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        archive = write_archive(Path(made) / "archive", options.reports)
        outcome = kill(archive, Path(made), options.times, options.workers)
    print(f"{outcome.kills} kills, {outcome.ended} runs ended before theirs, wrong: {len(outcome.wrong)}")
    print("last step with a finished piece:", ", ".join(f"{step} {n}" for step, n in sorted(outcome.steps.items())))
    for line in outcome.wrong[:20]:
        print(f"  {line}")
    return 1 if outcome.wrong or outcome.kills < options.times else 0


if __name__ == "__main__":
    sys.exit(main())
