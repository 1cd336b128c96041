"""The two seed reports against what careful readers listed in them, figure by figure, each with its count and floor.

``python -m bench.seeds`` traces the reports as a user would and compares the published record with the lists; with
``--check`` it exits 1 where a figure is below its floor; with ``--json`` it prints the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.metrics import (
    Count,
    Place,
    Row,
    chain_right,
    characters,
    claim_pairs,
    counted_origins,
    f1,
    hits,
    pair_found,
    place,
    place_found,
    speaker_right,
    time_right,
)
from bench.shared import SHARED, missing
from twosource.export import record, verify
from twosource.model import READ
from twosource.trace import trace

SAID = ("speech", "writing")
"""Acts that count for precision: the lists give the others as optional."""
RELAYED = 5
"""The first claims of the list all come through one agency: none of them may rest on more origins than it does."""
TRAP = "TRAP"
"""How the list marks a date that is not the report's."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: its value, the count behind it, and the floor it must reach (None: only told)."""

    name: str
    value: float
    count: str
    floor: float | None = None
    most: bool = False
    """Whether the floor is a ceiling."""

    @property
    def reached(self) -> bool:
        """Whether the floor is reached."""
        if self.floor is None:
            return True
        return self.value <= self.floor if self.most else self.value >= self.floor

    def line(self) -> str:
        """Return the figure as a line of the table."""
        if self.floor is None:
            return f"{self.name:38} {self.value:7.3f}  {self.count:>8}"
        floor = f"{'at most' if self.most else 'at least'} {self.floor:g}"
        return f"{self.name:38} {self.value:7.3f}  {self.count:>8}  {floor:14} {'ok' if self.reached else 'BELOW'}"


@dataclass(frozen=True, slots=True)
class Gold:
    """What readers found: the list of statements, the list of claims, and the file of each report by its letter."""

    statements: Row
    claims: Row
    files: dict[str, Path]


def gold_lists(root: Path) -> Gold | None:
    """Read the lists under a data root; None where they or the reports are missing."""
    places = root / "gold" / "seeds_quotes.json", root / "gold" / "seeds_claims.json"
    if not all(path.is_file() for path in places):
        return None
    statements, claims = (json.loads(path.read_text(encoding="utf-8")) for path in places)
    files = {letter: root / name for letter, name in statements["files"].items()}
    return Gold(statements, claims, files) if all(path.is_file() for path in files.values()) else None


def traced(files: Sequence[Path]) -> Row:
    """Return the published record of the reports: what ``twosource trace --json`` prints."""
    found: Row = json.loads(json.dumps(record(trace([str(path) for path in files]))))
    return found


