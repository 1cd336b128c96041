"""Fingerprints: no shared stretch of the promised length goes unseen, whatever stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.making import words
from twosource.passages.prints import RUN, WINDOW, Prints, fingerprints
from twosource.passages.tokens import tokenise

SMALL = st.lists(st.sampled_from("abcd"), max_size=30)


def of(prints: Prints, text: int) -> set[int]:
    return {h for h, t in zip(prints.hash.tolist(), prints.text.tolist(), strict=True) if t == text}


@given(SMALL, SMALL, SMALL, SMALL, st.lists(st.sampled_from("abcd"), min_size=8, max_size=12), st.integers(1, 5))
@settings(max_examples=200, deadline=None)
def test_a_shared_stretch_of_run_and_window_shares_a_print(
    one: list[str], two: list[str], three: list[str], four: list[str], shared: list[str], run: int
) -> None:
    window = len(shared) - run + 1
    texts = [" ".join([*one, *shared, *two]), " ".join([*three, *shared, *four])]
    prints = fingerprints(tokenise(texts), run, window)
    assert of(prints, 0) & of(prints, 1)


@given(st.integers(0, 1000), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_prints_are_of_runs_of_their_text_and_no_window_is_without(seed: int, count: int) -> None:
    made = words(seed, count)
    prints = fingerprints(tokenise(["other words first " * 3, " ".join(made)]))
    places = prints.position[prints.text == 1].tolist()
    assert places == sorted(set(places))
    runs = max(count - RUN + 1, 0)
    assert all(0 <= place < runs for place in places)
    for first in range(max(runs - WINDOW + 1, min(runs, 1))):
        assert any(first <= place < first + WINDOW for place in places)
    for place, value in zip(places, prints.hash[prints.text == 1].tolist(), strict=True):
        assert value in of(fingerprints(tokenise([" ".join(made[place : place + RUN])])), 0)


def test_few_words_have_no_print_and_a_window_may_be_wider_than_a_text() -> None:
    assert len(fingerprints(tokenise(["", "one two three four"]))) == 0
    assert len(fingerprints(tokenise(["one two three four five"]))) == 1
    assert len(fingerprints(tokenise([" ".join(words(1, 300))]), 5, 256)) >= 1


def test_runs_without_a_content_word_may_be_left_out() -> None:
    tokens = tokenise(["as it was in the harbour of the"])
    assert fingerprints(tokens, 3, 1, content=True).position.tolist() == [3, 4, 5]
    assert fingerprints(tokens, 3, 1).position.tolist() == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("run", "window"), [(0, 4), (5, 0), (5, 257)])
def test_what_cannot_be_is_refused(run: int, window: int) -> None:
    with pytest.raises(ValueError, match="a print needs"):
        fingerprints(tokenise(["one"]), run, window)


def test_about_two_fifths_of_the_runs_are_kept() -> None:
    kept = len(fingerprints(tokenise([" ".join(words(3, 20_000))]))) / 20_000
    assert abs(kept - 2 / (WINDOW + 1)) < 0.02
