"""The archive bench: its sets are what they say, and what it counts is right. On invented words alone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from bench.archive import edits, plots, report, results, store, synonyms
from bench.archive.chain import Chain
from bench.archive.edits import EDITS, Material
from bench.archive.pairs import Given, by_difflib, by_ours, given, overlap, paired
from bench.archive.running import OURS, Run, work
from bench.archive.scoring import keys, score
from bench.archive.sources import APART, Pool, invented, pool, vocabulary
from bench.archive.synonyms import Thesaurus
from bench.archive.texts import STANDING_PARAGRAPHS, Maker, Pair, Truth, grouped, laid_out, standing_groups
from bench.metrics import Count

KNOWN = vocabulary(2_000, np.random.default_rng(1))
WORDS = Thesaurus("invented", {w: "n" for w in KNOWN}, {(w, "n"): w[::-1] + "x" for w in KNOWN}, frozenset())
SOURCE = invented(8, np.random.default_rng(2), KNOWN)
MATERIAL = Material(["tarn", "oster", "halden"], WORDS, invented(7, np.random.default_rng(3), KNOWN))


def maker(seed: int = 5) -> Maker:
    return Maker(
        Pool(tuple(invented(400, np.random.default_rng(4), KNOWN)), {"invented words": 400}, False), WORDS, seed
    )


def edited(kind: str, seed: int = 0) -> list[str]:
    return EDITS[kind](SOURCE, MATERIAL, np.random.default_rng(seed))


def tokens(paragraphs: list[str]) -> list[str]:
    return " ".join(paragraphs).split()


def changed(kind: str) -> float:
    before, after = tokens(SOURCE), tokens(edited(kind))
    assert len(before) == len(after)
    return sum(a != b for a, b in zip(before, after, strict=True)) / len(before)


def test_a_set_is_the_same_each_time_and_another_with_another_seed() -> None:
    (truth, blocks), (again, same), (_, others) = (it.make(120) for it in (maker(), maker(), maker(6)))
    texts = [text for block in blocks for text in block]
    assert texts == [text for block in same for text in block]
    assert truth == again
    assert texts != [text for block in others for text in block]
    assert len(texts) == 120


def test_a_set_holds_what_is_told_of_it() -> None:
    truth, blocks = maker().make(420)
    texts = [text for block in blocks for text in block]
    assert Counter(it.kind for it in truth.pairs).keys() == EDITS.keys()
    places = [place for it in truth.pairs for place in (it.source, it.partner)] + [
        place for group in truth.standing for place in group
    ]
    assert len(places) == len(set(places)), "no document has two parts"
    for it in truth.pairs:
        if it.kind == "embedded":
            assert set(texts[it.source].split("\n\n")) & set(texts[it.partner].split("\n\n"))
        if it.kind == "shuffled":
            assert sorted(texts[it.source].split("\n\n")) == sorted(texts[it.partner].split("\n\n"))
    for group, paragraph in zip(truth.standing, STANDING_PARAGRAPHS, strict=False):
        assert all(texts[place].endswith(paragraph) for place in group)


def test_documents_that_nothing_is_planted_in_share_no_paragraph() -> None:
    truth, blocks = maker().make(420)
    texts = [text for block in blocks for text in block]
    partners = {it.partner for it in truth.pairs}
    lines = [line for place, text in enumerate(texts) if place not in partners for line in text.split("\n\n")]
    again = [line for line, count in Counter(lines).items() if count > 1]
    assert set(again) <= set(STANDING_PARAGRAPHS)


def test_hundreds_of_documents_carry_a_standing_paragraph() -> None:
    assert standing_groups(1_000) == [100]
    assert standing_groups(100_000) == [400] * 5
    assert sum(standing_groups(100)) <= 25


def test_light_changes_few_words() -> None:
    before, after = tokens(SOURCE), tokens(edited("light"))
    assert 0 < len(set(before) ^ set(after)) <= 0.1 * len(before)
    assert len(after) >= 0.97 * len(before)


@pytest.mark.parametrize("seed", range(5))
def test_truncated_keeps_the_first_part(seed: int) -> None:
    before, after = tokens(SOURCE), tokens(edited("truncated", seed))
    assert before[: len(after)] == after
    assert 0.29 <= len(after) / len(before) <= 0.61


def test_shuffled_keeps_every_paragraph() -> None:
    assert edited("shuffled") != SOURCE
    assert sorted(edited("shuffled")) == sorted(SOURCE)


def test_reworded_changes_its_share_of_the_words() -> None:
    assert changed("reworded 15 %") == pytest.approx(0.15, abs=0.01)
    twelve = edits.reworded(SOURCE, MATERIAL, np.random.default_rng(0), 0.12)
    assert sum(a != b for a, b in zip(tokens(SOURCE), tokens(twelve), strict=True)) / len(tokens(SOURCE)) == (
        pytest.approx(0.12, abs=0.01)
    )


def test_embedded_has_one_paragraph_inside_another_text() -> None:
    after = edited("embedded")
    assert len([it for it in after if it in SOURCE]) == 1
    assert after[0] not in SOURCE
    assert [it for it in after if it not in SOURCE] == MATERIAL.carrier


def test_synonyms_change_a_share_of_the_content_words() -> None:
    changed_words, content = edits.changed_content(SOURCE, edited("synonyms"))
    assert 0.2 <= changed_words / content <= 0.41
    assert len(edited("embedded synonyms")) == len(MATERIAL.carrier) + 1
    assert not set(edited("embedded synonyms")) & set(SOURCE)


def test_synonyms_keep_the_inflection() -> None:
    known = Thesaurus("", {"attack": "v", "city": "n", "stop": "v"}, {}, frozenset({"went"}))
    known.others.update({("attack", "v"): "strike", ("city", "n"): "town", ("stop", "v"): "halt"})
    assert [known.instead(it) for it in ("attack", "attacked", "attacking", "attacks")] == [
        "strike",
        "striked",
        "striking",
        "strikes",
    ]
    assert [known.instead(it) for it in ("cities", "stopped", "stopping", "went", "the")] == [
        "towns",
        "halted",
        "halting",
        None,
        None,
    ]
    assert [synonyms.inflected(*it) for it in (("plan", "ed"), ("try", "ed"), ("pass", "s"), ("see", "ing"))] == [
        "planned",
        "tried",
        "passes",
        "seeing",
    ]


def test_invented_words_have_invented_synonyms() -> None:
    words = synonyms.mirrored(SOURCE)
    after = edits.synonyms(SOURCE, Material([], words, ()), np.random.default_rng(1))
    changed_words, content = edits.changed_content(SOURCE, after)
    assert 0.2 <= changed_words / content <= 0.41


def test_wordnet_is_read_from_its_files(tmp_path: Path) -> None:
    for name in synonyms.PARTS:
        (tmp_path / f"index.{name}").write_text("  1 licence\n", encoding="ascii")
        (tmp_path / f"data.{name}").write_text("  1 licence\n", encoding="ascii")
    (tmp_path / "data.noun").write_text("  1 licence\n00000010 04 n 03 barn 0 shed 0 out_house 1 000 | where hay is\n")
    (tmp_path / "index.noun").write_text("  1 licence\nbarn n 1 0 1 1 00000010  \nshed n 1 0 1 1 00000010  \n")
    (tmp_path / "cntlist.rev").write_text("barn%1:06:00:: 1 3\nshed%1:06:00:: 1 2\n")
    (tmp_path / "noun.exc").write_text("geese goose\n")
    (tmp_path / "verb.exc").write_text("went go\n")
    words = synonyms.thesaurus(tmp_path)
    assert (words.name, words.instead("barn"), words.instead("sheds")) == ("WordNet 3.0", "shed", "barns")
    assert synonyms.thesaurus(tmp_path / "none").instead("purchase") == "acquire"


def test_without_data_the_paragraphs_are_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.archive.sources.INVENTED_PARAGRAPHS", 150)
    found = pool(tmp_path, 1)
    assert not found.real
    assert len(found.paragraphs) == len(set(found.paragraphs))
    assert found.paragraphs == pool(tmp_path, 1).paragraphs


def test_real_paragraphs_that_repeat_others_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "polnear" / "dev" / "text"
    folder.mkdir(parents=True)
    first, second = invented(2, np.random.default_rng(1), KNOWN)
    run = " ".join(first.split()[5 : 5 + APART])
    (folder / "a.txt").write_text(f"{first}\n{second} {run}\ntoo short\n{second}\n", encoding="utf-8")
    assert pool(tmp_path, 1).paragraphs == (first,)


def test_chains_make_documents_of_the_size_of_news() -> None:
    documents = Chain(SOURCE).documents(20, np.random.default_rng(1))
    for document in documents:
        assert 270 <= len(laid_out(document).split()) <= 520
        assert all(paragraph[0].isupper() and paragraph.endswith(".") for paragraph in document)
    assert grouped(["ab" * 800, "cd" * 400, "ef"]) == [["ab" * 800, "cd" * 400]]


def test_recall_and_precision_by_hand() -> None:
    truth = Truth(20, standing=[[8, 9, 10]])
    truth.pairs += [Pair(0, 1, "light", True), Pair(2, 3, "light", False), Pair(5, 4, "embedded", True)]
    found = np.array([(1, 0), (0, 1), (4, 5), (8, 10), (9, 8), (6, 7), (7, 7)])
    it = score(found, truth)
    assert it.recall["light"] == Count(1, 2)
    assert it.real["light"] == Count(1, 1)
    assert it.recall["embedded"] == Count(1, 1)
    assert it.recall["shuffled"] == Count(0, 0)
    assert it.precision == Count(2, 5)
    assert it.standing == 2
    assert score(np.empty((0, 2), np.int64), truth).precision == Count(0, 0)
    assert keys(found, 20).tolist() == [1, 85, 127, 169, 170]


def test_pairs_of_texts_have_the_passage_where_it_is_told() -> None:
    pairs = given(maker(), 3)
    assert [it.passage is None for it in pairs] == [False, True] * 3
    for it in pairs[::2]:
        assert it.passage
        before = [line for line in it.first.split("\n\n")]
        passage = it.second[slice(*it.passage)]
        near = max(len(set(passage.split()) & set(line.split())) / len(set(line.split())) for line in before)
        assert near > 0.7
        assert passage not in before
    assert overlap([(0, 10), (5, 20)], (10, 30)) == pytest.approx(10 / 30)


def test_our_functions_and_difflib_find_the_passage_of_a_pair() -> None:
    it = Given(laid_out(SOURCE), laid_out([*MATERIAL.carrier[:3], SOURCE[4]]), None)
    at = it.second.index(SOURCE[4])
    for compare in (by_ours(), by_difflib()):
        assert overlap(compare(it.first, it.second), (at, len(it.second))) > 0.9
        assert compare(it.first, laid_out(MATERIAL.carrier)) == []
    (own,) = [paired("twosource", [Given(it.first, it.second, (at, len(it.second))), Given("a b", "c d", None)])]
    assert (own.recall, own.false) == (Count(1, 1), Count(0, 1))


def test_twosource_over_sixty_documents_and_all_that_is_told_of_it(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    store.write(maker(), 60, tmp_path)
    texts = store.texts(tmp_path)
    assert (len(texts), store.size(tmp_path)) == (60, 60)
    assert store.characters(tmp_path) == sum(map(len, texts))
    runs = [work(name, tmp_path) for name in (OURS, "twosource, on disk")]
    for run in runs:
        assert run.size == 60
        for kind in ("light", "truncated", "shuffled", "embedded"):
            assert run.score.recall[kind].share == 1
        named = run.score.precision.of - run.score.standing  # fifteen documents are no crowd yet
        assert run.score.precision.right == named
    assert runs[0].score == runs[1].score
    assert not list(tmp_path.glob("tmp*")), "what a run lays down is gone"
    texts_told = {"sources": {"invented words": 400}, "paragraphs": 400, "thesaurus": "none", "seed": 5, "sets": {}}
    found = results.Results(texts_told, results.machine(), {OURS: ("as it ships", "yes")}, runs)
    assert results.loads(results.dumps(found)) == found
    lines = list(report.lines(found))
    assert any(line.startswith("twosource, on disk") for line in lines)


def test_ratios_growth_and_aims() -> None:
    none = score(np.empty((0, 2), np.int64), Truth(1))

    def run(tool: str, size: int, seconds: float) -> Run:
        return Run(tool, "1", size, seconds, 100.0, none)

    found = results.Results({}, {}, runs=[run(OURS, 100, 1.0), run("rensa", 100, 5.0), run(OURS, 1_000, 12.0)])
    assert found.ratio("rensa", 100) == pytest.approx(5.0)
    assert found.ratio("rensa", 1_000) is None
    assert found.growth(OURS, 100, 1_000) == pytest.approx(1.2)
    assert re.match(r"MISSED +recall: 0.980, wanted ≥ 0.99", report.aim("recall", 0.98, 0.99))
    assert report.aim("memory", 90, 100, most=True).startswith("reached")


def test_drawings_are_the_same_bytes_for_the_same_results(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    none = score(np.empty((0, 2), np.int64), Truth(1))
    runs = [Run(tool, "1", size, size / 1e4, 100.0, none) for tool in (OURS, "rensa") for size in (1_000, 10_000)]
    found = results.Results({}, {}, runs=runs)
    (tmp_path / "again").mkdir()
    first, again = plots.draw(found, tmp_path), plots.draw(found, tmp_path / "again")
    assert [it.read_bytes() for it in first] == [it.read_bytes() for it in again]
    assert all("<dc:date>" not in it.read_text(encoding="utf-8") for it in first)
