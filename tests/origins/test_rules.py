"""Each rule that joins two voices of a claim, and what it must leave apart."""

from dataclasses import replace

import pytest

from tests.claims.making import source
from tests.origins.making import AGENCY, RUSK, VOSS, numbers, signals, speaking_for, told
from twosource.model import Decision, PassageKind, Reason, SourceType
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
    assert numbers(told(None, [outlet], outlets=["Ledger", "Grey Paper"])) == (2, 2)


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
