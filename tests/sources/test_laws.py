"""Laws of the stage: order, strangers and swapped names change nothing that they should not."""

from __future__ import annotations

from itertools import permutations

from tests.sources.telling import Say, case_of, chains
from twosource.sources import sources

REPORTS = {
    "a": (
        "Harbour minister Maren Voss said the lock was closed, the Torvian News Agency (TNA) reported. "
        "It had leaked for years, the agency said. “I am sorry,” Voss said.",
        [
            Say("Harbour minister Maren Voss said the lock was closed", "the Torvian News Agency (TNA)", "reported"),
            Say("the lock was closed", "Harbour minister Maren Voss", "said", parent=0),
            Say("It had leaked for years", "the agency", "said"),
            Say("I am sorry,", "Voss", "said", quoted=True),
        ],
    ),
    "b": (
        "The lock was shut, TNA said. Voss said it would open again.",
        [Say("The lock was shut", "TNA", "said"), Say("it would open again", "Voss", "said")],
    ),
    "c": (
        "“Nobody told us,” Tilo Marsh, a skipper, said. He said he would wait.",
        [
            Say("Nobody told us,", "Tilo Marsh, a skipper,", "said", quoted=True),
            Say("he would wait", "He", "said"),
        ],
    ),
}
STRANGER = (
    "Edmar Lund said the cinema was full. She had never seen so many people, Ada Quill said.",
    [Say("the cinema was full", "Edmar Lund", "said"), Say("She had never seen so many people", "Ada Quill", "said")],
)


def test_the_order_of_the_reports_changes_nothing() -> None:
    results = set()
    for order in permutations(REPORTS):
        case = sources(case_of({id_: REPORTS[id_] for id_ in order}))
        results.add((case.sources, tuple(sorted((s.id, s.chain) for s in case.statements))))
    assert len(results) == 1


def test_the_order_of_the_statements_changes_nothing() -> None:
    case = case_of(REPORTS)
    turned = sources(case.with_(statements=case.statements[::-1]))
    straight = sources(case)
    assert turned.sources == straight.sources
    assert turned.statements[::-1] == straight.statements


def test_an_unrelated_report_changes_nothing() -> None:
    alone = sources(case_of(REPORTS))
    beside = sources(case_of({**REPORTS, "d": STRANGER}))
    own = {source.id: source for source in beside.sources}
    assert all(own[source.id] == source for source in alone.sources)
    assert beside.statements[: len(alone.statements)] == alone.statements


def test_running_twice_gives_the_same() -> None:
    once = sources(case_of(REPORTS))
    assert sources(once) == once


def test_swapping_two_speakers_swaps_them() -> None:
    def report(first: str, second: str) -> tuple[str, list[Say]]:
        text = f"{first} said the lock was closed. {second} said it was open. Nobody was hurt."
        return text, [Say("the lock was closed", first, "said"), Say("it was open", second, "said")]

    straight = chains(sources(case_of({"a": report("Maren Voss", "Tilo Marsh")})))
    turned = chains(sources(case_of({"a": report("Tilo Marsh", "Maren Voss")})))
    assert straight == [["Maren Voss"], ["Tilo Marsh"]]
    assert turned == [["Tilo Marsh"], ["Maren Voss"]]


def test_every_chain_and_member_is_a_source_of_the_case() -> None:
    case = sources(case_of({**REPORTS, "d": STRANGER}))
    ids = [source.id for source in case.sources]
    assert len(ids) == len(set(ids))
    assert {id_ for statement in case.statements for id_ in statement.chain} <= set(ids)
    assert {id_ for source in case.sources for id_ in source.members} <= set(ids)


def test_the_story_over_three_reports() -> None:
    case = sources(case_of(REPORTS))
    assert chains(case) == [
        ["Torvian News Agency"],
        ["Torvian News Agency", "Maren Voss"],
        ["Torvian News Agency"],
        ["Maren Voss"],
        ["Torvian News Agency"],
        ["Maren Voss"],
        ["Tilo Marsh"],
        ["Tilo Marsh"],
    ]
