"""Reports that make counting hard: copies by the hundred, citing in a circle, quoting at length, dates that cannot be.

Each gets a finite answer with its reasons, through all the stages that a reader's reports go through.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.origins.making import WORDS, numbers, signals, told
from tests.support import plain_report, run
from twosource.claims import claims
from twosource.language import language
from twosource.lineage import lineage
from twosource.model import Case, Claim, Story
from twosource.origins import origins
from twosource.origins.rules import joined
from twosource.passages import passages
from twosource.sources import sources
from twosource.statements import statements
from twosource.times import times

PIER = "The harbour office of Ollvik closed the eastern pier because its lights had failed twice in the week"
ARTICLE = (
    f"{PIER}.\n"
    "Nine boats had to turn back to Karsk in the fog, and one of them lost its nets on the rocks.\n"
    "The mayor, Ilse Brandt, said the lights would be mended before the spring fair.\n"
    "Fishermen have asked for a second lamp on the breakwater since the winter of the great storm."
)
EARLY, LATE = "2031-03-01T08:00:00Z", "2031-03-09T08:00:00Z"


def traced(*texts: str, outlets: Sequence[str | None] = (), published: Sequence[str | None] = ()) -> Case:
    """Return the case of texts of one story after all stages that origins rest on."""
    reports = tuple(
        plain_report(
            text,
            id=f"{chr(ord('a') + n)}.txt",
            outlet=outlets[n] if n < len(outlets) else None,
            published=published[n] if n < len(published) else None,
        )
        for n, text in enumerate(texts)
    )
    ids = tuple(report.id for report in reports)
    case = Case(reports=reports, stories=(Story("story-1", ids, len(ids)),))
    return run(case, language, times, statements, sources, passages, lineage, claims, origins)


def about(case: Case, words: str) -> Claim:
    """Return the claim that most reports tell of those with a mention that holds the words."""
    found = [claim for claim in case.claims if any(words in mention.span.text for mention in claim.mentions)]
    assert found, [claim.text for claim in case.claims]
    return max(found, key=lambda claim: len(claim.reports))


def test_two_hundred_copies_are_one_origin_and_not_compared_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(*voices: object) -> object:
        asked[-1] += 1
        return joined(*voices)  # type: ignore[arg-type]

    monkeypatch.setattr("twosource.origins.joined", counting)
    for count in (100, 200):
        asked.append(0)
        names = [f"{n:03}.txt" for n in range(count)]
        outlets = [f"Outlet number {n}" for n in range(count)]
        claim = told(*[None] * count, words=[WORDS[0]] * count, reports=names, outlets=outlets)
        assert numbers(claim) == (1, 1)
        assert len(claim.origins[0].reasons) < 20
    assert asked[1] < 3 * asked[0]


def test_two_reports_that_cite_each_other_have_one_origin_between_them() -> None:
    case = traced(
        f"{PIER}, the Grey Sheet reported.",
        f"{PIER}, the Ollvik Ledger reported.",
        outlets=["Ollvik Ledger", "Grey Sheet"],
    )
    claim = about(case, "eastern pier")
    assert claim.reports == ("a.txt", "b.txt")
    assert numbers(claim) == (1, 1)
    assert "circular" in signals(claim)


def test_who_quotes_an_article_at_length_has_it_from_there() -> None:
    first, second, *_ = ARTICLE.split("\n")
    quoting = (
        "A paper on the coast has looked into the failing lamps, and what it found is worth reading.\n"
        f"“{first} {second}” the Ollvik Ledger wrote."
    )
    case = traced(ARTICLE, quoting, outlets=["Ollvik Ledger", "Grey Sheet"])
    for words in ("eastern pier", "turn back to Karsk"):
        claim = about(case, words)
        assert claim.reports == ("a.txt", "b.txt")
        assert numbers(claim) == (1, 1)
        assert claim.origins[0].path == ("a.txt",)


@pytest.mark.parametrize(
    "published",
    [(EARLY, LATE), (LATE, EARLY), (None, None), (EARLY, None), ("2099-01-01", "1931-01-01"), ("soon", "31.02.2031")],
)
def test_a_copy_is_one_origin_whatever_the_dates_say(published: tuple[str | None, str | None]) -> None:
    case = traced(ARTICLE, ARTICLE, outlets=["Ollvik Ledger", "Grey Sheet"], published=published)
    assert case.stories[0].independent_reports == 1
    for claim in case.claims:
        assert numbers(claim) == (1, 1)
        assert len(claim.reports) == 2
        assert claim.origins[0].reasons


def test_a_copy_of_a_few_words_is_a_copy() -> None:
    case = traced("The pier is closed.", "The pier is closed.", "Rain fell on the hills all night.")
    assert case.stories[0].independent_reports == 2
    assert [reason.signal for reason in case.stories[0].reasons] == ["same text"]
    assert numbers(about(case, "pier")) == (1, 1)
