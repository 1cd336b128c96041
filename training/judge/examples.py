"""The pairs that the judge learns from, each with what people said of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RELATIONS = ("entailment", "neutral", "contradiction")
"""What the second text of a pair is to the first."""
NOT_ENTAILED = len(RELATIONS)
"""Label of a pair of which it is only known that the second does not follow from the first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what is known of them; None where it is not known.

    ``same``: they tell the same thing. ``paraphrase``: people called one a paraphrase of the other. ``relation``: the
    place in :data:`RELATIONS` of what the second is to the first, or :data:`NOT_ENTAILED`.
    """

    a: str
    b: str
    same: bool | None = None
    paraphrase: bool | None = None
    relation: int | None = None


def inference(folder: Path) -> Iterator[Pair]:
    """Yield the pairs of premise and hypothesis of MultiNLI (a part), SICK and RTE's training part."""
    for name in ("mnli.csv", "sick_train.csv", "rte_train.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                label = row["label"].strip()
                relation = NOT_ENTAILED if label == "not_entailment" else RELATIONS.index(label)
                yield Pair(row["premise"].strip(), row["hypothesis"].strip(), relation=relation)


def paraphrases(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a file of the Microsoft Research Paraphrase Corpus."""
    for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]:
        label, _, _, a, b = line.split("\t")
        yield Pair(a, b, same=label == "1", paraphrase=label == "1")


def translations(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a file of MTRef: two translations of one sentence, in lower case and in tokens."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        yield Pair(fields[1], fields[3], same=True)
