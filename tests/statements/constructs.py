"""Every invented test sentence for attribution, in one tuple."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tests.statements.frames import FRAMES
from tests.statements.layers import LAYERS
from tests.statements.marks import MARKS
from tests.statements.more_frames import MORE_FRAMES
from tests.statements.more_layers import MORE_LAYERS
from tests.statements.more_marks import MORE_MARKS
from tests.statements.more_sources import MORE_SOURCES
from tests.statements.more_stances import MORE_STANCES
from tests.statements.shape import Construct
from tests.statements.stances import STANCES
from tests.statements.unsaid import UNSAID


def _numbered(constructs: tuple[Construct, ...]) -> tuple[Construct, ...]:
    """Return the sentences with each construct's variants counted through, wherever they stand."""
    seen: Counter[str] = Counter()
    named = []
    for construct in constructs:
        seen[construct.family] += 1
        named.append(replace(construct, name=f"{construct.family} {seen[construct.family]}"))
    return tuple(named)


CONSTRUCTS: tuple[Construct, ...] = _numbered(
    (
        *(*MARKS, *MORE_MARKS),
        *(*FRAMES, *MORE_FRAMES, *MORE_SOURCES),
        *(*STANCES, *MORE_STANCES, *UNSAID),
        *(*LAYERS, *MORE_LAYERS),
    )
)
