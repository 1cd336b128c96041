"""The case file: one SQLite file with the reports of a run, all findings, and the reader's review marks.

Each report and each finding is one row that holds its JSON object, so that any SQLite tool can query the file; together
the rows give back the record of :func:`twosource.export.record` byte for byte, which a stored hash proves. When a case
is written again, the marks of the file before it are carried over: a mark whose finding is no more is kept, and said to
be lost.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from twosource.errors import CaseError, OutputError
from twosource.export.record import SCHEMA, dumps
from twosource.files import replacing
from twosource.model import stable_id

APPLICATION_ID = 0x32534331
"""The number ("2SC1") in the header of the SQLite file that tells a case from any other database."""

VERSION = 1
"""Version of the tables; it grows when a program of the version before could not read them."""

FINDING_KINDS = ("sources", "statements", "claims", "passages", "variants", "tensions", "times", "future", "stories")
"""The fields of the record whose entries are findings, one row each."""

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE reports (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL)",
    "CREATE TABLE skipped (position INTEGER PRIMARY KEY, record TEXT NOT NULL)",
    "CREATE TABLE findings (kind TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL,"
    " PRIMARY KEY (kind, position))",
    "CREATE TABLE marks (finding TEXT PRIMARY KEY, state TEXT NOT NULL, note TEXT NOT NULL)",
)
_ADVICE = "make the case again from its reports with twosource trace … --case FILE"
_MAGIC = b"SQLite format 3\x00"


class MarkState(StrEnum):
    """What the reader made of a finding."""

    UNSEEN = "unseen"
    AGREED = "agreed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Mark:
    """The reader's word on one finding. ``lost`` means that the case no longer holds a finding with this id."""

    finding: str
    state: MarkState
    note: str = ""
    lost: bool = False


