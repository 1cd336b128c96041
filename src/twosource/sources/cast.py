"""The sources of one report while it is read from top to bottom: who is known so far, and who has spoken."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.model import SourceType, Span, Statement
from twosource.sources.identity import Identity, fits, heads_for
from twosource.sources.mention import Described
from twosource.sources.names import fold, is_full
from twosource.sources.people import People
from twosource.sources.reading import ReportReading

SURNAME = "surname"
"""Kind of a name that is a piece of the full name of a person of the report."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who has spoken: where the source stands, in which sentence and paragraph, and in what layer."""

    start: int
    paragraph: int
    sentence: tuple[int, int]
    identity: Identity
    outer: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """A mention to be resolved: as read, with the statement it is the source of (None for an addressee)."""

    described: Described
    statement: Statement | None
    parent: Statement | None

    @property
    def start(self) -> int:
        """Where the mention starts."""
        return self.described.span.start

    def is_said(self, start: int) -> bool:
        """Return whether an offset lies in what this very source says: nobody there can be the speaker."""
        return self.statement is not None and any(span.start <= start < span.end for span in self.statement.content)


@dataclass(slots=True)
class Cast:
    """The identities of one report, in the order in which they come in.

    ``outlets`` are the words of the names of the outlets that are read, ``written`` the names of all sources of the
    report, those still to come too.
    """

    reading: ReportReading
    people: People
    identities: list[Identity] = field(default_factory=list)
    bodies: list[Identity] = field(default_factory=list)
    joints: list[Identity] = field(default_factory=list)
    at: dict[tuple[int, int], Identity] = field(default_factory=dict)
    placed: list[tuple[int, int, Identity]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    by_head: dict[str, list[Identity]] = field(default_factory=dict)
    by_key: dict[tuple[SourceType, tuple[str, ...]], Identity] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    outlets: frozenset[tuple[str, ...]] = frozenset()
    written: tuple[str, ...] = ()

    def place(self, span: Span, identity: Identity) -> None:
        """Note which identity a mention means."""
        self.at[span.start, span.end] = identity
        insort(self.placed, (span.start, span.end, identity), key=lambda placed: placed[:2])

    def placed_between(self, start: int, end: int) -> list[tuple[int, int, Identity]]:
        """Return the mentions that start between two offsets, as start, end and identity."""
        low = bisect_left(self.placed, (start, 0), key=lambda placed: placed[:2])
        return self.placed[low : bisect_left(self.placed, (end, 0), key=lambda placed: placed[:2])]

    def is_known(self, identity: Identity, offset: int) -> bool:
        """Return whether an identity was named before an offset, as a source or not."""
        first = min(self.starts.get(id(identity), offset), self.people.first.get(id(identity), offset))
        return first < offset

    def persons_before(self, offset: int) -> list[Identity]:
        """Return the persons named in the text before an offset."""
        return [identity for identity in self.people.identities if self.is_known(identity, offset)]

    def kind_of(self, described: Described) -> str | None:
        """Return what the report takes a mention's name for; the surname of a person named in full is a person's."""
        kind = self.reading.kind_of(described.name)
        open_ = fold(described.name) not in self.reading.sure_places
        bare = open_ and not described.determiner and not is_full(described.name)
        full = bare and any(identity.full_names for identity in self.people.bearers(described.name))
        known = kind == "organisation" and any(described.name in i.names for i in self.people.sharing(described.name))
        return SURNAME if full or known else kind

    def keep(self, identity: Identity, start: int) -> Identity:
        """Add an identity to the cast at an offset, once, and let it be found by its descriptors."""
        if id(identity) not in self.starts:
            self.identities.append(identity)
            if identity.members:
                self.joints.append(identity)
        if identity.key:
            self.by_key.setdefault((identity.type, identity.key), identity)
        self.register(identity)
        self.starts[id(identity)] = min(start, self.starts.get(id(identity), start))
        return identity

    def register(self, identity: Identity) -> None:
        """Let an identity be found by its descriptors."""
        for head, _ in sorted(identity.heads, key=lambda described: (described[0], sorted(described[1]))):
            home = self.by_head.setdefault(head, [])
            if all(identity is not other for other in home[-1:]) and all(identity is not other for other in home):
                home.append(identity)

    def speak(self, statement: Statement, identity: Identity, plural: bool) -> None:
        """Note that an identity has spoken."""
        if statement.source is None:
            return
        start = statement.source.start
        paragraph = self.reading.paragraph_at(start)
        if paragraph is not None:
            sentence = self.reading.sentence_at(start)
            spoken = Spoken(start, paragraph, sentence, identity, statement.parent is None, plural)
            insort(self.spoken, spoken, key=lambda other: other.start)

    def spoken_before(self, offset: int, back: int) -> list[Spoken]:
        """Return who has spoken before an offset, in its paragraph and in so many before it, in text order."""
        here = self.reading.paragraph_at(offset)
        if here is None:
            return []
        start = self.reading.paragraphs[max(0, here - back)].start
        low = bisect_left(self.spoken, start, key=lambda spoken: spoken.start)
        return self.spoken[low : bisect_left(self.spoken, offset, key=lambda spoken: spoken.start)]

    def mentioned_in(self, paragraph: int, offset: int) -> set[int]:
        """Return the keys of the identities mentioned in a paragraph before an offset."""
        start = self.reading.paragraphs[paragraph].start
        here = {id(identity) for _, _, identity in self.placed_between(start, offset)}
        return here | {id(identity) for _, identity in self.people.between(start, offset)}

    def described_as(self, described: Described, *, anywhere: bool = False) -> list[Identity]:
        """Return the settled identities, named before the mention or anywhere, that a description can mean."""
        start = described.span.start
        found = [identity for head in heads_for(described.head) for identity in self.by_head.get(head, [])]
        candidates = list({id(identity): identity for identity in [*found, *self.bodies]}.values())
        return [
            identity
            for identity in candidates
            if identity.settled and (anywhere or self.is_known(identity, start)) and fits(described, identity)
        ]


def ordered_spans(statements: Sequence[Statement]) -> list[tuple[Span, Statement, bool]]:
    """Return the sources and addressees of a report in text order, each with its statement and whether it speaks."""
    places = [(s.source, s, True) for s in statements if s.source]
    places += [(s.addressee_span, s, False) for s in statements if s.addressee_span]
    return sorted(places, key=lambda place: (place[0].start, place[0].end, not place[2], place[1].id))


def is_bodily(identity: Identity) -> bool:
    """Return whether "it" can take up the identity."""
    return identity.type in {
        SourceType.ORGANISATION,
        SourceType.AGENCY,
        SourceType.OUTLET,
        SourceType.DOCUMENT,
    }
