"""One thing told about the event, over all reports of its story: its mentions, who is silent, how the words relate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from twosource.claims.groups import central, groups
from twosource.claims.pairs import Judge, candidates
from twosource.claims.told import Told, repeats, share, told
from twosource.claims.wording import plainest
from twosource.language.encoder import Encoder
from twosource.model import Case, Claim, Mention, Reason, Relation, Span, Story, stable_id


def claims(case: Case, encoder: Encoder | None = None) -> Case:
    """Join what the reports of each story tell into claims; what a single report tells is a claim too.

    :raises ModelError: if the encoder cannot be loaded.
    """
    found: list[Claim] = []
    notices: list[str] = []
    for reports in _stories(case):
        items = told(case, reports, encoder)
        found.extend(_of_story(case, reports, items))
        notices.extend(_cut_short(items, reports))
    ordered = tuple(sorted(found, key=lambda claim: (claim.mentions[0].span, claim.id)))
    return case.with_(claims=ordered, notices=(*case.notices, *notices))


def _cut_short(items: Sequence[Told], reports: Sequence[str]) -> Iterator[str]:
    """Say which reports are too long for all of them to be compared."""
    most = share(len(reports))
    counts = Counter(item.report for item in items)
    for report in reports:
        if counts[report] >= most:
            yield f"only the first {most:,} things that {report} tells were compared with what the others tell"


def _stories(case: Case) -> tuple[tuple[str, ...], ...]:
    """Return the reports of each story; a report in none is a story of its own."""
    stories: Sequence[Story] = case.stories
    grouped = {report for story in stories for report in story.reports}
    alone = tuple((report.id,) for report in case.reports if report.id not in grouped)
    return (*(tuple(sorted(story.reports)) for story in stories), *alone)


def _of_story(case: Case, reports: Sequence[str], items: Sequence[Told]) -> Iterator[Claim]:
    wanted = set(reports)
    passages = [p for p in case.passages if any(place.report in wanted for place in p.places)]
    repeated = repeats(items)
    judge = Judge(repeated, passages, case.sources)
    pairs = candidates([group[0] for group in repeated])
    judge.ask(pairs)
    for members in groups(len(repeated), pairs, judge):
        yield _claim(repeated, members, judge, reports)


def _claim(repeated: Sequence[Sequence[Told]], members: Sequence[int], judge: Judge, reports: Sequence[str]) -> Claim:
    home = {item.span: number for number in members for item in repeated[number]}
    plain = plainest([item for number in central(members, judge) for item in repeated[number]])
    everyone = sorted((item for number in members for item in repeated[number]), key=lambda item: item.span)
    mentions = tuple(_mention(item, plain, home, judge) for item in everyone)
    there = tuple(sorted({item.report for item in everyone}))
    silent = tuple(report for report in reports if report not in there) if len(reports) > 1 else ()
    id = stable_id("claim", *(f"{m.span.report}:{m.span.start}:{m.span.end}" for m in mentions))
    return Claim(id, plain.span.text, mentions, there, silent)


def _mention(item: Told, plain: Told, home: Mapping[Span, int], judge: Judge) -> Mention:
    statement = item.statement.id if item.statement else None
    if item is plain:
        reasons = (Reason("plainest", "the wording that the others are compared with"),)
        return Mention(item.span, statement, Relation.VERBATIM, reasons)
    here, there = home[item.span], home[plain.span]
    if here == there:
        return Mention(item.span, statement, Relation.VERBATIM, (Reason("words", "word for word the same", 1.0),))
    verdict = judge(here, there)
    return Mention(item.span, statement, verdict.relation or Relation.REWORDED, verdict.reasons)
