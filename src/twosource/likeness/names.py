"""Names in a stretch of text, and whether two of them can mean one thing.

A name agrees with another where one is a part of the other ("Arvale", "Ines Arvale"), where one gives the other's
initials ("KSO", "Karsk Seismic Office"), where one is a people and the other its country ("Kenyan", "Kenya"), where
the spelling differs as translation makes it differ ("Wladimir", "Vladimir" before the same surname), or where the
caller knows that they are one identity.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from twosource.likeness.words import IRREGULAR_PEOPLES, MONTHS, TITLES, WEEKDAYS
from twosource.model import Parse, Token

SPELLING = 0.78
"""Least share of equal letters (``rapidfuzz.fuzz.ratio``) of two given names before the same surname."""
SURNAME_SPELLING = 0.88
"""The same for two surnames after the same given name."""
SHORT_FORM = 3
"""Least letters of a given name that is the beginning of another before the same surname."""
REMEMBERED = 65_536
"""Pairs of names whose comparison is kept in memory: the names of a story meet again and again."""
PEOPLE_STEM = 4
"""Least number of first letters that a people and its country share ("Chin-ese", "Chin-a")."""
PEOPLE_ENDINGS = ("n", "an", "ian", "ish", "ese", "i", "ean", "ic", "er", "s", "ns", "ans", "ians")

_SOUNDS = {"w": "v", "c": "k", "q": "k", "y": "i", "j": "i", "z": "s", "g": "h"}
"""First letters that translation puts for one another ("Wladimir", "Vladimir")."""
_LINKS = frozenset({"of", "the", "and", "de", "la", "al", "-", "van", "von", "for", "&"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands: token range ``first`` … ``last - 1`` of the paragraph, its words, and its kind.

    ``key`` holds its words in lower case without titles and marks. ``kind``: ``person``, ``organisation``, ``place``,
    ``people``, or "" where nothing says. ``identity`` is the id of the source that the caller knows it to be.
    ``slot`` is its part in the sentence: the relation of its head word and the lemma of what that hangs on.
    """

    surface: str
    key: tuple[str, ...]
    kind: str
    first: int
    last: int
    slot: tuple[str, str] = ("", "")
    identity: str = ""

    def agrees(self, other: Named) -> bool:
        """Return whether the two can name one thing."""
        if self.identity and self.identity == other.identity:
            return True
        return same_name(self.key, other.key)


def _bare(word: str) -> str:
    """Return a word in lower case without accents, dots and possessive."""
    word = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    word = word.replace("’", "'")
    return word.removesuffix("'s").removesuffix("'").replace(".", "")


def key(words: Iterable[str]) -> tuple[str, ...]:
    """Return a name's words in lower case, without titles, marks and little words."""
    bare = [_bare(word) for part in words for word in part.replace("–", "-").split("-")]
    kept = [word for word in bare if any(c.isalnum() for c in word) and word not in _LINKS and word != "s"]
    without = [word for word in kept if word not in TITLES]
    return tuple(without or kept)


@lru_cache(maxsize=REMEMBERED)
def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether two name keys can name one thing. Two persons of one surname are two."""
    if not a or not b:
        return False
    short, long = sorted((list(a), list(b)), key=len)
    if set(short) <= set(long):
        return True
    if _initials(short, long) or _initials(long, short):
        return True
    if len(short) == len(long) == 1:
        return _one_people(short[0], long[0])
    if len(short) == 1:
        return any(_one_people(short[0], word) for word in long)
    if len(short) > 1 and short[0] == long[0] and fuzz.ratio(short[-1], long[-1]) / 100 >= SURNAME_SPELLING:
        return True
    if short[-1] == long[-1]:
        given, other = short[0], long[0]
        if min(len(given), len(other)) >= SHORT_FORM and (given.startswith(other) or other.startswith(given)):
            return True  # "Tom", "Tomas"
        if len(given) == 1 or len(other) == 1:
            return given[0] == other[0]
        first = _SOUNDS.get(given[0], given[0]) == _SOUNDS.get(other[0], other[0])
        return (
            first and given[-1] == other[-1] and fuzz.ratio(given, other) / 100 >= SPELLING and len(given) == len(other)
        )
    return all(any(x == y or _one_people(x, y) for y in long) for x in short)


def spelled_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether two names are so nearly spelled alike that one may be the other misspelled."""
    return fuzz.ratio("".join(a), "".join(b)) / 100 >= SPELLING


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) == 1 < len(long) and len(short[0]) == len(long) and short[0] == "".join(w[0] for w in long)


