"""How what a method found is counted against what people marked, document by document.

A statement found hits a marked one by the rule of ``bench.metrics``; it is exact where both have the same characters;
its source is right where it overlaps the marked one. Every figure is a count of a count, an F1 too: twice what is right
over what is found and what is marked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.corpora import Attribution, Range
from bench.metrics import Count, hits
from bench.running import Found

ROWS = 30
"""Lines of a table by construct or by cue."""
BINS = 10
"""Parts into which the confidences from 0 to 1 are cut."""
PROMISED = ("certain", "likely")
"""Words for how sure a statement is that promise something, so that floors hold them to it."""
NONE = Count(0, 0)
ROLES = ("content", "source", "cue")
COMPLEMENTISERS = frozenset({"that", "whether", "if", "to"})
"""Words that open a clause, which a corpus may count to what is told or not."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_LIGHT = frozenset("has have had having is are was were be been being to also not n't do does did would will".split())

Figures = dict[str, Count]
"""The figures of a method on a set, by name."""


@dataclass(slots=True)
class Score:
    """Counts over the documents of a set."""

    documents: int = 0
    failed: list[str] = field(default_factory=list)
    gold: int = 0
    found: int = 0
    hit: int = 0
    exact: int = 0
    same_words: int = 0
    outer: Count = NONE
    """Hits of the findings that do not stand inside another one."""
    source: Count = NONE
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Tokens of each role that are ``right``, ``found`` and ``gold``."""
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    cues: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    bins: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By the tenth in which the confidence lies: what is ``found``, is a ``hit``, and has the ``source`` right too.

    Findings that stand inside another one are left out: a corpus that marks none cannot tell whether they are right."""

    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """The same by the word for how sure it is."""

    def figures(self) -> Figures:
        """Return the figures by name."""

        def f1(right: int) -> Count:
            return Count(2 * right, self.found + self.gold)

        return {
            "failed": Count(len(self.failed), self.documents),
            "precision": Count(self.hit, self.found),
            "outer precision": self.outer,
            "recall": Count(self.hit, self.gold),
            "F1": f1(self.hit),
            "exact F1": f1(self.exact),
            "same words F1": f1(self.same_words),
            "source right": self.source,
            **{f"{role} token F1": self._token_f1(role) for role in ROLES},
            **{row.word: row.hit for row in by_word(self) if row.word in PROMISED},
        }

    def _token_f1(self, role: str) -> Count:
        return Count(2 * self.tokens[role, "right"], self.tokens[role, "found"] + self.tokens[role, "gold"])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found in a document beside what one annotator marked in it."""

    text: str
    gold: tuple[Attribution, ...]
    found: Sequence[Found]

    def pairs(self) -> list[tuple[Attribution, Found]]:
        """Return each marked attribution that is hit, with its hit."""
        wanted = {str(number): offsets(it.content) for number, it in enumerate(self.gold)}
        got = {str(number): offsets(it.attribution.content) for number, it in enumerate(self.found)}
        return [(self.gold[int(a)], self.found[int(b)]) for a, b in hits(wanted, got).items()]

    def add_to(self, total: Score) -> None:
        """Add the document to the counts."""
        pairs = self.pairs()
        total.documents += 1
        total.gold += len(self.gold)
        total.found += len(self.found)
        total.hit += len(pairs)
        for gold, it in pairs:
            same = same_words(self.text, gold.content, it.attribution.content)
            sourced = meet(gold.source, it.attribution.source)
            total.exact += offsets(gold.content) == offsets(it.attribution.content)
            total.same_words += same
            total.source += Count(sourced, bool(gold.source))
            total.rules[it.rule].update(hit=1, same=int(same), sourced=int(bool(gold.source)), source=int(sourced))
            if not it.inside:
                total.outer += Count(1, 0)
                right = {"hit": 1, "source": int(sourced or not gold.source)}
                total.bins[_bin(it)].update(right)
                total.words[it.certainty].update(right)
            total.cues[_cue(self.text, gold.cue)]["recalled"] += 1
            total.cues[_cue(self.text, it.attribution.cue)]["hit"] += 1
        for gold in self.gold:
            total.cues[_cue(self.text, gold.cue)]["gold"] += 1
        for it in self.found:
            total.rules[it.rule]["found"] += 1
            if not it.inside:
                total.outer += Count(0, 1)
                total.bins[_bin(it)]["found"] += 1
                total.words[it.certainty]["found"] += 1
            total.cues[_cue(self.text, it.attribution.cue)]["found"] += 1
        self._tokens(total)

    def _tokens(self, total: Score) -> None:
        starts = {token.start() for token in _TOKEN.finditer(self.text)}
        for role in ROLES:
            gold = offsets([r for it in self.gold for r in getattr(it, role)])
            found = offsets([r for it in self.found for r in getattr(it.attribution, role)])
            total.tokens[role, "right"] += len(starts & gold & found)
            total.tokens[role, "gold"] += len(starts & gold)
            total.tokens[role, "found"] += len(starts & found)


def offsets(ranges: Sequence[Range]) -> frozenset[int]:
    """Return the offsets that the ranges cover."""
    return frozenset(offset for start, end in ranges for offset in range(start, end))


def meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    """Return whether any of the ranges overlaps any of the others."""
    return any(start < other_end and other < end for start, end in some for other, other_end in others)


def same_words(text: str, a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Return whether two contents are one but for what two schemes count differently at their edges.

    PolNeAR counts the marks around a quotation to its content, where they stand at the content's edge in all but 24 of
    3,198 openings of its training part; and "that", "whether" and "if": inside in 2,696 contents, just before in 51.
    With "to" its annotators differ: 775 inside, 358 before. We leave out the marks, "that" and "whether". So letters
    and digits alone are compared, without one such word at the beginning: on both sides alike, so that no scheme gains
    by it. It forgives a leading "That" that is a pronoun too.
    """
    return _letters(text, a) == _letters(text, b)


