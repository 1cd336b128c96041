"""``twosource graph``: from reports or from a case, in four forms, and what it says where it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import FIRST, Cli
from twosource.export import dumps, record
from twosource.model import Case


@pytest.fixture
def case(cli: Cli, reports: list[str]) -> str:
    """Return the name of the JSON of two reports."""
    assert cli("trace", *reports, "-o", "case.json", "--case", "ferry.case").code == 0
    return "case.json"


def test_reports_their_json_and_their_case_file_give_one_graph(cli: Cli, reports: list[str], case: str) -> None:
    traced = cli("graph", *reports)
    assert traced.code == 0
    assert traced.out.startswith("flowchart LR\n")
    assert "read 2" in traced.err
    piped = cli("graph", "-", stdin=Path(case).read_bytes())
    for result in (cli("graph", case), cli("graph", "ferry.case"), piped):
        assert (result.code, result.out, result.err) == (0, traced.out, "")


def test_each_form_and_the_ending_of_a_file(cli: Cli, case: str, folder: Path) -> None:
    ET.fromstring(cli("graph", case, "--to", "graphml").out)  # noqa: S314  # our own output
    for name in ("story.svg", "story.graphml"):
        assert cli("graph", case, "-o", name).code == 0
        assert ET.parse(folder / name).getroot().tag.endswith(name.rpartition(".")[2])  # noqa: S314
    assert cli("graph", case, "-o", "story.json").code == 0
    assert json.loads((folder / "story.json").read_text("utf-8"))["nodes"]
    assert cli("graph", case, "-o", "story.mmd").code == 0
    assert cli("graph", case, "-o", "story.mmd").code == 4
    assert cli("graph", case, "-o", "story.mmd", "--force", "--to", "json").code == 0


def test_a_claim_by_its_id_and_by_its_number_on_the_page(cli: Cli, case: str) -> None:
    first = json.loads(Path(case).read_text("utf-8"))["claims"][0]["id"]
    by_id = json.loads(cli("graph", case, "--claim", first, "--to", "json").out)
    assert by_id["nodes"][0]["ref"] == first
    number_one = json.loads(cli("graph", case, "--claim", "1", "--to", "json").out)
    assert len([it for it in number_one["nodes"] if it["kind"] == "report"]) == 2  # the page begins with shared ones
    assert cli("graph", case, "--claim", "1", "--to", "svg").out.count('class="origin"') == number_one["most_origins"]


@pytest.mark.parametrize("wanted", ["0", "-1", "999", "no such id", "1.0"])
def test_a_claim_that_is_not_there(cli: Cli, case: str, wanted: str) -> None:
    result = cli("graph", case, f"--claim={wanted}")
    assert (result.code, result.out) == (2, "")
    assert "has no claim" in result.error[0]
    assert "on the page" in result.error[0]


def test_what_cannot_be_drawn_or_read(cli: Cli, case: str, folder: Path) -> None:
    assert cli("graph", case, "--to", "dot").code == 2
    assert cli("graph", "nowhere.json").code == 3
    assert cli("graph", case, "--to", "svg", "-o", "no/such/folder.svg").code == 4
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    lonely = cli("graph", "one.txt", "--to", "svg")
    assert lonely.code == 2
    assert "two reports" in lonely.error[0]
    assert cli("graph", "one.txt").code == 0
    (folder / "empty.json").write_text(dumps(record(Case())), encoding="utf-8")
    assert cli("graph", "empty.json").out.startswith("flowchart LR\n")
    assert cli("graph", "empty.json", "--claim", "1").code == 2


def test_a_damaged_case_is_an_error_and_other_json_a_report(cli: Cli, case: str, folder: Path) -> None:
    text = Path(case).read_text("utf-8").replace("rammed", "rowed!")
    (folder / "bad.json").write_text(text, encoding="utf-8")
    damaged = cli("graph", "bad.json")
    assert damaged.code == 1
    assert damaged.error[0].startswith("error [case]")
    assert "bad.json" in damaged.error[1]
    (folder / "report.json").write_text(json.dumps({"title": "Of twosource.case/1", "text": FIRST}), encoding="utf-8")
    assert cli("graph", "report.json").code == 0
    assert cli("graph", "-", stdin=FIRST.encode()).code == 0
