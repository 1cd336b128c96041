"""Descriptions taken up: "the agency", "the official", "the 45-year-old", "the former minister", or left open."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, named, told
from twosource.sources import sources, unresolved

A = "The lock was shut on Friday."


def taken(before: str, who: str) -> str:
    """Return the name of ``who`` where the text ``before`` goes before it."""
    text = f"{before} {who[:1].upper()}{who[1:]} said the gate was bent."
    return told(text, [Say("the gate was bent", f"{who[:1].upper()}{who[1:]}", "said")])[0][0]


@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        # by a word of the name, before it, behind it
        ("The Lasko Shipping Co. has four barges.", "the company", "Lasko Shipping Co."),
        ("Divers of the ferry company Brenkovia found it.", "the company", "Brenkovia"),
        ("The militant group Dawnlight held the bridge.", "the group", "Dawnlight"),
        ("The Torvian Ministry of Health bought pumps.", "the ministry", "Torvian Ministry of Health"),
        ("The Kesh Weather Service lost a mast.", "the agency", "Kesh Weather Service"),
        # two that fit, or none
        ("The Lasko Shipping Co. sued the Orvane Barge Co. in May.", "the company", "The company"),
        ("The Torvian Ministry of Health asked the Torvian Ministry of Trade.", "the ministry", "The ministry"),
        ("The Torvian Ministry of Health bought pumps.", "the company", "The company"),
        # persons by role, by a wider word, by age
        ("Senator Odo Brandt came to Kesh.", "the senator", "Odo Brandt"),
        ("Senator Odo Brandt came to Kesh.", "the lawmaker", "Odo Brandt"),
        ("Senator Odo Brandt met Senator Ivo Lanz.", "the lawmaker", "The lawmaker"),
        ("A lawmaker, Odo Brandt, came to Kesh.", "the senator", "The senator"),
        ("Odo Brandt, 45, lives by the lock.", "the 45-year-old", "Odo Brandt"),
        ("The 45-year-old skipper Odo Brandt lives by the lock.", "the 45-year-old", "Odo Brandt"),
        ("Odo Brandt, 45, and Ivo Lanz, 45, live by the lock.", "the 45-year-old", "The 45-year-old"),
        ("Odo Brandt, 44, lives by the lock.", "the 45-year-old", "The 45-year-old"),
        ("Odo Brandt lives by the lock.", "the 45-year-old", "Odo Brandt"),
        ("Odo Brandt met Ivo Lanz by the lock.", "the 45-year-old", "The 45-year-old"),
        ("Ex-minister Odo Brandt came to Kesh.", "the former minister", "Odo Brandt"),
        ("Former minister Odo Brandt came to Kesh.", "the former minister", "Odo Brandt"),
        ("Minister Odo Brandt came to Kesh.", "the former minister", "The former minister"),
        ("Ex-President Hanne Okko came to Kesh.", "the president", "The president"),
        ("President Hanne Okko came to Kesh.", "the president", "Hanne Okko"),
    ],
)
def test_taken_up_or_not(before: str, who: str, name: str) -> None:
    assert taken(before, who) == name


def test_the_official_is_the_anonymous_one_and_not_the_minister() -> None:
    text = "Trade minister Maren Voss was silent. An official said the gate was bent. The official said it was old."
    says = [Say("the gate was bent", "An official", "said"), Say("it was old", "The official", "said")]
    assert told(text, says) == [["An official"], ["An official"]]


def test_the_company_is_the_only_body_that_has_just_spoken() -> None:
    text = "Lanternbay said the barge had sunk. It would be raised, the company said."
    says = [Say("the barge had sunk", "Lanternbay", "said"), Say("It would be raised", "the company", "said")]
    case = sources(case_of({"a": (text, says)}))
    if named(case, "Lanternbay").type.value == "organisation":
        assert case.statements[0].chain == case.statements[1].chain


def test_the_company_after_a_ministry_is_no_ministry() -> None:
    text = "The Torvian Trade Ministry said the barge had sunk. It would be raised, the company said."
    says = [
        Say("the barge had sunk", "The Torvian Trade Ministry", "said"),
        Say("It would be raised", "the company", "said"),
    ]
    assert told(text, says) == [["Torvian Trade Ministry"], ["the company"]]


def test_a_name_ahead_of_its_role_between_commas() -> None:
    text = "Brita Nikkel, a zoo visitor, said the bear ran. She said it was quick."
    says = [Say("the bear ran", "a zoo visitor", "said"), Say("it was quick", "She", "said")]
    assert told(text, says) == [["Brita Nikkel"], ["Brita Nikkel"]]


def test_a_name_at_the_end_of_what_is_said_is_not_the_one_who_says_it() -> None:
    text = "The man in the boat was Odo Brandt, a nurse, by chance, said."
    case = sources(case_of({"a": (text, [Say("The man in the boat was Odo Brandt", "a nurse", "said")])}))
    assert named(case, "a nurse").type.value == "anonymous"


def test_the_reason_names_the_evidence() -> None:
    text = "Odo Brandt, 45, lives by the lock. The 45-year-old said the gate was bent."
    case = sources(case_of({"a": (text, [Say("the gate was bent", "The 45-year-old", "said")])}))
    assert any(reason.signal == "taken up" and "age" in reason.detail for reason in named(case, "Odo Brandt").reasons)


def test_two_groups_leave_the_officials_open() -> None:
    text = (
        "Two officials from Kesh said the gate was bent. Three officials from Arvale said it was straight. "
        "The officials said they would look again."
    )
    says = [
        Say("the gate was bent", "Two officials from Kesh", "said"),
        Say("it was straight", "Three officials from Arvale", "said"),
        Say("they would look again", "The officials", "said"),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert len({statement.chain for statement in case.statements}) == 3
    assert unresolved(named(case, "The officials"))
