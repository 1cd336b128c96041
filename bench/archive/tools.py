"""The peers over a set of documents, each as its documentation shows it: from texts in memory to the pairs it names.

Each is set up by a function that imports what it needs and returns a function from texts to pairs, so that loading is
not measured. Shingles are made in the quickest way that plain Python has, which is most of what the MinHash libraries
take. ``bench/archive/running.py`` says which settings are run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from bench.archive.scoring import Pairs

PERMUTATIONS = 128
SEED = 42
GRAM = 5
"""Words of a fingerprint in SQL."""
SAMPLED = 2
"""One in how many fingerprints is kept in SQL."""
CROWD = 50
"""Documents that share a fingerprint from which on it is left out in SQL: else a standing paragraph makes all pairs."""
SHARED = 4
"""Fingerprints that two documents must share in SQL."""

Find = Callable[[Any], Pairs]
"""From the texts, in the form that the tool takes, to the pairs that it names."""


def shingles(text: str, length: int) -> list[str]:
    """Return the runs of words of a text, in small letters, in the quickest way there is in plain Python."""
    words = text.lower().split()
    if length == 1 or len(words) < length:
        return words
    return list(map(" ".join, zip(*(words[at:] for at in range(length)), strict=False)))


def _pairs(rows: Iterable[tuple[int, Iterable[int]]]) -> Pairs:
    """Return the pairs of a document with each of those named for it."""
    return np.array([(a, b) for a, found in rows for b in found if a < b], np.int64).reshape(-1, 2)


def rensa(length: int, threshold: float, bands: int, by_paragraph: bool = False) -> Callable[[], Find]:
    """Set up R-MinHash and its LSH; what is named are candidates whose signatures agree enough.

    :param by_paragraph: whether paragraphs are compared, and the documents named that have them.
    """

    def load() -> Find:
        from rensa import RMinHash, RMinHashLSH

        def find(texts: Sequence[str]) -> Pairs:
            pieces = texts
            if by_paragraph:
                split = [text.split("\n\n") for text in texts]
                pieces = [piece for pieces in split for piece in pieces]
                owner = np.repeat(np.arange(len(texts)), [len(pieces) for pieces in split])
            signatures = RMinHash.from_token_sets((shingles(it, length) for it in pieces), PERMUTATIONS, SEED)
            index = RMinHashLSH(threshold, PERMUTATIONS, bands)
            index.insert_many(signatures)
            near = enumerate(index.query_all(signatures))
            found = _pairs((a, _alike(signatures, a, others, threshold)) for a, others in near)
            return owner[found] if by_paragraph else found

        return find

    return load


def _alike(signatures: Sequence[Any], one: int, others: Iterable[int], threshold: float) -> list[int]:
    """Return those of the later documents whose signature agrees enough."""
    return [it for it in others if one < it and signatures[one].jaccard(signatures[it]) >= threshold]


def gaoya(length: int, threshold: float, bands: int, rows: int) -> Callable[[], Find]:
    """Set up gaoya's index over its own splitting into words; it names what its signatures say is like enough."""

    def load() -> Find:
        from gaoya.minhash import MinHashStringIndex

        def find(texts: Sequence[str]) -> Pairs:
            index = MinHashStringIndex(32, threshold, bands, rows, None, "word", True, (length, length), "smallvec")
            documents = list(texts)
            index.par_bulk_insert_docs(list(range(len(documents))), documents)
            return _pairs(enumerate(index.par_bulk_query(documents)))

        return find

    return load


def datasketch(length: int, threshold: float) -> Callable[[], Find]:
    """Set up datasketch's MinHash and LSH; candidates are named when their signatures agree enough."""

    def load() -> Find:
        from datasketch import MinHash, MinHashLSH

        def find(texts: Sequence[str]) -> Pairs:
            sets = ([it.encode() for it in shingles(text, length)] for text in texts)
            signatures = MinHash.bulk(sets, num_perm=PERMUTATIONS)
            index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
            with index.insertion_session() as session:
                for number, signature in enumerate(signatures):
                    session.insert(number, signature, check_duplication=False)
            return _pairs((a, _alike(signatures, a, index.query(it), threshold)) for a, it in enumerate(signatures))

        return find

    return load


SQL = f"""
WITH words AS (
    SELECT id, regexp_extract_all(lower(text), '\\w+') AS w FROM documents
), grams AS (
    SELECT id, unnest(w) AS a, unnest(w[2:]) AS b, unnest(w[3:]) AS c, unnest(w[4:]) AS d, unnest(w[5:]) AS e FROM words
), prints AS (
    SELECT DISTINCT id, h FROM (SELECT id, hash(a, b, c, d, e) AS h FROM grams WHERE e IS NOT NULL)
    WHERE h % {SAMPLED} = 0
), known AS (
    SELECT h FROM prints GROUP BY h HAVING count(*) BETWEEN 2 AND {CROWD}
), kept AS (
    SELECT id, h FROM prints SEMI JOIN known USING (h)
)
SELECT a.id, b.id FROM kept a JOIN kept b ON a.h = b.h AND a.id < b.id GROUP BY ALL HAVING count(*) >= {SHARED}
"""  # noqa: S608  # the numbers above
"""Fingerprints of word runs, sampled by their hash, the crowded left out, joined to themselves."""


def duckdb() -> Find:
    """Set up DuckDB on one thread."""
    import duckdb as engine
    import pyarrow as pa

    def find(texts: pa.Array) -> Pairs:
        documents = pa.table({"id": pa.array(range(len(texts)), pa.int64()), "text": texts})
        with engine.connect() as connection:
            connection.execute("SET threads = 1")
            connection.register("documents", documents)
            columns = connection.execute(SQL).fetchnumpy()
            return np.stack([np.asarray(column, np.int64) for column in columns.values()], axis=1)

    return find
