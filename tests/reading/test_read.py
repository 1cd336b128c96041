"""Inputs of every kind to reports: ids, skipped inputs, limits."""

from __future__ import annotations

import hashlib
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import OverLimit
from twosource.model import PartKind, Report, Skipped
from twosource.options import Limits, Options
from twosource.reading import iter_reports, read, read_json, read_text

BODY = (
    "The dam above Halden held through the night, the town's engineers said on Tuesday.\n"
    "Mayor Ilse Torrin told the council that nobody had been hurt and that the road would reopen soon."
)
RECORD = {
    "title": "Halden dam holds",
    "text": BODY,
    "url": "https://post.example/dam",
    "outlet": "Halden Post",
    "published": "2031-03-03T09:30:00",
}


def put(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def codes(skipped: tuple[Skipped, ...]) -> list[tuple[str, str]]:
    return [(Path(item.file).name, item.code) for item in skipped]


@given(st.text().filter(lambda text: text.strip("\ufeff \t\r\n\x0b\x0c") != "" and not text.startswith("\ufeff")))
def test_the_stored_text_of_plain_text_is_the_decoded_file(text: str) -> None:
    data = text.encode()
    try:
        report = read_text(data, "r", "r.txt", Options())
    except Exception as error:
        assert type(error).__name__ in {"NotText", "Empty"}  # noqa: PT017  # binary, or nothing but white space
    else:
        assert report.text == text


def test_a_text_file(tmp_path: Path) -> None:
    text = f"Halden dam holds\r\nUpdated 09:41, 03-Mar-2031\r\n\r\n{BODY}"
    path = put(tmp_path, "a.txt", text)
    (report,), skipped = read([path], Options())
    assert (report.id, report.file, report.text) == ("a.txt", path, text)
    assert report.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (report.title, report.updated, report.published) == ("Halden dam holds", "2031-03-03T09:41", None)
    assert (report.language, report.outlet) == ("en", None)
    assert any(note.startswith("encoding: utf-8") for note in report.notes)
    assert skipped == ()


def test_a_json_report(tmp_path: Path) -> None:
    (report,), _ = read([put(tmp_path, "a.json", json.dumps(RECORD))], Options())
    assert report.text == f"Halden dam holds\n\n{BODY}"
    assert report.parts[0].kind is PartKind.HEADLINE
    assert (report.outlet, report.published, report.url) == (
        "Halden Post", "2031-03-03T09:30:00", "https://post.example/dam",
    )  # fmt: skip


def test_a_json_report_in_the_words_of_schema_org(tmp_path: Path) -> None:
    record = {
        "headline": "Halden dam holds",
        "articleBody": BODY,
        "datePublished": "2031-03-03T09:30:00+01:00",
        "dateModified": "2031-03-04",
        "author": [{"@type": "Person", "name": "Orla Venn"}, {"name": "Tam Brask"}],
        "publisher": {"name": "Halden Post"},
        "inLanguage": "en-GB",
    }
    (report,), _ = read([put(tmp_path, "a.json", json.dumps(record))], Options())
    assert (report.byline, report.outlet) == ("Orla Venn, Tam Brask", "Halden Post")
    assert (report.published, report.updated) == ("2031-03-03T09:30:00+01:00", "2031-03-04")


def test_title_and_text_are_stored_unchanged() -> None:
    record = {"title": "  Halden\tdam ", "text": "\n One.\r\n\n Two. \u00a0"}
    report = read_json(json.dumps(record).encode(), "r", "r.json", Options())
    assert report.text == "  Halden\tdam \n\n\n One.\r\n\n Two. \u00a0"


def test_a_record_without_a_title_is_its_text() -> None:
    assert read_json(b'{"text": "Only this."}', "r", "r.json", Options()).text == "Only this."


def test_half_characters_are_shown_and_said() -> None:
    report = read_json(b'{"text": "Odd \\ud800 sign."}', "r", "r.json", Options())
    assert report.text == "Odd \ufffd sign."
    assert any("surrogates" in note for note in report.notes)


def test_json_lines_skip_broken_lines_with_their_number(tmp_path: Path) -> None:
    lines = [json.dumps(RECORD), "", "{not json", "[1, 2]", '{"title": "No text"}', json.dumps(RECORD), "[" * 100_000]
    path = put(tmp_path, "a.jsonl", "\n".join(lines))
    reports, skipped = read([path], Options())
    assert [report.id for report in reports] == ["a.jsonl:1", "a.jsonl:6"]
    assert codes(skipped) == [
        ("a.jsonl:3", "bad-record"), ("a.jsonl:4", "bad-record"),
        ("a.jsonl:5", "bad-record"), ("a.jsonl:7", "bad-record"),
    ]  # fmt: skip
    assert reports[0].sha256 == hashlib.sha256(lines[0].encode()).hexdigest()


def test_a_line_over_the_limit_costs_only_itself(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 5_000})
    path = put(tmp_path, "a.jsonl", "\n".join([long, json.dumps(RECORD)]))
    reports, skipped = read([path], Options(limits=Limits(bytes_per_file=1_000)))
    assert [report.id for report in reports] == ["a.jsonl:2"]
    assert codes(skipped) == [("a.jsonl:1", "over-limit")]


