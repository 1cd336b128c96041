"""Quotation marks paired by one linear scan that survives odd, nested, foreign, single and multi-paragraph marks.

Every mark is looked at once, with what stands before and after it; a mark that finds no partner costs nothing but
itself. No regular expression pairs marks: a lazy one takes quadratic time, and one odd mark shifts all the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

DOUBLE_CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset({"”", '"', "''"}),
    '"': frozenset({'"', "”", "''"}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "「": frozenset({"」"}),
    "『": frozenset({"』"}),
    "《": frozenset({"》"}),
    "‟": frozenset({"”"}),
    "''": frozenset({"''", '"', "”"}),
    "``": frozenset({"''", '"', "”"}),
}
"""Opening double mark → the marks that may close it; » opens where » … « is the custom, and many pages mix styles."""
SINGLE_CLOSERS: dict[str, frozenset[str]] = {
    "‘": frozenset({"’", "'"}),
    "‹": frozenset({"›"}),
    "‚": frozenset({"‘", "’"}),
    "'": frozenset({"'", "’"}),
}
"""Opening single mark → the marks that may close it."""
CLOSERS = DOUBLE_CLOSERS | SINGLE_CLOSERS
MARKS = frozenset(CLOSERS).union(*CLOSERS.values())
_STARTS = frozenset(mark[0] for mark in MARKS)
_SPACED = frozenset('“”"')
"""Marks that some pages set apart from the words between them."""
_BEFORE_OPEN = frozenset("([{—–-/:;,“‘\"'„«‚…")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…”’\"'»›")
_ELISIONS = ("tis", "twas", "em", "cause", "til", "round", "n")
"""Words that begin with an apostrophe and not with a quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks of one paragraph; ``start`` … ``end`` without the marks, ``outer_*`` with them.

    ``depth`` is 0 for the outermost marks. ``closed`` is False where the paragraph ends before a closing mark does;
    ``continued`` where the next paragraph opens again, so that the quotation goes on there.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int
    closed: bool = True
    continued: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of one paragraph in the order of their starts; time is linear in the text's length."""
    found: list[Quotation] = []
    open_marks: list[tuple[str, int]] = []
    strong_closers = _strong_single_closers(text)
    spaced = _spaced_openers(text)
    skip = False
    for at, mark in enumerate(text):
        if skip or mark not in _STARTS:
            skip = False
            continue
        if text[at : at + 2] in {"''", "``"}:
            mark, skip = text[at : at + 2], True
        around = () if at in spaced else range(len(open_marks) - 1, -1, -1)
        closes = next((i for i in around if mark in CLOSERS[open_marks[i][0]]), None)
        if closes is not None and _may_close(text, at, mark, strong_closers[at]):
            opening, opened = open_marks[closes]
            start, end = _words(text, opened + len(opening), at, opened in spaced)
            if start < end:
                found.append(Quotation(start, end, opened, at + len(mark), closes))
            del open_marks[closes:]
        elif mark in CLOSERS and (at in spaced or _may_open(text, at, mark)):
            # the same mark open twice: the earlier one had no partner, so it is dropped and costs nothing
            again = next((i for i, (other, _) in enumerate(open_marks) if other == mark), None)
            if again is not None:
                del open_marks[again:]
            if len(open_marks) < 4:
                open_marks.append((mark, at))
    for depth, (mark, at) in enumerate(open_marks[:1]):
        start = at + len(mark)
        if mark in DOUBLE_CLOSERS and text[start:].strip():
            found.append(Quotation(start, len(text), at, len(text), depth, closed=False))
    return _with_depth(found)


def _with_depth(found: list[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations with the depth at which each stands, now that odd marks are gone."""
    placed: list[Quotation] = []
    around: list[int] = []
    for q in sorted(found, key=lambda q: (q.outer_start, -q.outer_end)):
        while around and around[-1] < q.outer_end:
            around.pop()
        placed.append(Quotation(q.start, q.end, q.outer_start, q.outer_end, len(around), q.closed))
        around.append(q.outer_end)
    return tuple(placed)


def _spaced_openers(text: str) -> frozenset[int]:
    """Return the places of marks that open a quotation though white space follows: “ It left ” , " It left ".

    Only where the next mark closes it, after white space too; straight marks only where all of the paragraph are so.
    """
    places = [at for at, mark in enumerate(text) if mark in _SPACED]
    curly: list[int] = []
    for at, following in pairwise(places):
        if text[at] == "“" and text[following] == "”" and _apart(text, at, following):
            curly.append(at)
    straight = [at for at in places if text[at] == '"']
    pairs = list(zip(straight[::2], straight[1::2], strict=False))
    all_apart = len(straight) % 2 == 0 and all(
        _apart(text, at, following)
        and (at == 0 or text[at - 1].isspace())
        and not text[max(0, at - 2) : at].rstrip()[-1:].isdigit()
        for at, following in pairs
    )
    return frozenset([*curly, *(at for at, _ in pairs if all_apart)])


def _words(text: str, start: int, end: int, spaced: bool) -> tuple[int, int]:
    """Return where the words between two marks stand: without the white space that sets the marks apart."""
    words = text[start:end]
    return (end - len(words.lstrip()), start + len(words.rstrip())) if spaced else (start, end)


def _apart(text: str, opens: int, closes: int) -> bool:
    """Return whether white space stands inside both of two marks, and words between them."""
    return closes > opens + 2 and text[opens + 1].isspace() and text[closes - 1].isspace()


def _may_open(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if after.isspace() and mark not in "«»":  # French sets a space inside its marks
        return False
    if mark in SINGLE_CLOSERS and mark != "‹":
        word = text[at + 1 : at + 6].lower()
        if after.isdigit() or any(word.startswith(e) and not word[len(e) : len(e) + 1].isalpha() for e in _ELISIONS):
            return False
        return before.isspace() or before in _BEFORE_OPEN
    if mark in {"“", "„", "「", "『", "《", "``"}:
        return True
    return before.isspace() or before in _BEFORE_OPEN


def _may_close(text: str, at: int, mark: str, strong_closer_follows: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in {"’", "'"}:
        if not (after.isspace() or after in _AFTER_CLOSE):
            return False  # an apostrophe inside a word
        plural_possessive = before in "sS" and after.isspace()
        return not (plural_possessive and strong_closer_follows)
    if mark in {"”", "»", "」", "』", "》", "›"}:
        return True
    return not before.isspace() or after.isspace() or after in _AFTER_CLOSE


def _strong_single_closers(text: str) -> list[bool]:
    """Return for each place whether a single mark that can only close follows before one that can only open."""
    follows = [False] * (len(text) + 1)
    state = False
    for at in range(len(text) - 1, -1, -1):
        follows[at] = state
        mark = text[at]
        if mark in "’'":
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            if (after.isspace() or after in _AFTER_CLOSE) and (before in ".,!?…" or before not in "sS "):
                state = True
            elif before.isspace() and mark == "'":
                state = False
        elif mark == "‘":
            state = False
    return follows
