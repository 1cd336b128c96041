"""Words without a grammar: tokens with offsets in the stored text, how common a word is, which words only bind others.

Words are compared in a normal form (NFKC, case folded, one kind of apostrophe, no invisible characters), so that
typographic and straight marks, composed and decomposed letters compare alike. The offsets stay those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

COMMONEST = 0.7
"""Share of news reports in which the very commonest words stand; no word is taken for commoner."""
RANK_SCALE = 40.0
RANK_SHIFT = 50.0
"""A word of rank r stands in about ``RANK_SCALE / (r + RANK_SHIFT)`` of news reports: fitted by eye to document
frequencies counted over 1,055 news texts (rank 100: 0.25, 500: 0.09, 1000: 0.04, 3000: 0.015)."""
RARE = 0.004
"""Share of news reports taken for a word that is not in the list: between a rank of 5,000 and one of 10,000."""
NEWSROOM_SHARE = 0.1
"""Share taken for the words of the trade below: a word that is rare in books and stands in every tenth report."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’ʼ＇](?=[^\W_]))*")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "＇": "'"})
_JOINED = "x"  # stands in for a mark that belongs to the word before it, while words are looked for

_NEWSROOM_WORDS = """
agency announced announcement associated bureau caption com comment comments copyright correspondent editor email
file image images interview media news newspaper photo photograph picture press read reported reporter reporters
reporting reports spokesman spokesperson spokeswoman statement story subscribe updated video website
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
"""
NEWSROOM = frozenset(_NEWSROOM_WORDS.split())
"""General words of the news trade and of dates, none of which tells one event from another."""

_FUNCTION_WORDS = """
a about above across after again against ago all almost along already also although always am amid among an and
another any anyone anything are aren't around as at away back be because been before behind being below beside
besides between beyond both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
during each either else enough even ever every everyone everything except few for from further had hadn't has
hasn't have haven't having he he'd he'll he's hence her here hers herself him himself his how however i i'd i'll
i'm i've if in indeed inside instead into is isn't it it's its itself just least less like many may me might mine
more most much must my myself near neither never nevertheless no nobody none nor not nothing now of off often on
once one only onto or other others otherwise our ours ourselves out outside over own per perhaps quite rather
said say saying says shall she she'd she'll she's should shouldn't since so some somebody someone something still
such than that that's the their theirs them themselves then there there's therefore these they they'd they'll
they're they've this those though through throughout thus till to together too toward towards two under unless
until up upon us very was wasn't we we'd we'll we're we've were weren't what when where whereas whether which
while who whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've your
yours yourself
"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
"""English words that bind or place other words, and plain "said": they tell nothing of an event by themselves."""


class Word(NamedTuple):
    """A word of a stored text: its offsets, its normal form, and whether it is written with a capital."""

    start: int
    end: int
    norm: str
    capital: bool


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of ``text[start:end]`` with offsets in ``text``. Linear in the length of the stretch."""
    stretch = text[start:end]
    plain = stretch.isascii()
    if not plain:
        joined = {ord(c): _JOINED for c in set(stretch) if _belongs_to_word(c)}
        searched = stretch.translate(joined) if joined else stretch
    else:
        searched = stretch
    found = []
    for match in _WORD.finditer(searched):
        first, last = match.span()
        if not plain:
            while first < last and _belongs_to_word(stretch[first]):  # a mark that nothing stands before
                first += 1
            while first < last and unicodedata.category(stretch[last - 1]) == "Cf":
                last -= 1
        raw = stretch[first:last]
        norm = raw.lower() if plain or raw.isascii() else normal(raw)
        if norm:
            found.append(Word(start + first, start + last, norm, raw[0].isupper()))
    return found


def normal(text: str) -> str:
    """Return the form in which texts are compared: NFKC, case folded, straight apostrophes, nothing invisible."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold())
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")


def stem(norm: str) -> str:
    """Return a rough stem: no possessive, plural, -ing, -ed or final -e. Only for finding, never for judging."""
    word = norm.removesuffix("'s").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def share(norm: str) -> float:
    """Return in about what share of news reports the word stands (0.004 … 0.7), whatever the run."""
    if norm in FUNCTION or len(norm) == 1:
        return COMMONEST
    ranks = _ranks()
    rank = ranks.get(norm)
    if rank is None:
        rank = ranks.get(norm.removesuffix("'s").removesuffix("s"))
    by_rank = RARE if rank is None else min(COMMONEST, RANK_SCALE / (rank + RANK_SHIFT))
    return max(by_rank, NEWSROOM_SHARE) if norm in NEWSROOM else by_rank


def _belongs_to_word(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


@cache
def _ranks() -> dict[str, int]:
    """Return the rank of each common English word, the commonest first.

    The list holds 3,000 general English words, no names, in the order of the frequency-ordered WordPiece vocabulary
    of the MiniLM encoder (Apache-2.0).
    """
    text = (files(__package__) / "common.txt").read_text("utf-8")
    return {word: rank for rank, word in enumerate(text.split())}
