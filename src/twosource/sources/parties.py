"""A joint description ("both sides", "the two leaders"): a joint source, where the report makes its members certain."""

from __future__ import annotations

from twosource.sources import vocabulary as lists
from twosource.sources.cast import Cast
from twosource.sources.identity import Identity, same_head
from twosource.sources.mention import Described

_BOTH = frozenset({"both", "two", "pair", "duo"})
_LONGEST = 3
"""Words of the longest joint description: "the two leaders"."""
_LEADERS = frozenset({"leader", "president", "premier", "minister", "king"})


def parties(cast: Cast, described: Described) -> tuple[list[Identity], str] | None:
    """Return the two members of a joint description and why they are certain, or None.

    "The two leaders" are the only two persons that the report has called leaders so far. "Both sides" are the only two
    persons named so far, where the paragraph before or this one shows them meeting. A third one leaves it open.
    """
    low = {*described.span.text.casefold().split()}
    if len(low) > _LONGEST or not low & _BOTH or not {described.head, *low} & lists.PAIRS:
        return None
    start = described.span.start
    persons = [i for i in cast.persons_before(start) if i.named and i.settled]
    leaders = [i for i in persons if _leads(cast, i, start)]
    if described.head in _LEADERS:
        if len(leaders) == 2:
            return _ordered(leaders), "the only two leaders named before"
        return None
    if len(persons) == 2 and _meeting(cast, start):
        return _ordered(persons), "the only two persons named before, who meet"
    return None


def _ordered(identities: list[Identity]) -> list[Identity]:
    return sorted(identities, key=lambda identity: sorted(identity.names))


def _leads(cast: Cast, identity: Identity, offset: int) -> bool:
    """Return whether a person is called a leader before an offset: in front of the name or right behind it."""
    if any(same_head("leader", head) for head, _ in identity.heads):
        return True
    for use, person in cast.people.uses:
        if person is not identity or use.start >= offset:
            continue
        before = cast.reading.words(max(use.sentence[0], use.start - 40), use.start)[-3:]
        after = cast.reading.words(use.end, min(use.sentence[1], use.end + 40))[:4]
        titles = {word.low for word in before if word.pos != "PUNCT"}
        if any(word.pos in {"PUNCT", "VERB"} for word in before):
            titles = {before[-1].low}
        titles |= {word.low for word in cast.reading.words(use.start, use.end)[:-1]}
        if after and after[0].text == ",":
            titles |= {word.low for word in after}
        if titles & lists.HEADS_OF_STATE:
            return True
    return False


def _meeting(cast: Cast, offset: int) -> bool:
    """Return whether this paragraph or the one before tells of a meeting."""
    here = cast.reading.paragraph_at(offset)
    if here is None:
        return False
    near = cast.reading.paragraphs[max(0, here - 1) : here + 1]
    return any(token.lemma.casefold() in lists.MEETING for paragraph in near for token in paragraph.parse.tokens)
