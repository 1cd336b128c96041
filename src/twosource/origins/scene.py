"""What the rules may look at: the sources, the passages by report, who depends on whom, who cites and credits whom."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from twosource.lineage.evidence import Name, Witness, before, name_in, same, witness
from twosource.model import Case, Passage, Report, Source, SourceType, Span
from twosource.origins.credits import Credits, credited, met
from twosource.origins.dependence import Dependences
from twosource.origins.outlets import is_outlet, own_house
from twosource.sources import speaks_for
from twosource.sources import vocabulary as lists

_PLAIN = re.compile(r"\b[a-z]+\b")
_FIRST_HAND = re.compile(
    r"\b(?:our (?:own )?(?:reporter|correspondent|photographer)s?|this (?:reporter|correspondent)"
    r"|(?:reporters?|correspondents?|journalists?) (?:for|of|from) [^.\n]{1,40} (?:saw|watched|counted|heard))\b",
    re.IGNORECASE,
)
"""Words by which a report says that its own people were there."""
_OPENING = (
    lists.ROLES | lists.GROUPS | lists.DOCUMENTS | lists.ANONYMOUS_HEADS | lists.RANKS | lists.INDEFINITE
    | lists.DEFINITE | lists.POSSESSIVE | lists.NUMBERS | lists.PRONOUNS
)  # fmt: skip
"""Words that have a capital at the start of a sentence and are no names."""
RELAYS = frozenset({SourceType.AGENCY, SourceType.OUTLET})
"""Types of source that pass on what others said or did."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules may look at.

    * ``bodies``: the bodies that sources speak for;
    * ``places``: those of a passage (by its id) in a report;
    * ``present``: the reports that say that their own people were there;
    * ``proper``: the words of a source's names that are names, in lower case: those with a capital that no report with
      the source writes small;
    * ``outlets``: the outlets of the case's reports that a source is;
    * ``house``: the pairs of report and source where the source is the report's own outlet or one of its people;
    * ``citing``: how many statements of a report give an outlet as their source;
    * ``marks``: what of a report's outlet and credits can join it to another one;
    * ``witnesses``: when a report was out.
    """

    sources: Mapping[str, Source]
    bodies: Mapping[str, str]
    reports: Mapping[str, Report]
    passages: Mapping[str, tuple[Passage, ...]]
    places: Mapping[tuple[str, str], tuple[Span, ...]]
    dependent: Dependences
    credits: Mapping[str, Credits]
    present: frozenset[str]
    proper: Mapping[str, frozenset[str]]
    outlets: Mapping[str, frozenset[str]]
    house: frozenset[tuple[str, str]]
    citing: Mapping[tuple[str, str], int]
    marks: Mapping[str, Hashable]
    witnesses: Mapping[str, Witness]

    def name(self, source: str) -> str:
        """Return a source's name."""
        return self.sources[source].name if source in self.sources else source

    def body(self, source: str) -> str | None:
        """Return the body that a source speaks for."""
        return self.bodies.get(source)

    def agency(self, report: str) -> str:
        """Return the agency that a report credits for its whole text, or nothing."""
        found = self.credits[report].agencies
        return found[0].told if found else ""

    def agency_names(self, source: str | None, report: str) -> tuple[Name, ...]:
        """Return the names under which others credit a source, or for None the outlet of a report, for their text."""
        if source is None:
            return (name_in(self.reports[report].outlet or ""),)
        found = self.sources.get(source)
        return tuple(name_in(name) for name in (found.name, *found.variants)) if found else ()

    def own_house(self, source: str, report: str) -> bool:
        """Return whether a source of a report is its own outlet, or one of its own people."""
        return (report, source) in self.house

    def is_outlet_of(self, source: str | None, report: str) -> bool:
        """Return whether a source is the outlet of a report."""
        return source is not None and self.reports[report].outlet in self.outlets.get(source, ())

    def cites(self, report: str, other: str) -> int:
        """Return how many statements of a report give the outlet of the other one as their source."""
        return self.citing.get((report, self.reports[other].outlet or ""), 0)

    def later(self, report: str, other: str) -> bool:
        """Return whether a report came out after another one for certain: nothing in that one is from it."""
        return before(self.witnesses[other], self.witnesses[report])

    def relay(self, source: str) -> bool:
        """Return whether a source is an agency or an outlet."""
        found = self.sources.get(source)
        return found is not None and found.type in RELAYS

    def wire(self, source: str) -> bool:
        """Return whether a source is a news agency."""
        found = self.sources.get(source)
        return found is not None and found.type is SourceType.AGENCY

    def unnamed(self, source: str) -> bool:
        """Return whether a source has no name that tells it from others: anonymous, or a group known by its kind."""
        found = self.sources.get(source)
        if found is None or found.type is SourceType.ANONYMOUS:
            return True
        return not found.members and not self.proper[source]


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
    reports = {report.id: report for report in case.reports}
    sources = {source.id: source for source in case.sources}
    outlets = _outlets(case)
    witnesses = {report.id: witness(report) for report in case.reports}
    credits = _credits(case, witnesses)
    pairs = {(statement.report, source) for statement in case.statements for source in statement.chain[:2]}
    return Scene(
        sources=sources,
        bodies={source.id: body for source in case.sources if (body := speaks_for(source))},
        reports=reports,
        passages={report: tuple(found) for report, found in passages.items()},
        places={place: tuple(found) for place, found in places.items()},
        dependent=Dependences(case),
        credits=credits,
        present=frozenset(report.id for report in case.reports if report.text in first_hand),
        proper=_proper(case),
        outlets=outlets,
        house=frozenset(
            (report, source)
            for report, source in pairs
            if source in sources and own_house(sources[source], reports[report])
        ),
        citing=_citing(case, outlets),
        marks=_marks(case, outlets, credits),
        witnesses=witnesses,
    )


