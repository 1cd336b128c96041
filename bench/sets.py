"""The sets on which attribution is measured: their documents, their files, and how what was found in them is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import Protocol

from bench import corpora
from bench.corpora import Attribution, Range, SpeechLink
from bench.metrics import Count, hits
from bench.running import Document, Found, Outcome
from bench.scoring import Comparison, Figures, Score, meet, offsets
from bench.seeds import gold_lists


class Measured(Protocol):
    """A set of documents that methods are measured on.

    ``columns`` are the figures of its table in their order; ``files`` those that its figures depend on, none where the
    set is part of the repository.
    """

    key: str
    title: str
    documents: list[Document]
    files: list[Path]
    columns: tuple[str, ...]

    def figures(self, outcomes: Sequence[Outcome]) -> Figures:
        """Return the figures of what a method made of the documents."""


SPANS = ("recall", "F1", "exact F1", "same words F1", "source right")
TOKENS = ("content token F1", "source token F1", "cue token F1")


def failures(outcomes: Sequence[Outcome]) -> Count:
    """Return how many documents failed."""
    return Count(sum(bool(it.failed) for it in outcomes), len(outcomes))


@dataclass(slots=True)
class Polnear:
    """A part of PolNeAR. Where several people marked a document, it is compared with the one who agrees best.

    PolNeAR marks no attribution inside another: ``outer precision`` leaves out what a method found there.
    """

    key: str
    title: str
    articles: list[corpora.Article]
    documents: list[Document] = field(init=False)
    files: list[Path] = field(init=False)
    columns: tuple[str, ...] = ("failed", "precision", "outer precision", *SPANS, *TOKENS)

    def __post_init__(self) -> None:
        texts = ((it.path.stem, it.path.read_bytes().decode("utf-8")) for it in self.articles)
        self.documents = [Document(name, text) for name, text in texts]
        self.files = [path for it in self.articles for path in (it.path, *it.marked)]

    def first(self, number: int) -> Polnear:
        """Return the set of the first documents alone."""
        return Polnear(f"{self.key}-{number}", f"{self.title}, the first {number}", self.articles[:number])

    def score(self, outcomes: Sequence[Outcome]) -> Score:
        """Count what a method found."""
        total = Score()
        for article, document, outcome in zip(self.articles, self.documents, outcomes, strict=True):
            beside = [Comparison(document.text, marked, outcome.found) for marked in article.annotators]
            _closest(beside).add_to(total)
            total.failed += [outcome.failed] if outcome.failed else []
        return total

    def figures(self, outcomes: Sequence[Outcome]) -> Figures:
        """Return the figures of what a method found."""
        return self.score(outcomes).figures()

    def several(self) -> list[int]:
        """Return the positions of the documents that several people marked."""
        return [number for number, it in enumerate(self.articles) if len(it.annotators) > 1]

    def people(self) -> dict[str, Figures]:
        """Return how well people agree: what one marked as if it were found, against each other one, and the closest.

        The second is how a method is scored here, so it is what a method could be asked for.
        """
        each, closest = Score(), Score()
        for number in self.several():
            text, annotators = self.documents[number].text, self.articles[number].annotators
            for gold, other in permutations(annotators, 2):
                Comparison(text, gold, _as_found(other)).add_to(each)
            for position, other in enumerate(annotators):
                rest = annotators[:position] + annotators[position + 1 :]
                _closest([Comparison(text, gold, _as_found(other)) for gold in rest]).add_to(closest)
        return {EACH: each.figures(), CLOSEST: closest.figures()}

    def among_people(self, outcomes: Sequence[Outcome]) -> dict[str, Figures]:
        """Return the same of a method: against each of the people who marked a document, and against the closest."""
        each, closest = Score(), Score()
        for number in self.several():
            text, annotators = self.documents[number].text, self.articles[number].annotators
            beside = [Comparison(text, gold, outcomes[number].found) for gold in annotators]
            for comparison in beside:
                comparison.add_to(each)
            _closest(beside).add_to(closest)
        return {EACH: each.figures(), CLOSEST: closest.figures()}


EACH, CLOSEST = "against each", "against the closest"


def _closest(beside: Sequence[Comparison]) -> Comparison:
    """Return the comparison with the annotator of whose attributions the most are hit."""
    return max(beside, key=lambda it: len(it.pairs()) / max(len(it.gold), 1))


def _as_found(marked: Sequence[Attribution]) -> list[Found]:
    return [Found(it) for it in marked]


@dataclass(slots=True)
class Meantime:
    """The speech links of MEANTIME: a word of saying and a word that tells what was said. It marks no whole contents.

    A link is found by a statement with that cue whose content holds that word; told by anyone where the cue may be
    another. Its source is right where it overlaps a speaker, of the links found that have one.
    """

    linked: list[corpora.Linked]
    files: list[Path]
    documents: list[Document] = field(init=False)
    key: str = "meantime"
    title: str = "MEANTIME, speech links"
    columns: tuple[str, ...] = ("failed", "link recall", "told by anyone", "source right")

    def __post_init__(self) -> None:
        self.documents = [Document(it.name, it.text) for it in self.linked]

    def figures(self, outcomes: Sequence[Outcome]) -> Figures:
        """Return the figures of what a method found."""
        told = linked = source = Count(0, 0)
        for document, outcome in zip(self.linked, outcomes, strict=True):
            for link in document.links:
                holding = [it.attribution for it in outcome.found if _holds(it.attribution.content, link)]
                same = [it for it in holding if meet([link.cue], it.cue)]
                told += Count(bool(holding), 1)
                linked += Count(bool(same), 1)
                if same and link.speakers:
                    source += Count(any(meet(link.speakers, it.source) for it in same), 1)
        return {"failed": failures(outcomes), "link recall": linked, "told by anyone": told, "source right": source}


def _holds(content: Sequence[Range], link: SpeechLink) -> bool:
    return any(start <= link.said[0] and link.said[1] <= end for start, end in content)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row of the hand list."""

    attribution: Attribution
    level: int
    core: bool


