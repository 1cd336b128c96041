"""The anchor that a time is counted from, and what it is there for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support import plain_report, run
from tests.times.support import DAY, of, parts_of
from twosource.language import language
from twosource.model import Anchor, Case, PartKind, Report, Story
from twosource.times import anchor_days, times
from twosource.times.dates import last_day


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
