"""The measurement of attribution: how corpora are read, how findings are judged, and what a floor holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import constructs, corpora, floors, peers, running, scoring, sets, tables
from bench import statements as attribution
from bench.corpora import Attribution
from bench.metrics import Count
from bench.running import OURS, Document, Found, Outcome, Result, Run
from bench.shared import SHARED
from tests.statements.constructs import CONSTRUCTS
from tests.statements.shape import Construct, direct, said, turn

TEXT = 'The dam holds, engineer Ila Voss said. "We watch it," she has also told Orlen Wire.\n'
ANNOTATION = """T1\tSource 15 32\tengineer Ila Voss
T2\tCue 33 37\tsaid
T3\tContent 0 13\tThe dam holds
T4\tAttribution 33 37\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tSource 54 57\tshe
T6\tCue 58 71\thas also told
T7\tContent 39 53\t"We watch\nTeam, it,"
T8\tAttribution 58 71\thas also told
E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5
"""
ODD = ANNOTATION.replace("Content 0 13\tThe dam holds", "Content 15 32\tengineer Ila Voss").partition("T5")[0]
"""What an annotator marked who took the speaker for what was said."""


Place = tuple[int, int]


def marked(content: Place, source: Place | None = None, cue: Place | None = None) -> Found:
    return Found(Attribution((content,), (source,) if source else (), (cue,) if cue else ()))


DAM = marked((0, 13), (15, 32), (33, 37))
WATCH = marked((40, 52), (54, 57), (67, 71))


@pytest.fixture
def polnear(tmp_path: Path) -> sets.Polnear:
    part = tmp_path / "data" / "polnear" / "dev"
    for folder, name, text in (
        ("text", "post_dam.txt", TEXT),
        ("attributions", "post_dam_aaaa.ann", ODD),
        ("attributions", "post_dam_bbbb.ann", ANNOTATION),
        ("text", "post_unmarked.txt", TEXT),
    ):
        (part / folder).mkdir(parents=True, exist_ok=True)
        (part / folder / name).write_text(text, encoding="utf-8")
    return sets.Polnear("polnear-dev", "PolNeAR dev", corpora.polnear(part))


def here(name: str, documents: Mapping[str, Sequence[Document]], python: str = "") -> Run:
    """Run a method in this process: quicker, and the rest is the same."""
    return running.work(name, documents)


# --- the sets ------------------------------------------------------------------------------------------------------


def test_polnear_is_read_with_what_each_annotator_marked(polnear: sets.Polnear) -> None:
    (article,) = polnear.articles
    assert [len(marked) for marked in article.annotators] == [1, 2]
    second = article.annotators[1][1]
    pieces = [TEXT[slice(*ranges[0])] for ranges in (second.content, second.source, second.cue)]
    assert pieces == ['"We watch it,"', "she", "has also told"]
    assert [path.name for path in polnear.files] == ["post_dam.txt", "post_dam_aaaa.ann", "post_dam_bbbb.ann"]


def test_a_document_is_scored_by_the_annotator_who_agrees_best(polnear: sets.Polnear) -> None:
    figures = polnear.figures([Outcome((DAM, WATCH))])
    assert figures["precision"] == figures["recall"] == Count(2, 2)
    assert figures["F1"] == Count(4, 4)
    assert figures["exact F1"] == Count(2, 4)  # the corpus counts the marks around the quotation
    assert figures["same words F1"] == Count(4, 4)
    assert figures["source right"] == Count(2, 2)
    assert figures["source token F1"].share == 1
    assert 0 < figures["cue token F1"].share < 1  # "has also" is left out


def test_a_document_that_a_method_fails_on_counts_as_unfound(polnear: sets.Polnear) -> None:
    def broken(document: Document) -> Outcome:
        raise ValueError("an odd mark")

    outcome = running.outcome(broken, polnear.documents[0])
    assert outcome.failed == "post_dam: ValueError: an odd mark"
    figures = polnear.figures([outcome])
    assert figures["failed"] == Count(1, 1)
    assert figures["precision"] == Count(0, 0)
    assert figures["recall"].right == 0 < figures["recall"].of


def test_people_are_measured_against_each_other_and_a_method_against_each(polnear: sets.Polnear) -> None:
    assert polnear.several() == [0]
    people = polnear.people()
    assert people[sets.EACH]["recall"] == Count(0, 3)  # 1 marked by one, 2 by the other; no content is the same
    ours = polnear.among_people([Outcome((DAM, WATCH))])
    assert ours[sets.EACH]["recall"] == Count(2, 3)
    assert ours[sets.EACH]["precision"] == Count(2, 4)
    assert ours[sets.CLOSEST]["recall"] == Count(2, 2)


MEANTIME = """<?xml version="1.0" ?><Document doc_id="1">
<token number="0" sentence="0" t_id="1">Dam</token><token number="1" sentence="0" t_id="2">holds</token>
<token number="2" sentence="1" t_id="3">May</token><token number="3" sentence="1" t_id="4">2031</token>
<token number="4" sentence="2" t_id="5">Voss</token><token number="5" sentence="2" t_id="6">said</token>
<token number="6" sentence="2" t_id="7">it</token><token number="7" sentence="2" t_id="8">held</token>
<token number="8" sentence="2" t_id="9">``</token><token number="9" sentence="2" t_id="10">well</token>
<token number="10" sentence="2" t_id="11">''</token><token number="11" sentence="2" t_id="12">.</token>
<token number="12" sentence="3" t_id="13">Unread</token>
<Markables><EVENT_MENTION m_id="1"><token_anchor t_id="6"/></EVENT_MENTION>
<EVENT_MENTION m_id="2"><token_anchor t_id="8"/></EVENT_MENTION>
<ENTITY_MENTION m_id="3"><token_anchor t_id="5"/></ENTITY_MENTION></Markables>
<Relations><SLINK r_id="4"><source m_id="1"/><target m_id="2"/></SLINK>
<HAS_PARTICIPANT r_id="5" sem_role="Arg0"><source m_id="1"/><target m_id="3"/></HAS_PARTICIPANT>
</Relations></Document>"""


def test_speech_links_are_read_and_looked_for(tmp_path: Path) -> None:
    folder = tmp_path / "intra-doc_annotation" / "corpus"
    folder.mkdir(parents=True)
    (folder / "a.xml").write_text(MEANTIME, encoding="utf-8")
    (document,) = corpora.meantime(tmp_path)
    assert document.text == "Dam holds\n\nMay 2031\n\nVoss said it held “well”."
    (link,) = document.links
    assert [document.text[slice(*it)] for it in (link.cue, link.said, *link.speakers)] == ["said", "held", "Voss"]
    linked = sets.Meantime([document], corpora.meantime_files(tmp_path))
    whole = marked((31, 45), (21, 25), (26, 30))
    other_cue = marked((31, 45), (21, 25), (0, 3))
    for found, expected in (
        ((whole,), (1, 1, Count(1, 1))),
        ((other_cue,), (0, 1, Count(0, 0))),
        ((marked((21, 30), (21, 25), (26, 30)),), (0, 0, Count(0, 0))),
        ((marked((31, 45), (0, 3), (26, 30)),), (1, 1, Count(0, 1))),
    ):
        figures = linked.figures([Outcome(found)])
        right = figures["link recall"].right, figures["told by anyone"].right, figures["source right"]
        assert right == expected


def test_the_seeds_are_judged_by_place_with_optional_rows_apart(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "level": 1, "core": True, "content": (0, 13), "source": (15, 32), "cue": (33, 37)},
        {"id": "2", "level": 2, "core": True, "content": (40, 52), "source": (54, 57), "cue": None},
        {"id": "3", "level": 1, "core": False, "content": (54, 71), "source": None, "cue": None},
    ]

    def span(pair: tuple[int, int] | None) -> dict[str, int] | None:
        return {"start": pair[0], "end": pair[1]} if pair else None

    listed = [
        row | {"doc": "a", "content": [span(row["content"])], "source": span(row["source"]), "cue": span(row["cue"])}  # type: ignore[arg-type]
        for row in rows
    ]
    for folder, name, text in (
        ("seeds", "dam.txt", TEXT),
        ("gold", "seeds_quotes.json", json.dumps({"files": {"a": "seeds/dam.txt"}, "statements": listed})),
        ("gold", "seeds_claims.json", "{}"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    seeds = sets.seeds(tmp_path)
    assert seeds
    wish = Found(Attribution(((72, 82),), (), ()), said=False)
    figures = seeds.figures([Outcome((DAM, marked((54, 71)), wish))])
    assert figures["outer recall"] == Count(1, 1)
    assert figures["nested recall"] == Count(0, 1)
    assert figures["precision"] == Count(1, 1)  # neither the optional row nor the wish counts
    assert sets.seeds(tmp_path / "nowhere") is None


YARD = Construct(
    "yard",
    "“It fed us,” Petra Sollis said. “Nobody asked.”\n\nThe yard will close, the guild wrote. New owners were named.",
    (turn("It fed us,", "Nobody asked.", source="Petra Sollis"), said("The yard will close", "the guild|guild")),
    ("New owners were named.",),
)


@pytest.mark.parametrize(
    ("found", "content", "source", "untold", "right"),
    [
        ([((0, 12), (13, 25)), ((32, 47), (13, 25)), ((49, 68), (70, 79))], 3, 3, 0, True),
        ([((0, 47), (13, 25)), ((49, 68), (74, 79))], 3, 3, 0, True),  # the turn as one statement
        ([((0, 12), (13, 25)), ((49, 68), (13, 25))], 2, 1, 0, False),
        ([((0, 47), (13, 25)), ((49, 68), (70, 79)), ((87, 109), (70, 79))], 3, 3, 1, False),
        ([], 0, 0, 0, False),
    ],
)
def test_a_construct_is_right_with_every_content_and_source_and_nothing_unsaid(
    found: list[tuple[tuple[int, int], tuple[int, int]]], content: int, source: int, untold: int, right: bool
) -> None:
    assert YARD.text[32:47] == "“Nobody asked.”"
    assert YARD.text[87:] == "New owners were named."
    judgement = constructs.judged(YARD, [marked(*places) for places in found])
    assert judgement == constructs.Judgement(Count(content, 3), Count(source, 3), Count(untold, 1))
    assert judgement.right is right


def test_a_source_that_must_be_left_open_is_wrong_where_one_is_named() -> None:
    construct = Construct("open", "“It fed us.” Petra wept.", (direct("It fed us.", None),))
    assert constructs.judged(construct, [marked((1, 11))]).right
    assert not constructs.judged(construct, [marked((1, 11), (13, 18))]).right


def test_the_statements_of_a_construct_are_those_that_the_tests_see() -> None:
    name = next(it.name for it in CONSTRUCTS if it.expected and not it.headline)
    case, faults = constructs.checked(name)
    assert case.statements
    assert faults == ()


# --- the figures ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part", "same"),
    [
        ('"We watch it,"', "We watch it", True),
        ("that the dam holds", "the dam holds", True),
        ("that the dam holds.", "the dam holds", True),
        ("whether it holds", "it holds", True),
        ("to rebuild it", "rebuild it", True),
        ("how it holds", "it holds", False),  # a question is told with its word
        ("that that dam holds", "dam holds", False),  # one word at the beginning, no more
        ("the dam holds", "the dam", False),
    ],
)
def test_the_same_words_forgive_marks_and_the_word_that_opens_a_clause(text: str, part: str, same: bool) -> None:
    start = text.index(part)
    whole, piece = [(0, len(text))], [(start, start + len(part))]
    assert scoring.same_words(text, whole, piece) is same
    assert scoring.same_words(text, piece, whole) is same


def test_confidence_is_told_by_tenths_with_the_source_apart(polnear: sets.Polnear) -> None:
    sure = Found(DAM.attribution, confidence=1.0)
    nested = Found(Attribution(((4, 7),), (), ()), confidence=0.95, inside=True)
    wrong_source = Found(Attribution(WATCH.attribution.content, ((15, 32),), ()), confidence=0.7)
    invented = Found(Attribution(((72, 82),), (), ()), confidence=0.79)
    score = polnear.score([Outcome((sure, wrong_source, invented, nested))])
    figures = score.figures()
    assert (figures["precision"], figures["outer precision"]) == (Count(2, 4), Count(2, 3))
    assert scoring.reliability(score) == [
        scoring.Reliability(0.7, Count(1, 2), Count(0, 2)),
        scoring.Reliability(0.9, Count(1, 1), Count(1, 1)),
    ]
    lines = list(attribution.confidence_table(scoring.reliability(score)))
    assert [line.split()[:2] for line in lines[1:3]] == [["from", "0.9"], ["from", "0.7"]]
    assert "98% are right from 0.9 up" in lines
    assert "0.667 2/3" in lines[2]


def test_reliability_is_told_by_the_words_too_and_what_they_promise_is_a_figure(polnear: sets.Polnear) -> None:
    sure = Found(DAM.attribution, certainty="certain")
    nested = Found(Attribution(((4, 7),), (), ()), certainty="likely", inside=True)
    wrong_source = Found(Attribution(WATCH.attribution.content, ((15, 32),), ()), certainty="uncertain")
    invented = Found(Attribution(((72, 82),), (), ()), certainty="certain")
    score = polnear.score([Outcome((sure, wrong_source, invented, nested))])
    assert scoring.by_word(score) == [
        scoring.Kept("certain", Count(1, 2), Count(1, 2)),
        scoring.Kept("uncertain", Count(1, 1), Count(0, 1)),
    ]
    figures = score.figures()
    assert figures["certain"] == Count(1, 2)
    assert not {"likely", "uncertain"} & set(figures)
    lines = list(attribution.certainty_table(scoring.by_word(score)))
    assert [line.split() for line in lines[1:]] == [
        ["certain", "0.500", "1/2", "0.500", "1/2"],
        ["uncertain", "1.000", "1/1", "0.000", "0/1"],
    ]
    bare = polnear.score([Outcome((DAM,))])
    assert scoring.by_word(bare) == []
    assert list(attribution.certainty_table([])) == []


def test_a_table_is_aligned_and_has_a_dash_for_nothing() -> None:
    figures = {"failed": Count(0, 84), "recall": Count(1, 3), "cue token F1": Count(2, 4), "source right": Count(0, 0)}
    lines = list(tables.figures_table(tuple(figures), {"marks": figures}))
    assert lines == ["       failed     recall    cue  source right", "marks    0/84  0.333 1/3  0.500             -"]


# --- the methods ---------------------------------------------------------------------------------------------------


def test_a_method_is_measured_in_a_process_of_its_own() -> None:
    run = running.measured("marks", {"dam": [Document("a", TEXT)], "none": []})
    assert [it.attribution.content for it in run.results["dam"].outcomes[0].found] == [((39, 53),)]
    assert run.results["none"].outcomes == ()
    assert 3 < run.peak < 500


@pytest.mark.parametrize(("name", "python"), [("nobody's", sys.executable), ("marks", "/nowhere/python")])
def test_a_method_that_cannot_run_is_said(name: str, python: str) -> None:
    with pytest.raises(running.Unavailable, match=r"nobody's|No such file"):
        running.measured(name, {}, python)


def test_a_pace_is_taken_in_turns_over_the_same_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[str, str]] = []

    def method(name: str) -> running.Method:
        def reading(document: Document) -> Outcome:
            read.append((name, document.name))
            return Outcome()

        return reading

    loads = {name: (lambda name=name: method(name), ()) for name in (OURS, running.BARE)}
    monkeypatch.setattr(running, "METHODS", loads)
    ticks = iter([0.0, 2.0, 2.0, 3.0, 3.0, 5.0, 5.0, 6.0])
    monkeypatch.setattr("bench.running.time.process_time", lambda: next(ticks))
    assert running.paced(OURS, [Document("a", TEXT), Document("b", TEXT)]) == 0.5
    assert read[2:] == [(OURS, "a"), (running.BARE, "a"), (OURS, "b"), (running.BARE, "b")]


def test_a_pace_is_told_from_a_process_of_its_own() -> None:
    assert running.pace("marks", [Document("a", TEXT)]) > 1  # two marks are found sooner than a parse


def test_our_findings_survive_the_way_between_processes() -> None:
    run = running.work(OURS, {"dam": [Document("a", TEXT)]})
    assert running.told(json.loads(json.dumps(asdict(run)))) == run
    (outcome,) = run.results["dam"].outcomes
    assert [TEXT[slice(*it.attribution.content[0])] for it in outcome.found] == ["The dam holds", "We watch it,"]
    assert all(it.rule and it.said and 0 < it.confidence <= 1 for it in outcome.found)


RULES = """The dam will hold, engineer Ila Voss said. "We watch it," she told the wire.

