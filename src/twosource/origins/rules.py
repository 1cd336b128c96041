"""What joins two voices of a claim into one origin. One small rule a function, tried in the order of ``RULES``.

A rule answers with a :class:`Join` or None. A join that is not ``sure`` is an open question: the least number of
origins counts the two as one, the most counts them as two. Where no rule answers, the voices are separate: named
sources that nothing connects, or the report's own voice beside a news agency that another report relays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import Indel

from twosource.model import Decision, PassageKind, Reason
from twosource.origins.places import common_passage
from twosource.origins.scene import Scene
from twosource.origins.unnamed import may_be
from twosource.origins.voices import Voice
from twosource.sources import unresolved
from twosource.sources.names import words_of

SAME_WORDS = 0.8
"""Least share of words in common, in order, from which two mentions are nearly the same words."""
SURE_WORDS = 8
"""Least words of a mention for such likeness to be no chance."""
OFTEN_CITED = 2
"""Least statements for which a report must cite another one's outlet for all that both tell to be from there."""


class Join(NamedTuple):
    """Why two voices are one origin, and whether that is sure."""

    reason: Reason
    sure: bool = True


Rule = Callable[[Scene, Voice, Voice], Join | None]


def same_source(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join one identity under whatever names: "KSO", "the agency", "state media". One relay is one origin."""
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


def cited_report(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join an outlet that is cited with what its own report says: the report that is quoted is the origin.

    Two reports that cite each other are one: whoever had it first, nothing independent is shown.
    """
    for citing, cited in ((a, b), (b, a)):
        if citing.source is None or not cited.leads or not scene.is_outlet_of(citing.source, cited.report):
            continue
        if cited.source is not None and scene.is_outlet_of(cited.source, citing.report):
            detail = f"{a.report} and {b.report} cite each other: nothing independent of the two is shown"
            return Join(Reason("circular", detail))
        detail = f"{scene.name(citing.source)} is the outlet of {cited.report}"
        if scene.later(cited.report, citing.report):  # another report of that outlet is meant
            later = Reason("outlet", f"{detail}, which came out after {citing.report}")
            return Join(later, sure=cited.source is None)
        return Join(Reason("outlet", detail))
    return None


def credited(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join own voices whose text is credited to one agency or writer, and an agency with the text credited to it.

    A picture's credit is no credit of the text. An agency that contributed a part leaves the join open.
    """
    if a.source is not None and b.source is not None:
        return None
    if a.source is None and b.source is None:
        found = scene.credits[a.report].common(scene.credits[b.report])
        if found:
            detail = f"{a.report} and {b.report} credit {found[0]} for their text"
            return Join(Reason("one credit", detail), sure=found[1])
    for own, other in ((a, b), (b, a)):
        if own.source is not None:
            continue
        names = scene.agency_names(other.source, other.report)
        found = scene.credits[own.report].names(names) if names else None
        if found:
            return Join(Reason("credit", f"{own.report} credits {found[0]} for its text"), sure=found[1])
    return None


def told_with_its_source(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join a source with the own voice of a report that gives it once and leaves it out elsewhere (its headline)."""
    if a.report != b.report or (a.source is None) == (b.source is None):
        return None
    named = a.source or b.source or ""
    detail = f"{a.report} gives {scene.name(named)} as its source elsewhere"
    return Join(Reason("source given elsewhere", detail))


def shared_passage(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join two reports that tell it in one passage: copied, or taken from the same text, whoever each of them names.

    Where both name a source, they must stand at the same place of the passage, neither report may give both sources,
    and the join is open if the passage is only reworded or stands between marks.
    """
    both_named = a.source is not None and b.source is not None
    if both_named and a.told_apart(b):
        return None
    passage = common_passage(scene, a, b, same_place=both_named)
    if passage is None:
        return None
    reason = Reason("shared passage", f"{a.report} and {b.report} tell it in one {passage.kind} passage")
    if both_named and passage.lineage.decision is Decision.QUOTATION:
        return Join(reason, sure=False)
    sure = not both_named or passage.kind is not PassageKind.REWORDED
    return Join(reason, sure=sure)


def dependent_reports(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join the own voices of two reports that share their text: nobody knows which words were found anew.

    A report's own voice beside a source that the other one gives is left open: the source may have been dropped.
    """
    if (a.source is not None and b.source is not None) or a.sourced or b.sourced:
        return None
    named = a.source or b.source
    found = None if named is not None and scene.wire(named) else scene.dependent.between(a.report, b.report)
    if found is None:
        return None
    return Join(Reason("dependent reports", found.why), sure=found.sure and named is None)


def derived_report(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join the own voice of a report that cites another report's outlet with that report: one derives from the other.

    A report that cites it once may have the rest from elsewhere: then the join is open.
    """
    for taker, origin in ((a, b), (b, a)):
        if taker.source is not None or not origin.leads or taker.report == origin.report:
            continue
        count = scene.cites(taker.report, origin.report)
        if count:
            detail = f"{taker.report} cites the outlet of {origin.report}, which tells it too"
            if scene.later(origin.report, taker.report):
                later = Reason("derived report", f"{detail}, but came out later")
                return Join(later, sure=False)
            sure = count >= OFTEN_CITED or scene.dependent.between(a.report, b.report) is not None
            return Join(Reason("derived report", detail), sure=sure)
    return None


def same_words(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Join two reports that tell it in nearly the same words: one has them from the other, or both from one text.

    Words too few to be sure of, and words that each gives to a source of its own, leave the join open.
    """
    both_named = a.source is not None and b.source is not None
    if a.report == b.report or (both_named and a.told_apart(b)):
        return None
    if Indel.normalized_similarity(a.words, b.words) < SAME_WORDS:
        return None
    reason = Reason("same words", f"{a.report} and {b.report} tell it in nearly the same words")
    sure = not both_named and min(len(a.words), len(b.words)) >= SURE_WORDS
    return Join(reason, sure=sure)


def no_source_given(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open the own voices of two reports: where either has it from is not said, unless it was there itself."""
    if a.source is not None or b.source is not None or a.sourced or b.sourced:
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
                reason = Reason("tells of its source", f"{own.report} tells it of {source.name}")
                return Join(reason, sure=False)
    return None


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and any(words[i : i + len(name)] == name for i in range(len(words) - len(name) + 1))


def may_rest_on_it(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open a report's own voice beside a source that the other report names: it may have it from there too.

    A news agency is another reporter who is credited where its text is used: it stands beside the report as a second
    origin. What an outlet found out first is often retold without its name. A report whose own people were there has
    it from nobody else.
    """
    for own, named in ((a, b), (b, a)):
        if own.source is not None or named.source is None or own.sourced or own.report in scene.present:
            continue
        if not scene.wire(named.source):
            detail = f"{own.report} gives no source; it may have it from {scene.name(named.source)} too"
            return Join(Reason("may rest on it", detail), sure=False)
    return None


def nobody_named(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Leave open sources without names: different words ("an official", "an aide") make no second one."""
    if a.source is None or b.source is None:
        return None
    reason = may_be(scene, a.source, b.source)
    return Join(reason, sure=False) if reason else None


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
    cited_report,
    credited,
    told_with_its_source,
    shared_passage,
    dependent_reports,
    derived_report,
    same_words,
    no_source_given,
    behind_a_relay,
    tells_of_its_source,
    may_rest_on_it,
    nobody_named,
    left_open,
)


def joined(scene: Scene, a: Voice, b: Voice) -> Join | None:
    """Return the first rule's answer that is sure, else the first that leaves it open.

    The members of a joint source stay apart in every copy.
    """
    if a.mention == b.mention or (a.joint and b.joint and a.source != b.source):
        return None
    left_over: Join | None = None
    for rule in RULES:
        join = rule(scene, a, b)
        if join is not None and join.sure:
            return join
        left_over = left_over or join
    return left_over


def why_apart(scene: Scene, a: Voice, b: Voice) -> Reason:
    """Return why two voices that no rule joins are two origins."""
    if a.source is None and b.source is None:
        return Reason("separate", f"{a.report} and {b.report} tell it in their own voices and share no text")
    left, right = (
        f"the own voice of {voice.report}" if voice.source is None else scene.name(voice.source) for voice in (a, b)
    )
    return Reason("separate", f"nothing connects {left} and {right}")
