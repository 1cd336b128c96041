"""The voices that tell a claim: for each mention the outermost source of its chain, or the report itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model import Claim, Mention, Reason, Span, Statement
from twosource.origins.scene import Scene
from twosource.sources.names import words_of


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a claim at one mention, in which words. ``source`` is None in the report's own voice.

    ``inner`` are the sources of the chain behind the outermost one. ``path`` reads from the report to the origin and on
    to the speaker, in words. A joint source gives a voice for each of its members; ``joint`` marks them. ``sourced``
    marks an own voice whose report gives a source for the claim elsewhere. ``beside`` are the sources that its report
    gives, this one among them. ``end`` marks a source where the path ends: not the outlet of another report that tells
    it. ``leads`` marks the voice that those rest on who have the claim from this report: its own, else such an end.
    ``told`` holds what was left out of the chain, and why.
    """

    mention: int
    span: Span
    words: tuple[str, ...]
    source: str | None
    inner: tuple[str, ...]
    path: tuple[str, ...]
    joint: bool = False
    sourced: bool = False
    beside: frozenset[str] = frozenset()
    end: bool = False
    leads: bool = False
    told: tuple[Reason, ...] = ()

    def told_apart(self, other: Voice) -> bool:
        """Return whether the report of one of two voices gives both their sources: it tells them apart."""
        return any({self.source, other.source} <= report for report in (self.beside, other.beside))

    @property
    def report(self) -> str:
        """The id of the report it stands in."""
        return self.span.report


def voices(scene: Scene, claim: Claim, statements: Mapping[str, Statement]) -> tuple[Voice, ...]:
    """Return the voices of a claim in the order of its mentions."""
    words = {text: words_of(text) for text in {mention.span.text for mention in claim.mentions}}
    found = [
        voice
        for number, mention in enumerate(claim.mentions)
        for voice in _voices(scene, number, mention, words[mention.span.text], statements)
    ]
    given: dict[str, set[str]] = {voice.report: set() for voice in found}
    for voice in found:
        if voice.source is not None:
            given[voice.report].add(voice.source)
    beside = {report: frozenset(sources) for report, sources in given.items()}
    outlets = {scene.reports[voice.report].outlet for voice in found}
    found = [
        replace(v, end=v.source is not None and outlets.isdisjoint(scene.outlets.get(v.source, ()))) for v in found
    ]
    leading: dict[str, int] = {}
    for number, voice in enumerate(found):
        first = found[leading.setdefault(voice.report, number)]
        if (voice.source is None, voice.end) > (first.source is None, first.end):
            leading[voice.report] = number
    return tuple(
        replace(
            voice,
            sourced=voice.source is None and bool(beside[voice.report]),
            beside=beside[voice.report],
            leads=leading[voice.report] == number,
        )
        for number, voice in enumerate(found)
    )


def _voices(
    scene: Scene, number: int, mention: Mention, words: tuple[str, ...], statements: Mapping[str, Statement]
) -> Iterator[Voice]:
    statement = statements.get(mention.statement) if mention.statement else None
    report = mention.span.report
    chain = statement.chain if statement else ()
    told: tuple[Reason, ...] = ()
    while chain and scene.own_house(chain[0], report):
        detail = f"{scene.name(chain[0])} is of {report} itself: no source beside it"
        told, chain = (*told, Reason("own house", detail)), chain[1:]
    if not chain:
        agency = scene.agency(report)
        if agency:
            told = (*told, Reason("credited", f"{report} credits {agency} for its text"))
        yield Voice(number, mention.span, words, None, (), (report, agency) if agency else (report,), told=told)
        return
    inner = chain[1:]
    members = _members(scene, chain[0])
    for outermost in members:
        path = (report, *(scene.name(source) for source in (outermost, *inner)))
        yield Voice(number, mention.span, words, outermost, inner, path, joint=len(members) > 1, told=told)


def _members(scene: Scene, source: str) -> Sequence[str]:
    """Return the members of a joint source, or the source itself: "Arvale and Torrin denied" are two denials."""
    found = scene.sources.get(source)
    return found.members if found is not None and found.members else (source,)
