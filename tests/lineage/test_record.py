"""The finding as JSON: written, read back, checked; a record that lies about it is told."""

from __future__ import annotations

from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.lineage.making import FIRST, LATER, WIRE, report
from twosource.export import record, schema, verify
from twosource.export.load import case_of
from twosource.lineage import lineage
from twosource.model import Case, Story
from twosource.passages import passage


def row() -> dict[str, Any]:
    a = report("a", *WIRE, outlet="Tarvik Herald", published=FIRST)
    b = report("b", *WIRE, outlet="Brenn Lantern", published=LATER, credits=("Tarvik Herald",))
    spans = [it.span(0, len(it.text)) for it in (a, b)]
    found = passage("verbatim", spans, 1.0)  # type: ignore[arg-type]
    return record(lineage(Case(reports=(a, b), stories=(Story("s", ("a", "b"), 2),), passages=(found,))))


def test_it_is_written_fits_the_schema_and_is_read_back() -> None:
    made = row()
    (copy,) = made["copies"]
    assert {key: copy[key] for key in ("a", "b", "from", "decision", "upstream")} == {
        "a": "a",
        "b": "b",
        "from": "a",
        "decision": "copied",
        "upstream": None,
    }
    assert copy["passages"] == [made["passages"][0]["id"]]
    assert made["passages"][0]["lineage"]["reasons"] == copy["reasons"]
    jsonschema.validate(made, schema())
    assert verify(made) == ()
    assert record(case_of(made))["copies"] == made["copies"]


def test_an_older_record_goes_without_it() -> None:
    made = row()
    del made["copies"]
    assert verify(made) == ()
    assert case_of(made).copies == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"from": "z"}, "cannot be where it is from"),
        ({"from": None}, "cannot be where it is from"),
        ({"decision": "undecided"}, "cannot be where it is from"),
        ({"decision": "guessed"}, "missing"),
        ({"a": "z"}, "not in the record"),
        ({"a": "b", "b": "a"}, "not in order"),
        ({"passages": ["p-none"]}, "not in the record"),
        ({"upstream": "Orrin Wire"}, "named as upstream"),
        ({"id": None}, "has no id"),
    ],
)
def test_a_record_that_lies_about_it_is_told(change: dict[str, Any], told: str) -> None:
    made = row()
    made["copies"][0].update(change)
    assert any(told in line for line in verify(made)), verify(made)
