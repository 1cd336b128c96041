"""The bodies, agencies and outlets named in a report: full names, initials and glosses, shortened names."""

from __future__ import annotations

import re

from twosource.model import SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.cast import Cast
from twosource.sources.cutting import Word, singular
from twosource.sources.identity import Identity, kinds_of_body
from twosource.sources.kinds import type_of
from twosource.sources.mention import Described, Form
from twosource.sources.names import body_key, initials_of, is_initialism, same_body_words, same_place, words_of
from twosource.sources.uses import NameUse

_GLOSS = re.compile(r"\(([A-Z][A-Z.&]{1,8})\)")
_LEAST_INITIALS = 3
"""Letters of an initialism that is taken for a full name without a gloss; two letters fit too many names."""
_BESIDE = 60
"""Code points before and behind a name in which its descriptor is looked for."""
_BEFORE = 120
"""Code points before a gloss in which its full name stands."""


def read_glosses(cast: Cast) -> None:
    """Note each full name that the report explains by its initials: "the Torvian News Agency (TNA)"."""
    reading = cast.reading
    for paragraph in reading.paragraphs:
        for found in _GLOSS.finditer(reading.report.text, paragraph.start, paragraph.end):
            full = _full_before(cast, max(paragraph.start, found.start() - _BEFORE), found.start(), found.group(1))
            if full and _known(cast, full) is None:
                identity = Identity(reading.report.id, SourceType.ORGANISATION)
                identity.names[full] += 1
                identity.glosses.add(found.group(1))
                cast.bodies.append(identity)


def body_of(cast: Cast, described: Described, type_: SourceType, *, guess: bool = False) -> Identity:
    """Return the body, agency, outlet or paper of this name, with what joins the name to it.

    :param guess: whether nothing but the parser says that it is one.
    """
    name = described.name
    identity = _known(cast, name)
    if identity is None and described.gloss:
        identity = _known(cast, described.gloss)
    if identity is None:
        identity = Identity(cast.reading.report.id, type_, guess=guess)
        cast.bodies.append(identity)
    elif name not in identity.names:
        identity.say("same body", f"“{name}” and “{best_name(identity)}”")
    identity.names[name] += 1
    identity.guess = identity.guess and guess
    if _rank(type_) > _rank(identity.type):
        identity.type = type_
    return identity


def body_named_before(cast: Cast, described: Described) -> tuple[Identity, str] | None:
    """Return the body that "the company" or "the group" takes up though no statement before is its own, and why.

    It is the only one that the text calls so before the mention: by a word of its name ("Lasko Shipping Co."), before
    its name ("the ferry company Lasko") or behind it ("Lasko, a ferry company,").
    """
    kinds = kinds_of_body(described.head)
    if described.head not in lists.BODIES:
        return None
    found: dict[tuple[str, ...], tuple[NameUse, set[str]]] = {}
    for use in cast.reading.names_between(0, described.span.start):
        if use.kind == "person" or cast.reading.kind_of(use.text) == "person":
            continue
        beside = _descriptor(cast, use)
        body = cast.reading.kind_of(use.text) == "organisation"
        told = {*(words_of(use.text) if body else ()), *beside}
        if told & kinds:
            found.setdefault(body_key(use.text), (use, set()))[1].update(told)
    fitting = [use for use, told in found.values() if _told(described, told)]
    if len(fitting) != 1:
        return None
    use = fitting[0]
    mention = Described(cast.reading.report.span(use.start, use.end), Form.NAME, name=use.text)
    identity = body_of(cast, mention, type_of(mention, "organisation", cast.outlets))
    identity.mentions.add(mention.span)
    return identity, f"“{use.text}” is the only one that the report calls so before"


def _told(described: Described, told: set[str]) -> bool:
    return all(any(same_place(word, other) for other in told) for word in described.words)


