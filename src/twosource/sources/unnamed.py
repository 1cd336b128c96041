"""Sources without a name: known by a description alone, joint, or left open. What a report says of them and no more.

The same vague words make no one source: "two officials" are somebody else in the next sentence unless "the" takes them
up, and each "a spokesman" is a new one. A bare plural ("officials", "residents") is the report's word for the many,
one source within the report and never beyond it, unless a name stands in it ("Torvian officials").
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import SourceType, Span
from twosource.sources import vocabulary as lists
from twosource.sources.cast import Cast
from twosource.sources.identity import UNRESOLVED, Identity
from twosource.sources.kinds import type_of
from twosource.sources.mention import Described, Form
from twosource.sources.names import fold, same_place

_LEAST_WORDS = 12
"""Words of a paragraph from which the same paragraph in another report is no chance but a copy."""


def described_alone(cast: Cast, described: Described) -> Identity:
    """Return the source that is known by this description alone; an indefinite or counted one is new each time."""
    type_ = type_of(described, None, cast.outlets, cast.reading.after(described.span.end))
    if type_ is SourceType.AGENCY and described.head == "media" and not described.words - lists.STATE:
        return _state_media(cast, described)
    indefinite = described.determiner in lists.INDEFINITE - {"any", "every", "each"} | lists.POSSESSIVE
    own = (indefinite and not described.plural) or (is_counted(described) and type_ is not SourceType.DOCUMENT)
    key = (described.head, *sorted(described.words))
    if own or (type_ is SourceType.ANONYMOUS and not described.definite):
        key = (*key, *place_key(described.span))
    if (type_, key) in cast.by_key:
        return cast.by_key[type_, key]
    capitals = any(word[:1].isupper() for word in described.rank.split()[1:]) or _names_a_place(cast, described)
    identity = Identity(cast.reading.report.id, type_, key=key, proper=capitals)
    seat = described.head in lists.SEATS and not described.plural
    body = described.head in lists.BODIES and bool(described.words) and not described.plural
    identity.local = own or not (capitals or seat or body) or type_ in {SourceType.ANONYMOUS, SourceType.PERSON}
    identity.anchor = _anchor(cast, described.span) if identity.local else None
    identity.learn(described)
    if described.plural:
        identity.heads.add((f"{described.head}s", described.words))
    return identity


def is_counted(described: Described) -> bool:
    """Return whether a description counts some out of many: "two officials", "some residents"."""
    words = described.words | {described.head, described.determiner}
    return described.plural and not described.definite and bool(words & (lists.NUMBERS | lists.INDEFINITE))


def _state_media(cast: Cast, described: Described) -> Identity:
    """Return the state media of no country that a mention means: those before it, unless other places stand beside it.

    "Torvia fired first, state media said. Arvale's navy had fired first, state media said" leaves two apart. Where the
    report has named the state media of one country, they are meant; of two, those whose country stands in the sentence.
    """
    near = _places_beside(cast, described.span)
    countries = [(identity, country) for identity in cast.identities if (country := _country(identity))]
    fitting = [identity for identity, country in countries if not near or _share(near, country)]
    if len(fitting) == 1:
        fitting[0].say("taken up", f"{place_of(described.span)}: the only state media of the report that fit")
        return fitting[0]
    if fitting:
        return own_source(cast, described, f"“{described.span.text}” can be those of several countries")
    known = [i for i in cast.identities if i.key[:1] == ("media",) and i.settled and not i.names and not _country(i)]
    for identity in known:
        if not near or not identity.near or _share(near, identity.near):
            identity.near |= near
            return identity
    key = ("media", *sorted(described.words), *(place_key(described.span) if known else ()))
    identity = Identity(cast.reading.report.id, SourceType.AGENCY, key=key, near=near, local=bool(known))
    identity.learn(described)
    return identity


def _country(identity: Identity) -> frozenset[str]:
    """Return the words of the country whose state media an identity is called, none where it is called so of none."""
    if identity.type is not SourceType.AGENCY or not identity.settled:
        return frozenset()
    called = [*identity.heads, *((identity.key[0], frozenset(identity.key[1:])) for _ in identity.key[:1])]
    words = [words for head, words in called if head == "media" and "state" in words]
    return frozenset(word for found in words for word in found - lists.STATE if not word.isdecimal()) - {
        identity.report
    }


def _places_beside(cast: Cast, span: Span) -> frozenset[str]:
    """Return the folded words of the places and peoples in the sentence of a mention, outside marks."""
    start, end = cast.reading.sentence_at(span.start)
    words = [word for word in cast.reading.words(start, end) if word.capital and not cast.reading.in_marks(word.start)]
    return frozenset(word.low for word in words if cast.reading.kind_of(word.text) in {"place", "people"})


def _share(x: frozenset[str], y: frozenset[str]) -> bool:
    return any(same_place(p, q) for p in x for q in y)


def joint_of(cast: Cast, members: Sequence[Identity]) -> Identity:
    """Return the joint source of these members: the one that the report has, or a new one."""
    keys = {id(member) for member in members}
    for identity in cast.joints:
        if {id(member) for member in identity.members} == keys:
            return identity
    return Identity(cast.reading.report.id, SourceType.GROUP, members=tuple(members))


def own_source(cast: Cast, described: Described, why: str) -> Identity:
    """Return a source of its own for a mention that nothing certain explains."""
    identity = Identity(
        cast.reading.report.id,
        type_of(described, None, cast.outlets),
        settled=False,
        local=True,
        key=(fold(described.span.text), *place_key(described.span)),
        anchor=_anchor(cast, described.span),
    )
    if described.form in {Form.PRONOUN, Form.RELATIVE}:
        identity.pronoun = described.head
    else:
        identity.variants.add(described.span.text)
    identity.say(UNRESOLVED, why)
    return identity


def _names_a_place(cast: Cast, described: Described) -> bool:
    """Return whether a name stands in the description: "Torvian officials", at its start too."""
    span = described.span
    return any(use.end <= span.end for use in cast.reading.names_between(span.start, span.end))


def _anchor(cast: Cast, span: Span) -> tuple[str, int, int] | None:
    """Return a mention's paragraph, if long enough to be known again, and the mention's place in it."""
    index = cast.reading.paragraph_at(span.start)
    if index is None:
        return None
    paragraph = cast.reading.paragraphs[index]
    text = paragraph.parse.text
    return (
        (text, span.start - paragraph.start, span.end - paragraph.start) if len(text.split()) >= _LEAST_WORDS else None
    )


def place_of(span: Span) -> str:
    """Return a mention's words and place, for a reason."""
    return f"“{span.text}” ({span.report}, {span.start})"


def place_key(span: Span) -> tuple[str, ...]:
    """Return what tells a mention from every other of the same words."""
    return (span.report, str(span.start))
