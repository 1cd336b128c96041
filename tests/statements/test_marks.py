"""Quotation marks are paired by one linear scan; an odd mark costs itself and nothing else."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_hostile import lines_run
from twosource.statements.marks import quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We go," she said.', ["We go,"]),
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ('“Mixed styles of marks" happen.', ["Mixed styles of marks"]),
        ("„Ja“, said Brel. »Nein«, «oui».", ["Ja", "Nein", "oui"]),
        ("«\xa0Non\xa0», dit-il.", ["\xa0Non\xa0"]),
        ("''Two single marks,'' he wrote.", ["Two single marks,"]),
        ("``Old type,'' he wrote.", ["Old type,"]),
        ("‘The owners’ meeting was short,’ he said.", ["The owners’ meeting was short,"]),
        ("'It's the boys' house,' she said.", ["It's the boys' house,"]),
        ('He is 5\'10" tall and said "no".', ["no"]),
        ("the ’90s and rock 'n' roll", []),
        ('A stray " mark, then “a quotation”.', ["a quotation"]),
        ("「はい」と言った。", ["はい"]),
        ("“ Our lamps went out ” , said Brel.", ["Our lamps went out"]),
        ('" Our lamps went out , " said Brel , " and stayed out . "', ["Our lamps went out ,", "and stayed out ."]),
        ("“ Our lamps ‘ flickered ’ first ” , said Brel.", ["Our lamps ‘ flickered ’ first"]),
        ("“ Our lamps went out, said Brel. “They are back.”", ["They are back."]),
        ('A board of 5 " by 3 " is sold.', []),
        ('One " and then "a quotation" here.', ["a quotation"]),
        ("“ ” and “  ”", []),
    ],
)
def test_pairs(text: str, words: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text) if q.depth == 0 and q.closed] == words


def test_marks_in_marks_have_a_depth() -> None:
    text = "“She said ‘never’ twice,” he recalled."
    assert [(text[q.start : q.end], q.depth) for q in quotations(text)] == [
        ("She said ‘never’ twice,", 0),
        ("never", 1),
    ]


def test_a_quotation_that_is_not_closed_ends_with_the_paragraph() -> None:
    (q,) = quotations("He wrote: “We shall stay.")
    assert (q.closed, q.end) == (False, 25)


@given(st.text(alphabet="“”‘’\"'«»„ab ,.", max_size=60))
def test_every_quotation_lies_inside_the_text_and_they_nest(text: str) -> None:
    found = quotations(text)
    for q in found:
        assert 0 <= q.outer_start < q.start <= q.end <= q.outer_end <= len(text)
    for a in found:
        for b in found:
            crossing = a.outer_start < b.outer_start < a.outer_end < b.outer_end
            assert not crossing


@pytest.mark.parametrize("unit", ["“Yes,” he said. ", "“ ", '" a', "' a's ", "“‘«", "”’»"])
def test_time_grows_with_the_text(unit: str) -> None:
    small, large = (lines_run(partial(quotations, unit * times)) for times in (200, 800))
    assert large <= 5 * small  # four times the text; a quadratic scan would run sixteen times as many lines
