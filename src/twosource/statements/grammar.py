"""A parse as a tree: children, subtrees, noun phrases. What every rule over the grammar needs, once."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Parse, Sentence, Token

_NOT_IN_NAME = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "punct", "preconj", "mark", "xcomp"})
LONGEST_SOURCE = 24
"""Tokens; a longer noun phrase is a parse gone wrong, and is cut to its head and what stands directly before it."""


class Tree:
    """A :class:`~twosource.model.Parse` with its children and the reach of each subtree (token indices)."""

    __slots__ = ("children", "left", "parse", "right", "sentence_of", "tokens")

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens: tuple[Token, ...] = parse.tokens
        count = len(parse.tokens)
        self.children: list[list[int]] = [[] for _ in range(count)]
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.left = list(range(count))
        self.right = list(range(count))
        for index in self._deepest_first():
            head = parse.tokens[index].head
            self.left[head] = min(self.left[head], self.left[index])
            self.right[head] = max(self.right[head], self.right[index])
        self.sentence_of: list[Sentence] = []
        for sentence in parse.sentences:
            self.sentence_of.extend([sentence] * (sentence.last - len(self.sentence_of)))

    def _deepest_first(self) -> Iterator[int]:
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:  # grows while it is walked: breadth first from the roots
            order.extend(self.children[index])
        yield from reversed(order)

    def child(self, index: int, *labels: str) -> int | None:
        """Return the first child with one of these dependency labels."""
        return next((c for c in self.children[index] if self.tokens[c].dep in labels), None)

    def joined(self, index: int) -> bool:
        """Return whether a verb stands beside another clause: "and …", ", adding …", "while … said"."""
        token = self.tokens[index]
        if token.tag == "VBG" and token.dep == "advcl":
            return self.tokens[index - 1].text == ","
        if token.dep != "advcl":
            return token.dep == "conj"
        mark = self.child(index, "mark")
        return mark is not None and self.tokens[mark].text.lower() in {"while", "whereas"}

    def subtree(self, index: int) -> Iterator[int]:
        """Yield the token indices of the subtree, the top first."""
        stack = [index]
        while stack:
            top = stack.pop()
            yield top
            stack.extend(reversed(self.children[top]))

    def under(self, index: int, top: int) -> bool:
        """Return whether the token is in the subtree of ``top``."""
        while index != top:
            head = self.tokens[index].head
            if head == index:
                return False
            index = head
        return True

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after this paragraph offset (the token count for none)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def noun_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return first and last token index of the noun phrase around a head, as a source is quoted.

    Modifiers, "of …" phrases, coordinated names and an abbreviation in brackets belong to it; relative clauses and
    what follows a comma do not.
    """
    tokens = tree.tokens
    keep = {head}
    stack = [head]
    while stack:
        top = stack.pop()
        for child in tree.children[top]:
            token = tokens[child]
            if token.dep in _NOT_IN_NAME or (token.dep == "conj" and token.pos in {"VERB", "AUX"}):
                continue
            if child > top and (token.dep in {"advmod", "npadvmod"} or _dates(tree, child)):
                continue
            if token.dep == "appos" and tokens[child - 1].text != "(" and _comma_between(tokens, top, child):
                continue
            keep.add(child)
            stack.append(child)
    first = last = head
    while first > 0 and (first - 1 in keep or _joins(tokens, first - 1, keep)):
        first -= 1
    while last + 1 < len(tokens) and (last + 1 in keep or _joins(tokens, last + 1, keep)):
        last += 1
    if last - first >= LONGEST_SOURCE:
        first = last = head
        while first > 0 and tokens[first - 1].head == head and tokens[first - 1].pos != "PUNCT":
            first -= 1
    while first < head and tokens[first].pos in {"PUNCT", "CCONJ", "ADP"}:
        first += 1
    while last > head and tokens[last].text in {",", "(", ";", "-", "and"}:
        last -= 1
    return first, last


def _dates(tree: Tree, child: int) -> bool:
    """Return whether a phrase after a noun is "on Monday": the day of the saying, not part of the name."""
    day = tree.child(child, "pobj") if tree.tokens[child].text.lower() == "on" else None
    return day is not None and tree.tokens[day].text.lower().endswith("day")


def _comma_between(tokens: tuple[Token, ...], left: int, right: int) -> bool:
    return any(tokens[index].text in {",", ";", "—", "–"} for index in range(left + 1, right))


def _joins(tokens: tuple[Token, ...], index: int, keep: set[int]) -> bool:
    """Return whether a mark or "and" at this index stands between two kept words and so joins them."""
    token = tokens[index]
    if token.text == ")":
        return index - 1 in keep
    if token.text == "(":
        return index + 1 in keep
    inner = token.pos in {"PUNCT", "CCONJ", "SYM"} and token.text not in {":", ";", "“", "”", '"', "—", "–"}
    return inner and index - 1 in keep and index + 1 in keep
