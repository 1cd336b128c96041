"""Sentences that one report retells in other words: so close, thing by thing, that one text lies behind both.

Two writers who report one event also tell the same things. A reworded passage is more: the same things in the same
order, nearly all of them, in a sentence of some length. Candidates share rare words; they must pass the checks of
:mod:`twosource.likeness` on names, figures, dates, negation and modality, and be judged the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement, product
from typing import NamedTuple

from twosource.language.encoder import Encoder
from twosource.likeness import unit, verdicts, with_vectors
from twosource.likeness.thesaurus import akin
from twosource.likeness.words import EMPTY_LEMMAS
from twosource.model import Paragraph, Parse, PartKind, Passage, Relation, Sentence, Span
from twosource.passages.before import Before
from twosource.passages.blocks import CLAUSE_MARKS
from twosource.passages.telling import weight
from twosource.stories.words import stem

LEAST_THINGS = 7
"""Least content words that must answer to one another: fewer are told alike by chance."""
LEAST_PLAIN = 4
"""Least of them that are no names: who, where and an office are told alike by everyone."""
MOST_THINGS = 60
"""Most content words of a sentence that is aligned; no news sentence is longer, hostile text is."""
PROBE_WEIGHT = 2.0
"""Weight of the content words, equal up to their endings, that two sentences must share to be compared: 1 is that of a
rare word, a common one weighs about half."""
PROBE_CROWD = 24
"""Sentences in which a word may stand and still propose candidates, copies left out."""
COPIES = 3
"""Copies of a sentence that are compared with others; the further ones stand where these do."""
MISS = 0.5
"""Cost of a content word that nothing answers to, where a word that is answered to is worth 1."""
EDGE_CHARACTERS = 60
"""Characters to the edge of the sentence or clause up to which a stretch is made longer."""
SURE = 3.0
"""Log-odds from which a sentence is retold: that two tell one thing is not yet that one took it from the other."""
RETOLD = frozenset({Relation.NEAR, Relation.REWORDED})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})


class _Thing(NamedTuple):
    """A content word: its lemma, where it stands in its sentence, and whether it is (part of) a name."""

    lemma: str
    start: int
    end: int
    name: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence where it stands. ``things`` are one and the same object for all copies of a paragraph."""

    paragraph: Paragraph
    span: Span
    things: tuple[_Thing, ...]

    def stretch(self, begin: int, end: int) -> Span:
        """Return a stretch of the sentence, counted from its start."""
        start = self.span.start
        return Span(self.span.report, start + begin, start + end, self.span.text[begin:end])


class _Pair(NamedTuple):
    """Two stretches of two sentences that answer to one another, and how well (Dice)."""

    a: _Sentence
    b: _Sentence
    here: Span
    there: Span
    alike: float


@dataclass(slots=True, eq=False)
class _Group:
    """The stretches of one passage, by the sentence they stand in, and the least likeness that joined them."""

    places: dict[Span, Span]
    alike: float


def reworded(
    paragraphs: Sequence[Paragraph],
    found: Sequence[Passage],
    story_of: Mapping[str, str],
    encoder: Encoder | None = None,
) -> list[tuple[tuple[Span, ...], float]]:
    """Return the places of each reworded passage, in order, with their likeness (0…1).

    :param found: the verbatim and near passages; what mostly lies in one is not looked at again.
    :raises ModelError: if the encoder cannot be loaded.
    """
    sentences = list(_sentences(paragraphs))
    copies = _copies(sentences)
    pairs = _pairs(sentences, copies, found, story_of)
    units = {span: unit(s.paragraph, span) for p in pairs for s, span in ((p.a, p.here), (p.b, p.there))}
    units = {u.span: u for u in with_vectors(units.values(), encoder)} if units else {}
    taken: set[tuple[Span, str]] = set()
    groups: list[_Group] = []
    pairs.sort(key=lambda p: (-p.alike, p.here, p.there))
    judged = verdicts([(units[p.here], units[p.there]) for p in pairs])
    for pair, verdict in zip(pairs, judged, strict=True):
        sides = {(pair.a.span, pair.b.span.report), (pair.b.span, pair.a.span.report)}
        if not sides & taken and verdict.relation in RETOLD and verdict.score >= SURE:
            taken |= sides  # a sentence is retold once in each other report: by the sentence that is most alike
            _add(groups, pair)
    for group in groups:
        _with_copies(group, sentences, copies, story_of)
    return [(tuple(sorted(group.places.values())), group.alike) for group in groups]


def _add(groups: list[_Group], pair: _Pair) -> None:
    """Put a pair to the group that holds one of its sentences, or join the two groups that do."""
    touched = [group for group in groups if pair.a.span in group.places or pair.b.span in group.places]
    joined = _Group({}, pair.alike)
    for group in touched:
        joined.places.update(group.places)
        joined.alike = min(joined.alike, group.alike)
        groups.remove(group)
    joined.places.setdefault(pair.a.span, pair.here)
    joined.places.setdefault(pair.b.span, pair.there)
    groups.append(joined)


def _with_copies(
    group: _Group, sentences: Sequence[_Sentence], copies: Sequence[Sequence[int]], story_of: Mapping[str, str]
) -> None:
    """Put the further copies of its sentences to a group: they tell it in the words of those that were compared."""
    for own in copies:
        told = next((sentences[n] for n in own[:COPIES] if sentences[n].span in group.places), None)
        if told is None:
            continue
        stretch, start = group.places[told.span], told.span.start
        for copy in (sentences[n] for n in own[COPIES:]):
            if story_of.get(copy.span.report) == story_of.get(told.span.report):
                group.places.setdefault(copy.span, copy.stretch(stretch.start - start, stretch.end - start))


