"""What several tests need: a case of plain invented texts, stages run in a row, and the hit rule for content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

from twosource.model import Case, Part, PartKind, Report, Span

_LINE = re.compile(r"[^\n]+")

COVERED = 0.6
"""Share of the expected characters that a prediction must cover."""
INSIDE = 0.45
"""Share of the predicted characters that must lie inside the expected ones."""


def plain_report(
    text: str, *, id: str = "a.txt", headline: bool = False, published: str | None = None, outlet: str | None = None
) -> Report:
    """Return a report of plain text: each line a part of the body, the first a headline if ``headline``."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m[0].strip()]
    parts = tuple(
        Part(PartKind.HEADLINE if headline and number == 0 else PartKind.BODY, start, end, "laid out by the test")
        for number, (start, end) in enumerate(lines)
    )
    return Report(
        id=id,
        file=id,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=text[slice(*lines[0])] if headline and lines else None,
        outlet=outlet,
        published=published,
        language="en",
        parts=parts,
    )


def plain_case(*texts: str, headline: bool = False, published: str | None = None) -> Case:
    """Return a case of plain texts, named ``a.txt``, ``b.txt``, … in their order."""
    return Case(
        reports=tuple(
            plain_report(text, id=f"{chr(ord('a') + number)}.txt", headline=headline, published=published)
            for number, text in enumerate(texts)
        )
    )


def run(case: Case, *stages: Callable[[Case], Case]) -> Case:
    """Return the case after these stages, one after the other."""
    for stage in stages:
        case = stage(case)
    return case


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text``, not in the middle of other words."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [(m.start(), m.end()) for m in re.finditer(before + re.escape(words) + after, text)]


def characters(spans: Iterable[Span | tuple[int, int]]) -> frozenset[int]:
    """Return the offsets that the spans cover."""
    pairs = [(s.start, s.end) if isinstance(s, Span) else s for s in spans]
    return frozenset(offset for start, end in pairs for offset in range(start, end))


def hits(expected: frozenset[int], predicted: frozenset[int]) -> bool:
    """Return whether a prediction hits an expectation: enough of it covered, and not much beside it."""
    shared = len(expected & predicted)
    return bool(shared) and shared >= COVERED * len(expected) and shared >= INSIDE * len(predicted)


AGREED = 0.1
"""What an agreeing source adds to a match's score (0…1): it decides between layers that tell the same words."""


def one_to_one(
    expected: list[frozenset[int]], predicted: list[frozenset[int]], agree: Callable[[int, int], bool] | None = None
) -> dict[int, int]:
    """Match expectations to predictions that hit them, one to one, best first; return index to index."""
    candidates = []
    for number, wanted in enumerate(expected):
        for other, found in enumerate(predicted):
            if hits(wanted, found):
                shared = len(wanted & found)
                score = shared * shared / (len(wanted) * len(found))
                score += AGREED if agree and agree(number, other) else 0
                candidates.append((-score, number, other))
    matched: dict[int, int] = {}
    for _, number, other in sorted(candidates):
        if number not in matched and other not in matched.values():
            matched[number] = other
    return matched
