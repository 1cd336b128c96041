"""What the judge sees in an epoch of its second and third stage: people's pairs, and changed copies of them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from training.judge.changes import changed, changed_in_both, reworded
from training.judge.examples import Pair

CHANGED = 0.6
"""Share of the pairs that tell one thing of which an epoch sees a copy with one thing changed on one side."""
CHANGED_BOTH = 0.3
"""The same with one thing changed on both sides."""
CHANGED_ALONE = 0.25
"""Share of the sentences that are seen beside themselves with one thing changed."""
REWORDED_ALONE = 0.2
"""The same with a word or two put otherwise."""
INFERRED = 0.12
"""Share of the pairs of the first stage that are seen again, so that what was learned there is kept."""
SETTLING = 2_000
"""Pairs beside the paraphrases that an epoch of the last stage sees."""
BESIDE = 0.3
"""Share of the translations that are seen beside the nearest sentence that tells something else."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the pairs come from: paraphrases, translations, clauses of reports, inferences."""

    paraphrases: Sequence[Pair]
    translations: Sequence[Pair]
    clauses: Sequence[Pair]
    inferences: Sequence[Pair]


def epoch(sources: Sources, chance: random.Random) -> list[Pair]:
    """Return the pairs of an epoch, in any order, either text first."""
    people = (*sources.paraphrases, *sources.translations, *sources.clauses)
    found = [*people, *_near(sources.translations, chance), *_changed(people, chance)]
    found = [it if chance.random() < 0.5 else replace(it, a=it.b, b=it.a) for it in found]
    found += chance.sample(list(sources.inferences), int(INFERRED * len(sources.inferences)))
    chance.shuffle(found)
    return found


def settling(sources: Sources, chance: random.Random) -> list[Pair]:
    """Return the pairs of an epoch of the last stage: all paraphrases, and some of all the others."""
    others = [it for it in epoch(sources, chance) if it.paraphrase is None]
    found = [*sources.paraphrases, *chance.sample(others, min(len(others), SETTLING))]
    chance.shuffle(found)
    return [it if it.relation is not None or chance.random() < 0.5 else replace(it, a=it.b, b=it.a) for it in found]


def _changed(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    for pair in pairs:
        if pair.same and chance.random() < CHANGED and (other := changed(pair.b, pair.a, chance)):
            yield Pair(pair.a, other, same=False)
        if pair.same and chance.random() < CHANGED_BOTH and (both := changed_in_both(pair.a, pair.b, chance)):
            yield Pair(*both, same=True)
        if chance.random() < CHANGED_ALONE and (other := changed(pair.a, pair.a, chance)):
            yield Pair(pair.a, other, same=False)
        if chance.random() < REWORDED_ALONE and (other := reworded(pair.a, chance)) and other != pair.a:
            yield Pair(pair.a, other, same=True)


def _near(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """Yield sentences beside the one of another pair that shares most rare words with them."""
    words = [set(pair.b.split()) for pair in pairs]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            holders[word].append(number)
    for number, pair in enumerate(pairs):
        if chance.random() >= BESIDE:
            continue
        shared: Counter[int] = Counter()
        for word in sorted(set(pair.a.split())):
            if len(holders[word]) <= len(pairs) // 20:
                shared.update({other: 1 for other in holders[word] if other != number})
        near = [other for other, _ in shared.most_common(5) if pairs[other].a != pair.a and pairs[other].b != pair.b]
        if near:
            yield Pair(pair.a, pairs[chance.choice(near[1:] or near)].b, same=False)
