"""What a reporting verb reports when it stands before its content: a clause, an infinitive, an object, a phrase.

Each finder takes a block and a verb and returns the range of the content, and where the cue ends if it is longer than
the verb ("expressed concern").
"""

from __future__ import annotations

from collections.abc import Callable

from twosource.statements.cues import (
    ADDRESSED,
    ATTITUDES,
    CLAIM_NOUNS,
    PREPOSITIONS,
    SAYING_NOTHING,
    VERBS,
)
from twosource.statements.frames import Block, Range
from twosource.statements.grammar import Tree
from twosource.statements.speakers import animate, shared_subject, speaker

_MEASURES = frozenset(
    "year month week day hour minute mile kilometre kilometer metre meter percent euro dollar pound".split()
)
"""What a bare answer is given in."""
Found = tuple[Range, int | None] | None


def clause(block: Block, verb: int) -> Found:
    """Find a finite clause: "said that it rained", "asked whether …"."""
    tree = block.tree
    clause = _reported_clause(block, verb)
    if clause is None:
        return None
    first = max(tree.left[clause], verb + 1)
    last = _before_next_saying(block, verb, clause, first)
    mark = next((c for c in tree.children[clause] if tree.tokens[c].text.lower() == "that" and verb < c < clause), None)
    if mark is not None and (tree.tokens[mark].dep == "mark" or _opens_clause(tree, mark)):
        first = mark + 1
    elif tree.tokens[first].text.lower() == "that" and _opens_clause(tree, first):
        first += 1
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if tree.tokens[clause].dep == "advcl" and subject is not None:
        first = max(verb + 1, tree.left[subject])
    if first > last:
        return None
    content = whole_marks(block, *block.tokens_range(first, last))
    return (content, None) if content else None


def _opens_clause(tree: Tree, that: int) -> bool:
    """Return whether "that" opens a clause though the parser took it for an article: "that one girl had been found"."""
    return that + 1 < len(tree.tokens) and tree.tokens[that + 1].pos in {"NUM", "PROPN", "DET", "PRON"}


def _reported_clause(block: Block, verb: int) -> int | None:
    """Return the verb of the clause that is reported, also where the parser hung it beside its place."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child < verb or token.pos not in {"VERB", "AUX"}:
            continue
        own_subject = tree.child(child, "nsubj", "nsubjpass", "expl", "csubj") is not None
        if token.dep == "ccomp" and (own_subject or token.tag != "VB"):
            return child
        mark = tree.child(child, "mark")
        asks = "clause" in VERBS[tree.tokens[verb].lemma] and tree.tokens[verb].lemma in {
            "ask",
            "wonder",
            "inquire",
            "enquire",
        }
        if asks and own_subject and mark is not None and tree.tokens[mark].text.lower() in {"if", "whether"}:
            return child
        if token.dep == "advcl" and own_subject and tree.child(child, "mark", "advmod") is None:
            return child  # "said after the talks he would …", taken for an adjunct
    spoken_to = tree.child(verb, "dobj", "dative")
    if spoken_to is not None and tree.tokens[verb].lemma in ADDRESSED:
        for child in tree.subtree(spoken_to):
            mark = tree.child(child, "mark")
            if tree.tokens[child].dep in {"relcl", "acl"} and mark is not None and tree.tokens[mark].text == "that":
                return child  # "told a meeting of leaders that …", taken for a relative clause
    return None


def whole_marks(block: Block, start: int, end: int) -> Range | None:
    """Trim the range, and take in the rest of a quotation that starts inside it."""
    around = block.quotation_at(end - 1)
    if around and start <= around.outer_start:
        end = max(end, around.outer_end)
    elif around and around.outer_start == start - 1:
        end = max(end, around.end)
    return block.trimmed(start, end)


def _before_next_saying(block: Block, verb: int, clause: int, first: int) -> int:
    """Return the last token of a reported clause, cut before a coordinated saying of somebody else or of the same."""
    tree = block.tree
    last = tree.right[clause]
    subject = tree.child(clause, "nsubj", "nsubjpass")
    lifeless = subject is not None and not animate(tree, subject)
    for index in range(clause + 1, last + 1):
        token = tree.tokens[index]
        if token.pos != "VERB" or token.lemma not in VERBS or not _coordinated(tree, index):
            continue
        own = tree.child(index, "nsubj")
        other = own is not None and own < index and "quote" in VERBS[token.lemma] and own > clause
        if other or (own is None and lifeless and _shares(block, index, verb)):
            last = (tree.left[index] if other else index) - 1
            while last > first and tree.tokens[last].dep in {"cc", "punct", "advmod"}:
                last -= 1
            break
    return last


def _coordinated(tree: Tree, index: int) -> bool:
    """Return whether a verb stands beside the reported clause: "and …", "while … said"."""
    if tree.tokens[index].tag == "VBG" and tree.tokens[index].dep == "advcl":
        return tree.tokens[index - 1].text == ","
    if tree.tokens[index].dep != "advcl":
        return tree.tokens[index].dep == "conj"
    mark = tree.child(index, "mark")
    return (
        tree.tokens[index].dep == "advcl"
        and mark is not None
        and tree.tokens[mark].text.lower() in {"while", "whereas"}
    )


def _shares(block: Block, index: int, verb: int) -> bool:
    """Return whether a coordinated verb inside a reported clause belongs to the one who reports."""
    tree = block.tree
    if tree.child(index, "nsubj", "nsubjpass") is not None:
        return False
    mine, theirs = shared_subject(tree, index), speaker(tree, verb)
    return mine is not None and theirs is not None and mine.head == theirs.head


def _infinitive(block: Block, verb: int) -> Found:
    """Find an infinitive of the speaker's own: "vowed to go"."""
    tree = block.tree
    dobj = tree.child(verb, "dobj")
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "xcomp" and child > verb and tree.child(child, "aux") is not None:
            if (dobj is not None and dobj < child) or tree.tokens[child].lemma in SAYING_NOTHING:
                return None
            first = tree.left[child]
            content = whole_marks(block, *block.tokens_range(first, tree.right[child]))
            return (content, None) if content else None
    return None


