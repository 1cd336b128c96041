"""The rules by which a finding counts as right, on invented lists; and the corpora's formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import corpora, metrics
from bench import statements as attribution
from bench.metrics import Count, Place


def offsets(start: int, end: int) -> frozenset[int]:
    return frozenset(range(start, end))


@pytest.mark.parametrize(
    ("found", "hit"),
    [
        ((0, 100), True),
        ((0, 60), True),
        ((0, 59), False),  # covers too little
        ((0, 222), True),
        ((0, 223), False),  # too much beside it
        ((100, 200), False),
    ],
)
def test_a_hit_covers_most_of_the_gold_and_not_much_else(found: tuple[int, int], hit: bool) -> None:
    assert bool(metrics.hits({"g": offsets(0, 100)}, {"f": offsets(*found)})) is hit


def test_hits_are_one_to_one_and_the_closest_pair_comes_first() -> None:
    gold = {"whole": offsets(0, 100), "most": offsets(10, 100)}
    found = {"a": offsets(10, 100), "b": offsets(0, 90)}
    assert metrics.hits(gold, found) == {"most": "a", "whole": "b"}
    assert metrics.hits(gold, {"a": offsets(10, 100)}) == {"most": "a"}
    assert metrics.hits(gold, {"a": frozenset()}) == {}


NAMES = {"s1": ["Torvian News Agency", "TNA"], "s2": ["Ruta Kalnis"]}


def said(*chain: str, source: tuple[int, int] | None = None) -> metrics.Row:
    return {"chain": list(chain), "source": {"start": source[0], "end": source[1]} if source else None}


def test_a_chain_is_right_with_every_layer_in_order() -> None:
    gold = {"chain": ["TNA", "Kalnis"]}
    assert metrics.chain_right(gold, said("s1", "s2"), NAMES)
    for wrong in (("s2", "s1"), ("s1",), ("s2",), ("s1", "s2", "s2"), (), ("s1", "unknown")):
        assert not metrics.chain_right(gold, said(*wrong), NAMES)


def test_a_speaker_is_right_by_place_or_by_the_innermost_name() -> None:
    gold = {"chain": ["TNA", "Kalnis"], "source": {"start": 10, "end": 16}, "source_resolved": "Admiral Kalnis"}
    assert metrics.speaker_right(gold, said("s1", source=(15, 20)), NAMES)
    assert metrics.speaker_right(gold, said("s1", "s2"), NAMES)
    assert not metrics.speaker_right(gold, said("s2", "s1", source=(16, 20)), NAMES)
    assert not metrics.speaker_right(gold, said(), NAMES)
    assert metrics.speaker_right({"chain": []}, said(), NAMES)
    assert not metrics.same_name("the agency of a state", ["the wire of a town"])


A1, A2, B1, B2 = Place("a", 0, 10), Place("a", 50, 60), Place("b", 0, 10), Place("b", 50, 60)


def test_pairs_of_mentions_count_over_reports_alone() -> None:
    gold = [[A1, A2, B1], [B2]]
    assert metrics.claim_pairs(gold, gold) == (Count(2, 2), Count(2, 2))
    assert metrics.claim_pairs(gold, [[A1, B1], [A2]]) == (Count(1, 1), Count(1, 2))
    assert metrics.claim_pairs(gold, [[A1, B1, B2]]) == (Count(1, 2), Count(1, 2))
    assert metrics.claim_pairs(gold, []) == (Count(0, 0), Count(0, 2))
    half, less = A1._replace(start=5, end=15), A1._replace(start=6, end=16)
    assert metrics.claim_pairs(gold, [[half, B1]])[0] == Count(1, 1)
    assert metrics.claim_pairs(gold, [[less, B1]])[0] == Count(0, 1)


def test_origins_are_those_of_the_claim_that_meets_most_and_only_over_reports() -> None:
    gold = [A1, A2, B1]
    assert metrics.counted_origins(gold, [(7, [B1]), (2, [A1, B1])]) == 2
    assert metrics.counted_origins(gold, [(2, [A1, A2])]) is None
    assert metrics.counted_origins(gold, []) is None


def test_both_sides_of_a_tension_belong_to_one_finding() -> None:
    assert metrics.pair_found(A1, B1, [[B1, A1]])
    assert not metrics.pair_found(A1, B1, [[A1, B2], [A2, B1]])


def test_a_time_is_right_up_to_the_day() -> None:
    assert metrics.time_right(A1, "2031-05-03T14:00", [(A1, "2031-05-03")])
    assert not metrics.time_right(A1, "2031-05-03", [(A1, "2031-05-04"), (A2, "2031-05-03"), (A1, None)])


def test_passages_are_compared_by_character() -> None:
    precision, recall = metrics.passage_characters([A1, B1], [A1._replace(end=20), B2])
    assert (precision, recall) == (Count(10, 30), Count(10, 20))
    assert metrics.f1(precision.share, recall.share) == pytest.approx(0.4)
    assert metrics.f1(0, 0) == 0


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


def test_polnear_is_read_and_scored_by_the_annotator_who_agrees_best(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = tmp_path / "polnear" / "dev"
    for folder, name, text in (
        ("text", "post_dam.txt", TEXT),
        ("attributions", "post_dam_aaaa.ann", ODD),
        ("attributions", "post_dam_bbbb.ann", ANNOTATION),
        ("text", "post_unmarked.txt", TEXT),
    ):
        (part / folder).mkdir(parents=True, exist_ok=True)
        (part / folder / name).write_text(text, encoding="utf-8")
    (article,) = corpora.polnear(part)
    assert [len(marked) for marked in article.annotators] == [1, 2]
    marked = article.annotators[1][1]
    pieces = [TEXT[slice(*ranges[0])] for ranges in (marked.content, marked.source, marked.cue)]
    assert pieces == ['"We watch it,"', "she", "has also told"]
    assert attribution.main(["--data", str(tmp_path), "--by", "construct", "--by", "cue"]) == 0
    out, err = capsys.readouterr()
    assert "PolNeAR dev twosource      documents   1 failed  0  hit P 1.000 (1/1) R 1.000 (1/1)" not in out
    assert "hit P 1.000 (2/2) R 1.000 (2/2) F1 1.000" in out.splitlines()[0]
    assert "exact F1 0.500 (1)  same words F1 1.000 (2)  source right 1.000 (2/2)" in out.splitlines()[0]
    assert any(
        line.split()[:3] == ["told", "precision", "1.000"] and "recall 1.000 (1/1)" in line for line in out.splitlines()
    )
    assert "MEANTIME is missing" in err


def test_a_document_that_a_method_fails_on_counts_as_unfound(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    marked = corpora.Attribution(((0, 13),), ((15, 32),), ((33, 37),))

    def broken(path: Path) -> tuple[str, list[attribution.Found]]:
        raise ValueError("an odd mark")

    total = attribution.score([(path, [(marked,)])], broken)
    assert (total.documents, total.gold, total.found, total.hit) == (1, 1, 0, 0)
    assert total.failed == ["a.txt: ValueError: an odd mark"]


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
    places = (link.cue, link.said, *link.speakers)
    assert [document.text[start:end] for start, end in places] == ["said", "held", "Voss"]
    assert "link recall 1.000 (1/1)  told by anyone 1.000 (1/1)  source right 1.000 (1/1)" in attribution.links(
        [document]
    )
