"""Make cases with one claim, told by voices of the test's own, so that each rule is tested alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.claims.making import source
from tests.support import plain_report
from twosource.model import (
    Act,
    Case,
    Claim,
    Decision,
    Lineage,
    Mention,
    Passage,
    PassageKind,
    Reason,
    Relation,
    Source,
    SourceType,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
)
from twosource.origins import origins
from twosource.sources import SPEAKS_FOR

WORDS = (
    "Two boats sank off Ollvik before dawn",
    "In the early hours the sea took a pair of vessels near the town",
    "A couple of ships went down along that coast at night",
    "Before sunrise both trawlers had gone under",
)
"""One thing told in words that have little in common, so that no rule about wording joins them."""

Voiced = Sequence[Source] | None
"""The chain of a mention, outermost first; None in the report's own voice."""


def speaking_for(spokesman: Source, body: Source) -> Source:
    """Return the spokesman with the body that he speaks for."""
    return replace(spokesman, reasons=(Reason(SPEAKS_FOR, body.id),))


def told(
    *chains: Voiced,
    words: Sequence[str] = WORDS,
    reports: Sequence[str] | None = None,
    outlets: Sequence[str | None] = (),
    sources: Sequence[Source] = (),
    passage: PassageKind | None = None,
    decision: Decision = Decision.UNDECIDED,
    more: str = "",
    differs: Sequence[int] = (),
    credits: Mapping[int, Sequence[str]] | None = None,
    bylines: Mapping[int, str] | None = None,
    published: Mapping[int, str] | None = None,
    beside: Sequence[tuple[int, Source]] = (),
    whole: bool = False,
    others: Sequence[str] = (),
) -> Claim:
    """Return the claim, with its origins, of one mention a chain.

    :param reports: the report of each mention; one of its own each, if not given.
    :param passage: the kind of a passage that holds every mention.
    :param differs: mentions that tell another figure.
    :param more: text that stands in every report behind the mentions.
    :param credits: what the report of this number credits; so ``bylines`` and ``published``.
    :param whole: whether the passage is all of every report, not the mentions alone.
    :param others: texts of further reports of the story, which do not tell it.
    :param beside: statements of other things: the number of the report, and the source.
    """
    names = list(reports or (f"{chr(ord('a') + n)}.txt" for n in range(len(chains))))
    texts: dict[str, str] = {}
    starts = []
    for name, sentence in zip(names, words, strict=False):
        starts.append(len(texts.get(name, "")))
        texts[name] = texts.get(name, "") + sentence + ".\n"
    made = {
        name: replace(
            plain_report(
                text + more,
                id=name,
                outlet=outlets[n] if n < len(outlets) else None,
                published=(published or {}).get(n),
            ),
            credits=tuple((credits or {}).get(n, ())),
            byline=(bylines or {}).get(n),
        )
        for n, (name, text) in enumerate(texts.items())
    }
    further = [plain_report(text, id=f"other-{n}.txt") for n, text in enumerate(others)]
    mentions, statements = [], []
    for number, (name, start, chain) in enumerate(zip(names, starts, chains, strict=True)):
        span = made[name].span(start, start + len(words[number]))
        id = f"statement-{number}" if chain else None
        if chain and id:
            statements.append(_said(id, span, tuple(source.id for source in chain)))
        figure = (Reason("figure differs", "40 / 60"),) if number in differs else ()
        relation = Relation.DETAIL_DIFFERS if figure else Relation.REWORDED
        mentions.append(Mention(span, id, relation, figure))
    for number, (place, speaker) in enumerate(beside):
        name = tuple(texts)[place]
        statements.append(_said(f"beside-{number}", made[name].span(0, 1), (speaker.id,)))
    there = tuple(sorted(set(names)))
    known = {source.id: source for chain in chains if chain for source in chain} | {
        s.id: s for s in [*sources, *(s for _, s in beside)]
    }
    passages: tuple[Passage, ...] = ()
    if passage is not None:
        lineage = Lineage(None, decision)
        spans = [report.span(0, len(report.text)) for report in made.values()] if whole else [m.span for m in mentions]
        passages = (Passage("passage-1", passage, tuple(spans), 0.9, lineage),)
    every = sorted([*made.values(), *further], key=lambda report: report.id)
    case = Case(
        reports=tuple(every),
        stories=(Story("story-1", tuple(report.id for report in every), len(every)),),
        sources=tuple(known.values()),
        statements=tuple(statements),
        passages=passages,
        claims=(Claim("claim-1", words[0], tuple(mentions), there, ()),),
    )
    (claim,) = origins(case).claims
    return claim


def _said(id: str, span: Span, chain: tuple[str, ...]) -> Statement:
    kind = StatementKind.INDIRECT
    return Statement(id, span.report, (span,), None, None, kind, Act.SPEECH, Stance.ASSERTED, 1.0, (), None, chain)


def numbers(claim: Claim) -> tuple[int, int]:
    """Return the least and the most independent origins."""
    return claim.independent_origins, claim.most_origins


def signals(claim: Claim) -> set[str]:
    """Return the signals of all reasons of the claim's origins."""
    return {reason.signal for origin in claim.origins for reason in origin.reasons}


AGENCY = source("Torvian Press Agency", SourceType.AGENCY)
VOSS = source("Maren Voss")
RUSK = source("Pavel Rusk")
