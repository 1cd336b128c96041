"""How well weights read attributions by themselves, before rules and calibration: PolNeAR's own spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import Range, polnear
from bench.metrics import hits
from twosource.language.attributions import Attribution, MiniLmReader, Models
from twosource.language.models import session


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares over all attributions of a set; ``exact`` is an F1 over contents with the very same characters."""

    gold: int
    found: int
    precision: float
    recall: float
    exact: float
    source: float


def measure(folder: Path, files: tuple[Path, Path], threshold: float) -> Measured:
    """Read a part of PolNeAR with weights and compare with the first annotator.

    :param files: the two ONNX files; :param threshold: probability of a cue from which an attribution counts.
    """
    cues, roles = (session(file.read_bytes()) for file in files)
    reader = MiniLmReader(Models(cues, roles))
    gold = found = hit = exact = sourced = right = 0
    for article in polnear(folder):
        text = article.path.read_bytes().decode("utf-8")
        read = [
            (line.start(), it)
            for line in re.finditer(r"[^\n]*\S[^\n]*", text)
            for it in reader.read(line.group())
            if it.cue_probability >= threshold
        ]
        marked = article.annotators[0]
        wanted = {str(n): _offsets(it.content) for n, it in enumerate(marked)}
        got = {str(n): _offsets(_moved(it, start).content) for n, (start, it) in enumerate(read)}
        gold, found = gold + len(wanted), found + len(got)
        for a, b in hits(wanted, got).items():
            hit += 1
            exact += wanted[a] == got[b]
            if marked[int(a)].source:
                sourced += 1
                source = _moved(read[int(b)][1], read[int(b)][0]).source
                right += bool(source and _offsets([source]) & _offsets(marked[int(a)].source))
    return Measured(gold, found, hit / found, hit / gold, 2 * exact / (gold + found), right / max(sourced, 1))


def _moved(it: Attribution, by: int) -> Attribution:
    def move(place: Range) -> Range:
        return place[0] + by, place[1] + by

    return it._replace(content=tuple(map(move, it.content)), source=move(it.source) if it.source else None)


def _offsets(ranges: Sequence[Range]) -> frozenset[int]:
    return frozenset(offset for start, end in ranges for offset in range(start, end))
