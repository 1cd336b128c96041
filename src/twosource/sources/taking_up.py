"""Descriptions taken up: whom "the agency", "the minister", "the 45-year-old" means of those known so far.

Nobody where two fit alike: then the mention stays a source of its own, and open.
"""

from __future__ import annotations

from collections.abc import Callable

from twosource.model import PartKind, SourceType, Span
from twosource.sources import vocabulary as lists
from twosource.sources.bodies import body_named_before
from twosource.sources.cast import Cast, is_bodily
from twosource.sources.identity import HEAD_TWINS, Identity
from twosource.sources.mention import Described
from twosource.sources.names import is_full, words_of
from twosource.sources.parties import parties
from twosource.sources.unnamed import described_alone, joint_of, own_source, place_of
from twosource.sources.wider_words import KINDS_OF_ROLE

_ANY_BODY = frozenset({"company", "firm", "group", "organisation", "organization"})
"""What a body can be called whose name does not tell what it is."""
_NAME = 60
"""Code points of the longest name that is looked for before a role."""
_NEAR = 2
"""Paragraphs back in which somebody is taken up by a wider word ("the official" of a minister) or by age alone."""


def by_description(cast: Cast, described: Described, is_said: Callable[[int], bool] | None = None) -> Identity:
    """Return the source that a description takes up, else one of its own.

    :param is_said: whether an offset lies in what this very source says.
    """
    headline = _in_headline(cast, described.span)
    both = parties(cast, described)
    if both:
        for member in both[0]:
            cast.keep(member, described.span.start)
        joint = joint_of(cast, both[0])
        joint.say("joint", f"“{described.span.text}”: {both[1]}")
        return joint
    told = _named_beside(cast, described) or _named_ahead(cast, described, is_said)
    if told:
        told.say("named beside", f"{place_of(described.span)}: the name stands right beside it, between commas")
        told.learn(described)
        return told
    if described.age and described.definite and not described.plural:
        return _by_age(cast, described) or described_alone(cast, described)
    single = not described.plural and described.determiner not in lists.INDEFINITE | lists.POSSESSIVE
    if single and (described.definite or described.owner or headline or described.head in lists.OFFICES):
        found = _single(cast, described, headline)
        if found:
            return found
    if described.plural and described.definite:
        found = _several(cast, described)
        if found:
            return found
    return described_alone(cast, described)


def _single(cast: Cast, described: Described, headline: bool) -> Identity | None:
    """Return the one whom a description in the singular takes up, an open source for several, None for nobody."""
    candidates = _narrowed(cast, described, cast.described_as(described, anywhere=headline))
    if not candidates and described.definite and (body := body_named_before(cast, described)):
        identity, why = body
        identity.say("taken up", f"{place_of(described.span)}: {why}")
        identity.learn(described)
        return identity
    if not candidates and described.definite and (last := _last_body(cast, described)):
        last.say("taken up", f"{place_of(described.span)}: the only body that has spoken near it")
        last.learn(described)
        return last
    if len(candidates) == 1:
        identity = candidates[0]
        if identity.named or identity.variants - {described.span.text}:
            identity.say("taken up", f"{place_of(described.span)}: the only one that fits")
        identity.learn(described)
        return identity
    if candidates:
        return own_source(cast, described, f"“{described.span.text}” can mean several sources of the report")
    return None


def _narrowed(cast: Cast, described: Described, candidates: list[Identity]) -> list[Identity]:
    """Return the candidates of a description; where there are several, the one of this paragraph alone.

    Those who are called so go before those whom a wider word can mean; these must stand near.
    """
    here = cast.reading.paragraph_at(described.span.start)
    if here is None:
        return candidates
    twins = {described.head}.union(*(group for group in HEAD_TWINS if described.head in group))
    called = [i for i in candidates if any(head in twins for head, _ in i.heads) or described.head in i.words]
    if not called and described.head in KINDS_OF_ROLE and described.head != "leader":
        near = set().union(*(_mentioned(cast, index, described) for index in range(max(0, here - _NEAR), here + 1)))
        candidates = [identity for identity in candidates if id(identity) in near]
    if len(called) == 1 and described.head in lists.ROLES:
        return called
    named = [identity for identity in candidates if not _bare_state_agency(identity)]
    if len(named) == 1:  # "State agency" and a named one: "the agency" is the named one, whichever the other is
        candidates = named
    if len(candidates) < 2:
        return candidates
    near = _mentioned(cast, here, described)
    return [identity for identity in candidates if id(identity) in near] or candidates


