"""Learns the judge of pairs: first what follows from what, then what tells the same thing."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.judge.examples import NOT_ENTAILED, Pair
from training.judge.network import PairJudge
from training.learning import Course, learn_epochs
from training.pacing import cut

MOST_PIECES = 128
"""Word pieces of a pair that are read, the marks of start and end counted."""
_FIRST, _BETWEEN = 101, 102


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of learning in which the rate rises and falls once.

    ``pairs`` gives those of an epoch, by its number.
    """

    pairs: Callable[[int], Sequence[Pair]]
    epochs: int
    encoder_rate: float = 1e-4
    head_rate: float = 4e-4
    pieces: int = 1600
    """Word pieces of a batch, padding counted."""
    warm: float = 0.06
    decay: float = 0.01
    frozen: int = 2
    """Lowest layers that stay as they are; so do the embeddings."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A pair as the network reads it: its pieces, where the second text starts, and its labels."""

    ids: tuple[int, ...]
    second: int
    same: bool | None
    paraphrase: bool | None
    relation: int | None


def numbered(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Numbered]:
    """Return the pairs in word pieces, the longer text cut where both are too long."""
    texts = [it.ids for it in tokenizer.encode_batch([t for p in pairs for t in (p.a, p.b)], add_special_tokens=False)]
    found = []
    for pair, a, b in zip(pairs, texts[::2], texts[1::2], strict=True):
        while len(a) + len(b) > MOST_PIECES - 3:
            longer = a if len(a) >= len(b) else b
            del longer[-1]
        ids = (_FIRST, *a, _BETWEEN, *b, _BETWEEN)
        found.append(Numbered(ids, len(a) + 2, pair.same, pair.paraphrase, pair.relation))
    return found


def learn(network: PairJudge, stage: Stage, tokenizer: Tokenizer, seed: int, kept: Path) -> None:
    """Learn one stage; a checkpoint of every epoch is written beside ``kept``."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    epochs = [_batches(numbered(stage.pairs(n), tokenizer), stage.pieces, chance) for n in range(stage.epochs)]
    course = Course("encoder", stage.encoder_rate, stage.head_rate, stage.frozen, stage.warm, stage.decay)
    learn_epochs(network, course, epochs, lambda batch: _loss(network, batch), kept)
    network.eval()


def _batches(pairs: list[Numbered], pieces: int, chance: random.Random) -> list[list[Numbered]]:
    """Return the batches of an epoch: pairs of like length together, the batches in any order."""
    ordered = sorted(pairs, key=lambda it: (len(it.ids), chance.random()))
    found = list(cut(ordered, pieces))
    chance.shuffle(found)
    return found


def padded(batch: Sequence[Numbered]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the pieces of a batch, where there are some, and which are of the second text."""
    width = max(len(it.ids) for it in batch)
    ids = torch.tensor([[*it.ids, *[0] * (width - len(it.ids))] for it in batch])
    places = torch.arange(width)[None, :]
    mask = places < torch.tensor([[len(it.ids)] for it in batch])
    kinds = ((places >= torch.tensor([[it.second] for it in batch])) & mask).long()
    return ids, mask, kinds


def _loss(network: PairJudge, batch: Sequence[Numbered]) -> Tensor:
    same, paraphrase, relation = network(*padded(batch))
    loss = _told(same, [it.same for it in batch]) + _told(paraphrase, [it.paraphrase for it in batch])
    told = [n for n, it in enumerate(batch) if it.relation is not None and it.relation != NOT_ENTAILED]
    if told:
        labels = torch.tensor([batch[n].relation for n in told])
        loss = loss + functional.cross_entropy(relation[told], labels, reduction="sum")
    not_entailed = [n for n, it in enumerate(batch) if it.relation == NOT_ENTAILED]
    if not_entailed:
        share = functional.softmax(relation[not_entailed], dim=1)[:, 0]
        loss = loss - torch.log1p(-share.clamp(max=1 - 1e-6)).sum()
    return loss / len(batch)


def _told(scores: Tensor, labels: Sequence[bool | None]) -> Tensor:
    """Return the sum of the losses of the pairs whose label is known."""
    known = [n for n, label in enumerate(labels) if label is not None]
    if not known:
        return torch.zeros(())
    wanted = torch.tensor([float(bool(labels[n])) for n in known])
    return functional.binary_cross_entropy_with_logits(scores[known], wanted, reduction="sum")
