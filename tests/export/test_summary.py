"""The summary for a terminal: what it must say, in which order, on any terminal, whatever the reports contain."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from tests.support_case import CASE
from twosource.export.summary import summary
from twosource.export.words import (
    count,
    cut,
    lineage_in_words,
    origins_in_words,
    report_labels,
    stance_in_words,
    tension_in_words,
)
from twosource.model import Case, Decision, Lineage, Report, Skipped, Strength


def _shown(case: Case, width: int = 100, **settings: object) -> str:
    stream = io.StringIO()
    summary(case, Console(file=stream, width=width, **settings))  # type: ignore[arg-type]  # the console's own options
    return stream.getvalue()


def test_what_was_not_read_comes_first() -> None:
    text = _shown(CASE.with_(notices=("these reports do not look like one story",)))
    assert text.startswith("Not read: 1 input\n  in/quay.jpg: the bytes are no text: a JPEG picture [not-text]")
    assert text.index("do not look like one story") < text.index("3 reports, 3 outlets, 2 independent")


def test_claims_say_what_they_rest_on() -> None:
    text = _shown(CASE)
    assert "told in 2 reports, 1 origin: Torvian News Agency" in text
    assert "told in 3 reports, 1 to 2 origins: Torvian News Agency and Petra Olm" in text
    assert text.index("told in 3 reports") < text.index("told in 2 reports")


def test_differences_and_variants_stand_with_both_sides() -> None:
    text = _shown(CASE)
    assert "strong, plan" in text
    assert text.index("strong, plan") < text.index("medium, number")
    assert "The Sarn Courier, a spokesman for Norrin Lines: The company has no plan to" in text
    assert "“with pleasure” / “with joy”" in text
    assert "“forward” / “onward”" in text


def test_only_where_it_is_uncertain_the_summary_says_so() -> None:
    assert "uncertain" not in _shown(CASE)
    doubtful = CASE.with_(statements=tuple(replace(it, confidence=0.6) for it in CASE.statements))
    text = _shown(doubtful, width=160)
    assert "): 1 statement in Brisk Daily; uncertain: 1" in text
    assert "The Sarn Courier, uncertain: a spokesman for Norrin Lines: The company has no plan to" in text


def test_what_a_source_passes_on_is_not_counted_as_its_own_statement() -> None:
    relayed = next(it for it in CASE.statements if len(it.chain) > 1)
    names = {source.id: source.name for source in CASE.sources}
    text = _shown(CASE.with_(statements=(replace(relayed, parent=None),)), width=160)
    outer, speaker = (next(row for row in text.splitlines() if f"  {names[id]} (" in row) for id in relayed.chain[:2])
    assert ": passes on 1 in " in outer
    assert ": 1 statement in " in speaker


def test_sources_passages_and_single_claims() -> None:
    text = _shown(CASE, width=160)
    assert "Torvian News Agency (agency; also “the agency”" in text
    assert "Norrin Lines (organisation; also “The operator Norrin Lines”): 1 statement in Brisk Daily" in text
    assert "near in Brisk Daily and Halden Post, copied passage, from a common source upstream" in text
    assert "reworded in Brisk Daily and Halden Post, direction undecided" in text
    assert "Told in one report alone: 3 claims" in text


@pytest.mark.parametrize("width", [20, 40, 200])
def test_any_width_keeps_every_line_inside(width: int) -> None:
    assert all(len(line) <= width for line in _shown(CASE, width=width).splitlines())


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in _shown(CASE)
    assert "\x1b[" in _shown(CASE, force_terminal=True, color_system="truecolor")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in _shown(CASE, force_terminal=True, color_system="truecolor")


def test_text_of_the_reports_is_never_read_as_markup_or_as_control() -> None:
    odd = "[bold]Ferry[/bold] [link=file:///x]\x1b[31m sinks :smile: "
    report = replace(CASE.reports[0], title=odd)
    text = _shown(Case(reports=(report,), skipped=(Skipped(odd, "x", odd),), notices=(odd,)))
    assert "[bold]Ferry[/bold] [link=file:///x]" in text
    assert ":smile:" in text
    assert "\x1b" not in text


def test_an_empty_case_and_a_single_report() -> None:
    assert _shown(Case()) == "no reports, outlets not named, not compared\n"
    assert "No claim" not in _shown(Case(reports=(Report("a.txt", "a.txt", "0" * 64, "One."),)))
    two = Case(reports=(Report("a.txt", "a.txt", "0" * 64, "One."), Report("b.txt", "b.txt", "0" * 64, "Two.")))
    assert all(line == line.rstrip() for line in _shown(CASE).splitlines())
    assert "No claim is told in more than one report." in _shown(two)


def test_an_ascii_terminal_is_served() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")  # strict: a mark that it cannot write would raise
    summary(CASE, Console(file=stream, width=80))
    stream.flush()
    assert b"3 reports" in raw.getvalue()


def test_a_denied_content_never_stands_without_the_denial() -> None:
    denial = next(it for it in CASE.statements if it.id == "t-b5")
    (content,) = denial.content
    tension = replace(CASE.tensions[0], b=content, reading="a claim and its denial")
    text = _shown(CASE.with_(tensions=(tension,)), width=200)
    assert "Brisk Daily, Norrin Lines denies: the engine had been reported as faulty" in text
    assert stance_in_words(denial, content) == "denies"
    with_cue = CASE.report("brisk.txt").span(content.start - len("denied that "), content.end)
    assert stance_in_words(denial, with_cue) == ""
    assert stance_in_words(CASE.statements[0], CASE.statements[0].content[0]) == ""


def test_a_reading_that_quotes_both_sides_is_cut_to_what_they_come_to() -> None:
    plan = CASE.tensions[0]
    assert tension_in_words(plan) == plan.reading
    quoting = replace(plan, reading=f"Voss: “{plan.a.text}”; a spokesman: “{plan.b.text}” – a plan and none")
    assert tension_in_words(quoting) == "A plan and none"


def test_words() -> None:
    assert [count(0, "report"), count(1, "report"), count(2, "story", "stories")] == [
        "no reports", "1 report", "2 stories",
    ]  # fmt: skip
    assert cut("one  two\nthree", 8) == "one two …"
    assert cut("a" * 9, 4) == "aaaa …"
    assert lineage_in_words(Lineage("halden.txt", Decision.COPIED)) == "copied passage, from halden.txt"
    assert lineage_in_words(Lineage(None, Decision.COPIED)) == "copied passage, direction undecided"
    assert lineage_in_words(Lineage(None, Decision.UNDECIDED)) == "direction undecided"
    assert lineage_in_words(Lineage("upstream", Decision.QUOTATION)).startswith("the same quotation")
    assert origins_in_words(replace(CASE.claims[0], origins=())) == "origins not counted"


def test_a_report_is_called_by_its_outlet_where_that_names_one_alone() -> None:
    labels = report_labels(CASE)
    assert labels["brisk.txt"] == "Brisk Daily"
    twice = tuple(replace(report, outlet="www.brisk.example") for report in CASE.reports)
    assert set(report_labels(replace(CASE, reports=twice)).values()) == {report.id for report in CASE.reports}
    alone = (replace(CASE.reports[0], outlet="www.brisk.example"), *CASE.reports[1:])
    assert "brisk.example" in report_labels(replace(CASE, reports=alone)).values()


def test_what_is_left_out_is_told_with_the_sentence_that_comes_nearest() -> None:
    words = " ".join(_shown(CASE).split())
    assert "Left out" in words
    assert "perhaps not mentioned: The company has no plan" in words
    assert (
        "not mentioned: We accept the offer with pleasure and will carry the line forward nearest: There was" in words
    )


def test_updates_stand_apart_from_the_differences() -> None:
    later = replace(CASE.tensions[0], kind="update", strength=Strength.WEAK)
    text = _shown(CASE.with_(tensions=(later, CASE.tensions[1])))
    assert "Do not sit easily together: 1 pair" in text
    assert text.index("240 against 260") < text.index("Updates: 1 pair") < text.index("update: One side says")
    assert "Updates" not in _shown(CASE)