def is_case_file(path: Path) -> bool:
    """Return whether the file is a SQLite database; :func:`load` tells whether it is a case.

    :raises CaseError: if the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CaseError(
            f"the case cannot be read: {reason.lower()}", str(path), "check the name of the file"
        ) from error


def save(record: dict[str, Any], path: Path, *, force: bool = False) -> tuple[Mark, ...]:
    """Write the record as a case file, whole or not at all, and return the marks that lost their finding.

    :param record: what :func:`twosource.export.record` gave.
    :param force: an existing file may be replaced; if it is a case, its marks are carried over.
    :raises OutputError: if the file exists (without ``force``) or cannot be written.
    :raises CaseError: if the file to be replaced is a damaged case, whose marks would be lost.
    """
    kept = marks(path) if force and path.is_file() and is_case_file(path) else ()
    with replacing(path, force=force) as temporary:
        try:
            with closing(sqlite3.connect(temporary)) as base:
                base.execute("PRAGMA journal_mode = OFF")  # the whole file is thrown away if this fails
                _fill(base, record, kept)
                base.commit()
        except sqlite3.Error as error:
            raise OutputError(f"the case cannot be written: {error}", str(path), "choose another place") from error
    return tuple(mark for mark in marks(path) if mark.lost) if kept else ()


def load(path: Path) -> dict[str, Any]:
    """Return the record of a case file, after checking its hash.

    :raises CaseError: if the file cannot be read, is no case file, or does not fit its own hash.
    """
    with _opened(path) as base:
        meta = dict(base.execute("SELECT key, value FROM meta"))
        try:
            record = _record(base, meta)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise CaseError("the case file is damaged: a row cannot be read", str(path), _ADVICE) from error
    if _hash(record) != meta.get("record_sha256"):
        raise CaseError("the case file does not fit its own hash: it was changed or damaged", str(path), _ADVICE)
    return record


def marks(path: Path) -> tuple[Mark, ...]:
    """Return the reader's marks in the order of the findings' ids.

    :raises CaseError: if the file cannot be read or is no case file.
    """
    with _opened(path) as base:
        rows = base.execute(
            "SELECT finding, state, note, finding NOT IN (SELECT id FROM findings) FROM marks ORDER BY finding"
        ).fetchall()
    try:
        return tuple(Mark(finding, MarkState(state), note, bool(lost)) for finding, state, note, lost in rows)
    except ValueError as error:
        raise CaseError(f"the case file is damaged: {error}", str(path), _ADVICE) from error


def set_mark(path: Path, finding: str, state: MarkState, note: str = "") -> None:
    """Store the reader's word on a finding in place of the one before.

    :raises KeyError: if the case has no finding with this id.
    :raises CaseError: if the file cannot be read, is no case file, or cannot be written.
    """
    with _opened(path, write=True) as base, base:
        if not base.execute("SELECT 1 FROM findings WHERE id = ?", (finding,)).fetchone():
            raise KeyError(finding)
        base.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", (finding, str(state), note))


def _fill(base: sqlite3.Connection, record: dict[str, Any], kept: tuple[Mark, ...]) -> None:
    base.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    base.execute(f"PRAGMA user_version = {VERSION}")
    for table in _TABLES:
        base.execute(table)
    meta = {"schema": SCHEMA, "fields": dumps(list(record), indent=None), "record_sha256": _hash(record)}
    for name, value in record.items():
        if name == "reports":
            rows = [(number, entry["id"], dumps(entry, indent=None)) for number, entry in enumerate(value)]
            base.executemany("INSERT INTO reports VALUES (?, ?, ?)", rows)
        elif name == "skipped":
            base.executemany(
                "INSERT INTO skipped VALUES (?, ?)", [(n, dumps(it, indent=None)) for n, it in enumerate(value)]
            )
        elif name in FINDING_KINDS:
            base.executemany("INSERT INTO findings VALUES (?, ?, ?, ?)", _rows(name, value))
        else:
            meta[f"field.{name}"] = dumps(value, indent=None)
    base.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    base.executemany("INSERT INTO marks VALUES (?, ?, ?)", [(it.finding, str(it.state), it.note) for it in kept])


def _rows(kind: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, int, str, str]]:
    for position, entry in enumerate(entries):
        text = dumps(entry, indent=None)
        yield kind, position, entry.get("id") or stable_id(kind, text), text


def _record(base: sqlite3.Connection, meta: dict[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name in json.loads(meta["fields"]):
        if name in ("reports", "skipped"):
            rows = base.execute(f"SELECT record FROM {name} ORDER BY position")  # noqa: S608  # one of two fixed names
        elif name in FINDING_KINDS:
            rows = base.execute("SELECT record FROM findings WHERE kind = ? ORDER BY position", (name,))
        else:
            record[name] = json.loads(meta[f"field.{name}"])
            continue
        record[name] = [json.loads(text) for (text,) in rows]
    return record


@contextmanager
def _opened(path: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a case file, sure that it holds our tables and nothing that runs by itself (a view, a trigger)."""
    if not is_case_file(path):
        raise CaseError("this is no case file", str(path), "give a file that twosource trace … --case FILE wrote")
    try:
        address = f"{path.resolve().as_uri()}?mode={'rw' if write else 'ro'}"
        with closing(sqlite3.connect(address, uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA cell_size_check = ON")
            _check_tables(base, path)
            yield base
    except sqlite3.Error as error:
        raise CaseError(f"the case file is damaged or locked: {error}", str(path), _ADVICE) from error


def _check_tables(base: sqlite3.Connection, path: Path) -> None:
    (application,) = base.execute("PRAGMA application_id").fetchone()
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise CaseError("this database is no case file", str(path), "give a file that twosource … --case FILE wrote")
    if version != VERSION:
        raise CaseError(f"the case file is of version {version}, this program reads {VERSION}", str(path), _ADVICE)
    found = {sql for (sql,) in base.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found != set(_TABLES):
        raise CaseError("the tables of the case file are not those that twosource makes", str(path), _ADVICE)


def _hash(record: dict[str, Any]) -> str:
    return hashlib.sha256(dumps(record, indent=None).encode()).hexdigest()
