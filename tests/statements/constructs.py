"""Every invented test sentence for attribution, in one tuple."""

from __future__ import annotations

from tests.statements.frames import FRAMES
from tests.statements.layers import LAYERS
from tests.statements.marks import MARKS
from tests.statements.shape import Construct
from tests.statements.stances import STANCES

CONSTRUCTS: tuple[Construct, ...] = (*MARKS, *FRAMES, *STANCES, *LAYERS)
