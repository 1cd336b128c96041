"""What speaks for one of two reports having the text from the other; nothing does against the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.lineage.answers import Answer
from twosource.lineage.evidence import before
from twosource.lineage.names import same
from twosource.lineage.sides import Held, Side
from twosource.lineage.weights import (
    CITES_ELSEWHERE,
    CREDIT_LINE,
    CREDITED,
    CREDITS_OUTLET,
    EARLIER,
    FRAME_WORDS,
    NAMES_OUTLET,
    SAME_OUTLET,
    STOCK_WORDS,
    TOLD_LEFT_IN,
)
from twosource.lineage.wording import SPEAKER_BEHIND, signs
from twosource.model import Reason


def toward(source: Side, taker: Side, held: Held, behind: Sequence[Answer]) -> Answer | None:
    """Return what speaks for one report having the text from the other; None where nothing does, or time forbids it."""
    if before(taker.witness, source.witness):
        return None
    found: list[Reason] = []
    a, b = source.facts.report, taker.facts.report
    if a.outlet and source.witness.outlet:
        found += _named(source, taker, held, any(it.score >= CREDITED for it in behind))
    named = bool(found)
    if held.own >= FRAME_WORDS:
        kinds = {
            reason.signal: reason
            for at, there in zip(taker.places, source.places, strict=True)
            for reason in signs(b.text, at, a.text, there)
            if not (named and reason.signal == SPEAKER_BEHIND)  # the speaker may be the outlet that is named
        }
        found += [kinds[kind] for kind in sorted(kinds)]
    if found and before(source.witness, taker.witness):
        found.append(Reason("time order", f"{a.id} was out before {b.id}", EARLIER))
    return Answer(source.id, tuple(found)) if found else None


def _named(source: Side, taker: Side, held: Held, credited: bool) -> list[Reason]:
    """Return how the taker names the source's outlet: as its own, in a credit, beside what it took, elsewhere."""
    a, b = source.facts.report, taker.facts.report
    outlet = a.outlet or ""
    if source.witness.outlet == taker.witness.outlet:
        if credited:
            return []  # both have it from the agency, each in its turn
        return [Reason("one outlet", f"{a.id} and {b.id} are both of {outlet}", SAME_OUTLET)]
    found = []
    if outlet in taker.facts.crediting or any(same(it.name, source.witness.outlet) for it in taker.witness.credits):
        found.append(Reason(CREDIT_LINE, f"{b.id} credits {outlet} for the text", CREDITS_OUTLET))
    cited = taker.facts.cited(outlet)
    beside = [cite for cite in cited if taker.beside(cite)]
    if any(cite.told for cite in beside):
        found.append(Reason("told to it", f"{b.id} says beside it that {outlet} was told", TOLD_LEFT_IN))
    elif beside and not found:
        found.append(Reason("named beside it", f"{b.id} names {outlet} in the paragraph", NAMES_OUTLET))
    elif cited and not found and held.own >= STOCK_WORDS:
        found.append(Reason("cited elsewhere", f"{b.id} cites {outlet} in another paragraph", CITES_ELSEWHERE))
    return found
