"""Runs a model over many inputs on all cores. The models' library works outside of Python's lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

MOST_THREADS = 8
"""Threads beyond which waiting for Python's lock eats what is won."""
FEW = 4
"""Inputs for which no thread is started."""

Input = TypeVar("Input")
Output = TypeVar("Output")


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def each(function: Callable[[Input], Output], inputs: Sequence[Input]) -> list[Output]:
    """Return the function's result for each input, in order, worked out on all cores.

    The result is that of a plain loop: each call sees its own input alone. An exception of one call is raised here.
    """
    threads = min(cores(), MOST_THREADS, len(inputs))
    if threads < 2 or len(inputs) <= FEW:
        return [function(it) for it in inputs]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(function, inputs))
