"""Run the stages before the differences over invented texts that are one story, and look at what comes out."""

from __future__ import annotations

from collections.abc import Iterable

from tests.support import plain_report, run
from twosource.claims import claims
from twosource.differences import differences
from twosource.language import language
from twosource.model import Case, Report, Span, Story, Tension, Variant
from twosource.passages import passages
from twosource.sources import sources
from twosource.statements import statements
from twosource.times import times


def of_reports(reports: Iterable[Report], *, one_story: bool = True) -> Case:
    """Return the case of these reports with its differences; all are one story, or each is its own."""
    own = tuple(sorted(reports, key=lambda report: report.id))
    ids = tuple(report.id for report in own)
    stories = [ids] if one_story else [(id,) for id in ids]
    case = Case(reports=own, stories=tuple(Story(f"story-{n}", one, len(one)) for n, one in enumerate(stories)))
    return run(case, language, times, statements, sources, passages, claims, differences)


def story(*texts: str, headline: bool = False, days: tuple[str, ...] = ()) -> Case:
    """Return the case of texts that are one story, the reports ``a.txt``, ``b.txt`` …, with its differences."""
    return of_reports(
        plain_report(
            text, id=f"{chr(ord('a') + n)}.txt", headline=headline, published=days[n] if days else "2031-03-04"
        )
        for n, text in enumerate(texts)
    )


def between(case: Case, one: str, other: str) -> list[Tension]:
    """Return the tensions of which one side holds ``one`` and the other ``other``."""
    return [t for t in case.tensions if (_in(t.a, one) and _in(t.b, other)) or (_in(t.a, other) and _in(t.b, one))]


def wordings(case: Case, one: str, other: str) -> list[Variant]:
    """Return the variants of which one place holds ``one`` and another place ``other``."""
    return [v for v in case.variants if any(_in(p, one) for p in v.places) and any(_in(p, other) for p in v.places)]


def _in(span: Span, words: str) -> bool:
    return words in span.text
