"""A mention read: from the words of a source to its proper name, descriptor, head noun and what it hangs on.

"the Torvian trade ministry's spokesman, Ivo Brandt," becomes name *Ivo Brandt*, head *spokesman*, body *the Torvian
trade ministry*. Reading is by capital letters, word lists and the parser's names of persons; it decides no identity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from twosource.model import Span
from twosource.sources import words as lists
from twosource.sources.cutting import (
    Range,
    Word,
    before_relative,
    coordinated,
    cut_gloss,
    cut_segments,
    proper,
    singular,
    trim,
)
from twosource.sources.described import Described, Form
from twosource.sources.names import fold, is_initialism

_SURNAMED = frozenset({"mr", "mrs", "ms", "miss", "dr", "dame", "sir"})
"""Titles that a surname follows at once."""


class _Context(NamedTuple):
    """What the report knows of its names."""

    persons: Sequence[Range]
    bodies: Sequence[Range]
    known: frozenset[str]

    def whole_body(self, words: list[Word]) -> list[Word]:
        """Return the words where they are an organisation's name with a small word in it: "Citizens for the Lake"."""
        joined = any(word.low in {"for", "of", "to", "and"} for word in words)
        whole = any(start <= words[0].start and words[-1].end == end for start, end in self.bodies) if words else False
        return words if joined and whole and words[0].capital else []

    def inside_body(self, word: Word) -> bool:
        """Return whether a word stands inside an organisation's name, and not at its start."""
        return any(start < word.start and word.end < end for start, end in self.bodies)


def describe(
    span: Span,
    words: Sequence[Word],
    persons: Sequence[Range] = (),
    bodies: Sequence[Range] = (),
    known: frozenset[str] = frozenset(),
) -> Described:
    """Read a mention from its words.

    :param persons: the places of names that the parser took for persons.
    :param bodies: the places of names that it took for organisations.
    :param known: the names of the report, folded: a word among them is a name, whatever the parser makes of it here.
    """
    kept = trim(list(words))
    if not kept:
        return Described(span, Form.DESCRIPTION, rank=span.text)
    low = kept[0].low
    if len(kept) == 1 and low in lists.PRONOUNS - lists.RELATIVES:
        return Described(span, Form.PRONOUN, head=low)
    if low in lists.RELATIVES and (len(kept) == 1 or low in {"who", "which"}):
        return Described(span, Form.RELATIVE, head=low)
    kept, gloss = cut_gloss(kept)
    kept = before_relative(kept)
    segments = cut_segments(kept)
    if not segments:
        return Described(span, Form.DESCRIPTION, rank=span.text)
    parts = coordinated(segments, [*persons, *bodies], known)
    if len(parts) > 1:
        return Described(span, Form.JOINT, parts=tuple((part[0].start, part[-1].end) for part in parts))
    context = _Context(persons, bodies, known)
    described = _apposed(span, segments, context)
    if described.form is Form.NAME or not gloss:
        return replace(described, gloss=gloss)
    if _preposition(segments[0], context) < len(segments[0]):
        return described  # "findings of the Kesh Port Authority (KPA)": the short name is another's
    return replace(described, form=Form.NAME, name=gloss)


def _apposed(span: Span, segments: list[list[Word]], context: _Context) -> Described:
    """Read the first segment, and the second where it gives the name or the descriptor of the first."""
    main = _phrase(span, segments[0], context)
    for segment in segments[1:3]:
        if segment[0].text[:1].isdigit():
            continue  # an age
        other = _phrase(span, segment, context)
        if main.form is Form.DESCRIPTION and not main.plural and other.form is Form.NAME and proper(segment):
            return replace(main, form=Form.NAME, name=other.name)
        if main.form is Form.NAME and not main.head and other.form is Form.DESCRIPTION and other.head:
            if other.plural and other.head not in lists.BODIES | lists.PAPERS:
                continue
            return replace(
                main, head=other.head, words=other.words, owner=other.owner, body=other.body, rank=other.rank
            )
        break
    return main


