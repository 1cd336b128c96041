"""Make cases with statements and sources of the test's own, so that claims and origins are tested without the rules."""

from __future__ import annotations

from tests.support import plain_case, run
from twosource.claims import claims
from twosource.language import language
from twosource.model import (
    Act,
    Case,
    Claim,
    Report,
    Source,
    SourceType,
    Stance,
    Statement,
    StatementKind,
    Story,
    stable_id,
)


def story(*texts: str, headline: bool = False) -> Case:
    """Return a parsed case whose reports are one story."""
    return as_story(plain_case(*texts, headline=headline))


def as_story(case: Case) -> Case:
    """Return the case parsed, its reports one story."""
    ids = tuple(report.id for report in case.reports)
    return run(case.with_(stories=(Story("story-1", ids, len(ids)),)), language)


def source(name: str, type: SourceType = SourceType.PERSON, *, members: tuple[str, ...] = ()) -> Source:
    """Return a source of one name."""
    return Source(stable_id("source", name), name, type, (name,), (), members)


def said(
    report: Report,
    content: str,
    frame: str = "",
    *chain: Source,
    stance: Stance = Stance.ASSERTED,
    parent: str | None = None,
) -> Statement:
    """Return the statement of ``content`` in a report; ``frame`` is its cue, ``chain`` starts at the outermost."""
    start = report.text.index(content)
    span = report.span(start, start + len(content))
    at = report.text.index(frame) if frame else -1
    cue = report.span(at, at + len(frame)) if frame else None
    return Statement(
        stable_id("statement", report.id, start, content, *(s.id for s in chain)),
        report.id,
        (span,),
        cue,
        None,
        StatementKind.INDIRECT,
        Act.SPEECH,
        stance,
        1.0,
        (),
        parent,
        tuple(s.id for s in chain),
    )


def with_statements(case: Case, *statements: Statement, sources: tuple[Source, ...] = ()) -> Case:
    """Return the case with these statements and sources."""
    return case.with_(statements=statements, sources=sources)


def claim_of(case: Case, words: str) -> Claim:
    """Return the claim with a mention that holds ``words``."""
    found = [claim for claim in case.claims if any(words in mention.span.text for mention in claim.mentions)]
    assert found, f"no claim tells {words!r}: {[c.text for c in case.claims]}"
    return found[0]


def together(case: Case, a: str, b: str) -> bool:
    """Return whether two stretches stand in one claim."""
    return claim_of(case, a).id == claim_of(case, b).id


def made(*texts: str, headline: bool = False) -> Case:
    """Return a story of plain texts with its claims."""
    return claims(story(*texts, headline=headline))
