"""Reports dated in the future, before the event, in no way, or two hundred times: a finite answer, and no wrong one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.differences.making import between, of_reports, story
from tests.support import plain_report
from twosource.differences import comparing
from twosource.differences.scene import scene
from twosource.likeness import Unit, Verdict, verdicts
from twosource.model import Case

MORE = "Fourteen people were killed when the Calder bridge in Dorrend collapsed, police said."
LESS = "Nine people died when the Calder bridge collapsed in Dorrend, the mayor said."
COPIES = 200


def _dated(*days: str | None) -> Case:
    return of_reports(
        plain_report(text, id=f"{name}.txt", published=day)
        for name, text, day in zip("ab", (MORE, LESS), days, strict=True)
    )


@pytest.mark.parametrize("days", [(None, None), ("2031-03-04", None), (None, "2031-03-04")])
def test_without_a_date_a_difference_is_no_update(days: tuple[str | None, str | None]) -> None:
    (tension,) = between(_dated(*days), "Fourteen", "Nine")
    assert tension.kind == "figure"
    assert "no date" in tension.reading


def test_a_report_of_the_far_future_is_read_by_its_own_date() -> None:
    (tension,) = between(_dated("2099-01-01", "2099-01-01"), "Fourteen", "Nine")
    assert tension.kind == "figure"
    assert "2099-01-01" in tension.reading


def test_a_later_higher_toll_is_an_update_and_a_later_lower_one_of_another_source_is_not() -> None:
    assert [t.kind for t in between(_dated("2031-03-05", "2031-03-04"), "Fourteen", "Nine")] == ["update"]
    assert [t.kind for t in between(_dated("2031-03-04", "2031-03-05"), "Fourteen", "Nine")] == ["figure"]


def test_two_hundred_copies_pull_once() -> None:
    case = story(*(MORE for _ in range(3)), LESS)
    many = of_reports(
        [plain_report(MORE, id=f"m{n:03}.txt", published="2031-03-04") for n in range(COPIES)]
        + [plain_report(LESS, id="z.txt", published="2031-03-04")]
    )
    assert [t.kind for t in many.tensions] == [t.kind for t in case.tensions] == ["figure"]
    assert {one.report for one in many.silences} <= {report.id for report in many.reports}


def test_most_pairs_have_no_date_or_place_and_go_unjudged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[object] = []

    def counted(pairs: Sequence[tuple[Unit, Unit]]) -> list[Verdict]:
        judged.extend(pairs)
        return verdicts(pairs)

    monkeypatch.setattr(comparing, "verdicts", counted)
    parts = ("keel", "mast", "rudder", "anchor", "deck", "hull", "galley", "cabin")
    texts = [f"The {part} of the ferry was {done} by its crew." for part in parts for done in ("cleaned", "painted")]
    case = story(*texts)
    pieces = scene(case, [report.id for report in case.reports])
    assert len(pieces.pairs) > 2 * len(texts)
    assert len(judged) <= len(pieces.pairs) // 10
