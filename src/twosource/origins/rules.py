"""What joins two voices of a claim into one origin. One small rule a function, tried in the order of ``RULES``.

A rule answers with a :class:`Join` or None. A join that is not ``sure`` is an open question: the least number of
origins counts the two as one, the most counts them as two. Where no rule answers, the voices are separate: named
sources that nothing connects, or reports that share no text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from twosource.model import Decision, Passage, PassageKind, Reason
from twosource.origins.voices import Scene, Voice
from twosource.sources.names import words_of

HELD = 0.5
"""Least share of a mention that must lie in a passage for the mention to stand in it."""


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
        outlet = scene.reports[own.report].outlet
        source = scene.sources.get(cited.source)
        if outlet and source and words_of(outlet) in {words_of(name) for name in (source.name, *source.variants)}:
            return Join(Reason("outlet", f"{source.name} is the outlet of {own.report}"))
    return None


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
    if passage is None or (a.joint and b.joint):  # the members of a joint source stay apart in every copy
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
            if passage.kind is kind and _stands_in(a, passage) and _stands_in(b, passage):
                return passage
    return None


def _stands_in(voice: Voice, passage: Passage) -> bool:
    length = voice.span.end - voice.span.start
    return any(place.overlap(voice.span) >= HELD * min(length, place.end - place.start) for place in passage.places)


def dependent_reports(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join the own voices of two reports that share their text: nobody knows which words were found anew."""
    if a.source is not None or b.source is not None:
        return None
    why = scene.dependent.get(frozenset((a.report, b.report)))
    return Join(Reason("dependent reports", why)) if why else None


def behind_a_relay(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open one speaker, once through a relay and once without: the words may have come by the same way."""
    for direct, relayed in ((a, b), (b, a)):
        if direct.source is not None and direct.source in relayed.inner and relayed.source is not None:
            speaker, relay = scene.name(direct.source), scene.name(relayed.source)
            return Join(Reason("behind a relay", f"{speaker}, once through {relay} and once without"), sure=False)
    return None


def nobody_named(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open two sources without names: different words ("an official", "a person close to") make no second one."""
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


RULES: tuple[Rule, ...] = (
    same_source,
    same_report,
    spokesman,
    outlet_itself,
    told_with_its_source,
    shared_passage,
    dependent_reports,
    behind_a_relay,
    nobody_named,
    one_of_a_body,
)


def joined(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Return the first rule's answer for two voices; joint members of one mention stay apart."""
    if a.mention == b.mention:
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
