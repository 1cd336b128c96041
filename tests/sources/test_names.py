"""Names compared: which two can be one person's, one body's, one place's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.sources import same_person, short_of
from twosource.sources.bodies import same_body, shortened
from twosource.sources.names import body_key, fold, is_full, is_initialism, same_place, spelling, words_of
from twosource.sources.vocabulary import HONORIFICS, SUFFIXES

NAMES = (
    st.text("abcdefghijklmnoprstuvwy", min_size=2, max_size=9)
    .map(str.title)
    .filter(lambda name: name.casefold() not in SUFFIXES | HONORIFICS)
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maren Voss", "maren voss"),
        ("Maren Voss", "M. Voss"),
        ("Maren Voss", "Maren Elise Voss"),
        ("Maren Voss", "Mrs. Maren Voss"),
        ("Wassili Brandow", "Vassili Brandov"),
        ("Aleksei Toll", "Alexei Toll"),
        ("Jürgen Marsh", "Jurgen Marsh"),
        ("Dan Il Sol", "Dan Il-Sol"),
        ("Maren Voss Toll", "Maren Voss Toll Brandt"),
        ("Ivo Brandt Jr.", "Ivo Brandt, Jr."),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maren Voss", "Tilo Voss"),
        ("Maren Voss", "Mirin Voss"),
        ("Tila Voss", "Tilo Voss"),
        ("Jan Voss", "Ian Voss"),
        ("Ivo Brandt", "Ivo Brandt Jr."),
        ("Ivo Brandt Sr.", "Ivo Brandt Jr."),
        ("Maren Voss", "T. Voss"),
        ("Maren Voss", "Voss"),
        ("Voss", "Voss"),
        ("Maren Voss", "Maren Toll"),
        ("M. V.", "Maren Voss"),
        ("", "Maren Voss"),
    ],
)
def test_not_one_person(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_spellings_of_translation_count_over_reports_only() -> None:
    assert not same_person("Wassili Brandow", "Vassili Brandov", translated=False)


@given(NAMES, NAMES, NAMES)
def test_one_surname_and_two_given_names_are_two_persons(surname: str, first: str, second: str) -> None:
    if spelling(fold(first)) != spelling(fold(second)):
        assert not same_person(f"{first} {surname}", f"{second} {surname}")


@given(NAMES, NAMES)
def test_sameness_is_symmetric_and_reflexive(given_name: str, surname: str) -> None:
    name, other = f"{given_name} {surname}", f"{surname} {given_name}"
    assert same_person(name, name)
    assert same_person(name, other) == same_person(other, name)


@pytest.mark.parametrize(
    ("short", "full"),
    [("Voss", "Maren Voss"), ("Dan", "Dan Il Sol"), ("Il-Sol", "Dan Il Sol"), ("van Toll", "Maren van Toll")],
)
def test_short_of_a_full_name(short: str, full: str) -> None:
    assert short_of(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Voss", "Maren Toll"),
        ("Maren Voss", "Maren Voss"),
        ("V", "Maren Voss"),
        ("", "Maren Voss"),
        ("Il", "Dan Il Yo"),
    ],
)
def test_not_short_of_a_full_name(short: str, full: str) -> None:
    assert not short_of(short, full)


def test_a_hyphenated_given_name_alone_is_not_full() -> None:
    assert not is_full("Il-Sol")
    assert not is_full("Mr. Toll")
    assert is_full("Dan Il-Sol")


def test_words_lose_possessive_dots_and_case() -> None:
    assert words_of("Maren Voss’s") == ("maren", "voss")
    assert words_of("U.K. Post") == ("uk", "post")


def test_bodies_of_the_same_words() -> None:
    assert body_key("Ministry of Defence") == body_key("the Defense Ministry")
    assert same_body("Torvian Foreign Ministry", "Torvia’s Foreign Ministry")
    assert not same_body("Torvian Foreign Ministry", "Arvalian Foreign Ministry")


def test_initials_of_a_body() -> None:
    assert same_body("TNA", "the Torvian News Agency")
    assert not same_body("TN", "Torvian News")  # two letters fit too many names
    assert not same_body("TNA", "Torvian News")
    assert is_initialism("T.N.A.")
    assert not is_initialism("Tna")


def test_a_body_without_its_place() -> None:
    places = frozenset({"torvian"})
    assert shortened("Trade Ministry", "the Torvian Trade Ministry", places)
    assert not shortened("Trade Ministry", "the Old Trade Ministry", places)
    assert shortened("the Courier", "Kesh Courier", places)
    assert not shortened("Kesh", "Old Kesh", places)


@pytest.mark.parametrize(
    ("place", "people"), [("torvia", "torvian"), ("arvale", "arvalean"), ("marland", "marlandish")]
)
def test_a_place_and_its_people(place: str, people: str) -> None:
    assert same_place(place, people)


def test_no_place_and_people_by_a_short_stem() -> None:
    assert not same_place("kes", "kesian")
    assert not same_place("torvia", "arvian")