def _proper(case: Case) -> dict[str, frozenset[str]]:
    """Return for each source the words of its names that are names."""
    texts = {report.id: report.text for report in case.reports}
    small = {text: frozenset(_PLAIN.findall(text)) for text in set(texts.values())}
    told: dict[str, set[str]] = {source.id: {texts[m.report] for m in source.mentions} for source in case.sources}
    for statement in case.statements:
        for source in statement.chain:
            told.setdefault(source, set()).add(texts[statement.report])
    return {
        source.id: frozenset(
            word
            for name in (source.name, *source.variants)
            for word in _capitalised(name)
            if not any(word in small[text] for text in told[source.id])
        )
        for source in case.sources
    }


def _capitalised(name: str) -> Iterator[str]:
    for place, written in enumerate(name.replace("’s", "").replace("'s", "").split()):
        word = written.strip("“”‘’\"'.,()")
        low = word.lower()
        if word[:1].isupper() and (place or not ({low, low.removesuffix("s")} & _OPENING)):
            yield low


def _outlets(case: Case) -> dict[str, frozenset[str]]:
    """Return the outlets of the case's reports that a source is, by the source."""
    outlets = sorted({report.outlet for report in case.reports if report.outlet})
    found = {source.id: frozenset(name for name in outlets if is_outlet(source, name)) for source in case.sources}
    return {source: names for source, names in found.items() if names}


def _citing(case: Case, outlets: Mapping[str, frozenset[str]]) -> dict[tuple[str, str], int]:
    """Return how many statements of a report give an outlet of the case as their source, by the two."""
    found: dict[tuple[str, str], int] = {}
    for statement in case.statements:
        for outlet in outlets.get(statement.chain[0], ()) if statement.chain else ():
            found[statement.report, outlet] = found.get((statement.report, outlet), 0) + 1
    return found


def _credits(case: Case, witnesses: Mapping[str, Witness]) -> dict[str, Credits]:
    """Return the credits of each report; two hundred copies have one."""
    made: dict[Hashable, Credits] = {}
    of: dict[str, Credits] = {}
    for report in case.reports:
        key = report.credits, report.byline, report.outlet
        of[report.id] = made.setdefault(key, credited(witnesses[report.id]))
    return of


def _marks(
    case: Case, outlets: Mapping[str, frozenset[str]], credits: Mapping[str, Credits]
) -> dict[str, tuple[str | None, frozenset[Name]]]:
    """Return for each report its outlet, if a source or a credit is it, and its credits that can join it to others."""
    distinct = tuple({id(found): found for found in credits.values()}.values())
    names = frozenset(name for found in distinct for name in found.all_names())
    houses = {report.outlet: name_in(report.outlet) for report in case.reports if report.outlet}
    called = {name_in(name) for source in case.sources for name in (source.name, *source.variants)}
    shared = met(distinct, sorted(called | set(houses.values())))
    told = {outlet for found in outlets.values() for outlet in found}
    told |= {outlet for outlet, house in houses.items() if any(same(house, name) for name in names)}
    return {
        report.id: (report.outlet if report.outlet in told else None, shared & credits[report.id].all_names())
        for report in case.reports
    }
