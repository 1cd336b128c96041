"""An archive from its inputs to its results, on one machine."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet

from twosource.errors import Empty, OutputError, TwosourceError
from twosource.files import replacing, write_bytes
from twosource.model import Skipped
from twosource.options import Options
from twosource.scale.plan import SHARD_BYTES, Plan, plan
from twosource.scale.pool import workers
from twosource.scale.results import FILES, hashes, read_json, write_results
from twosource.scale.run import PART_BYTES, Made, Progress, Runner, grouped, parts_for, shared
from twosource.scale.schema import MEMBERSHIPS
from twosource.scale.store import Store, digest, read_table, write_table

WORK = "work"
"""The folder, inside that of the results, that holds the pieces of a run."""
STATE = "run.state"
PREVIOUS = pa.schema([MEMBERSHIPS.field("report"), MEMBERSHIPS.field("story")])
"""What is kept of an earlier grouping: the story of each report."""
KEPT = ("read", "previous")
"""Steps whose pieces are kept when a run is finished: they are used again when the archive grows."""
SMALL_BYTES = 4_000_000
"""Bytes of input up to which one process reads them faster than two could be started."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works; none of it changes the results.

    ``workers`` 0 is one for each core. ``shard_bytes`` and ``part_bytes`` are how much one task reads, and how much
    there is for each partition.
    """

    workers: int = 0
    shard_bytes: int = SHARD_BYTES
    part_bytes: int = PART_BYTES


@dataclass(frozen=True, slots=True)
class Archive:
    """The results of a run: where they are, how many reports there are in how many stories, and what was skipped.

    ``fresh`` is False where they were all there already.
    """

    folder: Path
    reports: int
    stories: int
    skipped: tuple[Skipped, ...]
    fresh: bool = True


def archive(
    inputs: Sequence[str],
    folder: Path,
    options: Options | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    settings: Settings | None = None,
    *,
    strict: bool = False,
) -> Archive:
    """Group an archive into stories, find what their reports share and from where, and write the results to a folder.

    What an earlier run in the same folder has finished is used again, whether that run came to its end or was stopped.
    Stories keep the ids that they have in the results that stand there.

    :param inputs: files, folders, ``@lists`` or ``-`` (then ``stdin`` is read).
    :param folder: where the results go; it is made where it is missing.
    :param progress: told how far each step is.
    :param strict: write nothing if anything cannot be read.
    :raises Unusable: if there is not one report, or, under ``strict``, one input could not be read.
    :raises OutputError: if the folder cannot be written, or another run is at work in it.
    """
    options, settings = options or Options(), settings or Settings()
    told: Progress = progress or (lambda step, done, total: None)
    store = Store(folder / WORK)
    with store.locked():
        store.clean()
        _clean(folder)
        spool = _spool(store, stdin) if "-" in inputs else None
        planned = plan(
            inputs, options, (lambda: spool) if spool is not None else None, settings.shard_bytes, partial(told, "plan")
        )
        number = settings.workers or _cores()
        with workers(number if planned.size > SMALL_BYTES or settings.workers else 1) as pool, _tidy(store):
            runner = Runner(store, pool, options, parts_for(planned.size, settings.part_bytes), told, {})
            return _run(runner, planned, folder, strict=strict)


class Unusable(TwosourceError):
    """There is nothing to work on, or an input could not be read and was not to be missed; ``skipped`` says why."""

    code = "unusable"
    exit_code = 3

    def __init__(self, skipped: tuple[Skipped, ...]) -> None:
        first = skipped[0] if skipped else Skipped("", Empty.code, "no input held a report")
        super().__init__(first.reason, first.file)
        self.skipped = skipped


def _run(runner: Runner, planned: Plan, folder: Path, *, strict: bool) -> Archive:
    store = runner.store
    read = runner.read(planned)
    skipped = _skipped(store, planned, read)
    reports = read.total("reports")
    if not reports or (strict and skipped):
        raise Unusable(skipped)
    key = digest("run", sorted(read.keys), [(it.file, it.code, it.reason) for it in skipped])
    state = _State(store, folder)
    if state.is_finished(key):
        state.tidy(read)
        return Archive(folder, reports, state.stories, skipped, fresh=False)
    state.begin(key)
    texts = runner.each("texts", read)
    matches = shared(runner, texts, reports)
    features = runner.each("features", read)
    group = grouped(runner, features, texts, reports, state.previous)
    sort = runner.each("sort", read, group)
    within = runner.partitions("within", reports, matches, group)
    tell = runner.partitions("tell", reports, group, sort, within)
    outcomes = [store.piece("tell", key, "outcomes") for key in tell.keys]
    runner.progress("write", 0, reports)
    write_results(folder, outcomes, skipped)
    runner.progress("write", reports, reports)
    stories = tell.total("stories")
    state.finish(key, stories)
    state.tidy(read)
    return Archive(folder, reports, stories, skipped)


def _skipped(store: Store, planned: Plan, read: Made) -> tuple[Skipped, ...]:
    """Return everything that was skipped, in order; an archive that gave nothing at all is told too."""
    found = list(planned.skipped)
    given: dict[str, int] = {}
    for shard, key, counts in zip(planned.shards, read.keys, read.counts, strict=True):
        if counts["skipped"]:
            rows = read_table(store.piece("read", key, "skipped")).to_pylist()
            found.extend(Skipped(**row) for row in rows)
        if shard.kind in ("lines", "rows"):
            name = shard.entries[0].given
            given[name] = given.get(name, 0) + counts["reports"] + counts["skipped"]
    found.extend(Skipped(name, Empty.code, "the archive holds no record") for name, count in given.items() if not count)
    return tuple(sorted(found, key=lambda it: (it.file, it.code, it.reason)))


class _State:
    """What the work folder knows of the results beside it: from what they were made, and whether they are whole.

    Ids of stories are taken over from the results that stood there before the run, so these are set aside before
    anything is written: a run that is stopped while it writes begins from the same ids.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._path = store.folder / STATE
        found = read_json(self._path)
        self._record: dict[str, Any] = found if isinstance(found, dict) else {}

    @property
    def previous(self) -> str:
        """The name of the grouping whose ids go on, set aside in the store; empty for none."""
        return str(self._record.get("previous", ""))

    @property
    def stories(self) -> int:
        return int(self._record.get("stories", 0))

    def is_finished(self, key: str) -> bool:
        """Return whether the results of this very run are there and whole."""
        record = self._record
        return bool(record.get("key") == key and record.get("files") and record["files"] == hashes(self._folder))

    def begin(self, key: str) -> None:
        """Set aside the grouping that stands there, unless a stopped run has done so; note that this one works.

        The results of a finished run that were lost since are made again from what that run had set aside.
        """
        record = self._record
        stopped = "files" not in record and bool(record)
        previous = self.previous if stopped or record.get("key") == key else self._set_aside()
        self._write({"key": key, "previous": previous})

    def tidy(self, read: Made) -> None:
        """Remove every piece that no later run can use."""
        self._store.keep_only((*read.keys, self.previous.removeprefix("previous-").split(".")[0]), KEPT)

    def _set_aside(self) -> str:
        place = self._folder / "memberships.parquet"
        try:
            table = pyarrow.parquet.read_table(place, columns=list(PREVIOUS.names)).cast(PREVIOUS)
        except (OSError, pa.ArrowException):
            return ""
        with place.open("rb") as file:
            name = f"previous-{hashlib.file_digest(file, 'sha256').hexdigest()[:32]}.arrow"
        write_table(self._store.folder / name, PREVIOUS, [table])
        return name

    def finish(self, key: str, stories: int) -> None:
        """Note that the results of this run are there."""
        files = hashes(self._folder)
        self._write({"key": key, "previous": self.previous, "stories": stories, "files": files})

    def _write(self, record: dict[str, Any]) -> None:
        self._record = record
        write_bytes(self._path, json.dumps(record, sort_keys=True).encode(), force=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _spool(store: Store, stdin: BinaryIO | None) -> Path:
    """Put all of standard input into a file, so that it can be read in pieces."""
    place = store.folder / "stdin.spool"
    with replacing(place, force=True) as temporary, temporary.open("wb") as file:
        if stdin is not None:
            shutil.copyfileobj(stdin, file, 1 << 20)
    return place


def _clean(folder: Path) -> None:
    """Remove what a stopped run has left half written beside its results."""
    for name in FILES:
        for path in folder.glob(f".{name}.*.tmp"):
            path.unlink(missing_ok=True)


@contextmanager
def _tidy(store: Store) -> Iterator[None]:
    """Leave nothing half written behind if the block ends in an exception."""
    try:
        yield
    except BaseException:
        store.clean()
        raise


def check_folder(folder: Path) -> None:
    """Check that results can go to a folder, before any work is done: a new one, an empty one, or one of results.

    :raises OutputError: if it is a file, or holds other things.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError("the output is a file, and the results are a folder", str(folder), "give another name")
    if any(folder.iterdir()) and not (folder / WORK / STATE).exists() and not (folder / WORK / "lock").exists():
        raise OutputError(
            "the folder holds other things", str(folder), "give a new folder, or one in which a run was begun"
        )
