"""Readers of corpora of attribution: PolNeAR (brat stand-off) and the speech links of MEANTIME (NewsReader XML)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # corpora of our own choice, not input from strangers

Range = tuple[int, int]
"""A half-open range of code points in a document's text."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A marked attribution: its ranges of content, of source and of cue; source and cue may be missing."""

    content: tuple[Range, ...]
    source: tuple[Range, ...]
    cue: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A PolNeAR document: the file of its text, what each of its annotators marked, and the files of that."""

    path: Path
    annotators: tuple[tuple[Attribution, ...], ...]
    marked: tuple[Path, ...] = ()


def polnear(folder: Path) -> list[Article]:
    """Read the documents of a part of PolNeAR, in the order of their names."""
    marked: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        marked[path.stem.rpartition("_")[0]].append(path)  # the name ends in the annotator's code
    return [
        Article(path, tuple(tuple(_brat(each)) for each in marked[path.stem]), tuple(marked[path.stem]))
        for path in sorted((folder / "text").glob("*.txt"))
        if path.stem in marked
    ]


def _brat(path: Path) -> Iterator[Attribution]:
    spans: dict[str, tuple[str, tuple[Range, ...]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        id, _, rest = line.partition("\t")
        if not id[1:].isdigit():
            continue  # a marked text that runs over lines goes on here
        if id.startswith("T"):
            label, _, places = rest.partition("\t")[0].partition(" ")
            pairs = [piece.split() for piece in places.split(";")]
            spans[id] = (label, tuple((int(start), int(end)) for start, end in pairs))
        elif id.startswith("E"):
            events.append([piece.partition(":")[2] for piece in rest.split()])
    for event in events:
        roles: dict[str, list[Range]] = defaultdict(list)
        for id in event:
            label, ranges = spans.get(id, ("", ()))
            roles[label] += ranges
        if roles["Content"]:
            yield Attribution(*(tuple(roles[label]) for label in ("Content", "Source", "Cue")))


@dataclass(frozen=True, slots=True)
class SpeechLink:
    """A word of saying and a word that tells what was said, with the ranges of who said it (often none)."""

    cue: Range
    said: Range
    speakers: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A MEANTIME document, up to the last sentence that is annotated: its text and its speech links."""

    name: str
    text: str
    links: tuple[SpeechLink, ...]


def meantime(folder: Path) -> list[Linked]:
    """Read the documents of MEANTIME that have speech links, in the order of their names."""
    documents = (_newsreader(path) for path in meantime_files(folder))
    return [document for document in documents if document.links]


def meantime_files(folder: Path) -> list[Path]:
    """Return the files that ``meantime`` reads, in the order in which it reads them."""
    return sorted((folder / "intra-doc_annotation").glob("*/*.xml"))


HEAD_SENTENCES = 2
"""The first sentence of a document is its headline, the second its date."""
MARKS = {"``": "“", "''": "”"}
"""How the corpus writes quotation marks, and how a report does."""
_CLOSING = re.compile(r"[.,;:!?)\]%’”']|'s|n't")
"""Tokens that stand close to the one before."""
_OPENING = tuple("([$€£“‘")
"""Tokens that the next one stands close to."""


def _newsreader(path: Path) -> Linked:
    root = ElementTree.parse(path).getroot()  # noqa: S314  # as above
    anchors = {
        mark.get("m_id", ""): [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
        for mark in root.iterfind("Markables/*")
    }
    marked = {id for ids in anchors.values() for id in ids}
    sentences: dict[int, list[tuple[str, str]]] = defaultdict(list)
    last = 0
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        id = token.get("t_id", "")
        sentences[number].append((id, token.text or ""))
        last = max(last, number if id in marked else 0)
    text, places = _laid_out([sentences[number] for number in sorted(sentences) if number <= last])

    def ranges(link: ElementTree.Element, end: str) -> tuple[Range, ...]:
        ids = [id for mark in link.iter(end) for id in anchors.get(mark.get("m_id", ""), ()) if id in places]
        return ((places[ids[0]][0], places[ids[-1]][1]),) if ids else ()

    speakers: dict[tuple[Range, ...], list[Range]] = defaultdict(list)
    for link in root.iter("HAS_PARTICIPANT"):
        if link.get("sem_role") == "Arg0":
            speakers[ranges(link, "source")] += ranges(link, "target")
    pairs = [(ranges(link, "source"), ranges(link, "target")) for link in root.iter("SLINK")]
    links = tuple(SpeechLink(cue[0], said[0], tuple(speakers[cue])) for cue, said in pairs if cue and said)
    return Linked(path.name, text, links)


def _laid_out(sentences: list[list[tuple[str, str]]]) -> tuple[str, dict[str, Range]]:
    """Return the text of the tokens, headline and date as lines of their own, and the range of each token."""
    text = ""
    places: dict[str, Range] = {}
    for number, sentence in enumerate(sentences):
        gap = "\n\n" if number <= HEAD_SENTENCES else " "
        for id, token in sentence:
            word = MARKS.get(token, token)
            close = gap == " " and (_CLOSING.fullmatch(word) or text.endswith(_OPENING))
            text += "" if close or not text else gap
            places[id] = (len(text), len(text) + len(word))
            text += word
            gap = " "
    return text, places
