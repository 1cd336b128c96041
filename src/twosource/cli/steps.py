"""How far a run over an archive is, on stderr: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from twosource.cli.telling import is_dumb, tell

if TYPE_CHECKING:
    from rich.progress import Progress, Task, TaskID
    from rich.text import Text

NAMES = {
    "plan": "looking at the inputs",
    "read": "reading",
    "texts": "gathering texts",
    "prints": "fingerprints",
    "pairs": "pairing texts",
    "candidates": "choosing pairs",
    "deliver": "fetching texts",
    "matches": "comparing texts",
    "features": "features",
    "links": "linking reports",
    "group": "grouping stories",
    "sort": "sorting by story",
    "within": "sorting passages",
    "tell": "telling stories",
    "write": "writing results",
}
"""What a step is called for a reader."""
UNITS = {"plan": "bytes"}
"""What a step counts, where that is not reports."""
EVERY_SECONDS = 10.0
"""Least seconds between two lines about one step where stderr is no terminal."""
QUICK_SECONDS = 3.0
"""Seconds up to which a run needs no lines there."""


class Steps:
    """Shows each step of a run: how much is done, of how much, how fast, and how long it will take.

    :param shown: False for silence.
    """

    def __init__(self, *, shown: bool) -> None:
        terminal = shown and sys.stderr.isatty() and not is_dumb()
        self._bar = _Bar() if terminal else None
        self._lines = _Lines() if shown and not terminal else None

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell that ``done`` of the ``total`` reports of a step are through."""
        name = NAMES.get(step, step)
        if self._bar is not None:
            self._bar.show(name, done, total, UNITS.get(step, "reports"))
        elif self._lines is not None:
            self._lines.show(name, done, total, UNITS.get(step, "reports"))

    def close(self) -> None:
        """End the display."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class _Lines:
    """Plain lines: for a step that takes long, every few seconds, and one when it ends."""

    def __init__(self) -> None:
        self._step, self._first, self._began, self._told = "", 0, 0.0, 0.0

    def show(self, name: str, done: int, total: int, unit: str) -> None:
        now = time.monotonic()
        if name != self._step:
            self._step, self._first, self._began, self._told = name, done, now, now
            return
        spent = now - self._began
        ends = done >= total and spent >= QUICK_SECONDS
        if not ends and now - self._told < EVERY_SECONDS:
            return
        self._told = now
        rate = (done - self._first) / spent if spent > 0 else 0.0
        left = f", {_span((total - done) / rate)} left" if rate > 0 and done < total else ""
        tell(f"{name}: {done:,} of {total:,} {unit}, {rate:,.0f} a second{left}")


def _span(seconds: float) -> str:
    """Return a length of time as a clock shows it: "1:05", "2:00:10"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _Bar:
    """A bar for the step at work, redrawn in one place."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn
        from rich.progress import TimeRemainingColumn as Left
        from rich.text import Text

        class Rate(ProgressColumn):
            """Reports, or what else is counted, a second."""

            def render(self, task: Task) -> Text:
                """Return the rate, once there is one."""
                return Text(f"{task.speed:,.0f} {task.fields['unit']}/s" if task.speed else "")

        self._progress: Progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            Rate(),
            Left(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.start()
        self._step = ""
        self._task: TaskID | None = None

    def show(self, name: str, done: int, total: int, unit: str) -> None:
        if name != self._step or self._task is None:
            if self._task is not None:
                self._progress.remove_task(self._task)
            self._step, self._task = name, self._progress.add_task(name, total=total, unit=unit)
        self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        self._progress.stop()
