"""The pieces: what an outlet is called, whom a report cites, which pairs of a crowd are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lineage.making import DAM, FIRST, LATER, OWN, WIRE, copied, report, way
from twosource.lineage import lineage
from twosource.lineage.cited import cites
from twosource.lineage.evidence import before, witness
from twosource.lineage.facts import facts, likely_origins
from twosource.lineage.names import Names, name_in, same
from twosource.lineage.outlets import Outlets, is_called, is_press
from twosource.lineage.shared import ANCHORS, CROWD, shared
from twosource.lineage.voice import voice, word_starts
from twosource.lineage.wording import signs
from twosource.model import Case, Decision, Passage, Report, Story
from twosource.passages import passage
from twosource.stories.words import words

OUTLETS = ("Tarvik Herald", "www.brennlantern.example", "news.tarvik.ac.uk", "go.example.com", "OLT")
NAMES = ("The Tarvik Herald", "Friday's Brenn Lantern", "University of Tarvik", "Go", "Old Lane Times", "Ilo Brandt")


@pytest.mark.parametrize(
    ("outlet", "name", "expected"),
    [
        ("Tarvik Herald", "The Tarvik Herald", True),
        ("www.brennlantern.example", "Friday's Brenn Lantern", True),
        ("www.brennlantern.example", "Brenn Lantern Monday", True),
        ("www.oltimes.example", "Old Lane Times", True),
        ("news.tarvik.ac.uk", "University of Tarvik", True),
        ("www.tarvik.example", "University of Tarvik", True),  # its end is the domain's name
        ("www.tarvik.example", "Tarvik Town Council", True),  # so is its beginning
        ("Tarvik Herald", "Tarvik", False),
        ("www.go.example", "Go", False),
        ("www.go.example", "GO", True),
        ("Tarvik Herald", "Brenn Herald", False),
    ],
)
def test_an_outlet_is_known_by_its_name_in_a_text(outlet: str, name: str, expected: bool) -> None:
    assert is_called(outlet, name) is expected


@given(st.sampled_from(NAMES))
def test_the_index_finds_just_the_outlets_that_comparing_all_would(name: str) -> None:
    assert Outlets(OUTLETS).called(name) == {outlet for outlet in OUTLETS if is_called(outlet, name)}


WORDS = st.lists(st.sampled_from(["orrin", "wire", "service", "ow", "ows", "www", "orrinwire", "selm"]), max_size=3)


@given(st.lists(WORDS.map(tuple), max_size=12), WORDS.map(tuple))
@settings(max_examples=300)
def test_the_index_of_names_finds_just_those_that_are_the_same(
    names: list[tuple[str, ...]], name: tuple[str, ...]
) -> None:
    assert Names(names).like(name) == {other for other in names if same(name, other)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Sarn Gazette", True),
        ("Orrin News Agency", True),
        ("Ilo Brandt", False),
        ("Parliament", False),
        ("", False),
    ],
)
def test_a_newsroom_is_known_by_its_own_words(name: str, expected: bool) -> None:
    assert is_press(name) is expected


def test_a_name_is_cited_only_beside_a_word_of_saying_in_its_line() -> None:
    found = cites(
        report(
            "a",
            "Ilo Brandt told the Tarvik Herald that the gate was jammed.",
            "The gate stands beside the Brenn Lantern building.",
            f"{'Far away ' * 12}stands Sarn, and much later, {'on and on and ' * 6}somebody said so.",
        )
    )
    assert [(cite.name, cite.told) for cite in found] == [("Ilo Brandt", False), ("Tarvik Herald", True)]


def test_a_common_word_that_begins_a_sentence_is_no_name() -> None:
    found = cites(
        report("a", "People said the gate was open. “People said so,” he added, and told People and the Sun.")
    )
    assert [cite.name for cite in found if cite.name in {"People", "Sun"}] == ["People", "Sun"]
    a = report("a", *WIRE, outlet="www.people.example")
    assert way(copied(a, report("b", f"{DAM}. People said so.", outlet="Brenn Lantern"), DAM)) == (None, "undecided")


def test_a_short_name_is_the_longer_one_that_the_report_gives() -> None:
    lines = ("Ilo Brandt told the Brenn River Times of it.", "The gate was jammed, he told the Times.")
    assert [cite.name for cite in cites(report("a", *lines)) if cite.told] == ["Brenn River Times"] * 2
    assert [cite.name for cite in cites(report("a", lines[1])) if cite.told] == ["Times"]


def test_one_outlet_has_one_clock_and_zones_are_not_mixed() -> None:
    def out(published: str, outlet: str = "Tarvik Herald") -> object:
        return witness(report("a", *WIRE, outlet=outlet, published=published))

    early, late = "2031-04-02T09:00:00", "2031-04-02T10:00:00"
    assert before(out(early), out(late))  # type: ignore[arg-type]
    assert not before(out(early), out(late, "Brenn Lantern"))  # type: ignore[arg-type]
    assert not before(out(early), out(f"{late}Z"))  # type: ignore[arg-type]
    assert not before(out("2031-04-02"), out("2031-04-02T23:00:00"))  # type: ignore[arg-type]
    assert before(out(FIRST, "A"), out(LATER, "B"))  # type: ignore[arg-type]


@pytest.mark.parametrize("stamp", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59", "2031-02-30", "soon"])
def test_stamps_at_the_end_of_time_or_none_give_no_order(stamp: str) -> None:
    odd, plain = witness(report("a", *WIRE, published=stamp)), witness(report("b", *WIRE, published=FIRST))
    assert not (before(odd, plain) and before(plain, odd))


def test_words_counted_in_ranges_count_once() -> None:
    found = voice(report("a", f"{DAM} said “one two three four five six” again."))
    words = len(found.starts)
    assert found.own_words == words - 6
    assert found.own([(0, 5), (3, 8), (3, 4)]) == 8
    assert found.quoted([(0, words), (2, words)]) == 6
    assert found.own([]) == found.quoted([]) == 0


def test_signs_need_the_other_side_to_go_on_or_to_end() -> None:
    one, other = "A gate jammed in the flood …", "A gate jammed in the flood that came at night."
    at = (0, len("A gate jammed in the flood"))
    assert [it.signal for it in signs(one, at, other, at)] == ["cut short"]
    assert signs(one, at, one, at) == ()
    assert signs(one, at, "A gate jammed in the flood.", at) == ()
    assert signs(other, at, one, at) == ()


@given(st.text(alphabet=st.sampled_from("ab Z9_'’.-é\u0301\u00ad\u200dß\n“”")))
def test_words_start_where_they_start_for_everybody_else(text: str) -> None:
    assert word_starts(f"x {text}", 2, len(text) + 2) == [word.start for word in words(f"x {text}", 2, len(text) + 2)]


# --- crowds -------------------------------------------------------------------------------------------------------


def crowd(count: int, outlet: str = "Outlet", first: str | None = FIRST) -> tuple[Case, list[Report]]:
    """Return a story of reports that all hold three sentences; each but the first cites the outlet of the first."""
    reports = [
        report(f"r{number:03}", *WIRE, f"{OWN[number % 2]} Edition {number}.", outlet=f"{outlet}{number} Post",
               published=first if number == 3 else LATER, credits=("Outlet7 Post",) if number != 7 else ())
        for number in range(count)
    ]  # fmt: skip
    places = [it.span(it.text.index(line), it.text.index(line) + len(line)) for it in reports for line in WIRE]
    made: list[Passage] = [
        passage("verbatim", [place for place in places if place.text == line], 1.0)  # type: ignore[arg-type]
        for line in WIRE
    ]
    ids = tuple(it.id for it in reports)
    return Case(reports=tuple(reports), stories=(Story("s", ids, len(ids)),), passages=tuple(made)), reports


def anchors(reports: Sequence[Report]) -> list[str]:
    return likely_origins(facts(reports), [it.id for it in reports])


def test_the_first_out_and_the_most_cited_may_be_the_origin_of_a_crowd() -> None:
    _, reports = crowd(30)
    assert anchors(reports)[:2] == ["r003", "r007"]


def test_pairs_of_a_crowd_grow_with_the_reports_and_not_with_their_square() -> None:
    small, reports = crowd(CROWD)
    assert len(shared(small.passages, lambda _: anchors(reports))) == CROWD * (CROWD - 1) // 2
    for count in (50, 100, 200):
        case, reports = crowd(count)
        assert len(shared(case.passages, lambda _, of=reports: anchors(of))) <= count * (ANCHORS + 1)  # type: ignore[misc]


def test_a_crowd_is_decided_as_one_whoever_it_is_from() -> None:
    case, _ = crowd(40, first=None)
    found = lineage(case)
    assert {(it.lineage.origin, it.lineage.decision) for it in found.passages} == {("r007", Decision.COPIED)}
    assert found.stories[0].independent_reports == 1
    assert {(it.origin, it.decision) for it in found.copies if "r007" in (it.a, it.b)} == {("r007", Decision.COPIED)}
    against, _ = crowd(40)  # one of them was out before
    assert {it.lineage.decision for it in lineage(against).passages} == {Decision.UNDECIDED}


def test_two_lengths_of_one_agencys_text_are_one_report_and_of_two_agencies_two() -> None:
    fillers = [" ".join(f"{letter}{number}" for number in range(200)) + "." for letter in ("alder", "birch")]

    def independent(*credits: str) -> int:
        reports = [
            report(id, DAM + ".", WIRE[1], filler, outlet=f"Outlet {id}", credits=(credit,))
            for id, filler, credit in zip("ab", fillers, credits, strict=True)
        ]
        spans = [it.span(0, it.text.index(filler) - 1) for it, filler in zip(reports, fillers, strict=True)]
        found = passage("verbatim", spans, 1.0)  # type: ignore[arg-type]
        (story,) = lineage(Case(tuple(reports), stories=(Story("s", ("a", "b"), 2),), passages=(found,))).stories
        return story.independent_reports

    assert independent("Orrin Wire", "The Orrin Wire") == 1
    assert independent("Orrin Wire", "Selm News Agency") == 2


def test_names_are_compared_a_few_times_each_however_many_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(outlet: str, name: str) -> bool:
        asked[-1] += 1
        return is_called(outlet, name)

    monkeypatch.setattr("twosource.lineage.outlets.is_called", counting)
    for count in (60, 120, 240):
        case, _ = crowd(count, outlet=f"Outlet{count}x")
        asked.append(0)
        lineage(case)
    assert asked[2] < 3 * asked[1] < 9 * asked[0] + 9


def test_a_passage_twice_in_one_report_pairs_each_place_with_the_others_first() -> None:
    a, b = report("a", DAM, OWN[0], DAM), report("b", DAM)
    spans = [a.span(0, len(DAM)), a.span(len(a.text) - len(DAM), len(a.text)), b.span(0, len(DAM))]
    (found,) = shared([passage("verbatim", spans, 1.0)], list)  # type: ignore[arg-type]
    assert [it[:4] for it in found.stretches] == [
        (0, len(DAM), 0, len(DAM)),
        (spans[1].start, len(a.text), 0, len(DAM)),
    ]


def test_names_in_lower_case_words_of_credit_lines_are_left_out() -> None:
    assert name_in("Copyright 2031 The Orrin Wire") == ("2031", "orrin", "wire")
    assert all(
        same(name_in(a), name_in(b)) for a, b in combinations(("Orrin Wire", "The Orrin Wire", "OW"), 2) if a != b
    )
