"""Writes the learned judge as an ONNX file with 8-bit weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.judge.network import PairJudge
from twosource.language.pairs import PAIRS_MODEL


class _One(nn.Module):
    """The judge for one pair without padding."""

    def __init__(self, judge: PairJudge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        same, paraphrase, relation = self.judge(ids, torch.ones_like(ids, dtype=torch.bool), kinds)
        return same, paraphrase, relation


def export(network: PairJudge, folder: Path) -> Path:
    """Write the judge into ``folder`` and return its path.

    8-bit weights a channel with 7 bits in use: on processors without VNNI sums of 8-bit products overflow otherwise.
    """
    network.eval()
    path = folder / PAIRS_MODEL.name
    ids, kinds = torch.tensor([[101, 2023, 102, 2003, 102]]), torch.tensor([[0, 0, 0, 1, 1]])
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        plain = Path(scratch) / "pairs.onnx"
        torch.onnx.export(
            _One(network).eval(),
            (ids, kinds),
            str(plain),
            input_names=["ids", "kinds"],
            output_names=["same", "paraphrase", "relation"],
            dynamic_axes={"ids": {1: "pieces"}, "kinds": {1: "pieces"}},
            dynamo=False,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return path
