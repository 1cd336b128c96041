"""Who can speak: which noun phrases may be a source, inform somebody, or be spoken to."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.statements.cues import (
    BODIES,
    BODIES_BY_ENDING,
    DOCUMENTS,
    NOT_SPEAKERS,
    PEOPLE,
    ROLES,
    VERBS,
)
from twosource.statements.grammar import Tree, noun_phrase
from twosource.statements.unsaid import denying

_ANIMATE = frozenset("he she they we i you who both".split())
COLLECTIVES = frozenset("media medium television tv radio press agency newspaper broadcaster".split())
_COLLECTIVE_KINDS = frozenset("state state-run local official national public news government-run".split())
_ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ure", "age")
_PERSON_ENDINGS = ("ist", "ian", "keeper", "maker", "worker", "holder", "goer", "fighter", "man", "men")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as tokens: ``first`` … ``last`` of its noun phrase (both included) and its head."""

    first: int
    last: int
    head: int


def phrase(tree: Tree, head: int) -> Speaker:
    """Return the noun phrase around a head as a source."""
    first, last = noun_phrase(tree, head)
    if tree.tokens[head].lemma in COLLECTIVES:
        start = head
        while start > first and tree.tokens[start - 1].text.lower() in _COLLECTIVE_KINDS:
            start -= 1
        lower = start > first and tree.tokens[start].text[:1].isupper() and tree.tokens[start - 1].pos == "NOUN"
        if start < head and start > first and (_in_person(tree, start - 1) or lower):
            first = start  # damaged text: "… Anton Brel State media reported", "… the envoy State radio said"
    return Speaker(first, last, head)


def _in_person(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos == "PROPN" and any(n.start <= token.start < n.end and n.kind == "person" for n in tree.parse.names)


def _in_place(tree: Tree, index: int) -> bool:
    start = tree.tokens[index].start
    return any(n.start <= start < n.end and n.kind == "place" for n in tree.parse.names)


def can_speak(tree: Tree, head: int, verb: int) -> bool:
    """Return whether the head of a noun phrase can be the source of this verb."""
    token = tree.tokens[head]
    word = token.lemma
    if denying(tree, head):
        return False
    if token.dep == "expl" or token.text.lower() in {"that", "this", "which", "what", "there"}:
        return False
    if token.pos == "PRON":
        return token.text.lower() not in {"nothing", "something", "anything", "everything"}
    if token.pos == "PROPN":
        return "document" not in VERBS[tree.tokens[verb].lemma] or not _in_person(tree, head)
    if "document" in VERBS[tree.tokens[verb].lemma] and "before" not in VERBS[tree.tokens[verb].lemma]:
        return word in DOCUMENTS or word in BODIES
    if token.pos in {"NOUN", "ADJ", "NUM", "DET"}:
        return word not in NOT_SPEAKERS and not abstract(word)
    return False


def abstract(word: str) -> bool:
    """Return whether a noun's ending shows a deed or a quality, which says nothing: "the closure", "their return"."""
    return word.endswith(_ABSTRACT_ENDINGS) and word not in BODIES_BY_ENDING | DOCUMENTS | ROLES


def animate(tree: Tree, head: int) -> bool:
    """Return whether this is plainly someone: a personal pronoun, a name, a role."""
    token = tree.tokens[head]
    return (
        token.text.lower() in _ANIMATE
        or token.pos == "PROPN"
        or token.lemma in ROLES
        or token.lemma in BODIES
        or any(n.start <= token.start < n.end and n.kind in {"person", "organisation"} for n in tree.parse.names)
    )


def informs(tree: Tree, head: int) -> bool:
    """Return whether this is someone or something that information comes from, or that is spoken to."""
    token = tree.tokens[head]
    if token.text.lower() in _ANIMATE | {"him", "her", "them", "me", "us"}:
        return True
    lemma = token.lemma.lower()
    if token.pos == "NOUN" and lemma.endswith(_PERSON_ENDINGS):
        return True
    known = ROLES | BODIES | BODIES_BY_ENDING | DOCUMENTS | COLLECTIVES | PEOPLE
    return lemma in known or (token.pos == "PROPN" and token.text[:1].isupper() and not _in_place(tree, head))
