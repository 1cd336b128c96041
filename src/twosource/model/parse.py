"""What the language stage gives: the grammar of each distinct paragraph, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from twosource.model.enums import PartKind


class Token(NamedTuple):
    """One word or mark of a parsed paragraph. Offsets count from the paragraph's start; ``head`` is a token index.

    ``pos``, ``tag`` and ``dep`` use the Universal POS, Penn Treebank and CLEAR labels; a root is its own head.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Sentence(NamedTuple):
    """A sentence of a parsed paragraph: its characters, and its tokens ``first`` … ``last - 1``."""

    start: int
    end: int
    first: int
    last: int


class Name(NamedTuple):
    """A named thing in a parsed paragraph. ``kind``: ``person``, ``organisation``, ``place``, ``people`` (Kenyans)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of one distinct paragraph text. It is made once, however many reports carry the paragraph."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph where it stands: ``report.text[start:start + len(parse.text)] == parse.text``."""

    report: str
    start: int
    part: PartKind
    parse: Parse

    @property
    def end(self) -> int:
        """End of the paragraph in the report's stored text."""
        return self.start + len(self.parse.text)
