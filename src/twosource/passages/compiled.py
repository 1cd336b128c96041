"""What the compiled functions over arrays share: the decorator, the mixing of hashes, arrays as they want them.

Every function that is marked ``compiled`` works on arrays of numbers alone, releases the lock of the interpreter while
it runs, and is compiled by numba once per machine: the result is kept beside the source, or in the user's cache.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import DTypeLike, NDArray

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""Odd and without a pattern (the golden ratio's bits): products of distinct numbers differ in their high bits."""
_FIRST = np.uint64(0xFF51AFD7ED558CCD)
_SECOND = np.uint64(0xC4CEB9FE1A85EC53)
_HALF = np.uint64(33)

Array = NDArray[Any]
"""An array whose type the docstring of the function tells."""

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile a function over arrays when it is first called, and keep what was compiled for the next process."""
    return cast("Function", njit(cache=True, nogil=True)(function))


@compiled
def mixed(value: np.uint64) -> np.uint64:
    """Return a number in which every bit depends on every bit of the one given (the finaliser of MurmurHash3)."""
    value = (value ^ (value >> _HALF)) * _FIRST
    value = (value ^ (value >> _HALF)) * _SECOND
    return value ^ (value >> _HALF)


@compiled
def whole(value: Any) -> int:
    """Return a number as one of 64 bits with a sign: mixed with numbers without a sign, it would become a fraction."""
    return np.int64(value)  # type: ignore[return-value]  # compiled, it is what a plain number is


@compiled
def put_in_order(values: Array, first: int, stop: int) -> None:
    """Sort a stretch of an array in place (Shell 1959, the gaps of Knuth). It is mostly short."""
    gap = 1
    while 3 * gap < stop - first:
        gap = 3 * gap + 1
    while gap > 0:
        for k in range(first + gap, stop):
            value, p = values[k], k
            while p - gap >= first and values[p - gap] > value:
                values[p] = values[p - gap]
                p -= gap
            values[p] = value
        gap //= 3


def frozen(values: Any, dtype: DTypeLike) -> NDArray[Any]:
    """Return an array of one type that lies in one piece and cannot be written to: a copy only where it must be.

    What comes out of Arrow cannot be written to, and a compiled function is compiled once for each kind of array.
    """
    array = np.ascontiguousarray(values, dtype=dtype).view()
    array.flags.writeable = False
    return array
