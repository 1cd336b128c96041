"""Dates that cannot be, pages that contradict themselves, reports without a date, and too much of everything."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.support import plain_report, run
from tests.times.support import counted, of, parts_of
from twosource.language import language
from twosource.model import Anchor, Case, PartKind, Report
from twosource.times import times
from twosource.times.dates import last_day
from twosource.times.find import find


def page(*lines: tuple[str, PartKind], published: str | None) -> Report:
    """Return a report of one line a part."""
    text = "\n".join(words for words, _ in lines)
    return Report("a.txt", "a.txt", "0", text, published=published, parts=parts_of(text, *lines))


def test_dates_of_one_page_that_contradict_one_another_leave_open_what_they_would_date_apart() -> None:
    report = page(
        ("Published 13 September 2023", PartKind.DATELINE),
        ("The gate fell on Thursday. It was built in 1809.", PartKind.BODY),
        published="2021-03-02",
    )
    case = times(Case(reports=(report,)))
    assert [one.value for one in case.times] == ["2023-09-13", None, "1809"]
    assert "several dates of its own (2021-03-02, 2023-09-13)" in of(case, "on Thursday").reasons[0].detail


@pytest.mark.parametrize("line", ["Published 15 September 2023", "Updated 20 September 2023", "Dorlin, September 20"])
def test_another_zone_an_update_or_a_line_without_a_year_contradicts_nothing(line: str) -> None:
    report = page((line, PartKind.DATELINE), ("The gate fell on Tuesday.", PartKind.BODY), published="2023-09-14")
    assert of(times(Case(reports=(report,))), "on Tuesday").value == "2023-09-12"


def test_a_date_below_the_text_is_another_reports() -> None:
    report = page(
        ("The gate fell on Tuesday.", PartKind.BODY),
        ("Published 3 May 2019", PartKind.DATELINE),
        published="2023-09-14",
    )
    assert of(times(Case(reports=(report,))), "on Tuesday").value == "2023-09-12"


def test_what_is_told_as_past_and_lies_after_the_report_is_told_to_contradict_it() -> None:
    report = plain_report("The gate fell on 20 September 2023.", published="2023-09-14")
    found = run(Case(reports=(report,)), language, times).times
    assert found[0].value == "2023-09-20"
    assert [reason.detail for reason in found[0].reasons if reason.signal == "order"] == [
        "told as past, but after the report's own date, 2023-09-14"
    ]
    ahead = plain_report("The gate will open on 20 September 2023.", published="2023-09-14")
    for time in run(Case(reports=(ahead,)), language, times).times:
        assert "order" not in {reason.signal for reason in time.reasons}


def test_one_report_dated_far_ahead_dates_no_other_and_moves_none() -> None:
    undated = plain_report("The gate fell on Wednesday.", id="u.txt")
    sound = [plain_report("Orrin left yesterday.", id=f"{n}.txt", published="2023-09-14") for n in range(3)]
    future_one = plain_report("Orrin left yesterday.", id="z.txt", published="2093-09-14")
    case = times(Case(reports=(undated, *sound, future_one)))
    assert [one.value for one in case.times] == [None, *["2023-09-13"] * 3, "2093-09-13"]


def test_no_report_with_a_date_leaves_only_what_the_words_give() -> None:
    text = "It fell yesterday, in March, a year ago, last week, at 3 p.m., over the weekend, in 2021, on 3 May 2020."
    values = [one.value for one in times(Case(reports=(plain_report(text),))).times]
    assert values == [None, None, None, None, None, None, "2021", "2020-05-03"]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2023", "2023-13-45", "yesterday", ""])
def test_a_report_at_the_edge_of_the_calendar_or_without_a_day_is_read(published: str) -> None:
    text = (
        "It fell yesterday, tomorrow, last year, next year, 300 years ago, next century, a week before Friday, "
        "in the last week of December, on Monday, 29 February, over the next 99999999 years and in 3024."
    )
    for one in times(Case(reports=(plain_report(text, published=published),))).times:
        assert one.value is None or last_day(one.value) or one.value.startswith("P")


def test_ten_thousand_dates_are_read_by_work_that_grows_with_them() -> None:
    def work(count: int) -> int:
        text = " ".join(f"Tull will visit Dorlin on {1 + n % 28} May {2024 + n % 9}." for n in range(count))
        report = plain_report(text, published="2023-09-14")
        found: list[int] = []
        lines = counted(lambda: found.append(len(times(Case(reports=(report,))).times)))
        assert found == [count]
        return lines

    small = work(100)
    assert work(400) < 4.5 * small
    text = "Tull came on 3 May 2020. " * 10_000
    assert len(times(Case(reports=(plain_report(text, published="2023-09-14"),))).times) == 10_000


@pytest.mark.parametrize("words", ["June 31", "31 June 2022", "June 31, 2023", "29 February 2023", "Feb. 30"])
def test_a_day_that_the_calendar_has_not_is_told_and_left_open(words: str) -> None:
    case = times(Case(reports=(plain_report(f"The gate fell on {words}.", published="2023-09-14"),)))
    assert [(one.span.text, one.value, one.anchor) for one in case.times] == [(f"on {words}", None, Anchor.NONE)]
    assert case.times[0].reasons[0].detail == "the calendar has no such day"


def test_the_29th_of_february_without_a_year_is_that_of_the_leap_year_beside() -> None:
    for published, value in (("2024-03-01", "2024-02-29"), ("2025-01-10", "2024-02-29"), ("2022-07-01", None)):
        case = times(Case(reports=(plain_report("The gate fell on 29 February.", published=published),)))
        assert case.times[0].value == value


def test_a_weekday_that_does_not_fit_makes_the_date_uncertain_and_is_told() -> None:
    case = times(Case(reports=(plain_report("The gate fell on Monday, 3 March 2020.", published="2023-09-14"),)))
    assert case.times[0].value == "2020-03-03?"
    assert case.times[0].reasons[0].detail == "the day was a Tuesday"
    fits = plain_report("The gate fell on Monday, 2 March 2020.", published="2023-09-14")
    assert times(Case(reports=(fits,))).times[0].value == "2020-03-02"


def test_a_weekday_tells_which_year_is_meant() -> None:
    report = plain_report("The gate fell on Monday, September 19.", published="2023-09-14")
    assert times(Case(reports=(report,))).times[0].value == "2022-09-19"


HOSTILE: dict[str, Callable[[int], str]] = {
    "figures": lambda n: "9" * (10 * n),
    "hyphens": lambda n: "-" * (10 * n),
    "days": lambda n: "Thursday " * n,
    "ones": lambda n: "one " * n,
    "hundreds": lambda n: "a hundred " * n,
    "clocks": lambda n: "12:" * n,
    "turns": lambda n: "the last " * n,
    "edges": lambda n: "the end of " * n,
    "commas": lambda n: "1," * n + "a",
    "weeks of": lambda n: "the last week of " * n,
    "days before": lambda n: "the day before " * n,
    "clocks in brackets": lambda n: "10:35 a.m. (0735 GMT) " * n,
    "years ago": lambda n: "a year ago " * n,
    "dots": lambda n: "$ a year ago . " * n,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_text_is_read_by_work_that_grows_with_it(shape: str) -> None:
    small, large, huge = (HOSTILE[shape](size) for size in (150, 600, 5_000))
    assert counted(lambda: find(large)) < 4.5 * counted(lambda: find(small)) + 100
    found = find(huge)
    assert all(one.end <= following.start for one, following in pairwise(found))
    assert all(one.end - one.start < 100 for one in found)
