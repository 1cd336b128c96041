"""Paragraphs to make documents of: real ones where the developers' data is there, else of invented words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import numpy as np

from bench.corpora import meantime

LEAST_WORDS, MOST_WORDS = 25, 150
"""Words of a paragraph that is used: long enough to be a passage by itself, and no whole article in one line."""
APART = 7
"""Words in a row that may stand only once in all paragraphs: real coverage repeats an agency's sentences, and such a
pair would count as wrongly found."""
INVENTED_PARAGRAPHS = 6_000
INVENTED_WORDS = 30_000
_SYLLABLES = (
    "ba be bo da de do fa fe ga go ka ke ki la le li lo ma me mi na ne no pa po ra re ri ro sa se so ta te ti to va ve"
)
_MACHINE = re.compile(r"https?:|www\.|\w_\w")
"""Addresses and names of fields: what a machine wrote into a page, and repeats."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Pool:
    """Paragraphs that share no run of words, and how many of each source they are.

    :param real: whether they are text that people wrote.
    """

    paragraphs: tuple[str, ...]
    sources: dict[str, int]
    real: bool


def pool(data: Path, seed: int) -> Pool:
    """Return the paragraphs of the data folder, in a random order that is the same every time; invented ones if none.

    A paragraph that shares a run of ``APART`` words with one that came before it is left out.
    """
    found: list[tuple[str, str]] = []
    seen: set[str] = set()
    for source, text in real_texts(data):
        for line in text.split("\n"):
            paragraph = " ".join(line.split())
            words = _WORD.findall(paragraph.lower())
            if LEAST_WORDS <= len(words) <= MOST_WORDS and not _MACHINE.search(paragraph):
                count = len(words) - APART + 1
                runs = {" ".join(words[at : at + APART]) for at in range(count)}
                if len(runs) == count and seen.isdisjoint(runs):
                    found.append((source, paragraph))
                seen |= runs
    rng = np.random.default_rng([seed, 1])
    if not found:
        return Pool(tuple(invented(INVENTED_PARAGRAPHS, rng)), {"invented words": INVENTED_PARAGRAPHS}, real=False)
    order = [found[at] for at in rng.permutation(len(found)).tolist()]
    counts = {source: sum(it == source for it, _ in order) for source in sorted({it for it, _ in order})}
    return Pool(tuple(paragraph for _, paragraph in order), counts, real=True)


def real_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of its source and the text, a paragraph a line, of each document below a folder."""
    for path in sorted((data / "stories").glob("*.json")):
        yield "news coverage", json.loads(path.read_text(encoding="utf-8"))["text"] or ""
    pages = data / "pages" / "news_articles.json"
    if pages.is_file():
        for row in json.loads(pages.read_text(encoding="utf-8")):
            yield "bodies of pages", row["text"] or ""
    for path in sorted((data / "polnear").glob("*/text/*.txt")):
        yield "PolNeAR", path.read_text(encoding="utf-8")
    for path in sorted((data / "timex").glob("**/*.tml")):
        yield "TimeBank and AQUAINT", _newswire(path.read_text(encoding="utf-8", errors="replace"))
    if (data / "meantime").is_dir():
        for document in meantime(data / "meantime"):
            yield "MEANTIME", document.text


def _newswire(markup: str) -> str:
    """Return the text of a TimeML file, the lines of a paragraph joined."""
    body = markup.partition("<TEXT>")[2].partition("</TEXT>")[0]
    plain = unescape(_TAG.sub("", body))
    return "\n".join(" ".join(block.split()) for block in re.split(r"\n[ \t]*\n|\n   +", plain))


def vocabulary(size: int, rng: np.random.Generator) -> list[str]:
    """Return that many different invented words, the shorter first."""
    syllables = _SYLLABLES.split()
    words: dict[str, None] = {}
    length = 1
    while len(words) < size:
        for _ in range(min(size, len(syllables) ** length)):
            words["".join(syllables[at] for at in rng.integers(len(syllables), size=length).tolist())] = None
        length += 1
    return list(words)[:size]


def invented(count: int, rng: np.random.Generator, words: Sequence[str] = ()) -> list[str]:
    """Return that many paragraphs of invented words, as often as words of their rank are in real text (Zipf)."""
    known = list(words) or vocabulary(INVENTED_WORDS, rng)
    weights = 1 / (np.arange(len(known)) + 2.7)
    chances = np.cumsum(weights / weights.sum())
    made = []
    for _ in range(count):
        sentences = []
        for length in rng.integers(9, 24, size=int(rng.integers(3, 5))).tolist():
            drawn = [known[at] for at in np.searchsorted(chances, rng.random(length)).clip(max=len(known) - 1).tolist()]
            sentences.append(" ".join(drawn).capitalize() + ".")
        made.append(" ".join(sentences))
    return made
