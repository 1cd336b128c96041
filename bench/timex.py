"""Time expressions against TimeBank, AQUAINT (TimeML) and MEANTIME: spans, strict and relaxed, and values.

``python -m bench.timex`` prints one line a set. A prediction is strict when its range without the preposition is that
of the gold expression, relaxed when they overlap; a value counts when it equals the gold value: of the relaxed hits, of
all gold expressions, and as F1. The errors of the tuned halves are looked at: every second document of TimeBank, of the
others those that a hash of their name picks. The other halves are reported apart, and their errors are not listed.
The creation time of a document is given to the program and counts nowhere.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from xml.etree import ElementTree  # corpora of our own choice, not input from strangers

from twosource.language import language
from twosource.model import Case, Part, PartKind, Report, Time
from twosource.times import times
from twosource.times.lexicon import PREPOSITIONS

TUNED = "tuned half"
"""What the name of a set ends in whose errors may be looked at."""

DATA = Path(__file__).parent.parent / ".." / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold expression: its range and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a corpus: name, text, creation date, gold expressions, ranges that count nowhere."""

    name: str
    text: str
    created: str
    gold: tuple[Gold, ...]
    ignored: tuple[Gold, ...] = ()


@dataclass(slots=True)
class Score:
    """Counts over the documents of a set."""

    documents: int = 0
    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def line(self, name: str) -> str:
        """Return the scores as one line of text."""

        def f1(hits: int) -> float:
            return 2 * hits / (self.gold + self.found) if hits else 0.0

        accuracy = self.value / self.relaxed if self.relaxed else 0.0
        return (
            f"{name:24} documents {self.documents:3}  gold {self.gold:4}  found {self.found:4}  "
            f"strict F1 {f1(self.strict):.3f} ({self.strict})  relaxed F1 {f1(self.relaxed):.3f} ({self.relaxed})  "
            f"value {accuracy:.3f} ({self.value}/{self.relaxed})  of gold {self.value / max(self.gold, 1):.3f}  "
            f"value F1 {f1(self.value):.3f}"
        )


_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def timeml(path: Path) -> Document:
    """Read a TimeML document; single line ends are spaces, since the lines are wrapped."""
    source = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>\s*<TIMEX3[^>]*value="([^"]*)"', source)
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    pieces: list[str] = []
    gold: list[Gold] = []
    size = at = 0
    opened: list[tuple[int, str]] = []
    for tag in _TAG.finditer(body):
        piece = html.unescape(body[at : tag.start()])
        pieces.append(piece)
        size += len(piece)
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((size, dict(_ATTRIBUTE.findall(tag[3])).get("value", "")))
        elif tag[2] == "TIMEX3" and opened:
            start, value = opened.pop()
            gold.append(Gold(start, size, value))
    pieces.append(html.unescape(body[at:]))
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(pieces))
    return Document(path.name, text, created[1][:10] if created else "", tuple(g for g in gold if g.start < g.end))


