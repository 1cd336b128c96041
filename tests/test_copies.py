"""What copies cost and change: work grows with what is told, not with who repeats it, and copies hide nothing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from tests.support import plain_report, run
from twosource.claims import claims
from twosource.differences import differences
from twosource.differences.comparing import COPIES
from twosource.future import future
from twosource.language import language
from twosource.language.encoder import MiniLm, Vectors
from twosource.lineage import lineage
from twosource.model import Case, Claim, PassageKind, Report, Story
from twosource.origins import ASKED, origins
from twosource.passages import passages
from twosource.sources import sources
from twosource.statements import statements
from twosource.times import times

FEW, MANY = 6, 48
"""Copies of two cases that are compared; both more than any stage looks at one by one."""
DAY = "2031-03-04"
WIRE = (
    "The ferry Aldis ran aground off Ollvik on Monday, and nine people were hurt, the Torvian News Agency reported.\n"
    "An official said: “We pulled all of the passengers out of the water before the tide came in.”\n"
    "Mayor Ilse Brandt said she would visit the wounded on Friday and would bring the families of the crew to Ollvik.\n"
    "The harbour office closed the eastern pier because its lights had failed twice in the week before the storm.\n"
    "Divers are to look at the hull next month, and the owners plan to tow the wreck to the yard at Karsk."
)
RETOLD = (
    "Nine people were injured as the ferry Aldis grounded off Ollvik on Monday, the Torvian News Agency said.\n"
    "Ilse Brandt, the mayor, said she would visit those wounded on Friday in Ollvik.\n"
    "The harbour office had shut the eastern pier before the storm, for its lights had failed twice that week."
)
"""The same told in other words."""
WORK = {
    "paragraphs cut": ("twosource.claims.told", "pieces"),
    "units read": ("twosource.claims.told", "unit"),
    "pairs judged": ("twosource.likeness.verdict", "prepared"),
    "texts searched for times": ("twosource.times", "find"),
    "paragraphs looked through": ("twosource.future", "looks"),
    "voices told apart": ("twosource.lineage.voice", "voice"),
    "blocks cut into words": ("twosource.passages.blocks", "words"),
}
"""Work that copies must not add to: the module in which a function is called, and its name."""


def told(texts: Sequence[str], outlets: Sequence[str] = ()) -> Case:
    """Return the traced case of texts that are one story."""
    reports = tuple(
        plain_report(text, id=f"{n:03}.txt", published=DAY, outlet=outlets[n] if n < len(outlets) else None)
        for n, text in enumerate(texts)
    )
    return traced(reports)


def traced(reports: tuple[Report, ...]) -> Case:
    """Return the case of these reports of one story after all stages that copies may cost."""
    ids = tuple(report.id for report in reports)
    case = Case(reports=reports, stories=(Story("story-1", ids, len(ids)),))
    return run(case, language, times, statements, sources, passages, lineage, claims, origins, differences, future)


def edited(count: int) -> list[str]:
    """Return near copies: in each another word, anywhere in the text, is left out."""
    words = WIRE.split(" ")
    places = [1 + 37 * n % (len(words) - 2) for n in range(count)]
    return [" ".join([*words[:at], *words[at + 1 :]]) for at in places]


def counted(patch: pytest.MonkeyPatch, texts: Sequence[str], **work: tuple[str, str]) -> Counter[str]:
    """Return how often each function was called, and how many texts were encoded, while the texts were traced."""
    calls: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            calls[name] += 1
            return function(*given, **named)

        return call

    def encode(self: MiniLm, texts: Sequence[str]) -> Vectors:
        calls["texts encoded"] += len(texts)
        return read(self, texts)

    read = MiniLm.encode
    with patch.context() as here:
        here.setattr(MiniLm, "encode", encode)
        for name, (module, function) in work.items():
            here.setattr(sys.modules[module], function, counting(name, getattr(sys.modules[module], function)))
        told(texts)
    return calls


def test_copies_add_no_work_that_is_done_for_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (counted(monkeypatch, [*[WIRE] * count, *[RETOLD] * count], **WORK) for count in (FEW, MANY))
    assert many == few
    assert set(few) == {*WORK, "texts encoded"}


def test_the_joins_of_voices_grow_with_the_copies_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (
        counted(monkeypatch, [WIRE] * count, joins=("twosource.origins", "joined"))["joins"] for count in (FEW, MANY)
    )
    assert 0 < many <= MANY / FEW * few


def test_the_work_for_near_copies_stays_well_below_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (counted(monkeypatch, edited(count), **WORK) for count in (20, 40))
    assert {name: many[name] / few[name] for name in few if many[name] > 3 * few[name]} == {}  # their pairs: 4 times


def alike(count: int) -> list[str]:
    """Return reports of one sentence each, which differ in one word: no copies, and no two of them tell the same."""
    return [f"Barge number {n} reached the quay of Ollvik on Monday, pilot Ilse Brandt said." for n in range(count)]


def test_the_pairs_judged_of_sentences_alike_grow_with_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (counted(monkeypatch, alike(count), **WORK)["pairs judged"] for count in (20, 40))
    assert 0 < many <= 3 * few  # their pairs: 4 times


def by_text(case: Case) -> dict[str, Claim]:
    return {claim.text: claim for claim in case.claims}


def test_many_copies_tell_the_same_claims_on_as_many_origins_as_few() -> None:
    few, many = by_text(told([WIRE] * FEW)), by_text(told([WIRE] * MANY))
    assert few.keys() == many.keys()
    for text, claim in many.items():
        assert len(claim.mentions) == MANY / FEW * len(few[text].mentions)
        assert (claim.independent_origins, claim.most_origins) == (
            few[text].independent_origins,
            few[text].most_origins,
        )


def test_each_copy_has_the_findings_of_the_text_at_its_own_places() -> None:
    case = told([WIRE] * (FEW - 1) + [f"Ollvik.\n{WIRE}"])
    for found in (case.times, case.future):
        places = {
            report.id: [
                (one.span.start - report.text.index(WIRE), one.span.text)
                for one in found
                if one.span.report == report.id
            ]
            for report in case.reports
        }
        assert places["000.txt"]
        assert all(own == places["000.txt"] for own in places.values())


def test_what_an_unnamed_speaker_says_of_himself_is_one_claim_in_all_copies_of_a_paragraph() -> None:
    case = told([WIRE] * 3)
    (claim,) = (claim for claim in case.claims if "We pulled" in claim.text)
    assert len(claim.reports) == 3
    assert claim.independent_origins == 1


def test_unnamed_speakers_of_other_paragraphs_stay_two() -> None:
    words = "An official said: “We pulled all of the passengers out of the water.”"
    case = told([f"{words} The lights had failed.", f"{words} Nobody knew when the ferry had left its pier."])
    assert sum("We pulled" in claim.text for claim in case.claims) == 2


def test_a_copy_that_names_its_source_elsewhere_hangs_on_it_however_late_it_comes() -> None:
    sentence = "Thick smoke rose over the old mill until noon."
    own = f"{WIRE}\n{sentence}"
    last = f"{own}\nPavel Rusk said that until noon a thick smoke had been rising above the mill."
    case = told([own] * (ASKED + 3) + [last])
    (claim,) = (claim for claim in case.claims if "old mill" in claim.text)
    assert claim.most_origins == 1


def test_a_cited_outlet_is_the_own_voice_of_a_copy_however_late_it_comes() -> None:
    outlets = [*(f"Paper {n}" for n in range(ASKED + 3)), "Ollvik Ledger", "Grey Sheet"]
    cites = (
        "The pier on the eastern side was shut by the harbour office because of its lights, the Ollvik Ledger reported."
    )
    late = told([WIRE] * (ASKED + 4) + [cites], outlets)
    early = told([WIRE, cites], outlets[-2:])
    counts = [
        {(claim.independent_origins, claim.most_origins) for claim in case.claims if "pier" in claim.text}
        for case in (late, early)
    ]
    assert counts[0] == counts[1]


def test_a_rewording_is_found_however_many_copies_there_are() -> None:
    other = (
        "The harbour authority shut its eastern pier since the lights there had failed twice in the week of the storm."
    )
    few, many = (told([WIRE] * count + [other]).passages for count in (FEW, MANY))
    kinds = [Counter((passage.kind, len(passage.places)) for passage in found) for found in (few, many)]
    assert kinds[0][PassageKind.REWORDED, FEW + 1] == kinds[1][PassageKind.REWORDED, MANY + 1] > 0


def said(words: str) -> str:
    """Return a report in which the mayor says the words."""
    return f"Mayor Ilse Brandt spoke in Ollvik on Monday.\n“{words},” Brandt said."


def test_a_changed_word_between_the_marks_is_seen_however_many_copies_there_are() -> None:
    here = said("The town took the offer with pleasure and will carry the ferry line forward")
    there = said("The town took the offer with joy and will carry the ferry line forward")
    (variant,) = told([here] * MANY + [there]).variants
    assert variant.differences == (("with pleasure", "with joy"),)
    assert len(variant.places) == MANY + 1
    assert len({place.text for place in variant.places}) == 2


def test_other_copies_of_a_side_are_compared_only_as_far_as_they_add_something() -> None:
    one, other = "Nine people were hurt when the ferry ran aground.", "Six people were hurt when the ferry ran aground."
    few, many = (told([one] * count + [other]) for count in (COPIES + 1, MANY))
    assert [tension.kind for tension in few.tensions] == [tension.kind for tension in many.tensions] == ["figure"]


def test_undated_copies_take_the_day_of_the_other_reports() -> None:
    dated = plain_report("The lights failed at Ollvik.", id="a.txt", published=DAY)
    undated = [plain_report(WIRE, id=f"b{n}.txt") for n in range(FEW)]
    case = traced((dated, *undated))
    values = Counter((time.span.text, time.value) for time in case.times)
    assert values["on Monday", "2031-03-03"] + values["Monday", "2031-03-03"] == FEW


def test_vectors_of_copies_are_one() -> None:
    told_ = sys.modules["twosource.claims.told"]
    case = told([WIRE] * 3)
    items = told_.told(case, [report.id for report in case.reports])
    first, *others = ([item for item in items if item.report == report.id] for report in case.reports)
    for own in others:
        assert all(a.unit is b.unit and a.span.text == b.span.text for a, b in zip(first, own, strict=True))
        assert all(np.array_equal(a.unit.vector, b.unit.vector) for a, b in zip(first, own, strict=True))
