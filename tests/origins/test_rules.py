"""Each rule that joins two voices of a claim, and what it must leave apart."""

from dataclasses import replace

import pytest

from tests.claims.making import source
from tests.origins.making import AGENCY, RUSK, VOSS, WORDS, numbers, signals, speaking_for, told
from twosource.model import Decision, PassageKind, Reason, SourceType
from twosource.origins.outlets import outlet_names, short_for
from twosource.sources import UNRESOLVED


def test_one_source_in_two_reports_is_one_origin() -> None:
    claim = told([AGENCY], [AGENCY])
    assert numbers(claim) == (1, 1)
    assert "same source" in signals(claim)


def test_one_relay_is_one_origin_whoever_spoke_to_it() -> None:
    assert numbers(told([AGENCY, VOSS], [AGENCY, RUSK], [AGENCY])) == (1, 1)


def test_two_named_sources_are_two_origins() -> None:
    claim = told([VOSS], [RUSK])
    assert numbers(claim) == (2, 2)
    assert "separate" in signals(claim)


def test_a_source_that_its_report_leaves_open_may_be_the_other_one() -> None:
    she = source("unresolved “she”")
    she = replace(she, reasons=(Reason(UNRESOLVED, "“she” can mean several sources of the report"),))
    claim = told([VOSS], [she])
    assert numbers(claim) == (1, 2)
    assert "open: unresolved" in signals(claim)


def test_two_relays_are_two_origins() -> None:
    other = source("North Wire", SourceType.AGENCY)
    assert numbers(told([AGENCY, VOSS], [other, VOSS])) == (2, 2)


def test_one_report_has_one_voice() -> None:
    claim = told(None, None, reports=["a.txt", "a.txt"])
    assert numbers(claim) == (1, 1)
    assert "same report" in signals(claim)


def test_a_spokesman_and_his_body_are_one() -> None:
    body = source("Harbour Ministry", SourceType.ORGANISATION)
    claim = told([speaking_for(VOSS, body)], [body])
    assert numbers(claim) == (1, 1)
    assert "speaks for" in signals(claim)


def test_two_spokesmen_of_one_body_are_one() -> None:
    body = source("Harbour Ministry", SourceType.ORGANISATION)
    assert numbers(told([speaking_for(VOSS, body)], [speaking_for(RUSK, body)], sources=[body])) == (1, 1)


def test_spokesmen_of_two_bodies_are_two() -> None:
    one, other = source("Harbour Ministry"), source("Fishing Union")
    assert numbers(told([speaking_for(VOSS, one)], [speaking_for(RUSK, other)], sources=[one, other])) == (2, 2)


@pytest.mark.parametrize("own", ["Ollvik Ledger", "The Ollvik Ledger", "www.ollvikledger.com", "ollvik-ledger.example"])
def test_an_outlet_that_is_cited_is_its_own_voice(own: str) -> None:
    outlet = source("Ollvik Ledger", SourceType.OUTLET)
    claim = told(None, [outlet], outlets=[own, "Grey Paper"])
    assert numbers(claim) == (1, 1)
    assert "outlet" in signals(claim)


def test_an_outlet_that_cites_another_is_not_it() -> None:
    outlet = source("Ollvik Ledger", SourceType.OUTLET)
    claim = told(None, [outlet], outlets=["Ledger", "Grey Paper"])
    assert numbers(claim) == (1, 2)
    assert "open: may rest on it" in signals(claim)


def test_a_source_given_once_holds_for_the_whole_report() -> None:
    claim = told(None, [AGENCY], reports=["a.txt", "a.txt"])
    assert numbers(claim) == (1, 1)
    assert claim.origins[0].source == AGENCY.id


def test_the_own_voice_of_another_report_is_another_origin() -> None:
    assert numbers(told(None, [AGENCY])) == (2, 2)


@pytest.mark.parametrize("kind", PassageKind)
def test_own_voices_in_one_passage_are_one(kind: PassageKind) -> None:
    claim = told(None, None, passage=kind)
    assert numbers(claim) == (1, 1)
    assert "shared passage" in signals(claim)


def test_a_copy_that_drops_the_source_has_the_source() -> None:
    claim = told([AGENCY], None, passage=PassageKind.NEAR)
    assert numbers(claim) == (1, 1)
    assert claim.origins[0].source == AGENCY.id


