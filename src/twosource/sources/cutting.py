"""A mention cut up: its words, the stretches between commas, what stands in brackets, the names side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.sources import vocabulary as lists
from twosource.sources.names import fold, is_initialism, words_of

Range = tuple[int, int]
_JOINING = frozenset({"but", "and", "or", "even", "while", "also", "from", "among", "by", "to", "of"})
"""Words before a source that are no part of it."""
_CLOSING = frozenset({"'s", "’s", "'", "’", "all", "both", "themselves", "himself", "herself", "itself"})
"""Words after a source that are no part of it."""
_CLAUSE = frozenset({"who", "which", "whose", "whom", "where", "i", "we", "he", "she", "they", "you"})
"""Words that begin a clause about a source, with a relative pronoun or without ("the experts I asked")."""


class Word(NamedTuple):
    """A word of a mention. Offsets count in the report's stored text; hyphenated words are one."""

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str

    @property
    def low(self) -> str:
        """The word in lower case, without a full stop at its end."""
        return fold(self.text).rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it is written like a piece of a name."""
        return any(piece[:1].isupper() for piece in self.text.replace("’", "'").split("-")) and self.pos != "PUNCT"


def singular(word: Word) -> str:
    """Return a noun in the singular: the parser's lemma, or the word itself less its ending in a headline."""
    low = word.low
    if low in lists.ROLES | lists.BODIES | lists.DOCUMENTS | lists.GROUPS | lists.PAPERS:
        return low
    known = lists.ROLES | lists.BODIES | lists.DOCUMENTS | lists.PAPERS | lists.ANONYMOUS_HEADS
    if low.endswith("men"):
        return f"{low[:-3]}man"
    for ending, other in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + other in known:
            return low[: -len(ending)] + other
    return fold(word.lemma) if word.tag == "NNS" else low


def role_of(low: str) -> tuple[str, bool]:
    """Return a role without its prefix, and whether the prefix ends it: "minister" and True of "ex-minister"."""
    bare = next((low.removeprefix(prefix) for prefix in lists.PREFIXES if low.startswith(prefix)), low)
    return (bare, True) if bare != low and bare in lists.ROLES else (low, False)


def trim(words: list[Word]) -> list[Word]:
    """Drop marks and joining words at both ends, and a possessive at the end ("Voss's claim")."""
    while words and (words[0].pos == "PUNCT" or words[0].low in _JOINING):
        del words[0]
    if len(words) > 3 and words[0].low == "both" and any(word.low == "and" for word in words):
        del words[0]
    while words and ((words[-1].pos == "PUNCT" and words[-1].text != ")") or words[-1].low in _CLOSING):
        del words[-1]
    return words


def cut_gloss(words: list[Word]) -> tuple[list[Word], str]:
    """Return the words without what stands in brackets, and the short name that stood there ("(TNA)")."""
    kept: list[Word] = []
    gloss, depth = "", 0
    for word in words:
        if word.text == "(":
            depth += 1
        elif depth and ")" in word.text:
            depth -= 1
        elif not depth:
            kept.append(word)
        elif not gloss and kept and is_initialism(word.text):
            gloss = word.text
    return trim(kept), gloss


def before_relative(words: list[Word]) -> list[Word]:
    """Return the words before a relative clause."""
    for place, word in enumerate(words):
        if place and (word.low in _CLAUSE or (place > 1 and word.low == "that")):
            return words[:place]
    return words


def cut_segments(words: list[Word]) -> list[list[Word]]:
    """Return the stretches between commas and dashes, without empty ones; a "Jr." stays with its name."""
    segments: list[list[Word]] = [[]]
    for word in words:
        if word.text in {",", "—", "–", ";", ":"}:
            segments.append([])
        elif word.low in lists.SUFFIXES and word.capital and not segments[-1] and len(segments) > 1:
            segments.pop()
            segments[-1].append(word)
        elif word.pos != "PUNCT" or word.text in {"&", "-"}:
            segments[-1].append(word)
    return [segment for segment in segments if segment]


def coordinated(segments: list[list[Word]], persons: Sequence[Range], known: frozenset[str]) -> list[list[Word]]:
    """Return the names that stand side by side, or none where it is no list of proper names or bodies."""
    parts: list[list[Word]] = []
    joined = False
    for number, segment in enumerate(segments):
        place = next((i for i, word in enumerate(segment) if word.low == "and"), None)
        left, right = (segment, []) if place is None else (segment[:place], segment[place + 1 :])
        if left and not (proper(left) or _is_body(left)):
            if number == 0:
                return []
            continue  # an apposition, with an "and" of its own or without
        if left:
            parts.append(left)
        if place is not None:
            if not (proper(right) or _is_body(right)) or (left and _one_name(left, right, persons, known)):
                return []
            if all(word.low in lists.HONORIFICS for word in left or parts[-1]):
                return []  # "Mr and Mrs Voss": two, of whom no name tells which
            parts.append(right)
            joined = True
    return parts if joined else []


def _one_name(left: list[Word], right: list[Word], persons: Sequence[Range], known: frozenset[str]) -> bool:
    """Return whether an "and" stands inside one name: "Ministry of Trade and Sea", "Northern and Eastern Union"."""
    if any(word.low in {"of", "for"} for word in left):
        return True
    if any(start <= left[0].start and right[-1].end <= end for start, end in persons):
        return True
    if singular(right[-1]) not in lists.BODIES or right[0].low in lists.DEFINITE or _ends_in_body(left):
        return False
    name = " ".join(words_of(" ".join(word.text for word in left if word.low != "the")))
    return name not in known or left[0].low in lists.DEFINITE


def _ends_in_body(words: list[Word]) -> bool:
    return singular(words[-1]) in lists.BODIES or is_initialism(words[-1].text)


def _is_body(words: list[Word]) -> bool:
    """Return whether the words are a body without a name: "the trade ministry"."""
    if len(words) < 2 or any(word.low in lists.PREPOSITIONS for word in words):
        return False
    return words[0].low in lists.DEFINITE and words[-1].low in lists.BODIES


def proper(words: list[Word]) -> bool:
    """Return whether the words are a proper name, with or without a title, and no common noun's modifiers."""
    inner = [word for word in words if word.low not in lists.DEFINITE | lists.PARTICLES | {"of", "for"}]
    if not inner or not all(word.capital or word.low in {"'s", "’s"} for word in inner):
        return False
    head = inner[-1]
    return not (singular(head) != head.low and singular(head) in lists.ROLES | lists.BODIES | lists.DOCUMENTS)
