"""Writes the learned network as ONNX files: the encoder with 8-bit weights, the small role layer as it is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import CueTagger, Reader, RoleReader

TAGGER = "attributions-cues.int8.onnx"
ROLES = "attributions-roles.onnx"


class _Cues(nn.Module):
    """The tagger for one paragraph without padding."""

    def __init__(self, tagger: CueTagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        hidden, cues = self.tagger(ids, torch.ones_like(ids, dtype=torch.bool))
        return hidden[0], cues[0]


class _Roles(nn.Module):
    """The role layer for the cues of one paragraph."""

    def __init__(self, reader: RoleReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, hidden: Tensor, cue: Tensor) -> Tensor:
        many = hidden[None].expand(cue.shape[0], -1, -1)
        tags: Tensor = self.reader(many, torch.ones(many.shape[:2], dtype=torch.bool), cue)
        return tags


def export(network: Reader, folder: Path) -> tuple[Path, Path]:
    """Write both parts into ``folder`` and return their paths.

    8-bit weights a channel with 7 bits in use: on processors without VNNI sums of 8-bit products overflow otherwise.
    """
    network.eval()
    tagger, roles = folder / TAGGER, folder / ROLES
    ids, hidden, cue = torch.tensor([[101, 2023, 2003, 102]]), torch.zeros(4, 384), torch.tensor([1, 2])
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        plain = Path(scratch) / "cues.onnx"
        torch.onnx.export(
            _Cues(network.tagger).eval(),
            (ids,),
            str(plain),
            input_names=["ids"],
            output_names=["hidden", "cues"],
            dynamic_axes={"ids": {1: "pieces"}, "hidden": {0: "pieces"}, "cues": {0: "pieces"}},
            dynamo=False,
        )
        quantize_dynamic(plain, tagger, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        torch.onnx.export(
            _Roles(network.reader).eval(),
            (hidden, cue),
            str(roles),
            input_names=["hidden", "cue"],
            output_names=["roles"],
            dynamic_axes={"hidden": {0: "pieces"}, "cue": {0: "cues"}, "roles": {0: "cues", 1: "pieces"}},
            dynamo=False,
        )
    return tagger, roles
