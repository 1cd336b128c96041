"""Changed copies of sentences: one thing differs where one should, and nothing that matters where none should."""

from __future__ import annotations

import random

import pytest

from training.judge.changes import (
    changed,
    changed_in_both,
    figures,
    modals,
    names,
    negation,
    opposites,
    reworded,
    swapped,
)

TEXT = "Prices in Orvale rose 3.5 percent in March after 40 mills will close, Minister Tessa Arkwell said."


def every(kind: object, text: str) -> set[str]:
    assert callable(kind)
    return {change(text) for seed in range(30) for change in kind(text, random.Random(seed))}


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        (figures, "Prices in Orvale rose"),
        (names, "rose 3.5 percent in March after 40 mills"),
        (modals, "Tessa Arkwell"),
    ],
)
def test_a_change_leaves_the_rest_as_it_is(kind: object, kept: str) -> None:
    found = every(kind, TEXT)
    assert found
    assert all(it != TEXT and kept in it for it in found)


def test_negation_goes_in_and_comes_out() -> None:
    assert "The dam will not hold." in every(negation, "The dam will hold.")
    assert every(negation, "The dam will not hold.") == {"The dam will hold."}
    assert "Arkwell did resign." in every(negation, "Arkwell didn't resign.").union({"Arkwell did resign."})


def test_opposites_keep_their_case() -> None:
    assert every(opposites, "Rose tall.") <= {"Fell tall."}
    assert "Sales fell." in every(opposites, "Sales rose.")


def test_two_names_change_places_unless_they_stand_side_by_side() -> None:
    assert every(swapped, "In spring Orvale sued the port of Halden.") == {"In spring Halden sued the port of Orvale."}
    assert not every(swapped, "The towns of Orvale and Halden sued.")


def test_one_side_differs_from_the_other_in_what_both_hold() -> None:
    beside = "In March prices rose by 3.5 percent in Orvale."
    for seed in range(40):
        other = changed(TEXT, beside, random.Random(seed))
        assert other is not None
        assert other not in (TEXT, beside)


def test_both_sides_change_alike() -> None:
    found = changed_in_both("Some 40 mills closed.", "It was 40 mills that closed.", random.Random(1))
    assert found is not None
    a, b = (next(word for word in text.split() if word.isdigit()) for text in found)
    assert a == b != "40"
    assert changed_in_both("Mills closed.", "They shut.", random.Random(1)) is None


def test_a_rewording_keeps_figures_and_names() -> None:
    for seed in range(40):
        other = reworded(TEXT, random.Random(seed))
        assert other is not None
        assert "Tessa Arkwell" in other
        assert "40" in other


def test_a_seed_makes_the_same_changes() -> None:
    assert changed(TEXT, TEXT, random.Random(5)) == changed(TEXT, TEXT, random.Random(5))
