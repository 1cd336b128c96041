"""Part of speech and lemma of each word, from the library's own rules, asked once for each kind of word.

The library matches some two hundred patterns at every word of a text, though all but a few of them look at one word
alone: at its tag, its label in the tree, and whether it is one of some hundred small words. What they say of such a
word is kept. Where a pattern of several words may fit, the rules are applied to the paragraph as the library does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Word = tuple[str, int, str, str, str, str]
"""A word of a text: its characters, its start, its lemma in small letters, part of speech, tag, label in the tree."""


class _Sight(NamedTuple):
    """Whether a rule names a word (in small letters) by itself, as the first of two words, as the second of them."""

    alone: bool
    first: bool
    second: bool


class _Kind(NamedTuple):
    """What the rules say of a kind of word, as identities in the library's store of strings; ``lemma`` 0 for none."""

    pos: int
    morph: str
    morph_key: int
    lemma: int


class Forms:
    """The rules of a pipeline for parts of speech and lemmas, with what they said before.

    :raises ValueError: if the pipeline has rules that look at more than two words.
    """

    def __init__(self, pipeline: Language) -> None:
        ruler: Any = pipeline.get_pipe("attribute_ruler")
        self._ruler = ruler
        self._lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        self._vocab: Any = pipeline.vocab
        patterns: list[list[dict[str, Any]]] = [p for rule in ruler.patterns for p in rule["patterns"]]
        if any(len(pattern) > 2 for pattern in patterns):
            raise ValueError("a rule of the language model looks at more than two words")
        alone = [pattern[0] for pattern in patterns if len(pattern) == 1 and "LOWER" in pattern[0]]
        pairs = [pattern for pattern in patterns if len(pattern) == 2]
        labels = [first["DEP"] for first, _ in pairs if isinstance(first.get("DEP"), str)]
        self._first_labels = frozenset(self._vocab.strings.add(label) for label in labels)
        self._alone = _words(alone)
        self._first = _words([first for first, _ in pairs if not isinstance(first.get("DEP"), str)])
        self._second = _words([second for _, second in pairs])
        self._sights: dict[int, _Sight] = {}
        self._kinds: dict[tuple[int, int, int], _Kind] = {}
        self._lemmas: dict[tuple[int, int, int], str] = {}

    def of(self, doc: Doc) -> tuple[list[int], list[Word], list[int]]:
        """Return which tokens are words and not white space, what these are, and of every token the head.

        :param doc: a text with tags and a tree, to which the rules have not been applied.
        """
        from spacy.attrs import (  # type: ignore[import-not-found]  # compiled code without types
            DEP,
            HEAD,
            IDX,
            IS_SPACE,
            LOWER,
            ORTH,
            TAG,
        )

        rows: list[list[int]] = doc.to_array([ORTH, LOWER, TAG, DEP, IS_SPACE, IDX]).tolist()
        heads = [at + step for at, step in enumerate(doc.to_array([HEAD]).astype("int64").ravel().tolist())]
        kept = [at for at, row in enumerate(rows) if not row[4]]
        if self._may_pair(rows):
            self._lemmatizer(self._ruler(doc))
            given = (doc[at] for at in kept)
            return kept, [(t.text, t.idx, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in given], heads
        strings = self._vocab.strings
        words: list[Word] = []
        for at in kept:
            orth, lower, tag, dep, _, start = rows[at]
            kind = self._kind(lower, tag, dep)
            key = orth, kind.pos, kind.morph_key
            lemma = strings[kind.lemma].lower() if kind.lemma else self._lemmas.get(key, "")
            if not lemma:
                lemma = self._lemmas[key] = self._lemma(doc[at], kind)
            words.append((strings[orth], start, lemma, strings[kind.pos], strings[tag], strings[dep]))
        return kept, words, heads

    def _may_pair(self, rows: list[list[int]]) -> bool:
        """Return whether a pattern of two words may fit anywhere."""
        last: list[int] | None = None
        for row in rows:
            if (
                last is not None
                and self._sight(row[1]).second
                and (last[3] in self._first_labels or self._sight(last[1]).first)
            ):
                return True
            last = row
        return False

    def _sight(self, lower: int) -> _Sight:
        sight = self._sights.get(lower)
        if sight is None:
            word = self._vocab.strings[lower]
            seen = (shape.search(word) is not None for shape in (self._alone, self._first, self._second))
            sight = self._sights[lower] = _Sight(*seen)
        return sight

    def _kind(self, lower: int, tag: int, dep: int) -> _Kind:
        key = lower if self._sight(lower).alone else 0, tag, dep
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = self._ruled(lower, tag, dep)
        return kind

    def _ruled(self, lower: int, tag: int, dep: int) -> _Kind:
        """Return what the rules say of a word that stands alone."""
        from spacy.tokens import Doc

        doc = Doc(self._vocab, [self._vocab.strings[lower]])
        token: Any = doc[0]
        token.tag, token.dep = tag, dep
        token = self._ruler(doc)[0]
        return _Kind(token.pos, str(token.morph), token.morph.key, token.lemma)

    def _lemma(self, token: Any, kind: _Kind) -> str:
        token.pos = kind.pos
        token.set_morph(kind.morph)
        return str(self._lemmatizer.lemmatize(token)[0]).lower()


def _words(conditions: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """Return what finds the words, in small letters, that one of these conditions on a token can fit."""
    shapes: list[str] = []
    for condition in conditions:
        lower = condition.get("LOWER")
        if isinstance(lower, str):
            shapes.append(rf"^{re.escape(lower)}\Z")
        elif isinstance(lower, Mapping) and set(lower) == {"IN"}:
            shapes.extend(rf"^{re.escape(word)}\Z" for word in lower["IN"])
        elif isinstance(lower, Mapping) and set(lower) == {"REGEX"}:
            shapes.append(lower["REGEX"])
        else:
            shapes.append("")  # any word
    return re.compile("|".join(f"(?:{shape})" for shape in shapes) or "(?!)")
