"""Fingerprints of texts: a few hashes of word runs, chosen so that no shared stretch of some length goes unseen.

The choice is winnowing (Schleimer, Wilkerson and Aiken 2003): of every ``WINDOW`` neighbouring runs of ``RUN`` words
the one with the least hash is kept. Two texts that share ``RUN + WINDOW - 1`` words in a row therefore share a print,
and about ``2 / (WINDOW + 1)`` of the runs are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import MULTIPLIER, Array, allocating, compiled, frozen, longest, mixed, whole
from twosource.passages.telling import CONTENT
from twosource.passages.tokens import Tokens

RUN = 5
"""Words of a print. Four are shared by chance too often; of six, rewording every sixth word leaves too few."""
WINDOW = 8
"""Runs of which one is kept: a stretch of twelve words in common is never missed. Half as many find more single
paragraphs in which every third content word is another (0.94 of them instead of 0.86), and cost a third more."""
_PLACE = np.uint64(0xFF)
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)
_WIDEST = 256
"""Most runs of a window: as many as ``_PLACE`` can tell apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """The prints of a batch of texts, in the order of the texts and of their words.

    :ivar hash: of the words of the run.
    :ivar text: the number of its text in the batch.
    :ivar position: the word of its text at which the run starts.
    """

    hash: NDArray[np.uint64]
    text: NDArray[np.int64]
    position: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.hash)


def fingerprints(tokens: Tokens, run: int = RUN, window: int = WINDOW, *, content: bool = False) -> Prints:
    """Return the prints of the texts.

    :param run: words of a print; a text with fewer words has none.
    :param window: runs of which one is kept; 1 keeps every run.
    :param content: leave out runs that hold no content word ("as it was in the").
    :raises ValueError: if ``run`` is less than 1, or ``window`` less than 1 or more than 256.
    """
    if run < 1 or not 1 <= window <= _WIDEST:
        raise ValueError(f"a print needs at least one word and a window of 1 … {_WIDEST} runs, not {run} and {window}")
    size = len(tokens.code) + 1  # one more, for what is written but not kept
    hashes, text, position = np.empty(size, np.uint64), np.empty(size, np.int64), np.empty(size, np.int32)
    n = _prints(
        frozen(tokens.code, np.uint32),
        frozen(tokens.marks, np.uint8),
        frozen(tokens.offsets, np.int64),
        run,
        window,
        content,
        (hashes, text, position),
    )
    return Prints(hashes[:n], text[:n], position[:n])


@compiled
def grams(code: Array, marks: Array, first: int, stop: int, run: int, content: bool, out: Array) -> int:
    """Write a hash of the ``run`` words from each word on, 0 for those to leave out; return how many there are."""
    count = max(stop - first - run + 1, 0)
    power = np.uint64(1)
    for _ in range(run):
        power *= MULTIPLIER
    value, telling = np.uint64(0), 0
    for k in range(first, stop):
        value = value * MULTIPLIER + np.uint64(code[k]) + np.uint64(1)
        telling += marks[k] & CONTENT
        if k - first >= run:
            value -= power * (np.uint64(code[k - run]) + np.uint64(1))
            telling -= marks[k - run] & CONTENT
        at = k - first - run + 1
        if at >= 0:
            out[at] = max(mixed(value), np.uint64(1)) if telling or not content else np.uint64(0)
    return count


@compiled
def _winnowed(values: Array, count: int, window: int, text: int, out: tuple[Array, ...], n: int, ranks: Array) -> int:
    """Write the prints of one text from ``n`` on; return where they end.

    The rank of a run is its hash, with the low bits of its place in those of the hash: so the least rank of a window
    tells where it stands, and no branch has to be guessed. Of equal runs it does not matter which is kept.
    """
    hashes, texts, position = out
    for k in range(count):
        ranks[k] = (values[k] & ~_PLACE) | (np.uint64(k) & _PLACE) if values[k] else _NONE
    written = whole(-1)
    for last in range(max(min(window, count), 1) - 1, count):
        first = max(last - window + 1, 0)
        least = ranks[first]
        for k in range(first + 1, last + 1):
            least = min(least, ranks[k])
        best = first + whole((least - np.uint64(first)) & _PLACE)
        hashes[n], texts[n], position[n] = values[min(best, last)], text, best
        if least != _NONE and best != written:
            n, written = n + 1, best
    return n


@allocating
def _prints(
    code: Array, marks: Array, offsets: Array, run: int, window: int, content: bool, out: tuple[Array, ...]
) -> int:
    """Write the prints of all texts; return how many there are."""
    size = longest(offsets) + 1
    values, ranks = np.empty(size, np.uint64), np.empty(size, np.uint64)
    n = whole(0)
    for t in range(len(offsets) - 1):
        count = grams(code, marks, offsets[t], offsets[t + 1], run, content, values)
        n = _winnowed(values, count, window, t, out, n, ranks)
    return n
