"""Dates of reports: what is read, and above all what is not."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.dating import MONTHS, declared_stamp, find_stamp, stamp_line


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Updated 09:41, 03-Mar-2031", None, "2031-03-03T09:41"),
        ("Published: 3 March 2031", "2031-03-03", None),
        ("Posted on March 3rd, 2031 at 2:05 p.m. ET", "2031-03-03T14:05", None),
        ("First published on Mon 3 Mar 2031 10.00 GMT", "2031-03-03T10:00Z", None),
        ("Published: 3 March 2031 | Updated: 4 March 2031 10:00 UTC+2", "2031-03-03", "2031-03-04T10:00+02:00"),
        ("Last updated March 3, 2031 at 11:59pm EST", None, "2031-03-03T23:59-05:00"),
        ("2031-03-03 09:53", "2031-03-03T09:53", None),
        ("2031-03-03T09:53:07Z", "2031-03-03T09:53:07Z", None),
        ("Updated 2145 GMT (0545 HKT) March 3, 2031", None, "2031-03-03T21:45Z"),
        ("HALDEN, March 3, 2031", "2031-03-03", None),
        ("13/04/2031", "2031-04-13", None),
        ("04/13/2031", "2031-04-13", None),
        ("04/04/2031", "2031-04-04", None),
    ],
)
def test_a_line_of_dates(line: str, published: str | None, updated: str | None) -> None:
    assert stamp_line(line) == (published, updated)


@pytest.mark.parametrize("line", ["03/04/2031", "Published 2 hours ago", "3 March", "Last updated at 12:31"])
def test_a_line_of_dates_that_gives_no_certain_date(line: str) -> None:
    assert stamp_line(line) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "The dam broke on March 3, 2031",
        "Update: The town was flooded on March 3, 2031",
        "Orrin Dam 2031",
        "Sunday",
        "May 2031",
        "Halden",
        "She joined the Halden Post in 2021",
    ],
)
def test_prose_and_titles_are_no_line_of_dates(line: str) -> None:
    assert stamp_line(line) is None


def test_a_place_is_allowed_only_where_it_is_asked_for() -> None:
    assert stamp_line("Halden Storm March 3, 2031", place=False) is None


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("2031-03-03T18:20:32", "2031-03-03T18:20:32"),
        ("2031-03-03T00:00:00", "2031-03-03"),
        ("2031-03-03 00:00:00", "2031-03-03"),
        ("2031-03-03T10:00:00.000+01:00", "2031-03-03T10:00:00+01:00"),
        ("Mon, 03 Mar 2031 18:20:32 GMT", "2031-03-03T18:20:32Z"),
        (1517683112, "2018-02-03T18:38:32Z"),
        (1517683112000, "2018-02-03T18:38:32Z"),
        (datetime(2031, 3, 3, 9, 5), "2031-03-03T09:05:00"),
        (date(2031, 3, 3), "2031-03-03"),
        ("2031-03", None),
        ("yesterday", None),
        ("2031-02-31", None),
        ("10/11/2031", None),
        ("2031-03-03T25:61:00", "2031-03-03"),
        ("", None),
        (True, None),
        (None, None),
        (float("inf"), None),
        ({"date": 1}, None),
    ],
)
def test_declared_stamps(value: object, stamp: str | None) -> None:
    assert declared_stamp(value) == stamp


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)), st.booleans())
def test_a_full_date_is_read_in_every_spelling(day: date, short: bool) -> None:
    name = day.strftime("%b" if short else "%B")
    for text in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.day:02}-{name}-{day.year}",
    ):
        assert find_stamp(text) == day.isoformat()


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1900, 2100))
def test_a_numeric_date_with_two_readings_is_never_resolved(first: int, second: int, year: int) -> None:
    stamp = find_stamp(f"{first:02}/{second:02}/{year}")
    assert stamp == (date(year, first, first).isoformat() if first == second else None)


@given(st.sampled_from(MONTHS), st.integers(1, 31))
def test_a_date_without_a_year_is_no_date(month: str, day: int) -> None:
    assert find_stamp(f"{month} {day}") is None


@given(st.text(max_size=300))
def test_any_text_ends_in_an_answer(text: str) -> None:
    stamp_line(text)
    stamp = declared_stamp(text)
    if stamp is not None:
        date.fromisoformat(stamp[:10])