class Comparison:
    """A record beside the lists of its reports.

    :param found: the record of the reports.
    """

    def __init__(self, gold: Gold, found: Row) -> None:
        self.gold = gold
        self.found = found
        ids = {Path(report["file"]).name: report["id"] for report in found["reports"]}
        self.letters = {letter: ids.get(path.name, "") for letter, path in gold.files.items()}
        self.names = {source["id"]: [source["name"], *source["variants"]] for source in found["sources"]}

    def place(self, row: Row) -> Place:
        """Return the place of a row of a list."""
        return Place(self.letters[row["doc"]], row["start"], row["end"])

    def figures(self) -> list[Figure]:
        """Return every figure, in the order of the table."""
        return [*self._statements(), *self._claims(), *self._differences(), *self._times(), *self._parts()]

    def hits(self) -> dict[str, Row]:
        """Return the statement found for each gold statement that is hit, by the gold id."""
        hit: dict[str, Row] = {}
        for letter, report in self.letters.items():
            rows = {row["id"]: row for row in self.found["statements"] if row["report"] == report}
            wanted = {row["id"]: row for row in self.gold.statements["statements"] if row["doc"] == letter}
            pairs = hits(*({id: characters(row["content"]) for id, row in side.items()} for side in (wanted, rows)))
            hit |= {gold_id: rows[found_id] for gold_id, found_id in pairs.items()}
        return hit

    def _statements(self) -> Iterator[Figure]:
        hit = self.hits()
        core = [row for row in self.gold.statements["statements"] if row.get("core", True)]
        for name, level, floor in (("statements, outer", 1, 32), ("statements, nested", 2, 9)):
            of_level = [row["id"] for row in core if row["level"] == level]
            count = Count(sum(id in hit for id in of_level), len(of_level))
            yield Figure(name, count.right, str(count), floor)
        matched = {row["id"] for row in hit.values()}
        said = [row for row in self.found["statements"] if row["id"] in matched or row["act"] in SAID]
        yield _share("statements, precision", Count(len(matched), len(said)), 0.93)
        pairs = [(row, hit[row["id"]]) for row in core if row["id"] in hit]
        speakers = Count(sum(speaker_right(a, b, self.names) for a, b in pairs), len(pairs))
        yield _share("right speaker, of hits", speakers, 0.95)
        yield _share(
            "whole chain, of hits", Count(sum(chain_right(a, b, self.names) for a, b in pairs), len(pairs)), 0.95
        )
        yield _share("right kind, of hits", Count(sum(a["type"] == b["kind"] for a, b in pairs), len(pairs)), 0.95)

    def _claims(self) -> Iterator[Figure]:
        shared = self.gold.claims["shared"]
        gold = [[self.place(mention) for mention in claim["mentions"]] for claim in shared]
        claims = [(row["independent_origins"], [place(it) for it in row["mentions"]]) for row in self.found["claims"]]
        precision, recall = claim_pairs(gold, [mentions for _, mentions in claims])
        yield _share("claim pairs, precision", precision)
        yield _share("claim pairs, recall", recall)
        yield Figure("claim pairs, F1", f1(precision.share, recall.share), str(recall), 0.6)
        counts = [counted_origins(mentions, claims) for mentions in gold]
        known = [claim.get("n_original_sources") for claim in shared]
        pairs = [(got, want) for got, want in zip(counts, known, strict=True) if got is not None and want is not None]
        right = Count(sum(got == want for got, want in pairs), len(shared))
        yield Figure("independent origins right", right.right, str(right), 9)
        over = [got is not None and want is not None and got > want for got, want in zip(counts, known, strict=True)]
        yield _number("overcounted, claims of one agency", Count(sum(over[:RELAYED]), RELAYED), 0)
        yield _number("overcounted, all claims", Count(sum(over), len(shared)))

    def _differences(self) -> Iterator[Figure]:
        variants = [[place(it) for it in row["places"]] for row in self.found["variants"]]
        yield self._pairs("variants", self.gold.claims["quotation_variants"], variants, 3)
        yield Figure("variants found in all", len(variants), "")
        tensions = [[place(row["a"]), place(row["b"])] for row in self.found["tensions"]]
        wanted = self.gold.claims["tensions"]
        yield self._pairs("tensions", wanted, tensions)
        yield self._pairs("tensions, strong", [it for it in wanted if it["strength"].startswith("strong")], tensions)
        yield Figure("tensions found in all", len(tensions), "")

    def _pairs(
        self, name: str, wanted: Sequence[Row], found: Sequence[Sequence[Place]], floor: int | None = None
    ) -> Figure:
        right = sum(pair_found(self.place(row["a"]), self.place(row["b"]), found) for row in wanted)
        return _number(name, Count(right, len(wanted)), floor, most=False)

    def _times(self) -> Iterator[Figure]:
        ahead = [place(row) for row in self.found["future"]]
        spans = [self.place(row["span"]) for row in self.gold.claims["future"]]
        yield _number("looks ahead", Count(sum(place_found(span, ahead) for span in spans), len(spans)))
        yield Figure("looks ahead found in all", len(ahead), "")
        dates = self.gold.claims["dates"]
        times = [(place(row), row["value"]) for row in self.found["times"]]
        right = sum(time_right(self.place(row["span"]), row["resolved"], times) for row in dates)
        yield _number("times right", Count(right, len(dates)), 7, most=False)
        traps = [row for row in dates if row["role"].startswith(TRAP)]
        yield _number("dates of a biography taken", Count(sum(map(self._taken, traps)), len(traps)), 0)

    def _taken(self, trap: Row) -> bool:
        """Return whether a date of the furniture is read as one of the event, or as the report's own."""
        here = self.place(trap["span"])
        read = any(
            place_found(here, [place(row)]) and row["role"] != "furniture" and row["value"]
            for row in self.found["times"]
        )
        report = next(row for row in self.found["reports"] if row["id"] == here.report)
        own = any((report[field] or "").startswith(trap["resolved"]) for field in ("published", "updated"))
        return read or own

    def _parts(self) -> Iterator[Figure]:
        lines = [row["span"] | {"doc": row["doc"]} for row in self.gold.statements["furniture"]]
        masked = sum(not self._read(self.place(row)) for row in lines)
        yield _number("furniture lines masked", Count(masked, len(lines)), 14, most=False)
        told = self._told()
        lost = sum(len(self._read(it)) < len(self._words(it)) for it in told)
        yield _number("sentences of the report masked", Count(lost, len(told)), 0)
        texts = {report["id"]: report["text"] for report in self.found["reports"]}
        spans = [(span, texts[row["report"]]) for row in self.found["statements"] for span in row["content"]]
        outside = sum(not 0 <= span["start"] < span["end"] <= len(text) for span, text in spans)
        yield _number("spans out of range", Count(outside, len(spans)), 0)
        yield Figure("mismatches of check", len(verify(self.found)), "", 0, most=True)

    def _told(self) -> list[Place]:
        """Return what readers found told: the content of every statement and every mention of a claim.

        What they found told by a line of the page, a teaser, is not among them: the line is to be masked.
        """
        rows = [span | {"doc": row["doc"]} for row in self.gold.statements["statements"] for span in row["content"]]
        claims = self.gold.claims
        rows += [mention for claim in (*claims["shared"], *claims["only"]) for mention in claim["mentions"]]
        lines = [self.place(row["span"] | {"doc": row["doc"]}) for row in self.gold.statements["furniture"]]
        return sorted({it for it in map(self.place, rows) if not any(_inside(it, line) for line in lines)})

    def _words(self, here: Place) -> set[int]:
        """Return the offsets of a place that are not white space."""
        text = next(report["text"] for report in self.found["reports"] if report["id"] == here.report)
        return {offset for offset in range(here.start, here.end) if not text[offset].isspace()}

    def _read(self, here: Place) -> set[int]:
        """Return the offsets of a place, white space apart, that the report's parts leave to be read."""
        report = next(report for report in self.found["reports"] if report["id"] == here.report)
        read = [(part["start"], part["end"]) for part in report["parts"] if part["kind"] in READ]
        return {offset for offset in self._words(here) if any(start <= offset < end for start, end in read)}


