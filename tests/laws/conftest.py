"""One tracer for all laws: the models are loaded once, and no files are traced twice."""

from __future__ import annotations

import pytest

from tests.laws.support import Tracer


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Tracer:
    """Return what traces files and checks each record."""
    return Tracer(tmp_path_factory.mktemp("laws"))
