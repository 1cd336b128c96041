"""What the user named, as single files in order: files, folders, lists of files, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.errors import Empty, InputError, NotFound
from twosource.model import Skipped
from twosource.reading.decoding import decode

STDIN = "-"
LIST_MARK = "@"
SUFFIXES = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
"""Formats by suffix. A file named by the user with another suffix is read if it is text or a page; in a folder it is
passed over."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to read: its id in the run, its path as given (``-``: standard input), its format, and notes on it."""

    id: str
    given: str
    format: str | None
    notes: tuple[str, ...] = ()


def skipped(error: InputError, file: str) -> Skipped:
    """Return the record of an input that could not be read."""
    reason = f"{error.what}; {error.advice}" if error.advice else error.what
    return Skipped(error.where or file, error.code, reason)


def expand(inputs: Sequence[str], list_bytes: int) -> tuple[tuple[Entry, ...], tuple[Skipped, ...]]:
    """Return the files that the inputs name, each once, and the inputs that name none.

    A file's id is its name where that is unique in the run, else its path as given. A path in a list counts from the
    current folder, else from the list's own. Hidden files and folders are passed over in a folder.

    :param list_bytes: bytes that a list of files may have.
    """
    failed: list[Skipped] = []
    found: dict[str, tuple[str, int]] = {}
    for given in _given(inputs, list_bytes, failed):
        if given == STDIN:
            key = STDIN
        else:
            try:
                key = str(Path(given).resolve())
            except (OSError, ValueError, RuntimeError) as error:
                failed.append(Skipped(given, NotFound.code, f"the path cannot be used: {error}"))
                continue
        first, times = found.get(key, (given, 0))
        found[key] = (first, times + 1)
    names = Counter(_name(given) for given, _ in found.values())
    entries = []
    for given, times in found.values():
        name = _name(given)
        notes = (f"named {times} times in the inputs; read once",) if times > 1 else ()
        suffix = Path(given).suffix.lower()
        entries.append(Entry(name if names[name] == 1 else given, given, SUFFIXES.get(suffix), notes))
    return tuple(entries), tuple(failed)


def _name(given: str) -> str:
    return given if given == STDIN else Path(given).name


def _given(inputs: Sequence[str], list_bytes: int, failed: list[Skipped]) -> Iterator[str]:
    for given in inputs:
        try:
            if given == STDIN:
                yield given
            elif given.startswith(LIST_MARK) and len(given) > 1 and not Path(given).exists():
                for path in _listed(Path(given[1:]), list_bytes):
                    yield from _files(path)
            else:
                yield from _files(given)
        except InputError as error:
            failed.append(skipped(error, given))
        except (OSError, ValueError) as error:
            failed.append(Skipped(given, NotFound.code, f"the path cannot be used: {error}"))


def _files(given: str) -> Iterator[str]:
    """Yield the path itself, or the files with a known suffix below it."""
    if not given.strip():
        raise NotFound("an empty path", given)
    path = Path(given)
    if not path.is_dir():
        yield given
        return
    count = 0
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix.lower() in SUFFIXES and file.is_file():
                count += 1
                yield file.as_posix()
    if not count:
        raise Empty("the folder has no reports", given, f"twosource reads {', '.join(SUFFIXES)}")


def _listed(path: Path, list_bytes: int) -> Iterator[str]:
    """Yield the paths of a list: one a line, blank lines and lines that begin with ``#`` left out."""
    try:
        with path.open("rb") as file:
            data = file.read(list_bytes)
    except OSError as error:
        raise NotFound(f"the list cannot be read: {error.strerror or error}", f"{LIST_MARK}{path}") from error
    count = 0
    for line in decode(data).text.splitlines():
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        count += 1
        beside = path.parent / name
        yield name if name == STDIN or Path(name).exists() or not beside.exists() else str(beside)
    if not count:
        raise Empty("the list names no files", f"{LIST_MARK}{path}")
