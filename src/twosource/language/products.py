"""Matrix products for the parser's library: by the runtime that the encoder runs on, on one thread.

The library's own routine takes three times as long. A plain product of numpy would be as fast, but it starts threads,
and the last digits of a row then depend on the rows beside it; here a row depends on itself alone, so that a paragraph
is read the same whatever is read with it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.backends.numpy_ops import NumpyOps  # type: ignore[import-not-found]  # compiled code without types

from twosource.language.models import session

LEAST_ROWS = 2
"""Rows of a product: one alone is multiplied by another routine, with other last digits."""
FLOAT = 1
"""Type of 32-bit floating point numbers in the ONNX format."""
IR_VERSION, OPSET = 8, 13
"""Version of the format and of its operators in which the one-product model is written."""


class RuntimeOps(NumpyOps):  # type: ignore[misc]  # the same
    """The library's operations on arrays, with products of matrices by ONNX runtime."""

    name = "twosource"

    def __init__(self) -> None:
        super().__init__()
        self._session = session(_model())

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Return the product of two matrices, each transposed first if so told, in ``out`` where that is given."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        rows = len(left)
        if 0 < rows < LEAST_ROWS:
            left = np.repeat(left, LEAST_ROWS, axis=0)
        product = self._session.run(None, {"a": np.ascontiguousarray(left), "b": np.ascontiguousarray(right)})[0][:rows]
        if out is None:
            return product
        out[...] = product
        return out


def _model() -> bytes:
    """Return a model of one node, c = a · b, in the ONNX format (protocol buffers, fields by their numbers)."""
    node = _field(1, b"a") + _field(1, b"b") + _field(2, b"c") + _field(4, b"MatMul")
    graph = _field(1, node) + _field(2, b"product")
    graph += _field(11, _matrix(b"a", b"m", b"k")) + _field(11, _matrix(b"b", b"k", b"n"))
    graph += _field(12, _matrix(b"c", b"m", b"n"))
    return _number(1, IR_VERSION) + _field(7, graph) + _field(8, _field(1, b"") + _number(2, OPSET))


def _matrix(name: bytes, rows: bytes, columns: bytes) -> bytes:
    shape = b"".join(_field(1, _field(2, size)) for size in (rows, columns))
    return _field(1, name) + _field(2, _field(1, _number(1, FLOAT) + _field(2, shape)))


def _field(number: int, content: bytes) -> bytes:
    return bytes((number << 3 | 2, len(content))) + content  # all below 128: one byte each


def _number(number: int, value: int) -> bytes:
    return bytes((number << 3, value))
