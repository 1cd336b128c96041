"""What differs between two wordings of one utterance, in words, and whether the meaning differs with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.differences.quotes import Quoted, Word
from twosource.differences.scene import Scene
from twosource.differences.wording import Change, changes, plain_changes, shown
from twosource.differences.words import MODALS, OPENERS, PASSING, SAYING
from twosource.language.encoder import MiniLm
from twosource.likeness import unit
from twosource.likeness.checks import differences
from twosource.likeness.thesaurus import akin
from twosource.model import Reason, Span

SYNONYM, UNDECIDED, MEANING = "synonym", "undecided", "meaning"
"""Grades of a variant: only little words or synonyms differ; other words, and it is open whether they mean the same; a
name, a figure, a date, a negation, a modal or a whole group of words differs."""
OTHER = "other words"
"""The signal of words that are exchanged for others, which may or may not mean the same."""
LONGER = 3
"""Words at an end that only one report quotes: from this many on it quotes more of the utterance, not other words."""
NEAR = 0.5
"""Least cosine of two groups of words, each with two words around it, to be taken for synonyms where no check objects;
vectors do not tell opposites apart, the checks do."""
SHORT_IS = frozenset({"'s", "is", "has"})
"""Forms of "is" and "has" that are written as they are heard."""
MOVED = 0.35
"""The same for words alone that the two wordings have in different places."""
NEGATIVE = frozenset({"not", "no", "never", "none", "nor", "neither", "nobody", "nothing"})
AROUND = 2
"""Words around a group that are read with it."""

_OMISSION = ("…", "...", ". . .")


@dataclass(frozen=True, slots=True)
class Grade:
    """The pairs of word groups that differ (there, here), how grave that is, and why."""

    differences: tuple[tuple[str, str], ...]
    grade: str
    reasons: tuple[Reason, ...]


def common_stretch(a: Quoted, b: Quoted) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the stretches of two sentences without what only one of them quotes before and after.

    That is many words, or any words where the other plainly begins, or breaks off, in the middle of the sentence.
    """
    a0 = b0 = 0
    a1, b1 = len(a.words), len(b.words)
    told = plain_changes(a.words, b.words)
    if told and told[0].a0 == told[0].b0 == 0:
        if told[0].b1 == 0 and (told[0].a1 >= LONGER or _begins_inside(b)):
            a0 = told[0].a1
        elif told[0].a1 == 0 and (told[0].b1 >= LONGER or _begins_inside(a)):
            b0 = told[0].b1
    if told and (told[-1].a1, told[-1].b1) == (a1, b1):
        last = told[-1]
        if last.b0 == b1 and (a1 - last.a0 >= LONGER or _breaks_off(b)):
            a1 = last.a0
        elif last.a0 == a1 and (b1 - last.b0 >= LONGER or _breaks_off(a)):
            b1 = last.b0
    return (a0, max(a1, a0 + 1)), (b0, max(b1, b0 + 1))


def _begins_inside(sentence: Quoted) -> bool:
    return sentence.span.text.lstrip("“”‘’\"'… .")[:1].islower()


def _breaks_off(sentence: Quoted) -> bool:
    return sentence.span.text.rstrip()[-1:].isalnum() and not sentence.heading


def grade(scene: Scene, a: Quoted, b: Quoted) -> Grade:
    """Return what differs between two wordings of one utterance; no differences where the words are the same."""
    texts = scene.report(a.span.report).text, scene.report(b.span.report).text
    told: list[tuple[str, str]] = []
    gone: list[Word] = []
    come: list[Word] = []
    open_: list[Reason] = []
    changed: tuple[list[Word], list[Word]] = ([], [])
    for change in changes(a.words, b.words):
        if _marked(change, a, b, texts) or _no_change(change, a.words, b.words):
            continue
        wide = shown(change, a.words, b.words)
        pair = _text(texts[0], a.words[wide.a0 : wide.a1]), _text(texts[1], b.words[wide.b0 : wide.b1])
        told.append(pair)
        left, right = _alone(a.words[change.a0 : change.a1], b.words[change.b0 : change.b1])
        changed[0].extend(left)
        changed[1].extend(right)
        if left and right:
            if not _near(scene, change, a, b, texts):
                open_.append(Reason(OTHER, f"{pair[0]} / {pair[1]}"))
        else:
            gone += left
            come += right
    moved = _moved(scene, gone, come, texts)
    checked = _checked(scene, a.span, b.span, changed) if told else []
    grave = [reason for reason in moved if reason.signal != OTHER]
    reasons = (*checked, *moved, *open_) or (Reason("words", "only little words or synonyms differ"),)
    level = MEANING if checked or grave else UNDECIDED if moved or open_ else SYNONYM
    return Grade(tuple(told), level, reasons)


