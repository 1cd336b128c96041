"""Figures are read in every way they are written, with what they measure; dates are kept apart from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.likeness.reading import units
from twosource.likeness.calendars import Dates
from twosource.likeness.figures import Figure
from twosource.model import Token


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("They counted 10,000 people.", 10_000, "count"),
        ("They counted ten thousand people.", 10_000, "count"),
        ("It cost 10k.", 10_000, "count"),
        ("Prices rose 40% in a year.", 40, "percent"),
        ("Prices rose by 40 percent.", 40, "percent"),
        ("Prices rose by forty per cent.", 40, "percent"),
        ("A hundred workers left.", 100, "count"),
        ("The next hundred years will tell.", 100 * 31_557_600, "time"),
        ("It lasted for 100 years.", 100 * 31_557_600, "time"),
        ("The bank lost $3 million.", 3_000_000, "money"),
        ("The bank lost three million dollars.", 3_000_000, "money"),
        ("The fine was 1.5 billion euros.", 1_500_000_000, "money"),
        ("It sank 12 km from shore.", 12_000, "length"),
        ("He fell into an 80m-deep shaft.", 80, "length"),
        ("The shaft is 80m deep.", 80, "length"),
        ("The firm paid £80m for it.", 80_000_000, "money"),
        ("A gap 80 m wide was left.", 80, "length"),
        ("The firm lost 80 million on it.", 80_000_000, "count"),
        ("The rod is 40cm long.", 0.4, "length"),
        ("The rod is 40 centimetres long.", 0.4, "length"),
        ("The hail was 25 mm thick.", 0.025, "length"),
        ("He ran 100 yards.", 91.44, "length"),
        ("The fish weighed 10 lb.", 4.536, "weight"),
        ("The car drove at 60 mph.", 96.54, "speed"),
        ("The wind reached 40 knots.", 74.08, "speed"),
        ("The fire burned 200 hectares.", 2_000_000, "area"),
        ("A 40-second silence followed.", 40, "time"),
        ("Twenty-one miners died.", 21, "count"),
        ("Two dozen sheep died.", 24, "count"),
        ("It was the third strike.", 3, "ordinal"),
        ("It was their 3rd strike.", 3, "ordinal"),
    ],
)
def test_a_figure_is_read(text: str, value: float, measure: str) -> None:
    (read,) = units([text], vectors=False)
    matching = [f for f in read.figures if f.measure.split(" ")[0] == measure]
    assert [f.value for f in matching] == [pytest.approx(value)]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in 1998.",
        "It opened on 3 May.",
        "It went off at 14:20.",
        "One must hope.",
        "No one came.",
    ],
)
def test_dates_and_pronouns_are_no_figures(text: str) -> None:
    (read,) = units([text], vectors=False)
    assert not read.figures


def test_rounded_figures_agree_within_a_twentieth() -> None:
    exact = Figure(9_870, "count", "9,870")
    assert exact.agrees(Figure(10_000, "count", "10,000", rounded=True))
    assert not exact.agrees(Figure(10_000, "count", "10,000"))
    assert not exact.agrees(Figure(20_000, "count", "20,000", rounded=True))


def test_units_of_one_measure_are_converted() -> None:
    (read,) = units(["It sank 10 km out, 6.2 miles from shore, after 60 minutes, or one hour."], vectors=False)
    length, miles, minutes, hour = read.figures
    assert length.agrees(miles)
    assert minutes.agrees(hour)
    assert not length.comparable(hour)


def test_two_currencies_do_not_agree() -> None:
    (read,) = units(["It cost 2 million euros or 2 million dollars."], vectors=False)
    euros, dollars = read.figures
    assert euros.comparable(dollars)
    assert not euros.agrees(dollars)


@given(st.integers(2, 999_999), st.integers(2, 999_999))
def test_two_plain_counts_agree_only_if_equal(a: int, b: int) -> None:
    left, right = Figure(a, "count", str(a)), Figure(b, "count", str(b))
    assert left.agrees(right) is (a == b)
    assert left.agrees(right) is right.agrees(left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on Monday.", Dates(weekdays=frozenset({"monday"}))),
        (
            "It closed on 13 September 2011.",
            Dates(days=frozenset({(9, 13)}), months=frozenset({9}), years=frozenset({2011})),
        ),
        ("It closed on Sept. 13.", Dates(days=frozenset({(9, 13)}), months=frozenset({9}))),
        ("It closed at 17:45.", Dates(clock=frozenset({(17, 45)}))),
        ("It closed yesterday.", Dates(relative=frozenset({"yesterday"}))),
        ("They may march tomorrow.", Dates(relative=frozenset({"tomorrow"}))),
    ],
)
def test_calendar_words_are_read(text: str, expected: Dates) -> None:
    (read,) = units([text], vectors=False)
    assert read.dates == expected


def test_only_words_of_one_kind_contradict() -> None:
    monday, tuesday = (Dates(weekdays=frozenset({day})) for day in ("monday", "tuesday"))
    assert monday.differences(tuesday) == (("monday", "tuesday"),)
    assert not monday.differences(Dates(years=frozenset({2011})))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_words_are_read_without_failing(words: list[str]) -> None:
    from twosource.likeness.calendars import dates
    from twosource.likeness.figures import figures

    tokens = [Token(word, 0, 0, word.lower(), "NUM", "CD", "nummod", number) for number, word in enumerate(words)]
    figures(tokens, [None] * len(tokens))
    dates(tokens)


@pytest.mark.parametrize("text", ["The council freed six Friday.", "The ferry took 40 Monday from the island."])
def test_a_number_before_a_weekday_counts_no_weekdays(text: str) -> None:
    (read,) = units([text], vectors=False)
    assert read.figures
    assert not {figure.unit for figure in read.figures} & {"friday", "monday"}
