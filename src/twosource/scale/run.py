"""A run over an archive on one machine: the steps in order, each cut into tasks, what is finished taken as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.options import Options
from twosource.scale.plan import Plan
from twosource.scale.pool import Workers
from twosource.scale.steps import Keys, numbers
from twosource.scale.store import Store, digest, read_table
from twosource.scale.tasks import Counts, Task, perform
from twosource.stories import WINDOW

PART_BYTES = 16_000_000
"""Bytes of input for which there is one partition of texts, prints and pairs. A worker holds eight to
twenty times as much of a partition (measured on 20,000 reports), however large the archive is."""

Progress = Callable[[str, int, int], None]
"""Is told the name of a step, how many reports' worth of its work is done, and of how many."""


def parts_for(size: int, part_bytes: int = PART_BYTES) -> int:
    """Return how many partitions an archive of ``size`` bytes is worked on in; the result is the same for any."""
    return max(1, -(-size // part_bytes))


@dataclass(frozen=True, slots=True)
class Made:
    """The finished pieces of a step: their keys, in the order of its tasks, and the sums of their counts."""

    step: str
    keys: tuple[str, ...]
    counts: tuple[Counts, ...]

    def total(self, name: str) -> int:
        """Return the sum of a count."""
        return sum(counts.get(name, 0) for counts in self.counts)


@dataclass(frozen=True, slots=True)
class Runner:
    """What all steps of a run share.

    :ivar finished: counts the tasks that this run did itself, by step.
    """

    store: Store
    workers: Workers
    options: Options
    parts: int
    progress: Progress
    finished: dict[str, int]

    def read(self, plan: Plan) -> Made:
        """Read every shard that is not read yet."""
        tasks = [
            Task(
                "read",
                digest("read", shard.key, repr(self.options)),
                str(self.store.folder),
                shard=shard,
                options=self.options,
                reports=shard.records,
            )
            for shard in plan.shards
        ]
        return self.run("read", tasks)

    def once(self, step: str, reports: int, *made: Made, previous: str = "") -> Made:
        """Run a step as one task over all pieces of others."""
        return self._over(range(1), step, reports, made, previous=previous)

    def each(self, step: str, made: Made, *beside: Made) -> Made:
        """Run a step over the pieces of another, one by one, with all those of others beside each."""
        others = tuple((it.step, it.keys) for it in beside)
        tasks = [
            Task(
                step,
                digest(step, key, self.parts, others),
                str(self.store.folder),
                made_from=((made.step, (key,)), *others),
                parts=self.parts,
                reports=counts.get("reports", 0),
            )
            for key, counts in zip(made.keys, made.counts, strict=True)
        ]
        return self.run(step, tasks)

    def partitions(self, step: str, reports: int, *made: Made, edges: tuple[int, ...] = ()) -> Made:
        """Run a step partition by partition; each takes its share of every piece of the steps before."""
        return self._over(range(self.parts), step, reports, made, edges)

    def days(self, step: str, reports: int, made: Made, edges: tuple[int, ...]) -> Made:
        """Run a step for each part of the archive's days."""
        return self._over(range(len(edges) + 1), step, reports, (made,), edges)

    def _over(
        self,
        parts: range,
        step: str,
        reports: int,
        made: Sequence[Made],
        edges: tuple[int, ...] = (),
        previous: str = "",
    ) -> Made:
        sources = tuple((it.step, it.keys) for it in made)
        common = digest([[step, sorted(keys)] for step, keys in sources])
        tasks = [
            Task(
                step,
                digest(step, common, part, self.parts, edges, previous),
                str(self.store.folder),
                made_from=sources,
                part=part,
                parts=self.parts,
                edges=edges,
                previous=previous,
                reports=_share(reports, part, len(parts)),
            )
            for part in parts
        ]
        return self.run(step, tasks)

    def run(self, step: str, tasks: Sequence[Task]) -> Made:
        """Run the tasks of a step that are not done yet."""
        counts = {task.key: self.store.done(task.step, task.key) for task in tasks}
        total = sum(task.reports for task in tasks)
        done = sum(task.reports for task in tasks if counts[task.key] is not None)
        self.progress(step, done, total)
        open_ = [task for task in tasks if counts[task.key] is None]
        for task, found in self.workers.run(perform, open_):
            counts[task.key] = found
            done += task.reports
            self.finished[step] = self.finished.get(step, 0) + 1
            self.progress(step, done, total)
        return Made(step, tuple(task.key for task in tasks), tuple(counts[task.key] or {} for task in tasks))


def shared(runner: Runner, texts: Made, reports: int) -> Made:
    """Find the stretches that the texts of an archive share; return the pieces of the matches."""
    prints = runner.partitions("prints", reports, texts)
    pairs = runner.partitions("pairs", reports, prints)
    candidates = runner.partitions("candidates", reports, pairs)
    delivered = runner.partitions("deliver", reports, prints, candidates)
    return runner.partitions("matches", reports, prints, pairs, candidates, delivered)


def grouped(runner: Runner, features: Made, texts: Made, reports: int, previous: str) -> Made:
    """Group the reports of an archive into stories; return the piece that says which is where.

    :param previous: the name of an earlier grouping that was set aside in the store; empty for none.
    """
    paths = (runner.store.piece("features", key, "dated") for key in features.keys)
    days = np.concatenate([np.zeros(1, np.int64), *(numbers(read_table(path, ["day"]), "day") for path in paths)])
    edges = day_edges(days, runner.parts)
    stand = runner.partitions("stand", reports, features, edges=edges)
    links = runner.days("links", reports, stand, edges)
    bins = runner.once("bins", reports, links)
    brought = runner.partitions("bring", reports, stand, bins)
    settled = runner.partitions("settle", reports, brought, bins)
    return runner.once("group", reports, features, texts, settled, previous=previous)


def day_edges(days: Keys, parts: int) -> tuple[int, ...]:
    """Return the first day of each but the first part into which the days of an archive are cut.

    There are no more parts than partitions, nor than windows in the time that the archive spans, but two where there
    is anything to share out.

    :param days: of all reports, 0 for none.
    """
    dated = np.sort(days[days > 0])
    if not len(dated):
        return ()
    windows = -(-int(dated[-1] - dated[0] + 1) // WINDOW)
    wanted = min(parts, max(2, windows))
    return tuple(sorted({int(dated[len(dated) * part // wanted]) for part in range(1, wanted)}))


def _share(total: int, part: int, parts: int) -> int:
    return total * (part + 1) // parts - total * part // parts


def keys_of(made: Iterable[Made]) -> list[str]:
    """Return all keys of some steps."""
    return [key for it in made for key in it.keys]
