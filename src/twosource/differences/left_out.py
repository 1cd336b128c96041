"""What each report leaves out of what the others tell, the best supported first, with its sentence that comes nearest.

A claim that a report does not tell may stand there in words that no rule joined. So each silence carries the sentence
of the report that comes nearest, and is ``sure`` only where that sentence is plainly about something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from twosource.differences.scene import Scene, held
from twosource.language.encoder import Vectors
from twosource.likeness import Unit
from twosource.model import Claim, Silence

NEAR = 0.6
"""Cosine from which the nearest piece of a silent report may tell the claim after all: it is then not sure. Of 35 pairs
read in three stories, 11 of the 13 below it were not told; above it about one in three was told."""
HELD = 0.6
"""Share of the claim's meaning words and names in the sentence of that piece from which it may do so too."""
MOST = 60
"""Silences that are told of one report, the weightiest; ``silent`` of the claims names the report for all of them."""
ASKED = 8
"""Different wordings of a claim that a silent report is compared with; the rest say what these say."""
SAME = 4
"""Decimal places from which two cosines are equal on every machine; ``SHOWN`` of them are told."""
SHOWN = 2


def left_out(told: Scene, claims: Sequence[Claim], most: int = MOST) -> Iterator[Silence]:
    """Yield what each report of a story leaves out, by report; in each the claims with most independent origins first.

    A claim that no other report tells than one that merely copies it has one origin, and comes after those of two.

    :param claims: the claims of the case, in its order, each ``silent`` only where nobody speaks against it.
    :param most: silences that are told of one report.
    """
    places: dict[str, list[int]] = {report: [] for report in told.reports}
    for number, item in enumerate(told.items):
        places[item.report].append(number)
    missing: dict[str, list[int]] = {report: [] for report in told.reports}
    for number in told.members:
        for report in claims[number].silent:
            if report in missing:
                missing[report].append(number)
    for report in told.reports:
        own = tuple(places[report])
        matrix = _matrix([told.items[place].unit for place in own])
        for number in sorted(missing[report], key=lambda number: _weight(claims[number]))[:most]:
            yield _silence(told, claims[number], told.members[number], report, own, matrix)


def _weight(claim: Claim) -> tuple[int, int, str, str]:
    """Return what sorts claims by how much a silence on them weighs; of equals by their words, not their files."""
    return -claim.independent_origins, -len(claim.reports), claim.text, claim.id


def _silence(
    told: Scene, claim: Claim, members: Sequence[int], report: str, own: Sequence[int], matrix: Vectors
) -> Silence:
    """Return one silence with the sentence of the report that comes nearest; of equals the first.

    :param members: the pieces that tell the claim; ``own``: those of the report, whose vectors are ``matrix``.
    """
    if not own:
        return Silence(report, claim.id, None, 0.0, True)
    distinct = {id(told.items[member].unit): told.items[member].unit for member in members}
    asked = sorted(distinct.values(), key=lambda unit: unit.words)[:ASKED]
    near: Vectors = (matrix @ _matrix(asked).T).max(axis=1)
    like, place = max((round(float(value), SAME), -place) for value, place in zip(near, own, strict=True))
    piece = told.items[-place]
    sentence = told.sentence(piece.span)
    around = frozenset(
        word for other in own if sentence.contains(told.items[other].span) for word in told.items[other].unit.content
    )
    share = max(held(unit, piece.unit, around) for unit in asked)
    return Silence(report, claim.id, sentence, round(like, SHOWN), like < NEAR and share < HELD)


def _matrix(units: Sequence[Unit]) -> Vectors:
    """Return the vectors of units, a row each.

    :raises ValueError: if one has none; those of a scene have.
    """
    vectors = [unit.vector for unit in units if unit.vector is not None]
    if len(vectors) < len(units):
        raise ValueError("a piece of the scene has no vector")
    return np.stack(vectors) if vectors else np.zeros((0, 0), dtype=np.float32)
