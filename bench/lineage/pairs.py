"""The labelled pairs and the reports that they are of.

``pairs.json`` holds names of files, offsets in stored texts and labels, no text. The pairs were drawn by a fixed rule
from the reports of 47 events: those that share a run of twelve words or more that is not mere furniture, at most five
an event, an event at a time, and read in full. A label is ``a-from-b``, ``b-from-a``, ``common-upstream`` (with the
places where what stands behind both is named), ``quotation`` (an utterance alone is in common), or ``undecided`` where
a careful reader cannot tell. ``evidence`` says what the label rests on, by kind and place. Half of the events, chosen
by their numbers' hashes, were looked at while rules were written (``tuned``); the others were not (``held back``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from twosource.lineage import Shared, Stretch
from twosource.model import Report, Story
from twosource.options import Options
from twosource.reading import read

HALVES = ("tuned", "held back")
LABELS = ("a-from-b", "b-from-a", "common-upstream", "quotation", "undecided")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, what a reader says of them, and where they share text; ``upstream`` names what is behind both."""

    event: int
    half: str
    label: str
    shared: Shared
    upstream: tuple[str, ...]


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """Return the labelled pairs as they are stored."""
    return tuple(json.loads(Path(__file__).with_name("pairs.json").read_text(encoding="utf-8")))


def pairs(folder: Path) -> list[Pair]:
    """Return the labelled pairs, with the names of what stands behind both read from the data.

    :raises OSError: if a file of a pair is not in the folder.
    """
    return [
        Pair(
            row["event"],
            row["half"],
            row["label"],
            Shared(row["a"], row["b"], tuple(Stretch(*it["a"], *it["b"]) for it in row["passages"])),
            tuple(_name(folder / row[it["in"]], it) for it in row.get("upstream", ())),
        )
        for row in rows()
    ]


def _name(path: Path, place: dict[str, Any]) -> str:
    record = json.loads(path.read_text(encoding="utf-8"))
    if "field" in place:
        return str(record[place["field"]][place["index"]])
    text = f"{record['title'] or ''}\n\n{record['text'] or ''}"
    return text[place["start"] : place["end"]]


def events(folder: Path) -> dict[int, tuple[Story, tuple[Report, ...]]]:
    """Return the reports of each event that a pair is of, as one story: all that the folder has, labelled or not."""
    wanted = {row["event"] for row in rows()}
    of: dict[int, list[Path]] = {}
    for path in sorted(folder.glob("*.json")):
        event = json.loads(path.read_text(encoding="utf-8"))["newsCluster"]["EventId"]
        if event in wanted:
            of.setdefault(event, []).append(path)
    return {event: _story(event, paths) for event, paths in sorted(of.items())}


def _story(event: int, paths: Sequence[Path]) -> tuple[Story, tuple[Report, ...]]:
    reports, _ = read([str(path) for path in paths], Options(), None)
    ids = tuple(report.id for report in reports)
    return Story(f"event-{event}", ids, len(ids)), tuple(reports)
