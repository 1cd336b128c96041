"""Long paragraphs are cut where it harms least, and characters that nobody sees part no word and shift no offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import plain_case
from twosource.language import language
from twosource.language.pieces import EARLIEST, pieces
from twosource.language.unseen import seen
from twosource.model import Case
from twosource.options import Limits, Options

SENTENCE = "The ferry of Orrin left the pier of Halden. "


def cut(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in pieces(text, 0, len(text), limit)]


def read(text: str, limit: int = 20_000) -> Case:
    case = plain_case(text)
    return language(Case(reports=case.reports, options=Options(limits=Limits(paragraph_characters=limit))))


@given(st.text(alphabet='ab. “”"!\u0301\n', max_size=400), st.integers(1, 90))
def test_pieces_are_short_and_lose_nothing(text: str, limit: int) -> None:
    found = cut(text, limit)
    assert "".join(found) == text
    assert all(len(piece) <= limit for piece in found)
    assert all(len(piece) >= int(limit * EARLIEST) for piece in found[:-1])


def test_a_short_paragraph_stays_whole() -> None:
    assert cut(SENTENCE, len(SENTENCE)) == [SENTENCE]


def test_a_cut_falls_behind_a_sentence() -> None:
    assert all(piece.endswith("Halden. ") for piece in cut(SENTENCE * 20, 150))


def test_a_cut_falls_outside_a_quotation_where_there_is_a_place() -> None:
    text = SENTENCE * 2 + "“It left. It came. It left. It came. It left.” " + SENTENCE
    assert cut(text, 130)[0] == SENTENCE * 2


def test_a_quotation_without_end_is_cut_behind_a_sentence() -> None:
    assert all(piece.endswith("Halden. ") for piece in cut("“" + SENTENCE * 20, 150))


def test_without_a_sentence_a_cut_falls_between_words() -> None:
    assert {word for piece in cut("ferry pier " * 50, 64) for word in piece.split()} == {"ferry", "pier"}


def test_a_letter_keeps_its_accent() -> None:
    assert all(piece[0] == "e" for piece in cut("e\u0301" * 100, 31))


def test_paragraphs_of_a_long_part_stand_where_they_say() -> None:
    text = "  " + SENTENCE * 40
    case = read(text, 200)
    assert len(case.paragraphs) > 5
    for paragraph in case.paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.parse.text == paragraph.parse.text.strip()


@pytest.mark.parametrize("mark", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\u202e"])
def test_a_character_that_nobody_sees_parts_no_word(mark: str) -> None:
    plain = "“We know nothing,” said Hanne Korva of Halden. It left."
    text = plain.replace("orv", f"or{mark}v").replace("said", f"sa{mark}id") + mark
    (hidden,), (clear,) = read(text).paragraphs, read(plain).paragraphs
    assert hidden.parse.text == text
    assert [t[3:] for t in hidden.parse.tokens] == [t[3:] for t in clear.parse.tokens]
    for token, other in zip(hidden.parse.tokens, clear.parse.tokens, strict=True):
        assert token.text == other.text == seen(text[token.start : token.end])
    there = [seen(text[n.start : n.end]) for n in hidden.parse.names]
    assert there == [plain[n.start : n.end] for n in clear.parse.names]
    there = [seen(text[s.start : s.end]) for s in hidden.parse.sentences]
    assert there == [plain[s.start : s.end] for s in clear.parse.sentences]


def test_a_part_without_a_character_that_is_seen_is_no_paragraph() -> None:
    assert read("\u200b\u2060\n\u200d \u200b\nIt left.").paragraphs[0].parse.text == "It left."
