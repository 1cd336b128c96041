"""The same utterance between marks in different words: sentences paired by their words, or by the claim they tell.

Two sentences of one speaker are not one utterance because they are alike: each must be the other's best partner in the
two reports, and the words, or the claim stage, must say that they are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.differences.comparing import COPIES
from twosource.differences.grading import Grade, common_stretch, grade
from twosource.differences.quotes import Quoted, quoted
from twosource.differences.scene import Scene, held
from twosource.differences.wording import likeness
from twosource.model import Reason, Span, Variant

ALIKE = 0.55
"""Share of two sentences' words in common from which they are one utterance."""
CONTAINED = 0.75
"""Share of the shorter sentence's words that stand in the longer: it is quoted in part."""
CONTAINED_WORDS = 4
"""Least meaning words in common for that."""
SHORT = 4
"""Meaning words below which a sentence must have more in common with another, ``SHORT_ALIKE``."""
SHORT_ALIKE = 0.7
WHOLLY = 0.9
"""The same share from which the shorter is nothing but a part of the longer."""
BRIEF = 3
"""Meaning words below which that is asked of two sentences that the claims hold for one."""
ONE_CLAIM = 0.5
"""The same share where the claims hold the two for one."""
RETOLD = 0.5
"""Share of the meaning words and names of one speaker's shorter sentence that the longer has, in any form, from which
it is held for the same utterance retold ("I am sure …", "he is certain …"), if the vectors agree too."""
RETOLD_WORDS = 3
"""Least meaning words and names in common for that."""
RETOLD_MEANING = 0.55
"""Least cosine of the two sentences' vectors for that, where likeness leaves the pair undecided."""
OTHER_MOUTH = 0.8
"""Share in common from which sentences are one utterance whoever the reports name."""
COMMON_HOLDERS = 40
"""Most sentences of a story that hold a word for it to propose pairs, further copies left out; a commoner word tells
nothing."""
PROPOSING = 2
"""Least words with meaning in common for a pair to be compared."""
LOOK_BACK = 4
"""Sentences between marks before a piece's end that may hold it; a sentence is cut into few pieces."""
PART = 0.6
"""Share of a sentence's words below which the piece of it that a claim joined is compared alone."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sentences between marks, the parts of them that are one utterance, and why."""

    i: int
    j: int
    a: Quoted
    b: Quoted
    score: float
    reason: Reason


def variants(scene: Scene) -> tuple[tuple[Variant, Grade], ...]:
    """Return the utterances of a story that stand between marks in different words, with how each was graded.

    Of the copies of a sentence the first few are compared; the others stand with them.
    """
    sentences = quoted(scene)
    copies = _copies(scene, sentences)
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Pairing, Grade]]] = {}
    for pairing in _mutual(sentences, _pairings(scene, sentences, copies)):
        told = grade(scene, pairing.a, pairing.b)
        if told.differences:
            found.setdefault((pairing.a.keys, pairing.b.keys), []).append((pairing, told))
    merged: dict[frozenset[tuple[str, ...]], list[tuple[Pairing, Grade]]] = {}
    for (left, right), own in found.items():
        merged.setdefault(frozenset((left, right)), []).extend(own)
    further = {number: own[COPIES:] for own in copies for number in own}
    made = [_variant(scene, sentences, further, own) for own in merged.values()]
    return tuple(sorted(made, key=lambda item: item[0].places))


def _copies(scene: Scene, sentences: Sequence[Quoted]) -> list[list[int]]:
    """Return the sentences by their words, by who is named as their speaker, and by where they stand."""
    groups: dict[Hashable, list[int]] = {}
    for number, sentence in enumerate(sentences):
        speakers = tuple(scene.sources[id].name if id in scene.sources else id for id in sentence.chain)
        groups.setdefault((sentence.keys, speakers, sentence.heading), []).append(number)
    return list(groups.values())


def _variant(
    scene: Scene,
    sentences: Sequence[Quoted],
    further: Mapping[int, Sequence[int]],
    own: Sequence[tuple[Pairing, Grade]],
) -> tuple[Variant, Grade]:
    """Return one variant of the pairs that lay the same two wordings side by side, with their further copies."""
    first, told = min(own, key=lambda item: (item[0].a.span, item[0].b.span))
    sides: tuple[set[Span], set[Span]] = (set(), set())
    for pairing, _ in own:
        flipped = pairing.a.keys != first.a.keys
        for number, part, side in ((pairing.i, pairing.a, flipped), (pairing.j, pairing.b, not flipped)):
            sides[side].add(part.span)
            begin = sentences[number].words.index(part.words[0])
            for copy in (sentences[n] for n in further[number]):
                text = scene.report(copy.span.report).text
                sides[side].add(copy.cut(begin, begin + len(part.words), text).span)
    a, b = min(sides[0]), min(sides[1])
    places = (a, b, *sorted((sides[0] | sides[1]) - {a, b}))
    source = next((id for id in reversed(first.a.chain) if id in first.b.voices), None)
    source = source or (first.a.chain or first.b.chain or (None,))[-1]
    return Variant(source, places, told.differences, told.grade, (first.reason, *told.reasons)), told


def _mutual(sentences: Sequence[Quoted], pairings: Iterable[Pairing]) -> Iterator[Pairing]:
    """Yield the pairings, the surest first, in which each sentence is used once for each two reports."""
    used: set[tuple[int, str, bool]] = set()
    for pairing in sorted(pairings, key=lambda p: (-p.score, p.a.span, p.b.span)):
        one, other = sentences[pairing.i], sentences[pairing.j]
        keys = {
            (pairing.i, other.span.report, other.heading),
            (pairing.j, one.span.report, one.heading),
        }
        if not keys & used:
            used |= keys
            yield pairing


