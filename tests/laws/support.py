"""Reports written to files, traced, and the findings told in words: what the laws compare."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from tests.laws.invented import Told
from twosource.export.record import record
from twosource.export.verify import verify
from twosource.trace import trace

Record = dict[str, Any]
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def as_text(told: Told) -> str:
    """Return the report as plain text: headline, day, paragraphs."""
    return "\n\n".join((told.headline, told.published, *told.paragraphs)) + "\n"


def as_json(told: Told) -> str:
    """Return the report as a JSON record, without an outlet where none is known."""
    fields = {"title": told.headline, "outlet": told.outlet or None, "published": told.published}
    return json.dumps({**fields, "text": "\n\n".join(told.paragraphs)}, ensure_ascii=False)


def as_page(told: Told, entities: bool = False) -> str:
    """Return the report as a page that declares its outlet and day.

    :param entities: whether marks, apostrophes and letters with accents are written as numeric entities.
    """
    paragraphs = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in told.paragraphs)
    page = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(told.headline)} - {escape(told.outlet)}</title>\n"
        f'<meta property="og:site_name" content="{escape(told.outlet)}">\n'
        f'<meta property="og:title" content="{escape(told.headline)}">\n'
        f'<meta property="article:published_time" content="{told.published}">\n'
        f"</head><body><main><article><h1>{escape(told.headline, quote=False)}</h1>\n{paragraphs}\n"
        "</article></main></body></html>\n"
    )
    return "".join(c if c < "\x7f" else f"&#{ord(c)};" for c in page) if entities else page


FORMS: Mapping[str, Callable[[Told], str]] = {"txt": as_text, "html": as_page, "json": as_json}
"""How a report is written to a file with this ending."""


def written(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Write the files and return their paths, in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths.append(str(path))
    return paths


def plain(text: str) -> str:
    """Return the words of a text: composed letters, straight marks, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(STRAIGHT).split())


