"""What is wrong in an archive costs itself and nothing else, and is told."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bench.invented import records, write_archive
from tests.scale.support import results, rows, run, stories_of, write_lines
from twosource.errors import OutputError
from twosource.scale import steps
from twosource.scale.archive import Unusable

GOOD: list[dict[str, Any]] = list(records(12, seed=11))


def codes(folder: Path) -> dict[str, str]:
    """Return why each skipped input was skipped."""
    return {row["file"].rpartition("/")[2]: row["code"] for row in rows(folder, "skipped")}


def same_but(folder: Path, other: Path) -> None:
    """Check that a result has the stories and passages of another one."""
    for name in ("stories.parquet", "memberships.parquet", "passages.parquet", "lineage.parquet"):
        assert (folder / name).read_bytes() == (other / name).read_bytes()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the results of an archive with nothing wrong in it."""
    folder = tmp_path_factory.mktemp("good")
    write_lines(folder / "a.jsonl", GOOD)
    os.chdir(folder)
    run(["a.jsonl"], folder / "out")
    return folder / "out"


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"title": "a"}', '{"text": 7}', '{"text": " "}', "\x00\x01\x02"])
def test_a_bad_line_at_the_end_costs_no_other(
    line: str, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_lines(Path("a.jsonl"), [*GOOD, line])
    found = run(["a.jsonl"], tmp_path / "out")
    assert [entry.file for entry in found.skipped] == [f"a.jsonl:{len(GOOD) + 1}"]
    same_but(tmp_path / "out", good)


def test_duplicates_of_ids_and_of_files_are_no_second_report(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_lines(Path("a.jsonl"), [{**record, "id": "the same"} for record in GOOD])
    found = run(["a.jsonl", "./a.jsonl", tmp_path / "a.jsonl"], tmp_path / "out")
    assert (found.reports, found.skipped) == (len(GOOD), ())
    assert stories_of(tmp_path / "out") == stories_of(good)
    assert all("named 3 times" in row["notes"][-1] for row in rows(tmp_path / "out", "memberships"))


def test_a_file_named_like_a_line_of_an_archive_has_an_id_of_its_own(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", GOOD[:2])
    (tmp_path / "a.jsonl:2").write_text("The mill of Selm is shut for the winter, the miller said.")
    found = run([tmp_path / "a.jsonl", tmp_path / "a.jsonl:2"], tmp_path / "out")
    assert found.reports == 3
    assert set(stories_of(tmp_path / "out")) == {"a.jsonl:1", "a.jsonl:2", "a.jsonl:2#2"}


@pytest.mark.parametrize("stamp", [None, "", "soon", "2031-13-45", "9731-05-05", "0001-01-01", "99999-01-01", 1e30])
def test_a_date_that_is_none_leaves_the_report_without_one(stamp: object, tmp_path: Path) -> None:
    text = "The granary of Velmoor burned down after the storm, and nine families lost their grain, Ida Quell said."
    write_lines(tmp_path / "a.jsonl", [{"title": "Granary burned", "text": text, "published": stamp}, *GOOD])
    found = run([tmp_path / "a.jsonl"], tmp_path / "out")
    assert (found.reports, found.skipped) == (len(GOOD) + 1, ())


def test_one_text_many_times_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = steps.prints

    def counted(texts: pa.Table) -> pa.Table:
        seen.append(texts.num_rows)
        return real(texts)

    monkeypatch.setattr(steps, "prints", counted)
    times = 20_000
    record = json.dumps(GOOD[0])
    write_lines(tmp_path / "a.jsonl", [record] * times)
    found = run([tmp_path / "a.jsonl"], tmp_path / "out")
    assert (found.reports, found.stories) == (times, 1)
    assert sum(seen) <= 3  # its headline and its body
    (story,) = rows(tmp_path / "out", "stories")
    assert story["independent_reports"] == 1


def test_a_line_of_200_megabytes_is_refused_and_told(good: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_lines(archive, GOOD)
    with archive.open("ab") as file:
        file.write(b'{"text": "')
        for _ in range(200):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n')
        file.write(json.dumps(GOOD[0]).encode() + b"\n")
    peak, out = peak_memory([str(archive)], tmp_path / "out")
    assert out == 1
    assert codes(tmp_path / "out") == {f"a.jsonl:{len(GOOD) + 1}": "over-limit"}
    assert f"a.jsonl:{len(GOOD) + 2}" in stories_of(tmp_path / "out")
    least, _ = peak_memory([str(write_lines(tmp_path / "b.jsonl", GOOD))], tmp_path / "other")
    assert peak < least + 100_000


def peak_memory(inputs: list[str], folder: Path) -> tuple[int, int]:
    """Run the program in a process of its own; return its peak memory in kilobytes, and its exit code."""
    code = (
        "import resource, sys\n"
        "from twosource.cli import run\n"
        "done = run(sys.argv[1:])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, done)\n"
    )
    given = [sys.executable, "-c", code, "group", *inputs, "-o", f"{folder}/", "--quiet", "--workers", "1"]
    found = subprocess.run(given, capture_output=True, text=True, check=True)
    peak, done = found.stdout.split()
    return int(peak), int(done)


@pytest.mark.parametrize("kept", [0, 10, -30])
def test_a_truncated_parquet_file_costs_itself(kept: int, good: Path, tmp_path: Path) -> None:
    os.chdir(good.parent)
    pq.write_table(pa.Table.from_pylist([{"title": "a", "text": "b c d"}] * 50), tmp_path / "b.parquet")
    data = (tmp_path / "b.parquet").read_bytes()
    (tmp_path / "b.parquet").write_bytes(data[:kept])
    found = run(["a.jsonl", tmp_path / "b.parquet"], tmp_path / "out")
    assert [entry.code for entry in found.skipped] == ["bad-record"]
    same_but(tmp_path / "out", good)


def test_a_damaged_page_of_a_parquet_file_costs_its_rows(tmp_path: Path) -> None:
    found = [
        {"title": f"Report {n}", "text": f"The mill of place {n} is shut, the miller said on day {n}."}
        for n in range(40)
    ]
    pq.write_table(pa.Table.from_pylist(found), tmp_path / "a.parquet", row_group_size=20, compression="zstd")
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    column = pq.read_metadata(tmp_path / "a.parquet").row_group(1).column(1)
    start = column.data_page_offset
    data[start : start + column.total_compressed_size // 2] = b"\xff" * (column.total_compressed_size // 2)
    (tmp_path / "a.parquet").write_bytes(bytes(data))
    outcome = run([tmp_path / "a.parquet"], tmp_path / "out")
    assert outcome.reports == 20
    assert [entry.code for entry in outcome.skipped] == ["bad-record"]


def test_rows_of_a_wrong_type_cost_themselves(tmp_path: Path) -> None:
    good_text = "The mill of Selm is shut for the winter, the miller said."
    texts = pa.array([good_text.encode(), b"\xff\xfe broken", good_text.encode()], pa.binary())
    broken = pa.Array.from_buffers(pa.string(), 3, texts.buffers())
    years = pa.array([0, 1, 2**40], pa.int64()).cast(pa.timestamp("s"))
    pq.write_table(pa.table({"text": broken, "published": years}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": [1, 2, 3]}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"words": ["a"]}), tmp_path / "c.parquet")
    found = run([tmp_path / name for name in ("a.parquet", "b.parquet", "c.parquet")], tmp_path / "out")
    assert found.reports == 2
    assert [entry.code for entry in found.skipped] == ["bad-record"] * 5


def test_an_archive_without_a_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n")
    (tmp_path / "b.jsonl").write_text("")
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "c.parquet")
    with pytest.raises(Unusable) as caught:
        run([tmp_path / name for name in ("a.jsonl", "b.jsonl", "c.parquet")], tmp_path / "out")
    assert [entry.code for entry in caught.value.skipped] == ["empty"] * 3


def test_a_file_that_is_gone_or_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    from twosource.errors import InputError
    from twosource.options import Options
    from twosource.scale.plan import plan
    from twosource.scale.shards import read_shard

    archive = write_lines(tmp_path / "a.jsonl", GOOD)
    (shard,) = plan([str(archive)], Options()).shards
    archive.write_text(archive.read_text().replace("said", "sang"))
    with pytest.raises(InputError, match="changed while it was read"):
        list(read_shard(shard, Options()))


# --- a full disk, a stop ------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_the_run_goes_on_later(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chdir(good.parent)
    real, left = os.replace, iter(range(12))

    def full(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(OutputError, match="no space left on device"):
            run(["a.jsonl"], tmp_path / "out")
    assert list((tmp_path / "out").rglob("*.tmp")) == []
    run(["a.jsonl"], tmp_path / "out")
    assert results(tmp_path / "out") == results(good)


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on the size of files")
def test_a_file_that_cannot_grow_is_code_4_in_a_worker_too(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "in", 60, files=2)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    given = [sys.executable, "-m", "twosource", "group", str(archive), "-o", f"{tmp_path}/out/", "--workers", "2"]
    found = subprocess.run(given, capture_output=True, text=True, check=False, preexec_fn=limited)
    assert found.returncode == 4
    assert "error [output]: the output cannot be written: file too large" in found.stderr
    assert "Traceback" not in found.stderr
    again = subprocess.run(given, capture_output=True, text=True, check=False)
    assert again.returncode == 1  # the archive has broken lines


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_ctrl_c_stops_the_workers_without_a_word_and_the_run_goes_on_later(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "in", 400, files=8)
    given = [
        sys.executable,
        "-m",
        "twosource",
        "group",
        str(archive),
        "-o",
        f"{tmp_path}/out/",
        "--workers",
        "2",
        "--quiet",
    ]
    process = subprocess.Popen(
        given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a run in the background hears no Ctrl-C
    )
    for _ in every_moment(60.0):
        if list((tmp_path / "out" / "work").glob("read-*.json")):
            break
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)  # ends when no worker holds its end of the pipes
    assert (process.returncode, out, err) == (130, "", "")
    assert list((tmp_path / "out").rglob("*.tmp")) == []
    again = subprocess.run(given, capture_output=True, text=True, check=False)
    assert again.returncode == 1


def every_moment(seconds: float) -> Iterator[None]:
    """Yield now and then for some seconds at most."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)
