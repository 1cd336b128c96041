"""Whether a stretch says that something is so, will be, could be, ought to be — or is not so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from twosource.likeness.tree import Tree
from twosource.likeness.words import (
    ASKING_VERBS,
    DUTY_AUXILIARIES,
    DUTY_VERBS,
    FUTURE_AUXILIARIES,
    FUTURE_VERBS,
    NEGATING_VERBS,
    NEGATIONS,
    PLANNING_VERBS,
    PLANS,
    POSSIBLE_AUXILIARIES,
    POSSIBLE_WORDS,
)
from twosource.model import Token


class Modality(StrEnum):
    """How a stretch of text puts what it tells. A backshifted "would" ("said it would close") counts as future."""

    FACT = "fact"
    FUTURE = "future"
    POSSIBLE = "possible"
    DUTY = "duty"
    ASKED = "asked"
    CONDITION = "condition"
    ALLEGED = "alleged"
    ATTEMPT = "attempt"


def modality(tree: Tree, root: int) -> Modality:
    """Return how a stretch, headed by ``root``, puts what it tells."""
    if tree.first >= tree.last:
        return Modality.FACT
    tokens = tree.tokens
    below = _below(tree, root)
    helpers = {tokens[i].text.lower() for i in tree.helpers(root)}
    infinitive = any(tokens[i].dep in {"xcomp", "ccomp"} and _has_to(tree, i) for i in below)
    lemma = tokens[root].lemma
    if helpers & POSSIBLE_AUXILIARIES or any(_is_possible(tokens[i]) for i in below):
        return Modality.POSSIBLE
    if helpers & DUTY_AUXILIARIES or (infinitive and lemma in DUTY_VERBS):
        return Modality.DUTY
    if any(_has_if(tree, i) for i in (root, *(j for j in below if tokens[j].dep == "advcl"))):
        return Modality.CONDITION
    if helpers & FUTURE_AUXILIARIES or _is_planned(tokens, root, below, infinitive):
        return Modality.FUTURE
    if tokens[root].tag == "VB" and "to" in helpers:
        return Modality.FUTURE  # "Council to close pier": a headline's future; "is to close"
    return Modality.ASKED if infinitive and lemma in ASKING_VERBS else Modality.FACT


def _is_possible(token: Token) -> bool:
    return token.text.lower() in POSSIBLE_WORDS and token.dep in {"advmod", "acomp"}


def _is_planned(tokens: Sequence[Token], root: int, below: Sequence[int], infinitive: bool) -> bool:
    """Return whether the verb, or the noun or adjective that "is" links, says that something is still to come."""
    token = tokens[root]
    if token.lemma in FUTURE_VERBS and (infinitive or token.lemma in PLANNING_VERBS):
        return True
    if token.lemma == "go" and token.tag == "VBG" and infinitive:
        return True
    return any(
        (tokens[i].lemma in PLANS and tokens[i].dep in {"nsubj", "attr"})
        or (token.lemma == "be" and tokens[i].dep in {"xcomp", "acomp"} and tokens[i].lemma in FUTURE_VERBS)
        for i in below
    )


def _below(tree: Tree, head: int) -> list[int]:
    return [i for i in tree.below(head) if tree.inside(i)]


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].dep == "aux" and tree.tokens[i].lemma == "to" for i in _below(tree, verb))


def _has_if(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].dep == "mark" and tree.tokens[i].lemma in {"if", "unless"} for i in _below(tree, verb))


def is_negated(tree: Tree, root: int) -> bool:
    """Return whether what the stretch mainly says is negated: an odd number of negations on its main verb.

    Counted: "not" and "never" on the verb, on its auxiliaries and on a complement without its own subject; "no" on its
    subject or object; a verb that negates its complement ("failed to", "denied", "refused").
    """
    if tree.first >= tree.last:
        return False
    tokens = tree.tokens
    count = 0
    spine = [root, *(i for i in _below(tree, root) if tokens[i].dep in {"xcomp", "acomp", "attr"})]
    for verb in spine:
        count += tokens[verb].lemma in NEGATING_VERBS and (verb == root or tokens[verb].pos == "VERB")
        for i in _below(tree, verb):
            if tokens[i].text.lower() in NEGATIONS and tokens[i].dep in {
                "neg",
                "advmod",
                "nsubj",
                "nsubjpass",
                "dobj",
                "attr",
                "det",
                "preconj",
            }:
                count += _next(tokens, i) != "only"
            elif tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "attr"} and i not in spine:
                count += any(tokens[j].text.lower() in {"no", "none", "neither"} for j in _below(tree, i))
    return count % 2 == 1


def _next(tokens: Sequence[Token], i: int) -> str:
    return tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""


def negated_heads(tree: Tree) -> frozenset[str]:
    """Return the lemmas of the words that a negation of the stretch stands with."""
    tokens = tree.tokens
    heads: set[str] = set()
    for i in range(tree.first, tree.last):
        word = tokens[i].text.lower()
        if word in NEGATIONS and _next(tokens, i) != "only":
            head = tokens[i].head
            if word in {"without"}:
                below = [j for j in _below(tree, i) if tokens[j].dep in {"pobj", "pcomp"}]
                heads.update(tokens[j].lemma for j in below)
            elif tree.inside(head) and head != i:
                heads.add(tokens[head].lemma)
        elif tokens[i].lemma in NEGATING_VERBS and tokens[i].pos == "VERB":
            roles = {"xcomp", "ccomp", "dobj"} if tokens[i].lemma in {"lack", "deny"} else {"xcomp", "ccomp"}
            heads.update(tokens[j].lemma for j in _below(tree, i) if tokens[j].dep in roles)
    return frozenset(heads)
