"""What the tests of graphs share: cases whose claims rest on origins in every way, and labels that try to break out."""

from __future__ import annotations

from dataclasses import replace

from tests.support_case import CASE, because
from twosource.model import (
    Act,
    Case,
    Claim,
    Join,
    Mention,
    Origin,
    Reason,
    Relation,
    Report,
    Source,
    SourceType,
    Stance,
    Statement,
    StatementKind,
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"] --> x["',
    'end\n  click n0 href "javascript:alert(1)"',
    "%%{init: {'theme':'x'}}%%",
    "]]></svg><svg onload=alert(1)>",
    "&lt;b&gt; &#35; #quot; #35;",
    "`**bold**` {{x}} ((y)) |z| ;",
    "1. a list",
    "- a list",
    "\u202etxt.exe\u2066 \x00\x1b \ud800 \ufffe",
    "",
)


def many(reports: int, origins: int) -> Case:
    """Return a case of one claim that many reports tell, each through one of so many agencies, all of them open."""
    texts = tuple(
        Report(f"r{number:03}.txt", f"r{number:03}.txt", "0" * 64, f"Report {number} says that the quay is shut.")
        for number in range(reports)
    )
    sources = tuple(
        Source(f"s-{number}", f"Agency {number}", SourceType.AGENCY, (f"Agency {number}",), ())
        for number in range(origins)
    )
    statements = tuple(
        Statement(f"t-{number}", it.id, (it.span(0, len(it.text)),), None, None, StatementKind.INDIRECT, Act.SPEECH,
                  Stance.ASSERTED, 1.0, because("construct", "said"), chain=(f"s-{number % origins}",))
        for number, it in enumerate(texts)
    )  # fmt: skip
    mentions = tuple(Mention(it.content[0], it.id, Relation.NEAR) for it in statements)
    open_ = Reason("open: not named", "“an agency” and “an agency” may be the same people")
    listed = tuple(
        Origin(
            it.id,
            (it.name,),
            tuple(range(number, reports, origins)),
            (open_,) if origins > 1 else (),
            tuple(Join(number, other, open_, sure=False) for other in range(origins) if other != number),
        )
        for number, it in enumerate(sources)
    )
    names = tuple(it.id for it in texts)
    claim = Claim("c-1", texts[0].text, mentions, names, (), listed, 1, origins)
    return Case(reports=texts, sources=sources, statements=statements, claims=(claim,))


def hostile(payload: str) -> Case:
    """Return a case in which every name holds the payload."""
    sources = tuple(replace(it, name=f"{it.name}{payload}") for it in CASE.sources)
    reports = tuple(replace(it, outlet=f"{it.outlet}{payload}") for it in CASE.reports)
    claims = tuple(
        replace(
            it,
            text=f"{it.text}{payload}",
            origins=tuple(
                replace(
                    one,
                    reasons=tuple(replace(why, detail=f"{why.detail}{payload}") for why in one.reasons),
                    joins=tuple(replace(it, reason=Reason("x", f"{it.reason.detail}{payload}")) for it in one.joins),
                )
                for one in it.origins
            ),
        )
        for it in CASE.claims
    )
    return CASE.with_(reports=reports, sources=sources, claims=claims)
