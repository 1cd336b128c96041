"""Mentions that pull against one another: each kind with an invented story, and look-alikes that are none."""

from __future__ import annotations

import pytest

from tests.differences.making import between, of_reports, story
from tests.support import plain_report
from twosource.model import Strength

RELAY = (
    "The Torvian News Agency (TNA) said President Silvan Orme accepted the invitation to visit Arvale.\n"
    "Orme will be there in May, the agency said."
)
SPOKESMAN = "The palace's spokesman, Ivo Brandt, said there was no plan for Orme to visit Arvale."

# --- denials and negations ----------------------------------------------------------------------------------------


def test_a_denial_of_such_plans_is_laid_against_the_sentence_before() -> None:
    text = (
        "Harbour officials in Torvia have expressed concern that Norrin Lines could sell the ferry Amity to Karsk.\n"
        "Norrin Lines and Karsk have denied such plans."
    )
    (tension,) = story(text, "The ferry Amity lies in the harbour of Sarn.").tensions
    assert tension.strength is Strength.STRONG
    assert "could sell the ferry" in tension.a.text
    assert "denied such plans" in tension.b.text
    assert "Norrin Lines" in tension.reading
    assert "2031-03-04" in tension.reading


def test_a_denial_in_one_report_is_laid_against_the_claim_in_another() -> None:
    claim = "The Torvian News Agency said the survey ship Heron had sailed two miles into Torvian waters."
    denial = "Arvale's government has denied that the survey ship Heron was in Torvian waters when it was seized."
    case = story(claim, denial)
    assert any(t.strength is Strength.STRONG for t in between(case, "two miles into Torvian", "in Torvian waters when"))


def test_a_denial_is_not_laid_against_everything_that_shares_its_names() -> None:
    other = (
        "Coast guards boarded the survey ship Heron on Tuesday, the Torvian News Agency said.\n"
        "Torvia will return the survey ship Heron next week, the agency said."
    )
    denial = "Arvale's government has denied that the survey ship Heron was in Torvian waters when it was seized."
    assert story(other, denial).tensions == ()


def test_what_is_told_and_what_is_told_not_to_be_so() -> None:
    case = story(
        "The Torvian News Agency said the ferry Amity carried weapons to Karsk.",
        "Norrin Lines said the ferry Amity never carried weapons to Karsk.",
    )
    (tension,) = case.tensions
    assert {"carried weapons", "never carried weapons"} <= {
        words
        for words in ("carried weapons", "never carried weapons")
        for s in (tension.a, tension.b)
        if words in s.text
    }
    assert tension.strength in {Strength.STRONG, Strength.MEDIUM}


def test_no_answer_is_no_negation() -> None:
    case = story(
        "Minister Maren Voss said the crew had seen a doctor.",
        "The Torvian embassy did not say whether the crew had seen a doctor.",
    )
    assert case.tensions == ()


def test_one_speaker_does_not_pull_against_himself_in_one_breath() -> None:
    text = "Maren Voss said the pier would close. Voss said the pier would not close before May."
    assert story(text, "The pier of Sarn is old.").tensions == ()


# --- plans --------------------------------------------------------------------------------------------------------


def test_an_accepted_invitation_against_no_plan() -> None:
    tensions = between(story(RELAY, SPOKESMAN), "accepted", "no plan")
    assert [t.strength for t in tensions] == [Strength.STRONG]
    assert "not strictly incompatible" in tensions[0].reading
    assert "the palace's spokesman" in tensions[0].reading.lower()


def test_talks_that_will_be_held_against_no_plan_for_them() -> None:
    case = story(
        "Arvale's foreign minister, Odile Marchetti, will hold talks in Vessna on 22 April, the agency said.",
        "Ivo Brandt said there was no plan for Odile Marchetti to hold talks in Vessna.",
    )
    assert [t.strength for t in between(case, "will hold talks", "no plan")] == [Strength.STRONG]


