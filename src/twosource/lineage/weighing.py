"""Two reports that share text: which is the likelier upstream, or what stands behind both, as a sum of reasons."""

from __future__ import annotations

from collections.abc import Callable

from twosource.lineage.answers import Verdict, Weighed
from twosource.lineage.behind import behind
from twosource.lineage.evidence import before
from twosource.lineage.facts import Facts
from twosource.lineage.shared import Shared
from twosource.lineage.sides import Held, Side, all_quoted, beside, held_by, sides
from twosource.lineage.toward import toward
from twosource.lineage.weights import FRAME_WORDS, OWN_WORDS, QUOTED
from twosource.model import Decision, Reason


def weigh(pair: Shared, known: Callable[[str], Facts]) -> Weighed:
    """Weigh everything that a pair of reports shows about what it shares."""
    a, b = sides(pair, known(pair.a), known(pair.b))
    held = held_by(a, b)
    if quotation := _quotation(held, a, b):
        return Weighed((), quotation)
    if held.words - held.quoted < FRAME_WORDS:
        return Weighed(())
    common = behind(a, b, held)
    return Weighed(tuple(it for it in (*common, toward(a, b, held, common), toward(b, a, held, common)) if it))


def _quotation(held: Held, a: Side, b: Side) -> Verdict | None:
    """Return that the words are a quotation: of one speaker in both, or of one report, by its name, in the other."""
    if not held.words or held.own >= OWN_WORDS:
        return None
    mixed = max(0, held.words - held.own - held.quoted)
    share = round((held.quoted + mixed / 2) / held.words, 4)
    if share >= QUOTED:
        told = f"{held.quoted} of the {held.words} words that both have stand between marks in both"
        return Verdict(None, Decision.QUOTATION, (Reason("quotation marks", told, share),))
    for source, taker in ((a, b), (b, a)):
        if held.quoted or not all(all_quoted(taker.facts, place) for place in taker.places):
            continue
        cited = taker.facts.cited(source.facts.report.outlet)
        if any(beside(taker.facts.report.text, place, it) for it in cited for place in taker.places):
            if before(taker.witness, source.witness):
                continue
            told = f"{taker.id} has them between marks and names {source.facts.report.outlet}"
            return Verdict(source.id, Decision.QUOTATION, (Reason("quoted by name", told, 1.0),))
    return None
