"""The figures that must be reached, pinned beside the hash of the data on which they were measured.

``floors.toml`` has a table for each set: the hash of its files (none where the set is part of the repository), and
under ``at_least`` and ``at_most`` the shares that the figures of twosource may not pass.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.metrics import Count

PLACE = Path(__file__).with_name("floors.toml")
MARGIN = 0.005
"""How far below the measured share a floor is pinned: another processor may round a weight another way."""
AT_MOST = frozenset({"failed", "said by nobody", "joined wrongly", "joined, nothing named", "overcounted"})
"""Figures of which less is better."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What the figures of a set must reach."""

    sha256: str = ""
    at_least: dict[str, float] = field(default_factory=dict)
    at_most: dict[str, float] = field(default_factory=dict)


def floors(place: Path = PLACE) -> dict[str, Floors]:
    """Read the floors, by the key of their set."""
    return parsed(place.read_text(encoding="utf-8"))


def parsed(text: str) -> dict[str, Floors]:
    """Return the floors that a TOML text tells, by the key of their set.

    :raises TypeError: if a table has a field of another name.
    """
    return {key: Floors(**table) for key, table in tomllib.loads(text).items()}


def fingerprint(files: Sequence[Path]) -> str:
    """Return the SHA-256 of the names and the contents of files, in the order of their names; empty for none.

    Folders do not count, so the data may lie anywhere.
    """
    if not files:
        return ""
    whole = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.name):
        whole.update(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n".encode())
    return whole.hexdigest()


def faults(key: str, figures: Mapping[str, Count], files: Sequence[Path], pinned: Mapping[str, Floors]) -> list[str]:
    """Return what is wrong with the figures of a set, in words; nothing where every floor is reached.

    Figures on other data than the floors were pinned on say nothing: that alone is told then.
    """
    if key not in pinned:
        return [f"{key}: no floors are pinned"]
    wanted = pinned[key]
    if fingerprint(files) != wanted.sha256:
        return [f"{key}: the data differ from those that the floors were pinned on: look at both, then pin them again"]
    return [f"{key}: {line}" for line in _passed(figures, wanted)]


def _passed(figures: Mapping[str, Count], wanted: Floors) -> Iterator[str]:
    for name, limit in (wanted.at_least | wanted.at_most).items():
        figure = figures.get(name)
        if figure is None:
            yield f"there is no figure {name}"
        elif name in wanted.at_least and figure.share < limit:
            yield f"{name} is {figure.share:.4f} ({figure}), below {limit:g}"
        elif name in wanted.at_most and figure.share > limit:
            yield f"{name} is {figure.share:.4f} ({figure}), above {limit:g}"


def table(key: str, figures: Mapping[str, Count], files: Sequence[Path]) -> str:
    """Return the table of ``floors.toml`` that pins the figures of a set as they are."""
    lines = [f"[{key}]"]
    if files:
        lines += [f'sha256 = "{fingerprint(files)}"']
    for name, limits in (("at_least", _least(figures)), ("at_most", _most(figures))):
        lines += ["", f"[{key}.{name}]", *(f'"{figure}" = {limit}' for figure, limit in limits.items())]
    return "\n".join(lines)


def _least(figures: Mapping[str, Count]) -> dict[str, float]:
    return {
        name: 1.0 if count.share == 1 else max(0.0, math.floor((count.share - MARGIN) * 1000) / 1000)
        for name, count in figures.items()
        if name not in AT_MOST and count.of
    }


def _most(figures: Mapping[str, Count]) -> dict[str, float]:
    return {name: count.share for name, count in figures.items() if name in AT_MOST}
