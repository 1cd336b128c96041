"""One report: names, descriptions and pronouns traced to the source they mean, or to nobody."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, chains, named, told
from twosource.model import SourceType
from twosource.sources import UNRESOLVED, sources, speaks_for

AGENCY = (
    "The dam at Kesh will be closed, the Torvian News Agency (TNA) reported on Monday. "
    "“The water is too high,” the agency said.\n\n"
    "Farmers were warned in time, it said."
)


def test_agency_its_gloss_the_agency_and_it_are_one() -> None:
    case = sources(
        case_of(
            {
                "a": (
                    AGENCY,
                    [
                        Say("The dam at Kesh will be closed", "the Torvian News Agency (TNA)", "reported"),
                        Say("The water is too high,", "the agency", "said", quoted=True),
                        Say("Farmers were warned in time", "it", "said"),
                    ],
                )
            }
        )
    )
    assert chains(case) == [["Torvian News Agency"]] * 3
    source = named(case, "Torvian News Agency")
    assert source.type is SourceType.AGENCY
    assert {"TNA", "Torvian News Agency", "the agency"} <= set(source.variants)
    assert {mention.text for mention in source.mentions} == {"the Torvian News Agency (TNA)", "the agency", "it"}
    assert any(reason.signal == "pronoun" for reason in source.reasons)


def test_full_name_surname_title_and_pronoun_are_one() -> None:
    text = (
        "Harbour minister Maren Voss opened the lock on Friday. “It took nine years,” Voss said. "
        "She said the next lock would be cheaper. Mrs. Voss thanked the workers."
    )
    case = sources(
        case_of(
            {
                "a": (
                    text,
                    [
                        Say("It took nine years,", "Voss", "said", quoted=True),
                        Say("the next lock would be cheaper", "She", "said"),
                        Say("the workers", "Mrs. Voss", "thanked"),
                    ],
                )
            }
        )
    )
    assert chains(case) == [["Maren Voss"]] * 3
    assert "Voss" in named(case, "Maren Voss").variants


def test_two_bearers_of_a_surname_are_never_joined() -> None:
    text = (
        "Maren Voss said the bridge was safe. Her brother Tilo Voss said it was not. "
        "Experts met in the evening and looked at the plans of the bridge for several hours.\n\n"
        "Both sides will be heard again.\n\n"
        "“I will not sign,” Voss said."
    )
    says = [
        Say("the bridge was safe", "Maren Voss", "said"),
        Say("it was not", "Tilo Voss", "said"),
        Say("I will not sign,", "Voss", "said", quoted=True),
    ]
    case = sources(case_of({"a": (text, says)}))
    assert chains(case) == [["Maren Voss"], ["Tilo Voss"], ["Voss"]]
    assert any(reason.signal == UNRESOLVED for reason in named(case, "Voss").reasons)


def test_title_tells_two_bearers_apart() -> None:
    text = (
        "Mr. Tilo Voss said the bridge was safe. His wife, Mrs. Maren Voss, said it was not. Mrs. Voss said it leaked."
    )
    says = [
        Say("the bridge was safe", "Mr. Tilo Voss", "said"),
        Say("it was not", "Mrs. Maren Voss", "said"),
        Say("it leaked", "Mrs. Voss", "said"),
    ]
    assert told(text, says) == [["Tilo Voss"], ["Maren Voss"], ["Maren Voss"]]


def test_father_and_son_stay_two() -> None:
    text = "Ivo Brandt said the mill was sold. Ivo Brandt Jr. said nothing was signed."
    says = [
        Say("the mill was sold", "Ivo Brandt", "said"),
        Say("nothing was signed", "Ivo Brandt Jr.", "said"),
    ]
    first, second = told(text, says)
    assert first != second


def test_it_is_never_a_person_and_never_the_one_who_is_told() -> None:
    text = "Maren Voss told the Torvian News Agency that the lock was open. The lock had cost too much, it said."
    says = [
        Say("the lock was open", "Maren Voss", "told", to="the Torvian News Agency"),
        Say("The lock had cost too much", "it", "said"),
    ]
    case = sources(case_of({"a": (text, says)}))
    voss, it = chains(case)
    assert voss == ["Maren Voss"]
    assert it == ["unresolved “it”"]
    assert case.statements[0].addressee == named(case, "Torvian News Agency").id


def test_it_after_a_person_is_the_ministry_that_spoke_before() -> None:
    text = (
        "The Torvian Trade Ministry said exports had doubled. Maren Voss said she was surprised. "
        "Figures for the spring would follow, it said."
    )
    says = [
        Say("exports had doubled", "The Torvian Trade Ministry", "said"),
        Say("she was surprised", "Maren Voss", "said"),
        Say("Figures for the spring would follow", "it", "said"),
    ]
    assert told(text, says)[2] == ["Torvian Trade Ministry"]


def test_she_between_two_women_stays_open() -> None:
    text = "Mrs. Maren Voss met Mrs. Mira Toll in Kesh. She said the talks were useful."
    says = [Say("the talks were useful", "She", "said")]
    case = sources(case_of({"a": (text, says)}))
    assert chains(case) == [["unresolved “she”"]]
    assert any(reason.signal == UNRESOLVED for reason in case.sources[0].reasons)


def test_he_and_she_pass_over_those_they_cannot_mean() -> None:
    text = "Mr. Tilo Marsh met Mrs. Mira Toll in Kesh. She said the talks were useful. He said they were long."
    says = [
        Say("the talks were useful", "She", "said"),
        Say("they were long", "He", "said"),
    ]
    assert told(text, says) == [["Mira Toll"], ["Tilo Marsh"]]


def test_who_is_spoken_of_between_marks_is_not_the_speaker() -> None:
    text = "Tilo Marsh left the hall early. “Ivo Brandt is a liar,” he said."
    says = [Say("Ivo Brandt is a liar,", "he", "said", quoted=True)]
    assert told(text, says) == [["Tilo Marsh"]]


def test_the_minister_with_two_ministers_stays_open() -> None:
    text = "Trade minister Maren Voss met health minister Ivo Brandt in Kesh. The minister said the talks were useful."
    says = [Say("the talks were useful", "The minister", "said")]
    case = sources(case_of({"a": (text, says)}))
    names = [source.name for source in case.sources]
    assert chains(case) == [["The minister"]], names


def test_the_minister_with_one_minister_is_found() -> None:
    text = "Trade minister Maren Voss said the talks were long. Farmers waited. The minister said they were useful."
    says = [
        Say("the talks were long", "Trade minister Maren Voss", "said"),
        Say("they were useful", "The minister", "said"),
    ]
    assert told(text, says) == [["Maren Voss"], ["Maren Voss"]]


def test_modifiers_choose_among_ministers() -> None:
    text = (
        "Trade minister Maren Voss said the talks were long. Health minister Ivo Brandt said they were short. "
        "The trade minister said they were useful."
    )
    says = [
        Say("the talks were long", "Trade minister Maren Voss", "said"),
        Say("they were short", "Health minister Ivo Brandt", "said"),
        Say("they were useful", "The trade minister", "said"),
    ]
    assert told(text, says) == [["Maren Voss"], ["Ivo Brandt"], ["Maren Voss"]]


def test_a_spokesman_is_taken_up_and_speaks_for_his_body() -> None:
    text = (
        "The water was clean, a spokesman for the Kesh Port Authority said. The spokesman said divers had looked. "
        "“All is well,” said palace spokesman Tilo Marsh."
    )
    says = [
        Say("The water was clean", "a spokesman for the Kesh Port Authority", "said"),
        Say("divers had looked", "The spokesman", "said"),
        Say("All is well,", "palace spokesman Tilo Marsh", "said", quoted=True),
    ]
    case = sources(case_of({"a": (text, says)}))
    first, second, third = case.statements
    assert first.chain == second.chain != third.chain
    by_id = {source.id: source for source in case.sources}
    anonymous = by_id[first.chain[0]]
    assert anonymous.type is SourceType.ANONYMOUS
    assert by_id[speaks_for(anonymous) or ""].name == "Kesh Port Authority"
    assert by_id[speaks_for(by_id[third.chain[0]]) or ""].name == "palace"


def test_a_former_spokesman_speaks_for_himself() -> None:
    text = "The water was dirty, said Tilo Marsh, a former spokesman for the Kesh Port Authority."
    says = [Say("The water was dirty", "Tilo Marsh, a former spokesman for the Kesh Port Authority", "said")]
    case = sources(case_of({"a": (text, says)}))
    assert speaks_for(named(case, "Tilo Marsh")) is None


def test_name_after_its_descriptor_and_before_it() -> None:
    text = "The ministry's spokesman, Ivo Brandt, said no. Mira Toll, a nurse from Kesh, said yes."
    says = [
        Say("no", "The ministry's spokesman, Ivo Brandt,", "said"),
        Say("yes", "Mira Toll, a nurse from Kesh,", "said"),
    ]
    assert told(text, says) == [["Ivo Brandt"], ["Mira Toll"]]


def test_places_side_by_side_are_one_joint_source_with_members() -> None:
    text = "Officials in Arvale and in Torvia met. Arvale and Torvia denied the report."
    case = sources(case_of({"a": (text, [Say("the report", "Arvale and Torvia", "denied")])}))
    joint = named(case, "Arvale and Torvia")
    assert joint.type is SourceType.GROUP
    assert joint.members == (named(case, "Arvale").id, named(case, "Torvia").id)


def test_modifiers_side_by_side_are_one_group() -> None:
    text = "Torvian and Arvalian officials said the border was open. The officials said it would stay so."
    says = [
        Say("the border was open", "Torvian and Arvalian officials", "said"),
        Say("it would stay so", "The officials", "said"),
    ]
    case = sources(case_of({"a": (text, says)}))
    group = named(case, "Torvian and Arvalian officials")
    assert group.type is SourceType.GROUP
    assert not group.members
    assert case.statements[1].chain == (group.id,)


def test_an_and_inside_a_name_joins_nothing() -> None:
    text = "The Ministry of Trade and Industry said exports had doubled."
    case = sources(case_of({"a": (text, [Say("exports had doubled", "The Ministry of Trade and Industry", "said")])}))
    assert [source.name for source in case.sources] == ["Ministry of Trade and Industry"]
    assert case.sources[0].type is SourceType.ORGANISATION


def test_two_leaders_are_a_joint_source_where_only_two_are_called_so() -> None:
    text = (
        "President Maren Voss of Torvia met King Edmar Toll of Arvale on Monday. Tilo Marsh, a spokesman, was there. "
        "The two leaders agreed to reopen the border."
    )
    case = sources(case_of({"a": (text, [Say("to reopen the border", "The two leaders", "agreed")])}))
    joint = next(source for source in case.sources if source.members)
    assert sorted(name for source in case.sources for name in [source.name] if source.id in joint.members) == [
        "Edmar Toll",
        "Maren Voss",
    ]
    assert "The two leaders" in joint.variants


def test_both_sides_of_three_are_a_group_of_their_own() -> None:
    text = "Maren Voss met Edmar Toll and Tilo Marsh on Monday. Both sides agreed to reopen the border."
    case = sources(case_of({"a": (text, [Say("to reopen the border", "Both sides", "agreed")])}))
    assert [source.name for source in case.sources] == ["Both sides"]
    assert not case.sources[0].members


@pytest.mark.parametrize(
    ("source", "type_", "name"),
    [
        ("two people familiar with the talks", SourceType.ANONYMOUS, "two people familiar with the talks"),
        ("a source", SourceType.ANONYMOUS, "a source"),
        ("the indictment", SourceType.DOCUMENT, "the indictment"),
        ("a statement on its website", SourceType.DOCUMENT, "a statement on its website"),
        ("a poll", SourceType.DOCUMENT, "a poll"),
        ("residents", SourceType.GROUP, "residents"),
        ("palace reporters", SourceType.GROUP, "palace reporters"),
        ("the Kesh Courier newspaper", SourceType.OUTLET, "Kesh Courier"),
        ("the TNA news agency", SourceType.AGENCY, "TNA"),
        ("Torvia's state media TNA", SourceType.AGENCY, "TNA"),
        ("the Torvian Foreign Ministry", SourceType.ORGANISATION, "Torvian Foreign Ministry"),
        ("the health ministry", SourceType.ORGANISATION, "the health ministry"),
        ("an official who asked not to be named", SourceType.ANONYMOUS, "an official who asked not to be named"),
    ],
)
def test_kinds_of_sources(source: str, type_: SourceType, name: str) -> None:
    text = f"The lock at Kesh was closed on Monday, according to {source}."
    case = sources(case_of({"a": (text, [Say("The lock at Kesh was closed on Monday", source, "according to")])}))
    found = named(case, name)
    assert found.type is type_


def test_anonymous_by_what_follows_the_mention() -> None:
    text = "Two officials, who spoke on condition of anonymity, said the lock was closed."
    case = sources(case_of({"a": (text, [Say("the lock was closed", "Two officials", "said")])}))
    assert case.sources[0].type is SourceType.ANONYMOUS


def test_i_between_marks_is_the_one_who_says_it() -> None:
    text = "“I told them to stop,” Maren Voss said."
    says = [
        Say("I told them to stop,", "Maren Voss", "said", quoted=True),
        Say("to stop", "I", "told", parent=0),
    ]
    assert told(text, says) == [["Maren Voss"], ["Maren Voss"]]


def test_who_takes_up_the_name_before_it() -> None:
    text = "The lock was closed by Maren Voss, who said it leaked, and by the Torvian Trade Ministry, which said more."
    says = [Say("it leaked", "who", "said"), Say("more", "which", "said")]
    assert told(text, says) == [["Maren Voss"], ["Torvian Trade Ministry"]]


def test_they_are_the_group_that_spoke_last() -> None:
    text = "Residents said the lock leaked. They said nobody had come."
    says = [Say("the lock leaked", "Residents", "said"), Say("nobody had come", "They", "said")]
    assert told(text, says) == [["Residents"], ["Residents"]]


def test_a_report_without_statements_has_no_sources() -> None:
    assert sources(case_of({"a": ("The lock was closed.", [])})).sources == ()


def test_a_role_told_in_passing_counts() -> None:
    text = "Trade minister Maren Voss opened the lock on Friday. Farmers waited. The minister said it was useful."
    assert told(text, [Say("it was useful", "The minister", "said")]) == [["Maren Voss"]]
    text = "Maren Voss, the trade minister, opened the lock on Friday. Farmers waited. The minister said it was useful."
    assert told(text, [Say("it was useful", "The minister", "said")]) == [["Maren Voss"]]


def test_a_minister_told_in_passing_leaves_the_minister_open() -> None:
    text = "Trade minister Maren Voss said the talks with health minister Ivo Brandt were long. The minister said more."
    says = [
        Say("the talks with health minister Ivo Brandt were long", "Trade minister Maren Voss", "said"),
        Say("more", "The minister", "said"),
    ]
    assert told(text, says) == [["Maren Voss"], ["The minister"]]


def test_a_name_that_nothing_explains_keeps_a_pronoun_open() -> None:
    text = "Tilo Marsh left the hall. Quorrin laughed and clapped. “It was late,” he said."
    names = told(text, [Say("It was late,", "he", "said", quoted=True)])
    assert names in ([["unresolved “he”"]], [["Quorrin"]])


def test_it_takes_up_no_several() -> None:
    text = "Several reports said the lock leaked. It had cost too much, it said."
    says = [Say("the lock leaked", "Several reports", "said"), Say("It had cost too much", "it", "said")]
    assert told(text, says)[1] == ["unresolved “it”"]


@pytest.mark.parametrize(
    ("owner", "of_it"),
    [("The Ostrel Gazette", True), ("Radio Brask", True), ("Dorma", False), ("The Kesh Bank", False)],
)
def test_a_named_reporter_belongs_to_the_outlet_that_owns_him(owner: str, of_it: bool) -> None:
    text = f"{owner}'s Piet Lowen said the tram was old."
    case = sources(case_of({"a": (text, [Say("the tram was old", f"{owner}'s Piet Lowen", "said")])}))
    names = {source.id: source.name for source in case.sources}
    (person,) = (source for source in case.sources if source.name == "Piet Lowen")
    assert names.get(speaks_for(person) or "", "") == (owner.removeprefix("The ") if of_it else "")


def test_a_magazine_that_reported_is_an_outlet() -> None:
    text = "The magazine Brask reported that the tram was old. Brask said nobody was hurt."
    says = [Say("the tram was old", "The magazine Brask", "reported"), Say("nobody was hurt", "Brask", "said", nth=1)]
    case = sources(case_of({"a": (text, says)}))
    assert [source.type for source in case.sources] == [SourceType.OUTLET]
