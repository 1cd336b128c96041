"""Examples to learn from: paragraphs with their attributions, as word pieces with tags."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from bench.corpora import Attribution, Range, polnear

LONGEST = 192
"""Word pieces of a paragraph that are learned from; one in five hundred is longer."""


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph and the attributions in it, ranges in code points of the paragraph."""

    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An example as numbers: the ids of its pieces, their cue tags, and for each cue its first piece and role tags."""

    ids: list[int]
    cues: list[int]
    roles: list[tuple[int, list[int]]]


def paragraphs(folder: Path) -> Iterator[Example]:
    """Yield the paragraphs of a part of PolNeAR with what the first annotator marked.

    What an attribution has outside the paragraph of its cue is left out.
    """
    for article in polnear(folder):
        text = article.path.read_bytes().decode("utf-8")
        for line in re.finditer(r"[^\n]*\S[^\n]*", text):
            start, end = line.span()
            inside = [_cut(it, start, end) for it in article.annotators[0] if it.cue and start <= it.cue[0][0] < end]
            yield Example(line.group(), tuple(it for it in inside if it.content))


def _cut(attribution: Attribution, start: int, end: int) -> Attribution:
    def cut(ranges: Sequence[Range]) -> tuple[Range, ...]:
        return tuple((max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and start < b)

    return Attribution(cut(attribution.content), cut(attribution.source), cut(attribution.cue))


_MARKS = {
    "curly": ("“", "”", "’"),
    "straight": ('"', '"', "'"),
    "single": ("‘", "’", "’"),
}
_OPENS, _CLOSES = re.compile(r'(?:^|(?<=[\s(—–-]))["“](?=\S)'), re.compile(r'(?<=\S)["”]')


def other_marks(example: Example, chance: random.Random) -> Example:
    """Return the example with its quotation marks in another style; the length of the text stays."""
    opens, closes, apostrophe = _MARKS[chance.choice(sorted(_MARKS))]
    text = _CLOSES.sub(closes, _OPENS.sub(opens, example.text))
    text = re.sub(r"(?<=\w)['’](?=\w)", apostrophe, text)
    return Example(text, example.attributions) if len(text) == len(example.text) else example


def tagged(example: Example, tokenizer: Tokenizer) -> Tagged:
    """Return the example as numbers."""
    pieces = tokenizer.encode(example.text)
    ids, offsets = pieces.ids[:LONGEST], pieces.offsets[:LONGEST]

    def inside(ranges: Sequence[Range]) -> list[list[int]]:
        return [
            [i for i, (start, end) in enumerate(offsets) if start < end and a < end and start < b] for a, b in ranges
        ]

    cues = [0] * len(ids)
    roles: list[tuple[int, list[int]]] = []
    for it in example.attributions:
        cue = [i for group in inside(it.cue) for i in group]
        if not cue:
            continue
        for i in cue:
            cues[i] = 1 if i == cue[0] else 2
        tags = [0] * len(ids)
        for first, ranges in ((1, it.source), (3, it.content)):
            for group in inside(ranges):
                for i in group:
                    tags[i] = first if i == group[0] else first + 1
        roles.append((cue[0], tags))
    return Tagged(ids, cues, roles)