def _mentioned(cast: Cast, paragraph: int, described: Described) -> set[int]:
    return cast.mentioned_in(paragraph, min(described.span.start, cast.reading.paragraphs[paragraph].end))


def _by_age(cast: Cast, described: Described) -> Identity | None:
    """Return the only person of this age, else the only person near whose age the report does not give."""
    start = described.span.start
    people = {id(i): i for i in [*cast.people.identities, *cast.identities] if i.settled and not i.members}
    known = [i for i in people.values() if cast.is_known(i, start)]
    aged = [i for i in known if i.age == described.age]
    if len(aged) == 1:
        aged[0].say("taken up", f"{place_of(described.span)}: the only one of this age")
        return aged[0]
    here = cast.reading.paragraph_at(start)
    if aged or here is None:
        return None
    near = set().union(*(_mentioned(cast, index, described) for index in range(max(0, here - _NEAR), here + 1)))
    persons = [i for i in known if id(i) in near and i.type in {SourceType.PERSON, SourceType.ANONYMOUS}]
    if len(persons) != 1 or persons[0].age:
        return None
    persons[0].say("taken up", f"{place_of(described.span)}: the only person named near it")
    return persons[0]


def _bare_state_agency(identity: Identity) -> bool:
    """Return whether nothing is known of an agency but that it is of some state."""
    return identity.type is SourceType.AGENCY and not identity.names and set(identity.key[1:]) <= lists.STATE


def _several(cast: Cast, described: Described) -> Identity | None:
    """Return the group that "the officials" or "the two officials" takes up, open where there are two such groups."""
    wanted = described.words - lists.NUMBERS
    groups = [
        identity
        for identity in cast.by_head.get(f"{described.head}s", [])
        if not identity.named and all(wanted <= words for head, words in identity.heads if head[:-1] == described.head)
    ]
    if len(groups) < 2:
        return groups[0] if groups else None
    return own_source(cast, described, f"“{described.span.text}” can mean several groups of the report")


def _named_beside(cast: Cast, described: Described) -> Identity | None:
    """Return the person whose name stands between commas behind a role: "The minister, Hanne Okko, said …"."""
    text, start = cast.reading.report.text, described.span.end + 2
    if described.plural or described.head not in lists.ROLES or text[start - 2 : start] != ", ":
        return None
    for use, identity in cast.people.between(start, start + 1):
        listed = text.startswith((", and ", ", or "), use.end) or cast.people.between(use.end + 2, use.end + 3)
        if is_full(use.text) and text.startswith((",", "."), use.end) and not listed:
            return identity
    return None


def _named_ahead(cast: Cast, described: Described, is_said: Callable[[int], bool] | None) -> Identity | None:
    """Return the person whose name stands before a role between commas: "Mira Toll, a nurse from Kesh, said …"."""
    text, span = cast.reading.report.text, described.span
    if described.plural or described.head not in lists.ROLES or not text.startswith(",", span.end):
        return None
    if text[max(0, span.start - 2) : span.start] != ", ":
        return None
    for use, identity in cast.people.between(span.start - _NAME, span.start):
        listed = text[: use.start].endswith((", ", " and "))
        said = is_said is not None and is_said(use.start)
        if use.end == span.start - 2 and is_full(use.text) and not (listed or said or use.quoted):
            return identity
    return None


def _last_body(cast: Cast, described: Described) -> Identity | None:
    """Return the only body that has spoken in this paragraph or the one before, for "the company" or "the group".

    It has a name that says nothing of its kind, and no other body is named in between.
    """
    start = described.span.start
    if described.head not in _ANY_BODY or described.words:
        return None
    spoke = {id(s.identity): s.identity for s in cast.spoken_before(start, 1) if is_bodily(s.identity)}
    here = cast.reading.paragraph_at(start)
    if len(spoke) != 1 or here is None:
        return None
    body = next(iter(spoke.values()))
    kind = {cast.reading.kind_of(name) for name in body.names}
    if body.type is not SourceType.ORGANISATION or kind != {"organisation"} or body.words & lists.GENERAL:
        return None
    before = cast.reading.paragraphs[max(0, here - 1)].start
    others = [
        use
        for use in cast.reading.names_between(before, start)
        if cast.reading.kind_of(use.text) == "organisation" and not set(words_of(use.text)) & body.words
    ]
    return None if others else body


def _in_headline(cast: Cast, span: Span) -> bool:
    index = cast.reading.paragraph_at(span.start)
    return index is not None and cast.reading.paragraphs[index].part is PartKind.HEADLINE
