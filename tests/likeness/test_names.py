"""Two names mean one thing where one is short for the other, never where only a part of them is alike."""

import pytest

from tests.likeness.reading import units
from twosource.likeness.names import key, same_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ines Arvale", "Arvale"),
        ("President Ines Arvale", "Ines Arvale"),
        ("the Karsk Seismic Office", "KSO"),
        ("Kenya", "Kenyans"),
        ("the French", "France"),
        ("Wladimir Orlen", "Vladimir Orlen"),
        ("Duncan Reith", "Duncan Reithe"),
        ("San José", "San Jose"),
        ("U.K.", "Britain"),
        ("Arvale’s", "Arvale"),
    ],
)
def test_names_of_one_thing_agree(a: str, b: str) -> None:
    assert same_name(key(a.split()), key(b.split()))
    assert same_name(key(b.split()), key(a.split()))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ines Arvale", "Tomas Keld"),
        ("Maren Voss", "Tomas Voss"),
        ("Torvia", "Torvak"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Slovakia", "Slovenia"),
        ("Karsk Motors", "Karsk Railways"),
        ("KSO", "KSA"),
        ("Niger", "Nigeria"),
        ("", "Arvale"),
    ],
)
def test_names_of_two_things_do_not(a: str, b: str) -> None:
    assert not same_name(key(a.split()), key(b.split()))
    assert not same_name(key(b.split()), key(a.split()))


def test_names_that_the_caller_knows_to_be_one_agree() -> None:
    from dataclasses import replace

    read, other = units(["They met in Lowmere.", "They met in Arvalia."], vectors=False)
    (a,), (b,) = read.names, other.names
    assert not a.agrees(b)
    assert replace(a, identity="source-1").agrees(replace(b, identity="source-1"))


def test_a_possessor_is_a_name_of_its_own() -> None:
    (read,) = units(["They met at Torvia's Ollvik Palace on Monday."], vectors=False)
    keys = {name.key for name in read.names}
    assert ("torvia",) in keys
    assert not any("monday" in name for name in keys)
