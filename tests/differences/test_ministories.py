"""Each invented story, with every difference that a reader finds in it, and none that a reader does not."""

from __future__ import annotations

import pytest

from tests.differences.making import between, of_reports, wordings
from tests.differences.ministories import STORIES, MiniStory
from tests.support import plain_report


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.name)
def test_a_story_shows_its_differences_and_no_others(told: MiniStory) -> None:
    case = of_reports(
        plain_report(text, id=f"{chr(ord('a') + n)}.txt", headline=False, published=day)
        for n, (text, day) in enumerate(told.reports)
    )
    right = []
    for pull in told.tensions:
        found = [
            one
            for one in between(case, pull.one, pull.other)
            if one.kind == pull.kind and one.strength in pull.strength.split("|")
        ]
        assert found, pull
        right += found
    assert [one.reading for one in case.tensions if one not in right] == []
    alike = []
    for wording in told.variants:
        matching = [one for one in wordings(case, wording.one, wording.other) if one.grade == wording.grade]
        assert matching, wording
        alike += matching
    assert [one.differences for one in case.variants if one not in alike] == []
