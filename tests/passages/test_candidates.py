"""Which texts are compared: the same whatever the order and the partitions, and crowded buckets cost what they hold."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from twosource.passages.candidates import CROWD, NEIGHBOURS, STANDING, Pairs, candidates, merge

ROWS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2 * CROWD)), max_size=400)


def arrays(rows: list[tuple[int, int]]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return hashes and keys that use all their bits, the order of the keys kept."""
    hashes = np.array([h * 0x9E3779B97F4A7C15 % 2**64 for h, _ in rows], np.uint64)
    return hashes, np.array([k * 0x0123456789ABCDEF % 2**64 for _, k in rows], np.uint64)


def counted(pairs: Pairs) -> dict[tuple[int, int], tuple[int, int]]:
    keys = zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    return dict(zip(keys, zip(pairs.shared.tolist(), pairs.common.tolist(), strict=True), strict=True))


def by_hand(rows: list[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return what the rule says, written down a second time without arrays."""
    found: dict[tuple[int, int], Counter[str]] = {}
    hashes, keys = arrays(rows)
    buckets: dict[int, set[int]] = {}
    for value, key in zip(hashes.tolist(), keys.tolist(), strict=True):
        buckets.setdefault(value, set()).add(key)
    for texts in buckets.values():
        members = sorted(texts)
        for (i, a), (j, b) in combinations(enumerate(members), 2):
            if len(members) <= CROWD:
                found.setdefault((a, b), Counter())["shared"] += 1
            elif i == 0 or j - i <= NEIGHBOURS:
                found.setdefault((a, b), Counter())["common"] += 1
    return {pair: (counts["shared"], counts["common"]) for pair, counts in found.items()}


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_pairs_are_those_of_the_written_rule_in_order(rows: list[tuple[int, int]]) -> None:
    pairs = candidates(*arrays(rows)).pairs
    assert counted(pairs) == by_hand(rows)
    assert list(counted(pairs)) == sorted(counted(pairs))


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_prints_changes_nothing(rows: list[tuple[int, int]], draw: object) -> None:
    turned = list(rows)
    draw.shuffle(turned)  # type: ignore[attr-defined]
    one, other = candidates(*arrays(rows)), candidates(*arrays(turned))
    assert counted(one.pairs) == counted(other.pairs)
    assert one.hot.tolist() == other.hot.tolist()


@given(ROWS, st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_partitions_summed_are_the_whole(rows: list[tuple[int, int]], parts: int) -> None:
    hashes, keys = arrays(rows)
    part = hashes % np.uint64(parts)
    found = [candidates(hashes[part == p], keys[part == p]) for p in range(parts)]
    whole = candidates(hashes, keys)
    summed = merge([it.pairs for it in found])
    assert counted(summed) == counted(whole.pairs)
    assert list(counted(summed)) == list(counted(whole.pairs))
    assert sorted(h for it in found for h in it.hot.tolist()) == whole.hot.tolist()


def test_no_prints_and_no_partitions_have_no_pairs() -> None:
    assert len(candidates(np.zeros(0, np.uint64), np.zeros(0, np.uint64)).pairs) == 0
    assert len(merge([])) == 0


def test_hashes_that_differ_in_their_high_bits_alone_are_different_prints() -> None:
    hashes = np.array([1, 1 + 2**63, 1 + 2**62, 1 + 2**63], np.uint64)
    assert counted(candidates(hashes, np.array([1, 2, 3, 4], np.uint64)).pairs) == {(2, 4): (1, 0)}


def test_a_crowd_of_texts_costs_its_number_and_is_told() -> None:
    for texts in (STANDING, STANDING + 1, 40 * STANDING):
        found = candidates(np.full(texts, 7, np.uint64), np.arange(texts).astype(np.uint64))
        assert len(found.pairs) <= 2 * texts
        assert found.hot.tolist() == ([7] if texts > STANDING else [])
        assert int(found.pairs.shared.sum()) == 0


def test_one_text_with_a_print_many_times_is_in_its_bucket_once() -> None:
    hashes, keys = np.full(1000, 7, np.uint64), np.repeat(np.array([4, 9], np.uint64), 500)
    assert counted(candidates(hashes, keys).pairs) == {(4, 9): (1, 0)}
