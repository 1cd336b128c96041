"""The bench of lineage: its labels are whole and hold no text, and its scores count as they say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bench.lineage.__main__ import confusion, label, main, scores
from bench.lineage.pairs import HALVES, LABELS, Pair, events, pairs, rows
from bench.shared import SHARED
from twosource.lineage import Shared
from twosource.model import Copy, Decision

DATA = SHARED / "data" / "stories"
KINDS = """byline contributed copyright credit dateline first-party frame headline inserted marks names-agency
names-outlet photo posted same-outlet shortened source-named third-report time told-outlet whole-text""".split()


def test_sixty_pairs_of_twenty_events_at_least_and_at_most_five_of_one() -> None:
    assert len({(row["a"], row["b"]) for row in rows()}) == 60
    of = Counter(row["event"] for row in rows())
    assert len(of) >= 20
    assert max(of.values()) <= 5
    assert {row["label"] for row in rows()} == set(LABELS)
    halves = {row["event"]: row["half"] for row in rows()}
    assert all(halves[row["event"]] == row["half"] for row in rows())  # no event is in both
    assert set(halves.values()) == set(HALVES)


def test_labels_are_codes_and_offsets_and_no_text() -> None:
    def words(value: object) -> set[str]:
        if isinstance(value, dict):
            return set().union(*(words(it) for it in value.values()))
        if isinstance(value, list):
            return set().union(*(words(it) for it in value)) if value else set()
        return {value} if isinstance(value, str) else set()

    for row in rows():
        assert row["a"] < row["b"]
        allowed = {*LABELS, *HALVES, *KINDS, "a", "b", "authors", row["a"], row["b"]}
        assert words(row) <= allowed
        assert row["passages"]
        assert all(0 <= it[side][0] < it[side][1] for it in row["passages"] for side in "ab")
        assert (row["label"] == "common-upstream") or "upstream" not in row


def pair(gold: str, number: int, *upstream: str) -> Pair:
    return Pair(number, "tuned", gold, Shared(f"a{number}", f"b{number}", ()), upstream)


def test_right_is_counted_where_it_is_decided_and_a_name_where_there_is_one() -> None:
    labelled = [
        pair("a-from-b", 1),
        pair("common-upstream", 2, "The Orrin Wire"),
        pair("undecided", 3),
        pair("quotation", 4),
    ]
    answers = {
        ("a1", "b1"): ("b-from-a", None),
        ("a2", "b2"): ("common-upstream", "Orrin Wire"),
        ("a3", "b3"): ("undecided", None),
    }
    assert scores(labelled, answers) == ["0.500 1/2", "0.500 2/4", "1.000 1/1"]
    told = {row[0]: row[1:] for row in confusion(labelled, answers)}
    assert told["quotation"] == ["·", "·", "·", "·", "1"]
    assert told["a-from-b"] == ["·", "1", "·", "·", "·"]


@pytest.mark.parametrize(
    ("origin", "decision", "expected"),
    [
        ("a", Decision.COPIED, "b-from-a"),
        ("b", Decision.COPIED, "a-from-b"),
        ("a", Decision.QUOTATION, "quotation"),
        ("upstream", Decision.COMMON_UPSTREAM, "common-upstream"),
        (None, Decision.UNDECIDED, "undecided"),
    ],
)
def test_a_finding_as_a_label(origin: str | None, decision: Decision, expected: str) -> None:
    assert label(Copy("c", "a", "b", origin, decision, None, ())) == expected


def test_without_the_data_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 0
    assert "skipped" in capsys.readouterr().err


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="the coverage of 47 events is not beside the repository")
def test_every_place_that_a_label_names_stands_in_its_report() -> None:
    texts = {it.id: it.text for _, reports in events(DATA).values() for it in reports}
    for row in rows():
        assert json.loads((DATA / row["a"]).read_text())["newsCluster"]["EventId"] == row["event"]
        for it in row["passages"]:
            here, there = (texts[row[side]][it[side][0] : it[side][1]] for side in "ab")
            assert min(len(here), len(there)) > 0.5 * max(len(here), len(there))
        for it in row["evidence"]:
            assert "start" not in it or it["end"] <= len(texts[row[it["in"]]])
    assert all(name for it in pairs(DATA) for name in it.upstream)
