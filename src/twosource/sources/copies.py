"""Reports of one text: what is found in the first of them holds for each, word for word, and is worked out once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model import Paragraph, Report, Span, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A report as this stage sees it: paragraphs in text order, statements in the order of their places."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    statements: tuple[Statement, ...]


def told(report: Report, paragraphs: Iterable[Paragraph], statements: Iterable[Statement]) -> Told:
    """Return a report with its paragraphs and statements in an order that does not depend on their ids."""
    return Told(
        report,
        tuple(sorted(paragraphs, key=lambda paragraph: paragraph.start)),
        tuple(sorted(statements, key=lambda statement: (_places(statement), statement.id))),
    )


def by_value(reports: Sequence[Told]) -> list[list[Told]]:
    """Return the reports in groups of one text, the same paragraphs and the same statements, in their order."""
    groups: dict[Hashable, list[Told]] = {}
    for one in reports:
        groups.setdefault(_value(one), []).append(one)
    return list(groups.values())


def like(model: Sequence[Statement], chained: Mapping[str, Statement], copy: Told) -> list[Statement]:
    """Return a copy's statements with the chains and addressees of the same statements of the report it equals.

    :param model: the statements of that report, in order, before they had their chains.
    :param chained: those statements with their chains, by id.
    """
    result = []
    for before, own in zip(model, copy.statements, strict=True):
        after = chained[before.id]
        added = after.reasons[len(before.reasons) :]
        result.append(replace(own, chain=after.chain, addressee=after.addressee, reasons=(*own.reasons, *added)))
    return result


def _value(one: Told) -> Hashable:
    index = {statement.id: number for number, statement in enumerate(one.statements)}
    return (
        one.report.text,
        tuple((paragraph.start, paragraph.part, paragraph.parse.text) for paragraph in one.paragraphs),
        tuple((_places(s), s.kind, s.act, s.stance, index.get(s.parent or "")) for s in one.statements),
    )


def _places(statement: Statement) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return every place of a statement: content, source, cue, addressee, and what stands between marks."""
    single = (statement.source, statement.cue, statement.addressee_span)
    return (
        _of(statement.content),
        *(_of((span,)) if span else () for span in single),
        _of(statement.quoted),
    )


def _of(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
