"""What the compiled functions over arrays share: the decorator, the mixing of hashes, arrays as they want them.

Every function that is marked ``compiled`` works on arrays of numbers alone, releases the lock of the interpreter while
it runs, and is compiled by numba once per machine: the result is kept beside the source, or in the user's cache.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numpy.typing import DTypeLike, NDArray

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""Odd and without a pattern (the golden ratio's bits): products of distinct numbers differ in their high bits."""
_FIRST = np.uint64(0xFF51AFD7ED558CCD)
_SECOND = np.uint64(0xC4CEB9FE1A85EC53)
_HALF = np.uint64(33)

Array = NDArray[Any]
"""An array whose type the docstring of the function tells."""

_njit: Any = numba.njit  # its types leave out ``_nrt``: whether arrays are counted

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile a function over arrays when it is first called, and keep what was compiled for the next process.

    It makes no arrays: so none is counted as it is handed from function to function, which would cost more than most
    of these functions do.
    """
    return cast("Function", _njit(cache=True, nogil=True, error_model="numpy", _nrt=False)(function))


def allocating(function: Function) -> Function:
    """Compile a function that makes arrays, else as :func:`compiled`."""
    return cast("Function", _njit(cache=True, nogil=True, error_model="numpy")(function))


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


@compiled
def longest(offsets: Array) -> int:
    """Return the words of the longest text of a batch."""
    most = whole(0)
    for t in range(len(offsets) - 1):
        most = max(most, whole(offsets[t + 1] - offsets[t]))
    return most


@allocating
def grown(values: Array, needed: int) -> Array:
    """Return the array, or a longer one that begins with it."""
    if needed <= len(values):
        return values
    longer = np.empty(max(needed, 2 * len(values)), values.dtype)
    for k in range(len(values)):
        longer[k] = values[k]
    return longer


def frozen(values: Any, dtype: DTypeLike) -> NDArray[Any]:
    """Return an array of one type that lies in one piece and cannot be written to: a copy only where it must be.

    What comes out of Arrow cannot be written to, and a compiled function is compiled once for each kind of array.
    """
    array = np.ascontiguousarray(values, dtype=dtype).view()
    array.flags.writeable = False
    return array
