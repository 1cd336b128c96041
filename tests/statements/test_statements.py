"""What holds for the stage as a whole, beyond single constructs."""

from __future__ import annotations

import time

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.model import Case, Stance, StatementKind
from twosource.statements import statements
from twosource.times import times


def _read(*texts: str) -> Case:
    return run(plain_case(*texts, published="2024-05-16"), language, times, statements)


def test_an_odd_mark_costs_no_other_statement() -> None:
    whole = _read("“The dam held,” Maren Voss said.\nIvo Brandt said the road was closed.")
    odd = _read("“The dam held,” Maren Voss said.\nA 5'10\" pole “ fell.\nIvo Brandt said the road was closed.")
    assert len(whole.statements) == len(odd.statements) == 2


def test_no_layer_is_lost() -> None:
    case = _read(
        "Maren Voss said the talks took the two ports to a new stage and expressed her will to go on, TNA reported."
    )
    outer = next(s for s in case.statements if s.source and s.source.text == "TNA")
    inner = [s for s in case.statements if s.parent == outer.id]
    assert [s.cue.text for s in inner if s.cue] == ["said", "expressed"]
    assert all(s.source and s.source.text == "Maren Voss" for s in inner)


def test_the_day_of_saying_belongs_to_the_nearest_cue() -> None:
    case = _read("The harbour was shut, the port authority said on Wednesday. Ivo Brandt said it would open.")
    assert [s.when for s in case.statements] == ["2024-05-15", None]


def test_a_paragraph_carried_twice_gives_the_same_statements() -> None:
    line = "“We will not pay,” said Lev Orsova."
    case = _read(line, f"Another opening.\n{line}")
    first, second = case.statements
    assert first.content[0].text == second.content[0].text
    assert first.id != second.id


def test_negated_and_withheld_sayings_are_no_statements() -> None:
    case = _read(
        "Ines Dahl did not say that she would resign.\nShe declined to say whether the fund was empty.\n"
        "The board never claimed that the bridge was safe.\nNobody said the flight was full."
    )
    assert [s for s in case.statements if s.stance != Stance.REFUSED] == []


def test_kind_looks_past_the_marks_of_the_outer_quotation() -> None:
    case = _read("“Voss promised to rebuild the pier,” the harbour master said.")
    kinds = {s.cue.text: s.kind for s in case.statements if s.cue}
    assert kinds == {"said": StatementKind.DIRECT, "promised": StatementKind.INDIRECT}


def _seconds(text: str) -> float:
    case = run(plain_case(text), language)
    start = time.process_time()
    statements(case)
    return time.process_time() - start


def test_time_grows_with_the_number_of_quotations() -> None:
    small, large = _seconds("“Yes,” he said. " * 150), _seconds("“Yes,” he said. " * 600)
    assert large <= 10 * small + 0.1  # four times the text; comparing all frames with all would take sixteen times


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The fire destroyed 60 houses, the governor, Ulf Brandt, said.", "the governor, Ulf Brandt"),
        ("The dam at Oster holds, engineer Ila Voss said on Monday.", "engineer Ila Voss"),
        ("“It was calm,” the mayor's brother, Ulf Okko, who runs the mill, said.", "the mayor's brother"),
    ],
)
def test_a_speaker_between_commas_is_found(text: str, source: str) -> None:
    (statement,) = _read(text).statements
    assert statement.source is not None
    assert statement.source.text.startswith(source)
