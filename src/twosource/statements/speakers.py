"""Who a reporting verb's source is, and whether the verb reports a saying at all."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.statements.cues import (
    ADDRESSED,
    BODIES,
    BODIES_BY_ENDING,
    DOCUMENTS,
    NOT_SPEAKERS,
    PEOPLE,
    PLAIN,
    ROLES,
    VERBS,
)
from twosource.statements.frames import Block
from twosource.statements.grammar import Tree, noun_phrase
from twosource.statements.unsaid import denying
from twosource.statements.unsaid import unsaid as unsaid

_RELATIVE = frozenset("who which that whom".split())
_FIRST_SECOND = frozenset("i we you me us let".split())
_ANIMATE = frozenset("he she they we i you who both".split())
COLLECTIVES = frozenset("media medium television tv radio press agency newspaper broadcaster".split())
_COLLECTIVE_KINDS = frozenset("state state-run local official national public news government-run".split())
_ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ure", "age")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as tokens: ``first`` … ``last`` of its noun phrase (both included) and its head."""

    first: int
    last: int
    head: int


def speaker(tree: Tree, verb: int, depth: int = 0) -> Speaker | None:
    """Return who says what the verb reports, or None where the grammar shows nobody who could."""
    found = _subject(tree, verb, depth)
    return found if found and can_speak(tree, found.head, verb) else None


def _subject(tree: Tree, verb: int, depth: int) -> Speaker | None:
    tokens = tree.tokens
    if depth > 6:
        return None
    passive = tree.child(verb, "nsubjpass")
    if passive is not None or tree.child(verb, "auxpass") is not None or _participle_of_passive(tree, verb):
        return _agent(tree, verb)
    by = tree.child(verb + 1, "pobj") if verb + 1 < len(tokens) and tokens[verb + 1].text.lower() == "by" else None
    if by is not None and animate(tree, by):
        return None  # "the dam, said by the ministry to be safe, broke": a participle that was taken for the verb
    inserted = _inserted(tree, verb)
    if inserted is not None:
        return inserted
    subjects = [c for c in tree.children[verb] if tokens[c].dep == "nsubj"]
    if subjects:
        # damaged text can give a verb two subjects: the one next to it speaks
        subject = min(subjects, key=lambda c: abs(c - verb))
        if tokens[subject].text.lower() in _RELATIVE and tokens[verb].dep in {"relcl", "acl"}:
            return _phrase(tree, tokens[verb].head)
        return _phrase(tree, subject)
    return _subject_elsewhere(tree, verb, depth)


def _subject_elsewhere(tree: Tree, verb: int, depth: int) -> Speaker | None:
    """Return the subject of a verb that has none of its own: shared, of the verb or noun above, or lost in damage."""
    tokens = tree.tokens
    token = tokens[verb]
    up = token.head
    if token.tag == "VBD" and (told := _object_that_speaks(tree, verb)) is not None:
        return told
    if token.dep == "conj" and tokens[up].pos in {"VERB", "AUX"}:
        return shared_subject(tree, verb, depth)
    if token.dep in {"advcl", "xcomp", "ccomp", "dep"} and token.tag in {"VBG", "VB"} and up != verb:
        reporter = _reporter_above(tree, up, depth) if token.tag == "VBG" else None
        if reporter is not None:
            return reporter
        passive = tree.child(up, "nsubjpass")
        if passive is not None:
            return _phrase(tree, passive)
        return _subject(tree, up, depth + 1) if tokens[up].pos in {"VERB", "AUX"} else None
    if token.dep == "acl" and token.tag == "VBG" and tokens[up].pos in {"NOUN", "PROPN"}:
        return _phrase(tree, up)
    if token.dep == "pcomp" and tokens[tokens[up].head].pos in {"VERB", "AUX"} and tokens[up].text.lower() == "by":
        return _subject(tree, tokens[up].head, depth + 1)
    if token.tag in {"VBD", "VBZ", "VBN"} and token.lemma in PLAIN:
        return _in_apposition(tree, verb) or _shared_from_before(tree, verb) or named_before(tree, verb)
    return None


