"""Descriptions: "the agency", "the minister", "two officials", traced to who is known so far, or to themselves."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import PartKind, SourceType, Span
from twosource.sources import words as lists
from twosource.sources.cast import Cast
from twosource.sources.described import Described
from twosource.sources.identity import UNRESOLVED, Identity
from twosource.sources.kinds import type_of
from twosource.sources.names import fold, is_full
from twosource.sources.parties import parties


def by_description(cast: Cast, described: Described) -> Identity:
    """Return the source that a description takes up, else one of its own."""
    headline = _in_headline(cast, described.span)
    both = parties(cast, described)
    if both:
        for member in both[0]:
            cast.keep(member, described.span.start)
        joint = joint_of(cast, both[0])
        joint.say("joint", f"“{described.span.text}”: {both[1]}")
        return joint
    told = _named_beside(cast, described)
    if told:
        told.say("named beside", f"{place_of(described.span)}: the name stands right behind it, between commas")
        told.learn(described)
        return told
    single = not described.plural and described.determiner not in lists.INDEFINITE | lists.POSSESSIVE
    if single and (described.definite or described.owner or headline or described.head in lists.OFFICES):
        candidates = _narrowed(cast, described, cast.described_as(described, anywhere=headline))
        if len(candidates) == 1:
            identity = candidates[0]
            if identity.named or identity.variants - {described.span.text}:
                identity.say("taken up", f"{place_of(described.span)}: the only one that fits")
            identity.learn(described)
            return identity
        if candidates:
            return own_source(cast, described, f"“{described.span.text}” can mean several sources of the report")
    if described.plural and described.definite and not described.words:
        groups = [i for i in cast.by_head.get(f"{described.head}s", []) if not i.named]
        if len(groups) == 1:
            return groups[0]
    return _described(cast, described)


def _named_beside(cast: Cast, described: Described) -> Identity | None:
    """Return the person whose name stands between commas behind a role: "The minister, Hanne Okko, said …"."""
    text, start = cast.reading.report.text, described.span.end + 2
    if described.plural or described.head not in lists.ROLES or text[start - 2 : start] != ", ":
        return None
    for use, identity in cast.people.between(start, start + 1):
        listed = text.startswith((", and ", ", or "), use.end) or cast.people.between(use.end + 2, use.end + 3)
        if is_full(use.text) and text.startswith(",", use.end) and not listed:
            return identity
    return None


def _narrowed(cast: Cast, described: Described, candidates: list[Identity]) -> list[Identity]:
    """Return the candidates of a description; where there are several, the one of this paragraph alone."""
    here = cast.reading.paragraph_at(described.span.start)
    if len(candidates) < 2 or here is None:
        return candidates
    near = cast.mentioned_in(here, described.span.start)
    return [identity for identity in candidates if id(identity) in near] or candidates


def _described(cast: Cast, described: Described) -> Identity:
    """Return the source that is known by this description alone; an indefinite one is new each time."""
    type_ = type_of(described, None, cast.outlets, cast.reading.after(described.span.end))
    own = (
        described.determiner in lists.INDEFINITE - {"any", "every", "each"} | lists.POSSESSIVE and not described.plural
    )
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
    identity.learn(described)
    if described.plural:
        identity.heads.add((f"{described.head}s", described.words))
    return identity


def joint_of(cast: Cast, members: Sequence[Identity]) -> Identity:
    """Return the joint source of these members: the one that the report has, or a new one."""
    keys = {id(member) for member in members}
    for identity in cast.joints:
        if {id(member) for member in identity.members} == keys:
            return identity
    return Identity(cast.reading.report.id, SourceType.GROUP, members=tuple(members))


def _names_a_place(cast: Cast, described: Described) -> bool:
    """Return whether a name stands in the description: "Torvian officials", at its start too."""
    span = described.span
    return any(use.end <= span.end for use in cast.reading.names_between(span.start, span.end))


def own_source(cast: Cast, described: Described, why: str) -> Identity:
    """Return a source of its own for a mention that nothing certain explains."""
    identity = Identity(
        cast.reading.report.id,
        type_of(described, None, cast.outlets),
        settled=False,
        local=True,
        key=(fold(described.span.text), *place_key(described.span)),
    )
    identity.variants.add(described.span.text)
    identity.say(UNRESOLVED, why)
    return identity


def _in_headline(cast: Cast, span: Span) -> bool:
    index = cast.reading.paragraph_at(span.start)
    return index is not None and cast.reading.paragraphs[index].part is PartKind.HEADLINE


def place_of(span: Span) -> str:
    """Return a mention's words and place, for a reason."""
    return f"“{span.text}” ({span.report}, {span.start})"


def place_key(span: Span) -> tuple[str, ...]:
    """Return what tells a mention from every other of the same words."""
    return (span.report, str(span.start))
