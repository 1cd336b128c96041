"""Files, pages and archives to reports: bytes in, :class:`~twosource.model.Report` out.

A report's stored text is never changed: for plain text it is the decoded file, for records the title, a blank line and
the text, for a page its declared title, a blank line and its main text. What belongs to the page and not to the report
is masked by the report's parts, never cut. One bad input never costs another: it becomes a
:class:`~twosource.model.Skipped` with a code and a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from twosource.errors import Empty, InputError, NotFound, OverLimit
from twosource.model import Report, Skipped
from twosource.options import Options
from twosource.reading.archives import read_lines, read_parquet
from twosource.reading.inputs import STDIN, Entry, expand, skipped
from twosource.reading.single import read_json, read_page, read_text

__all__ = ["is_lines", "iter_reports", "read", "read_entry", "read_json", "read_page", "read_text"]

SNIFFED_BYTES = 1_000
"""Bytes at the start by which input without a telling suffix is taken for a page, a record or plain text."""


def read(
    inputs: Sequence[str],
    options: Options,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[tuple[Report, ...], tuple[Skipped, ...]]:
    """Read every input; return the reports in the order of their ids, and what could not be read.

    :param inputs: paths of files and folders, ``@list.txt`` for a list of paths, ``-`` for ``stdin``.
    :param stdin: what ``-`` reads from.
    :param progress: called with the path of each file before it is read.
    :raises OverLimit: if there are more reports than one case may have (``options.limits.reports``).
    """
    reports: list[Report] = []
    failed: list[Skipped] = []
    limit = options.limits.reports
    for item in iter_reports(inputs, options, stdin, progress):
        if isinstance(item, Skipped):
            failed.append(item)
            continue
        reports.append(item)
        if len(reports) > limit:
            raise OverLimit(
                f"there are more than {limit:,} reports, the limit of one case",
                advice="group the archive into stories first: twosource group",
            )
    reports.sort(key=lambda report: report.id)
    failed.sort(key=lambda item: (item.file, item.code, item.reason))
    return tuple(reports), tuple(failed)


def iter_reports(
    inputs: Sequence[str],
    options: Options,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Report | Skipped]:
    """Yield the report of every input, or why it could not be read, one at a time and without loading archives whole.

    The parameters are those of :func:`read`; there is no limit to the number of reports.
    """
    entries, failed = expand(inputs, options.limits.bytes_per_file)
    yield from failed
    taken: set[str] = set()
    for entry in entries:
        if progress is not None:
            progress(entry.given)
        for item in read_entry(entry, options, stdin):
            if isinstance(item, Skipped):
                yield item
                continue
            id = item.id if item.id not in taken else _free(item.id, taken)
            taken.add(id)
            yield replace(item, id=id, notes=(*item.notes, *entry.notes))


def _free(id: str, taken: set[str]) -> str:
    """Return an id that is not taken: only a file named like a line of an archive can get here."""
    number = 2
    while f"{id}#{number}" in taken:
        number += 1
    return f"{id}#{number}"


def read_entry(entry: Entry, options: Options, stdin: BinaryIO | None = None) -> Iterator[Report | Skipped]:
    """Yield the reports of one file, or why they could not be read."""
    try:
        if entry.given == STDIN:
            if stdin is None:
                raise NotFound("no standard input was handed over", STDIN)
            yield from _from_stream(stdin, entry, options)
        elif entry.format == "parquet":
            yield from _or_empty(read_parquet(_checked(entry.given), entry.id, entry.given, options), entry)
        else:
            with _checked(entry.given).open("rb") as file:
                if entry.format == "jsonl":
                    yield from _or_empty(read_lines(file, entry.id, entry.given, options), entry)
                elif entry.format is None:
                    yield from _from_stream(file, entry, options)
                else:
                    yield _single(file.read(options.limits.bytes_per_file + 1), entry, entry.format, options)
    except InputError as error:
        yield skipped(error, entry.given)
    except (OSError, ValueError) as error:
        yield Skipped(entry.given, NotFound.code, f"cannot be read: {error}")


def _or_empty(items: Iterator[Report | Skipped], entry: Entry) -> Iterator[Report | Skipped]:
    """Yield the items of an archive.

    :raises Empty: if it holds none: an input that gives nothing is told, not passed over.
    """
    first = next(items, None)
    if first is None:
        raise Empty("the archive holds no record", entry.given)
    yield first
    yield from items


def _checked(given: str) -> Path:
    path = Path(given)
    if not path.exists():
        web = given.lower().startswith(("http://", "https://"))
        advice = "twosource opens no network addresses: save the page and give the file" if web else "check the path"
        raise NotFound("no such file or folder", given, advice)
    return path


def _from_stream(stream: BinaryIO, entry: Entry, options: Options) -> Iterator[Report | Skipped]:
    """Read input without a telling suffix: JSON lines one by one, anything else whole, up to the limit."""
    limit = options.limits.bytes_per_file
    first = stream.readline(limit + 1)
    format = _sniffed(first)
    if format == "json" and _complete(first):
        head = [first]
        while (line := stream.readline(limit + 1)) and not line.strip():
            head.append(line)  # empty lines may stand between two records, or end a single one
        if line:
            yield from read_lines(stream, entry.id, entry.given, options, (*head, line))
            return
        yield _single(b"".join(head), entry, format, options)
        return
    yield _single(first + stream.read(limit + 1 - len(first)), entry, format, options)


def is_lines(stream: BinaryIO, options: Options) -> bool:
    """Return whether input without a telling suffix holds JSON lines; the stream is read on to where that is told."""
    limit = options.limits.bytes_per_file
    first = stream.readline(limit + 1)
    if _sniffed(first) != "json" or not _complete(first):
        return False
    return any(line.strip() for line in iter(lambda: stream.readline(limit + 1), b""))


def _single(data: bytes, entry: Entry, format: str, options: Options) -> Report:
    readers = {"text": read_text, "page": read_page, "json": read_json}
    return readers[format](data, entry.id, entry.given, options)


def _sniffed(data: bytes) -> str:
    begin = data[:SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--")):
        return "page"
    return "json" if begin.startswith(b'{"') or begin.rstrip() == b"{" else "text"


def _complete(line: bytes) -> bool:
    """Return whether a line is a JSON object by itself."""
    return line.rstrip().endswith(b"}")
