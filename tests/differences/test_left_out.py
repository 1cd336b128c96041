"""What a report leaves out: in order of weight, with the sentence that comes nearest, and never what it tells."""

from __future__ import annotations

from tests.differences.making import of_reports, story
from tests.support import plain_report
from twosource.differences.left_out import left_out

CLOSED = "The pier of Sarn was closed on Monday after an engineer found cracks in two pillars."
SHIP = "A survey ship with nine scientists left the port of Karsk on Monday."
MAYOR = "Mayor Ilse Rautner said the repair would cost four million crowns."


def test_what_only_the_others_tell_is_left_out() -> None:
    case = story(f"{CLOSED}\n{MAYOR}", CLOSED, f"{CLOSED}\n{SHIP}")
    silent = {(one.report, one.text) for one in left_out(case)}
    assert any(report == "b.txt" and "survey ship" in text for report, text in silent)
    assert any(report == "a.txt" and "survey ship" in text for report, text in silent)
    assert not any("pier of Sarn was closed" in text for _, text in silent)


def test_the_sentence_that_comes_nearest_is_one_of_the_silent_report() -> None:
    case = story(f"{CLOSED}\n{MAYOR}", f"{CLOSED}\n{SHIP}\nThe repair of the pier takes a year.")
    (cost,) = [one for one in left_out(case) if one.report == "b.txt" and "four million" in one.text]
    assert cost.nearest is not None
    assert cost.nearest.report == "b.txt"
    assert "repair" in cost.nearest.text
    assert cost.sure


def test_what_may_be_told_in_other_words_is_not_sure() -> None:
    case = story(
        f"{SHIP}\nNine scientists on a survey ship sailed from Karsk.",
        "Out of Karsk, on Monday, with its nine scientists, a survey ship went.",
    )
    for one in left_out(case):
        assert not one.sure, one


def test_what_more_origins_carry_comes_first() -> None:
    case = story(
        f"{CLOSED}\n{MAYOR}\nThe Torvian News Agency said the ferry Amity had lost its anchor.",
        "The ferry Amity had lost its anchor, Norrin Lines said.\nThe pier of Sarn is old.",
        "The theatre of Halden opens in May.",
    )
    own = [one for one in left_out(case) if one.report == "c.txt"]
    assert own
    assert [(-one.origins, -one.told_by) for one in own] == sorted((-one.origins, -one.told_by) for one in own)
    assert own[0].told_by == max(one.told_by for one in own)


def test_a_report_without_text_is_silent_on_everything_and_has_no_nearest_sentence() -> None:
    case = of_reports([plain_report(SHIP, id="a.txt"), plain_report("", id="b.txt")])
    silent = [one for one in left_out(case) if one.report == "b.txt"]
    assert [(one.nearest, one.likeness, one.sure) for one in silent] == [(None, 0.0, True)]


def test_a_report_alone_leaves_nothing_out() -> None:
    assert left_out(story(SHIP)) == ()
