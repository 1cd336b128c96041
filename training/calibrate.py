"""Fits how sure an attribution is: the weights of ``twosource.statements.weighing``, on PolNeAR's dev part.

``python -m training.calibrate --data DIR`` prints the weights, fitted on all documents, and how well weights fitted on
six sevenths of the documents hold on the others.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.corpora import Range, polnear
from bench.metrics import hits
from twosource.language.attributions import MiniLmReader
from twosource.language.parser import SpacyParser
from twosource.statements.clauses import clause_frames
from twosource.statements.frames import Block
from twosource.statements.learned import learned_frames
from twosource.statements.merging import settled
from twosource.statements.phrases import phrase_frames
from twosource.statements.weighing import WEIGHTS, features, judged, paired

FOLDS = 7
STRENGTH = 0.5
"""Inverse strength of the penalty on large weights."""
THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.96, 0.97)


Offsets = frozenset[int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What might be an attribution: what its probability depends on, and the characters of its content."""

    features: dict[str, float]
    content: Offsets


@dataclass(frozen=True, slots=True)
class Document:
    """A document: the contents that are marked, by their numbers, and what the reader finds."""

    marked: dict[str, Offsets]
    found: tuple[Candidate, ...]

    def right(self) -> list[bool]:
        """Return which candidates are right: of several that hit one content, the one that the reader is surest of."""
        seen = [it.features for it in self.found]
        order = sorted(range(len(seen)), key=lambda n: -seen[n]["cue"])
        left = dict(self.marked)
        right = [False] * len(seen)
        for n in order:
            for hit in hits(left, {"": self.found[n].content}):
                del left[hit]
                right[n] = True
        return right


def documents(folder: Path) -> list[Document]:
    """Read a part of PolNeAR, beside what the first annotator marked."""
    reader, parser = MiniLmReader(), SpacyParser()
    read: list[Document] = []
    for article in polnear(folder):
        text = article.path.read_bytes().decode("utf-8")
        lines = [(it.start(), it.group()) for it in re.finditer(r"[^\n]*\S[^\n]*", text)]
        marked = {str(n): _offsets(it.content) for n, it in enumerate(article.annotators[0])}
        found: list[Candidate] = []
        for (start, line), parse in zip(lines, parser.parse(line for _, line in lines), strict=True):
            block = Block(parse)
            rules = settled(block, [*clause_frames(block), *phrase_frames(block)])
            for rule, seen, _ in paired(rules, learned_frames(block, reader.read(line))):
                if seen:
                    content = _offsets(judged(rule, seen).shifted(start).content)
                    found.append(Candidate(features(rule, seen), content))
        read.append(Document(marked, tuple(found)))
    return read


def _offsets(ranges: tuple[Range, ...]) -> frozenset[int]:
    return frozenset(offset for start, end in ranges for offset in range(start, end))


def main(arguments: list[str] | None = None) -> int:
    """Print weights and figures."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/dev")
    options = parser.parse_args(arguments)
    read = documents(options.data / "polnear" / "dev")
    names = list(WEIGHTS)
    table = np.array([[it.features[name] for name in names] for one in read for it in one.found])
    right = np.array([it for one in read for it in one.right()])
    fold = np.array([number % FOLDS for number, one in enumerate(read) for _ in one.found])
    held_out = np.zeros(len(right))
    for number in range(FOLDS):
        model = _fitted(table[fold != number], right[fold != number])
        held_out[fold == number] = model.predict_proba(table[fold == number])[:, 1]
    for threshold in THRESHOLDS:
        print(_line(read, held_out, threshold))
    for low in np.arange(0, 1, 0.1):
        inside = (held_out >= low) & (held_out < low + 0.1)
        if not inside.any():
            continue
        print(f"told {low:.1f} to {low + 0.1:.1f}: right {right[inside].mean():.3f} of {inside.sum()}")
    weights = _fitted(table, right).coef_[0]
    print("WEIGHTS = {")
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    print("}")
    return 0


def _line(read: list[Document], probabilities: NDArray[np.float64], threshold: float) -> str:
    """Return precision and recall of what is at least so probable, counted one to one."""
    gold = taken = hit = at = 0
    for one in read:
        sure = probabilities[at : at + len(one.found)]
        at += len(one.found)
        told = {str(n): it.content for n, it in enumerate(one.found) if sure[n] >= threshold}
        gold, taken, hit = gold + len(one.marked), taken + len(told), hit + len(hits(one.marked, told))
    precision, recall = hit / taken, hit / gold
    return (
        f"from {threshold:.2f}: precision {precision:.3f} ({hit}/{taken})  recall {recall:.3f} ({hit}/{gold})  "
        f"F1 {2 * precision * recall / (precision + recall):.3f}"
    )


def _fitted(table: NDArray[np.float64], right: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(table, right)


if __name__ == "__main__":
    sys.exit(main())
