"""What a mention says about its source: the result of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model import Span
from twosource.sources import vocabulary as lists


class Form(StrEnum):
    """How a mention names its source."""

    PRONOUN = "pronoun"
    RELATIVE = "relative"  # "who", "which"
    NAME = "name"
    DESCRIPTION = "description"  # a common noun: "the agency", "two officials"
    JOINT = "joint"  # names side by side


@dataclass(frozen=True, slots=True)
class Described:
    """What a mention says about its source.

    ``head`` is the noun in the singular ("official"), ``words`` the folded content words beside it, ``owner`` whose it
    is ("Torvia's …"), ``body`` the place of the body that a spokesman speaks for, ``parts`` the places of the names of
    a joint source, ``rank`` the descriptor as written ("State media", "Mayor"), ``age`` the years that are given ("the
    45-year-old"; 0 where none are).
    """

    span: Span
    form: Form
    name: str = ""
    gloss: str = ""
    head: str = ""
    plural: bool = False
    determiner: str = ""
    words: frozenset[str] = frozenset()
    owner: str = ""
    rank: str = ""
    age: int = 0
    body: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def definite(self) -> bool:
        """Whether the mention points at something known: "the agency", "this ministry"."""
        return self.determiner in lists.DEFINITE
