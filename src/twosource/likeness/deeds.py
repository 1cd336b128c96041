"""Checks on acts: whether it is so, how it is put, who does it to whom, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.likeness.acts import Act
from twosource.likeness.aligned import SAME_WORDS, Difference, alikeness, one_frame
from twosource.likeness.governing import DOUBTING, TELLING
from twosource.likeness.modality import Modality
from twosource.likeness.names import spelled_alike
from twosource.likeness.parties import Party
from twosource.likeness.thesaurus import akin
from twosource.likeness.units import Unit

_SAYING_NOTHING = frozenset({"", "be", "have", "do", "say", "tell", "add", "note", "state", "report"})
"""Lemmas of acts that two stretches share without telling of the same."""
_MUTUAL = frozenset(
    """meet marry divorce talk discuss negotiate clash agree fight face play draw tie match resemble cooperate
    share trade date border neighbour neighbor""".split()
)
"""Acts that two parties do to one another."""
MOST_ACTS = 2
"""Acts of a stretch up to which one of them that differs makes it another thing; with more, it is a detail of it."""
_NOT_SURE = frozenset({Modality.FUTURE, Modality.ASKED, Modality.ATTEMPT, Modality.DUTY, Modality.POSSIBLE})


def negation_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield an act that one side tells as so and the other as not so."""
    if a.denials == b.denials:
        return  # the same negations stand in both: where they differ, it is the grammar that was read differently
    found = _apart(a, b, _as_much_so)
    if found is not None:
        x, y, grave = found
        told = [f"{'not ' if act.negated else ''}{act.lemma}" for act in (x, y)]
        yield Difference("negation", told[0], told[1], detail=not grave)
        return
    grave = one_frame(a, b)
    for one, other, flip in ((a, b, False), (b, a, True)):
        for word in sorted(one.negated_words - other.negated_words):
            if not other.negated_words and word in other.content and not any(x.lemma == word for x in other.acts):
                here, there = f"not {word}", word
                yield Difference("negation", *((there, here) if flip else (here, there)), detail=not grave)
                return


def _as_much_so(x: Act, y: Act) -> bool:
    return x.negated == y.negated


def modality_differs(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield an act that was done on one side and on the other will be, may be, should be, is asked for or alleged."""
    if a.moods == b.moods:
        return
    found = _apart(a, b, _put_alike)
    if found is not None:
        x, y, grave = found
        soft = _soft(x, y) and not (one_frame(a, b) and alikeness(a, b) >= SAME_WORDS)
        yield Difference("modality", x.modality.value, y.modality.value, detail=soft or not grave)


def _put_alike(x: Act, y: Act) -> bool:
    if x.modality is y.modality or x.negated != y.negated or x.loose or y.loose:
        return True
    pair = {x.modality, y.modality}
    return pair == {Modality.ASKED, Modality.DUTY} or (x.negated and pair == {Modality.FACT, Modality.POSSIBLE})


def _soft(x: Act, y: Act) -> bool:
    """Return whether two ways of putting an act may be two reports' ways to put the same."""
    for one, other in ((x, y), (y, x)):
        if one.modality is Modality.FACT and one.present and other.modality in _NOT_SURE:
            return True  # "flies to Halden on Thursday", "will fly"
        if one.backshifted and (other.modality is not Modality.FACT or one.negated):
            return True  # "would" tells what will be, could be and should be
    pair = {x.modality, y.modality}
    if Modality.FACT not in pair or Modality.ALLEGED in pair:
        return True
    return pair in (
        {Modality.FUTURE, Modality.CONDITION},
        {Modality.POSSIBLE, Modality.CONDITION},
        {Modality.FUTURE, Modality.ATTEMPT},
    )


def agents_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield who does one and the same act, or whom it is done to, where the two cannot be one, or are exchanged."""
    if a.title_case or b.title_case:
        return
    pairs = tuple(_pairs(a, b))
    for x, y in pairs:
        if _exchanged(x, y):
            yield Difference("agent", x.agent.told, y.agent.told, detail=False)
            return
    for x, y in pairs:
        if x.lemma in TELLING or x.lemma in DOUBTING:
            continue
        for one, other in ((x.agent, y.agent), (x.patient, y.patient)):
            if _cannot_be_one(one, other) and not one.meets(y.patient) and not one.meets(y.agent):
                grave = x.main and y.main and _others(a, b, one, other)
                yield Difference("agent", one.told, other.told, detail=not grave)
                return


def _others(a: Unit, b: Unit, one: Party, other: Party) -> bool:
    """Return whether two parties that cannot be one make it another thing that two stretches tell."""
    if _spelled_alike(one, other):
        return False
    return one_frame(a, b) or (_tells_little(a) and _tells_little(b) and _of_one_kind(one, other))


def _exchanged(x: Act, y: Act) -> bool:
    if x.lemma in _MUTUAL or not (x.agent.known and x.patient.known and y.agent.known and y.patient.known):
        return False
    if x.agent.is_like(x.patient) or x.agent.is_like(y.agent) or x.patient.is_like(y.patient):
        return False
    return x.agent.is_like(y.patient) and x.patient.is_like(y.agent)


def _cannot_be_one(a: Party, b: Party) -> bool:
    """Return whether both parties are named and no name of one can mean the other."""
    return bool(a.names and b.names) and not a.meets(b)


def _of_one_kind(a: Party, b: Party) -> bool:
    """Return whether the names of two parties are of one kind, so that one is not the other's body or place."""
    left, right = ({name.kind for name in party.names} for party in (a, b))
    return bool(left & right)


def _spelled_alike(a: Party, b: Party) -> bool:
    return any(spelled_alike(x.key, y.key) for x in a.names for y in b.names)


def others_meant(a: Unit, b: Unit) -> bool:
    """Return whether two stretches of equal words are about two: who does it, or suffers it, is named before them."""
    return _cannot_be_one(a.agent, b.agent) or _cannot_be_one(a.patient, b.patient)


def numbers_differ(a: Unit, b: Unit) -> Iterator[Difference]:
    """Yield who does it, or to whom it is done, where it is the same word, once in the singular, once in the plural."""
    for x, y in _pairs(a, b):
        if not (x.main and y.main) or x.modality is not Modality.FACT or y.modality is not Modality.FACT:
            continue
        known = x.agent.known or y.agent.known
        one, other = (x.agent, y.agent) if known else (x.patient, y.patient)
        if one.lemma and one.lemma == other.lemma and ((one.single and other.plural) or (one.plural and other.single)):
            here, there = (f"{'several' if party.plural else 'one'} {party.lemma}" for party in (one, other))
            yield Difference("agent", here, there, detail=False)
            return


def _pairs(a: Unit, b: Unit) -> Iterator[tuple[Act, Act]]:
    """Yield the acts of two stretches that may be one, the main ones first."""
    pairs = [(x, y) for x in a.acts for y in b.acts if x.lemma not in _SAYING_NOTHING and akin(x.lemma, y.lemma)]
    yield from sorted(pairs, key=lambda pair: not (pair[0].main and pair[1].main))


def _tells_little(unit: Unit) -> bool:
    """Return whether a stretch tells so few things that its main acts are what it tells."""
    return sum(not act.loose and act.lemma not in TELLING for act in unit.acts) <= MOST_ACTS


def _apart(a: Unit, b: Unit, agree: Callable[[Act, Act], bool]) -> tuple[Act, Act, bool] | None:
    """Return two acts that may be one but do not agree, and whether that is grave: not where others of them agree."""
    pairs = tuple(_pairs(a, b))
    for x, y in pairs:
        if agree(x, y) or any(agree(p, q) for p, q in pairs if p is x or q is y):
            continue
        return x, y, x.main and y.main and (one_frame(a, b) or (_tells_little(a) and _tells_little(b)))
    return None
