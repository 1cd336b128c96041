"""The clause that a reporting verb or a noun of saying has on its right: where it begins, and where it ends."""

from __future__ import annotations

from bisect import bisect_right

from twosource.statements.cues import ADDRESSED, VERBS
from twosource.statements.frames import Block, Range
from twosource.statements.grammar import Tree
from twosource.statements.speakers import back_in_time, shared_subject, speaker
from twosource.statements.voices import animate

_BETWEEN = 12
"""Tokens from the start of a clause, or just before it, that are looked through for a semicolon."""
_SAYINGS = 12
"""Sayings inside a clause that are looked at for one that ends it; a sentence of real news has at most a few."""
Found = tuple[Range, int | None] | None
"""The range of a content, and where the cue ends if it is longer than the verb; None where there is none."""


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
    start, end = block.tokens_range(first, last)
    led = block.quotation_to(start)
    if led and led.outer_start == block.skip(tree.tokens[verb].end) and block.text[led.start].islower():
        start = led.outer_start  # "said “with a heavy heart” he would go"
    content = whole_marks(block, start, end)
    return (content, None) if content else None


def _opens_clause(tree: Tree, that: int) -> bool:
    """Return whether "that" opens a clause though the parser took it for an article: "that one girl had been found"."""
    return that + 1 < len(tree.tokens) and tree.tokens[that + 1].pos in {"NUM", "PROPN", "DET", "PRON"}


def _reported_clause(block: Block, verb: int) -> int | None:
    """Return the verb of the clause that is reported, also where the parser hung it beside its place."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child < verb or token.pos not in {"VERB", "AUX"} or _cut_off(tree, verb, child):
            continue
        own_subject = tree.child(child, "nsubj", "nsubjpass", "expl", "csubj") is not None
        if token.dep == "ccomp" and (own_subject or token.tag != "VB"):
            return _behind_relative(block, child) or child
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
    agent = tree.child(verb, "agent")
    it = tree.child(verb, "nsubjpass")
    if agent is not None and it is not None and tree.tokens[it].text.lower() == "it":
        for child in tree.subtree(agent):
            opens = tree.tokens[tree.left[child]].text.lower() == "that" and tree.left[child] > agent
            if tree.tokens[child].dep == "relcl" and opens:
                return child  # "it was confirmed by the hospital that …", taken for a relative clause
    return None


def _behind_relative(block: Block, clause: int) -> int | None:
    """Return the "that" clause behind a relative one: "told the members, some of whom had come far, that …"."""
    tree = block.tree
    before = {token.text.lower() for token in tree.tokens[tree.left[clause] : clause]}
    if not before & {"whom", "which"}:
        return None
    for child in tree.children[clause]:
        mark = tree.child(child, "mark")
        if child > clause and mark is not None and tree.tokens[mark].text.lower() == "that":
            return child
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
    following = bisect_right(block.joined_sayings, clause)
    for index in block.joined_sayings[following : following + _SAYINGS]:
        if index > last:
            break
        token = tree.tokens[index]
        own = tree.child(index, "nsubj")
        mark = tree.child(index, "mark")
        other = own is not None and own < index and "quote" in VERBS[token.lemma] and own > clause
        other = other and (mark is None or tree.tokens[mark].text.lower() != "that")
        beside = own is None and (lifeless or back_in_time(tree, index))
        if other or (beside and _shares(block, index, verb)):
            last = (tree.left[index] if other else index) - 1
            while last > first and tree.tokens[last].dep in {"cc", "punct", "advmod"}:
                last -= 1
            break
    return last


def _shares(block: Block, index: int, verb: int) -> bool:
    """Return whether a coordinated verb inside a reported clause belongs to the one who reports."""
    tree = block.tree
    if tree.child(index, "nsubj", "nsubjpass") is not None:
        return False
    mine, theirs = shared_subject(tree, index), speaker(tree, verb)
    return mine is not None and theirs is not None and mine.head == theirs.head


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


def right_clause(block: Block, verb: int) -> bool:
    """Return whether the verb has its clause on the right."""
    tree = block.tree
    return any(tree.tokens[c].dep == "ccomp" and c > verb and not _cut_off(tree, verb, c) for c in tree.children[verb])


def _cut_off(tree: Tree, verb: int, clause: int) -> bool:
    """Return whether a semicolon stands between a verb and a clause that a parser hung on it."""
    first = max(verb, tree.left[clause] - 2)
    return any(tree.tokens[i].text == ";" for i in range(first, min(clause, first + _BETWEEN)))
