"""Names compared: folded, cut into words, and laid side by side. Pure functions over strings.

A person's names are *the same* only where every word of the shorter finds its word in the longer: spelling variants of
translation (w/v, i/y/j, ks/x, hyphens, accents) and initials count as the same word, a different given name never does.
Nothing here uses an edit distance: one letter tells brothers apart ("Tila", "Tilo").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from twosource.sources.vocabulary import HONORIFICS, PARTICLES, SUFFIXES, WORD_TWINS

_POSSESSIVE = re.compile(r"[’'ʼ]s?$")
_DROPPED = frozenset({"the", "of", "for", "a", "an", "and", "s"})
_SPELLINGS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ks", "x"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("ou", "u"),
    ("w", "v"),
)
"""Letters that languages write differently for one sound; from the common transliterations of Slavic names."""
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "’": "'", "ʼ": "'"}
)
_DEMONYMS = ("ian", "ean", "ese", "ish", "an", "ic", "n", "i", "s")
"""Endings that make a people or an adjective of a place, the longest first."""
_THREE = 3
"""Words that a name and a longer one must share from the start for the rest to be a second surname."""
_STEM = 4
"""Letters that a place and its people must share: three would join too much, five lose short names."""


def fold(text: str) -> str:
    """Return the text in lower case, without accents and with plain letters."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name; hyphens part words, dots and a possessive ending are dropped."""
    bare = _POSSESSIVE.sub("", name.strip().rstrip(","))
    pieces = []
    for piece in re.split(r"[\s\-‐‑–/]+", fold(bare)):
        if piece in {"'s", "s"}:
            continue
        word = "".join(letter for letter in _POSSESSIVE.sub("", piece) if letter.isalnum())
        if word:
            pieces.append(word)
    return tuple(pieces)


def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without titles before it: the key for comparing."""
    words = list(words_of(name))
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] == "the"):
        del words[0]
    return tuple(words)


def is_full(name: str) -> bool:
    """Return whether a person's name has two words that stand apart: a hyphenated given name alone is not full."""
    written = [fold(word).strip(".,") for word in name.split()]
    return sum(word not in HONORIFICS | SUFFIXES | {"the"} for word in written) > 1


