"""The read text of the reports as arrays of word numbers: what passages are looked for in.

A block is a stretch of one report that a passage may run through: a headline, a caption, or body text with no masked
part in it. Blocks whose words are the same are kept once, however many reports carry them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from twosource.model import READ, Part, PartKind, Report, Span
from twosource.passages.stock import ABBREVIATIONS, STOCK_PHRASES
from twosource.passages.telling import (
    CLOSED,
    CONTENT,
    ENDS_CLOSED,
    OPENED,
    PARAGRAPH,
    PHRASE,
    PLAIN,
    SENTENCE,
    UNIT,
    weight,
)
from twosource.stories.words import FUNCTION, NEWSROOM, Word, words

LEAST_WORDS = 3
"""Words that a block must have to be compared: those of a seed."""
RUNS_ON = frozenset({PartKind.BODY, PartKind.SUBHEAD})
"""Kinds of part that a passage may run through: a copied text brings its subheads along."""
SENTENCE_MARKS = frozenset(".!?…。！？")
CLAUSE_MARKS = frozenset(',;:—–―()[]"“”„«»‘’\n')
CLOSERS = frozenset('"”’»)]')
OPENERS = frozenset('"“„‘«([')
CLOSING_QUOTES = frozenset('"”»')
OPENING_QUOTES = frozenset('"“„‘«')
BEFORE_CLOSING = ".,!?…"
EDGE = 3
"""Characters before the first and after the last word of a block in which its marks are looked for."""
_STOCK_GRAM = 4
"""Words in a row that a text must share with a stock phrase to be taken for it."""

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch of one report: its words, as numbers of one vocabulary, and where sentences and clauses start.

    ``weight`` says how much a word tells (0…1: about 0 for "the", 1 for a rare word, 0 inside a stock phrase).
    ``content`` marks words that are neither function words nor stock; ``plain`` those of them that are no figure, no
    word of the trade ("photo", "Monday"), and have no capital but one owed to the start of a sentence. The flags of
    ``paragraph``, ``sentence`` and ``clause`` say where one starts; they have one more than there are words: the end.
    ``opened`` and ``closed`` say before which words a quotation mark opens, and closes.
    """

    report: Report
    words: tuple[Word, ...]
    numbers: Numbers
    weight: Weights
    content: Flags
    plain: Flags
    paragraph: Flags
    sentence: Flags
    clause: Flags
    opened: Flags
    closed: Flags

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words ``first`` … ``last - 1``, with the marks that close or open its sentences."""
        text = self.report.text
        start, end = self.words[first].start, self.words[last - 1].end
        floor = self.words[first - 1].end if first else 0
        ceiling = self.words[last].start if last < len(self.words) else len(text)
        if self.sentence[last] or self.closed[last]:
            marks = SENTENCE_MARKS | CLOSERS | (frozenset(",") if self.closed[last] else frozenset())
            while end < ceiling and text[end] in marks:
                end += 1
        if self.sentence[first] or self.opened[first]:
            while start > floor and text[start - 1] in OPENERS:
                start -= 1
        return self.report.span(start, end)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words of a block, and every block that has just these words (the first of them stands for all).

    ``codes`` are hashes of the words, ``told`` and ``marks`` what is known of each as bytes (see
    :mod:`twosource.passages.telling`), ``key`` is a hash of their sequence: all the same in every run.
    """

    blocks: tuple[Block, ...]
    codes: NDArray[np.uint32]
    told: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    key: int

    @property
    def block(self) -> Block:
        """The block that stands for all."""
        return self.blocks[0]


def texts(reports: Iterable[Report]) -> list[Text]:
    """Return the distinct texts of the reports' blocks, in an order that depends on their words alone."""
    vocabulary: dict[str, int] = {}
    weights: list[float] = []
    functions: list[bool] = []
    codes: list[int] = []
    groups: dict[tuple[str, ...], list[Block]] = {}
    read: dict[tuple[str, tuple[Part, ...]], list[tuple[tuple[str, ...], Block]]] = {}
    for report in reports:
        same = report.text, report.parts
        if same in read:
            for norms, block in read[same]:
                groups[norms].append(replace(block, report=report))
            continue
        read[same] = []
        for start, end in _stretches(report):
            found = words(report.text, start, end)
            if len(found) >= LEAST_WORDS:
                for word in found:
                    if word.norm not in vocabulary:
                        vocabulary[word.norm] = len(vocabulary)
                        weights.append(weight(word.norm))
                        codes.append(_code(word.norm))
                        functions.append(word.norm in FUNCTION or len(word.norm) == 1)
                block = _block(report, found, vocabulary, weights, functions)
                norms = tuple(word.norm for word in found)
                groups.setdefault(norms, []).append(block)
                read[same].append((norms, block))
    return [
        _text(sorted(blocks, key=lambda b: (b.report.id, b.words[0].start)), codes)
        for _, blocks in sorted(groups.items())
    ]


