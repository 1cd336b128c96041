"""The seed reports reach their floors, and our figures are those of the scorer that comes with the lists."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import seeds
from bench.shared import SHARED

SCORER = SHARED / "score" / "score.py"
OUTSIDE = {
    "statements, outer": "statements_outer_hit",
    "statements, nested": "statements_nested_hit",
    "statements, precision": "statements_precision",
    "right speaker, of hits": "speaker_right",
    "whole chain, of hits": "chain_right",
    "right kind, of hits": "kind_right",
    "claim pairs, precision": "claim_pairs_precision",
    "claim pairs, recall": "claim_pairs_recall",
    "claim pairs, F1": "claim_pairs_f1",
    "independent origins right": "independent_origins_right",
    "overcounted, all claims": "independent_origins_overcounted",
    "variants": "variants_recall",
    "variants found in all": "variants_predicted",
    "tensions": "tensions_recall",
    "tensions, strong": "tensions_strong_recall",
    "tensions found in all": "tensions_predicted",
    "looks ahead": "future_recall",
    "looks ahead found in all": "future_predicted",
    "times right": "times_right",
    "spans out of range": "spans_out_of_range",
}
"""Names of our figures, and of the same figures outside."""


@pytest.fixture(scope="module")
def gold() -> seeds.Gold:
    lists = seeds.gold_lists(SHARED)
    if lists is None:
        pytest.skip(f"the seed reports and their lists are not under {SHARED}")
    return lists


@pytest.fixture(scope="module")
def found(gold: seeds.Gold) -> dict[str, Any]:
    return seeds.traced(list(gold.files.values()))


@pytest.mark.shared
def test_the_seeds_reach_every_floor(gold: seeds.Gold, found: dict[str, Any]) -> None:
    figures = seeds.Comparison(gold, found).figures()
    assert [figure.line() for figure in figures if not figure.reached] == []


@pytest.mark.shared
@pytest.mark.parametrize("damage", range(4))
def test_the_figures_are_those_of_the_scorer_outside(
    gold: seeds.Gold, found: dict[str, Any], damage: int, tmp_path: Path
) -> None:
    if not SCORER.is_file():
        pytest.skip(f"the scorer is not at {SCORER}")
    record = damaged(found, damage)
    place = tmp_path / "record.json"
    place.write_text(json.dumps(record), encoding="utf-8")
    lists = (str(SHARED / "gold" / f"seeds_{name}.json") for name in ("claims", "quotes"))
    documents = ",".join(f"{letter}={path.name}" for letter, path in gold.files.items())
    claims, quotes = lists
    command = [sys.executable, str(SCORER), "story", claims, str(place), "--quotes", quotes, "--docs", documents]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    outside = json.loads(done.stdout.splitlines()[-1])
    figures = {figure.name: figure for figure in seeds.Comparison(gold, record).figures()}
    ours = {name: told(figures[name], outside[other]) for name, other in OUTSIDE.items()}
    assert ours == {name: outside[other] for name, other in OUTSIDE.items()}


def told(figure: seeds.Figure, outside: object) -> object:
    """Return a figure in the form in which the scorer gives it."""
    if isinstance(outside, list):
        return [int(number) for number in figure.count.split("/")]
    return round(figure.value, 3)


def damaged(found: dict[str, Any], damage: int) -> dict[str, Any]:
    """Return the record with much of it wrong, in another way for each number; as it is for 0."""
    record: dict[str, Any] = json.loads(json.dumps(found))
    if not damage:
        return record
    sizes = {report["id"]: len(report["text"]) for report in record["reports"]}
    record["statements"] = [row for number, row in enumerate(record["statements"]) if number % 7 != damage]
    rows = [(span, row["report"]) for row in record["statements"][damage::3] for span in row["content"]]
    rows += [(row, row["report"]) for claim in record["claims"] for row in claim["mentions"][::damage]]
    rows += [(row, row["report"]) for name in ("times", "future") for row in record[name][damage::3]]
    rows += [(side, side["report"]) for row in record["tensions"][damage::2] for side in (row["a"], row["b"])]
    rows += [(side, side["report"]) for row in record["variants"][damage::2] for side in row["places"]]
    for number, (span, report) in enumerate(rows):
        span["start"] = max(0, span["start"] - number % (11 * damage))
        span["end"] = min(sizes[report], max(span["start"] + 1, span["end"] - 3 * number % (13 * damage)))
    for row in record["statements"][::4]:
        row["chain"] = row["chain"][1:]
        row["act"] = "thought"
    for claim, other in zip(record["claims"][::5], record["claims"][damage::5], strict=False):
        claim["mentions"] = claim["mentions"] + other["mentions"]
        claim["independent_origins"] = damage
    return record


def test_missing_seeds_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seeds.main(["--data", str(tmp_path), "--check"]) == 0
    assert "skipped" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("figure", "reached"),
    [
        (seeds.Figure("a", 28, "28/33", 28), True),
        (seeds.Figure("a", 27, "27/33", 28), False),
        (seeds.Figure("a", 0, "0/5", 0, most=True), True),
        (seeds.Figure("a", 1, "1/5", 0, most=True), False),
        (seeds.Figure("a", 0, "0/5"), True),
    ],
)
def test_a_floor_is_a_floor_and_a_ceiling_a_ceiling(figure: seeds.Figure, reached: bool) -> None:
    assert figure.reached is reached
    assert ("BELOW" in figure.line()) is not reached


def test_a_missed_floor_is_an_exit_code_only_when_it_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(seeds, "measure", lambda root: [seeds.Figure("times right", 6, "6/9", 7)])
    assert seeds.main([]) == 0
    assert seeds.main(["--check"]) == 1
    assert "below their floor: times right" in capsys.readouterr().out
    assert seeds.main(["--check", "--json"]) == 1
    (figure,) = json.loads(capsys.readouterr().out).values()
    assert (figure["value"], figure["count"], figure["floor"], figure["reached"]) == (6, "6/9", 7, False)
