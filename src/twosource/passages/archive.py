"""The whole way from texts to matches in one call, and the grouping of texts that have the same words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.passages.candidates import Pairs, candidates
from twosource.passages.prints import fingerprints
from twosource.passages.tokens import Tokens, tokenise
from twosource.passages.verify import Matches, verify

SHARED = 3
"""Prints that two texts must share to be looked at: two are shared by chance in any large archive."""


def matches(texts: Sequence[str]) -> Matches:
    """Return the passages that any two of the texts share, by the numbers of the texts.

    Texts with the same words are looked at once: only the first of them stands in the result.
    """
    return matched(tokenise(texts))


def matched(tokens: Tokens) -> Matches:
    """Return the passages that any two of the texts share, by the numbers of the texts; see :func:`matches`."""
    prints = fingerprints(tokens)
    keys, first = np.unique(tokens.key, return_index=True)
    once = np.zeros(len(tokens), np.bool_)
    once[first] = True
    rows = once[prints.text]
    found = candidates(prints.hash[rows], tokens.key[prints.text[rows]])
    a, b = numbered(enough(found.pairs), keys, first)
    return verify(tokens, a, b, prints, found.hot)


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
