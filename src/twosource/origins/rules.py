"""What joins two voices of a claim into one origin. One small rule a function, tried in the order of ``RULES``.

A rule answers with a :class:`Join` or None. A join that is not ``sure`` is an open question: the least number of
origins counts the two as one, the most counts them as two. Where no rule answers, the voices are separate: named
sources that nothing connects, or reports that share no text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import Indel

from twosource.model import Decision, Passage, PassageKind, Reason, Source
from twosource.origins.voices import Scene, Voice
from twosource.sources import unresolved
from twosource.sources.names import words_of

HELD = 0.5
"""Least share of a mention that must lie in a passage for the mention to stand in it."""

SAME_WORDS = 0.8
"""Least share of words in common, in order, from which two mentions are nearly the same words."""
SURE_WORDS = 8
"""Least words of a mention for such likeness to be no chance."""
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
"""Words of a description that tell nothing of whom it describes."""


class Join(NamedTuple):
    """Why two voices are one origin, and whether that is sure."""

    reason: Reason
    sure: bool = True


Rule = Callable[[Scene, Voice, Voice], Join | None]


def same_source(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join one identity under whatever names: "KSO", "the agency", "state media"."""
    if a.source is None or a.source != b.source:
        return None
    return Join(Reason("same source", f"both come from {scene.name(a.source)}"))


