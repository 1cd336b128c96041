"""What an outlet may be called, and which sources of a report are its own house: the paper itself, its own people."""

from __future__ import annotations

import re

from twosource.lineage.outlets import ARTICLES, outlet_names, plain, short_for
from twosource.model import Report, Source, SourceType
from twosource.sources.names import person_words, words_of

__all__ = ["ARTICLES", "is_outlet", "names_of", "outlet_names", "own_house", "plain", "short_for"]

_OWN_HOUSE = re.compile(
    r"(?:this|our)(?: own)? (?:newspaper|paper|magazine|website|site|channel|station|broadcaster|network|outlet"
    r"|reporters?|correspondents?|journalists?|photographers?|team)$",
    re.IGNORECASE,
)
"""How a report calls its own outlet and its own people."""
_OUTLETS = frozenset({SourceType.OUTLET, SourceType.AGENCY, SourceType.ORGANISATION})


def names_of(source: Source) -> frozenset[str]:
    """Return the names of a source, each as one word."""
    return frozenset(plain(name) for name in (source.name, *source.variants)) - {""}


def is_outlet(source: Source, outlet: str | None) -> bool:
    """Return whether a source is this outlet, under its name, its domain or what is short for it."""
    if not outlet:
        return False
    called = outlet_names(outlet)
    if names_of(source) & called:
        return True
    if source.type not in _OUTLETS:
        return False
    names = [name for name in (source.name, *source.variants) if name[:1].isupper()]
    return any(short_for(short, name) for name in names for short in called)


def own_house(source: Source, report: Report) -> bool:
    """Return whether a source of a report is its own outlet, or one of its own people: such a layer is no source."""
    if any(_OWN_HOUSE.match(name) for name in (source.name, *source.variants)):
        return {mention.report for mention in source.mentions} <= {report.id}
    if is_outlet(source, report.outlet):
        return True
    writers = report.byline or ""
    return _of_the_outlet(source, report.outlet) or (source.type is SourceType.PERSON and _writes(source, writers))


def _of_the_outlet(source: Source, outlet: str | None) -> bool:
    """Return whether a source is called somebody of this outlet: "the Ledger's Maren Voss", "Ledger reporter Voss"."""
    if not outlet or source.type in {SourceType.AGENCY, SourceType.OUTLET}:
        return False
    called = outlet_names(outlet)
    for name in source.variants:
        for match in re.finditer(r"['’]s? |\breporter\b|\bcorrespondent\b", name):
            if plain(name[: match.start()]) in called:
                return True
    return False


def _writes(source: Source, byline: str) -> bool:
    """Return whether the byline names this person in full."""
    name = person_words(source.name)
    words = words_of(byline)
    return len(name) > 1 and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
