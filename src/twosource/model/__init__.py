"""The words of twosource as data: frozen, slotted dataclasses that travel between the stages.

Every finding ends in a :class:`Span`, a half-open range of code points in one report's stored text that carries the
text it points at. A span is made by :meth:`Report.span` and checked again when a :class:`Case` is built, so a finding
that points beside its words cannot exist.

Nothing here computes. The stages (``reading``, ``language``, ``statements`` …) are functions over these classes.
"""

from __future__ import annotations

from twosource.model.atoms import Reason, Span, joined, stable_id
from twosource.model.case import FINDINGS, Case
from twosource.model.enums import (
    READ,
    Act,
    Anchor,
    Decision,
    FutureClass,
    PartKind,
    PassageKind,
    Relation,
    SourceType,
    Stance,
    StatementKind,
    Strength,
)
from twosource.model.findings import (
    UPDATE,
    Claim,
    Copy,
    Future,
    Join,
    Lineage,
    Mention,
    Origin,
    Passage,
    Silence,
    Source,
    Statement,
    Story,
    Tension,
    Time,
    Variant,
)
from twosource.model.parse import Name, Paragraph, Parse, Sentence, Token
from twosource.model.report import Part, Report, Skipped

__all__ = [
    "FINDINGS",
    "READ",
    "UPDATE",
    "Act",
    "Anchor",
    "Case",
    "Claim",
    "Copy",
    "Decision",
    "Future",
    "FutureClass",
    "Join",
    "Lineage",
    "Mention",
    "Name",
    "Origin",
    "Paragraph",
    "Parse",
    "Part",
    "PartKind",
    "Passage",
    "PassageKind",
    "Reason",
    "Relation",
    "Report",
    "Sentence",
    "Silence",
    "Skipped",
    "Source",
    "SourceType",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Story",
    "Strength",
    "Tension",
    "Time",
    "Token",
    "Variant",
    "joined",
    "stable_id",
]
