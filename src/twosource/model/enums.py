"""The words of twosource that have a fixed set of values."""

from __future__ import annotations

from enum import StrEnum


class PartKind(StrEnum):
    """What a stretch of a report's stored text is. Only ``READ`` kinds are read for findings; the rest is masked."""

    HEADLINE = "headline"
    DATELINE = "dateline"  # a line of date, place or time of publication or update
    BYLINE = "byline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"  # "(AP)", "with reporting by …": says where text or picture came from
    FURNITURE = "furniture"  # of the page, not of the report


READ: frozenset[PartKind] = frozenset({PartKind.HEADLINE, PartKind.BODY, PartKind.CAPTION})
"""Kinds of part that say something about the event. A caption may carry claims, never the report's date."""


class SourceType(StrEnum):
    """What kind of thing a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    OUTLET = "outlet"
    AGENCY = "agency"
    ANONYMOUS = "anonymous"


class Act(StrEnum):
    """What the source does with the content."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"


class StatementKind(StrEnum):
    """How the words are given: between marks, retold, or retold with some words between marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """The source's attitude to the content."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ASKED = "asked"
    HINTED = "hinted"
    REFUSED = "refused"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    PROMISED = "promised"
    FEARED = "feared"


class PassageKind(StrEnum):
    """How alike the places of a passage are."""

    VERBATIM = "verbatim"
    NEAR = "near"
    REWORDED = "reworded"


class Decision(StrEnum):
    """What the evidence says about how a passage came to stand in several reports."""

    COPIED = "copied"
    COMMON_UPSTREAM = "common-upstream"
    QUOTATION = "quotation"
    UNDECIDED = "undecided"


class Relation(StrEnum):
    """How a mention relates to the plainest mention of its claim."""

    VERBATIM = "verbatim"
    NEAR = "near"
    REWORDED = "reworded"
    DETAIL_DIFFERS = "detail-differs"


class Strength(StrEnum):
    """How hard two mentions pull against one another."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Anchor(StrEnum):
    """Which date a time expression was resolved by."""

    REPORT = "report"  # the report's own date
    OTHER_REPORT = "other report"  # the date of another report of the same story, named in the reasons
    NONE = "none"  # the expression needs no anchor (an absolute date), or none was found (then value is None)


class FutureClass(StrEnum):
    """What kind of look ahead a stretch of text is."""

    PLAN = "plan"
    PREDICTION = "prediction"
    CONDITION = "condition"
    NEGATED_PLAN = "negated-plan"
    INVITATION = "invitation"
