"""A set of documents in which it is known which share text: planted pairs, look-alikes, and documents alone.

The same size and seed give the same documents. Shares are the same at every size, so that a cost for each document can
be compared between sizes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from bench.archive.chain import Chain
from bench.archive.edits import EDITS, Material
from bench.archive.sources import Pool
from bench.archive.synonyms import Thesaurus

PLANTED = 0.24
"""Share of the documents that are a source or its edited partner."""
STANDING = 0.02
"""Share of the documents that carry a standing paragraph, and at least as many as ``LEAST_STANDING``."""
LEAST_STANDING = 100
REAL_SIZE = 2_200
"""Characters from which on paragraphs of real text make a document; the last one brings it to some 2.5 kB."""
ALONE = 0.1
"""Share of the documents of real text that nothing is planted in."""
BLOCK = 2_048
"""Documents that are made at once."""
STANDING_PARAGRAPHS = (
    "© The Lowmere Press Association. All rights reserved. No part of this dispatch may be published, broadcast, "
    "rewritten or passed on to others without the written leave of the association, whose members alone may use it "
    "in print and on their own pages for as long as the dispatch itself stays available there.",
    "The Skerrow Fund for Reporting pays for part of our coverage of health and schools. It has no say in what we "
    "write or whom we speak to. A list of everyone who gives to the fund, and how much each of them gave last year, "
    "can be read on our pages.",
    "Our correspondents in Halden, Oster and Tarn wrote and edited this article with help from colleagues at the news "
    "desk in Kestrel. If you have seen an error in it, or know more about what it tells, write to the desk in "
    "confidence; we answer every letter within two days.",
    "This service of the Brannock Exchange brings you prices with a delay of at least fifteen minutes. Nothing in it "
    "is advice to buy or to sell, and the exchange is not liable for losses of anyone who acts on figures that turn "
    "out to be late, incomplete or wrong.",
    "Readers of the morning letter get the news of the day before seven, with the weather and the tides for the whole "
    "coast. It is free, it takes five minutes to read, and you can end it at any time with the link that stands at "
    "the foot of every letter.",
)
"""Invented paragraphs such as stand below many articles of one house."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its edited partner by their places in the set.

    :param real: whether the source is of real text.
    """

    source: int
    partner: int
    kind: str
    real: bool


@dataclass(slots=True)
class Truth:
    """What is known of a set: its planted pairs, and the places of the documents that share a standing paragraph."""

    size: int
    pairs: list[Pair] = field(default_factory=list)
    standing: list[list[int]] = field(default_factory=list)
    real_alone: int = 0


class Maker:
    """Makes sets of documents from a pool of paragraphs."""

    def __init__(self, pool: Pool, thesaurus: Thesaurus, seed: int) -> None:
        self._thesaurus, self._seed = thesaurus, seed
        self._chain = Chain(pool.paragraphs)
        self._real = grouped(pool.paragraphs)
        words = {word for paragraph in pool.paragraphs for word in paragraph.split(" ")}
        self._words = sorted(word for word in words if word.isascii() and word.isalpha() and word.islower())

    def make(self, size: int) -> tuple[Truth, Iterator[list[str]]]:
        """Return what is known of a set of that many documents, and its texts in blocks.

        The truth is whole when the texts are through.
        """
        truth = Truth(size)
        places: list[int] = np.random.default_rng([self._seed, 2, size]).permutation(size).tolist()
        ready: dict[int, str] = {}
        count = round(size * PLANTED / 2)
        for number, (paragraphs, real) in enumerate(self._sources(count)):
            source, partner = places[2 * number], places[2 * number + 1]
            kind = list(EDITS)[number % len(EDITS)]
            ready[source] = laid_out(paragraphs)
            ready[partner] = laid_out(self.edited(kind, paragraphs, number))
            truth.pairs.append(Pair(source, partner, kind, real))
        rest = places[2 * count :]
        groups = standing_groups(size)
        for number, group in enumerate(groups):
            truth.standing.append(rest[:group])
            documents = self._plain(group, [4, number])
            for place, paragraphs in zip(rest, documents, strict=False):
                ready[place] = laid_out([*paragraphs, STANDING_PARAGRAPHS[number]])
            rest = rest[group:]
        alone = self._real[self._planted_real(count) :][: len(rest)]
        ready.update(zip(rest, map(laid_out, alone), strict=False))
        truth.real_alone = len(alone)
        return truth, self._blocks(size, ready)

    def edited(self, kind: str, paragraphs: Sequence[str], number: int) -> list[str]:
        """Return what the edit makes of a source; the same for the same number."""
        rng = np.random.default_rng([self._seed, 3, number])
        carrier = self._chain.documents(1, rng)[0] if kind.startswith("embedded") else ()
        return EDITS[kind](paragraphs, Material(self._words, self._thesaurus, carrier), rng)

    def material(self, number: int) -> Material:
        """Return what an edit outside a set draws on."""
        carrier = self._chain.documents(1, np.random.default_rng([self._seed, 6, number]))[0]
        return Material(self._words, self._thesaurus, carrier)

    def real(self) -> list[list[str]]:
        """Return all documents of real text."""
        return self._real

    def _planted_real(self, count: int) -> int:
        """Return how many sources are of real text."""
        return min(count, round(len(self._real) * (1 - ALONE)))

    def _sources(self, count: int) -> Iterator[tuple[list[str], bool]]:
        real = self._planted_real(count)
        yield from ((paragraphs, True) for paragraphs in self._real[:real])
        yield from ((paragraphs, False) for paragraphs in self._plain(count - real, [5]))

    def _plain(self, count: int, key: Sequence[int]) -> Iterator[list[str]]:
        """Yield that many synthetic documents."""
        for start in range(0, count, BLOCK):
            rng = np.random.default_rng([self._seed, *key, start])
            yield from self._chain.documents(min(BLOCK, count - start), rng)

    def _blocks(self, size: int, ready: dict[int, str]) -> Iterator[list[str]]:
        others = self._plain(size - len(ready), [7])
        for start in range(0, size, BLOCK):
            places = range(start, min(start + BLOCK, size))
            yield [ready.pop(place) if place in ready else laid_out(next(others)) for place in places]


def laid_out(paragraphs: Sequence[str]) -> str:
    """Return the text of a document."""
    return "\n\n".join(paragraphs)


def grouped(paragraphs: Sequence[str]) -> list[list[str]]:
    """Return documents of real paragraphs, each used once; those that make no whole document are left over."""
    documents: list[list[str]] = []
    now: list[str] = []
    for paragraph in paragraphs:
        now.append(paragraph)
        if sum(map(len, now)) >= REAL_SIZE:
            documents.append(now)
            now = []
    return documents


def standing_groups(size: int) -> list[int]:
    """Return how many documents carry each of the standing paragraphs: hundreds each, or thousands in a large set."""
    count = min(max(round(size * STANDING), LEAST_STANDING), size // 4)
    kinds = min(max(count // LEAST_STANDING, 1), len(STANDING_PARAGRAPHS))
    return [count // kinds] * kinds
