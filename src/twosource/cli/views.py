"""A case as the text that a command prints: the library's records as JSON, or the same records as plain lines.

What makes a view is imported when it is asked for, so that a command loads only what it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from twosource.cli.telling import printable
from twosource.model import Case, Claim

ARROW = " → "
"""Between the layers of a chain, the outermost first."""

NO_SOURCE = "source undecided"
"""Stands where a statement's chain is empty."""


def case_json(case: Case) -> str:
    """Return the whole case as one JSON object."""
    from twosource.export import dumps, record

    return dumps(record(case)) + "\n"


def page(case: Case) -> str:
    """Return the case as one self-contained page."""
    from twosource.page import page as make_page

    return make_page(case)


def statements_lines(case: Case) -> str:
    """Return one JSON object a report, each on its own line."""
    from twosource.export import dumps, statement_lines

    return "".join(f"{dumps(line, indent=None)}\n" for line in statement_lines(case))


def statements_text(case: Case) -> str:
    """Return each report with its statements: the chain, the words, how they are given, and if it is uncertain."""
    from twosource.export import statement_lines

    return _text(row for line in statement_lines(case) for row in _statement_rows(line))


def passages_json(case: Case) -> str:
    """Return the passages as one JSON object."""
    from twosource.export import dumps, passages_record

    return dumps(passages_record(case)) + "\n"


def passages_text(case: Case) -> str:
    """Return each shared passage with its places and where it came from."""
    from twosource.export import passages_record

    record = passages_record(case)
    reports = {report["id"]: report for report in record["reports"]}
    rows = [row for passage in record["passages"] for row in _passage_rows(passage, reports)]
    return _text(rows or ["no shared passages"])


def graph(case: Case, claim: str | None, form: str) -> str:
    """Return the graph of one claim, or of all reports, as ``mermaid``, ``graphml``, ``svg`` or ``json``.

    :raises click.UsageError: if the case has no such claim, or the graph is nothing that could be drawn.
    """
    from twosource.export import dumps
    from twosource.export.drawing import claim_drawing, story_drawing
    from twosource.export.graph import as_record
    from twosource.export.graphml import graphml
    from twosource.export.mermaid import mermaid
    from twosource.export.paths import claim_graph, story_graph
    from twosource.export.svg import svg

    made = story_graph(case) if claim is None else claim_graph(case, _claim(case, claim))
    if form == "mermaid":
        return mermaid(made)
    if form == "graphml":
        return graphml(made)
    if form == "json":
        return dumps(as_record(made)) + "\n"
    drawing = story_drawing(made) if claim is None else claim_drawing(made)
    if drawing is None:
        raise click.UsageError("a drawing needs two reports; --to mermaid, graphml and json take one too")
    return svg(drawing)


def _claim(case: Case, wanted: str) -> Claim:
    """Return the claim with an id, or with a number on the page."""
    from twosource.page.book import Book

    book = Book(case)
    for claim in case.claims:
        if wanted in (claim.id, str(book.number("claim", claim.id).value)):
            return claim
    among = f"its claims are 1 to {len(case.claims)} on the page" if case.claims else "it has none"
    raise click.BadParameter(f"the case has no claim {wanted!r}; {among}", param_hint="--claim")


def _statement_rows(line: dict[str, Any]) -> Iterator[str]:
    report = line["report"]
    names = {source["id"]: source["name"] for source in line["sources"]}
    yield " · ".join(part for part in (report["id"], report["outlet"], report["published"]) if part)
    for statement in line["statements"]:
        chain = ARROW.join(names[source] for source in statement["chain"]) or NO_SOURCE
        words = " … ".join(_words(report, span) for span in statement["content"])
        doubt = ", uncertain" if statement["certainty"] == "uncertain" else ""
        indent = "    " if statement["parent"] else "  "
        yield f"{indent}{chain}: {words} [{statement['kind']}, {statement['stance']}{doubt}]"
    if not line["statements"]:
        yield "  no statements"


def _passage_rows(passage: dict[str, Any], reports: dict[str, Any]) -> Iterator[str]:
    lineage = passage["lineage"]
    origin = f"{lineage['decision']} from {lineage['from']}" if lineage["from"] else lineage["decision"]
    yield f"{passage['kind']} ({passage['similarity']:.2f}), {origin}"
    for place in passage["places"]:
        at = f"{place['report']} {place['start']}:{place['end']}"
        yield f"  {at}  {_words(reports[place['report']], place)}"


def _words(report: dict[str, Any], span: dict[str, Any]) -> str:
    return " ".join(report["text"][span["start"] : span["end"]].split())


def _text(rows: Iterator[str] | list[str]) -> str:
    return "".join(f"{printable(row)}\n" for row in rows)