def _one_people(a: str, b: str) -> bool:
    """Return whether the words are a country and its people, or two forms of one of them."""
    a, b = (IRREGULAR_PEOPLES.get(word, word) for word in (a, b))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    stem = 0
    while stem < len(short) and short[stem] == long[stem]:
        stem += 1
    if stem < PEOPLE_STEM:
        return False
    return any(long == long[:stem] + ending for ending in PEOPLE_ENDINGS) and short[stem:] in {
        "",
        "a",
        "y",
        "e",
        "o",
        "ia",
    }


def _start(token: Token) -> int:
    return token.start


def names(
    parse: Parse, first: int, last: int, identities: Mapping[tuple[str, ...], str] | None = None
) -> tuple[Named, ...]:
    """Return the names among the tokens ``first`` … ``last - 1``: the parser's, and other capitalised runs."""
    tokens = parse.tokens
    found: list[Named] = []
    taken: set[int] = set()
    low, high = (tokens[first].start, tokens[last - 1].end) if first < last else (0, 0)
    for name in parse.names:
        if name.end <= low or high <= name.start:
            continue
        begin = bisect_left(tokens, name.start, first, last, key=_start)
        end = bisect_left(tokens, name.end, begin, last, key=_start)
        inside = [i for i in range(begin, end) if tokens[i].end <= name.end]
        runs = _without_possessor(tokens, inside)
        for run in runs:
            if any(_is_name_word(tokens[i]) or tokens[i].text[:1].isupper() for i in run):
                taken.update(run)
                found.append(_named(tokens, run, name.kind, identities))
    run = []
    for i in range(first, last + 1):
        if i < last and i not in taken and _is_name_word(tokens[i]):
            run.append(i)
        elif run:
            found.append(_named(tokens, run, "", identities))
            run = []
    return tuple(sorted((name for name in found if name.key), key=lambda name: name.first))


def _without_possessor(tokens: Sequence[Token], inside: Sequence[int]) -> list[list[int]]:
    """Cut a name at a possessive 's: "Brenmark's Ollvik" names two things."""
    runs: list[list[int]] = [[]]
    for i in inside:
        if tokens[i].tag == "POS":
            runs.append([])
        else:
            runs[-1].append(i)
    return [run for run in runs if run]


def _is_name_word(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    return (
        token.pos == "PROPN"
        and word not in WEEKDAYS
        and word not in MONTHS
        and word not in TITLES
        and word.isascii() | word.isalpha()
    )


def _named(
    tokens: Sequence[Token], run: Sequence[int], kind: str, identities: Mapping[tuple[str, ...], str] | None
) -> Named:
    words = [tokens[i].text for i in run]
    name = key(words)
    head = next((i for i in run if tokens[i].head not in run or tokens[i].head == i), run[-1])
    slot = slot_of(tokens, head)
    return Named(" ".join(words), name, kind, run[0], run[-1] + 1, slot, (identities or {}).get(name, ""))


def slot_of(tokens: Sequence[Token], head: int) -> tuple[str, str]:
    """Return a word's part in its sentence: its relation, and the lemma of the word (behind a preposition) above it."""
    up = tokens[head].head
    dep = tokens[head].dep
    if dep == "pobj":
        dep = f"pobj {tokens[up].lemma}"
        up = tokens[up].head
    return dep, tokens[up].lemma
