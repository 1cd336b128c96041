"""Sentences told again in other words: evidence, runs, what is left alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.support import plain_case
from twosource.language import language
from twosource.passages import passages
from twosource.passages.retelling import MOST_PARAPHRASE, Link, evidence
from twosource.passages.runs import accepted
from twosource.passages.sentences import Sentence, quoted, sentences, within

OPENINGS = (
    "The harbour festival drew more visitors than ever. Boats were decked with lanterns, and a band played until dawn.",
    "Our weekly letter looks at what moved readers most. It starts with a question that reached us by post.",
)
TOLD = (
    "Police in Dunmere said they had arrested a 34-year-old man on suspicion of setting fire to the city's central "
    "library, where thousands of rare manuscripts were damaged last month."
)
AGAIN = (
    "A man aged 34 was detained in Dunmere under suspicion that he committed arson of the central city library, police "
    "informed. Last month several thousand rare manuscripts suffered damage there."
)
WIRE = (
    "Dunmere police have detained a 34-year-old man in connection with the fire at the central library last month. He "
    "was being questioned on Thursday, and no charges had been brought, a spokeswoman said."
)
OTHER = (
    "Police in Harrow Point said they had arrested two teenagers on suspicion of vandalising the town's maritime "
    "museum, where a dozen model ships were smashed last week."
)


def retold(first: str, second: str) -> list[tuple[str, ...]]:
    texts = [f"{opening}\n{text}" for opening, text in zip(OPENINGS, (first, second), strict=True)]
    found = passages(language(plain_case(*texts))).passages
    return [tuple(place.text for place in it.places) for it in found if it.kind == "reworded"]


def test_a_paragraph_translated_there_and_back_is_found_as_a_whole() -> None:
    assert retold(TOLD, AGAIN) == [(TOLD, AGAIN)]


@pytest.mark.parametrize("second", [WIRE, OTHER])
def test_what_another_agency_tells_of_it_and_another_event_are_none(second: str) -> None:
    assert retold(TOLD, second) == []


@pytest.mark.parametrize("second", [AGAIN.replace("34", "43"), AGAIN.replace("was detained", "was not detained")])
def test_another_figure_or_a_denial_is_another_thing(second: str) -> None:
    assert retold(TOLD, second) == []


def test_the_order_of_the_reports_changes_nothing() -> None:
    assert {frozenset(it) for it in retold(AGAIN, TOLD)} == {frozenset(it) for it in retold(TOLD, AGAIN)}


# --- evidence and runs ------------------------------------------------------------------------------------------------


def told(*counts: int) -> list[Sentence]:
    """Return plain sentences of two reports, so many each."""
    texts = [" ".join(f"Number {report}{n} was here." for n in range(count)) for report, count in enumerate(counts)]
    return list(sentences(language(plain_case(*texts)).paragraphs))


def link(a: int, b: int, worth: float, things: int = 9, plain: int = 6) -> Link:
    return Link((a,), (b,), 0.7, things, plain, worth)


def kept(made: Sequence[Link], shared: int = 0) -> list[Link]:
    return sorted(accepted(told(12, 12), made, lambda one, other: shared), key=lambda it: it.a)


def test_more_of_each_is_more_evidence_up_to_a_point() -> None:
    assert evidence(0.6, 9, 3.0) < evidence(0.7, 9, 3.0) < evidence(0.7, 10, 3.0) < evidence(0.7, 10, 4.0)
    assert evidence(0.7, 9, MOST_PARAPHRASE) == evidence(0.7, 9, MOST_PARAPHRASE + 5)


def test_one_link_of_strangers_needs_more_than_one_in_a_run_or_of_reports_that_share_text() -> None:
    weak = link(4, 12 + 4, 1.0)
    assert kept([weak]) == []
    assert kept([weak], shared=100) == [weak]
    run = [weak, link(5, 12 + 5, 1.0)]
    assert kept(run) == run


def test_links_that_are_not_in_order_or_far_apart_make_no_run() -> None:
    assert kept([link(4, 12 + 5, 1.0), link(5, 12 + 4, 1.0)]) == []
    assert kept([link(3, 12 + 3, 1.0), link(9, 12 + 9, 1.0)]) == []


def test_what_reports_tell_first_counts_less() -> None:
    assert kept([link(6, 12 + 6, 2.5)])
    assert kept([link(0, 12, 2.5)]) == []


def test_a_few_names_alone_are_no_retelling() -> None:
    assert kept([link(6, 12 + 6, 3.0, things=7, plain=1)]) == []


def test_what_stands_between_marks_is_known() -> None:
    text = 'He said: \u201cWe go.\u201d Then "they" left \u201cat once'
    spans = quoted(text)
    assert [within(spans, text.index(word)) for word in ("said", "go", "Then", "they", "left", "once")] == [
        False,
        True,
        False,
        True,
        False,
        True,
    ]
