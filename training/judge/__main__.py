"""Makes the weights of the judge of pairs again: ``python -m training.judge --data DIR --encoder model.safetensors``.

First it learns what follows from what (parts of MultiNLI, SICK, RTE), then what tells the same thing (the training part
of the Microsoft Research Paraphrase Corpus, MTRef, clauses of the even topics of ECB+, and copies of their sentences
with one thing changed), and last, at a lower rate, what people call a paraphrase. It writes the ONNX file, measures it
on pairs that were kept back, and stops with an error where it does worse than :data:`FLOORS`. On one core it takes
about an hour and a half. The seeds are fixed; another version of the libraries, or another number of threads, gives
weights that differ in their last digits.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from bench.claim_sets import UNSEEN
from training.judge.coreference import clause_pairs
from training.judge.examples import Pair, inference, paraphrases, translations
from training.judge.export import export
from training.judge.fit import Stage, learn
from training.judge.measure import measure
from training.judge.mixing import Sources, epoch, settling
from training.judge.network import PairJudge
from training.network import Size, load_encoder
from twosource.language.models import WEIGHTS, tokenizer

SEED = 7
EPOCH_SEED = 11
"""The seed of the second stage's first epoch; the next ones count on."""
LAST_SEED = 31
"""The same of the third stage."""
EPOCHS = 3
"""Of the second stage; the first has one."""
LAST_EPOCHS = 4
"""Of the third stage, in which every layer learns."""
FLOORS = {"paraphrase": 0.82, "same": 0.47}
"""Least F1 by either head: on the paraphrases and on the clauses (the odd topics) that were kept back."""
CLAUSES = 800
"""Pairs of clauses that are measured."""
LEARNED = "pairs.safetensors"
"""File with the weights before they are rounded to 8 bits."""


def main(arguments: list[str] | None = None) -> int:
    """Learn, write, measure; return 1 where the judge does worse than it must."""
    parser = argparse.ArgumentParser(prog="python -m training.judge", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with mrpc, nli, wordalign and ecbplus")
    parser.add_argument("--encoder", type=Path, help="the published MiniLM-L6 weights, .safetensors")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="folder for the weights")
    parser.add_argument("--kept", type=Path, help="folder for checkpoints (default: a temporary one)")
    parser.add_argument("--learned", type=Path, help="write these weights again instead of learning")
    options = parser.parse_args(arguments)
    if not (options.learned or options.encoder):
        parser.error("--encoder or --learned is needed")
    torch.set_num_threads(1)
    found = list(paraphrases(options.data / "mrpc" / "msr_paraphrase_train_backup.txt"))
    torch.manual_seed(SEED)
    network = PairJudge(Size())
    if options.learned:
        network.load_state_dict(load_file(str(options.learned)))
    else:
        kept = options.kept or Path(tempfile.mkdtemp(prefix="twosource-training-"))
        _learn(network, options.encoder, options.data, found[UNSEEN:], kept)
        save_file(network.state_dict(), str(kept / LEARNED))
        print(f"what was learned, before rounding: {kept / LEARNED}")
    file = export(network, options.out)
    print(f"{file.name}: {file.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(file.read_bytes()).hexdigest()}")
    clauses = list(clause_pairs(options.data / "ecbplus", learned=False))
    random.Random(SEED).shuffle(clauses)
    return 0 if _reaches(file, {"paraphrase": found[:UNSEEN], "same": clauses[:CLAUSES]}) else 1


def _learn(network: PairJudge, encoder: Path, data: Path, learned: list[Pair], kept: Path) -> None:
    load_encoder(network.encoder, encoder)
    inferences = list(inference(data / "nli"))
    learn(network, Stage(lambda _: inferences, 1), tokenizer(), SEED, kept / "stage-1")
    plain = [replace(pair, paraphrase=None) for pair in learned]  # two things to learn, one after the other
    sources = Sources(
        plain,
        list(translations(data / "wordalign" / "mtref-train.tsv")),
        list(clause_pairs(data / "ecbplus", learned=True)),
        inferences,
    )
    stage = Stage(lambda n: epoch(sources, random.Random(EPOCH_SEED + n)), EPOCHS, head_rate=3e-4)
    learn(network, stage, tokenizer(), SEED + 1, kept / "stage-2")
    last_sources = replace(sources, paraphrases=learned)
    last = Stage(lambda n: settling(last_sources, random.Random(LAST_SEED + n)), LAST_EPOCHS, 5e-5, 6e-4, frozen=0)
    learn(network, last, tokenizer(), SEED + 2, kept / "stage-3")


def _reaches(file: Path, sets: dict[str, list[Pair]]) -> bool:
    short = []
    for name, pairs in sets.items():
        found = measure(file, pairs, attrgetter(name))
        print(f"{name}: {found.pairs} pairs, precision {found.precision:.3f}, recall {found.recall:.3f}, ", end="")
        print(f"F1 {found.f1:.3f}, right {found.right:.3f}")
        if found.f1 < FLOORS[name]:
            short.append(f"F1 of {name} is below {FLOORS[name]}")
    print(*short, sep="\n", file=sys.stderr)
    return not short


if __name__ == "__main__":
    sys.exit(main())
