"""Each construct of attribution, alone: found, laid to the right source, and nothing found that nobody said."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.statements.constructs import CONSTRUCTS
from tests.statements.shape import SAID, Construct, Expected
from tests.support import COVERED, INSIDE, characters, hits, one_to_one, places, plain_case, run
from twosource.language import language
from twosource.model import Case, Statement
from twosource.statements import statements

VARIANTS_PER_CONSTRUCT = 10
SHAPES_OF_SILENCE = 20
"""Least number of ways in which a text can say that somebody did not say a thing."""


def _spans(text: str, expected: Expected) -> list[list[tuple[int, int]]]:
    """Return, for each wording of the content, where its pieces stand, each after the one before."""
    wordings = []
    for alternative in _alternatives(expected.pieces):
        found, after = [], 0
        for piece in alternative:
            start = text.index(piece, after)
            found.append((start, start + len(piece)))
            after = start + len(piece)
        wordings.append(found)
    return wordings


def _alternatives(pieces: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(wording,) for wording in pieces[0].split("|")] if len(pieces) == 1 else [pieces]


def _wanted(text: str, expected: Expected, predicted: list[frozenset[int]]) -> frozenset[int]:
    """Return the characters of the wording that a prediction covers best; of the first where none does."""
    wordings = [characters(spans) for spans in _spans(text, expected)]

    def best(wanted: frozenset[int]) -> float:
        return max((len(wanted & p) ** 2 / (len(wanted) * len(p)) for p in predicted if hits(wanted, p)), default=0.0)

    return max(wordings, key=best)


def _turn(wanted: frozenset[int], predicted: list[frozenset[int]]) -> list[int]:
    """Return the predictions that together tell a turn of several pieces, or none if they leave too much of it."""
    inside = [number for number, found in enumerate(predicted) if len(wanted & found) >= INSIDE * len(found)]
    covered = frozenset[int]().union(*(predicted[number] for number in inside))
    return inside if len(wanted & covered) >= COVERED * len(wanted) else []


def _source_faults(text: str, expected: Expected, found: Statement) -> list[str]:
    if expected.source is None:
        return [f"source {found.source.text!r} where the text names none"] if found.source else []
    if found.source is None:
        return [f"no source, not {expected.source!r}"]
    span = found.source
    for words in expected.source.split("|"):
        if any(start < span.end and span.start < end for start, end in places(text, words)):
            return []
    return [f"source {span.text!r}, not {expected.source!r}"]


def _faults(text: str, expected: Expected, found: Statement) -> list[str]:
    faults = _source_faults(text, expected, found)
    for name in ("kind", "stance", "act"):
        wanted, value = getattr(expected, name), str(getattr(found, name))
        if wanted is not None and value not in wanted.split("|"):
            faults.append(f"{name} {value}, not {wanted}")
    spoken_to = found.addressee_span.text if found.addressee_span else None
    if expected.addressee is not None and spoken_to != expected.addressee:
        faults.append(f"told to {spoken_to!r}, not {expected.addressee!r}")
    return [f"{expected.pieces[0]!r}: {fault}" for fault in faults]


def _check(construct: Construct, case: Case) -> list[str]:
    """Return what is wrong with the statements of the case, in words."""
    text, found = construct.text, list(case.statements)
    predicted = [characters(statement.content) for statement in found]
    faults: list[str] = []
    used: set[int] = set()
    matched: dict[str, str] = {}  # content of an expected statement → id of the statement that hits it
    single = [expected for expected in construct.expected if expected.joined]
    pairs = one_to_one(
        [_wanted(text, expected, predicted) for expected in single],
        predicted,
        lambda number, other: not _source_faults(text, single[number], found[other]),
    )
    for number, expected in enumerate(single):
        if number in pairs:
            used.add(pairs[number])
            matched[expected.pieces[0]] = found[pairs[number]].id
            faults += _faults(text, expected, found[pairs[number]])
        elif not expected.optional:
            faults.append(f"{expected.pieces} of {expected.source!r}: not found")
    for expected in construct.expected:
        if expected.joined:
            continue
        free = [number for number in range(len(found)) if number not in used]
        wanted = characters(_spans(text, expected)[0])
        members = [free[number] for number in _turn(wanted, [predicted[number] for number in free])]
        if not members:
            faults.append(f"{expected.pieces} of {expected.source!r}: not found")
        for number in members:
            used.add(number)
            faults += _faults(text, expected, found[number])
    faults += _parent_faults(single, pairs, found, matched)
    faults += [
        f"unexpected {s.act}: {[c.text for c in s.content]} of {s.source.text if s.source else None!r}"
        for number, s in enumerate(found)
        if number not in used and s.act in SAID.split("|")
    ]
    faults += [
        f"nobody said {words!r}"
        for words in construct.never
        if any(hits(characters(places(text, words)), p) for p in predicted)
    ]
    return faults


def _parent_faults(
    single: list[Expected], pairs: dict[int, int], found: list[Statement], matched: dict[str, str]
) -> list[str]:
    faults = []
    for number, expected in enumerate(single):
        if number not in pairs or expected.parent is None:
            continue
        parent = found[pairs[number]].parent
        wanted = matched.get(expected.parent) if expected.parent else None
        if parent != wanted:
            faults.append(f"{expected.pieces[0]!r}: stands inside {parent}, not {wanted}")
    return faults


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name.replace(" ", "-"))
def test_construct(construct: Construct) -> None:
    case = run(plain_case(construct.text, headline=construct.headline), language, statements)
    faults = _check(construct, case)
    told = [
        (
            str(s.act),
            s.source.text if s.source else None,
            [c.text for c in s.content],
            str(s.kind),
            str(s.stance),
            s.parent,
        )
        for s in case.statements
    ]
    assert not faults, "\n".join([construct.text, *faults, f"found: {told}"])


def test_the_sentences_are_sound() -> None:
    """Every expected word stands in its text, every parent is expected, every construct has its variants."""
    for construct in CONSTRUCTS:
        contents = {expected.pieces[0] for expected in construct.expected}
        for expected in construct.expected:
            assert _spans(construct.text, expected)
            assert expected.source is None or all(
                places(construct.text, words) for words in expected.source.split("|")
            ), (construct.name, expected.source)
            assert not expected.parent or expected.parent in contents, (construct.name, expected.parent)
            assert expected.addressee is None or places(construct.text, expected.addressee), construct.name
        for words in construct.never:
            assert places(construct.text, words), (construct.name, words)

    variants = Counter(construct.family for construct in CONSTRUCTS)
    assert min(variants.values()) >= VARIANTS_PER_CONSTRUCT, variants
    assert variants["not said"] >= SHAPES_OF_SILENCE
