"""A mention read: from the words of a source to its proper name, descriptor, head noun and what it hangs on.

"the Torvian trade ministry's spokesman, Ivo Brandt," becomes name *Ivo Brandt*, head *spokesman*, body *the Torvian
trade ministry*. Reading is by capital letters, word lists and the parser's names of persons; it decides no identity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from twosource.model import Span
from twosource.sources import words as lists
from twosource.sources.names import fold, is_initialism


class Form(StrEnum):
    """How a mention names its source."""

    PRONOUN = "pronoun"
    RELATIVE = "relative"  # "who", "which"
    NAME = "name"
    DESCRIPTION = "description"  # a common noun: "the agency", "two officials"
    JOINT = "joint"  # names side by side


class Word(NamedTuple):
    """A word of a mention. Offsets count in the report's stored text; hyphenated words are one."""

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str

    @property
    def low(self) -> str:
        """The word in lower case, without a full stop at its end."""
        return fold(self.text).rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it is written like a piece of a name."""
        return any(piece[:1].isupper() for piece in self.text.replace("’", "'").split("-")) and self.pos != "PUNCT"


@dataclass(frozen=True, slots=True)
class Described:
    """What a mention says about its source.

    ``head`` is the noun in the singular ("official"), ``words`` the folded content words beside it, ``owner`` whose it
    is ("Torvia's …"), ``body`` the place of the body that a spokesman speaks for, ``parts`` the places of the names of
    a joint source, ``rank`` the descriptor as written ("State media", "Mayor").
    """

    span: Span
    form: Form
    name: str = ""
    gloss: str = ""
    head: str = ""
    plural: bool = False
    determiner: str = ""
    words: frozenset[str] = frozenset()
    owner: str = ""
    rank: str = ""
    body: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def definite(self) -> bool:
        """Whether the mention points at something known: "the agency", "this ministry"."""
        return self.determiner in lists.DEFINITE


Range = tuple[int, int]


def describe(span: Span, words: Sequence[Word], persons: Sequence[Range] = ()) -> Described:
    """Read a mention from its words; ``persons`` are the places of names that the parser took for persons."""
    kept = _trim(list(words))
    if not kept:
        return Described(span, Form.DESCRIPTION, rank=span.text)
    low = kept[0].low
    if len(kept) == 1 and low in lists.PRONOUNS - lists.RELATIVES:
        return Described(span, Form.PRONOUN, head=low)
    if low in lists.RELATIVES and (len(kept) == 1 or low in {"who", "which", "whose", "whom"}):
        return Described(span, Form.RELATIVE, head=low)
    kept, gloss = _gloss(kept)
    kept = _before_relative(kept)
    segments = _segments(kept)
    if not segments:
        return Described(span, Form.DESCRIPTION, rank=span.text)
    parts = _coordinated(segments, persons)
    if len(parts) > 1:
        return Described(span, Form.JOINT, parts=tuple((part[0].start, part[-1].end) for part in parts))
    return replace(_apposed(span, segments, persons), gloss=gloss)


def singular(word: Word) -> str:
    """Return a noun in the singular: the parser's lemma, or the word itself less its ending in a headline."""
    low = word.low
    if low in lists.ROLES | lists.BODIES | lists.DOCUMENTS | lists.GROUPS | lists.PAPERS:
        return low
    known = lists.ROLES | lists.BODIES | lists.DOCUMENTS | lists.PAPERS | lists.ANONYMOUS_HEADS
    if low.endswith("men"):
        return f"{low[:-3]}man"
    for ending, other in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + other in known:
            return low[: -len(ending)] + other
    return fold(word.lemma) if word.tag == "NNS" else low


# --- cutting ------------------------------------------------------------------------------------------------------


def _trim(words: list[Word]) -> list[Word]:
    """Drop marks and joining words at both ends, and a possessive at the end ("Voss's claim")."""
    while words and (words[0].pos == "PUNCT" or words[0].low in {"but", "and", "or", "even", "while", "also"}):
        del words[0]
    while words and ((words[-1].pos == "PUNCT" and words[-1].text != ")") or words[-1].low in {"'s", "’s", "'", "’"}):
        del words[-1]
    return words


