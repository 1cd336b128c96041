"""A trained reader of attributions: which words of a paragraph tell who said what.

One pass of a small encoder tags the cues ("said", "according to"); for each cue a small layer over the same vectors
tags its source and its content. ``weights/MODEL_CARD.md`` tells what it was trained on and how well it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.language.decoding import CONTENT, SOURCE, cues, role_tags, runs
from twosource.language.models import WEIGHTS, checked, session, tokenizer

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding

Range = tuple[int, int]
"""Start and end in code points of the paragraph, half-open."""

CUES_SHA256 = "556e2d776c6fdd573e443e07c8841ae0ccf46febb5c38bbc6d816c1adfa66729"
ROLES_SHA256 = "650d08ac77acdf66f6e3f1b08928a8ba2ea6b76c19c0363b12fd59ebb9007b15"
CUES_MODEL = WEIGHTS / "attributions-cues.int8.onnx"
ROLES_MODEL = WEIGHTS / "attributions-roles.onnx"

MAX_PIECES = 254
"""Word pieces read at once, two fewer than a power of two for the marks of start and end; one paragraph in two thousand
is longer, and is read in parts."""
LEAST = 0.2
"""Probability of a cue below which it is not looked at: what is made of it is for those who ask."""
_FIRST, _LAST = 101, 102
"""Word pieces that mark the start and the end of a text."""


class Attribution(NamedTuple):
    """Words that tell who said what, in code points of the paragraph.

    ``cue_probability`` is how sure the reader is that the cue is one, ``content_probability`` and
    ``source_probability`` how sure it is of the words of the content and of the source, on average; all uncalibrated.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    cue_probability: float
    content_probability: float
    source_probability: float


class Reader(Protocol):
    """Anything that reads attributions: the seam at which another model can take the place of ours."""

    def read(self, text: str) -> tuple[Attribution, ...]:
        """Return the attributions of a paragraph, in the order of their cues. They depend on the text alone."""


class Models(NamedTuple):
    """The two parts of the network, ready to run."""

    cues: InferenceSession
    roles: InferenceSession


class MiniLmReader:
    """The reader that comes with the package, loaded once a process; or one with other ``models``."""

    def __init__(self, models: Models | None = None) -> None:
        self._models = models

    def read(self, text: str) -> tuple[Attribution, ...]:
        """Return the attributions of a paragraph, in the order of their cues. They depend on the text alone.

        :raises ModelError: if a model file is missing or damaged, or the library cannot be loaded.
        """
        models = self._models or _shipped()
        pieces = tokenizer().encode(text, add_special_tokens=False)
        words = pieces.word_ids
        return tuple(
            found for first, last in _windows(text, pieces) for found in _read(models, text, pieces, words, first, last)
        )


@cache
def _shipped() -> Models:
    return Models(session(checked(CUES_MODEL, CUES_SHA256)), session(checked(ROLES_MODEL, ROLES_SHA256)))


def _windows(text: str, pieces: Encoding) -> Iterator[tuple[int, int]]:
    """Yield first and last + 1 piece of each part that is read at once, cut after a sentence where there is one."""
    offsets, first = pieces.offsets, 0
    while first < len(offsets):
        last = min(first + MAX_PIECES, len(offsets))
        if last < len(offsets):
            ends = (
                at
                for at in range(last, first + MAX_PIECES // 2, -1)
                if text[offsets[at - 1][0]] in '.!?”"' and text[offsets[at][0] - 1].isspace()
            )
            last = next(ends, last)
        yield first, last
        first = last


def _read(
    models: Models, text: str, pieces: Encoding, words: list[int | None], first: int, last: int
) -> Iterator[Attribution]:
    """Yield what stands in one window.

    It is read alone: the scales of 8-bit numbers, and so the results, depend on what is read together.
    """
    ids = np.array([[_FIRST, *pieces.ids[first:last], _LAST]], dtype=np.int64)
    hidden, scores = models.cues.run(None, {"ids": ids})
    found = cues(np.asarray(scores)[1:-1], LEAST)
    if not found:
        return
    at = np.array([cue.first + 1 for cue in found], dtype=np.int64)
    roles: Any = models.roles.run(None, {"hidden": hidden, "cue": at})[0]
    tags, probabilities = role_tags(np.asarray(roles)[:, 1:-1])
    offsets, own = pieces.offsets[first:last], words[first:last]

    def place(begin: int, end: int) -> Range:
        """Return the characters of pieces, widened to whole words."""
        while begin and own[begin - 1] == own[begin] is not None:
            begin -= 1
        while end < len(own) and own[end] == own[end - 1] is not None:
            end += 1
        return offsets[begin][0], offsets[end - 1][1]

    for cue, row, sure in zip(found, tags, probabilities, strict=True):
        content = [it for it in runs(row, CONTENT) if _has_word(text, place(*it))]
        if not content:
            continue
        sources = runs(row, SOURCE)
        source = max(sources, key=lambda it: (float(sure[it[0] : it[1]].sum()), -it[0]), default=None)
        yield Attribution(
            place(cue.first, cue.last),
            place(*source) if source else None,
            tuple(dict.fromkeys(place(*it) for it in content)),
            cue.probability,
            _mean(sure, content),
            _mean(sure, [source]) if source else 0.0,
        )


def _has_word(text: str, place: Range) -> bool:
    return any(character.isalnum() for character in text[place[0] : place[1]])


def _mean(sure: NDArray[np.float32], places: list[Range]) -> float:
    return float(np.concatenate([sure[a:b] for a, b in places]).mean())
