"""Sentences that one report retells in other words: so close, thing by thing, that one text lies behind both.

Two writers who report one event also tell the same things. A reworded passage is more: the same things, nearly all of
them, in a sentence of some length, or in several that follow one another. Candidates share rare words. Two ways lead
from there: stretches whose words answer to one another in order must pass the checks of :mod:`twosource.likeness` on
names, figures, dates, negation and modality, and be judged the same; whole sentences in any order of words are read by
the judge and weighed in runs (:mod:`twosource.passages.retelling`), as a translation there and back leaves them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.language.encoder import Encoder, MiniLm
from twosource.language.pairs import MiniLmPairs, PairModel
from twosource.likeness import unit, verdicts, with_vectors
from twosource.likeness.checks import differences
from twosource.likeness.verdict import DETAILS
from twosource.model import Paragraph, Passage, Relation, Span
from twosource.passages.before import SHARED_WORDS, STRANGE, Before
from twosource.passages.retelling import Link, beside, links
from twosource.passages.retold import figures_differ
from twosource.passages.runs import accepted
from twosource.passages.sentences import COPIES, Sentence, candidates, copies, quoted, sentences, within
from twosource.passages.stretches import LEAST_THINGS, MOST_THINGS, Pair, aligned

SURE = 3.0
"""Log-odds from which a sentence is retold: that two tell one thing is not yet that one took it from the other."""
BELIEVED, ALIKE = 1.0, 10.0
"""Log-odds that people would call one stretch a paraphrase of the other, which reports must reach that share little
text elsewhere, and what it adds to them to be all alike instead of just enough."""
_WORD = re.compile(r"\w+")
RETOLD = frozenset({Relation.NEAR, Relation.REWORDED})


@dataclass(slots=True, eq=False)
class _Group:
    """The stretches of one passage, by the sentence they stand in, and the least likeness that joined them."""

    places: dict[Span, Span]
    alike: float


class _Groups:
    """Passages as they are put together: a sentence is retold once in each other report."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._taken: set[tuple[Span, str]] = set()
        self.words: dict[frozenset[str], int] = defaultdict(int)

    def add(self, here: Mapping[Span, Span], there: Mapping[Span, Span], alike: float) -> bool:
        """Put stretches of two reports, by their sentences, to the group that holds one, or join the groups that do.

        :returns: False where one of the sentences is retold already, by one that is more alike.
        """
        if not self.free(here, there):
            return False
        self._taken |= _sides(here, there)
        self.words[frozenset(place.report for place in (*here, *there))] += min(_words(here), _words(there))
        joined = _Group({}, alike)
        for group in [it for it in self.all if here.keys() & it.places.keys() or there.keys() & it.places.keys()]:
            joined.places.update(group.places)
            joined.alike = min(joined.alike, group.alike)
            self.all.remove(group)
        for span, stretch in (*here.items(), *there.items()):
            joined.places.setdefault(span, stretch)
        self.all.append(joined)
        return True

    def free(self, here: Mapping[Span, Span], there: Mapping[Span, Span]) -> bool:
        """Return whether no sentence of either is retold already in the report of the other."""
        return not _sides(here, there) & self._taken


def _sides(here: Mapping[Span, Span], there: Mapping[Span, Span]) -> set[tuple[Span, str]]:
    one, other = next(iter(here)).report, next(iter(there)).report
    return {(span, other) for span in here} | {(span, one) for span in there}


def _words(places: Mapping[Span, Span]) -> int:
    return sum(len(stretch.text.split()) for stretch in places.values())


def reworded(
    paragraphs: Sequence[Paragraph],
    found: Sequence[Passage],
    story_of: Mapping[str, str],
    encoder: Encoder | None = None,
    model: PairModel | None = None,
) -> list[tuple[tuple[Span, ...], float]]:
    """Return the places of each reworded passage, in order, with their likeness (0…1).

    :param found: the verbatim and near passages; what mostly lies in one is not looked at again.
    :param model: another judge of pairs than the one that comes with the package.
    :raises ModelError: if the encoder or the judge cannot be loaded.
    """
    told = list(sentences(paragraphs))
    long = [n for n, sentence in enumerate(told) if LEAST_THINGS <= len(sentence.things) <= MOST_THINGS]
    compared = [told[n] for n in long]
    same = copies(compared)
    pairs = [
        (long[i], long[j])
        for i, j in candidates(compared, same)
        if story_of.get(compared[i].span.report) == story_of.get(compared[j].span.report)
    ]
    before = Before(found, _told_words(found, paragraphs))
    groups, judge = _Groups(), model or MiniLmPairs()
    for pair in _judged(_stretches(told, pairs, before), before, encoder, judge):
        groups.add({pair.a.span: pair.here}, {pair.b.span: pair.there}, pair.alike)
    _add_retold(told, pairs, before, groups, encoder or MiniLm(), judge)
    for group in groups.all:
        _with_copies(group, compared, same, story_of)
    by_span = {sentence.span: sentence for sentence in told}
    return [(tuple(_run_together(sorted(it.places.values()), by_span)), it.alike) for it in groups.all]


