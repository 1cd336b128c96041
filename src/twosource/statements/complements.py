"""What a reporting verb reports when it stands before its content: a clause, an infinitive, an object, a phrase.

Each finder takes a block and a verb and returns the range of the content, and where the cue ends if it is longer than
the verb ("expressed concern").
"""

from __future__ import annotations

from collections.abc import Callable

from twosource.statements.cues import (
    ATTITUDES,
    CLAIM_NOUNS,
    PREPOSITIONS,
    SAYING_NOTHING,
)
from twosource.statements.frames import Block
from twosource.statements.grammar import Tree
from twosource.statements.reported import Found, clause, clause_of, whole_marks

_MEASURES = frozenset(
    "year month week day hour minute mile kilometre kilometer metre meter percent euro dollar pound".split()
)
"""What a bare answer is given in."""


def _infinitive(block: Block, verb: int) -> Found:
    """Find an infinitive of the speaker's own: "vowed to go"."""
    tree = block.tree
    dobj = tree.child(verb, "dobj")
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "xcomp" and child > verb and tree.child(child, "aux") is not None:
            if (dobj is not None and dobj < child) or tree.tokens[child].lemma in SAYING_NOTHING:
                return None
            first = tree.left[child]
            if tree.tokens[first].tag in {"WP", "WDT", "WRB"} or first < verb:
                return None  # "what he wants to achieve": the content stands elsewhere
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
        asked = _asked(block, verb, child)
        if asked is None or to < verb:
            continue
        first = min(to, tree.left[asked]) if verb < tree.left[asked] else to
        content = whole_marks(block, *block.tokens_range(first, tree.right[child]))
        return (content, None) if content else None
    return None


def _asked(block: Block, verb: int, infinitive: int) -> int | None:
    """Return the one who is to do what is asked: "urged *them* to go", "called on *Arvale* to pay"."""
    tree = block.tree
    for child in tree.children[verb]:
        if tree.tokens[child].dep in {"dobj", "dative"}:
            return child
        if tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() in {"on", "upon", "for", "to"}:
            return tree.child(child, "pobj") or child
    return tree.child(infinitive, "nsubj")


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
    for below in tree.children[verb]:
        child, token = below, tree.tokens[below]
        if token.dep == "dobj" and tree.tokens[verb].lemma == "accuse" and tree.right[child] > child:
            child = next((c for c in tree.children[child] if tree.tokens[c].text.lower() == "of"), child)
            token = tree.tokens[child]  # "accuses the firms of hoarding", hung on the firms
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
        object_ = tree.child(verb, "dobj")
        if token.dep == "prep" and object_ is not None and tree.tokens[verb].lemma in {"call", "speak"}:
            continue  # "called a vote for June": no demand
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
        at = tree.at(marked.start)
        under = [tree.tokens[c] for c in tree.children[verb] if tree.left[c] <= at <= tree.right[c]]
        if any(token.dep in {"xcomp", "advcl"} and token.tag == "VB" for token in under):
            return None  # "was called to force the “new law” through"
        return (marked.outer_start, marked.outer_end), None
    held = [c for c in tree.children[verb] if c > verb and _holds_name(tree, c)]
    if not any(tree.left[c] <= tree.at(marked.start) <= tree.right[c] for c in held):
        return None
    first = tree.left[held[0]]
    if any(
        tree.tokens[i].pos == "VERB" and tree.child(i, "nsubj") is not None for i in range(first, tree.at(marked.start))
    ):
        return None
    end = tree.at(marked.outer_end - 1)
    while end + 1 <= last and any(_goes_with_name(tree, c, end + 1) for c in tree.children[verb]):
        end += 1
    content = whole_marks(block, tree.tokens[first].start, max(marked.outer_end, tree.tokens[end].end))
    return (content, None) if content else None


def _holds_name(tree: Tree, child: int) -> bool:
    token = tree.tokens[child]
    return token.dep in {"dobj", "ccomp", "oprd", "xcomp"} or (token.dep == "prep" and token.text.lower() == "as")


def _goes_with_name(tree: Tree, child: int, index: int) -> bool:
    """Return whether a word behind the marks belongs to what is named: "a farce” for its many voters"."""
    if not tree.left[child] <= index <= tree.right[child]:
        return False
    token = tree.tokens[child]
    return _holds_name(tree, child) or (token.dep == "prep" and token.text.lower() in {"for", "of"})


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
