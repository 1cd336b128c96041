"""The marks in the texts: cut without loss, underlined one below another, and legible in every light."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support_case import because
from twosource.model import Act, Case, Part, PartKind, Report, Stance, Statement, StatementKind
from twosource.page import page
from twosource.page.book import Book, letter
from twosource.page.phrases import day
from twosource.page.texts import LANES, Text, texts
from twosource.page.wording import aligned, compared

STYLE = files("twosource.page").joinpath("templates", "style.css").read_text(encoding="utf-8")


def _text(text: str, spans: list[tuple[int, int]], parts: tuple[Part, ...] = ()) -> Text:
    return texts(Book(_case(text, spans, parts)))[0]


def _case(text: str, spans: list[tuple[int, int]], parts: tuple[Part, ...] = ()) -> Case:
    report = Report("a.txt", "a.txt", "0" * 64, text, parts=parts)
    statements = tuple(
        Statement(
            f"t-{number}", "a.txt", (report.span(start, end),), None, None, StatementKind.DIRECT, Act.SPEECH,
            Stance.ASSERTED, 1.0, because("cue", "said"),
        )
        for number, (start, end) in enumerate(spans)
    )  # fmt: skip
    return Case(reports=(report,), statements=statements)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=9)


@given(st.text("ab .\n", min_size=1, max_size=60), SPANS)
def test_no_character_is_lost_and_no_anchor_is_given_twice(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = sorted({(start, min(start + length, len(text))) for start, length in pairs if start < len(text)})
    shown = _text(text, spans)
    lines = ["".join(it.text for it in block.stretches) for block in shown.blocks]
    assert lines == [line for line in text.split("\n") if line.strip()]
    anchors = [anchor for block in shown.blocks for it in block.stretches for anchor in it.anchors]
    assert sorted([*anchors, *shown.left]) == sorted(f"f{number + 1}-0" for number in range(len(spans)))


@given(SPANS)
def test_marks_cover_exactly_their_spans_and_no_lane_is_drawn_twice(pairs: list[tuple[int, int]]) -> None:
    spans = sorted({(start, start + length) for start, length in pairs})
    offset = 0
    for it in _text("x" * 90, spans).blocks[0].stretches:
        covering = [pair for pair in spans if pair[0] <= offset and offset + len(it.text) <= pair[1]]
        lanes = [mark.classes for mark in it.marks]
        assert len(set(lanes)) == len(lanes) <= LANES
        assert bool(lanes) == bool(covering)
        if len(spans) <= LANES:
            assert len(lanes) == len(covering)
        offset += len(it.text)


def test_a_thousand_marks_over_one_another_are_shown() -> None:
    source = page(_case("x" * 2000, [(start, start + 900) for start in range(1000)]))
    assert source.count("<mark") == source.count("</mark>") < 12_000


def test_five_nested_marks_have_a_lane_each_the_shortest_nearest_to_the_text() -> None:
    shown = _text("x" * 20, [(0, 20), (1, 19), (2, 18), (3, 17), (4, 16)]).blocks[0]
    deepest = max(shown.stretches, key=lambda it: len(it.marks))
    assert [mark.classes for mark in deepest.marks] == ["q0", "q1", "q2", "q3", "q4"]
    assert shown.depth == LANES == 5
    inner = next(it for it in shown.stretches if any(mark.begins and mark.number.value == 5 for mark in it.marks))
    assert inner is deepest
    for lane in range(1, LANES):
        assert f'mark[class$="{lane}"] {{ padding-bottom: {4 * lane}px; }}' in STYLE


def test_a_mark_over_two_lines_and_one_in_masked_text_are_not_lost() -> None:
    shown = _text("one\ntwo\nmenu", [(0, 7), (8, 12)], (
        Part(PartKind.BODY, 0, 7, ""), Part(PartKind.FURNITURE, 8, 12, "a menu"),
    ))  # fmt: skip
    assert [len(it.marks) for block in shown.blocks for it in block.stretches] == [1, 1]
    assert shown.blocks[0].stretches[0].anchors == ("f1-0",)
    assert shown.left == ("f2-0",)
    assert shown.blocks[2].masked == (("menu", "a menu"),)


def test_text_outside_any_part_is_shown() -> None:
    shown = _text("one\ntwo\nthree", [], (Part(PartKind.HEADLINE, 4, 7, ""),))
    assert [(it.kind, it.stretches[0].text) for it in shown.blocks] == [
        ("body", "one"), ("headline", "two"), ("body", "three"),
    ]  # fmt: skip


def test_changed_words_are_marked_on_both_sides() -> None:
    mine, theirs = compared("It came with pleasure, he said.", "It came with great joy, he said")
    assert [it.text for it in mine if it.changed] == ["pleasure"]
    assert [it.text for it in theirs if it.changed] == ["great joy"]
    assert "".join(it.text for it in mine) == "It came with pleasure, he said."
    assert [it.changed for it in compared("Some 1,000 men", "some 1,000 men.")[0]] == [False]
    assert [it.changed for it in compared("a b c", "x y z")[1]] == [False]
    assert [it.changed for it in compared("…", "a")[0]] == [False]


@given(st.text("ab, ", max_size=30), st.text("ab, ", max_size=30))
def test_comparing_never_changes_a_text(mine: str, theirs: str) -> None:
    for text, pieces in zip((mine, theirs), compared(mine, theirs), strict=True):
        assert "".join(it.text for it in pieces) == text


def test_letters_and_dates() -> None:
    assert [letter(it) for it in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert day("2031-05") == "May 2031"
    assert day("2031-03-03T14:20:00+01:00") == "3 March 2031, 14:20"
    assert day("2031") == "2031"
    assert day("2031-13") == "2031-13"
    assert day("2031-03/2031-05") == "March 2031 to May 2031"
    assert [day(it) for it in ("2031-24", "2031-W07", "203X", "2031-25", "/2031", "P3D", "2031-03/..", "")] == [
        "winter 2031", "week 7 of 2031", "2030s", "2031-25", "/2031", "P3D", "March 2031 to ..", "",
    ]  # fmt: skip
    assert day(None) is None


@given(st.lists(st.text("ab, ", max_size=20), min_size=1, max_size=4))
def test_aligning_never_changes_a_text_and_marks_both_sides(texts: list[str]) -> None:
    rows = aligned(texts)
    assert ["".join(it.text for it in row) for row in rows] == texts
    if len(texts) == 2:
        assert rows == compared(*texts)


def test_of_three_wordings_the_first_is_marked_where_any_other_differs() -> None:
    first, second, third = aligned(["The old ship sank fast.", "The old boat sank fast.", "The old ship sank slowly."])
    assert [it.text for it in first if it.changed] == ["ship", "fast"]
    assert [it.text for it in second if it.changed] == ["boat"]
    assert [it.text for it in third if it.changed] == ["slowly"]


# --- contrast ---------------------------------------------------------------------------------------------------------

TEXT = 4.5
"""Least contrast of text, WCAG 2.2 AA."""
MARK = 3.0
"""Least contrast of a line or sign that carries meaning, WCAG 2.2 AA."""
TEXTS = ("ink", "soft", "faint", "link", "say", "copy", "edge", "differ")
GROUNDS = ("paper", "sheet")


def _themes() -> dict[str, dict[str, str]]:
    light, dark, paper = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))
        for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_right() -> None:
    assert _contrast("#000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_and_marks_can_be_told_from_their_ground(theme: str) -> None:
    tokens = _themes()[theme]
    pairs = [(text, ground, TEXT) for text in TEXTS for ground in GROUNDS]
    pairs += [("ink", "wash", TEXT), ("say", "wash", MARK), ("edge", "wash", MARK), ("copy", "wash", MARK)]
    pairs += [("ink", "pale", TEXT), ("soft", "pale", TEXT), ("differ", "pale", TEXT), ("paper", "soft", TEXT)]
    pairs += [("line", ground, MARK) for ground in GROUNDS]
    low = {f"{a} on {b}": round(_contrast(tokens[a], tokens[b]), 2) for a, b, least in pairs
           if _contrast(tokens[a], tokens[b]) < least}  # fmt: skip
    assert low == {}


def test_no_colour_stands_outside_the_tokens() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", rules)
