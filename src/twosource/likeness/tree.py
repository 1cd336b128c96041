"""The tree of the sentences around a stretch: what hangs on each word, looked up instead of searched for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from twosource.model import Parse, Token

REACH = 300
"""Tokens on either side of a stretch that are looked at; no sentence of prose is longer, hostile text is."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
HELPERS = frozenset({"aux", "auxpass"})
VERBS = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
"""Pronouns that stand for the word that their clause hangs on."""
_STEPS = 6
"""Most words that are walked up from a verb to its subject: as deep as a sentence's verbs hang on one another."""


class Tree:
    """The tokens ``first`` … ``last - 1`` of a paragraph, and what hangs on each token of the sentences they stand in.

    :param parse: the paragraph.
    """

    __slots__ = ("_below", "_root", "first", "high", "last", "low", "tokens")

    def __init__(self, parse: Parse, first: int, last: int) -> None:
        self.tokens: Sequence[Token] = parse.tokens
        self.first, self.last = first, last
        self.low, self.high = self._bounds(parse)
        self._root: int | None = None
        self._below: dict[int, list[int]] = {}
        for i in range(self.low, self.high):
            head = self.tokens[i].head
            if head != i:
                self._below.setdefault(head, []).append(i)

    def _bounds(self, parse: Parse) -> tuple[int, int]:
        low, high = self.first, self.last
        for sentence in parse.sentences:
            if sentence.first < self.last and self.first < sentence.last:
                low, high = min(low, sentence.first), max(high, sentence.last)
        return max(low, self.first - REACH), min(high, self.last + REACH)

    def below(self, head: int) -> Sequence[int]:
        """Return what hangs on a token, in order."""
        return self._below.get(head, ())

    def inside(self, i: int) -> bool:
        """Return whether a token stands in the stretch."""
        return self.first <= i < self.last

    def children(self, head: int, deps: Collection[str]) -> list[int]:
        """Return the tokens that hang on ``head`` by one of ``deps``."""
        below = self._below.get(head)
        return [i for i in below if self.tokens[i].dep in deps] if below else []

    def root(self) -> int:
        """Return the token that heads the stretch: of those whose head lies outside, the first verb, else the first."""
        if self._root is None:
            self._root = self._top()
        return self._root

    def _top(self) -> int:
        tokens = self.tokens
        tops = [i for i in range(self.first, self.last) if not self.inside(tokens[i].head) or tokens[i].head == i]
        tops = [i for i in tops if tokens[i].dep != "punct"] or tops
        verbs = [i for i in tops if tokens[i].pos in VERBS]
        return (verbs or tops or [self.first])[0]

    def helpers(self, verb: int) -> list[int]:
        """Return a verb's auxiliaries; a verb behind "and" without its own borrows those of the verb before it."""
        for _ in range(4):  # "will close, move and reopen": as long as such lists get
            own = self.children(verb, HELPERS)
            token = self.tokens[verb]
            if own or token.dep != "conj" or token.tag not in {"VB", "VBG", "VBN"} or token.head == verb:
                return own
            verb = token.head
        return []

    def passive(self, verb: int) -> bool:
        """Return whether a verb stands in the passive: "was closed", "the pier, closed by the council"."""
        if self.children(verb, {"nsubjpass", "auxpass"}):
            return True
        token = self.tokens[verb]
        if token.tag != "VBN":
            return False
        if token.dep == "acl":
            return True
        helpers = [self.tokens[i] for i in self.helpers(verb)]
        return any(helper.dep == "auxpass" for helper in helpers) or (
            not any(helper.lemma == "have" for helper in helpers) and bool(self.children(verb, {"agent"}))
        )

    def subject(self, verb: int) -> int | None:
        """Return the word that a verb's subject is, wherever it stands; None where nothing says.

        A relative pronoun stands for the word that its clause hangs on; a verb behind "and" or "to", and one that tells
        what a noun did or suffered ("the driver, injured in the crash"), shares the subject of what it hangs on.
        """
        for _ in range(_STEPS):
            own = self.children(verb, SUBJECTS)
            token = self.tokens[verb]
            if own:
                return self._meant(own[0], verb)
            if token.head == verb or token.dep not in {"conj", "xcomp", "advcl", "acl", "pcomp"}:
                return None
            if token.dep == "acl":
                return token.head if self.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"} else None
            up = token.head
            if token.dep == "pcomp" and self.tokens[up].head != up:
                up = self.tokens[up].head
            if token.dep in {"xcomp", "pcomp"} and self.tokens[up].pos in VERBS and not self.passive(up):
                for i in self.children(up, {"dobj"}):
                    return i  # "asked the ministry to send", "accused Voss of stealing"
            verb = up
        return None

    def named_for(self, noun: int) -> int:
        """Return the name that a noun is set beside: "Ardan Velt, a former judge", else the noun itself."""
        token = self.tokens[noun]
        if token.dep == "appos" and token.pos != "PROPN" and self.tokens[token.head].pos == "PROPN":
            return token.head
        return noun

    def _meant(self, subject: int, verb: int) -> int | None:
        token = self.tokens[subject]
        if token.text.lower() not in RELATIVE or token.tag not in {"WP", "WDT"}:
            return subject
        for _ in range(_STEPS):
            if self.tokens[verb].dep == "relcl":
                return self.named_for(self.tokens[verb].head)
            if self.tokens[verb].dep not in {"conj", "xcomp", "ccomp"} or self.tokens[verb].head == verb:
                break
            verb = self.tokens[verb].head
        return subject
