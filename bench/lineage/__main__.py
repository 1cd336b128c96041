"""``python -m bench.lineage``: how often the direction is right where it is decided, and how much is decided.

``given`` judges the stretches that the labels name; ``found`` those that the stage ``passages`` finds, so that a pair
whose stretch is not found counts as undecided. Beside them stand two plain peers that know only the stretches: the
report that was out earlier is the source, and the longer one is. ``--half`` restricts everything to one half of the
events, for work on the rules; ``--list`` prints each pair.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bench.lineage.pairs import HALVES, LABELS, Pair, events, pairs
from bench.shared import SHARED, missing
from bench.tables import rows
from twosource.lineage import copies, lineage
from twosource.lineage.names import name_in, same
from twosource.model import Case, Copy, Decision, Report
from twosource.passages import passages

UNDECIDED = "undecided"
Answers = dict[tuple[str, str], tuple[str, str | None]]
"""By pair: the label that a method gives, and the name of what stands behind both."""


def label(found: Copy) -> str:
    """Return the finding as a label."""
    if found.decision is Decision.COPIED:
        return "b-from-a" if found.origin == found.a else "a-from-b"
    return str(found.decision)


def _labels(found: Sequence[Copy]) -> Answers:
    return {(it.a, it.b): (label(it), it.upstream) for it in found}


def given(labelled: Sequence[Pair], reports: Mapping[str, Report]) -> Answers:
    """Return what is said of the stretches that the labels name."""
    return _labels(copies(reports.values(), [pair.shared for pair in labelled]))


def found(cases: Sequence[Case]) -> Answers:
    """Return what is said of the passages that are found."""
    return {key: value for case in cases for key, value in _labels(lineage(passages(case)).copies).items()}


def earlier(labelled: Sequence[Pair], reports: Mapping[str, Report]) -> Answers:
    """Return that the report that was out first is the source, by its stamp as it stands."""
    return {
        (pair.shared.a, pair.shared.b): (_by(_stamp(reports[pair.shared.a]), _stamp(reports[pair.shared.b])), None)
        for pair in labelled
    }


def longer(labelled: Sequence[Pair], reports: Mapping[str, Report]) -> Answers:
    """Return that the report with more characters is the source."""
    return {
        (pair.shared.a, pair.shared.b): (
            _by(-len(reports[pair.shared.a].text), -len(reports[pair.shared.b].text)),
            None,
        )
        for pair in labelled
    }


def _stamp(report: Report) -> float:
    return datetime.fromisoformat(report.published).timestamp() if report.published else float("inf")


def _by(a: float, b: float) -> str:
    return UNDECIDED if a == b else "b-from-a" if a < b else "a-from-b"


def scores(labelled: Sequence[Pair], answers: Answers) -> list[str]:
    """Return the cells of a method: pairs decided, those right, and right names of what stands behind both."""
    said = [(pair, *answers.get((pair.shared.a, pair.shared.b), (UNDECIDED, None))) for pair in labelled]
    decided = [(pair, told, name) for pair, told, name in said if told != UNDECIDED]
    right = [(pair, name) for pair, told, name in decided if told == pair.label]
    behind = [(pair, name) for pair, name in right if pair.upstream]
    named = sum(any(name and same(name_in(name), name_in(it)) for it in pair.upstream) for pair, name in behind)
    return [_share(len(right), len(decided)), _share(len(decided), len(said)), _share(named, len(behind))]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} {part}/{whole}" if whole else "-"


def confusion(labelled: Sequence[Pair], answers: Answers) -> list[list[str]]:
    """Return, by label, how often each answer was given."""
    counts = Counter(
        (pair.label, answers.get((pair.shared.a, pair.shared.b), (UNDECIDED, None))[0]) for pair in labelled
    )
    return [[true, *(str(counts[true, told] or "·") for told in LABELS)] for true in LABELS]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; say where the data is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.lineage", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "stories", help="folder of the reports")
    parser.add_argument("--half", choices=HALVES, help="look at this half of the events alone")
    parser.add_argument("--list", action="store_true", help="print every pair with its label and its answer")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        missing("the coverage of 47 events", options.data)
        return 0
    labelled = [pair for pair in pairs(options.data) if options.half in (None, pair.half)]
    wanted = {pair.event for pair in labelled}
    stories = {event: it for event, it in events(options.data).items() if event in wanted}
    reports = {report.id: report for _, inside in stories.values() for report in inside}
    cases = [Case(reports=inside, stories=(story,)) for story, inside in stories.values()]
    start = time.process_time()
    by_given = given(labelled, reports)
    seconds = time.process_time() - start
    methods = {
        "twosource, given": by_given,
        "twosource, found": found(cases),
        "the earlier is the source": earlier(labelled, reports),
        "the longer is the source": longer(labelled, reports),
    }
    table = [["", "pairs", "right where decided", "decided", "upstream named"]]
    for half in (None, *HALVES):
        inside = [pair for pair in labelled if half in (None, pair.half)]
        if inside and (half or options.half is None):
            table += [
                [f"{name} ({half or 'all'})", str(len(inside)), *scores(inside, it)] for name, it in methods.items()
            ]
    print("\n".join(rows(table)), end="\n\n")
    print("\n".join(rows([["label \\ answer, found", *LABELS], *confusion(labelled, methods["twosource, found"])])))
    print(f"\n{len(labelled)} pairs of {len(wanted)} events judged in {seconds:.3f} CPU seconds, reports prepared anew")
    for pair in labelled if options.list else ():
        key = pair.shared.a, pair.shared.b
        print(pair.event, *key, pair.label, *(it.get(key, (UNDECIDED,))[0] for it in list(methods.values())[:2]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
