"""Bad input through the command line: each a clear answer, never a crash, a hang or a silent loss."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FIRST, SECOND, Cli, Result

SLOWEST = 60.0
"""Seconds that any of these may take on two busy cores; the budget is for hangs, the usual time is a few seconds."""

OTHER_EVENT = """Chess title for a baker from Tinnum

LUNDEN, 9 August 2031 - The baker Hedda Riem won the island chess title on Friday after eleven rounds.

"I play between two batches of bread," Riem said.

The club said that 40 players had taken part.
"""

GERMAN = """Fähre rammt den Kai von Sollum

Eine Fähre hat am Samstag in Sollum den Kai gerammt, vierzehn Menschen wurden verletzt, teilte die Behörde mit.

„Das Ruder hat nicht reagiert“, sagte die Hafenmeisterin Ida Quell. Alle Schiffe der Linie sollen geprüft werden, und
bis dahin bleibt der Hafen für Fähren geschlossen, wie die Behörde am Abend weiter mitteilte.
"""


def traced(cli: Cli, *arguments: str | Path) -> dict[str, Any]:
    """Return the case of a run that must end well, after its check."""
    result = cli("trace", *arguments, "--json")
    assert result.code == 0, result.err
    assert cli("check", "-", stdin=result.out.encode()).code == 0
    found: dict[str, Any] = json.loads(result.out)
    return found


def refused(result: Result, code: str, exit_code: int = 3) -> bool:
    """Return whether the answer is three lines with this code, and no data."""
    return result.code == exit_code and result.out == "" and result.error[0].startswith(f"error [{code}]: ")


@pytest.fixture(autouse=True)
def in_time() -> Any:
    """Fail a test that took longer than any input may take."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SLOWEST


# --- bytes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["empty.txt", "empty.html", "empty.json", "empty.jsonl"])
@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(cli: Cli, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    result = cli("trace", name)
    assert refused(result, "empty") or (name.startswith("empty.json") and refused(result, "bad-record"))
    assert name in result.err


def test_a_page_without_text(cli: Cli, folder: Path) -> None:
    (folder / "a.html").write_text("<html><head><title>x</title></head><body><div></div></body></html>")
    assert refused(cli("trace", "a.html"), "empty")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_binary_file(cli: Cli, folder: Path, name: str) -> None:
    chance = random.Random(7)  # noqa: S311  # noise for a test
    (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chance.randbytes(200_000))
    assert refused(cli("trace", name), "not-text")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_text_in_another_encoding_is_read_and_the_reading_is_explained(cli: Cli, folder: Path, encoding: str) -> None:
    text = FIRST.replace('"The', "“The").replace('answer,"', "answer,”").replace("Sollum", "Sølum")
    (folder / "a.txt").write_bytes(text.encode(encoding))
    report = traced(cli, "a.txt")["reports"][0]
    assert report["text"] == text
    assert report["notes"] or encoding == "utf-8-sig"


def test_a_text_without_a_word_of_its_encoding_is_refused_rather_than_guessed(cli: Cli, folder: Path) -> None:
    (folder / "a.txt").write_bytes(FIRST.encode("utf-16-le"))
    assert refused(cli("trace", "a.txt"), "not-text")


def test_a_page_that_lies_about_its_encoding(cli: Cli, folder: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in FIRST.replace("Sollum", "Sølum").split("\n\n"))
    page = f'<html><head><meta charset="utf-8"><title>Ferry</title></head><body><article>{body}</article></body></html>'
    (folder / "a.html").write_bytes(page.encode("cp1252"))
    report = traced(cli, "a.html")["reports"][0]
    assert "Sølum" in report["text"]
    assert "\ufffd" not in report["text"]
    assert report["notes"]


def test_a_device_without_end(cli: Cli, folder: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("needs a device without end")
    assert cli("trace", "/dev/zero").code in (3, 4)


# --- size ---------------------------------------------------------------------------------------------------------


def test_ten_megabytes_of_one_line(cli: Cli, folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 2_000_001)
    assert refused(cli("trace", "long.txt"), "over-limit", 4)


def test_a_long_line_within_the_limits(cli: Cli, folder: Path) -> None:
    first, last = "The ferry had left, harbour master Ida Quell said.", "The quay was empty, teacher Jon Abbet said."
    line = f"{first} And so it went on{' and on' * 5000}. {last}"
    (folder / "long.txt").write_text(line)
    found = traced(cli, "long.txt")
    assert found["reports"][0]["text"] == line
    said = [span["text"] for statement in found["statements"] for span in statement["content"]]
    assert "The ferry had left" in said
    assert "The quay was empty" in said


def test_a_hundred_thousand_tiny_paragraphs(cli: Cli, folder: Path) -> None:
    (folder / "tiny.txt").write_text("x\n" * 100_000)
    result = cli("trace", "tiny.txt", "--json")
    assert result.code in (0, 3, 4)
    if result.code == 0:
        assert cli("check", "-", stdin=result.out.encode()).code == 0


def test_a_hundred_thousand_tiny_paragraphs_of_a_page(cli: Cli, folder: Path) -> None:
    (folder / "tiny.html").write_text(f"<html><body>{'<p>x</p>' * 100_001}</body></html>")
    assert refused(cli("trace", "tiny.html"), "over-limit", 4)


@pytest.mark.parametrize("depth", [100, 5000])
def test_nested_tags_lose_no_text_in_silence(cli: Cli, folder: Path, depth: int) -> None:
    inside = f"{'<div>' * depth}<p>{FIRST.splitlines()[2]}</p>{'</div>' * depth}"
    (folder / "deep.html").write_text(f"<html><body><p>{FIRST.splitlines()[0]}</p>{inside}</body></html>")
    result = cli("trace", "deep.html", "--json")
    if result.code == 0:
        assert "14 people were hurt" in json.loads(result.out)["reports"][0]["text"]
    else:
        assert depth == 5000
        assert refused(result, "over-limit", 4)


@pytest.mark.parametrize("mark", ['"', "“", "'"])
def test_eight_thousand_quotation_marks_cost_no_statement(cli: Cli, folder: Path, mark: str) -> None:
    (folder / "marks.txt").write_text(FIRST + "\n" + (mark * 8000)[:8000] + "\n\n" + SECOND)
    found = traced(cli, "marks.txt")
    said = {span["text"] for statement in found["statements"] for span in statement["content"]}
    assert any("The rudder did not answer" in words for words in said)
    assert any("would be inspected" in words for words in said)


def test_eight_thousand_quotation_marks_one_in_each_line(cli: Cli, folder: Path) -> None:
    (folder / "marks.txt").write_text(FIRST + '\n"a\n' * 8000)
    assert any("rudder" in span["text"] for s in traced(cli, "marks.txt")["statements"] for span in s["content"])


# --- records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        "7",
        '"text"',
        '{"title": "a"}',
        '{"text": 7}',
        '{"text": null}',
        "[" * 100_000,
        '{"text": "a", "b": ' + "9" * 5000 + "}x",
    ],
)
def test_a_broken_record(cli: Cli, folder: Path, content: str) -> None:
    (folder / "a.json").write_text(content)
    assert refused(cli("trace", "a.json"), "bad-record")


