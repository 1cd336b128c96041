"""Tasks run by worker processes, or in this one; whoever stops the run stops its workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import TypeVar

from twosource.errors import TwosourceError

Task = TypeVar("Task")
Result = TypeVar("Result")

WAITING = 2
"""Tasks a worker has waiting, so that it never waits itself; what is handed over early cannot be taken back."""


class WorkerLost(TwosourceError):
    """A worker process ended by itself: the system took it, mostly for want of memory."""

    code = "worker"


class Workers:
    """Processes that tasks are handed to; with one worker the tasks run in this process.

    :param number: how many.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[tuple[Task, Result]]:
        """Yield each task with its result, as they are finished.

        :raises WorkerLost: if a worker process is gone.
        """
        if self.number < 2 or len(tasks) < 2:
            for task in tasks:
                yield task, work(task)
            return
        waiting = list(reversed(tasks))
        running: dict[Future[Result], Task] = {}
        try:
            while waiting or running:
                while waiting and len(running) < self.number * WAITING:
                    task = waiting.pop()
                    with _no_interrupts():  # a worker that starts now inherits that Ctrl-C is not for it
                        running[self._workers().submit(work, task)] = task
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    task = running.pop(future)
                    yield task, future.result()
        except BrokenProcessPool as error:
            raise WorkerLost(
                "a worker process was ended by the system",
                advice="run the same command again: what is finished is kept; --workers 1 needs the least memory",
            ) from error

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.number, mp_context=context, initializer=_start)
        return self._pool

    def close(self, *, now: bool = False) -> None:
        """End the workers: when they have finished, or at once.

        :param now: leave what they do undone.
        """
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((getattr(pool, "_processes", None) or {}).values())
        if now:
            for process in processes:
                process.kill()
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def workers(number: int) -> Iterator[Workers]:
    """Give workers that end with the block: at once if it ends in an exception, Ctrl-C included."""
    pool = Workers(number)
    try:
        yield pool
    except BaseException:
        pool.close(now=True)
        raise
    pool.close()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back until the block ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Make this process a worker: one thread, deaf to Ctrl-C, gone as soon as the run's own process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import pyarrow

    pyarrow.set_cpu_count(1)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
