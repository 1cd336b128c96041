"""When something was said: "reported on Thursday" gives the day of the saying, not of what is told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter

from twosource.model import Statement, Time

_REACH = 80
"""Characters between a cue and its time expression; further apart they belong to different clauses."""


def dated(statements: Iterable[Statement], times: Iterable[Time], texts: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return the statements, each time of saying given to the one whose cue stands nearest in its sentence.

    :param texts: the stored text of each report, by its id.
    """
    listed = tuple(statements)
    near: dict[str, list[tuple[int, Statement]]] = {}
    for statement in listed:
        if statement.cue:
            near.setdefault(statement.report, []).append((statement.cue.start, statement))
    longest = {report: max(s.cue.end - start for start, s in of if s.cue) for report, of in near.items()}
    for of in near.values():
        of.sort(key=itemgetter(0))
    when: dict[str, str] = {}
    for time in times:
        of = near.get(time.span.report, [])
        if of and time.role == "saying" and time.value:
            first = bisect_left(of, time.span.start - _REACH - longest[time.span.report], key=itemgetter(0))
            last = bisect_right(of, time.span.end + _REACH, key=itemgetter(0))
            best = _nearest(time, [statement for _, statement in of[first:last]], texts)
            if best:
                when.setdefault(best, time.value)
    return tuple(
        replace(statement, when=when.get(statement.id)) if statement.when != when.get(statement.id) else statement
        for statement in listed
    )


def _nearest(time: Time, statements: list[Statement], texts: Mapping[str, str]) -> str | None:
    """Return the id of the statement whose cue is nearest to the time and whose content does not hold it."""
    found: list[tuple[int, int, str]] = []
    for statement in statements:
        cue = statement.cue
        if cue is None:
            continue
        gap = max(time.span.start - cue.end, cue.start - time.span.end)
        if gap > _REACH or any(part.overlap(time.span) for part in statement.content):
            continue
        between = texts[statement.report][min(cue.end, time.span.end) : max(cue.start, time.span.start)]
        if "\n" not in between and ". " not in between:
            found.append((gap, cue.start, statement.id))
    return min(found)[2] if found else None
