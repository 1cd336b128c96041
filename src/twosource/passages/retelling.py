"""Sentences that one report tells again after another, thing for thing: how much speaks for it.

A sentence translated there and back keeps few of its words and all of its things. One such pair may be two reporters'
telling of one fact; the longer it is, and the less is left over on either side, the less likely that is. So each pair
gives evidence, in log-odds, which :mod:`twosource.passages.runs` adds up over pairs that follow one another. Words
between quotation marks count for nothing: two reporters quote one speaker alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from twosource.language.encoder import Encoder
from twosource.language.pairs import Compared, PairModel
from twosource.likeness.names import spelled_alike
from twosource.likeness.thesaurus import akin
from twosource.likeness.words import NUMBER_WORDS
from twosource.passages.sentences import Sentence, Thing
from twosource.passages.telling import weight

MOST_PARAPHRASE = 6.0
"""Log-odds of the judge (that people would call one a paraphrase of the other) beyond which it is no surer."""
MOST_SHARE, SHARE = 0.85, 8.0
"""Share of the things, by weight, that are answered to on the side where fewer are: what it weighs, up to where."""
MOST_THINGS, THING = 14, 0.5
"""Things that are answered to: what each weighs, up to how many."""
BEFORE_ANY = -13.3
"""Log-odds before any of the three is seen. All four set by hand on the tuned half of ``bench/reworded`` and on the
pairs of the coverage marked there."""
LEAST_LINK = -0.5
"""Evidence from which a pair can be a link of a run."""
LEAST_SHARE = 0.5
"""Least share of things answered to."""
LEAST_IN_RUN = 5
"""Least things answered to in a link of a run."""
MOST_READ, MOST_READ_IN_ALL = 3, 12
"""Pairs of a sentence that the judge reads, with one other report and with all, those first that share most: the work
grows with the sentences."""

NEAR_COSINE = 0.65
"""Cosine of the vectors of what stands next to a retold sentence from which the judge reads it."""
NEAR_THINGS = 2
"""Least things answered to there: vectors are made of what has something in common, since they are dear."""
NEAR_PARAPHRASE = 2.0
"""Log-odds of the judge from which that is taken for retold too."""
NEAR_WEIGHT = 2.0
"""Log-odds of the judge beyond them that give one of evidence to the run."""
MOST_SENTENCES = 2
"""Sentences of one report that may answer to one of another."""


@dataclass(frozen=True, slots=True)
class Link:
    """One or two sentences in a row of one report that answer to one or two of another, by their numbers in a list.

    ``share`` is the share of things answered to, by weight, on the side where fewer are; ``things`` and ``plain`` are
    how many; ``evidence`` is 0 until a judge has read both.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    share: float
    things: int
    plain: int
    evidence: float = 0.0

    @property
    def likely(self) -> float:
        """The most evidence that the pair can have once it is judged."""
        return evidence(self.share, self.things, MOST_PARAPHRASE)


def evidence(share: float, things: int, paraphrase: float) -> float:
    """Return in log-odds what speaks for a retelling, before the run it stands in and the reports are looked at."""
    told = min(paraphrase, MOST_PARAPHRASE) + SHARE * min(share, MOST_SHARE) + THING * min(things, MOST_THINGS)
    return BEFORE_ANY + told


def links(
    found: Sequence[Sentence],
    pairs: Iterable[tuple[int, int]],
    apart: Callable[[Link], bool],
    model: PairModel,
) -> list[Link]:
    """Return what may be links, judged.

    :param found: the sentences, those of a report in a row.
    :param pairs: pairs of sentences that share rare words.
    :param apart: whether a link is to be left out: it was found before, or is of two stories.
    """
    proposed = sorted({best for i, j in pairs if (best := _best(found, i, j)) and not apart(best)}, key=_order)
    read: Counter[int | tuple[int, str]] = Counter()
    asked = []
    for link in proposed:
        own = _sides(found, link)
        if max(read[side] for side in own) < MOST_READ and max(read[n] for n, _ in own) < MOST_READ_IN_ALL:
            asked.append(link)
            read.update(own)
            read.update(n for n, _ in own)
    answers = judged(found, asked, model)
    made = (_with(link, answer) for link, answer in zip(asked, answers, strict=True))
    return [link for link in made if link.evidence >= LEAST_LINK]


def judged(found: Sequence[Sentence], asked: Sequence[Link], model: PairModel) -> list[Compared]:
    """Return what the judge makes of the texts of each link."""
    return model.compare([(text(found, link.a), text(found, link.b)) for link in asked])


def text(found: Sequence[Sentence], numbers: Sequence[int]) -> str:
    """Return the words of sentences on one line."""
    return " ".join(" ".join(found[n].span.text.split()) for n in numbers)


def _order(link: Link) -> tuple[float, tuple[int, ...], tuple[int, ...]]:
    return -link.likely, link.a, link.b


def _with(link: Link, answer: Compared) -> Link:
    return replace(link, evidence=evidence(link.share, link.things, answer.paraphrase))


