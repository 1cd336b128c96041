"""Where the developers' data lies: beside the repository, never in it."""

from __future__ import annotations

import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
"""The folder with ``seeds/``, ``gold/`` and ``data/``."""


def missing(what: str, place: Path) -> None:
    """Say that a measurement is left out because its data is not there."""
    print(f"skipped: {what} is missing, there is no {place}", file=sys.stderr)
