"""The names in a report where they stand, what each is, and which are surely places.

The parser's names come first; a name after a title that it passed over is added, and so is a person's name that it
saw elsewhere in the report and passed over here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Name, Paragraph, Report, Span, Token
from twosource.sources import vocabulary as lists
from twosource.sources.names import fold, is_country, is_full, is_initialism, same_place, words_of

_LONGEST_NAME = 4
"""Words of the longest name that is read after a title."""
_PARTNERS = frozenset(
    {"owner", "partner", "founder", "co-founder", "shareholder", "member", "sponsor", "source", "user"}
)
"""Roles that a body can have: a name behind them may be a body's."""
AGE_BEHIND = re.compile(r", (?:aged )?(\d{1,3})(?=[,.;)]| and )")
"""An age right behind a name: "Mira Toll, 45,"."""
AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old(?: [a-z-]{2,20}){0,3} \Z")
"""An age before a name: "45-year-old nurse Mira Toll"."""
_AGE = 60
"""Code points before a name in which an age is looked for."""
_DANGLING = re.compile(r"(?: (?:and|of|for|the)){1,3}\Z")
"""Small words at the end of what the parser took for a name."""
_TITLE = 16
"""Code points before a name in which its title is looked for."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name where it stands: its place, what the parser takes it for, and how strongly it is placed.

    ``subject`` says that it is the grammatical subject, ``quoted`` that it stands between quotation marks.
    """

    text: str
    start: int
    end: int
    kind: str
    paragraph: int
    sentence: tuple[int, int]
    subject: bool
    quoted: bool


