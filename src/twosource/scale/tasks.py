"""What each step of a run does, and doing one task of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from twosource.scale import story_tasks, text_tasks
from twosource.scale.store import Store
from twosource.scale.task import Counts, Task

__all__ = ["WORK", "Counts", "Task", "perform"]

WORK: dict[str, Callable[[Task, Store], Counts]] = {
    work.__name__: work
    for work in (
        text_tasks.read,
        text_tasks.texts,
        text_tasks.prints,
        text_tasks.pairs,
        text_tasks.candidates,
        text_tasks.deliver,
        text_tasks.matches,
        story_tasks.features,
        story_tasks.stand,
        story_tasks.links,
        story_tasks.bins,
        story_tasks.bring,
        story_tasks.settle,
        story_tasks.group,
        story_tasks.sort,
        story_tasks.within,
        story_tasks.tell,
    )
}
"""The steps by their names, in the order of a run."""


def perform(task: Task) -> Counts:
    """Do a task and say that it is done; return its counts.

    :raises OutputError: if the work folder cannot be written.
    """
    store = Store(Path(task.folder))
    counts = WORK[task.step](task, store)
    store.finish(task.step, task.key, counts)
    return counts
