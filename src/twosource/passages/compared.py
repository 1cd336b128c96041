"""The texts of a case compared with one another, by the functions that compare an archive's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.passages.archive import numbered
from twosource.passages.blocks import Text
from twosource.passages.candidates import candidates
from twosource.passages.chains import chains
from twosource.passages.grouping import Stretch
from twosource.passages.judge import enough, judged
from twosource.passages.prints import fingerprints
from twosource.passages.seeds import GRAM
from twosource.passages.telling import CONTENT, PLAIN
from twosource.passages.tokens import Tokens

SEEDS = 2
"""Seeds that two texts must share to be compared."""


def matches(texts: Sequence[Text]) -> dict[tuple[Stretch, Stretch], float]:
    """Return what the texts of different reports share, pair by pair in order, and how alike it is.

    A case has few reports, and what they share may be one sentence: so every run of ``GRAM`` words with a content word
    is a print.
    """
    words = _tokens(texts)
    prints = fingerprints(words, GRAM, 1, content=True)
    pairs = candidates(prints.hash, words.key[prints.text]).pairs
    order = np.argsort(words.key)
    one, other = numbered(pairs, words.key[order], order)
    a, b = np.minimum(one, other), np.maximum(one, other)
    several = [len(reports) > 1 for reports in _reports(texts, a.tolist(), b.tolist())]
    kept = np.flatnonzero((pairs.shared + pairs.common >= SEEDS) & np.array(several, np.bool_))
    kept = kept[np.lexsort((b[kept], a[kept]))]
    a, b = a[kept], b[kept]
    found = chains(words.code, words.marks, words.told, words.offsets, a, b)
    passages = judged(words.code, words.marks, words.told, words.offsets, a, b, found)
    rows = zip(passages.pair.tolist(), passages.region.T.tolist(), passages.similarity.tolist(), strict=True)
    return {
        (Stretch(int(a[pair]), start, end), Stretch(int(b[pair]), other_start, other_end)): alike
        for pair, (start, end, other_start, other_end), alike in rows
    }


def worth(text: Text) -> bool:
    """Return whether a text that stands in several reports word for word is enough to be a passage."""
    content, plain = ((text.marks & mark) != 0 for mark in (CONTENT, PLAIN))
    return bool(enough(True, len(text.codes), int(content.sum()), int(plain.sum()), int(text.told.sum(dtype=np.int64))))


def _reports(texts: Sequence[Text], a: Sequence[int], b: Sequence[int]) -> list[set[str]]:
    """Return the reports in which the texts of each pair stand."""
    owners = [{block.report.id for block in text.blocks} for text in texts]
    return [owners[i] | owners[j] for i, j in zip(a, b, strict=True)]


def _tokens(texts: Sequence[Text]) -> Tokens:
    """Return the words of the texts as arrays."""
    offsets = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text.codes) for text in texts], out=offsets[1:])
    return Tokens(
        code=np.concatenate([np.zeros(0, np.uint32), *(text.codes for text in texts)]),
        start=np.zeros(0, np.int32),
        end=np.zeros(0, np.int32),
        told=np.concatenate([np.zeros(0, np.uint8), *(text.told for text in texts)]),
        marks=np.concatenate([np.zeros(0, np.uint8), *(text.marks for text in texts)]),
        offsets=offsets,
        key=np.array([text.key for text in texts], np.uint64),
    )
