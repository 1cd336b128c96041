"""Whether a stretch says that something is so, will be, could be, ought to be — or is not so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

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


SENTENCE_REACH = 300
"""Tokens on either side of a word in which what hangs on it is looked for; no sentence of prose is longer."""


def near(tokens: Sequence[Token], i: int) -> range:
    """Return the places around a token in which its sentence lies, however long its paragraph is."""
    return range(max(i - SENTENCE_REACH, 0), min(i + SENTENCE_REACH, len(tokens)))


def _below(tokens: Sequence[Token], head: int, first: int, last: int) -> list[int]:
    return [i for i in range(first, last) if tokens[i].head == head and i != head]


def modality(tokens: Sequence[Token], root: int, first: int, last: int) -> Modality:
    """Return how the tokens ``first`` … ``last - 1``, headed by ``root``, put what they tell."""
    if first >= last:
        return Modality.FACT
    below = _below(tokens, root, first, last)
    helpers = {tokens[i].text.lower() for i in helpers_of(tokens, root)}
    infinitive = any(tokens[i].dep in {"xcomp", "ccomp"} and _has_to(tokens, i, first, last) for i in below)
    lemma = tokens[root].lemma
    if helpers & POSSIBLE_AUXILIARIES or any(_is_possible(tokens[i]) for i in below):
        return Modality.POSSIBLE
    if helpers & DUTY_AUXILIARIES or (infinitive and lemma in DUTY_VERBS):
        return Modality.DUTY
    if any(_has_if(tokens, i, first, last) for i in (root, *(j for j in below if tokens[j].dep == "advcl"))):
        return Modality.CONDITION
    if helpers & FUTURE_AUXILIARIES or _is_planned(tokens, root, below, infinitive):
        return Modality.FUTURE
    if tokens[root].tag == "VB" and "to" in helpers:
        return Modality.FUTURE  # "Council to close pier": a headline's future; "is to close"
    return Modality.ASKED if infinitive and lemma in ASKING_VERBS else Modality.FACT


def helpers_of(tokens: Sequence[Token], verb: int) -> list[int]:
    """Return a verb's auxiliaries; a verb behind "and" without its own borrows those of the verb before it."""
    for _ in range(4):  # "will close, move and reopen": as long as such lists get
        own = [i for i in near(tokens, verb) if tokens[i].head == verb and tokens[i].dep in {"aux", "auxpass"}]
        if own or tokens[verb].dep != "conj" or tokens[verb].tag not in {"VB", "VBG", "VBN"}:
            return own
        verb = tokens[verb].head
    return []


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


def _has_to(tokens: Sequence[Token], verb: int, first: int, last: int) -> bool:
    return any(tokens[i].dep == "aux" and tokens[i].lemma == "to" for i in _below(tokens, verb, first, last))


def _has_if(tokens: Sequence[Token], verb: int, first: int, last: int) -> bool:
    return any(
        tokens[i].dep == "mark" and tokens[i].lemma in {"if", "unless"} for i in _below(tokens, verb, first, last)
    )


def is_negated(tokens: Sequence[Token], root: int, first: int, last: int) -> bool:
    """Return whether what the stretch mainly says is negated: an odd number of negations on its main verb.

    Counted: "not" and "never" on the verb, on its auxiliaries and on a complement without its own subject; "no" on its
    subject or object; a verb that negates its complement ("failed to", "denied", "refused").
    """
    if first >= last:
        return False
    count = 0
    spine = [root, *(i for i in _below(tokens, root, first, last) if tokens[i].dep in {"xcomp", "acomp", "attr"})]
    for verb in spine:
        count += tokens[verb].lemma in NEGATING_VERBS and (verb == root or tokens[verb].pos == "VERB")
        for i in _below(tokens, verb, first, last):
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
                count += any(
                    tokens[j].text.lower() in {"no", "none", "neither"} for j in _below(tokens, i, first, last)
                )
    return count % 2 == 1


def _next(tokens: Sequence[Token], i: int) -> str:
    return tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""


def negated_heads(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """Return the lemmas of the words that a negation of the stretch stands with."""
    heads: set[str] = set()
    for i in range(first, last):
        word = tokens[i].text.lower()
        if word in NEGATIONS and _next(tokens, i) != "only":
            head = tokens[i].head
            if word in {"without"}:
                below = [j for j in range(first, last) if tokens[j].head == i and tokens[j].dep in {"pobj", "pcomp"}]
                heads.update(tokens[j].lemma for j in below)
            elif first <= head < last and head != i:
                heads.add(tokens[head].lemma)
        elif tokens[i].lemma in NEGATING_VERBS and tokens[i].pos == "VERB":
            heads.update(
                tokens[j].lemma
                for j in range(first, last)
                if tokens[j].head == i and tokens[j].dep in {"xcomp", "ccomp", "dobj"}
            )
    return frozenset(heads)