def _pairings(scene: Scene, sentences: Sequence[Quoted], copies: Sequence[Sequence[int]]) -> Iterator[Pairing]:
    asked = sorted(number for own in copies for number in own[:COPIES])
    for i, j in sorted({*_sharing_words(sentences, asked)}):
        found = _by_words(scene, sentences, i, j)
        if found is not None:
            yield found
    yield from _by_claim(scene, sentences)


def _sharing_words(sentences: Sequence[Quoted], asked: Sequence[int]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for number in asked:
        for key in sorted({word.key for word in sentences[number].words if word.content}):
            holders.setdefault(key, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for own in holders.values():
        if len(own) <= COMMON_HOLDERS:
            for pair in combinations(own, 2):
                shared[pair] = shared.get(pair, 0) + 1
    return (pair for pair, count in shared.items() if count >= PROPOSING)


def _comparable(a: Quoted, b: Quoted) -> bool:
    """Return whether two sentences stand in two reports, or one above the other: in a headline and in the body."""
    if a.span.overlap(b.span):
        return False
    return a.span.report != b.span.report or a.heading != b.heading


def _by_words(scene: Scene, sentences: Sequence[Quoted], i: int, j: int) -> Pairing | None:
    a, b = sentences[i], sentences[j]
    if not _comparable(a, b):
        return None
    match = likeness(a.words, b.words)
    known = a.voices & b.voices or not a.voices or not b.voices
    short = min(sum(word.content for word in side.words) for side in (a, b)) < SHORT
    in_part = known and match.contained >= CONTAINED and match.common >= CONTAINED_WORDS
    if match.alike < (OTHER_MOUTH if not known else SHORT_ALIKE if short else ALIKE) and not in_part:
        return None
    left, right = _overlapping(scene, a, b)
    match = likeness(left.words, right.words)
    if match.alike < ALIKE:
        return None
    detail = f"{match.common} meaning words in common, in the same order"
    return Pairing(i, j, left, right, 1 + match.alike + match.contained, Reason("words", detail, round(match.alike, 2)))


def _overlapping(scene: Scene, a: Quoted, b: Quoted) -> tuple[Quoted, Quoted]:
    """Return the stretch of the longer sentence that the shorter one quotes: what only the one quotes is no change."""
    (a0, a1), (b0, b1) = common_stretch(a, b)
    return (
        a.cut(a0, a1, scene.report(a.span.report).text),
        b.cut(b0, b1, scene.report(b.span.report).text),
    )


def _by_claim(scene: Scene, sentences: Sequence[Quoted]) -> Iterator[Pairing]:
    """Yield the sentences whose pieces the claims joined, or that one speaker may have said in other words."""
    inside = _sentence_of(scene, sentences)
    for one, other in scene.pairs:
        i, j = inside.get(one, -1), inside.get(other, -1)
        if i < 0 or j < 0 or not _comparable(sentences[i], sentences[j]):
            continue
        a = _piece(scene, sentences[i], scene.items[one].span)
        b = _piece(scene, sentences[j], scene.items[other].span)
        if likeness(a.words, b.words).contained >= WHOLLY:
            a, b = _overlapping(scene, a, b)
        score = round(scene.judge(one, other).score, 2)
        known = a.voices & b.voices or not a.voices or not b.voices
        told = min(sum(word.content for word in side.words) for side in (a, b))
        least = SHORT_ALIKE if told < BRIEF else ONE_CLAIM
        if known and scene.same_claim(one, other) and likeness(a.words, b.words).alike >= least:
            yield Pairing(i, j, a, b, 1.0, Reason("claim", "one claim", score))
        elif a.chain and a.chain[-1:] == b.chain[-1:] and _retold(scene, one, other):
            detail = "one speaker tells much of the same in other words: it may be one utterance"
            yield Pairing(i, j, a, b, 0.5, Reason("meaning", detail, score))


def _sentence_of(scene: Scene, sentences: Sequence[Quoted]) -> dict[int, int]:
    """Return for each piece that lies mostly between marks the sentence there."""
    by_report: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        by_report.setdefault(sentence.span.report, []).append(number)
    found: dict[int, int] = {}
    for k, item in enumerate(scene.items):
        own = by_report.get(item.report, [])
        at = bisect_right(own, item.span.end, key=lambda n: sentences[n].span.start)
        for number in own[max(0, at - LOOK_BACK) : at]:
            if 2 * item.span.overlap(sentences[number].span) > len(item.span.text):
                found[k] = number
    return found


def _retold(scene: Scene, one: int, other: int) -> bool:
    """Return whether two pieces of one speaker, that nothing rules out, tell so much of the same."""
    a, b = scene.items[one].unit, scene.items[other].unit
    same = scene.judge(one, other).same
    if same is False or a.vector is None or b.vector is None:
        return False
    if same is None and float(a.vector @ b.vector) < RETOLD_MEANING:
        return False
    short, long = sorted((a, b), key=lambda unit: (len(unit.content) + len(unit.names), unit.span))
    size = len(short.content) + len(short.names)
    share = held(short, long)
    return share >= RETOLD and share * size >= RETOLD_WORDS


def _piece(scene: Scene, sentence: Quoted, span: Span) -> Quoted:
    """Return the words of a sentence that lie in a piece, where they are only a part of it."""
    inside = [n for n, w in enumerate(sentence.words) if span.start <= w.start and w.end <= span.end]
    if not inside or len(inside) >= PART * len(sentence.words):
        return sentence
    return sentence.cut(inside[0], inside[-1] + 1, scene.report(sentence.span.report).text)
