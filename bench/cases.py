"""Real stories whose claims and origins people marked by reading: claim pairs and independent origins.

``python -m bench.cases`` traces the reports of each event as a user would and compares the record with the marks in
``bench/cases``, which hold places in the reports' stored texts and none of their words. A pair is two mentions of one
claim in different reports; pairs are pooled over events. Origins are right where their number is the marked one, the
least that can be shown; where the texts leave it open, the marks give the most too. The tuned events may be looked into
(``--wrong EVENT``); of those held back only the counts are told.

``--check`` exits 1 where a figure passes its floor in ``floors.toml``, or a stored text is not the one that was marked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from bench.events import TUNED, Event, events
from bench.floors import faults, floors
from bench.floors import table as floor_table
from bench.metrics import Count, Place, Row, claim_pairs, counted_origins, place
from bench.scoring import Figures
from bench.seeds import traced
from bench.shared import SHARED
from bench.tables import cell, plain, rows

F1 = "F1"
"""The harmonic mean of pair precision and recall, which no single count makes: its share is told without one."""
SPLITS = {"cases-tuned": "tuned", "cases-held-back": "held back"}
"""What the two halves are called, by the key of their floors."""
COUNTED = ("precision", "recall", "origins right", "origins within", "overcounted")
COLUMNS = ("precision", "recall", F1, "origins right", "origins within", "overcounted")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The record of an event's reports beside its marks.

    :param claims: the count and the mentions of each claim found, reports by their letters.
    :param texts: the stored text of each report, by its letter.
    :param changed: the letters of the reports whose stored text is not the one that was marked.
    """

    event: Event
    claims: tuple[tuple[int, tuple[Place, ...]], ...]
    texts: dict[str, str]
    changed: tuple[str, ...]

    def figures(self) -> Figures:
        """Return the counts of the event: its claim pairs, and its claims by their origins."""
        marked = [claim.mentions for claim in self.event.claims]
        precision, recall = claim_pairs(marked, [mentions for _, mentions in self.claims])
        right = within = over = 0
        for claim in self.event.claims:
            got = counted_origins(claim.mentions, self.claims)
            right += got == claim.origins
            within += got is not None and claim.origins <= got <= claim.most
            over += got is not None and got > claim.most
        of = len(self.event.claims)
        return {
            "precision": precision,
            "recall": recall,
            "origins right": Count(right, of),
            "origins within": Count(within, of),
            "overcounted": Count(over, of),
        }

    def wrong(self) -> Iterator[tuple[Place, Place]]:
        """Yield the pairs found that are none."""
        marked = [claim.mentions for claim in self.event.claims]
        for _, mentions in self.claims:
            for a, b in across(mentions):
                if not claim_pairs(marked, [[a, b]])[0].right:
                    yield a, b

    def missed(self) -> Iterator[tuple[Place, Place]]:
        """Yield the marked pairs that are not found."""
        found = [mentions for _, mentions in self.claims]
        for claim in self.event.claims:
            for a, b in across(claim.mentions):
                if not claim_pairs([[a, b]], found)[1].right:
                    yield a, b

    def words(self, it: Place) -> str:
        """Return the text of a place, on one line."""
        return " ".join(self.texts[it.report][it.start : it.end].split())


