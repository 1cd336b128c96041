"""What two reports of the demo story share and where they differ, against what a careful reader finds in it.

Tests without a floor hold exactly: they are what must never happen. The others compare with a floor, a constant here;
raise it when the figure rises, never lower it without a word in the changelog.
"""

from __future__ import annotations

from typing import Any

from tests.stories import findings
from tests.stories.findings import Place, Score, at_least, locate, place_of, same
from tests.support import characters
from twosource.differences import side_against
from twosource.model import Case, PassageKind, Span, Strength

CLAIM_PAIRS_F1, ORIGINS_RIGHT = 0.6, 0.65
VARIANT_RECALL, VARIANT_PRECISION, VARIANT_WORDS = 0.75, 0.6, 0.75
TENSION_RECALL, TENSION_PRECISION = 0.75, 0.6
"""Recall over the tensions that a reader would call strong, precision over those that the run calls strong."""
TIME_RIGHT, ANCHOR_RIGHT = 0.85, 0.85
PASSAGE_F1, DECISION_RIGHT = 0.8, 0.8
FUTURE_RECALL, FUTURE_VALUE = 0.7, 0.6

Story = dict[str, Any]


# --- claims and origins -------------------------------------------------------------------------------------------


def _claims(case: Case, story: Story, optional: bool) -> list[list[Place]]:
    return [
        [locate(case, report, words) for report, words in claim["mentions"]]
        for claim in story["claims"]
        if optional or not claim.get("optional")
    ]


def test_mentions_are_joined_into_claims(case: Case, story: Story) -> None:
    wanted = list(findings.pairs(_claims(case, story, optional=False)))
    allowed = list(findings.pairs(_claims(case, story, optional=True)))
    found = list(findings.pairs([place_of(m.span) for m in claim.mentions] for claim in case.claims))
    recall = Score(sum(any(findings.joins(w, f) for f in found) for w in wanted), len(wanted))
    precision = Score(sum(any(findings.joins(f, a) for a in allowed) for f in found), len(found))
    assert found
    assert findings.f1(precision, recall) >= CLAIM_PAIRS_F1, (precision, recall)


def test_origins_are_never_overcounted(case: Case, story: Story) -> None:
    for claim in case.claims:
        true = {findings.origin_of(case, story, mention.span) for mention in claim.mentions}
        assert claim.independent_origins <= len(true), (claim.text, true, claim.origins)


def test_independent_origins_are_right(case: Case, story: Story) -> None:
    wanted = [claim for claim in story["claims"] if not claim.get("optional")]
    wrong = []
    for claim in wanted:
        mentions = [locate(case, report, words) for report, words in claim["mentions"]]

        def told(found: Any, mentions: list[Place] = mentions) -> set[str]:
            return {m.report for m in mentions if any(same(m, one.span) for one in found.mentions)}

        best = max(case.claims, key=lambda found: len(told(found)), default=None)
        if best is None or len(told(best)) < 2 or best.independent_origins != claim["independent_origins"]:
            wrong.append((claim["id"], best and (best.text, best.independent_origins)))
    at_least(Score(len(wanted) - len(wrong), len(wanted)), ORIGINS_RIGHT, wrong)


def test_a_claim_names_who_tells_it_and_who_is_silent(case: Case) -> None:
    for claim in case.claims:
        home = next(set(one.reports) for one in case.stories if claim.reports[0] in one.reports)
        assert set(claim.reports) == {mention.span.report for mention in claim.mentions}
        against = {side.report for tension in case.tensions if (side := side_against(claim, tension))}
        assert set(claim.silent) == home - set(claim.reports) - against, claim.text


# --- differences --------------------------------------------------------------------------------------------------


def _side(case: Case, items: list[list[str]]) -> list[Place]:
    return [locate(case, report, words) for report, words in items]


def _joins(a: list[Place], b: list[Place], spans: tuple[Span, ...]) -> bool:
    return any(same(x, one) for x in a for one in spans) and any(same(y, one) for y in b for one in spans)


def test_changed_words_between_marks_are_shown(case: Case, story: Story) -> None:
    sides = [(_side(case, [v["a"]]), _side(case, [v["b"]]), v) for v in story["variants"]]
    wanted = [(a, b, v) for a, b, v in sides if not v.get("optional")]
    missed = [v["a"] for a, b, v in wanted if not any(_joins(a, b, one.places) for one in case.variants)]
    at_least(Score(len(wanted) - len(missed), len(wanted)), VARIANT_RECALL, missed)
    right = [one for one in case.variants if any(_joins(a, b, one.places) for a, b, _ in sides)]
    at_least(Score(len(right), len(case.variants)), VARIANT_PRECISION)
    shown = []
    for a, b, v in wanted:
        told = " ".join(" ".join(d) for one in case.variants if _joins(a, b, one.places) for d in one.differences)
        shown += [findings.words_of(word) <= findings.words_of(told) for pair in v["differences"] for word in pair]
    at_least(Score(sum(shown), len(shown)), VARIANT_WORDS)