def _pairs(
    sentences: Sequence[_Sentence],
    copies: Sequence[Sequence[int]],
    found: Sequence[Passage],
    story_of: Mapping[str, str],
) -> list[_Pair]:
    """Return the pairs of stretches that are alike enough to be judged."""
    before = Before(found)
    pairs = []
    for i, j in _candidates(sentences, copies):
        a, b = sentences[i], sentences[j]
        if story_of.get(a.span.report) != story_of.get(b.span.report):
            continue
        pair = _aligned(a, b)
        if pair and pair.alike >= before.least(pair.here, pair.there) and not before.covers(pair.here, pair.there):
            pairs.append(pair)
    return pairs


def _sentences(paragraphs: Iterable[Paragraph]) -> Iterator[_Sentence]:
    """Yield the sentences that are long enough, with their content words in order."""
    read: dict[tuple[int, int], tuple[_Thing, ...]] = {}
    for paragraph in paragraphs:
        if paragraph.part is not PartKind.BODY:
            continue
        for sentence in paragraph.parse.sentences:
            same = id(paragraph.parse), sentence.first
            if same not in read:
                read[same] = tuple(_things(paragraph.parse, sentence))
            if LEAST_THINGS <= len(read[same]) <= MOST_THINGS:
                text = paragraph.parse.text[sentence.start : sentence.end]
                start = paragraph.start + sentence.start
                yield _Sentence(paragraph, Span(paragraph.report, start, start + len(text), text), read[same])


def _things(parse: Parse, sentence: Sentence) -> Iterator[_Thing]:
    for t in parse.tokens[sentence.first : sentence.last]:
        if t.pos in CONTENT and t.lemma not in EMPTY_LEMMAS and t.text[:1].isalnum():
            yield _Thing(t.lemma, t.start - sentence.start, t.end - sentence.start, t.pos in ("PROPN", "NUM"))


def _copies(sentences: Sequence[_Sentence]) -> list[list[int]]:
    """Return the numbers of the sentences, those of one distinct paragraph's sentence together."""
    groups: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        groups.setdefault(id(sentence.things), []).append(number)
    return list(groups.values())


def _candidates(sentences: Sequence[_Sentence], copies: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences of different reports that share enough words, in order: an inverted join.

    Copies of a sentence count once, and the first few of them stand for all.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, float] = {}
    for group, own in enumerate(copies):
        terms = {stem(thing.lemma): thing.lemma for thing in sentences[own[0]].things}
        for term, lemma in sorted(terms.items()):
            postings[term].append(group)
            weights[term] = min(weights.get(term, 1.0), weight(lemma))
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for term, posting in postings.items():
        if len(posting) <= PROBE_CROWD:
            for g, h in combinations_with_replacement(posting, 2):
                if g != h or len(copies[g]) > 1:
                    shared[g, h] += weights[term]
    pairs = {
        (min(i, j), max(i, j))
        for (g, h), total in shared.items()
        if total >= PROBE_WEIGHT
        for i, j in product(copies[g][:COPIES], copies[h][:COPIES])
        if sentences[i].span.report != sentences[j].span.report
    }
    yield from sorted(pairs)


def _aligned(a: _Sentence, b: _Sentence) -> _Pair | None:
    """Return the stretches of two sentences whose content words answer to one another best, or None if too few do.

    Local alignment (Smith and Waterman 1981) over content words: they answer to one another where they are equal,
    forms of one word, or synonyms.
    """
    x, y = a.things, b.things
    scores = [[0.0] * (len(y) + 1) for _ in range(len(x) + 1)]
    best = (0.0, 0, 0)
    for i, thing in enumerate(x, 1):
        for j, other in enumerate(y, 1):
            same = thing.lemma == other.lemma or _same_word(thing.lemma, other.lemma)
            score = max(0.0, scores[i - 1][j] - MISS, scores[i][j - 1] - MISS)
            if same:
                score = max(score, scores[i - 1][j - 1] + 1)
            scores[i][j] = score
            best = max(best, (score, i, j))
    _, end, other_end = best
    i, j, matched, plain = end, other_end, 0, 0
    while scores[i][j] > 0:
        if scores[i][j] == scores[i - 1][j] - MISS:
            i -= 1
        elif scores[i][j] == scores[i][j - 1] - MISS:
            j -= 1
        else:
            i, j, matched = i - 1, j - 1, matched + 1
            plain += not x[i].name
    if matched < LEAST_THINGS or plain < LEAST_PLAIN:
        return None
    here, there = _stretch(a, x[i], x[end - 1]), _stretch(b, y[j], y[other_end - 1])
    return _Pair(a, b, here, there, 2 * matched / (end - i + other_end - j))


def _stretch(sentence: _Sentence, first: _Thing, last: _Thing) -> Span:
    """Return the span from one content word to another, made longer to the edge of the clause where it is near."""
    text = sentence.span.text
    begin, end = first.start, last.end
    for place in range(begin, max(begin - EDGE_CHARACTERS, 0) - 1, -1):
        if place == 0 or text[place - 1] in CLAUSE_MARKS:
            begin = place + len(text[place:begin]) - len(text[place:begin].lstrip())
            break
    for place in range(end, min(end + EDGE_CHARACTERS, len(text)) + 1):
        if place == len(text) or (text[place] in CLAUSE_MARKS and not text[place + 1 : place + 2].isdigit()):
            end = len(text[:place].rstrip())
            break
    return sentence.stretch(begin, end)


@lru_cache(maxsize=65_536)
def _same_word(a: str, b: str) -> bool:
    return akin(a, b)
