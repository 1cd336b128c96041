"""Whether two voices stand in one passage, and whether at the same place of it."""

from __future__ import annotations

from twosource.model import Passage, PassageKind, Span
from twosource.origins.scene import Scene
from twosource.origins.voices import Voice

HELD = 0.5
"""Least share of a mention that must lie in a passage for the mention to stand in it."""
SAME_PLACE = 0.4
"""Least overlap (shared part of both stretches together) of two mentions' places in a passage, measured as shares of
its length, for the two to be one sentence of it."""


def common_passage(scene: Scene, a: Voice, b: Voice, *, same_place: bool) -> Passage | None:
    """Return the closest passage that holds both voices' mentions, in two reports, or at one place of it."""
    if a.report == b.report:
        return None
    for kind in PassageKind:  # verbatim, near, reworded
        for passage in scene.passages.get(a.report, ()):
            if passage.kind is kind and _both_in(scene, a, b, passage, same_place):
                return passage
    return None


def _both_in(scene: Scene, a: Voice, b: Voice, passage: Passage, same_place: bool) -> bool:
    here, there = (_places_in(scene, voice, passage) for voice in (a, b))
    if not same_place:
        return bool(here) and bool(there)
    return any(_overlap(_share(a.span, x), _share(b.span, y)) >= SAME_PLACE for x in here for y in there)


def _places_in(scene: Scene, voice: Voice, passage: Passage) -> list[Span]:
    """Return the places of a passage in which a voice's mention stands."""
    length = voice.span.end - voice.span.start
    places = scene.places.get((voice.report, passage.id), ())
    return [place for place in places if place.overlap(voice.span) >= HELD * min(length, place.end - place.start)]


def _share(span: Span, place: Span) -> tuple[float, float]:
    """Return where a span starts and ends in a place, as shares of its length; what stands outside does not count."""
    length = place.end - place.start
    return max(0.0, (span.start - place.start) / length), min(1.0, (span.end - place.start) / length)


def _overlap(x: tuple[float, float], y: tuple[float, float]) -> float:
    whole = max(x[1], y[1]) - min(x[0], y[0])
    return (min(x[1], y[1]) - max(x[0], y[0])) / whole if whole > 0 else 0.0
