"""Passages of many texts: every kind of edit is found, standing paragraphs are not, and no text hurts another."""

from __future__ import annotations

import random
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.passages.making import chance, paragraph, report, reworded, text, words
from twosource.passages import chains as chaining
from twosource.passages.archive import BLOCK, gathered, matches
from twosource.passages.candidates import STANDING
from twosource.passages.chains import REPEATS, chains
from twosource.passages.tokens import tokenise
from twosource.passages.verify import Matches, verify

OTHERS = [text(report(seed)) for seed in range(500, 520)]


def pairs(found: Matches) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in zip(found.a.tolist(), found.b.tolist(), strict=True)}


def told(found: Matches, texts: list[str]) -> list[tuple[list[tuple[str, str]], int, bool]]:
    """Return the matches by what they say, whatever the numbers of the texts."""
    rows = []
    for k in range(len(found)):
        here = texts[found.a[k]], texts[found.a[k]][found.a_start[k] : found.a_end[k]]
        there = texts[found.b[k]], texts[found.b[k]][found.b_start[k] : found.b_end[k]]
        rows.append((sorted((here, there)), int(found.shared[k]), bool(found.verbatim[k])))
    return sorted(rows)


def shuffled(paragraphs: list[str]) -> list[str]:
    turned = list(paragraphs)
    chance(1).shuffle(turned)
    return turned


EDITS = {
    "light": lambda it: reworded(text(it), 0.03, 5),
    "truncated": lambda it: text(it)[: len(text(it)) // 2],
    "shuffled": lambda it: text(shuffled(it)),
    "every seventh word": lambda it: reworded(text(it), 0.15, 6),
    "embedded": lambda it: text([*report(90, 2), it[2], *report(91, 3)]),
    "upper case": lambda it: text(it).upper(),
    "decomposed": lambda it: unicodedata.normalize("NFD", text(it).replace("a", "ä")).replace("a\u0308", "a"),
    "without breaks": lambda it: text(it).replace("\n\n", " "),
}


@pytest.mark.parametrize("edit", EDITS)
def test_every_kind_of_edit_is_found_and_nothing_else(edit: str) -> None:
    for seed in range(1, 6):
        original = report(seed)
        texts = [*OTHERS[:10], text(original), *OTHERS[10:], EDITS[edit](original)]
        found = matches(texts)
        assert pairs(found) <= {frozenset((10, len(texts) - 1))}
        if tokenise(texts).key[10] != tokenise(texts).key[-1]:  # a text with the same words is grouped, not matched
            assert len(found) >= 1


def test_an_embedded_paragraph_is_found_to_the_character() -> None:
    shared = paragraph(7)
    texts = [text([*report(1, 2), shared]), text([shared, *report(2, 3)])]
    found = matches(texts)
    assert told(found, texts) == [(sorted((it, shared.removesuffix(".")) for it in texts), 60, True)]
    assert found.similarity.tolist() == [1]


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=5),
    st.lists(st.integers(0, 5), min_size=1, max_size=5),
    st.integers(0, 9),
)
@settings(max_examples=60, deadline=None)
def test_words_of_a_verbatim_match_are_equal_and_places_are_those_of_words(
    one: list[int], two: list[int], seed: int
) -> None:
    texts = [text([paragraph(n) for n in one]), reworded(text([paragraph(n) for n in two]), 0.02, seed)]
    tokens = tokenise(texts)
    found = verify(tokens, np.array([0]), np.array([1]))
    for k in range(len(found)):
        here = tokens.code[tokens.offsets[0] :][found.a_first[k] : found.a_last[k]].tolist()
        there = tokens.code[tokens.offsets[1] :][found.b_first[k] : found.b_last[k]].tolist()
        assert bool(found.verbatim[k]) is (here == there)
        assert 0 < found.shared[k] <= min(len(here), len(there))
        assert found.a_start[k] == tokens.start[tokens.offsets[0] + found.a_first[k]]
        assert found.b_end[k] == tokens.end[tokens.offsets[1] + found.b_last[k] - 1]
        assert found.similarity[k] == pytest.approx(2 * found.shared[k] / (len(here) + len(there)))
    if set(one) & set(two):
        assert len(found) >= 1


