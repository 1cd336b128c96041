"""The network that reads attributions: a small encoder, a tagger of cues, and a layer that reads the roles of each cue.

An attribution is read as a predicate with its arguments, as in semantic role labelling (Shi and Lin, 2019, "Simple
BERT models for relation extraction and semantic role labeling"): the cue is the predicate, source and content are its
arguments. Every cue is read on its own, so that the contents of two cues may hold one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

CUES = ("O", "B", "I")
"""Tags of a token as a part of a cue."""
ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
"""Tags of a token as a part of the arguments of one cue."""
REACH = 127
"""Word pieces left and right of a cue that have an embedding of their distance; farther ones share the last."""


@dataclass(frozen=True, slots=True)
class Size:
    """Sizes of the network; those of the encoder are the published ones of MiniLM-L6-H384-uncased."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    role_width: int = 192
    role_heads: int = 4
    role_inner: int = 512
    dropout: float = 0.1


class Attention(nn.Module):
    """Multi-head self-attention over the pieces of a paragraph."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the mixed pieces. ``mask``: one row a paragraph, true where there is a piece."""

        def split(y: Tensor) -> Tensor:
            return y.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = functional.scaled_dot_product_attention(query, key, value, mask[:, None, None, :])
        out: Tensor = self.out(mixed.transpose(1, 2).flatten(2))
        return out


class Layer(nn.Module):
    """One encoder layer as in BERT: attention and a feed-forward net, each followed by a normalised sum."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.grow, self.shrink = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the pieces after one layer."""
        x = self.attention_norm(x + self.drop(self.attention(x, mask)))
        out: Tensor = self.norm(x + self.drop(self.shrink(functional.gelu(self.grow(x)))))
        return out


class Encoder(nn.Module):
    """MiniLM: embeddings and six layers."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.words = nn.Embedding(size.vocabulary, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.types = nn.Embedding(2, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(
            [Layer(size.width, size.heads, size.inner, size.dropout) for _ in range(size.layers)]
        )
        self.drop = nn.Dropout(size.dropout)

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor | None = None) -> Tensor:
        """Return one vector a piece.

        :param kinds: 0 for the pieces of a first text, 1 for those of a second; None where there is one text.
        """
        places = torch.arange(ids.shape[1])
        kind = self.types.weight[0] if kinds is None else self.types(kinds)
        x = self.words(ids) + self.positions(places) + kind
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class CueTagger(nn.Module):
    """The encoder with a tag of :data:`CUES` for every piece."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.cues = nn.Linear(size.width, len(CUES))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the vectors of the pieces and the scores of their tags."""
        hidden = self.encoder(ids, mask)
        return hidden, self.cues(hidden)


class RoleReader(nn.Module):
    """Given a paragraph and one of its cues, a tag of :data:`ROLES` for every piece."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.piece = nn.Linear(size.width, size.role_width)
        self.cue = nn.Linear(size.width, size.role_width)
        self.both = nn.Linear(size.width, size.role_width)
        self.distance = nn.Embedding(2 * REACH + 1, size.role_width)
        self.norm = nn.LayerNorm(size.role_width, eps=1e-12)
        self.layer = Layer(size.role_width, size.role_heads, size.role_inner, size.dropout)
        self.roles = nn.Linear(size.role_width, len(ROLES))

    def forward(self, hidden: Tensor, mask: Tensor, cue: Tensor) -> Tensor:
        """Return the scores of the tags.

        :param hidden: vectors of the pieces, one paragraph a cue (cues, pieces, width).
        :param mask: true where there is a piece (cues, pieces).
        :param cue: the first piece of each cue (cues).
        """
        at = hidden.gather(1, cue[:, None, None].expand(-1, 1, hidden.shape[2]))
        places = torch.arange(hidden.shape[1])[None, :] - cue[:, None]
        near = self.distance(places.clamp(-REACH, REACH) + REACH)
        x = self.norm(self.piece(hidden) + self.cue(at) + self.both(hidden * at) + near)
        tags: Tensor = self.roles(self.layer(x, mask))
        return tags


class Reader(nn.Module):
    """Both parts."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.tagger = CueTagger(size)
        self.reader = RoleReader(size)


_NAMES = {
    "attention.self.query": "attention.query",
    "attention.self.key": "attention.key",
    "attention.self.value": "attention.value",
    "attention.output.dense": "attention.out",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "grow",
    "output.dense": "shrink",
    "output.LayerNorm": "norm",
}


def load_encoder(encoder: Encoder, weights: Path) -> None:
    """Fill the encoder with published BERT weights of the same size.

    :param weights: a ``.safetensors`` file with BERT's names.
    :raises RuntimeError: if a tensor is missing or has another shape.
    """
    found = load_file(str(weights))
    state = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "positions.weight": found["embeddings.position_embeddings.weight"],
        "types.weight": found["embeddings.token_type_embeddings.weight"],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for number in range(len(encoder.layers)):
        for theirs, ours in _NAMES.items():
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{kind}"] = found[f"encoder.layer.{number}.{theirs}.{kind}"]
    encoder.load_state_dict(state)
