"""The look-alikes keep their form, and the bench of claims counts what it says that it counts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import cases, claim_sets, claim_times, claimdiff, claims
from bench.claim_judges import Answer, answers, letters, said, threshold, words
from bench.claim_sets import HELD_BACK, KINDS, TUNED, Pair, lookalikes, made
from bench.events import CASES, event, events
from bench.events import TUNED as TUNED_EVENTS
from bench.metrics import Count, Place
from bench.timex import Document, Gold
from twosource.model import Anchor, Span, Time

# --- the look-alikes -----------------------------------------------------------------------------------------------


def test_there_are_look_alikes_of_every_kind_and_rewordings_in_both_halves() -> None:
    halves = lookalikes()
    both = [pair for it in halves.values() for pair in it.judged]
    assert sum(not pair.same for pair in both) >= 560
    assert sum(pair.same for pair in both) >= 240
    assert len({pair.first for pair in both}) >= 140
    for it in halves.values():
        assert {pair.kind for pair in it.judged if not pair.same} == set(KINDS)
        assert it.tuning == halves[TUNED].judged


def test_no_base_sentence_stands_in_both_halves() -> None:
    tuned, held_back = ({pair.first for pair in lookalikes()[name].judged} for name in (TUNED, HELD_BACK))
    assert not tuned & held_back
    assert abs(len(tuned) - len(held_back)) <= len(list(claim_sets.LOOKALIKES.glob("*.txt")))


def test_no_pair_stands_twice_and_none_is_of_one_text() -> None:
    both = [(pair.first, pair.second) for it in lookalikes().values() for pair in it.judged]
    assert len(set(both)) == len(both)
    assert [first for first, second in both if first.casefold() == second.casefold()] == []


def test_look_alikes_and_rewordings_read_as_sentences_do() -> None:
    for it in lookalikes().values():
        for text in claim_sets.texts(it.judged):
            assert text == text.strip()
            assert "  " not in text
            assert text[0].isupper() or not text[0].isalpha(), text


def test_a_paragraph_is_read_into_its_pairs() -> None:
    paragraph = "= Two boats sank.\nfigure: Two -> Six\nstatus: Two boats were hit.\n~ 2 boats went down."
    assert made(paragraph, "sea") == [
        Pair("Two boats sank.", "Six boats sank.", False, "figure", "sea"),
        Pair("Two boats sank.", "Two boats were hit.", False, "status", "sea"),
        Pair("Two boats sank.", "2 boats went down.", True, "", "sea"),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "figure: Two -> Six",
        "= Two boats sank.\ncolour: boats -> cars",
        "= Two boats sank.\nfigure: Nine -> Six",
        "= Two by two they sank.\nfigure: two -> six\nthing: they -> them\nstatus: sank -> swam\nfigure: T -> S",
    ],
)
def test_a_line_of_another_form_is_refused(paragraph: str) -> None:
    with pytest.raises(ValueError, match=r"no base|neither|stands"):
        made(paragraph)


# --- judges --------------------------------------------------------------------------------------------------------


def test_the_judge_is_asked_as_the_product_asks_it() -> None:
    text = "The council of Oster closed the old pier on Monday."
    same, other = answers([Pair(text, text, True), Pair(text, "The council of Oster did not close the pier.", False)])
    assert same.same is True
    assert other.same is not True
    assert same.score > other.score
    assert other.features


def test_ratios_do_not_hang_on_the_order_of_the_two() -> None:
    pair = Pair("The mill at Oster burned down.", "A fire destroyed the Oster mill.", True)
    assert letters([pair]) == letters([claimdiff.swapped(pair)])


def test_equal_texts_are_as_near_as_can_be_by_their_words() -> None:
    pytest.importorskip("sklearn")
    equal, apart = words(
        [Pair("The mill burned.", "The mill burned.", True), Pair("A ship left.", "It rained.", False)]
    )
    assert equal == pytest.approx(1)
    assert apart == 0


@given(st.lists(st.tuples(st.integers(0, 5).map(lambda n: n / 5), st.booleans()), max_size=12))
def test_no_threshold_has_a_better_f1(scored: list[tuple[float, bool]]) -> None:
    scores, wanted = [score for score, _ in scored], [yes for _, yes in scored]
    pairs = [Pair("", "", yes) for yes in wanted]

    def reached(least: float) -> float:
        return claims.paraphrases(pairs, said(scores, least))["F1"].share

    best = max([reached(least) for least in scores], default=0.0)
    assert reached(threshold(scores, wanted)) == pytest.approx(best)


# --- counting ------------------------------------------------------------------------------------------------------

YES, NO = Pair("a", "b", True), Pair("a", "c", False, "figure")


def test_paraphrases_are_counted() -> None:
    figures = claims.paraphrases([YES, YES, NO, NO], [True, False, True, False])
    assert figures == {"F1": (2, 4), "accuracy": (2, 4), "precision": (1, 2), "recall": (1, 2)}


def test_a_look_alike_joined_with_its_detail_named_is_joined_too() -> None:
    figures = claims.joined([YES, YES, NO, NO, NO], [True, False, True, True, False], [True, False, True, False, True])
    assert figures == {"joined wrongly": (2, 3), "joined, nothing named": (1, 3), "rewordings joined": (1, 2)}


def test_joined_look_alikes_are_told_by_kind_and_one_by_one() -> None:
    lines = list(claims.by_kind([YES, NO, NO], [True, True, False]))
    assert next(line.split() for line in lines if line.startswith("figure")) == ["figure", "1/2"]
    told = list(claims.failures([YES, NO], [Answer(None, -0.5), Answer(True, 1.5)]))
    assert [line.split("  ")[0] for line in told[::2]] == ["undecided (reworded; -0.50)", "joined (figure; 1.50)"]


def test_relations_of_claims_are_counted() -> None:
    figures = claimdiff.figures([YES, YES, NO], [0.9, 0.2, 0.2])
    assert figures == {"accuracy": (2, 3), "F1 of yes": (2, 3), "F1 of no": (2, 3), "ranked right": (3, 4)}


def test_no_claim_is_judged_by_a_classifier_that_saw_its_topic() -> None:
    pytest.importorskip("sklearn")
    pairs = [Pair("a", "b", topic % 2 == 0, topic=str(topic)) for topic in range(20) for _ in range(5)]
    told = claimdiff.validated(pairs, [{"relation": float(pair.same)} for pair in pairs])
    assert claimdiff.figures(pairs, told)["accuracy"].share == 1
    by_topic = claimdiff.validated(pairs, [{f"topic {pair.topic}": 1.0} for pair in pairs])
    assert claimdiff.figures(pairs, by_topic)["accuracy"].share <= 0.6


def test_words_of_no_and_of_but_are_seen() -> None:
    seen = claimdiff.worded(Pair("They didn't come, but 3 ships did", "Ships came", True))
    assert (seen["no in the first"], seen["no in the second"]) == (1.0, 0.0)
    assert (seen["but in the first"], seen["figures in the first"], seen["figures in the second"]) == (1.0, 1.0, 0.0)
    assert seen["held of the second"] == 0.5


def test_a_document_that_a_reader_of_times_fails_on_is_counted_and_the_rest_is_scored() -> None:
    documents = [Document(name, "It fell on Monday.", "2023-09-14", (Gold(11, 17, "2023-09-11"),)) for name in "ab"]

    def read(document: Document) -> tuple[Time, ...]:
        if document.name == "a":
            raise RuntimeError("an odd text")
        return (Time(Span("b", 11, 17, "Monday"), "2023-09-11", Anchor.REPORT, "event"),)

    figures = claim_times.figures(documents, read)
    assert figures == {"strict F1": (2, 3), "relaxed F1": (2, 3), "value of all": (1, 2), "failed": (1, 2)}


@pytest.mark.parametrize("created", ["", "03-02-2009", "some day"])
def test_a_document_without_a_day_is_read_by_a_fixed_one(created: str) -> None:
    assert claim_times.day(created) == claim_times.UNDATED
    assert claim_times.day("2023-09-14").date().isoformat() == "2023-09-14"


# --- sets and command ----------------------------------------------------------------------------------------------


def test_the_files_of_pairs_are_read(tmp_path: Path) -> None:
    line = 'Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t1\t2\tThe "mill" burned.\tIt\'s burned.\n0\t3\t4\tA.\tB.\n'
    for name in ("msr_paraphrase_test.txt", "msr_paraphrase_train_backup.txt"):
        (tmp_path / name).write_text(line, encoding="utf-8-sig")
    found = claim_sets.mrpc(tmp_path)
    assert found
    assert found.judged == (Pair('The "mill" burned.', "It's burned.", True), Pair("A.", "B.", False))
    assert found.first(1).tuning == found.judged[:1]
    row = {"claim_a": "A.", "claim_b": "B.", "relation": 1, "topic": "mills"}
    (tmp_path / "ClaimDiff-weak-train.json").write_text(json.dumps({"data": [row]}), encoding="utf-8")
    (weak,) = claim_sets.claimdiff(tmp_path)
    assert (weak.key, weak.judged) == ("claimdiff-weak", (Pair("A.", "B.", True, topic="mills"),))


def test_what_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sets = [word for name in ("mrpc", "claimdiff", "times", "seeds", "cases") for word in ("--set", name)]
    assert claims.main(["--data", str(tmp_path), "--no-peers", "--check", *sets]) == 0
    told = capsys.readouterr().err
    for name in ("MRPC", "ClaimDiff", "TimeBank", "seed reports", "event 39"):
        assert f"skipped: {name}" in told.replace("the pair of ", "").replace("a report of ", "")


def test_look_alikes_are_measured_by_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert claims.main(["--set", "lookalikes", "--limit", "6", "--no-peers", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    for name in ("lookalikes-tuned", "lookalikes-held-back"):
        figures = found[name]["methods"]["twosource"]
        assert figures["joined wrongly"]["of"] + figures["rewordings joined"]["of"] == 6


# --- stories that people marked ------------------------------------------------------------------------------------

TEXTS = {
    "a.json": ("Pier shut", "The council of Oster shut the pier. Two boats were lost."),
    "b.json": ("Oster news", "Oster's pier has been closed. A boat sank, and a second one."),
}


def _marks(folder: Path) -> Path:
    """Write two invented reports and the marks of what both tell; return the place of the marks."""
    stories = folder / "data" / "stories"
    stories.mkdir(parents=True)
    reports = {}
    for letter, (name, (title, text)) in zip("AB", TEXTS.items(), strict=True):
        (stories / name).write_text(json.dumps({"title": title, "text": text}), encoding="utf-8")
        reports[letter] = {"file": name, "sha256": hashlib.sha256(f"{title}\n\n{text}".encode()).hexdigest()}
    told = [
        {"id": "C01", "mentions": [_mention("A", 11, 44), _mention("B", 12, 40)], "origins": 2, "most": 2},
        {"id": "C02", "mentions": [_mention("A", 47, 66), _mention("B", 42, 71)], "origins": 1, "most": 2},
    ]
    marks = folder / "event-39.json"
    marks.write_text(json.dumps({"event": 39, "reports": reports, "claims": told}), encoding="utf-8")
    return marks


def _mention(letter: str, start: int, end: int) -> dict[str, Any]:
    return {"doc": letter, "start": start, "end": end}


def _record(*found: tuple[int, list[tuple[str, int, int]]], changed: str = "") -> dict[str, Any]:
    """Return a record of the two reports with the claims given: origins, and the places of the mentions."""
    whole = {name: f"{title}\n\n{text}" for name, (title, text) in TEXTS.items()}
    return {
        "reports": [
            {
                "id": name,
                "file": f"elsewhere/{name}",
                "text": text,
                "text_sha256": hashlib.sha256(text.encode()).hexdigest() if name != changed else "",
            }
            for name, text in whole.items()
        ],
        "claims": [
            {
                "independent_origins": origins,
                "mentions": [{"report": name, "start": start, "end": end} for name, start, end in places],
            }
            for origins, places in found
        ],
    }


RIGHT = [("a.json", 11, 44), ("b.json", 12, 40)]
WRONG = [("a.json", 47, 66), ("b.json", 12, 40)]


def test_pairs_and_origins_of_a_marked_story_are_counted(tmp_path: Path) -> None:
    marked = event(_marks(tmp_path), tmp_path / "data" / "stories")
    it = cases.compared(marked, _record((2, RIGHT), (1, WRONG)))
    figures = cases.with_f1(it.figures())
    assert figures["precision"] == (1, 2)
    assert figures["recall"] == (1, 2)
    assert figures["F1"].share == 0.5
    assert figures["origins right"] == (1, 2)
    assert figures["overcounted"] == (0, 2)
    assert list(it.wrong()) == [(Place("A", 47, 66), Place("B", 12, 40))]
    assert list(it.missed()) == [(Place("A", 47, 66), Place("B", 42, 71))]
    listed = list(cases.listed(it))
    assert listed[0].endswith("Two boats were lost")
    assert listed[-1].startswith("origins of C02: not found, marked 1 to 2")


def test_origins_are_within_what_is_open_and_over_the_most(tmp_path: Path) -> None:
    marked = event(_marks(tmp_path), tmp_path / "data" / "stories")
    second = [("a.json", 47, 66), ("b.json", 42, 71)]
    figures = cases.compared(marked, _record((3, RIGHT), (2, second))).figures()
    assert figures["origins right"] == (0, 2)
    assert figures["origins within"] == (1, 2)
    assert figures["overcounted"] == (1, 2)


def test_a_story_whose_text_changed_is_left_out_and_said(tmp_path: Path) -> None:
    marked = event(_marks(tmp_path), tmp_path / "data" / "stories")
    it = cases.compared(marked, _record((2, RIGHT), changed="b.json"))
    assert cases.halves([it]) == []
    assert cases.changed([it]) == ["event 39 is left out: it was marked on another stored text of B"]
    assert cases.changed([cases.compared(marked, _record())]) == []


def test_pairs_are_pooled_over_events(tmp_path: Path) -> None:
    marked = event(_marks(tmp_path), tmp_path / "data" / "stories")
    it = cases.compared(marked, _record((2, RIGHT)))
    (half,) = cases.halves([it, it])
    assert half.key == "cases-tuned"
    assert half.pooled["recall"] == (1, 2)  # one event, however often it is given
    assert cases.summed([it.figures(), it.figures()])["recall"] == Count(2, 4)
    assert [line.split()[0] for line in cases.as_text([half])] == ["precision", "event", "all"]


def test_the_marked_story_is_traced_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _marks(tmp_path)
    monkeypatch.setattr(cases, "events", lambda root: events(root, tmp_path))
    assert cases.main(["--data", str(tmp_path), "--json"]) == 0
    out, err = capsys.readouterr()
    figures = json.loads(out)["cases-tuned"]
    assert figures["all"] == figures["event 39"]
    assert figures["all"]["recall"]["of"] == 2
    assert err == ""
    assert cases.main(["--data", str(tmp_path), "--wrong", "39"]) == 0
    beginnings = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert beginnings <= {"wrong", "missed", "origins", "A", "B"}


def test_an_event_that_is_held_back_may_not_be_looked_into(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cases.main(["--wrong", "52"])
    assert stopped.value.code == 2
    assert "may be looked into" in capsys.readouterr().err


def test_marks_lie_in_order_and_tell_least_and_most() -> None:
    found = [event(path, Path()) for path in sorted(CASES.glob("event-*.json"))]
    assert {it.number for it in found if it.tuned} == TUNED_EVENTS
    for it in found:
        for claim in it.claims:
            assert 1 <= claim.origins <= claim.most, (it.number, claim.id)
            assert len({mention.report for mention in claim.mentions}) > 1, (it.number, claim.id)
            assert all(mention.report in it.files and mention.start < mention.end for mention in claim.mentions)
