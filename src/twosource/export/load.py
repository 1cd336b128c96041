"""The way back: the JSON record of a case as the case itself, every span checked against its report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from twosource.errors import CaseError, SpanError
from twosource.export.verify import verify
from twosource.model import (
    Act,
    Anchor,
    Case,
    Claim,
    Copy,
    Decision,
    Future,
    FutureClass,
    Join,
    Lineage,
    Mention,
    Origin,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Reason,
    Relation,
    Report,
    Silence,
    Skipped,
    Source,
    SourceType,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Strength,
    Tension,
    Time,
    Variant,
)
from twosource.options import Limits, Options

_ADVICE = "run twosource check on it, or make the case again from its reports"

Row = dict[str, Any]


def case_of(record: Row, where: str = "") -> Case:
    """Return the case of a record of the form ``twosource.case/1``; the paragraphs' grammar is not in a record.

    ``record(case_of(made)) == made`` for every record that :func:`twosource.export.record` has made.

    :param where: the file, for the error.
    :raises CaseError: if the record does not fit its own words, hashes and promises.
    """
    mismatches = verify(record)
    if mismatches:
        more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
        raise CaseError(f"the case does not hold what it promises: {mismatches[0]}{more}", where, _ADVICE)
    try:
        return _Reader(record["reports"]).case(record)
    except (KeyError, TypeError, ValueError, AttributeError, SpanError) as error:
        raise CaseError(f"the case is damaged: {type(error).__name__}: {error}", where, _ADVICE) from error


class _Reader:
    """Reads each kind of finding; spans take their text from the reports."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.reports = {row["id"]: _report(row) for row in rows}

    def case(self, record: Row) -> Case:
        """Return the whole case."""
        return Case(
            reports=tuple(self.reports.values()),
            skipped=tuple(Skipped(it["file"], it["code"], it["reason"]) for it in record["skipped"]),
            options=_options(record["tool"]["options"]),
            stories=tuple(
                Story(it["id"], tuple(it["reports"]), it["independent_reports"], _reasons(it))
                for it in record.get("stories", ())
            ),
            times=tuple(
                Time(self.span(it), it["value"], Anchor(it["anchor"]), it["role"], _reasons(it))
                for it in record["times"]
            ),
            sources=tuple(map(self.source, record["sources"])),
            statements=tuple(map(self.statement, record["statements"])),
            passages=tuple(map(self.passage, record["passages"])),
            copies=tuple(map(_copy, record.get("copies", ()))),
            claims=tuple(map(self.claim, record["claims"])),
            variants=tuple(map(self.variant, record["variants"])),
            tensions=tuple(
                Tension(it["kind"], Strength(it["strength"]), self.span(it["a"]), self.span(it["b"]), it["reading"],
                        _reasons(it))
                for it in record["tensions"]
            ),
            silences=tuple(map(self.silence, record.get("silences", ()))),
            future=tuple(
                Future(self.span(it), FutureClass(it["class"]), it["value"], it["source"], _reasons(it))
                for it in record["future"]
            ),
            notices=tuple(record.get("notices", ())),
        )  # fmt: skip

    def span(self, row: Row, report: str | None = None) -> Span:
        """Return a span, of a report that is named here or elsewhere."""
        return self.reports[report or row["report"]].span(row["start"], row["end"])

    def spans(self, rows: Iterable[Row], report: str | None = None) -> tuple[Span, ...]:
        """Return several spans."""
        return tuple(self.span(row, report) for row in rows)

    def source(self, row: Row) -> Source:
        """Return a source."""
        return Source(
            row["id"], row["name"], SourceType(row["type"]), tuple(row["variants"]), self.spans(row["mentions"]),
            tuple(row.get("members", ())), _reasons(row),
        )  # fmt: skip

    def statement(self, row: Row) -> Statement:
        """Return a statement."""
        report = row["report"]
        beside = {
            name: self.span(row[name], report) if row.get(name) else None
            for name in ("cue", "source", "addressee_span")
        }
        return Statement(
            row["id"], report, self.spans(row["content"], report), beside["cue"], beside["source"],
            StatementKind(row["kind"]), Act(row["act"]), Stance(row["stance"]), float(row["confidence"]),
            _reasons(row), parent=row["parent"], chain=tuple(row["chain"]), addressee_span=beside["addressee_span"],
            addressee=row["addressee"], when=row["when"], quoted=self.spans(row.get("quoted", ()), report),
        )  # fmt: skip

    def passage(self, row: Row) -> Passage:
        """Return a passage with its lineage."""
        lineage = row["lineage"]
        way = Lineage(lineage["from"], Decision(lineage["decision"]), _reasons(lineage))
        return Passage(row["id"], PassageKind(row["kind"]), self.spans(row["places"]), float(row["similarity"]), way)

    def claim(self, row: Row) -> Claim:
        """Return a claim with its mentions and origins."""
        mentions = tuple(
            Mention(self.span(it), it["statement"], Relation(it["relation"]), _reasons(it)) for it in row["mentions"]
        )
        origins = tuple(
            Origin(it["source"], tuple(it["path"]), tuple(it["mentions"]), _reasons(it), _joins(it))
            for it in row["origins"]
        )
        return Claim(
            row["id"], row["text"], mentions, tuple(row["reports"]), tuple(row["silent"]), origins,
            row["independent_origins"], row.get("most_origins", len(origins)), _reasons(row),
        )  # fmt: skip

    def silence(self, row: Row) -> Silence:
        """Return a silence with the sentence that comes nearest."""
        nearest = self.span(row["nearest"]) if row["nearest"] else None
        return Silence(row["report"], row["claim"], nearest, float(row["likeness"]), row["sure"])

    def variant(self, row: Row) -> Variant:
        """Return a variant with its differences."""
        differences = tuple((there, here) for there, here in row["differences"])
        return Variant(row["source"], self.spans(row["places"]), differences, row.get("grade", ""), _reasons(row))


def _report(row: Row) -> Report:
    parts = tuple(Part(PartKind(it["kind"]), it["start"], it["end"], it["why"]) for it in row["parts"])
    names = ("title", "outlet", "byline", "url", "published", "updated", "language")
    plain: Row = {name: row.get(name) for name in names}
    return Report(
        row["id"], row["file"], row["sha256"], row["text"], **plain, credits=tuple(row.get("credits", ())), parts=parts,
        notes=tuple(row.get("notes", ())),
    )  # fmt: skip


def _copy(row: Row) -> Copy:
    return Copy(
        row["id"], row["a"], row["b"], row["from"], Decision(row["decision"]), row["upstream"], tuple(row["passages"]),
        _reasons(row),
    )  # fmt: skip


def _options(row: Row) -> Options:
    return Options(**{**row, "limits": Limits(**row["limits"])})


def _joins(row: Row) -> tuple[Join, ...]:
    return tuple(Join(it["a"], it["b"], _reason(it["reason"]), it["sure"]) for it in row.get("joins", ()))


def _reasons(row: Row) -> tuple[Reason, ...]:
    return tuple(map(_reason, row.get("reasons", ())))


def _reason(row: Row) -> Reason:
    return Reason(row["signal"], row["detail"], float(row["weight"]))
