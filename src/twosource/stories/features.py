"""What a report is about, computed from that report alone: its weighted words, names, phrases and counted figures.

Nothing here looks at other reports. How rare a word is comes from a fixed list (``background.rarity``), so that
features can be computed anywhere, stored, and used again when reports are added: a report that has nothing to do with
the others changes nothing about them.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.model import READ, PartKind, Report
from twosource.stories.background import rarity
from twosource.stories.words import Word, stem, words

NO_DAY = 0
"""Stands for the day of a report without a date: days are ordinals of the Gregorian calendar, from 1."""
LEAD = 60
"""Words at the start of a report that count double: the five Ws stand there."""
LEAST_WEIGHT = 0.3
"""Terms whose inverse document frequency (natural logarithm) is less are left out: they stand everywhere."""
NAME_RARITY = 3.9
"""A word is taken for a name where it always has a capital and its rarity is at least this: one report in fifty."""
TELLING = 1.0
"""Least rarity of each word of a phrase, and of a thing that is counted."""
HEADLINE_WORDS = 16
"""Words taken for a headline where a report has none."""
MOST_TERMS = 256
"""Terms kept of a report, the heaviest: more than news reports have, and a bound for whole books."""
PROBES = 40
"""Heaviest terms of a report by which its candidates are found."""

NAME, HEAD, PHRASE, PROBE = 1, 2, 4, 8
"""Bits of the kind of a term: a name; in the headline; two words in a row; one by which candidates are found."""

_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The features of one report: plain columns, ready for a row of a table.

    ``text`` is the hash of the stored text (64 bits): reports of one text have one hash. ``day`` is the report's own
    date as an ordinal, :data:`NO_DAY` without one. ``length`` counts the words that were read.

    ``terms`` are hashed stems and phrases, ascending and distinct (uint32), each with its ``weights`` in the text and
    its ``heads``, the weight in the headline (float32; single words have length 1 together, phrases have length 1
    together), and its ``kinds`` (uint8 bits). ``units`` are the hashed things that the report counts, ascending, each
    with its number in ``figures`` (uint32). ``vector`` is a vector of the headline and the lead of length 1 (float32)
    where the caller has one.
    """

    text: int
    day: int
    length: int
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    heads: NDArray[np.float32]
    leads: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    units: NDArray[np.uint32]
    figures: NDArray[np.uint32]
    vector: NDArray[np.float32] | None = None


@dataclass(slots=True)
class _Term:
    count: float
    idf: float
    kind: int


def features(report: Report, vector: NDArray[np.float32] | None = None) -> Features:
    """Return the features of a report, from its text and its date alone.

    A term weighs (1 + log tf) × log of its inverse document frequency in news at large; words of the lead count twice.

    :param vector: a vector of its headline and lead, of length 1, where the caller has one.
    """
    found, head = _read(report)
    terms = _terms(found)
    in_head = {_hash(stem(word.norm)) for word in head} | {_hash(key) for key, *_ in _phrases(head)}
    in_head &= terms.keys()
    weights = {t: (1 + math.log(term.count)) * term.idf for t, term in terms.items()}
    kept = sorted(weights, key=lambda t: (t not in in_head, -weights[t], t))[:MOST_TERMS]
    singles = [t for t in kept if not terms[t].kind & PHRASE]
    probes = set(sorted(singles, key=lambda t: (-weights[t], t))[:PROBES]) | {t for t in singles if t in in_head}
    kept.sort()
    kinds = [terms[t].kind | (HEAD if t in in_head else 0) | (PROBE if t in probes else 0) for t in kept]
    body = _unit([weights[t] for t in kept], kinds)
    heads = _unit([terms[t].idf if t in in_head else 0.0 for t in kept], kinds)
    in_lead = {_hash(stem(word.norm)) for word in found[: len(head) + LEAD]}
    leads = _unit([terms[t].idf if t in in_lead else 0.0 for t in kept], kinds)
    units, figures = _figures(found)
    return Features(
        text=text_hash(report.text),
        day=day_of(report.date),
        length=len(found),
        terms=np.array(kept, np.uint32),
        weights=body,
        heads=heads,
        leads=leads,
        kinds=np.array(kinds, np.uint8),
        units=units,
        figures=figures,
        vector=vector,
    )


