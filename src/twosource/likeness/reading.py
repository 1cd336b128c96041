"""A stretch as a sentence of its own, for a judge that sees nothing else: who it is about stands in it."""

from __future__ import annotations

from twosource.likeness.governing import TELLING
from twosource.likeness.names import key, same_name
from twosource.likeness.tree import HELPERS, RELATIVE, SUBJECTS, VERBS, Tree
from twosource.model import Parse

LONGEST_SUBJECT = 12
"""Most words of a subject that is put in front; a longer noun phrase is a parse gone wrong."""
_OUTSIDE = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis", "punct", "cc", "preconj", "mark", "conj"})
_BODILY = frozenset({"will", "would", "have"})
"""Auxiliaries with which "it" is seldom the weather."""
_HE = frozenset({"he", "she"})
_OWNER = {"my": "'s", "i": "", "me": ""}


def reading(parse: Parse, tree: Tree, said_by: str = "") -> str:
    """Return the words of a stretch with the subject of its verb put in front where it stands before the stretch.

    "who commands the coast guard" becomes "Ardan Velt commands the coast guard", "and sold the crane" "the council
    sold the crane". "He" and "she" become the only person that is named in the sentence and the one before, where that
    person is the subject there; "I" becomes ``said_by``, the name of who speaks. Where nothing is sure, the words stay.

    :param said_by: the name of the speaker whose words these are, "" where nobody or nobody known speaks.
    """
    tokens = tree.tokens
    if tree.first >= tree.last:
        return ""
    changed = {i: name for i in range(tree.first, tree.last) if (name := _spoken(parse, tree, i, said_by))}
    front = ""
    root = tree.root()
    if tokens[root].pos in VERBS:
        front = _front(parse, tree, root, changed)
    return (front + _text(parse, tree, changed)).strip()


def _text(parse: Parse, tree: Tree, changed: dict[int, str]) -> str:
    """Return the words of the stretch as they stand in the text, those in ``changed`` exchanged."""
    tokens = tree.tokens
    parts: list[str] = []
    at = tokens[tree.first].start
    for i in sorted(changed):
        parts.extend((parse.text[at : tokens[i].start], changed[i]))
        at = tokens[i].end
    parts.append(parse.text[at : tokens[tree.last - 1].end])
    return "".join(parts)


def _spoken(parse: Parse, tree: Tree, i: int, said_by: str) -> str:
    """Return the name that a pronoun stands for, "" where it is no pronoun or nobody is sure."""
    token = tree.tokens[i]
    if token.pos != "PRON":
        return ""
    word = token.text.lower()
    if said_by and word in _OWNER:
        return said_by + _OWNER[word]
    if word in _HE and token.dep in SUBJECTS:
        return _person(parse, tree, i)
    return _body(parse, tree, i) if word == "it" and token.dep == "nsubj" else ""


def _body(parse: Parse, tree: Tree, i: int) -> str:
    """Return the organisation or country that says what "it" will do, or has done: "Karsk Motors said it would …"."""
    tokens = tree.tokens
    verb = tokens[i].head
    up = tokens[verb].head
    helpers = {tokens[j].lemma for j in tree.children(verb, HELPERS)}
    if tokens[verb].dep != "ccomp" or tokens[up].lemma not in TELLING or not helpers & _BODILY or verb < i:
        return ""
    for subject in tree.children(up, {"nsubj"}):
        place = tokens[subject]
        for name in parse.names:
            if name.kind in {"organisation", "place"} and name.start <= place.start and place.end <= name.end:
                return parse.text[name.start : name.end]
    return ""