def _object_infinitive(block: Block, verb: int) -> Found:
    """Find an infinitive of the one spoken to: "urged them to go", "called on Arvale to pay"."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep not in {"xcomp", "ccomp", "advcl"} or child < verb or token.tag != "VB":
            continue
        to = tree.child(child, "aux")
        if to is None or tree.tokens[to].text.lower() != "to":
            continue
        asked = tree.child(verb, "dobj", "prep") is not None or tree.child(child, "nsubj") is not None
        if not asked or to < verb:
            continue
        content = whole_marks(block, *block.tokens_range(to, tree.right[child]))
        return (content, None) if content else None
    return None


def _noun(block: Block, verb: int) -> Found:
    """Find an object: "denied such plans", "denied taking part"."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        having = any(tree.tokens[c].text.lower() == "having" for c in tree.children[child])
        gerund = token.dep in {"xcomp", "ccomp", "advcl"} and (token.tag == "VBG" or having)
        if child > verb and (token.dep == "dobj" or gerund):
            last = tree.right[child]
            beside = next(
                (c for c in tree.children[verb] if tree.left[c] == last + 1 and tree.tokens[c].dep == "prep"), None
            )
            if beside is not None and tree.tokens[beside].text.lower() in {"in", "of", "with", "to", "over", "between"}:
                last = tree.right[beside]  # "denied any part in the theft": the phrase belongs to the noun
            content = whole_marks(block, *block.tokens_range(tree.left[child], last))
            return (content, None) if content else None
    return None


def clause_of(block: Block, noun: int) -> int | None:
    """Return the verb of the "that" clause that fills a noun: "concern that …"."""
    tree = block.tree
    for child in tree.children[noun]:
        if tree.tokens[child].dep in {"acl", "ccomp", "relcl"} and child > noun:
            mark = tree.tokens[tree.left[child]]
            subject = tree.child(child, "nsubj", "nsubjpass", "expl")
            fills = mark.dep == "mark" or (subject is not None and tree.tokens[subject].start > mark.start)
            if mark.text.lower() == "that" and fills:
                return child
    return None


def _attitude(block: Block, verb: int) -> Found:
    """Find an attitude: the clause of "expressed concern that …", the phrase of "reaffirmed his will to …"."""
    tree = block.tree
    noun = tree.child(verb, "dobj")
    if noun is None or noun < verb:
        return None
    lemma = tree.tokens[noun].lemma
    if lemma not in ATTITUDES and tree.tokens[verb].lemma not in {"reaffirm", "reiterate"}:
        return None
    clause = clause_of(block, noun)
    if clause is not None:
        first = tree.left[clause] + 1
        content = whole_marks(block, *block.tokens_range(first, max(first, tree.right[clause])))
        return (content, tree.tokens[noun].end) if content else None
    will = next((c for c in tree.children[verb] if c > noun and tree.tokens[c].dep in {"xcomp", "advcl"}), None)
    last = tree.right[noun]
    if will is not None and tree.left[will] == last + 1 and tree.tokens[last + 1].text.lower() == "to":
        last = tree.right[
            will
        ]  # "his will to carry on": the infinitive belongs to the noun, wherever the parser hung it
    content = whole_marks(block, *block.tokens_range(max(verb + 1, tree.left[noun]), last))
    return (content, None) if content else None


