"""A saying that ends its paragraph in a colon, with the quotation in the next one: no layer is lost."""

from __future__ import annotations

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.statements import statements


def _told(text: str) -> list[tuple[str, str, str | None]]:
    found = run(plain_case(text), language, statements).statements
    sources = {s.id: s.source.text for s in found if s.source}
    return [
        (sources.get(s.id, ""), " … ".join(piece.text for piece in s.content), sources.get(s.parent or ""))
        for s in found
    ]


def test_the_quotation_is_told_by_the_one_who_is_introduced() -> None:
    text = "The Ostrel Gazette wrote on Tuesday:\n\n“The brakes of the tram were old.”\n\nIt rained all day."
    assert _told(text) == [("The Ostrel Gazette", "The brakes of the tram were old.", None)]


def test_whom_the_next_paragraph_names_stands_inside() -> None:
    text = "The Ostrel Gazette wrote on Tuesday:\n\n“The brakes were old,” said Piet Lowen."
    assert _told(text) == [
        ("The Ostrel Gazette", "“The brakes were old,” said Piet Lowen", None),
        ("Piet Lowen", "The brakes were old,", "The Ostrel Gazette"),
    ]


def test_a_quotation_over_paragraphs_is_introduced_as_a_whole() -> None:
    text = "In a letter, the ministry said:\n\n“We accept this task with pleasure.\n\n“We will carry it through.”"
    assert _told(text) == [("the ministry", "We accept this task with pleasure. … We will carry it through.", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Piet Lowen wrote on Tuesday:\n\n“The brakes were old,” he said.",
        "Piet Lowen wrote on Tuesday:\n\n“The brakes were old,” Lowen said.",
        "The quarrel begins here:\n\n“The brakes were old,” Lowen said.",
        "Nobody said on Tuesday:\n\n“The brakes were old,” Lowen said.",
    ],
)
def test_nobody_is_made_a_layer_of_himself(text: str) -> None:
    assert [parent for _, _, parent in _told(text)] == [None]
