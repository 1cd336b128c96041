"""Stories: reports of one event together, look-alikes and later events apart, in whatever order and number."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import plain_report
from twosource.model import Case, Report
from twosource.stories import features, link, stories
from twosource.stories.words import normal, share, stem, words

FERRY = """Ferry with 80 aboard runs aground off Tarn Island

A ferry carrying 80 passengers ran aground on a reef off Tarn Island on Tuesday night, the Oster coastguard said.
Lifeboats from Oster and Melby brought everyone ashore by midnight; four people were treated for cold.
The ferry, the Lady Ingram, was on its way from Melby to Oster when its rudder failed, harbour master Ida Rosk said."""
FERRY_AGAIN = """All 80 saved as Oster ferry hits reef

Everyone aboard the ferry Lady Ingram was rescued after it struck a reef near Tarn Island late on Tuesday.
The coastguard in Oster said lifeboats had taken the 80 passengers off the ship. Four were treated for hypothermia.
Harbour master Ida Rosk blamed a failed rudder. The ferry had left Melby an hour earlier."""
OTHER_FERRY = """Ferry runs aground near Port Hallam

A ferry with 140 passengers ran aground in fog near Port Hallam on Tuesday, the Brannish coastguard said.
Tugs pulled the ship, the Star of Hallam, off the sandbank at noon and nobody was hurt, captain Jonas Pell said.
The line that runs the ferry, Corvane Lines, said the fog had come up within minutes."""
BUDGET = """Parliament passes Vessin budget after night of talks

Lawmakers in Vessin approved the budget by three votes early on Friday after talks that lasted all night.
Finance minister Karla Dorn said taxes on fuel would rise in spring. The opposition called the vote a farce."""
SUMMIT = """Presidents Orlan and Teff sign border treaty in Kelm

President Mira Orlan of Vessin and President Paul Teff of Sarnia signed a border treaty in Kelm on Monday.
The treaty opens four crossings on the Kelm river, Orlan said. Teff called it a new page for both countries."""
LATER_SUMMIT = """Orlan and Teff clash over gas at Port Dray

