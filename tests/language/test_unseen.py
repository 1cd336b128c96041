"""What the models read of a text: one form of letters and apostrophes, and offsets in the text as it is stored."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.unseen import restored, seen
from twosource.model import Name, Parse, Sentence, Token


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hanne Kor\u200bva", "Hanne Korva"),
        ("Rene\u0301 Ve\u0301lin", "René Vélin"),
        ("Rene\u200b\u0301 left", "René left"),
        ("Kesh’s ferry, ‘the Brisk’, o ʼclock", "Kesh's ferry, 'the Brisk', o 'clock"),
        ("Kor\u0316va", "Kor\u0316va"),  # no one letter has this accent: it stays beside it
        ("“No,” he said.", "“No,” he said."),
        ("plain 'words'", "plain 'words'"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 9),
    ],
)
def test_the_models_read_what_a_reader_sees(text: str, read: str) -> None:
    assert seen(text) == read


@given(st.text(alphabet="aebnx \u0301\u0308\u0316\u0344\u0958\u200b\u00ad’'ʼ“é.", max_size=40))
def test_each_character_that_is_read_is_found_again_where_it_stands(text: str) -> None:
    read = seen(text)
    tokens = tuple(Token(read[at], at, at + 1, "", "", "", "", 0) for at in range(len(read)))
    sentences = (Sentence(0, len(read), 0, len(read)),) if read else ()
    parse = restored(Parse(read, tokens, sentences, (Name(0, len(read), "person"),) if read else ()), text)
    assert parse.text == text
    assert [token.text for token in parse.tokens] == list(read)
    starts = [token.start for token in parse.tokens]
    assert starts == sorted(starts)
    assert all(0 <= token.start < token.end <= len(text) for token in parse.tokens)
    for token in parse.tokens:
        first = unicodedata.normalize("NFD", token.text)[0]
        if not unicodedata.combining(first):  # accents of one letter may change their order
            assert first in unicodedata.normalize("NFD", seen(text[token.start : token.end]))


def test_words_names_and_sentences_keep_the_offsets_of_the_stored_text() -> None:
    text = "Rene\u0301 Ve\u0301\u200blin’s"
    read = seen(text)
    assert read == "René Vélin's"
    parse = Parse(
        read,
        (Token("René", 0, 4, "rené", "PROPN", "NNP", "", 1), Token("Vélin", 5, 10, "vélin", "PROPN", "NNP", "", 1)),
        (Sentence(0, 12, 0, 2),),
        (Name(0, 10, "person"),),
    )
    found = restored(parse, text)
    assert [text[token.start : token.end] for token in found.tokens] == ["Rene\u0301", "Ve\u0301\u200blin"]
    assert [text[name.start : name.end] for name in found.names] == ["Rene\u0301 Ve\u0301\u200blin"]
    assert (found.sentences[0].start, found.sentences[0].end) == (0, len(text))
