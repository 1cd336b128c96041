"""Reports whose events are known: real coverage of 47 events, and the look-alike events of ECB+."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # corpora of our own choice, not input from strangers

from twosource.model import Part, PartKind, Report

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Item:
    """A report and the event that the corpus gives it."""

    report: Report
    event: str


def laid_out(name: str, text: str, published: str | None) -> Report:
    """Return a report whose first line is its headline."""
    parts = [
        Part(PartKind.BODY if number else PartKind.HEADLINE, line.start(), line.end(), "line")
        for number, line in enumerate(_LINE.finditer(text))
    ]
    return Report(id=name, file=name, sha256="", text=text, published=published, parts=tuple(parts))


def coverage(folder: Path) -> list[Item]:
    """Read the real coverage: one JSON record a report."""
    items = []
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = f"{record['title'] or ''}\n\n{record['text'] or ''}"
        report = laid_out(path.name, text, (record["date_publish"] or "")[:10] or None)
        items.append(Item(report, str(record["newsCluster"]["EventId"])))
    return items


def ecbplus(folder: Path) -> list[Item]:
    """Read ECB+: each topic has two look-alike events. The first line of a new document, its address, is left out."""
    items = []
    for path in sorted(folder.glob("*/*.xml")):
        sentences: dict[int, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):  # noqa: S314  # as above
            sentences[int(token.get("sentence", "0"))].append(token.text or "")
        new = "plus" in path.name
        text = "\n".join(" ".join(sentences[key]) for key in sorted(sentences) if key or not new)
        items.append(Item(laid_out(path.name, text, None), path.name.split("_")[0] + ("+" if new else "")))
    return items


def b_cubed(items: Sequence[Item], groups: Sequence[Sequence[str]]) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 (Bagga and Baldwin 1998)."""
    event = {item.report.id: item.event for item in items}
    sizes = Counter(event.values())
    precision = recall = 0.0
    for group in groups:
        inside = Counter(event[name] for name in group)
        precision += sum(n * n for n in inside.values()) / len(group)
        recall += sum(n * n / sizes[key] for key, n in inside.items())
    precision, recall = precision / len(items), recall / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)


def sets(data: Path) -> dict[str, list[Item]]:
    """Return the sets that are there, by name."""
    known = (("coverage", "stories", coverage), ("ECB+", "ecbplus", ecbplus))
    return {name: read(data / folder) for name, folder, read in known if (data / folder).is_dir()}
