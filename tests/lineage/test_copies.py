"""Who is upstream of two reports: every kind of evidence, and what is no evidence."""

from __future__ import annotations

import pytest

from tests.lineage.making import DAM, FIRST, LATER, MILL, OWN, SAID, TOWN, WIRE, between, copied, report, signals, way
from twosource.lineage import copies
from twosource.lineage.weights import DECIDED
from twosource.model import Report

ALL = "\n".join(WIRE)
HERALD, LANTERN = "Tarvik Herald", "www.brennlantern.example"
UNDECIDED = (None, "undecided")
COMMON = ("upstream", "common-upstream")
QUOTATION = (None, "quotation")


def herald(*lines: str, **more: object) -> Report:
    return report("a", *lines, outlet=HERALD, **more)  # type: ignore[arg-type]  # the fields of a report, by name


def lantern(*lines: str, **more: object) -> Report:
    return report("b", *lines, outlet=LANTERN, **more)  # type: ignore[arg-type]


# --- nothing to go by ---------------------------------------------------------------------------------------------


def test_one_text_in_two_outlets_decides_nothing_whoever_was_first() -> None:
    found = copied(herald(*WIRE, published=FIRST), lantern(*WIRE, published=LATER), ALL)
    assert way(found) == UNDECIDED
    assert found.reasons == ()


def test_a_copy_that_adds_a_paragraph_is_no_evidence_by_itself() -> None:
    assert way(copied(herald(*WIRE, published=FIRST), lantern(*WIRE, *OWN, published=LATER), ALL)) == UNDECIDED


def test_a_few_words_of_the_frame_are_nothing() -> None:
    a = herald(f"Warden Ilo Brandt said: “{SAID}”")
    b = lantern(f"Warden Ilo Brandt said: “{OWN[0]}” The Herald of Tarvik said so.")
    assert way(copied(a, b, "Warden Ilo Brandt said")) == UNDECIDED


# --- a text behind both -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Orrin Wire",), ("Orrin Wire",)),
        (("OW",), ("© 2031 The Orrin Wire. All rights reserved.",)),
        (("The Orrin Wire contributed to this report.",), ("Orrin Wire",)),
    ],
)
def test_two_reports_of_one_agency_have_it_behind_them(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    found = copied(herald(*WIRE, credits=one, published=FIRST), lantern(*WIRE, credits=other, published=LATER), ALL)
    assert way(found) == COMMON
    assert found.upstream in {"Orrin Wire", "The Orrin Wire"}
    assert signals(found) == ["credit line"]


def test_a_desk_without_a_surname_is_an_agency_and_beside_writers_it_is_named_too() -> None:
    a, b = herald(*WIRE, byline="Orrin in Brenn"), lantern(*WIRE, byline="Ada Lund For Brennlantern, Orrin in Brenn")
    found = copied(a, b, ALL)
    assert (way(found), found.upstream) == (COMMON, "Orrin")


def test_an_agency_that_one_credits_stands_behind_a_text_that_is_mostly_shared_and_not_behind_a_sentence() -> None:
    own = [" ".join(f"{letter}{number}" for number in range(120)) + "." for letter in ("alder", "birch")]
    assert way(copied(herald(*WIRE, credits=("Orrin Wire",)), lantern(*WIRE), ALL)) == COMMON
    a, b = herald(DAM, own[0], credits=("Orrin Wire",)), lantern(DAM, own[1])
    found = copied(a, b, DAM)
    assert way(found) == UNDECIDED
    assert sum(reason.weight for reason in found.reasons) < DECIDED


@pytest.mark.parametrize(
    ("line", "credits", "signal"),
    [
        (f"{DAM}, the Orrin Wire reported.", (), "agency cited"),
        (f"{DAM}.", ("Additional reporting from agencies",), "agencies credited"),
    ],
)
def test_the_agency_of_one_that_the_other_cites_or_leaves_unnamed(
    line: str, credits: tuple[str, ...], signal: str
) -> None:
    own = [" ".join(f"{letter}{number}" for number in range(120)) + "." for letter in ("alder", "birch")]
    a, b = herald(DAM, own[0], credits=("Orrin Wire",)), lantern(line, own[1], credits=credits)
    found = copied(a, b, DAM)
    assert (way(found), found.upstream) == (COMMON, "Orrin Wire")
    assert signal in signals(found)


def test_an_agency_named_for_a_picture_alone_says_nothing_of_the_text() -> None:
    a, b = (make(*WIRE, credits=("photo: Orrin Wire",)) for make in (herald, lantern))
    assert way(copied(a, b, ALL)) == UNDECIDED


def test_a_page_that_told_something_is_less_than_the_agency() -> None:
    credits = ("Sarn Gazette, https://gazette.example", "Orrin Wire")
    found = copied(herald(*WIRE, credits=credits), lantern(*WIRE, credits=credits[1:]), ALL)
    assert found.upstream == "Orrin Wire"


def test_one_writer_of_two_outlets_is_behind_both_and_of_one_outlet_is_nothing() -> None:
    a, b = (make(*WIRE, byline="Imre Zold") for make in (herald, lantern))
    assert (way(copied(a, b, ALL)), copied(a, b, ALL).upstream) == (COMMON, "Imre Zold")
    same = report("b", *WIRE, outlet=HERALD, byline="Imre Zold")
    assert way(copied(a, same, ALL)) == UNDECIDED


def test_an_interview_with_a_newsroom_that_is_neither_and_is_credited_by_one() -> None:
    line = f"{TOWN}, warden Ilo Brandt told the Sarn Gazette on the chapel steps while the rain went on"
    a, b = herald(f"{line}."), lantern(f"{line}.")
    assert way(copied(a, b, line)) == UNDECIDED
    credited = lantern(f"{line}.", byline="Imre Zold, Sarn Gazette")
    assert (way(copied(a, credited, line)), copied(a, credited, line).upstream) == (COMMON, "the Sarn Gazette"[4:])


def test_a_third_report_in_hand_is_named_as_what_stands_behind_two() -> None:
    first = report("c", *WIRE, outlet="Sarn Gazette", published=FIRST)
    a = herald(*WIRE, f"{OWN[0]} The Sarn Gazette first reported it.", published=LATER)
    b = lantern(*WIRE, f"{OWN[1]} The Sarn Gazette first reported it.", published="2031-04-05")
    pairs = [between(x, y, *WIRE) for x, y in ((a, first), (b, first), (a, b))]
    found = {(it.a, it.b): it for it in copies([a, b, first], pairs)}
    assert way(found["a", "c"]) == way(found["b", "c"]) == ("c", "copied")
    assert (way(found["a", "b"]), found["a", "b"].upstream) == (COMMON, "Sarn Gazette")
    alone = copied(a, b, *WIRE)
    assert way(alone) == UNDECIDED


# --- one of the two -----------------------------------------------------------------------------------------------


def test_a_report_that_credits_the_other_outlet_has_it_from_there() -> None:
    a, b = herald(*WIRE, published=FIRST), lantern(*WIRE, published=LATER, byline="Imre Zold, Tarvik Herald")
    found = copied(a, b, ALL)
    assert way(found) == ("a", "copied")
    assert signals(found) == ["credit line", "time order"]
    assert sum(reason.weight for reason in found.reasons) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        (f"{DAM}, warden Ilo Brandt told the Tarvik Herald.", "told to it"),
        (f"{DAM}, the Tarvik Herald reported.", "named beside it"),
    ],
)
def test_the_other_outlet_named_beside_what_is_shared(line: str, signal: str) -> None:
    found = copied(herald(*WIRE), lantern(line, *OWN), DAM)
    assert way(found) == ("a", "copied")
    assert signals(found) == [signal]