def _person(parse: Parse, tree: Tree, i: int) -> str:
    """Return the only person named between the start of the sentence before and a pronoun, if a subject there."""
    tokens = tree.tokens
    start, before = 0, 0
    for sentence in parse.sentences:
        if sentence.first <= i < sentence.last:
            start = before
            break
        before = sentence.first
    low, high = tokens[start].start, tokens[i].start
    found = [name for name in parse.names if low <= name.start and name.end <= high and name.kind == "person"]
    if not found:
        return ""
    texts = [parse.text[name.start : name.end] for name in found]
    keys = [key(text.split()) for text in texts]
    if any(not same_name(keys[0], other) for other in keys[1:]):
        return ""
    last = found[-1]
    inside = [k for k in range(start, i) if last.start <= tokens[k].start and tokens[k].end <= last.end]
    if not any(tokens[k].dep in SUBJECTS for k in inside):
        return ""
    return max(texts, key=len)


def _front(parse: Parse, tree: Tree, root: int, changed: dict[int, str]) -> str:
    """Return what is put before the words of a stretch; a relative pronoun in it is exchanged in ``changed``."""
    tokens = tree.tokens
    pronoun = _relative(tree, root)
    if pronoun is not None:
        head = _antecedent(tree, root)
        phrase = _phrase(parse, tree, head) if head is not None else ""
        if phrase and tokens[pronoun].dep in SUBJECTS:
            changed[pronoun] = phrase
        elif phrase and tokens[pronoun].tag == "WP$":
            changed[pronoun] = f"{phrase}'s"
        elif phrase and tokens[pronoun].dep == "dobj":
            changed[pronoun] = ""
            changed[root] = f"{tokens[root].text} {phrase}"
        return ""
    own = tree.children(root, SUBJECTS | {"expl"})
    if any(tree.inside(i) for i in own):
        return ""
    helpers = tree.helpers(root)
    subject = tree.subject(root)
    if subject is None or tree.inside(subject) or any(tokens[i].tag == "TO" for i in helpers):
        return ""
    phrase = _phrase(parse, tree, subject)
    if not phrase:
        return ""
    borrowed = [tokens[i].text for i in helpers if not tree.inside(i) and tokens[i].tag != "TO"]
    if tokens[root].dep in {"acl", "advcl", "pcomp"} and tokens[root].tag in {"VBG", "VBN"} and not helpers:
        borrowed = ["were" if tokens[subject].tag in {"NNS", "NNPS"} else "was"]
    return " ".join([phrase, *borrowed, ""])


def _relative(tree: Tree, root: int) -> int | None:
    """Return the relative pronoun of a stretch that stands for who it is about: "who", "which", "that", "whose"."""
    tokens = tree.tokens
    if tokens[root].dep not in {"relcl", "conj"}:
        return None
    for i in range(tree.first, min(root, tree.first + 3)):
        if tokens[i].tag in {"WP", "WDT"} and tokens[i].text.lower() in RELATIVE and tokens[i].head == root:
            return i
        if tokens[i].tag == "WP$":
            return i
    return None


def _antecedent(tree: Tree, root: int) -> int | None:
    for _ in range(3):
        token = tree.tokens[root]
        if token.dep == "relcl":
            return tree.named_for(token.head)
        if token.dep != "conj" or token.head == root:
            return None
        root = token.head
    return None


def _phrase(parse: Parse, tree: Tree, head: int) -> str:
    """Return the words of the noun phrase around a head, without clauses; a pronoun as the name it stands for."""
    tokens = tree.tokens
    if tokens[head].pos == "PRON":
        known = _spoken(parse, tree, head, "")
        return known or (tokens[head].text if tokens[head].text.lower() not in RELATIVE else "")
    kept = _kept(tree, head)
    first, last = head, head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    if last - first >= LONGEST_SUBJECT:
        return ""
    return parse.text[tokens[first].start : tokens[last].end]


def _kept(tree: Tree, head: int) -> set[int]:
    tokens = tree.tokens
    kept, open_ = {head}, [head]
    joined = [i for i in tree.children(head, {"conj"}) if tokens[i].pos in {"NOUN", "PROPN"}]
    while open_:
        i = open_.pop()
        for j in tree.below(i):
            if tokens[j].dep in _OUTSIDE and not (i == head and (j in joined or (tokens[j].dep == "cc" and joined))):
                continue
            kept.add(j)
            open_.append(j)
    return kept
