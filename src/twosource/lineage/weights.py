"""How much each kind of evidence counts, in one place, so that they can be read beside one another.

A decision is the sum of its reasons. No single weak sign reaches :data:`DECIDED`; each strong one does alone. The
weights were set by hand on invented reports and on half of sixty pairs of real ones that were labelled before.
"""

from __future__ import annotations

DECIDED = 0.5
"""Least weight of the evidence for one answer."""
CLEAR = 0.1
"""Weight by which the evidence for one answer must beat that for any other."""

# --- a text behind both -------------------------------------------------------------------------------------------

CREDIT_LINE = "credit line"
"""The signal of such a reason."""
CREDITED = 0.7
"""Weight of one agency, or one writer, credited for the text of every report of a passage."""
CREDITED_APART = 0.2
"""Weight where an agency that one credits stands beside this passage and little else in common: it may have it from
where the other has it."""
CITED_TOO = 0.3
"""Weight added where the other report cites that agency beside what they share, or credits agencies without a name."""
TOLD_ELSEWHERE = 0.3
"""Weight of an interview that both give, in shared words of their own voice, to a newsroom that is neither's: the text
may be that newsroom's, or an agency's that cites it."""
SAME_RELAY = 0.5
"""Weight of one agency or outlet given as the source of the passage in every report: the words came through it."""
ONE_BEHIND_BOTH = 0.5
"""Weight of a third report from which both took what they share."""

# --- one of the two -----------------------------------------------------------------------------------------------

CREDITS_OUTLET = 0.6
"""Weight of a report that credits the other's outlet for its text."""
TOLD_LEFT_IN = 0.6
"""Weight of "told the Selm Post" where the other report is the Selm Post's: its own reporter heard it."""
NAMES_OUTLET = 0.5
"""Weight of the other's outlet cited in the paragraph that the passage stands in."""
CITES_ELSEWHERE = 0.35
"""Weight of the other's outlet cited in another paragraph of the report."""
SAME_OUTLET = 0.4
"""Weight of two reports of one outlet: a newsroom uses its own text again."""
ATTRIBUTED = 0.2
"""Weight of words that lay what the other says in its own voice in somebody's mouth: "…, researchers said"."""
CUT_SHORT = 0.15
"""Weight of an omission mark where the other goes on."""
EDITED = 0.15
"""Weight of words in square brackets where the other has its own: an editor's mark."""
EARLIER = 0.2
"""Weight of the other report being out before this one, for certain. By itself it decides nothing."""

# --- what is shared -----------------------------------------------------------------------------------------------

QUOTED = 0.8
"""Share of the shared words that must be quoted for them to be a quotation."""
FRAME_WORDS = 5
"""Own words below which a shared stretch is no more than the frame of a quotation, or chance."""
STOCK_WORDS = 12
"""Own words that must be shared for an outlet that is cited elsewhere to say anything of them."""
OWN_WORDS = 20
"""Shared own words from which the rest is more than the frame of a quotation, however much is quoted beside it."""
HELD = 0.5
"""Share of a place that must be held: by a statement, for its source to be that of the passage; by what was taken from
a third report, for that to stand behind it."""
