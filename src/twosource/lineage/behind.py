"""What speaks for a text behind both reports: an agency or writer credited, a newsroom that is neither's."""

from __future__ import annotations

from twosource.lineage.answers import UPSTREAM, Answer
from twosource.lineage.evidence import CREDITED_BY_SOME
from twosource.lineage.names import Name, name_in, same
from twosource.lineage.outlets import is_called, is_press
from twosource.lineage.sides import Held, Side
from twosource.lineage.weights import (
    CITED_TOO,
    CREDIT_LINE,
    CREDITED,
    CREDITED_APART,
    OWN_WORDS,
    STOCK_WORDS,
    TOLD_ELSEWHERE,
)
from twosource.model import Reason


def behind(a: Side, b: Side, held: Held) -> tuple[Answer, ...]:
    """Return each text behind both that something speaks for: an agency, a writer, a newsroom that is neither's."""
    found: dict[Name, tuple[str, list[Reason]]] = {}
    for told, reason in (*_credited(a, b, held), *_told_elsewhere(a, b, held)):
        name = name_in(told)
        known = next((it for it in found if same(it, name)), name)
        found.setdefault(known, (told, []))[1].append(reason)
    return tuple(Answer(UPSTREAM, tuple(reasons), told) for told, reasons in found.values())


def _credited(a: Side, b: Side, held: Held) -> list[tuple[str, Reason]]:
    outlets = a.witness.outlet, b.witness.outlet
    found: list[tuple[str, Reason]] = []
    done: list[Name] = []
    for credit in sorted({*a.witness.credits, *b.witness.credits}, key=lambda it: (-len(it.name), -it.alone, it)):
        if any(same(credit.name, it) for it in (*outlets, *done)):
            continue  # of an outlet the credited text may be that report itself
        done.append(credit.name)
        having = {
            side.id: max(it.alone for it in side.witness.credits if same(it.name, credit.name))
            for side in (a, b)
            if any(same(it.name, credit.name) for it in side.witness.credits)
        }
        most = max(having.values())
        if len(having) == 2:
            if most == 0 and outlets[0] and outlets[0] == outlets[1]:
                continue  # the outlet's own writer
            weight = CREDITED_BY_SOME if 0 < most < CREDITED_BY_SOME else CREDITED
            told = f"{a.id} and {b.id} credit {credit.told} for the text"
            found.append((credit.told, Reason(CREDIT_LINE, told, weight)))
        elif most:
            (holder,) = having
            if not held.good and held.own < STOCK_WORDS:
                continue
            weight = most if held.good else min(most, CREDITED_APART)
            found.append((credit.told, Reason(CREDIT_LINE, f"{holder} credits {credit.told} for the text", weight)))
            if also := _cites_too(b if holder == a.id else a, credit.name, credit.told):
                found.append((credit.told, also))
    return found


def _cites_too(side: Side, name: Name, told: str) -> Reason | None:
    if any(same(name_in(cite.name), name) and side.beside(cite) for cite in side.facts.cites):
        return Reason("agency cited", f"{side.id} cites {told} beside it", CITED_TOO)
    if side.witness.unnamed:
        return Reason("agencies credited", f"{side.id} credits agencies without a name", CITED_TOO)
    return None


def _told_elsewhere(a: Side, b: Side, held: Held) -> list[tuple[str, Reason]]:
    """Return the newsroom, neither's, that both say in shared words was told something."""
    if held.own < OWN_WORDS:
        return []
    heard = {cite.name for cite in a.facts.cites if cite.told and a.inside(cite)}
    heard &= {cite.name for cite in b.facts.cites if cite.told and b.inside(cite)}
    outlets = [side.facts.report.outlet or "" for side in (a, b)]
    found = []
    for name in sorted(heard):
        if is_press(name) and not any(is_called(outlet, name) for outlet in outlets if outlet):
            told = f"{a.id} and {b.id} both say in it that {name} was told"
            found.append((name, Reason("told to another", told, TOLD_ELSEWHERE)))
            crediting = [side.id for side in (a, b) if any(same(it.name, name_in(name)) for it in side.witness.credits)]
            if crediting and len(crediting) < 2:
                told = f"{crediting[0]} credits {name} beside its own writers"
                found.append((name, Reason(CREDIT_LINE, told, CREDITED_APART)))
    return found
