"""Names beside roles, namesakes, and pronouns that nothing explains: no words go to the wrong person."""

from __future__ import annotations

from tests.sources.telling import Say, told


def test_a_name_between_commas_behind_a_role_is_its_holder() -> None:
    text = "Former minister Odo Brandt said the plan failed. The minister, Hanne Okko, said it worked."
    says = [Say("the plan failed", "Former minister Odo Brandt", "said"), Say("it worked", "The minister", "said")]
    assert told(text, says) == [["Odo Brandt"], ["Hanne Okko"]]


def test_a_role_in_a_list_of_names_is_nobody_of_the_list() -> None:
    text = "The minister, Hanne Okko, and the mayor said the road was shut."
    assert told(text, [Say("the road was shut", "The minister", "said")]) != [["Hanne Okko"]]


def test_the_minister_is_no_former_minister() -> None:
    text = "Former minister Odo Brandt said the plan failed. The minister said it worked."
    says = [Say("the plan failed", "Former minister Odo Brandt", "said"), Say("it worked", "The minister", "said")]
    assert told(text, says)[1] != ["Odo Brandt"]


def test_a_namesake_that_the_parser_takes_for_a_body_keeps_the_surname_open() -> None:
    text = "Ulf Okko, brother of Mayor Hanne Okko, said the mill was safe. “He knew,” Okko said."
    says = [Say("the mill was safe", "Ulf Okko", "said"), Say("He knew,", "Okko", "said", quoted=True)]
    assert told(text, says) == [["Ulf Okko"], ["Okko"]]


def test_she_never_takes_up_an_unresolved_he() -> None:
    text = "Nobody knew why. He said the town was lost. She said the road was open."
    says = [Say("the town was lost", "He", "said"), Say("the road was open", "She", "said")]
    assert told(text, says) == [["unresolved “he”"], ["unresolved “she”"]]