def test_more_reports_than_one_case_may_have(cli: Cli, folder: Path) -> None:
    record = json.dumps({"title": "Ferry", "text": "A ferry sank."})
    (folder / "a.jsonl").write_text(f"{record}\n" * 501)
    result = cli("trace", "a.jsonl")
    assert refused(result, "over-limit", 4)
    assert "twosource group" in result.err
    stories = json.loads(cli("group", "a.jsonl", "--json").out)["stories"]
    assert sum(len(story["reports"]) for story in stories) == 501


def test_a_broken_line_costs_no_other(cli: Cli, folder: Path) -> None:
    good = [
        json.dumps({"title": "Ferry", "text": text, "outlet": f"The Post {n}"})
        for n, text in enumerate((FIRST, SECOND))
    ]
    (folder / "a.jsonl").write_text("\n".join([good[0], "{", good[1]]))
    result = cli("statements", "a.jsonl", "--nl")
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    assert "[bad-record]" in result.err


def test_half_a_character_in_a_record(cli: Cli, folder: Path) -> None:
    (folder / "a.json").write_text(
        '{"title": "Ferry", "text": "The ship \\ud83d sank, harbour master Ida Quell said."}'
    )
    found = traced(cli, "a.json")
    assert found["reports"][0]["text"].startswith("Ferry\n\nThe ship ")


def test_a_nul_in_a_text(cli: Cli, folder: Path) -> None:
    (folder / "a.txt").write_text(FIRST.replace("rudder", "rud\0der"))
    result = cli("trace", "a.txt", "--json")
    assert result.code == 0 or refused(result, "not-text")


# --- places -------------------------------------------------------------------------------------------------------


def test_a_missing_file(cli: Cli, folder: Path) -> None:
    assert refused(cli("trace", "none.txt"), "not-found")


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "none/none.txt", ""])
def test_a_name_that_cannot_be(cli: Cli, folder: Path, name: str) -> None:
    assert refused(cli("trace", name), "not-found")


