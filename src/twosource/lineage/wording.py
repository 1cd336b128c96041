"""What the words of two places show of their order: an omission mark, an editor's brackets, a speaker put behind.

Whoever takes a text over cuts it, marks what he cuts, explains in brackets, and lays in somebody's mouth what the
other says itself. Each sign is small; none decides alone.
"""

from __future__ import annotations

import re

from twosource.lineage.weights import ATTRIBUTED, CUT_SHORT, EDITED
from twosource.model import Reason

SPEAKER_BEHIND = "speaker put behind"
"""The signal of words that are given to a speaker."""
REACH = 60
"""Characters after a shared stretch in which its sentence may be cut short or given a speaker."""
_CUT = re.compile(r"[\"'”’]?\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\))")
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,80}\]")
_SPEAKER = re.compile(
    r",? (?:according to|(?:the |its )?(?:[A-Za-z][\w’'.-]{0,30} ){1,4}(?:said|says|added|reported|wrote|told))\b"
)
_SENTENCE_ENDS = re.compile(r"[\"'”’)]{0,2}(?:[.!?](?:[\"'”’)]{0,2})(?:\s|$)|\n|$)")


def signs(taker: str, at: tuple[int, int], source: str, there: tuple[int, int]) -> tuple[Reason, ...]:
    """Return what the wording says for the taker having a stretch from the source, at most one sign of each kind.

    :param taker: the text of the report that may have taken it, and ``at`` where it stands there.
    :param source: the text of the other report, and ``there`` where it stands in that.
    """
    here, other = taker[at[0] : at[1]], source[there[0] : there[1]]
    after, goes_on = taker[at[1] : at[1] + REACH], source[there[1] : there[1] + REACH]
    found = []
    if _CUT.match(after) and not _CUT.match(goes_on) and not _SENTENCE_ENDS.match(goes_on):
        found.append(Reason("cut short", "it marks an omission where the other goes on", CUT_SHORT))
    mine, theirs = _BRACKETS.findall(here), set(_BRACKETS.findall(other))
    if any(it not in theirs for it in mine) and not theirs:
        found.append(Reason("edited", "it explains in brackets where the other has its own words", EDITED))
    if _SPEAKER.match(after) and _SENTENCE_ENDS.match(goes_on):
        found.append(Reason(SPEAKER_BEHIND, "it gives to a speaker what the other says itself", ATTRIBUTED))
    return tuple(found)