def _gloss(words: list[Word]) -> tuple[list[Word], str]:
    """Return the words without what stands in brackets, and the short name that stood there ("(TNA)")."""
    kept: list[Word] = []
    gloss, depth = "", 0
    for word in words:
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(word)
        elif not gloss and kept and is_initialism(word.text):
            gloss = word.text
    return _trim(kept), gloss


def _before_relative(words: list[Word]) -> list[Word]:
    """Return the words before a relative clause."""
    for place, word in enumerate(words):
        if (place and word.low in {"who", "which", "whose", "whom", "where"}) or (place > 1 and word.low == "that"):
            return words[:place]
    return words


def _segments(words: list[Word]) -> list[list[Word]]:
    """Return the stretches between commas and dashes, without empty ones; a "Jr." stays with its name."""
    segments: list[list[Word]] = [[]]
    for word in words:
        if word.text in {",", "—", "–", ";", ":"}:
            segments.append([])
        elif word.low in lists.SUFFIXES and not segments[-1] and len(segments) > 1:
            segments.pop()
            segments[-1].append(word)
        elif word.pos != "PUNCT" or word.text in {"&", "-"}:
            segments[-1].append(word)
    return [segment for segment in segments if segment]


def _coordinated(segments: list[list[Word]], persons: Sequence[Range]) -> list[list[Word]]:
    """Return the names that stand side by side, or one thing or none where it is no list of proper names."""
    parts: list[list[Word]] = []
    joined = False
    for number, segment in enumerate(segments):
        place = next((i for i, word in enumerate(segment) if word.low == "and"), None)
        left, right = (segment, []) if place is None else (segment[:place], segment[place + 1 :])
        if left and not _proper(left):
            if number == 0:
                return []
            continue  # an apposition, with an "and" of its own or without
        if place is not None and left and any(word.low in {"of", "for"} for word in left):
            return []  # "Ministry of Trade and Industry"
        if left:
            parts.append(left)
        if place is not None:
            if not right or not _proper(right):
                return []
            if any(start <= segment[0].start and right[-1].end <= end for start, end in persons):
                return []
            parts.append(right)
            joined = True
    return parts if joined else []


def _proper(words: list[Word]) -> bool:
    """Return whether the words are a proper name, with or without a title, and no common noun's modifiers."""
    inner = [word for word in words if word.low not in lists.DEFINITE | lists.PARTICLES | {"of", "for"}]
    if not inner or not all(word.capital or word.low in {"'s", "’s"} for word in inner):
        return False
    head = inner[-1]
    return not (singular(head) != head.low and singular(head) in lists.ROLES | lists.BODIES | lists.DOCUMENTS)


# --- reading ------------------------------------------------------------------------------------------------------


def _apposed(span: Span, segments: list[list[Word]], persons: Sequence[Range]) -> Described:
    """Read the first segment, and the second where it gives the name or the descriptor of the first."""
    main = _phrase(span, segments[0], persons)
    for segment in segments[1:3]:
        if segment[0].text[:1].isdigit():
            continue  # an age
        other = _phrase(span, segment, persons)
        if main.form is Form.DESCRIPTION and not main.plural and other.form is Form.NAME and _proper(segment):
            return replace(main, form=Form.NAME, name=other.name)
        if main.form is Form.NAME and not main.head and other.form is Form.DESCRIPTION and other.head:
            if other.plural and other.head not in lists.BODIES | lists.PAPERS:
                continue
            return replace(
                main, head=other.head, words=other.words, owner=other.owner, body=other.body, rank=other.rank
            )
        break
    return main


