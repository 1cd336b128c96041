"""Which reports are of one event: B³ on real coverage of 47 events and on the look-alike events of ECB+.

``python -m bench.stories`` prints one line a set and a method. The stage is measured alone: each report is laid out as
a headline and body lines. Beside it stands a plain baseline, TF-IDF with a factor for time and connected components, at
the threshold that is best for it on the same set, which flatters it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree  # corpora of our own choice, not input from strangers

from twosource.model import Case, Part, PartKind, Report
from twosource.stories import stories

DATA = Path("..") / "shared" / "data"
THRESHOLDS = [step / 100 for step in range(4, 60, 2)]
"""Cosines tried for the baseline."""
_WORD = re.compile(r"\w+")
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


def ours(items: Sequence[Item]) -> list[tuple[str, ...]]:
    """Return the groups that the stage makes."""
    reports = sorted((item.report for item in items), key=lambda report: report.id)
    return [story.reports for story in stories(Case(reports=tuple(reports))).stories]


def baseline(items: Sequence[Item]) -> tuple[float, float, float]:
    """Return the best B³, over the thresholds, of TF-IDF cosines with a factor for time, joined transitively."""
    counts = [Counter(word.lower() for word in _WORD.findall(item.report.text)) for item in items]
    frequency = Counter(word for count in counts for word in count)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    cosines: dict[tuple[int, int], float] = defaultdict(float)
    for j, count in enumerate(counts):
        vector = {w: (1 + math.log(n)) * math.log(len(items) / frequency[w]) for w, n in count.items()}
        length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        for word, weight in vector.items():
            for i, other in postings[word]:
                cosines[i, j] += weight / length * other
            postings[word].append((j, weight / length))
    pairs = {(i, j): x * _near(items[i].report, items[j].report) for (i, j), x in cosines.items()}
    results = (b_cubed(items, _components(items, pairs, threshold)) for threshold in THRESHOLDS)
    return max(results, key=lambda result: result[2])


def _near(a: Report, b: Report) -> float:
    if not a.date or not b.date:
        return 1.0
    days = abs((date.fromisoformat(a.date) - date.fromisoformat(b.date)).days)
    return 0.5 + 0.5 * math.exp(-days / 14)


def _components(items: Sequence[Item], pairs: dict[tuple[int, int], float], threshold: float) -> list[list[str]]:
    root = list(range(len(items)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for (i, j), x in pairs.items():
        if x >= threshold:
            root[find(j)] = find(i)
    groups: dict[int, list[str]] = defaultdict(list)
    for i, item in enumerate(items):
        groups[find(i)].append(item.report.id)
    return list(groups.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; say which set is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder that holds stories/ and ecbplus/")
    data: Path = parser.parse_args(arguments).data
    for name, folder, read in (("coverage", "stories", coverage), ("ECB+", "ecbplus", ecbplus)):
        if not (data / folder).is_dir():
            print(f"{name:10} skipped: there is no folder {data / folder}", file=sys.stderr)
            continue
        items = read(data / folder)
        start = time.process_time()
        groups = ours(items)
        seconds = time.process_time() - start
        size = f"{len(items):4} reports {len({item.event for item in items}):3} events"
        for method, scores in (("twosource", b_cubed(items, groups)), ("TF-IDF+time", baseline(items))):
            line = "B³ precision {:.3f} recall {:.3f} F1 {:.3f}".format(*scores)
            print(f"{name:10} {method:12} {size}  {line}" + (f"  {seconds:.1f} s" if method == "twosource" else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
