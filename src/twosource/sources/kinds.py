"""What kind of thing a source is: a person, a body, a group, a paper, an outlet, an agency, or nobody by name."""

from __future__ import annotations

from twosource.model import SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.mention import Described, Form
from twosource.sources.names import is_initialism, words_of

_NAME_KINDS = {
    "person": SourceType.PERSON,
    "organisation": SourceType.ORGANISATION,
    "place": SourceType.ORGANISATION,  # a place that speaks is its government
    "people": SourceType.GROUP,
}
BODILY = frozenset({SourceType.ORGANISATION, SourceType.AGENCY, SourceType.OUTLET, SourceType.DOCUMENT})
"""Types that "it" can take up."""


def type_of(described: Described, kind: str | None, outlets: frozenset[tuple[str, ...]], after: str = "") -> SourceType:
    """Return the type of a source.

    :param described: the mention as read.
    :param kind: what the report takes the name for (``person``, ``surname`` of a person named in
        full, ``organisation``, ``place``, ``people``), if anything.
    :param outlets: words of the names of the outlets whose reports are read.
    :param after: the text that follows the mention in its sentence, where a wish for anonymity stands.
    """
    if described.form is Form.PRONOUN:
        return _of_pronoun(described.head)
    if described.form is Form.JOINT:
        return SourceType.GROUP
    if described.form is Form.NAME:
        return _of_name(described, kind, outlets)
    if described.head == "agency" and not described.determiner and described.words <= lists.STATE and described.words:
        return SourceType.AGENCY  # "State agency reported": with an article it may be an office of the state
    return _of_description(described, f"{described.span.text}{after}")


def is_guess(described: Described, kind: str | None) -> bool:
    """Return whether the type of a name rests on the parser alone: no title, descriptor, article or telling word."""
    words = words_of(described.name)
    bare = described.form is Form.NAME and not described.determiner and not described.head and not described.owner
    telling = (
        lists.BODIES | lists.PAPERS | lists.PAPER_NAMES | lists.DOCUMENTS | lists.AGENCY_NAMES | lists.OUTLET_NAMES
    )
    return bare and kind not in {"place", "people"} and not set(words) & telling and not is_initialism(described.name)


def _of_pronoun(word: str) -> SourceType:
    if word in lists.IT:
        return SourceType.ORGANISATION
    if word in lists.THEY | lists.WE:
        return SourceType.GROUP
    return SourceType.PERSON if word in lists.HE | lists.SHE | lists.I else SourceType.ANONYMOUS


def _of_name(described: Described, kind: str | None, outlets: frozenset[tuple[str, ...]]) -> SourceType:
    surname, kind = kind == "surname", "person" if kind == "surname" else kind
    words = words_of(described.name)
    last = words[-1] if words else ""
    titled = described.head in lists.ROLES or any(word in lists.ROLES | lists.HONORIFICS for word in described.words)
    bodily = kind == "organisation" and (len(words) == 1 or last in lists.BODIES | lists.PAPER_NAMES)
    if titled and not bodily:
        return SourceType.PERSON
    if _is_agency(described, words, kind):
        return SourceType.AGENCY
    if words in outlets or described.head in lists.PAPERS or (len(words) == 1 and last in lists.OUTLET_NAMES):
        return SourceType.OUTLET
    paper = last in lists.DOCUMENTS - lists.PAPER_NAMES and not {"for", "of", "on"} & set(words)
    if paper and len(words) > 1 and kind != "person":
        return SourceType.DOCUMENT
    if any(word in lists.BODIES for word in words) and kind != "person":
        return SourceType.ORGANISATION
    if any(word in lists.PAPER_NAMES for word in words) and len(words) > 1 and kind != "person":
        return SourceType.OUTLET
    if described.plural and len(words) == 1 and kind != "place" and not surname:
        return SourceType.GROUP
    joined = bool({"for", "of"} & set(words[1:-1])) and kind != "person"  # "Ferries for Kesh"
    if joined or described.head in lists.BODIES - lists.ROLES:
        return SourceType.ORGANISATION
    if len(words) == 1 and described.name[-1].isupper() and not described.name.isupper():
        return SourceType.ORGANISATION  # no person's name ends in a capital
    article = described.determiner == "the" and not described.rank  # "the Unbowed" is nobody's name
    if kind and not (kind == "person" and article):
        return _NAME_KINDS[kind]
    if article or is_initialism(described.name):
        return SourceType.ORGANISATION
    return SourceType.PERSON


def _is_agency(described: Described, words: tuple[str, ...], kind: str | None) -> bool:
    """Return whether a name is a news agency's: by its words, by its descriptor, or by the short list of known ones."""
    told = f" {' '.join(words_of(f'{described.rank} {described.name}'))} "
    if any(f" {phrase} " in told for phrase in lists.AGENCY_PHRASES):
        return True
    if described.head in {"wire", "newswire"} and described.head not in words:
        return True
    return len(words) == 1 and words[0] in lists.AGENCY_NAMES and (kind != "person" or is_initialism(described.name))


def _of_description(described: Described, told: str) -> SourceType:
    low = told.casefold()
    if described.head in lists.DOCUMENTS - lists.ROLES:
        return SourceType.DOCUMENT if not _is_outlet(described) else SourceType.OUTLET
    if described.head in lists.ANONYMOUS_HEADS or any(mark in low for mark in lists.ANONYMOUS_MARKS):
        return SourceType.ANONYMOUS
    phrase = f" {' '.join(words_of(described.rank))} "
    if any(f" {words} " in phrase for words in lists.AGENCY_PHRASES):
        return SourceType.AGENCY
    if described.plural:
        return SourceType.ORGANISATION if described.head == "police" else SourceType.GROUP
    if described.head == "executive" and "chief" in described.words and described.definite:
        return SourceType.PERSON
    for known, kind in (
        (lists.PAPERS, SourceType.OUTLET),
        (lists.ROLES - lists.OFFICES, SourceType.ANONYMOUS),
        (lists.OFFICES, SourceType.PERSON if described.determiner not in lists.INDEFINITE else SourceType.ANONYMOUS),
        (lists.GROUPS, SourceType.GROUP),
        (lists.BODIES | {"agency"}, SourceType.ORGANISATION),
    ):
        if described.head in known:
            return kind
    return SourceType.ANONYMOUS


def _is_outlet(described: Described) -> bool:
    """Return whether what can be a page is called an outlet: "the news site", "a blog" is none."""
    return described.head in {"website", "site"} and "news" in described.words
