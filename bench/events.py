"""Real stories whose claims and origins people marked by reading, before any output was seen.

``cases/event-<number>.json`` holds the reports by letter, each with its file and the SHA-256 of its stored text, and
the claims that two or more of them tell: places in the stored texts, and how many independent origins stand behind
each. None of the reports' words stand in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bench.metrics import Place, Row
from bench.shared import SHARED, missing

CASES = Path(__file__).with_name("cases")
"""The folder of the marked events."""
TUNED = frozenset({39, 9, 53, 8, 60})
"""The events whose output may be looked at; all others are held back."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A marked claim: its mentions, and how many independent origins can be shown, at least and at most."""

    id: str
    mentions: tuple[Place, ...]
    origins: int
    most: int


@dataclass(frozen=True, slots=True)
class Event:
    """A marked event. A report is known by its letter.

    :param files: the file of each report; ``hashes``: the SHA-256 of the stored text that was marked.
    :param marks: the file that the marks stand in.
    """

    number: int
    files: dict[str, Path]
    hashes: dict[str, str]
    claims: tuple[Claim, ...]
    marks: Path

    @property
    def tuned(self) -> bool:
        """Whether its output may be looked at."""
        return self.number in TUNED


def event(marks: Path, stories: Path) -> Event:
    """Read the marks of an event, whose reports lie in a folder."""
    row: Row = json.loads(marks.read_text(encoding="utf-8"))
    claims = tuple(
        Claim(
            it["id"],
            tuple(Place(mention["doc"], mention["start"], mention["end"]) for mention in it["mentions"]),
            it["origins"],
            it.get("most", it["origins"]),
        )
        for it in row["claims"]
    )
    files = {letter: stories / report["file"] for letter, report in row["reports"].items()}
    return Event(row["event"], files, {letter: it["sha256"] for letter, it in row["reports"].items()}, claims, marks)


def events(root: Path = SHARED, folder: Path = CASES) -> list[Event]:
    """Return the marked events, the tuned ones first; say which are left out, their reports missing."""
    found = []
    for marks in folder.glob("event-*.json"):
        it = event(marks, root / "data" / "stories")
        absent = [path for path in it.files.values() if not path.is_file()]
        if absent:
            missing(f"a report of event {it.number}", absent[0])
        else:
            found.append(it)
    return sorted(found, key=lambda it: (not it.tuned, it.number))
