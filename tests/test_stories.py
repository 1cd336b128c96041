"""Stories: reports of one event together, look-alikes and later events apart, in whatever order and number."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.support import plain_report
from twosource.model import Case, Report
from twosource.stories import (
    TOGETHER,
    Block,
    block,
    components,
    day_of,
    distinct,
    features,
    groups,
    inherited,
    lead,
    link,
    links,
    stories,
)
from twosource.stories.background import rarity
from twosource.stories.fitted import fitted
from twosource.stories.groups import MOST
from twosource.stories.linkage import average
from twosource.stories.reasons import ONE_EVENT
from twosource.stories.signals import SIGNALS, signals
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


def told(found: Case) -> list[tuple[str, ...]]:
    return [story.reports for story in found.stories]


def test_two_reports_of_one_event_are_one_story() -> None:
    found = stories(case(FERRY, FERRY_AGAIN, dates=("2031-04-02", "2031-04-03")))
    assert told(found) == [("000.txt", "001.txt")]
    assert found.stories[0].independent_reports == 2


def test_a_report_without_a_date_joins_by_strong_content() -> None:
    assert len(stories(case(FERRY, FERRY_AGAIN, dates=("2031-04-02",))).stories) == 1


def test_one_report_is_one_story_and_none_is_none() -> None:
    assert told(stories(case(FERRY))) == [("000.txt",)]
    assert stories(Case()).stories == ()


def test_the_same_report_twice_is_one_story() -> None:
    found = stories(case(FERRY, FERRY))
    assert told(found) == [("000.txt", "001.txt")]
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


# --- the pure functions ---------------------------------------------------------------------------------------------

TEXTS = (FERRY, FERRY_AGAIN, OTHER_FERRY, BUDGET, SUMMIT, LATER_SUMMIT)
DATES = (None, "2031-04-02", "2031-04-03", "2031-10-20")


def rows(*texts: str, dates: tuple[str | None, ...] = ()) -> Block:
    return block([features(report) for report in case(*texts, dates=dates).reports])


def named(here: Block, labels: NDArray[np.int64]) -> set[frozenset[tuple[int, int]]]:
    """Return the groups as sets of texts and days, which no order changes."""
    keys = list(zip(here.texts.tolist(), here.days.tolist(), strict=True))
    return {frozenset(keys[row] for row in np.flatnonzero(labels == label)) for label in set(labels.tolist())}


@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(TEXTS), max_size=4))
@settings(max_examples=20, deadline=None)
def test_features_depend_on_their_report_alone(text: str, others: list[str]) -> None:
    alone = features(case(text).reports[0])
    among = [features(report) for report in case(*others, text).reports][-1]
    for name in ("terms", "weights", "heads", "leads", "kinds", "units", "figures"):
        assert getattr(alone, name).tolist() == getattr(among, name).tolist()
    assert (alone.text, alone.day, alone.length) == (among.text, among.day, among.length)


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DATES)), min_size=1, max_size=7, unique=True))
@settings(max_examples=30, deadline=None)
def test_a_report_without_links_changes_nothing_about_the_others(told: list[tuple[str, str | None]]) -> None:
    stranger = (
        "Orchid show opens in Quell\n\nNine hundred growers brought orchids to Quell, gardener Ilse Tarn-Moor wrote."
    )
    here = rows(*(text for text, _ in told), dates=tuple(day for _, day in told))
    more = rows(*(text for text, _ in told), stranger, dates=(*(day for _, day in told), "2031-04-02"))
    found, wider = links(here), links(more)
    assert found.first.tolist() == wider.first.tolist()
    assert found.scores.tolist() == wider.scores.tolist()
    assert groups(here, found).tolist() == groups(more, wider)[:-1].tolist()


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DATES)), min_size=1, max_size=7), st.randoms())
@settings(max_examples=30, deadline=None)
def test_groups_do_not_depend_on_the_order(told: list[tuple[str, str | None]], chance: random.Random) -> None:
    here = rows(*(text for text, _ in told), dates=tuple(day for _, day in told))
    order = list(range(len(told)))
    chance.shuffle(order)
    other = here.take(np.array(order, np.int64))
    assert named(here, groups(here, links(here))) == named(other, groups(other, links(other)))


def test_reports_given_together_need_less_to_be_one_story_but_two_like_events_stay_two() -> None:
    late = case(FERRY, FERRY_AGAIN, dates=("2031-04-02", "2031-07-20"))
    assert len(stories(late).stories) <= len(stories(late, together=False).stories)
    apart = case(FERRY, OTHER_FERRY, SUMMIT, dates=("2031-04-02",) * 3)
    assert [len(stories(apart, together=it).stories) for it in (True, False)] == [3, 3]
    assert fitted(False).join > TOGETHER


def test_parts_of_an_archive_give_the_links_and_the_groups_of_the_whole() -> None:
    dates = ("2031-04-02", "2031-04-03", "2031-04-03", None, "2031-05-30", "2031-06-01")
    here = rows(FERRY, FERRY_AGAIN, OTHER_FERRY, FERRY + "\nMore later.", SUMMIT, SUMMIT + "\nTeff left.", dates=dates)
    whole = links(here)
    middle = day_of("2031-05-01")
    early, late = links(here, last_day=middle - 1), links(here, first_day=middle)
    pairs = sorted([*zip(early.first, early.second, strict=True), *zip(late.first, late.second, strict=True)])
    assert pairs == list(zip(whole.first, whole.second, strict=True))
    assert len(early)
    assert len(late)
    labels = groups(here, whole)
    for part in set(parts := components(len(here), whole.first, whole.second).tolist()):
        members = np.array([row for row, label in enumerate(parts) if label == part])
        piece = here.take(members)
        assert members[groups(piece, links(piece))].tolist() == labels[members].tolist()


def test_the_label_is_the_earliest_dated_report() -> None:
    here = rows(FERRY, FERRY_AGAIN, FERRY + "\nMore later.", dates=(None, "2031-04-03", "2031-04-02"))
    assert groups(here, links(here)).tolist() == [2, 2, 2]


def test_a_crowd_on_one_event_is_one_story() -> None:
    texts = [FERRY + f"\nReader {number} of row {number * 7} wrote in." for number in range(MOST + 200)]
    here = rows(*texts, dates=("2031-04-02",) * len(texts))
    assert set(groups(here, links(here)).tolist()) == {int(here.order()[0])}


def test_copies_are_known_whenever_they_come() -> None:
    here = rows(FERRY, BUDGET, FERRY, FERRY, dates=(None, "2031-04-02", "2031-09-01", "2031-04-02"))
    assert distinct(here.texts, here.days).tolist() == [3, 1, 3, 3]


def test_a_story_keeps_its_id_when_reports_are_added() -> None:
    before = stories(case(FERRY, BUDGET, dates=("2031-04-02", "2031-04-02")))
    after = stories(case(FERRY, BUDGET, FERRY_AGAIN, dates=("2031-04-02", "2031-04-02", "2031-04-03")))
    assert {story.id for story in after.stories} == {story.id for story in before.stories}


def test_a_story_inherits_the_id_of_what_it_holds_most_of() -> None:
    previous = {"a": "old", "b": "old", "c": "old", "d": "other"}
    assert inherited({"x": ["a", "b", "d"], "y": ["c"], "z": ["e"]}, previous) == {"x": "old", "y": "y", "z": "z"}
    assert inherited({"old": ["c"], "y": ["a", "b"]}, previous)["y"] == "old"
    assert inherited({"old": ["c"], "y": ["a", "b"]}, previous)["old"] not in ("old", "y")
    assert inherited({"x": ["a"], "old": ["b"]}, previous) == {"old": "old", "x": "x"}
    assert inherited({"x": ["a", "b", "c", "d"]}, previous) == {"x": "old"}


def test_two_tight_groups_want_more_than_two_loose_ones() -> None:
    def table(within: float, between: float) -> NDArray[np.float64]:
        alike = np.full((4, 4), between)
        alike[0, 1] = alike[1, 0] = alike[2, 3] = alike[3, 2] = within
        np.fill_diagonal(alike, 0.0)
        return alike

    assert average(table(2.0, 0.0), np.ones(4), -1.0, -2.0, 0.5).tolist() == [0, 0, 0, 0]
    assert average(table(9.0, 0.0), np.ones(4), -1.0, -2.0, 0.5).tolist() == [0, 0, 2, 2]


def test_a_signal_is_the_same_both_ways() -> None:
    here = rows(FERRY, OTHER_FERRY, dates=("2031-04-02", None))
    there, back = signals(here, np.array([0]), np.array([1])), signals(here, np.array([1]), np.array([0]))
    assert there.tolist() == back.tolist()
    assert len(fitted(False).weights) == len(fitted(True).weights) == len(SIGNALS)


def test_names_that_are_much_told_weigh_less() -> None:
    assert rarity("the") < rarity("government") < rarity("zyqqle")


def test_vectors_are_used_where_all_have_them() -> None:
    reports = case(FERRY, BUDGET, dates=("2031-04-02", "2031-04-02")).reports
    vector = np.eye(1, 384, dtype=np.float32)[0]
    with_them = stories(Case(reports=reports), {report.id: vector for report in reports})
    assert [story.reports for story in with_them.stories] == [("000.txt",), ("001.txt",)]
    told = link(reports[0], reports[1], *(features(report, vector) for report in reports))
    assert "sentence vectors" in [reason.signal for reason in told.reasons]
    assert lead(reports[0]).startswith("Ferry with 80 aboard")


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


def test_content_that_is_one_is_one_story_whatever_the_day_where_it_was_given_together() -> None:
    later = f"{FERRY}\nThe coastguard has the inquiry's report."
    both = case(FERRY, later, dates=("2031-04-02", "2032-06-20"))
    assert [len(stories(both, together=it).stories) for it in (True, False)] == [1, 2]
    (story,) = stories(both).stories
    assert story.reports == ("000.txt", "001.txt")
    assert story.id == stories(case(FERRY, dates=("2031-04-02",))).stories[0].id  # that of its founder


def test_what_makes_reports_one_event_is_known_from_what_makes_them_count_once() -> None:
    (story,) = stories(case(FERRY, FERRY_AGAIN, FERRY, dates=("2031-04-02",) * 3)).stories
    assert {reason.signal for reason in story.reasons} <= ONE_EVENT
    assert {"shared words", "same text"} <= {reason.signal for reason in story.reasons}
