"""Reports as rows of a table, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from twosource.model import Part, PartKind, Reason, Report, Skipped
from twosource.passages.blocks import _stretches
from twosource.scale.schema import REPORTS, SKIPPED, key_of

Row = Mapping[str, Any]

_PLAIN = ("id", "file", "sha256", "text", "title", "outlet", "byline", "url", "published", "updated", "language")
_UNIT = "\x1f"


def report_rows(reports: Iterable[Report]) -> pa.Table:
    """Return a table of :data:`~twosource.scale.schema.REPORTS`, one row a report, in the order given."""
    return pa.Table.from_pylist([_row(report) for report in reports], schema=REPORTS)


def skipped_rows(skipped: Iterable[Skipped]) -> pa.Table:
    """Return a table of :data:`~twosource.scale.schema.SKIPPED`, in the order given."""
    rows = [{"file": _utf8(it.file), "code": it.code, "reason": _utf8(it.reason)} for it in skipped]
    return pa.Table.from_pylist(rows, schema=SKIPPED)


def report_of(row: Row) -> Report:
    """Return the report of a row of :data:`~twosource.scale.schema.REPORTS`."""
    return Report(
        **{name: row[name] for name in _PLAIN},
        credits=tuple(row["credits"]),
        parts=parts_of(row["parts"]),
        notes=tuple(row["notes"]),
    )


def parts_of(rows: Iterable[Row]) -> tuple[Part, ...]:
    """Return the parts of a cell of the column ``parts``."""
    return tuple(Part(PartKind(row["kind"]), row["start"], row["end"], row["why"]) for row in rows)


def reason_rows(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Return reasons as a cell of the column ``reasons``."""
    return [{"signal": reason.signal, "detail": reason.detail, "weight": reason.weight} for reason in reasons]


def read_key(text: str, parts: Iterable[Part]) -> int:
    """Return the key of a text as it is read: equal for reports whose words and parts are the same."""
    return key_of(text, _UNIT.join(f"{part.kind}:{part.start}:{part.end}" for part in parts))


def texts_of(report: Report) -> Iterator[tuple[int, int, str]]:
    """Yield the texts of a report, by key, start and words.

    A text is a stretch that a passage may run through: body text with nothing masked in it, a headline, a caption.
    """
    for start, end in _stretches(report):
        text = report.text[start:end]
        yield key_of(text), start, text


def day_of(stamp: str | None) -> int | None:
    """Return the ordinal of an ISO 8601 date; None for none, and for a year or a month alone."""
    try:
        return date.fromisoformat(stamp[:10]).toordinal() if stamp else None
    except ValueError:
        return None


def _row(report: Report) -> dict[str, Any]:
    row: dict[str, Any] = {name: _utf8(getattr(report, name)) for name in _PLAIN}
    return row | {
        "report": key_of(report.id),
        "read_key": read_key(report.text, report.parts),
        "credits": [_utf8(credit) for credit in report.credits],
        "parts": [{"kind": str(p.kind), "start": p.start, "end": p.end, "why": p.why} for p in report.parts],
        "notes": [_utf8(note) for note in report.notes],
        "day": day_of(report.date),
    }


def _utf8(text: str | None) -> str | None:
    """Return the text as UTF-8 can hold it: the odd byte of a file's name is shown by its escape."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
