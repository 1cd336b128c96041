"""Files are written whole or not at all, and nothing is lost that the user did not mean to lose."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from twosource import files
from twosource.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_the_rights_of_a_new_file(tmp_path: Path) -> None:
    files.write_text(tmp_path / "page.html", "Grüße\n")
    (tmp_path / "plain").write_text("x")
    assert (tmp_path / "page.html").read_bytes() == "Grüße\n".encode()
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)
    assert names(tmp_path) == ["page.html", "plain"]


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(OutputError, match="exists") as caught:
        files.write_text(path, "new")
    assert caught.value.exit_code == 4
    assert "--force" in caught.value.advice
    assert path.read_text() == "old"
    files.write_text(path, "new", force=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("kind", ["folder", "no folder", "file as folder", "long name", "nul"])
def test_a_place_that_cannot_be_written_is_refused_before_and_at_the_writing(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a file").write_text("x")
    path = {
        "folder": tmp_path,
        "no folder": tmp_path / "none" / "page.html",
        "file as folder": tmp_path / "a file" / "page.html",
        "long name": tmp_path / ("x" * 300),
        "nul": tmp_path / "a\0b",
    }[kind]
    with pytest.raises(OutputError) as before:
        files.may_write(path)
    with pytest.raises(OutputError) as after:
        files.write_bytes(path, b"x")
    assert before.value.what == after.value.what
    assert before.value.advice
    assert names(tmp_path) == ["a file"]


def test_asking_leaves_nothing_behind(tmp_path: Path) -> None:
    files.may_write(tmp_path / "page.html")
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError(28, "No space left on device")])
def test_stopped_in_the_middle_the_old_file_stays_and_no_part_of_the_new_one(
    tmp_path: Path, error: type[BaseException] | BaseException
) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")

    def half() -> None:
        with files.replacing(path, force=True) as temporary:
            temporary.write_text("half of the n")
            raise error

    with pytest.raises((KeyboardInterrupt, MemoryError, OutputError)):
        half()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["page.html"]


def test_stopped_while_flushing_no_part_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        files.write_text(tmp_path / "page.html", "new")
    assert names(tmp_path) == []


def test_a_file_that_another_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "page.html"

    def race() -> None:
        with files.replacing(path) as temporary:
            temporary.write_text("ours")
            path.write_text("theirs")

    with pytest.raises(OutputError, match="exists"):
        race()
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["page.html"]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.write_text(tmp_path / "link", "new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    files.write_text(Path(os.devnull), "gone")
    assert not Path(os.devnull).is_file()


def test_a_lone_surrogate_is_escaped(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a.json", '"\ud800"')
    assert (tmp_path / "a.json").read_bytes() == rb'"\ud800"'
