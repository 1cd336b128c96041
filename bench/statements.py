"""Who said what: twosource and its peers side by side, on PolNeAR, MEANTIME, the seeds and the invented constructs.

``python -m bench.statements`` runs each method over all sets in a process of its own, one thread, and prints a table a
set, then how well people agree, what each method costs, and how often our statements are right by their confidence.
How findings are judged is told in ``bench.scoring``, of each set in ``bench.sets``; what the peers are, in
``bench.peers``. PolNeAR marks no attribution inside another, and counts beliefs and plans.

``--check`` measures twosource alone and exits 1 where a figure passes its floor in ``floors.toml``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.corpora import meantime, meantime_files, polnear
from bench.floors import faults, fingerprint, floors
from bench.floors import table as floor_table
from bench.metrics import Count
from bench.running import BARE, METHODS, OURS, Run, Unavailable, measured, pace
from bench.scoring import ROWS, Figures, Kept, Reliability, by_word, reliability, table
from bench.sets import CLOSEST, EACH, Meantime, Measured, Polnear, seeds
from bench.shared import SHARED, missing
from bench.tables import figures_table, plain, rows

QUICK = 12
"""Documents of PolNeAR by which the floors are held quickly."""
SETS = ("polnear", "meantime", "seeds", "constructs")
PEERS_APART = ("textacy", "sayswho")
"""Methods that are packages of their own, which another interpreter may hold."""
PEOPLE = "people"
LONGEST = 140
"""Characters of a failure that are printed; the JSON has it whole."""
LEVELS = (0.98, 0.9)
"""Shares of right statements for which the least confidence is told."""


def chosen(options: argparse.Namespace) -> list[Measured]:
    """Return the sets that are asked for and there; say which are missing."""
    found: list[Measured] = []
    data: Path = options.data / "data"
    parts = {"both": ("dev", "train"), "none": ()}.get(options.part, (options.part,))
    for part in parts if "polnear" in options.set else ():
        if (data / "polnear" / part).is_dir():
            whole = Polnear(f"polnear-{part}", f"PolNeAR {part}", polnear(data / "polnear" / part))
            found.append(whole.first(options.limit) if options.limit else whole)
        else:
            missing(f"PolNeAR {part}", data / "polnear" / part)
    if "meantime" in options.set:
        if (data / "meantime").is_dir():
            found.append(Meantime(meantime(data / "meantime"), meantime_files(data / "meantime")))
        else:
            missing("MEANTIME", data / "meantime")
    if "seeds" in options.set:
        listed = seeds(options.data)
        if listed:
            found.append(listed)
        else:
            missing("the pair of seed reports with its list", options.data)
    if "constructs" in options.set:
        from bench.constructs import Constructs  # only here: it stands on the tests

        found.append(Constructs())
    return found


def people(options: argparse.Namespace, sets: Sequence[Measured]) -> list[Polnear]:
    """Return the parts of PolNeAR beside the chosen ones: too few documents of one have several annotators."""
    folders = [options.data / "data" / "polnear" / part for part in ("dev", "train")]
    parts = [Polnear(f"polnear-{it.name}", f"PolNeAR {it.name}", polnear(it)) for it in folders if it.is_dir()]
    return [it for it in parts if it.key not in {other.key for other in sets}]


def runs(names: Sequence[str], sets: Sequence[Measured], peer_python: str) -> dict[str, Run]:
    """Run the methods over the sets, each in a process of its own; say which cannot run."""
    documents = {it.key: it.documents for it in sets}
    found = {}
    for name in names:
        try:
            found[name] = measured(name, documents, peer_python if name in PEERS_APART else sys.executable)
        except Unavailable as error:
            print(f"skipped: {name} cannot run here: {error}", file=sys.stderr)
    return found


@dataclass(frozen=True, slots=True)
class Cost:
    """What a method costs: seconds to load, words a second of processor time, that over bare spaCy's, megabytes.

    The ratio is of ours alone: it is measured once more, the two taking turns.
    """

    load: float
    speed: float
    ratio: float | None
    peak: float
    version: str

    def cells(self) -> list[str]:
        """Return the cells of a table."""
        ratio = "-" if self.ratio is None else f"{self.ratio:.2f}"
        return [f"{self.load:.1f}", f"{self.speed:,.0f}", ratio, f"{self.peak:.0f}", self.version]


COSTS = ("load, s", "words per CPU-second", "of bare spaCy's", "peak, MB", "")


def costs(found: Mapping[str, Run], sets: Sequence[Measured]) -> dict[str, Cost]:
    """Return what each method cost, speed by the words of all real texts."""
    real = [it for it in sets if it.files]
    documents = [document for it in real for document in it.documents]
    words = sum(len(document.text.split()) for document in documents)
    seconds = {name: sum(run.results[it.key].seconds for it in real) for name, run in found.items()}
    beside = {OURS: pace(OURS, documents)} if BARE in found else {}
    return {
        name: Cost(run.load, words / max(seconds[name], 1e-9), beside.get(name), run.peak, run.version)
        for name, run in found.items()
    }


@dataclass(slots=True)
class Findings:
    """Everything that a run measured.

    :param figures: by the key of the set, then by the method.
    :param people: by the key of the set, then by the measure, then by the method: how well people agree.
    :param confidence: by the key of the set: how often our statements are right by their confidence.
    :param certainty: by the key of the set: how often by the word for it.
    :param failed: by the key of the set, then by the method: what it failed on.
    """

    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    people: dict[str, dict[str, dict[str, Figures]]] = field(default_factory=dict)
    confidence: dict[str, list[Reliability]] = field(default_factory=dict)
    certainty: dict[str, list[Kept]] = field(default_factory=dict)
    failed: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    costs: dict[str, Cost] = field(default_factory=dict)


def findings(found: Mapping[str, Run], sets: Sequence[Measured], parts: Sequence[Polnear] = ()) -> Findings:
    """Judge what the methods found.

    :param parts: more parts of PolNeAR, of which only the agreement of people is told.
    """
    all_ = Findings(costs=costs(found, sets))
    readers = {name: run.results for name, run in found.items() if name != BARE}
    for it in sets:
        outcomes = {name: results[it.key].outcomes for name, results in readers.items()}
        all_.figures[it.key] = {name: it.figures(each) for name, each in outcomes.items()}
        all_.failed[it.key] = {name: [o.failed for o in each if o.failed] for name, each in outcomes.items()}
        if not isinstance(it, Polnear):
            continue
        if OURS in outcomes:
            score = it.score(outcomes[OURS])
            all_.confidence[it.key], all_.certainty[it.key] = reliability(score), by_word(score)
        beside = {
            f"{PEOPLE}, {part.key} ({len(part.several())})": part.people() for part in (it, *parts) if part.several()
        }
        if it.several():
            beside |= {name: it.among_people(each) for name, each in outcomes.items()}
        if beside:
            all_.people[it.key] = {key: {name: each[key] for name, each in beside.items()} for key in (EACH, CLOSEST)}
    return all_


def as_json(all_: Findings, sets: Sequence[Measured]) -> dict[str, Any]:
    """Return everything measured, with the hash of the data that it was measured on."""
    return {
        "sets": {
            it.key: {
                "documents": len(it.documents),
                "sha256": fingerprint(it.files),
                "methods": {name: plain(figures) for name, figures in all_.figures[it.key].items()},
                "failed": all_.failed[it.key],
                "people": {
                    measure: {name: plain(figures) for name, figures in methods.items()}
                    for measure, methods in all_.people.get(it.key, {}).items()
                },
                "confidence": [
                    {"least": row.least, **plain({"hit": row.hit, "hit with its source": row.whole})}
                    for row in all_.confidence.get(it.key, [])
                ],
                "certainty": [
                    {"word": row.word, **plain({"hit": row.hit, "hit with its source": row.whole})}
                    for row in all_.certainty.get(it.key, [])
                ],
            }
            for it in sets
        },
        "costs": {name: asdict(cost) for name, cost in all_.costs.items()},
    }


def as_text(all_: Findings, sets: Sequence[Measured]) -> Iterator[str]:
    """Yield everything measured as lines to be read."""
    for it in sets:
        yield f"{it.title} ({len(it.documents)} documents)"
        yield from figures_table(it.columns, all_.figures[it.key])
        for name, failed in all_.failed[it.key].items():
            yield from (f"  {name} failed on {line[:LONGEST]}" for line in failed[: ROWS if name == OURS else 1])
            if len(failed) > 1 and name != OURS:
                yield f"  {name} failed on {len(failed) - 1} more"
        yield ""
        for measure, methods in all_.people.get(it.key, {}).items():
            columns = [name for name in it.columns if name not in ("failed", "outer precision")]
            yield f"{it.title}, the documents that several people marked: {measure}"
            yield from figures_table(columns, methods)
            yield ""
        if it.key in all_.confidence:
            yield f"{it.title}, our statements by their confidence, those inside another left out"
            yield from confidence_table(all_.confidence[it.key])
            yield from certainty_table(all_.certainty[it.key])
            yield ""
    yield "What it costs"
    yield from rows([["", *COSTS], *([name, *cost.cells()] for name, cost in all_.costs.items())])


def confidence_table(by_tenth: Sequence[Reliability]) -> Iterator[str]:
    """Yield how often statements are right in each tenth, and in it with all above; then where a share is reached."""
    lines = [["", "hit", "hit with its source", "hit, from here up", "with its source, from here up"]]
    above: list[Reliability] = []
    for row in reversed(by_tenth):
        last = above[-1] if above else Reliability(1.0, Count(0, 0), Count(0, 0))
        above.append(Reliability(row.least, row.hit + last.hit, row.whole + last.whole))
        shares = (row.hit, row.whole, above[-1].hit, above[-1].whole)
        lines.append([f"from {row.least:.1f}", *(f"{it.share:.3f} {it}" for it in shares)])
    yield from rows(lines)
    for level in LEVELS:
        reached = [row.least for row in above if row.hit.share >= level]
        yield f"{level:.0%} are right from {min(reached):.1f} up" if reached else f"{level:.0%} are right nowhere"


def certainty_table(by_words: Sequence[Kept]) -> Iterator[str]:
    """Yield how often statements of each word are right; nothing where none has one."""
    lines = [[row.word, *(f"{it.share:.3f} {it}" for it in (row.hit, row.whole))] for row in by_words]
    yield from rows([["", "hit", "hit with its source"], *lines]) if lines else ()


def checked(all_: Findings, found: Mapping[str, Run], sets: Sequence[Measured]) -> list[str]:
    """Return what is wrong with our figures, in words; a whole PolNeAR is held to the floors of its beginning too."""
    pinned = floors()
    wrong = []
    for it, figures in _held(all_, found, sets):
        wrong += faults(it.key, figures, it.files, pinned)
    return wrong


def _held(all_: Findings, found: Mapping[str, Run], sets: Sequence[Measured]) -> Iterator[tuple[Measured, Figures]]:
    for it in sets:
        yield it, all_.figures[it.key][OURS]
        if isinstance(it, Polnear) and len(it.documents) > QUICK:
            quick = it.first(QUICK)
            yield quick, quick.figures(found[OURS].results[it.key].outcomes[:QUICK])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the sets that are there; say which set or peer is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.statements", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with data/, seeds/ and gold/")
    parser.add_argument("--set", choices=SETS, action="append", help="only this set; may be given again")
    parser.add_argument("--part", choices=("dev", "train", "both", "none"), default="dev", help="part of PolNeAR")
    parser.add_argument("--limit", type=int, help="only the first documents of each part of PolNeAR")
    parser.add_argument("--by", choices=("construct", "cue"), action="append", default=[], help="take ours apart")
    parser.add_argument("--no-peers", action="store_true", help="measure twosource alone")
    parser.add_argument("--peer-python", default=sys.executable, help="interpreter that has textacy and sayswho")
    parser.add_argument("--json", action="store_true", help="print every figure, with its counts, as JSON")
    parser.add_argument("--check", action="store_true", help="measure twosource alone; exit 1 where a floor is passed")
    parser.add_argument("--pin", action="store_true", help="print the floors that our figures would make")
    options = parser.parse_args(arguments)
    options.set = options.set or SETS
    sets = chosen(options)
    alone = options.no_peers or options.check or options.pin
    found = runs([OURS] if alone else list(METHODS), sets, options.peer_python)
    if OURS not in found:
        return 1
    all_ = findings(found, sets, [] if alone else people(options, sets))
    if options.pin:
        print("\n\n".join(floor_table(it.key, figures, it.files) for it, figures in _held(all_, found, sets)))
        return 0
    print(json.dumps(as_json(all_, sets), indent=1) if options.json else "\n".join(as_text(all_, sets)))
    for it in sets if options.by and not options.json else ():
        if isinstance(it, Polnear):
            score = it.score(found[OURS].results[it.key].outcomes)
            print(*(line for by in options.by for line in ("", f"{it.title} by {by}", *table(score, by))), sep="\n")
    if not options.check:
        return 0
    wrong = checked(all_, found, sets)
    print("\n".join([*wrong, "" if wrong else "every floor is reached"]).strip(), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
