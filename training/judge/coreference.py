"""Pairs of clauses from ECB+: two reports of one topic tell of one event, or of two that look alike."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from bench.stories import laid_out
from training.judge.examples import Pair
from twosource.claims.pieces import pieces
from twosource.language import language
from twosource.model import Case, Paragraph, Report, Token

LEARNED_TOPICS = 2
"""Topics are learned from where their number is divisible by this; the others are left for measuring."""
MOST_WORDS = 25
"""Words of a clause beyond which its main word says too little of what it tells."""
ALIKE = 0.34
"""Least share of the shorter clause's words that two clauses about one event have in common: mentions of one event in
other words altogether mostly tell other things about it."""
SHARED = 1
"""Least words that two clauses about two events have in common, for them to be hard to tell apart."""
ONE, TWO = 70, 140
"""Most pairs of a topic about one event, and about two: a few much reported events make most of all pairs."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its words, the event that its main word is a mention of, and the events that are mentioned in it."""

    document: str
    text: str
    words: frozenset[str]
    event: str
    events: frozenset[str]


def clause_pairs(folder: Path, *, learned: bool, seed: int = 7) -> Iterator[Pair]:
    """Yield pairs of clauses of two documents of a topic: all that tell one event, and some that tell two.

    :param folder: that of the corpus, a folder a topic.
    :param learned: whether to yield those of the even topics or those of the odd ones.
    """
    chance = random.Random(seed)
    for topic in sorted((it for it in folder.iterdir() if it.name.isdigit()), key=lambda it: int(it.name)):
        if (int(topic.name) % LEARNED_TOPICS == 0) != learned:
            continue
        found = [clause for path in sorted(topic.glob("*.xml")) for clause in _clauses(path)]
        one, two = [], []
        for a, b in combinations(found, 2):
            if a.document == b.document or a.text == b.text:
                continue
            shared = len(a.words & b.words)
            if a.event == b.event and shared >= ALIKE * min(len(a.words), len(b.words)):
                one.append(Pair(a.text, b.text, same=True))
            elif a.event not in b.events and b.event not in a.events and shared >= SHARED:
                two.append(Pair(a.text, b.text, same=False))
        yield from chance.sample(one, min(len(one), ONE))
        yield from chance.sample(two, min(len(two), TWO))


def _clauses(path: Path) -> Iterator[Clause]:
    root = ElementTree.parse(path).getroot()  # noqa: S314  # a corpus on disk
    sentences: dict[int, list[ElementTree.Element]] = defaultdict(list)
    for token in root.iter("token"):
        sentences[int(token.get("sentence", "0"))].append(token)
    events = _events(root)
    text, at = "", {}
    for number in sorted(sentences):
        for token in sentences[number]:
            at[len(text)] = token.get("t_id", "")
            text += (token.text or "") + " "
        text += "\n"
    report = laid_out(path.name, text, None)
    for paragraph in language(Case(reports=(report,))).paragraphs:
        yield from _of_paragraph(path.name, report, paragraph, at, events)


def _of_paragraph(
    document: str, report: Report, paragraph: Paragraph, at: Mapping[int, str], events: Mapping[str, str]
) -> Iterator[Clause]:
    tokens = paragraph.parse.tokens
    for piece in pieces(report, paragraph, ()):
        start, end = piece.span.start - paragraph.start, piece.span.end - paragraph.start
        inside = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
        told = {i: events[id] for i in inside if (id := at.get(paragraph.start + tokens[i].start, "")) in events}
        if not told:
            continue
        main = min(told, key=lambda i: (_depth(tokens, i), i))
        if len(inside) > MOST_WORDS:
            continue
        words = frozenset(tokens[i].lemma for i in inside if tokens[i].pos in {"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
        yield Clause(document, piece.span.text.strip(), words, told[main], frozenset(told.values()))


def _depth(tokens: Sequence[Token], i: int) -> int:
    depth = 0
    while tokens[i].head != i and depth < len(tokens):
        i, depth = tokens[i].head, depth + 1
    return depth


def _events(root: ElementTree.Element) -> dict[str, str]:
    """Return the event that each word is a part of a mention of, by the ids of the words."""
    words, events = {}, {}
    for mention in root.iter():
        if mention.tag.startswith(("ACTION", "NEG_ACTION")):
            words[mention.get("m_id")] = [anchor.get("t_id", "") for anchor in mention.iter("token_anchor")]
    for link in root.iter("CROSS_DOC_COREF"):
        for source in link.iter("source"):
            for word in words.get(source.get("m_id"), ()):
                events[word] = link.get("note", "")
    return events
