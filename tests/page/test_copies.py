"""Who has text from whom, as the page tells it: one row for one answer, the decided ones first, folded when many."""

from __future__ import annotations

from dataclasses import replace

from lxml import html  # type: ignore[import-untyped]  # the package ships no types

from tests.support_case import CASE, B, C, H
from twosource.model import Case, Copy, Decision, Reason
from twosource.page import page
from twosource.page.book import Book
from twosource.page.copies import COPIES_FIRST, NUMBERS, copies

COPY = CASE.copies[0]


def case(*found: Copy) -> Case:
    return CASE.with_(copies=found)


def row(it: Copy) -> str:
    """Return how one row reads, reports by their letters."""
    (view,) = copies(Book(case(it)))
    return " ".join([*(tag.letter for tag in view.tags), view.words, *([view.origin.letter] if view.origin else [])])


def test_each_decision_reads_as_what_it_is() -> None:
    copied = replace(COPY, decision=Decision.COPIED, upstream=None)
    assert row(replace(copied, origin=H)) == "A has text from C"
    assert row(replace(copied, origin=B)) == "C has text from A"
    assert row(COPY) == "A C both have text from Torvian News Agency"
    assert row(replace(COPY, upstream=None)) == "A C both have a text that is none of them"
    quoted = replace(COPY, decision=Decision.QUOTATION, origin=None, upstream=None)
    assert row(quoted) == "A C quote the same words; that is no copying"
    open_ = replace(quoted, decision=Decision.UNDECIDED)
    assert row(open_) == "A C share text; which from which is undecided"


def test_pairs_with_one_agency_upstream_are_one_row_and_their_reasons_are_told_once() -> None:
    other = replace(COPY, id="y-2", a=B, b=C, upstream="the Torvian News Agency", passages=("p-2",))
    (view,) = copies(Book(case(COPY, other)))
    assert [tag.letter for tag in view.tags] == ["A", "B", "C"]
    assert view.words == "all have text from Torvian News Agency"
    assert [why.detail for why in view.why] == ["both name the Torvian News Agency"]
    assert len(view.passages) == 3


def test_pairs_with_no_name_upstream_stay_apart() -> None:
    nameless = replace(COPY, upstream=None)
    views = copies(Book(case(nameless, replace(nameless, id="y-2", a=B, b=C))))
    assert [[tag.letter for tag in view.tags] for view in views] == [["A", "C"], ["A", "B"]]


def test_the_decided_come_first_then_those_with_most_passages() -> None:
    open_ = replace(COPY, id="y-1", decision=Decision.UNDECIDED, origin=None, upstream=None)
    few = replace(COPY, id="y-2", a=B, b=C, origin=B, decision=Decision.COPIED, upstream=None, passages=("p-1",))
    many = replace(few, id="y-3", a=B, b=H, origin=H, passages=("p-1", "p-2"))
    views = copies(Book(case(open_, few, many)))
    assert [(view.decided, len(view.passages)) for view in views] == [(True, 2), (True, 1), (False, 3)]


def test_the_page_leads_from_every_row_to_its_passages_and_folds_many_rows() -> None:
    tree = html.fromstring(page(CASE))
    (item,) = tree.xpath("//ul[@class='copies']/li")
    hrefs = item.xpath("./a[@class='n']/@href")
    assert len(hrefs) == 3
    assert all(tree.xpath(f"//article[@id='{href[1:]}']") for href in hrefs)
    assert "Torvian News Agency" in tree.xpath("string(//div[@class='answer'][3])")
    reasons = (Reason("credit", "x", 0.5),)
    crowd = [
        Copy(f"y-{n}", B, H, None, Decision.UNDECIDED, None, ("p-1",), reasons) for n in range(COPIES_FIRST)
    ]  # one pair stands in one row, however often it is listed
    assert len(html.fromstring(page(case(*crowd))).xpath("//ul[@class='copies']/li")) == 1
    assert NUMBERS >= 3


def test_where_nothing_is_shared_nothing_is_said() -> None:
    assert "class=copies" not in page(CASE.with_(copies=()))