def meantime(path: Path) -> Document:
    """Read a MEANTIME document: its tokens joined with spaces, a line a sentence."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  # as above
    text = ""
    places: dict[str, tuple[int, int]] = {}
    sentence = "0"
    for token in root.iter("token"):
        gap = "" if not text else " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence", "0")
        start = len(text) + len(gap)
        text += gap + (token.text or "")
        places[token.get("t_id", "")] = (start, len(text))
    gold: list[Gold] = []
    ignored: list[Gold] = []
    created = ""
    marked = [places[anchor.get("t_id", "")][1] for anchor in root.iter("token_anchor")]
    rest = text.find("\n", max(marked, default=0))  # only the first sentences of a document are annotated
    if rest >= 0:
        ignored.append(Gold(rest, len(text), ""))
    for timex in root.iter("TIMEX3"):
        spans = [places[anchor.get("t_id", "")] for anchor in timex.iter("token_anchor")]
        value = timex.get("value", "")
        given = timex.get("functionInDocument") == "CREATION_TIME"
        if given:
            created = value[:10]
        if spans:
            entry = Gold(min(start for start, _ in spans), max(end for _, end in spans), value)
            (ignored if given else gold).append(entry)
    return Document(path.name, text, created, tuple(gold), tuple(ignored))


def run(document: Document) -> tuple[Time, ...]:
    """Return the times that the program finds in a document."""
    report = Report(
        id=document.name,
        file=document.name,
        sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        text=document.text,
        published=document.created if re.fullmatch(r"\d{4}-\d\d-\d\d", document.created) else None,
        language="en",
        parts=(Part(PartKind.BODY, 0, len(document.text), "bench"),),
    )
    return times(language(Case(reports=(report,)))).times


_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def timex_value(time: Time) -> str:
    """Return what TIMEX3 would write for a time: quarters, seasons, parts of a day, weekends, vague words."""
    notes = {reason.signal: reason.detail for reason in time.reasons}
    if "vague" in notes and ("length" not in notes or " ago" in time.span.text):
        return notes["vague"].partition(":")[0]
    if "length" in notes and (time.role == "duration" or time.value is None or "/" in time.value):
        return notes["length"]
    value = time.value or ""
    detail = notes.get("detail", "")
    if "/" in value and "weekend" in time.span.text.lower():
        year, week, _ = _iso(value[:10])
        return f"{year:04d}-W{week:02d}-WE"
    if re.fullmatch(r"\d{4}-(2[1-4]|3[3-6]|4[01])", value):
        year_text, _, code = value.partition("-")
        return f"{year_text}-{_SEASONS.get(code) or (f'Q{int(code) - 32}' if int(code) < 40 else f'H{int(code) - 39}')}"
    if detail in ("TMO", "TAF", "TEV", "TNI") and len(value) == 10:
        return value + detail
    return _plain(value)


def _plain(value: str) -> str:
    """Return a value without the X of an unknown end (19XX and 19 are one century), and its week in two figures."""
    value = re.sub(r"-W(?=\d(?!\d))", "-W0", value)
    return value.rstrip("X") if re.fullmatch(r"\d{2,3}X{1,2}", value) else value


def _iso(text: str) -> tuple[int, int, int]:
    from datetime import date

    return date.fromisoformat(text).isocalendar()


def core(time: Time) -> tuple[int, int]:
    """Return the range of a time without its preposition, which TIMEX3 leaves out."""
    first, _, rest = time.span.text.partition(" ")
    lead = len(first) + 1 if first.lower() in PREPOSITIONS and not rest.startswith(("least", "most")) else 0
    return time.span.start + lead, time.span.end


def score(document: Document, found: tuple[Time, ...], total: Score, out: list[str]) -> None:
    """Add a document to the counts; misses are listed in ``out``."""
    ranges = [(*core(time), time) for time in found]
    ranges = [r for r in ranges if not any(r[0] < g.end and g.start < r[1] for g in document.ignored)]
    total.documents += 1
    total.gold += len(document.gold)
    total.found += len(ranges)
    used: set[int] = set()
    pairs = sorted(
        (-(min(end, gold.end) - max(start, gold.start)), start, g, r)
        for g, gold in enumerate(document.gold)
        for r, (start, end, _) in enumerate(ranges)
        if start < gold.end and gold.start < end
    )
    matched: set[int] = set()
    for _, _, g, r in pairs:
        if g in matched or r in used:
            continue
        matched.add(g)
        used.add(r)
        gold, (start, end, time) = document.gold[g], ranges[r]
        total.relaxed += 1
        exact = (start, end) == (gold.start, gold.end)
        total.strict += exact
        value = timex_value(time)
        total.value += value == _plain(gold.value)
        here = document.text[gold.start : gold.end]
        if not exact:
            out.append(f"span   {document.name[:20]:20} gold {here!r} found {document.text[start:end]!r}")
        if value != _plain(gold.value):
            line = document.text[max(0, gold.start - 50) : gold.end + 15].replace("\n", " ")
            out.append(
                f"value  {document.name[:20]:20} {here!r} gold {gold.value} found {value} ({document.created}) … {line}"
            )
    for g, gold in enumerate(document.gold):
        if g not in matched:
            line = document.text[max(0, gold.start - 25) : gold.end + 15].replace("\n", " ")
            out.append(f"missed {document.name[:20]:20} {document.text[gold.start : gold.end]!r} {gold.value} … {line}")
    for r, (start, end, _) in enumerate(ranges):
        if r not in used:
            line = document.text[max(0, start - 25) : end + 25].replace("\n", " ")
            out.append(f"false  {document.name[:20]:20} {document.text[start:end]!r} … {line}")


def sets(root: Path) -> Iterator[tuple[str, list[Document]]]:
    """Yield the name and documents of each set that is there."""
    timebank = [timeml(path) for path in sorted((root / "timex" / "TBAQ-cleaned" / "TimeBank").glob("*.tml"))]
    if timebank:
        yield "TimeBank, " + TUNED, timebank[::2]
        yield "TimeBank, other half", timebank[1::2]
    aquaint = [timeml(path) for path in sorted((root / "timex" / "TBAQ-cleaned" / "AQUAINT").glob("*.tml"))]
    news = [meantime(path) for path in sorted((root / "meantime" / "intra-doc_annotation").glob("*/*.xml"))]
    for name, documents in (("AQUAINT", aquaint), ("MEANTIME", news)):
        halves = [[document for document in documents if tuned(document.name) is half] for half in (True, False)]
        if documents:
            yield f"{name}, {TUNED}", halves[0]
            yield f"{name}, unseen half", halves[1]


def tuned(name: str) -> bool:
    """Return whether the errors in a document may be looked at: a fair coin thrown by the hash of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def main(arguments: list[str] | None = None) -> int:
    """Score the program on the sets under the data folder; exit 0 with a word where there is none."""
    parser = argparse.ArgumentParser(prog="python -m bench.timex", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder with timex/ and meantime/ (default: beside the repository)"
    )
    parser.add_argument("--set", default="", help="only the sets whose name contains this")
    parser.add_argument("--errors", action="store_true", help="list what was missed or wrong in the tuned halves")
    options = parser.parse_args(arguments)
    seen = False
    whole: dict[str, Score] = {}
    for name, documents in sets(options.data):
        seen = True
        if options.set not in name:
            continue
        total, errors = Score(), list[str]()
        for document in documents:
            score(document, run(document), total, errors)
        if options.errors and name.endswith(TUNED):
            print("\n".join(errors))
        print(total.line(name))
        corpus = name.partition(",")[0]
        whole[corpus] = whole.get(corpus, Score()) + total
    for corpus, total in whole.items():
        print(total.line(f"{corpus}, whole"))
    if not seen:
        print(f"skipped: no TimeBank, AQUAINT or MEANTIME under {options.data}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
