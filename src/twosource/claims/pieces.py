"""Cut sentences into the things they tell: one piece a predicate, never across the edge of a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.likeness.tree import Tree
from twosource.likeness.words import EMPTY_LEMMAS
from twosource.model import Paragraph, PartKind, Report, Sentence, Span, Statement, Token

RELATIVE_WORDS = 5
"""Least words of a non-restrictive relative clause that is told for itself, not to say which one is meant."""
CLAUSE_WORDS = 5
"""Least words of an adverbial clause ("after they toured the works") that is a piece of its own."""
MEANING_WORDS = 2
"""Least words with meaning (nouns, verbs, adjectives, names, numbers) in a piece; less tells nothing to compare."""
HEADLINE_WORDS = 3
"""The same for a headline without a verb ("Council out of money")."""
POINTERS = frozenset({"such", "this", "that", "these", "those", "it", "so", "any"})
"""First words of a content that only points back: "such plans", "this", "the same"."""
POINTER_WORDS = 3
"""Most words of such a content."""
FRAME_GAP = 3
"""Most words between a frame and a content that cannot stand without it ("agreed further to …")."""

EXISTING_WORDS = 1
"""The same for a clause that says that there is, or is not, something ("There was no mention of the fire")."""
BESIDE_WORDS = 3
"""Least words of what is told beside the main clause without a tense: "with 12 sailors missing"."""

_VERBS = frozenset({"VERB", "AUX"})
_OWN = frozenset(
    {
        "dobj",
        "xcomp",
        "ccomp",
        "prep",
        "attr",
        "acomp",
        "oprd",
        "nsubj",
        "nsubjpass",
        "agent",
        "prt",
        "advmod",
        "npadvmod",
        "dative",
    }
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})
_EDGE = frozenset({"cc", "punct", "mark"})
_CONDITION = frozenset({"if", "unless"})
_SPLIT_MARKS = frozenset({";", "—", "–"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that tells one thing, and the innermost statement it stands in (None: the report's own voice).

    ``points_back`` says that its content is only a pointer ("denied such plans"), so that it means what the sentence
    before it says.
    """

    span: Span
    statement: Statement | None
    points_back: bool = False


