"""What can go wrong, as one tree.

::

    TwosourceError                  everything that twosource raises on purpose
    ├── InputError                  an input cannot be used; recorded in ``skipped``, the others go on
    │   ├── NotFound                no such file or folder
    │   ├── NotText                 the bytes are no text (binary, or an encoding that cannot be told)
    │   ├── Empty                   nothing to read in it
    │   ├── BadRecord               a JSON record without the fields of a report
    │   └── OverLimit               larger than a limit allows
    ├── ModelError                  a model file is missing or damaged
    ├── OutputError                 the output place cannot be written
    ├── CaseError                   a case file cannot be opened or does not fit its own hashes
    └── SpanError                   a finding does not point at its text: a defect in twosource

A user of the library writes ``try: … except twosource.TwosourceError as error: print(error.advice)``.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """Something went wrong that twosource foresaw: what, where, and what to try.

    :param what: one line: what went wrong.
    :param where: the file, with a line or offset where that is known; empty where there is no place.
    :param advice: one line: what the user can try.
    """

    code = "error"
    exit_code = 5

    def __init__(self, what: str, where: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} ({self.where})" if self.where else self.what


class InputError(TwosourceError):
    """An input cannot be used. It is recorded in the result's ``skipped``; the other inputs go on."""

    code = "input"
    exit_code = 3


class NotFound(InputError):
    """No such file or folder, or it may not be read."""

    code = "not-found"


class NotText(InputError):
    """The bytes are no text: binary, or in an encoding that cannot be told."""

    code = "not-text"


class Empty(InputError):
    """There is nothing to read in it."""

    code = "empty"


class BadRecord(InputError):
    """A JSON record that is not valid, or has no text."""

    code = "bad-record"


class OverLimit(InputError):
    """Larger than a limit allows."""

    code = "over-limit"
    exit_code = 4


class ModelError(TwosourceError):
    """A model file is missing or damaged."""

    code = "model"


class OutputError(TwosourceError):
    """The output place cannot be written."""

    code = "output"
    exit_code = 4


class CaseError(TwosourceError):
    """A case file cannot be opened, or its contents do not fit their own hashes and invariants."""

    code = "case"
    exit_code = 1


class SpanError(TwosourceError):
    """A finding does not point at the text that it carries: a defect in twosource, never the user's."""

    code = "span"