class InWords:
    """The findings of a record, each as words instead of ids and offsets, so that two records can be compared.

    :param names: other names for report ids, in findings and in the words of reasons.
    :param reasons: whether reasons, confidences and what else is told beside the finding itself are compared too.
    """

    def __init__(self, found: Record, names: Mapping[str, str] | None = None, reasons: bool = False) -> None:
        self.names, self.reasons, self.found = names or {}, reasons, found
        self.sources = {it["id"]: f"{plain(it['name'])} ({it['type']})" for it in found["sources"]}
        self.statements = {it["id"]: self._content(it) for it in found["statements"]}

    def all(self) -> Record:
        """Return every kind of finding, sorted by its words."""
        return {
            "sources": self._sorted(self._source(it) for it in self.found["sources"]),
            "statements": self._sorted(self._statement(it) for it in self.found["statements"]),
            "claims": self._sorted(self._claim(it) for it in self.found["claims"]),
            "passages": self._sorted(self._passage(it) for it in self.found["passages"]),
            "variants": self._sorted(self._variant(it) for it in self.found["variants"]),
            "tensions": self._sorted(self._tension(it) for it in self.found["tensions"]),
            "times": self._sorted(self._time(it) for it in self.found["times"] if it["role"] != "furniture"),
            "future": self._sorted(self._future(it) for it in self.found["future"]),
            "stories": self._sorted(self._story(it) for it in self.found["stories"]),
        }

    def _sorted(self, findings: Iterable[Any]) -> list[Any]:
        return sorted(findings, key=lambda it: json.dumps(it, sort_keys=True))

    def _report(self, id: str | None) -> str | None:
        return self.names.get(id, id) if id else id

    def _place(self, place: Record, report: str | None = None) -> str:
        return f"{self._report(report or place['report'])}: {plain(place['text'])}"

    def _content(self, statement: Record) -> str:
        return " … ".join(self._place(span, statement["report"]) for span in statement["content"])

    def _speaker(self, id: str | None) -> str | None:
        return self.sources[id] if id else None

    def _beside(self, finding: Record, *fields: str) -> Record:
        """Return what is told beside a finding, where that is compared."""
        if not self.reasons:
            return {}
        told = [{**reason, "detail": self._renamed(reason["detail"])} for reason in finding["reasons"]]
        return {"reasons": self._sorted(told), **{field: finding[field] for field in fields}}

    def _renamed(self, words: str) -> str:
        for id, name in self.names.items():
            words = words.replace(id, name)
        return words

    def _source(self, it: Record) -> Record:
        return {
            "name": self.sources[it["id"]],
            "variants": sorted(set(map(plain, it["variants"]))),
            "mentions": sorted(map(self._place, it["mentions"])),
            "members": [self._speaker(id) for id in it["members"]],
            **self._beside(it),
        }

    def _statement(self, it: Record) -> Record:
        return {
            "content": self.statements[it["id"]],
            "chain": [self._speaker(id) for id in it["chain"]],
            "parent": self.statements[it["parent"]] if it["parent"] else None,
            "cue": plain(it["cue"]["text"]) if it["cue"] else None,
            "source": plain(it["source"]["text"]) if it["source"] else None,
            "addressee": self._speaker(it["addressee"]),
            "quoted": [plain(span["text"]) for span in it["quoted"]],
            **{field: it[field] for field in ("kind", "act", "stance", "when")},
            **self._beside(it, "confidence"),
        }

    def _claim(self, it: Record) -> Record:
        mentions = [f"{self._place(mention)} ({mention['relation']})" for mention in it["mentions"]]
        origins = [
            {
                "source": self._speaker(origin["source"]),
                "mentions": sorted(self._place(it["mentions"][number]) for number in origin["mentions"]),
                **self._beside(origin),
            }
            for origin in it["origins"]
        ]
        return {
            "text": plain(it["text"]),
            "mentions": sorted(mentions),
            "reports": sorted(map(str, map(self._report, it["reports"]))),
            "silent": sorted(map(str, map(self._report, it["silent"]))),
            "origins": self._sorted(origins),
            "count": [it["independent_origins"], it["most_origins"]],
            **self._beside(it),
        }

    def _passage(self, it: Record) -> Record:
        lineage = it["lineage"]
        return {
            "kind": it["kind"],
            "places": sorted(map(self._place, it["places"])),
            "from": self._report(lineage["from"]),
            "decision": lineage["decision"],
            **self._beside({**it, "reasons": lineage["reasons"]}, "similarity"),
        }

    def _variant(self, it: Record) -> Record:
        return {
            "source": self._speaker(it["source"]),
            "places": sorted(map(self._place, it["places"])),
            "differences": sorted(sorted(map(plain, pair)) for pair in it["differences"]),
            "grade": it["grade"],
            **self._beside(it),
        }

    def _tension(self, it: Record) -> Record:
        return {
            "places": sorted((self._place(it["a"]), self._place(it["b"]))),
            "kind": it["kind"],
            "strength": it["strength"],
            **self._beside(it),
        }

    def _time(self, it: Record) -> Record:
        return {
            "place": self._place(it),
            **{field: it[field] for field in ("value", "anchor", "role")},
            **self._beside(it),
        }

    def _future(self, it: Record) -> Record:
        return {
            "place": self._place(it),
            "class": it["class"],
            "value": it["value"],
            "source": self._speaker(it["source"]),
            **self._beside(it),
        }

    def _story(self, it: Record) -> Record:
        return {
            "reports": sorted(map(str, map(self._report, it["reports"]))),
            "independent_reports": it["independent_reports"],
        }


def of_others(found: Record, id: str) -> Record:
    """Return the record without what is told of this report alone, or between it and others."""
    kept = dict(found)
    sources = [{**it, "mentions": [m for m in it["mentions"] if m["report"] != id]} for it in found["sources"]]
    kept["sources"] = [it for it in sources if it["mentions"]]
    for name in ("statements", "times", "future"):
        kept[name] = [it for it in found[name] if it["report"] != id]
    for name in ("passages", "variants"):
        kept[name] = [it for it in found[name] if all(place["report"] != id for place in it["places"])]
    kept["tensions"] = [it for it in found["tensions"] if id not in (it["a"]["report"], it["b"]["report"])]
    for name in ("claims", "stories"):
        kept[name] = [it for it in found[name] if it["reports"] != [id]]
    return kept


def files_of(told: Sequence[Told], form: str, names: Sequence[str] | None = None) -> dict[str, str]:
    """Return each report as the content of a file with this ending, by its name (``a.txt`` and so on)."""
    names = names or [chr(ord("a") + number) for number in range(len(told))]
    return {f"{name}.{form}": FORMS[form](one) for name, one in zip(names, told, strict=True)}


class Tracer:
    """Traces files below a folder, each set of files once, and checks every record that comes out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[tuple[tuple[str, str | bytes], ...], Record] = {}

    def __call__(self, files: Mapping[str, str | bytes]) -> Record:
        """Return the record of these files, traced in the order given; its paths are the names alone."""
        key = tuple(files.items())
        if key not in self.known:
            found = record(trace(written(self.folder / str(len(self.known)), files)))
            assert verify(found) == ()  # a law that holds for whatever is traced here
            for report in found["reports"]:
                report["file"] = Path(report["file"]).name
            self.known[key] = found
        return self.known[key]
