"""Time expressions: twosource beside dateparser's search, on the sets of ``bench.timex`` and by its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path

from bench.claim_judges import OURS
from bench.metrics import Count
from bench.scoring import Figures
from bench.timex import Document, Score, run, score, sets
from twosource.model import Anchor, Span, Time

DATEPARSER = "dateparser's search"
UNDATED = datetime(2000, 1, 1)  # a day alone, as dateparser wants it
"""The day that dateparser is given for a document without one: it would take today's, and find others every day."""

Reader = Callable[[Document], tuple[Time, ...]]


def dateparser() -> Reader:
    """Return dateparser's search for dates in English, by the day of the document; its values are days.

    :raises ImportError: if dateparser is not installed.
    """
    search_dates = import_module("dateparser.search").search_dates  # it ships no types

    def read(document: Document) -> tuple[Time, ...]:
        settings = {"RELATIVE_BASE": day(document.created)}
        found, at = [], 0
        for words, value in search_dates(document.text, languages=["en"], settings=settings) or []:
            start = document.text.find(words, at)
            if start < 0:  # it gives the words as it has cut them, without their place
                continue
            at = start + len(words)
            span = Span(document.name, start, at, words)
            found.append(Time(span, value.date().isoformat(), Anchor.NONE, "event"))
        return tuple(found)

    return read


def day(created: str) -> datetime:
    """Return the day that a document was made, by ISO 8601; a fixed one where it does not say so."""
    try:
        return datetime.fromisoformat(created)
    except ValueError:
        return UNDATED


def figures(documents: list[Document], read: Reader) -> Figures:
    """Return how good a reader of times is; an F1 is a count too: twice what is right of what is found and marked.

    A document that a reader fails on counts as one in which it found nothing.
    """
    total, failed = Score(), 0
    for document in documents:
        found: tuple[Time, ...] = ()
        try:
            found = read(document)
        except Exception:  # a peer, or we, may fail on anything: it is counted
            failed += 1
        score(document, found, total, [])
    both = total.gold + total.found
    return {
        "strict F1": Count(2 * total.strict, both),
        "relaxed F1": Count(2 * total.relaxed, both),
        "value of all": Count(total.value, total.gold),
        "failed": Count(failed, len(documents)),
    }


def by_set(root: Path, limit: int | None, *, peer: Reader | None = None) -> Iterator[tuple[str, dict[str, Figures]]]:
    """Yield the figures of twosource, and of a peer, on each set under the data folder, by the set's name."""
    methods: dict[str, Reader] = {OURS: run} | ({DATEPARSER: peer} if peer else {})
    for name, documents in sets(root):
        yield name, {method: figures(documents[:limit], read) for method, read in methods.items()}


def files(root: Path) -> tuple[Path, ...]:
    """Return the files that the figures hang on."""
    corpora = [(root / "timex").rglob("*.tml"), (root / "meantime" / "intra-doc_annotation").rglob("*.xml")]
    return tuple(sorted(path for paths in corpora for path in paths))
