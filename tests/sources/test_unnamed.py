"""Sources without a name: the same vague words join nobody, and two countries' state media are two."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, chains, named, told
from twosource.model import SourceType
from twosource.sources import sources

SHUT, BENT = "the lock was shut", "the gate was bent"


def two(first: str, second: str, between: str = "") -> bool:
    """Return whether two mentions of one report are one source."""
    text = f"{first} said {SHUT}.{between} {second} said {BENT}."
    says = [Say(SHUT, first, "said", nth=0), Say(BENT, second, "said", nth=1 if first == second else None)]
    case = sources(case_of({"a": (text, says)}))
    return case.statements[0].chain == case.statements[1].chain


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Two officials", "Two officials", False),
        ("Two officials", "The two officials", True),
        ("Two officials", "The officials", True),
        ("Some residents", "Some residents", False),
        ("Several diplomats", "Several diplomats", False),
        ("Two people familiar with the talks", "Two people familiar with the talks", False),
        ("A spokesman", "A spokesman", False),
        ("A spokesman", "The spokesman", True),
        ("Residents", "Residents", True),
        ("An official", "Another official", False),
        ("The indictment", "The indictment", True),
        ("Torvian officials", "Arvalian officials", False),
    ],
)
def test_within_one_report(first: str, second: str, one: bool) -> None:
    assert two(first, second) == one


@pytest.mark.parametrize(
    ("source", "one"),
    [
        ("Two Torvian officials", False),
        ("Several Torvian diplomats", False),
        ("Torvian officials", True),
        ("A Torvian official", False),
        ("Residents", False),
    ],
)
def test_over_two_reports(source: str, one: bool) -> None:
    reports = {
        "a": (f"{source} said {SHUT}. It rained.", [Say(SHUT, source, "said")]),
        "b": (f"{source} said {SHUT}. Nobody came.", [Say(SHUT, source, "said")]),
    }
    case = sources(case_of(reports))
    assert (case.statements[0].chain == case.statements[1].chain) == one


def test_state_media_of_two_countries_in_one_report() -> None:
    text = (
        f"Torvia's state media reported that {SHUT}. Arvale's state media reported that {BENT}. "
        "State media reported that nobody was hurt."
    )
    says = [
        Say(SHUT, "Torvia's state media", "reported"),
        Say(BENT, "Arvale's state media", "reported"),
        Say("nobody was hurt", "State media", "reported", nth=0),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert len({statement.chain for statement in case.statements}) == 3


def test_state_media_beside_two_countries_are_not_joined_on_the_words_alone() -> None:
    text = (
        "Envoys came to Torvia and to Arvale. Nobody was hurt in Torvia, state media said. "
        "Two boats were lost in Arvale, state media said."
    )
    says = [
        Say("Nobody was hurt in Torvia", "state media", "said", nth=0),
        Say("Two boats were lost in Arvale", "state media", "said", nth=1),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert case.statements[0].chain != case.statements[1].chain


def test_state_media_without_a_country_are_those_that_the_report_has_named() -> None:
    text = f"Torvia's state media reported that {SHUT}. Nobody was hurt, state media said."
    says = [Say(SHUT, "Torvia's state media", "reported"), Say("Nobody was hurt", "state media", "said")]
    assert len(set(map(tuple, told(text, says)))) == 1


@pytest.mark.parametrize(
    ("source", "type_", "name"),
    [
        ("a lawsuit filed on Monday", SourceType.DOCUMENT, "a lawsuit filed on Monday"),
        ("Section 12 of the Harbour Act", SourceType.DOCUMENT, "Section 12 of the Harbour Act"),
        ("a decree signed by President Voss", SourceType.DOCUMENT, "a decree signed by President Voss"),
        ("her LinkedIn profile", SourceType.DOCUMENT, "her LinkedIn profile"),
        ("the minutes of the meeting", SourceType.DOCUMENT, "the minutes of the meeting"),
        ("an anonymous letter", SourceType.DOCUMENT, "an anonymous letter"),
        ("a bill before the assembly", SourceType.DOCUMENT, "a bill before the assembly"),
        ("an email seen by the Courier", SourceType.DOCUMENT, "an email seen by the Courier"),
        ("state television", SourceType.OUTLET, "state television"),
        ("state TV", SourceType.OUTLET, "state TV"),
        ("the news site", SourceType.OUTLET, "the news site"),
        ("the company's website", SourceType.DOCUMENT, "the company's website"),
        ("the jury", SourceType.GROUP, "the jury"),
        ("the Kesher news agency", SourceType.AGENCY, "Kesher"),
        ("the UN health agency", SourceType.ORGANISATION, "the UN health agency"),
        ("A Ferries for Kesh spokesman", SourceType.ANONYMOUS, "A Ferries for Kesh spokesman"),
        ("Mayor of Kesh Odo Brandt", SourceType.PERSON, "Odo Brandt"),
        ("ex-minister Odo Brandt", SourceType.PERSON, "Odo Brandt"),
        ("the Lasko Institute's Odo Brandt", SourceType.PERSON, "Odo Brandt"),
        ("Mr and Mrs Voss", SourceType.GROUP, "Mr and Mrs Voss"),
        ("two people familiar with the talks", SourceType.ANONYMOUS, "two people familiar with the talks"),
    ],
)
def test_kinds_of_sources(source: str, type_: SourceType, name: str) -> None:
    text = f"The lock at Kesh was closed on Monday, according to {source}."
    case = sources(case_of({"a": (text, [Say("The lock at Kesh was closed on Monday", source, "according to")])}))
    assert named(case, name).type is type_


def test_a_descriptor_before_a_name_tells_what_it_is() -> None:
    text = f"The newspaper Vestnok said {SHUT}. The newspaper said {BENT}."
    says = [Say(SHUT, "Vestnok", "said"), Say(BENT, "The newspaper", "said")]
    case = sources(case_of({"a": (text, says)}))
    assert named(case, "Vestnok").type is SourceType.OUTLET
    assert chains(case) == [["Vestnok"], ["Vestnok"]]


def test_an_agency_with_and_without_its_kind() -> None:
    text = f"Kesher said {SHUT}. He told the Kesher news agency that {BENT}."
    case = sources(case_of({"a": (text, [Say(SHUT, "Kesher", "said"), Say(BENT, "the Kesher news agency")])}))
    assert case.statements[0].chain == case.statements[1].chain
    assert named(case, "Kesher").type is SourceType.AGENCY


def test_a_title_alone_is_no_name_of_anybody() -> None:
    case = sources(case_of({"a": (f"Mr. Tilo Voss said {SHUT}.", [Say(SHUT, "Mr. Tilo Voss", "said")])}))
    assert "Mr." not in named(case, "Tilo Voss").variants
