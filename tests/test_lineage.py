"""Lineage: who a passage comes from, said only where the reports show it, and how many reports are independent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import plain_report
from twosource.lineage import DECIDED, dependent_reports, lineage
from twosource.lineage.dependence import _enough
from twosource.lineage.evidence import same, witness
from twosource.lineage.voice import Voice, voice
from twosource.model import (
    Act,
    Case,
    Decision,
    Passage,
    Report,
    Source,
    SourceType,
    Stance,
    Statement,
    StatementKind,
    Story,
)
from twosource.passages import passages
from twosource.stories import stories

WIRE = (
    "The harbour at Selm was closed for nine hours on Friday after a tanker lost its anchor in the storm.",
    "Port captain Runa Veltz said divers had searched the basin twice without finding the missing chain.",
    "Fishing crews lost a day's catch, and the cannery sent four hundred workers home without pay.",
)
QUOTE = "“We will not let a single ship into this harbour until the channel is clear and the divers are home.”"
OWN = (
    "Schools in the hills above Selm stayed open although the road to the harbour was blocked by fallen pines.",
    "Bakers in Selm gave away bread to stranded drivers, who slept in a gym until the ploughs arrived.",
    "Nobody at the weather office in Selm had foreseen how fast the storm would turn towards the harbour.",
)
LATER = "2031-04-03T09:00:00Z"
EARLIER = "2031-04-02T09:00:00Z"


def report(id: str, *lines: str, outlet: str | None = None, published: str | None = None, **more: object) -> Report:
    plain = plain_report("\n".join(lines), id=id, outlet=outlet, published=published)
    return replace(plain, **more)  # type: ignore[arg-type]  # the fields of a report, by name


def traced(*reports: Report) -> Case:
    return lineage(passages(stories(Case(reports=tuple(sorted(reports, key=lambda r: r.id))))))


def only(case: Case) -> Passage:
    (passage,) = case.passages
    return passage


def decided(*reports: Report) -> tuple[str | None, Decision]:
    found = {(p.lineage.origin, p.lineage.decision) for p in traced(*reports).passages}
    assert len(found) == 1, found
    return found.pop()


# --- where a passage comes from -----------------------------------------------------------------------------------


def test_likeness_alone_decides_nothing() -> None:
    case = traced(report("a", *WIRE, published=EARLIER), report("b", *WIRE, published=LATER))
    assert only(case).lineage.decision is Decision.UNDECIDED
    assert only(case).lineage.origin is None


def test_one_agency_credited_by_both_is_a_common_upstream() -> None:
    a = report("a", *WIRE, outlet="Selm Post", credits=("Orrin Wire",))
    b = report("b", *WIRE, OWN[0], outlet="Oster Mail", credits=("© 2031 The Orrin Wire. All rights reserved.",))
    assert decided(a, b) == ("upstream", Decision.COMMON_UPSTREAM)
    (reason,) = traced(a, b).passages[0].lineage.reasons
    assert reason.detail == "a and b credit Orrin Wire for the text"


def test_an_agency_credited_by_one_stands_behind_a_text_that_is_mostly_shared() -> None:
    a = report("a", *WIRE, credits=("Orrin Wire",))
    assert decided(a, report("b", *WIRE)) == ("upstream", Decision.COMMON_UPSTREAM)


def test_an_agency_credited_by_one_says_nothing_of_a_sentence_shared_by_the_way() -> None:
    own = [f"{' '.join(f'word{n}x{k}' for k in range(30))}." for n in range(5)]
    other = [f"{' '.join(f'other{n}x{k}' for k in range(30))}." for n in range(5)]
    a = report("a", WIRE[0], *own, credits=("Orrin Wire",))
    assert decided(a, report("b", *other, WIRE[0]))[1] is Decision.UNDECIDED


@pytest.mark.parametrize(
    "credit",
    ["photo: Orrin Wire", "Reporting by Imre Zold in Selm; editing by Dace Lund", "Additional reporting from agencies"],
)
def test_a_credit_that_is_not_for_the_text_as_a_whole_decides_nothing(credit: str) -> None:
    assert decided(report("a", *WIRE, credits=(credit,)), report("b", *WIRE))[1] is Decision.UNDECIDED


def test_photo_credits_are_never_text_credits() -> None:
    a, b = (report(id, *WIRE, credits=("photo: Orrin Wire",)) for id in "ab")
    assert decided(a, b)[1] is Decision.UNDECIDED


def test_one_writer_named_by_both_is_a_common_upstream() -> None:
    a, b = (report(id, *WIRE, byline="Imre Zold", outlet=f"Outlet {id}") for id in "ab")
    assert decided(a, b) == ("upstream", Decision.COMMON_UPSTREAM)


def test_a_report_that_credits_the_other_outlet_copied_from_it() -> None:
    a = report("a", *WIRE, outlet="Selm Post", published=EARLIER)
    b = report("b", *WIRE, outlet="Oster Mail", published=LATER, credits=("Selm Post",))
    assert decided(a, b) == ("a", Decision.COPIED)
    assert [r.signal for r in traced(a, b).passages[0].lineage.reasons] == ["credit line", "time order"]


def test_an_outlet_named_in_the_paragraph_and_out_before_is_the_origin() -> None:
    a = report("a", *WIRE, outlet="Selm Post", published=EARLIER)
    b = report("b", f"{WIRE[1]} The Selm Post first reported it.", *OWN, outlet="Oster Mail", published=LATER)
    assert decided(a, b) == ("a", Decision.COPIED)


def test_copying_is_never_reported_against_time_order() -> None:
    a = report("a", *WIRE, outlet="Selm Post", published=LATER)
    b = report("b", *WIRE, outlet="Oster Mail", published=EARLIER, credits=("Selm Post",))
    assert decided(a, b)[1] is Decision.UNDECIDED


def test_an_update_after_the_other_report_makes_the_order_uncertain() -> None:
    a = report("a", *WIRE, outlet="Selm Post", published=EARLIER, updated="2031-04-04T09:00:00Z")
    b = report("b", *WIRE, outlet="Selm Post", published=LATER)
    assert decided(a, b)[1] is Decision.UNDECIDED
    assert decided(replace(a, updated=None), b) == ("a", Decision.COPIED)


def test_days_without_a_time_must_be_well_apart() -> None:
    a, b = (
        report(id, *WIRE, outlet="Selm Post", published=day) for id, day in (("a", "2031-04-02"), ("b", "2031-04-03"))
    )
    assert decided(a, b)[1] is Decision.UNDECIDED
    assert decided(a, replace(b, published="2031-04-09")) == ("a", Decision.COPIED)


def test_two_possible_origins_leave_it_undecided() -> None:
    a = report("a", *WIRE, outlet="Selm Post", credits=("Oster Mail",))
    b = report("b", *WIRE, outlet="Oster Mail", credits=("Selm Post",))
    assert decided(a, b)[1] is Decision.UNDECIDED


def test_words_between_marks_in_every_report_are_a_quotation() -> None:
    a = report("a", f"{QUOTE} said Runa Veltz.", OWN[0], credits=("Orrin Wire",))
    b = report("b", OWN[1], f"The port captain had this to say: {QUOTE}", credits=("Orrin Wire",))
    assert decided(a, b) == (None, Decision.QUOTATION)


def test_words_without_marks_in_one_report_are_no_quotation() -> None:
    a = report("a", f"{QUOTE} said Runa Veltz.", OWN[0])
    b = report("b", OWN[1], QUOTE.strip("“”"))
    assert decided(a, b)[1] is Decision.UNDECIDED


def said_through(reports: Sequence[Report], type: SourceType) -> Case:
    case = passages(stories(Case(reports=tuple(reports))))
    spans = [r.span(0, len(WIRE[0])) for r in reports]
    source = Source("s", "Orrin News Agency", type, ("Orrin News Agency",), tuple(spans))
    said = tuple(
        Statement(
            id=f"t-{span.report}",
            report=span.report,
            content=(span,),
            cue=None,
            source=None,
            kind=StatementKind.INDIRECT,
            act=Act.SPEECH,
            stance=Stance.ASSERTED,
            confidence=1.0,
            reasons=(),
            chain=("s",),
        )
        for span in spans
    )
    return lineage(case.with_(sources=(source,), statements=said))


@pytest.mark.parametrize(
    ("type", "decision"), [(SourceType.AGENCY, Decision.COMMON_UPSTREAM), (SourceType.PERSON, Decision.UNDECIDED)]
)
def test_words_that_came_through_one_agency_have_a_common_upstream(type: SourceType, decision: Decision) -> None:
    case = said_through([report("a", WIRE[0], OWN[0]), report("b", WIRE[0], OWN[1])], type)
    assert only(case).lineage.decision is decision


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "Selm Post", "Oster Mail"]),
            st.sampled_from([None, EARLIER, LATER, "2031-04-03"]),
            st.sampled_from([(), ("Orrin Wire",), ("Selm Post",), ("photo: Orrin Wire",)]),
            st.sampled_from([WIRE, WIRE[:2], (*OWN, WIRE[1]), (QUOTE, *OWN)]),
        ),
        min_size=2,
        max_size=4,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_decision_has_its_reasons_and_respects_time(
    rows: list[tuple[str | None, str | None, tuple[str, ...], tuple[str, ...]]],
) -> None:
    reports = [
        report(f"r{number}", *lines, outlet=outlet, published=published, credits=credits)
        for number, (outlet, published, credits, lines) in enumerate(rows)
    ]
    case = traced(*reports)
    for passage in case.passages:
        found = passage.lineage
        score = sum(reason.weight for reason in found.reasons)
        assert (found.decision is Decision.UNDECIDED) or score >= DECIDED - 1e-3
        if found.decision is Decision.COPIED:
            origin = case.report(found.origin or "")
            assert origin.id in {place.report for place in passage.places}
            if origin.published == LATER:
                assert all(case.report(p.report).published != EARLIER for p in passage.places)
        else:
            assert found.origin == ("upstream" if found.decision is Decision.COMMON_UPSTREAM else None)
    for story in case.stories:
        assert 1 <= story.independent_reports <= len(story.reports)


# --- how many reports are independent -----------------------------------------------------------------------------


def independent(*reports: Report) -> int:
    (story,) = traced(*reports).stories
    return story.independent_reports


def test_an_exact_copy_adds_no_independent_report() -> None:
    assert independent(report("a", *WIRE)) == 1
    assert independent(report("a", *WIRE), report("b", *WIRE)) == 1
    assert independent(report("a", *WIRE), report("b", *WIRE), report("c", *WIRE)) == 1


@pytest.mark.parametrize("other", ["Harbour shut.", "HARBOUR SHUT", "“Harbour shut”\n"])
def test_a_copy_of_very_few_words_adds_no_independent_report(other: str) -> None:
    case = lineage(one_story(report("a", "Harbour shut."), report("b", other), report("c", "Harbour open.")))
    assert case.stories[0].independent_reports == 2
    assert [group.reports for group in dependent_reports(case)] == [("a", "b")]


def one_story(*reports: Report) -> Case:
    ids = tuple(r.id for r in reports)
    return Case(reports=reports, stories=(Story("story-1", ids, len(ids)),))


def test_reports_that_share_a_good_part_of_their_text_are_one_and_the_reason_is_kept() -> None:
    case = traced(report("a", *WIRE, OWN[0]), report("b", *OWN[1:], *WIRE[:2]), report("c", *OWN))
    (group,) = dependent_reports(case)
    assert group.reports == ("a", "b", "c")
    assert case.stories[0].independent_reports == 1
    apart = traced(report("a", *WIRE), report("b", *WIRE[:2]), report("c", *OWN))
    assert [group.reports for group in dependent_reports(apart)] == [("a", "b")]
    reasons = [r for story in apart.stories for r in story.reasons if r.signal == "shared text"]
    assert [reason.detail for reason in reasons] == ["a and b share 36 of the 36 words that b says in its own voice"]


def test_a_quotation_that_both_heard_joins_nothing() -> None:
    a = report("a", f"{QUOTE} said Runa Veltz on the quay at Selm harbour.", OWN[0])
    b = report("b", OWN[1], f"Port captain Runa Veltz of Selm harbour told us: {QUOTE}")
    case = traced(a, b)
    assert case.passages
    assert dependent_reports(case) == ()


def test_reports_of_other_stories_are_not_joined() -> None:
    filler = [" ".join(f"{letter}{n}" for n in range(300)) for letter in ("alder", "birch")]
    case = traced(report("a", filler[0], WIRE[1]), report("b", filler[1], WIRE[1]))
    assert len(case.stories) == 2
    assert dependent_reports(case) == ()


@given(st.permutations(["a", "b", "c", "d"]))
@settings(max_examples=12, deadline=None)
def test_names_and_order_change_nothing(names: list[str]) -> None:
    texts = (WIRE, WIRE[:2], (*OWN, WIRE[2]), OWN)
    case = traced(*(report(name, *lines) for name, lines in zip(names, texts, strict=True)))
    back = dict(zip(names, "abcd", strict=True))
    groups = sorted(tuple(sorted(back[r] for r in group.reports)) for group in dependent_reports(case))
    assert groups == [("a", "b"), ("c", "d")]


def test_two_hundred_copies_are_joined_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(shared: int, a: str, b: str, told: Mapping[str, Voice]) -> bool:
        asked[-1] += 1
        return _enough(shared, a, b, told)

    monkeypatch.setattr("twosource.lineage.dependence._enough", counting)
    for count in (100, 200):
        reports = tuple(report(f"{n:03}", *WIRE, f"Edition {n}.") for n in range(count))
        case = passages(stories(Case(reports=reports)))
        asked.append(0)
        assert [len(group.reports) for group in dependent_reports(case)] == [count]
    assert asked[1] < 3 * asked[0]


# --- small things -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("orrin", "wire"), ("orrin", "wire"), True),
        (("ow",), ("orrin", "wire"), True),
        (("orrin", "wire"), ("orrin", "wire", "service"), True),
        (("selm", "post"), ("www", "selmpost", "example"), True),
        (("orrin",), ("orrin", "wire"), False),
        (("selm", "post"), ("oster", "post"), False),
        ((), ("selm",), False),
    ],
)
def test_names_are_compared_with_care(a: tuple[str, ...], b: tuple[str, ...], expected: bool) -> None:
    assert same(a, b) is expected
    assert same(b, a) is expected


def test_places_and_the_own_outlet_in_a_credit_line_are_no_agencies() -> None:
    found = witness(report("a", *WIRE, outlet="Selm Post", credits=("Imre Zold in Port Sarn for the Selm Post",)))
    assert [credit.told for credit in found.credits] == ["Imre Zold"]


def test_words_of_a_copyright_line_are_no_agencies() -> None:
    line = "Copyright 2031 Selm Post. All rights reserved. Visit our website terms of use and permissions pages."
    assert witness(report("a", *WIRE, outlet="Selm Post", credits=(line,))).credits == ()


def test_a_partial_date_gives_no_order() -> None:
    found = witness(report("a", *WIRE, published="2031-04"))
    assert (found.first, found.last) == (None, None)


def test_the_own_voice_ends_at_the_marks() -> None:
    found = voice(report("a", f"Veltz said: {QUOTE} She left for “Tarn Island” at noon."))
    assert found.own_words == 9