def suffix_of(words: tuple[str, ...]) -> str:
    """Return what tells a father from a son at the end of a name ("jr"), or nothing."""
    if words and words[-1] in SUFFIXES and len(words) > 1 + words[-1].startswith("i"):
        return {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
    return ""


def spelling(word: str) -> str:
    """Return a word's key under the spellings of translation; equal keys are one name written in two ways."""
    for letters, sound in _SPELLINGS:
        word = word.replace(letters, sound)
    word = word[:1] + word[1:].replace("j", "i").replace("y", "i")  # at the start they part Jan from Ian
    kept = "".join(letter for place, letter in enumerate(word) if not place or letter != word[place - 1])
    return f"{kept[:-2]}ov" if kept.endswith("of") and len(kept) > 4 else kept


def same_word(a: str, b: str, *, translated: bool = True) -> bool:
    """Return whether two words of a name are one word: equal, or equal under the spellings of translation."""
    return a == b or (translated and min(len(a), len(b)) > 1 and spelling(a) == spelling(b))


def same_person(a: str, b: str, *, translated: bool = True) -> bool:
    """Return whether two *full* names can be one person's: surname and given name, middle names may be dropped.

    "M. Voss" and "Maren Voss" can be one person's, "Tilo Voss" and "Maren Voss", "Voss" and "Voss Jr." cannot. A bare
    surname is no full name: see :func:`short_of`.
    """
    x, y = person_words(a), person_words(b)
    if suffix_of(x) != suffix_of(y):
        return False
    x, y = _without_suffix(x), _without_suffix(y)
    if min(len(x), len(y)) < 2:
        return False
    if len(x) == len(y):
        return _pairwise(x, y, translated) and any(len(p) > 1 and len(q) > 1 for p, q in zip(x, y, strict=True))
    short, long = sorted((x, y), key=len)
    if len(short) >= _THREE and _pairwise(short, long[: len(short)], translated):
        return True  # a second surname is dropped
    # a dropped middle name: first and last word stay
    return (
        _pairwise((short[0], short[-1]), (long[0], long[-1]), translated)
        and len(short[-1]) > 1
        and _subsequence(short, long, translated)
    )


def short_of(short: str, full: str, *, translated: bool = True) -> bool:
    """Return whether ``short`` is a piece of the full name: "Voss" of "Maren Voss", "Il-Sol" of "Dan Il Sol".

    The piece stands at the start or the end of the full name, and is shorter. A suffix must agree where it is given.
    """
    x, y = person_words(short), person_words(full)
    if suffix_of(x) and suffix_of(x) != suffix_of(y):
        return False
    x, y = _without_suffix(x), _without_suffix(y)
    if not x or len(x) >= len(y) or any(len(word) < 2 for word in x):
        return False
    tail = y[len(y) - len(x) :]
    if _pairwise(x, tail, translated) or _pairwise(x, y[: len(x)], translated):
        return True
    particles = [place for place, word in enumerate(y) if word in PARTICLES]
    return bool(particles) and _pairwise(x, y[particles[0] :], translated)


def inner_of(short: str, full: str) -> bool:
    """Return whether ``short`` is the first of two surnames: "Lanz" of "Odo Lanz Ferrin", "Mira Eva Lanz Ferrin"."""
    x, y = person_words(short), _without_suffix(person_words(full))
    return len(x) == 1 and len(x[0]) > 1 and len(y) > 2 and y[-2] == x[0] and y[-2] not in PARTICLES


def body_key(name: str) -> tuple[str, ...]:
    """Return the key under which names of bodies are equal: "Ministry of Defence" and "the Defense Ministry"."""
    return tuple(sorted(WORD_TWINS.get(word, word) for word in words_of(name) if word not in _DROPPED))


def same_body_words(a: str, b: str) -> bool:
    """Return whether two names of bodies have the same words, a place in one being its people in the other."""
    x, y = body_key(a), body_key(b)
    if len(x) != len(y) or len(x) < 2:
        return x == y
    return all(any(same_place(p, q) for q in y) for p in x) and all(any(same_place(p, q) for p in x) for q in y)


def initials_of(name: str) -> str:
    """Return the first letters of a name's capitalised words: "TNA" of "Torvian News Agency"."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", name) if word[:1].isupper())


def is_initialism(name: str) -> bool:
    """Return whether the name is written in capitals alone, two to eight of them ("TNA", "T.N.A.")."""
    letters = name.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


def same_place(a: str, b: str) -> bool:
    """Return whether two folded words are a place and its people: "torvia" and "torvian"."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    for ending in _DEMONYMS:
        stem = long[: -len(ending)]
        if long.endswith(ending) and len(stem) >= _STEM and (short == stem or short[:-1] == stem):
            return True
    return False


def same_places(x: Iterable[str], y: Iterable[str]) -> bool:
    """Return whether each word of either side finds itself, its place or its people on the other side."""
    x, y = tuple(x), tuple(y)
    return all(any(same_place(p, q) for q in y) for p in x) and all(any(same_place(p, q) for p in x) for q in y)


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if suffix_of(words) else words


def _pairwise(x: tuple[str, ...], y: tuple[str, ...], translated: bool) -> bool:
    if len(x) != len(y):
        return False
    for p, q in zip(x, y, strict=True):
        initial = len(p) == 1 or len(q) == 1
        if not (p[0] == q[0] if initial else same_word(p, q, translated=translated)):
            return False
    return True


def _subsequence(short: tuple[str, ...], long: tuple[str, ...], translated: bool) -> bool:
    place = 0
    for word in long:
        if place < len(short) and _pairwise((short[place],), (word,), translated):
            place += 1
    return place == len(short)


_OF_COUNTRY = re.compile(
    r"['’]s (?:[a-z]{2,15} )?(?:ministry|parliament|embassy|consulate|supreme court|central bank)\b"
)
"""Behind a single word: what a country has and no person, "Kesh's foreign ministry"."""


def is_country(text: str, start: int, end: int, surnames: Collection[str]) -> bool:
    """Return whether the name at a place is a single word, nobody's surname, that owns what a country alone has."""
    name = text[start:end].removesuffix("'s").removesuffix("’s")
    return " " not in name and fold(name) not in surnames and bool(_OF_COUNTRY.match(text, start + len(name)))
