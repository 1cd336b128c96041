"""The JSON record: its fixed fields, its schema, and that the same case gives the same text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # the package ships no types

from tests.support_case import CASE, H, at
from twosource.export import dumps, group_record, passages_record, record, schema, statement_lines
from twosource.model import Case, Report, Story

VALIDATOR = Draft202012Validator(schema())
RECORD: dict[str, Any] = json.loads(dumps(record(CASE)))

FIXED = {
    "reports": "id file sha256 title outlet published updated language credits text parts",
    "skipped": "file code reason",
    "sources": "id name type variants mentions",
    "statements": "id report content cue source chain parent kind act stance addressee when confidence reasons",
    "claims": "id text mentions reports silent origins independent_origins reasons",
    "passages": "id kind places similarity lineage",
    "variants": "source places differences",
    "tensions": "kind strength a b reading reasons",
    "times": "report start end value anchor role",
    "future": "report start end class value source",
}
"""The fields that tools outside the project read, by list."""


def test_schema_is_a_schema_and_names_its_version() -> None:
    VALIDATOR.check_schema(schema())
    assert schema()["$id"].endswith(":1")
    assert schema()["properties"]["schema"] == {"const": "twosource.case/1"}


def test_record_of_a_rich_and_of_an_empty_case_fit_the_schema() -> None:
    for case in (CASE, Case(), CASE.with_(stories=())):
        for texts in (True, False):
            VALIDATOR.validate(json.loads(dumps(record(case, texts=texts))))


@pytest.mark.parametrize(("part", "field"), [(part, field) for part in FIXED for field in FIXED[part].split()])
def test_schema_asks_for_every_fixed_field(part: str, field: str) -> None:
    broken = json.loads(dumps(RECORD))
    del broken[part][0][field]
    assert not VALIDATOR.is_valid(broken)


@pytest.mark.parametrize("part", [*FIXED, "schema", "tool", "story"])
def test_schema_asks_for_every_fixed_part(part: str) -> None:
    assert not VALIDATOR.is_valid({key: value for key, value in RECORD.items() if key != part})


def test_schema_allows_fields_to_be_added() -> None:
    grown = json.loads(dumps(RECORD))
    grown["more"] = grown["claims"][0]["more"] = grown["claims"][0]["mentions"][0]["more"] = 1
    VALIDATOR.validate(grown)


def test_every_span_points_at_its_text() -> None:
    texts = {report["id"]: report["text"] for report in RECORD["reports"]}
    mention = RECORD["claims"][1]["mentions"][1]
    assert texts[mention["report"]][mention["start"] : mention["end"]] == mention["text"]
    assert mention["text"].startswith("About 260 passengers")
    for statement in RECORD["statements"]:
        for span in statement["content"]:
            assert texts[statement["report"]][span["start"] : span["end"]] == span["text"]


def test_chain_parent_origin_and_class_are_written_out() -> None:
    nested = next(it for it in RECORD["statements"] if it["id"] == "t-b2")
    assert (nested["chain"], nested["parent"]) == (["s-tna", "s-voss"], "t-b1")
    assert [origin["source"] for origin in RECORD["claims"][1]["origins"]] == ["s-tna", "s-olm"]
    assert (RECORD["claims"][1]["independent_origins"], RECORD["claims"][1]["most_origins"]) == (1, 2)
    assert [look["class"] for look in RECORD["future"]] == ["plan", "negated-plan", "condition"]
    assert RECORD["passages"][0]["lineage"]["from"] == "upstream"


def test_story_counts_the_largest_story_and_of_equals_the_first_id() -> None:
    assert RECORD["story"]["reports"] == 3
    assert RECORD["story"]["independent_reports"] == 2
    alike = CASE.with_(stories=(Story("y-b", (H,), 1), Story("y-a", ("brisk.txt",), 1)))
    assert record(alike)["story"]["id"] == "y-a"
    assert record(CASE.with_(stories=()))["story"]["independent_reports"] is None


def test_outlets_are_counted_once_and_missing_ones_are_said() -> None:
    brisk, courier, halden = CASE.reports
    case = Case(reports=(replace(brisk, outlet="HALDEN POST"), replace(courier, outlet=None), halden))
    assert record(case)["story"]["outlets"] == 1
    assert record(case)["story"]["reports_without_outlet"] == 1


def test_text_is_the_same_every_time_and_any_text_can_be_written() -> None:
    assert dumps(record(CASE)) == dumps(record(CASE))
    odd = "lone \ud83d half,  line, 🚢, عربي, \x00"
    case = Case(reports=(Report("odd.txt", "odd.txt", "0" * 64, odd),))
    written = dumps(record(case)).encode("utf-8")
    assert json.loads(written)["reports"][0]["text"] == odd


def test_without_texts_only_the_texts_are_missing() -> None:
    short = json.loads(dumps(record(CASE, texts=False)))
    assert "text" not in short["claims"][0]["mentions"][0]
    assert "text" in short["reports"][0]
    assert len(dumps(short)) < len(dumps(RECORD))


def test_a_line_stands_for_itself() -> None:
    lines = list(statement_lines(CASE))
    assert [line["report"]["id"] for line in lines] == ["brisk.txt", "courier.txt", "halden.txt"]
    for line in lines:
        sources = {source["id"] for source in line["sources"]}
        assert {id for statement in line["statements"] for id in statement["chain"]} <= sources
        assert all(place["report"] == line["report"]["id"] for it in line["sources"] for place in it["mentions"])
        assert line["statements"]
    assert "\n" not in dumps(lines[0], indent=None)


def test_a_line_holds_those_spoken_to_and_the_members_of_joint_sources() -> None:
    first = replace(CASE.statements[-1], chain=("s-tna",), addressee="s-olm")
    joint = replace(next(it for it in CASE.sources if it.id == "s-tna"), members=("s-renn",))
    rest = tuple(it for it in CASE.sources if it.id != "s-tna")
    line = list(statement_lines(CASE.with_(statements=(first,), sources=(joint, *rest))))[-1]
    assert {it["id"] for it in line["sources"]} == {"s-tna", "s-olm", "s-renn"}


def test_passages_and_groups() -> None:
    shared = passages_record(CASE)
    assert [len(it["places"]) for it in shared["passages"]] == [2, 2, 2]
    (story,) = group_record(CASE)["stories"]
    assert story["reports"] == ["brisk.txt", "courier.txt", "halden.txt"]
    assert [it["id"] for it in story["passages"]] == ["p-1", "p-2", "p-3"]
    apart = CASE.with_(stories=(Story("y-1", (H,), 1), Story("y-2", ("brisk.txt",), 1)))
    assert [it["passages"] for it in group_record(apart)["stories"]] == [[], []]


def test_at_finds_words() -> None:
    assert at(H, "agency").text == "agency"
