"""The rules by which a finding counts as right, on invented lists."""

from __future__ import annotations

import pytest

from bench import metrics
from bench.metrics import Count, Place


def offsets(start: int, end: int) -> frozenset[int]:
    return frozenset(range(start, end))


@pytest.mark.parametrize(
    ("found", "hit"),
    [
        ((0, 100), True),
        ((0, 60), True),
        ((0, 59), False),  # covers too little
        ((0, 222), True),
        ((0, 223), False),  # too much beside it
        ((100, 200), False),
    ],
)
def test_a_hit_covers_most_of_the_gold_and_not_much_else(found: tuple[int, int], hit: bool) -> None:
    assert bool(metrics.hits({"g": offsets(0, 100)}, {"f": offsets(*found)})) is hit


def test_hits_are_one_to_one_and_the_closest_pair_comes_first() -> None:
    gold = {"whole": offsets(0, 100), "most": offsets(10, 100)}
    found = {"a": offsets(10, 100), "b": offsets(0, 90)}
    assert metrics.hits(gold, found) == {"most": "a", "whole": "b"}
    assert metrics.hits(gold, {"a": offsets(10, 100)}) == {"most": "a"}
    assert metrics.hits(gold, {"a": frozenset()}) == {}


NAMES = {"s1": ["Torvian News Agency", "TNA"], "s2": ["Ruta Kalnis"]}


def said(*chain: str, source: tuple[int, int] | None = None) -> metrics.Row:
    return {"chain": list(chain), "source": {"start": source[0], "end": source[1]} if source else None}


def test_a_chain_is_right_with_every_layer_in_order() -> None:
    gold = {"chain": ["TNA", "Kalnis"]}
    assert metrics.chain_right(gold, said("s1", "s2"), NAMES)
    for wrong in (("s2", "s1"), ("s1",), ("s2",), ("s1", "s2", "s2"), (), ("s1", "unknown")):
        assert not metrics.chain_right(gold, said(*wrong), NAMES)


def test_a_speaker_is_right_by_place_or_by_the_innermost_name() -> None:
    gold = {"chain": ["TNA", "Kalnis"], "source": {"start": 10, "end": 16}, "source_resolved": "Admiral Kalnis"}
    assert metrics.speaker_right(gold, said("s1", source=(15, 20)), NAMES)
    assert metrics.speaker_right(gold, said("s1", "s2"), NAMES)
    assert not metrics.speaker_right(gold, said("s2", "s1", source=(16, 20)), NAMES)
    assert not metrics.speaker_right(gold, said(), NAMES)
    assert metrics.speaker_right({"chain": []}, said(), NAMES)
    assert not metrics.same_name("the agency of a state", ["the wire of a town"])


A1, A2, B1, B2 = Place("a", 0, 10), Place("a", 50, 60), Place("b", 0, 10), Place("b", 50, 60)


def test_pairs_of_mentions_count_over_reports_alone() -> None:
    gold = [[A1, A2, B1], [B2]]
    assert metrics.claim_pairs(gold, gold) == (Count(2, 2), Count(2, 2))
    assert metrics.claim_pairs(gold, [[A1, B1], [A2]]) == (Count(1, 1), Count(1, 2))
    assert metrics.claim_pairs(gold, [[A1, B1, B2]]) == (Count(1, 2), Count(1, 2))
    assert metrics.claim_pairs(gold, []) == (Count(0, 0), Count(0, 2))
    half, less = A1._replace(start=5, end=15), A1._replace(start=6, end=16)
    assert metrics.claim_pairs(gold, [[half, B1]])[0] == Count(1, 1)
    assert metrics.claim_pairs(gold, [[less, B1]])[0] == Count(0, 1)


def test_origins_are_those_of_the_claim_that_meets_most_and_only_over_reports() -> None:
    gold = [A1, A2, B1]
    assert metrics.counted_origins(gold, [(7, [B1]), (2, [A1, B1])]) == 2
    assert metrics.counted_origins(gold, [(2, [A1, A2])]) is None
    assert metrics.counted_origins(gold, []) is None


def test_both_sides_of_a_tension_belong_to_one_finding() -> None:
    assert metrics.pair_found(A1, B1, [[B1, A1]])
    assert not metrics.pair_found(A1, B1, [[A1, B2], [A2, B1]])


def test_a_time_is_right_up_to_the_day() -> None:
    assert metrics.time_right(A1, "2031-05-03T14:00", [(A1, "2031-05-03")])
    assert not metrics.time_right(A1, "2031-05-03", [(A1, "2031-05-04"), (A2, "2031-05-03"), (A1, None)])


def test_passages_are_compared_by_character() -> None:
    precision, recall = metrics.passage_characters([A1, B1], [A1._replace(end=20), B2])
    assert (precision, recall) == (Count(10, 30), Count(10, 20))
    assert metrics.f1(precision.share, recall.share) == pytest.approx(0.4)
    assert metrics.f1(0, 0) == 0
