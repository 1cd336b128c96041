"""Sentences are cut into the things they tell, never across the edge of a statement."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claims.making import said, source, story
from tests.support import plain_case, run
from twosource.claims.pieces import Piece, pieces
from twosource.language import language
from twosource.model import Case, PartKind, Stance, Statement


def cut(case: Case, *statements: Statement) -> list[Piece]:
    report = case.reports[0]
    return [piece for p in case.paragraphs if p.report == report.id for piece in pieces(report, p, statements)]


def texts(case: Case, *statements: Statement) -> list[str]:
    return [piece.span.text for piece in cut(case, *statements)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council closed the ferry pier on Monday.", ["The council closed the ferry pier on Monday"]),
        (
            "The council closed the ferry pier and sold the old crane.",
            ["The council closed the ferry pier", "sold the old crane"],
        ),
        (
            "The company owns the ferry Aldis, which has carried mail since the war ended.",
            ["The company owns the ferry Aldis", "which has carried mail since the war ended"],
        ),
        (
            "The crowd cheered loudly after they toured the old shipyard.",
            ["The crowd cheered loudly", "they toured the old shipyard"],
        ),
        ("There was no plan for Voss to visit Ollvik.", ["There was no plan for Voss to visit Ollvik"]),
        (
            "They want to destroy the bridge and burn the town.",
            ["They want to destroy the bridge and burn the town"],
        ),
        (
            "The port will stay closed if the storm reaches the coast.",
            ["The port will stay closed if the storm reaches the coast"],
        ),
    ],
)
def test_a_predicate_is_a_piece(sentence: str, expected: list[str]) -> None:
    found = texts(story(sentence))
    assert len(found) == len(expected)
    for got, wanted in zip(found, expected, strict=True):
        assert wanted.removeprefix("after ") in got or got in wanted


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("There was no mention of the fire.", "There was no mention of the fire"),
        ("There were 12 on board.", "There were 12 on board"),
        ("The ship sank off the cape, with 12 sailors missing.", "The ship sank off the cape"),
        ("The ship sank off the cape, with 12 sailors missing.", "12 sailors missing"),
        ("The driver, injured in the crash on Monday, was fined.", "injured in the crash on Monday"),
    ],
)
def test_what_is_told_beside_the_main_clause_is_a_piece(text: str, piece: str) -> None:
    assert piece in texts(story(text))


def test_a_piece_in_a_statement_is_its_own() -> None:
    case = story("Voss said the council had closed the pier, the agency reported.")
    report = case.reports[0]
    agency, voss = source("Torvian Press"), source("Maren Voss")
    outer = said(report, "Voss said the council had closed the pier", "reported", agency)
    inner = said(report, "the council had closed the pier", "said", agency, voss, parent=outer.id)
    (piece,) = cut(case, outer, inner)
    assert piece.span.text == "the council had closed the pier"
    assert piece.statement is inner


def test_what_follows_the_frame_is_the_reports_own() -> None:
    case = story("Voss hinted that the pier would close but left the hall at once.")
    hinted = said(case.reports[0], "the pier would close", "hinted", source("Maren Voss"), stance=Stance.HINTED)
    found = {piece.span.text: piece.statement for piece in cut(case, hinted)}
    assert found == {"the pier would close": hinted, "left the hall at once": None}


def test_a_content_that_is_no_clause_takes_its_cue_with_it() -> None:
    case = story("Voss promised to rebuild the ferry pier by spring.")
    promised = said(case.reports[0], "to rebuild the ferry pier by spring", "promised", source("Maren Voss"))
    assert texts(case, promised) == ["promised to rebuild the ferry pier by spring"]


def test_a_content_that_points_back_says_so() -> None:
    case = story("Torvia may attack the island. Arvale denied such plans.")
    denied = said(case.reports[0], "such plans", "denied", source("Ines Arvale"), stance=Stance.DENIED)
    last = cut(case, denied)[-1]
    assert last.span.text == "denied such plans"
    assert last.points_back


def test_pieces_without_meaning_are_left_out() -> None:
    assert texts(story("It was. Yes. Oh well! So there.")) == []


def test_a_headline_may_do_without_a_verb() -> None:
    case = story("Ferry pier chaos in Ollvik harbour\nThe pier closed on Monday night.", headline=True)
    assert case.paragraphs[0].part is PartKind.HEADLINE
    assert texts(case)[0].startswith("Ferry pier chaos")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from("Voss said the pier , “ ” and closed which \n . ( to ; — 12 % not".split()), max_size=25)
)
def test_every_piece_stands_in_its_paragraph(words: list[str]) -> None:
    case = run(plain_case(" ".join(words) or "."), language)
    for paragraph in case.paragraphs:
        for piece in pieces(case.reports[0], paragraph, ()):
            assert paragraph.start <= piece.span.start < piece.span.end <= paragraph.end