def test_one_copied_passage_is_one_origin_whomever_each_names() -> None:
    assert numbers(told([VOSS], [RUSK], passage=PassageKind.VERBATIM)) == (1, 1)
    assert numbers(told([VOSS], [RUSK], passage=PassageKind.REWORDED)) == (1, 2)
    assert numbers(told([VOSS], [RUSK], passage=PassageKind.VERBATIM, decision=Decision.QUOTATION)) == (1, 2)


def test_reports_that_share_their_text_share_their_own_voice() -> None:
    from tests.claims.making import story
    from twosource.model import Claim, Lineage, Mention, Passage, Relation
    from twosource.origins import origins

    shared = "The harbour office keeps a list of all boats that put to sea, with their crews, their gear and their fuel"
    case = story(f"Two boats sank before dawn.\n{shared}.", f"A pair of vessels went down.\n{shared}.")
    spans = [r.span(0, r.text.index(".")) for r in case.reports]
    places = tuple(r.span(r.text.index(shared), r.text.index(shared) + len(shared)) for r in case.reports)
    passage = Passage("p", PassageKind.VERBATIM, places, 1.0, Lineage(None, Decision.UNDECIDED))
    mentions = tuple(Mention(span, None, Relation.REWORDED) for span in spans)
    claim = Claim("c", "Two boats sank", mentions, ("a.txt", "b.txt"), ())
    (found,) = origins(case.with_(passages=(passage,), claims=(claim,))).claims
    assert numbers(found) == (1, 1)
    assert "dependent reports" in signals(found)


def test_nearly_the_same_words_are_one_origin() -> None:
    words = (
        "Two boats sank off Ollvik in the hour before dawn",
        "Two boats sank off Ollvik in the hour before sunrise",
    )
    assert numbers(told(None, None, words=words)) == (1, 1)
    assert numbers(told([VOSS], None, words=words)) == (1, 1)
    assert numbers(told([VOSS], [RUSK], words=words)) == (1, 2)


def test_own_voices_without_a_source_stay_open() -> None:
    claim = told(None, None, None)
    assert numbers(claim) == (1, 3)
    assert "open: no source given" in signals(claim)
    assert any(reason.signal == "no source given" for reason in claim.reasons)


def test_a_reporter_who_was_there_is_an_origin() -> None:
    assert numbers(told(None, None, more="Our reporter watched from the pier.\n")) == (2, 2)


def test_a_speaker_with_and_without_a_relay_stays_open() -> None:
    claim = told([AGENCY, VOSS], [VOSS])
    assert numbers(claim) == (1, 2)
    assert "open: behind a relay" in signals(claim)


def test_a_report_that_tells_of_the_source_stays_open() -> None:
    words = ("Maren Voss left the board on Monday", "On Monday she walked out of the meeting for good")
    assert numbers(told(None, [VOSS], words=words)) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [("officials", "Two people close to the talks"), ("a diplomat", "an official"), ("police", "local police")],
)
def test_sources_without_names_are_never_two(one: str, other: str) -> None:
    more = "The officials and the police were local; people and two of the diplomat's aides came.\n"
    a, b = source(one, SourceType.ANONYMOUS), source(other, SourceType.GROUP)
    assert numbers(told([a], [b], more=more)) == (1, 2)


def test_a_hidden_source_of_a_named_body_stays_open() -> None:
    hidden = source("a Karsk official", SourceType.ANONYMOUS)
    named = source("Karsk Seismic Office", SourceType.ORGANISATION)
    assert numbers(told([hidden], [named])) == (1, 2)


def test_a_body_known_by_its_kind_may_be_the_named_one() -> None:
    hidden = source("the agency", SourceType.AGENCY)
    assert numbers(told([hidden], [AGENCY])) == (1, 2)


@pytest.mark.parametrize(
    "words", ["a diplomat", "officials", "Two people close to the talks", "some rumours", "a source"]
)
def test_a_source_kept_in_the_dark_may_be_the_one_that_is_named(words: str) -> None:
    hidden = source(words, SourceType.ANONYMOUS)
    assert numbers(told([hidden], [VOSS], more="There were two of them.\n")) == (1, 2)