def test_a_binary_file_under_the_name_of_an_archive_is_skipped_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", b"\x89PNG\r\n" + bytes(range(256)) * 50)
    assert codes(read([path], Options())[1]) == [("a.jsonl:1", "not-text")]


def test_an_archive_over_its_limit_is_read_up_to_there(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", (json.dumps(RECORD) + "\n") * 10)
    size = len(json.dumps(RECORD)) + 1
    reports, skipped = read([path], Options(limits=Limits(archive_bytes=3 * size)))
    assert len(reports) == 3
    assert codes(skipped) == [("a.jsonl:4", "over-limit")]


def test_archives_are_read_one_report_at_a_time(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", (json.dumps(RECORD) + "\n") * 1_000 + "{broken")
    stream = iter_reports([path], Options())
    first = next(stream)
    assert isinstance(first, Report)
    assert first.id == "a.jsonl:1"


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{**RECORD, "extra": 1}, {**RECORD, "text": None}, {**RECORD, "title": "Second", "outlet": None}]
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    reports, skipped = read([str(path)], Options())
    assert [report.id for report in reports] == ["a.parquet:1", "a.parquet:3"]
    assert [report.title for report in reports] == ["Halden dam holds", "Second"]
    assert codes(skipped) == [("a.parquet:2", "bad-record")]
    broken = put(tmp_path, "b.parquet", b"PAR1 nothing")
    assert codes(read([broken], Options())[1]) == [("b.parquet", "bad-record")]


def test_a_folder_is_read_to_its_depth_in_order(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/c/y.json", "b/.hidden.txt", ".git/x.txt", "picture.jpg"):
        put(tmp_path, name, json.dumps(RECORD) if name.endswith("json") else BODY)
    reports, skipped = read([str(tmp_path)], Options())
    assert [report.id for report in reports] == ["a.txt", "y.json", "z.txt"]
    assert skipped == ()


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert codes(read([str(tmp_path / "empty")], Options())[1]) == [("empty", "empty")]


def test_equal_names_get_their_paths_as_ids(tmp_path: Path) -> None:
    paths = [put(tmp_path, "x/a.txt", BODY), put(tmp_path, "y/a.txt", BODY), put(tmp_path, "b.txt", BODY)]
    reports, _ = read(paths, Options())
    assert [report.id for report in reports] == sorted([paths[0], paths[1], "b.txt"])


def test_copies_are_kept_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    first, second = put(tmp_path, "a.txt", BODY), put(tmp_path, "b.txt", BODY)
    reports, skipped = read([first, second, first, str(tmp_path)], Options())
    assert [report.id for report in reports] == ["a.txt", "b.txt"]
    assert any("named 3 times" in note for note in reports[0].notes)
    assert skipped == ()


def test_a_file_named_like_a_line_of_an_archive_gets_an_id_of_its_own(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("no colon in file names there")
    paths = [put(tmp_path, "a.jsonl", json.dumps(RECORD)), put(tmp_path, "a.jsonl:1", BODY)]
    reports, _ = read(paths, Options())
    assert [report.id for report in reports] == ["a.jsonl:1", "a.jsonl:1#2"]


def test_a_list_counts_from_the_current_folder_then_from_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "here/a.txt", BODY)
    put(tmp_path, "there/b.txt", BODY)
    put(tmp_path, "there/list.txt", "# my reports\na.txt\r\n\nb.txt\nmissing.txt\n")
    monkeypatch.chdir(tmp_path / "here")
    reports, skipped = read(["@../there/list.txt"], Options())
    assert [report.id for report in reports] == ["a.txt", "b.txt"]
    assert codes(skipped) == [("missing.txt", "not-found")]


@pytest.mark.parametrize(("content", "code"), [(None, "not-found"), ("", "empty"), ("# nothing\n", "empty")])
def test_a_list_that_names_nothing(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "list.txt"
    if content is not None:
        path.write_text(content)
    assert [item.code for item in read([f"@{path}"], Options())[1]] == [code]


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (f"Halden dam holds\n\n{BODY}".encode(), "Halden dam holds"),
        (json.dumps(RECORD).encode(), "Halden dam holds"),
        (json.dumps(RECORD, indent=1).encode(), "Halden dam holds"),
    ],
)
def test_standard_input_of_one_report(data: bytes, title: str) -> None:
    (report,), _ = read(["-"], Options(), stdin=io.BytesIO(data))
    assert (report.id, report.file, report.title) == ("-", "-", title)


def test_standard_input_of_json_lines() -> None:
    data = (json.dumps(RECORD) + "\n") * 3
    reports, _ = read(["-"], Options(), stdin=io.BytesIO(data.encode()))
    assert [report.id for report in reports] == ["-:1", "-:2", "-:3"]


def test_standard_input_that_was_not_handed_over() -> None:
    assert codes(read(["-"], Options())[1]) == [("-", "not-found")]


def test_an_unknown_suffix_is_read_if_it_is_text(tmp_path: Path) -> None:
    reports, skipped = read(
        [put(tmp_path, "a.md", BODY), put(tmp_path, "b.dat", bytes(range(256)) * 20), put(tmp_path, "c", BODY)],
        Options(),
    )
    assert [report.id for report in reports] == ["a.md", "c"]
    assert codes(skipped) == [("b.dat", "not-text")]


def test_one_bad_input_never_costs_the_others(tmp_path: Path) -> None:
    good = put(tmp_path, "good.txt", BODY)
    bad = [
        put(tmp_path, "empty.txt", b""), put(tmp_path, "blank.txt", " \n\t\n"), put(tmp_path, "pdf.txt", b"%PDF-1.4 x"),
        put(tmp_path, "bad.json", "{"), put(tmp_path, "none.json", '{"title": "x"}'), str(tmp_path / "missing.txt"),
        "https://post.example/dam", "", "with\0nul.txt", put(tmp_path, "big.txt", b"x" * 2_001), "n" * 5_000,
    ]  # fmt: skip
    reports, skipped = read([*bad[:5], good, *bad[5:]], Options(limits=Limits(bytes_per_file=2_000)))
    assert [report.id for report in reports] == ["good.txt"]
    assert {Path(item.file).name: item.code for item in skipped if len(item.file) < 200} == {
        "empty.txt": "empty", "blank.txt": "empty", "pdf.txt": "not-text", "bad.json": "bad-record",
        "none.json": "bad-record", "missing.txt": "not-found", "dam": "not-found", "": "not-found",
        "with\0nul.txt": "not-found", "big.txt": "over-limit",
    }  # fmt: skip
    assert len(skipped) == len(bad)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", BODY)
    Path(path).chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert codes(read([path], Options())[1]) == [("a.txt", "not-found")]


def test_ten_megabytes_of_one_line_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.json"):
        assert codes(read([put(tmp_path, name, b"x" * 10_000_001)], Options())[1]) == [(name, "over-limit")]


def test_characters_have_their_own_limit(tmp_path: Path) -> None:
    limits = Limits(characters_per_report=100)
    assert codes(read([put(tmp_path, "a.txt", "x " * 51)], Options(limits=limits))[1]) == [("a.txt", "over-limit")]


def test_more_reports_than_a_case_may_have(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", (json.dumps(RECORD) + "\n") * 4)
    with pytest.raises(OverLimit, match="more than 3 reports"):
        read([path], Options(limits=Limits(reports=3)))


def test_progress_names_each_file(tmp_path: Path) -> None:
    paths = [put(tmp_path, "a.txt", BODY), put(tmp_path, "b.txt", BODY)]
    seen: list[str] = []
    read(paths, Options(), progress=seen.append)
    assert seen == paths


def test_order_of_inputs_never_matters(tmp_path: Path) -> None:
    paths = [put(tmp_path, f"{name}.txt", f"{name}\n\n{BODY}") for name in "dbca"]
    assert read(paths, Options()) == read(paths[::-1], Options())


def test_another_language_is_kept_and_said(tmp_path: Path) -> None:
    german = (
        "Der Damm oberhalb von Halden hat die ganze Nacht gehalten, sagten die Ingenieure der Stadt am Dienstag. "
        "Bürgermeisterin Ilse Torrin erklärte, niemand sei verletzt worden und die Straße werde bald wieder geöffnet."
    )
    (report,), _ = read([put(tmp_path, "a.txt", german)], Options())
    assert report.language == "de"
    assert any("statements are read in English only" in note for note in report.notes)
    (forced,), _ = read([put(tmp_path, "a.txt", german)], Options(language="nl"))
    assert forced.language == "nl"


def test_a_few_words_have_no_language(tmp_path: Path) -> None:
    (report,), _ = read([put(tmp_path, "a.txt", "Der Damm hat gehalten.")], Options())
    assert report.language is None


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n"])
def test_empty_lines_between_records_on_standard_input_end_nothing(between: str) -> None:
    lines = between.join([json.dumps(RECORD), json.dumps(RECORD)]) + "\n"
    reports, skipped = read(["-"], Options(), io.BytesIO(lines.encode()))
    assert len(reports) == 2
    assert not skipped


def test_empty_lines_behind_one_record_leave_it_one() -> None:
    reports, skipped = read(["-"], Options(), io.BytesIO(json.dumps(RECORD).encode() + b"\n\n\n"))
    assert len(reports) == 1
    assert not skipped


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_archive_without_a_record_is_told(tmp_path: Path, content: str) -> None:
    empty, full = put(tmp_path, "empty.jsonl", content), put(tmp_path, "full.jsonl", json.dumps(RECORD))
    reports, skipped = read([empty, full], Options())
    assert len(reports) == 1
    assert codes(skipped) == [("empty.jsonl", "empty")]