def test_no_plan_for_one_person_does_not_touch_the_plan_of_another() -> None:
    case = story(
        "Nadia Crewe will hold talks in Vessna on 22 April, the agency said.",
        "Ivo Brandt said there was no plan for Odile Marchetti to hold talks in Vessna.",
    )
    assert case.tensions == ()


# --- naming, saying, silence --------------------------------------------------------------------------------------


def test_without_naming_against_the_name_between_the_marks() -> None:
    case = story(
        "Without naming Karsk, President Silvan Orme said the fleet would “stand at the border of the north”.",
        "President Silvan Orme said: “I am sure the fleet will beat the pirates of Karsk.”",
    )
    (tension,) = between(case, "Without naming Karsk", "pirates of Karsk")
    assert tension.strength is Strength.STRONG
    assert tension.a.text == "Without naming Karsk"


def test_without_naming_is_no_tension_with_another_speaker() -> None:
    case = story(
        "Without naming Karsk, President Silvan Orme said the fleet would “stand at the border of the north”.",
        "Admiral Ruta Kalnis said: “I am sure the fleet will beat the pirates of Karsk.”",
    )
    assert case.tensions == ()


def test_said_against_did_not_say() -> None:
    case = story(
        "Ivo Brandt did not say that Arvale would close its ports to Torvian ships.",
        "“Arvale would close its ports to Torvian ships,” Ivo Brandt said.",
    )
    assert [t.kind for t in between(case, "did not say", "would close")] == ["said, or not said"]


def test_no_mention_against_a_hint() -> None:
    text = (
        "The ministers spoke for an hour, but there was no mention of arms deliveries or help with weapons.\n"
        "On Friday, President Silvan Orme hinted that military cooperation had been discussed."
    )
    (tension,) = story(text, "The ministers met in Vessna.").tensions
    assert tension.strength is Strength.MEDIUM
    assert "no mention" in tension.a.text
    assert tension.b.text.startswith("President Silvan Orme hinted")


def test_no_mention_of_one_thing_does_not_touch_a_hint_at_another() -> None:
    text = (
        "The ministers spoke for an hour, but there was no mention of arms deliveries or help with weapons.\n"
        "On Friday, President Silvan Orme hinted that his daughter would marry in the spring."
    )
    assert story(text, "The ministers met in Vessna.").tensions == ()


# --- figures, dates -----------------------------------------------------------------------------------------------


def test_counts_of_the_injured_that_differ() -> None:
    case = story(
        "27 people were injured when the ferry Amity hit the pier.",
        "The ferry Amity hit the pier. 25 people were injured in the crash of the ferry.",
    )
    assert [t.kind for t in between(case, "27", "25")] == ["figure"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("At least 20 people were injured on the ferry Amity.", "27 people were injured on the ferry Amity."),
        ("27 people were injured on the ferry Amity.", "12 people were killed on the ferry Amity."),
        ("27 people were injured on the ferry Amity.", "20 others were injured on the ferry Amity."),
        ("27 people were injured on the ferry Amity.", "Twenty-seven people were injured on the ferry Amity."),
        ("Some 270 people were injured on the ferry Amity.", "276 people were injured on the ferry Amity."),
        ("The ferry Amity cost 27 million crowns.", "The ferry Amity carried 25 cars."),
        (
            "A crash in Sarn killed 12 people, including 10 tourists.",
            "A crash in Sarn killed 10 tourists and two local pilots.",
        ),
        ("A crash of the ferry Amity in Sarn killed 10 tourists.", "12 killed in crash of the ferry Amity in Sarn"),
        (
            "27 people were injured when the ferry Amity hit the pier of Sarn.",
            "In 1996, 25 people were injured when the ferry Amity hit the pier of Sarn.",
        ),
        ("Norrin Lines expects a loss of 5 million crowns.", "It expects a loss of 20 million crowns."),
    ],
)
def test_figures_that_can_both_be_right_are_no_tension(here: str, there: str) -> None:
    assert story(here, there).tensions == ()