def test_people_of_another_kind_are_not_the_one_that_is_named() -> None:
    hidden = source("residents", SourceType.GROUP)
    assert numbers(told([hidden], [VOSS])) == (2, 2)
    nurse = replace(VOSS, variants=("Maren Voss", "nurse Maren Voss"))
    assert numbers(told([source("a nurse", SourceType.ANONYMOUS)], [nurse])) == (1, 2)


def test_a_source_kept_in_the_dark_is_no_agency_and_of_no_other_body() -> None:
    assert numbers(told([source("an official", SourceType.ANONYMOUS)], [AGENCY])) == (2, 2)
    hidden, other = source("a Karsk official", SourceType.ANONYMOUS), source("Torrin Ministry", SourceType.ORGANISATION)
    assert numbers(told([hidden], [other])) == (2, 2)


def test_each_member_of_a_joint_source_counts() -> None:
    joint = source("Maren Voss and Pavel Rusk", SourceType.GROUP, members=(VOSS.id, RUSK.id))
    claim = told([joint], [joint], sources=[VOSS, RUSK], passage=PassageKind.VERBATIM)
    assert numbers(claim) == (2, 2)
    assert {origin.source for origin in claim.origins} == {VOSS.id, RUSK.id}
    assert all(origin.mentions == (0, 1) for origin in claim.origins)


def test_a_joint_source_and_one_of_its_members_share_an_origin() -> None:
    joint = source("Maren Voss and Pavel Rusk", SourceType.GROUP, members=(VOSS.id, RUSK.id))
    assert numbers(told([joint], [VOSS], sources=[VOSS, RUSK])) == (2, 2)


def test_a_statement_without_a_chain_is_the_reports_own_voice() -> None:
    claim = told([], None, reports=["a.txt", "a.txt"])
    assert numbers(claim) == (1, 1)
    assert claim.origins[0].source is None


# --- a report's own voice beside a source ---------------------------------------------------------------------------


def test_an_own_voice_may_have_it_from_the_party_that_another_report_names() -> None:
    claim = told(None, [VOSS])
    assert numbers(claim) == (1, 2)
    assert "open: may rest on it" in signals(claim)


def test_an_own_voice_beside_an_agency_is_a_second_origin() -> None:
    claim = told(None, [AGENCY])
    assert numbers(claim) == (2, 2)
    assert "separate" in signals(claim)


def test_a_reporter_who_was_there_has_it_from_no_party() -> None:
    assert numbers(told(None, [VOSS], more="Our reporter watched from the pier.\n")) == (2, 2)


def test_two_sources_of_one_report_stay_two_whatever_its_own_voice_says() -> None:
    claim = told([VOSS], [RUSK], None, reports=["a.txt"] * 3)
    assert numbers(claim) == (2, 2)
    assert {origin.source for origin in claim.origins} == {VOSS.id, RUSK.id}
    assert {m for origin in claim.origins for m in origin.mentions} == {0, 1, 2}


def test_what_a_report_gives_a_source_for_is_not_its_own() -> None:
    claim = told(None, None, [AGENCY], reports=["a.txt", "b.txt", "b.txt"])
    assert numbers(claim) == (2, 2)


# --- who quotes whom ------------------------------------------------------------------------------------------------

LEDGER = source("Ollvik Ledger", SourceType.OUTLET)
SHEET = source("Grey Sheet", SourceType.OUTLET)


def test_an_outlet_that_quotes_itself_is_no_source_beside_it() -> None:
    claim = told([LEDGER, VOSS], [VOSS], outlets=["Ollvik Ledger", "Grey Sheet"])
    assert numbers(claim) == (1, 1)
    assert claim.origins[0].source == VOSS.id
    assert "own house" in signals(claim)


@pytest.mark.parametrize(
    "name", ["Ollvik Ledger’s Mara Quell", "Ollvik Ledger reporter Mara Quell", "our correspondent", "this newspaper"]
)
def test_an_outlets_own_people_are_its_own_voice(name: str) -> None:
    claim = told([source(name, SourceType.ORGANISATION)], None, outlets=["Ollvik Ledger", "Grey Sheet"])
    assert {origin.source for origin in claim.origins} == {None}
    assert numbers(claim) == (1, 2)


