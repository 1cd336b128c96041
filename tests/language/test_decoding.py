"""From scores of tags to runs: laws of the decoder, on any scores."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from twosource.language.decoding import CONTENT, SOURCE, cues, role_tags, runs

SCORE = st.floats(-8, 8, width=32)


def table(rows: list[list[float]]) -> NDArray[np.float32]:
    return np.array(rows, dtype=np.float32)


@given(st.lists(st.lists(SCORE, min_size=3, max_size=3), min_size=1, max_size=30), st.floats(0.05, 0.95))
def test_cues_stand_apart_in_order_and_begin_as_sure_as_asked(rows: list[list[float]], least: float) -> None:
    found = cues(table(rows), least)
    assert all(cue.probability >= least for cue in found)
    assert all(0 <= cue.first < cue.last <= len(rows) for cue in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


@given(st.lists(st.lists(SCORE, min_size=5, max_size=5), min_size=1, max_size=30))
def test_every_run_of_a_role_begins_with_its_first_tag(rows: list[list[float]]) -> None:
    tags, sure = role_tags(table(rows)[None])
    sequence = tags[0].tolist()
    for before, tag in zip([0, *sequence], sequence, strict=False):
        for role in (SOURCE, CONTENT):
            assert tag != role.inside or before in (role.begin, role.inside)
    assert ((sure > 0) & (sure <= 1)).all()


@given(st.lists(st.lists(SCORE, min_size=5, max_size=5), min_size=1, max_size=12))
def test_no_lawful_tags_score_better(rows: list[list[float]]) -> None:
    logs = table(rows) - np.log(np.exp(table(rows)).sum(axis=1, keepdims=True))
    best = {0: float(logs[0, 0]), 1: float(logs[0, 1]), 3: float(logs[0, 3])}
    for row in logs[1:]:  # by hand, one dictionary a piece
        step: dict[int, float] = {}
        for tag in range(5):
            needs = {2: (1, 2), 4: (3, 4)}.get(tag, tuple(best))
            ways = [best[before] for before in needs if before in best]
            if ways:
                step[tag] = max(ways) + float(row[tag])
        best = step
    tags, _ = role_tags(table(rows)[None])
    score = sum(float(row[tag]) for row, tag in zip(logs, tags[0].tolist(), strict=True))
    assert abs(score - max(best.values())) < 1e-2


def test_runs_of_a_role() -> None:
    tags = np.array([0, 1, 2, 0, 3, 4, 4, 3, 0, 3])
    assert runs(tags, SOURCE) == [(1, 3)]
    assert runs(tags, CONTENT) == [(4, 7), (7, 8), (9, 10)]


def test_a_cue_goes_on_while_its_words_are_no_other_thing() -> None:
    scores = table([[5, 0, 0], [0, 5, 0], [0, 3, 2], [0, 0, 5], [5, 0, 0]])
    assert [(cue.first, cue.last) for cue in cues(scores, 0.5)] == [(1, 4)]
