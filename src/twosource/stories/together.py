"""Reports that were given as those of one event: where their content is one, their dates alone do not part them.

The date of a page may be that of its last change, or of another page. Whoever gives a few reports as those of one event
has looked at them; in an archive nobody has, and there the same words on another day are another story.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from twosource.stories.blocks import Block, Ints
from twosource.stories.features import NO_DAY
from twosource.stories.links import Links, scores

TOGETHER: Final = -3.0
"""Log-odds that make one story of reports that were given together. An archive wants more."""
WHATEVER_DAY: Final = 9.0
"""Mean log-odds, dates left out, from which two groups are one story: two meetings of the same actors, months apart and
told in like words, reach 8."""
FEW: Final = 200
"""Texts up to which every pair is scored."""


def all_pairs(block: Block) -> Links:
    """Return every pair of a few reports with its score."""
    first, second = np.triu_indices(len(block), 1)
    return Links(first, second, scores(block, first, second))


def whatever_day(block: Block, labels: Ints) -> Ints:
    """Return the labels with the groups joined whose content is one, the likest first.

    A group's label stays the row of its founder: the earliest dated report, of equals that with the least text hash.
    """
    same_day = replace(block, days=np.where(block.days == NO_DAY, NO_DAY, 1).astype(block.days.dtype))
    pairs = all_pairs(same_day)
    alike = np.zeros((len(block), len(block)))
    alike[pairs.first, pairs.second] = alike[pairs.second, pairs.first] = pairs.scores
    found = labels.copy()
    while True:
        founders, group = np.unique(found, return_inverse=True)
        member = np.eye(len(founders))[group]
        sizes = member.sum(axis=0)
        mean = (member.T @ alike @ member) / np.outer(sizes, sizes)
        np.fill_diagonal(mean, -np.inf)
        best = np.round(np.triu(mean, 1) + np.tril(np.full_like(mean, -np.inf)), 6)
        if len(founders) < 2 or best.max() < WHATEVER_DAY:
            return found
        one, other = (int(founders[k]) for k in np.unravel_index(int(best.argmax()), best.shape))
        undated = np.iinfo(block.days.dtype).max
        kept = min(one, other, key=lambda row: (int(block.days[row]) or undated, int(block.texts[row])))
        found[(found == one) | (found == other)] = kept