def pieces(report: Report, paragraph: Paragraph, statements: Sequence[Statement]) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph in the order of the text; ``statements`` are those of the report."""
    tokens = paragraph.parse.tokens
    here = [s for s in statements if any(paragraph.start <= c.start < paragraph.end for c in s.content)]
    owner = _owners(paragraph, here)
    cues = frozenset(i for statement in here if statement.cue for i in _inside(paragraph, statement.cue))
    found: dict[tuple[int, int], Piece] = {}
    for sentence in paragraph.parse.sentences:
        tree = Tree(paragraph.parse, sentence.first, sentence.last)
        for head, first, last in _cut(tree, sentence, owner, cues):
            statement = here[owner[head]] if owner[head] >= 0 else None
            points = statement is not None and _points_back(paragraph, statement)
            if statement is not None and (points or not _finite(tree, head)):
                first = _with_frame(paragraph, statement, first, sentence.first)
            if not _tells(paragraph, first, last):
                continue
            span = report.span(paragraph.start + tokens[first].start, paragraph.start + tokens[last - 1].end)
            found.setdefault((span.start, span.end), Piece(span, statement, points))
    return tuple(found[place] for place in sorted(found))


def _tells(paragraph: Paragraph, first: int, last: int) -> bool:
    """Return whether a stretch tells anything: it has meaning words, and a verb unless it is a headline."""
    run = paragraph.parse.tokens[first:last]
    if not any(token.pos in _VERBS for token in run):
        if first and paragraph.parse.tokens[first - 1].text == ":" and any(token.pos == "NUM" for token in run):
            return _meaning(run) >= MEANING_WORDS
        return paragraph.part is PartKind.HEADLINE and _meaning(run) >= HEADLINE_WORDS
    existing = any(token.dep == "expl" for token in run)
    return len(run) > 1 and _meaning(run) >= (EXISTING_WORDS if existing else MEANING_WORDS)


def _inside(paragraph: Paragraph, span: Span) -> list[int]:
    """Return the tokens of the paragraph that stand in the span."""
    start, end = span.start - paragraph.start, span.end - paragraph.start
    return [i for i, token in enumerate(paragraph.parse.tokens) if start <= token.start and token.end <= end]


def _points_back(paragraph: Paragraph, statement: Statement) -> bool:
    content = [paragraph.parse.tokens[i] for span in statement.content for i in _inside(paragraph, span)]
    words = [token for token in content if token.pos != "PUNCT"]
    return bool(words) and len(words) <= POINTER_WORDS and words[0].text.lower() in POINTERS


def _finite(tree: Tree, head: int) -> bool:
    """Return whether a head makes a clause: a verb with a tense, or with its own subject."""
    tokens = tree.tokens
    if tokens[head].pos not in _VERBS:
        return False
    below = [tokens[i] for i in tree.below(head)]
    if any(token.dep == "aux" and token.tag == "TO" for token in below):
        return False
    return tokens[head].tag in {"VBD", "VBP", "VBZ", "MD"} or any(
        token.dep in _SUBJECT or token.dep in {"aux", "auxpass"} for token in below
    )


def _with_frame(paragraph: Paragraph, statement: Statement, first: int, lowest: int) -> int:
    """Return where a piece starts that cannot stand alone: at its cue, and at its source where that is next to it."""
    for span in (statement.cue, statement.source):
        inside = _inside(paragraph, span) if span else []
        if inside and lowest <= inside[0] <= inside[-1] < first and first - inside[-1] <= FRAME_GAP:
            first = inside[0]
        else:
            break
    return first


def _owners(paragraph: Paragraph, statements: Sequence[Statement]) -> list[int]:
    """Return for each token the number of the innermost statement whose content it stands in, or -1."""
    owner = [-1] * len(paragraph.parse.tokens)
    size = [0] * len(owner)
    for number, statement in enumerate(statements):
        whole = sum(span.end - span.start for span in statement.content)
        for i, token in enumerate(paragraph.parse.tokens):
            start, end = paragraph.start + token.start, paragraph.start + token.end
            if any(span.start <= start and end <= span.end for span in statement.content) and (
                owner[i] < 0 or whole < size[i]
            ):
                owner[i], size[i] = number, whole
    return owner


def _cut(tree: Tree, sentence: Sentence, owner: Sequence[int], cues: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Yield (head, first token, last token + 1) of each piece of a sentence; frames of statements are no pieces."""
    tokens = tree.tokens
    inside = range(sentence.first, sentence.last)
    heads = _heads(tree, inside, owner)
    nearest = {i: _nearest(tokens, i, heads, owner) for i in inside}
    for head in sorted(heads):
        own = [i for i in inside if nearest[i] == head]
        if head in cues or not own:
            continue
        yield head, *_trim(tokens, own, head, owner)


def _heads(tree: Tree, inside: range, owner: Sequence[int]) -> set[int]:
    """Return the tokens that head a piece: the top of each stretch, and the verbs below it that tell for themselves."""
    tokens = tree.tokens
    tops: dict[int, list[int]] = {}
    for i in inside:
        up = tokens[i].head
        if up == i or up not in inside or owner[up] != owner[i]:
            tops.setdefault(owner[i], []).append(i)
    heads: set[int] = set()
    for group in tops.values():
        verbs = [i for i in group if tokens[i].pos in _VERBS]
        plain = [i for i in group if tokens[i].dep not in _EDGE and tokens[i].pos != "PUNCT"]
        heads.update(verbs or plain[:1])
    for i in inside:
        if (tokens[i].pos in _VERBS and _tells_for_itself(tree, i, inside)) or _counts_behind_colon(tree, i, inside):
            heads.add(i)
    return heads


def _counts_behind_colon(tree: Tree, i: int, inside: range) -> bool:
    """Return whether a word heads a count behind a colon, in a clause without a verb: "The toll is clear: 12 dead"."""
    tokens = tree.tokens
    up = tokens[i].head
    if tokens[i].pos in _VERBS or up >= i or not any(tokens[j].pos == "NUM" for j in tree.below(i)):
        return False
    reach = _reach(tree, i)
    colon = reach[0] - 1
    return (
        colon in inside and tokens[colon].text == ":" and up < colon and not any(tokens[j].pos in _VERBS for j in reach)
    )