President Mira Orlan of Vessin accused President Paul Teff of Sarnia of holding back gas at a meeting in Port Dray.
Teff said Vessin had not paid for deliveries since winter, and left the dinner early."""


def case(*texts: str, dates: tuple[str | None, ...] = ()) -> Case:
    given = [*dates, *[None] * (len(texts) - len(dates))]
    return Case(
        reports=tuple(
            plain_report(text, id=f"{number:03}.txt", headline=True, published=given[number])
            for number, text in enumerate(texts)
        )
    )


def groups(found: Case) -> list[tuple[str, ...]]:
    return [story.reports for story in found.stories]


def test_two_reports_of_one_event_are_one_story() -> None:
    found = stories(case(FERRY, FERRY_AGAIN, dates=("2031-04-02", "2031-04-03")))
    assert groups(found) == [("000.txt", "001.txt")]
    assert found.stories[0].independent_reports == 2


def test_a_report_without_a_date_joins_by_strong_content() -> None:
    assert len(stories(case(FERRY, FERRY_AGAIN, dates=("2031-04-02",))).stories) == 1


def test_one_report_is_one_story_and_none_is_none() -> None:
    assert groups(stories(case(FERRY))) == [("000.txt",)]
    assert stories(Case()).stories == ()


def test_the_same_report_twice_is_one_story() -> None:
    found = stories(case(FERRY, FERRY))
    assert groups(found) == [("000.txt", "001.txt")]
    assert any(reason.signal == "same text" for reason in found.stories[0].reasons)


def test_a_late_copy_joins_its_original() -> None:
    assert len(stories(case(FERRY, FERRY, dates=("2031-04-02", "2031-09-02"))).stories) == 1


@pytest.mark.parametrize("other", [BUDGET, OTHER_FERRY])
def test_other_events_of_the_same_day_are_other_stories(other: str) -> None:
    assert len(stories(case(FERRY, other, dates=("2031-04-02", "2031-04-02"))).stories) == 2


def test_a_like_event_elsewhere_months_later_is_another_story() -> None:
    assert len(stories(case(FERRY, OTHER_FERRY, dates=("2031-04-02", "2031-10-02"))).stories) == 2


def test_the_same_actors_months_later_are_another_story() -> None:
    assert len(stories(case(SUMMIT, LATER_SUMMIT, dates=("2031-02-03", "2031-10-20"))).stories) == 2


def test_a_report_without_words_stands_alone() -> None:
    assert len(stories(case("...\n\n—", FERRY, FERRY_AGAIN)).stories) == 2


def test_a_partial_date_counts_as_none() -> None:
    assert len(stories(case(FERRY, FERRY_AGAIN, dates=("2031-04", "2031-04-03"))).stories) == 1


def test_every_member_has_reasons_that_sum_to_its_link() -> None:
    reports = case(FERRY, FERRY_AGAIN, dates=("2031-04-02", "2031-04-20")).reports
    a, b = map(features, reports)
    found = link(reports[0], reports[1], a, b)
    assert found.score == pytest.approx(sum(reason.weight for reason in found.reasons), abs=1e-6)
    told = {reason.signal: reason.detail for reason in found.reasons}
    assert {"shared words", "like headlines", "names", "phrases", "dates"} <= told.keys()
    assert told["dates"] == "18 days apart"
    assert "ingram" in told["names"]
    (story,) = stories(case(FERRY, FERRY_AGAIN)).stories
    for name in story.reports:
        assert any(reason.detail.startswith(name) for reason in story.reasons)


def test_a_large_run_of_one_story_stays_one_story() -> None:
    texts = [FERRY + f"\nReader {number} of row {number * 7} wrote in." for number in range(150)]
    assert len(stories(case(*texts)).stories) == 1


def test_an_unrelated_report_changes_nothing_about_the_others() -> None:
    before = stories(case(FERRY, FERRY_AGAIN, BUDGET))
    after = stories(case(FERRY, FERRY_AGAIN, BUDGET, SUMMIT))
    assert [story.id for story in before.stories] == [story.id for story in after.stories[:2]]


@given(st.permutations([FERRY, FERRY_AGAIN, OTHER_FERRY, BUDGET, SUMMIT]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_input_changes_nothing(order: list[str]) -> None:
    straight = stories(case(FERRY, FERRY_AGAIN, OTHER_FERRY, BUDGET, SUMMIT))
    other = stories(case(*order))
    assert sorted(story.id for story in other.stories) == sorted(story.id for story in straight.stories)
    assert len(straight.stories) == 4


@given(st.lists(st.text(max_size=80), max_size=5))
@settings(max_examples=40, deadline=None)
def test_each_report_is_in_one_story(texts: list[str]) -> None:
    found = stories(case(*texts))
    assert sorted(id for story in found.stories for id in story.reports) == [report.id for report in found.reports]


def test_thousands_of_reports_are_grouped() -> None:
    chance = random.Random(7)  # noqa: S311  # invented noise, no secret
    reports: list[Report] = []
    for number in range(1200):
        topic = number // 4
        vocabulary = [f"w{topic}x{k}" for k in range(30)]
        text = " ".join(chance.choices(vocabulary, k=40))
        reports.append(plain_report(text, id=f"{number:04}.txt", published="2031-01-01"))
    found = stories(Case(reports=tuple(reports)))
    assert len(found.stories) == 300


# --- words --------------------------------------------------------------------------------------------------------


def test_words_compare_alike_however_they_are_written() -> None:
    straight = [word.norm for word in words("Zoé's café isn't open")]
    other = [word.norm for word in words("Zoe\u0301’s cafe\u0301 isn’t o\u00adpen")]
    assert other == straight == ["zoé's", "café", "isn't", "open"]


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.norm == normal(text[word.start : word.end])
        last = word.end


def test_an_invisible_character_before_a_word_is_not_part_of_it() -> None:
    (word,) = words("\u200bOster")
    assert (word.start, word.end, word.norm, word.capital) == (1, 6, "oster", True)


def test_common_words_are_known_as_common() -> None:
    assert share("the") > share("government") > share("rudder") == share("zyqqle")
    assert share("houses") > share("zyqqle")
    assert share("tuesday") == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("word", "expected"), [("ferries", "ferry"), ("signed", "sign"), ("talks", "talk"), ("oster's", "oster")]
)
def test_stems_are_rough(word: str, expected: str) -> None:
    assert stem(word) == expected