def text_hash(text: str) -> int:
    """Return the hash of a stored text by which copies of one text are known (64 bits of SHA-256)."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")


def day_of(stamp: str | None) -> int:
    """Return the day of an ISO 8601 date as an ordinal; :data:`NO_DAY` for none, and for a year or a month alone."""
    try:
        return date.fromisoformat(stamp).toordinal() if stamp else NO_DAY
    except ValueError:  # too coarse to count days by, or no date at all
        return NO_DAY


def lead(report: Report) -> str:
    """Return the words that a vector of a report is to be made of: its headline and the lead, one text."""
    found, head = _read(report)
    start = min((word.start for word in head), default=0)
    return report.text[start : found[min(len(found), len(head) + LEAD) - 1].end] if found else ""


def terms_of(report: Report) -> dict[int, str]:
    """Return the words behind the hashed terms of a report, to name them to a reader."""
    found, _ = _read(report)
    named = {_hash(key): f"{a.norm} {b.norm}" for key, a, b in _phrases(found)}
    for word in reversed(found):
        named[_hash(stem(word.norm))] = word.norm
    return named


def _read(report: Report) -> tuple[list[Word], list[Word]]:
    """Return the words of the parts that are read, and those of the headline."""
    found: list[Word] = []
    head: list[Word] = []
    for part in report.parts:
        if part.kind in READ:
            here = words(report.text, part.start, part.end)
            found.extend(here)
            if part.kind is PartKind.HEADLINE:
                head.extend(here)
    return found, head or found[:HEADLINE_WORDS]


def _terms(found: Sequence[Word]) -> dict[int, _Term]:
    """Return the terms of the words: stems, and two telling words in a row."""
    small = {word.norm for word in found if not word.capital}
    terms: dict[int, _Term] = {}
    by_norm: dict[str, _Term] = {}
    for number, word in enumerate(found):
        term = by_norm.get(word.norm)
        if term is None:
            idf = rarity(word.norm)
            name = word.capital and idf >= NAME_RARITY and word.norm not in small
            new = _Term(0.0, idf, NAME if name else 0)
            term = by_norm[word.norm] = terms.setdefault(_hash(stem(word.norm)), new)
        term.count += 2 if number < LEAD else 1
    kept = {key: term for key, term in terms.items() if term.idf > LEAST_WEIGHT}
    for phrase, a, b in _phrases(found):
        key = _hash(phrase)
        idf = by_norm[a.norm].idf + by_norm[b.norm].idf
        kept.setdefault(key, _Term(0.0, idf, PHRASE)).count += 1
    return kept


def _phrases(found: Sequence[Word]) -> Iterator[tuple[str, Word, Word]]:
    """Yield two words in a row that tell something together: their stems as one key, and the words."""
    for number, (a, b) in enumerate(pairwise(found)):
        near = b.start - a.end == 1
        telling = (a.capital and b.capital) or number < LEAD
        if near and telling and min(rarity(a.norm), rarity(b.norm)) > TELLING:
            yield f"{stem(a.norm)} {stem(b.norm)}", a, b


def _figures(found: Sequence[Word]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return what is counted and how many: a number and the next telling word, where one stands near."""
    counted: Counter[tuple[int, int]] = Counter()
    for number, word in enumerate(found):
        if _DIGITS.fullmatch(word.norm):
            for thing in found[number + 1 : number + 3]:
                if rarity(thing.norm) > TELLING and not thing.norm[0].isdigit():
                    counted[_hash(stem(thing.norm)), int(word.norm[:9])] += 1
                    break
    rows = np.array(sorted(counted), np.uint32).reshape(-1, 2)
    return rows[:, 0].copy(), rows[:, 1].copy()


def _unit(weights: list[float], kinds: list[int]) -> NDArray[np.float32]:
    """Return the weights at length 1: those of single words together, and those of phrases together."""
    values = np.array(weights, np.float64)
    phrase = (np.array(kinds, np.uint8) & PHRASE) > 0
    for which in (phrase, ~phrase):
        length = math.sqrt(math.fsum((values[which] ** 2).tolist()))
        if length:
            values[which] /= length
    return values.astype(np.float32)


@lru_cache(maxsize=1 << 17)
def _hash(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
