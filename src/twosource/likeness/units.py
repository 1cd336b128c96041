"""What a stretch of text says, taken apart for comparison: the features that likeness is judged by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from twosource.language.encoder import Encoder, MiniLm, Vectors
from twosource.likeness.acts import Act, acts, told_of
from twosource.likeness.calendars import Dates, dates
from twosource.likeness.figures import Figure, figures, sizes
from twosource.likeness.modality import Modality, is_negated, modality, negated_heads
from twosource.likeness.moods import cues
from twosource.likeness.names import Named, names, slot_of
from twosource.likeness.parties import Party, parties
from twosource.likeness.reading import reading
from twosource.likeness.tree import SUBJECTS, Tree
from twosource.likeness.words import EMPTY_LEMMAS, FUTURE_VERBS, TITLES, WEEKDAYS
from twosource.model import Paragraph, Parse, Span, Token

__all__ = ["SUBJECTS", "Party", "Unit", "unit", "with_vectors"]

REMEMBERED = 65_536
"""Words whose form for comparison is kept in memory: those of a story meet again and again."""
TITLE_CASE_WORDS = 2
"""A stretch of more meaning words than this, all capitalised, is in title case; "Voss, Arvale" is not."""
CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text and what it says.

    ``words`` are its words in lower case, without marks. ``content`` are the lemmas that carry its meaning, names and
    figures left out. ``predicate`` is the lemma of its main verb, or of what "is" says. ``slots`` are content words
    with their part in the sentence. ``acts`` are all that is told to be
    done or to be so. ``reading`` is the stretch as a sentence of its own, with who it is about put in front
    (:mod:`twosource.likeness.reading`): for a judge, its words need not stand in the text. ``lemmas`` and ``places``
    go with ``words``: their lemmas, and the tokens of the paragraph that they are. ``nouns`` are the lemmas of nouns,
    ``sizes`` the figures that are told by their size alone ("dozens"), ``denials`` is the number of words that can
    negate, ``moods`` the modalities that its words can give. ``speakers`` are the source ids of the chain around it.
    ``vector`` is set by :func:`with_vectors`.
    """

    span: Span
    words: tuple[str, ...]
    content: frozenset[str]
    names: tuple[Named, ...]
    figures: tuple[Figure, ...]
    dates: Dates
    negated: bool
    negated_words: frozenset[str]
    modality: Modality
    predicate: str
    agent: Party
    patient: Party
    slots: frozenset[tuple[str, str, str]] = frozenset()
    acts: tuple[Act, ...] = ()
    reading: str = ""
    places: tuple[int, ...] = ()
    lemmas: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    sizes: tuple[Figure, ...] = ()
    denials: int = 0
    moods: tuple[Modality, ...] = ()
    title_case: bool = False
    speakers: tuple[str, ...] = ()
    vector: Vectors | None = field(default=None, compare=False, repr=False)


