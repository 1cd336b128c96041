"""From scores of tags to runs of word pieces: the best tags of a paragraph, in which every run begins as it must."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
"""One row a word piece, one column a tag; unnormalised."""


class Role(NamedTuple):
    """The tag that begins a run of a role, and the tag that goes on with it."""

    begin: int
    inside: int


SOURCE = Role(1, 2)
CONTENT = Role(3, 4)
TAGS = 5
"""Outside, and two tags for each role."""
_FOLLOWS = np.zeros((TAGS, TAGS), dtype=np.float32)
"""What a step from one tag to the next costs: nothing, or everything."""
for _role in (SOURCE, CONTENT):
    _FOLLOWS[:, _role.inside] = -np.inf
    _FOLLOWS[[_role.begin, _role.inside], _role.inside] = 0.0


class CueRun(NamedTuple):
    """A cue: its pieces ``first`` … ``last - 1``, and the probability that one begins there."""

    first: int
    last: int
    probability: float


def probabilities(scores: Scores) -> Scores:
    """Return the softmax over the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def cues(scores: Scores, least: float) -> list[CueRun]:
    """Return the cues of a paragraph, in order.

    :param scores: columns outside, first piece of a cue, other piece of a cue.
    :param least: probability of a first piece from which on a cue is taken.
    """
    shares = probabilities(scores)
    found: list[CueRun] = []
    for at in np.flatnonzero(shares[:, 1] >= least).tolist():
        if found and at < found[-1].last:
            continue
        last = at + 1
        while last < len(shares) and shares[last, 0] < 0.5:  # two cues never touch: what begins at once goes on
            last += 1
        found.append(CueRun(at, last, float(shares[at, 1])))
    return found


def role_tags(scores: Scores) -> tuple[NDArray[np.int64], Scores]:
    """Return the best lawful tags of every cue, and the probability of each tag taken (Viterbi, 1967).

    :param scores: cues, pieces, tags.
    """
    logs = np.log(np.maximum(probabilities(scores), 1e-9))
    count, length, _ = logs.shape
    best = logs[:, 0].copy()
    best[:, [SOURCE.inside, CONTENT.inside]] = -np.inf
    came = np.zeros((count, length, TAGS), dtype=np.int64)
    for at in range(1, length):
        ways = best[:, :, None] + _FOLLOWS[None]
        came[:, at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + logs[:, at]
    tags = np.zeros((count, length), dtype=np.int64)
    tags[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for at in range(length - 1, 0, -1):
        tags[:, at - 1] = came[rows, at, tags[:, at]]
    taken: Scores = np.exp(np.take_along_axis(logs, tags[:, :, None], axis=2)[:, :, 0])
    return tags, taken


def runs(tags: NDArray[np.int64], role: Role) -> list[tuple[int, int]]:
    """Return the runs of a role, as first and last + 1 piece."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(tags.tolist()):
        if tag == role.begin:
            found.append((at, at + 1))
        elif tag == role.inside:
            found[-1] = (found[-1][0], at + 1)
    return found
