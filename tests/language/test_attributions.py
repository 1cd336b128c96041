"""The trained reader: what it reads in plain sentences, and that any text gives whole words inside itself."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import ModelError
from twosource.language import attributions, models, pairs
from twosource.language.attributions import MAX_PIECES, Attribution, MiniLmReader

READER = MiniLmReader()


def surest(text: str) -> Attribution:
    return max(READER.read(text), key=lambda it: it.cue_probability)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour ministry said on Monday that the ferry would not sail.",
            "The harbour ministry",
            "said",
            "that the ferry would not sail",
        ),
        ("“We lost the pier,” said Maren Voss.", "Maren Voss", "said", "“We lost the pier,”"),
        (
            "According to Orrin Wire, three crews were sent to Lowmere.",
            "Orrin Wire",
            "According to",
            "three crews were sent to Lowmere",
        ),
        ("The dam, Ivo Brandt insisted, would hold.", "Ivo Brandt", "insisted", "The dam"),
    ],
)
def test_reads_who_said_what(text: str, source: str, cue: str, content: str) -> None:
    found = surest(text)
    assert found.source is not None
    assert text[slice(*found.source)] == source
    assert text[slice(*found.cue)] == cue
    assert text[slice(*found.content[0])] == content


@pytest.mark.parametrize(
    "text", ["", " ", "The ferry sails at ten from the new pier.", "“”", "…", "\x00\ufffd", "e" + "\u0301" * 3_000]
)
def test_where_nobody_says_anything_nothing_is_sure(text: str) -> None:
    assert not [it for it in READER.read(text) if it.cue_probability > 0.5]


def test_an_attribution_depends_on_its_text_alone() -> None:
    text = "The union says 300 people walked out."
    first = READER.read(text)
    READER.read("“No,” said Okko. " * 40)
    assert READER.read(text) == first


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aé said“”,. \u200bЖ中\n:—", max_size=120))
def test_any_text_gives_ranges_inside_it(text: str) -> None:
    for found in READER.read(text):
        for start, end in (found.cue, *found.content, *([found.source] if found.source else [])):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


def test_a_long_paragraph_is_read_in_parts_to_its_end() -> None:
    sentence = "The mayor of Lowmere said that the bridge was closed. "
    found = [it for it in READER.read(sentence * 120) if it.cue_probability > 0.5]
    assert len(sentence.split()) * 120 > MAX_PIECES
    assert len(found) == 120
    assert [it.cue[0] for it in found] == [n * len(sentence) + sentence.index("said") for n in range(120)]


def test_a_damaged_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cut.onnx"
    file.write_bytes(attributions.CUES_MODEL.read_bytes()[:1_000])
    monkeypatch.setattr(attributions, "CUES_MODEL", file)
    attributions._shipped.cache_clear()
    with pytest.raises(ModelError, match="damaged") as caught:
        MiniLmReader().read("Okko said no.")
    assert "cut.onnx" in caught.value.where
    attributions._shipped.cache_clear()


def test_the_model_card_tells_the_hashes_that_are_checked() -> None:
    card = (models.WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")
    for file, sha256 in (
        (attributions.CUES_MODEL, attributions.CUES_SHA256),
        (attributions.ROLES_MODEL, attributions.ROLES_SHA256),
        (pairs.PAIRS_MODEL, pairs.PAIRS_SHA256),
    ):
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256
        assert sha256 in card
        assert file.name in card