def _stretches(report: Report) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch that a passage may run through."""
    run: list[Part] = []
    for part in (*report.parts, None):
        if part is not None and part.kind in RUNS_ON:
            run.append(part)
            continue
        while run and run[0].kind is not PartKind.BODY:
            run.pop(0)
        while run and run[-1].kind is not PartKind.BODY:
            run.pop()
        if run:
            yield run[0].start, run[-1].end
        run = []
        if part is not None and part.kind in READ:
            yield part.start, part.end


def _block(
    report: Report,
    found: Sequence[Word],
    vocabulary: dict[str, int],
    weights: Sequence[float],
    functions: Sequence[bool],
) -> Block:
    numbers = np.array([vocabulary[word.norm] for word in found], np.int64)
    paragraph, sentence, clause = _boundaries(report.text, found)
    opened, closed = _quotes(report.text, found)
    stock = _stock([word.norm for word in found])
    content = ~stock & ~np.array(functions)[numbers]
    other = np.array([word.capital for word in found]) & ~sentence[:-1]
    other |= np.array([word.norm in NEWSROOM or word.norm[0].isdigit() for word in found])
    return Block(
        report=report,
        words=tuple(found),
        numbers=numbers,
        weight=np.where(stock, 0.0, np.array(weights)[numbers]),
        content=content,
        plain=content & ~other,
        paragraph=paragraph,
        sentence=sentence,
        clause=clause,
        opened=opened,
        closed=closed,
    )


def _boundaries(text: str, found: Sequence[Word]) -> tuple[Flags, Flags, Flags]:
    """Return before which words a paragraph, a sentence and a clause starts; the last flags stand for the end."""
    paragraph = np.zeros(len(found) + 1, np.bool_)
    paragraph[0] = paragraph[-1] = True
    sentence, clause = paragraph.copy(), paragraph.copy()
    for number in range(1, len(found)):
        gap = text[found[number - 1].end : found[number].start]
        if gap == " ":
            continue
        clause[number] = any(mark in CLAUSE_MARKS for mark in gap)
        if "\n" in gap:
            paragraph[number] = sentence[number] = True
        elif any(mark in SENTENCE_MARKS for mark in gap) and any(mark.isspace() for mark in gap):
            before = found[number - 1].norm
            short = gap.startswith(".") and (len(before) == 1 or before in ABBREVIATIONS)
            opened = any(mark in OPENERS for mark in gap)
            sentence[number] = not short and (found[number].capital or opened or text[found[number].start].isdigit())
    clause |= sentence
    return paragraph, sentence, clause


def _quotes(text: str, found: Sequence[Word]) -> tuple[Flags, Flags]:
    """Return before which words a quotation mark opens, and closes; the last flags stand for the end."""
    opened, closed = np.zeros((2, len(found) + 1), np.bool_)
    starts = [word.start for word in found] + [min(found[-1].end + EDGE, len(text))]
    ends = [max(found[0].start - EDGE, 0)] + [word.end for word in found]
    for number, (start, end) in enumerate(zip(ends, starts, strict=True)):
        gap = text[start:end]
        if gap != " ":
            opened[number] = gap[-1:] in OPENING_QUOTES and not gap[-2:-1].isalnum() and (number == 0 or len(gap) > 1)
            closed[number] = number > 0 and gap.lstrip(BEFORE_CLOSING)[:1] in CLOSING_QUOTES
    return opened, closed


_STOCK = frozenset(
    gram
    for phrase in STOCK_PHRASES
    for norms in [tuple(word.norm for word in words(phrase))]
    for gram in zip(*(norms[k:] for k in range(_STOCK_GRAM)), strict=False)
)


def _stock(norms: Sequence[str]) -> Flags:
    """Return which words stand in a stock phrase of the trade."""
    flags = np.zeros(len(norms), np.bool_)
    for number, gram in enumerate(zip(*(norms[k:] for k in range(_STOCK_GRAM)), strict=False)):
        if gram in _STOCK:
            flags[number : number + _STOCK_GRAM] = True
    return flags


def _text(blocks: Sequence[Block], codes: Sequence[int]) -> Text:
    """Return the text of blocks that have the same words, as arrays."""
    block = blocks[0]
    marks = np.zeros(len(block), np.uint8)
    for flags, mark in (
        (block.content, CONTENT),
        (block.plain, PLAIN),
        (block.paragraph, PARAGRAPH),
        (block.sentence, SENTENCE),
        (block.clause, PHRASE),
        (block.opened, OPENED),
        (block.closed, CLOSED),
    ):
        marks[flags[: len(block)]] |= mark
    if block.closed[-1]:
        marks[-1] |= ENDS_CLOSED
    found = np.array(codes, np.uint32)[block.numbers]
    key = int.from_bytes(hashlib.blake2b(found.tobytes(), digest_size=8).digest(), "little")
    return Text(tuple(blocks), found, np.rint(block.weight * UNIT).astype(np.uint8), marks, key)


def _code(norm: str) -> int:
    """Return a hash of a word that is the same in every run."""
    return int.from_bytes(hashlib.blake2b(norm.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")
