"""Times: what counts as a time expression, which date it means, by which anchor, and what it is there for."""

from __future__ import annotations

import time as clock
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import plain_report, run
from twosource.language import language
from twosource.model import Anchor, Case, Part, PartKind, Report, Story, Time
from twosource.times import anchor_days, times
from twosource.times.dates import Frame, last_day
from twosource.times.find import find

DAY = date(2023, 9, 14)  # a Thursday


def only(text: str, ahead: bool | None = None, day: date | None = DAY) -> tuple[str, str | None]:
    """Return span text and value of the one expression in a text."""
    found = find(text)
    assert len(found) == 1, [text[one.start : one.end] for one in found]
    return text[found[0].start : found[0].end], found[0].read(Frame(day, ahead)).text


def parts_of(text: str, *kinds: tuple[str, PartKind]) -> tuple[Part, ...]:
    """Return the parts that begin with the given words, each up to the next."""
    starts = [text.index(words) for words, _ in kinds]
    ends = [*starts[1:], len(text)]
    return tuple(Part(kind, start, end, "test") for (_, kind), start, end in zip(kinds, starts, ends, strict=True))


def of(case: Case, words: str) -> Time:
    """Return the time whose span has these words."""
    return next(one for one in case.times if one.span.text == words)


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
        ("The lamps are lit each July.", "each July", "XXXX-07"),
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
    ],
)
def test_neighbours_tell_the_day(text: str, values: list[str | None]) -> None:
    case = times(Case(reports=(plain_report(text, published="2023-09-14"),)))
    assert [one.value for one in case.times] == values


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


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("Tull writes daily.", "daily", "P1D"),
        ("The council meets weekly.", "weekly", "P1W"),
        ("The council meets twice a week.", "a week", "P1W"),
        ("The council meets on Fridays.", "Fridays", "P1W"),
        ("The council meets every two weeks.", "every two weeks", "P2W"),
        ("The lamps are lit annually.", "annually", "P1Y"),
    ],
)
def test_what_comes_again_has_no_date_but_an_interval(text: str, words: str, length: str) -> None:
    found = times(Case(reports=(plain_report(text, published="2023-09-14"),))).times
    assert [(one.span.text, one.value) for one in found] == [(words, None)]
    assert {reason.signal: reason.detail for reason in found[0].reasons}["length"] == length


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
    "text",
    [
        "9" * 20_000,
        "-" * 20_000,
        "Thursday " * 8_000,
        "one " * 20_000,
        "a hundred " * 8_000,
        "12:" * 10_000,
        "the last " * 8_000,
        "the end of " * 6_000,
        "1," * 10_000 + "a",
    ],
)
def test_hostile_text_takes_time_like_any_other(text: str) -> None:
    start = clock.process_time()
    found = len(find(text))
    assert clock.process_time() - start < 5  # seconds; 0.4 at most were measured
    assert found == (8_000 if text.startswith("Thursday") else 0)


# --- the stage ----------------------------------------------------------------------------------------------------


def test_the_anchor_is_the_reports_own_date() -> None:
    case = times(Case(reports=(plain_report("The gate fell on Thursday.", published="2023-09-14T20:00:00Z"),)))
    assert (case.times[0].value, case.times[0].anchor, case.times[0].role) == ("2023-09-14", Anchor.REPORT, "event")


def test_without_a_date_of_its_own_another_report_of_the_story_is_the_anchor_and_named() -> None:
    dated = plain_report("Orrin left.", id="a.txt", published="2023-09-14")
    undated = plain_report("The gate fell on Wednesday.", id="b.txt")
    case = times(Case(reports=(dated, undated)))
    assert (case.times[0].value, case.times[0].anchor) == ("2023-09-13", Anchor.OTHER_REPORT)
    assert any("a.txt" in reason.detail for reason in case.times[0].reasons)
    assert anchor_days(case)[undated.id] == (DAY,)


def test_other_reports_must_lead_to_the_same_day() -> None:
    reports = (
        plain_report("Orrin left.", id="a.txt", published="2023-09-14"),
        plain_report("Orrin went.", id="b.txt", published="2023-09-15"),
        plain_report("The gate fell on Wednesday and burned yesterday.", id="c.txt"),
    )
    case = times(Case(reports=reports))
    assert [(one.value, one.anchor) for one in case.times] == [("2023-09-13", Anchor.OTHER_REPORT), (None, Anchor.NONE)]


def test_a_report_of_another_story_or_of_another_week_is_no_anchor() -> None:
    near = plain_report("Orrin left.", id="a.txt", published="2023-09-14")
    far = plain_report("Orrin won.", id="b.txt", published="2023-12-14")
    undated = plain_report("The gate fell on Wednesday.", id="c.txt")
    apart = (Story("s1", ("a.txt", "b.txt"), 2), Story("s2", ("c.txt",), 1))
    joined = (Story("s1", ("a.txt", "c.txt"), 2), Story("s2", ("b.txt",), 1))
    assert times(Case(reports=(near, far, undated))).times[0].value is None
    assert times(Case(reports=(near, far, undated), stories=apart)).times[0].value is None
    assert times(Case(reports=(near, far, undated), stories=joined)).times[0].value == "2023-09-13"