def _inserted(tree: Tree, verb: int) -> Speaker | None:
    """Return the speaker that the marks around a plain reporting verb show, whatever the grammar says.

    "The dam – said Lev Orsova – was safe" has a name between verb and dash; "… Anton Brel State media reported" has a
    collective right before the verb.
    """
    tokens = tree.tokens
    if tokens[verb].lemma not in PLAIN or tokens[verb].tag not in {"VBD", "VBZ", "VBN"}:
        return None
    last = verb
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN":
        last += 1
    closed = last + 1 < len(tokens) and tokens[last + 1].text in {"–", "—", "-", ","}
    if last > verb and closed and verb and tokens[verb - 1].text in {"–", "—", "-"}:
        return Speaker(verb + 1, last, last)
    before = verb - 1
    if before > 0 and tokens[before].lemma in COLLECTIVES and tokens[before].dep not in {"nsubj", "nsubjpass", "pobj"}:
        return _phrase(tree, before)
    return None


def _in_apposition(tree: Tree, verb: int) -> Speaker | None:
    """Return the speaker of "…, the governor, Ulf Brandt, said" where the parser hung the two on the word before."""
    tokens = tree.tokens
    if verb < 2 or tokens[verb - 1].text != ",":
        return None
    name = last = verb - 2
    while tokens[name].dep != "appos" and tree.right[tokens[name].head] == last and tokens[name].head != name:
        name = tokens[name].head
    role = tokens[name].head
    if tokens[name].dep != "appos" or tokens[role].pos not in {"NOUN", "PROPN"} or not animate(tree, name):
        return None
    first = tree.left[role]
    opened = first > 0 and tokens[first - 1].text in {",", "”", '"', "’", "'"}
    return Speaker(first, last, role) if opened and first <= role else None


def _shared_from_before(tree: Tree, verb: int) -> Speaker | None:
    """Return the subject of a verb before a comma that this verb shares: "Voss thanked them, said it was over"."""
    for child in tree.children[verb]:
        if child < verb and tree.tokens[child].dep in {"ccomp", "advcl", "dep"} and tree.tokens[verb - 1].text == ",":
            subject = tree.child(child, "nsubj")
            if (
                subject is not None
                and animate(tree, subject)
                and any(c > verb and tree.tokens[c].dep == "ccomp" for c in tree.children[verb])
            ):
                return _phrase(tree, subject)
    return None


def _object_that_speaks(tree: Tree, verb: int) -> Speaker | None:
    """Return the source of damaged "…, told the fire chief Orsova to reporters": an object where a subject belongs."""
    tokens = tree.tokens
    if (
        verb == 0
        or tokens[verb - 1].text not in {",", "”", '"', "’", "'"}
        or tokens[verb].lemma not in ADDRESSED | {"report"}
    ):
        return None
    object_ = tree.child(verb, "dobj")
    return _phrase(tree, object_) if object_ is not None and animate(tree, object_) else None


def _agent(tree: Tree, verb: int) -> Speaker | None:
    """Return who acts in a passive, also where the parser hung "by …" on another word of the same clause."""
    agent = tree.child(verb, "agent")
    if agent is None:
        below = [i for i in tree.subtree(verb) if i > verb and tree.tokens[i].text.lower() == "by"]
        named = [i for i in below if (by := tree.child(i, "pobj")) is not None and animate(tree, by)]
        agent = named[0] if len(named) == 1 else None
    by = tree.child(agent, "pobj") if agent is not None else None
    return _phrase(tree, by) if by is not None else None


def _participle_of_passive(tree: Tree, verb: int) -> bool:
    """Return whether the verb is a bare passive participle: "asked by reporters whether …"."""
    return tree.tokens[verb].tag == "VBN" and tree.child(verb, "agent") is not None


def shared_subject(tree: Tree, verb: int, depth: int = 0) -> Speaker | None:
    """Return the subject that a coordinated verb shares: "Voss said the talks went well and expressed her thanks".

    A parser often hangs the second verb on the reported clause. Where that clause's subject cannot speak ("the
    talks"), the verb belongs to the one who reports.
    """
    tokens = tree.tokens
    up = tokens[verb].head
    while tokens[up].dep == "conj" and tree.child(up, "nsubj", "nsubjpass") is None and tokens[up].head != up:
        up = tokens[up].head
    subject = tree.child(up, "nsubj", "nsubjpass")
    if subject is not None and tokens[up].dep == "ccomp" and not animate(tree, subject):
        over = tokens[up].head
        if "clause" in VERBS.get(tokens[over].lemma, {}):
            return _subject(tree, over, depth + 1)
    if tree.child(up, "nsubjpass") is not None and tree.child(verb, "auxpass") is None:
        passive = tree.child(up, "nsubjpass")
        return _phrase(tree, passive) if passive is not None else None
    return _subject(tree, up, depth + 1)