def test_told_to_the_outlet_left_in_by_the_copy_when_the_outlet_says_it_too() -> None:
    line = f"{DAM}, warden Ilo Brandt told the Brenn Lantern."
    assert way(copied(herald(line, *OWN), lantern(line), line)) == ("b", "copied")


def test_an_outlet_cited_in_another_paragraph_needs_the_order_of_time() -> None:
    elsewhere = "The Tarvik Herald had reported on the jammed gate before."
    a, b = herald(*WIRE, published=FIRST), lantern(DAM, *OWN, elsewhere, published=LATER)
    assert way(copied(a, b, DAM)) == ("a", "copied")
    assert way(copied(herald(*WIRE), lantern(DAM, *OWN, elsewhere), DAM)) == UNDECIDED


def test_an_outlet_named_without_a_word_of_saying_is_not_cited() -> None:
    found = copied(herald(*WIRE), lantern(f"{DAM} behind the Tarvik Herald building.", *OWN), DAM)
    assert way(found) == UNDECIDED


def test_a_newsroom_uses_its_own_text_again() -> None:
    a = herald(*WIRE, published="2031-04-02T09:00:00")
    b = report("b", *WIRE, *OWN, outlet=HERALD, published="2031-04-02T15:00:00")
    found = copied(a, b, ALL)
    assert way(found) == ("a", "copied")  # one outlet has one clock, whatever its zone
    elsewhere = report("b", *WIRE, outlet=LANTERN, published="2031-04-02T15:00:00", credits=("Tarvik Herald",))
    assert "time order" not in signals(copied(a, elsewhere, ALL))


def test_two_pieces_of_one_agency_in_one_outlet_are_the_agencys() -> None:
    a, b = (report(id, *WIRE, outlet=HERALD, published=at, credits=("OW",)) for id, at in (("a", FIRST), ("b", LATER)))
    assert way(copied(a, b, ALL)) == COMMON


