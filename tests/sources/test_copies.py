"""Reports of one text are worked out once, and a paragraph that stands in two reports has one source."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of
from twosource.model import Case
from twosource.sources import copies, sources, within
from twosource.sources.clusters import Cluster
from twosource.sources.reading import read_report

TEXT = (
    "Two officials who asked not to be named told the Torvian News Agency late on Monday that the lock was shut. "
    "“It leaks,” Maren Voss said. She said it would be mended, and they said nothing."
)
SAYS = [
    Say("the lock was shut", "Two officials who asked not to be named", "told", to="the Torvian News Agency"),
    Say("It leaks,", "Maren Voss", "said", quoted=True),
    Say("it would be mended", "She", "said"),
]


def of(number: int, text: str = TEXT, **more: tuple[str, list[Say]]) -> Case:
    """Return a case of so many reports of one text."""
    return case_of({**{f"r{index:03d}": (text, SAYS) for index in range(number)}, **more})


def test_a_copy_adds_no_source() -> None:
    one, three = sources(of(1)), sources(of(3))
    assert [source.name for source in three.sources] == [source.name for source in one.sources]
    assert [source.id for source in three.sources] == [source.id for source in one.sources]
    assert len({statement.chain for statement in three.statements}) == len({s.chain for s in one.statements})


def test_every_copy_keeps_its_own_places() -> None:
    case = sources(of(3))
    for source in case.sources:
        assert {mention.report for mention in source.mentions} == {"r000", "r001", "r002"}
        assert all(case.report(m.report).text[m.start : m.end] == m.text for m in source.mentions)
    assert {statement.report for statement in case.statements} == {"r000", "r001", "r002"}


def test_a_text_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(*args: object) -> object:
        seen.append("read")
        return read_report(*args)  # type: ignore[arg-type]  # handed through as given

    monkeypatch.setattr(within, "read_report", counted)
    sources(of(40))
    assert len(seen) == 1


def test_work_of_joining_grows_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that differ by a line have the same names: they are joined by name, not by pairs."""
    built = 0
    make = Cluster.__post_init__

    def counted(self: Cluster) -> None:
        nonlocal built
        built += 1
        make(self)

    def clusters(number: int) -> int:
        nonlocal built
        built = 0
        reports = {f"r{i:03d}": (f"{TEXT} This is page {i}.", SAYS) for i in range(number)}
        sources(case_of(reports))
        return built

    monkeypatch.setattr(Cluster, "__post_init__", counted)
    assert clusters(40) < 5 * clusters(10)


def test_the_same_paragraph_in_two_reports_has_one_source() -> None:
    reports = {
        "a": (f"{TEXT}\n\nIt rained in Kesh on Monday.", SAYS),
        "b": (f"Nobody was hurt in Kesh on Monday.\n\n{TEXT}", SAYS),
    }
    case = sources(case_of(reports))
    first, second = case.statements[0], case.statements[3]
    assert first.chain == second.chain
    source = next(source for source in case.sources if source.id == first.chain[0])
    assert any(reason.signal == "same paragraph" for reason in source.reasons)


def test_another_statement_makes_another_value() -> None:
    case = of(2)
    read = [
        copies.told(report, [p for p in case.paragraphs if p.report == report.id], case.statements[:number])
        for report, number in zip(case.reports, (2, 3), strict=True)
    ]
    assert len(copies.by_value(read)) == 2


def test_reports_of_two_stories_are_not_copies_of_one_another() -> None:
    case = case_of({"a": (TEXT, SAYS), "b": (TEXT, SAYS)}, one_story=False)
    found = sources(case)
    assert found.statements[0].chain != found.statements[3].chain
    assert found.statements[1].chain == found.statements[4].chain