def _phrase(span: Span, words: list[Word], context: _Context) -> Described:
    """Read one noun phrase without commas."""
    determiner = ""
    if words[0].low in lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE:
        determiner, rest = words[0].low, words[1:]
    else:
        rest = words
    if not rest:
        return Described(span, Form.DESCRIPTION, head=words[0].low, plural=True, rank=words[0].text)
    cut = _preposition(rest, context)
    before, after = rest[:cut], rest[cut:]
    name = context.whole_body(before) or _name_tail(before, context)
    if after and not name:
        far = _name_tail(after, context)  # "Supervisor of Elections Mira Toll"
        if far and len(far) > 1 and _is_person(far, context) and proper(rest) and after[-1] is far[-1]:
            before, after, name = rest, [], far
    general = len(name) == 1 and name[0].low in lists.BODIES | lists.PAPERS | lists.DOCUMENTS
    if general and (len(before) == 1 or before[-2].low in {"'s", "’s"}):
        name = []  # "the Ministry", "Voss's Paper": taken up again, not named
    front = before[: len(before) - len(name)]
    if name and _several(front):
        name, front = [], before  # "the campaign and the Union": several, with no name in common
    if not name and (inner := _named_thing(before, context)):
        name, front = inner, [word for word in before if word not in inner]
    return _built(span, determiner, front, name, after)


def _built(span: Span, determiner: str, front: list[Word], name: list[Word], after: list[Word]) -> Described:
    head_at = _head(front)
    head = singular(front[head_at]) if head_at is not None else ""
    plural = head_at is not None and not name and (_several(front) or _is_plural(front[head_at]))
    content = [
        word for word in [*front, *after] if _is_content(word) and (head_at is None or word is not front[head_at])
    ]
    owner_end = next((i for i, word in enumerate(front) if word.low in {"'s", "’s", "'", "’"}), None)
    owner = _text(span, [word for word in front[:owner_end] if _is_content(word)]) if owner_end else ""
    rank = _text(span, front if name else [*front, *after])
    if name and owner and all(_is_general(word) for word in name):
        name = [*front, *name]  # "Torvia's Foreign Ministry": without its owner it names nobody
        while name[0].low in lists.DEFINITE | lists.INDEFINITE:
            name = name[1:]
    return Described(
        span,
        Form.NAME if name else Form.DESCRIPTION,
        name=_text(span, name),
        head=head or ("" if name else fold(rank)),
        plural=plural or bool(name and name[-1].tag == "NNPS" and name[-1].low.endswith("s")),
        determiner=determiner,
        words=frozenset(fold(word.text).replace(".", "") for word in content),
        owner=owner,
        rank=rank,
        body=_body(front, head_at, after, owner_end) if head in lists.SPOKES else None,
    )


def _several(front: list[Word]) -> bool:
    """Return whether an "and" joins two sources, and not two roles of one ("author and former senator")."""
    place = next((i for i, word in enumerate(front) if word.low == "and"), None)
    if not place or place + 1 >= len(front):
        return place is not None
    before, after = front[place - 1], front[place + 1]
    named = before.capital and not _is_title(front, before)
    return named or _is_plural(before) or after.low in lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE


def _preposition(words: list[Word], context: _Context) -> int:
    """Return where what follows the head starts: at the first preposition that is no part of a body's name."""
    for place, word in enumerate(words):
        if word.low in lists.POST_ADJECTIVES and place:
            return place
        if word.low not in lists.PREPOSITIONS or word.capital or not place or context.inside_body(word):
            continue
        inside_name = word.low in {"of", "for", "on"} and words[place - 1].capital and place + 1 < len(words)
        if inside_name and singular(words[place - 1]) in lists.BODIES:
            following = (
                words[place + 1]
                if words[place + 1].low not in {"the", "a", "an"}
                else words[min(place + 2, len(words) - 1)]
            )
            if following.capital:
                continue
        return place
    return len(words)


