"""The network that judges a pair: the small encoder over both texts at once, and three heads on what it makes of them.

Reading both together lets every word of one look for its counterpart in the other (Devlin and others, 2019, "BERT").
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.judge.examples import RELATIONS
from training.network import Encoder, Size


class PairJudge(nn.Module):
    """The encoder with three heads.

    ``same``: the same thing told, in every detail. ``paraphrase``: what people call one, who let a detail pass.
    ``relation``: what the second text is to the first, one score for each of :data:`RELATIONS`.
    """

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.mixed = nn.Linear(2 * size.width, size.width)
        self.drop = nn.Dropout(size.dropout)
        self.same = nn.Linear(size.width, 1)
        self.paraphrase = nn.Linear(size.width, 1)
        self.relation = nn.Linear(size.width, len(RELATIONS))

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of a batch of pairs: same (pairs), paraphrase (pairs) and relation (pairs, relations).

        :param kinds: 0 for the pieces of the first text, 1 for those of the second.
        """
        hidden = self.encoder(ids, mask, kinds)
        there = mask[:, :, None]
        mean = (hidden * there).sum(1) / there.sum(1)
        pooled = self.drop(torch.tanh(self.mixed(torch.cat((hidden[:, 0], mean), dim=1))))
        same: Tensor = self.same(pooled)
        paraphrase: Tensor = self.paraphrase(pooled)
        relation: Tensor = self.relation(pooled)
        return same[:, 0], paraphrase[:, 0], relation
