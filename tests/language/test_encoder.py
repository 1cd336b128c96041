"""The sentence encoder: vectors of unit length that depend on their text alone, and files that are checked."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from twosource.errors import ModelError
from twosource.language import encoder, models
from twosource.language.encoder import WIDTH, MiniLm
from twosource.language.models import TOKENIZER, TOKENIZER_SHA256, checked

TEXTS = (
    "The harbour council of Brenmark closed the ferry pier on Monday.",
    "Brenmark's harbour councillors shut the pier for ferries on Monday.",
    "A choir from Ollvik sang in the old granary.",
)


def test_vectors_have_unit_length_and_one_row_a_text() -> None:
    vectors = MiniLm().encode(TEXTS)
    assert vectors.shape == (3, WIDTH)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_text_gives_no_row() -> None:
    assert MiniLm().encode([]).shape == (0, WIDTH)


def test_a_rewording_is_nearer_than_another_subject() -> None:
    near, far = (MiniLm().encode(TEXTS) @ MiniLm().encode(TEXTS[:1])[0])[1:]
    assert near > far + 0.3


def test_a_vector_depends_on_its_text_alone() -> None:
    alone = MiniLm().encode(TEXTS[:1])[0]
    encoder._vector.cache_clear()
    backwards = MiniLm().encode(TEXTS[::-1])[2]
    assert np.array_equal(alone, backwards)


@pytest.mark.parametrize("text", ["", " ", "word " * 5_000, "\x00\ufffd", "“”"])
def test_any_text_gives_a_finite_vector(text: str) -> None:
    assert np.isfinite(MiniLm().encode([text])).all()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        checked(tmp_path / "gone.json", TOKENIZER_SHA256)
    assert "gone.json" in caught.value.where
    assert "pip install" in caught.value.advice


@pytest.mark.parametrize("keep", [0, 1_000])
def test_a_file_cut_short_is_named(tmp_path: Path, keep: int) -> None:
    file = tmp_path / "short.json"
    file.write_bytes(TOKENIZER.read_bytes()[:keep])
    with pytest.raises(ModelError, match="damaged") as caught:
        checked(file, TOKENIZER_SHA256)
    assert "short.json" in str(caught.value)


def test_a_damaged_tokenizer_stops_the_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "other.json"
    file.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(models, "TOKENIZER", file)
    models.tokenizer.cache_clear()
    encoder._model.cache_clear()
    encoder._vector.cache_clear()
    with pytest.raises(ModelError, match="damaged"):
        MiniLm().encode(["a"])
    encoder._model.cache_clear()
    models.tokenizer.cache_clear()


def test_the_model_card_tells_the_hashes_that_are_checked() -> None:
    card = (TOKENIZER.parent / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert encoder.WEIGHTS_SHA256 in card
    assert hashlib.sha256(TOKENIZER.read_bytes()).hexdigest() in card
