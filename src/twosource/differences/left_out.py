"""What each report leaves out of what the others tell, the best supported first, with its sentence that comes nearest.

A claim that a report does not tell may stand there in words that no rule joined. So each silence carries the piece of
the report that comes nearest, and is ``sure`` only where that piece is plainly about something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.differences.scene import Scene, held, scene
from twosource.language.encoder import Encoder, Vectors
from twosource.model import Case, Claim, Span

NEAR = 0.6
"""Cosine from which the nearest piece of a silent report may tell the claim after all: it is then not sure. Of 35 pairs
read in three stories, 11 of the 13 below it were not told; above it about one in three was told."""
HELD = 0.6
"""Share of the claim's meaning words and names in the sentence of that piece from which it may do so too."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim of others that a report leaves out.

    ``origins`` is the number of independent origins that carry the claim, ``told_by`` that of the reports. ``nearest``
    is the sentence of the silent report that comes nearest to it (None: the report tells nothing), ``likeness`` the
    cosine of the two. ``sure`` is False where that sentence may tell the claim after all.
    """

    report: str
    claim: str
    text: str
    origins: int
    told_by: int
    nearest: Span | None
    likeness: float
    sure: bool


def left_out(case: Case, encoder: Encoder | None = None) -> tuple[LeftOut, ...]:
    """Return what each report leaves out, by report; in each the claims with most independent origins first.

    A claim that no other report tells than one that merely copies it has one origin, and comes after those of two.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found: list[LeftOut] = []
    for story in case.stories:
        if len(story.reports) > 1:
            found.extend(_of_story(case, scene(case, sorted(story.reports), encoder)))
    return tuple(sorted(found, key=lambda one: (one.report, -one.origins, -one.told_by, not one.sure, one.claim)))


def _of_story(case: Case, told: Scene) -> Iterator[LeftOut]:
    vectors = [item.unit.vector for item in told.items]
    if not vectors or any(vector is None for vector in vectors):
        return
    matrix: Vectors = np.stack([vector for vector in vectors if vector is not None])
    places: dict[str, list[int]] = {report: [] for report in told.reports}
    for number, item in enumerate(told.items):
        places[item.report].append(number)
    for number, claim in enumerate(case.claims):
        members = told.members.get(number, ())
        silent = [report for report in claim.silent if report in places]
        if not members or not silent:
            continue
        near: Vectors = (matrix[list(members)] @ matrix.T).max(axis=0)
        for report in silent:
            yield _silence(told, claim, members, report, places[report], near)


def _silence(
    told: Scene, claim: Claim, members: Sequence[int], report: str, own: Sequence[int], near: Vectors
) -> LeftOut:
    """Return one silence with the piece of the report that comes nearest; of equals the first."""
    if not own:
        return LeftOut(report, claim.id, claim.text, claim.independent_origins, len(claim.reports), None, 0.0, True)
    best = max(own, key=lambda n: (float(near[n]), -n))
    like = round(float(near[best]), 2)
    sentence = told.sentence(told.items[best].span)
    around = frozenset(
        word for n in own if sentence.contains(told.items[n].span) for word in told.items[n].unit.content
    )
    share = max(held(told.items[member].unit, told.items[best].unit, around) for member in members)
    sure = like < NEAR and share < HELD
    return LeftOut(report, claim.id, claim.text, claim.independent_origins, len(claim.reports), sentence, like, sure)
