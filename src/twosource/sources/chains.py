"""The chain of each statement: the sources from the outermost inwards, one layer a parent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.model import PartKind, Reason, Statement, StatementKind
from twosource.sources.cutting import Word
from twosource.sources.reading import ReportReading

_SHARE = 0.6
"""Least share of a headline quotation's content words that a body statement must hold; a headline shortens freely."""
_LEAST = 2
"""Least number of content words in common: one word is no utterance."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})


def with_chains(
    statements: Iterable[Statement],
    own: Mapping[str, str],
    addressees: Mapping[str, str],
) -> list[Statement]:
    """Return the statements with their chains: the parent's, then their own source, a source once in a row.

    :param own: source id of each statement that has one, by statement id.
    :param addressees: source id of each addressee, by statement id.
    """
    statements = list(statements)
    by_id = {statement.id: statement for statement in statements}
    chains: dict[str, tuple[str, ...]] = {}

    def chain(statement: Statement, below: frozenset[str]) -> tuple[str, ...]:
        if statement.id not in chains:
            parent = by_id.get(statement.parent or "")
            outer = chain(parent, below | {statement.id}) if parent and parent.id not in below else ()
            source = own.get(statement.id)
            chains[statement.id] = (*outer, source) if source and outer[-1:] != (source,) else outer
        return chains[statement.id]

    return [
        replace(statement, chain=chain(statement, frozenset({statement.id})), addressee=addressees.get(statement.id))
        for statement in statements
    ]


def from_body(reading: ReportReading, statements: Sequence[Statement]) -> list[Statement]:
    """Give a quotation without a source (a headline's) the chain of the utterance that the body attributes.

    The body's words must hold most of its content words and stand between marks too, or hold them all; every utterance
    that does must have the same chain.
    """
    return [_from_body(reading, statement, statements) for statement in statements]


def _from_body(reading: ReportReading, statement: Statement, statements: Sequence[Statement]) -> Statement:
    if statement.source or statement.chain or statement.parent or statement.kind is StatementKind.INDIRECT:
        return statement
    index = reading.paragraph_at(statement.start)
    if index is None or reading.paragraphs[index].part is PartKind.CAPTION:
        return statement
    wanted = _content_words(reading, statement)
    if len(wanted) < _LEAST:
        return statement
    fitting = []
    for other in statements:
        if other is statement or not other.chain or other.parent:
            continue
        share = len(wanted & _content_words(reading, other)) / len(wanted)
        marked = other.kind is not StatementKind.INDIRECT
        if share == 1 or (marked and share >= _SHARE and len(wanted) * share >= _LEAST):
            fitting.append(other)
    if not fitting or len({other.chain for other in fitting}) != 1:
        return statement
    if not _names(reading, statement) <= {name for other in fitting for name in _names(reading, other)}:
        return statement
    told = next(reading.report.text[span.start : span.end] for other in fitting for span in other.content)
    reason = Reason("said in the body", f"the report attributes “{told}”")
    return replace(statement, chain=fitting[0].chain, reasons=(*statement.reasons, reason))


def _content_words(reading: ReportReading, statement: Statement) -> frozenset[str]:
    return _taken(reading, statement, lambda word: word.pos in _CONTENT)


def _names(reading: ReportReading, statement: Statement) -> frozenset[str]:
    starts = {span.start for span in statement.content}
    named = _taken(reading, statement, lambda word: word.pos == "PROPN")
    return named | _taken(reading, statement, lambda word: word.capital and word.start not in starts)


def _taken(reading: ReportReading, statement: Statement, wanted: Callable[[Word], bool]) -> frozenset[str]:
    return frozenset(
        word.lemma.casefold()
        for span in statement.content
        for word in reading.words(span.start, span.end)
        if wanted(word)
    )
