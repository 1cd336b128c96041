"""Invented reports with their statements given by hand, so that the sources are tested apart from the statements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from twosource.language import language
from twosource.model import (
    Act,
    Case,
    Part,
    PartKind,
    Report,
    Source,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
)
from twosource.sources import sources


@dataclass(frozen=True)
class Say:
    """A statement as a test gives it: its content is found after ``after``, all else as near to it as it stands.

    ``nth`` says which of the places where its source's words stand is meant, from 0, where the nearest is not.
    """

    content: str
    source: str | None
    cue: str | None = None
    parent: int | None = None
    to: str | None = None
    after: str = ""
    quoted: bool = False
    nth: int | None = None


def case_of(reports: Mapping[str, tuple[str, list[Say]]], *, one_story: bool = True) -> Case:
    """Return a parsed case with these statements; the first line of a text with a blank line after it is a headline."""
    built, statements = [], []
    for id_, (text, says) in reports.items():
        report = Report(id_, f"{id_}.txt", "0" * 64, text, parts=_parts(text))
        built.append(report)
        statements += _statements(report, says)
    built.sort(key=lambda report: report.id)
    ids = tuple(report.id for report in built)
    stories = (Story("story-1", ids, len(ids)),) if one_story else tuple(Story(f"story-{i}", (i,), 1) for i in ids)
    return language(Case(reports=tuple(built))).with_(statements=tuple(statements), stories=stories)


def told(text: str, says: list[Say]) -> list[list[str]]:
    """Return the chains, by name, of the statements of one report."""
    return chains(sources(case_of({"a": (text, says)})))


def chains(case: Case) -> list[list[str]]:
    """Return the chains of a case by the names of their sources, in the order of the statements."""
    names = {source.id: source.name for source in case.sources}
    return [[names[id_] for id_ in statement.chain] for statement in case.statements]


def named(case: Case, name: str) -> Source:
    """Return the only source of this name."""
    found = [source for source in case.sources if source.name == name]
    assert len(found) == 1, [source.name for source in case.sources]
    return found[0]


def _parts(text: str) -> tuple[Part, ...]:
    """Return a part a paragraph; the first is a headline where it does not end like a sentence."""
    parts: list[Part] = []
    for found in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        headline = not parts and found.end() < len(text) and not found.group().endswith((".", "”", '"'))
        parts.append(Part(PartKind.HEADLINE if headline else PartKind.BODY, start, found.end(), "test"))
    return tuple(parts)


def _statements(report: Report, says: list[Say]) -> list[Statement]:
    result = []
    for number, say in enumerate(says):
        base = report.text.index(say.after) if say.after else 0
        content = _span(report, say.content, base)
        kind = StatementKind.DIRECT if say.quoted else StatementKind.INDIRECT
        result.append(
            Statement(
                f"{report.id}-{number}",
                report.id,
                (content,),
                _near(report, say.cue, content) if say.cue else None,
                _near(report, say.source, content, say.nth) if say.source else None,
                kind,
                Act.SPEECH,
                Stance.ASSERTED,
                1.0,
                (),
                parent=None if say.parent is None else f"{report.id}-{say.parent}",
                addressee_span=_near(report, say.to, content) if say.to else None,
                quoted=(content,) if say.quoted else (),
            )
        )
    return result


def _near(report: Report, words: str, content: Span, nth: int | None = None) -> Span:
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", report.text)]
    near = min(found, key=lambda start: min(abs(start - content.start), abs(start - content.end)))
    start = near if nth is None else found[nth]
    return report.span(start, start + len(words))


def _span(report: Report, words: str, base: int) -> Span:
    start = report.text.index(words, base)
    return report.span(start, start + len(words))
