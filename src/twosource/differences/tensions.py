"""Every rule over one story, and what becomes of what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.differences.attributes import attributes
from twosource.differences.denials import denials, negations, plans
from twosource.differences.details import details
from twosource.differences.finding import Finding, tensions_of
from twosource.differences.identified import identified
from twosource.differences.naming import not_named, not_said
from twosource.differences.order import order
from twosource.differences.plans import plan_details
from twosource.differences.scene import Scene
from twosource.differences.silences import silences
from twosource.model import Tension

RULES: tuple[Callable[[Scene], Iterator[Finding]], ...] = (
    denials,
    negations,
    plans,
    not_named,
    not_said,
    silences,
    details,
    attributes,
    identified,
    order,
    plan_details,
)
"""The rules, the gravest first; each looks at the whole story."""


def tensions(scene: Scene, more: tuple[Finding, ...] = ()) -> tuple[Tension, ...]:
    """Return the tensions of a story, with those that other parts of the stage found (``more``)."""
    found = [finding for rule in RULES for finding in rule(scene)]
    return tensions_of(scene, (*found, *more))
