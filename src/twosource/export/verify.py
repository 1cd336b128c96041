"""The checks behind ``twosource check``: a record must point at its own words and keep its own promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from twosource.export.record import SCHEMA, text_hash

TOLERANCE = 0.005
"""How far the weights of the reasons may add up beside the confidence: the rounding of ten weights to three places."""

LATER = frozenset({"stories", "silences", "copies"})
"""Lists that were added to the form: an older record goes without them."""

Row = dict[str, Any]


def verify(record: Row) -> tuple[str, ...]:
    """Return every mismatch of a record of the form ``twosource.case/1``, each as one line; none is a pass.

    Looked at: every span (inside its report, and on the very text that it carries), the hash of each stored text, that
    every id is known and used once, that no report both tells a claim and is silent on it, that each silence is one of
    its claim, that no claim rests on more independent origins than it has, that confidences are what their reasons add
    up to, that a copy is from one of its reports or from upstream, as its decision says, and the counts of the story.
    A record that lacks a field is a mismatch, never an exception.
    """
    check = _Check()
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        return (f"this is no record of the form {SCHEMA}",)
    sections: tuple[tuple[str, Callable[[Row], Iterable[str]]], ...] = (
        ("reports", check.report),
        ("sources", check.source),
        ("statements", check.statement),
        ("claims", check.claim),
        ("passages", check.passage),
        ("copies", check.copy),
        ("variants", check.variant),
        ("tensions", check.tension),
        ("silences", check.silence),
        ("times", check.place),
        ("future", check.future),
        ("stories", check.story),
    )
    found = list(check.learn(record))
    for name, look in sections:
        rows = record.get(name, [] if name in LATER else None)
        if not isinstance(rows, list):
            found.append(f"{name}: the list is missing")
            continue
        for number, row in enumerate(rows):
            found += [f"{name}[{number}]: {line}" for line in _safely(look, row)]
    found += [f"story: {line}" for line in _safely(check.counts, record)]
    return tuple(found)


def _safely(look: Callable[[Row], Iterable[str]], row: Row) -> list[str]:
    lines: list[str] = []
    try:
        lines.extend(look(row))
    except KeyError as error:
        lines.append(f"the field {error} is missing")
    except (TypeError, AttributeError, ValueError, IndexError) as error:
        lines.append(f"a field has the wrong form ({error})")
    return lines


class _Check:
    """The looks at each kind of finding, with what is known of the whole record."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.sources: set[str] = set()
        self.statements: dict[str, Row] = {}
        self.claims: dict[str, Row] = {}
        self.passages: dict[str, Row] = {}

    def learn(self, record: Row) -> Iterator[str]:
        """Collect texts and ids, and yield each id that is given twice."""
        for name in ("reports", "sources", "statements", "claims", "passages", "copies", "stories"):
            seen: set[str] = set()
            rows = record.get(name)
            for row in rows if isinstance(rows, list) else ():
                id = row.get("id") if isinstance(row, dict) else None
                if not isinstance(id, str):
                    yield f"{name}: an entry has no id"
                    continue
                if id in seen:
                    yield f"{name}: the id {id!r} is given twice"
                seen.add(id)
                if name == "reports" and isinstance(row.get("text"), str):
                    self.texts[id] = row["text"]
                elif name == "sources":
                    self.sources.add(id)
                elif name == "statements":
                    self.statements[id] = row
                elif name == "claims":
                    self.claims[id] = row
                elif name == "passages":
                    self.passages[id] = row

    # --- places --------------------------------------------------------------------------------------------------

    def place(self, row: Row) -> Iterator[str]:
        """Check a span that names its report."""
        return self.range(row, row["report"])

    def range(self, row: Row | None, report: str) -> Iterator[str]:
        """Check a span of a report; None is a span that was not found, and fine."""
        if row is None:
            return
        text = self.texts.get(report)
        start, end = row["start"], row["end"]
        if text is None:
            yield f"the report {report!r} is not in the record"
        elif not 0 <= start < end <= len(text):
            yield f"the span {start}:{end} is empty or leaves the text of {report!r} ({len(text)} characters)"
        elif "text" in row and text[start:end] != row["text"]:
            yield f"the span {start}:{end} of {report!r} carries {row['text']!r}, but {text[start:end]!r} stands there"

    def known(self, ids: Iterable[str | None], where: Iterable[str], noun: str) -> Iterator[str]:
        """Check that every id is one of those that the record holds."""
        for id in ids:
            if id is not None and id not in where:
                yield f"the {noun} {id!r} is not in the record"

    # --- findings ------------------------------------------------------------------------------------------------

    def report(self, row: Row) -> Iterator[str]:
        """Check the text's hash, and that the parts stand in order inside the text."""
        if "text_sha256" in row and row["text_sha256"] != text_hash(row["text"]):
            yield f"the stored text of {row['id']!r} does not fit its hash: it was changed"
        last = 0
        for part in row["parts"]:
            if not last <= part["start"] < part["end"] <= len(row["text"]):
                yield f"the part {part['start']}:{part['end']} overlaps or leaves the text"
            last = part["end"]

    def source(self, row: Row) -> Iterator[str]:
        """Check the mentions and the members."""
        for mention in row["mentions"]:
            yield from self.place(mention)
        yield from self.known(row.get("members", ()), self.sources, "source")

    def statement(self, row: Row) -> Iterator[str]:
        """Check the spans, the chain, the parent and the confidence."""
        report = row["report"]
        for span in (*row["content"], row["cue"], row["source"], row.get("addressee_span"), *row.get("quoted", ())):
            yield from self.range(span, report)
        if not row["content"]:
            yield "it has no content"
        yield from self.known((*row["chain"], row["addressee"]), self.sources, "source")
        yield from self._parents(row)
        total = sum(reason["weight"] for reason in row["reasons"])
        if abs(total - row["confidence"]) > TOLERANCE:
            yield f"the confidence is {row['confidence']}, but its reasons add up to {round(total, 6)}"

    def _parents(self, row: Row) -> Iterator[str]:
        seen = {row["id"]}
        parent = row["parent"]
        while parent is not None:
            if parent not in self.statements:
                yield f"the parent {parent!r} is not in the record"
                return
            if parent in seen:
                yield "it stands inside itself"
                return
            if self.statements[parent]["report"] != row["report"]:
                yield f"the parent {parent!r} stands in another report"
                return
            seen.add(parent)
            parent = self.statements[parent]["parent"]

    def claim(self, row: Row) -> Iterator[str]:
        """Check mentions, reports and silence, and the number of origins."""
        for mention in row["mentions"]:
            yield from self.place(mention)
            yield from self.known((mention["statement"],), self.statements, "statement")
            if mention["statement"] in self.statements:
                there = self.statements[mention["statement"]]["report"]
                if there != mention["report"]:
                    yield f"a mention in {mention['report']!r} names a statement of {there!r}"
        reports, silent = set(row["reports"]), set(row["silent"])
        yield from self.known(sorted(reports | silent), self.texts, "report")
        for report in sorted(reports & silent):
            yield f"{report!r} both tells the claim and is silent on it"
        if reports != {mention["report"] for mention in row["mentions"]}:
            yield "its reports are not those of its mentions"
        yield from self._origins(row)

    def _origins(self, row: Row) -> Iterator[str]:
        least, count = row["independent_origins"], len(row["origins"])
        most = row.get("most_origins", least)
        if not 0 <= least <= most:
            yield f"at least {least} and at most {most} independent origins cannot both be"
        if least > count:
            yield f"{least} independent origins, but only {count} are listed"
        for origin in row["origins"]:
            yield from self.known((origin["source"],), self.sources, "source")
            for number in origin["mentions"]:
                if not 0 <= number < len(row["mentions"]):
                    yield f"an origin names the mention {number}, which the claim does not have"
            for join in origin.get("joins", ()):
                if join["a"] not in origin["mentions"] or (join["sure"] and join["b"] not in origin["mentions"]):
                    yield f"a join of the mentions {join['a']} and {join['b']} leaves its origin"
                elif not 0 <= join["b"] < len(row["mentions"]):
                    yield f"a join names the mention {join['b']}, which the claim does not have"

    def passage(self, row: Row) -> Iterator[str]:
        """Check the places and the lineage."""
        for place in row["places"]:
            yield from self.place(place)
        if len(row["places"]) < 2:
            yield "a passage stands in two places at least"
        lineage = row["lineage"]
        if lineage["from"] != "upstream":
            yield from self.known((lineage["from"],), self.texts, "report")
        if lineage["decision"] == "undecided" and lineage["from"] is not None:
            yield "the direction is undecided, but a report is named as where it came from"

    def copy(self, row: Row) -> Iterator[str]:
        """Check the two reports, what they share, and that the origin fits the decision."""
        pair = row["a"], row["b"]
        yield from self.known(pair, self.texts, "report")
        yield from self.known(row["passages"], self.passages, "passage")
        if not row["a"] < row["b"]:
            yield f"the reports {row['a']!r} and {row['b']!r} are not in order"
        for id in row["passages"]:
            places = {place["report"] for place in self.passages.get(id, {"places": ()})["places"]}
            if id in self.passages and not places.issuperset(pair):
                yield f"the passage {id!r} does not stand in both reports"
        fits = {
            "copied": pair,
            "common-upstream": ("upstream",),
            "quotation": (None, *pair),
            "undecided": (None,),
        }
        if row["from"] not in fits[row["decision"]]:
            yield f"{row['from']!r} cannot be where it is from when the decision is {row['decision']!r}"
        if row["upstream"] is not None and row["decision"] != "common-upstream":
            yield f"{row['upstream']!r} is named as upstream of both, but the decision is {row['decision']!r}"

    def variant(self, row: Row) -> Iterator[str]:
        """Check the places and the speaker."""
        for place in row["places"]:
            yield from self.place(place)
        yield from self.known((row["source"],), self.sources, "source")

    def tension(self, row: Row) -> Iterator[str]:
        """Check both sides."""
        yield from self.place(row["a"])
        yield from self.place(row["b"])

    def silence(self, row: Row) -> Iterator[str]:
        """Check that the claim names the report as silent, and that the nearest sentence is one of the report."""
        yield from self.known((row["claim"],), self.claims, "claim")
        claim = self.claims.get(row["claim"])
        if claim is not None and row["report"] not in claim["silent"]:
            yield f"{row['report']!r} is not silent on the claim {row['claim']!r}"
        nearest = row["nearest"]
        if nearest is not None:
            yield from self.place(nearest)
            if nearest["report"] != row["report"]:
                yield f"the nearest sentence stands in {nearest['report']!r}, not in {row['report']!r}"

    def future(self, row: Row) -> Iterator[str]:
        """Check the place and who looks ahead."""
        yield from self.place(row)
        yield from self.known((row["source"],), self.sources, "source")

    def story(self, row: Row) -> Iterator[str]:
        """Check the reports of a story and their count."""
        yield from self.known(row["reports"], self.texts, "report")
        if not 1 <= row["independent_reports"] <= len(row["reports"]):
            yield f"{row['independent_reports']} independent reports of {len(row['reports'])} cannot be"

    def counts(self, record: Row) -> Iterator[str]:
        """Check the counts of the main story."""
        story = record["story"]
        of_id = {row["id"]: row for row in record.get("stories", ())}
        known = of_id.get(story.get("id"))
        reports = len(known["reports"]) if known else len(record["reports"])
        independent = story["independent_reports"]
        if story["reports"] != reports:
            yield f"it counts {story['reports']} reports, but there are {reports}"
        if known and independent != known["independent_reports"]:
            yield f"it counts {independent} independent reports, its story {known['independent_reports']}"
        if independent is not None and independent > reports:
            yield f"{independent} independent reports of {reports} cannot be"
        if story["outlets"] > reports:
            yield f"{story['outlets']} outlets of {reports} reports cannot be"
