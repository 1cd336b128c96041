"""Who does something, and to whom it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.likeness.names import Named
from twosource.likeness.tree import OBJECTS, Tree

_NOT_ONE = frozenset({"conj"})
_ARTICLES = frozenset({"det", "nummod"})
_ONE = frozenset({"a", "an", "one"})


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something that does, or is done to: its names, and the lemma of its head word ("" for a pronoun).

    ``plural`` says whether the head word is a noun in the plural, ``single`` that it is told to be one ("a man").
    """

    names: tuple[Named, ...] = ()
    lemma: str = ""
    plural: bool = False
    single: bool = False

    @property
    def known(self) -> bool:
        """Whether anything says who it is."""
        return bool(self.names or self.lemma)

    def meets(self, other: Party) -> bool:
        """Return whether a name of one can mean a name of the other."""
        return any(x.agrees(y) for x in self.names for y in other.names)

    def is_like(self, other: Party) -> bool:
        """Return whether the two can be told for one: by a name, or, where neither is named, by the same noun."""
        if self.names and other.names:
            return self.meets(other)
        return bool(self.lemma) and self.lemma == other.lemma

    @property
    def told(self) -> str:
        """The party in words, for a reason."""
        return ", ".join(name.surface for name in self.names) or self.lemma or "not named"


NOBODY = Party()


def party(tree: Tree, head: int | None, named: Sequence[Named]) -> Party:
    """Return the party that a noun heads, with those joined to it by "and"; ``named`` are the names around it."""
    if head is None:
        return NOBODY
    token = tree.tokens[head]
    members = [head]
    for i in tree.children(head, _NOT_ONE):
        members.extend([i, *tree.children(i, _NOT_ONE)])
    own = tuple(name for name in named if any(name.first <= i < name.last for i in members))
    plain = token.pos in {"NOUN", "NUM", "ADJ", "VERB"}
    single = any(tree.tokens[i].text.lower() in _ONE for i in tree.children(head, _ARTICLES))
    return Party(own, token.lemma if plain else "", token.tag == "NNS", single and token.tag == "NN")


def parties(tree: Tree, verb: int, named: Sequence[Named]) -> tuple[Party, Party]:
    """Return who does what a verb tells, and to whom it is done."""
    subject = party(tree, tree.subject(verb), named)
    if not tree.passive(verb):
        objects = [i for i in tree.children(verb, OBJECTS) if tree.inside(i)]
        return subject, party(tree, objects[0] if objects else None, named)
    by = [j for i in tree.children(verb, {"agent"}) for j in tree.children(i, {"pobj"}) if tree.inside(i)]
    return party(tree, by[0] if by else None, named), subject
