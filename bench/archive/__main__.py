"""Make the sets, run every tool over them, print what came out."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.archive import pairs, plots, report, results, running, store
from bench.archive.pairs import Paired
from bench.archive.results import Results
from bench.archive.retelling import Retelling
from bench.archive.sources import Pool, pool
from bench.archive.synonyms import WORDNET, Thesaurus, mirrored, thesaurus
from bench.archive.texts import Maker
from bench.metrics import Count
from bench.running import Unavailable
from bench.shared import SHARED, missing

SEED = 7
SIZES = "1000,10000,100000"
LARGE = 1_000_000
"""Documents of the set that only twosource is run on, in partitions on disk."""
PAIRS = 300
STAMP = "stamp.txt"


class Bench:
    """One run: where the sets lie, and what was measured so far."""

    def __init__(self, work: Path, found: Pool, words: Thesaurus, seed: int) -> None:
        self._work, self._maker = work, Maker(found, words, seed)
        texts = "\n".join(found.paragraphs).encode()
        self._stamp = sha256(b"\0".join([texts, words.name.encode(), str(seed).encode()])).hexdigest()
        self.results = Results(
            {
                "paragraphs": len(found.paragraphs),
                "sources": found.sources,
                "real": found.real,
                "thesaurus": words.name,
                "seed": seed,
                "sets": {},
            },
            results.machine(),
        )

    def set(self, size: int) -> Path:
        """Return the folder of a set; make it if it is not there."""
        folder = self._work / str(size)
        stamp = folder / STAMP
        if not stamp.is_file() or stamp.read_text(encoding="ascii") != self._stamp:
            store.write(self._maker, size, folder)
            stamp.write_text(self._stamp, encoding="ascii")
        truth = store.truth(folder)
        self.results.texts["sets"][str(size)] = {
            "pairs": len(truth.pairs),
            "real": sum(it.real for it in truth.pairs),
            "standing": sum(map(len, truth.standing)),
            "groups": len(truth.standing),
            "alone": truth.real_alone,
            "characters": store.characters(folder) / truth.size,
        }
        return folder

    def tool(self, name: str, size: int, folder: Path) -> None:
        """Run a tool over a set, and say in a line what came out."""
        tool = running.TOOLS[name]
        if tool.most and size > tool.most:
            return
        try:
            run = running.measured(name, folder)
        except Unavailable as error:
            self.results.missing[name] = str(error)
            _say(f"left out: {name}: {error}")
            return
        self.results.settings[name] = tool.settings, tool.verifies
        self.results.runs.append(run)
        _say(f"{size:,} {name}: {run.speed:,.0f} documents per CPU second, {run.peak:,.0f} MB")

    def pairs(self, count: int) -> None:
        """Compare pairs of two texts."""
        folder = self._work / "pairs"
        folder.mkdir(exist_ok=True)
        given = [asdict(it) for it in pairs.given(self._maker, count)]
        (folder / pairs.FILE).write_text(json.dumps(given), encoding="utf-8")
        found = self._child("pairs", folder)
        for it in found["results"]:
            self.results.pairs.append(Paired(**it | {name: Count(*it[name]) for name in ("recall", "false")}))
        self.results.missing |= {f"{name} (pairs)": "not installed" for name in found["missing"]}

    def retelling(self, folder: Path) -> None:
        """Measure what the encoder adds."""
        row = self._child("retelling", folder)
        counts = {name: Count(*row[name]) for name in ("planted", "missed", "found", "precision")}
        self.results.retelling = Retelling(**row | counts)

    def _child(self, module: str, folder: Path) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            running.output([sys.executable, "-m", f"bench.archive.{module}", str(folder)])
        )
        return found


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; write JSON and drawings where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="folder with real texts")
    parser.add_argument("--wordnet", type=Path, default=WORDNET, help="folder with the files of WordNet 3.0")
    parser.add_argument("--work", type=Path, default=None, help="keep sets and vectors here")
    parser.add_argument("--sizes", default=SIZES, help="documents, parted by commas")
    parser.add_argument("--large", type=int, default=LARGE, help="documents for twosource alone; 0 for none")
    parser.add_argument("--tools", default=";".join(running.TOOLS), help="names of tools, parted by semicolons")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="pairs of two texts; 0 for none")
    parser.add_argument("--retelling", type=int, default=100_000, help="size of the set for the encoder; 0 for none")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", type=Path, default=None, help="write the results here")
    parser.add_argument("--plots", type=Path, default=None, help="folder for the drawings")
    parser.add_argument("--read", type=Path, default=None, help="measure nothing: take the results from this file")
    options = parser.parse_args(arguments)
    if options.read:
        found = results.loads(options.read.read_text(encoding="utf-8"))
    else:
        with tempfile.TemporaryDirectory() as name:
            found = _measured(options, options.work or Path(name))
    if options.json:
        options.json.write_text(results.dumps(found), encoding="utf-8")
    print("\n".join(report.lines(found)))
    if options.plots:
        plots.draw(found, options.plots)
    return 0


def _measured(options: argparse.Namespace, work: Path) -> Results:
    work.mkdir(parents=True, exist_ok=True)
    texts = pool(options.data, options.seed)
    if not texts.real:
        missing("real text", options.data)
        _say("the documents are of invented words")
    words = thesaurus(options.wordnet) if texts.real else mirrored(texts.paragraphs)
    if texts.real and words.name != "WordNet 3.0":
        _say(f"there is no WordNet in {options.wordnet}: synonyms are of {words.name}")
    bench = Bench(work, texts, words, options.seed)
    for size in map(int, filter(None, options.sizes.split(","))):
        folder = bench.set(size)
        for name in options.tools.split(";"):
            bench.tool(name, size, folder)
    if options.large:
        bench.tool(running.ON_DISK, options.large, bench.set(options.large))
    if options.pairs:
        bench.pairs(options.pairs)
    if options.retelling:
        bench.retelling(bench.set(options.retelling))
    return bench.results


if __name__ == "__main__":
    sys.exit(main())