def _inside(here: Place, there: Place) -> bool:
    return here.report == there.report and there.start <= here.start and here.end <= there.end


def _share(name: str, count: Count, floor: float | None = None) -> Figure:
    return Figure(name, count.share, str(count), floor)


def _number(name: str, count: Count, floor: float | None = None, *, most: bool = True) -> Figure:
    return Figure(name, count.right, str(count), floor, most)


def measure(root: Path = SHARED) -> list[Figure] | None:
    """Trace the seeds under a data root and return every figure; None where they are missing."""
    gold = gold_lists(root)
    return Comparison(gold, traced(list(gold.files.values()))).figures() if gold else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with ``--check``, return 1 where a floor is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.seeds", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with seeds/ and gold/")
    parser.add_argument("--check", action="store_true", help="exit 1 where a floor is missed")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    figures = measure(options.data)
    if figures is None:
        missing("the pair of seed reports with its lists", options.data)
        return 0
    below = [figure.name for figure in figures if not figure.reached]
    if options.json:
        print(json.dumps({figure.name: asdict(figure) | {"reached": figure.reached} for figure in figures}, indent=1))
    else:
        print("\n".join(figure.line() for figure in figures))
        print(f"below their floor: {', '.join(below)}" if below else "every floor is reached")
    return 1 if below and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