def across(mentions: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of mentions in different reports."""
    for number, a in enumerate(mentions):
        yield from ((a, b) for b in mentions[number + 1 :] if a.report != b.report)


def outcome(it: Event) -> Outcome:
    """Trace the reports of an event."""
    return compared(it, traced(list(it.files.values())))


def compared(it: Event, found: Row) -> Outcome:
    """Return a record of an event's reports beside its marks."""
    by_file = {path.name: letter for letter, path in it.files.items()}
    letters = {report["id"]: by_file[Path(report["file"]).name] for report in found["reports"]}
    reports = {letters[report["id"]]: report for report in found["reports"]}
    claims = tuple(
        (row["independent_origins"], tuple(_lettered(place(mention), letters) for mention in row["mentions"]))
        for row in found["claims"]
    )
    changed = [name for name, sha256 in it.hashes.items() if reports.get(name, {}).get("text_sha256") != sha256]
    return Outcome(it, claims, {name: report["text"] for name, report in reports.items()}, tuple(changed))


def _lettered(it: Place, letters: dict[str, str]) -> Place:
    return it._replace(report=letters[it.report])


@dataclass(frozen=True, slots=True)
class Half:
    """The tuned events, or those held back: figures by event and pooled over all.

    :param files: the reports and the marks, whose content the figures hang on.
    """

    key: str
    figures: dict[str, Figures]
    files: tuple[Path, ...]

    @property
    def pooled(self) -> Figures:
        """The figures over all events of the half."""
        return summed(list(self.figures.values()))


def summed(figures: Sequence[Figures]) -> Figures:
    """Return the sum of figures: every pair and claim weighs the same, whatever its event."""
    return {name: reduce(Count.__add__, (it[name] for it in figures), Count(0, 0)) for name in COUNTED}


def with_f1(figures: Figures) -> Figures:
    """Return figures with the F1 of their precision and recall, as the two numbers whose quotient it is."""
    (right, found), (met, marked) = figures["precision"], figures["recall"]
    return {**figures, F1: Count(2 * right * met, right * marked + met * found)}


def halves(outcomes: Sequence[Outcome]) -> list[Half]:
    """Return the figures of the events of which every stored text is the one that was marked, in two halves."""
    found = []
    for key, name in SPLITS.items():
        of_half = [it for it in outcomes if it.event.tuned is (name == "tuned") and not it.changed]
        if of_half:
            files = tuple(path for it in of_half for path in (it.event.marks, *it.event.files.values()))
            found.append(Half(key, {f"event {it.event.number}": it.figures() for it in of_half}, files))
    return found


def changed(outcomes: Sequence[Outcome]) -> list[str]:
    """Return in words which events are left out because a stored text is not the one that was marked."""
    return [
        f"event {it.event.number} is left out: it was marked on another stored text of {', '.join(it.changed)}"
        for it in outcomes
        if it.changed
    ]


def as_text(found: Sequence[Half]) -> Iterator[str]:
    """Yield the table of each half, then both together."""
    lines = [["", *COLUMNS]]
    for half in found:
        lines += [_line(name, it) for name, it in {**half.figures, f"all {SPLITS[half.key]}": half.pooled}.items()]
    if len(found) > 1:
        lines.append(_line("all", summed([half.pooled for half in found])))
    yield from rows(lines) if found else ()


def _line(name: str, figures: Figures) -> list[str]:
    whole = with_f1(figures)
    return [name, *(f"{whole[it].share:.3f}" if it == F1 else cell(it, whole[it]) for it in COLUMNS)]


def as_json(found: Sequence[Half]) -> dict[str, Any]:
    """Return every figure for JSON."""
    return {
        half.key: {name: plain(with_f1(it)) for name, it in {"all": half.pooled, **half.figures}.items()}
        for half in found
    }


def listed(it: Outcome) -> Iterator[str]:
    """Yield the wrong and the missed pairs of an event with their texts, and the claims whose origins are not right."""
    for name, pairs in (("wrong", it.wrong()), ("missed", it.missed())):
        for a, b in pairs:
            yield f"{name}  {a.report} {a.start}-{a.end}: {it.words(a)}"
            yield f"{'':{len(name)}}  {b.report} {b.start}-{b.end}: {it.words(b)}"
    for claim in it.event.claims:
        got = counted_origins(claim.mentions, it.claims)
        if got != claim.origins:
            told = "not found" if got is None else str(got)
            first = it.words(claim.mentions[0])
            yield f"origins of {claim.id}: {told}, marked {claim.origins} to {claim.most}: {first}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the marked events; say which are missing or changed."""
    parser = argparse.ArgumentParser(prog="python -m bench.cases", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with data/stories/")
    parser.add_argument("--limit", type=int, help="only the first events")
    parser.add_argument("--wrong", type=int, metavar="EVENT", help="list what is wrong or missed in a tuned event")
    parser.add_argument("--json", action="store_true", help="print every figure, with its counts, as JSON")
    parser.add_argument("--check", action="store_true", help="exit 1 where a floor is passed")
    parser.add_argument("--pin", action="store_true", help="print the floors that the figures would make")
    options = parser.parse_args(arguments)
    if options.wrong is not None and options.wrong not in TUNED:
        parser.error(
            f"event {options.wrong} is held back: only {', '.join(map(str, sorted(TUNED)))} may be looked into"
        )
    chosen = [it for it in events(options.data) if options.wrong in (None, it.number)][: options.limit]
    outcomes = [outcome(it) for it in chosen]
    left_out = changed(outcomes)
    print("\n".join(left_out), end="\n" if left_out else "", file=sys.stderr)
    if options.wrong is not None:
        print("\n".join(line for it in outcomes for line in listed(it)))
        return 0
    found = halves(outcomes)
    if options.pin:
        print("\n\n".join(floor_table(half.key, with_f1(half.pooled), half.files) for half in found))
        return 0
    print(json.dumps(as_json(found), indent=1) if options.json else "\n".join(as_text(found)))
    if not options.check:
        return 0
    pinned = floors()
    wrong = left_out + [line for half in found for line in faults(half.key, with_f1(half.pooled), half.files, pinned)]
    print("\n".join(wrong or ["every floor is reached"]), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
