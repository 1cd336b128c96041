"""Who a reporting verb's source is, and whether the verb reports a saying at all."""

from __future__ import annotations

from twosource.statements.cues import ADDRESSED, DOCUMENTS, PLAIN, VERBS
from twosource.statements.frames import Block
from twosource.statements.grammar import Tree
from twosource.statements.unsaid import unsaid as unsaid
from twosource.statements.voices import COLLECTIVES, Speaker, animate, can_speak, informs, phrase

_RELATIVE = frozenset("who which that whom".split())
_FIRST_SECOND = frozenset("i we you me us let".split())
_CLOSING = frozenset("” \" ’ ' » “ '' ›".split())
_NOMINAL = frozenset("PROPN NOUN PRON DET ADJ".split())
_INSERTED = 6
"""Words of a source between two dashes."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


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
    inserted = _inserted(tree, verb) or _behind(tree, verb)
    if inserted is not None:
        return inserted
    subjects = [c for c in tree.children[verb] if tokens[c].dep == "nsubj"]
    if subjects:
        # damaged text can give a verb two subjects: the one next to it speaks
        subject = min(subjects, key=lambda c: abs(c - verb))
        for role in subjects:
            if role < subject and tree.right[role] + 1 == tree.left[subject] and tokens[subject].pos == "PROPN":
                return Speaker(tree.left[role], phrase(tree, subject).last, subject)  # "the critic Greta Ness says"
        if tokens[subject].text.lower() in _RELATIVE and tokens[verb].dep in {"relcl", "acl"}:
            return phrase(tree, tokens[verb].head)
        return phrase(tree, subject)
    return _subject_elsewhere(tree, verb, depth)


def _subject_elsewhere(tree: Tree, verb: int, depth: int) -> Speaker | None:
    """Return the subject of a verb that has none of its own: shared, of the verb or noun above, or lost in damage."""
    tokens = tree.tokens
    token = tokens[verb]
    up = token.head
    if token.dep == "acl" and token.tag == "VBD" and up == verb - 1 and tokens[up].dep in {"ROOT", "appos"}:
        return phrase(tree, up)  # "the envoy called on them": a parse without a verb at its top
    if added(tree, verb):
        return phrase(tree, up)
    if token.dep == "conj" and tokens[up].pos in {"VERB", "AUX"}:
        return shared_subject(tree, verb, depth)
    if token.dep in {"advcl", "xcomp", "ccomp", "dep"} and token.tag in {"VBG", "VB"} and up != verb:
        reporter = _reporter_above(tree, up, depth) if token.tag == "VBG" else None
        if reporter is not None:
            return reporter
        passive = tree.child(up, "nsubjpass")
        if passive is not None:
            return phrase(tree, passive)
        return _subject(tree, up, depth + 1) if tokens[up].pos in {"VERB", "AUX"} else None
    if token.dep == "acl" and token.tag == "VBG" and tokens[up].pos in {"NOUN", "PROPN"}:
        return phrase(tree, up)
    if token.dep == "pcomp" and tokens[tokens[up].head].pos in {"VERB", "AUX"} and tokens[up].text.lower() == "by":
        return _subject(tree, tokens[up].head, depth + 1)
    if token.tag in {"VBD", "VBZ", "VBN"} and token.lemma in PLAIN:
        return _in_apposition(tree, verb) or _shared_from_before(tree, verb) or named_before(tree, verb)
    return None


def _inserted(tree: Tree, verb: int) -> Speaker | None:
    """Return the speaker that the marks around a plain reporting verb show, whatever the grammar says.

    "The dam – said her son Lev – was safe" has a source between verb and dash; "… Anton Brel State media reported" has
    a collective right before the verb.
    """
    tokens = tree.tokens
    if tokens[verb].lemma not in PLAIN or tokens[verb].tag not in {"VBD", "VBZ", "VBN"}:
        return None
    last = verb
    while last + 1 < len(tokens) and last - verb < _INSERTED and tokens[last + 1].pos in _NOMINAL:
        last += 1
    closed = last + 1 < len(tokens) and tokens[last + 1].text in {"–", "—", "-", ","}
    if last > verb and closed and verb and tokens[verb - 1].text in {"–", "—", "-"}:
        return Speaker(verb + 1, last, last) if tokens[last].pos in {"PROPN", "NOUN", "PRON"} else None
    before = verb - 1
    if before > 0 and tokens[before].lemma in COLLECTIVES and tokens[before].dep not in {"nsubj", "nsubjpass", "pobj"}:
        return phrase(tree, before)
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
                and can_speak(tree, subject, verb)
                and any(c > verb and tree.tokens[c].dep == "ccomp" for c in tree.children[verb])
            ):
                return phrase(tree, subject)
    return None


def _behind(tree: Tree, verb: int) -> Speaker | None:
    """Return the source behind its verb, which a parser takes for an object: "“…,” muttered the treasurer".

    Behind a comma alone it must plainly be somebody: "…, said an officer who was there", "…, told the chief to them".
    """
    tokens = tree.tokens
    if verb == 0 or tokens[verb].tag not in {"VBD", "VBZ"} or "before" not in VERBS.get(tokens[verb].lemma, {}):
        return None
    if any(tokens[c].dep in {"nsubj", "nsubjpass"} and c == verb - 1 for c in tree.children[verb]):
        return None
    object_ = tree.child(verb, "dobj")
    if object_ is None or tree.left[object_] != verb + 1 or any(c > object_ for c in _clauses(tree, verb)):
        return None
    if tokens[verb - 1].text in _CLOSING:
        return phrase(tree, object_) if tokens[object_].pos != "PRON" or animate(tree, object_) else None
    if tokens[verb - 1].text != "," or tree.child(verb, "nsubj") is not None or _in_apposition(tree, verb):
        return None
    to = any(tokens[c].dep in {"prep", "dative"} and tokens[c].text.lower() == "to" for c in tree.children[verb])
    plain = tokens[verb].lemma in PLAIN and (to or tokens[verb].lemma not in ADDRESSED)
    someone = informs(tree, object_) and (
        tokens[object_].lemma not in DOCUMENTS or tokens[object_].lemma in COLLECTIVES
    )
    return phrase(tree, object_) if plain and someone else None


def _clauses(tree: Tree, verb: int) -> list[int]:
    """Return the clauses that hang on a verb: where one follows an object, the object is spoken to."""
    return [c for c in tree.children[verb] if tree.tokens[c].dep in {"ccomp", "xcomp"}]


def _agent(tree: Tree, verb: int) -> Speaker | None:
    """Return who acts in a passive, also where the parser hung "by …" on another word of the same clause."""
    agent = tree.child(verb, "agent")
    if agent is None:
        below = [i for i in tree.subtree(verb) if i > verb and tree.tokens[i].text.lower() == "by"]
        named = [i for i in below if (by := tree.child(i, "pobj")) is not None and animate(tree, by)]
        agent = named[0] if len(named) == 1 else None
    by = tree.child(agent, "pobj") if agent is not None else None
    return phrase(tree, by) if by is not None else None


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
    if subject is not None and tokens[up].dep == "ccomp" and (not animate(tree, subject) or back_in_time(tree, verb)):
        over = tokens[up].head
        if "clause" in VERBS.get(tokens[over].lemma, {}):
            return _subject(tree, over, depth + 1)
    if tree.child(up, "nsubjpass") is not None and tree.child(verb, "auxpass") is None:
        passive = tree.child(up, "nsubjpass")
        return phrase(tree, passive) if passive is not None else None
    return _subject(tree, up, depth + 1)


def back_in_time(tree: Tree, verb: int) -> bool:
    """Return whether a verb that hangs on a reported clause has the tense of the reporting verb, and not the clause's.

    In "confirmed that he had sailed but denied that …" the second verb stands beside the first.
    """
    tokens = tree.tokens
    up = tokens[verb].head
    over = tokens[up].head
    perfect = any(tokens[c].dep == "aux" and tokens[c].lemma == "have" for c in tree.children[up])
    own = tree.child(verb, "nsubj", "aux", "auxpass") is not None
    same = tokens[verb].tag == tokens[over].tag and tokens[verb].tag in {"VBD", "VBZ"}
    return tokens[up].dep == "ccomp" and perfect and same and not own


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


def speaks_of_himself(block: Block, found: Speaker | None) -> bool:
    """Return whether "I think", "we say" inside a quotation only repeats the quoted speaker: no new layer."""
    if found is None:
        return False
    word = block.tree.tokens[found.head].text.lower()
    return word in _FIRST_SECOND


def added(tree: Tree, verb: int) -> bool:
    """Return whether a parser took the frame behind a clause for an apposition: "…, the line announced on Monday"."""
    tokens = tree.tokens
    up = tokens[verb].head
    if tokens[verb].dep != "acl" or tokens[up].dep != "appos" or up != verb - 1 or tokens[verb].lemma not in PLAIN:
        return False
    left = tree.left[up]
    beside = all(tokens[c].dep in {"prep", "npadvmod", "advmod", "punct"} for c in tree.children[verb])
    return beside and left > 0 and tokens[left - 1].text == ","