def _descriptor(cast: Cast, use: NameUse) -> list[str]:
    """Return the words before or behind a name that say what body it is, in the singular."""
    before: list[Word] = []
    for word in reversed(cast.reading.words(max(use.sentence[0], use.start - _BESIDE), use.start)):
        if word.pos not in {"NOUN", "ADJ"} and not word.tag.startswith("VBN"):
            break
        before.append(word)
    words = before if before and before[0].pos == "NOUN" else []
    if cast.reading.report.text[use.end : use.end + 2] == ", ":
        after = cast.reading.words(use.end + 2, min(use.sentence[1], use.end + _BESIDE))
        if after and after[0].low in lists.INDEFINITE | lists.DEFINITE:
            stop = next((i for i, word in enumerate(after) if word.pos in {"PUNCT", "VERB", "AUX", "ADP"}), 0)
            words = [*words, *after[1:stop]]
    return [singular(word) for word in words]


def best_name(identity: Identity) -> str:
    """Return the fullest name: the most words, then the most often used, then the first in the alphabet."""
    names = identity.names
    return min(names, key=lambda name: (-len(words_of(name)), is_initialism(name), -names[name], name), default="")


def same_body(a: str, b: str) -> bool:
    """Return whether two names of bodies are one: equal words, or one the initials of the other."""
    if same_body_words(a, b):
        return True
    found = False
    for short, full in ((a, b), (b, a)):
        letters = "".join(short.split()[-1:]).replace(".", "")
        bare = full.split(maxsplit=1)[-1] if words_of(full)[:1] == ("the",) else full
        if len(letters) >= _LEAST_INITIALS and is_initialism(letters) and len(words_of(short)) == 1:
            found = found or initials_of(bare) == letters
    return found


def shortened(short: str, full: str, places: frozenset[str]) -> bool:
    """Return whether ``short`` is ``full`` without the place before it: "Trade Ministry" of "Torvian Trade Ministry".

    An outlet's or a body's last word alone is enough where it is a general one ("the Courier").
    """
    x, y = words_of(short), words_of(full)
    x, y = (words[1:] if words[:1] == ("the",) else words for words in (x, y))
    if not x or len(x) >= len(y) or y[len(y) - len(x) :] != x:
        return False
    front = y[: len(y) - len(x)]
    if len(x) == 1:
        return x[0] in lists.PAPER_NAMES
    return all(word in places for word in front)


def _known(cast: Cast, name: str) -> Identity | None:
    """Return the body of the report that a name means, or None where none or several can be meant."""
    exact = [i for i in cast.bodies if any(body_key(name) == body_key(other) for other in [*i.names, *i.glosses])]
    if exact:
        return exact[0] if len(exact) == 1 else None
    alike = [i for i in cast.bodies if any(same_body(name, other) for other in i.names)]
    if alike:
        return alike[0] if len(alike) == 1 else None
    places = cast.reading.places
    longer = [i for i in cast.bodies if any(shortened(name, other, places) for other in i.names)]
    if longer or len(_full_names(cast, name)) > 1:
        # two full names in the report end alike: which of them is meant stays open
        return longer[0] if len(longer) == 1 and len(_full_names(cast, name)) < 2 else None
    shorter = [
        i
        for i in cast.bodies
        if all(shortened(other, name, places) and len(_full_names(cast, other)) < 2 for other in i.names)
    ]
    return shorter[0] if len(shorter) == 1 else None


def _full_names(cast: Cast, short: str) -> set[tuple[str, ...]]:
    """Return the keys of the names in the report that a short name can stand for."""
    names = [*cast.written, *(use.text for use in cast.reading.names)]
    return {body_key(name) for name in names if shortened(short, name, cast.reading.places)}


def _full_before(cast: Cast, start: int, end: int, letters: str) -> str:
    """Return the capitalised words right before a gloss whose first letters it is."""
    words = cast.reading.words(start, end)
    wanted = letters.replace(".", "").replace("&", "")
    for size in range(len(wanted), min(len(words), 2 * len(wanted) + 2) + 1):
        piece = words[-size:]
        if piece and piece[0].capital and piece[-1].capital:
            text = cast.reading.report.text[piece[0].start : piece[-1].end]
            if initials_of(text) == wanted and len(wanted) > 1:
                return text
    return ""


def _rank(type_: SourceType) -> int:
    """Return how much a type says: an agency is an organisation too."""
    order = (SourceType.ANONYMOUS, SourceType.GROUP, SourceType.ORGANISATION, SourceType.DOCUMENT)
    return order.index(type_) if type_ in order else len(order) + (type_ is SourceType.AGENCY)