def unit(
    paragraph: Paragraph,
    span: Span,
    speakers: Sequence[str] = (),
    identities: Mapping[tuple[str, ...], str] | None = None,
    said_by: str = "",
) -> Unit:
    """Return what ``span``, a stretch inside ``paragraph``, says.

    ``identities`` maps name keys (:func:`twosource.likeness.names.key`) to one id for all names of one thing.
    ``said_by`` is the name of the innermost speaker, who "I" is, "" where that is not known.
    """
    tokens = paragraph.parse.tokens
    start, end = span.start - paragraph.start, span.end - paragraph.start
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = max(bisect_right(tokens, end, key=lambda token: token.end), first)
    run = tokens[first:last]
    tree = Tree(paragraph.parse, first, last)
    named = names(paragraph.parse, first, last, identities)
    in_name = {i for name in named for i in range(name.first, name.last)}
    root = tree.root()
    act = _act(tree, root)
    around = _named_around(paragraph.parse, first, last, named, identities)
    agent, patient = parties(tree, act, around) if run else (Party(), Party())
    predicate = told_of(tree, act) if run and tokens[act].pos != "PROPN" else ""
    counted = [tokens[t.head].lemma if t.dep in {"nummod", "quantmod"} else None for t in run]
    counted = [_counted(tokens, first + i) if c is not None else None for i, c in enumerate(counted)]
    meaning = {i: None for i, token in enumerate(run, first) if _is_content(token)}
    words = [_word(token.text) for token in run]
    worded = [i for i, word in enumerate(words) if word]
    lemmas = tuple(run[i].lemma for i in worded)
    denials, moods = cues(tuple(words[i] for i in worded), lemmas)
    return Unit(
        span=span,
        words=tuple(words[i] for i in worded),
        places=tuple(first + i for i in worded),
        lemmas=lemmas,
        reading=reading(paragraph.parse, tree, said_by),
        sizes=sizes(run),
        nouns=frozenset(token.lemma for token in run if token.pos == "NOUN"),
        denials=denials,
        moods=moods,
        content=frozenset(tokens[i].lemma for i in meaning if i not in in_name or tokens[i].pos != "PROPN"),
        names=named,
        figures=figures(run, counted),
        dates=dates(run),
        negated=is_negated(tree, root),
        negated_words=negated_heads(tree),
        modality=modality(tree, root),
        predicate=predicate,
        agent=agent,
        patient=patient,
        acts=acts(tree, around),
        slots=frozenset((tokens[i].lemma, *slot_of(tokens, i)) for i in meaning),
        title_case=_title_case(run),
        speakers=tuple(speakers),
    )


def _named_around(
    parse: Parse,
    first: int,
    last: int,
    named: tuple[Named, ...],
    identities: Mapping[tuple[str, ...], str] | None,
) -> tuple[Named, ...]:
    """Return the names of a stretch and of its sentence before it, where a clause behind "and" has its subject."""
    for sentence in parse.sentences:
        if sentence.first < first < sentence.last:
            return (*names(parse, sentence.first, first, identities), *named)
    return named


def with_vectors(units: Iterable[Unit], encoder: Encoder | None = None) -> tuple[Unit, ...]:
    """Return the units with their vectors set.

    :raises ModelError: if the encoder cannot be loaded.
    """
    units = tuple(units)
    reader = encoder or MiniLm()
    vectors = reader.encode([unit.span.text for unit in units])
    return tuple(replace(unit, vector=vector) for unit, vector in zip(units, vectors, strict=True))


def _title_case(run: Sequence[Token]) -> bool:
    """Return whether every meaning word is capitalised: a headline, where a capital tells no name."""
    words = [token.text for token in run if token.pos in CONTENT_POS and token.text.isalpha()]
    return len(words) > TITLE_CASE_WORDS and all(word[0].isupper() for word in words)


@lru_cache(maxsize=REMEMBERED)
def _word(text: str) -> str:
    """Return a token's text for comparing wording: lower case, curly marks made straight; "" for punctuation."""
    word = text.lower().replace("’", "'").replace("‘", "'")
    return word if any(c.isalnum() for c in word) else ""


def _is_content(token: Token) -> bool:
    return (
        token.pos in CONTENT_POS
        and token.lemma not in EMPTY_LEMMAS
        and token.text.lower() not in WEEKDAYS
        and token.text.lower() not in TITLES
        and token.text[:1].isalpha()
    )


def _counted(tokens: Sequence[Token], at: int) -> str | None:
    """Return what the number at ``at`` counts: the noun above it ("ten thousand people")."""
    for _ in range(3):
        if tokens[at].dep not in {"nummod", "quantmod", "compound"}:
            break
        at = tokens[at].head
        if tokens[at].pos in {"NOUN", "PROPN"}:
            return tokens[at].lemma
    return None


def _act(tree: Tree, root: int) -> int:
    """Return the verb that says what is done: "promised to free", "is expected to free" tell of freeing."""
    tokens = tree.tokens
    if tree.first < tree.last and tokens[root].lemma in FUTURE_VERBS:
        for i in tree.children(root, {"xcomp"}):
            if tokens[i].tag == "VB":
                return i
    return root
