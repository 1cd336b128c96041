"""Ids of stories that stay when reports are added: the founder's, or those of an earlier grouping."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from twosource.model import stable_id
from twosource.stories.features import NO_DAY


def story_id(text: int, day: int) -> str:
    """Return the id of the story that a report founded.

    The founder is the earliest report by date, of several the one with the least text hash; a report without a date
    founds only where no fellow has one.

    :param text: hash of the founder's text; ``day`` its date as an ordinal.
    """
    return stable_id("story", f"{text:016x}", day)


def founder(members: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the founder among ``(text, day)``."""
    return min(members, key=lambda member: (member[1] == NO_DAY, member[1], member[0]))


def inherited(stories: Mapping[str, Sequence[str]], previous: Mapping[str, str]) -> dict[str, str]:
    """Return the id under which each story goes on: that of the earlier story that it holds most of, else its own.

    An earlier id goes to one story only: to the one that holds most of its reports, of equals to the one whose own id
    is the same, else to the one with the least id. A story that could take several ids takes the one that it holds most
    reports of, of equals the least. A story that loses its own id to another is named anew, from that id and its
    reports.

    :param stories: story id → ids of its reports, as found now.
    :param previous: report id → story id, as found before.
    """
    held: Counter[tuple[str, str]] = Counter()
    for own, reports in stories.items():
        held.update((previous[report], own) for report in reports if report in previous)
    order = sorted(held, key=lambda pair: (-held[pair], pair[0] != pair[1], pair))
    taken: dict[str, str] = {}
    used: set[str] = set()
    for earlier, own in order:
        if own not in taken and earlier not in used:
            taken[own] = earlier
            used.add(earlier)
    for own in sorted(stories):
        if own not in taken:
            name = own
            while name in used:
                name = stable_id("story", name, *sorted(stories[own]))
            taken[own] = name
            used.add(name)
    return taken


def members(labels: Sequence[int]) -> dict[int, list[int]]:
    """Return the rows of each label, labels and rows ascending."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row, label in enumerate(labels):
        found[label].append(row)
    return dict(sorted(found.items()))
