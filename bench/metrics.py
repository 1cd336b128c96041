"""How good findings are: the rules by which a finding counts as right, as small functions over the published JSON.

A gold list and a record are compared by place alone: a place is a report and a half-open range of code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Row = dict[str, Any]
"""An object of the record, or of a gold list."""

COVERED = 0.6
"""Least share of a gold statement's characters that a hit covers."""
INSIDE = 0.45
"""Least share of a hit's characters that lie in the gold statement."""
SAME_PLACE = 0.5
"""Least overlap, of the shorter one, by which two places are one mention, time or look ahead."""
SAME_SIDE = 0.4
"""The same for the two sides of a variant or a tension, where people draw the range more freely."""
UNTOLD = frozenset({"the", "of", "a", "an"})
"""Words that do not tell one name from another."""
DAY = 10
"""Characters of an ISO 8601 value that are compared: up to the day."""


class Count(NamedTuple):
    """How many of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The part that is right, 0 of nothing."""
        return self.right / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"

    def __add__(self, other: object) -> Count:
        if not isinstance(other, Count):
            return NotImplemented
        return Count(self.right + other.right, self.of + other.of)


class Place(NamedTuple):
    """A range of code points in a report."""

    report: str
    start: int
    end: int


def place(row: Row) -> Place:
    """Return the place of a row that names its report."""
    return Place(row["report"], row["start"], row["end"])


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def characters(spans: Iterable[Row]) -> frozenset[int]:
    """Return the offsets that the spans cover."""
    return frozenset(offset for span in spans for offset in range(span["start"], span["end"]))


def hits(gold: Mapping[str, frozenset[int]], found: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Return which finding hits which gold entry: one to one, the closest pairs first.

    :param gold: the offsets of each gold entry's content, by id; ``found`` likewise. All in one report.
    """
    pairs = []
    for gold_id, wanted in gold.items():
        for found_id, got in found.items():
            both = len(wanted & got)
            if both and both / len(wanted) >= COVERED and both / len(got) >= INSIDE:
                pairs.append((-(both / len(wanted) * both / len(got)), gold_id, found_id))
    chosen: dict[str, str] = {}
    used: set[str] = set()
    for _, gold_id, found_id in sorted(pairs):
        if gold_id not in chosen and found_id not in used:
            chosen[gold_id] = found_id
            used.add(found_id)
    return chosen


# --- speakers ------------------------------------------------------------------------------------------------------


def name_words(name: str | None) -> frozenset[str]:
    """Return the words that a name is told by."""
    plain = "".join(letter.lower() if letter.isalnum() else " " for letter in name or "")
    return frozenset(plain.split()) - UNTOLD


def same_name(name: str | None, names: Iterable[str]) -> bool:
    """Return whether the name shares a word with any of the names."""
    words = name_words(name)
    return any(words & name_words(other) for other in names)


def speaker_right(gold: Row, found: Row, names: Mapping[str, Sequence[str]]) -> bool:
    """Return whether the source stands in the same place, or the innermost of the chain has the right name.

    :param names: all names of each source, by its id.
    """
    wanted, got = gold.get("source"), found.get("source")
    if wanted and got and wanted["start"] < got["end"] and got["start"] < wanted["end"]:
        return True
    chain = found["chain"]
    if not chain:
        return not gold.get("chain")
    return same_name(gold.get("source_resolved"), names.get(chain[-1], ()))


def chain_right(gold: Row, found: Row, names: Mapping[str, Sequence[str]]) -> bool:
    """Return whether the chain has every layer, each with the right name, in order."""
    wanted = [name for name in gold.get("chain") or [] if name]
    chain = found["chain"]
    pairs = zip(wanted, chain, strict=False)
    return len(chain) == len(wanted) and all(same_name(name, names.get(id, ())) for name, id in pairs)


# --- claims --------------------------------------------------------------------------------------------------------


def overlap(a: Place, b: Place) -> float:
    """Return the overlap of two places as a share of the shorter one."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / min(a.end - a.start, b.end - b.start) if a.report == b.report and both > 0 else 0.0


def claim_pairs(gold: Sequence[Sequence[Place]], found: Sequence[Sequence[Place]]) -> tuple[Count, Count]:
    """Return how many pairs of mentions are right of those found, and how many gold pairs are found.

    A pair is two mentions of one claim in different reports.
    """
    told, mentions = _numbered(gold), _numbered(found)
    wanted = set(_pairs(told))
    near = [[k for k, (_, want) in enumerate(told) if overlap(want, got) >= SAME_PLACE] for _, got in mentions]
    pairs = _pairs(mentions)
    met = [{(min(a, b), max(a, b)) for a in near[i] for b in near[j]} & wanted for i, j in pairs]
    return Count(sum(map(bool, met)), len(pairs)), Count(len(set().union(*met)), len(wanted))


def _numbered(claims: Sequence[Sequence[Place]]) -> list[tuple[int, Place]]:
    """Return every mention with the number of its claim."""
    return [(number, mention) for number, claim in enumerate(claims) for mention in claim]


def _pairs(mentions: Sequence[tuple[int, Place]]) -> list[tuple[int, int]]:
    """Return the pairs of mentions of one claim in different reports, each as two positions in the list."""
    return [
        (i, j)
        for j, (claim, here) in enumerate(mentions)
        for i, (other, there) in enumerate(mentions[:j])
        if claim == other and here.report != there.report
    ]


def counted_origins(gold: Sequence[Place], claims: Sequence[tuple[int, Sequence[Place]]]) -> int | None:
    """Return the independent origins of the claim that meets most of the gold mentions.

    None where that claim does not meet them in two reports: then the claim was not found, and its count says nothing.

    :param claims: the count and the mentions of each claim found.
    """

    def met(mentions: Sequence[Place]) -> list[Place]:
        return [want for want in gold if any(overlap(want, got) >= SAME_PLACE for got in mentions)]

    if not claims:
        return None
    count, mentions = max(claims, key=lambda claim: len(met(claim[1])))
    return count if len({want.report for want in met(mentions)}) > 1 else None


# --- places --------------------------------------------------------------------------------------------------------


def pair_found(a: Place, b: Place, found: Iterable[Sequence[Place]]) -> bool:
    """Return whether one finding has both sides of a gold variant or tension."""
    return any(
        any(overlap(a, side) >= SAME_SIDE for side in sides) and any(overlap(b, side) >= SAME_SIDE for side in sides)
        for sides in found
    )


def place_found(wanted: Place, found: Iterable[Place]) -> bool:
    """Return whether any of the places found is the wanted one."""
    return any(overlap(wanted, got) >= SAME_PLACE for got in found)


def same_day(wanted: str | None, got: str | None) -> bool:
    """Return whether two ISO 8601 values are one up to the day."""
    return (wanted or "")[:DAY] == (got or "")[:DAY]


def time_right(wanted: Place, value: str | None, found: Iterable[tuple[Place, str | None]]) -> bool:
    """Return whether an expression is found with its value, up to the day."""
    return any(overlap(wanted, got) >= SAME_PLACE and same_day(value, other) for got, other in found)


def passage_characters(gold: Iterable[Place], found: Iterable[Place]) -> tuple[Count, Count]:
    """Return how many characters of the passages found are right, and how many of the gold passages are found."""
    wanted, got = (
        {(it.report, offset) for it in places for offset in range(it.start, it.end)} for places in (gold, found)
    )
    both = len(wanted & got)
    return Count(both, len(got)), Count(both, len(wanted))
