"""The invented story that ships with the package: eight reports, seven of one event and one of a later event.

Coast guards of Torvia stop a survey ship of Arvale. A state agency is relayed by two outlets and by a clumsy
translation, a wire service is copied by two, a village paper has seen it, a radio station carries the only denial;
five months later the same people quarrel over a trawler. Every name in it is invented.
"""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".txt", ".html", ".json"})
"""File endings of the story's reports."""


def paths() -> tuple[Path, ...]:
    """Return the files of the story, in the order of their names."""
    folder = Path(__file__).parent
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES))
