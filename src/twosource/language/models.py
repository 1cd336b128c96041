"""Model files: checked against their known hashes, and opened the same way everywhere."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
"""Folder of the model files that ship with the package."""
TOKENIZER = WEIGHTS / "minilm-tokenizer.json"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
ADVICE = "reinstall twosource: python -m pip install --force-reinstall twosource"


def checked(path: Path, sha256: str) -> bytes:
    """Return the bytes of a model file after comparing them with their known hash.

    :raises ModelError: if the file is missing, cannot be read, is cut short or is another file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"a model file cannot be read: {error.strerror or error}", str(path), ADVICE) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        what = f"a model file is damaged or not the right one: its {len(data):,} bytes do not have the expected SHA-256"
        raise ModelError(what, str(path), ADVICE)
    return data


def session(weights: bytes) -> InferenceSession:
    """Return an ONNX model ready to run on one thread, which makes its results the same on every machine's load.

    :raises ModelError: if the library cannot be loaded.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError(f"a model cannot be loaded: {error}", error.name or "", ADVICE) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: a library does not print
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


@cache
def tokenizer(most: int | None = None) -> Tokenizer:
    """Return the word-piece tokenizer of our models.

    :param most: pieces after which a text is cut; None cuts nothing.
    :raises ModelError: if the file is missing or damaged, or the library cannot be loaded.
    """
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(f"the tokenizer cannot be loaded: {error}", error.name or "", ADVICE) from error
    found = Tokenizer.from_buffer(checked(TOKENIZER, TOKENIZER_SHA256))
    found.no_padding()
    if most is None:
        found.no_truncation()
    else:
        found.enable_truncation(most)
    return found
