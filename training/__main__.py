"""Makes the weights of the attribution reader again: ``python -m training --data DIR --encoder model.safetensors``.

It learns from PolNeAR's train part and from invented sentences, writes the two ONNX files, reads PolNeAR's dev part
with them as the package would, and stops with an error where they read worse than :data:`FLOORS`. On two cores it takes
about an hour. The seed is fixed; another version of the libraries, or another number of threads, gives weights that
differ in their last digits.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from training.examples import paragraphs
from training.export import export
from training.fit import Plan, Texts, fit
from training.invented import examples
from training.measure import Measured, measure
from training.network import Reader, Size
from twosource.language.models import WEIGHTS, tokenizer

FLOORS = {"precision": 0.78, "recall": 0.73, "exact": 0.60, "source": 0.95}
"""What weights must reach on PolNeAR's dev part, read alone, cues from :data:`THRESHOLD` on."""
THRESHOLD = 0.5
LEARNED = "attributions.safetensors"
"""File with the weights before they are rounded to 8 bits."""


def main(arguments: list[str] | None = None) -> int:
    """Learn, write, measure; return 1 where the weights read worse than they must."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/train and polnear/dev")
    parser.add_argument("--encoder", type=Path, required=True, help="the published MiniLM-L6 weights, .safetensors")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="folder for the weights")
    parser.add_argument("--kept", type=Path, default=None, help="folder for a checkpoint of every epoch")
    parser.add_argument("--learned", type=Path, default=None, help="export these weights instead of learning")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.learned:
        network = Reader(Size())
        network.load_state_dict(load_file(str(options.learned)))
    else:
        texts = Texts(list(paragraphs(options.data / "polnear" / "train")), examples())
        kept = options.kept or Path(tempfile.mkdtemp(prefix="twosource-training-"))
        network = fit(texts, options.encoder, tokenizer(), Plan(), kept)
        save_file(network.state_dict(), str(kept / LEARNED))
        print(f"what was learned, before rounding: {kept / LEARNED}")
    files = export(network, options.out)
    for file in files:
        print(f"{file.name}: {file.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(file.read_bytes()).hexdigest()}")
    found = measure(options.data / "polnear" / "dev", files, THRESHOLD)
    print(found)
    return 0 if _reaches(found) else 1


def _reaches(found: Measured) -> bool:
    short = {name: floor for name, floor in FLOORS.items() if getattr(found, name) < floor}
    for name, floor in short.items():
        print(f"{name} {getattr(found, name):.3f} is below {floor}", file=sys.stderr)
    return not short


if __name__ == "__main__":
    sys.exit(main())
