"""What the tests of times share: reading one expression, parts of a text, and counting work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import twosource.times
from twosource.model import Case, Part, PartKind, Time
from twosource.times.dates import Frame
from twosource.times.find import find

DAY = date(2023, 9, 14)  # a Thursday


def only(text: str, ahead: bool | None = None, day: date | None = DAY) -> tuple[str, str | None]:
    """Return span text and value of the one expression in a text."""
    found = find(text)
    assert len(found) == 1, [text[one.start : one.end] for one in found]
    return text[found[0].start : found[0].end], found[0].read(Frame(day, ahead)).text


def parts_of(text: str, *kinds: tuple[str, PartKind]) -> tuple[Part, ...]:
    """Return the parts that begin with the given words, each up to the next."""
    starts = [text.index(words) for words, _ in kinds]
    ends = [*starts[1:], len(text)]
    return tuple(Part(kind, start, end, "test") for (_, kind), start, end in zip(kinds, starts, ends, strict=True))


def of(case: Case, words: str) -> Time:
    """Return the time whose span has these words."""
    return next(one for one in case.times if one.span.text == words)


def counted(job: Callable[[], Any]) -> int:
    """Return how many lines of the stage run in a job."""
    folder = str(Path(twosource.times.__file__).parent)
    count = 0

    def each(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return each

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return each if frame.f_code.co_filename.startswith(folder) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        job()
    finally:
        sys.settrace(before)
    return count