def surnames_of(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the folded surnames of the persons whom the paragraphs name in full or behind a title."""
    found: set[str] = set()
    for paragraph in paragraphs:
        for name in [*paragraph.parse.names, *_titled(paragraph)]:
            titled = _after_title(paragraph, name.start + paragraph.start)
            if name.kind == "person" or titled:
                words = words_of(paragraph.parse.text[name.start : name.end])
                if words and (len(words) > 1 or titled) and not is_initialism(words[-1]):
                    found.add(words[-1])
    return frozenset(found)


def full_names_of(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the full names of the persons in the paragraphs, as the parser sees them, in headlines too."""
    names = [(paragraph.parse.text[n.start : n.end], n.kind) for paragraph in paragraphs for n in paragraph.parse.names]
    bare = [text.removesuffix("'s").removesuffix("’s") for text, kind in names if kind == "person"]
    return frozenset(text for text in bare if is_full(text))


def read_uses(
    report: Report,
    paragraphs: Sequence[Paragraph],
    sources: Sequence[Span],
    marked: Sequence[tuple[int, int]],
    surnames: frozenset[str] = frozenset(),
) -> tuple[tuple[NameUse, ...], dict[str, str], frozenset[str]]:
    """Return the names of a report in text order, what each name is, and which are surely places.

    :param sources: the sources of statements: a name is cut where a source starts inside it.
    :param marked: the ranges between quotation marks.
    :param surnames: folded surnames of the persons of the story.
    """
    sources = sorted(sources)
    uses: list[NameUse] = []
    for index, paragraph in enumerate(paragraphs):
        for name in [*paragraph.parse.names, *_titled(paragraph)]:
            place = _clipped(name.start + paragraph.start, name.end + paragraph.start, sources)
            if name.kind == "person":
                place = _without_seat(paragraph, *place)
            country = name.kind == "person" and is_country(paragraph.parse.text, name.start, name.end, surnames)
            found = _use(report, paragraph, index, place, "place" if country else name.kind, marked)
            if found:
                uses.append(found)
    kinds, places = _kinds(paragraphs, uses, surnames)
    seen: dict[int, list[NameUse]] = {}
    for use in uses:
        seen.setdefault(use.paragraph, []).append(use)
    for index, paragraph in enumerate(paragraphs):
        for start, end in _missed(paragraph, kinds, seen.get(index, [])):
            found = _use(report, paragraph, index, (start, end), "person", marked)
            if found:
                uses.append(found)
    return tuple(sorted(uses, key=lambda use: (use.start, use.end))), kinds, places


def _use(
    report: Report,
    paragraph: Paragraph,
    index: int,
    place: tuple[int, int],
    kind: str,
    marked: Sequence[tuple[int, int]],
) -> NameUse | None:
    start, end = place
    text = _DANGLING.sub("", report.text[start:end].strip(" ,'’\"“”"))
    if not text:
        return None
    start += report.text[start:end].index(text)
    end = start + len(text)
    text = text.removesuffix("'s").removesuffix("’s")
    return NameUse(
        text,
        start,
        start + len(text),
        "person" if _is_told(paragraph, start, end, kind) else kind,
        index,
        sentence_of(paragraph, start),
        _is_subject(paragraph, start, end),
        _inside(start, marked),
    )


def _inside(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Return whether an offset lies in one of the ranges, which are in order and apart."""
    place = bisect_right(ranges, offset, key=lambda found: found[0]) - 1
    return place >= 0 and offset < ranges[place][1]


def _missed(paragraph: Paragraph, kinds: Mapping[str, str], uses: Sequence[NameUse]) -> list[tuple[int, int]]:
    """Return where names of persons stand that the parser took for persons elsewhere in the report alone."""
    covered = {place for use in uses for place in range(use.start, use.end)}
    found: list[tuple[int, int]] = []
    for token in paragraph.parse.tokens:
        start, end = token.start + paragraph.start, token.end + paragraph.start
        is_name = token.tag in {"NNP", "NNPS"} and token.text[:1].isupper() and kinds.get(fold(token.text)) == "person"
        if not is_name or start in covered:
            continue
        if found and found[-1][1] + 1 >= start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_told(paragraph: Paragraph, start: int, end: int, kind: str) -> bool:
    """Return whether the words beside a name tell a person: a title, a role right before it, an age on either side."""
    if _after_title(paragraph, start):
        return True
    text, first, last = paragraph.parse.text, start - paragraph.start, end - paragraph.start
    if kind == "people" or set(words_of(text[first:last])) & lists.BODIES or " " not in text[first:last]:
        return False
    before = text[max(0, first - _TITLE) : first].split()
    role = before[-1:] if text[:first].endswith(" ") else []
    return bool(AGE_BEHIND.match(text, last) or AGE_BEFORE.search(text, max(0, first - _AGE), first)) or (
        bool(role) and role[0] in lists.ROLES - _PARTNERS
    )


def _after_title(paragraph: Paragraph, start: int) -> bool:
    """Return whether "Mr" or a capitalised "President" stands right before an offset: what follows is a person."""
    before = paragraph.parse.text[max(0, start - paragraph.start - _TITLE) : start - paragraph.start]
    last = before.split()[-1:] if before.endswith(" ") else []
    low = fold(last[0]).rstrip(".") if last else ""
    return low in lists.ADDRESS or (low in lists.TITLES and last[0][:1].isupper())


def _titled(paragraph: Paragraph) -> list[Name]:
    """Return the names after a title that the parser took for no name at all: "King Edmar Toll"."""
    tokens = paragraph.parse.tokens
    covered = [(name.start, name.end) for name in paragraph.parse.names]
    found = []
    for place, token in enumerate(tokens):
        low = fold(token.text).rstrip(".")
        if low not in lists.TITLES or not token.text[:1].isupper():
            continue
        last = place
        while last + 1 < len(tokens) and last - place < _LONGEST_NAME and _is_name_word(tokens[last + 1]):
            last += 1
        start, end = tokens[min(place + 1, last)].start, tokens[last].end
        if last > place and not any(start < there and here < end for here, there in covered):
            found.append(Name(start, end, "person"))
    return found


def _is_name_word(token: Token) -> bool:
    low = fold(token.text)
    return token.tag == "NNP" and token.text[:1].isupper() and low not in lists.ROLES | lists.BODIES


def _clipped(start: int, end: int, sources: Sequence[Span]) -> tuple[int, int]:
    """Return a name's range without the source that begins inside it: the parser runs names of neighbours together."""
    low = bisect_right(sources, start, key=lambda source: source.start)
    for source in sources[low : bisect_left(sources, end, key=lambda source: source.start)]:
        if start < source.start < end < source.end:
            end = source.start
    return start, end


def _without_seat(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """Return a person's range without the place of the office before it: "Mayor of Kesh Odo Brandt"."""
    before = paragraph.parse.text[max(0, start - paragraph.start - _TITLE) : start - paragraph.start].split()
    text = paragraph.parse.text[start - paragraph.start : end - paragraph.start]
    first = text.split(" ", 1)[0]
    office = before[-1:] == ["of"] and fold(before[-2] if len(before) > 1 else "") in lists.ROLES
    return (start + len(first) + 1, end) if office and text.count(" ") > 1 else (start, end)


def sentence_of(paragraph: Paragraph, offset: int) -> tuple[int, int]:
    """Return start and end, in the stored text, of the sentence of a paragraph around an offset."""
    sentences = paragraph.parse.sentences
    place = bisect_right(sentences, offset - paragraph.start, key=lambda sentence: sentence.end)
    if place == len(sentences):
        return paragraph.start, paragraph.end
    return sentences[place].start + paragraph.start, sentences[place].end + paragraph.start


def _is_subject(paragraph: Paragraph, start: int, end: int) -> bool:
    """Return whether a word of the range is a subject whose head stands outside it."""
    tokens = paragraph.parse.tokens
    low = bisect_left(tokens, start - paragraph.start, key=lambda token: token.start)
    inside = range(low, bisect_right(tokens, end - paragraph.start, key=lambda token: token.end))
    return any(tokens[i].dep in {"nsubj", "nsubjpass"} and tokens[i].head not in inside for i in inside)


def _kinds(
    paragraphs: Sequence[Paragraph], names: Sequence[NameUse], known: Collection[str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return what each name of the report is, by majority, and which are surely places.

    :param known: folded surnames of the persons of the story: a name among them is a person's in this report too.
    """
    votes: dict[str, Counter[str]] = {}
    for name in names:
        words = words_of(name.text)
        if words and words[0] == "the":
            words = words[1:]
        votes.setdefault(" ".join(words), Counter())[name.kind] += 1
        if name.kind == "person" and len(words) > 1 and not is_initialism(words[-1]):
            for word in {words[0], words[-1]}:
                votes.setdefault(word, Counter())["person"] += 1
    proper = {fold(t.text) for p in paragraphs for t in p.parse.tokens if t.tag == "NNP" and t.text[:1].isupper()}
    persons = {name for name, found in votes.items() if found["person"]}
    sure = _sure_places(paragraphs, {*votes, *proper}, persons)
    for name_ in sure:
        # worth more than one guess of the parser, less than a name seen often
        votes.setdefault(name_, Counter())["place"] += 2
    order = ("person", "organisation", "place", "people")
    kinds = {name: max(order, key=lambda kind: (found[kind], -order.index(kind))) for name, found in votes.items()}
    full = [words_of(name.text) for name in names if name.kind == "person"]
    surnames = {words[-1] for words in full if len(words) > 1 and not is_initialism(words[-1])}
    guesses = {name for name, found in votes.items() if found["place"] < found.total() / 2}
    surnames = (surnames | (guesses & set(known))) - sure
    surnames |= {name for name, kind in kinds.items() if kind == "organisation" and _ends_in_one(name.split(), known)}
    kinds.update(dict.fromkeys(proper & set(known) - sure - set(kinds), "person"))
    return {name: "person" if name in surnames else kind for name, kind in kinds.items()}, sure


def _ends_in_one(words: Sequence[str], surnames: Collection[str]) -> bool:
    """Return whether a name that the parser takes for a body's ends in a person's surname, one or the first of two."""
    last = words[-1:] if len(words) < 3 else words[-2:]
    return len(words) > 1 and any(word in surnames for word in last) and not set(words) & lists.GENERAL


def _sure_places(paragraphs: Sequence[Paragraph], names: set[str], persons: set[str]) -> frozenset[str]:
    """Return the names with a people of their own in the report ("Torvian"), or after "in" and no person's."""
    by_start: dict[str, list[str]] = {}
    for adjective in sorted(
        {fold(t.text) for p in paragraphs for t in p.parse.tokens if t.tag.startswith("JJ") and t.text.istitle()}
    ):
        by_start.setdefault(adjective[:3], []).append(adjective)
    after_in = {
        fold(token.text)
        for before, token in _pairs(paragraphs)
        if before.text.casefold() in {"in", "near", "outside"} and token.text[:1].isupper()
    }
    return frozenset(
        name
        for name in names
        if (name in after_in and name not in persons)
        or any(a != name and same_place(name, a) for a in by_start.get(name[:3], []))
    )


def _pairs(paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Token, Token]]:
    for paragraph in paragraphs:
        yield from zip(paragraph.parse.tokens, paragraph.parse.tokens[1:], strict=False)
