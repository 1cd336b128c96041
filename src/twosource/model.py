"""The words of twosource as data: frozen, slotted dataclasses that travel between the stages.

Every finding ends in a :class:`Span`, a half-open range of code points in one report's stored text that carries the
text it points at. A span is made by :meth:`Report.span` and checked again when a :class:`Case` is built, so a finding
that points beside its words cannot exist.

Nothing here computes. The stages (``reading``, ``language``, ``statements`` …) are functions over these classes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple

from twosource.errors import SpanError
from twosource.options import Options

# --- words with a fixed set of values -----------------------------------------------------------------------------


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


# --- atoms --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a report's stored text, with the text that stands there.

    :raises SpanError: if the range is empty, negative, or not as long as its text.
    """

    report: str
    start: int
    end: int
    text: str = field(compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span {self.start}:{self.end} of report {self.report!r} is empty or negative")
        if len(self.text) != self.end - self.start:
            raise SpanError(f"span {self.start}:{self.end} of report {self.report!r} does not fit its text")

    def overlap(self, other: Span) -> int:
        """Return how many code points the two spans share (0 in different reports)."""
        if self.report != other.report:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence behind a decision: what was seen, in words, and how much it counted.

    Where a decision has a score, the weights of its reasons sum to that score.
    """

    signal: str
    detail: str
    weight: float = 0.0


def stable_id(prefix: str, *parts: object) -> str:
    """Return an id that depends on ``parts`` alone: the same input gives the same id in every run and every order."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


# --- reports ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report's stored text of one kind, and why it was taken for that."""

    kind: PartKind
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published piece by one outlet, as read.

    ``text`` is the stored text that every offset counts in; for a plain-text input it is the decoded file, unchanged.
    ``published`` and ``updated`` are ISO 8601 (a date, or a date and time) or None where the report does not say.
    ``notes`` says what the reader should know of the reading: the encoding and how it was decided, text that may be
    missing.

    :raises SpanError: if the parts are not in order, overlap, or leave the text.
    """

    id: str
    file: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for part in self.parts:
            if not last <= part.start < part.end <= len(self.text):
                raise SpanError(
                    f"part {part.kind} {part.start}:{part.end} of report {self.id!r} overlaps or leaves the text"
                )
            last = part.end

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]``.

        :raises SpanError: if the range is empty or leaves the text.
        """
        if end > len(self.text):
            raise SpanError(f"span {start}:{end} leaves report {self.id!r} of {len(self.text)} characters")
        return Span(self.id, start, end, self.text[start:end] if 0 <= start < end else "")

    @property
    def date(self) -> str | None:
        """The report's own date, ``YYYY-MM-DD``: of publication, else of its last update."""
        stamp = self.published or self.updated
        return stamp[:10] if stamp else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a part of one, that could not be read: a finding, never a silence."""

    file: str
    code: str
    reason: str


# --- what the language stage gives --------------------------------------------------------------------------------


class Token(NamedTuple):
    """One word or mark of a parsed paragraph. Offsets count from the paragraph's start; ``head`` is a token index.

    ``pos``, ``tag`` and ``dep`` use the Universal POS, Penn Treebank and CLEAR labels; a root is its own head.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Sentence(NamedTuple):
    """A sentence of a parsed paragraph: its characters, and its tokens ``first`` … ``last - 1``."""

    start: int
    end: int
    first: int
    last: int


class Name(NamedTuple):
    """A named thing in a parsed paragraph. ``kind``: ``person``, ``organisation``, ``place``, ``people`` (Kenyans)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of one distinct paragraph text. It is made once, however many reports carry the paragraph."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph where it stands: ``report.text[start:start + len(parse.text)] == parse.text``."""

    report: str
    start: int
    part: PartKind
    parse: Parse

    @property
    def end(self) -> int:
        """End of the paragraph in the report's stored text."""
        return self.start + len(self.parse.text)


# --- findings -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``value`` is ISO 8601 / EDTF, or None where it could not be resolved.

    ``role`` says what the expression is there for: ``published``, ``updated``, ``event``, ``saying``, ``caption``,
    ``furniture``, ``duration``.
    """

    span: Span
    value: str | None
    anchor: Anchor
    role: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A person, organisation, document or group that statements come from: one identity over all reports of a story.

    ``members`` are the ids of the sources that a joint source is made of ("Arvale and Torrin denied …").
    ``reasons`` say what joined the variants.
    """

    id: str
    name: str
    type: SourceType
    variants: tuple[str, ...]
    mentions: tuple[Span, ...]
    members: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a report attributes to someone.

    ``content`` has several spans where the frame interrupts it. ``chain`` holds source ids, the outermost first,
    without the report itself; the stage ``sources`` fills it. ``parent`` is the statement this one stands inside.
    ``confidence`` is the sum of the weights of ``reasons``, in 0…1.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    kind: StatementKind
    act: Act
    stance: Stance
    confidence: float
    reasons: tuple[Reason, ...]
    parent: str | None = None
    chain: tuple[str, ...] = ()
    addressee_span: Span | None = None
    addressee: str | None = None
    when: str | None = None
    quoted: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the first content span starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the last content span ends."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which report a passage came from: a report id, ``"upstream"``, or None where it is undecided."""

    origin: str | None
    decision: Decision
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that stands in two or more reports (or twice in one), one span a place."""

    id: str
    kind: PassageKind
    places: tuple[Span, ...]
    similarity: float
    lineage: Lineage


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a claim is told, the innermost statement around it, and how its words relate to the claim's."""

    span: Span
    statement: str | None
    relation: Relation
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim entered the reports: an outermost source (None: the reports' own voice) after joining.

    ``path`` reads from the report to the origin and on to the speaker, in words. ``mentions`` are indices into the
    claim's mentions. ``reasons`` say what joined or separated it.
    """

    source: str | None
    path: tuple[str, ...]
    mentions: tuple[int, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing told about the event, over all reports.

    ``independent_origins`` is the least number that the evidence supports; ``most_origins`` the number if every
    undecided join were a separation.
    """

    id: str
    text: str
    mentions: tuple[Mention, ...]
    reports: tuple[str, ...]
    silent: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    independent_origins: int = 0
    most_origins: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """The same utterance between marks in different words; each difference is (words there, words here)."""

    source: str | None
    places: tuple[Span, ...]
    differences: tuple[tuple[str, str], ...]
    grade: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Tension:
    """Two mentions that do not sit easily together, what a reader should see in it, and how hard they pull."""

    kind: str
    strength: Strength
    a: Span
    b: Span
    reading: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Future:
    """A look ahead: what is planned, foretold, conditional, called off or invited, and the time it is bound to."""

    span: Span
    klass: FutureClass
    value: str | None
    source: str | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event. ``independent_reports`` counts reports after joining those that share their text."""

    id: str
    reports: tuple[str, ...]
    independent_reports: int
    reasons: tuple[Reason, ...] = ()


# --- the case -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """The reports of a run and everything found in them. Reports are kept in the order of their ids.

    :raises SpanError: if any span of any finding does not point at the text that it carries.
    """

    reports: tuple[Report, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    options: Options = field(default_factory=Options)
    paragraphs: tuple[Paragraph, ...] = ()
    stories: tuple[Story, ...] = ()
    times: tuple[Time, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    variants: tuple[Variant, ...] = ()
    tensions: tuple[Tension, ...] = ()
    future: tuple[Future, ...] = ()
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        texts = {report.id: report.text for report in self.reports}
        for span in self.spans():
            text = texts.get(span.report)
            if text is None or text[span.start : span.end] != span.text:
                raise SpanError(f"span {span.start}:{span.end} does not point at its text in report {span.report!r}")

    def spans(self) -> Iterator[Span]:
        """Yield every span of every finding."""
        for name in FINDINGS:
            yield from _spans(getattr(self, name))

    def report(self, id: str) -> Report:
        """Return the report with this id.

        :raises KeyError: if the case has none.
        """
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    def with_(self, **changes: Any) -> Case:
        """Return a copy of the case with these fields changed."""
        return replace(self, **changes)


FINDINGS = ("times", "sources", "statements", "passages", "claims", "variants", "tensions", "future")
"""The fields of a case that hold findings with spans."""


def _spans(thing: object) -> Iterator[Span]:
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _spans(item)
    elif hasattr(thing, "__dataclass_fields__"):
        for entry in fields(thing):  # type: ignore[arg-type]  # checked to be a dataclass in the line above
            yield from _spans(getattr(thing, entry.name))


def joined(words: Iterable[str]) -> str:
    """Return the words as an English list: "a", "a and b", "a, b and c"."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