def _tells_for_itself(tree: Tree, i: int, inside: range) -> bool:
    tokens = tree.tokens
    dep = tokens[i].dep
    below = tree.below(i)
    if dep == "conj" and tokens[tokens[i].head].pos in _VERBS:
        infinitive = any(tokens[j].tag == "TO" for j in tree.helpers(i))
        bare = tokens[i].tag == "VB" and not tree.helpers(i)
        governed = tokens[tokens[i].head].dep in {"xcomp", "acl", "pcomp", "csubj"}
        return not (infinitive or bare or governed) and any(tokens[j].dep in _OWN for j in below)
    if _told_beside(tree, i, inside):
        return True
    if not _finite(tree, i):
        return False  # "for her to visit": it means what the word above it says of it
    if dep == "relcl":
        reach = _reach(tree, i)
        before = reach[0] - 1
        return _words(tokens, reach) >= RELATIVE_WORDS and before in inside and tokens[before].text == ","
    if dep == "advcl":
        if any(tokens[j].lemma in _CONDITION for j in below):
            return False
        subject = any(tokens[j].dep in _SUBJECT for j in below)
        return subject and _words(tokens, _reach(tree, i)) >= CLAUSE_WORDS
    if dep in {"ccomp", "parataxis"}:
        up = tokens[i].head
        between = range(min(i, up) + 1, max(i, up))
        return any(tokens[j].text in _SPLIT_MARKS for j in between)
    return False


def _words(tokens: Sequence[Token], places: Sequence[int]) -> int:
    return sum(tokens[j].pos != "PUNCT" for j in places)


def _told_beside(tree: Tree, i: int, inside: range) -> bool:
    """Return whether a verb without a tense tells something beside the main clause.

    That is what befell a noun, set off by a comma ("The driver, injured in the crash, …"), and what someone did or was
    while the rest happened ("…, with 12 sailors missing").
    """
    tokens = tree.tokens
    if tokens[i].dep == "acl" and tokens[i].tag == "VBN":
        reach = _reach(tree, i)
        set_off = reach[0] - 1 in inside and tokens[reach[0] - 1].text == ","
        return set_off and reach[0] == i and _words(tokens, reach) >= BESIDE_WORDS
    if tokens[i].dep == "pcomp" and tokens[tokens[i].head].lemma == "with":
        subject = any(tokens[j].dep in _SUBJECT for j in tree.below(i))
        return subject and _words(tokens, _reach(tree, i)) >= BESIDE_WORDS
    return False


def _reach(tree: Tree, head: int) -> list[int]:
    """Return the tokens at or below ``head``, in order."""
    found, open_ = [], [head]
    while open_:
        i = open_.pop()
        found.append(i)
        open_.extend(tree.below(i))
    return sorted(found)


def _nearest(tokens: Sequence[Token], i: int, heads: set[int], owner: Sequence[int]) -> int:
    """Return the closest head at or above a token without leaving its statement; -1 where there is none."""
    start = i
    while i not in heads:
        up = tokens[i].head
        if up == i or owner[up] != owner[start]:
            near = [head for head in sorted(heads) if owner[head] == owner[start]]
            return near[0] if near and near[0] <= start else -1
        i = up
    return i if owner[i] == owner[start] else -1


def _trim(tokens: Sequence[Token], own: Sequence[int], head: int, owner: Sequence[int]) -> tuple[int, int]:
    """Return the stretch around ``head`` from the first to the last own token, cut where another statement begins."""
    own = [i for i in own if tokens[i].pos != "PUNCT" or i == head]
    first, last = head, head
    lowest, highest = min(own), max(own)
    while first > lowest and owner[first - 1] == owner[head]:
        first -= 1
    while last < highest and owner[last + 1] == owner[head]:
        last += 1
    mine = [i for i in own if first <= i <= last]
    first, last = min(mine), max(mine)
    while (
        first < head
        and (tokens[first].dep in _EDGE or tokens[first].pos == "PUNCT")
        and tokens[first].lemma not in _CONDITION
    ):
        first += 1
    while last > head and (
        tokens[last].pos == "PUNCT"
        or tokens[last].dep == "cc"
        or ((tokens[last].dep == "prep" and last + 1 not in own) and tokens[last].lemma == "with")
    ):
        last -= 1
    return first, last + 1


def _meaning(run: Sequence[Token]) -> int:
    return sum(
        token.pos in _NAMING or (token.pos in {"VERB", "ADJ"} and token.lemma not in EMPTY_LEMMAS) for token in run
    )
