"""The whole job: reports in, a case with every finding out, as one tuple of stages that reads from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.language import language
from twosource.model import Case


@dataclass(frozen=True, slots=True)
class Stage:
    """A function from case to case, with the fields of the case that it reads and the fields that it writes."""

    name: str
    run: Callable[[Case], Case]
    reads: frozenset[str]
    writes: frozenset[str]


def _stage(run: Callable[[Case], Case], reads: str, writes: str) -> Stage:
    return Stage(run.__name__, run, frozenset(reads.split()), frozenset(writes.split()))


STAGES: tuple[Stage, ...] = (_stage(language, reads="reports options", writes="paragraphs"),)
