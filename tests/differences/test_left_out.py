"""What a report leaves out: in order of weight, with the sentence that comes nearest, and never what it tells."""

from __future__ import annotations

from dataclasses import replace

from tests.differences.making import of_reports, story
from tests.support import plain_report
from twosource.differences.left_out import left_out
from twosource.differences.scene import scene
from twosource.model import Case, Claim, Silence

CLOSED = "The pier of Sarn was closed on Monday after an engineer found cracks in two pillars."
SHIP = "A survey ship with nine scientists left the port of Karsk on Monday."
MAYOR = "Mayor Ilse Rautner said the repair would cost four million crowns."


def of(case: Case, report: str) -> list[tuple[Claim, Silence]]:
    """Return the silences of a report, each with its claim."""
    claims = {claim.id: claim for claim in case.claims}
    return [(claims[one.claim], one) for one in case.silences if one.report == report]


def test_what_only_the_others_tell_is_left_out() -> None:
    case = story(f"{CLOSED}\n{MAYOR}", CLOSED, f"{CLOSED}\n{SHIP}")
    for report in ("a.txt", "b.txt"):
        assert any("survey ship" in claim.text for claim, _ in of(case, report))
    assert not any("pier of Sarn was closed" in claim.text for id in "abc" for claim, _ in of(case, f"{id}.txt"))


def test_each_silence_is_one_of_its_claim() -> None:
    case = story(f"{CLOSED}\n{MAYOR}", CLOSED, f"{CLOSED}\n{SHIP}")
    told = [(claim.id, report) for claim in case.claims for report in claim.silent]
    assert sorted((one.claim, one.report) for one in case.silences) == sorted(told)


def test_who_speaks_against_a_claim_is_not_silent_on_it() -> None:
    case = story(
        f"{MAYOR}\nNorrin Lines will sell the ferry Amity to Karsk in May, Mayor Ilse Rautner said.",
        "Norrin Lines denied that it will sell the ferry Amity to Karsk in May.",
    )
    (tension,) = case.tensions
    assert {tension.a.report, tension.b.report} == {"a.txt", "b.txt"}
    assert ["four million" in claim.text for claim, _ in of(case, "b.txt")] == [True]


def test_the_sentence_that_comes_nearest_is_one_of_the_silent_report() -> None:
    case = story(f"{CLOSED}\n{MAYOR}", f"{CLOSED}\n{SHIP}\nThe repair of the pier takes a year.")
    (cost,) = [one for claim, one in of(case, "b.txt") if "four million" in claim.text]
    assert cost.nearest is not None
    assert cost.nearest.report == "b.txt"
    assert "repair" in cost.nearest.text
    assert cost.sure


def test_what_may_be_told_in_other_words_is_not_sure() -> None:
    case = story(
        f"{SHIP}\nNine scientists on a survey ship sailed from Karsk.",
        "Out of Karsk, on Monday, with its nine scientists, a survey ship went.",
    )
    for one in case.silences:
        assert not one.sure, one


def test_what_more_origins_carry_comes_first() -> None:
    case = story(
        f"{CLOSED}\n{MAYOR}\nThe Torvian News Agency said the ferry Amity had lost its anchor.",
        "The ferry Amity had lost its anchor, Norrin Lines said.\nThe pier of Sarn is old.",
        "The theatre of Halden opens in May.",
    )
    first = case.claims[-1]  # the stage that counts origins has not run here: one claim is given two
    claims = (*case.claims[:-1], replace(first, independent_origins=2))
    silences = list(left_out(scene(case.with_(claims=claims), [report.id for report in case.reports]), claims))
    for report in first.silent:
        own = [one for one in silences if one.report == report]
        assert own[0].claim == first.id
        told = [len(claim.reports) for one in own[1:] for claim in claims if claim.id == one.claim]
        assert told == sorted(told, reverse=True)


def test_of_many_the_weightiest_are_told() -> None:
    case = story(f"{CLOSED}\n{MAYOR}\n{SHIP}", f"{CLOSED}\n{MAYOR}", "The theatre of Halden opens in May.")
    ids = [report.id for report in case.reports]
    silences = list(left_out(scene(case, ids), case.claims, most=1))
    assert [one.report for one in silences] == sorted({id for claim in case.claims for id in claim.silent})
    assert [one for one in silences if one.report == "c.txt"] == [one for _, one in of(case, "c.txt")][:1]


def test_a_report_without_text_is_silent_on_everything_and_has_no_nearest_sentence() -> None:
    case = of_reports([plain_report(SHIP, id="a.txt"), plain_report("", id="b.txt")])
    assert [(one.nearest, one.likeness, one.sure) for _, one in of(case, "b.txt")] == [(None, 0.0, True)]


def test_a_report_alone_leaves_nothing_out() -> None:
    assert story(SHIP).silences == ()
