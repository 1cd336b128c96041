"""Compare what a run found in a story with what a careful reader found: see ``README.md`` for the fixture's format."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tests.support import COVERED, INSIDE, characters, one_to_one, places
from twosource.model import READ, Case, Report, Span, Statement

OVERLAP = 0.5
"""Share of the shorter of two stretches that must be common for them to be the same place."""


class Place(NamedTuple):
    """A stretch of a report's stored text."""

    report: str
    start: int
    end: int


class Score(NamedTuple):
    """How many of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that is right; 1 where there is nothing to be right about."""
        return self.right / self.of if self.of else 1.0


def f1(found: Score, wanted: Score) -> float:
    """Return the harmonic mean of precision (``found``) and recall (``wanted``)."""
    total = found.share + wanted.share
    return 2 * found.share * wanted.share / total if total else 0.0


def load(name: str) -> dict[str, Any]:
    """Return the expected findings of a story."""
    text = (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
    findings: dict[str, Any] = json.loads(text)
    return findings


def readable(report: Report) -> frozenset[int]:
    """Return the offsets of the report that are read for findings."""
    return characters((part.start, part.end) for part in report.parts if part.kind in READ)


def locate(case: Case, report: str, words: str, around: str | None = None) -> Place:
    """Return where the words are told: their first place that is wholly read, inside ``around`` if that is given.

    :raises AssertionError: if they are told nowhere: lost, changed or masked.
    """
    whole = case.report(report)
    read = readable(whole)
    for start, end in places(whole.text, around or words):
        if around:
            start += around.index(words)
            end = start + len(words)
        if all(whole.text[at].isspace() or at in read for at in range(start, end)):
            return Place(report, start, end)
    raise AssertionError(f"{report} does not tell {words!r}: lost, changed or masked")


def same(one: Place, other: Place | Span, share: float = OVERLAP) -> bool:
    """Return whether two stretches are the same place: enough of the shorter one is common."""
    if one.report != other.report:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and common >= share * min(one.end - one.start, other.end - other.start)


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, folded."""
    return frozenset("".join(c.lower() if c.isalnum() else " " for c in name).split())


def names_of(case: Case, source: str) -> tuple[str, ...]:
    """Return the name and the variants of a source."""
    for one in case.sources:
        if one.id == source:
            return (one.name, *one.variants)
    raise AssertionError(f"the chain names {source}, and the case has no such source")


def is_named(case: Case, source: str, wanted: str) -> bool:
    """Return whether a name of the source has all words of one of the wanted names (``|`` between them)."""
    return any(words_of(one) <= words_of(name) for one in wanted.split("|") for name in names_of(case, source))


@dataclass(frozen=True, slots=True)
class Match:
    """An expected statement and the statements that tell it (more than one only for a turn of several pieces)."""

    expected: dict[str, Any]
    found: tuple[Statement, ...]


def _pieces(expected: dict[str, Any]) -> list[str]:
    content = expected["content"]
    return [content] if isinstance(content, str) else list(content)


def content_of(case: Case, expected: dict[str, Any]) -> frozenset[int]:
    """Return the characters of the expected content."""
    return characters(locate(case, expected["report"], piece)[1:] for piece in _pieces(expected))


def match_statements(case: Case, story: dict[str, Any]) -> tuple[list[Match], list[Statement]]:
    """Return each expected statement with what was found for it, and the statements found for nothing."""
    matches: list[Match] = []
    rest: list[Statement] = []
    for report in story["reports"]:
        expected = [item for item in story["statements"] if item["report"] == report]
        found = [item for item in case.statements if item.report == report]
        mine, left = _match(case, expected, found)
        matches += mine
        rest += left
    return matches, rest


def _match(case: Case, expected: list[dict[str, Any]], found: list[Statement]) -> tuple[list[Match], list[Statement]]:
    told = [characters(statement.content) for statement in found]
    single = [item for item in expected if len(_pieces(item)) == 1]
    pairs = one_to_one(
        [_best_wording(case, item, told) for item in single],
        told,
        lambda number, other: single[number]["source"] is None or source_is_right(case, single[number], found[other]),
    )
    used = set(pairs.values())
    matches = [Match(item, (found[pairs[n]],) if n in pairs else ()) for n, item in enumerate(single)]
    for item in expected:
        if item in single:
            continue
        wanted = content_of(case, item)
        inside = [n for n, t in enumerate(told) if n not in used and len(wanted & t) >= INSIDE * len(t)]
        covered = frozenset[int]().union(*(told[n] for n in inside))
        members = inside if len(wanted & covered) >= COVERED * len(wanted) else []
        used |= set(members)
        matches.append(Match(item, tuple(found[n] for n in members)))
    return matches, [statement for n, statement in enumerate(found) if n not in used]


def _best_wording(case: Case, expected: dict[str, Any], told: list[frozenset[int]]) -> frozenset[int]:
    """Return the content, or its wider reading where the text is garbled and a statement tells that better."""
    content = content_of(case, expected)
    if "wider" not in expected:
        return content
    wider = characters([locate(case, expected["report"], expected["wider"])[1:]])
    return wider if any(len(wider & t) >= COVERED * len(wider) for t in told) else content


def chain_is_right(case: Case, expected: dict[str, Any], found: Statement) -> bool:
    """Return whether every layer of the chain is there, in order, and no other."""
    chain: list[str] = expected["chain"]
    return len(found.chain) == len(chain) and all(
        is_named(case, source, wanted) for source, wanted in zip(found.chain, chain, strict=True)
    )


def source_is_right(case: Case, expected: dict[str, Any], found: Statement) -> bool:
    """Return whether the source span is one of those that the reader would mark."""
    text = case.report(found.report).text
    span = found.source
    return span is not None and any(
        start < span.end and span.start < end for start, end in places(text, expected["source"])
    )


def wrong_mouth(case: Case, story: dict[str, Any], expected: dict[str, Any], found: Statement) -> str | None:
    """Return the name of somebody of the story's people who is given a statement that they had no part in."""
    if not found.chain or expected["chain"] is None or chain_is_right(case, expected, found):
        return None
    for person in story["people"]:
        group = "|".join(person)
        if is_named(case, found.chain[-1], group):
            ours = any(words_of(one) & words_of(layer) for one in person for layer in expected["chain"])
            return None if ours else str(person[0])
    return None


def origin_of(case: Case, story: dict[str, Any], mention: Place | Span) -> str:
    """Return where a mention truly enters the reports: its outermost source, else the voice of the report's text."""
    best, origin = 0.0, str(story["reports"][mention.report]["own_voice"])
    where = characters([(mention.start, mention.end)])
    for item in story["statements"]:
        label = item.get("origin") or (item["chain"] or [""])[0].split("|")[0]
        if item["report"] != mention.report or not label:
            continue
        content = content_of(case, item)
        if "wider" in item:
            content |= characters([locate(case, item["report"], item["wider"])[1:]])
        share = len(where & content) / min(len(where), len(content))
        if share >= OVERLAP and share > best:
            best, origin = share, label
    return origin


def pairs(claims: Iterable[list[Place]]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of mentions of one claim that stand in different reports."""
    for mentions in claims:
        for number, one in enumerate(mentions):
            for other in mentions[:number]:
                if one.report != other.report:
                    yield one, other


def joins(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    """Return whether two pairs join the same two places, in either order."""
    (a, b), (c, d) = one, other
    return (same(a, c) and same(b, d)) or (same(a, d) and same(b, c))


def place_of(span: Span) -> Place:
    """Return the place of a span."""
    return Place(span.report, span.start, span.end)


def at_least(score: Score, floor: float, missing: object = "") -> None:
    """Fail, naming what is missing, if the share is under the floor."""
    assert score.share >= floor, f"{score.right} of {score.of}, floor {floor}: {missing}"
