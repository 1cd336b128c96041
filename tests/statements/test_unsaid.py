"""Sayings that were none, and layers in their order: nobody is given words that the text denies him."""

from __future__ import annotations

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.statements import statements


def _told(text: str) -> list[tuple[str, str, str | None]]:
    """Return the source and content of each statement of a text, and the source it stands inside."""
    found = run(plain_case(text), language, statements).statements
    sources = {s.id: s.source.text for s in found if s.source}
    return [
        (sources.get(s.id, ""), " … ".join(piece.text for piece in s.content), sources.get(s.parent or ""))
        for s in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Had Brandt said that the plant was closed, the strike would have ended.",
        "The council has yet to say that the road is open.",
        "She neither confirmed nor denied that the engineer had resigned.",
        "Brandt did not confirm or deny that the vote was over.",
        "It is not true that Okko said the bridge was safe.",
        "Few experts believe that the dam will hold.",
        "Not a single official said the dam was safe.",
        "The ministry rejected as “pure fantasy” reports that 300 people had died.",
        "She was wrongly quoted as saying the vote was over.",
        "The film “They Said It Was Safe” opens on Friday.",
        "The dam, said by the ministry to be safe, broke at noon.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Had it rained, Okko said, the dam would have burst.", "Okko", "Had it rained … the dam would have burst"),
        ("A few experts said the dam would hold.", "A few experts", "the dam would hold"),
        ("It is true that Okko said the dam was safe.", "Okko", "the dam was safe"),
        ("Okko denied having met Brandt and said the dam was safe.", "Okko", "the dam was safe"),
        ("Voters are angry, polls show.", "polls", "Voters are angry"),
    ],
)
def test_what_stands_beside_such_words_is_still_said(text: str, source: str, content: str) -> None:
    assert (source, content, None) in _told(text)


@pytest.mark.parametrize(
    ("text", "outer", "inner", "content"),
    [
        (
            "According to Farr, Brandt said that according to the ministry 40 houses were lost.",
            "Brandt",
            "the ministry",
            "40 houses were lost",
        ),
        (
            "The paper said the dam, according to the ministry, was safe.",
            "The paper",
            "the ministry",
            "the dam … was safe",
        ),
        (
            "Okko said the road will open, a report by the Norrin Institute found.",
            "a report by the Norrin Institute",
            "Okko",
            "the road will open",
        ),
        (
            "The minister was quoted by the Norrin agency as having told the Varn Gazette that talks had failed.",
            "the Norrin agency",
            "The minister",
            "talks had failed",
        ),
    ],
)
def test_layers_keep_their_order(text: str, outer: str, inner: str, content: str) -> None:
    assert (inner, content, outer) in _told(text)


def test_a_denied_saying_is_told_by_the_one_who_denies_it_alone() -> None:
    assert _told("Brandt denied that he had said the plant was closed.") == [
        ("Brandt", "he had said the plant was closed", None)
    ]


def test_a_saying_that_is_asked_about_is_told_by_the_one_who_asks_alone() -> None:
    assert [source for source, _, _ in _told("Farr asked whether Okko had said the dam was safe.")] == ["Farr"]


def test_whom_a_report_cites_behind_its_clause_is_a_layer() -> None:
    assert _told("The Varn Gazette reported that the dam had broken, citing two officials.") == [
        ("The Varn Gazette", "the dam had broken", None),
        ("two officials", "the dam had broken", "The Varn Gazette"),
    ]


def test_a_cause_that_is_cited_is_no_source() -> None:
    told = _told("The Varn Gazette reported that Brandt had resigned, citing his health.")
    assert [source for source, _, _ in told] == ["The Varn Gazette"]
