"""How a verb is told: as so or not so, as done, planned, possible, asked for — by its own words and those above it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.likeness.governing import (
    ALLEGEDLY,
    DOUBTING,
    GOVERNING,
    KNOWING,
    PLAIN,
    SUPPOSING,
    TELLING,
    UNDOING,
    UNLIKELY,
)
from twosource.likeness.modality import Modality
from twosource.likeness.tree import HELPERS, OBJECTS, SUBJECTS, VERBS, Tree
from twosource.likeness.words import (
    DUTY_AUXILIARIES,
    FUTURE_AUXILIARIES,
    NEGATIONS,
    POSSIBLE_AUXILIARIES,
    POSSIBLE_WORDS,
)

STEPS = 6
"""Most words above a verb that are asked what they say of it."""
_RANK = {
    modality: rank
    for rank, modality in enumerate(
        (
            Modality.FACT,
            Modality.FUTURE,
            Modality.DUTY,
            Modality.ASKED,
            Modality.ATTEMPT,
            Modality.ALLEGED,
            Modality.POSSIBLE,
            Modality.CONDITION,
        )
    )
}
"""Of two modalities, one inside the other, the later one here is what is left: what may be agreed may be."""
_NEGATING_DEPS = frozenset({"neg", "advmod", "nsubj", "nsubjpass", "dobj", "attr", "det", "preconj", "acomp"})
_NO = frozenset({"no", "none", "neither", "nor"})
_BELOW = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})


def mood(tree: Tree, verb: int) -> tuple[Modality, bool, bool]:
    """Return how a verb is told, by its own words and those that govern it; whether as not so; whether any govern."""
    modality, negated = _own(tree, verb), _negated(tree, verb)
    governed = modality is not Modality.FACT
    for _ in range(STEPS):
        above = _above(tree, verb)
        if above is None:
            break
        governed = True
        verb, put, flips = above
        negated ^= flips
        modality = max(modality, put, key=_RANK.__getitem__)
        if tree.tokens[verb].pos in VERBS:
            modality = max(modality, _own(tree, verb), key=_RANK.__getitem__)
        if not _linked(tree, verb):
            negated ^= _negated(tree, verb)
    return modality, negated, governed


Above = tuple[int, Modality, bool]
"""A word above a verb, how it puts the verb, and whether it negates it."""


def _above(tree: Tree, verb: int) -> Above | None:
    """Return the word that governs a verb, how it puts it, and whether it negates it; None where nothing does."""
    tokens = tree.tokens
    token = tokens[verb]
    up = token.head
    if up == verb:
        return None
    if token.dep == "conj" and token.tag == "VB" and not tree.children(verb, HELPERS):
        return up, Modality.FACT, False
    if _linked(tree, verb):
        return up, Modality.FACT, False  # a noun or adjective that governs: "has no plan to"
    if token.dep not in _BELOW:
        return None
    if token.dep == "pcomp":
        if tokens[up].lemma in {"without", "instead", "than"}:
            return up, Modality.FACT, True
        up = _past_prepositions(tree, up)
    infinitive = any(tokens[i].lemma == "to" for i in tree.children(verb, {"aux"}))
    if token.dep == "ccomp" and not infinitive and token.tag != "VBG":
        return _clause_above(tree, up)
    if token.dep == "advcl" and tokens[up].lemma not in GOVERNING:
        return None
    if infinitive or token.tag == "VBG" or (token.dep == "xcomp" and token.tag in {"VB", "VBN"}):
        return _infinitive_above(tree, verb, up, infinitive)
    return None


def _linked(tree: Tree, i: int) -> bool:
    """Return whether a noun or adjective is what "is", "has" or "makes" tells: "no" before it negates that verb."""
    token = tree.tokens[i]
    return token.dep in {"attr", "acomp", "dobj", "nsubj"} and tree.tokens[token.head].lemma in {"be", "have", "make"}


def _past_prepositions(tree: Tree, up: int) -> int:
    """Return the word above a preposition, or above two of them ("short of")."""
    for _ in range(2):
        if tree.tokens[up].pos != "ADP" or tree.tokens[up].head == up:
            break
        up = tree.tokens[up].head
    return up


def _infinitive_above(tree: Tree, verb: int, up: int, infinitive: bool) -> Above | None:
    """Return what the word ``up`` makes of an infinitive or gerund below it."""
    token, above = tree.tokens[verb], tree.tokens[up]
    lemma = above.lemma
    if infinitive and lemma in {"have", "be", "go"} and (lemma == "go") == (above.tag == "VBG"):
        if lemma != "have":
            return up, Modality.FUTURE, False
        yet = any(tree.tokens[i].lemma == "yet" for i in (*tree.below(up), *tree.below(verb)))
        return up, Modality.FACT if yet else Modality.DUTY, yet
    if lemma in UNLIKELY:
        return up, Modality.POSSIBLE, True
    if lemma in UNDOING and (lemma != "rule" or token.dep == "pcomp"):
        return up, Modality.FACT, True
    if lemma == "want" and token.dep == "ccomp":
        return up, Modality.ASKED, False
    if lemma in GOVERNING:
        put = GOVERNING[lemma]
        told = (put is Modality.ASKED and token.tag != "VBN") or (put is Modality.ALLEGED and lemma in TELLING)
        return None if told and not infinitive else (up, put, False)  # "told the paper: …"
    if token.dep != "pcomp" and (lemma in PLAIN or token.dep == "xcomp"):
        return up, Modality.FACT, False
    return None  # "after suffering": beside it, not under it


def _clause_above(tree: Tree, up: int) -> Above | None:
    lemma = tree.tokens[up].lemma
    if lemma in DOUBTING:
        return up, Modality.FACT, True
    if lemma in SUPPOSING:
        return up, Modality.ALLEGED if lemma in {"suspect", "allege"} else Modality.POSSIBLE, False
    if lemma in KNOWING or not _negated(tree, up):
        return None
    return up, Modality.FACT, False


def _own(tree: Tree, verb: int) -> Modality:
    """Return how a verb is put by its auxiliaries, its adverbs and an "if" beside it."""
    tokens = tree.tokens
    helpers = {tokens[i].text.lower() for i in tree.helpers(verb)}
    adverbs = {tokens[i].text.lower() for i in tree.children(verb, {"advmod", "acomp"})}
    if _supposed(tree, verb):
        return Modality.CONDITION
    if helpers & POSSIBLE_AUXILIARIES or adverbs & (POSSIBLE_WORDS - ALLEGEDLY):
        return Modality.POSSIBLE
    if adverbs & ALLEGEDLY:
        return Modality.ALLEGED
    if helpers & DUTY_AUXILIARIES:
        return Modality.DUTY
    if helpers & FUTURE_AUXILIARIES:
        return Modality.FUTURE
    headline = (
        tokens[verb].tag == "VB" and "to" in helpers and (tokens[verb].head == verb or tokens[verb].dep == "conj")
    )
    return Modality.FUTURE if headline else Modality.FACT


def _supposed(tree: Tree, verb: int) -> bool:
    for clause in (verb, *tree.children(verb, {"advcl"})):
        for i in tree.children(clause, {"mark"}):
            if tree.tokens[i].lemma in {"if", "unless"} and (tree.inside(i)):
                return True
    return False


def _negated(tree: Tree, verb: int) -> bool:
    """Return whether a word beside a verb, or beside its subject or object, negates it."""
    tokens = tree.tokens
    for i in tree.below(verb):
        token = tokens[i]
        word = token.text.lower()
        if word in NEGATIONS and token.dep in _NEGATING_DEPS:
            only = i + 1 < len(tokens) and tokens[i + 1].text.lower() in {"only", "just", "all", "every", "necessarily"}
            if not only:
                return True
        elif token.dep in SUBJECTS or token.dep in OBJECTS or word == "longer":
            if any(tokens[j].text.lower() in _NO for j in tree.below(i)):
                return True
        elif token.dep == "prep" and token.lemma in {"in", "under", "at"} and _in_no(tree, i):
            return True
    return False


def _in_no(tree: Tree, preposition: int) -> bool:
    """Return whether a phrase is "in no way", "under no circumstances"."""
    below = (i for noun in tree.below(preposition) for i in tree.below(noun))
    return any(tree.tokens[i].text.lower() in _NO for i in below)


def cues(words: Sequence[str], lemmas: Sequence[str]) -> tuple[int, tuple[Modality, ...]]:
    """Return how many words of a stretch can negate, and which modalities its words can give, each once."""
    denials, moods = 0, set()
    for word, lemma in zip(words, lemmas, strict=True):
        if word in NEGATIONS or word in _RUN_TOGETHER or lemma in UNDOING or lemma in DOUBTING or lemma in _WANTING:
            denials += 1
        put = _MODALS.get(word) or GOVERNING.get(lemma)
        if put is not None:
            moods.add(put)
    return denials, tuple(sorted(moods, key=_RANK.__getitem__))


_RUN_TOGETHER = frozenset(
    """dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt havent hasnt hadnt""".split()
)
"""Negations whose mark was lost."""
_WANTING = frozenset("lack without yet unlikely longer rather instead absence lacking".split())
_MODALS: dict[str, Modality] = (
    dict.fromkeys(POSSIBLE_WORDS, Modality.POSSIBLE)
    | dict.fromkeys(ALLEGEDLY, Modality.ALLEGED)
    | dict.fromkeys(POSSIBLE_AUXILIARIES, Modality.POSSIBLE)
    | dict.fromkeys(DUTY_AUXILIARIES, Modality.DUTY)
    | dict.fromkeys(FUTURE_AUXILIARIES, Modality.FUTURE)
    | {"if": Modality.CONDITION, "unless": Modality.CONDITION, "to": Modality.FUTURE}
)