Bren Tolk did not say that it was old. The council claimed that it "knew nothing". The guild denied it had asked.

According to the guild, the gates were shut in spring."""


def test_plain_rules_find_clauses_quotations_and_frames() -> None:
    found = [
        tuple(" … ".join(RULES[start:end] for start, end in getattr(it, role)) for role in ("source", "cue", "content"))
        for it in peers.rules()(RULES)
    ]
    assert found == [
        ("engineer Ila Voss", "said", "The dam will hold"),
        ("she", "told", "We watch it"),
        ("The council", "claimed", 'it "knew nothing"'),
        ("The guild", "denied", "it had asked"),
        ("the guild", "According", "the gates were shut in spring"),
    ]


@pytest.mark.parametrize("name", ["textacy", "sayswho"])
def test_the_places_of_a_peer_are_those_of_the_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Gates ''shut''\n\n \n“We shut them,” Ila Voss said."

    def quotations(document: Any) -> list[tuple[Any, Any, Any]]:
        even = not any(token.text.startswith(("\n\n", "''")) for token in document)
        assert even is (name == "sayswho")
        words = {token.text: token for token in document}
        quoted = document[words["“"].i : words["”"].i + 1]
        return [([words["Ila"], words["Voss"]], [words["said"]], quoted)]

    module = ModuleType("finder")
    monkeypatch.setattr(module, "direct_quotations", quotations, raising=False)
    monkeypatch.setattr(module, "quote_finder", quotations, raising=False)
    for path in ("textacy", "textacy.extract", "sayswho", "sayswho.quote_finder"):
        monkeypatch.setitem(sys.modules, path, module)
    (found,) = {"textacy": peers.textacy, "sayswho": peers.sayswho}[name]()(text)
    assert [text[slice(*it[0])] for it in (found.content, found.source, found.cue)] == [
        "“We shut them,”",
        "Ila Voss",
        "said",
    ]


# --- the floors ----------------------------------------------------------------------------------------------------

FIGURES = {"recall": Count(9, 10), "failed": Count(0, 4)}


def pinned(tmp_path: Path, **limits: dict[str, float]) -> dict[str, floors.Floors]:
    path = tmp_path / "data.txt"
    path.write_text("The dam holds.", encoding="utf-8")
    return {"dam": floors.Floors(floors.fingerprint([path]), **limits)}


@pytest.mark.parametrize(
    ("limits", "fault"),
    [
        ({"at_least": {"recall": 0.9}, "at_most": {"failed": 0}}, None),
        ({"at_least": {"recall": 0.91}}, "dam: recall is 0.9000 (9/10), below 0.91"),
        ({"at_most": {"recall": 0.8}}, "dam: recall is 0.9000 (9/10), above 0.8"),
        ({"at_least": {"F1": 0.5}}, "dam: there is no figure F1"),
    ],
)
def test_a_figure_that_passes_its_floor_is_told(
    tmp_path: Path, limits: dict[str, dict[str, float]], fault: str | None
) -> None:
    wanted = pinned(tmp_path, **limits)
    assert floors.faults("dam", FIGURES, [tmp_path / "data.txt"], wanted) == ([fault] if fault else [])


def test_floors_hold_for_the_data_that_they_were_pinned_on_alone(tmp_path: Path) -> None:
    wanted = pinned(tmp_path, at_least={"recall": 0.91})
    (tmp_path / "data.txt").write_text("The dam held.", encoding="utf-8")
    (fault,) = floors.faults("dam", FIGURES, [tmp_path / "data.txt"], wanted)
    assert "the data differ" in fault
    assert floors.faults("mill", FIGURES, [], wanted) == ["mill: no floors are pinned"]


def test_a_fingerprint_knows_names_and_contents_and_no_folder_or_order(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for name in "ab":
            (tmp_path / folder / name).write_text(name, encoding="utf-8")
    one, two = ([tmp_path / folder / name for name in "ab"] for folder in ("one", "two"))
    assert floors.fingerprint(one) == floors.fingerprint(two[::-1])
    (tmp_path / "two" / "b").rename(tmp_path / "two" / "c")
    assert floors.fingerprint(one) != floors.fingerprint([two[0], tmp_path / "two" / "c"])
    assert floors.fingerprint(one) != floors.fingerprint(one[:1])
    assert floors.fingerprint([]) == ""


@given(
    st.dictionaries(
        st.sampled_from(["failed", "recall", "exact F1"]), st.tuples(st.integers(0, 50), st.integers(50, 99))
    )
)
def test_figures_reach_the_floors_that_they_make(pairs: dict[str, tuple[int, int]]) -> None:
    figures = {name: Count(*pair) for name, pair in pairs.items()}
    made = floors.parsed(floors.table("dam", figures, []))
    assert floors.faults("dam", figures, [], made) == []
    worse = {name: Count(of, of) if name in floors.AT_MOST else Count(0, of) for name, (_, of) in figures.items()}
    passed = [name for name, count in figures.items() if count.share != worse[name].share]
    told = floors.faults("dam", worse, [], made)
    assert len(told) == sum(name in floors.AT_MOST or figures[name].share >= 2 * floors.MARGIN for name in passed)


def test_every_floor_names_a_set_and_its_figures() -> None:
    for key, wanted in floors.floors().items():
        assert wanted.at_least or wanted.at_most, key
        assert bool(wanted.sha256) is (key != "constructs"), key


@pytest.mark.shared
def test_the_beginning_of_polnear_and_the_seeds_reach_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--check", "--set", "polnear", "--set", "seeds", "--limit", str(attribution.QUICK)]
    if not all(place.is_dir() for place in (SHARED / "data" / "polnear" / "dev", SHARED / "seeds")):
        pytest.skip(f"PolNeAR or the seed reports are not under {SHARED}")
    assert attribution.main(asked) == 0, capsys.readouterr().err
    assert "every floor is reached" in capsys.readouterr().err


# --- the command ---------------------------------------------------------------------------------------------------


def test_the_command_prints_tables_or_json_and_says_what_is_missing(
    polnear: sets.Polnear, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attribution, "measured", here)
    asked = ["--data", str(tmp_path), "--set", "polnear", "--set", "meantime", "--set", "seeds", "--no-peers"]
    assert attribution.main([*asked, "--by", "construct", "--by", "cue"]) == 0
    out, err = capsys.readouterr()
    assert "MEANTIME is missing" in err
    assert "seed reports with its list is missing" in err
    lines = out.splitlines()
    assert lines[0] == "PolNeAR dev (1 documents)"
    assert lines[2].split()[:10] == ["twosource", "0/1", *["1.000", "2/2"] * 3, "1.000", "4/4"]
    assert any(line.split()[:3] == ["told", "precision", "1.000"] and "recall 1.000 (1/1)" in line for line in lines)
    assert any("same words     1" in line for line in lines)
    assert attribution.main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (measured,) = told["sets"].values()
    assert measured["sha256"] == floors.fingerprint(polnear.files)
    assert measured["methods"][OURS]["recall"] == {"value": 1.0, "right": 2, "of": 2}
    assert set(measured["people"][sets.EACH]) == {f"{attribution.PEOPLE}, polnear-dev (1)", OURS}
    assert sum(row["hit"]["of"] for row in measured["confidence"]) == 2
    assert told["costs"][OURS]["speed"] > 0


def test_a_peer_that_cannot_run_is_said_and_the_others_are_measured(
    polnear: sets.Polnear, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def partly(name: str, documents: Mapping[str, Sequence[Document]], python: str = "") -> Run:
        if name in ("textacy", "sayswho"):
            assert python == "elsewhere"
            raise running.Unavailable("there is no such module")
        result = Result((Outcome((DAM,)),), 2.0 if name == running.BARE else 1.0)
        return Run(name, 0.1, 20.0, {"polnear-dev": result})

    monkeypatch.setattr(attribution, "measured", partly)
    monkeypatch.setattr(attribution, "pace", lambda name, documents: 2.0 if name == OURS else 0.0)
    asked = ["--data", str(tmp_path), "--set", "polnear", "--peer-python", "elsewhere"]
    assert attribution.main(asked) == 0
    out, err = capsys.readouterr()
    assert "skipped: textacy cannot run here: there is no such module" in err
    costs = out[out.index("What it costs") :].splitlines()
    ours = next(line.split() for line in costs if line.startswith(OURS))
    assert ours == ["twosource", "0.1", str(len(TEXT.split())), "2.00", "20", "twosource"]
    assert not any(line.startswith(running.BARE) for line in out[: out.index("What it costs")].splitlines())


def test_a_passed_floor_is_an_exit_code_only_when_it_is_checked(
    polnear: sets.Polnear, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["--data", str(tmp_path), "--set", "polnear"]
    found: tuple[Found, ...] = (DAM, WATCH)
    monkeypatch.setattr(
        attribution, "measured", lambda name, *_: Run(name, 0.1, 20.0, {"polnear-dev": Result((Outcome(found),), 1.0)})
    )
    assert attribution.main([*asked, "--pin"]) == 0
    made = floors.parsed(capsys.readouterr().out)
    assert made["polnear-dev"].at_least["recall"] == 1
    monkeypatch.setattr(attribution, "floors", lambda: made)
    assert attribution.main([*asked, "--check"]) == 0
    assert "every floor is reached" in capsys.readouterr().err
    found = (DAM,)
    assert attribution.main([*asked, "--check"]) == 1
    assert "polnear-dev: recall is 0.5000 (1/2), below 1" in capsys.readouterr().err
    assert attribution.main([*asked, "--no-peers"]) == 0
