"""What counts as a time expression, and which date it means."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import plain_report
from tests.times.support import DAY, only
from twosource.model import Case
from twosource.times import times
from twosource.times.dates import Frame
from twosource.times.find import find


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Mara Tull arrived on Thursday.", "on Thursday", "2023-09-14"),
        ("On Wednesday, Tull left.", "On Wednesday", "2023-09-13"),
        ("It fell last Thursday again.", "last Thursday", "2023-09-07"),
        ("The bridge fell early Saturday.", "early Saturday", "2023-09-09"),
        ("She phoned Tuesday night.", "Tuesday night", "2023-09-12"),
        ("He came yesterday.", "yesterday", "2023-09-13"),
        ("Rain fell last night.", "last night", "2023-09-13"),
        ("She flies tomorrow morning.", "tomorrow morning", "2023-09-15"),
        ("It closed on 14-Sep-2023.", "on 14-Sep-2023", "2023-09-14"),
        ("It closed on 14-Sep-23.", "on 14-Sep-23", "2023-09-14"),
        ("Stand: 13.09.2023, Dorlin", "13.09.2023", "2023-09-13"),
        ("Filed 2023-09-14T10:05Z in Dorlin", "2023-09-14T10:05Z", "2023-09-14T10:05Z"),
        ("It fell on Sept. 13.", "on Sept. 13", "2023-09-13"),
        ("It fell on September 13, 2021, at dusk", "on September 13, 2021", "2021-09-13"),
        ("It fell on the 13th of September.", "on the 13th of September", "2023-09-13"),
        ("It fell on Wednesday, September 13, 2023.", "on Wednesday, September 13, 2023", "2023-09-13"),
        ("The fair runs between 3 and 5 May 2024.", "between 3 and 5 May 2024", "2024-05-03/2024-05-05"),
        ("The fair ran May 3-5.", "May 3-5", "2023-05-03/2023-05-05"),
        ("It opened in mid-March.", "in mid-March", "2023-03"),
        ("Prices rose in October 2021.", "in October 2021", "2021-10"),
        ("Prices rose in 2021.", "in 2021", "2021"),
        ("The war of 1809-12 was long.", "1809-12", "1809/1812"),
        ("He sang in the 1990s.", "in the 1990s", "199X"),
        ("He sang in the '80s.", "in the '80s", "198X"),
        ("The 19th century mill burned.", "The 19th century", "18XX"),
        ("It shrank late last year.", "late last year", "2022"),
        ("She was there this week.", "this week", "2023-W37"),
        ("She was there over the weekend.", "the weekend", "2023-09-09/2023-09-10"),
        ("Losses grew in the second quarter.", "in the second quarter", "2023-34"),
        ("Losses grew in the second quarter of 2020.", "in the second quarter of 2020", "2020-34"),
        ("It rained last summer.", "last summer", "2023-22"),
        ("He died three days ago.", "three days ago", "2023-09-11"),
        ("He left a fortnight ago.", "a fortnight ago", "2023-08-31"),
        ("He left about six months ago.", "about six months ago", "2023-03"),
        ("She stayed for five years.", "five years", "P5Y"),
        ("She stayed for a fortnight.", "a fortnight", "P2W"),
        ("A two-day visit ended.", "two-day", "P2D"),
        ("It took two and a half hours.", "two and a half hours", "PT2.5H"),
        ("Friendship for the next 100 years.", "the next 100 years", "2023/2123"),
        ("Friendship for the next hundred years.", "the next hundred years", "2023/2123"),
        ("They met over the past three months.", "the past three months", "2023-06/2023-09"),
        ("It was nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
        ("The gate closed at 3:30 p.m. GMT on Tuesday.", "at 3:30 p.m. GMT on Tuesday", "2023-09-12T15:30Z"),
        ("The gate closed on Tuesday at 8 pm.", "on Tuesday at 8 pm", "2023-09-12T20:00"),
        ("It was sold on New Year's Eve 2019.", "on New Year's Eve 2019", "2019-12-31"),
        ("The gate fell the day before yesterday.", "the day before yesterday", "2023-09-12"),
        ("The gate fell the day after last Tuesday.", "the day after last Tuesday", "2023-09-13"),
        ("Tull sings the day after tomorrow.", "the day after tomorrow", "2023-09-16"),
        ("The gate fell this past Friday.", "this past Friday", "2023-09-08"),
        ("The gate fell two days before last Saturday.", "two days before last Saturday", "2023-09-07"),
        ("The gate fell a week after 3 May 2020.", "a week after 3 May 2020", "2020-05-10"),
        ("It burned in the week before Christmas.", "in the week before Christmas", "2023-W51"),
        ("It burned the week of March 6.", "the week of March 6", "2023-W10"),
        ("It burned the weekend of 3 May.", "the weekend of 3 May", "2023-05-06/2023-05-07"),
        ("It burned in the last week of March 2009.", "in the last week of March 2009", "2009-W13"),
        ("It burned in the first week of March.", "in the first week of March", "2023-W09"),
        ("It burned on the last Friday of the month.", "on the last Friday of the month", "2023-09-29"),
        ("It burned on the first Monday in May 2022.", "on the first Monday in May 2022", "2022-05-02"),
        ("It burned on the last day of 2019.", "on the last day of 2019", "2019-12-31"),
        ("Losses grew in the final quarter of 2009.", "in the final quarter of 2009", "2009-36"),
        ("Losses grew in the first half of the year.", "in the first half of the year", "2023-40"),
        ("Losses grew in the last three months of 2009.", "the last three months of 2009", "2009-10/2009-12"),
        (
            "Losses grew in the first three months of last year.",
            "the first three months of last year",
            "2022-01/2022-03",
        ),
        ("Losses grew in FY2010.", "in FY2010", "2010"),
        ("It has stood since '82.", "since '82", "1982"),
        ("The ferry left at 4 in the morning.", "at 4 in the morning", "2023-09-14T04:00"),
        ("The ferry left at six o'clock in the evening.", "at six o'clock in the evening", "2023-09-14T18:00"),
        ("The ferry left at 16:08 UTC.", "at 16:08 UTC", "2023-09-14T16:08Z"),
        ("It took 5 1/2 hours.", "5 1/2 hours", "PT5.5H"),
        ("It took 2½ years.", "2½ years", "P2.5Y"),
        ("It took a year and a half.", "a year and a half", "P1.5Y"),
        ("The harbour opens two weeks from Friday.", "two weeks from Friday", "2023-09-29"),
    ],
)
def test_values_of_a_thursdays_report(text: str, span: str, value: str) -> None:
    assert only(text) == (span, value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("She will come on Friday.", "on Friday", "2023-09-15"),
        ("She will come on Thursday.", "on Thursday", "2023-09-14"),
        ("She will come next month.", "next month", "2023-10"),
        ("It will end by the end of June.", "by the end of June", "2024-06"),
        ("It will open in January.", "in January", "2024-01"),
        ("It will open on May 6.", "on May 6", "2024-05-06"),
        ("It will open in two weeks.", "two weeks", "2023-09-28"),
        ("It will open on September 1.", "on September 1", "2023-09-01"),
    ],
)
def test_values_in_a_frame_that_looks_ahead(text: str, span: str, value: str) -> None:
    assert only(text, ahead=True) == (span, value)


@pytest.mark.parametrize(
    "text",
    [
        "Tull, 70, and Orrin, 39, spoke.",
        "It costs $2024 or 1,995 crowns.",
        "Some 2024 people marched.",
        "The Kestrel 2000 engine failed.",
        "Dorlin won 3-2, 10 to 5.",
        "Flight TX1995 landed.",
        "He is in his 50s.",
        "A 39-year-old man and a 12 year old girl spoke.",
        "May I march with you?",
        "April Dunmore sat beside him.",
        "Call 555-2019-33.",
        "They put up Christmas lights.",
        "Come as soon as the ferry lands.",
        "The fall of the bridge shook the town.",
        "Version 1.2.2023.4 is out.",
        "It is 31/31/2023 there.",
        "| 0:38 Watch the gate fall",
        "She left shortly afterwards.",
        "She bought a midnight blue coat.",
        "It was NBT Today that wrote so.",
        "9" * 500,
    ],
)
def test_no_time_in_ages_prices_names_and_counts(text: str) -> None:
    assert find(text) == []


def test_a_day_that_may_be_a_month_stays_undecided() -> None:
    assert only("Filed 03/04/2023 in Dorlin") == ("03/04/2023", None)
    assert only("Filed 23/04/2023 in Dorlin") == ("23/04/2023", "2023-04-23")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It is open from Monday to Friday.", ["2023-09-11", "2023-09-15"]),
        ("It rang at 10:35 a.m. (0735 GMT) Friday.", ["2023-09-08T10:35", "2023-09-08T07:35Z", "2023-09-08"]),
        ("Tull left on 3 May 2020. The following Friday Orrin left.", ["2020-05-03", "2020-05-08"]),
        ("The gate is shut. The following Friday Orrin left.", [None]),
        ("It rang on Tuesday. At 3 p.m. it rang again.", ["2023-09-12", "2023-09-12T15:00"]),
        ("It rang on Tuesday.\nAt 3 p.m. it rang again.", ["2023-09-12", None]),  # of which day?
        ("It rang on Thursday.\nAt 3 p.m. it rang again.", ["2023-09-14", "2023-09-14T15:00"]),
        ("The ferry left at midnight.", [None]),  # the first or the last hour of the day
        ("It ended the day lower.", ["2023-09-14"]),
        ("In the week before the vote it rained.", [None]),
        ("From next Monday it is shut until Friday.", ["2023-09-18", "2023-09-15"]),
    ],
)
def test_neighbours_tell_the_day(text: str, values: list[str | None]) -> None:
    case = times(Case(reports=(plain_report(text, published="2023-09-14"),)))
    assert [one.value for one in case.times] == values


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("Tull writes daily.", "daily", "P1D"),
        ("The council meets weekly.", "weekly", "P1W"),
        ("The council meets twice a week.", "a week", "P1W"),
        ("Tolls bring in $30,000 a year.", "a year", "P1Y"),
        ("The council meets on Fridays.", "Fridays", "P1W"),
        ("The council meets every two weeks.", "every two weeks", "P2W"),
        ("The lamps are lit annually.", "annually", "P1Y"),
        ("The lamps are lit each July.", "each July", "P1Y"),
    ],
)
def test_what_comes_again_has_no_date_but_an_interval(text: str, words: str, length: str) -> None:
    found = times(Case(reports=(plain_report(text, published="2023-09-14"),))).times
    assert [(one.span.text, one.value) for one in found] == [(words, None)]
    assert {reason.signal: reason.detail for reason in found[0].reasons}["length"] == length


def test_nothing_is_counted_from_no_day() -> None:
    for words in ("on Thursday", "yesterday", "next month", "in March", "on May 6", "last year", "three days ago"):
        assert only(f"It fell {words}.", day=None)[1] is None
    assert only("It fell in 2021.", day=None)[1] == "2021"


def test_narrative_words_count_from_the_time_before_them() -> None:
    report = plain_report("It burned on 3 May 2020. The day before, Tull had left.\nThe day before, she wept.")
    case = times(Case(reports=(report,)))
    before = [one for one in case.times if one.span.text == "The day before"]
    assert [one.value for one in before] == ["2020-05-02", None]  # not across paragraphs


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.sampled_from([True, False, None]))
def test_a_weekday_lies_within_a_week_and_on_its_name(day: date, number: int, ahead: bool | None) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number]
    value = date.fromisoformat(only(f"on {name}", ahead, day)[1] or "")
    assert value.weekday() == number
    assert abs(value - day) < timedelta(days=7)
    assert value >= day if ahead else value <= day
    assert date.fromisoformat(only(f"last {name}", ahead, day)[1] or "") < day
    assert date.fromisoformat(only(f"next {name}", ahead, day)[1] or "") > day


_WORDS = (
    "the last next of on in May Sept. 5 1995 two hundred a years year-ago ago - , 10:30 p.m. GMT early Tuesday night "
    "half end quarter and 's '90s 2023-02-31 31 \n ( more than several fiscal then 14th the past"
).split(" ")


@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.sampled_from([" ", ""]))
def test_any_words_give_spans_in_order_that_never_overlap_or_cross_lines(words: list[str], gap: str) -> None:
    text = gap.join(words)
    last = 0
    for one in find(text):
        assert last <= one.start <= one.core < one.end <= len(text)
        assert "\n" not in text[one.start : one.end].strip("\n")
        for day in (DAY, None, date(1, 1, 1), date(9999, 12, 31)):
            one.read(Frame(day, None, "2023-09-01"))
        last = one.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for one in find(text):
        assert text[one.start : one.end]


@pytest.mark.parametrize(
    ("day", "month", "value"),
    [
        (date(2023, 9, 14), "October", "2023-10"),  # "the visit of Tull in October was announced"
        (date(2023, 9, 14), "December", "2022-12"),
        (date(2023, 9, 14), "May", "2023-05"),
        (date(2023, 11, 2), "January", "2023-01"),
        (date(2023, 1, 1), "February", "2022-02"),  # reports of January look back on the year gone by
    ],
)
def test_a_month_in_a_past_frame_is_the_last_one_unless_it_is_near(day: date, month: str, value: str) -> None:
    assert only(f"Tull spoke of the visit in {month}.", False, day)[1] == value