def _letters(text: str, ranges: Sequence[Range]) -> frozenset[int]:
    letters = {offset for offset in offsets(ranges) if text[offset].isalnum()}
    first = _WORD.match(text, min(letters)) if letters else None
    if first and first[0].lower() in COMPLEMENTISERS:
        letters -= set(range(*first.span()))
    return frozenset(letters)


def _bin(it: Found) -> int:
    return min(int(it.confidence * BINS + 1e-9), BINS - 1)


def _cue(text: str, ranges: Sequence[Range]) -> str:
    """Return a cue without the auxiliaries and adverbs that PolNeAR counts to it."""
    words = " ".join(text[start:end].lower() for start, end in ranges).split()
    kept = [word for word in words if word not in _LIGHT and not word.endswith("ly")]
    return " ".join(kept or words) or "(no cue)"


def table(score: Score, by: str) -> Iterator[str]:
    """Yield the lines of a table by ``construct`` or by ``cue``, the most frequent first."""
    rows = score.rules if by == "construct" else score.cues
    order = sorted(rows, key=lambda name: (-rows[name]["found"] - rows[name]["gold"], name))
    for name in order[:ROWS]:
        row = rows[name]
        right = Count(row["hit"], row["found"])
        line = f"  {name[:40]:40} precision {right.share:.3f} ({right})"
        if by == "cue":
            recalled = Count(row["recalled"], row["gold"])
            yield f"{line:72} recall {recalled.share:.3f} ({recalled})"
        else:
            yield f"{line:72} same words {row['same']:5}  source right {Count(row['source'], row['sourced'])}"


@dataclass(frozen=True, slots=True)
class Reliability:
    """How many statements are right whose confidence lies in a tenth: hit, and hit with the right source too."""

    least: float
    hit: Count
    whole: Count


def reliability(score: Score) -> list[Reliability]:
    """Return how often statements are right by their confidence, the lowest tenth first."""
    rows = sorted(score.bins.items())
    return [
        Reliability(number / BINS, Count(row["hit"], row["found"]), Count(row["source"], row["found"]))
        for number, row in rows
    ]


@dataclass(frozen=True, slots=True)
class Kept:
    """How many statements of a word are right: hit, and hit with the right source too."""

    word: str
    hit: Count
    whole: Count


def by_word(score: Score) -> list[Kept]:
    """Return how often statements are right by the word for how sure they are, the surest first.

    A method that has no such word, or none here, has no rows.
    """
    rows = [(word, score.words[word]) for word in (*PROMISED, "uncertain") if word in score.words]
    return [Kept(word, Count(row["hit"], row["found"]), Count(row["source"], row["found"])) for word, row in rows]
