"""A large invented case: ten reports of a thousand words, with findings about as dense as in a news story."""

from __future__ import annotations

from dataclasses import replace

from tests.support_case import CASE, because
from twosource.model import (
    Case,
    Claim,
    Mention,
    Origin,
    Part,
    PartKind,
    Relation,
    Report,
    Source,
    SourceType,
    Span,
    Story,
)  # fmt: skip

REPORTS = 10
SENTENCES = 50
"""Sentences of a report."""
TOLD = 2
"""Every second sentence of a report is a statement: 25 in a thousand words."""
SHARED = 10
"""The first sentences of the reports tell the same, three by three."""


def _sentence(report: int, index: int) -> str:
    """Return a sentence that stands in one report alone, but for figures."""
    number = 100 + report * SENTENCES + index
    return (
        f"Ferry {number} left the quay of Sarn at {number} o'clock with some {number} people and {number} crates of "
        "fruit aboard."
    )


def large() -> Case:
    """Return the case: 250 statements, 440 claims, of which 40 stand in three reports each."""
    reports, spans = [], []
    for number in range(REPORTS):
        sentences = [_sentence(number, index) for index in range(SENTENCES)]
        text = "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, SENTENCES, 2))
        parts, start = [], 0
        for line in text.split("\n\n"):
            parts.append(Part(PartKind.BODY, start, start + len(line), "a paragraph of the report"))
            start += len(line) + 2
        id = f"ferry-{number}.txt"
        outlet = f"Paper {number}"
        report = Report(id, f"in/{id}", str(number) * 64, text, f"Ferry {number}", outlet, parts=tuple(parts))
        reports.append(report)
        spans.append([report.span(at := text.index(it), at + len(it)) for it in sentences])
    names = tuple(report.id for report in reports)
    source = Source("s-1", "Torvian News Agency", SourceType.AGENCY, ("TNA", "the agency"), (spans[0][0],))
    statements, claims = [], []
    for number, own in enumerate(spans):
        for index in range(0, SENTENCES, TOLD):
            statements.append(
                replace(
                    CASE.statements[0], id=f"t-{number}-{index}", report=names[number], content=(own[index],), cue=None,
                    source=None, chain=("s-1",),
                )
            )  # fmt: skip
        for index in range(SHARED, SENTENCES):
            claims.append(_claim(f"c-{number}-{index}", (own[index],), names))
    for index in range(4 * SHARED):
        places = tuple(spans[(index + step) % REPORTS][index % SHARED] for step in range(3))
        claims.append(_claim(f"c-{index}", places, names))
    stories = (Story("y-1", names, REPORTS),)
    return Case(
        reports=tuple(reports), sources=(source,), statements=tuple(statements), claims=tuple(claims), stories=stories
    )


def _claim(id: str, places: tuple[Span, ...], names: tuple[str, ...]) -> Claim:
    mentions = tuple(Mention(it, None, Relation.NEAR, because("words", "0.80", 0.8)) for it in places)
    told = tuple(sorted({mention.span.report for mention in mentions}))
    silent = tuple(name for name in names if name not in told)
    origin = Origin("s-1", (told[0], "Torvian News Agency"), tuple(range(len(places))), because("source", "one source"))
    return Claim(id, mentions[0].span.text, mentions, told, silent, (origin,), 1, 1)
