"""The trained judge of pairs: its answers hang on the two texts alone, and on neither's place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import ModelError
from twosource.language import pairs
from twosource.language.pairs import MAX_PIECES, Compared, MiniLmPairs

JUDGE = MiniLmPairs()
ONE = "The council of Brenmark closed the ferry pier on Monday."
SAME = "On Monday Brenmark's council shut the pier of the ferry."
OTHER = "A dog show in Ollvik drew a record crowd."


class Listening:
    """A model that keeps what it is given."""

    def __init__(self) -> None:
        self.seen: list[dict[str, np.ndarray]] = []

    def run(self, _: object, feed: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Keep what is asked, and answer something."""
        self.seen.append(feed)
        return [np.array([1.5]), np.array([0.5]), np.array([[2.0, 1.0, 0.0]])]


def compared(a: str, b: str) -> Compared:
    return JUDGE.compare([(a, b)])[0]


def test_a_rewording_is_likelier_the_same_than_another_event() -> None:
    rewording, other = compared(ONE, SAME), compared(ONE, OTHER)
    assert rewording.same > 0 > other.same
    assert rewording.paraphrase > 0 > other.paraphrase


def test_one_exchanged_name_is_seen() -> None:
    assert compared(ONE, ONE.replace("Brenmark", "Sundholt")).same < compared(ONE, SAME).same


def test_the_order_of_the_two_and_what_else_is_asked_change_nothing() -> None:
    alone = JUDGE.compare([(ONE, SAME)])
    together = JUDGE.compare([(OTHER, SAME), (SAME, ONE), (ONE, OTHER)])
    assert together[1] == alone[0]


def test_probabilities_sum_to_one() -> None:
    found = compared(ONE, OTHER)
    assert found.entailed + found.neutral + found.opposed == pytest.approx(1)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400))
def test_long_texts_are_cut_to_what_is_read_and_both_are_heard(a: int, b: int) -> None:
    model = Listening()
    MiniLmPairs(model).compare([("mill " * a, "pier " * b)])
    ids, kinds = model.seen[0]["ids"][0], model.seen[0]["kinds"][0]
    assert len(ids) == min(a + b + 3, MAX_PIECES)
    first, second = int((kinds == 0).sum()) - 2, int((kinds == 1).sum()) - 1
    assert first >= min(a, (MAX_PIECES - 3) // 2)
    assert second >= min(b, (MAX_PIECES - 3) // 2)


def test_a_damaged_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "pairs.onnx"
    damaged.write_bytes(b"no model")
    monkeypatch.setattr(pairs, "PAIRS_MODEL", damaged)
    pairs._shipped.cache_clear()
    try:
        with pytest.raises(ModelError, match="damaged"):
            MiniLmPairs().compare([("never asked before", "nor this one")])
    finally:
        pairs._shipped.cache_clear()
