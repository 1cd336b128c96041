"""Two wordings of one utterance laid side by side: which groups of words differ, and whether that changes the meaning.

Word alignment by the longest common subsequence (Hunt and McIlroy 1976), as in comparing the versions of a text;
changes that one little word parts are shown as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from twosource.differences.quotes import Word
from twosource.differences.words import LEADING_POS
from twosource.likeness.thesaurus import akin

LITTLE = 0.3
"""Weight of a word that carries grammar only, beside 1 for a word with meaning, in :func:`likeness`."""
LEAD = 2
"""Most words ("with the …") that are shown before a change because they open its group."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words ``a0`` … ``a1 - 1`` of one wording stand where the other has ``b0`` … ``b1 - 1``."""

    a0: int
    a1: int
    b0: int
    b1: int


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two wordings are, how much of the shorter the longer has word for word (0…1), meaning words shared."""

    alike: float
    contained: float
    common: int


def likeness(a: Sequence[Word], b: Sequence[Word]) -> Match:
    """Return how much of two wordings is the same, in order; a synonym in the same place counts as the same."""
    equal = 0.0
    common = 0
    told = plain_changes(a, b)
    changed = {n for change in told for n in range(change.a0, change.a1)}
    for n, word in enumerate(a):
        if n not in changed:
            equal += _weight(word)
            common += word.content
    shared = equal
    for change in told:
        here, there = a[change.a0 : change.a1], b[change.b0 : change.b1]
        pairs = min(_synonyms(here, there), _synonyms(there, here))
        shared += pairs
        common += pairs
    whole, other = sum(map(_weight, a)), sum(map(_weight, b))
    if not whole or not other:
        return Match(0.0, 0.0, 0)
    return Match(min(1.0, 2 * shared / (whole + other)), min(1.0, equal / min(whole, other)), common)


def _weight(word: Word) -> float:
    return 1.0 if word.content else LITTLE


def _synonyms(a: Sequence[Word], b: Sequence[Word]) -> int:
    """Return how many meaning words of ``a`` have a synonym, or another form, in ``b``, one to one."""
    free = [word for word in b if word.content]
    count = 0
    for word in a:
        match = next((other for other in free if word.content and akin(word.lemma, other.lemma)), None)
        if match is not None:
            free.remove(match)
            count += 1
    return count


def changes(a: Sequence[Word], b: Sequence[Word]) -> list[Change]:
    """Return what differs, in order; little words between two changes belong to them where one puts words in."""
    found: list[Change] = []
    for new in plain_changes(a, b):
        if found and _belong(found[-1], new, a):
            found[-1] = replace(found[-1], a1=new.a1, b1=new.b1)
        else:
            found.append(new)
    return found


def plain_changes(a: Sequence[Word], b: Sequence[Word]) -> list[Change]:
    """Return what differs, in order; the same whichever side is first."""
    left, right = [w.key for w in a], [w.key for w in b]
    if right < left:
        return [Change(change.b0, change.b1, change.a0, change.a1) for change in plain_changes(b, a)]
    found: list[Change] = []
    for step in LCSseq.opcodes(left, right):
        if step.tag == "equal":
            continue
        new = Change(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and found[-1].a1 == new.a0 and found[-1].b1 == new.b0:  # left out here, put in there: one change
            found[-1] = replace(found[-1], a1=new.a1, b1=new.b1)
        else:
            found.append(new)
    return found


def _belong(one: Change, other: Change, a: Sequence[Word]) -> bool:
    between = a[one.a1 : other.a0]
    open_ended = any(c.a0 == c.a1 or c.b0 == c.b1 for c in (one, other))
    return open_ended and (len(between) == 1 or (len(between) == 2 and not any(word.content for word in between)))


def shown(change: Change, a: Sequence[Word], b: Sequence[Word]) -> Change:
    """Return a change with the equal words that make it readable: what opens its group, and no side left empty."""
    lead = 0
    while lead < LEAD and _equal_before(change, a, b, lead) and a[change.a0 - lead - 1].pos in LEADING_POS:
        lead += 1
    grown = replace(change, a0=change.a0 - lead, b0=change.b0 - lead)
    inserted = [*a[change.a0 : change.a1], *b[change.b0 : change.b1]]
    if change.a0 == change.a1 or change.b0 == change.b1:
        if not lead and _equal_before(change, a, b, 0):
            grown = replace(grown, a0=grown.a0 - 1, b0=grown.b0 - 1)
        opened = not any(word.content for word in inserted)
        empty = grown.a0 == grown.a1 or grown.b0 == grown.b1
        if (opened or empty) and change.a1 < len(a) and change.b1 < len(b):
            grown = replace(grown, a1=grown.a1 + 1, b1=grown.b1 + 1)
    return grown


def _equal_before(change: Change, a: Sequence[Word], b: Sequence[Word], lead: int) -> bool:
    i, j = change.a0 - lead - 1, change.b0 - lead - 1
    return i >= 0 and j >= 0 and a[i].key == b[j].key
