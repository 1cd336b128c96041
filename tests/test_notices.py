"""What limits the whole result is said, and nothing is said where nothing limits it."""

from __future__ import annotations

from dataclasses import replace

from tests.support import plain_case
from twosource.model import Case, Story
from twosource.notices import notices


def a_case(*texts: str, stories: tuple[tuple[str, ...], ...]) -> Case:
    made = tuple(Story(f"story-{number}", reports, len(reports)) for number, reports in enumerate(stories))
    return plain_case(*texts, published="2031-03-04").with_(stories=made)


def test_two_reports_of_one_story_need_no_notice() -> None:
    assert notices(a_case("One.", "Two.", stories=(("a.txt", "b.txt"),))).notices == ()


def test_a_report_alone_is_said_to_be_alone() -> None:
    assert notices(a_case("One.", stories=(("a.txt",),))).notices == (
        "This is one report: there is nothing to compare it with.",
    )


def test_reports_of_different_events_are_said_not_to_be_one_story() -> None:
    assert notices(a_case("One.", "Two.", stories=(("a.txt",), ("b.txt",)))).notices == (
        "These reports do not look like one story: each of the 2 tells of another event.",
    )


def test_the_report_that_tells_of_something_else_is_named() -> None:
    found = notices(a_case("One.", "Two.", "Three.", stories=(("b.txt",), ("a.txt", "c.txt")))).notices
    assert found == (
        "These reports do not look like one story: 2 of 3 tell of one event; b.txt tells of something else.",
    )


def test_many_reports_are_counted_not_named() -> None:
    rest = tuple((f"{name}.txt",) for name in "cdefgh")
    found = notices(a_case(*"12345678", stories=(("a.txt", "b.txt"), *rest))).notices
    assert found[0].endswith("2 of 8 tell of one event; 6 others tell of something else.")


def test_one_text_in_two_reports_is_said() -> None:
    found = notices(a_case("One.", "One.", "Two.", stories=(("a.txt", "b.txt", "c.txt"),))).notices
    assert found == ("a.txt and b.txt hold the same text, word for word.",)


def test_many_copies_are_counted_as_reports() -> None:
    found = notices(a_case(*["One."] * 6, stories=(tuple(f"{name}.txt" for name in "abcdef"),))).notices
    assert found == ("6 reports hold the same text, word for word.",)


def undated(*ids: str) -> tuple[str, ...]:
    case = a_case("One.", "Two.", "Three.", stories=(("a.txt", "b.txt", "c.txt"),))
    reports = tuple(replace(r, published=None if r.id in ids else r.published) for r in case.reports)
    return notices(case.with_(reports=reports)).notices


def test_reports_without_a_date_are_said() -> None:
    assert undated() == ()
    assert undated("b.txt") == (
        "b.txt gives no date: its days are counted from the dates of other reports, where they can be.",
    )
    assert undated("a.txt", "c.txt") == (
        "a.txt and c.txt give no date: their days are counted from the dates of other reports, where they can be.",
    )
    assert undated("a.txt", "b.txt", "c.txt") == (
        "None of the reports gives its date: days are left open, and nothing says which of them came first.",
    )


def test_reports_in_another_language_are_said_language_by_language() -> None:
    case = a_case(*"1234", stories=(("a.txt", "b.txt", "c.txt", "d.txt"),))
    languages = ("de", None, "fr", "de")
    reports = tuple(replace(r, language=code) for r, code in zip(case.reports, languages, strict=True))
    assert notices(case.with_(reports=reports)).notices == (
        "a.txt and d.txt are not in English (de): their texts are kept, but no statements are read.",
        "c.txt is not in English (fr): its text is kept, but no statements are read.",
    )
