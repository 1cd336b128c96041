"""The plainest way in which a claim is told: a whole clause, with a name for who does it, and short."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.told import Told
from twosource.model import PartKind

GOOD_LENGTH = range(4, 26)
"""Words of a clause that tells enough and not too much."""


def plainest(items: Sequence[Told]) -> Told:
    """Return the piece that tells its claim most plainly; the same one in every order of the pieces."""
    return min(items, key=lambda item: (-_plainness(item), len(item.unit.words), item.span.text, item.span))


def _plainness(item: Told) -> int:
    unit = item.unit
    named = any(name.key for name in unit.agent.names)
    return (
        3 * (named and _opens_with_agent(item))
        + 2 * bool(unit.agent.lemma and _opens_with_agent(item) and not named)
        + 2 * (len(unit.words) in GOOD_LENGTH)
        + (item.part is PartKind.BODY)
        + (not unit.title_case)
        + (item.before is None)
        - (unit.words[:1] in {("he",), ("she",), ("they",), ("it",), ("which",), ("who",), ("i",), ("we",)})
    )


def _opens_with_agent(item: Told) -> bool:
    """Return whether who does it stands in the piece itself, not in the clause before."""
    party = item.unit.agent
    words = set(item.unit.words)
    if party.names:
        return any(set(name.key) <= {w.removesuffix("'s") for w in words} for name in party.names)
    return party.lemma in words or any(word.startswith(party.lemma) for word in words)