def _alone(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Return the meaning words of each side that the other has in no form; a pronoun may stand for a name."""
    sides = []
    for own, others in ((a, b), (b, a)):
        named = any(word.pos == "PRON" for word in others)
        sides.append(
            [
                word
                for word in own
                if word.content
                and word.key not in PASSING
                and not (named and word.pos in {"PROPN", "NOUN"})
                and not any(akin(word.lemma, other.lemma) or word.key == other.key for other in others)
            ]
        )
    return sides[0], sides[1]


def _moved(scene: Scene, gone: Sequence[Word], come: Sequence[Word], texts: tuple[str, str]) -> list[Reason]:
    """Return what one side leaves out and the other does not tell elsewhere ("gladly accepted", "with pleasure")."""
    left, right = _alone(gone, come)
    if not left and not right:
        return []
    here, there = (
        " ".join(text[w.start : w.end] for w in words) for words, text in ((left, texts[0]), (right, texts[1]))
    )
    if left and right:
        vectors = (scene.encoder or MiniLm()).encode([here, there])
        if float(vectors[0] @ vectors[1]) >= MOVED:
            return []
        return [Reason(OTHER, f"{here} / {there}")]
    what = "left out" if left else "added"
    alone = left or right
    named = "name " if any(word.pos == "PROPN" for word in alone) else ""
    figure = "figure " if any(word.pos == "NUM" for word in alone) else ""
    return [Reason(f"{named or figure}{what}", here or there)]


def _text(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _no_change(change: Change, a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Return whether only hyphens, spaces or the opening differ: "co-operation"; "So he was …", "It's"."""
    both = (*a[change.a0 : change.a1], *b[change.b0 : change.b1])
    one_sided = change.a0 == change.a1 or change.b0 == change.b1
    if change.a0 == change.b0 == 0 and (
        all(word.key in OPENERS for word in both) or (one_sided and not any(word.content for word in both))
    ):
        return True
    if (
        max(change.a0, change.b0) <= 1
        and one_sided
        and all(word.pos == "PRON" or word.lemma in SAYING for word in both)
    ):
        return True
    if both and all(word.key in SHORT_IS for word in both):
        return True
    left, right = (
        "".join(word.key for word in words) for words in (a[change.a0 : change.a1], b[change.b0 : change.b1])
    )
    return left == right


def _marked(change: Change, a: Quoted, b: Quoted, texts: tuple[str, str]) -> bool:
    """Return whether a report marks the change itself: words in brackets, or dots where it left words out."""
    for words, first, last, text in (
        (a.words, change.a0, change.a1, texts[0]),
        (b.words, change.b0, change.b1, texts[1]),
    ):
        if first < last and all(word.editorial for word in words[first:last]):
            return True
        start = words[first - 1].end if first else words[first].start if words else 0
        end = words[last].start if last < len(words) else words[-1].end if words else 0
        if any(dots in text[start:end] for dots in _OMISSION):
            return True
    return False


def _near(scene: Scene, change: Change, a: Quoted, b: Quoted, texts: tuple[str, str]) -> bool:
    """Return whether two groups of words, read with what stands around them, are near in meaning."""
    groups = [
        _text(text, words[max(0, first - AROUND) : last + AROUND])
        for text, words, first, last in (
            (texts[0], a.words, change.a0, change.a1),
            (texts[1], b.words, change.b0, change.b1),
        )
    ]
    vectors = (scene.encoder or MiniLm()).encode(groups)
    return float(vectors[0] @ vectors[1]) >= NEAR


def _checked(scene: Scene, a: Span, b: Span, changed: tuple[Sequence[Word], Sequence[Word]]) -> list[Reason]:
    """Return the names, figures, dates, negations and opposites that the checks of likeness see, and a negation alone.

    A modality counts only where a modal word was ``changed``: a longer frame around the same words is none. Opposites
    count only where both are words with meaning: "before" and "ahead of" are none.
    """
    left, right = scene.paragraph(a), scene.paragraph(b)
    if left is None or right is None:
        return []
    words = {word.key for side in changed for word in side}
    found = [
        Reason(f"{item.signal} differs", f"{item.here} / {item.there}")
        for item in differences(unit(left, a), unit(right, b))
        if (item.signal != "modality" or words & MODALS)
        and (item.signal != "direction" or {item.here, item.there} <= {w.lemma for side in changed for w in side})
    ]
    negated = [any(word.key in NEGATIVE for word in side) for side in changed]
    if negated[0] != negated[1] and not any(reason.signal == "negation differs" for reason in found):
        found.insert(0, Reason("negation differs", " / ".join("negated" if one else "not negated" for one in negated)))
    return found
