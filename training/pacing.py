"""How fast a network learns, and how much it sees at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class InPieces(Protocol):
    """An example in word pieces."""

    @property
    def ids(self) -> Sequence[int]:
        """Its pieces."""


Example = TypeVar("Example", bound=InPieces)


def pace(done: float, warm: float) -> float:
    """Return the share of the highest rate at a share of the steps: it rises for ``warm``, then falls to 0."""
    return done / warm if done < warm else (1 - done) / (1 - warm)


def cut(examples: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    """Yield examples, which come the shortest first, in batches of so many word pieces at most, padding counted."""
    batch: list[Example] = []
    for example in examples:
        if batch and len(example.ids) * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch
