"""The acts that a stretch tells of: each verb with whether it is so, will be, may be, and who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.likeness.governing import DOUBTING, GOVERNING, PLAIN, TELLING, UNDOING, UNLIKELY
from twosource.likeness.modality import Modality
from twosource.likeness.moods import STEPS, mood
from twosource.likeness.names import Named
from twosource.likeness.parties import Party, parties
from twosource.likeness.tree import HELPERS, VERBS, Tree
from twosource.likeness.words import LIGHT_VERBS

_DONE_TO_SOMEONE = frozenset({Modality.ASKED, Modality.ALLEGED})
"""To ask or to accuse someone is an act of its own, besides what is asked for."""
MOST = 24
"""Most acts of a stretch that are looked at, the first ones: no sentence of prose has more."""
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is told to be done, or to be so.

    ``lemma`` is the verb's, or that of what "is" says, or of what is "held", "made" or "given". ``main`` says whether
    the stretch tells of it above all. ``present`` says that it stands in the plain present, which a headline uses for
    what is done and for what is to come, or in progress; ``loose`` that it has no tense and nothing puts it ("to keep
    the peace", "built in 1998"); ``backshifted`` that "would" puts it.
    """

    lemma: str
    modality: Modality
    negated: bool
    agent: Party
    patient: Party
    main: bool = False
    present: bool = False
    loose: bool = False
    backshifted: bool = False


def acts(tree: Tree, named: Sequence[Named]) -> tuple[Act, ...]:
    """Return the acts of a stretch, in the order of the text."""
    if tree.first >= tree.last:
        return ()
    main = set(_mains(tree, tree.root()))
    found: list[Act] = []
    for i in range(tree.first, tree.last):
        token = tree.tokens[i]
        if token.pos not in VERBS or token.dep in HELPERS:
            continue
        modality, negated, put = mood(tree, i)
        agent, patient = parties(tree, i, named)
        lemma = told_of(tree, i)
        helpers = [tree.tokens[j] for j in tree.helpers(i)]
        present = (token.tag in {"VBZ", "VBP"} and not helpers) or (token.tag == "VBG" and bool(helpers))
        loose = not put and token.tag not in _TENSED and all(helper.tag == "TO" for helper in helpers)
        would = any(helper.text.lower() in {"would", "'d", "’d"} for helper in helpers)
        found.append(Act(lemma, modality, negated, agent, patient, i in main, present, loose, would))
        if len(found) == MOST:
            break
    return tuple(found)


def told_of(tree: Tree, verb: int) -> str:
    """Return the lemma of what a verb tells: for "is", "hold", "make" what they are said with."""
    tokens = tree.tokens
    lemma = tokens[verb].lemma
    if lemma == "be":
        for i in tree.children(verb, {"attr", "acomp"}):
            return tokens[i].lemma
        for i in tree.children(verb, {"prep"}):
            for j in tree.children(i, {"pobj"}):
                return tokens[j].lemma
        return ""
    if lemma in LIGHT_VERBS:
        for i in tree.children(verb, {"dobj"}):
            if tokens[i].pos == "NOUN":
                return tokens[i].lemma
    return lemma


def _mains(tree: Tree, root: int) -> Iterator[int]:
    """Yield the verbs that a stretch tells of above all: what is said, planned, asked for, and what is beside it."""
    for _ in range(STEPS):
        down = _down(tree, root)
        if down is None:
            break
        if GOVERNING.get(tree.tokens[root].lemma) in _DONE_TO_SOMEONE:
            yield root
        root = down
    yield root
    for i in tree.below(root):
        if tree.tokens[i].dep == "conj" and tree.tokens[i].pos in VERBS and tree.inside(i):
            yield i


def _down(tree: Tree, verb: int) -> int | None:
    tokens = tree.tokens
    lemma = tokens[verb].lemma
    for i in tree.below(verb):
        if not tree.inside(i):
            continue
        token = tokens[i]
        if token.dep == "ccomp" and token.pos in VERBS and (lemma in TELLING or lemma in DOUBTING):
            return i
        if token.dep in {"xcomp", "ccomp"} and token.pos in VERBS and _governs(lemma):
            return i
        if token.dep in {"acomp", "attr", "dobj", "prep"} and (lemma in {"be", "have", "make"} or token.dep == "prep"):
            for j in tree.below(i):
                below = tokens[j]
                if below.pos in VERBS and tree.inside(j) and below.dep in {"xcomp", "acl", "pcomp"}:
                    governs = _governs(lemma) if below.dep == "pcomp" else _governs(token.lemma)
                    if governs:
                        return j
    return None


def _governs(lemma: str) -> bool:
    return lemma in GOVERNING or lemma in UNDOING or lemma in UNLIKELY or lemma in PLAIN
