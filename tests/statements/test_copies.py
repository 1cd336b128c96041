"""Copies of a text are told once, and each report has statements of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.support import plain_report, run
from twosource.language import language
from twosource.model import Case, Report, Statement
from twosource.statements import statements
from twosource.times import times

TEXT = (
    "Osk: The weir at Harl was never safe\n"
    "Runa Osk said on Wednesday that the weir had “never been safe,” the Torvian News Agency reported.\n"
    "“We warned the town,” she told Ivo Brandt. “Nobody came.”"
)
DAY = "2031-03-06"


def told(*reports: Report) -> tuple[Statement, ...]:
    return run(Case(reports=reports), language, times, statements).statements


def copies(count: int, headline: bool = False) -> list[Report]:
    return [plain_report(TEXT, id=f"{n:02}.txt", published=DAY, headline=headline) for n in range(count)]


def moved(value: Any, to: str) -> Any:
    """Return spans, in tuples or alone, as those of another report."""
    if isinstance(value, tuple):
        return tuple(moved(item, to) for item in value)
    return value and replace(value, report=to)


def shapes(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements without what tells their report, parents as places among them."""
    ids = [one.id for one in found]
    return [
        replace(
            one,
            id="",
            report="",
            parent=str(ids.index(one.parent)) if one.parent else None,
            **{
                name: moved(getattr(one, name), "") for name in ("content", "cue", "source", "addressee_span", "quoted")
            },
        )
        for one in found
    ]


def counted(patch: pytest.MonkeyPatch, *reports: Report) -> int:
    """Return how many texts were told."""
    module = sys.modules["twosource.statements"]
    calls: list[str] = []

    def count(text: str, placed: Any) -> Any:
        calls.append(text)
        return tell(text, placed)

    tell = module._of_text
    with patch.context() as here:
        here.setattr(module, "_of_text", count)
        told(*reports)
    return len(calls)


def test_every_copy_has_the_statements_that_it_has_alone() -> None:
    reports = copies(4)
    together = told(*reports)
    for report in reports:
        own = [one for one in together if one.report == report.id]
        assert own == list(told(report))
        assert {span.report for one in own for span in one.content} == {report.id}
        assert any(one.parent in {other.id for other in own} for one in own)
    assert len({one.id for one in together}) == len(together)
    assert shapes(together[: len(together) // 4]) == shapes(together[-len(together) // 4 :])


def test_copies_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, *copies(5)) == 1


def test_one_text_in_other_parts_is_told_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    (laid_out,) = copies(1, headline=True)
    plain = replace(copies(1)[0], id="b.txt")
    assert counted(monkeypatch, laid_out, plain) == 2
    together = told(laid_out, plain)
    assert together == (*told(laid_out), *told(plain))
    assert shapes(told(laid_out)) != shapes(told(plain))


def test_a_copy_with_more_before_it_is_told_at_its_own_places() -> None:
    (first,) = copies(1)
    longer = plain_report(f"From the coast.\n{TEXT}", id="b.txt", published=DAY)
    together = told(first, longer)
    assert together == (*told(first), *told(longer))
    starts = [[one.start for one in together if one.report == report.id] for report in (first, longer)]
    assert [start + len("From the coast.\n") for start in starts[0]] == starts[1]
