"""Fingerprints of texts: a few hashes of word runs, chosen so that no shared stretch of some length goes unseen.

The choice is winnowing (Schleimer, Wilkerson and Aiken 2003): of every ``WINDOW`` neighbouring runs of ``RUN`` words
the one with the least hash is kept. Two texts that share ``RUN + WINDOW - 1`` words in a row therefore share a print,
and about ``2 / (WINDOW + 1)`` of the runs are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.passages.compiled import MULTIPLIER, Array, compiled, frozen, mixed, whole
from twosource.passages.tokens import CONTENT, Tokens

RUN = 5
"""Words of a print. Four are shared by chance too often; of six, rewording every sixth word leaves too few."""
WINDOW = 4
"""Runs of which one is kept."""


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
    :raises ValueError: if ``run`` or ``window`` is less than 1.
    """
    if run < 1 or window < 1:
        raise ValueError(f"a print needs at least one word and a window of one run, not {run} and {window}")
    size = len(tokens.code)
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
    return Prints(hashes[:n].copy(), text[:n].copy(), position[:n].copy())


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
def _least(values: Array, first: int, stop: int) -> int:
    """Return the last of the least values that are not 0, -1 for none."""
    best = -1
    for k in range(first, stop):
        if values[k] and (best < 0 or values[k] <= values[best]):
            best = k
    return best


@compiled
def _winnowed(values: Array, count: int, window: int, text: int, out: tuple[Array, ...], n: int) -> int:
    """Write the prints of one text from ``n`` on; return where they end."""
    hashes, texts, position = out
    best, written = -1, -1
    for last in range(min(window, count) - 1, count):
        first = max(last - window + 1, 0)
        if best < first:
            best = _least(values, first, last + 1)
        elif values[last] and values[last] <= values[best]:
            best = last
        if best > written:
            hashes[n], texts[n], position[n] = values[best], text, best
            n, written = n + 1, best
    return n


@compiled
def _prints(
    code: Array, marks: Array, offsets: Array, run: int, window: int, content: bool, out: tuple[Array, ...]
) -> int:
    """Write the prints of all texts; return how many there are."""
    longest = 0
    for t in range(len(offsets) - 1):
        longest = max(longest, offsets[t + 1] - offsets[t])
    values = np.empty(longest + 1, np.uint64)
    n = whole(0)
    for t in range(len(offsets) - 1):
        count = grams(code, marks, offsets[t], offsets[t + 1], run, content, values)
        n = _winnowed(values, count, window, t, out, n)
    return n
