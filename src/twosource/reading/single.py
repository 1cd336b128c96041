"""Bytes of one report to a :class:`~twosource.model.Report`, one function a format."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from twosource.errors import OverLimit
from twosource.model import Report
from twosource.options import Options
from twosource.reading.assemble import Place, assemble, titled
from twosource.reading.decoding import decode
from twosource.reading.html import page
from twosource.reading.records import parse_record, record_declared, record_text


def read_text(data: bytes, id: str, file: str, options: Options) -> Report:
    """Return the report of a plain text: its stored text is the decoded file, unchanged.

    :raises InputError: if the bytes are no text, empty, or over a limit.
    """
    _within(data, file, options)
    decoded = decode(data)
    return assemble(_place(data, id, file), decoded.text, options, notes=(decoded.note,))


def read_page(data: bytes, id: str, file: str, options: Options) -> Report:
    """Return the report of an HTML page: its declared title, a blank line, its main text.

    :raises InputError: if the bytes are no text, hold no main text, or are over a limit.
    """
    _within(data, file, options)
    decoded = decode(data, page=True)
    found = page(decoded.text, options.limits)
    text = titled(found.declared.title, found.text)
    return assemble(_place(data, id, file), text, options, found.declared, (decoded.note, *found.notes))


def read_json(data: bytes, id: str, file: str, options: Options) -> Report:
    """Return the report of a JSON object: its title, a blank line, its text, both unchanged.

    :raises InputError: if it is no JSON object with a text, or over a limit.
    """
    _within(data, file, options)
    decoded = decode(data)
    return read_record(parse_record(decoded.text), data, id, file, options, (decoded.note,))


def read_record(
    record: Mapping[str, Any], data: bytes, id: str, file: str, options: Options, notes: tuple[str, ...] = ()
) -> Report:
    """Return the report of a record that is already parsed; ``data`` are the bytes it was parsed from.

    :raises InputError: if it has no text, or is over a limit.
    """
    declared = record_declared(record)
    return assemble(_place(data, id, file), titled(declared.title, record_text(record)), options, declared, notes)


def _place(data: bytes, id: str, file: str) -> Place:
    return Place(id, file, hashlib.sha256(data).hexdigest())


def _within(data: bytes, file: str, options: Options) -> None:
    limit = options.limits.bytes_per_file
    if len(data) > limit:
        raise OverLimit(
            f"the file is larger than the limit of {limit:,} bytes", file, "split the file into single reports"
        )
