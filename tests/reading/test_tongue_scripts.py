"""A text in another script is never taken for English, however short it is."""

from __future__ import annotations

import pytest

from twosource.reading.tongue import tongue


@pytest.mark.parametrize(
    "text", ["قال المتحدث إن السفينة بخير.", "船は無事だと港の責任者は述べた。", "Корабль цел, сказал капитан порта."]
)
def test_another_script_is_another_language(text: str) -> None:
    assert tongue(text) not in {None, "en"}


def test_a_short_latin_text_stays_open() -> None:
    assert tongue("The ship is safe.") is None
    assert tongue("") is None
