"""What rules and reader see becomes one frame, with a probability that its reasons add up to."""

from dataclasses import replace

import pytest

from twosource.language.attributions import Attribution
from twosource.model import Act, Stance
from twosource.statements.frames import Frame
from twosource.statements.weighing import LEAST, WEIGHTS, features, judged, paired, probability, weighed

CUE, SOURCE, CONTENT = (5, 9), (0, 4), ((10, 30),)
RULE = Frame("clause", 0.85, CONTENT, CUE, SOURCE, Act.SPEECH, Stance.DENIED, addressee=(31, 35))


def seen(
    cue: float = 0.95, content: tuple[tuple[int, int], ...] = CONTENT, act: Act = Act.SPEECH
) -> tuple[Frame, Attribution]:
    read = Attribution(CUE, SOURCE, content, cue, 0.9, 0.9)
    return Frame("read", cue, content, CUE, SOURCE, act, Stance.ASSERTED), read


def test_both_together_are_surer_than_the_reader_alone() -> None:
    assert judged(RULE, seen()).trust > judged(None, seen()).trust > judged(None, seen(0.6)).trust


def test_a_thought_is_less_sure_than_a_saying() -> None:
    assert judged(None, seen(act=Act.THOUGHT)).trust < judged(None, seen()).trust


def test_the_rule_tells_what_is_done_and_the_reader_where_it_stands() -> None:
    joined = judged(RULE, seen(content=((10, 28),)))
    assert (joined.stance, joined.addressee, joined.rule) == (Stance.DENIED, (31, 35), "clause")
    assert joined.content == ((10, 28),)


def test_a_cue_with_two_layers_stays_the_rules_own() -> None:
    assert judged(RULE, seen(content=((40, 60),))).content == CONTENT


@pytest.mark.parametrize(("rule", "read"), [(RULE, seen()), (RULE, None), (None, seen(0.7))])
def test_the_reasons_add_up(rule: Frame | None, read: tuple[Frame, Attribution] | None) -> None:
    frame = judged(rule, read)
    assert sum(reason.weight for reason in frame.reasons) == pytest.approx(frame.trust)
    assert read is None or probability(features(rule, read)) == frame.trust


def test_neither_sees_anything() -> None:
    with pytest.raises(ValueError, match="neither"):
        judged(None, None)


def test_every_weight_has_its_feature() -> None:
    assert features(RULE, seen()).keys() == WEIGHTS.keys()


def test_what_is_more_likely_wrong_is_not_told() -> None:
    assert weighed([], [seen(0.99)])
    assert not weighed([], [seen(0.2)])
    assert all(frame.trust >= LEAST for frame in weighed([RULE], [seen(0.3, ((70, 80),))]))


def test_a_rule_inside_another_is_left_to_the_rule() -> None:
    outer = Frame("clause", 0.85, ((10, 60),), CUE, SOURCE, Act.SPEECH, Stance.ASSERTED)
    inner = Frame("clause", 0.85, ((30, 60),), (20, 24), (12, 18), Act.SPEECH, Stance.ASSERTED)
    kept = weighed([outer, inner], [seen(content=((10, 60),))])
    assert [frame.cue for frame in kept] == [CUE, (20, 24)]
    assert kept[1].trust == inner.trust


def test_the_reader_does_not_run_on_into_another_saying() -> None:
    first = Frame("clause", 0.85, ((10, 30),), CUE, SOURCE, Act.SPEECH, Stance.ASSERTED)
    second = Frame("clause", 0.85, ((50, 60),), (45, 49), (35, 44), Act.SPEECH, Stance.ASSERTED)
    other = (45, 49)
    read = Attribution(other, (35, 44), ((50, 60),), 0.95, 0.9, 0.9)
    behind = Frame("read", 0.95, ((50, 60),), other, (35, 44), Act.SPEECH, Stance.ASSERTED)
    kept = weighed([first, second], [seen(content=((10, 60),)), (behind, read)])
    assert kept[0].content == ((10, 30),)


def test_what_a_rule_and_the_reader_see_is_paired_by_the_cue_wherever_it_stands() -> None:
    def at(place: int) -> tuple[Frame, Attribution]:
        cue, source, content = (place, place + 4), (place + 5, place + 9), ((place + 10, place + 20),)
        read = Attribution(cue, source, content, 0.95, 0.9, 0.9)
        return Frame("read", 0.95, content, cue, source, Act.SPEECH, Stance.ASSERTED), read

    read = [at(place) for place in range(0, 3_000, 30)]
    rules = [replace(frame, rule="clause", trust=0.85) for frame, _ in read[1::2]]
    pairs = paired(rules, read)
    assert len(pairs) == len(read)
    assert all(it is not None and (rule is None or rule.cue == it[0].cue) for rule, it, _ in pairs)
    assert len(weighed(rules, read)) == len(read)


def test_the_reader_alone_is_left_out_where_it_crosses_another_far_along() -> None:
    def at(place: int) -> tuple[Frame, Attribution]:
        cue, source, content = (place, place + 4), (place + 5, place + 9), ((place + 10, place + 20),)
        return Frame("read", 0.95, content, cue, source, Act.SPEECH, Stance.ASSERTED), Attribution(
            cue, source, content, 0.95, 0.9, 0.9
        )

    read = [at(place) for place in range(0, 3_000, 30)]
    crossing = replace(read[50][0], rule="clause", trust=0.9, cue=(1_496, 1_499), content=((1_515, 1_535),))
    kept = weighed([crossing], read)
    assert len(kept) == len(read)
    assert read[50][0].content not in [frame.content for frame in kept]