def test_the_writer_of_a_report_is_its_own_voice() -> None:
    assert told([VOSS], bylines={0: "Maren Voss and Imre Zold"}).origins[0].source is None
    assert told([VOSS], bylines={0: "Eva Voss"}).origins[0].source == VOSS.id


def test_what_a_cited_report_has_from_its_source_is_of_that_source() -> None:
    claim = told([LEDGER], [VOSS], outlets=["Grey Sheet", "Ollvik Ledger"])
    assert numbers(claim) == (1, 1)
    assert claim.origins[0].source == VOSS.id
    assert claim.origins[0].path == ("b.txt", "Maren Voss")
    assert "outlet" in signals(claim)


def test_who_cites_a_report_makes_its_two_sources_no_one() -> None:
    claim = told([LEDGER], [VOSS], [RUSK], reports=["a.txt", "b.txt", "b.txt"], outlets=["Grey Sheet", "Ollvik Ledger"])
    assert numbers(claim) == (2, 2)


def test_two_reports_that_cite_each_other_show_nothing_independent() -> None:
    claim = told([LEDGER], [SHEET], outlets=["Grey Sheet", "Ollvik Ledger"])
    assert numbers(claim) == (1, 1)
    assert "circular" in signals(claim)
    three = told(
        [LEDGER],
        [SHEET],
        [source("Tarn Echo", SourceType.OUTLET)],
        outlets=["Grey Sheet", "Tarn Echo", "Ollvik Ledger"],
    )
    assert numbers(three) == (1, 1)


def test_a_cited_report_that_came_out_later_is_another_one_of_that_outlet() -> None:
    dates = {0: "2031-03-01T10:00:00Z", 1: "2031-03-04T10:00:00Z"}
    outlets = ["Grey Sheet", "Ollvik Ledger"]
    assert numbers(told([LEDGER], [VOSS], outlets=outlets, published=dates)) == (1, 2)
    claim = told([LEDGER], None, outlets=outlets, published=dates)
    assert numbers(claim) == (1, 1)
    assert any("came out after" in r.detail for origin in claim.origins for r in origin.reasons)
    assert numbers(told([LEDGER], [VOSS], outlets=outlets, published={0: dates[1], 1: dates[0]})) == (1, 1)


@pytest.mark.parametrize(("often", "counts"), [(1, (1, 2)), (2, (1, 1))])
def test_a_report_that_cites_another_often_derives_from_it(often: int, counts: tuple[int, int]) -> None:
    outlets = ["Grey Sheet", "Ollvik Ledger"]
    claim = told(None, None, outlets=outlets, beside=[(0, LEDGER)] * often)
    assert numbers(claim) == counts
    assert {"derived report", "open: derived report"} & signals(claim)
    assert claim.origins[-1].path == ("b.txt",)
    dates = {0: "2031-03-01T10:00:00Z", 1: "2031-03-04T10:00:00Z"}
    assert numbers(told(None, None, outlets=outlets, beside=[(0, LEDGER)] * often, published=dates)) == (1, 2)


def test_sentences_of_one_long_passage_keep_their_sources() -> None:
    reports = ["a.txt", "a.txt", "b.txt", "b.txt"]
    words = (WORDS[0], WORDS[1], WORDS[0], WORDS[1])
    claim = told([VOSS], [RUSK], [VOSS], [RUSK], reports=reports, words=words, passage=PassageKind.NEAR, whole=True)
    assert numbers(claim) == (2, 2)


# --- credits --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("credit", "counts"),
    [
        ("Torvian Press Agency", (1, 1)),
        ("TPA", (1, 1)),
        ("Copyright 2031 Torvian Press Agency. All rights reserved.", (1, 1)),
        ("Torvian Press Agency contributed to this report.", (1, 2)),
        ("photo: Torvian Press Agency", (2, 2)),
        ("North Wire", (2, 2)),
    ],
)
def test_a_text_is_of_the_agency_that_it_is_credited_to(credit: str, counts: tuple[int, int]) -> None:
    assert numbers(told(None, [AGENCY], outlets=["Grey Sheet"], credits={0: [credit]})) == counts