def _reporter_above(tree: Tree, up: int, depth: int) -> Speaker | None:
    """Return who reports the clause that "…, saying" was hung on, where that clause's own subject cannot speak."""
    tokens = tree.tokens
    over = tokens[up].head
    subject = tree.child(up, "nsubj", "nsubjpass")
    if subject is None or tokens[up].dep != "ccomp" or "clause" not in VERBS.get(tokens[over].lemma, {}):
        return None
    return None if animate(tree, subject) else _subject(tree, over, depth + 1)


def named_before(tree: Tree, verb: int) -> Speaker | None:
    """Return the name that stands directly before a verb whose subject the parser lost in damaged text."""
    first = last = verb - 1
    while first >= 0 and tree.tokens[first].pos == "PROPN" and tree.tokens[first].text.lower() not in _DAYS:
        first -= 1
    return Speaker(first + 1, last, last) if first < last else None


def _phrase(tree: Tree, head: int) -> Speaker:
    first, last = noun_phrase(tree, head)
    if tree.tokens[head].lemma in COLLECTIVES:
        start = head
        while start > first and tree.tokens[start - 1].text.lower() in _COLLECTIVE_KINDS:
            start -= 1
        if start < head and start > first and _in_person(tree, start - 1):
            first = start  # damaged text: "… Anton Brel State media reported"
    return Speaker(first, last, head)


def _in_person(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos == "PROPN" and any(n.start <= token.start < n.end and n.kind == "person" for n in tree.parse.names)


def can_speak(tree: Tree, head: int, verb: int) -> bool:
    """Return whether the head of a noun phrase can be the source of this verb."""
    token = tree.tokens[head]
    word = token.lemma
    if denying(tree, head):
        return False
    if token.dep == "expl" or token.text.lower() in {"that", "this", "which", "what", "there"}:
        return False
    if token.pos == "PRON":
        return token.text.lower() not in {"nothing", "something", "anything", "everything"}
    if token.pos == "PROPN":
        return "document" not in VERBS[tree.tokens[verb].lemma] or not _in_person(tree, head)
    if "document" in VERBS[tree.tokens[verb].lemma] and "before" not in VERBS[tree.tokens[verb].lemma]:
        return word in DOCUMENTS or word in BODIES
    if token.pos in {"NOUN", "ADJ", "NUM", "DET"}:
        return word not in NOT_SPEAKERS and not _abstract(word)
    return False


def _abstract(word: str) -> bool:
    """Return whether a noun's ending shows a deed or a quality, which says nothing: "the closure", "their return"."""
    return word.endswith(_ABSTRACT_ENDINGS) and word not in BODIES_BY_ENDING | DOCUMENTS | ROLES


def animate(tree: Tree, head: int) -> bool:
    """Return whether this is plainly someone: a personal pronoun, a name, a role."""
    token = tree.tokens[head]
    return (
        token.text.lower() in _ANIMATE
        or token.pos == "PROPN"
        or token.lemma in ROLES
        or token.lemma in BODIES
        or any(n.start <= token.start < n.end and n.kind in {"person", "organisation"} for n in tree.parse.names)
    )


def informs(tree: Tree, head: int) -> bool:
    """Return whether this is someone or something that information comes from, or that is spoken to."""
    token = tree.tokens[head]
    if token.text.lower() in _ANIMATE | {"him", "her", "them", "me", "us"}:
        return True
    lemma = token.lemma.lower()
    known = ROLES | BODIES | BODIES_BY_ENDING | DOCUMENTS | COLLECTIVES | PEOPLE
    return lemma in known or (token.pos == "PROPN" and token.text[:1].isupper() and not _in_place(tree, head))


def _in_place(tree: Tree, index: int) -> bool:
    start = tree.tokens[index].start
    return any(n.start <= start < n.end and n.kind == "place" for n in tree.parse.names)


def speaks_of_himself(block: Block, found: Speaker | None) -> bool:
    """Return whether "I think", "we say" inside a quotation only repeats the quoted speaker: no new layer."""
    if found is None:
        return False
    word = block.tree.tokens[found.head].text.lower()
    return word in _FIRST_SECOND
