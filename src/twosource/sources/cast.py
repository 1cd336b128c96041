"""The sources of one report while it is read from top to bottom: who is known so far, and who has spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.model import SourceType, Span, Statement
from twosource.sources.described import Described
from twosource.sources.identity import Identity, fits
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
    """The identities of one report, in the order in which they come in."""

    reading: ReportReading
    people: People
    identities: list[Identity] = field(default_factory=list)
    bodies: list[Identity] = field(default_factory=list)
    at: dict[tuple[int, int], Identity] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    outlets: frozenset[tuple[str, ...]] = frozenset()

    def known(self, offset: int, *, anywhere: bool = False) -> Iterator[Identity]:
        """Yield the identities that were named before an offset (or anywhere), sources and others, each once."""
        seen: set[int] = set()
        first = {id(identity): use.start for use, identity in reversed(self.people.uses)}
        for identity in [*self.identities, *self.people.identities]:  # in text order, then by name
            start = min(self.starts.get(id(identity), offset), first.get(id(identity), offset))
            if id(identity) not in seen and (anywhere or start < offset):
                seen.add(id(identity))
                yield identity

    def kind_of(self, described: Described) -> str | None:
        """Return what the report takes a mention's name for; the surname of a person named in full is a person's."""
        kind = self.reading.kind_of(described.name)
        open_ = fold(described.name) not in self.reading.sure_places
        bare = open_ and not described.determiner and not is_full(described.name)
        full = bare and any(identity.full_names for identity in self.people.bearers(described.name))
        return SURNAME if full else kind

    def keep(self, identity: Identity, start: int) -> Identity:
        """Add an identity to the cast at an offset, once."""
        if all(identity is not other for other in self.identities):
            self.identities.append(identity)
        self.starts[id(identity)] = min(start, self.starts.get(id(identity), start))
        return identity

    def speak(self, statement: Statement, identity: Identity, plural: bool) -> None:
        """Note that an identity has spoken."""
        if statement.source is None:
            return
        start = statement.source.start
        paragraph = self.reading.paragraph_at(start)
        if paragraph is not None:
            sentence = self.reading.sentence_at(start)
            self.spoken.append(Spoken(start, paragraph, sentence, identity, statement.parent is None, plural))

    def mentioned_in(self, paragraph: int, offset: int) -> set[int]:
        """Return the keys of the identities mentioned in a paragraph before an offset."""
        here = {
            id(identity)
            for (start, _), identity in self.at.items()
            if start < offset and self.reading.paragraph_at(start) == paragraph
        }
        return here | {
            id(identity) for use, identity in self.people.uses if use.paragraph == paragraph and use.start < offset
        }

    def described_as(self, described: Described, *, anywhere: bool = False) -> list[Identity]:
        """Return the settled identities, named before the mention, that a description can mean."""
        return [
            identity
            for identity in self.known(described.span.start, anywhere=anywhere)
            if identity.settled and fits(described, identity)
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
