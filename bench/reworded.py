"""Texts told again in other words: what is found of invented re-translations, of paraphrases, and in real coverage.

``python -m bench.reworded`` prints one line a set. The re-translations (``bench/reworded/retranslations.json``, told
in the README beside it) are news paragraphs, each with a version as if translated there and back, with what two
reporters wrote who did not copy, and with another event of the same kind. Each stands in a report of its own behind an
opening that has nothing to do with it; in a second reading four of them, in order, make one report. Those with an even
number are held back: nothing was chosen on them. The marks in ``bench/reworded/coverage.json`` say of pairs of
sentences of real reports, by offsets, whether people who read both say that one text lies behind them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.metrics import Count
from bench.shared import SHARED, missing
from bench.tables import cell, rows
from twosource.language import language
from twosource.language.encoder import MiniLm
from twosource.model import Case, Part, PartKind, PassageKind, Report, Span
from twosource.options import Options
from twosource.passages import passages
from twosource.passages.retold import retold
from twosource.reading import read

FOLDER = Path(__file__).with_name("reworded")
"""The folder of the re-translations and the marks; its README tells their form."""
COPY = "copy"
KINDS = (COPY, "wire", "independent", "other")
"""What stands beside a paragraph: told again; told by another agency, and by a reporter on the spot; another event."""
OPENINGS = (
    "The harbour festival drew more visitors than ever. Boats were decked with paper lanterns, and a brass band played "
    "until dawn.",
    "Our weekly letter looks at what moved readers most. It starts with a question that reached us by post.",
)
"""How the two reports of a case begin, so that what is compared does not stand where everyone tells the same."""
COVERED = 0.5
"""Share of either text that shared passages must cover to count as found."""
TOGETHER = 4
"""Paragraphs of a report in the second reading."""
TUNED, HELD_BACK = "tuned", "held back"
LEFT_ALONE = frozenset({3, 17, 37, 52, 71})
"""Events that are not looked into: their claims are marked and held back."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Item:
    """A text, or several in order, and what stands beside it, by kind."""

    id: str
    tuned: bool
    text: str
    beside: dict[str, str]


def items(folder: Path = FOLDER) -> list[Item]:
    """Read the re-translations."""
    found = json.loads((folder / "retranslations.json").read_text(encoding="utf-8"))
    return [Item(row["id"], int(row["id"][1:]) % 2 == 1, row["text"], {k: row[k] for k in KINDS}) for row in found]


