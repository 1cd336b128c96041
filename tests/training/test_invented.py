"""The invented paragraphs: the same each time, well marked, all constructs there, and enough that attribute nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.corpora import Attribution, Range
from training.examples import Example
from training.invented import EMPTY, LONGEST, examples, made
from training.invented_patterns import PATTERNS

PARAGRAPHS = made()
EXAMPLES = [example for _, example in PARAGRAPHS]
ATTRIBUTIONS = [(example, it) for example in EXAMPLES for it in example.attributions]

MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'"}


def ranges(attribution: Attribution) -> list[Range]:
    return [*attribution.content, *attribution.source, *attribution.cue]


def inside(given: tuple[Range, ...]) -> set[int]:
    return {place for start, end in given for place in range(start, end)}


def of(construct: str) -> list[Example]:
    return [example for name, example in PARAGRAPHS if name == construct]


def told(example: Example, given: tuple[Range, ...]) -> list[str]:
    return [example.text[start:end] for start, end in given]


def test_a_seed_makes_the_same_paragraphs_and_another_seed_others() -> None:
    assert examples(7) == EXAMPLES
    assert len({it.text for it in examples(8)} & {it.text for it in EXAMPLES}) < len(EXAMPLES) / 4


def test_every_construct_has_the_paragraphs_that_it_should() -> None:
    wanted = {construct: count for construct, (count, _) in PATTERNS.items()} | EMPTY
    assert Counter(construct for construct, _ in PARAGRAPHS) == wanted
    assert 2400 <= len(PARAGRAPHS) <= 2600


def test_a_third_attributes_nothing() -> None:
    silent = [construct for construct, example in PARAGRAPHS if not example.attributions]
    assert set(silent) == set(EMPTY)
    assert 0.32 <= len(silent) / len(PARAGRAPHS) <= 0.38


def test_no_text_stands_twice_and_none_is_too_long() -> None:
    assert len({it.text.casefold() for it in EXAMPLES}) == len(EXAMPLES)
    assert max(len(it.text) for it in EXAMPLES) <= LONGEST


def test_nothing_of_the_patterns_is_left_in_a_text() -> None:
    assert not [it.text for it in EXAMPLES if set(it.text) & set("{}[]|\0\n") or "  " in it.text]


def test_ranges_are_inside_the_text_filled_and_trimmed() -> None:
    for example, attribution in ATTRIBUTIONS:
        for start, end in ranges(attribution):
            assert 0 <= start < end <= len(example.text)
            assert example.text[start:end].strip() == example.text[start:end]


def test_every_attribution_has_content_and_cue_apart_from_each_other() -> None:
    for example, attribution in ATTRIBUTIONS:
        assert attribution.content, example.text
        assert attribution.cue, example.text
        roles = [inside(attribution.content), inside(attribution.source), inside(attribution.cue)]
        assert sum(map(len, roles)) == len(set().union(*roles)), example.text


def test_cues_of_one_paragraph_are_apart() -> None:
    for example in EXAMPLES:
        cues = [inside(it.cue) for it in example.attributions]
        assert sum(map(len, cues)) == len(set().union(*cues)), example.text


def test_contents_are_apart_or_one_in_the_other() -> None:
    for example in EXAMPLES:
        contents = [inside(it.content) for it in example.attributions]
        for i, one in enumerate(contents):
            for other in contents[i + 1 :]:
                assert not one & other or one <= other or other <= one, example.text


@pytest.mark.parametrize(("construct", "depth"), [("nested, outer first", 2), ("citing", 2), ("three layers", 3)])
def test_layers_stand_in_one_another(construct: str, depth: int) -> None:
    for example in of(construct):
        contents = [inside(it.content) for it in example.attributions]
        assert max(sum(one <= other for other in contents) for one in contents) >= depth, example.text


def test_direct_content_has_both_its_marks() -> None:
    opened = Counter[str]()
    for example in EXAMPLES:
        contents = [inside(it.content) for it in example.attributions]
        for attribution, own in zip(example.attributions, contents, strict=True):
            if any(other < own for other in contents):
                continue  # the content of an outer layer may begin with a quotation and go on to its speaker
            for text in told(example, attribution.content):
                if text[0] in MARKS:
                    assert text[-1] == MARKS[text[0]], text
                    opened[text[0]] += 1
    assert min(opened[mark] for mark in MARKS) >= 50


def test_unquoted_content_leaves_out_the_comma_and_the_stop_after_it() -> None:
    for example, attribution in ATTRIBUTIONS:
        assert not told(example, attribution.content)[-1].endswith((".", ",")), example.text


@pytest.mark.parametrize("cue", ["according to", "was quoted as saying", "warned of", "said:", "citing", ":"])
def test_cues_are_cut_as_the_corpus_cuts_them(cue: str) -> None:
    assert sum(cue in told(example, it.cue) for example, it in ATTRIBUTIONS) >= 5


def test_whom_it_is_told_and_the_day_stand_outside_the_cue() -> None:
    words = {word for example, it in ATTRIBUTIONS for cue in told(example, it.cue) for word in cue.split()}
    assert "told" in words
    assert not words & {"reporters", "journalists", "Monday", "Tuesday"}
