"""The whole page as data: everything that the templates show, and nothing that they would have to work out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.export.certainty import measured
from twosource.export.record import counts, main_story, tool
from twosource.export.words import count, cut
from twosource.model import Case, Decision, Skipped, SourceType, Strength, joined
from twosource.page import phrases
from twosource.page.ahead import Dates, FutureView, dates, looks_ahead
from twosource.page.book import Book, Tag, Why
from twosource.page.claims import ClaimView, Table, shared_claims, single_claims, tables
from twosource.page.copies import CopyView, copies
from twosource.page.differences import PassageView, TensionView, VariantView, passages, tensions, updates, variants
from twosource.page.graph import StoryPicture, story_picture
from twosource.page.people import SourceView, quiet_sources, speakers
from twosource.page.silence import LeavesOut, silences
from twosource.page.texts import Text, texts
from twosource.stories.reasons import ONE_EVENT

NAMES_SHOWN = 3
"""Sources and reasons named in the header; all of them stand below."""
REASON_LENGTH = 110
"""Characters of a reason in the header."""


@dataclass(frozen=True, slots=True)
class Link:
    """A count or a name in the header, and the findings that make it; a count of nothing leads nowhere."""

    words: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the five questions that the page answers at its top."""

    question: str
    answer: Link
    more: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page, for the table of contents; ``count`` is what it holds."""

    anchor: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows."""

    heading: str
    standfirst: str
    subheading: str
    skipped: tuple[Skipped, ...]
    notices: tuple[str, ...]
    tags: tuple[Tag, ...]
    answers: tuple[Answer, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    shared: tuple[ClaimView, ...]
    single: tuple[tuple[Tag, tuple[ClaimView, ...]], ...]
    tensions: tuple[TensionView, ...]
    variants: tuple[VariantView, ...]
    updates: tuple[TensionView, ...]
    speakers: tuple[SourceView, ...]
    quiet: tuple[SourceView, ...]
    passages: tuple[PassageView, ...]
    copies: tuple[CopyView, ...]
    story: StoryPicture | None
    silences: tuple[LeavesOut, ...]
    future: tuple[FutureView, ...]
    dates: Dates
    texts: tuple[Text, ...]
    story_why: tuple[Why, ...]
    joined_why: tuple[Why, ...]
    certainties: tuple[tuple[str, str, str], ...]
    version: str
    options: tuple[tuple[str, str], ...]
    models: tuple[tuple[str, str], ...]


def view(case: Case) -> View:
    """Return everything that the page of a case shows."""
    book = Book(case)
    about = tool(case)
    story = main_story(case)
    shown = View(
        heading=_heading(case),
        standfirst=_standfirst(book),
        subheading=_subheading(case),
        skipped=case.skipped,
        notices=case.notices,
        tags=tuple(book.tags.values()),
        answers=(),
        sections=(),
        tables=tables(book),
        shared=shared_claims(book),
        single=single_claims(book),
        tensions=tensions(book),
        variants=variants(book),
        updates=updates(book),
        speakers=speakers(book),
        quiet=quiet_sources(book),
        passages=passages(book),
        copies=copies(book),
        story=story_picture(book),
        silences=silences(book),
        future=looks_ahead(book),
        dates=dates(book),
        texts=texts(book),
        story_why=book.whys([it for it in story.reasons if it.signal not in ONE_EVENT]) if story else (),
        joined_why=book.whys([it for it in story.reasons if it.signal in ONE_EVENT]) if story else (),
        certainties=tuple((str(word), told, measured(word)) for word, told in phrases.CERTAINTY.items()),
        version=about["version"],
        options=tuple((key, str(value)) for key, value in _flat(about["options"])),
        models=tuple((name, version or "not installed") for name, version in sorted(about["models"].items())),
    )
    return _with_head(book, shown)


def _with_head(book: Book, shown: View) -> View:
    """Return the view with what its head counts in its parts."""
    fields = {name: getattr(shown, name) for name in View.__slots__}
    fields["answers"] = tuple(_answers(book, shown))
    fields["sections"] = tuple(section for section in _sections(book, shown) if section.count)
    return View(**fields)


def _flat(options: dict[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in options.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", "not given" if value is None else value


def _heading(case: Case) -> str:
    """Return the finding that comes first: how many reports, how many of them independent."""
    story = counts(case)
    reports, independent = story["reports"], story["independent_reports"]
    heading = f"{phrases.number(reports)} {'report' if reports == 1 else 'reports'}"
    if independent is None or reports < 2:
        return heading
    if independent == reports:
        return f"{heading}, all independent" if reports > 2 else f"{heading}, both independent"
    return f"{heading}, {phrases.number(independent).lower()} independent"


def _standfirst(book: Book) -> str:
    """Return the second line: how many of the claims in common rest on one origin."""
    resting = sum(bool(claim.origins) and claim.most_origins == 1 for claim in book.shared)
    if not resting:
        return ""
    claims = count(len(book.shared), "claim")
    return f"Of {claims} in common, {resting} {'rests' if resting == 1 else 'rest'} on one origin."


def _subheading(case: Case) -> str:
    story = counts(case)
    parts = [count(story["outlets"], "outlet")] if story["outlets"] else ["outlets not named"]
    days = sorted({report.date for report in case.reports if report.date})
    if days:
        parts.append(" to ".join(phrases.day(value) or value for value in dict.fromkeys((days[0], days[-1]))))
    if len(case.stories) > 1:
        parts.append(f"{len(case.stories)} different stories, reports and outlets counted in the largest")
    return " · ".join(parts)


def _sections(book: Book, shown: View) -> Iterator[Section]:
    yield Section("claims", "What they tell", len(shown.shared))
    yield Section("differences", "Where they differ", len(shown.tensions) + len(shown.variants) + len(shown.updates))
    yield Section("silence", "Left out", len(shown.silences))
    yield Section("rest", "What they rest on", 1 if shown.story else 0)
    yield Section("each", "Claim by claim", len(shown.shared))
    yield Section("single", "In one report alone", sum(len(own) for _, own in shown.single))
    yield Section("dates", "Time line", len(shown.dates.line) or len(book.case.times))
    yield Section("ahead", "Looking ahead", len(shown.future))
    yield Section("people", "Who said what", len(shown.speakers))
    yield Section("passages", "Shared text", len(shown.passages))
    yield Section("reports", "The reports", len(shown.texts))
    yield Section("method", "How this was found", 1)


def _answers(book: Book, shown: View) -> Iterator[Answer]:
    """Yield the answers to the five questions, each with links to the findings behind its counts."""
    story = counts(book.case)
    independent = story["independent_reports"]
    reports = count(story["reports"], "report")
    yield Answer(
        "How many reports, how many independent?",
        Link(reports if independent is None else f"{reports}, {independent} independent", "#story"),
        (
            *(Link(cut(why.detail, REASON_LENGTH), "#story") for why in shown.story_why[:NAMES_SHOWN]),
            Link("how they are counted", "#story"),
        ),
    )
    named = [it for it in shown.speakers if it.type]
    quoted = count(len(book.case.statements), "statement")
    yield Answer(
        "Who is quoted?",
        Link(f"{count(len(named), 'source')}, {quoted}", "#people" if shown.speakers else None),
        (
            *(Link(f"{it.name}: {it.told}", f"#{it.anchor}") for it in named[:NAMES_SHOWN]),
            *((Link(f"{count(len(shown.variants), 'quotation')} with other words between the marks", "#variants"),)
              if shown.variants else ()),
        ),
    )  # fmt: skip
    yield Answer(
        "What was copied from where?",
        Link(count(len(shown.passages), "shared passage"), "#passages" if shown.passages else None),
        tuple(_lineages(book, shown)),
    )
    yield Answer(
        "Where do they agree, where differ?",
        Link(f"{count(len(shown.shared), 'claim')} in common, {count(len(shown.tensions), 'tension')}", "#claims"),
        tuple(_agreement(book, shown)),
    )
    resting = [it for it in shown.shared if it.single]
    yield Answer(
        "What does each claim rest on?",
        Link(f"{len(resting)} of {count(len(shown.shared), 'claim')} in common on one origin", "#claims"),
        tuple(_origins(book, shown)),
    )


def _lineages(book: Book, shown: View) -> Iterator[Link]:
    for it in [it for it in shown.copies if it.decided][:NAMES_SHOWN]:
        letters = joined(tuple(tag.letter for tag in it.tags))
        whence = f" {it.origin.letter}" if it.origin else ""
        yield Link(cut(f"{letters} {it.words}{whence}", REASON_LENGTH), "#copies")
    words = {
        Decision.COPIED: "copied from one of the reports",
        Decision.COMMON_UPSTREAM: "from a common source upstream",
        Decision.QUOTATION: "the same quotation",
        Decision.UNDECIDED: "direction undecided",
    }
    for decision, text in words.items():
        found = [it for it in book.case.passages if it.lineage.decision is decision]
        if found:
            yield Link(f"{len(found)} {text}", book.number("passage", found[0].id).href)


def _agreement(book: Book, shown: View) -> Iterator[Link]:
    for strength in Strength:
        found = [it for it in shown.tensions if it.strength == phrases.STRENGTH[strength]]
        if found:
            kinds = "; ".join(dict.fromkeys(it.kind for it in found))
            yield Link(cut(f"{len(found)} {phrases.STRENGTH[strength]}: {kinds}", REASON_LENGTH), found[0].number.href)
    alone = sum(len(own) for _, own in shown.single)
    if alone:
        yield Link(f"{count(alone, 'claim')} told in one report alone", "#single")


def _origins(book: Book, shown: View) -> Iterator[Link]:
    """Yield how the origins of the claims in common are known: named, without a name, or not given."""
    kinds: dict[str, list[str]] = {}
    for claim in book.shared:
        for origin in claim.origins:
            source = book.sources.get(origin.source or "")
            kind = "source not named"
            if source:
                anonymous = source.type is SourceType.ANONYMOUS
                kind = "source without a name" if anonymous else f"source named: {source.name}"
            kinds.setdefault(kind, []).append(book.number("claim", claim.id).href)
    ranked = sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for kind, hrefs in ranked[: NAMES_SHOWN + 1]:
        yield Link(f"{kind} ({count(len(dict.fromkeys(hrefs)), 'claim')})", hrefs[0])
