"""Deeds that are no sayings: a thing put before people, something caused, where no content that can be said follows."""

from __future__ import annotations

import pytest

from tests.support import plain_case, run
from twosource.language import language
from twosource.statements import statements


def _told(text: str) -> list[tuple[str, str]]:
    found = run(plain_case(text), language, statements).statements
    return [(s.source.text if s.source else "", " … ".join(piece.text for piece in s.content)) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office released a video of the collision on Monday.",
        "Ministry and coastguard released pictures of the wreck on Monday.",
        "The harbour company, Korva and Ness released a new map of the harbour.",
        "The firm unveiled a new ferry with two decks and room for 300 cars.",
        "The Orlen Museum has unveiled a portrait of the founder by Ila Voss.",
        "A swan prompts ferry to turn back.",
        "Swan prompts ferry to return to Halden",
        "A storm warning prompted the council to close the pier.",
        "The tram company showed its new tram around the town.",
        "Mayor Ila Voss showed reporters around the new pier on Monday.",
        "Voss revealed her new boat on Monday.",
        "The shaft threatens to collapse at any moment.",
    ],
)
def test_what_is_done_to_a_thing_is_no_saying(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The office released a statement that the pier was safe.", "The office", "the pier was safe"),
        ("Officials unveiled plans to close the pier.", "Officials", "plans to close the pier"),
        ("Voss revealed that she had sold her boat.", "Voss", "she had sold her boat"),
        ("The survey showed that tolls had fallen.", "The survey", "tolls had fallen"),
        ("The gallery vowed to sue the city.", "The gallery", "to sue the city"),
        ("The railway threatened to close the line.", "The railway", "to close the line"),
        ("“The pier is safe,” the office revealed.", "the office", "The pier is safe,"),
    ],
)
def test_what_can_be_said_is_still_told(text: str, source: str, content: str) -> None:
    assert (source, content) in _told(text)
