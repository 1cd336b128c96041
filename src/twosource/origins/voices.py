"""The voices that tell a claim: for each mention the outermost source of its chain, or the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Case, Claim, Mention, Passage, Report, Source, SourceType, Span, Statement
from twosource.origins.dependence import Dependence
from twosource.sources import speaks_for


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a claim at one mention. ``source`` is None in the report's own voice.

    ``inner`` are the sources of the chain behind the outermost one. ``path`` reads from the report to the origin and on
    to the speaker, in words. A joint source gives a voice for each of its members; ``joint`` marks them.
    """

    mention: int
    span: Span
    source: str | None
    inner: tuple[str, ...]
    path: tuple[str, ...]
    joint: bool = False

    @property
    def report(self) -> str:
        """The id of the report it stands in."""
        return self.span.report


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules may look at: the sources, the passages by report, which reports depend on which.

    ``plain`` are the words that the reports write without a capital somewhere: no names.
    """

    sources: Mapping[str, Source]
    reports: Mapping[str, Report]
    passages: Mapping[str, tuple[Passage, ...]]
    dependent: Mapping[frozenset[str], Dependence]
    plain: frozenset[str]

    def name(self, source: str) -> str:
        """Return a source's name."""
        return self.sources[source].name if source in self.sources else source

    def body(self, source: str) -> str | None:
        """Return the body that a source speaks for."""
        return speaks_for(self.sources[source]) if source in self.sources else None

    def unnamed(self, source: str) -> bool:
        """Return whether a source has no name that tells it from others: anonymous, or a group known by its kind."""
        found = self.sources.get(source)
        if found is None or found.type is SourceType.ANONYMOUS:
            return True
        return not found.members and not any(self._is_name(name) for name in (found.name, *found.variants))

    def _is_name(self, name: str) -> bool:
        """Return whether a description holds a capitalised word that the reports never write small."""
        words = [word.strip("“”‘’\"'.,()") for word in name.split()]
        return any(word[:1].isupper() and word.lower() not in self.plain for word in words)


_PLAIN = re.compile(r"\b[a-z]+\b")


def voices(scene: Scene, claim: Claim, statements: Mapping[str, Statement]) -> tuple[Voice, ...]:
    """Return the voices of a claim in the order of its mentions."""
    return tuple(
        voice for number, mention in enumerate(claim.mentions) for voice in _voices(scene, number, mention, statements)
    )


def _voices(scene: Scene, number: int, mention: Mention, statements: Mapping[str, Statement]) -> Iterator[Voice]:
    statement = statements.get(mention.statement) if mention.statement else None
    report = mention.span.report
    if statement is None or not statement.chain:
        yield Voice(number, mention.span, None, (), (report,))
        return
    inner = statement.chain[1:]
    members = _members(scene, statement.chain[0])
    for outermost in members:
        path = (report, *(scene.name(source) for source in (outermost, *inner)))
        yield Voice(number, mention.span, outermost, inner, path, joint=len(members) > 1)


def _members(scene: Scene, source: str) -> Sequence[str]:
    """Return the members of a joint source, or the source itself: "Arvale and Torrin denied" are two denials."""
    found = scene.sources.get(source)
    return found.members if found is not None and found.members else (source,)


def scene(case: Case, dependent: Mapping[frozenset[str], Dependence]) -> Scene:
    """Return what the rules may look at."""
    passages: dict[str, list[Passage]] = {report.id: [] for report in case.reports}
    for passage in case.passages:
        for report in sorted({place.report for place in passage.places}):
            passages[report].append(passage)
    return Scene(
        {source.id: source for source in case.sources},
        {report.id: report for report in case.reports},
        {report: tuple(found) for report, found in passages.items()},
        dependent,
        frozenset(word for report in case.reports for word in _PLAIN.findall(report.text)),
    )
