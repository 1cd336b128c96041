"""A piece is read as a sentence of its own: who it is about is put in front, and nobody where nobody is sure."""

import pytest

from tests.likeness.reading import units
from tests.support import plain_case, run
from twosource.claims.pieces import pieces
from twosource.language import language
from twosource.likeness import unit
from twosource.model import Paragraph, PartKind, Span


def readings(text: str, said_by: str = "") -> list[str]:
    case = run(plain_case(text), language)
    return [
        unit(paragraph, piece.span, said_by=said_by).reading
        for paragraph in case.paragraphs
        for piece in pieces(case.reports[0], paragraph, ())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ardan Velt, who commands the coast guard and lives in Ollvik, resigned.",
            ["Ardan Velt commands the coast guard", "Ardan Velt lives in Ollvik"],
        ),
        ("The council will close the pier and sell the old crane.", ["The council will sell the old crane"]),
        ("The driver, injured in the crash on Monday, was fined.", ["The driver was injured in the crash on Monday"]),
        (
            "Torvia owns the ferry Aldis, which the navy bought from Selmark in 1998.",
            ["the navy bought the ferry Aldis from Selmark in 1998"],
        ),
        (
            "Voss, whose ship ran aground near the lighthouse, was fined.",
            ["Voss's ship ran aground near the lighthouse"],
        ),
        (
            "Maren Voss visited the port. She promised to rebuild the pier by spring.",
            ["Maren Voss promised to rebuild the pier by spring"],
        ),
    ],
)
def test_who_it_is_about_is_put_in_front(text: str, expected: list[str]) -> None:
    told = readings(text)
    assert [reading for reading in expected if reading not in told] == []


def test_a_pronoun_that_may_be_one_of_two_stays() -> None:
    told = readings("Maren Voss met Lena Tarn at the port. She promised to rebuild the pier by spring.")
    assert "She promised to rebuild the pier by spring" in told


def test_i_is_the_speaker_where_the_speaker_is_known() -> None:
    assert readings("I will rebuild my pier by spring.", "Maren Voss") == [
        "Maren Voss will rebuild Maren Voss's pier by spring"
    ]
    assert readings("I will rebuild my pier by spring.") == ["I will rebuild my pier by spring"]


def test_a_whole_sentence_is_read_as_it_stands() -> None:
    text = "The council of Brenmark closed the ferry pier on Monday."
    (read,) = units((text,), vectors=False)
    assert read.reading == text


def test_a_stretch_of_nothing_is_read_as_nothing() -> None:
    (whole,) = units(("Yes.",), vectors=False)
    paragraph = Paragraph("a.txt", 0, PartKind.BODY, run(plain_case("Yes."), language).paragraphs[0].parse)
    assert unit(paragraph, Span("a.txt", 1, 2, "e")).reading == ""
    assert whole.reading == "Yes."
