"""One story in several reports: joined where the text shows it, else kept apart."""

from __future__ import annotations

import pytest

from tests.sources.telling import Say, case_of, chains, named
from twosource.model import Case
from twosource.sources import name_of, sources

CLOSED = "the lock was closed"
MORE = "Nobody was hurt."


def joined(first: str, second: str, a: str, b: str, *, one_story: bool = True) -> bool:
    """Return whether the sources ``a`` of one report and ``b`` of another are one identity."""
    case = traced({"a": (first, a), "b": (second, b)}, one_story=one_story)
    return case.statements[0].chain == case.statements[1].chain


def traced(reports: dict[str, tuple[str, str]], *, one_story: bool = True) -> Case:
    says = {id_: (text, [Say(CLOSED, source)]) for id_, (text, source) in reports.items()}
    return sources(case_of(says, one_story=one_story))


def test_a_full_name_and_the_surname_of_another_report() -> None:
    assert joined(f"Maren Voss said {CLOSED}.", f"On Monday Voss said {CLOSED}.", "Maren Voss", "Voss")


def test_brothers_in_two_reports_stay_two() -> None:
    assert not joined(f"Tila Voss said {CLOSED}.", f"Tilo Voss said {CLOSED}.", "Tila Voss", "Tilo Voss")


def test_a_surname_with_two_bearers_in_the_story_joins_neither() -> None:
    case = traced(
        {
            "a": (f"Maren Voss said {CLOSED}.", "Maren Voss"),
            "b": (f"Tilo Voss said {CLOSED}.", "Tilo Voss"),
            "c": (f"On Monday Voss said {CLOSED}.", "Voss"),
        }
    )
    assert len({statement.chain for statement in case.statements}) == 3


def test_a_man_and_a_woman_of_one_surname_stay_two() -> None:
    assert not joined(f"Mr. Voss said {CLOSED}.", f"Mrs. Voss said {CLOSED}.", "Mr. Voss", "Mrs. Voss")


def test_a_surname_with_another_office_is_another_person() -> None:
    assert not joined(
        f"Harbour minister Maren Voss said {CLOSED}.",
        f"A nurse, Voss, said {CLOSED}.",
        "Harbour minister Maren Voss",
        "A nurse, Voss,",
    )


def test_spelling_of_translation_over_reports() -> None:
    assert joined(
        f"President Wassili Brandow said {CLOSED}.",
        f"President Vassili Brandov said {CLOSED}.",
        "President Wassili Brandow",
        "President Vassili Brandov",
    )


def test_an_agency_under_its_full_name_and_its_initials() -> None:
    first = f"The Torvian News Agency reported that {CLOSED}."
    second = f"The agency TNA, TNA for short, reported that {CLOSED}."
    assert joined(first, second, "The Torvian News Agency", "TNA")


def test_groups_with_a_place_join_and_groups_without_do_not() -> None:
    text = f"Torvian and Arvalian officials said {CLOSED}."
    assert joined(text, text, "Torvian and Arvalian officials", "Torvian and Arvalian officials")
    text = f"Some officials said {CLOSED}."
    assert not joined(text, f"{text} {MORE}", "Some officials", "Some officials")


@pytest.mark.parametrize(
    "source", ["The agency", "The spokesman", "A spokesman", "A source", "Two people familiar with the talks", "He"]
)
def test_what_is_not_resolved_joins_nothing_over_reports(source: str) -> None:
    text = f"{source} said {CLOSED}."
    assert not joined(text, f"{text} {MORE}", source, source)


def test_foreign_ministries_of_two_countries_stay_two() -> None:
    assert not joined(
        f"Torvia's Foreign Ministry said {CLOSED}.",
        f"Arvale's Foreign Ministry said {CLOSED}.",
        "Torvia's Foreign Ministry",
        "Arvale's Foreign Ministry",
    )


def test_joint_sources_join_by_their_members() -> None:
    first = f"Envoys met in Arvale and in Torvia. Arvale and Torvia said {CLOSED}."
    second = f"Envoys met in Arvale and in Torvia. Torvia and Arvale said {CLOSED}."
    assert joined(first, second, "Arvale and Torvia", "Torvia and Arvale")


NAMED = f"Torvia's state media TNA reported that {CLOSED}."
BARE = f"State media reported that {CLOSED}. More was to come, TNA said."


def state_media(*texts: str) -> bool:
    """Return whether "State media" of the second text is the agency that the first one names."""
    reports = {
        "a": (texts[0], [Say(CLOSED, "Torvia's state media TNA")]),
        "b": (texts[1], [Say(CLOSED, "State media"), Say("More was to come", "TNA")]),
    }
    if len(texts) > 2:
        reports["c"] = (texts[2], [Say(CLOSED, "Arvale's state media ARA")])
    case = sources(case_of(reports))
    return case.statements[1].chain == case.statements[0].chain


def test_state_media_is_the_one_agency_that_a_report_of_the_story_calls_so() -> None:
    assert state_media(NAMED, BARE)


def test_state_media_of_two_countries_stays_open() -> None:
    assert not state_media(NAMED, BARE, f"Arvale's state media ARA reported that {CLOSED}.")


def test_state_media_joins_keep_their_evidence() -> None:
    reports = {
        "a": (NAMED, [Say(CLOSED, "Torvia's state media TNA")]),
        "b": (BARE, [Say(CLOSED, "State media"), Say("More was to come", "TNA")]),
    }
    case = sources(case_of(reports))
    assert any(reason.signal == "state media" for reason in named(case, "TNA").reasons)


def test_stories_share_full_names_only() -> None:
    full, short = f"Maren Voss said {CLOSED}.", f"On Monday Voss said {CLOSED}."
    assert joined(full, full, "Maren Voss", "Maren Voss", one_story=False)
    assert not joined(full, short, "Maren Voss", "Voss", one_story=False)
    assert not joined(short, short, "Voss", "Voss", one_story=False)
    ministry = f"The Foreign Ministry said {CLOSED}."
    assert not joined(ministry, ministry, "The Foreign Ministry", "The Foreign Ministry", one_story=False)


def test_every_join_keeps_a_reason_and_every_mention_its_words() -> None:
    case = traced(
        {
            "a": (f"President Wassili Brandow said {CLOSED}.", "President Wassili Brandow"),
            "b": (f"President Vassili Brandov said {CLOSED}.", "President Vassili Brandov"),
        }
    )
    (source,) = case.sources
    assert {reason.signal for reason in source.reasons} >= {"spelling"}
    assert all(case.report(m.report).text[m.start : m.end] == m.text for m in source.mentions)
    assert name_of(case, source.id) == source.name
    with pytest.raises(KeyError):
        name_of(case, "source-none")
    assert chains(case) == [[source.name]] * 2


def test_two_outlets_with_one_last_word_stay_two() -> None:
    first = f"The Kesh Times said {CLOSED}. The lock leaks, the Times said. The Old Arvale Times said nothing new."
    says = [
        Say(CLOSED, "The Kesh Times"),
        Say("The lock leaks", "the Times"),
        Say("nothing new", "The Old Arvale Times"),
    ]
    case = sources(case_of({"a": (first, says)}))
    one, two, three = (statement.chain for statement in case.statements)
    assert one != three
    assert two not in (one, three)
    second = f"The Times said {CLOSED}."
    lone = {
        "a": (f"The Kesh Times said {CLOSED}. The lock leaks, the Times said.", says[:2]),
        "b": (second, [Say(CLOSED, "The Times")]),
    }
    assert chains(sources(case_of(lone))) == [["Kesh Times"], ["Kesh Times"], ["Times"]]
