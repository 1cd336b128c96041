"""The passage that two given texts share: how long a tool takes for a pair, and how often it finds it.

Each pair is a document of real text and another text with one of its paragraphs inside, random words put for a share
of its words. ``python -m bench.archive.pairs FOLDER`` measures the tools that are installed and prints JSON.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np

from bench.archive.edits import reworded
from bench.archive.texts import Maker, laid_out
from bench.metrics import Count

SHARE = 0.12
"""Share of the passage's words that others are put for."""
FOUND = 0.6
"""Least overlap, of what a tool marks and the passage by their union, at which the passage is found."""
ROUNDS = 3
"""Times that every pair is compared; the quickest round counts."""
ALIKE = 75
"""Likeness, of 100, from which the tools that look for a paragraph are taken to have found it; of 60, 65, 70, 75 and 80
none found more, nor marked anything in pairs that share nothing."""
GAP, LEAST = 4, 10
"""Words between two equal runs that are joined, and equal words from which they are marked, by difflib."""
_WORD = re.compile(r"\w+")
FILE = "pairs.json"

Ranges = list[tuple[int, int]]
Compare = Callable[[str, str], Ranges]
"""From two texts to the ranges of the second that stand in the first."""


@dataclass(frozen=True, slots=True)
class Given:
    """Two texts, and where in the second the passage stands; None if they share nothing."""

    first: str
    second: str
    passage: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Paired:
    """What a tool made of the pairs.

    :param micros: microseconds of processor time a pair.
    :param recall: passages found.
    :param false: pairs that share nothing, in which it marks something.
    """

    tool: str
    version: str
    micros: float
    recall: Count
    false: Count


def given(maker: Maker, count: int) -> list[Given]:
    """Return that many pairs that share a passage, and as many that share nothing."""
    made = []
    documents = maker.real()
    for number in range(count):
        source = documents[number % len(documents)]
        material = maker.material(number)
        rng = np.random.default_rng([8, number])
        (passage,) = reworded([source[int(rng.integers(len(source)))]], material, rng, SHARE)
        at = int(rng.integers(1, len(material.carrier)))
        before = laid_out(material.carrier[:at]) + "\n\n"
        text = before + passage + "\n\n" + laid_out(material.carrier[at:])
        made.append(Given(laid_out(source), text, (len(before), len(before) + len(passage))))
        other = documents[(number + 1) % len(documents)]
        made.append(Given(laid_out(other), laid_out(material.carrier), None))
    return made


def by_difflib() -> Compare:
    """Set up difflib over words."""

    def compare(first: str, second: str) -> Ranges:
        places = [(it.start(), it.end()) for it in _WORD.finditer(second)]
        left, right = ([it.lower() for it in _WORD.findall(text)] for text in (first, second))
        blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()[:-1]
        runs: list[list[int]] = []
        for block in blocks:
            if runs and max(block.b - runs[-1][1], block.a - runs[-1][3]) <= GAP:
                runs[-1][1:] = block.b + block.size, runs[-1][2] + block.size, block.a + block.size
            else:
                runs.append([block.b, block.b + block.size, block.size, block.a + block.size])
        return [(places[first][0], places[last - 1][1]) for first, last, size, _ in runs if size >= LEAST]

    return compare


def by_rapidfuzz() -> Compare:
    """Set up rapidfuzz: each paragraph of the first text looked for in the second."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    def compare(first: str, second: str) -> Ranges:
        found = (partial_ratio_alignment(it, second, score_cutoff=ALIKE) for it in first.split("\n\n"))
        return [(it.dest_start, it.dest_end) for it in found if it]

    return compare


def by_edlib() -> Compare:
    """Set up edlib: each paragraph of the first text looked for in the second (infix alignment)."""
    import edlib

    def compare(first: str, second: str) -> Ranges:
        found: Ranges = []
        for it in first.split("\n\n"):
            most = len(it) * (100 - ALIKE) // 100
            for start, last in edlib.align(it, second, mode="HW", task="locations", k=most)["locations"][:1]:
                found.append((start, last + 1))
        return found

    return compare


def by_ours() -> Compare:
    """Set up the functions that trace and the archive run on, over the words of both texts."""
    from twosource.passages.tokens import tokenise
    from twosource.passages.verify import verify

    one, other = np.array([0]), np.array([1])

    def compare(first: str, second: str) -> Ranges:
        found = verify(tokenise([first, second]), one, other)
        return list(zip(found.b_start.tolist(), found.b_end.tolist(), strict=True))

    return compare


COMPARERS: dict[str, tuple[Callable[[], Compare], str]] = {
    "twosource": (by_ours, "twosource"),
    "edlib": (by_edlib, "edlib"),
    "difflib, words": (by_difflib, ""),
    "rapidfuzz": (by_rapidfuzz, "rapidfuzz"),
}


def paired(name: str, pairs: Sequence[Given]) -> Paired:
    """Run a tool over pairs.

    :raises ImportError: if it is not installed.
    """
    load, package = COMPARERS[name]
    compare = load()
    compare(pairs[0].first, pairs[0].second)
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        found = [compare(it.first, it.second) for it in pairs]
        seconds.append(time.process_time() - start)
    both = list(zip(pairs, found, strict=True))
    hits = [overlap(ranges, it.passage) >= FOUND for it, ranges in both if it.passage]
    false = [bool(ranges) for it, ranges in both if not it.passage]
    of = version(package) if package else f"Python {sys.version_info.major}.{sys.version_info.minor}"
    micros = min(seconds) / len(pairs) * 1e6
    return Paired(name, of, micros, Count(sum(hits), len(hits)), Count(sum(false), len(false)))


def overlap(ranges: Ranges, passage: tuple[int, int]) -> float:
    """Return what the ranges and the passage have in common, by their union, in characters."""
    marked = {at for start, end in ranges for at in range(start, end)}
    wanted = set(range(*passage))
    return len(marked & wanted) / len(marked | wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the tools over the pairs that were written into a folder."""
    (folder,) = arguments if arguments is not None else sys.argv[1:]
    rows = json.loads((Path(folder) / FILE).read_text(encoding="utf-8"))
    pairs = [Given(row["first"], row["second"], tuple(row["passage"]) if row["passage"] else None) for row in rows]
    results, missing = [], []
    for name in COMPARERS:
        try:
            results.append(asdict(paired(name, pairs)))
        except ImportError:
            missing.append(name)
    print(json.dumps({"results": results, "missing": missing}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