def test_no_report_with_a_date_leaves_it_open_with_the_reason() -> None:
    case = times(Case(reports=(plain_report("The gate fell on Wednesday."),)))
    assert (case.times[0].value, case.times[0].anchor) == (None, Anchor.NONE)
    assert any("no date of its own" in reason.detail for reason in case.times[0].reasons)


def test_neither_caption_nor_biography_dates_a_report() -> None:
    text = "The gate fell on Wednesday.\n(Photo: Mara Tull in Dorlin, June 3, 2019)\nPim Orrin joined us in 2017."
    kinds = (("The gate", PartKind.BODY), ("(Photo", PartKind.CAPTION), ("Pim", PartKind.FURNITURE))
    case = times(Case(reports=(Report("a.txt", "a.txt", "0", text, parts=parts_of(text, *kinds)),)))
    assert [(one.value, one.role) for one in case.times] == [
        (None, "event"),
        ("2019-06-03", "caption"),
        ("2017", "furniture"),
    ]


def test_furniture_is_not_dated_by_the_report() -> None:
    text = "The gate fell.\nSponsored, posted yesterday"
    kinds = (("The gate", PartKind.BODY), ("Sponsored", PartKind.FURNITURE))
    report = Report("a.txt", "a.txt", "0", text, published="2023-09-14", parts=parts_of(text, *kinds))
    assert [(one.value, one.anchor) for one in times(Case(reports=(report,))).times] == [(None, Anchor.NONE)]


def test_roles_of_the_head_line() -> None:
    text = "Gate falls\nPublished 10:00, 13-Sep-2023 Updated 16:40, 14-Sep-2023\nThe gate fell."
    kinds = (("Gate", PartKind.HEADLINE), ("Published", PartKind.DATELINE), ("The gate", PartKind.BODY))
    case = times(Case(reports=(Report("a.txt", "a.txt", "0", text, parts=parts_of(text, *kinds)),)))
    assert [(one.value, one.role) for one in case.times] == [
        ("2023-09-13T10:00", "published"),
        ("2023-09-14T16:40", "updated"),
    ]


def test_another_language_is_not_read() -> None:
    report = plain_report("Sie kam im April 2021.")
    assert times(Case(reports=(report,))).times
    foreign = Report("a.txt", "a.txt", "0", report.text, language="de", parts=report.parts)
    assert times(Case(reports=(foreign,))).times == ()


def test_vague_and_recurring_words_carry_no_value_and_say_why() -> None:
    case = times(Case(reports=(plain_report("Tull now sings every Tuesday.", published="2023-09-14"),)))
    assert [(one.span.text, one.value) for one in case.times] == [("now", None), ("every Tuesday", None)]
    assert all(one.reasons[0].signal == "vague" for one in case.times)


def test_with_a_parse_the_tense_and_the_saying_are_seen() -> None:
    text = (
        "The agency Norwire reported on Thursday that the gate fell on Tuesday.\n"
        "Mara Tull will visit Dorlin on Saturday, the palace said on Wednesday.\n"
        "The talks are scheduled for Monday.\n"
        "The council meets on Friday.\n"
        "It extended the offer to November 20."
    )
    case = run(Case(reports=(plain_report(text, published="2023-09-14"),)), language, times)
    assert [(one.span.text, one.value, one.role) for one in case.times] == [
        ("on Thursday", "2023-09-14", "saying"),
        ("on Tuesday", "2023-09-12", "event"),
        ("on Saturday", "2023-09-16", "event"),
        ("on Wednesday", "2023-09-13", "saying"),
        ("Monday", "2023-09-18", "event"),
        ("on Friday", "2023-09-15", "event"),
        ("November 20", "2023-11-20", "event"),
    ]


def test_without_a_parse_the_words_before_tell_the_tense() -> None:
    text = "Tull will visit Dorlin on Saturday. The palace said on Wednesday so."
    case = times(Case(reports=(plain_report(text, published="2023-09-14"),)))
    assert of(case, "on Saturday").value == "2023-09-16"
    assert (of(case, "on Wednesday").value, of(case, "on Wednesday").role) == ("2023-09-13", "saying")


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [
        plain_report("The gate fell on Wednesday.", id="a.txt"),
        plain_report("It burned yesterday.", id="b.txt", published="2023-09-14"),
    ]
    one = times(Case(reports=tuple(reports))).times
    other = times(Case(reports=tuple(reversed(reports)))).times
    assert sorted(one, key=lambda t: t.span) == sorted(other, key=lambda t: t.span)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-09-14", date(2023, 9, 14)),
        ("2023-09-14T14:23", date(2023, 9, 14)),
        ("2023-09", date(2023, 9, 30)),
        ("2023-12", date(2023, 12, 31)),
        ("2024", date(2024, 12, 31)),
        ("2023-W37", date(2023, 9, 17)),
        ("2023-34", date(2023, 6, 30)),
        ("2023-22", date(2023, 8, 31)),
        ("202X", date(2029, 12, 31)),
        ("19XX", date(1999, 12, 31)),
        ("2023/2123", date(2123, 12, 31)),
        ("9999-12", date(9999, 12, 31)),
        ("P5Y", None),
        (None, None),
    ],
)
def test_the_last_day_that_a_value_covers(value: str | None, day: date | None) -> None:
    assert last_day(value) == day
