"""What the stages find: one frozen dataclass a word of the specification."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.atoms import Reason, Span
from twosource.model.enums import (
    Act,
    Anchor,
    Decision,
    FutureClass,
    PassageKind,
    Relation,
    SourceType,
    Stance,
    StatementKind,
    Strength,
)

UPDATE = "update"
"""The kind of tension that is none: what may bring an earlier telling up to date. It is weak, and listed apart."""


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
class Copy:
    """Who is upstream of two reports that share text, ``a`` before ``b`` in the order of their ids.

    ``origin`` is the report that the other has it from, ``"upstream"`` (a text that is neither), or None where it is
    undecided or both quote a speaker; a report quoted by name is the origin of a quotation. ``upstream`` is the agency,
    outlet or writer behind both, where one is named. ``passages`` are the ids of what they share. The weights of
    ``reasons`` sum to what the decision rests on.
    """

    id: str
    a: str
    b: str
    origin: str | None
    decision: Decision
    upstream: str | None
    passages: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a claim is told, the innermost statement around it, and how its words relate to the claim's."""

    span: Span
    statement: str | None
    relation: Relation
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """What makes two mentions of a claim, by their indices, come from one origin; not ``sure``: what may do so."""

    a: int
    b: int
    reason: Reason
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim entered the reports: an outermost source (None: the reports' own voice) after joining.

    ``path`` reads from the report to the origin and on to the speaker, in words. ``mentions`` are indices into the
    claim's mentions. ``reasons`` say what joined or separated it. ``joins`` hold the sure joins that tie its mentions
    together, and open ones with the mentions of other origins: ``a`` is always a mention of this origin.
    """

    source: str | None
    path: tuple[str, ...]
    mentions: tuple[int, ...]
    reasons: tuple[Reason, ...] = ()
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing told about the event, over all reports.

    ``reports`` tell it; ``silent`` are those of its story that neither tell it nor speak against it in a tension.

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
class Silence:
    """A claim of others that a report leaves out.

    ``claim`` is the claim's id. ``nearest`` is the sentence of the report that comes nearest to it (None: the report
    tells nothing), ``likeness`` the cosine of the two, in -1…1. ``sure`` is False where that sentence may tell the
    claim after all, in words that no rule joined.
    """

    report: str
    claim: str
    nearest: Span | None
    likeness: float
    sure: bool


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
