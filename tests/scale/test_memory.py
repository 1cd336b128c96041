"""What a run holds at once is for a piece of the archive, not for the archive."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bench.invented import SYLLABLES
from tests.scale.support import write_lines

PIECE = 60_000
"""Bytes of a shard and of a partition here: some twenty reports."""

FIRST, APART = date(2001, 1, 1), timedelta(days=25)
"""The archive grows in time: what may be one story lies within some 400 days, and those are held."""

MEASURE = f"""
import sys
from pathlib import Path
import pyarrow as pa
from twosource.options import Options
from twosource.scale.archive import Settings, archive

held = []

def told(step, done, total):
    held.append((step, pa.default_memory_pool().max_memory()))

archive([sys.argv[1]], Path(sys.argv[2]), Options(), settings=Settings(1, {PIECE}, {PIECE}), progress=told)
print(next(most for step, most in held if step == "write"))
"""
"""Prints the most bytes that the tables took until the results were written: these go out in groups of fixed size."""


def held(number: int, folder: Path) -> int:
    """Return the most bytes that tables of an archive of ``number`` reports took at once."""
    chance = np.random.default_rng(3)
    words = ["".join(chance.choice(SYLLABLES, 3)) for _ in range(4_000)]
    texts = (" ".join(chance.choice(words, 400)) for _ in range(number))
    records = (
        {"title": f"Report {n}", "text": f"{text}.", "published": str(FIRST + n * APART)}
        for n, text in enumerate(texts)
    )
    archive = write_lines(folder / "a.jsonl", records)
    given = [sys.executable, "-c", MEASURE, str(archive), str(folder / "out")]
    return int(subprocess.run(given, capture_output=True, text=True, check=True).stdout)


def test_four_times_the_archive_takes_little_more_memory(tmp_path: Path) -> None:
    for name in ("one", "four"):
        (tmp_path / name).mkdir()
    once, four_times = held(60, tmp_path / "one"), held(240, tmp_path / "four")
    assert once > PIECE
    assert four_times < 1.6 * once
