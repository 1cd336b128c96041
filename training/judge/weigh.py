"""Fits the weights by which pieces of two reports become one claim: ``python -m training.judge.weigh --data DIR``.

Logistic regression over what two pieces have in common, with and without the trained judge's answer, on

- the pieces that are compared in the tuned stories of ``bench/cases``: yes where people put both into one claim,
- the invented rewordings of ``bench/lookalikes`` (tuned half) and of ``tests/likeness``: yes,
- the nearest pairs of invented sentences on two topics: no.

It prints the weights beside those that ship (``likeness/verdict.py``, rounded; the constant once the judge was asked is
set by ``python -m bench.cases``, since a wrong pair costs more in a story than among pairs), and how well each set is
told apart by weights fitted on the other stories. It takes some minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from bench.claim_sets import lookalikes
from bench.events import Event, events
from bench.metrics import Place
from bench.shared import SHARED
from tests.likeness.pairs import REWORDINGS
from tests.likeness.reading import units
from twosource.claims.pairs import Judge, candidates
from twosource.claims.told import repeats, told
from twosource.language.pairs import MiniLmPairs
from twosource.likeness import Unit
from twosource.likeness.verdict import JUDGED, PROPOSED, Prepared, prepared
from twosource.model import Case, Span
from twosource.options import Options
from twosource.reading import read
from twosource.trace import only, run

EVERY_PAIR = float("-inf")
"""Log-odds from which the judge is asked here: whatever the shipped weights propose."""
SAME_PLACE = 0.5
"""Share of the shorter of a piece and a marked mention that must lie in the other for the piece to be that mention."""
FOLDS = 3
"""Parts of the invented pairs that are told apart by weights fitted on the others."""
OTHERS = 3
"""Nearest sentences on other topics with which each invented sentence makes a pair that tells two things."""
CONSTANT = "before any feature"
ITERATIONS = 3_000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair before the judge, whether it tells one thing, and the story or part that it belongs to."""

    pair: Prepared
    same: bool
    part: str


def of_story(event: Event) -> Iterator[Labelled]:
    """Yield the compared pieces of different reports of a marked story, but those that who says them sets apart."""
    reports, skipped = read([str(path) for path in event.files.values()], Options())
    case = run(Case(reports=reports, skipped=skipped), only("statements", "sources", "passages"))
    letter_of = {path.name: letter for letter, path in event.files.items()}
    letters = {report.id: letter_of[Path(report.file).name] for report in reports}
    groups = repeats(told(case, sorted(letters)))
    judge = Judge(groups, case.passages, case.sources)
    marked = [_marked(group[0].span, letters, event) for group in groups]
    for i, j in candidates([group[0] for group in groups]):
        a, b = groups[i][0], groups[j][0]
        if a.report == b.report or judge.objection(i, j):
            continue
        found = prepared(a.unit, b.unit, EVERY_PAIR)
        if found.asked:
            yield Labelled(found, bool(marked[i] & marked[j]), str(event.number))


def _marked(span: Span, letters: Mapping[str, str], event: Event) -> frozenset[str]:
    """Return the marked claims of which a piece is a mention."""
    return frozenset(
        claim.id for claim in event.claims if any(_same(span, letters[span.report], it) for it in claim.mentions)
    )


def _same(span: Span, letter: str, mention: Place) -> bool:
    both = min(span.end, mention.end) - max(span.start, mention.start)
    shorter = min(span.end - span.start, mention.end - mention.start)
    return letter == mention.report and both > 0 and both >= SAME_PLACE * shorter


def invented() -> Iterator[Labelled]:
    """Yield the invented rewordings, and the nearest pairs of those on two topics."""
    pairs = [(it.first, it.second, it.topic) for it in lookalikes()["tuned"].judged if it.same]
    pairs += [(a, b, f"rewording {number}") for number, (a, b) in enumerate(REWORDINGS)]
    topics = {text: topic for first, second, topic in pairs for text in (first, second)}
    read_ = dict(zip(topics, units(list(topics)), strict=True))
    for number, (first, second, _) in enumerate(pairs):
        yield from _if_asked(read_[first], read_[second], same=True, part=number)
    everyone, names = list(read_.values()), list(topics.values())
    vectors = np.stack([it.vector for it in everyone if it.vector is not None])
    near = vectors @ vectors.T
    for i, topic in enumerate(names):
        others = [int(j) for j in np.argsort(-near[i], kind="stable") if names[j] != topic][:OTHERS]
        for j in others:
            if i < j:
                yield from _if_asked(everyone[i], everyone[j], same=False, part=i)


def _if_asked(a: Unit, b: Unit, *, same: bool, part: int) -> Iterator[Labelled]:
    found = prepared(a, b, EVERY_PAIR)
    if found.asked:
        yield Labelled(found, same, f"invented {part % FOLDS}")


def table(rows: Sequence[Labelled], names: Sequence[str], answers: Sequence[float]) -> NDArray[np.float64]:
    """Return the values of the named features, a row a pair; ``answers`` are those of the judge."""
    values = [{**row.pair.values, "paraphrase": answer} for row, answer in zip(rows, answers, strict=True)]
    return np.array([[it[name] for name in names] for it in values])


def fitted(features: NDArray[np.float64], same: NDArray[np.bool_]) -> LogisticRegression:
    """Return the logistic regression of the pairs."""
    return LogisticRegression(max_iter=ITERATIONS).fit(features, same)


def apart(features: NDArray[np.float64], same: NDArray[np.bool_], parts: NDArray[np.str_]) -> NDArray[np.float64]:
    """Return the log-odds of each pair by weights that were fitted on the other parts."""
    scores = np.zeros(len(same))
    for part in np.unique(parts):
        here = parts == part
        scores[here] = fitted(features[~here], same[~here]).decision_function(features[here])
    return scores


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and print; return 1 where the marked stories are missing."""
    parser = argparse.ArgumentParser(prog="python -m training.judge.weigh", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder that holds data/stories")
    stories = [it for it in events(parser.parse_args(arguments).data) if it.tuned]
    if not stories:
        return 1
    rows = [row for story in stories for row in of_story(story)] + list(invented())
    asked = [row.pair.asked for row in rows if row.pair.asked is not None]
    answers = [answer.paraphrase for answer in MiniLmPairs().compare(asked)]
    same = np.array([row.same for row in rows])
    parts = np.array([row.part for row in rows])
    made = np.array([part.startswith("invented") for part in parts])
    print(f"{len(rows)} pairs, {same.sum()} of them one thing; {(~made).sum()} of {len(stories)} stories")
    for title, shipped in (("PROPOSED", PROPOSED), ("JUDGED", JUDGED)):
        names = [name for name in shipped if name != CONSTANT]
        features = table(rows, names, answers)
        model = fitted(features, same)
        weights = dict(zip([*names, CONSTANT], [*model.coef_[0], model.intercept_[0]], strict=True))
        scores = apart(features, same, parts)
        for kind, which in (("stories", ~made), ("invented", made)):
            print(f"{title} AUC on {kind}, by the others' weights: {roc_auc_score(same[which], scores[which]):.3f}")
        for name, weight in shipped.items():
            print(f"  {name:20} fitted {weights[name]:6.2f}  shipped {weight:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
