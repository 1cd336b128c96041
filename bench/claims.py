"""The same thing told or not: twosource's judge and plain peers side by side, and what it makes of stories.

``python -m bench.claims`` prints a table a set, each figure with its count: the paraphrases of MRPC; ClaimDiff (whether
a claim strengthens or weakens another, see ``bench.claimdiff``); our look-alikes, which differ in one thing and may not
be joined, beside rewordings, which should be; time expressions (``bench.timex``); the seeds (``bench.seeds``); and the
stories that people marked (``bench.cases``). The threshold of a peer is chosen on the train part of MRPC, and on the
tuned half of the look-alikes.

Of ClaimDiff its paper says (Ko et al. 2023, arXiv 2205.12221, abstract) that strong baselines stay more than 19 points
below people. Its tables are on the test part, which is not at hand; the figures here are on the train part,
cross-validated by topic, and so can be set beside those only with care.

``--check`` measures twosource alone and exits 1 where a figure passes its floor in ``floors.toml``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import cases, claim_times, claimdiff
from bench.claim_judges import (
    BY_FEATURES,
    BY_SCORE,
    OURS,
    PEERS,
    Answer,
    answers,
    classifier,
    said,
    threshold,
)
from bench.claim_sets import HELD_BACK, KINDS, TUNED, Pair, PairSet, lookalikes, mrpc
from bench.claim_sets import claimdiff as claimdiff_sets
from bench.events import events
from bench.floors import faults, fingerprint, floors
from bench.floors import table as floor_table
from bench.metrics import Count
from bench.scoring import Figures
from bench.seeds import measure
from bench.shared import SHARED, missing
from bench.tables import figures_table, plain, rows

SETS = ("mrpc", "claimdiff", "lookalikes", "times", "seeds", "cases")
OF_SEEDS = ("claim pairs", "independent origins", "overcounted")
"""How the figures of the seeds begin that tell of claims."""
UNNAMED = "joined, nothing named"
WRONG = "joined wrongly"


@dataclass(slots=True)
class Table:
    """The figures of a set by method.

    :param key: of its floors; ``files``: whose content the figures hang on.
    :param lines: of the table where it is not a plain one, and of what is told beneath it.
    """

    key: str
    title: str
    figures: dict[str, Figures]
    files: tuple[Path, ...] = ()
    lines: list[str] = field(default_factory=list)

    @property
    def ours(self) -> Figures:
        """What twosource reaches."""
        return self.figures[OURS]


# --- pairs ---------------------------------------------------------------------------------------------------------


def paraphrases(pairs: Sequence[Pair], yes: Sequence[bool]) -> Figures:
    """Return how good answers are; an F1 is a count too: twice what is right of what is said and wanted."""
    right = sum(pair.same and it for pair, it in zip(pairs, yes, strict=True))
    wanted = sum(pair.same for pair in pairs)
    return {
        "F1": Count(2 * right, sum(yes) + wanted),
        "accuracy": Count(sum(pair.same == it for pair, it in zip(pairs, yes, strict=True)), len(pairs)),
        "precision": Count(right, sum(yes)),
        "recall": Count(right, wanted),
    }


def joined(pairs: Sequence[Pair], yes: Sequence[bool], named: Sequence[bool] | None = None) -> Figures:
    """Return how many look-alikes are joined, those among them with no difference named, and rewordings joined."""
    named = named or [False] * len(pairs)
    look = [(it, told) for pair, it, told in zip(pairs, yes, named, strict=True) if not pair.same]
    same = [it for pair, it in zip(pairs, yes, strict=True) if pair.same]
    return {
        WRONG: Count(sum(it for it, _ in look), len(look)),
        UNNAMED: Count(sum(it and not told for it, told in look), len(look)),
        "rewordings joined": Count(sum(same), len(same)),
    }


def peers(it: PairSet, judged: Callable[[Sequence[Pair], Sequence[bool]], Figures]) -> dict[str, Figures]:
    """Return the figures of each peer that is installed, with the threshold that the tuning pairs give it."""
    found = {}
    for name, peer in PEERS.items():
        try:
            least = threshold(peer(it.tuning), [pair.same for pair in it.tuning])
            found[name] = judged(it.judged, said(peer(it.judged), least))
        except ImportError as error:
            print(f"skipped: {name} cannot run here: {error}", file=sys.stderr)
    return found


def mrpc_table(it: PairSet, *, alone: bool) -> Table:
    """Return the figures on MRPC: of ours as the product decides, and by its score."""
    ours = answers(it.judged)
    figures = {OURS: paraphrases(it.judged, [answer.same is True for answer in ours])}
    if not alone:
        least = threshold([answer.score for answer in answers(it.tuning)], [pair.same for pair in it.tuning])
        figures[BY_SCORE] = paraphrases(it.judged, said([answer.score for answer in ours], least))
        try:
            learner = classifier(balanced=False)
            learner.fit([answer.features for answer in answers(it.tuning)], [pair.same for pair in it.tuning])
            yes = learner.predict([answer.features for answer in ours])
            figures[BY_FEATURES] = paraphrases(it.judged, [bool(told) for told in yes])
        except ImportError as error:
            print(f"skipped: the features cannot be weighed anew here: {error}", file=sys.stderr)
        figures |= peers(it, paraphrases)
    return Table(it.key, it.title, figures, it.files)


def lookalike_table(it: PairSet, *, alone: bool, each: bool) -> Table:
    """Return the figures on look-alikes, beneath them ours by kind and, if asked for, case by case."""
    ours = answers(it.judged)
    yes = [answer.same is True for answer in ours]
    figures = {OURS: joined(it.judged, yes, [answer.named for answer in ours])}
    table = Table(it.key, it.title, figures | ({} if alone else peers(it, joined)), it.files)
    table.lines = [*by_kind(it.judged, yes), *(failures(it.judged, ours) if each else ())]
    return table


def by_kind(pairs: Sequence[Pair], yes: Sequence[bool]) -> Iterator[str]:
    """Yield how many look-alikes of each kind are joined."""
    lines = [["", WRONG]]
    for kind in KINDS:
        of_kind = [it for pair, it in zip(pairs, yes, strict=True) if pair.kind == kind]
        lines.append([kind, str(Count(sum(of_kind), len(of_kind)))])
    yield from rows(lines)


def failures(pairs: Sequence[Pair], ours: Sequence[Answer]) -> Iterator[str]:
    """Yield the look-alikes joined and the rewordings not joined."""
    for pair, answer in zip(pairs, ours, strict=True):
        if (answer.same is True) is not pair.same:
            name = "undecided" if answer.same is None else "joined" if answer.same else "not joined"
            yield f"{name} ({pair.kind or 'reworded'}; {answer.score:.2f})  {pair.first}"
            yield f"{'':{len(name)}}  {pair.second}"


# --- the sets ------------------------------------------------------------------------------------------------------


def pair_tables(options: argparse.Namespace, *, alone: bool) -> Iterator[Table]:
    """Yield the tables of the sets of pairs."""
    data: Path = options.data / "data"
    if "mrpc" in options.set:
        found = mrpc(data / "mrpc")
        if found:
            yield mrpc_table(found.first(options.limit), alone=alone)
        else:
            missing("MRPC", data / "mrpc")
    if "claimdiff" in options.set:
        sets = [it.first(options.limit) for it in claimdiff_sets(data / "claimdiff")]
        try:
            found_by = claimdiff.by_method(sets, alone=alone)
            yield from (Table(it.key, it.title, found_by[it.key], it.files) for it in sets)
        except ImportError as error:
            print(f"skipped: the classifiers of ClaimDiff cannot run here: {error}", file=sys.stderr)
        if not sets:
            missing("ClaimDiff", data / "claimdiff")
    if "lookalikes" in options.set:
        halves = lookalikes()
        for name in (TUNED, HELD_BACK):
            each = options.each and name == TUNED
            yield lookalike_table(halves[name].first(options.limit), alone=alone, each=each)


def times_tables(options: argparse.Namespace, *, alone: bool) -> Iterator[Table]:
    """Yield the tables of time expressions."""
    data: Path = options.data / "data"
    peer = None
    try:
        peer = None if alone else claim_times.dateparser()
    except ImportError:
        print(f"skipped: {claim_times.DATEPARSER} is not installed", file=sys.stderr)
    files = claim_times.files(data)
    if not files:
        missing("TimeBank, AQUAINT and MEANTIME", data / "timex")
    for name, figures in claim_times.by_set(data, options.limit, peer=peer):
        key = "times-" + name.lower().replace(",", "").replace(" ", "-")
        yield Table(key, f"Times: {name}", figures, files)


def seeds_table(options: argparse.Namespace) -> Iterator[Table]:
    """Yield the figures on the seeds that tell of claims; their floors stand in ``bench.seeds``."""
    found = measure(options.data)
    if found is None:
        missing("the pair of seed reports with its lists", options.data)
        return
    table = Table("", "Seeds", {})
    table.lines = [it.line() for it in found if it.name.startswith(OF_SEEDS)]
    yield table


def cases_tables(options: argparse.Namespace) -> Iterator[Table]:
    """Yield the figures on the marked stories."""
    outcomes = [cases.outcome(it) for it in events(options.data)[: options.limit]]
    for line in cases.changed(outcomes):
        print(line, file=sys.stderr)
    halves = cases.halves(outcomes)
    for half in halves:
        table = Table(half.key, f"Marked events, {cases.SPLITS[half.key]}", {OURS: cases.with_f1(half.pooled)})
        table.files, table.lines = half.files, list(cases.as_text([half]))
        yield table


def tables(options: argparse.Namespace, *, alone: bool) -> Iterator[Table]:
    """Yield the tables that are asked for, one as soon as it is measured."""
    yield from pair_tables(options, alone=alone)
    if "times" in options.set:
        yield from times_tables(options, alone=alone)
    if "seeds" in options.set:
        yield from seeds_table(options)
    if "cases" in options.set:
        yield from cases_tables(options)


def as_text(table: Table) -> Iterator[str]:
    """Yield a table as lines to be read."""
    yield table.title
    if table.figures and not table.key.startswith("cases"):
        yield from figures_table(list(table.ours), table.figures)
    yield from table.lines
    yield ""


def as_json(table: Table) -> dict[str, Any]:
    """Return a table for JSON, with the hash of the data that it was measured on."""
    methods = {name: plain(figures) for name, figures in table.figures.items()}
    return {"sha256": fingerprint(table.files), "methods": methods}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the sets that are there; say which set or peer is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with data/, seeds/ and gold/")
    parser.add_argument("--set", choices=SETS, action="append", help="only this set; may be given again")
    parser.add_argument("--limit", type=int, help="only the first pairs, documents or events of each set")
    parser.add_argument("--each", action="store_true", help="list what is wrong in the tuned look-alikes")
    parser.add_argument("--no-peers", action="store_true", help="measure twosource alone")
    parser.add_argument("--json", action="store_true", help="print every figure, with its counts, as JSON")
    parser.add_argument("--check", action="store_true", help="measure twosource alone; exit 1 where a floor is passed")
    parser.add_argument("--pin", action="store_true", help="print the floors that our figures would make")
    options = parser.parse_args(arguments)
    options.set = options.set or SETS
    measured = []
    for table in tables(options, alone=options.no_peers or options.check or options.pin):
        measured.append(table)
        if not options.json and not options.pin:
            print("\n".join(as_text(table)), flush=True)
    held = [table for table in measured if table.figures]
    if options.pin:
        print("\n\n".join(floor_table(table.key, table.ours, table.files) for table in held))
    elif options.json:
        print(json.dumps({table.key: as_json(table) for table in held}, indent=1))
    if not options.check:
        return 0
    pinned = floors()
    wrong = [line for table in held for line in faults(table.key, table.ours, table.files, pinned)]
    print("\n".join(wrong or ["every floor is reached"]), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
