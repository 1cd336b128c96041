"""The measurement of time expressions: its reading of the corpora's formats, and its counting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import timex

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>invented</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-09-14">20230914</TIMEX3></DCT>
<TEXT>
Mara <EVENT eid="e1">came</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2023-09-13">Wednesday</TIMEX3> &amp; stayed for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.
</TEXT></TimeML>"""


def test_a_timeml_document_is_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "timex" / "TBAQ-cleaned" / "TimeBank"
    folder.mkdir(parents=True)
    (folder / "a.tml").write_text(TIMEML, encoding="utf-8")
    document = timex.timeml(folder / "a.tml")
    assert [document.text[g.start : g.end] for g in document.gold] == ["Wednesday", "two days"]
    assert document.created == "2023-09-14"
    assert timex.main(["--data", str(tmp_path), "--set", "tuned"]) == 0
    out = capsys.readouterr().out
    assert "gold    2  found    2  strict F1 1.000 (2)" in out
    assert "value 1.000 (2/2)" in out


def test_a_missing_corpus_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert timex.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().err


def test_a_wrong_value_and_a_miss_count_against_the_score() -> None:
    text = "It fell on Wednesday and in the old days."
    start = text.index("Wednesday")
    gold = (timex.Gold(start, start + 9, "1999-01-01"), timex.Gold(text.index("the old"), len(text) - 1, "PAST_REF"))
    document = timex.Document("a", text, "2023-09-14", gold)
    total, errors = timex.Score(), list[str]()
    timex.score(document, timex.run(document), total, errors)
    assert (total.gold, total.found, total.strict, total.relaxed, total.value) == (2, 1, 1, 1, 0)
    assert len(errors) == 2
