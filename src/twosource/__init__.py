"""Who said what through whom, what was copied, and on how many independent origins each claim rests.

The names below are the public library; importing this package loads none of the models or readers.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from twosource.errors import TwosourceError
    from twosource.export.record import record
    from twosource.model import Case, Claim, Passage, Report, Source, Span, Statement, Story
    from twosource.options import Limits, Options
    from twosource.page import page
    from twosource.reading import read
    from twosource.trace import trace

_WHERE = {
    "Case": "twosource.model",
    "Claim": "twosource.model",
    "Limits": "twosource.options",
    "Options": "twosource.options",
    "Passage": "twosource.model",
    "Report": "twosource.model",
    "Source": "twosource.model",
    "Span": "twosource.model",
    "Statement": "twosource.model",
    "Story": "twosource.model",
    "TwosourceError": "twosource.errors",
    "page": "twosource.page",
    "read": "twosource.reading",
    "record": "twosource.export.record",
    "trace": "twosource.trace",
}

__all__ = [
    "Case",
    "Claim",
    "Limits",
    "Options",
    "Passage",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Story",
    "TwosourceError",
    "page",
    "read",
    "record",
    "trace",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``twosource --help`` starts at once."""
    if name not in _WHERE:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)


class _Package(ModuleType):
    """The package as its users see it: a public name means its function, also where a module has the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set a name, but let no submodule take the place of a public function."""
        if not (name in _WHERE and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
