"""The whole job: reports in, a case with every finding out, as one tuple of stages that reads from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from twosource.claims import claims
from twosource.differences import differences
from twosource.future import future
from twosource.language import language
from twosource.lineage import lineage
from twosource.model import Case
from twosource.notices import notices
from twosource.options import Options
from twosource.origins import origins
from twosource.passages import passages
from twosource.reading import read
from twosource.sources import sources
from twosource.statements import statements
from twosource.stories import stories
from twosource.times import times


@dataclass(frozen=True, slots=True)
class Stage:
    """A function from case to case, with the fields of the case that it reads and the fields that it writes."""

    name: str
    run: Callable[[Case], Case]
    reads: frozenset[str]
    writes: frozenset[str]


def _stage(run: Callable[[Case], Case], reads: str, writes: str) -> Stage:
    return Stage(run.__name__, run, frozenset(reads.split()), frozenset(writes.split()))


STAGES: tuple[Stage, ...] = (
    _stage(stories, reads="reports", writes="stories"),
    _stage(language, reads="reports options", writes="paragraphs"),
    _stage(times, reads="reports paragraphs stories", writes="times"),
    _stage(statements, reads="reports paragraphs times", writes="statements"),
    _stage(sources, reads="reports paragraphs statements stories", writes="sources statements"),
    _stage(passages, reads="reports paragraphs stories", writes="passages"),
    _stage(lineage, reads="reports statements sources passages stories", writes="passages copies stories"),
    _stage(claims, reads="reports paragraphs statements sources passages stories", writes="claims notices"),
    _stage(origins, reads="claims statements sources passages stories", writes="claims"),
    _stage(
        differences,
        reads="reports paragraphs statements sources claims times stories",
        writes="variants tensions silences claims",
    ),
    _stage(future, reads="reports paragraphs statements times stories", writes="future"),
    _stage(notices, reads="reports skipped stories notices", writes="notices"),
)
GIVEN = frozenset({"reports", "skipped", "options"})
"""The fields of a case that are there before the first stage runs."""


def check(stages: Sequence[Stage] = STAGES) -> None:
    """Check that each stage finds what it reads: given, or written by a stage before it.

    :raises ValueError: naming the first stage that would read a field that nothing has written.
    """
    there = set(GIVEN)
    for stage in stages:
        missing = stage.reads - there
        if missing:
            raise ValueError(f"stage {stage.name} reads {', '.join(sorted(missing))} before a stage has written it")
        there |= stage.writes


def only(*results: str) -> tuple[Stage, ...]:
    """Return the stages that are needed for these fields of a case, in order: all of them for none."""
    if not results:
        return STAGES
    wanted = set(results)
    chosen: list[Stage] = []
    for stage in reversed(STAGES):
        if stage.writes & wanted:
            chosen.append(stage)
            wanted |= stage.reads
    return tuple(reversed(chosen))


def run(case: Case, stages: Sequence[Stage] = STAGES, progress: Callable[[str], None] | None = None) -> Case:
    """Run the stages over the case, telling ``progress`` the name of each before it starts.

    :raises ValueError: if a stage would read what nothing has written.
    """
    check(stages)
    for stage in stages:
        if progress:
            progress(stage.name)
        case = stage.run(case)
    return case


def trace(
    inputs: Sequence[str],
    options: Options | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
) -> Case:
    """Read the inputs and run every stage over their reports.

    An input that cannot be used is in the case's ``skipped``, and the others go on.

    :param inputs: files, folders, ``@lists`` or ``-`` (then ``stdin`` is read).
    :param progress: told the name of each stage before it starts.
    """
    options = options or Options()
    reports, skipped = read(inputs, options, stdin)
    return run(Case(reports=reports, skipped=skipped, options=options), progress=progress)
