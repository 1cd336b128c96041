"""``twosource group``: an archive into a folder of results, or a few reports onto the terminal, by the same steps."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource import files
from twosource.cli.given import SOME_FAILED, STDOUT, Given, emit
from twosource.cli.steps import Steps
from twosource.cli.telling import count, nothing_usable, printable, tell, tell_counts, tell_skipped
from twosource.options import Limits, Options

if TYPE_CHECKING:
    from twosource.scale.archive import Archive

ARCHIVE_BYTES = 1 << 40
"""Bytes of one ``.jsonl`` or ``.parquet`` file of an archive: it is read in pieces, so this bounds time, not memory."""
BATCH_STORIES = 1_000
"""Stories that are held at once while they are printed."""


def group(given: Given, output: str, workers: int | None, *, as_json: bool) -> int:
    """Group the inputs and hand over the result; return the exit code."""
    options = Options(Limits(archive_bytes=ARCHIVE_BYTES), given.options.language)
    place = _folder(output)
    if place is None:
        as_json = as_json or output.endswith(".json")
        given.check_places(output)
        with tempfile.TemporaryDirectory(prefix="twosource-") as made:
            found = _run(given, Path(made), options, workers)
            _hand_over(given, Path(made), output, as_json=as_json)
    else:
        from twosource.scale.archive import check_folder

        if not given.force:
            check_folder(place)
        found = _run(given, place, options, workers)
        if as_json:
            _hand_over(given, place, STDOUT, as_json=True)
    if not given.quiet:
        if place is not None:
            state = "" if found.fresh else ", nothing has changed since they were written"
            tell(f"{count(found.stories, 'story', 'stories')}: {printable(str(place))}{state}")
        tell_skipped(found.skipped)
        tell_counts(range(found.reports), found.skipped)
    return SOME_FAILED if found.skipped else 0


def on_a_cluster(given: Given, output: str, master: str) -> int:
    """Group the inputs on a Spark cluster; return the exit code.

    :raises click.UsageError: if there is no place for the tables.
    """
    if output == STDOUT:
        raise click.UsageError("--spark needs -o: a folder, or an address that Spark writes to")
    from twosource.scale.archive import Unusable
    from twosource.scale.spark import archive, session

    options = Options(Limits(archive_bytes=ARCHIVE_BYTES), given.options.language)
    progress = Steps(shown=not given.quiet)
    try:
        with session(master) as spark:
            found = archive(spark, given.inputs, output, options, progress, force=given.force, strict=given.strict)
    except Unusable as error:
        progress.close()
        if len(error.skipped) > 1:
            tell_skipped(error.skipped)
        raise nothing_usable(given.inputs, error.skipped) from error
    finally:
        progress.close()
    if not given.quiet:
        tell(f"{count(found.stories, 'story', 'stories')}: {printable(output)}")
        tell_skipped(found.skipped)
        tell_counts(range(found.reports), found.skipped)
    return SOME_FAILED if found.skipped else 0


def _folder(output: str) -> Path | None:
    """Return the folder that the output is, or None where it is a file or stdout.

    :raises click.UsageError: if its ending is that of a file in which the result cannot be.
    """
    path = Path(output)
    if output == STDOUT or (path.exists() and not path.is_dir()) or path.suffix in (".json", ".txt"):
        return None
    if path.is_dir() or output.endswith(("/", "\\")) or not path.suffix:
        return path
    raise click.UsageError(
        f"{output!r} has an ending that does not fit: give a folder (results/) for Parquet and JSON, or a .json file"
    )


def _run(given: Given, folder: Path, options: Options, workers: int | None) -> Archive:
    """Run the archive with its progress shown.

    :raises InputError: if nothing can be used.
    """
    from twosource.scale.archive import Settings, Unusable, archive

    progress = Steps(shown=not given.quiet)
    try:
        return archive(
            given.inputs,
            folder,
            options,
            stdin=sys.stdin.buffer,
            progress=progress,
            settings=Settings(workers=workers or 0),
            strict=given.strict,
        )
    except Unusable as error:
        progress.close()
        if len(error.skipped) > 1:
            tell_skipped(error.skipped)
        raise nothing_usable(given.inputs, error.skipped) from error
    finally:
        progress.close()


def _hand_over(given: Given, folder: Path, output: str, *, as_json: bool) -> None:
    """Write the stories of a folder of results to a file or to stdout, as JSON or in lines for a reader."""
    if output == STDOUT:
        if as_json:
            with (folder / "stories.json").open("rb") as file:
                for chunk in iter(lambda: file.read(1 << 20), b""):
                    emit(chunk)
        else:
            for row in _rows(folder):
                emit(f"{printable(row)}\n")
        return
    if as_json:
        with files.replacing(Path(output), force=given.force) as temporary:
            shutil.copyfile(folder / "stories.json", temporary)
    else:
        files.write_text(Path(output), "".join(f"{printable(row)}\n" for row in _rows(folder)), force=given.force)


def _rows(folder: Path) -> Iterator[str]:
    """Yield each story with its reports: the id, the title, and who published it when."""
    reports = _records(folder / "memberships.parquet", ["report", "title", "outlet", "published", "updated"])
    for story in _records(folder / "stories.parquet", ["story", "reports", "independent_reports"]):
        number = len(story["reports"])
        yield f"{story['story']} · {count(number, 'report')}, {story['independent_reports']} independent"
        for _ in range(number):
            report = next(reports)
            stamp = report["published"] or report["updated"]
            about = ", ".join(filter(None, (report["outlet"], stamp and stamp[:10])))
            title = " ".join((report["title"] or "").split())
            yield "  ".join(filter(None, (f"  {report['report']}", title, f"({about})" if about else "")))


def _records(path: Path, columns: list[str]) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as table:
        for batch in table.iter_batches(batch_size=BATCH_STORIES, columns=columns):
            yield from batch.to_pylist()