def _phrase(span: Span, words: list[Word], persons: Sequence[Range]) -> Described:
    """Read one noun phrase without commas."""
    determiner = ""
    if words[0].low in lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE:
        determiner, rest = words[0].low, words[1:]
    else:
        rest = words
    if not rest:
        return Described(span, Form.DESCRIPTION, head=words[0].low, plural=True, rank=words[0].text)
    cut = _preposition(rest)
    before, after = rest[:cut], rest[cut:]
    name = _name_tail(before, persons)
    if after and not name:
        far = _name_tail(after, persons)  # "Supervisor of Elections Mira Toll"
        if far and len(far) > 1 and _is_person(far, persons) and _proper(rest) and after[-1] is far[-1]:
            before, after, name = rest, [], far
    if len(name) == 1 and name[0].low in lists.BODIES | lists.PAPERS | lists.DOCUMENTS and len(before) == 1:
        name = []  # "the Ministry", "the Paper": taken up again, not named
    front = before[: len(before) - len(name)]
    if not name and (inner := _named_thing(before, persons)):
        name, front = inner, [word for word in before if word not in inner]
    return _built(span, determiner, front, name, after)


def _built(span: Span, determiner: str, front: list[Word], name: list[Word], after: list[Word]) -> Described:
    head_at = _head(front)
    head = singular(front[head_at]) if head_at is not None else ""
    plural = head_at is not None and not name and _is_plural(front[head_at])
    content = [
        word for word in [*front, *after] if _is_content(word) and (head_at is None or word is not front[head_at])
    ]
    owner_end = next((i for i, word in enumerate(front) if word.low in {"'s", "’s", "'", "’"}), None)
    owner = _text(span, [word for word in front[:owner_end] if _is_content(word)]) if owner_end else ""
    rank = _text(span, front if name else [*front, *after])
    return Described(
        span,
        Form.NAME if name else Form.DESCRIPTION,
        name=_text(span, name),
        head=head or ("" if name else fold(rank)),
        plural=plural,
        determiner=determiner,
        words=frozenset(fold(word.text).replace(".", "") for word in content),
        owner=owner,
        rank=rank,
        body=_body(front, head_at, after, owner_end) if head in lists.SPOKES else None,
    )


def _preposition(words: list[Word]) -> int:
    """Return where what follows the head starts: at the first preposition that is no part of a body's name."""
    for place, word in enumerate(words):
        if word.low in lists.POST_ADJECTIVES and place:
            return place
        if word.low not in lists.PREPOSITIONS or word.capital or not place:
            continue
        inside_name = word.low in {"of", "for", "on"} and words[place - 1].capital and place + 1 < len(words)
        if inside_name and singular(words[place - 1]) in lists.BODIES:
            following = words[place + 1] if words[place + 1].low != "the" else words[min(place + 2, len(words) - 1)]
            if following.capital:
                continue
        return place
    return len(words)


def _name_tail(words: list[Word], persons: Sequence[Range]) -> list[Word]:
    """Return the proper name at the end of the words."""
    if not words:
        return []
    for start, end in persons:
        inside = [word for word in words if start <= word.start and word.end <= end]
        if (
            len(inside) > 1
            and inside[-1] is words[-1]
            and all(word.capital or word.low in lists.PARTICLES for word in inside)
        ):
            return [word for word in inside if not _is_title(word) or word is inside[-1]]
    tail: list[Word] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        in_body = word.low in {"of", "for", "on", "and", "the", "&"} and tail and _ends_in_body(words[:place])
        particle = word.low in lists.PARTICLES and tail and not word.capital
        if not (in_body or particle or (word.capital and not _is_title(word))):
            break
        tail.insert(0, word)
    while tail and not tail[0].capital:
        del tail[0]
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
        if not (word.capital or word.low in {"of", "for", "the", "and"}):
            return False
    return False


def _named_thing(words: list[Word], persons: Sequence[Range]) -> list[Word]:
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
    return run if named and not _is_person(run, persons) else []


def _is_title(word: Word) -> bool:
    return word.low in lists.HONORIFICS or word.low in lists.ROLES or (word.low in lists.PAPERS and not word.capital)


def _is_person(words: list[Word], persons: Sequence[Range]) -> bool:
    return any(start <= words[0].start and words[-1].end <= end for start, end in persons)


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
