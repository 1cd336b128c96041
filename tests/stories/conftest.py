"""The demo story, traced once for all tests that compare with it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories import findings
from tests.stories.findings import Match
from twosource.demo import paths
from twosource.model import Case, Statement
from twosource.trace import trace


@pytest.fixture(scope="session")
def story() -> dict[str, Any]:
    """Return what a careful reader finds."""
    return findings.load("demo")


@pytest.fixture(scope="session")
def case() -> Case:
    """Return what a run finds."""
    return trace([str(path) for path in paths()])


@pytest.fixture(scope="session")
def matches(case: Case, story: dict[str, Any]) -> tuple[list[Match], list[Statement]]:
    """Return the expected statements with what was found for each, and what was found for none."""
    return findings.match_statements(case, story)