def test_tensions_are_seen(case: Case, story: Story) -> None:
    sides = [(_side(case, t["a"]), _side(case, t["b"]), t) for t in story["tensions"]]
    wanted = [(a, b, t) for a, b, t in sides if not t.get("optional")]
    missed = [
        t["about"]
        for a, b, t in wanted
        if not any(_joins(a, b, (one.a, one.b)) and one.strength in t["strength"].split("|") for one in case.tensions)
    ]
    at_least(Score(len(wanted) - len(missed), len(wanted)), TENSION_RECALL, missed)
    strong = [one for one in case.tensions if one.strength is Strength.STRONG]
    wrong = [
        (one.kind, one.a.text, one.b.text)
        for one in strong
        if not any(_joins(a, b, (one.a, one.b)) and "strong" in t["strength"] for a, b, t in sides)
    ]
    at_least(Score(len(strong) - len(wrong), len(strong)), TENSION_PRECISION, wrong)


# --- times and future ---------------------------------------------------------------------------------------------


def _anywhere(case: Case, item: dict[str, Any]) -> Place:
    """Return where the words stand, read or not: a date line is a part of its own."""
    text = case.report(item["report"]).text
    around = item.get("around", item["text"])
    start = text.index(around) + around.index(item["text"])
    return Place(item["report"], start, start + len(item["text"]))


def test_times_are_resolved(case: Case, story: Story) -> None:
    wrong, anchors = [], []
    for item in story["times"]:
        where = _anywhere(case, item)
        found = [one for one in case.times if same(where, one.span)]
        right = [one for one in found if (one.value or "").startswith(item["value"])]
        if right and "anchor" in item:
            anchors.append(any(one.anchor == item["anchor"] for one in right))
        if not right:
            wrong.append((item["report"], item["text"], [one.value for one in found]))
    at_least(Score(len(story["times"]) - len(wrong), len(story["times"])), TIME_RIGHT, wrong)
    at_least(Score(sum(anchors), len(anchors)), ANCHOR_RIGHT)


def test_no_date_comes_from_a_biography_or_a_caption(case: Case) -> None:
    report = case.report("daily-horizon.txt")
    assert report.published is None
    assert report.updated is None
    for time in case.times:
        if time.span.report == report.id and time.value and "2019" in time.value:
            assert time.role == "furniture", time
    captioned = case.report("halden-post.html")
    assert captioned.date == "2025-04-09"  # the caption says 2 April


def test_what_is_to_come_is_listed_with_its_date(case: Case, story: Story) -> None:
    missed, dated = [], []
    for item in story["future"]:
        where = locate(case, item["report"], item["text"])
        found = [one for one in case.future if same(where, one.span) and one.klass == item["class"]]
        if not found:
            missed.append((item["report"], item["text"]))
        elif item["value"]:
            dated.append(any((one.value or "").startswith(item["value"]) for one in found))
    at_least(Score(len(story["future"]) - len(missed), len(story["future"])), FUTURE_RECALL, missed)
    at_least(Score(sum(dated), len(dated)), FUTURE_VALUE)


# --- passages -----------------------------------------------------------------------------------------------------


def test_shared_text_is_found(case: Case, story: Story) -> None:
    near = [one for one in case.passages if one.kind is not PassageKind.REWORDED]
    right = found = wanted = 0
    for report in story["reports"]:
        gold = characters(
            locate(case, name, words)[1:] for p in story["passages"] for name, words in p["places"] if name == report
        )
        told = characters(place for p in near for place in p.places if place.report == report)
        right, found, wanted = right + len(gold & told), found + len(told), wanted + len(gold)
    assert right
    assert findings.f1(Score(right, found), Score(right, wanted)) >= PASSAGE_F1, (right, found, wanted)


def test_no_copier_is_taken_for_the_origin(case: Case, story: Story) -> None:
    """Both relays of an agency drew on the agency: neither may be called the other's source."""
    right = []
    for item in story["passages"]:
        a, b = (locate(case, report, words) for report, words in item["places"])
        decisions = {str(p.lineage.decision) for p in case.passages if _joins([a], [b], p.places)}
        assert "copied" not in decisions, item
        right.append(bool(decisions & set(item["decision"].split("|"))))
    at_least(Score(sum(right), len(right)), DECISION_RIGHT)