def same_report(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join a report's own voice with itself, however often it speaks."""
    if a.source is None and b.source is None and a.report == b.report:
        return Join(Reason("same report", f"{a.report} tells it in its own voice more than once"))
    return None


def spokesman(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join a spokesman with his body, and two spokesmen of one body."""
    if a.source is None or b.source is None:
        return None
    left, right = (scene.body(source) or source for source in (a.source, b.source))
    if left != right:
        return None
    return Join(Reason("speaks for", f"{scene.name(a.source)} and {scene.name(b.source)} speak for one body"))


def outlet_itself(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join an outlet that is named as the source with the own voice of its report, there or where another cites it."""
    for cited, own in ((a, b), (b, a)):
        if cited.source is None or own.source is not None:
            continue
        source = scene.sources.get(cited.source)
        names = names_of(source) if source else frozenset()
        if source and names & outlet_names(scene, own.report):
            return Join(Reason("outlet", f"{source.name} is the outlet of {own.report}"))
    return None


def _plain(name: str) -> str:
    """Return a name's words as one, without articles: "The Ollvik Ledger" → "ollvikledger"."""
    return "".join(word for word in words_of(name) if word not in ARTICLES)


def names_of(source: Source) -> frozenset[str]:
    """Return the names of a source, each as one word."""
    return frozenset(_plain(name) for name in (source.name, *source.variants))


def outlet_names(scene: Scene, report: str) -> set[str]:
    """Return what the outlet of a report may be called, its domain's name among it; the empty name is none."""
    outlet = scene.reports[report].outlet or ""
    labels = [label for label in outlet.lower().split(".") if label != "www"]
    domain = labels[0].removeprefix("the").replace("-", "") if len(labels) > 1 and " " not in outlet else ""
    return {_plain(outlet), domain} - {""}


def told_with_its_source(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join a source with the own voice of a report that gives it once and leaves it out elsewhere (its headline)."""
    if a.report != b.report or (a.source is None) == (b.source is None):
        return None
    named = a.source or b.source or ""
    return Join(Reason("source given elsewhere", f"{a.report} gives {scene.name(named)} as its source elsewhere"))


def shared_passage(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join two reports that tell it in one passage: copied, or taken from the same text, whoever each of them names.

    Where both name a source and the passage is only reworded, or both name different ones, the join is open.
    """
    passage = _common(scene, a, b)
    if passage is None:
        return None
    reason = Reason("shared passage", f"{a.report} and {b.report} tell it in one {passage.kind} passage")
    both_named = a.source is not None and b.source is not None
    if both_named and passage.lineage.decision is Decision.QUOTATION:
        return Join(reason, sure=False)
    return Join(reason, sure=not both_named or passage.kind is not PassageKind.REWORDED)


def _common(scene: Scene, a: Voice, b: Voice) -> Passage | None:
    """Return the closest passage that holds both voices' mentions, in two reports."""
    if a.report == b.report:
        return None
    for kind in PassageKind:  # verbatim, near, reworded
        for passage in scene.passages.get(a.report, ()):
            if passage.kind is kind and _stands_in(scene, a, passage) and _stands_in(scene, b, passage):
                return passage
    return None


def _stands_in(scene: Scene, voice: Voice, passage: Passage) -> bool:
    length = voice.span.end - voice.span.start
    places = scene.places.get((voice.report, passage.id), ())
    return any(place.overlap(voice.span) >= HELD * min(length, place.end - place.start) for place in places)


def dependent_reports(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join the own voices of two reports that share their text: nobody knows which words were found anew."""
    if a.source is not None or b.source is not None:
        return None
    found = scene.dependent.between(a.report, b.report)
    return Join(Reason("dependent reports", found.why), sure=found.sure) if found else None


def same_words(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join two reports that tell it in nearly the same words: one has them from the other, or both from one text.

    Words too few to be sure of, and words that each gives to a source of its own, leave the join open.
    """
    if a.report == b.report or Indel.normalized_similarity(a.words, b.words) < SAME_WORDS:
        return None
    reason = Reason("same words", f"{a.report} and {b.report} tell it in nearly the same words")
    one_voice = a.source is None or b.source is None
    return Join(reason, sure=one_voice and min(len(a.words), len(b.words)) >= SURE_WORDS)


def no_source_given(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open the own voices of two reports: where either has it from is not said, unless it was there itself."""
    if a.source is not None or b.source is not None:
        return None
    if not scene.present.isdisjoint((a.report, b.report)):
        return None
    return Join(Reason("no source given", f"neither {a.report} nor {b.report} says where it has it from"), sure=False)


def behind_a_relay(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open one speaker, once through a relay and once without: the words may have come by the same way."""
    for direct, relayed in ((a, b), (b, a)):
        if direct.source is not None and direct.source in relayed.inner and relayed.source is not None:
            speaker, relay = scene.name(direct.source), scene.name(relayed.source)
            return Join(Reason("behind a relay", f"{speaker}, once through {relay} and once without"), sure=False)
    return None


def tells_of_its_source(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open a report's own voice that tells what the other's source did or said: it may rest on that source."""
    for own, named in ((a, b), (b, a)):
        if own.source is None and named.source is not None and named.source in scene.sources:
            source = scene.sources[named.source]
            if any(_holds(own.words, words_of(name)) for name in (source.name, *source.variants)):
                return Join(Reason("tells of its source", f"{own.report} tells it of {source.name}"), sure=False)
    return None


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and any(words[i : i + len(name)] == name for i in range(len(words) - len(name) + 1))


def nobody_named(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open two sources without names: different words ("an official", "an aide") make no second one."""
    if a.source is None or b.source is None or not (scene.unnamed(a.source) and scene.unnamed(b.source)):
        return None
    names = f"“{scene.name(a.source)}” and “{scene.name(b.source)}”"
    return Join(Reason("not named", f"{names} may be the same people"), sure=False)


def one_of_a_body(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open an unnamed source that shares a name with a named one ("a Karsk official", "the Karsk ministry")."""
    if a.source is None or b.source is None or scene.unnamed(a.source) == scene.unnamed(b.source):
        return None
    hidden, named = (a.source, b.source) if scene.unnamed(a.source) else (b.source, a.source)
    shared = _names_in(scene, hidden) & _names_in(scene, named)
    if not shared and set(words_of(scene.name(hidden))) - ARTICLES <= set(words_of(scene.name(named))):
        detail = f"“{scene.name(hidden)}” may be {scene.name(named)}"
        return Join(Reason("may be it", detail), sure=False)
    if not shared:
        return None
    detail = f"“{scene.name(hidden)}” may speak for {scene.name(named)}: both are of {min(shared)}"
    return Join(Reason("may belong to it", detail), sure=False)


def _names_in(scene: Scene, source: str) -> set[str]:
    """Return the capitalised words of a source's names, in lower case."""
    found = scene.sources.get(source)
    names = (found.name, *found.variants) if found else ()
    words = {word.strip("“”\"'.,") for name in names for word in name.replace("’s", "").replace("'s", "").split()}
    return {word.lower() for word in words if word[:1].isupper() and len(word) > 1 and word.lower() != "the"}


def left_open(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open whether a source that its report does not make out, an unresolved "she", is the other one."""
    for voice, other in ((a, b), (b, a)):
        source = scene.sources.get(voice.source) if voice.source else None
        if source is not None and other.source is not None and unresolved(source):
            why = f"{scene.name(source.id)} of {voice.report} may be {scene.name(other.source)}"
            return Join(Reason("unresolved", why), sure=False)
    return None


RULES: tuple[Rule, ...] = (
    same_source,
    same_report,
    spokesman,
    outlet_itself,
    told_with_its_source,
    shared_passage,
    dependent_reports,
    same_words,
    no_source_given,
    behind_a_relay,
    tells_of_its_source,
    nobody_named,
    one_of_a_body,
    left_open,
)


def joined(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Return the first rule's answer for two voices; the members of a joint source stay apart in every copy."""
    if a.mention == b.mention or (a.joint and b.joint and a.source != b.source):
        return None
    return next((join for rule in RULES if (join := rule(scene, a, b)) is not None), None)


def why_apart(scene: Scene, a: Voice, b: Voice) -> Reason:
    """Return why two voices that no rule joins are two origins."""
    if a.source is None and b.source is None:
        return Reason("separate", f"{a.report} and {b.report} tell it in their own voices and share no text")
    left, right = (
        f"the own voice of {voice.report}" if voice.source is None else scene.name(voice.source) for voice in (a, b)
    )
    return Reason("separate", f"nothing connects {left} and {right}")
