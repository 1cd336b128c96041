"""What fingerprints miss because too many words differ: vectors propose, the judge of pairs decides, on a sample.

The sample holds the planted pairs of passages in other words that fingerprints miss, some that they find, and
paragraphs of other documents. Its vectors are the cost, so they are kept in the folder of the set.
``python -m bench.archive.retelling FOLDER`` measures and prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.archive import store
from bench.archive.ours import on_disk
from bench.archive.scoring import keys
from bench.archive.texts import Pair
from bench.metrics import Count
from bench.running import peak

KIND = "embedded synonyms"
SAMPLE = 300
"""Planted pairs in the sample: those that fingerprints miss first."""
PARAGRAPHS = 10_000
"""Paragraphs in the sample at the most."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """What the encoder and the judge add.

    :param planted: pairs of this kind in the whole set that fingerprints find.
    :param missed: of the sampled ones that they miss, those that are then found.
    :param found: the same of the sampled ones that they find.
    :param precision: right pairs of documents of all that are named in the sample.
    :param encoding: milliseconds of processor time a paragraph, for its vector.
    :param deciding: the same for all that comes after: nearest vectors, and the judge.
    :param peak: megabytes of memory at the most.
    """

    planted: Count
    missed: Count
    found: Count
    precision: Count
    paragraphs: int
    documents: int
    encoding: float
    deciding: float
    peak: float

    @property
    def recall(self) -> float:
        """The share of all planted pairs of this kind that both together find: of those missed, as in the sample."""
        return (self.planted.right + (self.planted.of - self.planted.right) * self.missed.share) / self.planted.of


def measured(folder: Path) -> Retelling:
    """Measure over a sample of a set."""
    from twosource.passages.retold import retold

    truth = store.truth(folder)
    named = keys(on_disk(folder), truth.size)
    pairs = [it for it in truth.pairs if it.kind == KIND]
    known = np.isin(keys_of(pairs, truth.size), named)
    missed = [it for it, found in zip(pairs, known.tolist(), strict=True) if not found][:SAMPLE]
    found = [it for it, hit in zip(pairs, known.tolist(), strict=True) if hit][: SAMPLE - len(missed)]
    partnered = {place for it in truth.pairs for place in (it.source, it.partner)}
    others = [place for place in range(truth.size) if place not in partnered]
    texts = store.texts(folder)
    places = [place for it in (*missed, *found) for place in (it.source, it.partner)]
    paragraphs, owners = _cut(texts, [*places, *others])
    owner = dict(zip(reversed(paragraphs), reversed(owners), strict=True))  # of one that comes again, the first
    distinct = sorted(owner)
    vectors, encoding = _vectors(folder, distinct)
    first = np.array([owner[text] for text in distinct], np.int64)
    start = time.process_time()
    told = retold(distinct, first, vectors)
    deciding = (time.process_time() - start) / len(distinct) * 1e3
    documents = keys(np.stack([first[told.i], first[told.j]], axis=1), truth.size)
    right = keys_of([*missed, *found], truth.size)
    return Retelling(
        planted=Count(int(known.sum()), len(pairs)),
        missed=Count(int(np.isin(keys_of(missed, truth.size), documents).sum()), len(missed)),
        found=Count(int(np.isin(keys_of(found, truth.size), documents).sum()), len(found)),
        precision=Count(int(np.isin(documents, right).sum()), len(documents)),
        paragraphs=len(distinct),
        documents=len(set(owners)),
        encoding=encoding,
        deciding=deciding,
        peak=peak(),
    )


def keys_of(pairs: Sequence[Pair], size: int) -> NDArray[np.int64]:
    """Return one number a pair, in the order of the pairs."""
    both = np.array([(it.source, it.partner) for it in pairs], np.int64).reshape(-1, 2)
    numbers: NDArray[np.int64] = both.min(axis=1) * size + both.max(axis=1)
    return numbers


def _cut(texts: Sequence[str], places: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return the paragraphs of the documents, and the place of the document of each, up to the most."""
    paragraphs: list[str] = []
    owners: list[int] = []
    for place in places:
        here = texts[place].split("\n\n")
        if len(paragraphs) + len(here) > PARAGRAPHS:
            break
        paragraphs += here
        owners += [place] * len(here)
    return paragraphs, owners


def _vectors(folder: Path, texts: Sequence[str]) -> tuple[NDArray[np.float32], float]:
    """Return the vectors of texts, and the milliseconds that each took when they were made."""
    from twosource.language.encoder import MiniLm

    name = sha256("\0".join(texts).encode()).hexdigest()[:16]
    path, told = (folder / f"vectors-{name}.{ending}" for ending in ("npy", "json"))
    if not told.is_file():
        encode = MiniLm().encode
        encode(texts[:2])
        start = time.process_time()
        np.save(path, encode(texts))
        told.write_text(json.dumps((time.process_time() - start) / len(texts) * 1e3), encoding="utf-8")
    vectors: NDArray[np.float32] = np.load(path)
    return vectors, float(json.loads(told.read_text(encoding="utf-8")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure over the set in a folder."""
    (folder,) = arguments if arguments is not None else sys.argv[1:]
    print(json.dumps(asdict(measured(Path(folder)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
