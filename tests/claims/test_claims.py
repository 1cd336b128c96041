"""Mentions of one thing are joined, other things are not, and who is silent is told."""

import sys
from dataclasses import replace

import pytest

from tests.claims.making import as_story, claim_of, made, said, source, story, together, with_statements
from tests.support import plain_case, plain_report, run
from twosource.claims import claims
from twosource.language import language
from twosource.model import (
    Case,
    Decision,
    Lineage,
    Passage,
    PassageKind,
    Relation,
    SourceType,
    Stance,
    Story,
)

A = "The council of Brenmark closed the ferry pier on Monday.\nAbout 400 people marched through the harbour."
B = "Brenmark's council shut the ferry pier on Monday.\nA choir sang in the old granary."
C = "The ferry pier was closed by the council of Brenmark.\nThe mayor spoke to the fishermen."


def test_one_thing_told_three_ways_is_one_claim() -> None:
    case = made(A, B, C)
    claim = claim_of(case, "closed the ferry pier")
    assert claim.reports == ("a.txt", "b.txt", "c.txt")
    assert claim.silent == ()
    assert len(claim.mentions) == 3


def test_what_a_single_report_tells_is_a_claim_and_the_others_are_silent() -> None:
    claim = claim_of(made(A, B, C), "choir")
    assert claim.reports == ("b.txt",)
    assert claim.silent == ("a.txt", "c.txt")


def test_one_report_alone_leaves_nobody_silent() -> None:
    (claim, *_) = made(A).claims
    assert claim.silent == ()


def test_a_report_that_tells_it_twice_is_one_report() -> None:
    case = made("Council closes ferry pier\nThe council of Brenmark closed the ferry pier on Monday.", headline=True)
    claim = claim_of(case, "closed the ferry pier")
    assert len(claim.mentions) == 2
    assert claim.reports == ("a.txt",)


def test_the_order_of_the_reports_does_not_matter() -> None:
    def told(*texts: tuple[str, str]) -> set[frozenset[str]]:
        reports = tuple(sorted((plain_report(text, id=id) for id, text in texts), key=lambda report: report.id))
        case = claims(as_story(Case(reports=reports)))
        return {
            frozenset(f"{m.span.report}:{m.span.start}:{claim.id}" for m in claim.mentions) for claim in case.claims
        }

    assert told(("a", A), ("b", B), ("c", C)) == told(("c", C), ("a", A), ("b", B))


def test_the_plainest_mention_gives_the_words() -> None:
    case = made(
        "He gladly accepted the invitation.",
        "Tomas Keld accepted the invitation.",
        "Tomas Keld gladly accepted the invitation, with great joy, in a hall full of flags and very many friends.",
    )
    claim = claim_of(case, "gladly")
    assert len(claim.mentions) == 3
    assert claim.text == "Tomas Keld accepted the invitation"
    plainest = [mention for mention in claim.mentions if mention.span.text == claim.text]
    assert plainest[0].relation is Relation.VERBATIM


def test_a_figure_that_differs_is_a_detail_of_one_claim() -> None:
    case = made("The flood killed 12 people in the valley.", "The flood killed 21 people in the valley.")
    claim = claim_of(case, "12 people")
    assert {m.relation for m in claim.mentions} == {Relation.VERBATIM, Relation.DETAIL_DIFFERS}
    differing = next(m for m in claim.mentions if m.relation is Relation.DETAIL_DIFFERS)
    assert any(r.signal == "figure differs" for r in differing.reasons)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council approved the new port.", "The council did not approve the new port."),
        ("Ines Arvale accused Tomas Keld of lying.", "Tomas Keld accused Ines Arvale of lying."),
        ("Oskar Brandt will resign from the board.", "Oskar Brandt resigned from the board."),
        ("Arvale accepted the invitation to the summit.", "Keld invited Arvale to the summit."),
    ],
)
def test_look_alikes_are_two_claims(a: str, b: str) -> None:
    assert len(made(a, b).claims) == 2


def test_nothing_is_joined_over_two_stories() -> None:
    case = run(plain_case(A, B), language)
    case = claims(case.with_(stories=(Story("s1", ("a.txt",), 1), Story("s2", ("b.txt",), 1))))
    assert all(len(claim.reports) == 1 for claim in case.claims)
    assert all(claim.silent == () for claim in case.claims)


def test_a_denial_belongs_to_its_speaker() -> None:
    text = "Torvia may attack the island. {} denied such plans."
    case = story(text.format("Arvale"), text.format("Keld"), text.format("Arvale"))
    arvale, keld = source("Ines Arvale"), source("Tomas Keld")
    denials = [
        said(report, "such plans", "denied", who, stance=Stance.DENIED)
        for report, who in zip(case.reports, (arvale, keld, arvale), strict=True)
    ]
    found = claims(with_statements(case, *denials, sources=(arvale, keld)))
    grouped = [claim.reports for claim in found.claims if "denied" in claim.text]
    assert sorted(grouped) == [("a.txt", "c.txt"), ("b.txt",)]


def test_a_fact_told_by_two_speakers_is_one_claim() -> None:
    case = story("The bridge fell into the river, Voss said.", "The bridge fell into the river, Rusk said.")
    voss, rusk = source("Maren Voss"), source("Pavel Rusk")
    told = [
        said(report, "The bridge fell into the river", "said", who)
        for report, who in zip(case.reports, (voss, rusk), strict=True)
    ]
    found = claims(with_statements(case, *told, sources=(voss, rusk)))
    assert claim_of(found, "bridge").reports == ("a.txt", "b.txt")