def test_an_institution_is_upstream_of_who_cites_it() -> None:
    a = report("a", *WIRE, outlet="news.tarvik.ac.uk", published=FIRST)
    b = lantern(f"{DAM}, said Mara Olm of the University of Tarvik.", published="2031-04-05")
    assert way(copied(a, b, DAM)) == ("a", "copied")


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("published", [None, FIRST, "2031-04-02", "2031-04"])
def test_the_source_may_be_out_at_the_same_time_or_without_a_date(published: str | None) -> None:
    line = f"{DAM}, the Tarvik Herald reported."
    found = copied(herald(*WIRE, published=published), lantern(line, published=published), DAM)
    assert way(found) == ("a", "copied")
    assert signals(found) == ["named beside it"]


def test_nothing_is_copied_against_the_order_of_time() -> None:
    line = f"{DAM}, the Tarvik Herald reported."
    assert way(copied(herald(*WIRE, published=LATER), lantern(line, published=FIRST), DAM)) == UNDECIDED


def test_an_update_that_comes_after_undoes_the_order() -> None:
    line = f"{DAM}, the Tarvik Herald reported."
    later = herald(*WIRE, published=LATER, updated="2031-04-07T09:00:00Z")
    first = lantern(line, published=FIRST, updated="2031-04-06T09:00:00Z")
    found = copied(later, first, DAM)
    assert way(found) == ("a", "copied")  # what it says may have come with its update
    assert signals(found) == ["named beside it"]


# --- quotations ---------------------------------------------------------------------------------------------------


def test_an_utterance_that_both_heard_is_a_quotation_whoever_is_credited() -> None:
    a = herald(f"“{SAID},” said Ilo Brandt.", credits=("Orrin Wire",), published=FIRST)
    b = lantern(f"The warden, speaking on the steps, had an answer: “{SAID}.”", credits=("Orrin Wire",))
    found = copied(a, b, SAID)
    assert way(found) == QUOTATION
    assert signals(found) == ["quotation marks"]


def test_an_outlet_to_which_it_was_said_is_not_copied_by_who_says_so() -> None:
    a, b = herald(f"“{SAID},” said Ilo Brandt."), lantern(f"“{SAID},” Ilo Brandt told the Tarvik Herald.")
    assert way(copied(a, b, SAID)) == QUOTATION


def test_the_sentence_around_a_quotation_is_a_copy() -> None:
    frame = "said Ilo Brandt, who has kept the sluices of the upper valley for some thirty years without a holiday"
    a = herald(f"“{SAID},” {frame}.")
    b = lantern(f"“{SAID},” {frame}, the Tarvik Herald reported.")
    assert way(copied(a, b, SAID, frame)) == ("a", "copied")


def test_a_report_that_is_quoted_by_name_is_the_origin_and_not_copied() -> None:
    a, b = herald(*WIRE, published=FIRST), lantern(f"The Tarvik Herald wrote: “{DAM}.”", published=LATER)
    found = copied(a, b, DAM)
    assert way(found) == ("a", "quotation")
    assert signals(found) == ["quoted by name"]


def test_marks_in_one_report_alone_are_no_quotation() -> None:
    assert way(copied(herald(f"“{SAID},” said Ilo Brandt."), lantern(f"{SAID}."), SAID)) == UNDECIDED


def test_a_post_that_both_show_is_a_quotation() -> None:
    post = "Gate two of the dam above Tarvik is open, please leave the lower town by the chapel road now"
    a = herald(f"{post} — Tarvik Wardens (@tarvikwardens) April 2, 2031", *OWN)
    b = lantern(f"The wardens had this to say online: “{post}.”", credits=("Tarvik Herald",))
    assert way(copied(a, b, post)) == QUOTATION


def test_an_agencys_text_that_holds_a_quotation_is_the_agencys() -> None:
    lines = (f"“{SAID},” said Ilo Brandt.", *WIRE)
    a, b = (make(*lines, credits=("Orrin Wire",)) for make in (herald, lantern))
    assert way(copied(a, b, "\n".join(lines))) == COMMON


# --- wording ------------------------------------------------------------------------------------------------------


def test_cutting_explaining_and_putting_a_speaker_behind_count_a_little_each() -> None:
    a = herald(f"{DAM} that came down from Sarn overnight.", f"{TOWN}.", f"{MILL}.")
    edited = f"{TOWN.replace('the school', '[a local] school')}"
    b = lantern(f"{DAM} …", f"{edited}, wardens said.")
    found = copied(a, b, DAM, (TOWN, edited))
    assert way(found) == ("a", "copied")
    assert signals(found) == ["cut short", "edited", "speaker put behind"]
    for line, shared in ((f"{DAM} …", DAM), (f"{edited}.", (TOWN, edited)), (f"{TOWN}, wardens said.", TOWN)):
        alone = copied(a, lantern(line, *OWN), shared)
        assert way(alone) == UNDECIDED
        assert len(alone.reasons) == 1
