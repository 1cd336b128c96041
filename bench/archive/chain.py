"""Synthetic paragraphs for the documents that nothing is planted in: chains over the words of the real ones.

Each word is one that follows the word before it somewhere in the real text: mostly at some other place where that word
stands, now and then at the same place, and every few words it is drawn from anywhere. So phrases of the trade come
again as often as they do in real articles, and no run of a dozen words does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ON, AFRESH = 0.2, 0.05
"""Chances that a word is the one that follows at the same place of the real text, and that it is drawn from anywhere.
Set so that runs of three to six words come again in other texts about as often as between real ones."""
RARE = 4
"""Places up to which a word is followed by any other: rare words in a row would be copied in a row."""
WORDS = (280, 520)
"""Least and most words of a document: 2.5 kB in the middle, as news has."""
PARAGRAPH = (28, 80)
"""Least and most words of its paragraphs."""

Numbers = NDArray[np.int64]


class Chain:
    """A chain of words learned from paragraphs."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        tokens: list[str] = []
        firsts: list[int] = []
        for paragraph in paragraphs:
            firsts.append(len(tokens))
            tokens += paragraph.split(" ")
        forms, numbers = np.unique(np.array(tokens, dtype=object), return_inverse=True)
        self._forms = forms
        self._text: Numbers = numbers.astype(np.int64)
        self._firsts = np.array(firsts)
        self._places = np.argsort(self._text, kind="stable")  # of the first word, of the second …
        self._starts = np.searchsorted(self._text[self._places], np.arange(len(forms) + 1))

    def documents(self, count: int, rng: np.random.Generator) -> list[list[str]]:
        """Return that many documents, each a list of paragraphs."""
        lengths = rng.integers(*WORDS, size=count, endpoint=True)
        rows = self._walk(count, int(lengths.max()), rng)
        forms = self._forms[rows]
        documents = []
        for row, length in zip(forms, lengths.tolist(), strict=True):
            cuts = np.cumsum(rng.integers(*PARAGRAPH, size=length // PARAGRAPH[0] + 1, endpoint=True)).tolist()
            paragraphs, start = [], 0
            for cut in cuts:
                stop = length if length - cut < PARAGRAPH[0] else cut
                paragraphs.append(_closed(row[start:stop].tolist()))
                start = stop
                if stop == length:
                    break
            documents.append(paragraphs)
        return documents

    def _walk(self, count: int, length: int, rng: np.random.Generator) -> Numbers:
        """Return that many walks of that many words, all side by side."""
        rows = np.empty((length, count), np.int64)
        now = self._firsts[rng.integers(len(self._firsts), size=count)]
        for at in range(length):
            word = self._text[now]
            rows[at] = word
            first, last = self._starts[word], self._starts[word + 1]
            elsewhere = self._places[first + (rng.random(count) * (last - first)).astype(np.int64)]
            anywhere = rng.integers(len(self._text), size=count)
            chance = rng.random(count)
            leap = (chance < AFRESH) | (last - first <= RARE)
            now = np.where(leap, anywhere, np.where(chance < AFRESH + ON, now, elsewhere) + 1)
            now %= len(self._text)
        return rows.T.copy()


def _closed(words: list[str]) -> str:
    """Return the words as a paragraph: a capital at its start, a full stop at its end."""
    first, last = words[0], words[-1].rstrip(',;:—-(“"')
    words[0] = first[:1].upper() + first[1:]
    words[-1] = last if last.endswith((".", "!", "?", "”")) else (last or words[-2]) + "."
    return " ".join(words)