def together(single: Sequence[Item]) -> list[Item]:
    """Return the paragraphs of each half, some at a time, as one report; what is a whole report already stays one."""
    made = []
    for tuned in (True, False):
        short = [it for it in single if it.tuned is tuned and "\n\n" not in it.text]
        groups = [short[start : start + TOGETHER] for start in range(0, len(short), TOGETHER)]
        groups += [[it] for it in single if it.tuned is tuned and "\n\n" in it.text]
        for group in groups:
            beside = {kind: "\n\n".join(it.beside[kind] for it in group) for kind in KINDS}
            made.append(Item(group[0].id, tuned, "\n\n".join(it.text for it in group), beside))
    return made


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in one case.

    :param covered: the least share, of either text, that shared passages cover; ``reworded``: how many are reworded.
    """

    item: Item
    kind: str
    covered: float
    reworded: int


def told(found: Iterable[Item]) -> Iterator[Told]:
    """Compare each text with what stands beside it, as two reports."""
    for item in found:
        for kind in KINDS:
            texts = {"a": item.text, "b": item.beside[kind]}
            reports = tuple(
                _report(f"{opening}\n\n{text}", name)
                for opening, (name, text) in zip(OPENINGS, texts.items(), strict=True)
            )
            case = passages(language(Case(reports=reports)))
            places: dict[str, set[int]] = {name: set() for name in texts}
            for passage in case.passages:
                for place in passage.places:
                    places[place.report].update(range(place.start, place.end))
            covered = min(len(places[name]) / len(text) for name, text in texts.items())
            yield Told(item, kind, covered, sum(it.kind == "reworded" for it in case.passages))


def _report(text: str, name: str) -> Report:
    parts = [Part(PartKind.BODY, line.start(), line.end(), "line") for line in _LINE.finditer(text)]
    return Report(id=name, file=name, sha256="", text=text, parts=tuple(parts))


def recall_and_false(answers: Sequence[Told]) -> Iterator[list[str]]:
    """Yield the lines of a table: of each half, copies found, characters of them, and others taken for copies."""
    for name, tuned in ((TUNED, True), (HELD_BACK, False)):
        own = [it for it in answers if it.item.tuned is tuned]
        copies = [it for it in own if it.kind == COPY]
        found = Count(sum(it.covered >= COVERED for it in copies), len(copies))
        sizes = [len(it.item.text) for it in copies]
        share = sum(it.covered * size for it, size in zip(copies, sizes, strict=True)) / sum(sizes)
        false = [
            cell(kind, Count(sum(it.reworded > 0 for it in own if it.kind == kind), len(copies))) for kind in KINDS[1:]
        ]
        yield [name, cell(COPY, found), f"{share:.3f}", *false]


# --- paraphrases without a parser -----------------------------------------------------------------------------------


def archive_lines(found: Sequence[Item]) -> Iterator[list[str]]:
    """Yield of each half what the function for archives makes of all texts at once, every paragraph a report."""
    for name, tuned in ((TUNED, True), (HELD_BACK, False)):
        texts: dict[str, tuple[str, str]] = {}
        for item in (it for it in found if it.tuned is tuned):
            for kind, text in {"text": item.text, **item.beside}.items():
                texts |= {paragraph: (item.id, kind) for paragraph in text.split("\n\n")}
        known = list(texts)
        pairs = retold(known, np.arange(len(known)), MiniLm().encode(known))
        kinds = Counter(_kind(texts[known[i]], texts[known[j]]) for i, j in zip(pairs.i, pairs.j, strict=True))
        copies = sum(len(it.text.split("\n\n")) for it in found if it.tuned is tuned)
        yield [name, cell(COPY, Count(kinds[COPY], copies)), "", *(str(kinds[kind]) for kind in KINDS[1:])]


def _kind(a: tuple[str, str], b: tuple[str, str]) -> str:
    """Return what a pair of texts is: of a text and its copy a copy; a copy stands for the text it tells again."""
    if a[0] != b[0]:
        return "other"
    kinds = {a[1], b[1]} - {"text"}
    return COPY if kinds == {COPY} else next(iter(sorted(kinds - {COPY})))


# --- real coverage --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """A pair of sentences of two real reports, and whether one text lies behind both (None: people cannot tell)."""

    event: int
    places: tuple[tuple[str, int, int], tuple[str, int, int]]
    copied: bool | None


def marks(folder: Path = FOLDER) -> list[Mark]:
    """Read the marks."""
    found = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))
    return [
        Mark(row["event"], (tuple(row["a"]), tuple(row["b"])), {"copied": True, "told": False}.get(row["mark"]))
        for row in found
    ]


def coverage_line(folder: Path, marked: Sequence[Mark]) -> list[str]:
    """Return how many reworded passages of real reports are copied by the marks, and how many marked ones are found."""
    kinds: Counter[str] = Counter()
    met: set[Mark] = set()
    for event, names in sorted(_events(folder).items()):
        if event in LEFT_ALONE:
            continue
        own = [it for it in marked if it.event == event]
        reports, _ = read([str(folder / name) for name in names], Options())
        case = passages(language(Case(reports=reports)))
        for passage in (it for it in case.passages if it.kind is PassageKind.REWORDED):
            hit = {it for it in own if all(any(_meet(p, q) for q in passage.places) for p in it.places)}
            told_apart = {it.copied for it in hit}
            kinds["copied" if True in told_apart else "told" if False in told_apart else "unclear"] += 1
            met |= hit
    copied = [it for it in marked if it.copied]
    return [
        "real coverage",
        cell("precision", Count(kinds["copied"], kinds["copied"] + kinds["told"])),
        cell("recall", Count(sum(it in met for it in copied), len(copied))),
        str(kinds["unclear"]),
    ]


def _events(folder: Path) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found[record["newsCluster"]["EventId"]].append(path.name)
    return found


def _meet(mark: tuple[str, int, int], place: Span) -> bool:
    return mark[0] == place.report and mark[1] < place.end and place.start < mark[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; say which data is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.reworded", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "stories", help="folder of .json reports")
    data: Path = parser.parse_args(arguments).data
    single = items()
    head = ["", "copies found", "characters", "other agency", "own reporter", "other event"]
    for name, table in (
        ("a paragraph in a report", recall_and_false(list(told(single)))),
        ("four in a report", recall_and_false(list(told(together(single))))),
        ("for archives: pairs of paragraphs", archive_lines(single)),
    ):
        print("\n".join(rows([[name, *head[1:]], *table])), end="\n\n", flush=True)
    if data.is_dir():
        lines = [
            ["", "copied, of passages found", "found, of copies marked", "cannot tell"],
            coverage_line(data, marks()),
        ]
        print("\n".join(rows(lines)))
    else:
        missing("the archive of real coverage", data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
