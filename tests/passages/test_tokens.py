"""Words as arrays: the same words as the rest of the program reads, at the same places, whatever bytes come in."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.passages.blocks import _boundaries, _quotes
from twosource.passages.telling import (
    CLOSED,
    CONTENT,
    ENDS_CLOSED,
    OPENED,
    PARAGRAPH,
    PHRASE,
    PLAIN,
    SENTENCE,
    UNIT,
    weight,
)
from twosource.passages.tokens import Tokens, tokenise, tokenise_utf8
from twosource.stories.words import FUNCTION, NEWSROOM, Word, words

ASCII = st.text(st.characters(max_codepoint=127), max_size=120)
NEWS = st.text(
    st.sampled_from("aàeéöüßçñœæıAÉÖZ19½²'’‘ʼ＇“”„«»–—…-_.,;:!?() \n\t\u00a0\u00ad\u200b\u200d\u0301\u0308\ufb01Ωж")
)
VISIBLE = NEWS.map(lambda text: "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn")))


def spans(tokens: Tokens, text: int = 0) -> list[tuple[int, int]]:
    here = slice(tokens.offsets[text], tokens.offsets[text + 1])
    return list(zip(tokens.start[here].tolist(), tokens.end[here].tolist(), strict=True))


def same_as_words(text: str) -> None:
    found, tokens = words(text), tokenise([text])
    assert spans(tokens) == [(word.start, word.end) for word in found]
    codes = tokens.code.tolist()
    assert [codes.index(code) for code in codes] == [[w.norm for w in found].index(word.norm) for word in found]


@given(ASCII)
@settings(max_examples=300, deadline=None)
def test_ascii_has_the_words_of_the_program(text: str) -> None:
    same_as_words(text)


@given(NEWS)
@example("\u00ad'a’\u0301b’ c\u200d")
@example("’tis O’Brien's rock ’n’ roll’s")
@settings(max_examples=500, deadline=None)
def test_typographic_text_has_the_words_of_the_program(text: str) -> None:
    same_as_words(text)


@given(
    st.lists(st.sampled_from(["Ibáñez's", "CAFÉ", "naïve", "Škoda", "ﬁne", "straße", "Ệ", "Ωμέγα", "İstanbul", "한국"]))
)
@settings(max_examples=60, deadline=None)
def test_composed_and_decomposed_letters_are_the_same_words(found: list[str]) -> None:
    text = " ".join(found)
    composed, decomposed = (tokenise([unicodedata.normalize(form, text)]) for form in ("NFC", "NFD"))
    assert composed.code.tolist() == decomposed.code.tolist()
    assert composed.key.tolist() == decomposed.key.tolist()
    assert tokenise([text.swapcase().replace("'", "’")]).code.tolist() == tokenise([text.casefold()]).code.tolist()


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_places_point_into_the_text_whatever_it_is(first: str, second: str) -> None:
    tokens = tokenise([first, second])
    for number, text in enumerate((first, second)):
        last = 0
        for start, end in spans(tokens, number):
            assert last <= start < end <= len(text)
            last = end
    assert tokenise([first]).code.tolist() == tokens.code[: tokens.offsets[1]].tolist()  # no text reaches into another


@given(st.binary(max_size=80), st.lists(st.integers(0, 80), max_size=4))
@settings(max_examples=200, deadline=None)
def test_broken_bytes_cost_no_other_text(data: bytes, cuts: list[int]) -> None:
    places = np.array(sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)}), np.int64)
    held = np.frombuffer(data, np.uint8)
    whole = tokenise_utf8(held, places)
    for number in range(len(places) - 1):
        alone = tokenise_utf8(
            held[places[number] : places[number + 1]], np.array([0, places[number + 1] - places[number]])
        )
        assert alone.key[0] == whole.key[number]


def test_a_lone_surrogate_stands_between_words() -> None:
    assert spans(tokenise(["one\ud800two \udfff"])) == [(0, 3), (4, 7)]


def test_scripts_without_spaces_have_a_word_a_character() -> None:
    assert spans(tokenise(["東京 tower です。ก\u0e34น"])) == [
        (0, 1),
        (1, 2),
        (3, 8),
        (9, 10),
        (10, 11),
        (12, 14),
        (14, 15),
    ]


def test_no_texts_and_empty_texts_have_no_words() -> None:
    assert len(tokenise([])) == 0
    tokens = tokenise(["", " … ", ""])
    assert tokens.offsets.tolist() == [0, 0, 0, 0]
    assert len(set(tokens.key.tolist())) == 1


@pytest.mark.parametrize(("first", "second"), [("a b", "b a"), ("a", "a a"), ("ab c", "a bc"), ("", "a")])
def test_the_key_tells_sequences_of_words_apart(first: str, second: str) -> None:
    one, other = tokenise([first, second]).key
    assert one != other


@given(VISIBLE)
@example("“We will not,” Veltz said. ‘No.’ Then: “Go!”")
@example('Dr. Brandt went. "9 of them stayed," she said…\n(And left.)')
@settings(max_examples=300, deadline=None)
def test_sentences_clauses_and_marks_are_those_that_blocks_have(text: str) -> None:
    found, marks = words(text), tokenise([text]).marks
    if not found:
        return
    paragraph, sentence, clause = _boundaries(text, found)
    opened, closed = _quotes(text, found)
    for flags, mark in ((paragraph, PARAGRAPH), (sentence, SENTENCE), (clause, PHRASE), (opened, OPENED)):
        assert ((marks & mark) > 0).tolist() == flags[:-1].tolist()
    assert ((marks & CLOSED) > 0).tolist() == closed[:-1].tolist()


def test_a_mark_after_the_last_word_is_noted() -> None:
    assert tokenise(["she said “no.”"]).marks[-1] & ENDS_CLOSED
    assert not tokenise(["she said no."]).marks[-1] & ENDS_CLOSED


def plain(word: Word, starts: bool) -> bool:
    return not (word.norm in NEWSROOM or word.norm[0].isdigit() or (word.capital and not starts))


def test_what_is_known_of_words_is_what_the_lists_say() -> None:
    text = "The Harbour's pilots' reporters closed 12 berths on Monday. Nobody they'd asked knew why A. Veltz left"
    tokens = tokenise([text])
    for word, told, marks in zip(words(text), tokens.told.tolist(), tokens.marks.tolist(), strict=True):
        function = word.norm in FUNCTION or len(word.norm) == 1
        assert told == round(weight(word.norm) * UNIT), word
        assert bool(marks & CONTENT) is not function, word
        assert bool(marks & PLAIN) is (not function and plain(word, bool(marks & SENTENCE))), word
