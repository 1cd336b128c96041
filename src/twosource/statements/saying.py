"""When something was said: "reported on Thursday" gives the day of the saying, not of what is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Span, Statement, Time

_REACH = 80
"""Characters between a cue and its time expression; further apart they belong to different clauses."""


def dated(statements: Iterable[Statement], times: Iterable[Time]) -> tuple[Statement, ...]:
    """Return the statements with the time of saying, where one stands beside their cue and outside their content."""
    sayings: dict[str, list[Time]] = {}
    for time in times:
        if time.role == "saying" and time.value:
            sayings.setdefault(time.span.report, []).append(time)
    for found in sayings.values():
        found.sort(key=lambda time: time.span.start)
    return tuple(_dated(statement, sayings.get(statement.report, [])) for statement in statements)


def _dated(statement: Statement, sayings: list[Time]) -> Statement:
    cue = statement.cue
    if cue is None:
        return statement
    first = bisect_left([time.span.start for time in sayings], cue.start - _REACH)
    near: list[tuple[int, str]] = []
    for time in sayings[first:]:
        if time.span.start > cue.end + _REACH:
            break
        gap = max(time.span.start - cue.end, cue.start - time.span.end)
        if gap <= _REACH and time.value and not any(_touches(part, time.span) for part in statement.content):
            near.append((gap, time.value))
    return replace(statement, when=min(near)[1]) if near else statement


def _touches(a: Span, b: Span) -> bool:
    return a.overlap(b) > 0
