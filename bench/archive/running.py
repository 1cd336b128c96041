"""A tool over a set of documents, in a process of its own: what it finds and what it takes.

``python -m bench.archive.running TOOL FOLDER`` prints the result as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.archive import store, tools
from bench.archive.scoring import Pairs, Score, score
from bench.metrics import Count
from bench.running import ONE_THREAD, Unavailable, peak

OURS, ON_DISK = "twosource", "twosource, on disk"
RENSA, DATASKETCH = "rensa", "datasketch"
ALONE = ONE_THREAD | {name: "1" for name in ("NUMBA_NUM_THREADS", "RAYON_NUM_THREADS", "ARROW_NUM_THREADS")}
WARMING = 50
"""Documents that a tool sees before it is timed: what is compiled or loaded then is not measured."""
REPEATED = 10_000
"""Documents up to which a tool runs twice; the lesser time counts."""


def _texts(folder: Path) -> Any:
    return store.texts(folder)


def _array(folder: Path) -> Any:
    return store.array(folder)


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: how it is loaded, the form in which it takes texts, and what is told of it.

    :param read: from the folder of a set to what the tool is given; not timed. None for one that reads by itself.
    :param verifies: what is done to a candidate before it is named.
    :param most: documents above which it is not run.
    """

    load: Callable[[], tools.Find]
    package: str
    read: Callable[[Path], Any] | None
    settings: str
    verifies: str
    most: int | None = None


def _in_memory() -> tools.Find:
    from bench.archive.ours import in_memory

    return in_memory


def _on_disk() -> tools.Find:
    from bench.archive.ours import on_disk

    return on_disk


_SIGNATURES = "signatures agree"
TOOLS: dict[str, Tool] = {
    OURS: Tool(_in_memory, "twosource", _array, "as it ships, all texts in memory", "words aligned and scored"),
    ON_DISK: Tool(_on_disk, "twosource", None, "the same in partitions on disk, reading included", "the same"),
    RENSA: Tool(
        tools.rensa(3, 0.2, 64),
        "rensa",
        _texts,
        "R-MinHash, runs of 3 words, 128 permutations, 64 bands, threshold 0.2",
        _SIGNATURES,
    ),
    "rensa, single words": Tool(
        tools.rensa(1, 0.5, 32),
        "rensa",
        _texts,
        "R-MinHash, single words as its README shows, 128 permutations, 32 bands, threshold 0.5",
        _SIGNATURES,
    ),
    "rensa, by paragraph": Tool(
        tools.rensa(3, 0.3, 64, by_paragraph=True),
        "rensa",
        _texts,
        "every paragraph a document: runs of 3 words, 128 permutations, 64 bands, threshold 0.3",
        _SIGNATURES,
        most=10_000,  # at 100,000 documents it took 6 GB
    ),
    "gaoya": Tool(
        tools.gaoya(3, 0.2, 64, 2),
        "gaoya",
        _texts,
        "runs of 3 words, 64 bands of 2, threshold 0.2, its own splitting into words",
        _SIGNATURES,
    ),
    DATASKETCH: Tool(
        tools.datasketch(3, 0.2),
        "datasketch",
        _texts,
        "MinHash and LSH, runs of 3 words, 128 permutations, threshold 0.2",
        _SIGNATURES,
    ),
    "DuckDB": Tool(
        lambda: tools.duckdb(),
        "duckdb",
        _array,
        f"hashes of {tools.GRAM} words, one in {tools.SAMPLED} kept, those of more than {tools.CROWD} documents left "
        f"out, {tools.SHARED} shared",
        "not at all",
    ),
}
"""Every tool by its name in the tables. The MinHash libraries are set to what found most of the edits with nothing
wrong when single words, runs of three words, and thresholds of 0.2 and 0.5 were tried on 10,000 documents."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool made of a set.

    :param seconds: of processor time, of all its threads, the system's on its behalf included.
    :param peak: megabytes of memory at the most, the texts included.
    """

    tool: str
    version: str
    size: int
    seconds: float
    peak: float
    score: Score

    @property
    def speed(self) -> float:
        """Documents a second of processor time."""
        return self.size / self.seconds


def work(name: str, folder: Path) -> Run:
    """Run a tool over a set, in this process.

    :raises ImportError: if it is not installed.
    """
    tool = TOOLS[name]
    find = tool.load()
    if tool.read is None:
        _in_memory()(next(store.batches(folder)).column(0)[:WARMING])
        given: Any = folder
    else:
        given = tool.read(folder)
        find(given[:WARMING])
    seconds, found = _timed(find, given)
    high = peak()  # before what follows takes memory of its own
    truth = store.truth(folder)
    if truth.size <= REPEATED:
        seconds = min(seconds, _timed(find, given)[0])
    return Run(name, version(tool.package), truth.size, seconds, high, score(found, truth))


def _timed(find: tools.Find, given: Any) -> tuple[float, Pairs]:
    start = time.process_time()
    found = find(given)
    return time.process_time() - start, found


def measured(name: str, folder: Path) -> Run:
    """Run a tool over a set in a process of its own, one thread.

    :raises Unavailable: if it is not installed, or does not come to an end.
    """
    return told(json.loads(output([sys.executable, "-m", "bench.archive.running", name, str(folder)])))


def output(command: Sequence[str]) -> str:
    """Run a command on one thread and return the last line that it prints.

    :raises Unavailable: if it fails.
    """
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, env=os.environ | ALONE, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        raise Unavailable(lines[-1])
    return done.stdout.splitlines()[-1]


def told(row: dict[str, Any]) -> Run:
    """Return the run that another process told as JSON."""
    it = row["score"]
    recall, real = ({kind: Count(*count) for kind, count in it[name].items()} for name in ("recall", "real"))
    found = Score(recall, real, Count(*it["precision"]), it["standing"])
    return Run(**row | {"score": found})


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the tool that is named."""
    name, folder = arguments if arguments is not None else sys.argv[1:]
    print(json.dumps(asdict(work(name, Path(folder)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
