"""What a stretch of text says, taken apart for comparison: the features that likeness is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource.language.encoder import Encoder, MiniLm, Vectors
from twosource.likeness.figures import Dates, Figure, dates, figures
from twosource.likeness.modality import Modality, is_negated, modality, near, negated_heads
from twosource.likeness.names import Named, names, slot_of
from twosource.likeness.words import EMPTY_LEMMAS, FUTURE_VERBS, LIGHT_VERBS, TITLES, WEEKDAYS
from twosource.model import Paragraph, Parse, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
TITLE_CASE_WORDS = 2
"""A stretch of more meaning words than this, all capitalised, is in title case; "Voss, Arvale" is not."""
CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something that does, or is done to: its names, and the lemma of its head word ("" for a pronoun).

    ``plural`` says whether the head word is a noun in the plural.
    """

    names: tuple[Named, ...] = ()
    lemma: str = ""
    plural: bool = False

    @property
    def known(self) -> bool:
        """Whether anything says who it is."""
        return bool(self.names or self.lemma)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text and what it says.

    ``words`` are its words in lower case, without marks. ``content`` are the lemmas that carry its meaning, names and
    figures left out. ``predicate`` is the lemma of its main verb, or of what "is" says. ``slots`` are content words
    with their part in the sentence. ``gist`` is agent, predicate and object in a few words. ``speakers`` are the source
    ids of the chain around it. ``vector`` and ``gist_vector`` are set by :func:`with_vectors`.
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
    gist: str
    slots: frozenset[tuple[str, str, str]] = frozenset()
    title_case: bool = False
    speakers: tuple[str, ...] = ()
    vector: Vectors | None = field(default=None, compare=False, repr=False)
    gist_vector: Vectors | None = field(default=None, compare=False, repr=False)


