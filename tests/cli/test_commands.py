"""Each command gives what the contract says: data on stdout, the rest on stderr, the right exit code."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # the package ships no types
import pytest

import twosource
from tests.cli.conftest import Cli
from twosource.export import schema

REPORT_FIELDS = {"id", "file", "sha256", "title", "outlet", "published", "updated", "language", "credits"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_trace_prints_a_summary(cli: Cli, reports: list[str]) -> None:
    result = cli("trace", *reports)
    assert result.code == 0
    assert "2 reports" in result.out
    assert "\x1b" not in result.out
    assert result.err.splitlines()[-1] == "read 2 · kept 2 · skipped 0"


def test_trace_json_is_one_object_of_the_published_form(cli: Cli, reports: list[str]) -> None:
    result = cli("trace", *reports, "--json")
    assert result.code == 0
    found = json.loads(result.out)
    jsonschema.validate(found, schema())
    assert [report["id"] for report in found["reports"]] == reports
    assert found["tool"]["version"] == twosource.__version__
    assert found["statements"]


def test_trace_json_is_the_same_for_any_order_of_inputs(cli: Cli, reports: list[str]) -> None:
    assert cli("trace", *reports, "--json").out == cli("trace", *reversed(reports), "--json").out


def test_trace_writes_the_page(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("trace", *reports, "-o", "case.html")
    assert (result.code, result.out) == (0, "")
    assert (folder / "case.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert names(folder) == ["case.html", *reports]


def test_trace_writes_json_to_a_file_of_that_name(cli: Cli, reports: list[str], folder: Path) -> None:
    printed = cli("trace", *reports, "--json").out
    for arguments in (["-o", "one.json"], ["--json", "-o", "two.json"]):
        result = cli("trace", *reports, *arguments)
        assert (result.code, result.out) == (0, "")
        assert (folder / arguments[-1]).read_text(encoding="utf-8") == printed


def test_trace_gives_page_and_json_at_once(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("trace", *reports, "--json", "-o", "case.html")
    assert json.loads(result.out)["reports"]
    assert (folder / "case.html").is_file()


def test_a_dash_prints_the_page_or_with_json_the_object(cli: Cli, reports: list[str]) -> None:
    assert cli("trace", *reports, "-o", "-").out.lower().startswith("<!doctype html>")
    assert json.loads(cli("trace", *reports, "--json", "-o", "-").out)["schema"] == "twosource.case/1"


def test_the_case_file_holds_the_json_and_passes_the_check(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("trace", *reports, "--json", "--case", "ferry.case")
    assert result.code == 0
    assert twosource_case_text(folder / "ferry.case") == result.out
    checked = cli("check", "ferry.case")
    assert (checked.code, checked.err) == (0, "")
    assert "2 reports" in checked.out


def twosource_case_text(path: Path) -> str:
    from twosource.case import load
    from twosource.export import dumps

    return dumps(load(path)) + "\n"


def test_tracing_again_keeps_the_marks_and_names_the_lost_ones(cli: Cli, reports: list[str], folder: Path) -> None:
    from twosource.case import Mark, MarkState, marks, set_mark

    found = json.loads(cli("trace", *reports, "--json", "--case", "ferry.case").out)
    one = found["statements"][0]["id"]
    set_mark(folder / "ferry.case", one, MarkState.AGREED, "heard it")
    assert "review mark" not in cli("trace", *reports, "--case", "ferry.case", "--force").err
    assert marks(folder / "ferry.case") == (Mark(one, MarkState.AGREED, "heard it"),)
    (folder / "first.txt").write_text("Nothing of this was so.\n")
    (folder / "second.txt").write_text("It rained.\n")
    assert f"the review mark on {one} (agreed)" in cli("trace", *reports, "--case", "ferry.case", "--force").err
    assert marks(folder / "ferry.case") == (Mark(one, MarkState.AGREED, "heard it", lost=True),)


def test_statements_are_one_line_a_report(cli: Cli, reports: list[str]) -> None:
    result = cli("statements", *reports, "--nl")
    assert result.code == 0
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["report"]["id"] for line in lines] == reports
    for line in lines:
        assert set(line) == {"report", "sources", "statements"}
        assert set(line["report"]) >= REPORT_FIELDS
        known = {source["id"] for source in line["sources"]}
        assert all(set(statement["chain"]) <= known for statement in line["statements"])


def test_statements_are_those_of_the_whole_job(cli: Cli, reports: list[str]) -> None:
    lines = [json.loads(line) for line in cli("statements", *reports, "--nl").out.splitlines()]
    alone = [statement for line in lines for statement in line["statements"]]
    whole = json.loads(cli("trace", *reports, "--json").out)["statements"]
    assert sorted(s["id"] for s in alone) == sorted(s["id"] for s in whole)


def test_passages_and_group_are_one_object_each(cli: Cli, reports: list[str]) -> None:
    passages = json.loads(cli("passages", *reports, "--json").out)
    assert [report["id"] for report in passages["reports"]] == reports
    texts = [{place["text"] for place in passage["places"]} for passage in passages["passages"]]
    assert any(all("14 people were hurt" in text for text in places) for places in texts)
    stories = json.loads(cli("group", *reports, "--json").out)["stories"]
    assert sorted(report for story in stories for report in story["reports"]) == reports
    assert all(1 <= story["independent_reports"] <= len(story["reports"]) for story in stories)


def test_without_a_flag_the_smaller_results_are_lines_for_a_reader(cli: Cli, reports: list[str]) -> None:
    statements = cli("statements", *reports).out
    assert "Ida Quell: " in statements
    assert "“" not in statements.splitlines()[0]
    shared = cli("passages", *reports).out.splitlines()
    assert shared[0].startswith(("verbatim (", "near ("))
    assert [line.split()[0] for line in shared[1:3]] == reports
    assert "first.txt" in cli("group", *reports).out


def test_a_story_names_its_reports_by_title_outlet_and_date(cli: Cli, folder: Path) -> None:
    about = {"title": "Kiln shut", "outlet": "Orrem Post", "published": "2024-05-06"}
    record = {**about, "text": "The kiln of Orrem is shut."}
    (folder / "kiln.json").write_text(json.dumps(record), encoding="utf-8")
    (folder / "bare.txt").write_text("a line that is no title, because it goes on and on.", encoding="utf-8")
    rows = cli("group", "kiln.json", "bare.txt").out.splitlines()
    assert "  kiln.json  Kiln shut  (Orrem Post, 2024-05-06)" in rows
    assert any(row.startswith("  bare.txt") and "(" not in row for row in rows)


def test_the_smaller_results_go_to_a_file_too(cli: Cli, reports: list[str], folder: Path) -> None:
    printed = cli("statements", *reports, "--nl").out
    assert cli("statements", *reports, "--nl", "-o", "lines.jsonl").out == ""
    assert (folder / "lines.jsonl").read_text(encoding="utf-8") == printed


def test_an_input_that_fails_is_told_and_the_others_go_on(cli: Cli, reports: list[str]) -> None:
    result = cli("trace", *reports, "missing.txt", "--json")
    assert result.code == 1
    found = json.loads(result.out)
    assert len(found["reports"]) == 2
    assert [(entry["file"], entry["code"]) for entry in found["skipped"]] == [("missing.txt", "not-found")]
    assert result.err.splitlines()[-2].startswith("skipped [not-found] missing.txt: ")
    assert result.err.splitlines()[-1] == "read 3 · kept 2 · skipped 1 (1 not-found)"


def test_strict_writes_nothing_when_an_input_fails(cli: Cli, reports: list[str], folder: Path) -> None:
    result = cli("trace", *reports, "missing.txt", "--strict", "-o", "case.html")
    assert (result.code, result.out) == (3, "")
    assert result.error[0].startswith("error [not-found]: ")
    assert names(folder) == reports


def test_quiet_tells_nothing(cli: Cli, reports: list[str]) -> None:
    assert cli("statements", *reports, "missing.txt", "--nl", "--quiet").err == ""


@pytest.mark.parametrize("option", [["-o", "old"], ["--case", "old"], ["--json", "-o", "old"]])
def test_nothing_is_overwritten_without_force(cli: Cli, reports: list[str], folder: Path, option: list[str]) -> None:
    (folder / "old").write_text("my notes")
    result = cli("trace", *reports, *option)
    assert (result.code, result.out) == (4, "")
    assert result.error == [
        "error [output]: the file exists already",
        "  where: old",
        "  try:   choose another name, or add --force to replace it",
    ]
    assert (folder / "old").read_text() == "my notes"
    assert cli("trace", *reports, *option, "--force").code == 0
    assert (folder / "old").read_bytes() != b"my notes"


def test_check_names_every_mismatch(cli: Cli, reports: list[str], folder: Path) -> None:
    found = json.loads(cli("trace", *reports, "--json").out)
    found["statements"][0]["content"][0]["start"] += 1
    found["sources"][0]["mentions"][0]["end"] = 10**6
    (folder / "case.json").write_text(json.dumps(found))
    result = cli("check", "case.json")
    assert (result.code, result.out) == (1, "")
    lines = [line for line in result.err.splitlines() if line.startswith("mismatch: ")]
    assert any("statements[0]" in line for line in lines)
    assert any("sources[0]" in line for line in lines)
    assert result.err.splitlines()[-1] == f"case.json: {len(lines)} mismatches"


def test_check_reads_standard_input(cli: Cli, reports: list[str]) -> None:
    found = cli("trace", *reports, "--json").out
    assert cli("check", "-", stdin=found.encode()).code == 0
    assert cli("check", "-", stdin=found.replace("rudder", "sudder", 1).encode()).code == 1


def test_check_finds_a_changed_case_file(cli: Cli, reports: list[str], folder: Path) -> None:
    cli("trace", *reports, "--case", "ferry.case")
    with closing(sqlite3.connect(folder / "ferry.case")) as base:
        base.execute("UPDATE reports SET record = replace(record, 'rudder', 'engine')")
        base.commit()
    result = cli("check", "ferry.case")
    assert result.code == 1
    assert result.error[0].startswith("error [case]: the case file does not fit its own hash")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, 3),
        (b"", 1),
        (b"{", 1),
        (b"[1]", 1),
        (b'{"reports": 7}', 1),
        (b'{"reports": []}', 1),
        (b"[" * 100_000, 1),
        (b"\xff\xfe", 1),
        (b"SQLite format 3\x00", 1),
    ],
)
def test_check_refuses_what_is_no_case(cli: Cli, folder: Path, content: bytes | None, code: int) -> None:
    if content is not None:
        (folder / "case.json").write_bytes(content)
    result = cli("check", "case.json")
    assert (result.code, result.out) == (code, "")
    assert result.err


def test_the_demo_prints_its_summary_and_writes_its_page(cli: Cli, folder: Path) -> None:
    result = cli("demo")
    assert result.code == 0
    assert "reports" in result.out
    assert names(folder) == ["twosource-demo.html"]
    assert result.err.splitlines()[-1] == f"page: {(folder / 'twosource-demo.html').resolve()}"
    assert cli("demo").code == 0  # its own page is no loss


def test_the_demo_leaves_another_file_of_that_name_alone(cli: Cli, folder: Path) -> None:
    (folder / "twosource-demo.html").write_text("<p>my own page about twosource</p>")
    assert cli("demo").code == 4
    assert (folder / "twosource-demo.html").read_text() == "<p>my own page about twosource</p>"
    assert cli("demo", "--force").code == 0
    assert len((folder / "twosource-demo.html").read_text(encoding="utf-8")) > 1000


def test_the_demo_opens_its_page_only_when_asked(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def launch(address: str) -> int:
        opened.append(address)
        return 0

    monkeypatch.setattr("click.launch", launch)
    cli("demo")
    assert opened == []
    cli("demo", "--open")
    assert opened == [str((folder / "twosource-demo.html").resolve())]
