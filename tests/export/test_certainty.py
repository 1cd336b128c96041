"""The word for how sure a statement is: what may be called certain, and that every place says the same."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support_case import CASE
from twosource.export import record
from twosource.export.certainty import CERTAIN_FROM, LIKELY_FROM, MEASURED, Certainty, certainty, measured
from twosource.model import Act, Reason, StatementKind

BOTH = (Reason("construct", "quotation before", 0.7), Reason("reader", "sees it: cue 0.99, content 0.98", 0.27))
SURE = replace(
    next(it for it in CASE.statements if it.kind is StatementKind.DIRECT and it.source and not it.parent),
    confidence=0.97,
    reasons=BOTH,
)
ORDER = (Certainty.UNCERTAIN, Certainty.LIKELY, Certainty.CERTAIN)


def test_direct_speech_that_rule_and_reader_see_is_certain() -> None:
    assert certainty(SURE) is Certainty.CERTAIN
    assert certainty(replace(SURE, act=Act.WRITING, confidence=CERTAIN_FROM)) is Certainty.CERTAIN


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": CERTAIN_FROM - 0.01},
        {"kind": StatementKind.INDIRECT},
        {"kind": StatementKind.MIXED},
        {"act": Act.THOUGHT},
        {"act": Act.INTENTION},
        {"source": None},
        {"parent": "t-other"},
        {"reasons": (Reason("construct", "transcript", 0.97),)},
        {"reasons": (Reason("construct", "read", 0.0), replace(BOTH[1], weight=0.97))},
        {"reasons": (replace(BOTH[0], weight=0.97), Reason("reader", "does not see it", 0.0))},
    ],
    ids=lambda change: ", ".join(f"{key} {value}" for key, value in change.items())[:60],
)
def test_whatever_else_is_missing_is_likely_at_the_most(change: dict[str, Any]) -> None:
    assert certainty(replace(SURE, **change)) is Certainty.LIKELY


def test_below_the_threshold_it_is_uncertain() -> None:
    assert certainty(replace(SURE, confidence=LIKELY_FROM)) is Certainty.LIKELY
    assert certainty(replace(SURE, confidence=LIKELY_FROM - 0.01)) is Certainty.UNCERTAIN


@given(st.sampled_from(CASE.statements), st.floats(0, 1), st.floats(0, 1))
def test_more_confidence_is_never_less_certain(statement: Any, one: float, other: float) -> None:
    low, high = (replace(statement, reasons=BOTH, confidence=it) for it in sorted((one, other)))
    assert ORDER.index(certainty(low)) <= ORDER.index(certainty(high))


def test_what_was_measured_keeps_what_the_words_promise() -> None:
    shares = {word: right / all_ for word, (right, all_) in MEASURED.items()}
    assert shares[Certainty.CERTAIN] >= 0.98
    assert MEASURED[Certainty.CERTAIN][1] >= 100
    assert shares[Certainty.LIKELY] >= 0.9 > shares[Certainty.UNCERTAIN]


def test_the_record_has_the_word_beside_the_number() -> None:
    told = record(CASE.with_(statements=(SURE, replace(SURE, confidence=0.6))))["statements"]
    assert [(it["confidence"], it["certainty"]) for it in told] == [(0.97, "certain"), (0.6, "uncertain")]


def test_the_document_tells_the_counts_and_thresholds_of_the_program() -> None:
    text = (Path(__file__).parents[2] / "docs" / "certainty.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\w+) \| (.+) \|$", text, re.MULTILINE))
    for word in Certainty:
        right, all_ = MEASURED[word]
        assert f"| {measured(word)} ({right / all_:.1%}) |".replace("%", " %") in f"| {rows[word]} |"
    assert f"from {CERTAIN_FROM} up" in rows["certain"]
    assert f"from {LIKELY_FROM} up" in rows["likely"]
    assert f"below {LIKELY_FROM}" in rows["uncertain"]
