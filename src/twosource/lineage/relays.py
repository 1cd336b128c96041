"""The agencies and outlets through which words came, by the statements that a case has found around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.lineage.answers import UPSTREAM, Answer
from twosource.lineage.facts import Facts
from twosource.lineage.shared import Shared
from twosource.lineage.weights import HELD, SAME_RELAY
from twosource.model import Case, Reason, SourceType, Span, Statement, joined

RELAYS = frozenset({SourceType.AGENCY, SourceType.OUTLET})
"""Types of source that pass on what others said, in words of their own."""
ONE_RELAY = "one relay"
"""The signal of such a reason."""


class Relays:
    """The outermost sources of the statements of a case that are agencies or outlets."""

    def __init__(self, case: Case) -> None:
        self._names = {source.id: source.name for source in case.sources if source.type in RELAYS}
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for statement in case.statements:
            if statement.chain and statement.chain[0] in self._names:
                self._statements[statement.report].append(statement)

    def through(self, places: Sequence[Span]) -> tuple[Answer, ...]:
        """Return the answer that all the places came through one relay, where they did."""
        common: frozenset[str] | None = None
        for place in places:
            here = self._of(place)
            common = here if common is None else common & here
            if not common:
                return ()
        return (self._answer(common),) if common else ()

    def between(self, pair: Shared, known: Mapping[str, Facts]) -> tuple[Answer, ...]:
        """Return the answer that most of what a pair shares came through one relay, where it did."""
        if not (self._statements.get(pair.a) and self._statements.get(pair.b)):
            return ()
        a, b = known[pair.a].report, known[pair.b].report
        common: frozenset[str] = frozenset()
        held = whole = 0
        for it in pair.stretches:
            here = self._of(a.span(it.a_start, it.a_end)) & self._of(b.span(it.b_start, it.b_end))
            whole += it.a_end - it.a_start
            if here and (not common or common & here):
                common = common & here or here
                held += it.a_end - it.a_start
        return (self._answer(common),) if common and held >= HELD * whole else ()

    def _of(self, place: Span) -> frozenset[str]:
        """Return the relays of the statements that hold half of a place."""
        return frozenset(
            statement.chain[0]
            for statement in self._statements.get(place.report, ())
            if sum(content.overlap(place) for content in statement.content) >= HELD * (place.end - place.start)
        )

    def _answer(self, sources: frozenset[str]) -> Answer:
        told = joined(sorted(self._names[source] for source in sources))
        reason = Reason(ONE_RELAY, f"every report gives {told} as its source", SAME_RELAY)
        return Answer(UPSTREAM, (reason,), told)
