"""Passages: text that reports share, word for word or nearly, wherever it stands, and what is none."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import plain_case, plain_report
from twosource.language import language
from twosource.model import Case, Decision, Part, PartKind, Passage, Report
from twosource.passages import passages
from twosource.stories import stories

WIRE = (
    "The harbour at Selm was closed for nine hours on Friday after a tanker lost its anchor in the storm.",
    "Port captain Runa Veltz said divers had searched the basin twice without finding the missing chain.",
    "“We will not let a single ship in until the channel is clear,” Veltz told reporters on the quay.",
    "The ministry said sensitive talks between neighbours were a private matter.",
    "Fishing crews lost a day's catch, and the cannery sent four hundred workers home without pay.",
)
OWN = (
    "Schools in the hills stayed open although the road to the coast was blocked by fallen pines.",
    "Bakers gave away bread to stranded drivers, who slept in a gym until the ploughs arrived.",
    "Nobody at the weather office had foreseen how fast the wind would turn towards the land.",
)
KNOWN = "Vessin and Torrin officials have expressed concern that Marl could provide weapons and ammunition to Sarnia, "
RETOLD = "Vessin and Torrin officials expressed concern that Odo Marl could supply arms and ammunition to Sarnia, "


def text(*sentences: str) -> str:
    return "\n".join(sentences)


def found(*texts: str) -> tuple[Passage, ...]:
    return passages(stories(plain_case(*texts))).passages


def shape(case: Case) -> list[tuple[str, tuple[str, ...]]]:
    """Return kind and texts of the passages, whatever the reports are called."""
    return sorted((p.kind, tuple(sorted(place.text for place in p.places))) for p in case.passages)


# --- what is a passage --------------------------------------------------------------------------------------------


def test_an_exact_copy_is_one_passage_over_the_whole_body() -> None:
    (passage,) = found(text(*WIRE), text(*WIRE))
    assert passage.kind == "verbatim"
    assert passage.similarity == 1
    assert [place.text for place in passage.places] == [text(*WIRE)] * 2
    assert passage.lineage.decision is Decision.UNDECIDED


def test_a_short_sentence_that_is_the_same_is_verbatim() -> None:
    (passage,) = found(text(WIRE[3], OWN[0]), text(OWN[1], WIRE[3]))
    assert passage.kind == "verbatim"
    assert {place.text for place in passage.places} == {WIRE[3]}


def test_sentences_are_found_in_any_order() -> None:
    places = found(text(WIRE[0], OWN[0], WIRE[1]), text(WIRE[1], OWN[1], WIRE[0]))
    assert [passage.places[0].text for passage in places] == [WIRE[0], WIRE[1]]


def test_a_sentence_with_a_few_other_words_is_near() -> None:
    changed = WIRE[4].replace("lost a day's catch", "lost a whole day's haul").replace("sent", "has sent")
    (passage,) = found(text(WIRE[4], OWN[0]), text(OWN[1], changed))
    assert passage.kind == "near"
    assert {place.text for place in passage.places} == {WIRE[4], changed}
    assert 0.6 < passage.similarity < 1


def test_a_sentence_retold_word_by_word_is_found_whole() -> None:
    first = KNOWN + "which has expended vast stocks in more than 18 months of the Ostrel conflict."
    second = RETOLD + "which has used up large amounts of supplies during the more than 18 months of war in Ostrel."
    (passage,) = found(text(OWN[0], first), text(second, OWN[1]))
    assert passage.kind == "near"
    assert {place.text for place in passage.places} == {first, second}


def test_a_shared_clause_is_found_without_the_rest_of_its_sentences() -> None:
    shared = "the cannery sent four hundred workers home without pay"
    (passage,) = found(
        text(f"The strike went on for a third day in all six harbours of the north, and {shared}.", OWN[0]),
        text(f"In a note that it pinned to the door of its hall overnight, the union wrote that {shared}."),
    )
    for place in passage.places:
        assert shared in place.text
        assert len(place.text) < 1.5 * len(shared)


def test_places_in_many_reports_are_one_passage() -> None:
    (passage,) = found(text(WIRE[1], OWN[0]), text(OWN[1], WIRE[1]), text(OWN[2], WIRE[1]))
    assert {place.report for place in passage.places} == {"a.txt", "b.txt", "c.txt"}


def test_a_passage_that_stands_twice_in_one_report_has_both_places() -> None:
    (passage,) = found(text(WIRE[1], OWN[0], WIRE[1]), text(OWN[1], WIRE[1]))
    assert [place.report for place in passage.places] == ["a.txt", "a.txt", "b.txt"]


def test_a_quotation_that_two_reports_carry_is_a_passage() -> None:
    (passage,) = found(text(OWN[0], WIRE[2]), text(WIRE[2].replace("told reporters on the quay", "said"), OWN[1]))
    assert "until the channel is clear" in passage.places[0].text


def test_copied_paragraphs_with_edits_are_a_passage_each_and_verbatim_ones_in_a_row_are_one() -> None:
    changed = WIRE[1].replace("twice", "four times")
    result = found(text(OWN[0], *WIRE), text(WIRE[0], changed, *WIRE[2:], OWN[1]))
    assert [(p.kind.value, p.places[0].text) for p in result] == [
        ("verbatim", WIRE[0]),
        ("near", WIRE[1]),
        ("verbatim", text(*WIRE[2:])),
    ]


# --- reworded -----------------------------------------------------------------------------------------------------

FIRST = "But there was no mention of any arms supplies, trade of weapons or technical assistance over weapons programs."
AGAIN = (
    "During his tour of the Kelm test site Marl was shown a new rocket, but there was no mention of arms deliveries, "
    "arms trade or technical support for the weapons program."
)


def retold(*texts: str) -> list[tuple[str, ...]]:
    case = passages(language(stories(plain_case(*texts))))
    return [tuple(place.text for place in p.places) for p in case.passages if p.kind == "reworded"]


def test_a_clause_told_in_other_words_thing_by_thing_is_reworded() -> None:
    first = text("Odo Marl toured the Kelm test site on Friday, the Sarnian agency said.", FIRST)
    second = text("Sarnian leader Odo Marl visited Kelm on Friday.", AGAIN)
    (places,) = retold(first, second)
    assert places[0] == FIRST
    assert places[1].startswith("but there was no mention")
    assert places[1].endswith("weapons program.")


def test_one_text_in_two_reports_and_retold_in_a_third_is_one_reworded_passage() -> None:
    first = text("Odo Marl toured the Kelm test site on Friday, the Sarnian agency said.", FIRST)
    (places,) = retold(first, first.replace("Friday", "Friday night"), text("Odo Marl visited Kelm.", AGAIN))
    assert len(places) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("there was no mention of", "the talks brought up"),
        ("Marl was shown a new rocket, but there was no mention of", "Rosk was told that there would soon be"),
    ],
)
def test_a_sentence_that_says_something_else_is_not_reworded(old: str, new: str) -> None:
    first = text("Odo Marl toured the Kelm test site on Friday, the Sarnian agency said.", FIRST)
    assert retold(first, text("Sarnian leader Odo Marl visited Kelm on Friday.", AGAIN.replace(old, new))) == []


def test_what_is_found_word_for_word_is_not_reworded() -> None:
    assert retold(text(*WIRE), text(*WIRE), text(WIRE[0], WIRE[1])) == []


# --- what is none -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OWN[0], WIRE[0]),
        ("It is what it is and that is all that there is to it.", "So it is what it is and that is all that there is."),
        (
            "The mayor's office did not immediately respond to a request for comment.",
            "The bank did not immediately respond to a request for comment.",
        ),
        (
            "Prime Minister Ilva Brandt of the Democratic Republic of North Vessin spoke first.",
            "A chair was kept for Prime Minister Ilva Brandt of the Democratic Republic of North Vessin.",
        ),
        ("On Monday, December 2, 2030, at 10 a.m. it rained.", "It was on Monday, December 2, 2030, at 10 a.m. GMT."),
    ],
)
def test_what_two_writers_share_by_chance_is_none(first: str, second: str) -> None:
    assert found(text(first, OWN[1]), text(second, OWN[2])) == ()


def test_furniture_is_never_a_passage() -> None:
    def masked(id: str, own: str) -> Report:
        report = plain_report(text(own, WIRE[1]), id=id)
        body, teaser = report.parts
        furniture = Part(PartKind.FURNITURE, teaser.start, teaser.end, "teaser")
        return Report(id, id, report.sha256, report.text, parts=(body, furniture))

    assert passages(Case(reports=(masked("a", OWN[0]), masked("b", OWN[1])))).passages == ()


def test_a_passage_does_not_run_over_masked_text() -> None:
    def report(id: str) -> Report:
        plain = plain_report(text(WIRE[0], "Read more", WIRE[1]), id=id)
        first, teaser, last = plain.parts
        masked = Part(PartKind.FURNITURE, teaser.start, teaser.end, "teaser")
        return Report(id, id, plain.sha256, plain.text, parts=(first, masked, last))

    result = passages(Case(reports=(report("a"), report("b"))))
    assert [passage.places[0].text for passage in result.passages] == [WIRE[0], WIRE[1]]


def test_what_stands_in_many_stories_is_boilerplate() -> None:
    note = "Readers who saw the lights over the valley may write to the observatory in confidence."
    apart = [text(article(n, 90), note) for n in range(3)]
    assert len(stories(plain_case(*apart)).stories) == 3
    assert found(*apart) == ()
    assert len(passages(plain_case(*apart)).passages) == 1


def test_one_report_and_none_have_no_passages() -> None:
    assert found(text(*WIRE)) == ()
    assert passages(Case()).passages == ()


def test_a_headline_is_apart_from_the_body() -> None:
    head = "Storm closes Selm harbour as tanker loses anchor"
    first, second = text(head, WIRE[0]), text(head, WIRE[0])
    result = passages(plain_case(first, second, headline=True)).passages
    assert [passage.places[0].text for passage in result] == [head, WIRE[0]]


# --- laws ---------------------------------------------------------------------------------------------------------


@given(st.permutations([text(*WIRE), text(*WIRE[:3]), text(OWN[0], WIRE[1]), text(*OWN, WIRE[4].upper())]))
@settings(max_examples=24, deadline=None)
def test_the_order_of_the_input_changes_nothing(order: list[str]) -> None:
    straight = passages(plain_case(text(*WIRE), text(*WIRE[:3]), text(OWN[0], WIRE[1]), text(*OWN, WIRE[4].upper())))
    assert shape(passages(plain_case(*order))) == shape(straight)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("“", '"').replace("”", '"').replace("'", "’"),
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.upper(),
        lambda t: "🚢🏴\u200d☠️ " + t.replace("harbour", "har\u00adbour"),
    ],
)
def test_the_way_of_writing_changes_nothing(change: object) -> None:
    assert callable(change)
    original = text("Señor Ibáñez's café “Öl” stayed shut.", *WIRE)
    (passage,) = found(original, change(original))
    assert passage.kind == "verbatim"
    assert passage.places[0].text == original
    assert passage.places[1].text.endswith("out pay." if change(original).islower() else passage.places[1].text[-8:])
    assert len(passage.places[1].text) >= len(original)


@given(st.lists(st.sampled_from([*WIRE, *OWN, "🚢 e\u0301 ﬁ", "", "“"]), max_size=8), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_places_point_at_their_words_and_lie_in_read_parts(lines: list[str], cut: int) -> None:
    case = passages(plain_case(text(*lines), text(*WIRE[cut:])))
    for passage in case.passages:
        assert len({place.report for place in passage.places}) == 2
        for place in passage.places:
            report = case.report(place.report)
            assert report.text[place.start : place.end] == place.text
            assert not (place.start and report.text[place.start - 1].isalnum())
            assert not report.text[place.end : place.end + 1].isalnum()


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_survived(first: str, second: str) -> None:
    passages(plain_case(first, second, first + second))


def test_an_exact_copy_among_others_changes_only_its_own_places() -> None:
    before = found(text(*WIRE), text(WIRE[1], OWN[0]))
    after = found(text(*WIRE), text(WIRE[1], OWN[0]), text(*WIRE))
    assert next(p for p in after if len(p.places) == 3).places[1].text == before[0].places[1].text
    assert sorted(p.kind for p in after) == ["verbatim", "verbatim"]


# --- size ---------------------------------------------------------------------------------------------------------


def seconds(*texts: str) -> float:
    case = plain_case(*texts) if len(texts) < 27 else numbered(texts)
    start = time.process_time()
    passages(case)
    return time.process_time() - start


def numbered(texts: tuple[str, ...]) -> Case:
    return Case(reports=tuple(plain_report(t, id=f"{number:04}") for number, t in enumerate(texts)))


def article(seed: int, size: int = 600) -> str:
    chance = random.Random(seed)  # noqa: S311  # invented noise, no secret
    return " ".join(f"{chance.choice(['tra', 'ple', 'sko', 'ven'])}{chance.randrange(4000)}" for _ in range(size)) + "."


@pytest.mark.parametrize(
    "texts",
    [
        ("word " * 50_000, "word " * 49_999),
        (article(1) + " word" * 50_000 + article(2), article(1) + " word" * 49_000 + article(2)),
        (("one two three four " * 12_000), ("one two three four " * 11_000)),
        ((article(3, 50) + " ") * 400, (article(3, 50) + " ") * 390),
        (" ".join(article(n, 3)[:-1] + " of the" * 9 for n in range(2000)),) * 2,
        (" ".join(article(n, 3)[:-1] + " of the" * 9 for n in range(2000)), "x y " * 9000),
        ("“" * 20_000, "“" * 19_000),
    ],
)
def test_hostile_repetition_is_linear(texts: tuple[str, ...]) -> None:
    assert seconds(*texts) < 5


def test_two_hundred_copies_are_grouped_once() -> None:
    assert seconds(*[article(1)] * 200) < 3


def test_two_hundred_edited_copies_do_not_blow_up() -> None:
    words = article(1).split()
    texts = [" ".join([*words[: n * 3], f"edit{n}", *words[n * 3 + 1 :]]) for n in range(200)]
    start = time.process_time()
    result = passages(numbered(tuple(texts))).passages
    assert time.process_time() - start < 12
    assert max(len({place.report for place in passage.places}) for passage in result) == 200
