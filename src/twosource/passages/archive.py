"""The whole way from texts to matches in one call, and the grouping of texts that have the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.passages.candidates import Candidates, Pairs, candidates
from twosource.passages.prints import fingerprints
from twosource.passages.tokens import Tokens, joined, tokenise_utf8
from twosource.passages.verify import Matches, verify

SHARED = 2
"""Prints that two texts must share to be looked at: one is shared by chance by many pairs of any large archive."""
_BY_WORD = ("code", "start", "end", "told", "marks")
BLOCK = 4_000
"""Texts that are cut into words at once, so that their arrays stay near the processor: all in one, each costs more."""


def matches(texts: Sequence[str]) -> Matches:
    """Return the passages that any two of the texts share, by the numbers of the texts.

    Texts with the same words are looked at once: only the first of them stands in the result.
    """
    return matches_utf8(*joined(texts))


def matches_utf8(data: NDArray[np.uint8], offsets: NDArray[np.integer]) -> Matches:
    """Return the passages that any two of the texts share; the texts as for :func:`.tokens.tokenise_utf8`."""
    starts = np.asarray(offsets, np.int64)
    blocks = [
        tokenise_utf8(data[here[0] : here[-1]], here - here[0])
        for here in (starts[k : k + BLOCK + 1] for k in range(0, max(len(starts) - 1, 0), BLOCK))
    ]
    key = np.concatenate([np.empty(0, np.uint64), *(block.key for block in blocks)])
    keys, first = np.unique(key, return_index=True)
    found = _paired(blocks, first)
    a, b = numbered(enough(found.pairs), keys, first)
    wanted = np.unique(np.concatenate((a, b)))
    tokens = gathered(blocks, wanted)
    left, right = np.searchsorted(wanted, a), np.searchsorted(wanted, b)
    compared = verify(tokens, left, right, fingerprints(tokens), found.hot)
    return replace(compared, a=wanted[compared.a], b=wanted[compared.b])


def _paired(blocks: Sequence[Tokens], first: NDArray[np.int64]) -> Candidates:
    """Return the candidates among the texts, each sequence of words once: of its first text alone."""
    once = np.zeros(sum(map(len, blocks)), np.bool_)
    once[first] = True
    hashes, owners, start = [np.empty(0, np.uint64)], [np.empty(0, np.uint64)], 0
    for block in blocks:
        prints = fingerprints(block)
        rows = once[start : start + len(block)][prints.text]
        hashes.append(prints.hash[rows])
        owners.append(block.key[prints.text[rows]])
        start += len(block)
    return candidates(np.concatenate(hashes), np.concatenate(owners))


def gathered(blocks: Sequence[Tokens], wanted: NDArray[np.int64]) -> Tokens:
    """Return the words of some texts of several batches.

    :param wanted: the numbers of the texts, counted through all batches, in order.
    """
    none = tokenise_utf8(np.empty(0, np.uint8), np.zeros(1, np.int64))
    pieces: dict[str, list[NDArray[Any]]] = {name: [getattr(none, name)] for name in _BY_WORD}
    keys, lengths, start = [none.key], [np.zeros(1, np.int64)], 0
    for block in blocks:
        low, high = np.searchsorted(wanted, (start, start + len(block)))
        rows = wanted[low:high] - start
        stretches = list(zip(block.offsets[rows].tolist(), block.offsets[rows + 1].tolist(), strict=True))
        for name, there in pieces.items():
            column = getattr(block, name)
            there.extend(column[first:stop] for first, stop in stretches)
        keys.append(block.key[rows])
        lengths.append(block.offsets[rows + 1] - block.offsets[rows])
        start += len(block)
    columns = {name: np.concatenate(there) for name, there in pieces.items()}
    return Tokens(**columns, offsets=np.cumsum(np.concatenate(lengths)), key=np.concatenate(keys))


def enough(pairs: Pairs) -> Pairs:
    """Return the pairs that share enough prints to be verified, hot ones included."""
    keep = pairs.shared + pairs.common >= SHARED
    return Pairs(pairs.a[keep], pairs.b[keep], pairs.shared[keep], pairs.common[keep])


def numbered(
    pairs: Pairs, keys: NDArray[np.uint64], numbers: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs by the numbers of their texts, the text with the lesser key first, whatever its number.

    :param keys: the keys of the texts, in order.
    :param numbers: the number of the text with each of these keys.
    """
    return numbers[np.searchsorted(keys, pairs.a)], numbers[np.searchsorted(keys, pairs.b)]
