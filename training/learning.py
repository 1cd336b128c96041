"""The loop in which a network learns: the same for the reader and for the judge of pairs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

from training.pacing import InPieces, pace

TOLD_EVERY = 100
"""Steps after which a run tells how far it is."""

Example = TypeVar("Example", bound=InPieces)


@dataclass(frozen=True, slots=True)
class Course:
    """How fast a network learns, and what of its encoder stays as it is.

    ``encoder`` is the name of the encoder within the network. ``frozen`` are its lowest layers that stay; so do its
    embeddings. ``warm`` is the share of the steps in which the rate rises.
    """

    encoder: str
    encoder_rate: float
    head_rate: float
    frozen: int
    warm: float
    decay: float


def learn_epochs(
    network: nn.Module,
    course: Course,
    epochs: Sequence[Sequence[Sequence[Example]]],
    loss_of: Callable[[Sequence[Example]], Tensor],
    kept: Path,
) -> None:
    """Learn from the batches of all epochs; a checkpoint of every epoch is written beside ``kept``."""
    steps = sum(map(len, epochs))
    optimiser = torch.optim.AdamW(_groups(network, course), weight_decay=course.decay)
    rates = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(step / steps, course.warm))
    started, step, seen = time.monotonic(), 0, 0
    network.train()
    for number, batches in enumerate(epochs):
        total = 0.0
        for batch in batches:
            loss = loss_of(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            optimiser.zero_grad(set_to_none=True)
            total += loss.item()
            step += 1
            seen += sum(len(it.ids) for it in batch)
            if step % TOLD_EVERY == 0:
                rate = seen / (time.monotonic() - started)
                print(f"step {step} of {steps}, loss {loss.item():.3f}, {rate:.0f} pieces a second", flush=True)
        print(f"epoch {number + 1} of {len(epochs)}: mean loss {total / len(batches):.4f}", flush=True)
        torch.save(network.state_dict(), f"{kept}-epoch-{number + 1}.pt")


def _groups(network: nn.Module, course: Course) -> list[dict[str, object]]:
    fixed = ("words", "positions", "types", "norm", *(f"layers.{n}." for n in range(course.frozen)))
    encoder, heads = [], []
    for name, parameter in network.named_parameters():
        inner = name.removeprefix(f"{course.encoder}.")
        if inner == name:
            heads.append(parameter)
        elif inner.startswith(fixed):
            parameter.requires_grad = False
        else:
            encoder.append(parameter)
    return [{"params": encoder, "lr": course.encoder_rate}, {"params": heads, "lr": course.head_rate}]