def _name_tail(words: list[Word], context: _Context) -> list[Word]:
    """Return the proper name at the end of the words."""
    if not words:
        return []
    for start, end in context.persons:
        inside = [word for word in words if start <= word.start and word.end <= end]
        if (
            len(inside) > 1
            and inside[-1] is words[-1]
            and all(word.capital or word.low in lists.PARTICLES for word in inside)
        ):
            return [word for i, word in enumerate(inside) if i == len(inside) - 1 or not _is_title(words, word)]
    if len(words) == 1 and words[0].capital and words[0].low in context.known:
        return words  # a surname that is a role elsewhere: "Dean", "King"
    tail: list[Word] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        joining = word.low in {"of", "for", "on", "and", "the", "a", "&"} and tail
        in_body = joining and (context.inside_body(word) or _ends_in_body(words[:place]))
        particle = word.low in lists.PARTICLES and tail and not word.capital
        if not (in_body or particle or (word.capital and not _is_title(words, word))):
            break
        tail.insert(0, word)
    while tail and not tail[0].capital:
        del tail[0]
    common = len(tail) == 1 and tail[0] is words[0] and tail[0].tag in {"NN", "NNS"} and tail[0].text.istitle()
    if common and tail[0].low not in context.known:
        return []  # a common noun at the start of its sentence
    if tail and not words[-1].capital:
        return []
    if tail and singular(tail[-1]) != tail[-1].low and singular(tail[-1]) in lists.ROLES | lists.DOCUMENTS:
        return []  # a headline's "Torvian Officials"
    return tail


def _ends_in_body(words: list[Word]) -> bool:
    """Return whether the words end in a body's name that can go on with "of" or "and"."""
    for word in reversed(words):
        if singular(word) in lists.BODIES and word.capital:
            return True
        if not (word.capital or word.low in {"of", "for", "the", "a", "and"}):
            return False
    return False


def _named_thing(words: list[Word], context: _Context) -> list[Word]:
    """Return the name inside "the TNA news agency" or "the Kesh Courier newspaper": a name before its own kind."""
    if not words or words[-1].capital or singular(words[-1]) not in lists.PAPERS | {"agency", "service", "wire"}:
        return []
    run: list[Word] = []
    for word in words:
        if word.capital and not (word.tag.startswith("JJ") or word.pos == "ADJ"):
            run.append(word)
        elif run and word.low in {"'s", "’s"}:
            return []  # "Torvia's news agency" is owned, not named
        elif run:
            break
    named = len(run) > 1 or any(is_initialism(word.text) for word in run)
    return run if named and not _is_person(run, context) else []


def _is_title(words: list[Word], word: Word) -> bool:
    """Return whether a word is a title or a role before a name, and no surname ("Mr King")."""
    place = words.index(word)
    if place and words[place - 1].low in _SURNAMED and word.capital:
        return False
    return word.low in lists.HONORIFICS or word.low in lists.ROLES or (word.low in lists.PAPERS and not word.capital)


def _is_general(word: Word) -> bool:
    return lists.WORD_TWINS.get(word.low, word.low) in lists.GENERAL or word.low in {"of", "for", "the", "and"}


def _is_person(words: list[Word], context: _Context) -> bool:
    return any(start <= words[0].start and words[-1].end <= end for start, end in context.persons)


def _is_content(word: Word) -> bool:
    skipped = lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE | lists.PREPOSITIONS | {"'s", "’s", "'", "’", "and"}
    return word.low not in skipped and any(letter.isalnum() for letter in word.text)


def _is_plural(word: Word) -> bool:
    return word.tag in {"NNS", "NNPS"} or singular(word) != word.low or word.low in {"people", "police", "many", "some"}


def _head(words: list[Word]) -> int | None:
    """Return the index of the head noun: the last word of the phrase that can be one."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].low not in {"'s", "’s", "'", "’", "and"} and any(map(str.isalpha, words[place].text)):
            return place
    return None


def _body(front: list[Word], head_at: int | None, after: list[Word], owner_end: int | None) -> tuple[int, int] | None:
    """Return the place of the body that a spokesman speaks for."""
    if head_at is None or any(word.low in lists.FORMER for word in front[:head_at]):
        return None
    if after and after[0].low in {"for", "of"}:
        behind = after[1:]
        stop = next((i for i, word in enumerate(behind) if word.low in lists.PREPOSITIONS - {"of", "for"}), len(behind))
        chosen = behind[:stop]
    else:
        chosen = front[:owner_end] if owner_end else [word for word in front[:head_at] if word.low not in lists.RANKS]
    while chosen and chosen[0].low in lists.DEFINITE | lists.INDEFINITE:
        chosen = chosen[1:]
    if not chosen or chosen[0].low in lists.POSSESSIVE or all(word.tag == "JJ" for word in chosen):
        return None
    return chosen[0].start, chosen[-1].end


def _text(span: Span, words: list[Word]) -> str:
    """Return the text from the first to the last of the words, as it stands in the report."""
    if not words:
        return ""
    return span.text[words[0].start - span.start : words[-1].end - span.start]
