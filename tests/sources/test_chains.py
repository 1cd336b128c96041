"""Chains: every layer kept, no source twice in a row, and the body's chain for a headline's quotation."""

from __future__ import annotations

from tests.sources.telling import Say, case_of, chains, told
from twosource.sources import sources

RELAY = "Maren Voss said the lock was closed, the Torvian News Agency reported."


def test_chain_runs_from_the_outermost_inwards() -> None:
    says = [
        Say("Maren Voss said the lock was closed", "the Torvian News Agency", "reported"),
        Say("the lock was closed", "Maren Voss", "said", parent=0),
    ]
    assert told(RELAY, says) == [["Torvian News Agency"], ["Torvian News Agency", "Maren Voss"]]


def test_a_source_nested_in_itself_counts_once() -> None:
    text = "The Torvian News Agency reported on Monday that the agency had said the lock was closed."
    says = [
        Say("the agency had said the lock was closed", "The Torvian News Agency", "reported"),
        Say("the lock was closed", "the agency", "said", parent=0),
    ]
    assert told(text, says) == [["Torvian News Agency"], ["Torvian News Agency"]]


def test_three_layers() -> None:
    text = "Maren Voss said that Tilo Marsh had told her the lock was closed, the Torvian News Agency reported."
    says = [
        Say("Maren Voss said that Tilo Marsh had told her the lock was closed", "the Torvian News Agency", "reported"),
        Say("Tilo Marsh had told her the lock was closed", "Maren Voss", "said", parent=0),
        Say("the lock was closed", "Tilo Marsh", "told", parent=1),
    ]
    assert told(text, says)[2] == ["Torvian News Agency", "Maren Voss", "Tilo Marsh"]


def test_a_nested_statement_without_a_source_has_its_parents_chain() -> None:
    says = [
        Say("Maren Voss said the lock was closed", "the Torvian News Agency", "reported"),
        Say("the lock was closed", None, parent=0),
    ]
    assert told(RELAY, says)[1] == ["Torvian News Agency"]


BODY = "“Voss was glad to close the old lock,” the Torvian News Agency said."


def test_a_headline_quotation_takes_the_chain_of_the_body() -> None:
    text = f"“Glad to close the lock”\n\n{BODY}"
    says = [
        Say("Glad to close the lock", None, quoted=True),
        Say("Voss was glad to close the old lock,", "the Torvian News Agency", "said", quoted=True),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert chains(case)[0] == ["Torvian News Agency"]
    assert case.statements[0].source is None
    assert any(reason.signal == "said in the body" for reason in case.statements[0].reasons)


def test_a_headline_quotation_of_other_words_stays_open() -> None:
    text = f"“Never open the bridge”\n\n{BODY}"
    says = [
        Say("Never open the bridge", None, quoted=True),
        Say("Voss was glad to close the old lock,", "the Torvian News Agency", "said", quoted=True),
    ]
    assert told(text, says)[0] == []


def test_a_headline_quotation_that_two_said_stays_open() -> None:
    text = f"“Glad to close the lock”\n\n{BODY} “We are glad to close the lock,” Tilo Marsh said."
    says = [
        Say("Glad to close the lock", None, quoted=True),
        Say("Voss was glad to close the old lock,", "the Torvian News Agency", "said", quoted=True),
        Say("We are glad to close the lock,", "Tilo Marsh", "said", quoted=True),
    ]
    assert told(text, says)[0] == []


def test_a_headline_that_names_another_takes_no_chain() -> None:
    text = f"“Mayor Toll glad to close the lock”\n\n{BODY}"
    says = [
        Say("Mayor Toll glad to close the lock", None, quoted=True),
        Say("Voss was glad to close the old lock,", "the Torvian News Agency", "said", quoted=True),
    ]
    assert told(text, says)[0] == []
