"""To whom a report's text is credited: an agency stands behind the own voice of every report that gives it.

A picture's credit never counts. A line that says that an agency contributed, or that a notice of copyright names in a
report of no known outlet, leaves open which words are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.lineage.evidence import CREDITED_BY_SOME, Credit, Name, Witness, same
from twosource.sources.vocabulary import ROLES

WRITER_WORDS = 2
"""Least words of a writer's name that two reports must have in common."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom a report credits: ``agencies`` for its whole text, ``writers`` of it, ``helpers`` for parts of it."""

    agencies: tuple[Credit, ...] = ()
    writers: tuple[Credit, ...] = ()
    helpers: tuple[Credit, ...] = ()

    def all_names(self) -> frozenset[Name]:
        """Return every name that is credited."""
        return frozenset(credit.name for credit in (*self.agencies, *self.writers, *self.helpers))

    def common(self, other: Credits) -> tuple[str, bool] | None:
        """Return the name that both credit for their text, and whether that is sure; None where they share none."""
        whole = (*self.agencies, *self.writers)
        if told := _shared(whole, (*other.agencies, *other.writers)):
            return told, True
        told = _shared((*whole, *self.helpers), other.helpers) or _shared(self.helpers, (*other.agencies,))
        return (told, False) if told else None

    def names(self, names: Iterable[Name]) -> tuple[str, bool] | None:
        """Return the agency among these names that the text is credited to, and whether that is sure."""
        names = tuple(names)
        for credits, sure in (((*self.agencies, *self.writers), True), (self.helpers, False)):
            for credit in credits:
                if any(same(credit.name, name) for name in names):
                    return credit.told, sure
        return None


def credited(witness: Witness) -> Credits:
    """Return whom a report credits for its text."""
    found = witness.credits
    return Credits(
        agencies=tuple(credit for credit in found if credit.alone >= CREDITED_BY_SOME),
        writers=tuple(credit for credit in found if credit.alone == 0 and _is_writer(credit.name)),
        helpers=tuple(credit for credit in found if 0 < credit.alone < CREDITED_BY_SOME),
    )


def met(every: Sequence[Credits], named: Iterable[Name]) -> frozenset[Name]:
    """Return the credited names that can join two reports: those that two credit, or that a source or an outlet has.

    :param every: the distinct credits of a case.
    :param named: the names of its sources and outlets.
    """
    holders: dict[str, set[tuple[int, Name]]] = {}
    for number, credits in enumerate(every):
        for name in credits.all_names():
            for key in _keys(name):
                holders.setdefault(key, set()).add((number, name))
    for name in named:
        for key in _keys(name):
            holders.setdefault(key, set()).add((-1, name))
    return frozenset(
        name
        for number, credits in enumerate(every)
        for name in credits.all_names()
        if any(number != other and same(name, there) for key in _keys(name) for other, there in holders[key])
    )


def _keys(name: Name) -> Iterator[str]:
    """Yield what two names that may be one share at least one of: a first word, all words as one, the initials."""
    if name:
        yield from {*name, "".join(name), "".join(word[0] for word in name)}


def _is_writer(name: Name) -> bool:
    """Return whether a name in a byline can be somebody's, or an agency's: long enough, and without a role in it.

    "Special Correspondent" names nobody, nor does a scrap of a line of date.
    """
    return len(name) >= WRITER_WORDS and all(len(word) > 1 for word in name) and not ROLES & set(name)


def _shared(a: Iterable[Credit], b: Iterable[Credit]) -> str:
    others = tuple(b)
    return next((x.told for x in a if any(same(x.name, y.name) for y in others)), "")