def _best(found: Sequence[Sentence], i: int, j: int) -> Link | None:
    """Return the link of two sentences, either with the one before or after it, where most answers to most."""
    ways: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((i,), (j,))]
    ways += [(both, (j,)) for both in _with_neighbour(found, i)]
    ways += [((i,), both) for both in _with_neighbour(found, j)]
    made = (_link(found, a, b) for a, b in ways)
    return min((link for link in made if _possible(link)), key=_order, default=None)


def _possible(link: Link) -> bool:
    return link.things >= LEAST_IN_RUN and link.share >= LEAST_SHARE and link.likely >= LEAST_LINK


def _with_neighbour(found: Sequence[Sentence], n: int) -> Iterator[tuple[int, ...]]:
    for first in (n - 1, n):
        if first >= 0 and first + 1 < len(found) and found[first].paragraph is found[first + 1].paragraph:
            yield first, first + 1


def _link(found: Sequence[Sentence], a: tuple[int, ...], b: tuple[int, ...]) -> Link:
    left, right = (tuple(thing for n in own for thing in found[n].things if not thing.quoted) for own in (a, b))
    (share, things, plain), (other_share, others, other_plain) = _answered(left, right), _answered(right, left)
    return Link(a, b, min(share, other_share), min(things, others), min(plain, other_plain))


def _answered(here: Sequence[Thing], there: Sequence[Thing]) -> tuple[float, int, int]:
    """Return the share by weight, and the number, of the things that are answered to, and how many are no names."""
    lemmas = {thing.lemma for thing in there}
    names = [thing.lemma for thing in there if thing.name]
    whole = got = 0.0
    count = plain = 0
    for thing in here:
        worth = weight(thing.lemma)
        whole += worth
        if (
            thing.lemma in lemmas
            or any(_same_word(thing.lemma, other) for other in lemmas)
            or (thing.name and any(_same_name(thing.lemma, other) for other in names))
        ):
            got, count, plain = got + worth, count + 1, plain + (not thing.name)
    return (got / whole if whole else 0.0), count, plain


@lru_cache(maxsize=65_536)
def _same_word(a: str, b: str) -> bool:
    return akin(a, b) or _figure(a) == _figure(b)


@lru_cache(maxsize=65_536)
def _same_name(a: str, b: str) -> bool:
    return a.isalpha() and b.isalpha() and spelled_alike((a.lower(),), (b.lower(),))


def _figure(lemma: str) -> str:
    """Return a number as it is written in digits."""
    plain = lemma.lower().replace(",", "")
    return str(NUMBER_WORDS.get(plain, plain))


# --- beside what was found -----------------------------------------------------------------------------------------


def beside(
    found: Sequence[Sentence], made: Sequence[Link], free: Callable[[Link], bool], encoder: Encoder, model: PairModel
) -> list[Link]:
    """Return the links that stand right before and after others, nearest by their vectors: they need fewer things.

    :param free: whether a link may be made: neither side found before.
    """
    more: list[Link] = []
    used = {side for link in made for side in _sides(found, link)}

    def unused(way: Link) -> bool:
        return free(way) and not used & _sides(found, way)

    for step, start in ((step, link) for link in made for step in (1, -1)):
        link: Link | None = start
        while link is not None:
            link = _next(found, link, step, unused, encoder, model)
            if link is not None:
                more.append(link)
                used.update(_sides(found, link))
    return more


def _sides(found: Sequence[Sentence], link: Link) -> set[tuple[int, str]]:
    """Return the sentences of a link, each with the report in which it is told again."""
    one, other = (found[own[0]].span.report for own in (link.a, link.b))
    return {(n, other) for n in link.a} | {(n, one) for n in link.b}


def _next(
    found: Sequence[Sentence],
    link: Link,
    step: int,
    free: Callable[[Link], bool],
    encoder: Encoder,
    model: PairModel,
) -> Link | None:
    """Return the link right after (or before) another, if one is believed there."""
    ways = [
        way
        for way in (
            _link(found, a, b) for a, b in product(_following(found, link.a, step), _following(found, link.b, step))
        )
        if len(way.a) + len(way.b) <= 1 + MOST_SENTENCES and way.things >= NEAR_THINGS and free(way)
    ]
    if not ways:
        return None
    vectors = encoder.encode([text(found, own) for way in ways for own in (way.a, way.b)])
    cosines = [float(vectors[2 * n] @ vectors[2 * n + 1]) for n in range(len(ways))]
    best = max(range(len(ways)), key=lambda n: (round(cosines[n], 4), -n))
    if cosines[best] < NEAR_COSINE:
        return None
    (answer,) = judged(found, [ways[best]], model)
    if answer.paraphrase < NEAR_PARAPHRASE:
        return None
    return replace(ways[best], evidence=(min(answer.paraphrase, MOST_PARAPHRASE) - NEAR_PARAPHRASE) / NEAR_WEIGHT)


def _following(found: Sequence[Sentence], own: tuple[int, ...], step: int) -> Iterator[tuple[int, ...]]:
    """Yield the sentence after (or before) some of one report, and it with the one behind it in its paragraph."""
    n = own[-1] + 1 if step > 0 else own[0] - 1
    if 0 <= n < len(found) and found[n].span.report == found[own[0]].span.report:
        yield (n,)
        if 0 <= n + step < len(found) and found[n].paragraph is found[n + step].paragraph:
            yield (n, n + 1) if step > 0 else (n - 1, n)
