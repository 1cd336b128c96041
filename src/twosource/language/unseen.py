"""Characters that nobody sees inside words: taken out before a text is parsed, and counted again in its offsets.

Pages put them where a long word may be broken, and copying keeps them; others hide them in names on purpose. The stored
text keeps every one of them, but a name with one in it is the same name to a reader, and so it is here.
"""

from __future__ import annotations

import re

from twosource.model import Name, Parse, Sentence

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
"""Soft hyphens, zero-width spaces and joiners, marks of writing direction, variation selectors, byte order marks: the
characters of Unicode's Default_Ignorable_Code_Point that stand in running text."""


def seen(text: str) -> str:
    """Return the text without the characters that nobody sees."""
    return _UNSEEN.sub("", text)


def restored(parse: Parse, text: str) -> Parse:
    """Return the parse of ``seen(text)`` as that of ``text``: offsets count all characters, words keep what is seen."""
    if len(parse.text) == len(text):
        return parse
    places: list[int] = []
    last = 0
    for match in _UNSEEN.finditer(text):
        places.extend(range(last, match.start()))
        last = match.end()
    places.extend(range(last, len(text)))
    return Parse(
        text,
        tuple(t._replace(start=places[t.start], end=places[t.end - 1] + 1) for t in parse.tokens),
        tuple(Sentence(places[s.start], places[s.end - 1] + 1, s.first, s.last) for s in parse.sentences),
        tuple(Name(places[n.start], places[n.end - 1] + 1, n.kind) for n in parse.names),
    )
