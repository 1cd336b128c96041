"""An identity while it is being put together: the mentions of one source in one report, and what is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.model import Reason, SourceType, Span
from twosource.sources import vocabulary as lists
from twosource.sources.mention import Described
from twosource.sources.names import is_full, is_initialism, same_place, words_of
from twosource.sources.wider_words import KINDS_OF_BODY, KINDS_OF_ROLE

SPEAKS_FOR = "speaks for"
"""Signal of the reason whose detail is the id of the body that a source speaks for."""
UNRESOLVED = "unresolved"
"""Signal of the reason of a source that could not be traced to a name: it never joins over reports."""


@dataclass(slots=True, eq=False)
class Identity:
    """One source of one report while it is being put together; two identities are equal only where they are one.

    ``heads`` are the nouns it is described by, each with the words beside it. ``settled`` is False where the report
    does not show who is meant. ``key`` tells identities without a name apart; ``proper`` says that a descriptor holds
    a name ("Torvian officials"); ``local`` that the source is known within its report alone;
    ``guess`` that its type rests on the parser's word for its name. ``pronoun`` is the word of an unresolved pronoun,
    ``near`` the folded words of the places beside its mentions, for state media of no country; ``anchor`` tells where
    it stands in which paragraph, the same in every copy of the paragraph.
    """

    report: str
    type: SourceType
    names: Counter[str] = field(default_factory=Counter)
    glosses: set[str] = field(default_factory=set)
    heads: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    variants: set[str] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)
    reasons: dict[tuple[str, str], Reason] = field(default_factory=dict)
    gender: str = ""
    members: tuple[Identity, ...] = ()
    speaks_for: Identity | None = None
    settled: bool = True
    proper: bool = False
    local: bool = False
    owner: str = ""
    guess: bool = False
    age: int = 0
    pronoun: str = ""
    near: frozenset[str] = frozenset()
    anchor: tuple[str, int, int] | None = None
    key: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether a proper name of it is known."""
        return bool(self.names)

    @property
    def guessed(self) -> bool:
        """Whether nothing but the parser says what it is: no title, no descriptor, no "he" or "she"."""
        return self.guess and not self.heads and not self.gender

    @property
    def full_names(self) -> list[str]:
        """Its names of two words or more."""
        return [name for name in self.names if is_full(name)]

    @property
    def words(self) -> set[str]:
        """The folded words of its names."""
        return {word for name in [*self.names, *self.glosses] for word in words_of(name)}

    def say(self, signal: str, detail: str, weight: float = 0.0) -> None:
        """Keep one piece of evidence, once."""
        self.reasons.setdefault((signal, detail), Reason(signal, detail, weight))

    def learn(self, described: Described) -> None:
        """Take in what a mention says about it: descriptor, short name, owner, and the man or woman in its titles."""
        if described.head and not described.plural:
            self.heads.add((described.head, described.words))
        if described.gloss:
            self.glosses.add(described.gloss)
        self.owner = self.owner or described.owner
        self.age = self.age or described.age
        told = {described.head, *described.words} if described.name else {described.head}
        gender = "he" if told & lists.MALE else "she" if told & lists.FEMALE else ""
        if (gender and self.type is SourceType.PERSON) or described.head in lists.SPOKES:
            self.gender = self.gender or gender


HEAD_TWINS = (
    lists.SPOKES,
    frozenset({"chairman", "chairwoman", "chairperson", "chair"}),
    frozenset({"police", "force"}),
)
"""Heads that name one role in several words."""
_FREE = {SourceType.AGENCY: frozenset({"news", "press"})}
"""Words beside a head that say nothing new of a source of this type."""
_EMPTY = frozenset({"senior", "top", "veteran", "longtime", "unnamed"})
"""Words beside a role that tell nobody from anybody."""


def same_head(asked: str, known: str) -> bool:
    """Return whether a source described as ``known`` can be taken up again as ``asked``."""
    if asked == known or any(asked in twins and known in twins for twins in HEAD_TWINS):
        return True
    return known in KINDS_OF_ROLE.get(asked, frozenset())


def heads_for(asked: str) -> list[str]:
    """Return the heads of the sources that a description with this head can take up."""
    twins = {asked}.union(*(group for group in HEAD_TWINS if asked in group))
    return sorted(twins | KINDS_OF_ROLE.get(asked, frozenset()))


def fits(described: Described, identity: Identity) -> bool:
    """Return whether a description ("the trade minister", "the agency") can mean an identity.

    Every word beside the head must be known of the identity, in this form or as the place of its people.
    """
    free = _FREE.get(identity.type, frozenset()) | _EMPTY
    wanted = [word for word in described.words if word not in free]
    for head, words in identity.heads:
        ended = bool(words & lists.FORMER) != bool(described.words & lists.FORMER)
        if not ended and same_head(described.head, head) and _all_known(wanted, words | identity.words):
            return True
    if identity.type in {SourceType.PERSON, SourceType.GROUP, SourceType.ANONYMOUS}:
        return False
    known = identity.words | {word for head, words in identity.heads for word in {head, *words}}
    by_name = bool(kinds_of_body(described.head) & known)
    by_type = (described.head in lists.AGENCY_HEADS and identity.type is SourceType.AGENCY) or (
        identity.type is SourceType.OUTLET and _kind_of_outlet(described.head, known, identity.names)
    )
    return (by_name or by_type) and _all_known(wanted, known)


def kinds_of_body(head: str) -> frozenset[str]:
    """Return the words of a body's name or descriptor that let it be taken up with this head."""
    return KINDS_OF_BODY.get(head, frozenset()) | {head}


def _kind_of_outlet(head: str, known: set[str], names: Iterable[str]) -> bool:
    """Return whether an outlet of these words is what the head calls it: a paper in print, or one on the air."""
    on_air = bool(known & lists.ON_AIR) or any(is_initialism(name) for name in names)
    if head in lists.PRINTED:
        return bool(known & (lists.PAPER_NAMES - lists.ON_AIR)) and not on_air
    if head in lists.BROADCASTERS:
        return on_air
    return head in {"outlet", "publication"}


def _all_known(wanted: list[str], known: set[str] | frozenset[str]) -> bool:
    return all(any(same_place(word, other) for other in known) for word in wanted)
