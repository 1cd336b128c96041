"""A record comes back as the case that it was made of; one that does not hold what it promises does not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.export.graphs import many
from tests.support_case import CASE
from twosource.errors import CaseError
from twosource.export import dumps, record
from twosource.export.load import case_of
from twosource.model import Case
from twosource.options import Limits, Options

CASES = (Case(), CASE, many(4, 3), replace(CASE, options=Options(Limits(reports=7), "de"), notices=("One.",)))


@pytest.mark.parametrize("texts", [True, False])
@pytest.mark.parametrize("case", CASES)
def test_what_was_written_comes_back(case: Case, texts: bool) -> None:
    made = json.loads(dumps(record(case, texts=texts)))
    back = case_of(made)
    assert back == case
    assert record(back, texts=texts) == made


def _broken(path: str, value: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(dumps(record(CASE)))
    here: Any = made
    *way, last = path.split(".")
    for step in way:
        here = here[int(step)] if step.isdigit() else here[step]
    here[last] = value
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "other"),
        ("reports.0.text", "changed"),
        ("reports.0.parts.0.kind", "poem"),
        ("sources.0.type", "ghost"),
        ("statements.0.stance", "sung"),
        ("statements.0.chain", ["nobody"]),
        ("claims.0.mentions.0.end", 10**9),
        ("claims.0.origins.0.mentions", [99]),
        ("claims.0.origins.0.mentions", None),
        ("variants.0.differences", [["one"]]),
        ("tool", {}),
        ("tool.options.limits", {"no_such_limit": 1}),
        ("times.0.anchor", ["x"]),
        ("future", None),
    ],
)
def test_what_does_not_hold_is_refused_with_the_file(path: str, value: Any) -> None:
    with pytest.raises(CaseError) as caught:
        case_of(_broken(path, value), "ferry.json")
    assert caught.value.where == "ferry.json"
    assert caught.value.advice