def test_a_folder_without_reports(cli: Cli, folder: Path) -> None:
    (folder / "pile").mkdir()
    assert refused(cli("trace", "pile"), "empty")
    (folder / "pile" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert refused(cli("trace", "pile"), "empty")


def test_a_list_with_missing_files(cli: Cli, reports: list[str], folder: Path) -> None:
    (folder / "list.txt").write_text("\n".join([*reports, "none.txt", ""]))
    result = cli("statements", "@list.txt", "--nl")
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    assert "[not-found] none.txt" in result.err


def test_a_list_that_names_itself(cli: Cli, reports: list[str], folder: Path) -> None:
    (folder / "list.txt").write_text("@list.txt\nfirst.txt\n")
    result = cli("statements", "@list.txt", "--nl")
    assert result.code in (0, 1)
    assert len(result.out.splitlines()) == 1


def test_a_missing_list(cli: Cli, folder: Path) -> None:
    assert refused(cli("trace", "@none.txt"), "not-found")


def test_nothing_on_standard_input(cli: Cli, folder: Path) -> None:
    assert refused(cli("trace", "-"), "empty")


@pytest.mark.parametrize("place", ["first.txt/page.html", "/proc/page.html"])
def test_a_read_only_output_place(cli: Cli, reports: list[str], folder: Path, place: str) -> None:
    result = cli("trace", *reports, "-o", place)
    assert refused(result, "output", 4)
    assert [place in line for line in result.error] == [False, True, False]
    assert sorted(path.name for path in folder.iterdir()) == reports


# --- stories ------------------------------------------------------------------------------------------------------


def test_one_report_alone(cli: Cli, reports: list[str]) -> None:
    found = traced(cli, reports[0])
    assert found["statements"]
    assert found["story"]["reports"] == found["story"]["independent_reports"] == 1
    assert all(claim["reports"] == [reports[0]] and claim["silent"] == [] for claim in found["claims"])
    assert found["variants"] == []
    assert cli("trace", reports[0]).code == 0


def test_the_same_report_twice_adds_no_report_and_no_origin(cli: Cli, reports: list[str], folder: Path) -> None:
    (folder / "again.txt").write_text(FIRST)
    found = traced(cli, "first.txt", "again.txt")
    assert found["story"]["reports"] == 2
    assert found["story"]["independent_reports"] == 1
    assert found["claims"]
    assert {claim["independent_origins"] for claim in found["claims"]} == {1}
    assert found["tensions"] == []
    assert found["variants"] == []


def test_the_same_file_named_twice_is_read_once_or_counted_once(cli: Cli, reports: list[str]) -> None:
    assert traced(cli, "first.txt", "first.txt", "./first.txt")["story"]["independent_reports"] == 1


def test_two_reports_of_different_events_are_said_not_to_be_one_story(
    cli: Cli, reports: list[str], folder: Path
) -> None:
    (folder / "other.txt").write_text(OTHER_EVENT)
    found = traced(cli, "first.txt", "other.txt")
    assert [claim["text"] for claim in found["claims"] if len(claim["reports"]) > 1] == []
    assert found["passages"] == []
    assert found["tensions"] == []
    assert len(found["stories"]) == 2
    assert any("story" in notice for notice in found["notices"])
    assert any(notice in " ".join(cli("trace", "first.txt", "other.txt").out.split()) for notice in found["notices"])
    page = cli("trace", "first.txt", "other.txt", "-o", "-").out
    assert any(notice.split(":")[0][:40] in page for notice in found["notices"])


def test_another_language_is_said_and_its_statements_are_skipped(cli: Cli, reports: list[str], folder: Path) -> None:
    (folder / "german.txt").write_text(GERMAN, encoding="utf-8")
    found = traced(cli, "first.txt", "german.txt")
    german = next(report for report in found["reports"] if report["id"] == "german.txt")
    assert german["language"] == "de"
    assert {statement["report"] for statement in found["statements"]} == {"first.txt"}
    assert any("german.txt" in notice for notice in found["notices"])
    assert "german.txt" in cli("trace", "first.txt", "german.txt").out
    assert "german.txt" in cli("statements", "first.txt", "german.txt", "--nl").err


def test_the_user_knows_the_language_better(cli: Cli, folder: Path) -> None:
    (folder / "german.txt").write_text(GERMAN, encoding="utf-8")
    assert traced(cli, "german.txt", "--language", "en")["reports"][0]["language"] == "en"
