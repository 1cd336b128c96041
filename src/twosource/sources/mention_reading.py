"""A mention read: from the words of a source to its proper name, descriptor, head noun and what it hangs on.

"the Torvian trade ministry's spokesman, Ivo Brandt," becomes name *Ivo Brandt*, head *spokesman*, body *the Torvian
trade ministry*. Reading is by capital letters, word lists and the parser's names of persons; it decides no identity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Span
from twosource.sources import vocabulary as lists
from twosource.sources.cutting import (
    Range,
    Word,
    before_relative,
    coordinated,
    cut_gloss,
    cut_segments,
    proper,
    role_of,
    singular,
    trim,
)
from twosource.sources.mention import Described, Form
from twosource.sources.names import fold
from twosource.sources.phrase_names import NameContext, is_person, is_title, name_tail, named_thing

_AGED = re.compile(r"(\d{1,3})-year-old\Z")
_QUOTES = "'’‘“”\""
_NOT_AFTER_PARTICIPLE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
"""Tags of words before which a participle is an adjective ("a recently signed decree")."""


_STATE_BODY = frozenset("state official news agency media television tv radio press".split())
"""Words of which "state media" and "official news agency" are made, with a capital or without."""


def describe(
    span: Span,
    words: Sequence[Word],
    persons: Sequence[Range] = (),
    bodies: Sequence[Range] = (),
    known: frozenset[str] = frozenset(),
    places: frozenset[str] = frozenset(),
) -> Described:
    """Read a mention from its words.

    :param persons: the places of names that the parser took for persons.
    :param bodies: the places of names that it took for organisations.
    :param known: the names of the report, folded: a word among them is a name, whatever the parser makes of it here.
    :param places: folded words of the places and peoples of the report.
    """
    kept = trim(list(words))
    if not kept:
        return Described(span, Form.DESCRIPTION, rank=span.text)
    low = kept[0].low.strip(_QUOTES)
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
    context = NameContext(persons, bodies, known, places)
    described = replace(_apposed(span, segments, context), age=_age(segments))
    if described.form is Form.NAME or not gloss:
        return replace(described, gloss=gloss)
    if _preposition(segments[0], context) < len(segments[0]):
        return described  # "findings of the Kesh Port Authority (KPA)": the short name is another's
    return replace(described, form=Form.NAME, name=gloss)


def _age(segments: list[list[Word]]) -> int:
    """Return the age that a mention gives: "the 45-year-old", "Mira Toll, 45"."""
    for segment in segments:
        if (
            len(segment) == 1
            and segment[0].text.isdecimal()
            and len(segment[0].text) < 4
            and segment is not segments[0]
        ):
            return int(segment[0].text)
        for word in segment:
            if found := _AGED.match(word.low):
                return int(found.group(1))
    return 0


def _apposed(span: Span, segments: list[list[Word]], context: NameContext) -> Described:
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


def _phrase(span: Span, words: list[Word], context: NameContext) -> Described:
    """Read one noun phrase without commas."""
    determiner = ""
    if words[0].low in lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE:
        determiner, rest = words[0].low, words[1:]
    else:
        rest = words
    if not rest:
        return Described(span, Form.DESCRIPTION, head=words[0].low, plural=True, rank=words[0].text)
    cut = len(rest) if determiner and _role_after_name(rest) else _preposition(rest, context)
    before, after = rest[:cut], rest[cut:]
    name = context.whole_body(before) or name_tail(before, context)
    if after and not name:
        far = name_tail(after, context)  # "Supervisor of Elections Mira Toll"
        if far and len(far) > 1 and is_person(far, context) and proper(rest) and after[-1] is far[-1]:
            before, after, name = rest, [], far
    general = len(name) == 1 and name[0].low in lists.BODIES | lists.PAPERS | lists.DOCUMENTS
    if general and (len(before) == 1 or before[-2].low in {"'s", "’s"} or not before[-2].capital):
        name = []  # "the Ministry", "Voss's Paper", "state TV": taken up again, not named
    if name and not determiner and {word.low for word in name} <= _STATE_BODY:
        name = []  # "State agency" where damaged text begins its sentence anew: no name
    front = before[: len(before) - len(name)]
    if name and _several(front):
        name, front = [], before  # "the campaign and the Union": several, with no name in common
    if not name and (inner := named_thing(before, context)):
        name, front = inner, [word for word in before if word not in inner]
    return _built(span, determiner, front, name, after)


def _built(span: Span, determiner: str, front: list[Word], name: list[Word], after: list[Word]) -> Described:
    owned = bool(name) and bool(front) and front[-1].low in {"'s", "’s", "'", "’"}  # "the bank's Ivo Brandt": no head
    head_at = None if owned else _head(front)
    head, ended = role_of(singular(front[head_at])) if head_at is not None else ("", False)
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
        words=frozenset([*(fold(word.text).replace(".", "") for word in content), *(["former"] if ended else [])]),
        owner=owner,
        rank=rank,
        body=_body(front, head_at, after, owner_end) if head in lists.SPOKES else _outlet(front, owner_end, name),
    )


def _outlet(front: list[Word], owner_end: int | None, name: list[Word]) -> tuple[int, int] | None:
    """Return the place of the outlet whose reporter is named: "the Ostrel Gazette's Piet Lowen"."""
    owner = [word for word in front[:owner_end] if word.capital] if owner_end else []
    telling = lists.PAPER_NAMES | lists.OUTLET_NAMES | lists.ON_AIR
    if len(name) < 2 or len(owner) < 2 or owner_end != len(front) - 1 or not {word.low for word in owner} & telling:
        return None
    return owner[0].start, owner[-1].end


def _role_after_name(words: list[Word]) -> bool:
    """Return whether a role ends a phrase that is otherwise a body's name: "a Ferries for Kesh spokesman"."""
    if len(words) < 2 or words[-1].capital or singular(words[-1]) not in lists.ROLES:
        return False
    return all(word.capital or word.low in {"of", "for", "and", "the"} for word in words[:-1]) and words[0].capital


def _several(front: list[Word]) -> bool:
    """Return whether an "and" joins two sources, and not two roles of one ("author and former senator")."""
    place = next((i for i, word in enumerate(front) if word.low == "and"), None)
    if not place or place + 1 >= len(front):
        return place is not None
    before, after = front[place - 1], front[place + 1]
    if {before.low, after.low} <= lists.HONORIFICS:
        return True  # "Mr and Mrs Voss"
    named = before.capital and not is_title(front, before)
    return named or _is_plural(before) or after.low in lists.DEFINITE | lists.INDEFINITE | lists.POSSESSIVE


def _preposition(words: list[Word], context: NameContext) -> int:
    """Return where what follows the head starts: at the first preposition that is no part of a body's name."""
    for place, word in enumerate(words):
        if place and (word.low in lists.POST_ADJECTIVES or _is_participle(words, place)):
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


def _is_participle(words: list[Word], place: int) -> bool:
    """Return whether a participle follows the head of a phrase: "a decree signed by the mayor"."""
    word, following = words[place], words[place + 1 : place + 2]
    if word.tag not in {"VBN", "VBD", "VBG"} or word.capital or words[place - 1].tag.startswith(("JJ", "RB", "CD")):
        return False
    return not following or following[0].tag not in _NOT_AFTER_PARTICIPLE


def _is_general(word: Word) -> bool:
    return lists.WORD_TWINS.get(word.low, word.low) in lists.GENERAL or word.low in {"of", "for", "the", "and"}


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
