"""The case file: what goes in comes out, the reader's marks survive, and damage is said."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import plain_report
from twosource import case
from twosource.case import Mark, MarkState
from twosource.errors import CaseError, OutputError
from twosource.export.record import dumps, record
from twosource.model import (
    Act,
    Case,
    Claim,
    Mention,
    Reason,
    Relation,
    Skipped,
    Stance,
    Statement,
    StatementKind,
    Tension,
    stable_id,
)
from twosource.model import Strength as Hardness

TEXT = "The ferry sank, Maro Tellin said.\nNobody was hurt."


def a_record() -> dict[str, Any]:
    one, two = plain_report(TEXT), plain_report("The ferry did not sank… 🚢", id="b.txt")
    statement = Statement(
        id="st-1",
        report="a.txt",
        content=(one.span(0, 14),),
        cue=one.span(28, 32),
        source=one.span(16, 27),
        kind=StatementKind.INDIRECT,
        act=Act.SPEECH,
        stance=Stance.ASSERTED,
        confidence=0.5,
        reasons=(Reason("verb", "a verb of saying", 0.5),),
    )
    claim = Claim(
        id="cl-1",
        text="The ferry sank",
        mentions=(Mention(one.span(0, 14), "st-1", Relation.VERBATIM),),
        reports=("a.txt",),
        silent=("b.txt",),
    )
    tension = Tension("denial", Hardness.STRONG, one.span(0, 14), two.span(0, 22), "one says it, one does not")
    return record(
        Case(
            reports=(one, two),
            skipped=(Skipped("c.txt", "empty", "nothing to read in it"),),
            statements=(statement,),
            claims=(claim,),
            tensions=(tension,),
            notices=("a notice",),
        )
    )


def tension_id(found: dict[str, Any]) -> str:
    return stable_id("tensions", dumps(found["tensions"][0], indent=None))


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    assert case.save(a_record(), path) == ()
    assert dumps(case.load(path)) == dumps(a_record())
    assert [p.name for p in tmp_path.iterdir()] == ["a.case"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(extra=JSON, findings=st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=3))
def test_any_record_comes_back_as_it_was(tmp_path: Path, extra: Any, findings: list[dict[str, Any]]) -> None:
    found = {**a_record(), "times": findings, "a later field": extra}
    for entry in findings:
        entry.pop("id", None)
    case.save(found, tmp_path / "a.case", force=True)
    assert dumps(case.load(tmp_path / "a.case")) == dumps(found)


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    path.write_text("my notes")
    with pytest.raises(OutputError, match="exists"):
        case.save(a_record(), path)
    assert path.read_text() == "my notes"
    case.save(a_record(), path, force=True)
    assert case.load(path) == a_record()


def test_marks_survive_when_the_same_case_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)
    case.set_mark(path, "st-1", MarkState.AGREED)
    case.set_mark(path, "st-1", MarkState.REJECTED, "he said that of another ferry")
    case.set_mark(path, tension_id(a_record()), MarkState.UNSURE)
    assert case.save(a_record(), path, force=True) == ()
    assert set(case.marks(path)) == {
        Mark("st-1", MarkState.REJECTED, "he said that of another ferry"),
        Mark(tension_id(a_record()), MarkState.UNSURE),
    }


def test_a_mark_whose_finding_is_gone_is_kept_and_said_to_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)
    case.set_mark(path, "cl-1", MarkState.AGREED, "saw it myself")
    case.set_mark(path, "st-1", MarkState.AGREED)
    lost = case.save({**a_record(), "claims": []}, path, force=True)
    assert lost == (Mark("cl-1", MarkState.AGREED, "saw it myself", lost=True),)
    assert case.save(a_record(), path, force=True) == ()
    assert Mark("cl-1", MarkState.AGREED, "saw it myself") in case.marks(path)


def test_only_a_finding_can_be_marked(tmp_path: Path) -> None:
    case.save(a_record(), tmp_path / "a.case")
    with pytest.raises(KeyError):
        case.set_mark(tmp_path / "a.case", "no such", MarkState.AGREED)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE findings SET record = replace(record, 'sank', 'swam')",
        "UPDATE reports SET record = replace(record, 'ferry', 'barge') WHERE position = 1",
        "DELETE FROM findings WHERE kind = 'tensions'",
        "UPDATE skipped SET record = '{'",
        "DELETE FROM meta WHERE key = 'field.story'",
        "DELETE FROM meta WHERE key = 'record_sha256'",
        "UPDATE meta SET value = '7' WHERE key = 'fields'",
        "DROP TABLE findings",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 7",
    ],
)
def test_a_changed_case_file_is_refused(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)
    with closing(sqlite3.connect(path)) as base:
        base.execute(damage)
        base.commit()
    with pytest.raises(CaseError) as caught:
        case.load(path)
    assert caught.value.where == str(path)
    assert caught.value.advice


def test_a_torn_case_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)
    whole = path.read_bytes()
    for length in (0, 15, 16, 100, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:length])
        with pytest.raises(CaseError):
            case.load(path)


@pytest.mark.parametrize("name", ["none.case", ".", "file/none.case"])
def test_a_missing_case_file_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaseError, match="cannot be read"):
        case.load(tmp_path / name)


def test_a_damaged_case_is_not_replaced_even_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(CaseError):
        case.save(a_record(), path, force=True)
    assert path.stat().st_size == 3000


def test_stopped_in_the_middle_the_old_case_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.case"
    case.save(a_record(), path)

    def stop(source: object, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        case.save({**a_record(), "claims": []}, path, force=True)
    assert case.load(path) == a_record()
    assert [p.name for p in tmp_path.iterdir()] == ["a.case"]
