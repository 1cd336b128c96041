"""Small pieces of wording that the summary and the page share, so that both say the same in the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from twosource.model import Case, Claim, Decision, Lineage, Silence, Span, Stance, Statement, Tension, joined

STANCE = {
    Stance.ASSERTED: "says",
    Stance.DENIED: "denies",
    Stance.ASKED: "asks",
    Stance.HINTED: "hints",
    Stance.REFUSED: "refuses",
    Stance.PLANNED: "plans",
    Stance.CONDITIONAL: "says on a condition",
    Stance.DEMANDED: "demands",
    Stance.PROMISED: "promises",
    Stance.FEARED: "fears",
}
BEGINNING = 40
"""Characters by which a quoted text is known again."""
WORDS_SHOWN = 220
"""Characters of a quoted text in a list before it is cut, with a mark, to keep the list readable."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that steer a terminal or the direction of its text, and halves of surrogate pairs."""


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """Return "1 report", "2 reports", "no reports": a number with its noun."""
    return f"{number or 'no'} {noun if number == 1 else nouns or noun + 's'}"


def cut(text: str, limit: int = WORDS_SHOWN) -> str:
    """Return a text on one line, cut at a word and marked with … where it is longer than ``limit`` characters.

    The comma that a frame leaves at the end of a content ("…,” she said") is left out.
    """
    line = " ".join(text.split()).rstrip(" ,;")
    if len(line) <= limit:
        return line
    kept = line[:limit]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept} …"


def harmless(text: str) -> str:
    """Return a text from outside with every character that could steer a terminal replaced by U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def origins_in_words(claim: Claim) -> str:
    """Return how many independent origins a claim has: "1 origin", "1 to 2 origins", "origins not counted"."""
    if not claim.origins:
        return "origins not counted"
    if claim.most_origins > claim.independent_origins:
        return f"{claim.independent_origins} to {claim.most_origins} origins"
    return count(claim.independent_origins, "origin")


def report_labels(case: Case) -> dict[str, str]:
    """Return what each report is called where people read: its outlet, or its id where that names more than one."""
    outlets = {report.id: (report.outlet or "").removeprefix("www.") for report in case.reports}
    named = Counter(outlets.values())
    return {id: outlet if outlet and named[outlet] == 1 else id for id, outlet in outlets.items()}


def origin_names(case: Case, claim: Claim) -> tuple[str, ...]:
    """Return the names of a claim's origins, each once; the reports' own voice is named by its reports."""
    names = {source.id: source.name for source in case.sources}
    labels = report_labels(case)
    found: dict[str, None] = {}
    for origin in claim.origins:
        reports = dict.fromkeys(labels[claim.mentions[number].span.report] for number in origin.mentions)
        own = f"{joined(reports)} (source not named)"
        found[names.get(origin.source, origin.source) if origin.source else own] = None
    return tuple(found)


def statement_at(statements: Iterable[Statement], span: Span) -> Statement | None:
    """Return the innermost statement whose content takes in the most of a span, if any takes in some."""
    best: tuple[int, int, int] | None = None
    found: Statement | None = None
    for index, statement in enumerate(statements):
        if statement.report != span.report:
            continue
        shared = sum(part.overlap(span) for part in statement.content)
        rank = (shared, -(statement.end - statement.start), -index)
        if shared and (best is None or rank > best):
            best, found = rank, statement
    return found


def tension_in_words(tension: Tension) -> str:
    """Return what a reader should see in a tension, without the two texts where they are shown beside it.

    A reading may quote both sides and end in what they come to: “…”; “…” – what they come to.
    """
    quoted, dash, rest = tension.reading.rpartition(" – ")
    both = all(side.text[:BEGINNING] in quoted for side in (tension.a, tension.b))
    return f"{rest[:1].upper()}{rest[1:]}" if dash and both else tension.reading


def stance_in_words(statement: Statement | None, span: Span) -> str:
    """Return what a source does to words that it does not simply state ("denies"); empty where it states them.

    A content must never stand beside its source without this word: a denied content would read as a claim. Where the
    words hold their own cue ("… have denied such plans"), the word would deny the denial, and is left out.
    """
    if not statement or statement.stance is Stance.ASSERTED or (statement.cue and statement.cue.overlap(span)):
        return ""
    return STANCE[statement.stance]


def silence_in_words(silence: Silence) -> str:
    """Return what is known of a silence: that the claim is not mentioned, or perhaps not."""
    return "not mentioned" if silence.sure else "perhaps not mentioned"


def lineage_in_words(lineage: Lineage) -> str:
    """Return what is known of how a passage came to stand in several places."""
    if lineage.decision is Decision.COPIED:
        return f"copied passage, from {lineage.origin}" if lineage.origin else "copied passage, direction undecided"
    if lineage.decision is Decision.COMMON_UPSTREAM:
        return "copied passage, from a common source upstream"
    if lineage.decision is Decision.QUOTATION:
        return "the same quotation, which is no copying"
    return "direction undecided"
