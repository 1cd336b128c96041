"""The checks of a record: a sound one passes, each kind of damage is named, and nothing makes the check fall over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support_case import CASE
from twosource.export import dumps, record, verify
from twosource.model import Case

TEXT = dumps(record(CASE))


def _fresh() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TEXT)
    return found


def test_a_sound_record_passes() -> None:
    assert verify(_fresh()) == ()
    assert verify(json.loads(dumps(record(CASE, texts=False)))) == ()
    assert verify(record(Case())) == ()


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(record: dict[str, Any]) -> None:
        *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
        place: Any = record
        for step in way:
            place = place[step]
        place[last] = value

    return change


DAMAGE: tuple[tuple[str, object, str], ...] = (
    ("schema", "other/1", "no record of the form"),
    ("reports.0.text", "Another text", "does not fit its hash"),
    ("reports.1.id", "brisk.txt", "given twice"),
    ("reports.0.parts.1.start", 0, "overlaps"),
    ("reports.0.parts", 5, "wrong form"),
    ("sources.0.mentions.0.start", 10**6, "leaves the text"),
    ("sources.0.mentions.0.report", "gone.txt", "not in the record"),
    ("sources.0.members", ["s-gone"], "source 's-gone' is not in the record"),
    ("statements.0.content.0.start", 1, "stands there"),
    ("statements.0.content", [], "no content"),
    ("statements.0.chain", ["s-gone"], "source 's-gone'"),
    ("statements.0.addressee", "s-gone", "source 's-gone'"),
    ("statements.0.parent", "t-gone", "parent 't-gone'"),
    ("statements.0.parent", "t-h1", "another report"),
    ("statements.0.parent", "t-b2", "inside itself"),
    ("statements.0.confidence", 0.5, "add up to"),
    ("statements.0.cue.text", "denied", "stands there"),
    ("claims.0.mentions.0.statement", "t-gone", "statement 't-gone'"),
    ("claims.0.mentions.0.statement", "t-b2", "names a statement of"),
    ("claims.0.silent", ["halden.txt"], "both tells"),
    ("claims.0.reports", ["halden.txt"], "not those of its mentions"),
    ("claims.1.independent_origins", 3, "cannot both be"),
    ("claims.0.most_origins", 0, "cannot both be"),
    ("claims.1.origins", [], "only 0 are listed"),
    ("claims.0.origins.0.mentions", [9], "mention 9"),
    ("claims.1.origins.0.joins.0.b", 2, "leaves its origin"),
    ("claims.1.origins.0.joins.1.b", 7, "a join names the mention 7"),
    ("claims.0.origins.0.source", "s-gone", "source 's-gone'"),
    ("passages.0.places", [], "two places"),
    ("passages.0.lineage.from", "gone.txt", "report 'gone.txt'"),
    ("passages.2.lineage.from", "halden.txt", "undecided"),
    ("variants.0.source", "s-gone", "source 's-gone'"),
    ("tensions.0.b.end", 1, "empty or leaves"),
    ("silences.0.claim", "c-gone", "claim 'c-gone'"),
    ("silences.0.report", "halden.txt", "is not silent on"),
    ("silences.1.nearest.report", "halden.txt", "stands there"),
    ("silences.2.nearest", {"report": "halden.txt", "start": 0, "end": 9}, "not in 'courier.txt'"),
    ("times.0.text", "in June", "stands there"),
    ("future.0.source", "s-gone", "source 's-gone'"),
    ("stories.0.reports", ["gone.txt"], "report 'gone.txt'"),
    ("stories.0.independent_reports", 4, "cannot be"),
    ("story.reports", 7, "counts 7 reports"),
    ("story.independent_reports", 1, "its story 2"),
    ("story.outlets", 9, "9 outlets"),
    ("claims", None, "claims: the list is missing"),
)


@pytest.mark.parametrize(("path", "value", "words"), DAMAGE, ids=[f"{path}={value}" for path, value, _ in DAMAGE])
def test_each_damage_is_named(path: str, value: object, words: str) -> None:
    damaged = _fresh()
    _set(path, value)(damaged)
    assert any(words in line for line in verify(damaged)), verify(damaged)


def test_a_missing_field_is_named_with_its_place() -> None:
    damaged = _fresh()
    del damaged["tensions"][1]["b"]
    assert verify(damaged) == ("tensions[1]: the field 'b' is missing",)


def _paths(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(path for key, item in inside for path in _paths(item, (*way, key)))]


PATHS = _paths(_fresh())[1:]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "report"]), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(PATHS), ODD)
def test_nothing_makes_the_check_fall_over(path: tuple[Any, ...], odd: object) -> None:
    damaged = _fresh()
    place: Any = damaged
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = odd
    assert all(isinstance(line, str) for line in verify(damaged))


@given(ODD)
def test_anything_that_is_no_record_is_said_to_be_none(odd: Any) -> None:
    assert len(verify(odd)) == 1