def test_an_agencys_credit_gives_the_origin_of_an_own_voice() -> None:
    claim = told(None, credits={0: ["Torvian Press Agency"]})
    assert claim.origins[0].path == ("a.txt", "Torvian Press Agency")
    assert "credited" in signals(claim)
    assert told(None, credits={0: ["photo: Torvian Press Agency"]}).origins[0].path == ("a.txt",)


@pytest.mark.parametrize(
    ("here", "there", "counts"),
    [
        ("Torvian Press Agency", "TPA", (1, 1)),
        ("Torvian Press Agency", "North Wire", (1, 2)),
        ("photo: Torvian Press Agency", "photo: Torvian Press Agency", (1, 2)),
        ("Torvian Press Agency", "Torvian Press Agency contributed to this report.", (1, 2)),
        ("Editing by Imre Zold", "Editing by Imre Zold and Dace Lund", (1, 1)),
    ],
)
def test_own_voices_of_one_agencys_text_are_one(here: str, there: str, counts: tuple[int, int]) -> None:
    outlets = ["Grey Sheet", "Ollvik Ledger"]
    assert numbers(told(None, None, outlets=outlets, credits={0: [here], 1: [there]})) == counts


@pytest.mark.parametrize("byline", ["Torvian Press Agency", "Imre Zold, Torvian Press Agency"])
def test_an_agency_in_the_byline_is_the_origin_of_the_text(byline: str) -> None:
    assert numbers(told(None, [AGENCY], outlets=["Grey Sheet"], bylines={0: byline})) == (1, 1)


@pytest.mark.parametrize(("byline", "counts"), [("Imre Zold", (1, 1)), ("Special Correspondent", (1, 2))])
def test_one_writer_is_one_origin_and_a_byline_without_a_name_is_none(byline: str, counts: tuple[int, int]) -> None:
    outlets = ["Grey Sheet", "Ollvik Ledger"]
    assert numbers(told(None, None, outlets=outlets, bylines={0: byline, 1: byline})) == counts


def test_the_agencys_own_report_is_what_others_credit() -> None:
    claim = told(None, None, outlets=["Torvian Press Agency", "Grey Sheet"], credits={1: ["TPA"]})
    assert numbers(claim) == (1, 1)
    assert "credit" in signals(claim)


# --- bodies ---------------------------------------------------------------------------------------------------------


def test_two_bodies_that_are_called_by_one_place_stay_open() -> None:
    one, other = (source(name, SourceType.ORGANISATION) for name in ("the Torvian government", "Torvian police"))
    assert numbers(told([one], [other])) == (1, 2)
    one, other = (source(name, SourceType.ORGANISATION) for name in ("Karsk Seismic Office", "Karsk Harbour Ministry"))
    assert numbers(told([one], [other])) == (2, 2)
    one, other = (source(name, SourceType.ORGANISATION) for name in ("the Torvian government", "the Arvale government"))
    assert numbers(told([one], [other])) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other", "counted"),
    [
        ("Keld", "Tomas Keld", (1, 2)),
        ("Keld", "Keld Rannas", (1, 2)),
        ("Keld", "Ilse Brandt", (2, 2)),
        ("Petra Keld", "Tomas Keld", (2, 2)),
    ],
)
def test_a_person_told_by_one_name_alone_may_be_whose_name_holds_it(
    one: str, other: str, counted: tuple[int, int]
) -> None:
    people = [source(name, SourceType.PERSON) for name in (one, other)]
    assert numbers(told(*([it] for it in people))) == counted
    assert numbers(told(*([it] for it in reversed(people)))) == counted


@pytest.mark.parametrize(
    ("short", "name", "same"),
    [
        ("oltimes", "The Old Lane Times", True),
        ("olt", "The Old Lane Times", True),
        ("npost", "North Post", True),
        ("np", "North Post", False),
        ("post", "North Post", False),
        ("northpost", "North Post", True),
        ("sheet", "Grey Paper", False),
    ],
)
def test_a_domain_may_be_short_for_a_name(short: str, name: str, same: bool) -> None:
    assert short_for(short, name) is same


def test_a_domain_is_called_by_its_name() -> None:
    assert "greysheet" in outlet_names("news.grey-sheet.co.uk")
    assert "com" not in outlet_names("www.com.com")
    assert outlet_names("The Grey Sheet") == {"greysheet"}
