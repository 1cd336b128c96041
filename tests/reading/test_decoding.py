"""Bytes to text: what is decoded, how it was decided, and what is refused."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import NotText
from twosource.reading.decoding import decode


@given(st.text().filter(lambda text: not text.startswith("\ufeff") and all(c >= " " for c in text)))
def test_utf8_is_decoded_unchanged(text: str) -> None:
    magic = text.encode().startswith((b"%PDF-", b"PK", b"GIF8", b"PAR1", b"SQLite"))
    if not magic and "\x7f" not in text:
        assert decode(text.encode("utf-8")).text == text


def test_line_ends_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n\n").text == "one\r\ntwo\rthree\n\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le")],
)  # fmt: skip
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(mark: bytes, codec: str) -> None:
    text = "Bürgermeisterin Åsa Völund trat zurück."
    decoded = decode(mark + text.encode(codec))
    assert decoded.text == text
    assert "byte order mark" in decoded.note


def test_the_note_names_the_codec_that_gives_the_stored_text() -> None:
    data = codecs.BOM_UTF8 + "Ærø".encode()
    decoded = decode(data)
    codec = decoded.note.removeprefix("encoding: ").split(",")[0]
    assert data.decode(codec) == decoded.text


def test_typographic_marks_in_windows_1252_without_a_label() -> None:
    text = "“We’re done,” the mayor said – and left the café."
    decoded = decode(text.encode("windows-1252"))
    assert decoded.text == text
    assert "windows-1252" in decoded.note


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "Мэр города заявил, что плотина выдержит любой паводок. " * 20),
        ("shift_jis", "市長は、ダムは洪水に耐えると述べた。" * 20),
        ("iso-8859-7", "Ο δήμαρχος είπε ότι το φράγμα θα αντέξει. " * 20),
    ],
)
def test_other_alphabets_without_a_label(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Starosta Dušan Růžička řekl žádné peníze</body></html>'
    assert decode(page.encode("iso-8859-2"), page=True).text == page


def test_valid_utf8_wins_over_a_lying_label() -> None:
    page = '<meta charset="windows-1252"><p>“Nein”, sagte Völund.</p>'
    assert decode(page.encode("utf-8"), page=True).text == page


def test_a_page_that_says_utf8_and_is_not() -> None:
    page = '<meta charset="utf-8"><p>“We’re done,” she said.</p>'
    assert decode(page.encode("windows-1252"), page=True).text == page


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape", "rot13", "no-such-codec", "base64"])
def test_a_codec_that_changes_plain_letters_is_not_obeyed(name: str) -> None:
    page = f'<meta charset="{name}"><p>+ADw-script+AD4- \\u0041 “kept”</p>'
    assert decode(page.encode("windows-1252"), page=True).text == page


def test_one_broken_byte_costs_one_character() -> None:
    data = "„Ölpreis“ — größer, süßer, schöner".encode()
    decoded = decode(data[:20] + b"\xff" + data[20:])
    assert decoded.text.count("\ufffd") <= 2
    assert "shown as U+FFFD" in decoded.note


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x89PNG\r\n", b"PAR1"])
def test_known_binary_formats_are_named(head: bytes) -> None:
    with pytest.raises(NotText, match="not text"):
        decode(head + b"some letters")


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(NotText):
        decode(random.Random(7).randbytes(200_000))  # noqa: S311  # fixed bytes for a test, no secret


def test_a_single_nul_does_not_cost_the_text() -> None:
    assert decode(b"The dam\x00 held, the mayor said.").text == "The dam\x00 held, the mayor said."