def test_the_sizes_of_one_crew_that_differ() -> None:
    case = story(
        "Coast guards took the ship and its crew of 14 to the port of Dunmarrow.",
        "The Torvian News Agency has said that eleven sailors were on board.",
    )
    assert [t.strength for t in between(case, "crew of 14", "eleven sailors")] == [Strength.MEDIUM]


def test_none_against_one() -> None:
    case = story(
        "Rear Admiral Ruta Kalnis said the operation had ended without a shot.",
        "The fisherman Tomas Wick heard one shot from the ship before the lights went out.",
    )
    assert [t.strength for t in between(case, "without a shot", "one shot")] == [Strength.STRONG]


def test_a_later_figure_of_the_same_source_is_an_update() -> None:
    case = story(
        "27 people were injured when the ferry Amity hit the pier, Sarn police said.",
        "31 people were injured when the ferry Amity hit the pier, Sarn police said.",
        days=("2031-03-04", "2031-03-05"),
    )
    (tension,) = between(case, "27", "31")
    assert (tension.kind, tension.strength) == ("update", Strength.WEAK)


def test_a_figure_changed_between_the_marks_is_strong() -> None:
    case = story(
        "“We found nine sailors alive on the wreck of the Amity,” Captain Joss Arden said.",
        "“We found twelve sailors alive on the wreck of the Amity,” Captain Joss Arden said.",
    )
    assert Strength.STRONG in [t.strength for t in between(case, "nine", "twelve")]


def test_a_date_that_differs_and_one_that_only_looks_so() -> None:
    left = "The ferry Amity hit the pier of Sarn on Monday."
    assert [t.kind for t in story(left, "The ferry Amity hit the pier of Sarn on Sunday.").tensions] == ["date"]
    same = story(left, "The ferry Amity hit the pier of Sarn on 3 March.")
    assert same.tensions == ()


# --- laws ---------------------------------------------------------------------------------------------------------


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [
        plain_report(text, id=id, published="2031-03-04") for id, text in (("p.txt", RELAY), ("q.txt", SPOKESMAN))
    ]
    one, other = of_reports(reports), of_reports(reversed(reports))
    assert one.tensions
    assert (one.tensions, one.variants) == (other.tensions, other.variants)


def test_the_names_of_the_reports_change_only_the_names() -> None:
    ids = (("p.txt", "q.txt"), ("z.txt", "b.txt"))
    found = []
    for first, second in ids:
        case = of_reports(
            [
                plain_report(RELAY, id=first, published="2031-03-04"),
                plain_report(SPOKESMAN, id=second, published="2031-03-04"),
            ]
        )
        found.append([(t.kind, t.strength, t.a.text, t.b.text) for t in case.tensions])
    assert found[0] == found[1]


def test_swapping_two_names_swaps_them() -> None:
    def swap(text: str) -> str:
        return text.replace("Orme", "\0").replace("Brandt", "Orme").replace("\0", "Brandt")

    plain, swapped = story(RELAY, SPOKESMAN), story(swap(RELAY), swap(SPOKESMAN))
    assert [(t.kind, t.a.text, t.b.text) for t in swapped.tensions] == [
        (t.kind, swap(t.a.text), swap(t.b.text)) for t in plain.tensions
    ]
    assert [t.reading for t in swapped.tensions] == [swap(t.reading) for t in plain.tensions]


def test_reports_of_two_stories_never_pull_against_one_another() -> None:
    reports = [
        plain_report(text, id=id, published="2031-03-04") for id, text in (("p.txt", RELAY), ("q.txt", SPOKESMAN))
    ]
    assert of_reports(reports, one_story=False).tensions == ()


def test_copies_of_both_sides_are_one_tension() -> None:
    case = story(RELAY, SPOKESMAN, RELAY, SPOKESMAN)
    (tension,) = between(case, "accepted", "no plan")
    assert any(reason.signal == "also" for reason in tension.reasons)


def test_a_report_alone_and_a_report_without_text_are_no_trouble() -> None:
    assert story("The pier of Sarn is old.").tensions == ()
    assert story("The pier of Sarn is old.", "").variants == ()
