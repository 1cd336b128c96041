"""Words laid side by side, and figures read as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.differences.making import story
from twosource.differences.counts import Count, counts
from twosource.differences.quotes import Word
from twosource.differences.scene import scene
from twosource.differences.wording import changes, likeness, shown

LITTLE = frozenset("the of with a and was".split())


def words(text: str) -> tuple[Word, ...]:
    """Return words as the stage reads them; those of ``LITTLE`` carry grammar only."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        pos = {"of": "ADP", "with": "ADP", "was": "AUX", "and": "CCONJ"}.get(word, "DET" if word in LITTLE else "NOUN")
        found.append(Word(start, at, word, word, pos, word not in LITTLE, editorial=False))
    return tuple(found)


def differences(here: str, there: str) -> list[tuple[str, str]]:
    """Return the word groups that differ, as they are shown."""
    a, b = words(here), words(there)
    told = [shown(change, a, b) for change in changes(a, b)]
    return [(" ".join(w.key for w in a[c.a0 : c.a1]), " ".join(w.key for w in b[c.b0 : c.b1])) for c in told]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("took it with joy", "took it with pleasure", [("with joy", "with pleasure")]),
        ("ship was stopped", "vessel was halted", [("ship", "vessel"), ("stopped", "halted")]),
        ("tyranny of pirates", "tyranny of the pirates", [("of pirates", "of the pirates")]),
        ("defeat evil", "defeat evil tomorrow", [("evil", "evil tomorrow")]),
        ("same words here", "same words here", []),
    ],
)
def test_changes_are_shown_by_groups_of_words(here: str, there: str, expected: list[tuple[str, str]]) -> None:
    assert differences(here, there) == expected


TEXTS = st.lists(st.sampled_from("ship pier storm the of with open".split()), min_size=1, max_size=10).map(" ".join)


@given(TEXTS, TEXTS)
def test_likeness_is_symmetric_and_one_for_equal_words(here: str, there: str) -> None:
    a, b = words(here), words(there)
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a).alike == pytest.approx(1.0)
    assert 0 <= likeness(a, b).alike <= 1


@given(TEXTS, TEXTS)
def test_what_is_not_changed_is_equal(here: str, there: str) -> None:
    a, b = words(here), words(there)
    told = changes(a, b)
    left = [w.key for n, w in enumerate(a) if not any(c.a0 <= n < c.a1 for c in told)]
    right = [w.key for n, w in enumerate(b) if not any(c.b0 <= n < c.b1 for c in told)]
    assert left == right


def read(text: str) -> list[Count]:
    """Return the counts of a text."""
    case = story(text)
    told = scene(case, ("a.txt",))
    return [count for item in told.items for count in counts(told, item)]


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("At least 12 people were killed in the crash of the ferry.", "dead", 12, float("inf")),
        ("Up to 30 sailors were injured in the crash of the ferry.", "injured", 0, 30),
        ("About 100 cars were lost in the crash of the ferry.", "count car", 90, 110),
        ("The guards took the ship and its crew of 14 to the port.", "crew", 14, 14),
        ("The ministers held talks on the ferry line for several hours.", "time", 7_200, 144_000),
        ("The operation at the pier ended without a shot.", "count shot", 0, 0),
    ],
)
def test_figures_are_read_as_ranges(text: str, what: str, low: float, high: float) -> None:
    (count,) = (c for c in read(text) if c.what == what)
    assert count.low == pytest.approx(low)
    assert count.high == pytest.approx(high)


def test_others_are_a_part() -> None:
    (count,) = read("20 others were injured in the crash of the ferry.")
    assert count.part
    assert not count.compares(Count("injured", 27, 27, "27"))
