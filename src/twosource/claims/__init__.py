"""One thing told about the event, over all reports of its story: its mentions, who is silent, how the words relate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.claims.groups import central, groups
from twosource.claims.pairs import Judge, candidates
from twosource.claims.told import Told, told
from twosource.claims.wording import plainest
from twosource.language.encoder import Encoder
from twosource.model import Case, Claim, Mention, Reason, Relation, SourceType, Story, stable_id


def claims(case: Case, encoder: Encoder | None = None) -> Case:
    """Join what the reports of each story tell into claims; what a single report tells is a claim too.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found = [claim for story in _stories(case) for claim in _of_story(case, story, encoder)]
    return case.with_(claims=tuple(sorted(found, key=lambda claim: (claim.mentions[0].span, claim.id))))


def _stories(case: Case) -> tuple[tuple[str, ...], ...]:
    """Return the reports of each story; a report in none is a story of its own."""
    stories: Sequence[Story] = case.stories
    grouped = {report for story in stories for report in story.reports}
    alone = tuple((report.id,) for report in case.reports if report.id not in grouped)
    return (*(tuple(sorted(story.reports)) for story in stories), *alone)


def _of_story(case: Case, reports: Sequence[str], encoder: Encoder | None) -> Iterator[Claim]:
    items = told(case, reports, encoder)
    wanted = set(reports)
    passages = [p for p in case.passages if any(place.report in wanted for place in p.places)]
    judge = Judge(items, passages, {s.id: s.name for s in case.sources if s.type is SourceType.PERSON})
    for members in groups(len(items), candidates(items), judge):
        yield _claim(items, members, judge, reports)


def _claim(items: Sequence[Told], members: Sequence[int], judge: Judge, reports: Sequence[str]) -> Claim:
    plain = plainest([items[i] for i in central(members, judge)])
    centre = next(i for i in members if items[i] is plain)
    ordered = sorted(members, key=lambda i: items[i].span)
    mentions = tuple(_mention(items[i], i, centre, judge) for i in ordered)
    there = tuple(sorted({items[i].report for i in members}))
    silent = tuple(report for report in reports if report not in there) if len(reports) > 1 else ()
    id = stable_id("claim", *(f"{m.span.report}:{m.span.start}:{m.span.end}" for m in mentions))
    return Claim(id, plain.span.text, mentions, there, silent)


def _mention(item: Told, number: int, centre: int, judge: Judge) -> Mention:
    statement = item.statement.id if item.statement else None
    if number == centre:
        reasons = (Reason("plainest", "the wording that the others are compared with"),)
        return Mention(item.span, statement, Relation.VERBATIM, reasons)
    verdict = judge(number, centre)
    return Mention(item.span, statement, verdict.relation or Relation.REWORDED, verdict.reasons)
