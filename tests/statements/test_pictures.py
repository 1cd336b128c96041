"""Pictures beside a name are no part of it."""

from __future__ import annotations

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.statements import statements


@pytest.mark.parametrize("name", ["🚋Piet Lowen😀", "Piet Lowen\ufe0f", "👍🏽 Piet Lowen👍🏽", "Piet Lowen™"])
def test_pictures_beside_a_name_are_no_part_of_the_source(name: str) -> None:
    text = f"“The brakes did not answer,” said {name}, who directs the tram company."
    (statement,) = run(plain_case(text), language, statements).statements
    assert statement.source is not None
    assert statement.source.text == "Piet Lowen"
    assert text[statement.source.start : statement.source.end] == "Piet Lowen"


def test_an_accent_that_stands_apart_from_its_letter_stays() -> None:
    text = "“The brakes did not answer,” said Piet Lowe\u0301, who directs the tram company."
    (statement,) = run(plain_case(text), language, statements).statements
    assert statement.source is not None
    assert statement.source.text == "Piet Lowe\u0301"