@given(st.permutations(range(8)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_texts_changes_nothing(order: list[int]) -> None:
    original = report(3)
    texts = [
        text(original),
        *(EDITS[edit](original) for edit in list(EDITS)[:5]),
        OTHERS[0],
        text([*report(4, 2), original[0]]),
    ]
    turned = [texts[k] for k in order]
    assert told(matches(turned), turned) == told(matches(texts), texts)


def test_a_text_of_other_words_changes_nothing_for_the_others() -> None:
    original = report(3)
    texts = [text(original), EDITS["light"](original), EDITS["embedded"](original)]
    assert told(matches([*texts, *OTHERS]), [*texts, *OTHERS]) == told(matches(texts), texts)


def test_a_standing_paragraph_is_no_match_and_one_that_few_share_is() -> None:
    note = paragraph(77, 48)
    few, many = ([text([*report(1000 + n), note]) for n in range(count)] for count in (3, STANDING + 10))
    assert len(pairs(matches(few))) == 3
    assert len(matches(many)) == 0


def test_a_long_text_that_hundreds_carry_with_edits_stays_connected() -> None:
    original = text(report(8, 6))
    texts = [reworded(original, 0.02, n) for n in range(300)]
    linked = pairs(matches(texts))
    assert len(linked) < 8 * len(texts)
    reached, new = {0}, {0}
    while new:
        new = {n for pair in linked if pair & new for n in pair} - reached
        reached |= new
    assert len(reached) == len(texts)


def test_a_copy_stays_one_where_it_also_carries_a_standing_paragraph() -> None:
    note = paragraph(77, 48)
    texts = [text([*report(1000 + n), note]) for n in range(STANDING + 10)]
    found = matches([*texts, text([*report(1003), note, paragraph(5)])])
    assert pairs(found) == {frozenset((3, len(texts)))}


def test_one_text_many_times_is_looked_at_once() -> None:
    original = report(1)
    found = matches([text(original)] * 2000 + [EDITS["light"](original)])
    assert pairs(found) == {frozenset((0, 2000))}


@pytest.mark.parametrize("count", [0, 1])
def test_no_texts_and_one_have_no_matches(count: int) -> None:
    assert len(matches([text(report(1))] * count)) == 0


HOSTILE = [
    "",
    "word " * 100_000,
    "w" * 1_000_000,
    "one two three four " * 25_000,
    "\ud800 \udfff",
    "“" * 20_000,
    (paragraph(3, 48) + " ") * 300,
    paragraph(1) + " word" * 50_000 + paragraph(2),
    "東京" * 20_000,
    " ".join(f"{word} of the of the of the" for word in words(9, 10_000)),
]


def test_hostile_texts_leave_the_others_unharmed() -> None:
    original = report(1)
    texts = [*HOSTILE, text(original), EDITS["light"](original), *(it + " x" for it in HOSTILE)]
    found = matches(texts)
    assert frozenset((len(HOSTILE), len(HOSTILE) + 1)) in pairs(found)
    assert len(pairs(found)) <= len(HOSTILE) + 1


def test_a_seed_that_stands_often_in_a_text_is_none() -> None:
    refrain = paragraph(3, 12)
    for times, least, most in ((REPEATS, 1, 6 * REPEATS), (REPEATS + 1, 0, 0)):
        tokens = tokenise([" ".join([refrain] * times), refrain + " and more"])
        found = chains(tokens.code, tokens.marks, tokens.told, tokens.offsets, np.array([0]), np.array([1]))
        assert least <= len(found) <= most


def test_more_runs_than_the_limit_leave_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chaining.MOST_RUNS < 40_000
    made = words(4, 140_000)
    pieces = [made[k : k + (3 if k % 30 else 9)] for k in range(0, len(made), 3)]
    draw = random.Random(2)  # noqa: S311  # invented noise, no secret
    draw.shuffle(pieces)
    tokens = tokenise([" ".join(made), " ".join(word for piece in pieces for word in piece)])
    found = chains(tokens.code, tokens.marks, tokens.told, tokens.offsets, np.array([0]), np.array([1]))
    assert 0 < len(found) < len(pieces)
    assert len(found.start) <= chaining.MOST_RUNS


def test_pairs_may_come_in_any_order_and_more_than_once() -> None:
    texts = [text(report(1)), EDITS["light"](report(1)), EDITS["shuffled"](report(1))]
    tokens = tokenise(texts)
    found = verify(tokens, np.array([2, 0, 2, 0]), np.array([0, 1, 0, 2]))
    assert sorted(pairs(found), key=sorted) == [frozenset((0, 1)), frozenset((0, 2))]
    assert found.a.tolist() == sorted(found.a.tolist())
    assert len(matches(texts)) > 0


def test_texts_are_compared_across_batches_and_told_by_their_own_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text(report(n)) for n in range(1, 6)]
    texts += [EDITS["light"](report(n)) for n in range(1, 6)]
    whole = matches(texts)
    assert pairs(whole) == {frozenset((n, n + 5)) for n in range(5)}
    assert len(texts) < BLOCK
    monkeypatch.setattr("twosource.passages.archive.BLOCK", 3)
    cut = matches(texts)
    for name in ("a", "b", "a_first", "a_last", "a_start", "b_end", "shared", "similarity"):
        assert getattr(cut, name).tolist() == getattr(whole, name).tolist(), name


def test_words_are_gathered_as_they_are_cut_at_once() -> None:
    texts = [text(report(n)) for n in range(1, 6)]
    blocks = [tokenise(texts[:2]), tokenise([]), tokenise(texts[2:])]
    wanted = np.array([0, 2, 4])
    there, here = gathered(blocks, wanted), tokenise([texts[n] for n in wanted])
    for name in ("code", "start", "end", "told", "marks", "offsets", "key"):
        assert getattr(there, name).tolist() == getattr(here, name).tolist(), name
    assert len(gathered(blocks, wanted[:0])) == 0