@dataclass(slots=True)
class Seeds:
    """The pair of seed reports, by the places on the hand list alone; ``bench.seeds`` judges chains and names too.

    What hits an optional row, and what is neither speech nor writing and hits none, counts nowhere.
    """

    listed: list[list[_Listed]]
    documents: list[Document]
    files: list[Path]
    key: str = "seeds"
    title: str = "The seed reports"
    columns: tuple[str, ...] = ("failed", "outer recall", "nested recall", "precision", *SPANS, *TOKENS)

    def figures(self, outcomes: Sequence[Outcome]) -> Figures:
        """Return the figures of what a method found."""
        total = Score()
        level = {1: Count(0, 0), 2: Count(0, 0)}
        for rows, document, outcome in zip(self.listed, self.documents, outcomes, strict=True):
            wanted = {str(number): offsets(row.attribution.content) for number, row in enumerate(rows)}
            got = {str(number): offsets(it.attribution.content) for number, it in enumerate(outcome.found)}
            pairs = {int(a): int(b) for a, b in hits(wanted, got).items()}
            optional = {other for number, other in pairs.items() if not rows[number].core}
            found = [
                it
                for number, it in enumerate(outcome.found)
                if number not in optional and (it.said or number in pairs.values())
            ]
            for number, row in enumerate(rows):
                level[row.level] += Count(number in pairs, 1) if row.core else Count(0, 0)
            Comparison(document.text, tuple(row.attribution for row in rows if row.core), found).add_to(total)
            total.failed += [outcome.failed] if outcome.failed else []
        return total.figures() | {"outer recall": level[1], "nested recall": level[2]}


def seeds(root: Path) -> Seeds | None:
    """Return the seeds under a data root; None where they or their list are missing."""
    gold = gold_lists(root)
    if gold is None:
        return None

    def ranges(*spans: dict[str, int] | None) -> tuple[Range, ...]:
        return tuple((span["start"], span["end"]) for span in spans if span)

    listed = [
        [
            _Listed(
                Attribution(ranges(*row["content"]), ranges(row["source"]), ranges(row["cue"])),
                row["level"],
                row.get("core", True),
            )
            for row in gold.statements["statements"]
            if row["doc"] == letter
        ]
        for letter in gold.files
    ]
    documents = [Document(path.name, path.read_bytes().decode("utf-8")) for path in gold.files.values()]
    return Seeds(listed, documents, [*gold.files.values(), root / "gold" / "seeds_quotes.json"])
