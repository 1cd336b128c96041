"""The voices that tell a claim: for each mention the outermost source of its chain, or the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Case, Claim, Mention, Passage, Report, Source, SourceType, Span, Statement
from twosource.origins.dependence import Dependences
from twosource.sources import speaks_for
from twosource.sources.names import words_of


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a claim at one mention, in which words. ``source`` is None in the report's own voice.

    ``inner`` are the sources of the chain behind the outermost one. ``path`` reads from the report to the origin and on
    to the speaker, in words. A joint source gives a voice for each of its members; ``joint`` marks them.
    """

    mention: int
    span: Span
    words: tuple[str, ...]
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

    ``bodies`` are the bodies that sources speak for. ``places`` are those of a passage (by its id) in a report.
    ``present`` are the reports that say that their own people were there. ``plain`` are the words that the reports
    write without a capital somewhere: no names.
    """

    sources: Mapping[str, Source]
    bodies: Mapping[str, str]
    reports: Mapping[str, Report]
    passages: Mapping[str, tuple[Passage, ...]]
    places: Mapping[tuple[str, str], tuple[Span, ...]]
    dependent: Dependences
    present: frozenset[str]
    plain: frozenset[str]

    def name(self, source: str) -> str:
        """Return a source's name."""
        return self.sources[source].name if source in self.sources else source

    def body(self, source: str) -> str | None:
        """Return the body that a source speaks for."""
        return self.bodies.get(source)

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
_FIRST_HAND = re.compile(
    r"\b(?:our (?:own )?(?:reporter|correspondent|photographer)s?|this (?:reporter|correspondent)"
    r"|(?:reporters?|correspondents?|journalists?) (?:for|of|from) [^.\n]{1,40} (?:saw|watched|counted|heard))\b",
    re.IGNORECASE,
)
"""Words by which a report says that its own people were there."""


def voices(scene: Scene, claim: Claim, statements: Mapping[str, Statement]) -> tuple[Voice, ...]:
    """Return the voices of a claim in the order of its mentions."""
    words = {text: words_of(text) for text in {mention.span.text for mention in claim.mentions}}
    return tuple(
        voice
        for number, mention in enumerate(claim.mentions)
        for voice in _voices(scene, number, mention, words[mention.span.text], statements)
    )


def _voices(
    scene: Scene, number: int, mention: Mention, words: tuple[str, ...], statements: Mapping[str, Statement]
) -> Iterator[Voice]:
    statement = statements.get(mention.statement) if mention.statement else None
    report = mention.span.report
    if statement is None or not statement.chain:
        yield Voice(number, mention.span, words, None, (), (report,))
        return
    inner = statement.chain[1:]
    members = _members(scene, statement.chain[0])
    for outermost in members:
        path = (report, *(scene.name(source) for source in (outermost, *inner)))
        yield Voice(number, mention.span, words, outermost, inner, path, joint=len(members) > 1)


def _members(scene: Scene, source: str) -> Sequence[str]:
    """Return the members of a joint source, or the source itself: "Arvale and Torrin denied" are two denials."""
    found = scene.sources.get(source)
    return found.members if found is not None and found.members else (source,)


def scene(case: Case) -> Scene:
    """Return what the rules may look at."""
    passages: dict[str, list[Passage]] = {report.id: [] for report in case.reports}
    places: dict[tuple[str, str], list[Span]] = {}
    for passage in case.passages:
        for place in passage.places:
            places.setdefault((place.report, passage.id), []).append(place)
        for report in sorted({place.report for place in passage.places}):
            passages[report].append(passage)
    texts = {report.text for report in case.reports}
    first_hand = {text for text in texts if _FIRST_HAND.search(text)}
    return Scene(
        sources={source.id: source for source in case.sources},
        bodies={source.id: body for source in case.sources if (body := speaks_for(source))},
        reports={report.id: report for report in case.reports},
        passages={report: tuple(found) for report, found in passages.items()},
        places={place: tuple(found) for place, found in places.items()},
        dependent=Dependences(case),
        present=frozenset(report.id for report in case.reports if report.text in first_hand),
        plain=frozenset(word for text in texts for word in _PLAIN.findall(text)),
    )