def test_first_person_words_belong_to_their_speaker() -> None:
    case = story("I will leave the board, Voss said.", "I will leave the board, Rusk said.")
    voss, rusk = source("Maren Voss"), source("Pavel Rusk")
    told = [
        said(report, "I will leave the board", "said", who)
        for report, who in zip(case.reports, (voss, rusk), strict=True)
    ]
    assert len(claims(with_statements(case, *told, sources=(voss, rusk))).claims) == 2


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("Rusk denied the ship was armed.", "denied", Stance.DENIED),
        ("Rusk asked whether the ship was armed.", "asked", Stance.ASKED),
        ("If Rusk says the ship was armed, the port will close.", "says", Stance.CONDITIONAL),
    ],
)
def test_what_is_denied_asked_or_supposed_is_not_claimed(text: str, cue: str, stance: Stance) -> None:
    case = story("Voss said the ship was armed.", text)
    voss, rusk = source("Maren Voss"), source("Pavel Rusk")
    told = [
        said(case.reports[0], "the ship was armed", "said", voss),
        said(case.reports[1], "the ship was armed", cue, rusk, stance=stance),
    ]
    assert not any(len(c.reports) > 1 for c in claims(with_statements(case, *told, sources=(voss, rusk))).claims)


def test_pieces_that_point_back_are_compared_by_what_they_point_at() -> None:
    case = story(
        "Torvia may attack the island. Arvale denied such plans.",
        "The mill may dismiss a hundred workers. Arvale denied such plans.",
    )
    arvale = source("Ines Arvale")
    denials = [said(r, "such plans", "denied", arvale, stance=Stance.DENIED) for r in case.reports]
    found = claims(with_statements(case, *denials, sources=(arvale,)))
    assert shared(found) == 0


def shared(case: Case) -> int:
    """Return how many claims two reports or more tell."""
    return sum(len(claim.reports) > 1 for claim in case.claims)


def test_names_that_sources_join_are_one_name() -> None:
    texts = ("The Ollvik Ledger bought the mill.", "The Grey Paper bought the mill.")
    apart = made(*texts)
    assert len(apart.claims) == 2
    one = source("The Ollvik Ledger", SourceType.OUTLET)
    one = replace(one, variants=("The Ollvik Ledger", "The Grey Paper"))
    joined = claims(with_statements(story(*texts), sources=(one,)))
    assert len(joined.claims) == 1


def test_a_shared_passage_helps_a_pair_over_the_line() -> None:
    a = "Rescue crews worked through the night to reach the miners."
    b = "Helpers dug all night to get to the trapped miners."
    case = story(a, b)
    apart = claims(case)
    first, second = case.reports
    whole = (first.span(0, len(a) - 1), second.span(0, len(b) - 1))
    passage = Passage("passage-1", PassageKind.NEAR, whole, 0.9, Lineage(None, Decision.UNDECIDED))
    joined = claims(case.with_(passages=(passage,)))
    assert shared(apart) == 0
    assert shared(joined) == 1


def test_an_empty_case_has_no_claims() -> None:
    assert claims(run(plain_case(""), language)).claims == ()


def test_the_same_report_twice_adds_mentions_not_claims() -> None:
    once, twice = made(A), made(A, A)
    assert len(once.claims) == len(twice.claims)
    assert all(claim.reports == ("a.txt", "b.txt") for claim in twice.claims)


def test_claims_are_told_apart_where_one_wording_leads_to_the_next() -> None:
    case = made(
        "The bank raised interest rates on Monday.",
        "The bank raised interest rates on Monday and lent money to Karsk Motors.",
        "The bank lent money to Karsk Motors.",
    )
    assert not together(case, "raised interest", "lent money")


def test_words_repeated_in_many_reports_are_one_claim_of_verbatim_mentions() -> None:
    case = made(*[A] * 6)
    claim = claim_of(case, "closed the ferry pier")
    assert len(claim.mentions) == 6
    assert {mention.relation for mention in claim.mentions} == {Relation.VERBATIM}


def test_equal_words_about_two_doers_are_two_things() -> None:
    case = made(
        "Ines Arvale left the hall early and was arrested at the harbour on Monday.",
        "Tomas Keld left the hall early and was arrested at the harbour on Monday.",
    )
    assert all(len(claim.reports) == 1 for claim in case.claims if "arrested" in claim.text)


def test_a_report_too_long_to_compare_is_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    told = sys.modules["twosource.claims.told"]  # the package has a function of that name
    monkeypatch.setattr(told, "PIECES", 2)
    monkeypatch.setattr(told, "LEAST_SHARE", 1)
    case = made(A, B)
    assert len(case.claims) == 1
    assert any("only the first 1 things that a.txt tells" in notice for notice in case.notices)
    assert made("Oh.").notices == ()


def test_a_long_sentence_without_end_is_read_in_bounded_time() -> None:
    case = made("Voss closed the pier and " * 400)
    assert case.claims


def test_claims_are_found_again_by_their_ids() -> None:
    assert [claim.id for claim in made(A, B).claims] == [claim.id for claim in made(A, B).claims]
