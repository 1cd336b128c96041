"""The periods that a business reports on, and what it compares them with."""

from __future__ import annotations

import pytest

from tests.support import plain_report
from tests.times.support import of
from twosource.model import Case
from twosource.times import times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Third-quarter profit was $4 million, up from $3 million {}.", "2022-35"),
        ("In the third quarter of 2021 sales rose to $4 million from $3 million {}.", "2020-35"),
        ("Tull spoke of the third quarter. Her bridge fell {}.", "2022"),
        ("Profit was $4 million, up from $3 million {}.", "2022"),
    ],
)
@pytest.mark.parametrize("words", ["a year ago", "a year earlier"])
def test_a_year_ago_is_the_quarter_that_figures_are_compared_with(text: str, value: str, words: str) -> None:
    report = plain_report(text.format(words), published="2023-11-14")
    assert of(times(Case(reports=(report,))), words).value == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "Third-quarter profit rose.\nIn the year-ago quarter Norwire lost $2 million.",
            "In the year-ago quarter",
            "2022-35",
        ),
        ("Third-quarter profit rose.\nThe latest period had gains.", "The latest period", "2023-35"),
        ("Third-quarter profit rose.\nThe 2021 period had gains.", "The 2021 period", "2021-35"),
        ("Third-quarter profit rose.\nThe quarter had gains.", "The quarter", "2023-35"),
        ("Norwire opened.\nThe quarter had gains.", "The quarter", None),
        ("Sales fell for the quarter ended June 30.", "the quarter", "2023-34"),
        ("Sales fell in the year ended March 31, 2022.", "in the year", "2021-04/2022-03"),
        ("Sales climbed in February against the same period last year.", "the same period last year", "2022-02"),
        ("Third-quarter profit rose, like last year's quarter.", "last year's quarter", "2022-35"),
        (
            "Third-quarter profit rose in the year-earlier first quarter.",
            "in the year-earlier first quarter",
            "2022-33",
        ),
    ],
)
def test_the_periods_of_a_business(text: str, words: str, value: str | None) -> None:
    assert of(times(Case(reports=(plain_report(text, published="2023-11-14"),))), words).value == value
