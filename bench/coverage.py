"""The whole set of real coverage: every report through ``statements``, every story through ``trace`` and its checks.

``python -m bench.coverage`` prints counts, words a second and what was slowest; it exits 1 where anything failed. A
failure is an exception, an input that was skipped, or a record in which ``verify`` finds a mismatch. The first piece of
work also loads the models.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bench.shared import SHARED, missing
from twosource.export import dumps, record, statement_lines, verify
from twosource.model import Case
from twosource.options import Options
from twosource.page import page
from twosource.reading import read
from twosource.trace import only, run, trace

SMALLEST, LARGEST = 2, 12
"""Reports of a story that is traced."""
SHOWN = 5
"""Lines that tell what was slowest."""


@dataclass(slots=True)
class Tally:
    """What went through, what failed, and the processor time of each piece of work."""

    name: str
    noun: str
    done: int = 0
    words: int = 0
    found: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: list[tuple[float, str]] = field(default_factory=list)

    def take(self, label: str, work: Callable[[], Case]) -> None:
        """Do one piece of work and count it; an exception is a failure that is told."""
        start = time.process_time()
        try:
            case = work()
            problems = [f"skipped {it.file}: {it.reason}" for it in case.skipped]
        except Exception as error:  # the whole point is to hear of every one
            problems = [f"{type(error).__name__}: {error}"]
        else:
            self.words += sum(len(report.text.split()) for report in case.reports)
            self.found += len(case.statements)
        self.seconds.append((time.process_time() - start, label))
        self.done += 1
        self.failed += [f"{label}: {problem}" for problem in problems]

    def lines(self) -> list[str]:
        """Return the result as lines of text."""
        total = sum(seconds for seconds, _ in self.seconds)
        slowest = sorted(self.seconds, reverse=True)[:SHOWN]
        return [
            f"{self.name:10} {self.done:3} {self.noun}  failed {len(self.failed)}  words {self.words:,}  "
            f"statements {self.found:,}  {total:.1f} s  {self.words / max(total, 1e-9):,.0f} words a second",
            *(f"  {seconds:6.2f} s  {label}" for seconds, label in slowest),
            *(f"  failed {line}" for line in self.failed),
        ]


class Mismatch(Exception):
    """A record that does not keep its own promises."""


def spoken(path: Path) -> Case:
    """Find the statements of one report, and write them as the command line does."""
    reports, skipped = read([str(path)], Options())
    case = run(Case(reports=reports, skipped=skipped), only("statements", "sources"))
    for line in statement_lines(case):
        json.loads(dumps(line, indent=None))
    return case


def checked(paths: Sequence[Path]) -> Case:
    """Trace one story, check its record as it comes back from JSON, and make its page.

    :raises Mismatch: if the record does not pass.
    """
    case = trace([str(path) for path in paths])
    mismatches = verify(json.loads(dumps(record(case))))
    if mismatches:
        raise Mismatch("; ".join(mismatches[:SHOWN]))
    page(case)
    return case


def events(folder: Path) -> dict[str, list[Path]]:
    """Return the files of each event of the set."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        found[json.loads(path.read_text(encoding="utf-8"))["newsCluster"]["Event"]].append(path)
    return dict(sorted(found.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the set through; return 1 where anything failed, 0 with a word where there is none."""
    parser = argparse.ArgumentParser(prog="python -m bench.coverage", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "stories", help="folder of .json reports")
    parser.add_argument("--limit", type=int, default=None, help="only the first reports, and the first stories")
    parser.add_argument("--only", choices=("statements", "trace"), default=None, help="one of the two passes")
    options = parser.parse_args(arguments)
    stories = events(options.data)
    if not stories:
        missing("the set of real coverage", options.data)
        return 0
    tallies = []
    if options.only != "trace":
        reports = Tally("statements", "reports")
        for path in sorted(path for paths in stories.values() for path in paths)[: options.limit]:
            reports.take(path.name, partial(spoken, path))
        tallies.append(reports)
    if options.only != "statements":
        whole = Tally("trace", "stories")
        of_size = {name: paths for name, paths in stories.items() if SMALLEST <= len(paths) <= LARGEST}
        for name, paths in list(of_size.items())[: options.limit]:
            whole.take(f"{name} ({len(paths)} reports)", partial(checked, paths))
        tallies.append(whole)
    for tally in tallies:
        print("\n".join(tally.lines()))
    return 1 if any(tally.failed for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
