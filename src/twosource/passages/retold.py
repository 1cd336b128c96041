"""Texts told again in other words, without a parser: vectors propose, the judge of pairs decides at a strict bar.

For an archive, where sentences are not parsed. Names, figures and negation are then checked by the judge's reading and
by the figures of the texts alone, so the bar is higher than in a story, and a text must be long enough to be a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.language.pairs import Compared, MiniLmPairs, PairModel
from twosource.passages.nearest import LEAST_COSINE, MOST_NEAREST, WINDOW, Near, Places, nearest

LEAST_WORDS = 18
"""Words of a text below which two writers tell the same fact alike by chance."""
LONGEST = 1.8
"""Times that one text may be longer than the other: what is left over speaks for a writer's own."""
SURE_SAME = 2.0
"""Log-odds of the judge, from which two texts are the same in every detail."""
SURE_PARAPHRASE = 4.0
"""Log-odds of the judge, from which people would call one a paraphrase of the other. Both bars: none of the reports of
one event in other words of the tuned half of ``bench/reworded`` passes them."""
AT_ONCE = 4096
"""Pairs given to the judge at once: what bounds the memory."""
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def retold(
    texts: Sequence[str],
    reports: Places,
    vectors: NDArray[np.float32],
    days: Places | None = None,
    *,
    window: int = WINDOW,
    least: float = LEAST_COSINE,
    most: int = MOST_NEAREST,
    model: PairModel | None = None,
) -> Near:
    """Return the pairs of texts of different reports of which one tells the other again, with the judge's log-odds.

    :param texts: distinct texts, one paragraph or a few sentences each (the judge reads some 45 words of either);
        those that have a verbatim or near partner are better left out.
    :param reports: the number of the report of each text.
    :param vectors: one row of unit length a text, float32.
    :param days: the day of each text's report, :data:`twosource.passages.nearest.UNDATED` where it is not known.
    :param window: days that may lie between two reports.
    :param least: least cosine of a pair that the judge reads.
    :param most: nearest texts of a text that the judge reads.
    :param model: another judge than the one that comes with the package.
    :raises ValueError: if the arrays do not fit one another, or a vector is longer than 1.
    :raises ModelError: if the judge cannot be loaded.
    """
    long = np.array([sum(1 for _ in _WORD.finditer(text)) for text in texts], np.int64)
    read = np.flatnonzero(long >= LEAST_WORDS)
    found = nearest(
        vectors[read], reports[read], None if days is None else days[read], window=window, least=least, most=most
    )
    i, j = read[found.i], read[found.j]
    fit = np.maximum(long[i], long[j]) <= LONGEST * np.minimum(long[i], long[j])
    proposed = zip(i[fit].tolist(), j[fit].tolist(), strict=True)
    pairs = [(a, b) for a, b in proposed if not figures_differ(texts[a], texts[b])]
    judge = model or MiniLmPairs()
    rows: list[tuple[int, int, float]] = []
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start : start + AT_ONCE]
        answers = judge.compare([(texts[a], texts[b]) for a, b in some])
        rows += [(a, b, answer.paraphrase) for (a, b), answer in zip(some, answers, strict=True) if _sure(answer)]
    told = np.array([row[:2] for row in rows], np.int64).reshape(-1, 2)
    return Near(told[:, 0], told[:, 1], np.array([row[2] for row in rows], np.float32))


def _sure(answer: Compared) -> bool:
    return answer.same >= SURE_SAME and answer.paraphrase >= SURE_PARAPHRASE


def figures_differ(a: str, b: str) -> bool:
    """Return whether each text has a figure, in digits, that the other has not: another one in its place."""
    left, right = (frozenset(match[0].replace(",", "") for match in _FIGURE.finditer(text)) for text in (a, b))
    return bool(left - right) and bool(right - left)
