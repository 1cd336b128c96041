"""Whom “they” means: the group that spoke last, two persons side by side, people who are the subject before it."""

from __future__ import annotations

from twosource.model import SourceType
from twosource.sources.cast import Asking, Cast, Spoken
from twosource.sources.identity import Identity
from twosource.sources.mention import Form
from twosource.sources.taking_up import by_description
from twosource.sources.unnamed import joint_of

BACK = 3
"""Paragraphs back in which a pronoun finds its source; news paragraphs are short, and a quotation runs over two."""

Found = tuple[Identity, str]


def before(cast: Cast, asking: Asking) -> list[Spoken]:
    """Return who has spoken in the window before a mention; what the mention itself says does not count."""
    return [spoken for spoken in cast.spoken_before(asking.start, BACK) if not asking.is_said(spoken.start)]


def several(cast: Cast, asking: Asking) -> Found | None:
    """Read “they” as the group or the several that spoke last, or the two persons who are the subject before it.

    Other people who are a subject in between leave it open.
    """
    here = cast.reading.paragraph_at(asking.start)
    if here is None:
        return None
    speakers = [s for s in before(cast, asking) if s.plural or s.identity.type is SourceType.GROUP]
    spoke = max(speakers, key=lambda s: s.start, default=None)
    since = _end_of(cast, spoke) if spoke else cast.reading.paragraphs[max(0, here - 1)].start
    pair = _pair(cast, asking, since)
    if pair:
        for member in pair:
            cast.keep(member, asking.start)
        return joint_of(cast, pair), "the two persons who are the subject before it"
    people = [start for start in cast.reading.people_between(since, asking.start) if not asking.is_said(start)]
    if people:
        return _people(cast, asking, people)
    latest = cast.spoken_before(asking.start, 0)[-1:]
    if spoke is None or any(s.identity.type is SourceType.ANONYMOUS and not s.plural for s in latest):
        return None  # "a spokesman said … They said": one who is no man and no woman can be "they"
    return spoke.identity, "the group that spoke last"


def _people(cast: Cast, asking: Asking, starts: list[int]) -> Found | None:
    """Return the people without a name who are the only ones that the sentence of “they”, or the one before, has.

    "While engineers looked for the leak, they said …". Inside what somebody says they stay open.
    """
    own = cast.reading.sentence_at(asking.start)
    near = [start for start in starts if start >= own[0]] or [
        start for start in starts if cast.reading.sentence_at(start)[1] >= own[0] - 2
    ]
    place = cast.reading.phrase_at(near[0]) if len(near) == 1 and asking.parent is None else None
    if place is None or cast.reading.paragraph_at(near[0]) != cast.reading.paragraph_at(asking.start):
        return None
    span = cast.reading.report.span(*place)
    described = cast.reading.describe(span)
    if described.form is not Form.DESCRIPTION or not described.plural:
        return None
    identity = by_description(cast, described)
    identity.variants.add(span.text)
    identity.mentions.add(span)
    return identity, f"“{span.text}”, the people who are the subject before it"


def _end_of(cast: Cast, spoken: Spoken) -> int:
    """Return where the mention of somebody who spoke ends."""
    return max((end for _, end, _ in cast.placed_between(spoken.start, spoken.start + 1)), default=spoken.start + 1)


def _pair(cast: Cast, asking: Asking, since: int) -> list[Identity]:
    """Return the persons side by side who are the subject of the last sentence that names a person, or nobody."""
    uses = [
        (use, identity)
        for use, identity in cast.people.between(since, asking.start)
        if not use.quoted and not asking.is_said(use.start)
    ]
    last = max((use.sentence for use, _ in uses), default=None)
    side = [(use, identity) for use, identity in uses if use.sentence == last]
    if len(side) != 2 or not side[0][0].subject or side[0][1] is side[1][1]:
        return []
    between = cast.reading.report.text[side[0][0].end : side[1][0].start]
    if between.strip(" ,") != "and":
        return []
    if any(side[1][0].end < start for start in cast.reading.people_between(since, asking.start)):
        return []
    return [identity for _, identity in side]