def unit(
    paragraph: Paragraph,
    span: Span,
    speakers: Sequence[str] = (),
    identities: Mapping[tuple[str, ...], str] | None = None,
) -> Unit:
    """Return what ``span``, a stretch inside ``paragraph``, says.

    ``identities`` maps name keys (:func:`twosource.likeness.names.key`) to one id for all names of one thing.
    """
    tokens = paragraph.parse.tokens
    start, end = span.start - paragraph.start, span.end - paragraph.start
    inside = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    run = tokens[first:last]
    named = names(paragraph.parse, first, last, identities)
    in_name = {i for name in named for i in range(name.first, name.last)}
    root = _root(tokens, first, last)
    act = _act(tokens, root)
    around = _named_around(paragraph.parse, first, last, named, identities)
    agent, patient = _parties(tokens, act, first, last, around)
    predicate = _predicate(tokens, act)
    counted = [tokens[t.head].lemma if t.dep in {"nummod", "quantmod"} else None for t in run]
    counted = [_counted(tokens, first + i) if c is not None else None for i, c in enumerate(counted)]
    return Unit(
        span=span,
        words=tuple(word for token in run if (word := _word(token.text))),
        content=frozenset(
            t.lemma for i, t in enumerate(run, first) if _is_content(t) and (i not in in_name or t.pos != "PROPN")
        ),
        names=named,
        figures=figures(run, counted),
        dates=dates(run),
        negated=is_negated(tokens, root, first, last),
        negated_words=negated_heads(tokens, first, last),
        modality=modality(tokens, root, first, last),
        predicate=predicate,
        agent=agent,
        patient=patient,
        gist=_gist(tokens, root, first, last, agent, predicate),
        slots=frozenset((t.lemma, *slot_of(tokens, i)) for i, t in enumerate(run, first) if _is_content(t)),
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
    gists = reader.encode([unit.gist or unit.span.text for unit in units])
    return tuple(
        replace(unit, vector=vector, gist_vector=gist) for unit, vector, gist in zip(units, vectors, gists, strict=True)
    )


def _title_case(run: Sequence[Token]) -> bool:
    """Return whether every meaning word is capitalised: a headline, where a capital tells no name."""
    words = [token.text for token in run if token.pos in CONTENT_POS and token.text.isalpha()]
    return len(words) > TITLE_CASE_WORDS and all(word[0].isupper() for word in words)


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


def _root(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token that heads the stretch: of those whose head lies outside, the first verb, else the first."""
    tops = [i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i]
    tops = [i for i in tops if tokens[i].dep != "punct"] or tops
    verbs = [i for i in tops if tokens[i].pos in {"VERB", "AUX"}]
    return (verbs or tops or [first])[0]


def children(tokens: Sequence[Token], head: int, deps: frozenset[str]) -> list[int]:
    """Return the tokens that hang on ``head`` by one of ``deps``."""
    return [i for i in near(tokens, head) if tokens[i].head == head and i != head and tokens[i].dep in deps]


def _act(tokens: Sequence[Token], root: int) -> int:
    """Return the verb that says what is done: "promised to free", "is expected to free" tell of freeing."""
    if tokens and tokens[root].lemma in FUTURE_VERBS:
        for i in children(tokens, root, frozenset({"xcomp"})):
            if tokens[i].tag == "VB":
                return i
    return root


def _predicate(tokens: Sequence[Token], root: int) -> str:
    if not tokens or tokens[root].pos == "PROPN":  # a name alone tells nothing of what was done
        return ""
    if tokens[root].lemma == "be":
        for i in children(tokens, root, frozenset({"attr", "acomp"})):
            return tokens[i].lemma
        for i in children(tokens, root, frozenset({"prep"})):  # "were on board", "is in good health"
            for j in children(tokens, i, frozenset({"pobj"})):
                return tokens[j].lemma
        return ""
    if tokens[root].lemma in LIGHT_VERBS:
        for i in children(tokens, root, frozenset({"dobj"})):
            if tokens[i].pos == "NOUN":
                return tokens[i].lemma
    return tokens[root].lemma


def _parties(tokens: Sequence[Token], root: int, first: int, last: int, named: Sequence[Named]) -> tuple[Party, Party]:
    """Return who does it and to whom it is done; a verb without its own subject borrows that of the verb before."""
    if not tokens:
        return Party(), Party()
    passive = bool(children(tokens, root, frozenset({"nsubjpass", "auxpass"})))
    subject = _subject(tokens, root)
    objects = [i for i in children(tokens, root, OBJECTS) if first <= i < last]
    done_to = _party(tokens, objects[:1], named)
    if not passive:
        return _party(tokens, subject, named), done_to
    by = [
        j
        for i in children(tokens, root, frozenset({"agent"}))
        for j in children(tokens, i, frozenset({"pobj"}))
        if first <= i < last
    ]
    return _party(tokens, by[:1], named), _party(tokens, subject, named)


def _subject(tokens: Sequence[Token], verb: int) -> list[int]:
    for _ in range(6):  # a chain of "and", "to": as deep as a sentence's verbs hang on one another
        own = children(tokens, verb, SUBJECTS)
        if own:
            return own[:1]
        if tokens[verb].dep not in {"conj", "xcomp", "advcl"} or tokens[verb].head == verb:
            return []
        verb = tokens[verb].head
    return []


def _party(tokens: Sequence[Token], heads: Sequence[int], named: Sequence[Named]) -> Party:
    if not heads:
        return Party()
    head = heads[0]
    members = [head]
    for i in children(tokens, head, frozenset({"conj"})):
        members.extend([i, *children(tokens, i, frozenset({"conj"}))])
    own = tuple(name for name in named if any(name.first <= i < name.last for i in members))
    plain = tokens[head].pos in {"NOUN", "NUM", "ADJ", "VERB"}
    return Party(own, tokens[head].lemma if plain else "", tokens[head].tag == "NNS")


def _gist(tokens: Sequence[Token], root: int, first: int, last: int, agent: Party, predicate: str) -> str:
    """Return agent, predicate and its objects as a few words: what stays when a sentence's trimmings are cut."""
    if first >= last:
        return ""
    who = " and ".join(name.surface for name in agent.names) or agent.lemma
    heads = [
        i
        for i in range(first, last)
        if _hangs_near(tokens, i, root) and (_is_content(tokens[i]) or tokens[i].dep == "neg")
    ]
    words = [tokens[i].text for i in heads]
    text = " ".join(dict.fromkeys(filter(None, [who, *words])))
    return text or predicate


def _hangs_near(tokens: Sequence[Token], i: int, root: int) -> bool:
    """Return whether a token is the root, its object, or the object of a preposition or verb right below it."""
    if i == root:
        return True
    for _ in range(2):
        if tokens[i].dep in {"amod", "compound", "poss", "nummod", "det", "relcl", "appos", "advcl", "npadvmod"}:
            return False
        i = tokens[i].head
        if i == root:
            return True
    return False
