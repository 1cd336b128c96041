"""Learns the network from PolNeAR's train part and invented sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.examples import Example, Tagged, other_marks, tagged
from training.learning import Course, learn_epochs
from training.network import Reader, Size, load_encoder
from training.pacing import cut

IGNORED = -100
"""Tag of the padding, which counts for nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of learning in which the rate rises and falls once."""

    epochs: int
    encoder_rate: float
    head_rate: float
    invented: bool
    """Whether the invented sentences are seen too. They are few, plain and made from patterns: last, and not often."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. The values are those of the weights that ship."""

    stages: tuple[Stage, ...] = (Stage(5, 1e-4, 6e-4, invented=False), Stage(1, 5e-5, 2e-4, invented=True))
    seed: int = 7
    pieces: int = 1000
    """Word pieces of a batch, padding counted."""
    warm: float = 0.05
    """Share of the steps of a stage in which the rate rises."""
    decay: float = 0.01
    frozen: int = 2
    """Lowest layers that stay as published; so do the embeddings."""
    empty: float = 0.5
    """Share of the paragraphs without an attribution that an epoch sees."""
    marks: float = 0.3
    """Share of the paragraphs whose quotation marks an epoch sees in another style."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learned from: paragraphs of a corpus, and invented ones."""

    corpus: Sequence[Example]
    invented: Sequence[Example]


def fit(texts: Texts, weights: Path, tokenizer: Tokenizer, plan: Plan, kept: Path) -> Reader:
    """Return the network after learning; a checkpoint of every epoch is written to ``kept``.

    :param weights: the published encoder, a ``.safetensors`` file.
    """
    torch.manual_seed(plan.seed)
    network = Reader(Size())
    load_encoder(network.tagger.encoder, weights)
    for number, stage in enumerate(plan.stages):
        chance = random.Random(plan.seed + number)
        if number:
            torch.manual_seed(plan.seed + number)
        _learn(network, stage, texts, tokenizer, plan, chance, kept / f"stage-{number + 1}")
    network.eval()
    return network


def _learn(
    network: Reader, stage: Stage, texts: Texts, tokenizer: Tokenizer, plan: Plan, chance: random.Random, kept: Path
) -> None:
    epochs = [
        _epoch(texts.corpus, texts.invented if stage.invented else (), tokenizer, plan, chance)
        for _ in range(stage.epochs)
    ]
    course = Course("tagger.encoder", stage.encoder_rate, stage.head_rate, plan.frozen, plan.warm, plan.decay)
    learn_epochs(network, course, epochs, lambda batch: _loss(network, batch), kept)


def _epoch(
    examples: Sequence[Example], invented: Sequence[Example], tokenizer: Tokenizer, plan: Plan, chance: random.Random
) -> list[list[Tagged]]:
    """Return the batches of an epoch: paragraphs of like length together, the batches in any order."""
    chosen = [it for it in examples if it.attributions or chance.random() < plan.empty]
    chosen = [other_marks(it, chance) if chance.random() < plan.marks else it for it in chosen]
    numbers = [tagged(it, tokenizer) for it in (*chosen, *invented)]
    numbers.sort(key=lambda it: (len(it.ids), chance.random()))
    found = list(cut(numbers, plan.pieces))
    chance.shuffle(found)
    return found


def _loss(network: Reader, batch: Sequence[Tagged]) -> Tensor:
    width = max(len(it.ids) for it in batch)

    def padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
        return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])

    ids = padded([it.ids for it in batch], 0)
    mask = padded([[1] * len(it.ids) for it in batch], 0).bool()
    hidden, scores = network.tagger(ids, mask)
    cues = padded([it.cues for it in batch], IGNORED)
    loss = functional.cross_entropy(scores.flatten(0, 1), cues.flatten(), ignore_index=IGNORED)
    rows = [number for number, it in enumerate(batch) for _ in it.roles]
    if rows:
        at = torch.tensor(rows)
        first = torch.tensor([cue for it in batch for cue, _ in it.roles])
        roles = padded([tags for it in batch for _, tags in it.roles], IGNORED)
        read = network.reader(hidden[at], mask[at], first)
        loss = loss + functional.cross_entropy(read.flatten(0, 1), roles.flatten(), ignore_index=IGNORED)
    return loss
