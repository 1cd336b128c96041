"""What the models read of a text: nothing that nobody sees, letters in one form, one kind of apostrophe.

Pages put unseen characters where a long word may be broken, and copying keeps them; others hide them in names on
purpose. An accent may be a character of its own ("e" and U+0301) or a part of its letter ("é"), an apostrophe straight
or curly. The stored text keeps all of it, but a reader sees the same name, and so it is here: the parser sees each text
in one form, and what it says is counted again in the text's own offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from twosource.model import Name, Parse, Sentence

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
"""Soft hyphens, zero-width spaces and joiners, marks of writing direction, variation selectors, byte order marks: the
characters of Unicode's Default_Ignorable_Code_Point that stand in running text."""
_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,4}(?![\u0300-\u036f])")
"""A letter with accents of their own after it; more than four are no spelling, and stay as they are."""
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


def seen(text: str) -> str:
    """Return the text as the models read it."""
    if text.isascii():
        return text
    return _MARKED.sub(_composed, _UNSEEN.sub("", text)).translate(_APOSTROPHES)


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield, of each character of ``seen(text)``, where it starts and ends in the text."""
    kept = [at for at, character in enumerate(text) if not _UNSEEN.match(character)]
    bare = "".join(text[at] for at in kept)
    last = 0
    for match in _MARKED.finditer(bare):
        yield from ((kept[at], kept[at] + 1) for at in range(last, match.start()))
        made = len(_composed(match))
        for number in range(made):
            at = min(match.start() + number, match.end() - 1)
            until = kept[match.end() - 1] if number == made - 1 else kept[at]
            yield kept[at], until + 1
        last = match.end()
    yield from ((kept[at], kept[at] + 1) for at in range(last, len(bare)))


def restored(parse: Parse, text: str) -> Parse:
    """Return the parse of ``seen(text)`` as that of ``text``: offsets count all characters, words keep what is seen."""
    if parse.text == text:
        return parse
    if parse.text == text.translate(_APOSTROPHES):
        return Parse(text, parse.tokens, parse.sentences, parse.names)
    places = list(_places(text))
    return Parse(
        text,
        tuple(t._replace(start=places[t.start][0], end=places[t.end - 1][1]) for t in parse.tokens),
        tuple(Sentence(places[s.start][0], places[s.end - 1][1], s.first, s.last) for s in parse.sentences),
        tuple(Name(places[n.start][0], places[n.end - 1][1], n.kind) for n in parse.names),
    )