def _stretches(told: Sequence[Sentence], pairs: Sequence[tuple[int, int]], before: Before) -> list[Pair]:
    """Return the pairs of stretches that are alike enough to be judged."""
    found = (aligned(told[i], told[j]) for i, j in pairs)
    return [
        it
        for it in found
        if it and it.alike >= before.least(it.here, it.there) and not before.covers(it.here, it.there)
    ]


def _told_words(found: Sequence[Passage], paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return how many words of each passage stand outside quotation marks: two reporters quote one speaker alike."""
    marked: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for paragraph in paragraphs:
        marked[paragraph.report] += [
            (paragraph.start + start, paragraph.start + end) for start, end in quoted(paragraph.parse.text)
        ]
    for own in marked.values():
        own.sort()
    return [
        min(
            sum(not within(marked[p.report], p.start + word.start()) for word in _WORD.finditer(p.text))
            for p in it.places
        )
        for it in found
    ]


def _judged(pairs: Sequence[Pair], before: Before, encoder: Encoder | None, model: PairModel) -> Iterator[Pair]:
    """Yield the pairs of stretches that tell the same, the most alike first."""
    units = {span: unit(s.paragraph, span) for p in pairs for s, span in ((p.a, p.here), (p.b, p.there))}
    units = {u.span: u for u in with_vectors(units.values(), encoder)} if units else {}
    ordered = sorted(pairs, key=lambda p: (-p.alike, p.here, p.there))
    answers = verdicts([(units[p.here], units[p.there]) for p in ordered], model)
    for pair, verdict in zip(ordered, answers, strict=True):
        if verdict.relation in RETOLD and verdict.score >= SURE and _believed(pair, before, model):
            yield pair


def _believed(pair: Pair, before: Before, model: PairModel) -> bool:
    """Return whether two reports share text elsewhere, or else people would call one stretch a paraphrase.

    What two reports tell first is what everyone tells.
    """
    if before.words(pair.here.report, pair.there.report) >= SHARED_WORDS:
        return True
    if not (pair.a.number or pair.b.number):
        return False
    (answer,) = model.compare([(pair.here.text, pair.there.text)])
    return answer.paraphrase + ALIKE * (pair.alike - STRANGE) >= BELIEVED


def _add_retold(
    told: Sequence[Sentence],
    pairs: Sequence[tuple[int, int]],
    before: Before,
    groups: _Groups,
    encoder: Encoder,
    model: PairModel,
) -> None:
    """Put the whole sentences that are told again to the passages, the surest first, then what stands beside them."""

    def known(link: Link) -> bool:
        return any(before.covers(told[i].span, told[j].span) for i in link.a for j in link.b)

    def shared(one: str, other: str) -> int:
        return before.words(one, other) + groups.words[frozenset((one, other))]

    made = links(told, pairs, known, model)
    made += beside(told, made, lambda link: not known(link), encoder, model)
    for link in accepted(told, made, shared):
        if not _details_differ(told, link):
            groups.add(_whole(told, link.a), _whole(told, link.b), link.share)


def _details_differ(told: Sequence[Sentence], link: Link) -> bool:
    """Return whether a name, figure, date or negation tells two retold sentences apart."""
    spans = [_span(told, own) for own in (link.a, link.b)]
    if figures_differ(spans[0].text, spans[1].text):
        return True
    a, b = (unit(told[own[0]].paragraph, span) for own, span in zip((link.a, link.b), spans, strict=True))
    return any(not found.detail or found.signal in DETAILS for found in differences(a, b))


def _span(told: Sequence[Sentence], numbers: Sequence[int]) -> Span:
    """Return the span of sentences of one paragraph that follow one another."""
    paragraph, first, last = told[numbers[0]].paragraph, told[numbers[0]].span, told[numbers[-1]].span
    words = paragraph.parse.text[first.start - paragraph.start : last.end - paragraph.start]
    return Span(first.report, first.start, last.end, words)


def _whole(told: Sequence[Sentence], numbers: Sequence[int]) -> dict[Span, Span]:
    return {told[n].span: told[n].span for n in numbers}


def _with_copies(
    group: _Group, found: Sequence[Sentence], same: Sequence[Sequence[int]], story_of: Mapping[str, str]
) -> None:
    """Put the further copies of its sentences to a group: they tell it in the words of those that were compared."""
    for own in same:
        told = next((found[n] for n in own[:COPIES] if found[n].span in group.places), None)
        if told is None:
            continue
        stretch, start = group.places[told.span], told.span.start
        for copy in (found[n] for n in own[COPIES:]):
            if story_of.get(copy.span.report) == story_of.get(told.span.report):
                group.places.setdefault(copy.span, copy.stretch(stretch.start - start, stretch.end - start))


def _run_together(places: Sequence[Span], by_span: Mapping[Span, Sentence]) -> Iterator[Span]:
    """Yield the places of a passage, whole sentences of one paragraph that follow one another as one."""
    run: list[Sentence] = []
    for place in places:
        sentence = by_span.get(place)
        if run and (
            sentence is None or sentence.paragraph is not run[-1].paragraph or sentence.number != run[-1].number + 1
        ):
            yield _span(run, (0, -1))
            run = []
        if sentence is None:
            yield place
        else:
            run.append(sentence)
    if run:
        yield _span(run, (0, -1))
