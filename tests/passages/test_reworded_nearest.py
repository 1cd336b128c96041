"""Nearest texts of other reports: the same whatever the blocks and the order, exact, and within the window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from twosource.language.encoder import MiniLm
from twosource.language.pairs import Compared
from twosource.passages.nearest import UNDATED, nearest
from twosource.passages.retold import retold

WIDTH = 12


def unit_rows(seed: int, count: int) -> NDArray[np.float32]:
    """Return rows of unit length, some of them nearly or just the same."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(max(count // 4, 1), WIDTH))
    rows = centres[random.integers(len(centres), size=count)] + 0.2 * random.integers(-1, 2, size=(count, WIDTH))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    made: NDArray[np.float32] = (rows / lengths).astype(np.float32)
    return made


def plainly(
    rows: NDArray[np.float32], reports: Sequence[int], days: Sequence[int], window: int, most: int
) -> list[list[int]]:
    """Return the same pairs by comparing all with all."""
    whole = np.rint(rows * np.float32(4000)).astype(np.int64)
    products = whole @ whole.T
    chosen = []
    for i in range(len(rows)):
        near = [
            j
            for j in range(len(rows))
            if reports[i] != reports[j]
            and (UNDATED in (days[i], days[j]) or abs(days[i] - days[j]) <= window)
            and products[i, j] >= 0.7 * 4000**2
        ]
        chosen.append(set(sorted(near, key=lambda j: (-products[i, j], j))[:most]))
    return [[i, j] for i in range(len(rows)) for j in sorted(chosen[i]) if i < j and i in chosen[j]]


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(0, 60),
    block=st.sampled_from([1, 3, 7, 64]),
    window=st.integers(0, 3),
    most=st.integers(1, 3),
)
def test_the_nearest_are_those_that_comparing_all_with_all_finds_whatever_the_block(
    seed: int, count: int, block: int, window: int, most: int
) -> None:
    random = np.random.default_rng(seed)
    rows, reports = unit_rows(seed, count), random.integers(max(count // 3, 1), size=count)
    days = np.where(random.random(count) < 0.1, UNDATED, random.integers(8, size=count))
    found = nearest(rows, reports, days, window=window, least=0.7, most=most, block=block)
    wanted = plainly(rows, reports.tolist(), days.tolist(), window, most)
    assert np.stack((found.i, found.j), axis=1).tolist() == wanted
    assert np.allclose(found.score, np.einsum("ij,ij->i", rows[found.i], rows[found.j]), atol=2e-3)


def test_without_days_all_texts_are_compared() -> None:
    rows = unit_rows(1, 30)
    found = nearest(rows, np.arange(30), least=0.7, most=2)
    assert np.stack((found.i, found.j), axis=1).tolist() == plainly(rows, range(30), [0] * 30, 0, 2)
    assert len(found.i)


def test_what_does_not_fit_is_refused() -> None:
    rows = unit_rows(1, 4)
    with pytest.raises(ValueError, match="3 reports"):
        nearest(rows, np.arange(3))
    with pytest.raises(ValueError, match="longer than 1"):
        nearest(rows * 2, np.arange(4))
    with pytest.raises(ValueError, match="least"):
        nearest(rows, np.arange(4), least=0.0)


# --- and the judge -------------------------------------------------------------------------------------------------

TOLD = (
    "Police in Dunmere said they had arrested a 34-year-old man on suspicion of setting fire to the city's central "
    "library, where thousands of rare manuscripts were damaged last month."
)
AGAIN = (
    "A man aged 34 was detained in Dunmere under suspicion that he committed arson of the central city library, police "
    "informed. Last month several thousand rare manuscripts suffered damage there."
)


class Counting:
    """A judge that says yes to everything, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Say yes."""
        self.asked += pairs
        return [Compared(5.0, 6.0, 0.9, 0.1, 0.0)] * len(pairs)


def near_rows(count: int) -> NDArray[np.float32]:
    rows = np.ones((count, WIDTH)) + 0.01 * np.eye(count, WIDTH)
    made: NDArray[np.float32] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return made


def test_a_text_told_again_is_found_and_its_look_alike_is_not() -> None:
    texts = [TOLD, AGAIN, TOLD.replace("Dunmere", "Harrow Point").replace("34-year-old man", "group of teenagers")]
    found = retold(texts, np.arange(3), MiniLm().encode(texts))
    assert list(zip(found.i.tolist(), found.j.tolist(), strict=True)) == [(0, 1)]


def test_another_figure_is_another_text_and_the_judge_is_not_asked() -> None:
    judge = Counting()
    texts = [TOLD, AGAIN.replace("34", "43"), AGAIN]
    found = retold(texts, np.array([0, 1, 1]), near_rows(3), model=judge)
    assert list(zip(found.i.tolist(), found.j.tolist(), strict=True)) == [(0, 2)]
    assert judge.asked == [(TOLD, AGAIN)]
    assert found.score.tolist() == [6.0]


def test_a_short_text_and_one_twice_as_long_are_not_read() -> None:
    judge = Counting()
    texts = ["A man aged 34 was detained in Dunmere.", f"{TOLD} {AGAIN}", TOLD]
    found = retold(texts, np.arange(3), near_rows(3), model=judge)
    assert found.i.tolist() == []
    assert judge.asked == []


def test_what_is_judged_grows_with_the_texts_not_with_their_pairs() -> None:
    judge = Counting()
    texts = [f"{TOLD} {'x' * number}" for number in range(1, 101)]
    retold(texts, np.arange(100), np.tile(near_rows(1), (100, 1)), most=3, model=judge)
    assert len(judge.asked) <= 3 * len(texts) / 2
