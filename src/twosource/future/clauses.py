"""The reach of a word in a sentence: its clause from the subject on, without the frame of saying around it.

The left and right edges of all words are found in one pass over a parse, so that a sentence of any length costs no more
than its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.future.markers import SAYING
from twosource.model import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
"""Tags of relative pronouns: a clause that begins with one is read from its verb on."""

TRIM = frozenset("\"'“”‘’„«»,;:.-–—()[]…")
"""Marks that never begin or end a look ahead."""

QUOTES = frozenset('"“”„«»')
"""Marks that open or close words of others."""

CHILDREN = 64
"""Children of one word that are looked at; no sentence that a person wrote has as many."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parse with the children of every token and the edges of its subtree (``left`` … ``right``, both inside)."""

    parse: Parse
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    def token(self, at: int) -> Token:
        """Return a token."""
        return self.parse.tokens[at]

    def kids(self, at: int, *labels: str) -> Iterator[int]:
        """Yield the children of a token with one of these labels, in order; all children where none is given."""
        for child in self.children[at][:CHILDREN]:
            if not labels or self.parse.tokens[child].dep in labels:
                yield child

    def lemmas(self, at: int, *labels: str) -> set[str]:
        """Return lemmas and lower forms of these children."""
        found: set[str] = set()
        for child in self.kids(at, *labels):
            token = self.parse.tokens[child]
            found |= {token.lemma, token.text.lower()}
        return found

    def negated(self, at: int) -> bool:
        """Return whether a word is negated: "does not plan", "no plan"."""
        return any(
            self.token(child).dep == "neg" or self.token(child).lemma in ("no", "never") for child in self.kids(at)
        )


def tree(parse: Parse) -> Tree:
    """Return the parse with children and edges."""
    tokens = parse.tokens
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at:
            children[token.head].append(at)
    order: list[int] = [at for at, token in enumerate(tokens) if token.head == at]
    for at in order:
        order.extend(children[at])
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for at in reversed(order):
        for child in children[at]:
            left[at] = min(left[at], left[child])
            right[at] = max(right[at], right[child])
    return Tree(parse, tuple(map(tuple, children)), tuple(left), tuple(right))


def clause(words: Tree, verb: int, start: int | None = None) -> tuple[int, int]:
    """Return first and last token of a verb's clause: from its subject, else from ``start``, to its end."""
    first = verb if start is None else min(start, verb)
    for child in words.kids(verb, "aux", "auxpass", "neg"):
        first = min(first, child)
    for child in words.kids(verb, *SUBJECTS):
        if child < verb and words.token(child).tag not in RELATIVE:
            first = min(first, words.left[child])
    return trimmed(words, first, end(words, verb))


def end(words: Tree, verb: int) -> int:
    """Return the last token of a verb's clause, before a frame of saying or a coordinated clause of its own subject."""
    last = words.right[verb]
    for child in words.kids(verb):
        token = words.token(child)
        if child <= verb:
            continue
        framed = (
            token.dep in ("parataxis", "ccomp", "advcl", "conj") and token.lemma in SAYING and _finite(words, child)
        )
        beside = token.dep == "conj" and any(words.kids(child, *SUBJECTS))
        if framed or beside:
            last = min(last, words.left[child] - 1)
    while last > verb and words.token(last).dep in ("cc", "punct"):
        last -= 1
    return max(last, verb)


def _finite(words: Tree, verb: int) -> bool:
    return words.token(verb).tag in ("VBD", "VBZ", "VBP") and any(words.kids(verb, *SUBJECTS))


def trimmed(words: Tree, first: int, last: int, joins: bool = False) -> tuple[int, int]:
    """Return the range without marks, and unless ``joins`` without joining words, at its ends."""
    while first < last and (
        words.token(first).text in TRIM or (not joins and words.token(first).dep in ("cc", "mark"))
    ):
        first += 1
    while last > first and words.token(last).text in TRIM:
        last -= 1
    quotes = sum(words.token(at).text in QUOTES for at in range(first, last + 1))
    tokens = words.parse.tokens
    if quotes % 2 and last + 1 < len(tokens) and tokens[last + 1].text in QUOTES:
        last += 1  # the mark that closes what was opened inside
    return first, last