def _claim(block: Block, verb: int) -> Found:
    """Find a noun of saying that the verb turns against: "rejected the claim that …"."""
    tree = block.tree
    below = [c for c in tree.subtree(verb) if c > verb and tree.tokens[c].lemma in CLAIM_NOUNS]
    noun = next((c for c in below if tree.tokens[c].pos == "NOUN" and clause_of(block, c) is not None), None)
    clause = clause_of(block, noun) if noun is not None else None
    if noun is None or clause is None or any(tree.tokens[i].pos == "VERB" for i in range(verb + 1, noun)):
        return None
    first = tree.left[clause] + 1
    content = whole_marks(block, *block.tokens_range(first, max(first, tree.right[clause])))
    return (content, None) if content else None


def _phrase(block: Block, verb: int) -> Found:
    """Find a phrase with a preposition: "warned of floods", "called for an inquiry"."""
    tree = block.tree
    wanted = PREPOSITIONS.get(tree.tokens[verb].lemma, frozenset())
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep not in {"prep", "prt", "dative"} or child < verb or token.text.lower() not in wanted:
            continue
        filled = tree.child(child, "pobj", "pcomp")
        if token.dep == "prt":
            filled = next(
                (c for c in tree.children[verb] if c > child and tree.tokens[c].dep in {"dobj", "xcomp"}), None
            )
        if tree.tokens[verb].lemma == "accuse" and tree.child(verb, "dobj") is None:
            return None  # "players accused of theft": a passive, and nobody is named who accuses
        if filled is None or filled < child or tree.tokens[filled].pos == "PRON":
            continue
        last = max(tree.right[filled], tree.right[child] if token.dep == "prep" else 0)
        until = next(
            (c for c in tree.children[verb] if tree.left[c] == last + 1 and tree.tokens[c].dep == "prep"), None
        )
        if until is not None and tree.tokens[until].text.lower() in {"by", "until", "within", "before"}:
            last = tree.right[until]
        content = whole_marks(block, *block.tokens_range(child + 1, last))
        return (content, token.end) if content else None
    return None


def _hearsay(block: Block, verb: int) -> Found:
    """Find an infinitive after a passive: "is said by colleagues to have kept two sets of books"."""
    tree = block.tree
    if tree.child(verb, "nsubjpass") is None:
        return None
    for child in tree.children[verb]:
        if child > verb and tree.tokens[child].dep == "xcomp" and tree.tokens[tree.left[child]].text.lower() == "to":
            content = whole_marks(block, *block.tokens_range(tree.left[child], tree.right[child]))
            return (content, None) if content else None
    return None


def _plans(block: Block, verb: int) -> Found:
    """Find a plan that is made known: "announced plans to cut 400 jobs"."""
    tree = block.tree
    noun = tree.child(verb, "dobj")
    if noun is None or tree.tokens[noun].lemma not in {"plan", "decision", "intention", "proposal"} or noun < verb:
        return None
    content = whole_marks(block, *block.tokens_range(tree.left[noun], tree.right[noun]))
    return (content, None) if content and tree.right[noun] > noun + 1 else None


def _named(block: Block, verb: int) -> Found:
    """Find a name given between marks: "called the vote “a farce”", "described it as “theft”"."""
    tree = block.tree
    last = tree.right[verb]
    marked = next(iter(block.quotations_after(tree.tokens[verb].end)), None)
    if marked is None or marked.outer_start >= tree.tokens[last].end:
        return None
    if tree.tokens[tree.at(marked.start)].dep == "nsubj":
        return None
    if tree.child(verb, "nsubjpass") is not None:
        return (marked.outer_start, marked.outer_end), None
    held = [
        c for c in tree.children[verb] if c > verb and tree.tokens[c].dep in {"dobj", "ccomp", "oprd", "xcomp", "prep"}
    ]
    if not held or not any(tree.left[c] <= tree.at(marked.start) <= tree.right[c] for c in held):
        return None
    first = tree.left[held[0]]
    if any(
        tree.tokens[i].pos == "VERB" and tree.child(i, "nsubj") is not None for i in range(first, tree.at(marked.start))
    ):
        return None
    content = block.trimmed(tree.tokens[first].start, marked.outer_end)
    return (content, None) if content else None


def _answer(block: Block, verb: int) -> Found:
    """Find a bare answer: "he said a year at least"."""
    tree = block.tree
    noun = tree.child(verb, "dobj", "npadvmod", "ccomp")
    if noun is None or noun < verb or tree.right[noun] - tree.left[noun] < 2:
        return None
    if tree.tokens[noun].lemma not in _MEASURES:
        return None
    content = whole_marks(block, *block.tokens_range(max(verb + 1, tree.left[noun]), tree.right[noun]))
    return (content, None) if content else None


COMPLEMENTS: dict[str, Callable[[Block, int], Found]] = {
    "claim": _claim,
    "attitude": _attitude,
    "clause": clause,
    "object": _object_infinitive,
    "to": _infinitive,
    "noun": _noun,
    "phrase": _phrase,
    "plans": _plans,
    "hearsay": _hearsay,
    "named": _named,
    "answer": _answer,
}
"""Complement → how to find it, in the order in which they are tried."""
