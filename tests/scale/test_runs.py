"""A run over an archive: the same whatever is cut how, only what is new done again, ids that stay."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bench.invented import records, write_archive
from tests.scale.support import results, rows, run, stories_of, write_lines
from twosource.errors import OutputError
from twosource.export import dumps, group_record
from twosource.model import Case
from twosource.options import Options
from twosource.reading import read
from twosource.scale import tasks
from twosource.scale.archive import Settings, check_folder
from twosource.scale.results import TABLES
from twosource.scale.schema import SKIPPED
from twosource.scale.store import Store
from twosource.stories import stories

NUMBER = 80
PIECES = Settings(workers=1, shard_bytes=14_000, part_bytes=40_000)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of some reports."""
    return write_archive(tmp_path_factory.mktemp("small") / "archive", NUMBER, files=3)


@pytest.fixture(scope="module")
def whole(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the results of that archive, from one run."""
    folder = tmp_path_factory.mktemp("whole")
    run([small], folder)
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return a count of the tasks that are done, by step."""
    found: Counter[str] = Counter()
    for step, work in tasks.WORK.items():

        def counted(task: tasks.Task, store: Store, work: object = work) -> tasks.Counts:
            found[task.step] += 1
            return work(task, store)  # type: ignore[operator, no-any-return]

        monkeypatch.setitem(tasks.WORK, step, counted)
    return found


def test_the_results_say_what_the_reports_are(whole: Path) -> None:
    members = rows(whole, "memberships")
    stories_there = {row["story"]: row for row in rows(whole, "stories")}
    assert len(members) == len({row["report"] for row in members}) >= NUMBER
    assert {row["story"] for row in members} == set(stories_there)
    assert [id for row in stories_there.values() for id in row["reports"]] == [row["report"] for row in members]
    assert all(1 <= row["independent_reports"] <= len(row["reports"]) for row in stories_there.values())
    assert any(row["independent_reports"] < len(row["reports"]) for row in stories_there.values())
    told = json.loads((whole / "stories.json").read_text(encoding="utf-8"))
    assert [story["id"] for story in told["stories"]] == list(stories_there)
    assert [story["reports"] for story in told["stories"]] == [row["reports"] for row in stories_there.values()]
    passages = {place["passage"] for place in rows(whole, "passages")}
    assert passages == {passage["id"] for story in told["stories"] for passage in story["passages"]} != set()
    assert {row["passage"] for row in rows(whole, "lineage") if row["passage"]} == passages
    assert [row["file"] for row in rows(whole, "skipped")] == [item["file"] for item in told["skipped"]] != []


def test_every_place_points_at_its_words(small: Path, whole: Path) -> None:
    reports, _ = read([str(small)], Options())
    text = {report.id: report.text for report in reports}
    for place in rows(whole, "passages"):
        assert text[place["report"]][place["start"] : place["end"]] == place["text"]


def test_the_stories_are_those_of_one_case(small: Path, whole: Path) -> None:
    reports, _ = read([str(small)], Options())
    case = stories(Case(reports=reports), together=False)
    assert stories_of(whole) == {report: story.id for story in case.stories for report in story.reports}


def test_the_json_is_written_as_every_record_is(whole: Path) -> None:
    text = (whole / "stories.json").read_text(encoding="utf-8")
    assert text == dumps(json.loads(text)) + "\n"
    assert set(json.loads(text)) == set(group_record(Case()))


@pytest.mark.parametrize("settings", [PIECES, Settings(workers=2, part_bytes=60_000)])
def test_pieces_and_workers_change_nothing(small: Path, whole: Path, tmp_path: Path, settings: Settings) -> None:
    run([small], tmp_path / "out", settings)
    assert results(tmp_path / "out") == results(whole)


def test_the_order_of_the_inputs_changes_nothing(small: Path, whole: Path, tmp_path: Path) -> None:
    files = sorted(small.iterdir(), reverse=True)
    run(files, tmp_path / "out")
    assert results(tmp_path / "out") == results(whole)


def test_an_archive_is_the_same_in_lines_rows_and_files(tmp_path: Path) -> None:
    found = [{name: str(value) for name, value in record.items()} for record in records(40, seed=3)]
    write_lines(tmp_path / "a.jsonl", found)
    pq.write_table(pa.Table.from_pylist(found), tmp_path / "a.parquet", row_group_size=7)
    for number, record in enumerate(found, start=1):
        (tmp_path / f"a:{number}.json").write_text(json.dumps(record))
    told = {}
    for kind, inputs in (
        ("jsonl", [tmp_path / "a.jsonl"]),
        ("parquet", [tmp_path / "a.parquet"]),
        ("json", sorted(tmp_path.glob("*.json"))),
    ):
        run(inputs, tmp_path / kind, Settings(workers=1, shard_bytes=5_000))
        groups: dict[str, list[str]] = {}
        for id, story in stories_of(tmp_path / kind).items():
            groups.setdefault(story, []).append(id.replace(f"a.{kind}:", "").replace("a:", "").replace(".json", ""))
        told[kind] = {story: sorted(group) for story, group in groups.items()}
    assert told["jsonl"] == told["parquet"] == told["json"]


def test_nothing_is_done_twice(small: Path, tmp_path: Path, done: Counter[str]) -> None:
    assert run([small], tmp_path / "out", PIECES).fresh
    first = results(tmp_path / "out")
    assert done["read"] > 3
    done.clear()
    left = tmp_path / "out" / "work" / f"texts-{'0' * 32}.json"
    left.write_text("{}")  # as if it had been stopped while it tidied up
    again = run([small], tmp_path / "out", PIECES)
    assert (again.fresh, done, left.exists()) == (False, Counter(), False)
    (tmp_path / "out" / "stories.parquet").unlink()
    assert run([small], tmp_path / "out", PIECES).fresh
    assert done["read"] == 0
    assert results(tmp_path / "out") == first


def test_a_run_that_was_stopped_goes_on(
    small: Path, whole: Path, tmp_path: Path, done: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stop(Exception):
        pass

    for step, work in list(tasks.WORK.items()):
        calls = iter([step not in ("bins", "group")])  # all others are done for one piece, then stopped at the next

        def stopping(
            task: tasks.Task, store: Store, work: object = work, calls: Iterator[bool] = calls
        ) -> tasks.Counts:
            if not next(calls, False):
                (store.folder / f".{task.step}.tmp").touch()
                raise Stop
            return work(task, store)  # type: ignore[operator, no-any-return]

        with monkeypatch.context() as patch:
            patch.setitem(tasks.WORK, step, stopping)
            with pytest.raises(Stop):
                run([small], tmp_path / "out", PIECES)
    run([small], tmp_path / "out", PIECES)
    assert max(done.values()) == done["read"] == len(list((tmp_path / "out" / "work").glob("read-*.json")))
    assert results(tmp_path / "out") == results(whole)
    assert list((tmp_path / "out").rglob("*.tmp")) == []


def test_a_file_that_grew_or_changed_is_read_where_it_did(tmp_path: Path, done: Counter[str]) -> None:
    found = list(records(60, seed=5))
    archive = write_lines(tmp_path / "a.jsonl", found[:50])
    settings = Settings(workers=1, shard_bytes=12_000)
    run([archive], tmp_path / "out", settings)
    before, shards = stories_of(tmp_path / "out"), done["read"]
    assert shards > 3
    write_lines(archive, found)
    done.clear()
    run([archive], tmp_path / "out", settings)
    assert done["read"] < shards
    after = stories_of(tmp_path / "out")
    assert {id: after[id] for id in before} == before
    run([archive], tmp_path / "new", settings)
    assert len(stories_of(tmp_path / "new")) == len(found)
    found[2]["text"] += " One more sentence that was not there before, about the quarry and its gate."
    write_lines(archive, found)
    done.clear()
    run([archive], tmp_path / "out", settings)
    assert done["read"] == 1


def test_a_folder_that_grew_is_read_where_it_did(tmp_path: Path, done: Counter[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, record in enumerate(records(90, seed=6)):
        (folder / f"{number:04}.json").write_text(json.dumps(record))
    settings = Settings(workers=1, shard_bytes=12_000)
    run([folder], tmp_path / "out", settings)
    shards = done["read"]
    assert shards > 3
    done.clear()
    (folder / "0000a.json").write_text(json.dumps({"title": "Kiln shut", "text": "The kiln is shut for good."}))
    run([folder], tmp_path / "out", settings)
    assert done["read"] < shards


def test_stories_keep_their_ids_when_a_report_founds_them_anew(tmp_path: Path) -> None:
    about = {"title": "Granary of Velmoor burned after storm", "outlet": "Velmoor Post", "published": "2031-05-06"}
    text = "The granary of Velmoor burned down after the storm, and nine families lost their grain, Ida Quell said."
    later = {**about, "text": f"{text} The council meets on Friday to talk of it."}
    write_lines(tmp_path / "b.jsonl", [later, {**later, "outlet": "Selm Post"}])
    run([tmp_path / "b.jsonl"], tmp_path / "out")
    (before,) = set(stories_of(tmp_path / "out").values())
    earlier = {**later, "published": "2031-05-05", "text": f"{later['text']} Nobody was hurt."}
    write_lines(tmp_path / "a.jsonl", [earlier])
    run([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "out")
    assert set(stories_of(tmp_path / "out").values()) == {before}
    run([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "anew")
    assert set(stories_of(tmp_path / "anew").values()) != {before}


def test_a_second_run_in_one_folder_is_refused(small: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "out" / "work").locked(), pytest.raises(OutputError, match="another run is at work"):
        run([small], tmp_path / "out")
    run([small], tmp_path / "out")


def test_results_go_to_a_folder_of_their_own(small: Path, whole: Path, tmp_path: Path) -> None:
    check_folder(tmp_path / "new")
    check_folder(whole)
    (tmp_path / "letter.txt").write_text("dear all")
    for place in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(OutputError):
            check_folder(place)


def test_only_what_is_used_again_is_kept(small: Path, whole: Path) -> None:
    kept = {path.name.split("-")[0] for path in (whole / "work").iterdir() if path.suffix != ".state"}
    assert kept == {"read", "lock"}


def test_progress_tells_each_step_to_its_end(small: Path, tmp_path: Path) -> None:
    told: dict[str, list[tuple[int, int]]] = {}
    run(
        [small],
        tmp_path / "out",
        PIECES,
        progress=lambda step, done, total: told.setdefault(step, []).append((done, total)),
    )
    assert set(told) == {"plan", *tasks.WORK, "write"}
    for step, counts in told.items():
        assert counts == sorted(counts), step
        assert counts[-1][0] == counts[-1][1], step


def test_the_reference_names_every_column_of_the_results() -> None:
    text = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    for name, schema in {**TABLES, "skipped": SKIPPED}.items():
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
        assert [column for column in schema.names if f"`{column}`" not in row] == []
